/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigMoreFunc:
 * @corpus: the corpus of the page
 * @context: the record of the page
 * @items: all items
 * @index: the one that is wanted
 *
 * Makes the widget of one item and adds it to @container.
 */
typedef void (*MigMoreFunc) (GtkWidget *container, MigCorpus *corpus, MigRef context, GArray *items, guint index);

#define MIG_TYPE_MORE (mig_more_get_type ())
G_DECLARE_FINAL_TYPE (MigMore, mig_more, MIG, MORE, GtkWidget)

GtkWidget *mig_more_new (GtkWidget   *container,
                         MigCorpus   *corpus,
                         MigRef       context,
                         GArray      *items,
                         guint        limit,
                         MigMoreFunc  func);

G_END_DECLS
