/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-navigator.h"

#include "reader-fixture.h"

/* Selection and history, and what is told of them. */

typedef struct
{
  MigNavigator *navigator;
  MigCorpus *corpus;
  GString *log; /* what was notified since it was last looked at */
} Fixture;

/* Whoever is told finds everything in its place already. */
static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  Fixture *fixture = user_data;
  MigNavigator *navigator = MIG_NAVIGATOR (object);
  MigRef selected;

  g_object_get (navigator, "selected", &selected, NULL);
  g_assert_cmpuint (selected, ==, mig_navigator_get_selected (navigator));
  if (selected != MIG_REF_NONE)
    g_assert_nonnull (mig_corpus_get_record (mig_navigator_get_corpus (navigator), selected));
  g_string_append_printf (fixture->log, "%s%s", fixture->log->len > 0 ? " " : "", pspec->name);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->corpus = read_fixture ("harbour.json");
  fixture->navigator = mig_navigator_new ();
  fixture->log = g_string_new (NULL);
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);
  g_signal_connect (fixture->navigator, "notify", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->navigator);
  g_assert_finalize_object (fixture->corpus);
  g_string_free (fixture->log, TRUE);
}

static void
select_id (Fixture    *fixture,
           const char *id)
{
  MigRef ref = id != NULL ? mig_corpus_lookup (mig_navigator_get_corpus (fixture->navigator), id) : MIG_REF_NONE;

  g_assert_true (id == NULL || ref != MIG_REF_NONE);
  mig_navigator_select (fixture->navigator, ref);
}

/* @state is what is selected, between "<" if one can go back and ">" if one can go forward. */
static void
assert_state (Fixture    *fixture,
              const char *state,
              const char *log)
{
  MigNavigator *navigator = fixture->navigator;
  MigRef selected = mig_navigator_get_selected (navigator);
  MigCorpus *corpus = mig_navigator_get_corpus (navigator);
  g_autofree char *found = NULL;
  gboolean back, forward;

  g_object_get (navigator, "can-go-back", &back, "can-go-forward", &forward, NULL);
  g_assert_cmpint (back, ==, mig_navigator_get_can_go_back (navigator));
  g_assert_cmpint (forward, ==, mig_navigator_get_can_go_forward (navigator));
  found = g_strdup_printf ("%s%s%s", back ? "<" : "",
                           selected != MIG_REF_NONE ? mig_corpus_get_record (corpus, selected)->id : "-",
                           forward ? ">" : "");
  g_assert_cmpstr (found, ==, state);
  g_assert_cmpstr (fixture->log->str, ==, log);
  g_string_truncate (fixture->log, 0);
}

static void
test_select (Fixture      *fixture,
             gconstpointer data)
{
  assert_state (fixture, "-", "");
  select_id (fixture, "M1");
  assert_state (fixture, "<M1", "selected can-go-back");
  select_id (fixture, "M2");
  assert_state (fixture, "<M2", "selected");
  select_id (fixture, "M2");
  assert_state (fixture, "<M2", "");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<M1>", "selected can-go-forward");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "->", "selected can-go-back");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "->", "");
  mig_navigator_go_forward (fixture->navigator);
  assert_state (fixture, "<M1>", "selected can-go-back");
  mig_navigator_go_forward (fixture->navigator);
  assert_state (fixture, "<M2", "selected can-go-forward");
  mig_navigator_go_forward (fixture->navigator);
  assert_state (fixture, "<M2", "");
}

