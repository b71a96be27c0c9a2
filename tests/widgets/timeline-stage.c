/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-stage.h"

#include "bundled-fixture.h"
#include "mig-timeline-item.h"

void
settle (Fixture *fixture)
{
  /* Layout and items follow in the frame clock's update; two frames later everything stands. */
  for (guint i = 0; i < 3; i++)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
      gint64 counter = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

      gtk_widget_queue_draw (fixture->timeline);
      while (clock == NULL || gdk_frame_clock_get_frame_counter (clock) == counter)
        {
          g_main_context_iteration (NULL, TRUE);
          clock = gtk_widget_get_frame_clock (fixture->window);
        }
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
time_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

void
wait_for (Fixture *fixture, guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  gint first, last;

  fixture->corpus = read_bundled ();
  fixture->navigator = mig_navigator_new ();
  fixture->viewport = mig_viewport_new ();
  g_assert_true (mig_corpus_get_extent (fixture->corpus, &first, &last));
  mig_viewport_set_limits (fixture->viewport, first - 9000, last + 900);
  mig_viewport_set_home (fixture->viewport, first - 200, last + 200);
  mig_viewport_fit (fixture->viewport);
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);

  fixture->timeline = mig_timeline_new (fixture->navigator, fixture->viewport);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 330);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = fixture->timeline;

  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->timeline);
  g_assert_finalize_object (fixture->navigator);
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->corpus);
}

MigRef
lookup (Fixture *fixture, const char *id)
{
  MigRef ref = mig_corpus_lookup (fixture->corpus, id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  return ref;
}

GtkWidget *
get_lane (Fixture *fixture, guint n)
{
  GtkWidget *lane = gtk_widget_get_first_child (fixture->timeline);

  while (n-- > 0)
    lane = gtk_widget_get_next_sibling (lane);
  return lane;
}

GtkWidget *
find_item (Fixture *fixture, const char *id)
{
  MigRef ref = lookup (fixture, id);

  for (GtkWidget *lane = gtk_widget_get_first_child (fixture->timeline); lane != NULL;
       lane = gtk_widget_get_next_sibling (lane))
    {
      for (GtkWidget *item = gtk_widget_get_first_child (lane); item != NULL; item = gtk_widget_get_next_sibling (item))
        {
          if (mig_timeline_item_get_ref (MIG_TIMELINE_ITEM (item)) == ref &&
              mig_timeline_item_get_mark (MIG_TIMELINE_ITEM (item)) != MIG_MARK_CHIP)
            return item;
        }
    }
  return NULL;
}

void
press (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->timeline, action, NULL));
  mig_viewport_finish (fixture->viewport);
  settle (fixture);
}

void
assert_selected (Fixture *fixture, const char *id)
{
  g_assert_cmpstr (
      mig_corpus_get_record (fixture->corpus, mig_navigator_get_selected (fixture->navigator))->id, ==, id);
}
