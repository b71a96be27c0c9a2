/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-opening.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mig-count-words.h"
#include "mig-date-format.h"
#include "mig-filter-text.h"

/* What a window shows before anybody has chosen anything: which corpus, what it is called, which years are in sight,
 * and which meeting is selected. */

/* Air beside the first and the last meeting, as a part of the span between them, and in days. */
#define HOME_PADDING 0.03
#define MIN_PADDING 15.0

/**
 * mig_opening_get_bundled_file:
 *
 * Finds the corpus that MigMeet comes with: in the folder that the environment's MIGMEET_DATA_DIR names, else where it
 * was installed.
 *
 * Returns: (transfer full): the file, which need not exist
 */
GFile *
mig_opening_get_bundled_file (void)
{
  const char *folder = g_getenv ("MIGMEET_DATA_DIR");

  return g_file_new_build_filename (folder != NULL && *folder != '\0' ? folder : MIG_PKGDATADIR, "corpus.json", NULL);
}

static guint *
count_mentions (MigCorpus *corpus)
{
  guint *counts = g_new0 (guint, MAX (mig_corpus_get_n (corpus, MIG_KIND_EVENT), 1));
  guint n = mig_corpus_get_n (corpus, MIG_KIND_MENTION);

  for (guint i = 0; i < n; i++)
    {
      const MigMention *mention = mig_corpus_get_mention (corpus, mig_ref (MIG_KIND_MENTION, i));
      MigRef meeting = mig_corpus_get_enclosing (corpus, mention->from, MIG_EVENT_ROLE_MEETING);

      if (mig_ref_kind (meeting) == MIG_KIND_EVENT)
        counts[mig_ref_index (meeting)]++;
    }

  return counts;
}

/**
 * mig_opening_choose:
 * @corpus: a corpus
 *
 * Chooses what is selected when @corpus has just been opened: the meeting at which, its sessions included, most was
 * mentioned, and of several such the latest. So the first picture is a living one.
 *
 * Returns: a meeting, or %MIG_REF_NONE when there is none
 */
MigRef
mig_opening_choose (MigCorpus *corpus)
{
  g_autofree guint *counts = NULL;
  MigRef best = MIG_REF_NONE;
  MigRefs meetings;
  guint n_dated;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), MIG_REF_NONE);

  counts = count_mentions (corpus);
  meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n_dated);
  for (guint i = 0; i < meetings.n; i++)
    {
      guint count = counts[mig_ref_index (meetings.refs[i])];
      guint most = best != MIG_REF_NONE ? counts[mig_ref_index (best)] : 0;

      if (best == MIG_REF_NONE || count > most || (count == most && i < n_dated))
        best = meetings.refs[i];
    }

  return best;
}

/* Finds the first and the last day of the meetings that have a date. */
static gboolean
get_years (MigCorpus *corpus, gint *first_day, gint *last_day)
{
  MigRefs meetings;
  guint n_dated;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n_dated);
  for (guint i = 0; i < n_dated; i++)
    {
      const MigDate *date = mig_corpus_get_date (corpus, meetings.refs[i]);

      *first_day = i == 0 ? mig_date_first_day (date) : MIN (*first_day, mig_date_first_day (date));
      *last_day = i == 0 ? mig_date_last_day (date) : MAX (*last_day, mig_date_last_day (date));
    }

  return n_dated > 0;
}

/**
 * mig_opening_set_view:
 * @corpus: a corpus
 * @viewport: the view on it
 *
 * Sets @viewport's limits to all that @corpus holds, its home to the meetings, and shows the home. Where no meeting has
 * a date, home is everything; where nothing has one, the view stays as it is.
 */
void
mig_opening_set_view (MigCorpus *corpus, MigViewport *viewport)
{
  gint first, last, first_meeting, last_meeting;
  double padding;

  g_return_if_fail (MIG_IS_CORPUS (corpus));
  g_return_if_fail (MIG_IS_VIEWPORT (viewport));

  if (!mig_corpus_get_extent (corpus, &first, &last))
    return;

  if (!get_years (corpus, &first_meeting, &last_meeting))
    {
      first_meeting = first;
      last_meeting = last;
    }

  padding = MAX ((last_meeting + 1.0 - first_meeting) * HOME_PADDING, MIN_PADDING);
  mig_viewport_set_limits (viewport, MIN (first, first_meeting) - padding, MAX (last, last_meeting) + 1.0 + padding);
  mig_viewport_set_home (viewport, first_meeting - padding, last_meeting + 1.0 + padding);
  mig_viewport_fit (viewport);
}

static char *
dup_years (gint first_day, gint last_day)
{
  gint first_year, last_year;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  MigDate years;

  mig_day_to_civil (first_day, &first_year, NULL, NULL);
  mig_day_to_civil (last_day, &last_year, NULL, NULL);
  first = g_strdup_printf ("%04d", first_year);
  last = g_strdup_printf ("%04d", last_year);
  if (!mig_date_from_pair (first, last, &years, NULL))
    return NULL;

  return mig_date_format (&years, MIG_DATE_STYLE_LONG);
}

/* Of a corpus without meetings, as a plain Popolo file is, what it has instead. */
static char *
dup_count (MigCorpus *corpus,
           MigSubset *subset,
           guint      n_meetings)
{
  const guint n_events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL).n;
  const guint n_people = mig_corpus_get_n (corpus, MIG_KIND_PERSON);

  if (subset != NULL && !mig_subset_is_whole (subset) && n_meetings > 0)
    return mig_filter_format_share (
      g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s meeting", "%1$s of %2$s meetings", n_meetings),
      mig_subset_count (subset, MIG_SEARCH_GROUP_MEETINGS), n_meetings);
  if (subset != NULL && !mig_subset_is_whole (subset) && n_events > 0)
    return mig_filter_format_share (
      g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s event", "%1$s of %2$s events", n_events),
      mig_subset_count (subset, MIG_SEARCH_GROUP_EVENTS), n_events);
  if (n_meetings > 0 || n_events + n_people == 0)
    return mig_count_meetings (n_meetings);
  if (n_events > 0)
    return mig_count_events (n_events);

  return mig_count_people (n_people);
}

/**
 * mig_opening_format_subtitle:
 * @corpus: a corpus
 * @subset: (nullable): what of it is shown; %NULL for all
 *
 * Returns: (transfer full): the line under the corpus's title: "17 meetings · 2002–2019", or where a filter narrows "13
 *   of 17 meetings · 2002–2019"
 */
char *
mig_opening_format_subtitle (MigCorpus *corpus, MigSubset *subset)
{
  g_autofree char *meetings = NULL;
  g_autofree char *years = NULL;
  gint first, last;
  guint n;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  n = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL).n;
  meetings = dup_count (corpus, subset, n);
  if (get_years (corpus, &first, &last))
    years = dup_years (first, last);
  if (years == NULL)
    return g_steal_pointer (&meetings);

  /* Translators: under a corpus's title: its meetings, then the years they span: "17 meetings · 2002–2019" */
  return g_strdup_printf (C_("corpus subtitle", "%1$s · %2$s"), meetings, years);
}
