/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"

G_BEGIN_DECLS

typedef struct _MigSprites MigSprites;

typedef enum
{
  MIG_SPRITE_PLATE,
  MIG_SPRITE_CHEVRON,
  MIG_SPRITE_CHEVRON_BACK,
  MIG_SPRITE_PAGE,
  MIG_SPRITE_PAGE_OUTLINE,
  MIG_SPRITE_DASHED,
  MIG_SPRITE_DASHED_FILLED,
} MigSpriteShape;

/**
 * MigSprite:
 *
 * A shape as it is drawn again and again. Two of the same shape, colours and lengths, in pixels, look alike.
 */
typedef struct
{
  MigSpriteShape shape;
  MigColour fill;
  MigColour line;
  float width;
  float height;
  float radius;
  float line_width;
} MigSprite;

/* Draws a sprite about (0, 0), its middle. */
typedef void (*MigSpriteFunc) (GtkSnapshot *snapshot, const MigSprite *sprite, gpointer user_data);

MigSprites *mig_sprites_new (void);
void        mig_sprites_free (MigSprites *self);
void        mig_sprites_append (MigSprites *self, GtkSnapshot *snapshot, const MigSprite *sprite, float x, float y,
                                MigSpriteFunc draw, gpointer user_data);
void        mig_sprites_put (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigSprites, mig_sprites_free)

G_END_DECLS
