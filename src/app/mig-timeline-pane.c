/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-columns.h"
#include "mig-filter-text.h"
#include "mig-item-table.h"
#include "mig-jump.h"
#include "mig-lane-menu.h"
#include "mig-popovers.h"
#include "mig-timeline.h"

/* MigTimelinePane
 *
 * The timeline or, in its place, its twin: the same items as a table. And what belongs to both: where to type a date,
 * and the menu of lanes in the corner between ruler and names.
 *
 *   MigNavigator ──┬──▶ MigTimeline ◀──┬── MigViewport ◀── MigJump
 *                  └──▶ MigItemTable   └── MigLaneOrder ◀──▶ MigLaneMenu
 *
 * Table, popover and menu are made when they are first asked for.
 */

/* Width, in em, from which on lanes have names, and the corner above them is wide enough for a button. */
#define CORNER_EM 36.0
/* What one jumps to has this part of it to spare at each side, and fills the view with no fewer days. */
#define JUMP_MARGIN 0.04
#define JUMP_LEAST_DAYS 14.0

/* In a view that the navigator keeps: whether a list stands in the timeline's place, and which one, how. */
#define KEY_SHOWS_LIST "shows-list"
#define KEY_LIST "list"

struct _MigTimelinePane
{
  GtkWidget parent_instance;

  MigNavigator *navigator;
  MigViewport *viewport;
  MigLaneOrder *lane_order;

  GtkWidget *overlay;
  GtkWidget *box;
  GtkWidget *timeline;
  GtkWidget *corner;
  GtkWidget *nothing; /* over the drawing, where filters have left nothing to draw */
  GtkWidget *table; /* NULL until it is first shown */
  GtkWidget *jump;  /* NULL until it is first shown */
  GtkWidget *lanes; /* NULL until it is first shown */
  double width_em;
  guint fold_id;
};

enum
{
  PROP_SHOWS_LIST = 1,
  N_PROPS,
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigTimelinePane, mig_timeline_pane, GTK_TYPE_WIDGET)

static void
fold (MigTimelinePane *self)
{
  const gboolean shows_list = mig_timeline_pane_get_shows_list (self);
  MigSubset *subset = mig_navigator_get_subset (self->navigator);

  gtk_widget_set_visible (self->corner, self->width_em >= CORNER_EM && !shows_list);
  gtk_widget_set_visible (self->nothing, !shows_list && subset != NULL && mig_filter_shows_nothing (subset));
  if (self->table != NULL)
    mig_item_table_set_width (MIG_ITEM_TABLE (self->table), self->width_em);
}

static gboolean
fold_cb (gpointer user_data)
{
  MigTimelinePane *self = user_data;

  self->fold_id = 0;
  fold (self);

  return G_SOURCE_REMOVE;
}

