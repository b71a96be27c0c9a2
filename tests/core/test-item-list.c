/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-index.h"
#include "mig-item-list.h"

#include "mig-record-span.h"
#include "reader-fixture.h"

/* The list of what the timeline shows, and the days on which a record is to be seen. */

static guint
count_tracks (MigCorpus *corpus, guint *n_undated)
{
  guint n = 0;

  *n_undated = 0;
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    {
      guint n_dated;
      MigRefs refs = mig_corpus_get_track (corpus, (MigTrack) track, &n_dated);

      n += refs.n;
      *n_undated += refs.n - n_dated;
    }

  return n;
}

/* Everything is there once, in time, and the undated at the end. */
static void
test_order (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigItemList) list = mig_item_list_new (corpus);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_undated, n = count_tracks (corpus, &n_undated);
  gint last = 0;

  g_assert_cmpuint (n_undated, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == MIG_TYPE_ENTITY);
  for (guint i = 0; i < n; i++)
    {
      const MigRef ref = mig_item_list_get_ref (list, i);
      const MigDate *date = mig_corpus_get_date (corpus, ref);
      guint position;

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (ref)));
      g_assert_cmpint (mig_date_is_set (date), ==, i < n - n_undated);
      if (mig_date_is_set (date))
        g_assert_cmpint (mig_date_first_day (date), >=, last);
      last = mig_date_is_set (date) ? mig_date_first_day (date) : last;
      g_assert_true (mig_item_list_find (list, ref, &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpuint (mig_item_list_get_ref (list, n), ==, MIG_REF_NONE);
}

/* An object is made when it is asked for, and is nobody's afterwards. */
static void
test_items (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigItemList *list = mig_item_list_new (corpus);
  MigEntity *entity = g_list_model_get_item (G_LIST_MODEL (list), 0);
  guint position;

  g_assert_cmpuint (mig_entity_get_ref (entity), ==, mig_item_list_get_ref (list, 0));
  g_assert_finalize_object (entity);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 10000));
  g_assert_false (mig_item_list_find (list, mig_corpus_lookup (corpus, "P-vik"), &position));
  g_assert_false (mig_item_list_find (list, mig_corpus_lookup (corpus, "SERIES"), &position));
  g_assert_false (mig_item_list_find (list, mig_ref (MIG_KIND_EVENT, 100000), &position));
  g_assert_false (mig_item_list_find (list, MIG_REF_NONE, &position));
  g_assert_finalize_object (list);
}

static void
test_empty (void)
{
  g_autoptr (MigCorpus) corpus = read_text ("{\"events\": []}", NULL);
  g_autoptr (MigItemList) list = mig_item_list_new (corpus);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
}

static void
assert_holds (MigItemIndex *index, MigCorpus *corpus, const char *id, const char *words, gboolean expected)
{
  g_auto (GStrv) each = *words != '\0' ? g_strsplit (words, " ", -1) : g_new0 (char *, 1);

  g_test_message ("%s: %s", id, words);
  g_assert_cmpint (mig_item_index_holds (index, mig_corpus_lookup (corpus, id), (const char *const *) each), ==,
                   expected);
}

/* Titles as a reader sorts them, and all names for a filter, without regard to letters and accents. */
static void
test_index (void)
{
  g_autoptr (MigCorpus) corpus = read_text (
    "{\"events\": [{\"id\": \"A\", \"name\": \"zebra\"}, {\"id\": \"B\", \"name\": \"Aardvark 10\"},"
    "{\"id\": \"C\", \"name\": \"Zebra\"}, {\"id\": \"D\", \"name\": \"Conférence d’été\","
    "\"identifiers\": [{\"scheme\": \"x\", \"identifier\": \"A/RES/71/1\"}],"
    "\"other_names\": [{\"name\": \"The Summer One\"}]}]}", NULL);
  g_autoptr (MigItemList) list = mig_item_list_new (corpus);
  g_autoptr (MigItemIndex) index = mig_item_index_new (list);
  MigRef a = mig_corpus_lookup (corpus, "A"), b = mig_corpus_lookup (corpus, "B"), c = mig_corpus_lookup (corpus, "C");

  g_assert_true (mig_item_index_get_items (index) == list);
  g_assert_cmpint (mig_item_index_compare_titles (index, a, b), >, 0);
  g_assert_cmpint (mig_item_index_compare_titles (index, b, a), <, 0);
  g_assert_cmpint (mig_item_index_compare_titles (index, a, c), ==, 0);
  g_assert_cmpint (mig_item_index_compare_titles (index, a, MIG_REF_NONE), ==, 0);

  assert_holds (index, corpus, "D", "", TRUE);
  assert_holds (index, corpus, "D", "ete confer", TRUE);
  assert_holds (index, corpus, "D", "summer", TRUE);
  assert_holds (index, corpus, "D", "res 71", TRUE);
  assert_holds (index, corpus, "D", "summer winter", FALSE);
  assert_holds (index, corpus, "A", "summer", FALSE);
}

