/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-cursor.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-excerpt.h"

/*
 * Gets members of JSON objects as what they must be. A member that is missing or null is never a problem here; one of
 * another type is reported with its JSON path and is as good as missing then, so that a record tells of all its
 * problems at once.
 *
 *   JsonObject ──▶ MigJsonCursor ──▶ texts, numbers, lists, inner objects
 *                        └──▶ MigRecordReport ──▶ mig_json_locate () ──▶ MigProblems
 */

typedef enum
{
  VALUE_TEXT,
  VALUE_NUMBER,
  VALUE_BOOLEAN,
  VALUE_LIST,
  VALUE_OBJECT,
  VALUE_NOTHING,
} ValueType;

static ValueType
get_type (JsonNode *node)
{
  GType type;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return VALUE_NOTHING;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return VALUE_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return VALUE_LIST;

  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return VALUE_TEXT;
  return type == G_TYPE_BOOLEAN ? VALUE_BOOLEAN : VALUE_NUMBER;
}

static const char *
get_found_sentence (ValueType type)
{
  static const char *const sentences[] = {
    [VALUE_TEXT] = N_("A text was found."),
    [VALUE_NUMBER] = N_("A number was found."),
    [VALUE_BOOLEAN] = N_("A truth value was found."),
    [VALUE_LIST] = N_("A list was found."),
    [VALUE_OBJECT] = N_("An object was found."),
    [VALUE_NOTHING] = N_("A null was found."),
  };

  return _(sentences[type]);
}

static const char *
get_expected_sentence (ValueType type)
{
  static const char *const sentences[] = {
    [VALUE_TEXT] = N_("A text in double quotes is expected here."),
    [VALUE_NUMBER] = N_("A number is expected here, without quotes."),
    [VALUE_BOOLEAN] = N_("Either true or false is expected here."),
    [VALUE_LIST] = N_("A list is expected here, from [ to ]."),
    [VALUE_OBJECT] = N_("An object is expected here, from { to }."),
    [VALUE_NOTHING] = N_("Only null is expected here."),
  };

  return _(sentences[type]);
}

/**
 * mig_record_report:
 * @self: a report
 * @slice: a record
 * @path: where in the record, as mig_json_locate() takes it
 * @what: what was found
 * @hint: (nullable): what was expected
 *
 * Reports a problem of a record with its place in the file and its full JSON path.
 */
void
mig_record_report (const MigRecordReport *self,
                   const MigJsonSlice    *slice,
                   const char            *path,
                   const char            *what,
                   const char            *hint)
{
  g_autoptr (GString) full_path = NULL;
  MigJsonPlace place;

  if (mig_problems_is_full (self->problems))
    {
      mig_problems_add (self->problems, slice->line, slice->column, 0, NULL, what, NULL);
      return;
    }

  mig_json_locate (self->bytes, slice, path, &place);

  full_path = g_string_new (slice->member);
  if (slice->index >= 0)
    g_string_append_printf (full_path, "[%" G_GINT64_FORMAT "]", slice->index);
  if (*path != '\0')
    g_string_append_printf (full_path, ".%s", path);

  mig_excerpt_add_problem (self->problems, self->bytes, &place, full_path->str, what, hint);
}

static void
index_members (MigJsonCursor *self)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  self->n_members = MIG_JSON_CURSOR_MANY;
  if (json_object_get_size (self->object) > MIG_JSON_CURSOR_MOST)
    return;

  self->n_members = 0;
  json_object_iter_init (&iter, self->object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      self->members[self->n_members].name = name;
      self->members[self->n_members++].node = node;
    }
}

/**
 * mig_json_cursor_init:
 * @self: (out caller-allocates): a cursor; there is nothing to free
 * @report: where problems go
 * @slice: the record
 * @object: its object; must outlive the cursor
 *
 * Begins at a record.
 */