/* What is shown may not change while sizes are given out; it does before the next frame. */
static void
watch_width (MigTimelinePane *self)
{
  double width_em = gtk_widget_get_width (GTK_WIDGET (self)) / mig_columns_get_em (GTK_WIDGET (self));

  if (fabs (width_em - self->width_em) < 0.01)
    return;
  self->width_em = width_em;
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
mig_timeline_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (MIG_TIMELINE_PANE (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
mig_timeline_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigTimelinePane *self = MIG_TIMELINE_PANE (widget);

  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->jump != NULL)
    gtk_popover_present (GTK_POPOVER (self->jump));
  if (self->lanes != NULL)
    gtk_popover_present (GTK_POPOVER (self->lanes));
  watch_width (self);
}

/* The corner that the column of names and the ruler leave free, at whichever side time begins. */
static gboolean
place_corner_cb (GtkOverlay *overlay, GtkWidget *corner, GdkRectangle *place, MigTimelinePane *self)
{
  int width, height, wanted;

  if (corner != self->corner)
    return FALSE;
  mig_timeline_get_corner (MIG_TIMELINE (self->timeline), &width, &height);
  gtk_widget_measure (corner, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  width = MAX (width - 1, wanted);
  *place = (GdkRectangle) { 0, 0, width, MAX (height - 1, 1) };
  if (gtk_widget_get_direction (self->timeline) == GTK_TEXT_DIR_RTL)
    place->x = gtk_widget_get_width (GTK_WIDGET (overlay)) - width;

  return TRUE;
}

static void
picked_cb (MigTimelinePane *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
kind_changed_cb (MigTimelinePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_LIST]);
}

static GtkWidget *
ensure_table (MigTimelinePane *self)
{
  if (self->table != NULL)
    return self->table;

  self->table = mig_item_table_new (self->navigator);
  gtk_widget_set_visible (self->table, FALSE);
  gtk_widget_set_vexpand (self->table, TRUE);
  mig_item_table_set_width (MIG_ITEM_TABLE (self->table), self->width_em);
  g_signal_connect_object (self->table, "notify::kind", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->table);

  return self->table;
}

/* A place is remembered with the list that it was seen in. */
static void
collect_view_cb (MigTimelinePane *self, GVariantDict *view)
{
  g_autoptr (GVariant) state = NULL;

  g_variant_dict_insert (view, KEY_SHOWS_LIST, "b", mig_timeline_pane_get_shows_list (self));
  if (!mig_timeline_pane_get_shows_list (self))
    return;
  state = mig_item_table_dup_state (MIG_ITEM_TABLE (self->table));
  g_variant_dict_insert_value (view, KEY_LIST, state);
}

static void
view_returned_cb (MigTimelinePane *self, GVariant *view)
{
  g_autoptr (GVariant) state = g_variant_lookup_value (view, KEY_LIST, G_VARIANT_TYPE_VARDICT);
  gboolean shows_list;

  if (!g_variant_lookup (view, KEY_SHOWS_LIST, "b", &shows_list))
    return;
  if (shows_list && state != NULL)
    mig_item_table_set_state (MIG_ITEM_TABLE (ensure_table (self)), state);
  mig_timeline_pane_set_shows_list (self, shows_list);
}

/* A span without an end goes on to where the corpus does. */
static void
span_chosen_cb (MigTimelinePane *self, const MigDate *date)
{
  double start = mig_date_first_day (date), end = mig_date_last_day (date) + 1, home_start, home_end, margin;

  mig_viewport_get_home (self->viewport, &home_start, &home_end);
  if (date->flags & MIG_DATE_OPEN_START)
    start = MIN (home_start, end - JUMP_LEAST_DAYS);
  if (date->flags & MIG_DATE_OPEN_END)
    end = MAX (home_end, start + JUMP_LEAST_DAYS);
  margin = MAX ((end - start) * JUMP_MARGIN, (JUMP_LEAST_DAYS - (end - start)) / 2);

  mig_timeline_pane_set_shows_list (self, FALSE);
  mig_timeline_fly_to (MIG_TIMELINE (self->timeline), start - margin, end + margin);
}

static void
mig_timeline_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_LIST)
    g_value_set_boolean (value, mig_timeline_pane_get_shows_list (MIG_TIMELINE_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mig_timeline_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_LIST)
    mig_timeline_pane_set_shows_list (MIG_TIMELINE_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mig_timeline_pane_dispose (GObject *object)
{
  MigTimelinePane *self = MIG_TIMELINE_PANE (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_pointer (&self->jump, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  g_clear_object (&self->viewport);
  g_clear_object (&self->lane_order);

  G_OBJECT_CLASS (mig_timeline_pane_parent_class)->dispose (object);
}

static void
mig_timeline_pane_class_init (MigTimelinePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_timeline_pane_get_property;
  object_class->set_property = mig_timeline_pane_set_property;
  object_class->dispose = mig_timeline_pane_dispose;
  widget_class->measure = mig_timeline_pane_measure;
  widget_class->size_allocate = mig_timeline_pane_size_allocate;

  properties[PROP_SHOWS_LIST] =
    g_param_spec_boolean ("shows-list", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigTimelinePane::picked:
   *
   * A row of the table was activated: go on to its page.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", MIG_TYPE_TIMELINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timelinepane");
}

static GtkWidget *
corner_new (void)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (content), gtk_label_new (C_("timeline", "Lanes")));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.lanes");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mig-corner");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("timeline", "Lanes"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Show, hide and move lanes"),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);

  return button;
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (_("Nothing on the timeline passes these filters."));
  GtkWidget *button = gtk_button_new ();

  mig_popovers_set_name (GTK_BUTTON (button), _("_Clear All Filters"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "mig-filter-nothing");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, FALSE);

  return box;
}

static void
mig_timeline_pane_init (MigTimelinePane *self)
{
  self->lane_order = mig_lane_order_new ();
  self->overlay = gtk_overlay_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->corner = corner_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->box);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->corner);
  self->nothing = nothing_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->nothing);
  g_signal_connect (self->overlay, "get-child-position", G_CALLBACK (place_corner_cb), self);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

