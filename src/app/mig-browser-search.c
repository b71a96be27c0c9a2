/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-browser-private.h"
#include "mig-details.h"
#include "mig-overview.h"
#include "mig-timeline.h"

/* What a search found, in the browser: marked on the timeline and the overview, listed in the place of the contents. */

/**
 * mig_browser_set_results:
 * @self: a browser
 * @results: (nullable): what a search found
 *
 * Marks hits on the timeline and the overview.
 */
void
mig_browser_set_results (MigBrowser *self, MigSearchResults *results)
{
  g_return_if_fail (MIG_IS_BROWSER (self));

  mig_timeline_set_results (MIG_TIMELINE (self->timeline), results);
  mig_overview_set_results (MIG_OVERVIEW (self->overview), results);
}

/* Hits that are listed under the timeline have little room in a window that is lower than this, in em. */
#define LOW_EM 28.0

/* In a low window the timeline gives up lanes while hits are listed under it. */
void
mig_browser_spare_height (MigBrowser *self)
{
  mig_timeline_set_brief (MIG_TIMELINE (self->timeline), self->lists_hits && self->height_em < LOW_EM);
}

static void
set_lists_hits (MigBrowser *self, gboolean lists_hits)
{
  if (self->lists_hits == lists_hits)
    return;

  self->lists_hits = lists_hits;
  mig_browser_spare_height (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mig_browser_show_search:
 * @self: a browser
 * @finder: whose results to list; always the same one
 *
 * Lists the results of a search in the place of the contents.
 *
 * Returns: (transfer none): the list
 */
MigSearchList *
mig_browser_show_search (MigBrowser *self, MigFinder *finder)
{
  g_return_val_if_fail (MIG_IS_BROWSER (self), NULL);

  set_lists_hits (self, TRUE);
  return mig_details_show_results (MIG_DETAILS (mig_browser_ensure_details (self)), finder);
}

/**
 * mig_browser_hide_search:
 * @self: a browser
 *
 * Shows the contents again.
 */
void
mig_browser_hide_search (MigBrowser *self)
{
  g_return_if_fail (MIG_IS_BROWSER (self));

  set_lists_hits (self, FALSE);
  if (self->details != NULL)
    mig_details_hide_results (MIG_DETAILS (self->details));
}

/**
 * mig_browser_step_mark:
 * @self: a browser
 * @steps: 1 for the next place in the page that has what is looked for, -1 for the one before
 *
 * Goes there.
 */
void
mig_browser_step_mark (MigBrowser *self, int steps)
{
  g_return_if_fail (MIG_IS_BROWSER (self));

  mig_details_step_mark (MIG_DETAILS (mig_browser_ensure_details (self)), steps);
}