static void
test_begin (Fixture      *fixture,
            gconstpointer data)
{
  mig_navigator_begin (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M1"));
  assert_state (fixture, "M1", "selected");
  mig_navigator_begin (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M2"));
  assert_state (fixture, "<M2", "selected can-go-back");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "M1>", "selected can-go-back can-go-forward");
}

/* A walk is one place of the history, whatever it passed. */
static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  mig_navigator_begin (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M1"));
  g_string_truncate (fixture->log, 0);
  mig_navigator_walk (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M2"));
  assert_state (fixture, "<M2", "selected can-go-back");
  mig_navigator_walk (fixture->navigator, mig_corpus_lookup (fixture->corpus, "E-lamp"));
  assert_state (fixture, "<E-lamp", "selected");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "M1>", "selected can-go-back can-go-forward");

  /* From where one came back to, a walk is a new one; so it is after something was selected. */
  mig_navigator_walk (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M2"));
  assert_state (fixture, "<M2", "selected can-go-back can-go-forward");
  select_id (fixture, "P-vik");
  g_string_truncate (fixture->log, 0);
  mig_navigator_walk (fixture->navigator, mig_corpus_lookup (fixture->corpus, "E-lamp"));
  assert_state (fixture, "<E-lamp", "selected");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<P-vik>", "selected can-go-forward");
}

static void
test_branch (Fixture      *fixture,
             gconstpointer data)
{
  select_id (fixture, "M1");
  select_id (fixture, "M2");
  select_id (fixture, "P-vik");
  mig_navigator_go_back (fixture->navigator);
  mig_navigator_go_back (fixture->navigator);
  g_string_truncate (fixture->log, 0);
  select_id (fixture, "E-lamp");
  assert_state (fixture, "<E-lamp", "selected can-go-forward");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<M1>", "selected can-go-forward");

  /* To select what is selected leaves what lies forward. */
  select_id (fixture, "M1");
  assert_state (fixture, "<M1>", "");
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  select_id (fixture, NULL);
  assert_state (fixture, "-", "");
  select_id (fixture, "M1");
  select_id (fixture, NULL);
  assert_state (fixture, "<-", "selected can-go-back selected");
  select_id (fixture, NULL);
  assert_state (fixture, "<-", "");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<M1>", "selected can-go-forward");
}

static void
test_properties (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (MigCorpus) corpus = NULL;

  /* g_object_set() holds notifications back and lets them go last first. */
  g_object_set (fixture->navigator, "selected", mig_corpus_lookup (fixture->corpus, "M2"), NULL);
  assert_state (fixture, "<M2", "can-go-back selected");
  g_object_get (fixture->navigator, "corpus", &corpus, NULL);
  g_assert_true (corpus == fixture->corpus);
  g_object_set (fixture->navigator, "corpus", NULL, NULL);
  assert_state (fixture, "-", "can-go-back subset selected corpus");
}

/* The same corpus read anew: everything is where it was, though under another number. */
static void
test_new_corpus (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (MigCorpus) other = NULL;

  other = read_text ("{\"events\":[{\"id\":\"new\"},{\"id\":\"E-lamp\"},{\"id\":\"M2\"},{\"id\":\"M1\"}]}", NULL);
  select_id (fixture, "M1");
  select_id (fixture, "P-vik");
  select_id (fixture, "M1");
  select_id (fixture, "M2");
  select_id (fixture, "SP-1");
  select_id (fixture, "E-lamp");
  mig_navigator_go_back (fixture->navigator);
  mig_navigator_go_back (fixture->navigator);
  g_string_truncate (fixture->log, 0);

  /* "- M1 P-vik M1 [M2] SP-1 E-lamp" becomes "- M1 [M2] E-lamp". */
  mig_navigator_set_corpus (fixture->navigator, other);
  assert_state (fixture, "<M2>", "corpus selected subset");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<M1>", "selected");
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "->", "selected can-go-back");
  mig_navigator_go_forward (fixture->navigator);
  mig_navigator_go_forward (fixture->navigator);
  mig_navigator_go_forward (fixture->navigator);
  assert_state (fixture, "<E-lamp", "selected can-go-back selected selected can-go-forward");

  mig_navigator_set_corpus (fixture->navigator, other);
  assert_state (fixture, "<E-lamp", "");
  mig_navigator_set_corpus (fixture->navigator, NULL);
  assert_state (fixture, "-", "corpus selected subset can-go-back");
}

/* The same record, even under the same number, is another one: its page is to be drawn anew. */
static void
test_same_corpus_again (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (MigCorpus) again = read_fixture ("harbour.json");

  select_id (fixture, "M1");
  g_string_truncate (fixture->log, 0);
  mig_navigator_set_corpus (fixture->navigator, again);
  assert_state (fixture, "<M1", "corpus selected subset");
  select_id (fixture, NULL);
  g_string_truncate (fixture->log, 0);
  mig_navigator_set_corpus (fixture->navigator, fixture->corpus);
  assert_state (fixture, "<-", "corpus subset");
  mig_navigator_set_corpus (fixture->navigator, NULL);
}

/* What is selected is gone: nothing is, at its place in the history. */
static void
test_selected_is_gone (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (MigCorpus) other = read_text ("{\"events\":[{\"id\":\"M1\"},{\"id\":\"E-lamp\"}]}", NULL);

  select_id (fixture, "M1");
  select_id (fixture, "M2");
  select_id (fixture, "E-lamp");
  mig_navigator_go_back (fixture->navigator);
  g_string_truncate (fixture->log, 0);
  mig_navigator_set_corpus (fixture->navigator, other);
  assert_state (fixture, "<->", "corpus selected subset");
  mig_navigator_go_forward (fixture->navigator);
  assert_state (fixture, "<E-lamp", "selected can-go-forward");
  mig_navigator_go_back (fixture->navigator);
  mig_navigator_go_back (fixture->navigator);
  assert_state (fixture, "<M1>", "selected can-go-forward selected");
  mig_navigator_set_corpus (fixture->navigator, NULL);
}

/* A record without id cannot be found again. */
static void
test_nameless (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (MigCorpus) other = read_fixture ("harbour.json");

  mig_navigator_select (fixture->navigator, mig_ref (MIG_KIND_MENTION, 1));
  g_string_truncate (fixture->log, 0);
  mig_navigator_set_corpus (fixture->navigator, other);
  assert_state (fixture, "-", "corpus selected subset can-go-back");
  mig_navigator_set_corpus (fixture->navigator, NULL);
}

static void
returned_cb (MigNavigator *navigator,
             double        start,
             double        end,
             Fixture      *fixture)
{
  g_string_append_printf (fixture->log, "%s%g-%g", fixture->log->len > 0 ? " " : "", start, end);
}

static void
assert_log (Fixture    *fixture,
            const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

/* Back and Forward lead to what was in sight, too; where a movement was going counts, not where it had come to. */
static void
test_views (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (MigViewport) viewport = mig_viewport_new ();

  mig_viewport_set_limits (viewport, 0, 1000);
  mig_viewport_set_span (viewport, 100, 200);
  mig_navigator_set_viewport (fixture->navigator, viewport);
  g_signal_connect (fixture->navigator, "returned", G_CALLBACK (returned_cb), fixture);

  select_id (fixture, "M1");
  mig_viewport_animate_to (viewport, 300, 400, MIG_EASING_FLY, 1000);
  select_id (fixture, "M2");
  mig_viewport_set_span (viewport, 500, 600);
  g_string_truncate (fixture->log, 0);

  mig_navigator_go_back (fixture->navigator);
  assert_log (fixture, "selected can-go-forward 300-400");
  mig_viewport_set_span (viewport, 310, 410);
  mig_navigator_go_back (fixture->navigator);
  assert_log (fixture, "selected can-go-back 100-200");
  mig_navigator_go_forward (fixture->navigator);
  assert_log (fixture, "selected can-go-back 310-410");
  mig_navigator_go_forward (fixture->navigator);
  assert_log (fixture, "selected can-go-forward 500-600");
  mig_navigator_go_forward (fixture->navigator);
  assert_log (fixture, "");
}

/* A jump leaves the selection and is a place all the same. */
static void
test_leave_view (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (MigViewport) viewport = mig_viewport_new ();

  mig_viewport_set_limits (viewport, 0, 1000);
  mig_viewport_set_span (viewport, 100, 200);
  mig_navigator_set_viewport (fixture->navigator, viewport);
  g_signal_connect (fixture->navigator, "returned", G_CALLBACK (returned_cb), fixture);
  select_id (fixture, "M1");
  g_string_truncate (fixture->log, 0);

  mig_navigator_leave_view (fixture->navigator);
  assert_log (fixture, "");
  mig_viewport_set_span (viewport, 700, 800);
  mig_navigator_go_back (fixture->navigator);
  assert_log (fixture, "can-go-forward 100-200");
  mig_navigator_go_forward (fixture->navigator);
  assert_log (fixture, "can-go-forward 700-800");

  /* Two views of the same are two places when the corpus is read again, too. */
  {
    g_autoptr (MigCorpus) again = read_fixture ("harbour.json");

    mig_navigator_go_back (fixture->navigator);
    mig_viewport_set_span (viewport, 100, 200);
    mig_navigator_go_forward (fixture->navigator);
    mig_viewport_set_span (viewport, 700, 800);
    mig_navigator_set_corpus (fixture->navigator, again);
    g_string_truncate (fixture->log, 0);
    mig_navigator_go_back (fixture->navigator);
    assert_log (fixture, "can-go-forward 100-200");
    mig_navigator_set_corpus (fixture->navigator, NULL);
  }
}

/* A comparison is a place of its own: Back leads to it, and what is selected is seen by itself when it is selected. */
static void
test_compare (Fixture      *fixture,
              gconstpointer data)
{
  MigNavigator *navigator = fixture->navigator;
  const MigRef m1 = mig_corpus_lookup (fixture->corpus, "M1"), m2 = mig_corpus_lookup (fixture->corpus, "M2");
  MigCorpus *again = NULL;

  mig_navigator_begin (navigator, m1);
  g_string_truncate (fixture->log, 0);
  mig_navigator_compare (navigator, m1, m2);
  assert_state (fixture, "<M1", "compared can-go-back");
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, m2);
  mig_navigator_compare (navigator, m1, m2);
  assert_state (fixture, "<M1", "");

  select_id (fixture, "M1");
  assert_state (fixture, "<M1", "compared");
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, MIG_REF_NONE);
  mig_navigator_go_back (navigator);
  assert_state (fixture, "<M1>", "compared can-go-forward");
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, m2);
  mig_navigator_walk (navigator, m1);
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, MIG_REF_NONE);
  mig_navigator_go_back (navigator);

  /* The same file again keeps it; one in which the other is gone does not. */
  again = read_fixture ("harbour.json");
  mig_navigator_set_corpus (navigator, again);
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, mig_corpus_lookup (again, "M2"));
  g_object_unref (again);
  again = read_text ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"x\","
                     " \"title\": \"X\"}, \"events\": [{\"id\": \"M1\", \"name\": \"One\"}]}", NULL);
  mig_navigator_set_corpus (navigator, again);
  g_assert_cmpuint (mig_navigator_get_selected (navigator), ==, mig_corpus_lookup (again, "M1"));
  g_assert_cmpuint (mig_navigator_get_compared (navigator), ==, MIG_REF_NONE);
  g_object_unref (again);
}

