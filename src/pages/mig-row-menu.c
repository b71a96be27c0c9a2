/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-row-menu.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison.h"
#include "mig-filter.h"

/* The context menu of a list's rows: by the secondary button, a long press, the Menu key or Shift+F10. It carries the
 * row's record to the window's actions. */

typedef struct
{
  MigNavigator *navigator; /* not owned: it lives longer */
  MigRowRefFunc get_ref;
  gpointer user_data;
  GMenuModel *extra; /* or NULL */
} Owner;

static void
owner_free (gpointer data)
{
  Owner *owner = data;

  g_clear_object (&owner->extra);
  g_free (owner);
}

static GMenuModel *
menu_new (const Owner *owner, MigRef ref)
{
  const MigKind kind = mig_ref_kind (ref);
  GMenu *menu = g_menu_new ();
  MigCorpus *corpus = mig_navigator_get_corpus (owner->navigator);
  const struct
  {
    const char *label;
    const char *action;
    gboolean is_for_it;
  } items[] = {
    { _("Open Its _Page"), "win.open-record", TRUE },
    { _("Show on the _Timeline"), "win.show-record", TRUE },
    { _("_Compare With…"), "win.compare-record", corpus != NULL && mig_comparison_is_of (corpus, ref) },
    { _("Add a _Bookmark"), "win.bookmark-record", TRUE },
    { _("Copy _Link"), "win.copy-link", TRUE },
    { _("Copy C_itation"), "win.copy-citation", TRUE },
    { _("_Follow on the Timeline"), "win.follow-record",
      kind == MIG_KIND_PERSON || kind == MIG_KIND_ORGANIZATION || kind == MIG_KIND_TOPIC },
    { _("Show _Only This"), "win.show-only", mig_filter_can_ask_for (ref) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "u", ref);
      if (items[i].is_for_it)
        g_menu_append_item (menu, item);
    }
  if (owner->extra != NULL)
    g_menu_append_section (menu, NULL, owner->extra);

  return G_MENU_MODEL (menu);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* The chosen action still has to run. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* The row that a widget is, or is in. */
static GtkWidget *
find_row (Owner *owner, GtkWidget *view, GtkWidget *widget, MigRef *ref)
{
  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    {
      if (!g_str_equal (gtk_widget_get_css_name (widget), "row"))
        continue;
      *ref = owner->get_ref (widget, owner->user_data);
      return *ref != MIG_REF_NONE ? widget : NULL;
    }

  return NULL;
}

/* The list is its parent: a row may come to stand for another record, or go. */
static gboolean
show_menu (const Owner *owner, GtkWidget *view, MigRef ref, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = menu_new (owner, ref);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, view);
  g_signal_connect_object (view, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));

  return TRUE;
}

static gboolean
show_at (Owner *owner, GtkWidget *view, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  MigRef ref = MIG_REF_NONE;

  return find_row (owner, view, picked, &ref) != NULL &&
         show_menu (owner, view, ref, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Owner *owner)
{
  if (show_at (owner, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, Owner *owner)
{
  if (show_at (owner, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const Owner *owner = user_data;
  MigRef ref = MIG_REF_NONE;
  graphene_rect_t bounds;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, view))
    return FALSE;
  row = find_row (user_data, view, focus, &ref);
  if (row == NULL || !gtk_widget_compute_bounds (row, view, &bounds))
    return FALSE;

  return show_menu (owner, view, ref,
                    &(GdkRectangle){ (int) (bounds.origin.x + bounds.size.width / 8),
                                     (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
}

/**
 * mig_row_menu_install:
 * @view: a list view or a column view
 * @navigator: what has the corpus of the rows; it must live as long as @view
 * @get_ref: tells the record of a row
 * @user_data: for @get_ref; it must live as long as @view
 *
 * Gives the rows of a list their context menu.
 */
void
mig_row_menu_install (GtkWidget *view, MigNavigator *navigator, MigRowRefFunc get_ref, gpointer user_data)
{
  Owner *owner = g_new0 (Owner, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (view));
  g_return_if_fail (get_ref != NULL);

  *owner = (Owner) { navigator, get_ref, user_data, NULL };
  g_object_set_data_full (G_OBJECT (view), "mig-row-menu", owner, owner_free);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), owner);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), owner);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (press));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                   gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                      gtk_callback_action_new (key_cb, owner, NULL)));
  gtk_widget_add_controller (view, keys);
}

/**
 * mig_row_menu_set_extra:
 * @view: a list with mig_row_menu_install()
 * @extra: what its menus offer beside the rest
 */
void
mig_row_menu_set_extra (GtkWidget *view, GMenuModel *extra)
{
  Owner *owner = g_object_get_data (G_OBJECT (view), "mig-row-menu");

  g_return_if_fail (owner != NULL);

  g_set_object (&owner->extra, extra);
}
