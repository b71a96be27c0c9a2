/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"
#include "reader-fixture.h"

/*
 * Files that are damaged, or made to do harm. Nothing here may crash, hang or take memory without bound, and each of
 * them gets an answer that says what is wrong. What is no file at all is in test-file-loader.c.
 */

/* Reads everything that a corpus holds, for the sanitizers to watch. */
static guint
touch_texts (MigCorpus       *corpus,
             const MigRecord *record)
{
  const MigSource *sources = mig_corpus_get_sources (corpus, record->sources);
  guint n = 0;

  g_assert_true (g_utf8_validate (record->id, -1, NULL));
  g_assert_true (g_utf8_validate (record->name, -1, NULL));
  g_assert_true (g_utf8_validate (record->short_name, -1, NULL));
  g_assert_true (g_utf8_validate (record->description, -1, NULL));
  for (guint i = 0; i < record->other_names.n; i++)
    n += (guint) strlen (mig_corpus_get_other_names (corpus, record->other_names)[i].name);
  for (guint i = 0; i < record->identifiers.n; i++)
    n += (guint) strlen (mig_corpus_get_identifiers (corpus, record->identifiers)[i].scheme);
  for (guint i = 0; i < record->links.n; i++)
    n += (guint) strlen (mig_corpus_get_links (corpus, record->links)[i].note);
  for (guint i = 0; i < record->sources.n; i++)
    n += (guint) strlen (sources[i].url) + (sources[i].document != MIG_REF_NONE);

  return n;
}

static guint
touch_everything (MigCorpus *corpus)
{
  guint n = 0;

  for (guint kind = 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
      {
        MigRef ref = mig_ref (kind, i);
        g_autofree char *address = mig_corpus_dup_address (corpus, ref);

        n += touch_texts (corpus, mig_corpus_get_record (corpus, ref));
        n += mig_date_is_set (mig_corpus_get_date (corpus, ref));
        n += mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SERIES);
        if (address != NULL)
          g_assert_cmpuint (mig_corpus_lookup_address (corpus, address), ==, ref);
        for (guint relation = 0; relation < MIG_N_RELATIONS; relation++)
          {
            MigRefs refs = mig_corpus_get_related (corpus, ref, relation);

            for (guint j = 0; j < refs.n; j++)
              n += mig_corpus_get_record (corpus, refs.refs[j])->position;
          }
      }
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    n += mig_corpus_get_track (corpus, track, NULL).n;

  return n;
}

/* There is either a corpus or something wrong, and what is wrong can be shown. */
static void
survive (const char *data,
         gsize       length)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = read_data (data, length, &problems);
  g_autofree char *report = mig_problems_format (problems);

  g_assert_true (g_utf8_validate (report, -1, NULL));
  if (corpus != NULL)
    {
      touch_everything (corpus);
      g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 0);
    }
  else
    g_assert_cmpuint (mig_problems_get_n (problems), >, 0);

  for (guint i = 0; i < mig_problems_get_n (problems); i++)
    {
      const MigProblem *problem = mig_problems_get (problems, i);

      g_assert_cmpuint (problem->line, >, 0);
      g_assert_cmpuint (problem->column, >, 0);
      g_assert_cmpstr (problem->what, !=, "");
    }
}

static char *
load_fixture (const char *name,
              gsize      *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  char *data;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));
  return data;
}

/* Copies, so that a byte too far is one that the sanitizer knows. */
static void
survive_copy (const char *data,
              gsize       length)
{
  g_autofree char *copy = g_memdup2 (data, length);

  survive (copy, length);
}

static void
test_truncated (void)
{
  gsize length;
  g_autofree char *data = load_fixture ("popolo.json", &length);

  for (gsize i = 0; i + 2 < length; i++)
    {
      g_autoptr (MigProblems) problems = NULL;

      survive_copy (data, i);
      g_assert_null (read_data (data, i, &problems));
    }
}

static void
test_mutated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20160225);
  gsize length;
  g_autofree char *data = load_fixture ("popolo.json", &length);

  for (guint i = 0; i < 3000; i++)
    {
      gint32 place = g_rand_int_range (rand, 0, (gint32) length);
      char byte = data[place];

      /* As often a character that means something as any byte at all. */
      data[place] = i % 2 ? "{}[]\",:\\0-9enu\n"[g_rand_int_range (rand, 0, 15)]
                          : (char) g_rand_int_range (rand, 0, 256);
      survive_copy (data, length);
      data[place] = byte;
    }
}

