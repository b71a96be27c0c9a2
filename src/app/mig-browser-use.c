/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-browser-private.h"

#include "mig-animations.h"

/* What a window's actions do with its browser: zoom, step out of the particular, find its bands. */

#define STEP_US (200 * 1000)
#define FLY_US (450 * 1000)

static gint64
duration (MigBrowser *self, gint64 animated)
{
  return mig_animations_are_enabled (GTK_WIDGET (self)) ? animated : 0;
}

/* Zooming by key or button keeps what is selected where it is, if it can be seen; else the middle. */
static double
find_anchor (MigBrowser *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  MigRef selected = mig_navigator_get_selected (self->navigator);
  const MigDate *date = corpus != NULL && selected != MIG_REF_NONE ? mig_corpus_get_date (corpus, selected) : NULL;
  double anchor;

  if (date == NULL || !mig_date_is_set (date))
    return 0.5;

  anchor = (mig_date_middle (date) - mig_viewport_get_start (self->viewport)) / mig_viewport_get_span (self->viewport);

  return anchor >= 0.0 && anchor <= 1.0 ? anchor : 0.5;
}

/**
 * mig_browser_zoom:
 * @self: a browser
 * @factor: above 1 to come nearer
 *
 * Zooms in a smooth step about what is selected, or about the middle when that is out of sight.
 */
void
mig_browser_zoom (MigBrowser *self, double factor)
{
  g_return_if_fail (MIG_IS_BROWSER (self));

  mig_viewport_animate_zoom (self->viewport, factor, find_anchor (self), duration (self, STEP_US));
}

/**
 * mig_browser_fit:
 * @self: a browser whose view is to show all meetings
 */
void
mig_browser_fit (MigBrowser *self)
{
  double start, end;

  g_return_if_fail (MIG_IS_BROWSER (self));

  mig_viewport_get_home (self->viewport, &start, &end);
  mig_viewport_animate_to (self->viewport, start, end, MIG_EASING_FLY, duration (self, FLY_US));
}

/**
 * mig_browser_focus_selected:
 * @self: a browser
 *
 * Moves the focus to what is selected on the timeline; a timeline that has just been made is waited for.
 *
 * Returns: whether it is, or will be, there to have the focus
 */
gboolean
mig_browser_focus_selected (MigBrowser *self)
{
  g_return_val_if_fail (MIG_IS_BROWSER (self), FALSE);

  if (gtk_widget_get_width (self->pane) == 0)
    {
      self->focus_waits = TRUE;
      return TRUE;
    }

  return mig_timeline_pane_grab (MIG_TIMELINE_PANE (self->pane));
}

/**
 * mig_browser_get_pane:
 * @self: a browser
 *
 * Returns: (transfer none): the timeline, with its twin
 */
MigTimelinePane *
mig_browser_get_pane (MigBrowser *self)
{
  g_return_val_if_fail (MIG_IS_BROWSER (self), NULL);

  return MIG_TIMELINE_PANE (self->pane);
}

/**
 * mig_browser_set_time_left_to_right:
 * @self: a browser
 * @left_to_right: whether time runs to the right in languages that are written to the left, too
 *
 * Sets which way time runs in the timeline and in its overview.
 */
void
mig_browser_set_time_left_to_right (MigBrowser *self, gboolean left_to_right)
{
  GtkTextDirection direction = left_to_right ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_NONE;

  g_return_if_fail (MIG_IS_BROWSER (self));

  gtk_widget_set_direction (self->timeline, direction);
  gtk_widget_set_direction (self->overview, direction);
  /* The overview stays under the timeline, its buttons at the end. */
  gtk_widget_set_direction (self->strip, direction);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * mig_browser_step_out:
 * @self: a browser
 *
 * Goes one step back from the particular to the whole: from the details to the timeline, there from a session to its
 * meeting, from anything else to nothing selected.
 *
 * Returns: whether there was such a step
 */
gboolean
mig_browser_step_out (MigBrowser *self)
{
  MigCorpus *corpus;
  MigRef selected, meeting;

  g_return_val_if_fail (MIG_IS_BROWSER (self), FALSE);

  if (self->details != NULL && has_focus_within (self->details))
    return mig_browser_focus_selected (self);

  corpus = mig_navigator_get_corpus (self->navigator);
  selected = mig_navigator_get_selected (self->navigator);
  if (corpus == NULL || selected == MIG_REF_NONE)
    return FALSE;

  meeting = mig_corpus_get_enclosing (corpus, selected, MIG_EVENT_ROLE_MEETING);
  mig_navigator_select (self->navigator, meeting != selected ? meeting : MIG_REF_NONE);

  return TRUE;
}

/**
 * mig_browser_is_timeline:
 * @self: a browser
 * @widget: a widget
 *
 * Returns: whether @widget is the timeline or its twin, whose focus goes to what is selected
 */
gboolean
mig_browser_is_timeline (MigBrowser *self, GtkWidget *widget)
{
  g_return_val_if_fail (MIG_IS_BROWSER (self), FALSE);

  return widget == self->pane;
}

static GtkWidget *
find_by_class (GtkWidget *widget, const char *css_class)
{
  if (!gtk_widget_get_child_visible (widget))
    return NULL;
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_class (child, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * mig_browser_append_bands:
 * @self: a browser
 * @bands: (element-type GtkWidget): a list to add to
 *
 * Adds the bands of the window that F6 steps through, in their order.
 */
void
mig_browser_append_bands (MigBrowser *self, GPtrArray *bands)
{
  static const char *const parts[] = { "mig-crumbs", "mig-contents", "mig-page" };

  g_return_if_fail (MIG_IS_BROWSER (self));
  g_return_if_fail (bands != NULL);

  g_ptr_array_add (bands, self->pane);
  g_ptr_array_add (bands, self->strip);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = find_by_class (mig_browser_ensure_details (self), parts[i]);

      if (part != NULL)
        g_ptr_array_add (bands, part);
    }
}
