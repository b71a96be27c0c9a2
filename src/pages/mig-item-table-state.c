/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table-private.h"

#include "mig-item-cells.h"

/* What the table lists and how, as one value: whoever comes back finds the list as it was left.
 *
 *   { kind, sorts, text, within, scroll }
 */

static GVariant *
new_sorts (MigItemTable *self)
{
  MigItemSort sorts[MIG_ITEM_MAX_SORTS];
  const guint n = mig_item_table_read_sorts (self, sorts);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sb)"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "(sb)", mig_item_column_get_id (sorts[i].column), sorts[i].descending);

  return g_variant_builder_end (&builder);
}

/**
 * mig_item_table_dup_state:
 * @self: a table
 *
 * Returns: (transfer full): what is listed and how, as a dictionary of its own, not floating
 */
GVariant *
mig_item_table_dup_state (MigItemTable *self)
{
  const MigItemColumn within = mig_item_table_get_within (self);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), NULL);

  g_variant_dict_insert (&dict, "kind", "s", mig_item_kind_get_id (self->kind));
  g_variant_dict_insert_value (&dict, "sorts", new_sorts (self));
  if (*gtk_editable_get_text (self->entry) != '\0')
    g_variant_dict_insert (&dict, "text", "s", gtk_editable_get_text (self->entry));
  if (within != MIG_ITEM_COLUMN_ALL)
    g_variant_dict_insert (&dict, "within", "s", mig_item_column_get_id (within));
  g_variant_dict_insert (&dict, "scroll", "d",
                         gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GtkColumnViewColumn *
find_column (MigItemTable *self, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (mig_item_column_get_id (mig_item_cells_get_column (column)), id) == 0)
        return g_steal_pointer (&column);
    }

  return NULL;
}

/* @sorts: (nullable): of new_sorts(), or from anywhere */
static void
sort_by (MigItemTable *self, GVariant *sorts)
{
  gboolean is_first = TRUE, descending;
  const char *id;
  GVariantIter iter;

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  self->n_minor = 0;
  if (sorts == NULL)
    return;

  g_variant_iter_init (&iter, sorts);
  while (g_variant_iter_next (&iter, "(&sb)", &id, &descending))
    {
      g_autoptr (GtkColumnViewColumn) column = find_column (self, id);

      if (column == NULL)
        continue;
      if (is_first)
        gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      else if (self->n_minor < MIG_ITEM_MAX_SORTS)
        self->minor[self->n_minor++] = (MigItemSort) { mig_item_cells_get_column (column), descending };
      is_first = FALSE;
    }
}

static void
filter_by (MigItemTable *self, const char *text, const char *within)
{
  guint n;
  const MigItemColumn *columns = mig_item_kind_get_columns (self->kind, &n);

  gtk_drop_down_set_selected (self->within, 0);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (mig_item_column_get_id (columns[i]), within) == 0)
      gtk_drop_down_set_selected (self->within, i + 1);
  gtk_editable_set_text (self->entry, text);
}

/* The order of a dictionary's entries means nothing. */
static gboolean
has_same_entries (GVariant *one, GVariant *other)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (g_variant_n_children (one) != g_variant_n_children (other))
    return FALSE;

  g_variant_iter_init (&iter, one);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) held = value;
      g_autoptr (GVariant) same = g_variant_lookup_value (other, key, NULL);

      if (same == NULL || !g_variant_equal (held, same))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_but_scroll (GVariant *one, GVariant *other)
{
  g_auto (GVariantDict) a = G_VARIANT_DICT_INIT (one), b = G_VARIANT_DICT_INIT (other);
  g_autoptr (GVariant) x = NULL, y = NULL;

  g_variant_dict_remove (&a, "scroll");
  g_variant_dict_remove (&b, "scroll");
  x = g_variant_ref_sink (g_variant_dict_end (&a));
  y = g_variant_ref_sink (g_variant_dict_end (&b));

  return has_same_entries (x, y);
}

/**
 * mig_item_table_set_state:
 * @self: a table
 * @state: what mig_item_table_dup_state() told, or any other dictionary
 *
 * Lists again what was listed, as it was; what is not understood is passed over.
 */
void
mig_item_table_set_state (MigItemTable *self, GVariant *state)
{
  g_autoptr (GVariant) now = NULL, sorts = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (state);
  const char *kind_id, *text = "", *within = NULL;
  MigItemKind kind;
  double scroll = -1;

  g_return_if_fail (MIG_IS_ITEM_TABLE (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  now = mig_item_table_dup_state (self);
  if (is_same_but_scroll (now, state))
    {
      if (g_variant_dict_lookup (&dict, "scroll", "d", &scroll))
        mig_item_table_keep_scroll (self, scroll);
      return;
    }

  if (g_variant_dict_lookup (&dict, "kind", "&s", &kind_id) && mig_item_kind_from_id (kind_id, &kind))
    mig_item_table_set_kind (self, kind);
  g_variant_dict_lookup (&dict, "text", "&s", &text);
  g_variant_dict_lookup (&dict, "within", "&s", &within);
  g_variant_dict_lookup (&dict, "scroll", "d", &scroll);

  self->filling = TRUE;
  sorts = g_variant_dict_lookup_value (&dict, "sorts", G_VARIANT_TYPE ("a(sb)"));
  sort_by (self, sorts);
  filter_by (self, text, within);
  self->filling = FALSE;
  self->kept_scroll = scroll;
  mig_item_table_rearrange (self);
}
