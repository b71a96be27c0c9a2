/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-rows.h"
#include "mig-item-table.h"

G_BEGIN_DECLS

/* Internal to the table: its state, shared by its files. */

struct _MigItemTable
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkEditable *entry;
  GtkDropDown *kinds;
  GtkDropDown *within;
  GtkLabel *count;
  GtkWidget *overlay;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkLabel *nothing;
  GtkLabel *ahead; /* what is typed to go to a row */

  MigNavigator *navigator;
  MigItemKind kind;
  MigItemIndex *index; /* of the kind's list; NULL without a corpus */
  MigItemRows *rows;
  double width_em;
  MigSubset *arranged;  /* what of the corpus the rows are of, or are being arranged of */
  MigItemSort minor[MIG_ITEM_MAX_SORTS]; /* by what they are sorted after the columns that the view knows of */
  guint n_minor;

  GCancellable *arranging; /* NULL while nothing is being arranged */
  gboolean following;      /* the selection changes because the navigator's has */
  gboolean pressed;        /* it changes by the pointer */
  gboolean filling;        /* the choices of kinds and columns are being filled */
  gboolean grabs;          /* the focus waits for rows */
  GPtrArray *kept_selected; /* ids of what was selected before the corpus was read again, or NULL */
  double kept_scroll;      /* where the rows are to be scrolled to once they are there; below 0: nowhere */
  guint scroll_tick;
  int n_focus_frames;      /* until the row that is to have the focus is laid out */

  GString *typed;
  guint typed_id;
  GCancellable *seeking;
};

/* mig-item-table.c */
GtkWidget *mig_item_table_get_list (MigItemTable *self);
void       mig_item_table_follow (MigItemTable *self);
void       mig_item_table_select_row (MigItemTable *self, guint row);

/* mig-item-table-rows.c */
void mig_item_table_begin (MigItemTable *self);
void mig_item_table_take_corpus (MigItemTable *self);
void mig_item_table_take_subset (MigItemTable *self);
void mig_item_table_show_count (MigItemTable *self);
void mig_item_table_rearrange (MigItemTable *self);
void mig_item_table_fold_columns (MigItemTable *self);
void mig_item_table_keep_scroll (MigItemTable *self, double scroll);
guint mig_item_table_read_sorts (MigItemTable *self, MigItemSort *sorts);
MigItemColumn mig_item_table_get_within (MigItemTable *self);
void mig_item_table_clear_rows (MigItemTable *self);

/* mig-item-table-keys.c */
void mig_item_table_add_keys (MigItemTable *self);
void mig_item_table_clear_keys (MigItemTable *self);
void mig_item_table_copy (MigItemTable *self);

G_END_DECLS
