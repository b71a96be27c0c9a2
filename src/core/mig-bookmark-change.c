/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmark-change.h"

#define BOOKMARK_TYPE "(ssdd)"

/* What somebody did to a list of bookmarks, so that it can be done again to what others have made of the list since:
 * it means a bookmark, and not a line. */

struct _MigBookmarkChange
{
  MigBookmark *before; /* NULL for one that is added */
  MigBookmark *after;  /* NULL for one that is removed */
  guint position;      /* of @before, when this was done */
  gboolean again;      /* one of the same record is added although there is one */
};

/**
 * mig_bookmark_change_new_add:
 * @bookmark: what to add, at the end
 * @again: whether it is wanted beside another of the same record; otherwise one that is there by then is enough
 *
 * Returns: (transfer full): a change
 */
MigBookmarkChange *
mig_bookmark_change_new_add (MigBookmark *bookmark, gboolean again)
{
  MigBookmarkChange *self = g_new0 (MigBookmarkChange, 1);

  self->after = g_object_ref (bookmark);
  self->again = again;

  return self;
}

/**
 * mig_bookmark_change_new_remove:
 * @bookmark: what to remove
 * @position: where it stands now
 *
 * Returns: (transfer full): a change; one that is gone by then is not missed
 */
MigBookmarkChange *
mig_bookmark_change_new_remove (MigBookmark *bookmark, guint position)
{
  MigBookmarkChange *self = g_new0 (MigBookmarkChange, 1);

  self->before = g_object_ref (bookmark);
  self->position = position;

  return self;
}

/**
 * mig_bookmark_change_new_rename:
 * @bookmark: what to rename
 * @position: where it stands now
 * @name: what to call it
 *
 * Returns: (transfer full): a change; one that is gone by then stays away
 */
MigBookmarkChange *
mig_bookmark_change_new_rename (MigBookmark *bookmark, guint position, const char *name)
{
  MigBookmarkChange *self = mig_bookmark_change_new_remove (bookmark, position);

  self->after = mig_bookmark_new_renamed (bookmark, name);

  return self;
}

static MigBookmark *
bookmark_from_variant (GVariant *maybe)
{
  g_autoptr (GVariant) variant = g_variant_get_maybe (maybe);
  const char *id, *name;
  double start, end;

  if (variant == NULL)
    return NULL;
  g_variant_get (variant, "(&s&sdd)", &id, &name, &start, &end);

  return mig_bookmark_new (id, name, start, end);
}

/**
 * mig_bookmark_change_new_from_variant:
 * @variant: of the type %MIG_BOOKMARK_CHANGE_TYPE
 *
 * Returns: (transfer full) (nullable): the change that it tells of; %NULL if that is none
 */
MigBookmarkChange *
mig_bookmark_change_new_from_variant (GVariant *variant)
{
  g_autoptr (MigBookmarkChange) self = g_new0 (MigBookmarkChange, 1);
  g_autoptr (GVariant) before = NULL, after = NULL;

  g_variant_get (variant, "(ub@m" BOOKMARK_TYPE "@m" BOOKMARK_TYPE ")", &self->position, &self->again, &before,
                 &after);
  self->before = bookmark_from_variant (before);
  self->after = bookmark_from_variant (after);

  return self->before != NULL || self->after != NULL ? g_steal_pointer (&self) : NULL;
}

static GVariant *
bookmark_to_variant (MigBookmark *bookmark)
{
  double start, end;

  if (bookmark == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE (BOOKMARK_TYPE), NULL);
  mig_bookmark_get_span (bookmark, &start, &end);

  return g_variant_new_maybe (NULL, g_variant_new (BOOKMARK_TYPE, mig_bookmark_get_id (bookmark),
                                                   mig_bookmark_get_name (bookmark), start, end));
}

/**
 * mig_bookmark_change_to_variant:
 * @self: a change
 *
 * Returns: (transfer floating): the change, for mig_bookmark_change_new_from_variant()
 */
GVariant *
mig_bookmark_change_to_variant (const MigBookmarkChange *self)
{
  return g_variant_new ("(ub@m" BOOKMARK_TYPE "@m" BOOKMARK_TYPE ")", self->position, self->again,
                        bookmark_to_variant (self->before), bookmark_to_variant (self->after));
}

/**
 * mig_bookmark_change_free:
 * @self: (transfer full) (nullable): a change
 */
void
mig_bookmark_change_free (MigBookmarkChange *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static gboolean
has_same_record (GPtrArray *list, MigBookmark *bookmark)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (mig_bookmark_get_id (g_ptr_array_index (list, i)), mig_bookmark_get_id (bookmark)))
      return TRUE;

  return FALSE;
}

/* Where the bookmark stands by now: where it stood if that can be. Returns G_MAXUINT if it is not there any more. */
static guint
find_again (const MigBookmarkChange *self, GPtrArray *list)
{
  if (self->position < list->len && mig_bookmark_equal (g_ptr_array_index (list, self->position), self->before))
    return self->position;
  for (guint i = 0; i < list->len; i++)
    if (mig_bookmark_equal (g_ptr_array_index (list, i), self->before))
      return i;

  return G_MAXUINT;
}

/**
 * mig_bookmark_change_apply:
 * @self: a change
 * @list: (element-type MigBookmark): with a reference on each of its bookmarks; is changed
 */
void
mig_bookmark_change_apply (const MigBookmarkChange *self, GPtrArray *list)
{
  guint position;

  if (self->before == NULL)
    {
      if (self->again || !has_same_record (list, self->after))
        g_ptr_array_add (list, g_object_ref (self->after));
      return;
    }

  position = find_again (self, list);
  if (position == G_MAXUINT)
    return;
  g_ptr_array_remove_index (list, position);
  if (self->after != NULL)
    g_ptr_array_insert (list, (int) position, g_object_ref (self->after));
}
