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
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_TIMELINE);
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
  MigItemList *list = mig_item_list_new (corpus, MIG_ITEM_KIND_TIMELINE);
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
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_TIMELINE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
}

/* Each kind has its records and no others, as many as were told before the list was made. */
static void
test_kinds (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (MigSubset) all = mig_subset_new (corpus, NULL);

  for (guint kind = 0; kind < MIG_N_ITEM_KINDS; kind++)
    {
      g_autoptr (MigItemList) list = mig_item_list_new (corpus, (MigItemKind) kind);
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
      MigItemKind found;

      g_test_message ("%s", mig_item_kind_get_id ((MigItemKind) kind));
      g_assert_cmpuint (mig_item_kind_count ((MigItemKind) kind, all), ==, n);
      g_assert_cmpuint (n, >, 0);
      g_assert_true (mig_item_kind_from_id (mig_item_kind_get_id ((MigItemKind) kind), &found));
      g_assert_cmpuint (found, ==, kind);
      for (guint i = 0; i < n; i++)
        {
          const MigRef ref = mig_item_list_get_ref (list, i);
          guint position;

          g_assert_true (mig_item_list_find (list, ref, &position));
          g_assert_cmpuint (position, ==, i);
          if (kind == MIG_ITEM_KIND_SPEAKERS)
            g_assert_cmpuint (mig_ref_kind (ref), ==, MIG_KIND_PERSON);
          if (kind == MIG_ITEM_KIND_UNDATED)
            g_assert_false (mig_date_is_set (mig_corpus_get_date (corpus, ref)));
        }
    }
  g_assert_false (mig_item_kind_from_id ("windows", &(MigItemKind) { 0 }));
}

#define META "\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"x\", \"title\": \"X\"}"

/* Five events, of which two have the same name; one has no date. */
static MigCorpus *
read_events (void)
{
  return read_text ("{" META ", \"events\": [{\"id\": \"A\", \"name\": \"zebra\", \"start_date\": \"2003\"},"
                    "{\"id\": \"B\", \"name\": \"Aardvark 10\", \"start_date\": \"2001-05-01\"},"
                    "{\"id\": \"C\", \"name\": \"Zebra\", \"start_date\": \"2001-05-01\","
                    "\"end_date\": \"2001-05-09\"},"
                    "{\"id\": \"D\", \"name\": \"Conférence d’été\", \"location\": \"Genève\","
                    "\"identifiers\": [{\"scheme\": \"x\", \"identifier\": \"A/RES/71/1\"}],"
                    "\"other_names\": [{\"name\": \"The Summer One\"}]},"
                    "{\"id\": \"E\", \"name\": \"Emigration\", \"start_date\": \"2002\"}],"
                    "\"mentions\": [{\"from_id\": \"A\", \"to_id\": \"B\"}, {\"from_id\": \"C\", \"to_id\": \"B\"},"
                    "{\"from_id\": \"A\", \"to_id\": \"D\"}]}", NULL);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static MigItemOrder *
arrange (MigItemIndex *index, const MigItemArrangement *arrangement)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MigItemOrder *order;

  mig_item_index_arrange_async (index, arrangement, NULL, result_cb, &result);
  wait_for (&result);
  order = mig_item_index_arrange_finish (index, result, &error);
  g_assert_no_error (error);

  return order;
}

/* The ids of the rows, one letter each; every row is found again where it stands. */
static char *
describe (MigItemIndex *index, const MigItemOrder *order)
{
  MigItemList *items = mig_item_index_get_items (index);
  GString *text = g_string_new (NULL);
  guint n_shown = 0;

  for (guint i = 0; i < order->n; i++)
    {
      const MigRef ref = mig_item_list_get_ref (items, order->rows[i]);

      g_assert_cmpuint (order->places[order->rows[i]], ==, i + 1);
      g_string_append (text, mig_corpus_get_record (mig_item_list_get_corpus (items), ref)->id);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    n_shown += order->places[i] > 0;
  g_assert_cmpuint (n_shown, ==, order->n);

  return g_string_free (text, FALSE);
}

static void
assert_arranged (MigItemIndex *index, MigItemArrangement arrangement, const char *expected)
{
  g_autoptr (MigItemOrder) order = arrange (index, &arrangement);
  g_autofree char *found = describe (index, order);

  g_assert_cmpstr (found, ==, expected);
}

#define SORTED(...) (MigItemArrangement) { .sorts = { __VA_ARGS__ }, .n_sorts = \
  sizeof ((MigItemSort[]) { __VA_ARGS__ }) / sizeof (MigItemSort), .within = MIG_ITEM_COLUMN_ALL }

