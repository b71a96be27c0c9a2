/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-stage-private.h"

#include <math.h>

/* What a hand does on the room's screen, or on the console's picture of it: both do the same. */

/* A pointer that rests so long on the room's screen is in the way. */
#define HIDE_SECONDS 2
#define MAGNIFY_STEP 1.2
#define PAN_STEP 0.1 /* of the view, a notch of the wheel */
#define ZOOM_STEP 1.25
#define DRAG_LEAST 8

static gboolean
hide_cb (gpointer user_data)
{
  MigStage *self = user_data;

  self->hide_id = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, MigStage *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->presentation == NULL || width <= 0 || height <= 0)
    return;
  mig_presentation_move_pointer (self->presentation, x / width, y / height);
  if (self->kind != MIG_STAGE_ROOM)
    return;
  /* The highlight is the pointer then. */
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mig_presentation_get_pointing (self->presentation) ? "none" : NULL);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_seconds (HIDE_SECONDS, hide_cb, self);
}

static void
leave_cb (GtkEventControllerMotion *controller, MigStage *self)
{
  if (self->presentation != NULL)
    mig_presentation_hide_pointer (self->presentation);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, MigStage *self)
{
  double picture_x, picture_y;
  MigRef ref;

  if (self->presentation == NULL || self->painter == NULL ||
      mig_presentation_get_cover (self->presentation) != MIG_COVER_NONE)
    return;
  mig_stage_to_picture (self, x, y, &picture_x, &picture_y);
  ref = mig_room_painter_pick (self->painter, picture_x, picture_y);
  if (ref != MIG_REF_NONE)
    mig_presentation_explore (self->presentation, ref);
}

static double
get_days_per_pixel (MigStage *self)
{
  MigRoomView view = { 0 };
  gboolean leftwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL &&
                       !mig_presentation_get_keeps_time (self->presentation);

  mig_presentation_init_view (self->presentation, &view);
  return (view.end - view.start) / mig_room_painter_get_timeline_width (self->painter) * (leftwards ? -1 : 1);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MigStage *self)
{
  if (self->presentation == NULL || self->painter == NULL)
    return;
  if (self->drag_x == 0 && fabs (dx) < DRAG_LEAST)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mig_presentation_pan (self->presentation, (self->drag_x - dx) * get_days_per_pixel (self));
  self->drag_x = dx;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MigStage *self)
{
  self->drag_x = 0;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, MigStage *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  MigRoomView view = { 0 };
  double delta = fabs (dx) > fabs (dy) ? dx : dy;

  if (self->presentation == NULL || self->painter == NULL || delta == 0)
    return GDK_EVENT_PROPAGATE;
  mig_presentation_init_view (self->presentation, &view);
  if (state & GDK_CONTROL_MASK)
    mig_presentation_magnify (self->presentation, pow (MAGNIFY_STEP, -delta));
  else if (state & GDK_SHIFT_MASK)
    mig_presentation_zoom (self->presentation, pow (ZOOM_STEP, -delta), 0.5);
  else
    mig_presentation_pan (self->presentation, delta * PAN_STEP * (view.end - view.start));
  return GDK_EVENT_STOP;
}

void
mig_stage_add_gestures (MigStage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
