/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table-private.h"

#include <glib/gi18n-lib.h>

#include "mig-columns.h"
#include "mig-item-cells.h"
#include "mig-item-sorter.h"
#include "mig-words.h"

/* How the table comes by its rows: which list, which columns, and what the index arranges whenever the sorter, the
 * filter or the corpus has changed. Only the last request counts; one that is overtaken is given up. */

MigItemColumn
mig_item_table_get_within (MigItemTable *self)
{
  const guint selected = gtk_drop_down_get_selected (self->within);
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (self->kind, &n);

  return selected >= 1 && selected <= n ? columns[selected - 1] : MIG_ITEM_COLUMN_ALL;
}

/* How many rows there are, and how many of them are selected for copying. */
void
mig_item_table_show_count (MigItemTable *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const guint n_selected = mig_item_rows_get_n_selected (self->rows);
  g_autofree char *number = mig_words_number (n);
  /* Translators: how many rows the table has; %s is the number */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s item", "%s items", n), number);

  if (n_selected > 1)
    {
      g_autofree char *n_marked = mig_words_number (n_selected);

      g_free (text);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: how many rows are selected, and how many there are */
                                           "%1$s of %2$s item selected", "%1$s of %2$s items selected", n),
                              n_marked, number);
    }
  gtk_label_set_text (self->count, text);
}

static void
show_nothing (MigItemTable *self)
{
  const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
  const gboolean has_items = self->index != NULL &&
                             g_list_model_get_n_items (G_LIST_MODEL (mig_item_index_get_items (self->index))) > 0;

  if (self->arranging != NULL)
    gtk_label_set_text (self->nothing, _("Sorting…"));
  else
    gtk_label_set_text (self->nothing, has_items ? _("Nothing passes the filter.") : _("The corpus has none."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), is_empty);
}

