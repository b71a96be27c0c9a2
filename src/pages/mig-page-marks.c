/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-private.h"

/* What is looked for, in the text of a page: it is marked when all text is there, and one can go
 * from place to place. */

/* How far down the page a marked place comes that was out of sight. */
#define MARK_ALIGN .3

static gboolean
mark_more (MigPage  *self,
           gpointer  data)
{
  const gboolean has_more = mig_marks_go_on (self->marks);

  if (!has_more)
    g_signal_emit_by_name (self, "marks-changed");

  return has_more;
}

/* What was looked for is marked once all text is there. Returns whether there is more to do. */
gboolean
mig_page_run_work (MigPage *self,
                   gint64   deadline)
{
  if (mig_page_queue_run (&self->queue, self, deadline))
    return TRUE;
  if (self->outline != NULL)
    mig_outline_complete (self->outline);
  if (!self->marks_are_stale)
    return FALSE;

  self->marks_are_stale = FALSE;
  mig_marks_restart (self->marks);
  mig_page_queue_add (&self->queue, mark_more, NULL, NULL);

  return mig_page_queue_run (&self->queue, self, deadline);
}

/**
 * mig_page_set_results:
 * @self: a page
 * @results: (nullable): what a search has found; %NULL to mark nothing
 * @palette: the colours of what is marked
 *
 * Marks what is looked for in the text of the page, in the frames to come.
 */
void
mig_page_set_results (MigPage          *self,
                      MigSearchResults *results,
                      MigPalette        palette)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  if (self->marks == NULL && results == NULL)
    return;

  if (self->marks == NULL)
    self->marks = mig_marks_new (GTK_WIDGET (self->columns));
  if (!mig_marks_set (self->marks, results, palette))
    return;

  self->marks_are_stale = TRUE;
  mig_page_ensure_tick (self);
}

/**
 * mig_page_mark_again:
 * @self: a page
 *
 * Tells that there is more text, in which something may be marked.
 */
void
mig_page_mark_again (MigPage *self)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  if (self->marks == NULL)
    return;

  self->marks_are_stale = TRUE;
  mig_page_ensure_tick (self);
}

/**
 * mig_page_get_n_marks:
 * @self: a page
 * @place: (out) (optional): which of them was gone to last, from 1; 0 if none was
 *
 * Returns: how many places in its text are marked
 */
guint
mig_page_get_n_marks (MigPage *self,
                      guint   *place)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), 0);

  if (place != NULL)
    *place = self->marks != NULL ? mig_marks_get_place (self->marks) : 0;

  return self->marks != NULL ? mig_marks_get_n (self->marks) : 0;
}

/**
 * mig_page_step_mark:
 * @self: a page
 * @steps: 1 for the next marked place, -1 for the one before
 *
 * Goes to another marked place, and brings it into sight. The focus stays where it is.
 *
 * Returns: whether there is one
 */
gboolean
mig_page_step_mark (MigPage *self,
                    int      steps)
{
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double value, height, top;

  g_return_val_if_fail (MIG_IS_PAGE (self), FALSE);

  if (self->marks == NULL || !mig_marks_step (self->marks, steps, &bounds))
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  value = gtk_adjustment_get_value (adjustment);
  height = gtk_adjustment_get_page_size (adjustment);
  top = (double) bounds.origin.y;
  if (top < value || top + (double) bounds.size.height > value + height)
    gtk_adjustment_set_value (adjustment, top - height * MARK_ALIGN);
  g_signal_emit_by_name (self, "marks-changed");

  return TRUE;
}
