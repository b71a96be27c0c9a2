/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table.h"

#include <glib/gi18n-lib.h>

#include "mig-fold.h"
#include "mig-item-cells.h"
#include "mig-item-list.h"
#include "mig-item-sorters.h"
#include "mig-row-menu.h"
#include "mig-words.h"

/* MigItemTable
 *
 * The timeline's twin: the same items with the same selection, as a table that can be sorted and filtered.
 *
 *   MigItemList ──filter──▶ GtkFilterListModel ──columns' sorter──▶ GtkSortListModel ──▶ GtkSingleSelection ──▶ rows
 *                                                                                     ▲
 *                                                                   MigNavigator ◀────┘ selected
 *
 * Only the rows in sight have widgets; an index makes filtering and sorting quick.
 */

/* Widths, in em, from which on there is room for the column of kinds, and for those of numbers. */
#define KIND_EM 36.0
#define NUMBERS_EM 48.0

/* More rows than can be filtered between two frames. */
#define MANY 5000

struct _MigItemTable
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkEditable *entry;
  GtkDropDown *kinds;
  GtkLabel *count;
  GtkWidget *overlay;
  GtkColumnView *view;
  GtkWidget *nothing;
  GtkColumnViewColumn *title_column;
  GtkColumnViewColumn *kind_column;
  GtkColumnViewColumn *date_column;
  GtkColumnViewColumn *sessions_column;
  GtkColumnViewColumn *mentions_column;

  MigNavigator *navigator;
  MigItemList *items;  /* NULL without a corpus */
  MigItemIndex *index; /* of the items */
  MigSubset *subset;   /* of its corpus; NULL without one */
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  char **words;     /* of the filter, folded */
  MigItemKinds among;
  guint follow_id;
  gboolean following; /* the selection changes because the navigator's has */
  gboolean pressed;   /* it changes by the pointer */
  int n_focus_frames; /* until the row that is to have the focus is laid out */
};

enum
{
  PROP_NAVIGATOR = 1,
  N_PROPS,
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigItemTable, mig_item_table, GTK_TYPE_WIDGET)

/* Rows */

static void
scroll_to (MigItemTable *self, guint position)
{
  GtkWidget *rows = mig_item_cells_get_rows (self->view);

  if (rows != NULL && gtk_widget_get_height (rows) > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

/**
 * mig_item_table_find:
 * @self: a table
 * @ref: a record
 * @position: (out): its row
 *
 * Returns: whether it has one: not while the filter hides it
 */
gboolean
mig_item_table_find (MigItemTable *self, MigRef ref, guint *position)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), FALSE);

  return self->items != NULL && mig_item_find (self->sorted, self->items, ref, position);
}

/* Following the navigator, and leading it */

static void
follow_selection (MigItemTable *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (!mig_item_table_find (self, mig_navigator_get_selected (self->navigator), &position))
    position = GTK_INVALID_LIST_POSITION;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

static void
show_count (MigItemTable *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  g_autofree char *number = mig_words_number (n);
  /* Translators: how many rows the table has; %s is the number */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s item", "%s items", n), number);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->nothing, n == 0 && gtk_filter_list_model_get_pending (self->filtered) == 0);
}

static gboolean
is_settled (MigItemTable *self)
{
  return gtk_filter_list_model_get_pending (self->filtered) == 0 &&
         gtk_sort_list_model_get_pending (self->sorted) == 0;
}

static gboolean
follow_cb (gpointer user_data)
{
  MigItemTable *self = user_data;

  self->follow_id = 0;
  show_count (self);
  if (is_settled (self))
    follow_selection (self);

  return G_SOURCE_REMOVE;
}

/* Rows have come, gone or changed places. While they do so no row can be found; that waits until all have been told. */
static void
rows_changed_cb (MigItemTable *self)
{
  if (self->items != NULL && self->follow_id == 0)
    self->follow_id = g_idle_add (follow_cb, self);
}

static void
selected_cb (MigItemTable *self)
{
  g_autoptr (MigEntity) entity = NULL;

  if (self->following || gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    return;

  entity = g_object_ref (gtk_single_selection_get_selected_item (self->selection));
  self->following = TRUE;
  /* A click goes to a place; the keys pass over many. */
  if (self->pressed)
    mig_navigator_select (self->navigator, mig_entity_get_ref (entity));
  else
    mig_navigator_walk (self->navigator, mig_entity_get_ref (entity));
  self->following = FALSE;
}

static void
navigator_selected_cb (MigItemTable *self)
{
  if (!self->following && is_settled (self))
    follow_selection (self);
}

static void
navigator_corpus_cb (MigItemTable *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  self->following = TRUE;
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_pointer (&self->index, mig_item_index_free);
  g_clear_object (&self->items);
  g_set_object (&self->subset, mig_navigator_get_subset (self->navigator));
  if (corpus != NULL)
    {
      self->items = mig_item_list_new (corpus);
      /* Very many are looked through a few in each frame. */
      gtk_filter_list_model_set_incremental (self->filtered,
                                             g_list_model_get_n_items (G_LIST_MODEL (self->items)) > MANY);
      self->index = mig_item_index_new (self->items);
      gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->items));
    }
  self->following = FALSE;
  rows_changed_cb (self);
}