void
mig_json_cursor_init (MigJsonCursor         *self,
                      const MigRecordReport *report,
                      const MigJsonSlice    *slice,
                      JsonObject            *object)
{
  self->report = report;
  self->slice = slice;
  self->object = object;
  self->up = NULL;
  self->member = NULL;
  self->index = -1;
  index_members (self);
}

/**
 * mig_json_cursor_remove:
 * @self: an object
 * @member: a member; need not be there
 *
 * Takes a member out of the object, as if the file did not have it.
 */
void
mig_json_cursor_remove (MigJsonCursor *self,
                        const char    *member)
{
  json_object_remove_member (self->object, member);
  index_members (self);
}

/* Looks a member up. A record has few members and is asked for many: to compare with each costs less than a hash. */
static JsonNode *
find_member (const MigJsonCursor *self,
             const char          *member)
{
  if (self->n_members == MIG_JSON_CURSOR_MANY)
    return json_object_get_member (self->object, member);

  for (guint i = 0; i < self->n_members; i++)
    if (self->members[i].name[0] == member[0] && strcmp (self->members[i].name, member) == 0)
      return self->members[i].node;

  return NULL;
}

static void
append_path (const MigJsonCursor *self,
             GString             *path)
{
  if (self->up == NULL)
    return;

  append_path (self->up, path);
  g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->member);
  if (self->index >= 0)
    g_string_append_printf (path, "[%" G_GINT64_FORMAT "]", self->index);
}

/**
 * mig_json_cursor_dup_path:
 * @self: an object
 * @member: (nullable): one of its members
 * @index: a place in that member's list; -1 for none
 *
 * Returns: (transfer full): the path from the record, as mig_json_locate() takes it
 */