/* Scrolls as soon as the rows are laid out; the frame after they came knows how high they are. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (self->kept_scroll >= 0 && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, self->kept_scroll);
  self->kept_scroll = -1;
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

/* Waits for rows, if some are on their way. */
void
mig_item_table_keep_scroll (MigItemTable *self, double scroll)
{
  self->kept_scroll = scroll;
  if (self->arranging == NULL && self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* Whether the focus is in a widget, or with %NULL whether there is one anywhere. */
static gboolean
has_focus_within (MigItemTable *self, GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (widget == NULL || focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Selects again what was selected before. */
static void
select_kept (MigItemTable *self)
{
  g_autoptr (GPtrArray) kept = g_steal_pointer (&self->kept_selected);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
  MigCorpus *corpus = mig_item_list_get_corpus (mig_item_index_get_items (self->index));

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      const MigRef ref = mig_corpus_lookup (corpus, g_ptr_array_index (kept, i));

      if (ref != MIG_REF_NONE)
        g_array_append_val (refs, ref);
    }
  if (kept != NULL)
    mig_item_rows_select (self->rows, refs);
}

static void
take_order (MigItemTable *self, MigItemOrder *order)
{
  const gboolean had_focus = has_focus_within (self, mig_item_table_get_list (self));
  const gboolean waits = self->grabs && (!has_focus_within (self, NULL) || has_focus_within (self, GTK_WIDGET (self)));

  self->following = TRUE;
  mig_item_rows_set (self->rows, mig_item_index_get_items (self->index), order);
  select_kept (self);
  self->following = FALSE;
  mig_item_table_show_count (self);
  show_nothing (self);

  if (mig_item_rows_get_n_selected (self->rows) < 2)
    mig_item_table_follow (self);
  if (self->kept_scroll >= 0 && self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  /* Whoever has gone elsewhere meanwhile stays there. */
  self->grabs = FALSE;
  if (had_focus || waits)
    mig_item_table_grab (self);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigItemTable) self = user_data;
  g_autoptr (MigItemOrder) order = mig_item_index_arrange_finish (MIG_ITEM_INDEX (source), result, NULL);

  /* Overtaken, or the table is gone. */
  if (order == NULL || self->index != MIG_ITEM_INDEX (source) ||
      g_task_get_cancellable (G_TASK (result)) != self->arranging)
    return;

  g_clear_object (&self->arranging);
  take_order (self, order);
}

static void
stop_arranging (MigItemTable *self)
{
  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
}

/* By what the rows are sorted. A view takes one column only from anybody but the pointer; when a list comes back the
 * others are kept beside it, and stay behind whatever is chosen next. */
guint
mig_item_table_read_sorts (MigItemTable *self, MigItemSort *sorts)
{
  guint n = mig_item_sorter_read (gtk_column_view_get_sorter (self->view), sorts);

  for (guint i = 0; n > 0 && i < self->n_minor && n < MIG_ITEM_MAX_SORTS; i++)
    {
      guint j = 0;

      while (j < n && sorts[j].column != self->minor[i].column)
        j++;
      if (j == n)
        sorts[n++] = self->minor[i];
    }

  return n;
}

/* Has the rows arranged as the sorter and the filter stand now. */
void
mig_item_table_rearrange (MigItemTable *self)
{
  MigItemArrangement arrangement = {
    .text = gtk_editable_get_text (self->entry),
    .within = mig_item_table_get_within (self),
  };

  if (self->filling || self->index == NULL)
    return;

  stop_arranging (self);
  g_set_object (&self->arranged, mig_navigator_get_subset (self->navigator));
  arrangement.subset = self->arranged;
  arrangement.n_sorts = mig_item_table_read_sorts (self, arrangement.sorts);
  self->arranging = g_cancellable_new ();
  mig_item_index_arrange_async (self->index, &arrangement, self->arranging, arranged_cb, g_object_ref (self));
  show_nothing (self);
}

/* Columns */

static void
fill_within (MigItemTable *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (self->kind, &n);

  /* Translators: what a filter looks at: all columns of the list */
  gtk_string_list_append (names, _("All columns"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, mig_item_column_get_name (columns[i]));
  gtk_drop_down_set_model (self->within, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->within, 0);
}

static void
fill_columns (MigItemTable *self)
{
  GListModel *before = gtk_column_view_get_columns (self->view);
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (self->kind, &n);

  while (g_list_model_get_n_items (before) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (before, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  self->n_minor = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = mig_item_cells_column_new (self->kind, columns[i], em);

      gtk_column_view_append_column (self->view, column);
      /* What is listed in time stays in time; people and institutions are looked up. */
      if (i == 0 && columns[i] == MIG_ITEM_COLUMN_NAME && self->kind != MIG_ITEM_KIND_FIGURES)
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
    }
  mig_item_table_fold_columns (self);
}

/* GTK 4.8 keeps the width of a column that is hidden from the others: it has none while it is. */
static void
set_column_shown (GtkColumnViewColumn *column, gboolean is_shown)
{
  const int width = gtk_column_view_column_get_fixed_width (column);

  if (gtk_column_view_column_get_visible (column) == is_shown)
    return;

  if (is_shown)
    gtk_column_view_column_set_fixed_width (column, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "width")));
  else
    g_object_set_data (G_OBJECT (column), "width", GINT_TO_POINTER (width));
  gtk_column_view_column_set_visible (column, is_shown);
  if (!is_shown)
    gtk_column_view_column_set_fixed_width (column, 0);
}

/* Leaves out what there is no room for. What a row is called is told in any width, and then when it was. */
void
mig_item_table_fold_columns (MigItemTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  double width = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        const MigItemColumn which = mig_item_cells_get_column (column);
        const gboolean is_needed = i == 0 || which == MIG_ITEM_COLUMN_DATE;

        if (is_needed != (pass == 0))
          continue;
        width += mig_item_cells_get_width (which, i == 0);
        set_column_shown (column, is_needed || width <= self->width_em);
      }
}

/* Kinds */

static void
fill_kinds (MigItemTable *self)
{
  MigSubset *subset = mig_navigator_get_subset (self->navigator);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint kind = 0; kind < MIG_N_ITEM_KINDS; kind++)
    {
      const guint n = subset != NULL ? mig_item_kind_count ((MigItemKind) kind, subset) : 0;
      g_autofree char *number = mig_words_number (n);
      /* Translators: a kind of records, such as "Speakers", and how many there are */
      g_autofree char *text = g_strdup_printf (C_("kind of records", "%1$s (%2$s)"),
                                               mig_item_kind_get_name ((MigItemKind) kind), number);

      gtk_string_list_append (names, text);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kinds, self->kind);
  self->filling = FALSE;
}

static void
take_list (MigItemTable *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  stop_arranging (self);
  g_clear_object (&self->index);
  self->following = TRUE;
  mig_item_rows_set (self->rows, NULL, NULL);
  self->following = FALSE;
  if (corpus != NULL)
    {
      g_autoptr (MigItemList) items = mig_item_list_new (corpus, self->kind);

      self->index = mig_item_index_new (items);
    }
  mig_item_table_show_count (self);
}

/* Remembers by their ids what was selected in a corpus that is read again. While its rows are still on their way, what
 * was remembered before them holds. */
static void
keep_rows (MigItemTable *self, MigCorpus *corpus)
{
  g_autoptr (GArray) selected = mig_item_rows_get_selected (self->rows);
  MigItemList *items = mig_item_rows_get_items (self->rows);

  if (corpus == NULL)
    {
      g_clear_pointer (&self->kept_selected, g_ptr_array_unref);
      self->kept_scroll = -1;
      self->grabs = FALSE;
      return;
    }
  if (items == NULL)
    return;

  g_clear_pointer (&self->kept_selected, g_ptr_array_unref);
  self->kept_selected = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (self->kept_selected, g_strdup (mig_corpus_get_record (mig_item_list_get_corpus (items),
                                                                           g_array_index (selected, MigRef, i))->id));
  self->kept_scroll = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

/* The navigator has another corpus, or the same one read again. */
void
mig_item_table_take_corpus (MigItemTable *self)
{
  self->grabs = self->grabs || has_focus_within (self, mig_item_table_get_list (self));
  keep_rows (self, mig_navigator_get_corpus (self->navigator));
  take_list (self);
  fill_kinds (self);
  mig_item_table_rearrange (self);
  if (self->index == NULL)
    show_nothing (self);
}

/* Lists what the timeline shows, for a start. */
void
mig_item_table_begin (MigItemTable *self)
{
  mig_item_table_set_kind (self, MIG_ITEM_KIND_TIMELINE);
  fill_kinds (self);
  if (self->index == NULL)
    show_nothing (self);
}

/* Other things of the corpus are shown. */
void
mig_item_table_take_subset (MigItemTable *self)
{
  /* The list of a corpus that was just set is on its way, or is being arranged already. */
  if (self->index == NULL || self->arranged == mig_navigator_get_subset (self->navigator) ||
      mig_item_list_get_corpus (mig_item_index_get_items (self->index)) != mig_navigator_get_corpus (self->navigator))
    return;

  fill_kinds (self);
  mig_item_table_rearrange (self);
}

/**
 * mig_item_table_get_kind:
 * @self: a table
 *
 * Returns: what it lists
 */
MigItemKind
mig_item_table_get_kind (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), MIG_ITEM_KIND_TIMELINE);

  return self->kind;
}

