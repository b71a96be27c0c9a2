/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-hits.h"
#include "mig-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-timeline-item.h"

/*
 * MigTimeline: the drawn timeline as a widget.
 *
 *   navigator (what is selected) ─┐
 *   viewport (which span) ────────┼──► painter's layout ──► snapshot: one picture
 *   fonts, colours, size ─────────┘                    └──► lanes: a widget for each visible item
 *
 * Once a frame at most, and only when something changed, the layout is made anew; then each visible item gets a real
 * child widget, which has the focus, the tooltip and the name for screen readers, while the picture is painted whole.
 * Layout and children change in the frame clock's update phase, never while GTK allocates or draws.
 */

/* The least height of the timeline, as so many times that of its ruler: with all lanes, and with some left out. */
#define LEAST_RULERS 5.5
#define LEAST_RULERS_BRIEF 4.4

G_DEFINE_FINAL_TYPE (MigTimeline, mig_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_NAVIGATOR = 1,
  PROP_VIEWPORT,
  PROP_PALETTE,
  N_PROPS,
};

enum
{
  SIGNAL_ITEM_ACTIVATED,
  SIGNAL_LIST_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Layout */

MigTimelinePainter *
mig_timeline_get_painter (MigTimeline *self)
{
  if (self->painter == NULL)
    self->painter = mig_timeline_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->palette);
  return self->painter;
}

/* Fonts or colours changed: everything shaped so far is of no use. */
static void
drop_painter (MigTimeline *self)
{
  self->layout = NULL;
  mig_timeline_ease_forget (self->ease);
  g_clear_pointer (&self->painter, mig_timeline_painter_free);
}

static MigRef
focused_ref (MigTimeline *self)
{
  if (self->pending_focus != MIG_REF_NONE)
    return self->pending_focus;
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ? self->current : MIG_REF_NONE;
}

static gboolean
relayout (MigTimeline *self)
{
  MigCorpus *corpus = self->navigator != NULL ? mig_navigator_get_corpus (self->navigator) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  self->layout = NULL;
  if (corpus == NULL || self->viewport == NULL || width <= 0 || height <= 0)
    return FALSE;

  self->view = (MigTimelineView){
    .corpus = corpus,
    .subset = mig_navigator_get_subset (self->navigator),
    .start = mig_viewport_get_start (self->viewport),
    .end = mig_viewport_get_end (self->viewport),
    .width = width,
    .height = height,
    .selected = mig_navigator_get_selected (self->navigator),
    .focused = focused_ref (self),
    .mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .links_later = TRUE,
    .settling = self->settling,
  };
  mig_timeline_get_painter (self);
  mig_timeline_watch_titles (self);
  mig_timeline_order_view (self, &self->view);
  self->layout = mig_timeline_painter_layout (mig_timeline_get_painter (self), &self->view);
  mig_timeline_ease_layout (self);
  mig_timeline_fetch_links (self);
  mig_timeline_find_places (self);
  return TRUE;
}