/* Lines swapped, doubled and left out: mostly good JSON, of which the corpus is not good any more. */
static void
test_shuffled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20020711);
  gsize length;
  g_autofree char *data = load_fixture ("harbour.json", &length);
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  gint n = (gint) g_strv_length (lines);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = NULL;
      char **one = &lines[g_rand_int_range (rand, 0, n)];
      char **other = &lines[g_rand_int_range (rand, 0, n)];
      char *line = *one;

      *one = *other;
      *other = i % 3 == 0 ? *one : line;
      text = g_strjoinv ("\n", lines);
      survive (text, strlen (text));
      *other = *one;
      *one = line;
    }
}

static char *
repeat (const char *before,
        const char *unit,
        guint       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
assert_refused (const char *text,
                const char *what)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = read_text (text, &problems);

  g_assert_null (corpus);
  g_assert_cmpuint (mig_problems_get_n (problems), >, 0);
  g_assert_cmpstr (mig_problems_get (problems, 0)->what, ==, what);
}

static void
test_nesting (void)
{
  g_autofree char *lists = repeat ("{\"events\":", "[", 1000000, "");
  g_autofree char *objects = repeat ("{\"events\":[{\"id\":\"a\",\"x\":", "{\"a\":", 1000000, "");
  g_autofree char *in_meta = repeat ("{\"meta\":", "[{\"a\":", 1000000, "");

  assert_refused (lists, "Objects and lists are nested too deeply.");
  assert_refused (objects, "Objects and lists are nested too deeply.");
  assert_refused (in_meta, "Objects and lists are nested too deeply.");
}

static void
test_texts (void)
{
  assert_refused ("{\"events\":[{\"id\":\"a\\u0000b\"}]}", "A text holds the character U+0000.");
  assert_refused ("{\"events\":[{\"i\\u0000\":1,\"i\":2}]}", "A text holds the character U+0000.");
  assert_refused ("{\"events\":[{\"id\":\"\\udc00\"}]}", "“\\udc00” is half of a surrogate pair.");
  assert_refused ("{\"events\":[{\"id\":\"\xed\xb0\x80\"}]}", "The byte 0xED is not UTF-8 here.");
  assert_refused ("{\"events\":[{\"id\":\"\xff\"}]}", "The byte 0xFF is not UTF-8 here.");
  assert_refused ("{\"events\":[{\"id\":\"a\nb\"}]}", "A line ends within a text.");
}

static void
test_numbers (void)
{
  g_autofree char *digits = repeat ("{\"figures\":[{\"id\":\"f\",\"value\":1", "0", 1000000, "}]}");
  g_autofree char *fraction = repeat ("{\"figures\":[{\"id\":\"f\",\"value\":0.", "0", 1000000, "1}]}");
  g_autofree char *exponent = repeat ("{\"figures\":[{\"id\":\"f\",\"value\":1e", "9", 1000000, "}]}");
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (MigProblems) problems = NULL;

  assert_refused ("{\"figures\":[{\"id\":\"f\",\"value\":18446744073709551617}]}",
                  "“18446744073709551617” is too large a number.");
  assert_refused ("{\"figures\":[{\"id\":\"f\",\"value\":-1e400}]}", "“-1e400” is too large a number.");
  assert_refused (digits, "“1000000000000000000000000000000000000000…” is too large a number.");
  assert_refused (exponent, "“1e99999999999999999999999999999999999999…” is too large a number.");
  assert_refused ("{\"figures\":[{\"id\":\"f\",\"value\":0x10}]}", "“0x10” is no number of JSON.");
  assert_refused ("{\"figures\":[{\"id\":\"f\",\"value\":007}]}", "“007” is no number of JSON.");

  corpus = read_text (fraction, &problems);
  assert_problems (problems, "");
  g_assert_cmpfloat (mig_corpus_get_figure (corpus, mig_ref (MIG_KIND_FIGURE, 0))->value, ==, 0);
}

static void
test_documents (void)
{
  assert_refused ("", "The file is empty.");
  assert_refused ("  \n", "There is nothing but blank space in the file.");
  assert_refused ("{\"events\":[]}{\"events\":[]}", "Something follows the end of the document.");
  assert_refused ("{'events':[]}", "There is a single quote.");
  assert_refused ("[{\"id\":\"a\"}]", "This is not a corpus.");
  assert_refused ("\"events\"", "This is not a corpus.");
  assert_refused ("12", "This is not a corpus.");
  assert_refused ("null", "This is not a corpus.");
  assert_refused ("{}", "None of the lists of a corpus is in the file.");
  assert_refused ("{\"meta\":{\"format\":\"migmeet-corpus\"}}", "None of the lists of a corpus is in the file.");
  assert_refused ("{\"events\":[],\"events\":[]}", "The key “events” stands twice in one object.");
}

