/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-keeper.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "mig-briefing-file.h"

/*
 * MigBriefingKeeper: what was edited and not yet saved outlives a crash.
 *
 *   MigBriefing ──edited──► a pause ──► a copy in the state folder ──saved or discarded──► gone
 *                                             │ the program ends otherwise
 *                                             ▼
 *                                        a leftover, found at the next start
 *
 * Beside each copy lies a lock that the system lets go of when its program ends, however it does: so another MigMeet
 * that runs is told apart from one that crashed.
 */

/* So long after an edit the copy is written; edits meanwhile do not put it off. */
#define PAUSE_MS 1500

#define LOCK_SUFFIX ".lock"
#define ORIGINAL_SUFFIX ".original"

struct _MigBriefingKeeper
{
  GObject parent_instance;

  MigBriefing *briefing;
  char *folder;
  char *path;     /* of the copy; NULL until there is one */
  char *original; /* the URI that the briefing is to be saved to, or NULL */
  int lock;
  guint pause_id;
};

G_DEFINE_FINAL_TYPE (MigBriefingKeeper, mig_briefing_keeper, G_TYPE_OBJECT)

static char *
dup_beside (const char *path, const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

static void
remove_files (const char *path)
{
  g_autofree char *original = dup_beside (path, ORIGINAL_SUFFIX);
  g_autofree char *lock = dup_beside (path, LOCK_SUFFIX);

  g_unlink (path);
  g_unlink (original);
  g_unlink (lock);
}

/* Takes the lock beside @path. Returns -1 if another program has it. */
static int
take_lock (const char *path)
{
  g_autofree char *name = dup_beside (path, LOCK_SUFFIX);
  int lock = g_open (name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return -1;
    }
  return lock;
}

static gboolean
ensure_path (MigBriefingKeeper *self, GError **error)
{
  g_autofree char *unique = NULL;
  g_autofree char *name = NULL;

  if (self->path != NULL)
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->folder);
      return FALSE;
    }
  unique = g_uuid_string_random ();
  name = g_strconcat (unique, MIG_BRIEFING_SUFFIX, NULL);
  self->path = g_build_filename (self->folder, name, NULL);
  self->lock = take_lock (self->path);
  return TRUE;
}

/**
 * mig_briefing_keeper_keep_now:
 * @self: a keeper
 * @error: why it could not be written
 *
 * Writes the copy without waiting for a pause.
 *
 * Returns: whether it stands
 */