char *
mig_json_cursor_dup_path (const MigJsonCursor *self,
                          const char          *member,
                          gint64               index)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (self, path);
  if (member != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", member);
  if (member != NULL && index >= 0)
    g_string_append_printf (path, "[%" G_GINT64_FORMAT "]", index);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
report_at (const MigJsonCursor *self,
           const char          *member,
           gint64               index,
           const char          *what,
           const char          *hint)
{
  g_autofree char *path = mig_json_cursor_dup_path (self, member, index);

  mig_record_report (self->report, self->slice, path, what, hint);
}

/**
 * mig_json_cursor_report:
 * @self: an object
 * @member: (nullable): the member that the problem is with; %NULL for the object itself
 * @what: what was found
 * @hint: (nullable): what was expected
 *
 * Reports a problem.
 */
void
mig_json_cursor_report (const MigJsonCursor *self,
                        const char          *member,
                        const char          *what,
                        const char          *hint)
{
  report_at (self, member, -1, what, hint);
}

/**
 * mig_json_cursor_report_lapse:
 * @self: an object
 * @member: (nullable): the member that the lapse is in; %NULL for the object itself
 * @what: what was found
 * @hint: (nullable): what was expected
 *
 * Reports what does not keep a corpus from being opened, if anybody wants to know.
 */
void
mig_json_cursor_report_lapse (const MigJsonCursor *self,
                              const char          *member,
                              const char          *what,
                              const char          *hint)
{
  if (self->report->is_strict)
    mig_json_cursor_report (self, member, what, hint);
}

/**
 * mig_json_cursor_require:
 * @self: an object
 * @member: a member that is a text
 * @what: what to say if it is missing, null or ""
 * @hint: (nullable): what was expected
 *
 * Reports a text that is not there. One of another type is not looked at: whoever gets it reports that.
 */
void
mig_json_cursor_require (const MigJsonCursor *self,
                         const char          *member,
                         const char          *what,
                         const char          *hint)
{
  JsonNode *node = find_member (self, member);
  ValueType type = get_type (node);

  if (type == VALUE_NOTHING || (type == VALUE_TEXT && *json_node_get_string (node) == '\0'))
    mig_json_cursor_report (self, node != NULL ? member : NULL, what, hint);
}

/* Returns the node if it is of the type; reports it if it is of another. */
static JsonNode *
check_type (const MigJsonCursor *self,
            const char          *member,
            gint64               index,
            JsonNode            *node,
            ValueType            expected)
{
  ValueType found = get_type (node);

  if (found == expected)
    return node;
  /* A hole in a list is not the same as a member that is not there. */
  if (found != VALUE_NOTHING || index >= 0)
    report_at (self, member, index, get_found_sentence (found), get_expected_sentence (expected));

  return NULL;
}

static JsonNode *
get_member (const MigJsonCursor *self,
            const char          *member,
            ValueType            expected)
{
  JsonNode *node = find_member (self, member);

  return node != NULL ? check_type (self, member, -1, node, expected) : NULL;
}

static JsonNode *
get_entry (const MigJsonCursor *self,
           const char          *member,
           guint                index,
           ValueType            expected)
{
  JsonArray *list = json_node_get_array (find_member (self, member));

  return check_type (self, member, index, json_array_get_element (list, index), expected);
}

/**
 * mig_json_cursor_get_text:
 * @self: an object
 * @member: a member
 *
 * Returns: (nullable): the member's text; %NULL if it is missing, null or no text
 */
const char *
mig_json_cursor_get_text (const MigJsonCursor *self,
                          const char          *member)
{
  JsonNode *node = get_member (self, member, VALUE_TEXT);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/**
 * mig_json_cursor_get_number:
 * @self: an object
 * @member: a member
 * @number: (out): the member's number; untouched if there is none
 *
 * Returns: whether the member is a number
 */
gboolean
mig_json_cursor_get_number (const MigJsonCursor *self,
                            const char          *member,
                            double              *number)
{
  JsonNode *node = get_member (self, member, VALUE_NUMBER);

  if (node == NULL)
    return FALSE;

  *number = json_node_get_double (node);
  return TRUE;
}

/**
 * mig_json_cursor_get_n:
 * @self: an object
 * @member: a member
 *
 * Returns: how many entries the member's list has; 0 if it is missing, null or no list
 */
guint
mig_json_cursor_get_n (const MigJsonCursor *self,
                       const char          *member)
{
  JsonNode *node = get_member (self, member, VALUE_LIST);

  return node != NULL ? json_array_get_length (json_node_get_array (node)) : 0;
}

/**
 * mig_json_cursor_get_text_at:
 * @self: an object
 * @member: a member that is a list
 * @index: a place in it, less than mig_json_cursor_get_n()
 *
 * Returns: (nullable): the text at that place; %NULL if it is no text
 */
const char *
mig_json_cursor_get_text_at (const MigJsonCursor *self,
                             const char          *member,
                             guint                index)
{
  JsonNode *node = get_entry (self, member, index, VALUE_TEXT);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/**
 * mig_json_cursor_enter:
 * @self: an object
 * @member: a member
 * @inner: (out caller-allocates): the object that the member is; lives no longer than @self
 *
 * Returns: whether the member is an object
 */
gboolean
mig_json_cursor_enter (const MigJsonCursor *self,
                       const char          *member,
                       MigJsonCursor       *inner)
{
  JsonNode *node = get_member (self, member, VALUE_OBJECT);

  if (node == NULL)
    return FALSE;

  mig_json_cursor_init (inner, self->report, self->slice, json_node_get_object (node));
  inner->up = self;
  inner->member = member;
  return TRUE;
}

/**
 * mig_json_cursor_enter_at:
 * @self: an object
 * @member: a member that is a list
 * @index: a place in it, less than mig_json_cursor_get_n()
 * @inner: (out caller-allocates): the object at that place; lives no longer than @self
 *
 * Returns: whether there is an object at that place
 */
gboolean
mig_json_cursor_enter_at (const MigJsonCursor *self,
                          const char          *member,
                          guint                index,
                          MigJsonCursor       *inner)
{
  JsonNode *node = get_entry (self, member, index, VALUE_OBJECT);

  if (node == NULL)
    return FALSE;

  mig_json_cursor_init (inner, self->report, self->slice, json_node_get_object (node));
  inner->up = self;
  inner->member = member;
  inner->index = index;
  return TRUE;
}