static void
add (const char *path,
     void      (*test) (Fixture      *fixture,
                        gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A filter is where one was, as the selection is: Back leads to what was shown before. */
static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  MigNavigator *navigator = fixture->navigator;
  MigFilter filter, none;
  guint n_filtered = 0;

  g_signal_connect_swapped (navigator, "filtered", G_CALLBACK (count_cb), &n_filtered);
  mig_filter_init (&none);
  mig_filter_init (&filter);
  filter.groups = 1u << MIG_SEARCH_GROUP_EVENTS;
  select_id (fixture, "M2");
  assert_state (fixture, "<M2", "selected can-go-back");

  mig_navigator_set_filter (navigator, &filter);
  assert_state (fixture, "<M2", "subset");
  g_assert_cmpuint (n_filtered, ==, 1);
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (navigator), &filter));
  g_assert_false (mig_subset_has (mig_navigator_get_subset (navigator), mig_navigator_get_selected (navigator)));
  mig_navigator_set_filter (navigator, &filter);
  assert_state (fixture, "<M2", "");

  /* It stays while one looks around. */
  select_id (fixture, "E-storm");
  assert_state (fixture, "<E-storm", "selected");
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (navigator), &filter));
  mig_navigator_select_filtered (navigator, mig_corpus_lookup (fixture->corpus, "M1"), &none);
  assert_state (fixture, "<M1", "selected subset");
  g_assert_true (mig_subset_is_whole (mig_navigator_get_subset (navigator)));

  mig_navigator_go_back (navigator);
  assert_state (fixture, "<E-storm>", "selected subset can-go-forward");
  g_assert_true (mig_filter_equal (mig_navigator_get_filter (navigator), &filter));
  mig_navigator_go_back (navigator);
  assert_state (fixture, "<M2>", "selected");
  mig_navigator_go_back (navigator);
  assert_state (fixture, "<M2>", "subset");
  g_assert_true (mig_subset_is_whole (mig_navigator_get_subset (navigator)));
  g_assert_cmpuint (n_filtered, ==, 4);
}

