/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-reader.h"

#include <glib/gstdio.h>

#include "reader-fixture.h"

/* What is read from files that nothing is wrong with, and what is said of the others. */

static void
test_meta (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autofree char *name = g_file_get_basename (mig_corpus_get_file (corpus));

  g_assert_cmpstr (name, ==, "harbour.json");
  g_assert_cmpstr (mig_corpus_get_id (corpus), ==, "harbour-masters");
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "Meetings of the Harbour Masters");
  g_assert_true (g_str_has_prefix (mig_corpus_get_description (corpus), "An invented series"));
  g_assert_cmpstr (mig_corpus_get_language (corpus), ==, "en-GB");
}

static void
test_counts (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  static const guint expected[MIG_N_KINDS] = {
    [MIG_KIND_EVENT] = 11, [MIG_KIND_PERSON] = 3, [MIG_KIND_ORGANIZATION] = 3, [MIG_KIND_SPEECH] = 5,
    [MIG_KIND_DOCUMENT] = 4, [MIG_KIND_TOPIC] = 3, [MIG_KIND_FIGURE] = 3, [MIG_KIND_AREA] = 3,
    [MIG_KIND_MEMBERSHIP] = 4, [MIG_KIND_POST] = 2, [MIG_KIND_MENTION] = 8,
  };

  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    g_assert_cmpuint (mig_corpus_get_n (corpus, kind), ==, expected[kind]);
}

/* A corpus that has no name of its own gets one from its file. */
static void
test_fallback_names (void)
{
  static const struct { const char *path, *id, *title; } cases[] = {
    { "/a/b/Vienna 2016.v2.json", "Vienna-2016.v2", "Vienna 2016.v2.json" },
    { "/a/.hidden", ".hidden", ".hidden" },
    { "/", "corpus", "/" },
    { "/a/caf\xe9.json", "caf-", "caf\xef\xbf\xbd.json" },
  };
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"events\":[]}", 13);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, file, NULL, NULL, NULL);

      g_assert_cmpstr (mig_corpus_get_id (corpus), ==, cases[i].id);
      g_assert_cmpstr (mig_corpus_get_title (corpus), ==, cases[i].title);
      g_assert_true (mig_corpus_get_file (corpus) == file);
    }
}

static void
test_event (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigEvent *event = mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "M2"));
  const char *const *texts;
  MigDate date;

  g_assert_cmpstr (event->record.description, ==, "Two days of fog.\nThe second was worse.");
  g_assert_cmpint (event->role, ==, MIG_EVENT_ROLE_MEETING);
  g_assert_cmpuint (event->parent, ==, mig_corpus_lookup (corpus, "SERIES"));
  g_assert_cmpuint (event->area, ==, mig_corpus_lookup (corpus, "A-mouth"));
  g_assert_cmpuint (event->organization, ==, mig_corpus_lookup (corpus, "O-tides"));
  g_assert_cmpstr (event->attendance, ==, "more than 40");
  g_assert_cmpuint (event->themes.n, ==, 2);
  texts = mig_corpus_get_texts (corpus, event->themes);
  g_assert_cmpstr (texts[0], ==, "Fog");
  g_assert_cmpstr (texts[1], ==, "Signals in fog");
  g_assert_cmpuint (event->objectives.n, ==, 1);
  g_assert_cmpstr (mig_corpus_get_texts (corpus, event->objectives)[0], ==, "To be heard in fog");

  event = mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "M1"));
  g_assert_cmpstr (event->location, ==, "Lundhavn, town hall");
  g_assert_cmpuint (event->record.position, ==, 0);
  event = mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "M2-S2"));
  g_assert_cmpstr (event->format, ==, "Panel");
  event = mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "E-storm"));
  g_assert_cmpstr (event->classification, ==, "storm");
  g_assert_cmpint (event->record.certainty, ==, MIG_CERTAINTY_REPORTED_ONCE);
  g_assert_true (mig_date_parse_edtf ("1998~", &date, NULL));
  g_assert_cmpint (mig_date_compare (&event->date, &date), ==, 0);
}

