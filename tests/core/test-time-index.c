/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "mig-corpus-reader.h"
#include "mig-time-index.h"
#include "synthetic-corpus.h"

/* Everything that the index answers is asked of a plain walk over all things, too. */

typedef struct
{
  MigCorpus *corpus;
  const MigTimeIndex *index;
  guint n;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = synthetic_corpus_new (700, 3);
  g_autoptr (GError) error = NULL;

  fixture->corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->index = mig_time_index_get (fixture->corpus, MIG_TRACK_EVENTS);
  fixture->n = mig_time_index_get_n (fixture->index);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->corpus);
}

static const MigDate *
date_at (Fixture *fixture, guint position)
{
  return mig_corpus_get_date (fixture->corpus, mig_time_index_get_ref (fixture->index, position));
}

/* All dated things, each once, by their middles; each is found where it stands. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_dated, position;
  MigRefs all = mig_corpus_get_track (fixture->corpus, MIG_TRACK_EVENTS, &n_dated);

  g_assert_cmpuint (fixture->n, ==, n_dated);
  for (guint i = 0; i < fixture->n; i++)
    {
      MigRef ref = mig_time_index_get_ref (fixture->index, i);

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (ref)));
      g_assert_cmpfloat (mig_time_index_get_middle (fixture->index, i), ==, mig_date_middle (date_at (fixture, i)));
      if (i > 0)
        g_assert_cmpfloat (mig_time_index_get_middle (fixture->index, i), >=,
                           mig_time_index_get_middle (fixture->index, i - 1));
      g_assert_true (mig_time_index_find_ref (fixture->index, ref, date_at (fixture, i), &position));
      g_assert_cmpuint (position, ==, i);
    }
  for (guint i = n_dated; i < all.n; i++)
    g_assert_false (mig_time_index_find_ref (fixture->index, all.refs[i],
                                             mig_corpus_get_date (fixture->corpus, all.refs[i]), &position));
  all = mig_corpus_get_track (fixture->corpus, MIG_TRACK_MEETINGS, &n_dated);
  g_assert_false (mig_time_index_find_ref (fixture->index, all.refs[0],
                                           mig_corpus_get_date (fixture->corpus, all.refs[0]), &position));
}

static double
random_day (Fixture *fixture)
{
  gint first, last;

  mig_corpus_get_extent (fixture->corpus, &first, &last);
  return floor (2 * g_test_rand_double_range (first - 100, last + 100)) / 2;
}

static void
test_find_day (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      double day = random_day (fixture);
      guint expected = 0, from = (guint) g_test_rand_int_range (0, (gint32) fixture->n + 1);

      while (expected < fixture->n && mig_time_index_get_middle (fixture->index, expected) < day)
        expected++;
      g_assert_cmpuint (mig_time_index_find_day (fixture->index, day), ==, expected);
      g_assert_cmpuint (mig_time_index_find_day_from (fixture->index, from, day), ==, MAX (from, expected));
    }
}

static gboolean
covers (Fixture *fixture, guint position, double start, double end)
{
  const MigDate *date = date_at (fixture, position);

  return mig_date_first_day (date) <= start && mig_date_last_day (date) + 1 >= end;
}

/* The positions from @first to @past - 1 are all that have their first and last day from there on. */
static void
assert_is_run (Fixture *fixture, guint first, guint past)
{
  for (guint i = first; i <= MIN (past, fixture->n - 1); i++)
    g_assert_cmpint (mig_date_first_day (date_at (fixture, i)) == mig_date_first_day (date_at (fixture, first)) &&
                     mig_date_last_day (date_at (fixture, i)) == mig_date_last_day (date_at (fixture, first)),
                     ==, i < past);
}

static void
test_covering (Fixture *fixture, gconstpointer data)
{
  guint n_found = 0;

  for (guint round = 0; round < 500; round++)
    {
      double start = random_day (fixture), end = start + g_test_rand_double_range (.1, 400);
      guint at = 0, first, past;

      while (mig_time_index_find_covering (fixture->index, at, start, end, &first, &past))
        {
          for (; at < first; at++)
            g_assert_false (covers (fixture, at, start, end));
          assert_is_run (fixture, first, past);
          g_assert_true (covers (fixture, first, start, end));
          at = past;
          n_found++;
        }
      for (; at < fixture->n; at++)
        g_assert_false (covers (fixture, at, start, end));
    }
  g_assert_cmpuint (n_found, >, 100);
}