/* Sorted by any column, upwards and downwards; what says nothing comes last either way, and what is equal stays as it
 * stood, or goes by the next column. */
static void
test_sorts (void)
{
  g_autoptr (MigCorpus) corpus = read_events ();
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_EVENTS);
  g_autoptr (MigItemIndex) index = mig_item_index_new (list);

  assert_arranged (index, (MigItemArrangement) { .within = MIG_ITEM_COLUMN_ALL }, "BCEAD");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_DATE, TRUE }), "AECBD");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_MENTIONS, TRUE }), "BDCEA");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_PLACE, FALSE }), "DBCEA");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_PLACE, TRUE }), "DBCEA");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_FIRST, FALSE }), "BDCEA");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_MENTIONS, FALSE }, { MIG_ITEM_COLUMN_DATE, TRUE }), "AECDB");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_TITLE, FALSE }, { MIG_ITEM_COLUMN_DATE, TRUE }), "BDEAC");
  assert_arranged (index, SORTED ({ MIG_ITEM_COLUMN_TITLE, FALSE }, { MIG_ITEM_COLUMN_DATE, FALSE }), "BDECA");
}

static void
assert_filtered (MigItemIndex *index, MigItemColumn within, const char *text, const char *expected)
{
  g_test_message ("“%s”", text);
  assert_arranged (index, (MigItemArrangement) { .text = text, .within = within }, expected);
}

/* Words anywhere, in any name and cell, or in one column; numbers and dates by what they are. */
static void
test_filters (void)
{
  g_autoptr (MigCorpus) corpus = read_events ();
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_EVENTS);
  g_autoptr (MigItemIndex) index = mig_item_index_new (list);

  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "  ", "BCEAD");
  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "ÉTÉ confer", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "summer", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "res 71", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "geneve", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_ALL, "summer winter", "");
  assert_filtered (index, MIG_ITEM_COLUMN_TITLE, "summer", "");
  assert_filtered (index, MIG_ITEM_COLUMN_PLACE, "geneve", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_TITLE, "zebra", "CA");

  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "2", "B");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, ">0", "BD");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "≥ 1", "BD");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "<=1", "CEAD");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "< 1", "CEA");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "1..2", "BD");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "1–1", "D");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "2..", "B");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "..0", "CEA");
  assert_filtered (index, MIG_ITEM_COLUMN_MENTIONS, "many", "");

  assert_filtered (index, MIG_ITEM_COLUMN_DATE, "2001", "BC");
  assert_filtered (index, MIG_ITEM_COLUMN_DATE, "2 may 2001", "C");
  assert_filtered (index, MIG_ITEM_COLUMN_DATE, "2002-2010", "EA");
  /* What is no date is looked for as it is written. */
  assert_filtered (index, MIG_ITEM_COLUMN_DATE, "may", "BC");
}

static guint
seek (MigItemIndex *index, MigItemOrder *order, guint from, const char *typed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint row;

  mig_item_index_seek_async (index, order, from, typed, NULL, result_cb, &result);
  wait_for (&result);
  row = mig_item_index_seek_finish (index, result, &error);
  g_assert_no_error (error);

  return row;
}

