/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-sprites.h"

#include <string.h>

/*
 * MigSprites: the shapes that a picture repeats, each drawn once and then only put where it is needed. Of the hundred
 * chips, pills and pages in sight most look like another, and like those of the frame before.
 *
 * They belong to one palette, as their owner does.
 */

/* More than any view shows. */
#define MAX_SPRITES 1024

typedef struct
{
  MigSprite sprite;
  GskRenderNode *node; /* NULL when there is nothing to see */
} Entry;

struct _MigSprites
{
  GHashTable *entries; /* set of Entry */
};

static guint
entry_hash (gconstpointer key)
{
  const MigSprite *sprite = key;
  guint width, height;

  memcpy (&width, &sprite->width, sizeof (width));
  memcpy (&height, &sprite->height, sizeof (height));
  return ((width * 31 + height) * 31 + sprite->shape) * 31 + sprite->fill * 7 + sprite->line;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (MigSprite)) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->node, gsk_render_node_unref);
  g_free (entry);
}

/**
 * mig_sprites_new:
 *
 * Returns: (transfer full): no sprites yet; free with mig_sprites_free()
 */
MigSprites *
mig_sprites_new (void)
{
  MigSprites *self = g_new0 (MigSprites, 1);

  self->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  return self;
}

/**
 * mig_sprites_free:
 * @self: (transfer full) (nullable): sprites
 */
void
mig_sprites_free (MigSprites *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * mig_sprites_append:
 * @self: sprites
 * @snapshot: where to draw
 * @sprite: what
 * @x: its middle, in pixels
 * @y: its middle
 * @draw: draws it if it has not been drawn yet
 * @user_data: for @draw
 */
void
mig_sprites_append (MigSprites *self, GtkSnapshot *snapshot, const MigSprite *sprite, float x, float y,
                    MigSpriteFunc draw, gpointer user_data)
{
  Entry *entry = g_hash_table_lookup (self->entries, sprite);

  if (entry == NULL)
    {
      GtkSnapshot *apart = gtk_snapshot_new ();

      draw (apart, sprite, user_data);
      if (g_hash_table_size (self->entries) >= MAX_SPRITES)
        g_hash_table_remove_all (self->entries);
      entry = g_new (Entry, 1);
      entry->sprite = *sprite;
      entry->node = gtk_snapshot_free_to_node (apart);
      g_hash_table_add (self->entries, entry);
    }
  mig_sprites_put (snapshot, entry->node, x, y);
}

/**
 * mig_sprites_put:
 * @snapshot: where to draw
 * @node: (nullable): what has been drawn before about (0, 0), or from there on; %NULL draws nothing
 * @x: where that point comes to lie, in pixels
 * @y: where it comes to lie
 *
 * Does what gtk_snapshot_translate() would, at half the cost: there are hundreds of these in a frame.
 */
void
mig_sprites_put (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y)
{
  GskTransform *transform;
  GskRenderNode *moved;

  if (node == NULL)
    return;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));
  /* None is needed to stay at (0, 0), and GSK takes no node for it. */
  if (transform == NULL)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  moved = gsk_transform_node_new (node, transform);
  gtk_snapshot_append_node (snapshot, moved);
  gsk_render_node_unref (moved);
  gsk_transform_unref (transform);
}