/* Filter */

static gboolean
passes (gpointer item, gpointer user_data)
{
  MigItemTable *self = user_data;

  return mig_subset_has (self->subset, mig_entity_get_ref (item)) &&
         mig_item_passes (self->index, item, self->among, (const char *const *) self->words);
}

static void
apply_filter (MigItemTable *self)
{
  if (self->filter == NULL)
    return;

  /* Without a filter nothing needs to be asked of every item. */
  self->following = TRUE;
  if (self->words[0] == NULL && self->among == MIG_ITEM_KINDS_ALL &&
      (self->subset == NULL || mig_subset_is_whole (self->subset)))
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  else if (gtk_filter_list_model_get_filter (self->filtered) == NULL)
    gtk_filter_list_model_set_filter (self->filtered, self->filter);
  else
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  rows_changed_cb (self);
}

static void
filter_changed_cb (MigItemTable *self)
{
  g_autofree char *folded = mig_fold_text (gtk_editable_get_text (self->entry));

  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
  self->among = (MigItemKinds) gtk_drop_down_get_selected (self->kinds);
  apply_filter (self);
}

static void
navigator_subset_cb (MigItemTable *self)
{
  if (g_set_object (&self->subset, mig_navigator_get_subset (self->navigator)))
    apply_filter (self);
}

/* What is typed on a row that the filter is about to take away. */
static void
search_started_cb (MigItemTable *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
}

/* Escape empties the filter, and then leaves it. */
static void
stop_search_cb (MigItemTable *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    mig_item_table_grab (self);
}

static void
entry_activate_cb (MigItemTable *self)
{
  mig_item_table_grab (self);
}

static void
activate_cb (MigItemTable *self, guint position)
{
  g_autoptr (MigEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (entity == NULL)
    return;
  mig_navigator_select (self->navigator, mig_entity_get_ref (entity));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MigItemTable *self)
{
  self->pressed = TRUE;
}

static void
unpaired_cb (GtkGesture *gesture, GdkEventSequence *sequence, MigItemTable *self)
{
  self->pressed = FALSE;
}

static MigRef
get_row_ref (GtkWidget *row, gpointer user_data)
{
  GtkListItem *list_item = mig_item_cells_get_list_item (row);

  return list_item != NULL ? mig_entity_get_ref (gtk_list_item_get_item (list_item)) : MIG_REF_NONE;
}

/* GtkWidget and GObject */

static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *rows = mig_item_cells_get_rows (self->view);

  if (rows == NULL || gtk_widget_get_height (rows) == 0)
    return G_SOURCE_CONTINUE;

  rows_changed_cb (self);
  return G_SOURCE_REMOVE;
}

/* A list without a size scrolls nowhere: that waits for the frame after the one that gave it its size. */
static void
mig_item_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_item_table_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, first_frames_cb, NULL, NULL);
}

static void
create_models (MigItemTable *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (passes, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, NULL);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));

  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