gboolean
mig_briefing_keeper_keep_now (MigBriefingKeeper *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (MIG_IS_BRIEFING_KEEPER (self), FALSE);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!ensure_path (self, error))
    return FALSE;
  if (self->original != NULL)
    {
      g_autofree char *name = dup_beside (self->path, ORIGINAL_SUFFIX);

      if (!g_file_set_contents (name, self->original, -1, error))
        return FALSE;
    }
  bytes = mig_briefing_to_bytes (self->briefing);
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (self->path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  MigBriefingKeeper *self = user_data;
  g_autoptr (GError) error = NULL;

  self->pause_id = 0;
  if (!mig_briefing_keeper_keep_now (self, &error))
    g_message ("No copy of the briefing could be kept: %s", error->message);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (MigBriefingKeeper *self)
{
  if (!mig_briefing_get_modified (self->briefing))
    mig_briefing_keeper_discard (self);
  else if (self->pause_id == 0)
    self->pause_id = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

/**
 * mig_briefing_keeper_discard:
 * @self: a keeper
 *
 * Removes the copy: the briefing is saved, or nobody wants it.
 */
void
mig_briefing_keeper_discard (MigBriefingKeeper *self)
{
  g_return_if_fail (MIG_IS_BRIEFING_KEEPER (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->path == NULL)
    return;
  remove_files (self->path);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  g_clear_pointer (&self->path, g_free);
}

static void
mig_briefing_keeper_finalize (GObject *object)
{
  MigBriefingKeeper *self = MIG_BRIEFING_KEEPER (object);

  mig_briefing_keeper_discard (self);
  g_clear_object (&self->briefing);
  g_free (self->folder);
  g_free (self->original);

  G_OBJECT_CLASS (mig_briefing_keeper_parent_class)->finalize (object);
}

static void
mig_briefing_keeper_class_init (MigBriefingKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_briefing_keeper_finalize;
}

static void
mig_briefing_keeper_init (MigBriefingKeeper *self)
{
  self->lock = -1;
}

/* The folder in which MigMeet keeps copies. */
static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "migmeet", "briefings", NULL);
}

/**
 * mig_briefing_keeper_new:
 * @briefing: what to keep
 * @folder: (nullable): where; %NULL for MigMeet's own folder
 *
 * Keeps a copy of what is edited until it is saved, or until the keeper is gone.
 *
 * Returns: (transfer full): a keeper
 */
MigBriefingKeeper *
mig_briefing_keeper_new (MigBriefing *briefing, const char *folder)
{
  MigBriefingKeeper *self = g_object_new (MIG_TYPE_BRIEFING_KEEPER, NULL);

  self->briefing = g_object_ref (briefing);
  self->folder = folder != NULL ? g_strdup (folder) : dup_folder ();
  g_signal_connect_object (briefing, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (briefing, "notify::modified", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mig_briefing_keeper_set_original:
 * @self: a keeper
 * @original: (nullable): the file that the briefing is to be saved to
 */
void
mig_briefing_keeper_set_original (MigBriefingKeeper *self, GFile *original)
{
  g_return_if_fail (MIG_IS_BRIEFING_KEEPER (self));

  g_free (self->original);
  self->original = original != NULL ? g_file_get_uri (original) : NULL;
}

/**
 * mig_briefing_keeper_get_path:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): the copy's path, or %NULL while there is none
 */
const char *
mig_briefing_keeper_get_path (MigBriefingKeeper *self)
{
  return self->path;
}

static MigLeftover *
leftover_new (const char *path)
{
  g_autofree char *name = dup_beside (path, ORIGINAL_SUFFIX);
  g_autofree char *original = NULL;
  MigLeftover *leftover = g_new0 (MigLeftover, 1);

  leftover->path = g_strdup (path);
  if (g_file_get_contents (name, &original, NULL, NULL) && g_uri_is_valid (original, G_URI_FLAGS_NONE, NULL))
    leftover->original = g_file_new_for_uri (original);
  return leftover;
}

/**
 * mig_briefing_keeper_find_leftovers:
 * @folder: (nullable): where to look; %NULL for MigMeet's own folder
 *
 * Returns: (transfer full) (element-type MigLeftover): the briefings whose programs ended before they were saved
 */
GPtrArray *
mig_briefing_keeper_find_leftovers (const char *folder)
{
  GPtrArray *leftovers = g_ptr_array_new_with_free_func ((GDestroyNotify) mig_leftover_free);
  g_autofree char *own = folder == NULL ? dup_folder () : g_strdup (folder);
  g_autoptr (GDir) dir = g_dir_open (own, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (own, name, NULL);
      int lock;

      if (!g_str_has_suffix (name, MIG_BRIEFING_SUFFIX))
        continue;
      lock = take_lock (path);
      if (lock < 0)
        continue;
      close (lock);
      g_ptr_array_add (leftovers, leftover_new (path));
    }
  return leftovers;
}

/**
 * mig_leftover_recover:
 * @self: a leftover
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): the briefing as it was last, not saved; or %NULL
 */
MigBriefing *
mig_leftover_recover (const MigLeftover *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  MigBriefing *briefing = mig_briefing_read (file, NULL, NULL, error);

  if (briefing != NULL)
    mig_briefing_set_unsaved (briefing);
  return briefing;
}

/**
 * mig_leftover_discard:
 * @self: a leftover
 *
 * Removes it from the disk: it was recovered, and another copy is kept; or nobody wants it.
 */
void
mig_leftover_discard (const MigLeftover *self)
{
  remove_files (self->path);
}

/**
 * mig_leftover_free:
 * @self: (transfer full) (nullable): a leftover; the files stay
 */
void
mig_leftover_free (MigLeftover *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_object (&self->original);
  g_free (self);
}
