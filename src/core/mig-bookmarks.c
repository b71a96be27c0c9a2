/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmarks.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "mig-corpus-store.h"
#include "mig-file-loader.h"
#include "mig-json-scanner.h"
#include "mig-words.h"

/*
 * MigBookmarks: the places of a corpus that somebody wants to find again, as a GListModel of MigBookmark. Each has the
 * id of a record, a name of its own, and the span that was in sight.
 *
 *   data folder/migmeet/bookmarks/IDENTITY.json ──set_corpus()──▶ MigBookmarks ──add, remove, rename──▶ the file
 *
 * The file is written at every change, at once or not at all. One that cannot be read is set aside under another name,
 * and told of once; so is one of a newer MigMeet, which this one would spoil.
 */

#define FORMAT "migmeet-bookmarks"
#define VERSION 1
#define MAX_SIZE (4 * 1024 * 1024)

struct _MigBookmarks
{
  GObject parent_instance;

  char *folder;
  MigCorpus *corpus; /* NULL without one */
  char *identity;
  GPtrArray *list; /* of MigBookmark */
  gboolean unread; /* the file is there, but could not be read: it must not be written over */
};

G_DEFINE_QUARK (mig-bookmarks-error-quark, mig_bookmarks_error)

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigBookmarks, mig_bookmarks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_BOOKMARK;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_BOOKMARKS (model)->list->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MigBookmarks *self = MIG_BOOKMARKS (model);

  return position < self->list->len ? g_object_ref (g_ptr_array_index (self->list, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mig_bookmarks_finalize (GObject *object)
{
  MigBookmarks *self = MIG_BOOKMARKS (object);

  g_free (self->folder);
  g_clear_object (&self->corpus);
  g_free (self->identity);
  g_ptr_array_unref (self->list);

  G_OBJECT_CLASS (mig_bookmarks_parent_class)->finalize (object);
}

static void
mig_bookmarks_class_init (MigBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_bookmarks_finalize;
}

static void
mig_bookmarks_init (MigBookmarks *self)
{
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Reading */

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static double
get_day (JsonObject *object, guint i)
{
  JsonNode *node = json_object_get_member (object, "span");
  JsonArray *span = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *day = span != NULL && json_array_get_length (span) == 2 ? json_array_get_element (span, i) : NULL;

  return day != NULL && JSON_NODE_HOLDS_VALUE (day) ? json_node_get_double (day) : 0;
}

static gboolean
read_bookmarks (JsonObject *root, GPtrArray *list)
{
  JsonNode *node = json_object_get_member (root, "bookmarks");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *id = object != NULL ? get_text (object, "id") : NULL;
      const char *name = object != NULL ? get_text (object, "name") : NULL;

      if (id == NULL || name == NULL)
        return FALSE;
      g_ptr_array_add (list, mig_bookmark_new (id, name, get_day (object, 0), get_day (object, 1)));
    }

  return TRUE;
}

/* The scanner knows every way in which JSON can be hostile; what it lets pass can be parsed as a whole. */
static gboolean
is_sound (GBytes *bytes, GFile *file)
{
  static const char *const members[] = { "bookmarks", NULL };
  g_autoptr (MigProblems) problems = mig_problems_new (file);
  g_autoptr (MigJsonScan) scan = mig_json_scan (bytes, members, problems, NULL, NULL, NULL, NULL);

  return scan != NULL && mig_problems_get_n_found (problems) == 0 && mig_json_scan_get_type (scan) == '{';
}

static gboolean
parse (GBytes *bytes, GFile *file, GPtrArray *list, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_sound (bytes, file) && json_parser_load_from_data (parser, data, (gssize) size, NULL))
    {
      root = json_node_get_object (json_parser_get_root (parser));
      if (g_strcmp0 (get_text (root, "format"), FORMAT) == 0)
        {
          JsonNode *version = json_object_get_member (root, "version");

          if (version != NULL && JSON_NODE_HOLDS_VALUE (version) && json_node_get_int (version) > VERSION)
            {
              g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_NEWER, "");
              return FALSE;
            }
          if (read_bookmarks (root, list))
            return TRUE;
        }
    }
  g_ptr_array_set_size (list, 0);
  g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_DAMAGED, "");

  return FALSE;
}

