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
 *   MigJsonSlice ──▶ MigJsonTree ──▶ MigJsonCursor ──▶ texts, numbers, lists, inner objects
 *                                          └──▶ MigRecordReport ──▶ mig_json_locate () ──▶ MigProblems
 */

static const char *
get_found_sentence (MigJsonType type)
{
  static const char *const sentences[] = {
    [MIG_JSON_TYPE_TEXT] = N_("A text was found."),
    [MIG_JSON_TYPE_NUMBER] = N_("A number was found."),
    [MIG_JSON_TYPE_BOOLEAN] = N_("A truth value was found."),
    [MIG_JSON_TYPE_LIST] = N_("A list was found."),
    [MIG_JSON_TYPE_OBJECT] = N_("An object was found."),
    [MIG_JSON_TYPE_NULL] = N_("A null was found."),
  };

  return _(sentences[type]);
}

static const char *
get_expected_sentence (MigJsonType type)
{
  static const char *const sentences[] = {
    [MIG_JSON_TYPE_TEXT] = N_("A text in double quotes is expected here."),
    [MIG_JSON_TYPE_NUMBER] = N_("A number is expected here, without quotes."),
    [MIG_JSON_TYPE_BOOLEAN] = N_("Either true or false is expected here."),
    [MIG_JSON_TYPE_LIST] = N_("A list is expected here, from [ to ]."),
    [MIG_JSON_TYPE_OBJECT] = N_("An object is expected here, from { to }."),
    [MIG_JSON_TYPE_NULL] = N_("Only null is expected here."),
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

/**
 * mig_json_cursor_init:
 * @self: (out caller-allocates): a cursor; there is nothing to free
 * @report: where problems go
 * @slice: the record
 * @tree: where it was read into; must outlive the cursor, unchanged
 * @record: which of the tree's values it is
 *
 * Begins at a record.
 */
void
mig_json_cursor_init (MigJsonCursor         *self,
                      const MigRecordReport *report,
                      const MigJsonSlice    *slice,
                      const MigJsonTree     *tree,
                      guint32                record)
{
  *self = (MigJsonCursor) {
    .report = report,
    .slice = slice,
    .tree = tree,
    .object = mig_json_tree_get (tree, record),
    .index = -1,
  };
}

/**
 * mig_json_cursor_read:
 * @self: (out caller-allocates): a cursor; there is nothing to free
 * @report: where problems go
 * @slice: a record, sound and an object
 * @tree: where to read it into, in place of what is there; must outlive the cursor, unchanged
 *
 * Reads a record and begins at it.
 */
void
mig_json_cursor_read (MigJsonCursor         *self,
                      const MigRecordReport *report,
                      const MigJsonSlice    *slice,
                      MigJsonTree           *tree)
{
  const char *data = g_bytes_get_data (report->bytes, NULL);

  mig_json_tree_begin (tree, slice->length);
  mig_json_cursor_init (self, report, slice, tree, mig_json_tree_add (tree, data + slice->offset, slice->length));
}

/* Looks a member up. A record has few members and is asked for many: to compare with each costs less than a hash. */
static MigJsonValue *
find_member (const MigJsonCursor *self,
             const char          *member)
{
  MigJsonValue *inner = mig_json_tree_get_inner (self->tree, self->object);

  for (guint i = 0; i < self->object->n; i++)
    if (inner[i].name[0] == member[0] && strcmp (inner[i].name, member) == 0)
      return &inner[i];

  return NULL;
}

/**
 * mig_json_cursor_has_member:
 * @self: an object
 * @member: a name
 *
 * Returns: whether the object has the member, be it null
 */
gboolean
mig_json_cursor_has_member (const MigJsonCursor *self,
                            const char          *member)
{
  return find_member (self, member) != NULL;
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
  MigJsonValue *value = find_member (self, member);

  if (value != NULL)
    value->name = "";
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
 * @what: what to say if it is missing, null or "", not translated yet: that would cost a search for every text there is
 * @hint: (nullable): what was expected, likewise
 *
 * Reports a text that is not there. One of another type is not looked at: whoever gets it reports that.
 */
void
mig_json_cursor_require (const MigJsonCursor *self,
                         const char          *member,
                         const char          *what,
                         const char          *hint)
{
  const MigJsonValue *value = find_member (self, member);

  if (value == NULL || value->type == MIG_JSON_TYPE_NULL || (value->type == MIG_JSON_TYPE_TEXT && value->n == 0))
    mig_json_cursor_report (self, value != NULL ? member : NULL, _(what), hint != NULL ? _(hint) : NULL);
}

/* Returns the value if it is of the type; reports it if it is of another. */
static const MigJsonValue *
check_type (const MigJsonCursor *self,
            const char          *member,
            gint64               index,
            const MigJsonValue  *value,
            MigJsonType          expected)
{
  if (value->type == expected)
    return value;
  /* A hole in a list is not the same as a member that is not there. */
  if (value->type != MIG_JSON_TYPE_NULL || index >= 0)
    report_at (self, member, index, get_found_sentence (value->type), get_expected_sentence (expected));

  return NULL;
}

static const MigJsonValue *
get_member (const MigJsonCursor *self,
            const char          *member,
            MigJsonType          expected)
{
  const MigJsonValue *value = find_member (self, member);

  return value != NULL ? check_type (self, member, -1, value, expected) : NULL;
}

static const MigJsonValue *
get_entry (const MigJsonCursor *self,
           const char          *member,
           guint                index,
           MigJsonType          expected)
{
  const MigJsonValue *list = find_member (self, member);

  return check_type (self, member, index, mig_json_tree_get_inner (self->tree, list) + index, expected);
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
  const MigJsonValue *value = get_member (self, member, MIG_JSON_TYPE_TEXT);

  return value != NULL ? value->text : NULL;
}

/**
 * mig_json_cursor_get_text_value:
 * @self: an object
 * @member: a member
 *
 * Gets a text with its length and its hash.
 *
 * Returns: (nullable): the member's text; %NULL if it is missing, null or no text
 */
const MigJsonValue *
mig_json_cursor_get_text_value (const MigJsonCursor *self,
                                const char          *member)
{
  return get_member (self, member, MIG_JSON_TYPE_TEXT);
}

/**
 * mig_json_cursor_peek_text:
 * @self: an object
 * @member: a member
 *
 * Gets a text where another type is nobody's fault.
 *
 * Returns: (nullable): the member's text; %NULL if it is missing or no text
 */
const char *
mig_json_cursor_peek_text (const MigJsonCursor *self,
                           const char          *member)
{
  const MigJsonValue *value = find_member (self, member);

  return value != NULL && value->type == MIG_JSON_TYPE_TEXT ? value->text : NULL;
}

/**
 * mig_json_cursor_get_truth:
 * @self: an object
 * @member: a member
 *
 * Returns: whether the member is true; %FALSE if it is missing, null or no truth value
 */
gboolean
mig_json_cursor_get_truth (const MigJsonCursor *self,
                           const char          *member)
{
  const MigJsonValue *value = get_member (self, member, MIG_JSON_TYPE_BOOLEAN);

  return value != NULL && value->number > 0;
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
  const MigJsonValue *value = get_member (self, member, MIG_JSON_TYPE_NUMBER);

  if (value == NULL)
    return FALSE;

  *number = value->number;
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
  const MigJsonValue *value = get_member (self, member, MIG_JSON_TYPE_LIST);

  return value != NULL ? value->n : 0;
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
  const MigJsonValue *value = get_entry (self, member, index, MIG_JSON_TYPE_TEXT);

  return value != NULL ? value->text : NULL;
}

static gboolean
enter (const MigJsonCursor *self,
       const char          *member,
       gint64               index,
       const MigJsonValue  *value,
       MigJsonCursor       *inner)
{
  if (value == NULL)
    return FALSE;

  *inner = *self;
  inner->object = value;
  inner->up = self;
  inner->member = member;
  inner->index = index;
  return TRUE;
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
  return enter (self, member, -1, get_member (self, member, MIG_JSON_TYPE_OBJECT), inner);
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
  return enter (self, member, index, get_entry (self, member, index, MIG_JSON_TYPE_OBJECT), inner);
}