/**
 * mig_timeline_pane_new:
 * @navigator: the corpus, and what is selected
 * @viewport: the span in sight
 *
 * Returns: (transfer floating): a timeline with its twin
 */
GtkWidget *
mig_timeline_pane_new (MigNavigator *navigator, MigViewport *viewport)
{
  MigTimelinePane *self = g_object_new (MIG_TYPE_TIMELINE_PANE, NULL);

  self->navigator = g_object_ref (navigator);
  self->viewport = g_object_ref (viewport);
  self->timeline = mig_timeline_new (navigator, viewport);
  mig_timeline_set_lane_order (MIG_TIMELINE (self->timeline), self->lane_order);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  gtk_box_prepend (GTK_BOX (self->box), self->timeline);
  g_signal_connect_object (navigator, "notify::subset", G_CALLBACK (fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "collect-view", G_CALLBACK (collect_view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "view-returned", G_CALLBACK (view_returned_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * mig_timeline_pane_get_timeline:
 * @self: a pane
 *
 * Returns: (transfer none): the drawn timeline, shown or not
 */
GtkWidget *
mig_timeline_pane_get_timeline (MigTimelinePane *self)
{
  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), NULL);

  return self->timeline;
}

/**
 * mig_timeline_pane_get_lane_order:
 * @self: a pane
 *
 * Returns: (transfer none): which lanes the timeline shows, in which order
 */
MigLaneOrder *
mig_timeline_pane_get_lane_order (MigTimelinePane *self)
{
  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), NULL);

  return self->lane_order;
}

/**
 * mig_timeline_pane_get_shows_list:
 * @self: a pane
 *
 * Returns: whether the table stands in the timeline's place
 */
gboolean
mig_timeline_pane_get_shows_list (MigTimelinePane *self)
{
  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), FALSE);

  return self->table != NULL && gtk_widget_get_visible (self->table);
}

/**
 * mig_timeline_pane_set_shows_list:
 * @self: a pane
 * @shows_list: whether to show the table in the timeline's place
 *
 * Changes between the drawing and the table. A focus that was in the one goes to the same item in the other.
 */
void
mig_timeline_pane_set_shows_list (MigTimelinePane *self, gboolean shows_list)
{
  GtkRoot *root;
  GtkWidget *focus;
  gboolean had_focus;

  g_return_if_fail (MIG_IS_TIMELINE_PANE (self));

  if (!shows_list == !mig_timeline_pane_get_shows_list (self))
    return;

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->box);

  gtk_widget_set_visible (ensure_table (self), shows_list);
  gtk_widget_set_visible (self->timeline, !shows_list);
  fold (self);
  if (had_focus)
    mig_timeline_pane_grab (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_LIST]);
}

/**
 * mig_timeline_pane_get_list:
 * @self: a pane
 *
 * Returns: (transfer none): the id of the list in the timeline's place; "" while the timeline is shown
 */
const char *
mig_timeline_pane_get_list (MigTimelinePane *self)
{
  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), "");

  return mig_timeline_pane_get_shows_list (self)
         ? mig_item_kind_get_id (mig_item_table_get_kind (MIG_ITEM_TABLE (self->table))) : "";
}

/**
 * mig_timeline_pane_show_list:
 * @self: a pane
 * @id: the id of a kind of list, or "" for the timeline
 *
 * Shows a list in the timeline's place, and moves the focus there.
 *
 * Returns: whether there is such a list
 */