/* Beginnings of names come before beginnings of other words, each from where one is and once around. */
static void
test_seeks (void)
{
  g_autoptr (MigCorpus) corpus = read_events ();
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_EVENTS);
  g_autoptr (MigItemIndex) index = mig_item_index_new (list);
  g_autoptr (MigItemOrder) order = arrange (index, &(MigItemArrangement) { .within = MIG_ITEM_COLUMN_ALL });

  g_assert_cmpuint (seek (index, order, 0, "zeb"), ==, 1);
  g_assert_cmpuint (seek (index, order, 2, "ZEB"), ==, 3);
  g_assert_cmpuint (seek (index, order, 4, "zeb"), ==, 1);
  g_assert_cmpuint (seek (index, order, 0, "emi"), ==, 2);
  g_assert_cmpuint (seek (index, order, 0, "10"), ==, 0);
  g_assert_cmpuint (seek (index, order, 0, "e"), ==, 2);
  g_assert_cmpuint (seek (index, order, 0, "ebra"), ==, G_MAXUINT);
  g_assert_cmpuint (seek (index, order, 0, "…"), ==, G_MAXUINT);
}

static void
test_copies (void)
{
  g_autoptr (MigCorpus) corpus = read_events ();
  g_autoptr (MigItemList) list = mig_item_list_new (corpus, MIG_ITEM_KIND_EVENTS);
  g_autoptr (MigItemIndex) index = mig_item_index_new (list);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL;
  const char *const ids[] = { "B", "D" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MigRef ref = mig_corpus_lookup (corpus, ids[i]);

      g_array_append_val (refs, ref);
    }
  mig_item_index_copy_async (index, refs, NULL, result_cb, &result);
  wait_for (&result);
  text = mig_item_index_copy_finish (index, result, NULL);
  g_assert_cmpstr (text, ==,
                   "Title\tDate\tPlace\tMentions\tFirst\tLast\n"
                   "Aardvark 10\t1 May 2001\t\t2\t1–9 May 2001\t2003\n"
                   "Conférence d’été\tundated\tGenève\t1\t2003\t2003\n");
}