/* In another edition of the corpus the filter asks for the same, and one before the first selection is no step. */
static void
test_filter_carried (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (MigCorpus) again = read_fixture ("harbour.json");
  MigFilter filter;

  mig_filter_init (&filter);
  mig_filter_add (&filter, mig_corpus_lookup (fixture->corpus, "P-okoro"));
  mig_navigator_set_filter (fixture->navigator, &filter);
  mig_navigator_begin (fixture->navigator, mig_corpus_lookup (fixture->corpus, "M2"));
  assert_state (fixture, "M2", "subset selected");

  mig_navigator_set_corpus (fixture->navigator, again);
  assert_state (fixture, "M2", "corpus selected subset");
  g_assert_true (mig_subset_get_corpus (mig_navigator_get_subset (fixture->navigator)) == again);
  g_assert_false (mig_subset_has (mig_navigator_get_subset (fixture->navigator), mig_corpus_lookup (again, "M1")));

  mig_navigator_set_corpus (fixture->navigator, NULL);
  g_assert_null (mig_navigator_get_subset (fixture->navigator));
  g_assert_true (mig_filter_is_empty (mig_navigator_get_filter (fixture->navigator)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/navigator/select", test_select);
  add ("/navigator/begin", test_begin);
  add ("/navigator/walk", test_walk);
  add ("/navigator/compare", test_compare);
  add ("/navigator/branch", test_branch);
  add ("/navigator/nothing", test_nothing);
  add ("/navigator/properties", test_properties);
  add ("/navigator/new-corpus", test_new_corpus);
  add ("/navigator/same-corpus-again", test_same_corpus_again);
  add ("/navigator/selected-is-gone", test_selected_is_gone);
  add ("/navigator/nameless", test_nameless);
  add ("/navigator/views", test_views);
  add ("/navigator/leave-view", test_leave_view);
  add ("/navigator/filter", test_filter);
  add ("/navigator/filter-carried", test_filter_carried);

  return g_test_run ();
}
