/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-private.h"

/*
 * What a click or Enter does to what the timeline shows: a thing is selected, an aggregate opens.
 */

/* What a chip holds is shown with this part of its span to spare at each side. */
#define CHIP_MARGIN 0.12

/* An aggregate opens: the view zooms to what it holds, or where that shares one day, a list is asked for. */
static void
open_aggregate (MigTimeline *self, const MigBox *box)
{
  double span = self->view.end - self->view.start;
  double width = mig_timeline_get_view_width (self), first, last, margin;
  gint64 duration = mig_timeline_get_duration (self, MIG_TIMELINE_STEP_DURATION);

  if (box->mark == MIG_MARK_EDGE)
    {
      mig_viewport_animate_pan (self->viewport, box->flags & MIG_BOX_LATER ? span * .75 : -span * .75, duration);
      return;
    }
  if (box->lane == MIG_LANE_SESSIONS)
    {
      mig_navigator_select (self->navigator, mig_corpus_get_enclosing (self->view.corpus, box->ref,
                                                                       MIG_EVENT_ROLE_MEETING));
      return;
    }
  if (box->mark != MIG_MARK_CHIP || box->x1 - box->x0 < 1)
    {
      g_signal_emit_by_name (self, "list-requested", box->ref);
      return;
    }
  first = self->view.start + (double) box->x0 / width * span;
  last = self->view.start + (double) box->x1 / width * span;
  margin = MAX ((last - first) * CHIP_MARGIN, 1);
  mig_viewport_animate_to (self->viewport, first - margin, last + margin, MIG_EASING_FLY,
                           mig_timeline_get_duration (self, MIG_TIMELINE_FLY_DURATION));
}

/* What a click or Enter does to what is drawn there. */
void
mig_timeline_activate_box (MigTimeline *self, const MigBox *box)
{
  MigRef ref = box->ref;

  if (mig_box_is_aggregate (box))
    {
      open_aggregate (self, box);
      return;
    }
  self->current = ref;
  mig_navigator_select (self->navigator, ref);
}

static const MigBox *
find_item_box (MigTimeline *self, MigTimelineItem *item)
{
  for (guint i = 0; self->layout != NULL && i < self->layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (self->layout->boxes, MigBox, i);

      if (box->ref == mig_timeline_item_get_ref (item) && box->mark == mig_timeline_item_get_mark (item))
        return box;
    }
  return NULL;
}

/* Enter on an item: select it and go on to its page. */
void
mig_timeline_item_activated (MigTimeline *self, MigTimelineItem *item)
{
  const MigBox *box = find_item_box (self, item);
  MigRef ref = mig_timeline_item_get_ref (item);
  gboolean aggregate = box != NULL && mig_box_is_aggregate (box);

  if (box == NULL)
    return;
  mig_timeline_activate_box (self, box);
  if (!aggregate)
    g_signal_emit_by_name (self, "item-activated", ref);
}