static char *
dup_path (MigBookmarks *self)
{
  return mig_corpus_store_dup_path (self->identity, self->folder, ".json");
}

/* Gives a file another name, the first one that is free. Returns it, or NULL if the file cannot be moved. */
static char *
set_aside (const char *path)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.%u", path, i);

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }

  return NULL;
}

/* One sentence on what became of a file that cannot be read. Only what was read and makes no sense is moved: what the
 * system does not give may be whole. */
static void
explain (GError *error, const char *path)
{
  g_autofree char *aside = error->domain == MIG_BOOKMARKS_ERROR ? set_aside (path) : NULL;
  g_autofree char *name = aside != NULL ? g_filename_display_name (aside) : NULL;

  g_free (error->message);
  if (name == NULL)
    error->message = g_strdup (_("The bookmarks of this corpus cannot be read."));
  else if (g_error_matches (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_NEWER))
    /* Translators: %s is the path of a file */
    error->message = g_strdup_printf (_("The bookmarks of this corpus are from a newer MigMeet. They were kept as %s."),
                                      name);
  else
    /* Translators: %s is the path of a file */
    error->message = g_strdup_printf (_("The bookmarks of this corpus are damaged. They were kept as %s."), name);
}

static gboolean
load (MigBookmarks *self, GError **error)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  self->unread = FALSE;
  if (*self->identity == '\0' || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  bytes = mig_file_load (file, MAX_SIZE, NULL, NULL, NULL, &own_error);
  if (bytes != NULL && parse (bytes, file, self->list, &own_error))
    return TRUE;
  explain (own_error, path);
  self->unread = g_file_test (path, G_FILE_TEST_EXISTS);
  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/* Writing */

static void
write_bookmark (JsonBuilder *builder, MigBookmark *bookmark)
{
  double start, end;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, mig_bookmark_get_id (bookmark));
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, mig_bookmark_get_name (bookmark));
  if (mig_bookmark_get_span (bookmark, &start, &end))
    {
      json_builder_set_member_name (builder, "span");
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, start);
      json_builder_add_double_value (builder, end);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static gboolean
save (MigBookmarks *self, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *path = dup_path (self), *folder = g_path_get_dirname (path), *text = NULL;

  if (*self->identity == '\0')
    return TRUE;
  if (self->unread)
    {
      g_set_error_literal (error, MIG_BOOKMARKS_ERROR, MIG_BOOKMARKS_ERROR_DAMAGED,
                           _("The bookmarks of this corpus cannot be read."));
      return FALSE;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "corpus");
  json_builder_add_string_value (builder, self->identity);
  json_builder_set_member_name (builder, "bookmarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->list->len; i++)
    write_bookmark (builder, g_ptr_array_index (self->list, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * mig_bookmarks_new:
 * @folder: (nullable): where bookmarks are kept; %NULL for MigMeet's own folder
 *
 * Returns: (transfer full): bookmarks of no corpus
 */
MigBookmarks *
mig_bookmarks_new (const char *folder)
{
  MigBookmarks *self = g_object_new (MIG_TYPE_BOOKMARKS, NULL);

  self->folder = folder != NULL ? g_strdup (folder)
                                : g_build_filename (g_get_user_data_dir (), "migmeet", "bookmarks", NULL);

  return self;
}

/**
 * mig_bookmarks_get_corpus:
 * @self: bookmarks
 *
 * Returns: (transfer none) (nullable): whose they are
 */
MigCorpus *
mig_bookmarks_get_corpus (MigBookmarks *self)
{
  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), NULL);

  return self->corpus;
}

/**
 * mig_bookmarks_set_corpus:
 * @self: bookmarks
 * @corpus: (nullable): a corpus
 * @error: one sentence on why its bookmarks cannot be read
 *
 * Brings the bookmarks of a corpus from the disk. Those of one that was read again are the same.
 *
 * Returns: whether its bookmarks could be read; if not there are none
 */
gboolean
mig_bookmarks_set_corpus (MigBookmarks *self, MigCorpus *corpus, GError **error)
{
  g_autofree char *identity = NULL;
  const guint n_before = self->list->len;
  gboolean succeeded = TRUE;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);

  if (corpus == self->corpus)
    return TRUE;

  identity = corpus != NULL ? mig_corpus_store_dup_identity (corpus) : NULL;
  g_set_object (&self->corpus, corpus);
  if (g_strcmp0 (identity, self->identity) != 0)
    {
      g_free (self->identity);
      self->identity = g_steal_pointer (&identity);
      g_ptr_array_set_size (self->list, 0);
      succeeded = corpus == NULL || load (self, error);
    }
  /* Of the same ones some may be gone now, or back again. */
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->list->len);

  return succeeded;
}

