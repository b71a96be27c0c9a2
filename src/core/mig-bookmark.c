/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmark.h"

#include <math.h>

/* One place of a corpus that somebody wants to find again; MigBookmarks has them all. It never changes: a list of them
 * can be compared with what it was. */

/* In characters; what somebody pastes may be a book. */
#define LONGEST_NAME 500

struct _MigBookmark
{
  GObject parent_instance;

  char *id; /* "" for nothing selected */
  char *name;
  double start, end; /* Julian days; equal where none is known */
};

G_DEFINE_FINAL_TYPE (MigBookmark, mig_bookmark, G_TYPE_OBJECT)

static void
mig_bookmark_finalize (GObject *object)
{
  MigBookmark *self = MIG_BOOKMARK (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (mig_bookmark_parent_class)->finalize (object);
}

static void
mig_bookmark_class_init (MigBookmarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_bookmark_finalize;
}

static void
mig_bookmark_init (MigBookmark *self)
{
}

/**
 * mig_bookmark_new:
 * @id: the id of a record, or "" for nothing selected
 * @name: what to call it; cut where nobody reads on
 * @start: the earlier edge of the span in sight, in Julian days
 * @end: its later edge; not after @start where none is known
 *
 * Returns: (transfer full): a bookmark
 */
MigBookmark *
mig_bookmark_new (const char *id, const char *name, double start, double end)
{
  MigBookmark *self = g_object_new (MIG_TYPE_BOOKMARK, NULL);

  self->id = g_strdup (id);
  self->name = g_utf8_strlen (name, -1) > LONGEST_NAME ? g_utf8_substring (name, 0, LONGEST_NAME) : g_strdup (name);
  if (isfinite (start) && isfinite (end) && end > start)
    {
      self->start = start;
      self->end = end;
    }

  return self;
}

/**
 * mig_bookmark_new_renamed:
 * @self: a bookmark
 * @name: what to call it; cut where nobody reads on
 *
 * Returns: (transfer full): a bookmark of the same place by that name
 */
MigBookmark *
mig_bookmark_new_renamed (MigBookmark *self, const char *name)
{
  g_return_val_if_fail (MIG_IS_BOOKMARK (self), NULL);

  return mig_bookmark_new (self->id, name, self->start, self->end);
}

/**
 * mig_bookmark_get_id:
 * @self: a bookmark
 *
 * Returns: (transfer none): the id of its record, or "" where nothing was selected
 */
const char *
mig_bookmark_get_id (MigBookmark *self)
{
  g_return_val_if_fail (MIG_IS_BOOKMARK (self), "");

  return self->id;
}

/**
 * mig_bookmark_get_name:
 * @self: a bookmark
 *
 * Returns: (transfer none): what it is called
 */
const char *
mig_bookmark_get_name (MigBookmark *self)
{
  g_return_val_if_fail (MIG_IS_BOOKMARK (self), "");

  return self->name;
}

/* To the second: a number may have been written and read again. */
static gboolean
is_same_time (double one, double other)
{
  return fabs (one - other) < 1.0 / (24 * 60 * 60);
}

/**
 * mig_bookmark_equal:
 * @self: a bookmark
 * @other: another
 *
 * Returns: whether they are of the same place and have the same name
 */
gboolean
mig_bookmark_equal (MigBookmark *self, MigBookmark *other)
{
  g_return_val_if_fail (MIG_IS_BOOKMARK (self) && MIG_IS_BOOKMARK (other), FALSE);

  return g_str_equal (self->id, other->id) && g_str_equal (self->name, other->name) &&
         is_same_time (self->start, other->start) && is_same_time (self->end, other->end);
}

/**
 * mig_bookmark_get_span:
 * @self: a bookmark
 * @start: (out): the earlier edge of the span that was in sight, in Julian days
 * @end: (out): its later edge
 *
 * Returns: whether it is known
 */
gboolean
mig_bookmark_get_span (MigBookmark *self, double *start, double *end)
{
  g_return_val_if_fail (MIG_IS_BOOKMARK (self), FALSE);

  *start = self->start;
  *end = self->end;

  return self->end > self->start;
}

/**
 * mig_bookmark_dup_place:
 * @self: a bookmark
 *
 * Returns: (transfer full): the place, for mig_navigator_restore_place()
 */
GVariant *
mig_bookmark_dup_place (MigBookmark *self)
{
  GVariantDict dict;

  g_return_val_if_fail (MIG_IS_BOOKMARK (self), NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "selected", "s", self->id);
  if (self->end > self->start)
    g_variant_dict_insert (&dict, "span", "(dd)", self->start, self->end);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}