/* Texts of one length that all have the same g_str_hash(), because "Aa" and "B@" have. */
static char *
make_colliding_text (guint i,
                     guint n_bits)
{
  GString *text = g_string_new (NULL);

  for (guint bit = 0; bit < n_bits; bit++)
    g_string_append (text, (i >> bit) & 1 ? "Aa" : "B@");

  return g_string_free (text, FALSE);
}

static void
test_colliding_keys (void)
{
  g_autoptr (GString) most = g_string_new ("{\"events\":[{\"id\":\"a\"");
  g_autoptr (GString) too_many = g_string_new (NULL);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  for (guint i = 0; i < 131072; i++)
    {
      g_autofree char *key = make_colliding_text (i, 17);

      if (i == 1023)
        g_string_append (too_many, most->str);
      g_string_append_printf (i < 1023 ? most : too_many, ",\"%s\":1", key);
    }
  g_string_append (most, "}]}");
  g_string_append (too_many, "}]}");

  corpus = read_text (most->str, &problems);
  assert_problems (problems, "");
  assert_refused (too_many->str, "An object has too many entries.");
}

static void
test_colliding_ids (void)
{
  g_autoptr (GString) text = g_string_new ("{\"events\":[");
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  for (guint i = 0; i < 131072; i++)
    {
      g_autofree char *id = make_colliding_text (i, 17);

      g_string_append_printf (text, "%s{\"id\":\"%s\"}", i > 0 ? "," : "", id);
    }
  g_string_append (text, "]}");

  corpus = read_text (text->str, &problems);
  assert_problems (problems, "");
  g_assert_cmpuint (mig_corpus_get_n (corpus, MIG_KIND_EVENT), ==, 131072);
}

static void
test_many_problems (void)
{
  g_autofree char *dangling = repeat ("{\"meta\":{\"format\":\"migmeet-corpus\"},\"memberships\":[",
                                       "{\"person_id\":\"nothing\"},", 5000, "{}]}");
  g_autofree char *entries = repeat ("{\"events\":[{\"themes\":[", "5,", 5000, "5]}]}");
  g_autofree char *keys = repeat ("{\"events\":[", "{\"a\":1,\"a\":2},", 5000, "{}]}");
  g_autofree char *records = repeat ("{\"events\":[", "5,", 5000, "{}]}");
  const struct { const char *text; guint n; } cases[] = {
    { dangling, 5000 }, { entries, 5001 }, { keys, 5000 }, { records, 5000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MigProblems) problems = NULL;

      g_assert_null (read_text (cases[i].text, &problems));
      g_assert_cmpuint (mig_problems_get_n (problems), ==, MIG_PROBLEMS_MAX_STORED);
      g_assert_cmpuint (mig_problems_get_n_found (problems), ==, cases[i].n);
    }
}

/* Hints are looked for among many ids, for many mistakes, but not without end. */
static void
test_many_similar (void)
{
  g_autoptr (GString) text = g_string_new ("{\"meta\":{\"format\":\"migmeet-corpus\"},\"events\":[");
  g_autoptr (MigProblems) problems = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "{\"id\":\"event-%u\",\"parent_id\":\"evnet-%u\"},", i, i);
  g_string_append (text, "{\"id\":\"last\"}]}");

  g_assert_null (read_text (text->str, &problems));
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 30000);
  g_assert_cmpstr (mig_problems_get (problems, 7)->hint, ==, "The nearest is “event-7”.");
  g_assert_cmpstr (mig_problems_get (problems, 999)->hint, ==, "No record has this id.");
}

static void
test_long_parents (void)
{
  for (guint closed = 0; closed < 2; closed++)
    {
      g_autoptr (GString) text = g_string_new ("{\"events\":[");
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (MigCorpus) corpus = NULL;

      for (guint i = 0; i < 100000; i++)
        g_string_append_printf (text, "%s{\"id\":\"e%u\",\"parent_id\":\"%s%u\"}", i > 0 ? "," : "", i,
                                i > 0 || closed ? "e" : "root", i > 0 ? i - 1 : closed ? 99999 : 0);
      g_string_append (text, closed ? "]}" : ",{\"id\":\"root0\",\"classification\":\"series\"}]}");

      corpus = read_text (text->str, &problems);
      if (closed)
        assert_problems (problems, "1:35+8 events[0].parent_id | A circle of parents: | "
                                   "e0 → e99999 → e99998 → e99997 → e99996 → e99995 → e99994 → e99993 → … → e0.");
      else
        {
          MigRef deepest = mig_corpus_lookup (corpus, "e99999");

          g_assert_cmpuint (mig_corpus_get_enclosing (corpus, deepest, MIG_EVENT_ROLE_SERIES), ==,
                            mig_corpus_lookup (corpus, "root0"));
        }
    }
}

