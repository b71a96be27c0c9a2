/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

#include <math.h>

/*
 * The pointer on the timeline: what people expect of each device. A wheel pans, with Ctrl it zooms about the pointer; a
 * touchpad pans by the fingers' way and goes on when they leave; a pinch zooms about its middle; a drag pans; a click
 * selects, and on a chip opens it.
 */

#define WHEEL_PAN 0.12   /* of the view, for each click of the wheel */
#define WHEEL_ZOOM 1.25
#define TOUCHPAD_ZOOM 0.01 /* per pixel, in the exponent */
#define LEAST_TARGET 24.0

/* Towards the later is to the right, or to the left where time runs leftwards. */
static double
direction (MigTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static double
days_per_pixel (MigTimeline *self)
{
  return mig_viewport_get_span (self->viewport) / mig_timeline_get_view_width (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, MigTimeline *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  double way = fabs (dx) > fabs (dy) ? dx * direction (self) : dy;
  double anchor = mig_timeline_get_anchor (self, self->pointer_x, self->pointer_y);

  if (self->viewport == NULL)
    return FALSE;
  if (state & GDK_CONTROL_MASK && touchpad)
    mig_viewport_zoom (self->viewport, exp (-dy * TOUCHPAD_ZOOM), anchor);
  else if (state & GDK_CONTROL_MASK)
    mig_viewport_animate_zoom (self->viewport, pow (WHEEL_ZOOM, -dy), anchor,
                               mig_timeline_get_duration (self, MIG_TIMELINE_STEP_DURATION));
  else if (touchpad)
    mig_viewport_pan (self->viewport, way * days_per_pixel (self));
  else
    mig_viewport_animate_pan (self->viewport, way * WHEEL_PAN * mig_viewport_get_span (self->viewport),
                              mig_timeline_get_duration (self, MIG_TIMELINE_STEP_DURATION));
  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *scroll, double velocity_x, double velocity_y, MigTimeline *self)
{
  double velocity = fabs (velocity_x) > fabs (velocity_y) ? velocity_x * direction (self) : velocity_y;

  if (self->viewport != NULL && mig_timeline_get_duration (self, 1) > 0)
    mig_viewport_fling (self->viewport, velocity * days_per_pixel (self));
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MigTimeline *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
leave_cb (GtkEventControllerMotion *motion, MigTimeline *self)
{
  self->pointer_x = -1;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, MigTimeline *self)
{
  if (self->viewport != NULL)
    self->drag_start = mig_viewport_get_start (self->viewport);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, MigTimeline *self)
{
  double start, span;

  if (self->viewport == NULL)
    return;
  /* Until the pointer has gone far enough the press may still become a click. */
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (drag), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (drag))) !=
      GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  span = mig_viewport_get_span (self->viewport);
  start = self->drag_start - dx * direction (self) * days_per_pixel (self);
  mig_viewport_set_span (self->viewport, start, start + span);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, MigTimeline *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* A finger that leaves in movement throws the view; a mouse that lets go has arrived. */
static void
swipe_cb (GtkGestureSwipe *swipe, double velocity_x, double velocity_y, MigTimeline *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (swipe),
                                                gtk_gesture_get_last_updated_sequence (GTK_GESTURE (swipe)));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  if (self->viewport == NULL || device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN ||
      mig_timeline_get_duration (self, 1) == 0)
    return;
  mig_viewport_fling (self->viewport, -velocity_x * direction (self) * days_per_pixel (self));
}

static void
pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, MigTimeline *self)
{
  self->pinch_scale = 1;
}

static void
pinch_cb (GtkGestureZoom *pinch, double scale, MigTimeline *self)
{
  double x = -1, y = -1;

  if (self->viewport == NULL || scale <= 0 || self->pinch_scale <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y);
  mig_viewport_zoom (self->viewport, scale / self->pinch_scale, mig_timeline_get_anchor (self, x, y));
  self->pinch_scale = scale;
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, MigTimeline *self)
{
  const MigBox *box = self->painter != NULL ? mig_timeline_painter_pick (self->painter, x, y, LEAST_TARGET) : NULL;
  MigRef ref;

  if (box == NULL || self->layout == NULL)
    return;
  ref = mig_box_is_aggregate (box) ? MIG_REF_NONE : box->ref;
  mig_timeline_activate_box (self, box);
  if (ref != MIG_REF_NONE)
    mig_timeline_grab_item (self, ref);
}

void
mig_timeline_add_gestures (MigTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
