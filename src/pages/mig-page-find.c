/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-private.h"

#include "mig-beside.h"

/* What a page tells and has to be found first, by going over much of the corpus: found in another thread, while frames
 * go on. What follows on the page waits for it, so that a page still fills from the top.
 *
 *   work of the page ──▶ begin ──▶ find (corpus, ref) in a thread ──▶ done ──▶ show (page, found) ──▶ what follows
 *
 * A page that is left in the meantime waits for nobody: the finding is shared with the thread, and goes with the last
 * of the two.
 */

typedef struct
{
  MigPageFind find;
  MigPageShow show;
  GDestroyNotify destroy;
  MigCorpus *corpus;
  MigRef ref;

  GMutex mutex;
  GCond done;
  gboolean has_begun; /* of the page alone */
  gboolean is_done;
  gpointer found;
} Finding;

static void
finding_clear (gpointer data)
{
  Finding *finding = data;

  if (finding->found != NULL)
    finding->destroy (finding->found);
  g_object_unref (finding->corpus);
  g_mutex_clear (&finding->mutex);
  g_cond_clear (&finding->done);
}

static void
finding_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, finding_clear);
}

static gpointer
find_beside (gpointer data)
{
  Finding *finding = data;
  gpointer found = finding->find (finding->corpus, finding->ref);

  g_mutex_lock (&finding->mutex);
  finding->found = found;
  finding->is_done = TRUE;
  g_cond_signal (&finding->done);
  g_mutex_unlock (&finding->mutex);
  finding_unref (finding);

  return NULL;
}

static void
begin (Finding *finding)
{
  GThread *thread;

  finding->has_begun = TRUE;
  thread = mig_beside_begin (find_beside, g_atomic_rc_box_acquire (finding));
  if (thread != NULL)
    g_thread_unref (thread);
}

/* Waits as long as the page has time. Returns whether it is found. */
static gboolean
wait_until (Finding *finding,
            gint64   deadline)
{
  gboolean is_done;

  g_mutex_lock (&finding->mutex);
  while (!finding->is_done && g_cond_wait_until (&finding->done, &finding->mutex, deadline))
    ;
  is_done = finding->is_done;
  g_mutex_unlock (&finding->mutex);

  return is_done;
}

static gboolean
await (MigPage  *self,
       gpointer  data)
{
  Finding *finding = data;

  if (!finding->has_begun)
    begin (finding);
  if (!wait_until (finding, self->queue.deadline))
    {
      self->is_held = TRUE;
      return TRUE;
    }

  finding->show (self, g_steal_pointer (&finding->found));
  return FALSE;
}

static gboolean
find_at_once (MigPage  *self,
              gpointer  data)
{
  Finding *finding = data;

  finding->show (self, finding->find (finding->corpus, finding->ref));
  return FALSE;
}

/**
 * mig_page_find:
 * @self: a page
 * @n: how many records have to be gone over
 * @find: finds what is told, without touching anything but the corpus: where @n is large, in another thread
 * @show: takes what was found and adds it to the page
 * @destroy: frees what was found, if the page goes before; in any thread
 *
 * Leaves a part of the page for the frames to come that has to be found first. For builders.
 */
void
mig_page_find (MigPage        *self,
               guint           n,
               MigPageFind     find,
               MigPageShow     show,
               GDestroyNotify  destroy)
{
  Finding *finding;

  g_return_if_fail (MIG_IS_PAGE (self));

  finding = g_atomic_rc_box_new0 (Finding);
  finding->find = find;
  finding->show = show;
  finding->destroy = destroy;
  finding->corpus = g_object_ref (self->corpus);
  finding->ref = self->ref;
  g_mutex_init (&finding->mutex);
  g_cond_init (&finding->done);

  mig_page_add_work (self, n > MIG_PAGE_MANY ? await : find_at_once, finding, finding_unref);
}

static gpointer
find_raisings (MigCorpus *corpus,
               MigRef     ref)
{
  return mig_raisings_new (corpus, ref);
}

static void
set_raisings (MigPage  *self,
              gpointer  found)
{
  g_clear_pointer (&self->raisings, mig_raisings_free);
  self->raisings = found;
}

/**
 * mig_page_find_raisings:
 * @self: the page of something that may be mentioned
 * @func: adds a part to the page
 *
 * Leaves a part of the page for the frames to come, like mig_page_later(), and has found before by whom, where and when
 * the record was raised. For builders: what @func and what follows get from mig_page_get_raisings().
 */
void
mig_page_find_raisings (MigPage *self,
                        void   (*func) (MigPage *page))
{
  g_return_if_fail (MIG_IS_PAGE (self));

  mig_page_find (self, mig_corpus_get_related (self->corpus, self->ref, MIG_RELATION_MENTIONED_BY).n,
                 find_raisings, set_raisings, (GDestroyNotify) mig_raisings_free);
  mig_page_later (self, func);
}

/**
 * mig_page_get_raisings:
 * @self: a page for which mig_page_find_raisings() was called, or whose record is not raised often
 *
 * Returns: (transfer none): by whom, where and when the record was raised
 */
const MigRaisings *
mig_page_get_raisings (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), NULL);

  if (self->raisings == NULL)
    self->raisings = mig_raisings_new (self->corpus, self->ref);

  return self->raisings;
}