static void
test_sources (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigRecord *record = get_record (corpus, "M2");
  const MigSource *sources = mig_corpus_get_sources (corpus, record->sources);
  const MigDisagreement *disagreement = mig_corpus_get_disagreements (corpus, record->disagreements);
  const MigReading *readings = mig_corpus_get_readings (corpus, disagreement->readings);

  g_assert_cmpuint (record->sources.n, ==, 2);
  g_assert_cmpuint (sources[0].document, ==, mig_corpus_lookup (corpus, "D-report"));
  g_assert_cmpstr (sources[0].url, ==, "");
  g_assert_cmpstr (sources[0].note, ==, "the report");
  g_assert_cmpstr (sources[0].locator.section, ==, "II.A");
  g_assert_cmpuint (sources[0].locator.paragraph, ==, 12);
  g_assert_cmpstr (sources[0].locator.page, ==, "4");
  g_assert_cmpuint (sources[1].document, ==, MIG_REF_NONE);
  g_assert_cmpstr (sources[1].url, ==, "https://league.example/2003");
  g_assert_cmpuint (sources[1].locator.paragraph, ==, 0);

  g_assert_cmpuint (record->disagreements.n, ==, 1);
  g_assert_cmpstr (disagreement->property, ==, "attendance");
  g_assert_cmpstr (disagreement->note, ==, "The porter counted differently.");
  g_assert_cmpuint (disagreement->readings.n, ==, 2);
  g_assert_cmpstr (readings[1].value, ==, "38");
  g_assert_cmpuint (readings[1].sources.n, ==, 1);
  sources = mig_corpus_get_sources (corpus, readings[1].sources);
  g_assert_cmpuint (sources->document, ==, mig_corpus_lookup (corpus, "D-ledger"));
  g_assert_cmpstr (sources->locator.page, ==, "xii");
}

static void
test_people (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigPerson *person = mig_corpus_get_person (corpus, mig_corpus_lookup (corpus, "P-brandt"));
  const MigOrganization *organization;
  const MigOtherName *names;
  const MigMembership *membership;
  const MigPost *post;

  g_assert_cmpstr (person->honorific_prefix, ==, "Captain");
  g_assert_cmpstr (person->sort_name, ==, "Brandt, Ida");
  g_assert_cmpstr (person->record.description, ==,
                   "Harbour master of Lundhavn for thirty years.\nShe was born on a pilot boat.");
  g_assert_cmpstr (mig_corpus_get_identifiers (corpus, person->record.identifiers)->identifier, ==, "IB-1");
  person = mig_corpus_get_person (corpus, mig_corpus_lookup (corpus, "P-vik"));
  g_assert_cmpstr (person->sort_name, ==, "Vik, Astrid");

  organization = mig_corpus_get_organization (corpus, mig_corpus_lookup (corpus, "O-league"));
  g_assert_cmpstr (organization->record.short_name, ==, "the League");
  g_assert_cmpstr (organization->record.description, ==,
                   "Those who keep the harbours of the Salt Coast.\nIt meets whenever the herring are late.");
  g_assert_cmpuint (organization->record.other_names.n, ==, 2);
  names = mig_corpus_get_other_names (corpus, organization->record.other_names);
  g_assert_cmpstr (names[0].name, ==, "LHM");
  g_assert_cmpstr (names[1].note, ==, "Danish");
  g_assert_cmpstr (mig_corpus_get_links (corpus, organization->record.links)->url, ==, "https://league.example/");

  membership = mig_corpus_get_membership (corpus, mig_corpus_lookup (corpus, "MB-1"));
  g_assert_cmpuint (membership->person, ==, mig_corpus_lookup (corpus, "P-brandt"));
  g_assert_cmpuint (membership->post, ==, mig_corpus_lookup (corpus, "POST-chair"));
  g_assert_cmpstr (membership->role, ==, "Chair");
  post = mig_corpus_get_post (corpus, mig_corpus_lookup (corpus, "POST-chair"));
  g_assert_cmpstr (post->role, ==, "chair");
  g_assert_cmpuint (post->organization, ==, mig_corpus_lookup (corpus, "O-league"));
}

