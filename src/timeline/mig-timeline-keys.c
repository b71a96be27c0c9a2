/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include "mig-lane-track.h"
#include "mig-timeline-item.h"

/*
 * The keyboard on the timeline. Every command is an action without parameters, so that keys, menus, buttons and
 * assistive technology reach the same ones.
 *
 * Arrows walk from thing to thing in the order of time, through the corpus and not through what happens to be drawn:
 * what is inside a chip or out of sight comes into its own when the walk gets there.
 */

#define ZOOM_STEP 1.5
#define PAN_STEP 0.75
#define PAN_STEP_SMALL 0.1

static MigRefs
lane_refs (MigTimeline *self, MigLane lane)
{
  return mig_lane_track_get (mig_navigator_get_subset (self->navigator), self->following, lane);
}

static gboolean
find_lane (MigTimeline *self, MigRef ref, MigLane *lane, guint *index)
{
  guint n;

  for (*lane = 0; *lane < MIG_N_LANES; (*lane)++)
    {
      if (mig_lane_track_find (mig_navigator_get_subset (self->navigator), self->following, *lane, ref, index, &n))
        return TRUE;
    }
  return FALSE;
}

/* The thing of a lane that is nearest in time to another. */
static MigRef
nearest_in_lane (MigTimeline *self, MigLane lane, MigRef ref)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigDate *date = mig_corpus_get_date (corpus, ref);
  MigRefs refs = lane_refs (self, lane);
  MigRef nearest = refs.n > 0 ? refs.refs[0] : MIG_REF_NONE;
  double least = G_MAXDOUBLE;

  for (guint i = 0; mig_date_is_set (date) && i < refs.n; i++)
    {
      const MigDate *other = mig_corpus_get_date (corpus, refs.refs[i]);
      double distance = mig_date_is_set (other) ? ABS (mig_date_middle (other) - mig_date_middle (date)) : G_MAXDOUBLE;

      if (distance >= least)
        continue;
      least = distance;
      nearest = refs.refs[i];
    }
  return nearest;
}

/* Where a walk begins: the current thing, or the first that is in sight. */
static MigRef
get_current (MigTimeline *self)
{
  MigLane lane;
  guint index;

  if (self->current != MIG_REF_NONE && find_lane (self, self->current, &lane, &index))
    return self->current;
  for (guint i = 0; self->layout != NULL && i < self->layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout->boxes, MigBox, i);

      if (!mig_box_is_aggregate (box) && box->x >= 0)
        return box->ref;
    }
  return MIG_REF_NONE;
}

