/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-span.h"

/*
 * When a record is to be shown, whatever its kind: its own days if it has some; else all the days on which something
 * that hangs on it happened. So a person is to be seen from the first intervention to the last, an undated event from
 * the first session that raised it to the last, and a topic wherever it came up.
 */

typedef struct
{
  gint first;
  gint last;
  gboolean is_set;
} Span;

static void
include (Span *span, MigCorpus *corpus, MigRef ref)
{
  const MigDate *date = ref != MIG_REF_NONE ? mig_corpus_get_date (corpus, ref) : NULL;

  if (date == NULL || !mig_date_is_set (date))
    return;

  span->first = span->is_set ? MIN (span->first, mig_date_first_day (date)) : mig_date_first_day (date);
  span->last = span->is_set ? MAX (span->last, mig_date_last_day (date)) : mig_date_last_day (date);
  span->is_set = TRUE;
}

static void
include_related (Span *span, MigCorpus *corpus, MigRef ref, MigRelation relation)
{
  const MigRefs refs = mig_corpus_get_related (corpus, ref, relation);

  for (guint i = 0; i < refs.n; i++)
    include (span, corpus, refs.refs[i]);
}

/**
 * mig_record_span_find:
 * @corpus: a corpus
 * @ref: one of its records
 * @first_day: (out): the first day to show, a GDate Julian day
 * @last_day: (out): the last, inclusive
 *
 * Finds the days on which a record is to be seen on a timeline.
 *
 * Returns: whether there are any; nothing is set otherwise
 */
gboolean
mig_record_span_find (MigCorpus *corpus, MigRef ref, gint *first_day, gint *last_day)
{
  Span span = { 0, };

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);
  g_return_val_if_fail (mig_corpus_get_record (corpus, ref) != NULL, FALSE);

  /* An organization is to be seen where it comes up; that it was founded long before is another matter. */
  if (mig_ref_kind (ref) != MIG_KIND_ORGANIZATION)
    include (&span, corpus, ref);
  if (!span.is_set)
    {
      include_related (&span, corpus, ref, MIG_RELATION_SPEECHES);
      include_related (&span, corpus, ref, MIG_RELATION_MENTIONED_BY);
      include_related (&span, corpus, ref, MIG_RELATION_CHILDREN);
    }
  if (!span.is_set)
    include (&span, corpus, ref);
  if (!span.is_set)
    return FALSE;

  *first_day = span.first;
  *last_day = span.last;

  return TRUE;
}