static void
test_speech (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigSpeech *speech = mig_corpus_get_speech (corpus, mig_corpus_lookup (corpus, "SP-1"));
  const MigFigure *figure = mig_corpus_get_figure (corpus, mig_corpus_lookup (corpus, "F-ships"));
  const MigMention *mention = mig_corpus_get_mention (corpus, mig_corpus_lookup (corpus, "MN-1"));
  const MigTopic *topic = mig_corpus_get_topic (corpus, mig_corpus_lookup (corpus, "T-fog-b"));

  g_assert_cmpstr (speech->record.description, ==, "Opened the session and called for the treaty.");
  g_assert_cmpuint (speech->event, ==, mig_corpus_lookup (corpus, "M2-S1"));
  g_assert_cmpuint (speech->creator, ==, mig_corpus_lookup (corpus, "P-brandt"));
  g_assert_cmpuint (speech->on_behalf_of, ==, mig_corpus_lookup (corpus, "O-league"));
  g_assert_cmpstr (speech->role, ==, "chair");
  g_assert_cmpstr (speech->part, ==, "First bell");
  speech = mig_corpus_get_speech (corpus, mig_corpus_lookup (corpus, "SP-2"));
  g_assert_cmpstr (speech->attribution_text, ==, "Mr. Okorro");
  g_assert_cmpint (speech->record.certainty, ==, MIG_CERTAINTY_INFERRED);

  g_assert_true (figure->has_value);
  g_assert_cmpfloat (figure->value, ==, 11250);
  g_assert_cmpstr (figure->value_text, ==, "more than 11 thousand");
  g_assert_cmpstr (figure->unit, ==, "ships");
  g_assert_cmpuint (figure->given_by, ==, mig_corpus_lookup (corpus, "SP-2"));
  g_assert_cmpuint (figure->area, ==, mig_corpus_lookup (corpus, "A-coast"));
  figure = mig_corpus_get_figure (corpus, mig_corpus_lookup (corpus, "F-bells"));
  g_assert_false (figure->has_value);
  g_assert_cmpstr (figure->place, ==, "Greymouth Quay");
  g_assert_cmpuint (figure->given_by, ==, mig_corpus_lookup (corpus, "M2"));

  g_assert_cmpstr (mention->role, ==, "called for");
  g_assert_cmpuint (mention->locator.paragraph, ==, 14);
  g_assert_cmpstr (mention->locator.section, ==, "II");
  mention = mig_corpus_get_mention (corpus, mig_ref (MIG_KIND_MENTION, 1));
  g_assert_cmpstr (mention->record.description, ==, "He had been out in it.");
  g_assert_cmpstr (topic->code, ==, "G1.2");
  g_assert_cmpstr (topic->classification, ==, "target");
}

/* What is missing, null or unknown is no problem. */
static void
test_lenient (void)
{
  static const char *const texts[] = {
    "{\"events\":[]}", "{\"events\":null,\"persons\":[]}", "{\"persons\":[{}]}", "{\"memberships\":[{}]}",
    "{\"meta\":null,\"events\":[]}", "{\"meta\":5,\"events\":[]}",
    "{\"meta\":[{\"format\":\"migmeet-corpus\",\"version\":\"9\"}],\"events\":[]}",
    "{\"meta\":{\"format\":\"migmeet-corpus\",\"version\":\"1\"},\"events\":[]}",
    "{\"meta\":{\"format\":\"migmeet-corpus\",\"version\":\"1.7\"},\"events\":[]}",
    "{\"meta\":{\"format\":\"other\",\"version\":\"2.0\"},\"events\":[]}",
    "{\"meta\":{},\"events\":[{\"id\":\"a\"}]}",
    "{\"meta\":{\"title\":5,\"id\":[],\"version\":1},\"events\":[]}",
    "{\"events\":[{\"id\":\"a\",\"name\":null,\"parent_id\":null,\"sources\":null,\"themes\":null,\"position\":null}]}",
    "{\"events\":[{\"id\":\"a\",\"unknown\":{\"id\":[1,{\"x\":null}]},\"status\":5,\"start_date\":\"\"}]}",
    "{\"events\":[{\"id\":\"a\",\"sources\":[{}],\"links\":[{}],\"identifiers\":[{\"scheme\":\"x\"}]}]}",
    "{\"unknown\":[1,\"x\"],\"events\":[{\"id\":\"a\",\"parent_id\":\"\"}]}",
    "\xef\xbb\xbf{\"events\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (MigCorpus) corpus = read_text (texts[i], &problems);

      assert_problems (problems, "");
      g_assert_nonnull (corpus);
    }
}

