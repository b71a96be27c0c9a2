/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table.h"

#include <glib/gi18n-lib.h>

#include "mig-fold.h"
#include "mig-glyph.h"
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
 * Filtering and sorting go on in steps, between frames; only the rows in sight have an object and widgets.
 */

/* Widths, in em, from which on there is room for the column of kinds, and for those of numbers. */
#define KIND_EM 36.0
#define NUMBERS_EM 48.0

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
  MigItemList *items; /* NULL without a corpus */
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  char **words;     /* of the filter, folded */
  MigItemKinds among;
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
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *child = label;

  if (GPOINTER_TO_UINT (column) == MIG_ITEM_COLUMN_TITLE)
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (child), mig_glyph_new (MIG_GLYPH_NONE));
      gtk_box_append (GTK_BOX (child), label);
    }
  else if (GPOINTER_TO_UINT (column) >= MIG_ITEM_COLUMN_SESSIONS)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
  g_object_set_data (G_OBJECT (child), "list-item", list_item);
  gtk_list_item_set_child (list_item, child);
}

/* A row is told as one line, by the cell of its title. */
static void
tell_row (GtkWidget *child, MigEntity *entity)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *description = mig_item_dup_description (entity);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  MigEntity *entity = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = mig_item_dup_text (entity, (MigItemColumn) GPOINTER_TO_UINT (column));

  if (GPOINTER_TO_UINT (column) == MIG_ITEM_COLUMN_TITLE)
    {
      mig_glyph_set_kind (MIG_GLYPH (gtk_widget_get_first_child (child)),
                          mig_glyph_kind_for (mig_entity_get_corpus (entity), mig_entity_get_ref (entity)));
      gtk_widget_set_tooltip_text (child, text);
      tell_row (child, entity);
      child = gtk_widget_get_last_child (child);
    }
  gtk_label_set_text (GTK_LABEL (child), text);
}

static void
set_up_column (GtkColumnViewColumn *column, MigItemColumn which)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = mig_item_sorter_new (which);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (which));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (which));
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
}

/* The list inside of the view has the rows, and the action that scrolls to one. */
static GtkWidget *
get_rows (MigItemTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (gtk_widget_get_css_name (child), "listview"))
        return child;
    }

  return NULL;
}

static GtkListItem *
get_list_item (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return child != NULL ? g_object_get_data (G_OBJECT (child), "list-item") : NULL;
}

static GtkWidget *
find_row (MigItemTable *self, guint position)
{
  GtkWidget *rows = get_rows (self);

  for (GtkWidget *row = rows != NULL ? gtk_widget_get_first_child (rows) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkListItem *list_item = get_list_item (row);

      if (list_item != NULL && gtk_list_item_get_position (list_item) == position)
        return row;
    }

  return NULL;
}

