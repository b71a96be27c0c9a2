/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-text-style.h"

G_BEGIN_DECLS

typedef struct _MigTextCache MigTextCache;

/**
 * MigText:
 *
 * A shaped line of text, or a paragraph. Lengths are pixels.
 */
typedef struct
{
  PangoLayout *layout;
  float width;
  float height;
  float baseline;
  GArray *drawn; /* in each colour that it has been asked for in */
} MigText;

MigTextCache  *mig_text_cache_new (PangoContext *context);
void           mig_text_cache_free (MigTextCache *self);
double         mig_text_cache_get_em (MigTextCache *self);
void           mig_text_cache_set_plain_figures (MigTextCache *self);
MigText       *mig_text_cache_get (MigTextCache *self, const char *text, MigTextStyle style);
MigText       *mig_text_cache_get_paragraph (MigTextCache *self,
                                             const char *text,
                                             MigTextStyle style,
                                             double width,
                                             guint n_lines);
GskRenderNode *mig_text_get_node (MigText *self, const GdkRGBA *colour);
void           mig_text_forget_nodes (MigText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTextCache, mig_text_cache_free)

G_END_DECLS