/* Zooming in gives lanes more to show: the height that they want changes with it. */
static void
update_height (MigTimeline *self)
{
  int wanted = (int) ceil (mig_timeline_painter_get_height (self->painter, &self->view));

  if (wanted != self->wanted_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mig_timeline_update_now (MigTimeline *self)
{
  if (!relayout (self))
    return;
  update_height (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* The first picture does not wait for a hundred widgets to be made: they follow in the next frame. */
  if (!self->painted)
    return;
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    mig_timeline_lane_sync (MIG_TIMELINE_LANE (self->lanes[lane]), self->painter, &self->view, self->layout);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  mig_timeline_settle_focus (self);
  /* What has no item where the view came to rest does not take the focus at some later time. */
  if (!mig_viewport_is_moving (self->viewport))
    self->pending_focus = MIG_REF_NONE;
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigTimeline *self = MIG_TIMELINE (widget);

  self->update_id = 0;
  mig_timeline_update_now (self);
  return G_SOURCE_REMOVE;
}

void
mig_timeline_queue_update (MigTimeline *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* Movement */

static gboolean
move_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigTimeline *self = MIG_TIMELINE (widget);

  if (self->viewport != NULL && mig_viewport_advance (self->viewport, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->move_id = 0;
  return G_SOURCE_REMOVE;
}

static void
moving_cb (MigTimeline *self)
{
  if (self->move_id == 0 && mig_viewport_is_moving (self->viewport))
    self->move_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_cb, NULL, NULL);
}

/* Following navigator and viewport */

static void
selected_cb (MigTimeline *self)
{
  MigRef selected = mig_navigator_get_selected (self->navigator);
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  g_autofree char *before = g_steal_pointer (&self->selected_id);

  if (selected != MIG_REF_NONE)
    {
      self->current = selected;
      self->selected_id = g_strdup (mig_corpus_get_record (corpus, selected)->id);
      /* The same thing in a corpus that was read again is no reason to move the view. */
      if (g_strcmp0 (before, self->selected_id) != 0)
        mig_timeline_reveal (self, selected);
    }
  mig_timeline_queue_update (self);
}

static void
corpus_cb (MigTimeline *self)
{
  mig_timeline_update_following (self);
  self->titles_known = FALSE;
  mig_timeline_stop_linking (self);
  self->current = MIG_REF_NONE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  mig_timeline_queue_update (self);
}

/* What is joined to the selection is looked for anew, and what is in sight told. */
static void
subset_cb (MigTimeline *self)
{
  mig_timeline_update_following (self);
  mig_timeline_stop_linking (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  mig_timeline_queue_update (self);
  mig_timeline_queue_sight (self);
}

static void
navigator_bound_cb (MigTimeline *self)
{
  corpus_cb (self);
  selected_cb (self);
}

static void
viewport_bound_cb (MigTimeline *self)
{
  moving_cb (self);
  mig_timeline_queue_update (self);
  mig_timeline_queue_sight (self);
}

/* GtkWidget */

static void
mig_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  MigTimeline *self = MIG_TIMELINE (widget);
  MigCorpus *corpus = self->navigator != NULL ? mig_navigator_get_corpus (self->navigator) : NULL;
  MigTimelineView view = {
    .corpus = corpus, .subset = corpus != NULL ? mig_navigator_get_subset (self->navigator) : NULL, .start = 0,
    .end = 10000, .width = for_size > 0 ? for_size : 1280, .settling = self->settling,
  };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 1000;
      return;
    }
  *minimum = *natural = 120;
  if (corpus == NULL)
    return;
  mig_timeline_order_view (self, &view);
  if (self->viewport != NULL)
    {
      view.start = mig_viewport_get_start (self->viewport);
      view.end = mig_viewport_get_end (self->viewport);
    }
  if (for_size <= 0 && gtk_widget_get_width (widget) > 0)
    view.width = gtk_widget_get_width (widget);
  self->wanted_height = (int) ceil (mig_timeline_painter_get_height (mig_timeline_get_painter (self), &view));
  *natural = self->wanted_height;
  *minimum = MIN (*natural, (int) ceil (mig_timeline_painter_get_ruler_height (mig_timeline_get_painter (self)) *
                                        (self->brief ? LEAST_RULERS_BRIEF : LEAST_RULERS)));
}

static void
mig_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigTimeline *self = MIG_TIMELINE (widget);

  if (self->layout == NULL || self->view.width != width || self->view.height != height)
    {
      /* Painted right at once in this frame; items follow in the next one's update. */
      relayout (self);
      mig_timeline_queue_update (self);
    }
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    gtk_widget_size_allocate (self->lanes[lane], &(GtkAllocation){ 0, 0, width, height }, -1);
  mig_timeline_allocate_closes (self);
}

static void
mig_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MigTimeline *self = MIG_TIMELINE (widget);

  if (self->layout == NULL && !relayout (self))
    return;
  mig_timeline_painter_paint (self->painter, snapshot);
  if (self->results != NULL)
    mig_timeline_hits_paint (snapshot, self->painter, self->layout, &self->view, self->palette,
                             self->results, self->places);
  if (!self->painted)
    mig_timeline_queue_update (self);
  self->painted = TRUE;
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    gtk_widget_snapshot_child (widget, self->lanes[lane], snapshot);
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    if (self->closes[i] != NULL)
      gtk_widget_snapshot_child (widget, self->closes[i], snapshot);
}

static void
mig_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mig_timeline_parent_class)->css_changed (widget, change);
  drop_painter (MIG_TIMELINE (widget));
  mig_timeline_queue_update (MIG_TIMELINE (widget));
}