static void
scroll_to (MigItemTable *self, guint position)
{
  GtkWidget *rows = get_rows (self);

  if (rows != NULL && gtk_widget_get_height (rows) > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

/* Finding */

static MigRef
get_sorted_ref (MigItemTable *self, guint position, MigEntity **entity)
{
  *entity = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  return mig_entity_get_ref (*entity);
}

/* How two items stand in the table: by the columns' order, and as they stand in time where that makes no difference. */
static int
compare (MigItemTable *self, MigEntity *a, MigEntity *b)
{
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (self->sorted);
  GtkOrdering order = sorter != NULL ? gtk_sorter_compare (sorter, a, b) : GTK_ORDERING_EQUAL;
  guint p = 0, q = 0;

  if (order != GTK_ORDERING_EQUAL)
    return order == GTK_ORDERING_SMALLER ? -1 : 1;
  mig_item_list_find (self->items, mig_entity_get_ref (a), &p);
  mig_item_list_find (self->items, mig_entity_get_ref (b), &q);

  return (p > q) - (p < q);
}

/**
 * mig_item_table_find:
 * @self: a table
 * @ref: a record
 * @position: (out): its row
 *
 * Finds a record's row by halving, so that not every row must be looked at.
 *
 * Returns: whether it has one: not while the filter hides it
 */
gboolean
mig_item_table_find (MigItemTable *self, MigRef ref, guint *position)
{
  g_autoptr (MigEntity) wanted = NULL;
  guint from = 0, to, ignored;

  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), FALSE);

  if (self->items == NULL || !mig_item_list_find (self->items, ref, &ignored))
    return FALSE;

  wanted = mig_entity_new (mig_item_list_get_corpus (self->items), ref);
  to = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  while (from < to)
    {
      const guint middle = from + (to - from) / 2;
      g_autoptr (MigEntity) entity = NULL;
      int order;

      if (get_sorted_ref (self, middle, &entity) == ref)
        {
          *position = middle;
          return TRUE;
        }
      order = compare (self, wanted, entity);
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }

  return FALSE;
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

/* Filtering or sorting has come to its end, or has just begun. */
static void
pending_cb (MigItemTable *self)
{
  if (self->items == NULL)
    return;

  show_count (self);
  if (gtk_filter_list_model_get_pending (self->filtered) == 0 && gtk_sort_list_model_get_pending (self->sorted) == 0)
    follow_selection (self);
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
  if (!self->following)
    follow_selection (self);
}

static void
navigator_corpus_cb (MigItemTable *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  g_clear_object (&self->items);
  if (corpus != NULL)
    self->items = mig_item_list_new (corpus);
  self->following = TRUE;
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->items));
  self->following = FALSE;
  pending_cb (self);
}

/* Filter */

static gboolean
passes (gpointer item, gpointer user_data)
{
  MigItemTable *self = user_data;

  return mig_item_passes (item, self->among, (const char *const *) self->words);
}

static void
filter_changed_cb (MigItemTable *self)
{
  g_autofree char *folded = mig_fold_text (gtk_editable_get_text (self->entry));

  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
  self->among = (MigItemKinds) gtk_drop_down_get_selected (self->kinds);
  if (self->filter == NULL)
    return;

  self->following = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  pending_cb (self);
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
  GtkListItem *list_item = get_list_item (row);

  return list_item != NULL ? mig_entity_get_ref (gtk_list_item_get_item (list_item)) : MIG_REF_NONE;
}

/* GtkWidget and GObject */

static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *rows = get_rows (self);

  if (rows == NULL || gtk_widget_get_height (rows) == 0)
    return G_SOURCE_CONTINUE;

  pending_cb (self);
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
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));

  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
mig_item_table_constructed (GObject *object)
{
  MigItemTable *self = MIG_ITEM_TABLE (object);

  G_OBJECT_CLASS (mig_item_table_parent_class)->constructed (object);

  create_models (self);
  g_signal_connect_object (self->navigator, "notify::corpus", G_CALLBACK (navigator_corpus_cb), self,
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

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
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

  set_up_column (self->title_column, MIG_ITEM_COLUMN_TITLE);
  set_up_column (self->kind_column, MIG_ITEM_COLUMN_KIND);
  set_up_column (self->date_column, MIG_ITEM_COLUMN_DATE);
  set_up_column (self->sessions_column, MIG_ITEM_COLUMN_SESSIONS);
  set_up_column (self->mentions_column, MIG_ITEM_COLUMN_MENTIONS);

  /* Who types while the focus is on a row filters. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->view));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (press, "end", G_CALLBACK (unpaired_cb), self);
  g_signal_connect (press, "cancel", G_CALLBACK (unpaired_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  mig_row_menu_install (GTK_WIDGET (self->view), get_row_ref, NULL);
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

static gboolean
focus_row_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *row;

  /* The row that was scrolled to has its widget after the list has been laid out. */
  if (--self->n_focus_frames > 0)
    return G_SOURCE_CONTINUE;
  row = find_row (self, gtk_single_selection_get_selected (self->selection));
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/**
 * mig_item_table_grab:
 * @self: a table
 *
 * Moves the focus to the row that is selected, or to the first one, once it is there.
 *
 * Returns: whether there is a row to have it
 */
gboolean
mig_item_table_grab (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  follow_selection (self);
  if (self->n_focus_frames <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_row_cb, NULL, NULL);
  self->n_focus_frames = 2;

  return TRUE;
}
