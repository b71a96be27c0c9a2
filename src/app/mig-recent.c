/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-recent.h"

#include <glib/gstdio.h>

/* MigRecent
 *
 * The menu of corpora opened lately, from the desktop's own list. Files that are gone are left out, and whether they
 * are is asked without waiting: one candidate after the other, the latest first, until the menu is full.
 *
 *   GtkRecentManager ──refresh──> candidates ──query, one by one──> found ──> menu
 */

#define MAX_SHOWN 8
/* Of the desktop's list no more than this many of our files are looked at. */
#define MAX_CANDIDATES 32
#define GROUP "MigMeet"

struct _MigRecent
{
  GObject parent_instance;

  GtkRecentManager *manager; /* NULL until the first refresh or addition: making it reads a file */
  GMenu *menu;
  GPtrArray *candidates; /* of GFile */
  GPtrArray *found;      /* of GFile */
  guint next;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MigRecent, mig_recent, G_TYPE_OBJECT)

static void check_next (MigRecent *self);

static GtkRecentManager *
ensure_manager (MigRecent *self)
{
  if (self->manager == NULL)
    {
      self->manager = gtk_recent_manager_get_default ();
      g_signal_connect_object (self->manager, "changed", G_CALLBACK (mig_recent_refresh), self, G_CONNECT_SWAPPED);
    }

  return self->manager;
}

static gint
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* A menu item takes a single underscore for the mark of its mnemonic. */
static char *
escape_mnemonics (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static char *
dup_label (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;

  if (path != NULL)
    {
      name = g_filename_display_basename (path);
    }
  else
    {
      g_autofree char *parse_name = g_file_get_parse_name (file);

      name = g_path_get_basename (parse_name);
    }

  return escape_mnemonics (name);
}

static char *
dup_label_with_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = dup_label (file);
  g_autofree char *parse_name = NULL;
  g_autofree char *escaped = NULL;

  if (folder == NULL)
    return g_steal_pointer (&name);

  parse_name = g_file_get_parse_name (folder);
  escaped = escape_mnemonics (parse_name);

  return g_strdup_printf ("%s — %s", name, escaped);
}

static void
fill_menu (MigRecent *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_menu_remove_all (self->menu);

  for (guint i = 0; i < self->found->len; i++)
    {
      char *label = dup_label (g_ptr_array_index (self->found, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, label));

      g_hash_table_replace (seen, label, GUINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < self->found->len; i++)
    {
      GFile *file = g_ptr_array_index (self->found, i);
      g_autofree char *label = dup_label (file);
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GMenuItem) item = NULL;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (seen, label)) > 1)
        {
          g_free (label);
          label = dup_label_with_folder (file);
        }

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-file", "s", uri);
      g_menu_append_item (self->menu, item);
    }
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigRecent) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    g_ptr_array_add (self->found, g_object_ref (source));

  check_next (self);
}

static void
check_next (MigRecent *self)
{
  GFile *file;

  if (self->next >= self->candidates->len || self->found->len >= MAX_SHOWN)
    {
      fill_menu (self);
      return;
    }

  file = g_ptr_array_index (self->candidates, self->next++);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW,
                           self->cancellable, checked_cb, g_object_ref (self));
}

static void
mig_recent_dispose (GObject *object)
{
  MigRecent *self = MIG_RECENT (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mig_recent_parent_class)->dispose (object);
}

static void
mig_recent_finalize (GObject *object)
{
  MigRecent *self = MIG_RECENT (object);

  g_clear_object (&self->menu);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (mig_recent_parent_class)->finalize (object);
}

static void
mig_recent_class_init (MigRecentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mig_recent_dispose;
  object_class->finalize = mig_recent_finalize;
}

static void
mig_recent_init (MigRecent *self)
{
  self->menu = g_menu_new ();
  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mig_recent_new:
 *
 * Makes the list; it stays empty, and reads nothing, until mig_recent_refresh().
 *
 * Returns: (transfer full): a list of recent corpora
 */
MigRecent *
mig_recent_new (void)
{
  return g_object_new (MIG_TYPE_RECENT, NULL);
}

/**
 * mig_recent_get_menu:
 * @self: a list of recent corpora
 *
 * Returns: (transfer none): its menu, at most eight items, the latest first; each activates `win.open-file` with the
 *   file's URI
 */
GMenuModel *
mig_recent_get_menu (MigRecent *self)
{
  g_return_val_if_fail (MIG_IS_RECENT (self), NULL);

  return G_MENU_MODEL (self->menu);
}

/**
 * mig_recent_add:
 * @self: a list of recent corpora
 * @file: a corpus that was opened
 *
 * Adds @file to the desktop's list, or moves it to its head.
 */
void
mig_recent_add (MigRecent *self, GFile *file)
{
  static char *groups[] = { (char *) GROUP, NULL };
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) "application/json",
    .app_name = (char *) "migmeet",
    .app_exec = (char *) "migmeet %u",
    .groups = groups,
  };

  g_return_if_fail (MIG_IS_RECENT (self));
  g_return_if_fail (G_IS_FILE (file));

  /* GTK does not make the folder of its list, and warns where there is none. */
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (ensure_manager (self), uri, &data);
}

/**
 * mig_recent_refresh:
 * @self: a list of recent corpora
 *
 * Reads the desktop's list and looks which of its corpora are still there. It does so by itself whenever the list
 * changes, once it has been asked for the first time.
 */
void
mig_recent_refresh (MigRecent *self)
{
  GList *items;

  g_return_if_fail (MIG_IS_RECENT (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->candidates, 0);
  g_ptr_array_set_size (self->found, 0);
  self->next = 0;

  items = g_list_sort (gtk_recent_manager_get_items (ensure_manager (self)), compare_latest_first);
  for (GList *l = items; l != NULL && self->candidates->len < MAX_CANDIDATES; l = l->next)
    {
      if (gtk_recent_info_has_group (l->data, GROUP))
        g_ptr_array_add (self->candidates, g_file_new_for_uri (gtk_recent_info_get_uri (l->data)));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  check_next (self);
}