static void
mig_timeline_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mig_timeline_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_ICON_THEME || setting == GTK_SYSTEM_SETTING_DISPLAY)
    return;
  drop_painter (MIG_TIMELINE (widget));
  gtk_widget_queue_resize (widget);
}

static void
mig_timeline_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (mig_timeline_parent_class)->direction_changed (widget, previous);
  drop_painter (MIG_TIMELINE (widget));
  mig_timeline_queue_update (MIG_TIMELINE (widget));
}

static void
mig_timeline_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  MigTimeline *self = MIG_TIMELINE (widget);
  GtkWidget *item = child != NULL ? gtk_widget_get_focus_child (child) : NULL;

  GTK_WIDGET_CLASS (mig_timeline_parent_class)->set_focus_child (widget, child);
  if (item != NULL && MIG_IS_TIMELINE_ITEM (item))
    self->current = mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (item));
  mig_timeline_queue_update (self);
}

/* GObject */

static void
mig_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MigTimeline *self = MIG_TIMELINE (object);

  switch (id)
    {
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, self->viewport);
      break;
    case PROP_PALETTE:
      g_value_set_string (value, mig_timeline_get_palette (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mig_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MigTimeline *self = MIG_TIMELINE (object);

  switch (id)
    {
    case PROP_NAVIGATOR:
      mig_timeline_set_navigator (self, g_value_get_object (value));
      break;
    case PROP_VIEWPORT:
      mig_timeline_set_viewport (self, g_value_get_object (value));
      break;
    case PROP_PALETTE:
      mig_timeline_set_palette (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mig_timeline_finalize (GObject *object)
{
  mig_timeline_ease_free (MIG_TIMELINE (object)->ease);

  G_OBJECT_CLASS (mig_timeline_parent_class)->finalize (object);
}

static void
mig_timeline_dispose (GObject *object)
{
  MigTimeline *self = MIG_TIMELINE (object);

  g_clear_handle_id (&self->sight_id, g_source_remove);
  if (self->navigator_signals != NULL)
    g_signal_group_set_target (self->navigator_signals, NULL);
  if (self->viewport_signals != NULL)
    g_signal_group_set_target (self->viewport_signals, NULL);
  g_clear_object (&self->navigator_signals);
  g_clear_object (&self->viewport_signals);
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    g_clear_pointer (&self->lanes[lane], gtk_widget_unparent);
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    g_clear_pointer (&self->closes[i], gtk_widget_unparent);
  g_clear_object (&self->following);
  mig_timeline_stop_linking (self);
  drop_painter (self);
  mig_timeline_set_lane_order (self, NULL);
  g_clear_pointer (&self->selected_id, g_free);
  mig_timeline_forget_results (self);
  g_clear_object (&self->navigator);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (mig_timeline_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_NAVIGATOR] = g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR, flags);
  properties[PROP_VIEWPORT] = g_param_spec_object ("viewport", NULL, NULL, MIG_TYPE_VIEWPORT, flags);
  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, "light", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_timeline_class_init (MigTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_timeline_get_property;
  object_class->set_property = mig_timeline_set_property;
  object_class->dispose = mig_timeline_dispose;
  object_class->finalize = mig_timeline_finalize;
  widget_class->measure = mig_timeline_measure;
  widget_class->size_allocate = mig_timeline_size_allocate;
  widget_class->snapshot = mig_timeline_snapshot;
  widget_class->css_changed = mig_timeline_css_changed;
  widget_class->system_setting_changed = mig_timeline_system_setting_changed;
  widget_class->direction_changed = mig_timeline_direction_changed;
  widget_class->set_focus_child = mig_timeline_set_focus_child;
  widget_class->focus = mig_timeline_focus;
  install_properties (object_class);

  /* Someone pressed Enter on an item that is selected now: go on to its page. */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", MIG_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* An aggregate cannot be drawn apart: show its things, from this one on, as a list. */
  signals[SIGNAL_LIST_REQUESTED] = g_signal_new ("list-requested", MIG_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  mig_timeline_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_lanes (MigTimeline *self)
{
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      self->lanes[lane] = mig_timeline_lane_new (lane);
      g_signal_connect_swapped (self->lanes[lane], "item-activated", G_CALLBACK (mig_timeline_item_activated), self);
      gtk_widget_set_parent (self->lanes[lane], GTK_WIDGET (self));
    }
}

static void
mig_timeline_init (MigTimeline *self)
{
  self->palette = MIG_PALETTE_LIGHT;
  self->pointer_x = -1;
  self->ease = mig_timeline_ease_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-timeline");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);

  self->navigator_signals = g_signal_group_new (MIG_TYPE_NAVIGATOR);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::corpus", G_CALLBACK (corpus_cb), self);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::subset", G_CALLBACK (subset_cb), self);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->navigator_signals, "returned", G_CALLBACK (mig_timeline_return), self);
  self->viewport_signals = g_signal_group_new (MIG_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "changed", G_CALLBACK (mig_timeline_queue_update), self);
  g_signal_group_connect_swapped (self->viewport_signals, "changed", G_CALLBACK (mig_timeline_queue_sight), self);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::moving", G_CALLBACK (moving_cb), self);

  create_lanes (self);
  mig_timeline_add_gestures (self);
}

/**
 * mig_timeline_new:
 * @navigator: (nullable): what is selected
 * @viewport: (nullable): which span shows
 *
 * Returns: (transfer floating): a timeline
 */
GtkWidget *
mig_timeline_new (MigNavigator *navigator, MigViewport *viewport)
{
  return g_object_new (MIG_TYPE_TIMELINE, "navigator", navigator, "viewport", viewport, NULL);
}

/**
 * mig_timeline_set_navigator:
 * @navigator: (nullable): the selection to follow, and the corpus to show
 */
void
mig_timeline_set_navigator (MigTimeline *self, MigNavigator *navigator)
{
  g_return_if_fail (MIG_IS_TIMELINE (self));

  if (!g_set_object (&self->navigator, navigator))
    return;
  g_signal_group_set_target (self->navigator_signals, navigator);
  if (navigator != NULL)
    navigator_bound_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAVIGATOR]);
}

/**
 * mig_timeline_set_viewport:
 * @viewport: (nullable): the span to show; the timeline drives its movements by its own frame clock
 */
void
mig_timeline_set_viewport (MigTimeline *self, MigViewport *viewport)
{
  g_return_if_fail (MIG_IS_TIMELINE (self));

  if (!g_set_object (&self->viewport, viewport))
    return;
  g_signal_group_set_target (self->viewport_signals, viewport);
  if (viewport != NULL)
    viewport_bound_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEWPORT]);
}

/**
 * mig_timeline_get_palette:
 *
 * Returns: (transfer none): the name of the colours it is drawn in
 */
const char *
mig_timeline_get_palette (MigTimeline *self)
{
  g_return_val_if_fail (MIG_IS_TIMELINE (self), NULL);

  return mig_palette_get_name (self->palette);
}

/**
 * mig_timeline_set_palette:
 * @palette: (nullable): "light", "dark", "hc", "hc-dark" or "room"; anything else changes nothing
 */
void
mig_timeline_set_palette (MigTimeline *self, const char *palette)
{
  MigPalette before;

  g_return_if_fail (MIG_IS_TIMELINE (self));

  before = self->palette;
  if (!mig_palette_from_name (palette, &self->palette) || self->palette == before)
    return;
  drop_painter (self);
  mig_timeline_queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}
