/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table-private.h"

#include <glib/gi18n-lib.h>

#include "mig-entity.h"
#include "mig-item-cells.h"
#include "mig-row-menu.h"

/* MigItemTable
 *
 * The whole corpus as lists: the timeline's items, meetings, sessions, speakers, organizations, events, documents,
 * topics and figures, each with its own columns. They can be sorted, filtered, gone through by typing, and copied.
 *
 *   kind ──▶ MigItemList ──▶ MigItemIndex ──thread──▶ MigItemOrder ──▶ MigItemRows ──▶ GtkColumnView
 *                columns' sorter, filter ──┘                               ▲
 *                                                        MigNavigator ◀────┘ selected
 *
 * Only the rows in sight have widgets, and nothing that looks at all of them is done in the main thread.
 */

/* Widths, in em, from which on there is room for the number of rows, and for the column to filter. */
#define COUNT_EM 36.0
#define WITHIN_EM 48.0

enum
{
  PROP_NAVIGATOR = 1,
  PROP_KIND,
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

/* The list inside of the view has the rows, and the action that scrolls to one. */
GtkWidget *
mig_item_table_get_list (MigItemTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (gtk_widget_get_css_name (child), "listview"))
        return child;
    }

  return NULL;
}

static GtkWidget *
find_row (MigItemTable *self, guint row)
{
  GtkWidget *list = mig_item_table_get_list (self);

  for (GtkWidget *widget = list != NULL ? gtk_widget_get_first_child (list) : NULL; widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkListItem *list_item = mig_item_cells_get_list_item (widget);

      if (list_item != NULL && gtk_list_item_get_position (list_item) == row)
        return widget;
    }

  return NULL;
}

static void
scroll_to_row (MigItemTable *self, guint row)
{
  GtkWidget *list = mig_item_table_get_list (self);

  if (list != NULL && gtk_widget_get_height (list) > 0)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
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

  return self->rows != NULL && mig_item_rows_find (self->rows, ref, position);
}

/* Following the navigator, and leading it */

/* Selects what the navigator has selected, and nothing else. */
void
mig_item_table_follow (MigItemTable *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->rows);
  guint row;

  self->following = TRUE;
  if (!mig_item_table_find (self, mig_navigator_get_selected (self->navigator), &row))
    {
      gtk_selection_model_unselect_all (model);
    }
  else
    {
      gtk_selection_model_select_item (model, row, TRUE);
      if (self->kept_scroll < 0)
        scroll_to_row (self, row);
    }
  self->following = FALSE;
}

/* Selects a row as the arrow keys do, and moves the focus there. */
void
mig_item_table_select_row (MigItemTable *self, guint row)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), row, TRUE);
  scroll_to_row (self, row);
  mig_item_table_grab (self);
}

/* One row is a place; several are for copying. A click goes there; the keys pass over many. */
static void
selection_changed_cb (MigItemTable *self)
{
  g_autoptr (GArray) selected = NULL;

  if (self->following || mig_item_rows_get_n_selected (self->rows) != 1)
    return;

  selected = mig_item_rows_get_selected (self->rows);
  self->following = TRUE;
  if (self->pressed)
    mig_navigator_select (self->navigator, g_array_index (selected, MigRef, 0));
  else
    mig_navigator_walk (self->navigator, g_array_index (selected, MigRef, 0));
  self->following = FALSE;
}

static void
navigator_selected_cb (MigItemTable *self)
{
  if (!self->following && mig_item_table_is_settled (self))
    mig_item_table_follow (self);
}

/* Filter */

static void
filter_changed_cb (MigItemTable *self)
{
  mig_item_table_rearrange (self);
}

static void
kind_chosen_cb (MigItemTable *self)
{
  if (!self->filling && gtk_drop_down_get_selected (self->kinds) < MIG_N_ITEM_KINDS)
    mig_item_table_set_kind (self, (MigItemKind) gtk_drop_down_get_selected (self->kinds));
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
  const MigRef ref = mig_item_rows_get_ref (self->rows, position);

  if (ref == MIG_REF_NONE)
    return;
  mig_navigator_select (self->navigator, ref);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MigItemTable *self)
{
  self->pressed = TRUE;
}

/* A row is selected when the button is let go, which comes after the end of the gesture that saw it pressed: only a key
 * tells that it is no click any more. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, MigItemTable *self)
{
  self->pressed = FALSE;

  return GDK_EVENT_PROPAGATE;
}

/* A menu is about to be shown for a row. It is for all that are selected, if the row is one of them. */
static MigRef
get_row_ref (GtkWidget *row, gpointer user_data)
{
  MigItemTable *self = user_data;
  GtkListItem *list_item = mig_item_cells_get_list_item (row);
  guint position;

  if (list_item == NULL)
    return MIG_REF_NONE;
  position = gtk_list_item_get_position (list_item);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), position, TRUE);

  return mig_item_rows_get_ref (self->rows, position);
}

