/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-overview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mig-animations.h"
#include "mig-date-format.h"
#include "mig-time-index.h"

/*
 * MigOverview: the whole span at a glance, under the timeline. Bars tell how many events fall into each part of it,
 * strokes where the meetings are, and a handle which part the timeline shows; drag the handle to pan, its ends to zoom.
 *
 *   navigator ──► buckets (once for each subset) ──► strip
 *   viewport  ◄──────────────────────────────────► handle
 */

#define HEIGHT 46
#define GRIP_TARGET 12
#define REST_MS 300
/* What a key moves the handle by, or one of its ends: a part of the handle. */
#define KEY_STEP 0.1
#define KEY_PAGE 0.75
#define STEP_DURATION (200 * G_TIME_SPAN_MILLISECOND)

G_DEFINE_FINAL_TYPE (MigOverview, mig_overview, GTK_TYPE_WIDGET)

enum
{
  PROP_NAVIGATOR = 1,
  PROP_VIEWPORT,
  PROP_PALETTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the strip shows */

static void
count_events (MigOverview *self)
{
  MigCorpus *corpus = mig_overview_get_corpus (self);
  const MigTimeIndex *events, *all;
  guint before, all_before;

  memset (self->buckets, 0, sizeof (self->buckets));
  memset (self->hidden, 0, sizeof (self->hidden));
  self->fullest = 0;
  if (corpus == NULL || self->last <= self->first)
    return;
  events = mig_subset_get_index (mig_overview_get_subset (self), MIG_TRACK_EVENTS);
  all = mig_time_index_get (corpus, MIG_TRACK_EVENTS);
  before = mig_time_index_find_day (events, self->first);
  all_before = mig_time_index_find_day (all, self->first);
  for (guint i = 0; i < MIG_OVERVIEW_N_BUCKETS; i++)
    {
      double end = self->first + (self->last - self->first) * (i + 1) / MIG_OVERVIEW_N_BUCKETS;
      guint past = mig_time_index_find_day (events, end), all_past = mig_time_index_find_day (all, end);

      self->buckets[i] = past - before;
      self->hidden[i] = all_past - all_before - self->buckets[i];
      self->fullest = MAX (self->fullest, all_past - all_before);
      before = past;
      all_before = all_past;
    }
}

/* Those of another corpus are none. */
static void
count_hits (MigOverview *self)
{
  memset (self->hits, 0, sizeof self->hits);
  if (self->results != NULL && self->last > self->first &&
      mig_search_results_get_corpus (self->results) == mig_overview_get_corpus (self))
    mig_search_results_count (self->results, self->first, self->last, MIG_OVERVIEW_N_BUCKETS, self->hits);
}

static void
refresh (MigOverview *self)
{
  if (self->viewport != NULL)
    mig_viewport_get_home (self->viewport, &self->first, &self->last);
  count_events (self);
  count_hits (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mig_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  MigOverview *self = MIG_OVERVIEW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (HEIGHT * mig_overview_get_unit (self));
  else
    {
      *minimum = 120;
      *natural = 800;
    }
}

/* Movement */

static MigOverviewPart
part_at (MigOverview *self, double x)
{
  double target = GRIP_TARGET * mig_overview_get_unit (self), x0, x1;

  mig_overview_get_handle (self, &x0, &x1);
  if (fabs (x - x0) <= target && fabs (x - x0) <= fabs (x - x1))
    return MIG_OVERVIEW_PART_START;
  if (fabs (x - x1) <= target)
    return MIG_OVERVIEW_PART_END;
  return x > x0 && x < x1 ? MIG_OVERVIEW_PART_HANDLE : MIG_OVERVIEW_PART_NONE;
}

static gint64
get_duration (MigOverview *self)
{
  return mig_animations_are_enabled (GTK_WIDGET (self)) ? STEP_DURATION : 0;
}

static void
update_value (MigOverview *self)
{
  g_autofree char *span = NULL;
  gint first, last;

  if (self->viewport == NULL)
    return;
  first = (gint) mig_viewport_get_start (self->viewport);
  last = (gint) mig_viewport_get_end (self->viewport);
  span = mig_date_format_span (MAX (first, 1), MAX (last, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, span, -1);
}

static gboolean
rest_cb (gpointer user_data)
{
  MigOverview *self = user_data;

  self->rest_id = 0;
  update_value (self);

  return G_SOURCE_REMOVE;
}

/* The value is told when the handle rests, however it came there. */
static void
queue_value (MigOverview *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

static void
viewport_cb (MigOverview *self)
{
  double first, last;

  mig_viewport_get_home (self->viewport, &first, &last);
  if (first != self->first || last != self->last)
    refresh (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_value (self);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, MigOverview *self)
{
  double at = mig_overview_widget_x_to_x (self, x), middle, span;

  if (self->viewport == NULL || mig_overview_get_corpus (self) == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragged = part_at (self, at);
  if (self->dragged == MIG_OVERVIEW_PART_NONE)
    {
      /* A press beside the handle brings it there; the drag goes on from there. */
      span = mig_viewport_get_span (self->viewport);
      middle = self->first + at / mig_overview_get_strip_width (self) * (self->last - self->first);
      mig_viewport_animate_to (self->viewport, middle - span / 2, middle + span / 2, MIG_EASING_OUT,
                               get_duration (self));
      self->drag_start = middle - span / 2;
      self->drag_end = middle + span / 2;
      self->dragged = MIG_OVERVIEW_PART_HANDLE;
      return;
    }
  self->drag_start = mig_viewport_get_start (self->viewport);
  self->drag_end = mig_viewport_get_end (self->viewport);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, MigOverview *self)
{
  double sign = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  double days = sign * dx / mig_overview_get_strip_width (self) * (self->last - self->first);
  double start = self->drag_start, end = self->drag_end;

  if (self->viewport == NULL || self->dragged == MIG_OVERVIEW_PART_NONE || fabs (dx) < 1)
    return;
  if (self->dragged != MIG_OVERVIEW_PART_END)
    start += days;
  if (self->dragged != MIG_OVERVIEW_PART_START)
    end += days;
  if (self->dragged == MIG_OVERVIEW_PART_START)
    start = MIN (start, end - MIG_VIEWPORT_MIN_SPAN);
  if (self->dragged == MIG_OVERVIEW_PART_END)
    end = MAX (end, start + MIG_VIEWPORT_MIN_SPAN);
  mig_viewport_set_span (self->viewport, start, end);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, MigOverview *self)
{
  self->dragged = MIG_OVERVIEW_PART_NONE;
  update_value (self);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MigOverview *self)
{
  MigOverviewPart part = MIG_OVERVIEW_PART_NONE;
  const char *cursor = NULL;

  if (self->viewport != NULL)
    part = part_at (self, mig_overview_widget_x_to_x (self, x));
  if (part == MIG_OVERVIEW_PART_START || part == MIG_OVERVIEW_PART_END)
    cursor = "ew-resize";
  else if (part == MIG_OVERVIEW_PART_HANDLE)
    cursor = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* Moves one end of the handle, or both. */
static void
move_ends (MigOverview *self, double start_days, double end_days)
{
  double start, end, first, last;

  mig_viewport_get_target (self->viewport, &start, &end);
  mig_viewport_get_limits (self->viewport, &first, &last);
  start += start_days;
  end += end_days;
  /* An end that is moved by itself stops at what can be shown, and before the other end. */
  if (start_days == 0)
    end = MIN (end, last);
  if (end_days == 0)
    start = MAX (start, first);
  if (end - start < MIG_VIEWPORT_MIN_SPAN && start_days > 0)
    start = end - MIG_VIEWPORT_MIN_SPAN;
  else if (end - start < MIG_VIEWPORT_MIN_SPAN)
    end = start + MIG_VIEWPORT_MIN_SPAN;
  mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_OUT, get_duration (self));
}

/* One for all: the table of actions below says which name means what. */
static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MigOverview *self = MIG_OVERVIEW (widget);
  double start, end, span, right;

  if (self->viewport == NULL)
    return;
  mig_viewport_get_target (self->viewport, &start, &end);
  span = end - start;
  right = (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -span : span) * KEY_STEP;
  if (g_str_equal (name, "overview.left"))
    move_ends (self, -right, -right);
  else if (g_str_equal (name, "overview.right"))
    move_ends (self, right, right);
  else if (g_str_equal (name, "overview.end-left"))
    move_ends (self, 0, -right);
  else if (g_str_equal (name, "overview.end-right"))
    move_ends (self, 0, right);
  else if (g_str_equal (name, "overview.start-left"))
    move_ends (self, -right, 0);
  else if (g_str_equal (name, "overview.start-right"))
    move_ends (self, right, 0);
  else if (g_str_equal (name, "overview.earlier"))
    move_ends (self, -span * KEY_PAGE, -span * KEY_PAGE);
  else if (g_str_equal (name, "overview.later"))
    move_ends (self, span * KEY_PAGE, span * KEY_PAGE);
  else if (g_str_equal (name, "overview.wider"))
    mig_viewport_animate_zoom (self->viewport, 1 / 1.25, .5, get_duration (self));
  else if (g_str_equal (name, "overview.narrower"))
    mig_viewport_animate_zoom (self->viewport, 1.25, .5, get_duration (self));
  else if (g_str_equal (name, "overview.first"))
    move_ends (self, self->first - start, self->first - start);
  else if (g_str_equal (name, "overview.last"))
    move_ends (self, self->last - end, self->last - end);
}

/* GtkWidget and GObject */

static void
drop_texts (MigOverview *self)
{
  g_clear_pointer (&self->texts, mig_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mig_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mig_overview_parent_class)->css_changed (widget, change);
  drop_texts (MIG_OVERVIEW (widget));
}

static void
mig_overview_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mig_overview_parent_class)->system_setting_changed (widget, setting);
  drop_texts (MIG_OVERVIEW (widget));
}

static void
mig_overview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MigOverview *self = MIG_OVERVIEW (object);

  switch (id)
    {
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, self->viewport);
      break;
    case PROP_PALETTE:
      g_value_set_string (value, mig_palette_get_name (self->palette));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mig_overview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MigOverview *self = MIG_OVERVIEW (object);

  switch (id)
    {
    case PROP_NAVIGATOR:
      if (!g_set_object (&self->navigator, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->navigator_signals, self->navigator);
      break;
    case PROP_VIEWPORT:
      if (!g_set_object (&self->viewport, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->viewport_signals, self->viewport);
      update_value (self);
      break;
    case PROP_PALETTE:
      if (!mig_palette_from_name (g_value_get_string (value), &self->palette))
        return;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  refresh (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
mig_overview_dispose (GObject *object)
{
  MigOverview *self = MIG_OVERVIEW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->navigator_signals != NULL)
    g_signal_group_set_target (self->navigator_signals, NULL);
  if (self->viewport_signals != NULL)
    g_signal_group_set_target (self->viewport_signals, NULL);
  g_clear_object (&self->navigator_signals);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->results);
  g_clear_object (&self->navigator);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->texts, mig_text_cache_free);
  G_OBJECT_CLASS (mig_overview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint keys[3];
    GdkModifierType modifiers;
  } actions[] = {
    { "overview.left", { GDK_KEY_Left, GDK_KEY_KP_Left }, 0 },
    { "overview.right", { GDK_KEY_Right, GDK_KEY_KP_Right }, 0 },
    { "overview.end-left", { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_SHIFT_MASK },
    { "overview.end-right", { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_SHIFT_MASK },
    { "overview.start-left", { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "overview.start-right", { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "overview.earlier", { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0 },
    { "overview.later", { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0 },
    { "overview.wider", { GDK_KEY_Down, GDK_KEY_minus, GDK_KEY_KP_Subtract }, 0 },
    { "overview.narrower", { GDK_KEY_Up, GDK_KEY_plus, GDK_KEY_KP_Add }, 0 },
    { "overview.first", { GDK_KEY_Home, GDK_KEY_KP_Home }, 0 },
    { "overview.last", { GDK_KEY_End, GDK_KEY_KP_End }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, action_cb);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], actions[i].modifiers, actions[i].name,
                                             NULL);
    }
}

static void
mig_overview_class_init (MigOverviewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_overview_get_property;
  object_class->set_property = mig_overview_set_property;
  object_class->dispose = mig_overview_dispose;
  widget_class->snapshot = mig_overview_snapshot;
  widget_class->measure = mig_overview_measure;
  widget_class->css_changed = mig_overview_css_changed;
  widget_class->system_setting_changed = mig_overview_system_setting_changed;

  properties[PROP_NAVIGATOR] = g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR, flags);
  properties[PROP_VIEWPORT] = g_param_spec_object ("viewport", NULL, NULL, MIG_TYPE_VIEWPORT, flags);
  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, "light", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_overview_init (MigOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->palette = MIG_PALETTE_LIGHT;
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-overview");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"), -1);

  self->navigator_signals = g_signal_group_new (MIG_TYPE_NAVIGATOR);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::corpus", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::subset", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->navigator_signals, "notify::selected", G_CALLBACK (gtk_widget_queue_draw),
                                  self);
  self->viewport_signals = g_signal_group_new (MIG_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "changed", G_CALLBACK (viewport_cb), self);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * mig_overview_new:
 * @navigator: (nullable): the corpus, and what is selected
 * @viewport: (nullable): which span the timeline shows; the overview shows its home
 *
 * Returns: (transfer floating): an overview
 */
GtkWidget *
mig_overview_new (MigNavigator *navigator, MigViewport *viewport)
{
  return g_object_new (MIG_TYPE_OVERVIEW, "navigator", navigator, "viewport", viewport, NULL);
}

/**
 * mig_overview_set_results:
 * @self: an overview
 * @results: (nullable): what a search found
 *
 * Shows the hits of a search over time.
 */
void
mig_overview_set_results (MigOverview *self, MigSearchResults *results)
{
  g_return_if_fail (MIG_IS_OVERVIEW (self));

  if (!g_set_object (&self->results, results))
    return;
  count_hits (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