mig_item_table_constructed (GObject *object)
{
  MigItemTable *self = MIG_ITEM_TABLE (object);

  G_OBJECT_CLASS (mig_item_table_parent_class)->constructed (object);

  mig_row_menu_install (GTK_WIDGET (self->view), self->navigator, get_row_ref, NULL);
  create_models (self);
  g_signal_connect_object (self->navigator, "notify::corpus", G_CALLBACK (navigator_corpus_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::subset", G_CALLBACK (navigator_subset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (navigator_selected_cb), self,
                           G_CONNECT_SWAPPED);
  navigator_corpus_cb (self);
}

static void
mig_item_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NAVIGATOR)
    MIG_ITEM_TABLE (object)->navigator = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mig_item_table_dispose (GObject *object)
{
  MigItemTable *self = MIG_ITEM_TABLE (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->index, mig_item_index_free);
  g_clear_object (&self->subset);
  g_clear_object (&self->items);
  g_clear_object (&self->navigator);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (mig_item_table_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-item-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, bar);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, entry);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, kinds);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, count);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, overlay);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, view);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, nothing);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, title_column);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, kind_column);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, date_column);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, sessions_column);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, mentions_column);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mig_item_table_class_init (MigItemTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mig_item_table_constructed;
  object_class->set_property = mig_item_table_set_property;
  object_class->dispose = mig_item_table_dispose;
  widget_class->map = mig_item_table_map;

  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigItemTable::picked:
   *
   * A row was activated, and what it stands for is selected.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", MIG_TYPE_ITEM_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "itemtable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_item_table_init (MigItemTable *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("List of the timeline"), -1);
  filter_changed_cb (self);

  mig_item_cells_set_up (self->title_column, MIG_ITEM_COLUMN_TITLE, &self->index);
  mig_item_cells_set_up (self->kind_column, MIG_ITEM_COLUMN_KIND, &self->index);
  mig_item_cells_set_up (self->date_column, MIG_ITEM_COLUMN_DATE, &self->index);
  mig_item_cells_set_up (self->sessions_column, MIG_ITEM_COLUMN_SESSIONS, &self->index);
  mig_item_cells_set_up (self->mentions_column, MIG_ITEM_COLUMN_MENTIONS, &self->index);

  /* Who types while the focus is on a row filters. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->view));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (press, "end", G_CALLBACK (unpaired_cb), self);
  g_signal_connect (press, "cancel", G_CALLBACK (unpaired_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
}

/**
 * mig_item_table_new:
 * @navigator: the corpus, and what is selected
 *
 * Returns: (transfer floating): a table of all that the timeline shows
 */
GtkWidget *
mig_item_table_new (MigNavigator *navigator)
{
  return g_object_new (MIG_TYPE_ITEM_TABLE, "navigator", navigator, NULL);
}

/**
 * mig_item_table_get_model:
 * @self: a table
 *
 * Returns: (transfer none): its rows as they stand, a #GListModel of #MigEntity
 */
GListModel *
mig_item_table_get_model (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * mig_item_table_set_width:
 * @self: a table
 * @width_em: how wide it is, in em
 *
 * Leaves out what there is no room for: title and date are told in any width.
 */
void
mig_item_table_set_width (MigItemTable *self, double width_em)
{
  g_return_if_fail (MIG_IS_ITEM_TABLE (self));

  gtk_column_view_column_set_visible (self->kind_column, width_em >= KIND_EM);
  gtk_column_view_column_set_visible (self->sessions_column, width_em >= NUMBERS_EM);
  gtk_column_view_column_set_visible (self->mentions_column, width_em >= NUMBERS_EM);
  gtk_widget_set_visible (GTK_WIDGET (self->count), width_em >= KIND_EM);
}

/* The first row, or where the filter is typed that hides them all. */
static void
focus_first (MigItemTable *self)
{
  GtkWidget *row = mig_item_cells_find_row (self->view, 0);

  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
focus_row_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *row;

  /* The row that was scrolled to has its widget after the list has been laid out. */
  if (!is_settled (self) || self->follow_id != 0 || --self->n_focus_frames > 0)
    return G_SOURCE_CONTINUE;
  row = mig_item_cells_find_row (self->view, gtk_single_selection_get_selected (self->selection));
  if (row == NULL || !gtk_widget_grab_focus (row))
    focus_first (self);

  return G_SOURCE_REMOVE;
}

/**
 * mig_item_table_grab:
 * @self: a table
 *
 * Moves the focus to the row that is selected, or to the first one, once it is there.
 *
 * Returns: whether there can be a row to have it
 */
gboolean
mig_item_table_grab (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), FALSE);

  if (self->items == NULL)
    return FALSE;

  rows_changed_cb (self);
  if (self->n_focus_frames <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_row_cb, NULL, NULL);
  self->n_focus_frames = 2;

  return TRUE;
}
