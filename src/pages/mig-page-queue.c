/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-queue.h"

/* The work of a page, piece by piece, in the order in which the page is read. */

typedef struct
{
  MigPageWork func;
  gpointer data;
  GDestroyNotify destroy;
} Work;

static void
work_free (Work *work)
{
  if (work->destroy != NULL)
    work->destroy (work->data);
  g_free (work);
}

/**
 * mig_page_queue_add:
 * @self: a queue
 * @func: does a little of the work, and tells whether there is more
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Adds work. What is added while other work is done comes next, before what was there already.
 */
void
mig_page_queue_add (MigPageQueue   *self,
                    MigPageWork     func,
                    gpointer        data,
                    GDestroyNotify  destroy)
{
  Work *work = g_new (Work, 1);

  *work = (Work) { func, data, destroy };
  g_queue_push_nth (&self->works, work, (gint) self->insert_at++);
}

/**
 * mig_page_queue_run:
 * @self: a queue
 * @page: whose it is
 * @deadline: when to stop, in the time of g_get_monotonic_time()
 *
 * Does what there is to do until the time is up, but one piece at least.
 *
 * Returns: whether there is more
 */
gboolean
mig_page_queue_run (MigPageQueue *self,
                    MigPage      *page,
                    gint64        deadline)
{
  Work *work;

  self->deadline = deadline;
  while ((work = g_queue_pop_head (&self->works)) != NULL)
    {
      self->insert_at = 0;
      if (work->func (page, work->data))
        g_queue_push_nth (&self->works, work, (gint) self->insert_at);
      else
        work_free (work);
      if (g_get_monotonic_time () >= deadline)
        break;
    }

  self->insert_at = 0;
  return !g_queue_is_empty (&self->works);
}

/**
 * mig_page_queue_clear:
 * @self: a queue
 *
 * Drops all work.
 */
void
mig_page_queue_clear (MigPageQueue *self)
{
  g_queue_clear_full (&self->works, (GDestroyNotify) work_free);
}