/* Members may be written with escapes, and the order of the lists does not matter. */
static void
test_order (void)
{
  static const char text[] =
    "{\"m\\u0065ntions\":[{\"from_\\u0069d\":\"s\",\"to_id\":\"d\"}],"
    "\"speeches\":[{\"id\":\"s\",\"event_id\":\"e\",\"creator_id\":\"p\"}],"
    "\"persons\":[{\"id\":\"p\",\"name\":\"P\"}],\"events\":[{\"id\":\"e\",\"parent_id\":\"f\"},{\"id\":\"f\"}],"
    "\"documents\":[{\"id\":\"d\"}],\"meta\":{\"format\":\"migmeet-corpus\",\"title\":\"T\"}}";
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = read_text (text, &problems);
  MigRefs refs;

  assert_problems (problems, "");
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "T");
  g_assert_cmpstr (mig_corpus_get_id (corpus), ==, "corpus");
  refs = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "d"), MIG_RELATION_MENTIONED_BY);
  g_assert_cmpuint (refs.n, ==, 1);
  g_assert_cmpuint (mig_corpus_get_mention (corpus, refs.refs[0])->from, ==, mig_corpus_lookup (corpus, "s"));
}

/* What only a strict reader reports keeps no corpus from being opened. */
static void
test_lapses_are_no_faults (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("broken/lapses.json");

  g_assert_cmpuint (mig_corpus_get_n (corpus, MIG_KIND_MENTION), ==, 6);
}

/* Each file of fixtures/broken has beside it what is to be said of it. */
static void
test_broken (gconstpointer data)
{
  const char *name = data;
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autofree char *json_name = g_strconcat ("broken/", name, ".json", NULL);
  g_autofree char *text_path = NULL;
  g_autoptr (GFile) file = get_fixture (json_name);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *expected = NULL;

  mig_corpus_reader_set_strict (reader, strcmp (name, "lapses") == 0 || strcmp (name, "hosted") == 0);
  g_assert_null (mig_corpus_reader_read (reader, file, &problems, NULL, &error));
  g_assert_error (error, MIG_CORPUS_READER_ERROR, MIG_CORPUS_READER_ERROR_PROBLEMS);

  for (guint i = 0; i < mig_problems_get_n (problems); i++)
    {
      g_autofree char *line = mig_problem_format (mig_problems_get (problems, i), NULL);

      g_assert_nonnull (mig_problems_get_excerpt (problems, i, NULL));
      g_string_append_printf (report, "%s\n", line);
    }

  text_path = g_strdup_printf ("%s/fixtures/broken/%s.txt", g_test_get_dir (G_TEST_DIST), name);
  g_assert_true (g_file_get_contents (text_path, &expected, NULL, NULL));
  g_assert_cmpstr (report->str, ==, expected);
}