gboolean
mig_timeline_pane_show_list (MigTimelinePane *self, const char *id)
{
  MigItemKind kind;

  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), FALSE);

  if (*id != '\0' && !mig_item_kind_from_id (id, &kind))
    return FALSE;

  if (*id != '\0')
    mig_item_table_set_kind (MIG_ITEM_TABLE (ensure_table (self)), kind);
  mig_timeline_pane_set_shows_list (self, *id != '\0');
  mig_timeline_pane_grab (self);

  return TRUE;
}

/**
 * mig_timeline_pane_grab:
 * @self: a pane
 *
 * Moves the focus to what is selected, in the drawing or in the table.
 *
 * Returns: whether something there has it, or will
 */
gboolean
mig_timeline_pane_grab (MigTimelinePane *self)
{
  MigRef selected;

  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), FALSE);

  if (mig_timeline_pane_get_shows_list (self))
    return mig_item_table_grab (MIG_ITEM_TABLE (self->table));

  selected = mig_navigator_get_selected (self->navigator);

  return (selected != MIG_REF_NONE && mig_timeline_grab_item (MIG_TIMELINE (self->timeline), selected)) ||
         gtk_widget_child_focus (self->timeline, GTK_DIR_TAB_FORWARD);
}

/**
 * mig_timeline_pane_show_record:
 * @self: a pane
 * @ref: a record
 *
 * Shows the timeline where @ref is to be seen, and moves the focus to it if it has a place there.
 *
 * Returns: whether it is to be seen anywhere
 */
gboolean
mig_timeline_pane_show_record (MigTimelinePane *self, MigRef ref)
{
  g_return_val_if_fail (MIG_IS_TIMELINE_PANE (self), FALSE);

  mig_timeline_pane_set_shows_list (self, FALSE);

  return mig_timeline_show_record (MIG_TIMELINE (self->timeline), ref);
}

/**
 * mig_timeline_pane_popup_jump:
 * @self: a pane
 *
 * Shows where a date can be typed.
 */
void
mig_timeline_pane_popup_jump (MigTimelinePane *self)
{
  GdkRectangle at = { 0, 0, 1, 1 };

  g_return_if_fail (MIG_IS_TIMELINE_PANE (self));

  if (self->jump == NULL)
    {
      self->jump = mig_jump_new ();
      gtk_widget_set_parent (self->jump, GTK_WIDGET (self));
      gtk_popover_set_position (GTK_POPOVER (self->jump), GTK_POS_BOTTOM);
      g_signal_connect_object (self->jump, "span-chosen", G_CALLBACK (span_chosen_cb), self, G_CONNECT_SWAPPED);
    }

  /* Under the ruler: that is what it is about. */
  mig_timeline_get_corner (MIG_TIMELINE (self->timeline), NULL, &at.y);
  at.x = gtk_widget_get_width (GTK_WIDGET (self)) / 2;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->jump), &at);
  mig_popovers_popup (GTK_POPOVER (self->jump));
}

/**
 * mig_timeline_pane_popup_lanes:
 * @self: a pane
 *
 * Shows the menu of lanes, and the lanes with it.
 */
void
mig_timeline_pane_popup_lanes (MigTimelinePane *self)
{
  GdkRectangle at = { 0, 0, 1, 1 };
  int width = 0;

  g_return_if_fail (MIG_IS_TIMELINE_PANE (self));

  mig_timeline_pane_set_shows_list (self, FALSE);
  if (self->lanes == NULL)
    {
      self->lanes = mig_lane_menu_new (self->lane_order);
      gtk_widget_set_parent (self->lanes, GTK_WIDGET (self));
      gtk_popover_set_position (GTK_POPOVER (self->lanes), GTK_POS_BOTTOM);
    }

  mig_timeline_get_corner (MIG_TIMELINE (self->timeline), &width, &at.y);
  at.x = width / 2;
  if (gtk_widget_get_direction (self->timeline) == GTK_TEXT_DIR_RTL)
    at.x = gtk_widget_get_width (GTK_WIDGET (self)) - at.x;
  mig_lane_menu_set_corpus (MIG_LANE_MENU (self->lanes), mig_navigator_get_corpus (self->navigator));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->lanes), &at);
  mig_popovers_popup (GTK_POPOVER (self->lanes));
}