/* Goes on to another thing: it is selected in passing and gets the focus. */
static void
walk_to (MigTimeline *self, MigRef ref)
{
  if (ref == MIG_REF_NONE)
    return;
  self->current = ref;
  mig_navigator_walk (self->navigator, ref);
  if (!mig_timeline_grab_item (self, ref))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
walk_along (MigTimeline *self, gint step)
{
  MigRef current = get_current (self);
  MigLane lane;
  guint index;
  MigRefs refs;

  if (current == MIG_REF_NONE || !find_lane (self, current, &lane, &index))
    return;
  refs = lane_refs (self, lane);
  if ((step < 0 && index == 0) || (step > 0 && index + 1 >= refs.n))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  walk_to (self, refs.refs[(gint) index + step]);
}

static void
walk_to_end (MigTimeline *self, gboolean last)
{
  MigLane lane;
  guint index;
  MigRefs refs;

  if (!find_lane (self, get_current (self), &lane, &index))
    return;
  refs = lane_refs (self, lane);
  walk_to (self, refs.refs[last ? refs.n - 1 : 0]);
}

static void
walk_across (MigTimeline *self, gint step)
{
  MigRef current = get_current (self);
  MigLane lanes[MIG_N_LANES], lane;
  gint n = (gint) mig_timeline_get_lanes (self, lanes), position = 0;
  guint index;

  if (!find_lane (self, current, &lane, &index))
    return;
  while (position < n && lanes[position] != lane)
    position++;
  /* From a lane that is hidden the way leads to the first, or the last, that is not. */
  if (position == n && step > 0)
    position = -1;
  for (gint next = position + step; next >= 0 && next < n; next += step)
    {
      if (lane_refs (self, lanes[next]).n == 0)
        continue;
      walk_to (self, nearest_in_lane (self, lanes[next], current));
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
is_ready (MigTimeline *self)
{
  return self->navigator != NULL && mig_navigator_get_corpus (self->navigator) != NULL && self->viewport != NULL;
}

static gint64
step_duration (MigTimeline *self)
{
  return mig_timeline_get_duration (self, MIG_TIMELINE_STEP_DURATION);
}

static gboolean
is_mirrored (MigTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* One for all: the table of actions below says which name means what. */
static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MigTimeline *self = MIG_TIMELINE (widget);
  double span, home_start, home_end, anchor;

  if (!is_ready (self))
    return;
  span = mig_viewport_get_span (self->viewport);
  anchor = mig_timeline_get_anchor (self, -1, -1);
  mig_viewport_get_home (self->viewport, &home_start, &home_end);

  if (g_str_equal (name, "timeline.zoom-in"))
    mig_viewport_animate_zoom (self->viewport, ZOOM_STEP, anchor, step_duration (self));
  else if (g_str_equal (name, "timeline.zoom-out"))
    mig_viewport_animate_zoom (self->viewport, 1 / ZOOM_STEP, anchor, step_duration (self));
  else if (g_str_equal (name, "timeline.fit"))
    mig_viewport_animate_to (self->viewport, home_start, home_end, MIG_EASING_OUT, step_duration (self));
  else if (g_str_equal (name, "timeline.pan-earlier"))
    mig_viewport_animate_pan (self->viewport, -span * PAN_STEP, step_duration (self));
  else if (g_str_equal (name, "timeline.pan-later"))
    mig_viewport_animate_pan (self->viewport, span * PAN_STEP, step_duration (self));
  else if (g_str_equal (name, "timeline.nudge-left"))
    mig_viewport_animate_pan (self->viewport, (is_mirrored (self) ? span : -span) * PAN_STEP_SMALL,
                              step_duration (self));
  else if (g_str_equal (name, "timeline.nudge-right"))
    mig_viewport_animate_pan (self->viewport, (is_mirrored (self) ? -span : span) * PAN_STEP_SMALL,
                              step_duration (self));
  else if (g_str_equal (name, "timeline.left"))
    walk_along (self, is_mirrored (self) ? 1 : -1);
  else if (g_str_equal (name, "timeline.right"))
    walk_along (self, is_mirrored (self) ? -1 : 1);
  else if (g_str_equal (name, "timeline.up"))
    walk_across (self, -1);
  else if (g_str_equal (name, "timeline.down"))
    walk_across (self, 1);
  else if (g_str_equal (name, "timeline.first"))
    walk_to_end (self, FALSE);
  else if (g_str_equal (name, "timeline.last"))
    walk_to_end (self, TRUE);
}

void
mig_timeline_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    struct
    {
      guint key;
      GdkModifierType modifiers;
    } keys[5];
  } actions[] = {
    { "timeline.left", { { GDK_KEY_Left, 0 }, { GDK_KEY_KP_Left, 0 } } },
    { "timeline.right", { { GDK_KEY_Right, 0 }, { GDK_KEY_KP_Right, 0 } } },
    { "timeline.up", { { GDK_KEY_Up, 0 }, { GDK_KEY_KP_Up, 0 } } },
    { "timeline.down", { { GDK_KEY_Down, 0 }, { GDK_KEY_KP_Down, 0 } } },
    { "timeline.first", { { GDK_KEY_Home, 0 }, { GDK_KEY_KP_Home, 0 } } },
    { "timeline.last", { { GDK_KEY_End, 0 }, { GDK_KEY_KP_End, 0 } } },
    { "timeline.zoom-in",
      { { GDK_KEY_plus, 0 }, { GDK_KEY_plus, GDK_SHIFT_MASK }, { GDK_KEY_equal, 0 }, { GDK_KEY_KP_Add, 0 } } },
    { "timeline.zoom-out", { { GDK_KEY_minus, 0 }, { GDK_KEY_KP_Subtract, 0 } } },
    { "timeline.fit", { { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 } } },
    { "timeline.pan-earlier", { { GDK_KEY_Page_Up, 0 }, { GDK_KEY_KP_Page_Up, 0 } } },
    { "timeline.pan-later", { { GDK_KEY_Page_Down, 0 }, { GDK_KEY_KP_Page_Down, 0 } } },
    { "timeline.nudge-left", { { GDK_KEY_Left, GDK_SHIFT_MASK } } },
    { "timeline.nudge-right", { { GDK_KEY_Right, GDK_SHIFT_MASK } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, action_cb);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k].key != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k].key, actions[i].keys[k].modifiers,
                                             actions[i].name, NULL);
    }
}

/* Tab comes to the one current item and goes on past the timeline; arrows lead about inside. */
gboolean
mig_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MigTimeline *self = MIG_TIMELINE (widget);
  MigRef current;

  if (gtk_widget_get_focus_child (widget) != NULL || !is_ready (self))
    return FALSE;
  current = get_current (self);
  if (current == MIG_REF_NONE)
    return FALSE;
  if (mig_timeline_find_item (self, current) == NULL && !mig_timeline_grab_item (self, current))
    return FALSE;
  return mig_timeline_grab_item (self, current);
}