static void
test_excerpt (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = get_fixture ("broken/dates.json");
  g_autoptr (MigProblems) problems = NULL;
  const char *const *lines;
  guint64 first_line, column, length;

  g_assert_null (mig_corpus_reader_read (reader, file, &problems, NULL, NULL));
  g_assert_cmpuint (mig_problems_get_size (problems), >, 500);
  g_assert_true (mig_problems_get_file (problems) == file);

  g_assert_cmpstr (mig_problems_get (problems, 0)->path, ==, "events[0].start_date");
  lines = mig_problems_get_excerpt (problems, 0, &first_line);
  g_assert_cmpuint (first_line, ==, 4);
  g_assert_cmpuint (g_strv_length ((char **) lines), ==, 5);
  g_assert_cmpstr (lines[2], ==, "      \"start_date\": \"2016-13-01\",");
  mig_problems_get_excerpt_span (problems, 0, &column, &length);
  g_assert_cmpuint (column, ==, 21);
  g_assert_cmpuint (length, ==, 12);
}

static void
test_bundled (void)
{
  const char *path = g_getenv ("MIG_TEST_CORPUS");
  g_autoptr (GFile) file = NULL;
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;
  guint n_dated;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no bundled corpus");
      return;
    }

  file = g_file_new_for_path (path);
  corpus = mig_corpus_reader_read (reader, file, &problems, NULL, NULL);
  assert_problems (problems, "");
  g_assert_nonnull (corpus);
  g_assert_cmpuint (mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n_dated).n, ==, 17);
  g_assert_cmpuint (n_dated, ==, 17);
}

/* In a file too large to be scanned in one go what it says of itself may come last, and decides all the same how the
 * records before it are read. */
static void
test_meta_last (void)
{
  g_autoptr (GString) text = g_string_new ("{ \"persons\": [");
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{ \"id\": \"P-%u\", \"name\": \"Person %u\" }", i > 0 ? ",\n" : "", i, i);
  g_string_append (text, "],\n\"meta\": { \"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"late\", "
                         "\"title\": \"Comes last\" } }");
  corpus = read_text (text->str, &problems);
  assert_problems (problems, "");
  g_assert_nonnull (corpus);
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "Comes last");
  g_assert_cmpuint (mig_corpus_get_n (corpus, MIG_KIND_PERSON), ==, 20000);
  g_assert_cmpstr (mig_corpus_get_record (corpus, mig_corpus_lookup (corpus, "P-19999"))->name, ==, "Person 19999");
}

static void
test_progress (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = get_fixture ("harbour.json");
  g_autoptr (MigCorpus) corpus = NULL;

  g_assert_cmpfloat (mig_corpus_reader_get_progress (reader), ==, 0);
  corpus = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  g_assert_cmpfloat (mig_corpus_reader_get_progress (reader), ==, 1);

  g_assert_cmpuint (mig_corpus_reader_get_max_size (reader), ==, 512 * 1024 * 1024);
}