/* GtkWidget and GObject */

static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *list = mig_item_table_get_list (self);

  if (list == NULL || gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  if (mig_item_table_is_settled (self) && mig_item_rows_get_n_selected (self->rows) < 2)
    mig_item_table_follow (self);
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
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mig_item_table_copy (MIG_ITEM_TABLE (widget));
}

static void
mig_item_table_constructed (GObject *object)
{
  MigItemTable *self = MIG_ITEM_TABLE (object);
  g_autoptr (GMenu) copy = g_menu_new ();

  G_OBJECT_CLASS (mig_item_table_parent_class)->constructed (object);

  g_menu_append (copy, _("Copy _Rows"), "table.copy");
  mig_row_menu_install (GTK_WIDGET (self->view), self->navigator, get_row_ref, self);
  mig_row_menu_set_extra (GTK_WIDGET (self->view), G_MENU_MODEL (copy));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (mig_item_table_rearrange),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (mig_item_table_show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::corpus", G_CALLBACK (mig_item_table_take_corpus), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::subset", G_CALLBACK (mig_item_table_take_subset), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (navigator_selected_cb), self,
                           G_CONNECT_SWAPPED);
  mig_item_table_begin (self);
}

static void
mig_item_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KIND)
    g_value_set_string (value, mig_item_kind_get_id (MIG_ITEM_TABLE (object)->kind));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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

  mig_item_table_clear_keys (self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  mig_item_table_clear_rows (self);
  g_clear_object (&self->navigator);

  G_OBJECT_CLASS (mig_item_table_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-item-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, bar);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, entry);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, kinds);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, within);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, count);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, overlay);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, view);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, nothing);
  gtk_widget_class_bind_template_child (widget_class, MigItemTable, ahead);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
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
  object_class->get_property = mig_item_table_get_property;
  object_class->set_property = mig_item_table_set_property;
  object_class->dispose = mig_item_table_dispose;
  widget_class->map = mig_item_table_map;

  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * MigItemTable:kind:
   *
   * What is listed, by mig_item_kind_get_id().
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "timeline",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigItemTable::picked:
   *
   * A row was activated, and what it stands for is selected.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", MIG_TYPE_ITEM_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_set_css_name (widget_class, "itemtable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_item_table_init (MigItemTable *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = mig_item_rows_new ();
  self->kept_scroll = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lists of the corpus"), -1);
  mig_item_table_add_keys (self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * mig_item_table_new:
 * @navigator: the corpus, and what is selected
 *
 * Returns: (transfer floating): the lists of a corpus, with that of what the timeline shows first
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
 * Returns: (transfer none): its rows as they stand, a #GListModel of #MigEntity and a #GtkSelectionModel
 */
GListModel *
mig_item_table_get_model (MigItemTable *self)
{
  g_return_val_if_fail (MIG_IS_ITEM_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * mig_item_table_set_width:
 * @self: a table
 * @width_em: how wide it is, in em
 *
 * Leaves out what there is no room for: what a row is called and its date are told in any width.
 */
void
mig_item_table_set_width (MigItemTable *self, double width_em)
{
  g_return_if_fail (MIG_IS_ITEM_TABLE (self));

  self->width_em = width_em;
  gtk_widget_set_visible (GTK_WIDGET (self->count), width_em >= COUNT_EM);
  gtk_widget_set_visible (GTK_WIDGET (self->within), width_em >= WITHIN_EM);
  mig_item_table_fold_columns (self);
}

/* The row that is selected, or the first one, or where the filter is typed that hides them all. */
static guint
get_focus_row (MigItemTable *self)
{
  g_autoptr (GArray) selected = mig_item_rows_get_selected (self->rows);
  guint row = 0;

  if (selected->len > 0)
    mig_item_rows_find (self->rows, g_array_index (selected, MigRef, 0), &row);

  return row;
}

static gboolean
focus_row_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigItemTable *self = MIG_ITEM_TABLE (widget);
  GtkWidget *row;

  /* The row that was scrolled to has its widget after the list has been laid out. */
  if (!mig_item_table_is_settled (self) || --self->n_focus_frames > 0)
    return G_SOURCE_CONTINUE;
  self->grabs = FALSE;
  row = find_row (self, get_focus_row (self));
  if (row == NULL)
    row = find_row (self, 0);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));

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

  if (self->index == NULL)
    return FALSE;

  if (self->n_focus_frames <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_row_cb, NULL, NULL);
  self->n_focus_frames = 2;

  return TRUE;
}