/* A short id that is wrong gets no guess; a long one is not compared with every other. */
static void
test_long_ids (void)
{
  g_autofree char *id = g_strnfill (1000000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"meta\":{\"format\":\"migmeet-corpus\"},"
                                           "\"events\":[{\"id\":\"%s\",\"parent_id\":\"%sy\"},"
                                           "{\"id\":\"%sz\",\"name\":\"%s\"}]}", id, id, id, id);
  g_autoptr (MigProblems) problems = NULL;

  g_assert_null (read_text (text, &problems));
  g_assert_cmpuint (mig_problems_get_n (problems), ==, 1);
  g_assert_cmpuint (strlen (mig_problems_get (problems, 0)->what), <, 100);
  g_assert_cmpstr (mig_problems_get (problems, 0)->hint, ==, "No record has this id.");
}

static void
test_large_record (void)
{
  g_autofree char *name = g_strnfill (MIG_RECORD_MAX_SIZE, 'x');
  g_autofree char *text = g_strdup_printf ("{\"events\":[{\"id\":\"a\"},\n {\"id\":\"b\",\"name\":\"%s\"},\n"
                                           "{\"id\":\"c\",\"parent_id\":\"b\"}]}", name);
  g_autofree char *unknown = g_strdup_printf ("{\"events\":[{\"id\":\"a\"}],\"unknown\":\"%s\"}", name);
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;

  g_assert_null (read_text (text, &problems));
  g_assert_cmpuint (mig_problems_get_n (problems), ==, 1);
  g_assert_cmpuint (mig_problems_get (problems, 0)->line, ==, 2);
  g_assert_cmpstr (mig_problems_get (problems, 0)->path, ==, "events[1]");
  g_assert_cmpstr (mig_problems_get (problems, 0)->what, ==, "The record is too large.");
  g_assert_true (g_str_has_prefix (mig_problems_get (problems, 0)->hint, "A single record may have at most 4.0"));

  /* What is not read may be as large as it likes. */
  corpus = read_text (unknown, NULL);
  g_assert_nonnull (corpus);
}

static gpointer
cancel_soon (gpointer data)
{
  MigCorpusReader *reader = g_object_get_data (data, "reader");

  while (mig_corpus_reader_get_progress (reader) < 0.2)
    g_thread_yield ();
  g_cancellable_cancel (data);

  return NULL;
}

/* From another thread, in the middle of the records. On a busy machine that thread may come too late, though hardly
 * every time. */
static void
test_cancelled_in_the_middle (void)
{
  g_autofree char *text = repeat ("{\"events\":[", "{\"name\":\"x\",\"sources\":[{\"note\":\"y\"}]},", 100000, "{}]}");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  guint n_cancelled = 0;

  for (guint i = 0; i < 20 && n_cancelled == 0; i++)
    {
      g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (MigCorpus) corpus = NULL;
      g_autoptr (GError) error = NULL;
      GThread *thread;

      g_object_set_data (G_OBJECT (cancellable), "reader", reader);
      thread = g_thread_new ("cancel", cancel_soon, cancellable);
      corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, cancellable, &error);
      g_thread_join (thread);
      if (corpus != NULL)
        continue;

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (mig_corpus_reader_get_progress (reader), <, 1);
      n_cancelled++;
    }

  g_assert_cmpuint (n_cancelled, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/mutated", test_mutated);
  g_test_add_func ("/hostile/shuffled", test_shuffled);
  g_test_add_func ("/hostile/nesting", test_nesting);
  g_test_add_func ("/hostile/texts", test_texts);
  g_test_add_func ("/hostile/numbers", test_numbers);
  g_test_add_func ("/hostile/documents", test_documents);
  g_test_add_func ("/hostile/colliding-keys", test_colliding_keys);
  g_test_add_func ("/hostile/colliding-ids", test_colliding_ids);
  g_test_add_func ("/hostile/many-problems", test_many_problems);
  g_test_add_func ("/hostile/many-similar", test_many_similar);
  g_test_add_func ("/hostile/long-parents", test_long_parents);
  g_test_add_func ("/hostile/long-ids", test_long_ids);
  g_test_add_func ("/hostile/large-record", test_large_record);
  g_test_add_func ("/hostile/cancelled-in-the-middle", test_cancelled_in_the_middle);

  return g_test_run ();
}