/**
 * mig_bookmarks_find:
 * @self: bookmarks
 * @ref: a record of their corpus, or %MIG_REF_NONE
 * @position: (out) (optional): where its first bookmark stands
 *
 * Returns: whether there is one
 */
gboolean
mig_bookmarks_find (MigBookmarks *self, MigRef ref, guint *position)
{
  const MigRecord *record;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);

  record = self->corpus != NULL ? mig_corpus_get_record (self->corpus, ref) : NULL;
  /* What has no id of its own has no bookmark, and not that of what has it. */
  if (record != NULL && mig_corpus_lookup (self->corpus, record->id) != ref)
    return FALSE;
  for (guint i = 0; i < self->list->len; i++)
    {
      MigBookmark *bookmark = g_ptr_array_index (self->list, i);

      if (g_strcmp0 (mig_bookmark_get_id (bookmark), record != NULL ? record->id : "") != 0)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * mig_bookmarks_add:
 * @self: bookmarks of a corpus
 * @ref: a record of it that has an id of its own, or %MIG_REF_NONE for a view without one
 * @place: (nullable): where one was, as mig_navigator_dup_place() tells it
 * @error: why it could not be written
 *
 * Adds a bookmark at the end, called as the record is.
 *
 * Returns: whether it is on the disk; it is on the list in either case
 */
gboolean
mig_bookmarks_add (MigBookmarks *self, MigRef ref, GVariant *place, GError **error)
{
  const MigRecord *record;
  double start = 0, end = 0;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (self->corpus != NULL, FALSE);

  record = mig_corpus_get_record (self->corpus, ref);
  if (place != NULL)
    g_variant_lookup (place, "span", "(dd)", &start, &end);
  g_ptr_array_add (self->list, mig_bookmark_new (record != NULL ? record->id : "",
                                             record != NULL ? mig_words_name (self->corpus, ref)
                                                            : mig_corpus_get_title (self->corpus), start, end));
  g_list_model_items_changed (G_LIST_MODEL (self), self->list->len - 1, 0, 1);

  return save (self, error);
}

/**
 * mig_bookmarks_remove:
 * @self: bookmarks
 * @position: where one stands
 * @error: why the others could not be written
 *
 * Returns: whether what is left is on the disk
 */
gboolean
mig_bookmarks_remove (MigBookmarks *self, guint position, GError **error)
{
  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  g_ptr_array_remove_index (self->list, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);

  return save (self, error);
}

/**
 * mig_bookmarks_rename:
 * @self: bookmarks
 * @position: where one stands
 * @name: what to call it; an empty name changes nothing
 * @error: why it could not be written
 *
 * Returns: whether it is on the disk
 */
gboolean
mig_bookmarks_rename (MigBookmarks *self, guint position, const char *name, GError **error)
{
  g_autofree char *stripped = NULL;
  MigBookmark *bookmark;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  stripped = g_strstrip (g_strdup (name));
  bookmark = g_ptr_array_index (self->list, position);
  if (*stripped == '\0' || g_str_equal (stripped, mig_bookmark_get_name (bookmark)))
    return TRUE;

  mig_bookmark_set_name (bookmark, stripped);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);

  return save (self, error);
}

/**
 * mig_bookmarks_is_gone:
 * @self: bookmarks
 * @position: where one stands
 *
 * Returns: whether the corpus does not have its record any more
 */
gboolean
mig_bookmarks_is_gone (MigBookmarks *self, guint position)
{
  const char *id;

  g_return_val_if_fail (MIG_IS_BOOKMARKS (self), FALSE);
  g_return_val_if_fail (position < self->list->len, FALSE);

  id = mig_bookmark_get_id (g_ptr_array_index (self->list, position));

  return *id != '\0' && (self->corpus == NULL || mig_corpus_lookup (self->corpus, id) == MIG_REF_NONE);
}