/* One that is not wanted any more is gone at once, whatever it was at. */
static void
test_index_unwanted (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (MigItemList) list = mig_item_list_new (corpus);

      mig_item_index_free (mig_item_index_new (list));
    }
}

static void
assert_span (MigCorpus *corpus, const char *id, const char *expected)
{
  const MigRef ref = mig_corpus_lookup (corpus, id);
  g_autofree char *found = NULL;
  gint first = 0, last = 0, first_year, last_year, first_month, last_month;

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);
  if (!mig_record_span_find (corpus, ref, &first, &last))
    {
      g_assert_null (expected);
      return;
    }
  mig_day_to_civil (first, &first_year, &first_month, NULL);
  mig_day_to_civil (last, &last_year, &last_month, NULL);
  found = g_strdup_printf ("%d-%02d %d-%02d", first_year, first_month, last_year, last_month);
  g_assert_cmpstr (found, ==, expected);
}

#define EVENT(id, rest) "{\"id\": \"" id "\", \"name\": \"" id "\"" rest "}"

/* Whatever hangs on a record without days tells when it is to be seen. */
static void
test_span (void)
{
  g_autoptr (MigCorpus) corpus = read_text (
    "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"x\", \"title\": \"X\"},"
    "\"persons\": [{\"id\": \"P\", \"name\": \"P\"}, {\"id\": \"Q\", \"name\": \"Q\"}],"
    "\"organizations\": [{\"id\": \"O\", \"name\": \"O\", \"founding_date\": \"1951\"},"
    "{\"id\": \"N\", \"name\": \"N\", \"founding_date\": \"1951\"}],"
    "\"events\": ["
    EVENT ("M1", ", \"classification\": \"meeting\", \"start_date\": \"2002-07-11\"") ","
    EVENT ("M2", ", \"classification\": \"meeting\", \"start_date\": \"2016-02-25\", \"end_date\": \"2016-03-02\"") ","
    EVENT ("E", "") "," EVENT ("U", "") "],"
    "\"speeches\": [{\"id\": \"S1\", \"event_id\": \"M1\", \"creator_id\": \"P\", \"on_behalf_of_id\": \"O\"},"
    "{\"id\": \"S2\", \"event_id\": \"M2\", \"creator_id\": \"P\"}],"
    "\"mentions\": [{\"from_id\": \"S2\", \"to_id\": \"E\"}]}", NULL);

  g_assert_nonnull (corpus);
  assert_span (corpus, "M2", "2016-02 2016-03");
  assert_span (corpus, "S1", "2002-07 2002-07");
  assert_span (corpus, "P", "2002-07 2016-03");
  assert_span (corpus, "E", "2016-02 2016-03");
  assert_span (corpus, "O", "2002-07 2002-07");
  assert_span (corpus, "N", "1951-01 1951-12");
  assert_span (corpus, "Q", NULL);
  assert_span (corpus, "U", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-list/order", test_order);
  g_test_add_func ("/item-list/items", test_items);
  g_test_add_func ("/item-list/empty", test_empty);
  g_test_add_func ("/item-list/index", test_index);
  g_test_add_func ("/item-list/index-unwanted", test_index_unwanted);
  g_test_add_func ("/record-span/find", test_span);

  return g_test_run ();
}