/* One that is not wanted any more is given up, whatever it was at. */
static void
test_index_unwanted (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (MigItemList) list = mig_item_list_new (corpus, (MigItemKind) (i % MIG_N_ITEM_KINDS));
      g_autoptr (MigItemIndex) index = mig_item_index_new (list);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      mig_item_index_arrange_async (index, &(MigItemArrangement) { .text = "a", .within = MIG_ITEM_COLUMN_ALL },
                                    cancellable, result_cb, &result);
      g_cancellable_cancel (cancellable);
      wait_for (&result);
      g_assert_null (mig_item_index_arrange_finish (index, result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
assert_cell (MigCorpus *corpus, MigItemColumn column, const char *id, const char *expected)
{
  g_autofree char *found = mig_item_column_dup_text (column, corpus, mig_corpus_lookup (corpus, id));

  g_test_message ("%s of %s", mig_item_column_get_id (column), id);
  g_assert_cmpstr (found, ==, expected);
}

/* What the lists of people and institutions count and gather. */
static void
test_facts (void)
{
  g_autoptr (MigCorpus) corpus = read_text (
    "{" META ", \"persons\": [{\"id\": \"P\", \"name\": \"Ada Berg\", \"sort_name\": \"Berg, Ada\"},"
    "{\"id\": \"Q\", \"name\": \"Zoe Able\"}],"
    "\"organizations\": [{\"id\": \"O\", \"name\": \"Office of Ports\", \"other_names\": [{\"name\": \"Ports\"},"
    "{\"name\": \"OoP\"}]}, {\"id\": \"N\", \"name\": \"Navy\"}],"
    "\"memberships\": [{\"person_id\": \"P\", \"organization_id\": \"N\"}],"
    "\"events\": [{\"id\": \"S\", \"name\": \"S\", \"classification\": \"series\"},"
    "{\"id\": \"M1\", \"name\": \"First\", \"classification\": \"meeting\", \"parent_id\": \"S\","
    "\"start_date\": \"2002-07-11\"}, {\"id\": \"M2\", \"name\": \"Second\", \"classification\": \"meeting\","
    "\"parent_id\": \"S\", \"start_date\": \"2016\"}, {\"id\": \"S2\", \"name\": \"Opening\","
    "\"classification\": \"session\", \"parent_id\": \"M2\", \"start_date\": \"2016\"}],"
    "\"speeches\": [{\"id\": \"T1\", \"event_id\": \"M1\", \"creator_id\": \"P\", \"on_behalf_of_id\": \"O\"},"
    "{\"id\": \"T2\", \"event_id\": \"S2\", \"creator_id\": \"P\"},"
    "{\"id\": \"T3\", \"event_id\": \"S2\", \"creator_id\": \"P\"},"
    "{\"id\": \"T4\", \"event_id\": \"S2\", \"on_behalf_of_id\": \"O\"}],"
    "\"documents\": [{\"id\": \"D\", \"title\": \"D\", \"organization_id\": \"O\", \"identifiers\":"
    "[{\"scheme\": \"x\", \"identifier\": \"X 1\"}, {\"scheme\": \"UN symbol\", \"identifier\": \"A/1\"}]}]}", NULL);
  g_autofree char *description = NULL, *owned = NULL;

  g_assert_nonnull (corpus);
  assert_cell (corpus, MIG_ITEM_COLUMN_ORGANIZATIONS, "P", "Navy, Office of Ports");
  assert_cell (corpus, MIG_ITEM_COLUMN_INTERVENTIONS, "P", "3");
  assert_cell (corpus, MIG_ITEM_COLUMN_MEETINGS, "P", "2");
  assert_cell (corpus, MIG_ITEM_COLUMN_FIRST, "P", "11 Jul 2002");
  assert_cell (corpus, MIG_ITEM_COLUMN_LAST, "P", "2016");
  assert_cell (corpus, MIG_ITEM_COLUMN_FIRST, "Q", "");
  assert_cell (corpus, MIG_ITEM_COLUMN_ABBREVIATION, "O", "OoP");
  assert_cell (corpus, MIG_ITEM_COLUMN_ABBREVIATION, "N", "");
  assert_cell (corpus, MIG_ITEM_COLUMN_PEOPLE, "O", "1");
  assert_cell (corpus, MIG_ITEM_COLUMN_INTERVENTIONS, "O", "2");
  assert_cell (corpus, MIG_ITEM_COLUMN_INTERVENTIONS, "M2", "3");
  assert_cell (corpus, MIG_ITEM_COLUMN_SPEAKERS, "M2", "2");
  assert_cell (corpus, MIG_ITEM_COLUMN_SESSIONS, "M2", "1");
  assert_cell (corpus, MIG_ITEM_COLUMN_SESSIONS, "S2", "");
  assert_cell (corpus, MIG_ITEM_COLUMN_MEETING, "S2", "Second");
  assert_cell (corpus, MIG_ITEM_COLUMN_SYMBOL, "D", "A/1");
  assert_cell (corpus, MIG_ITEM_COLUMN_AUTHOR, "D", "Office of Ports");

  g_assert_cmpstr (mig_item_column_get_sort_text (MIG_ITEM_COLUMN_NAME, corpus, mig_corpus_lookup (corpus, "P"),
                                                  &owned), ==, "Berg, Ada");
  description = mig_item_dup_description (MIG_ITEM_KIND_SPEAKERS, corpus, mig_corpus_lookup (corpus, "P"));
  g_assert_cmpstr (description, ==,
                   "Ada Berg, Navy, Office of Ports, 3 interventions, 2 meetings, first 11 Jul 2002, last 2016");
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
    "{" META ","
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
  g_test_add_func ("/item-list/kinds", test_kinds);
  g_test_add_func ("/item-list/sorts", test_sorts);
  g_test_add_func ("/item-list/filters", test_filters);
  g_test_add_func ("/item-list/seeks", test_seeks);
  g_test_add_func ("/item-list/copies", test_copies);
  g_test_add_func ("/item-list/facts", test_facts);
  g_test_add_func ("/item-list/index-unwanted", test_index_unwanted);
  g_test_add_func ("/record-span/find", test_span);

  return g_test_run ();
}