static void
test_resource (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "core", "reader-fixtures.gresource", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GResource) resource = g_resource_load (path, &error);
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///org/example/MigMeet/fixtures/popolo.json");
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource:///org/example/MigMeet/fixtures");
  g_autoptr (GFile) missing = g_file_new_for_uri ("resource:///org/example/MigMeet/fixtures/none.json");
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (MigCorpus) corpus = NULL;

  g_assert_no_error (error);
  g_resources_register (resource);

  corpus = mig_corpus_reader_read (reader, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mig_corpus_get_n (corpus, MIG_KIND_PERSON), ==, 4);
  g_assert_cmpstr (mig_corpus_get_id (corpus), ==, "popolo");

  g_assert_null (mig_corpus_reader_read (reader, folder, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (mig_corpus_reader_read (reader, missing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_resources_unregister (resource);
}

typedef struct
{
  GMainLoop *loop;
  MigCorpus *corpus;
  MigProblems *problems;
  GError *error;
} Async;

static void
clear_async (Async *async)
{
  g_clear_pointer (&async->loop, g_main_loop_unref);
  g_clear_object (&async->corpus);
  g_clear_pointer (&async->problems, mig_problems_unref);
  g_clear_error (&async->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Async, clear_async)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Async *async = user_data;

  async->corpus = mig_corpus_reader_read_finish (MIG_CORPUS_READER (source), result, &async->problems, &async->error);
  g_main_loop_quit (async->loop);
}

static void
read_async (const char   *name,
            GCancellable *cancellable,
            Async        *async)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = get_fixture (name);

  *async = (Async) { .loop = g_main_loop_new (NULL, FALSE) };
  mig_corpus_reader_read_async (reader, file, cancellable, read_cb, async);
  g_main_loop_run (async->loop);
}

static void
test_async (void)
{
  g_auto (Async) good = { 0 };
  g_auto (Async) bad = { 0 };
  g_auto (Async) missing = { 0 };
  g_auto (Async) cancelled = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  read_async ("harbour.json", NULL, &good);
  g_assert_no_error (good.error);
  g_assert_cmpuint (mig_corpus_get_n (good.corpus, MIG_KIND_EVENT), ==, 11);
  g_assert_cmpuint (mig_problems_get_n (good.problems), ==, 0);

  read_async ("broken/dates.json", NULL, &bad);
  g_assert_error (bad.error, MIG_CORPUS_READER_ERROR, MIG_CORPUS_READER_ERROR_PROBLEMS);
  g_assert_null (bad.corpus);
  g_assert_cmpuint (mig_problems_get_n (bad.problems), >, 3);

  read_async ("nothing-of-that-name.json", NULL, &missing);
  g_assert_error (missing.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (mig_problems_get_n (missing.problems), ==, 1);
  g_assert_cmpuint (mig_problems_get (missing.problems, 0)->line, ==, 0);

  g_cancellable_cancel (cancellable);
  read_async ("harbour.json", cancellable, &cancelled);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (cancelled.corpus);
  g_assert_cmpuint (mig_problems_get_n (cancelled.problems), ==, 0);
}

/* A result that nobody asks for is dropped with its task, in whichever thread that is. */
static void
test_async_unfinished (void)
{
  MigCorpusReader *reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = get_fixture ("harbour.json");
  gboolean is_alive = TRUE;
  GWeakRef weak;

  mig_corpus_reader_read_async (reader, file, NULL, NULL, NULL);
  g_weak_ref_init (&weak, reader);
  g_object_unref (reader);

  while (is_alive)
    {
      g_autoptr (MigCorpusReader) alive = NULL;

      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      alive = g_weak_ref_get (&weak);
      is_alive = alive != NULL;
    }
  g_weak_ref_clear (&weak);
}

static void
add_broken (void)
{
  static const char *const names[] = {
    "dates", "references", "circles", "ids", "types", "lists", "format", "nothing", "syntax", "values", "hosted",
    "unfinished", "lapses",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/corpus-reader/broken/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_broken);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus-reader/meta", test_meta);
  g_test_add_func ("/corpus-reader/meta-last", test_meta_last);
  g_test_add_func ("/corpus-reader/counts", test_counts);
  g_test_add_func ("/corpus-reader/fallback-names", test_fallback_names);
  g_test_add_func ("/corpus-reader/event", test_event);
  g_test_add_func ("/corpus-reader/sources", test_sources);
  g_test_add_func ("/corpus-reader/people", test_people);
  g_test_add_func ("/corpus-reader/speech", test_speech);
  g_test_add_func ("/corpus-reader/lapses-are-no-faults", test_lapses_are_no_faults);
  g_test_add_func ("/corpus-reader/lenient", test_lenient);
  g_test_add_func ("/corpus-reader/order", test_order);
  add_broken ();
  g_test_add_func ("/corpus-reader/excerpt", test_excerpt);
  g_test_add_func ("/corpus-reader/bundled", test_bundled);
  g_test_add_func ("/corpus-reader/resource", test_resource);
  g_test_add_func ("/corpus-reader/progress", test_progress);
  g_test_add_func ("/corpus-reader/async", test_async);
  g_test_add_func ("/corpus-reader/async-unfinished", test_async_unfinished);

  return g_test_run ();
}