static gboolean
touches (Fixture *fixture, guint position, double start, double end)
{
  const MigDate *date = date_at (fixture, position);

  return mig_date_last_day (date) + 1 >= start && mig_date_first_day (date) <= end;
}

/* Between any two positions, the first and the last included. */
static void
test_touching (Fixture *fixture, gconstpointer data)
{
  guint n_long = 0;

  for (guint round = 0; round < 300; round++)
    {
      double start = random_day (fixture) + .25, end = start + g_test_rand_double_range (.1, 40);
      guint at = round % 3 == 0 ? (guint) g_test_rand_int_range (0, (gint32) fixture->n) : 0, first, past;
      guint to = round % 3 == 1 ? (guint) g_test_rand_int_range (0, (gint32) fixture->n) : fixture->n;

      while (mig_time_index_find_touching (fixture->index, at, to, start, end, &first, &past))
        {
          for (; at < first; at++)
            g_assert_false (touches (fixture, at, start, end));
          g_assert_cmpuint (past, <=, to);
          if (past < to)
            assert_is_run (fixture, first, past);
          for (n_long += past - first > 1; at < past; at++)
            g_assert_true (touches (fixture, at, start, end));
        }
      for (; at < to; at++)
        g_assert_false (touches (fixture, at, start, end));
    }
  g_assert_cmpuint (n_long, >, 100);
}

/* The most mentioned come first, and nobody left out is mentioned more. */
static void
test_heaviest (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      guint first = (guint) g_test_rand_int_range (0, (gint32) fixture->n), best[8];
      guint past = (guint) g_test_rand_int_range ((gint32) first, (gint32) fixture->n + 1);
      guint n = mig_time_index_get_heaviest (fixture->index, first, past, G_N_ELEMENTS (best), best), n_heavier = 0;

      g_assert_cmpuint (n, ==, MIN (past - first, G_N_ELEMENTS (best)));
      if (n == 0)
        continue;
      for (guint i = 1; i < n; i++)
        {
          guint before = mig_time_index_get_weight (fixture->index, best[i - 1]);
          guint weight = mig_time_index_get_weight (fixture->index, best[i]);

          g_assert_true (weight < before || (weight == before && best[i] > best[i - 1]));
        }
      for (guint i = first; i < past; i++)
        n_heavier += mig_time_index_get_weight (fixture->index, i) >
                     mig_time_index_get_weight (fixture->index, best[n - 1]);
      g_assert_cmpuint (n_heavier, <, n);
    }
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  const MigTimeIndex *meetings = mig_time_index_get (fixture->corpus, MIG_TRACK_MEETINGS);
  guint n = mig_time_index_get_n (meetings), n_sessions = 0;

  for (guint i = 0; i < n; i++)
    n_sessions += mig_corpus_get_related (fixture->corpus, mig_time_index_get_ref (meetings, i),
                                          MIG_RELATION_CHILDREN).n;
  g_assert_cmpuint (mig_time_index_count_children (meetings, 0, n), ==, n_sessions);
  g_assert_cmpuint (mig_time_index_count_children (fixture->index, 0, fixture->n), ==, 0);

  for (guint level = 0; level < MIG_TIME_INDEX_LEVELS; level++)
    {
      double days = ldexp (1, (int) level);
      guint most = 0;

      for (guint first = 0, past; first < fixture->n; first = past)
        {
          double bucket = floor (mig_time_index_get_middle (fixture->index, first) / days);

          past = mig_time_index_find_day (fixture->index, (bucket + 1) * days);
          most = MAX (most, past - first);
        }
      g_assert_cmpuint (mig_time_index_get_fullest (fixture->index, level), ==, most);
    }
}

#define ADD(name, test) g_test_add ("/time-index/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("find-day", test_find_day);
  ADD ("covering", test_covering);
  ADD ("touching", test_touching);
  ADD ("heaviest", test_heaviest);
  ADD ("counts", test_counts);
  return g_test_run ();
}