/**
 * mig_item_table_set_kind:
 * @self: a table
 * @kind: what to list
 *
 * Lists something else, with its own columns. What was typed to filter stays.
 */
void
mig_item_table_set_kind (MigItemTable *self, MigItemKind kind)
{
  g_return_if_fail (MIG_IS_ITEM_TABLE (self));
  g_return_if_fail ((guint) kind < MIG_N_ITEM_KINDS);

  if (kind == self->kind && g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) > 0)
    return;

  self->grabs = self->grabs || has_focus_within (self, mig_item_table_get_list (self));
  self->filling = TRUE;
  self->kind = kind;
  self->kept_scroll = -1;
  g_clear_pointer (&self->kept_selected, g_ptr_array_unref);
  take_list (self);
  fill_columns (self);
  fill_within (self);
  gtk_drop_down_set_selected (self->kinds, kind);
  self->filling = FALSE;
  mig_item_table_rearrange (self);
  g_object_notify (G_OBJECT (self), "kind");
}

/**
 * mig_item_table_is_settled:
 * @self: a table
 *
 * Returns: whether its rows are as they were asked for, and nothing is being arranged
 */
gboolean
mig_item_table_is_settled (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), TRUE);

  return self->arranging == NULL;
}

/* Lets go of everything that rows are made of. */
void
mig_item_table_clear_rows (MigItemTable *self)
{
  stop_arranging (self);
  g_clear_object (&self->index);
  g_clear_object (&self->rows);
  g_clear_object (&self->arranged);
  g_clear_pointer (&self->kept_selected, g_ptr_array_unref);
}
