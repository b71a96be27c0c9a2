/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mig-corpus-builder.h"
#include "mig-corpus-reader.h"
#include "mig-search.h"

/*
 * How fast search is: from a keystroke to hits with the excerpts of a screenful of them, on the bundled corpus and on
 * an invented one of a hundred thousand meetings; how long its index takes, how long the main loop stands still
 * meanwhile, and how large it is beside its text.
 *
 * The invented texts are words of made-up syllables, each as frequent as Zipf's law has it.
 */

#define N_MEETINGS 100000
#define SESSIONS_PER_MEETING 2
#define SPEECHES_PER_SESSION 2
#define N_PERSONS 5000
#define N_ORGANIZATIONS 500
#define N_WORDS 30000

#define ROUNDS 5
#define ROWS_IN_SIGHT 14

static const char *const keystrokes[] = { "remittances and development", "org:united hovy", "\"of the", "2016", "-a" };

typedef struct
{
  GRand *random;
  MigCorpusBuilder *builder;
  char *words[N_WORDS];
  double sums[N_WORDS];
  GString *text;
} Maker;

static void
make_words (Maker *self)
{
  static const char *const syllables[] = {
    "mi", "gra", "tion", "re", "mit", "tan", "ce", "de", "vel", "op", "ment", "un", "or", "ga", "ni", "za", "so",
    "cial",
    "par", "la", "per", "son", "al", "to", "fu", "gee", "bor", "der", "in", "ter", "na", "st", "é", "y", "ing", "s",
  };
  double sum = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      guint n = i < 40 ? 1 : i < 1000 ? 2 : 3 + (guint) g_rand_int_range (self->random, 0, 2);

      g_string_truncate (self->text, 0);
      for (guint k = 0; k < n; k++)
        g_string_append (self->text, syllables[g_rand_int_range (self->random, 0, G_N_ELEMENTS (syllables))]);
      self->words[i] = g_strdup (self->text->str);
      sum += 1.0 / (i + 2);
      self->sums[i] = sum;
    }
}

static const char *
draw_word (Maker *self)
{
  double at = g_rand_double_range (self->random, 0, self->sums[N_WORDS - 1]);
  guint low = 0, high = N_WORDS - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->sums[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }

  return self->words[low];
}

static const char *
make_text (Maker      *self,
           const char *begin,
           guint       n)
{
  g_string_assign (self->text, begin);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? " " : "", draw_word (self));

  return mig_corpus_builder_intern (self->builder, self->text->str);
}

static MigRef
add (Maker      *self,
     MigKind     kind,
     MigRecord  *record,
     const char *prefix)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, mig_corpus_builder_get_n (self->builder, kind));
  MigRef ref;

  record->id = mig_corpus_builder_intern (self->builder, id);
  record->short_name = record->name;
  ref = mig_corpus_builder_append (self->builder, kind, record);
  mig_corpus_builder_register (self->builder, ref);

  return ref;
}

static void
add_session (Maker  *self,
             MigRef  meeting)
{
  MigEvent session = { .record.name = make_text (self, "", 5), .classification = "session", .parent = meeting };
  MigRef ref = add (self, MIG_KIND_EVENT, &session.record, "E");

  for (guint i = 0; i < SPEECHES_PER_SESSION; i++)
    {
      MigSpeech speech = { .record.description = make_text (self, "", 22), .event = ref, .role = "panellist" };

      speech.creator = mig_ref (MIG_KIND_PERSON, (guint) g_rand_int_range (self->random, 0, N_PERSONS));
      speech.on_behalf_of =
        mig_ref (MIG_KIND_ORGANIZATION, (guint) g_rand_int_range (self->random, 0, N_ORGANIZATIONS));
      add (self, MIG_KIND_SPEECH, &speech.record, "SP");
    }
}

static MigCorpus *
make_corpus (void)
{
  Maker maker = { g_rand_new_with_seed (42), mig_corpus_builder_new (NULL), .text = g_string_new (NULL) };
  MigEvent series = { .record.name = "Series", .classification = "series" };
  MigRef series_ref;
  MigCorpus *corpus;

  make_words (&maker);
  for (guint i = 0; i < N_PERSONS; i++)
    {
      MigPerson person = { .record.name = make_text (&maker, "", 2) };

      add (&maker, MIG_KIND_PERSON, &person.record, "P");
    }
  for (guint i = 0; i < N_ORGANIZATIONS; i++)
    {
      MigOrganization organization = { .record.name = make_text (&maker, "United", 3) };

      add (&maker, MIG_KIND_ORGANIZATION, &organization.record, "O");
    }
  series_ref = add (&maker, MIG_KIND_EVENT, &series.record, "E");
  for (guint i = 0; i < N_MEETINGS; i++)
    {
      MigEvent meeting = { .classification = "meeting", .parent = series_ref };
      MigRef ref;

      meeting.record.name = make_text (&maker, "Meeting on", 4);
      meeting.record.description = make_text (&maker, "", 22);
      mig_date_init_days (&meeting.date, 700000 + (gint) i / 2, 700001 + (gint) i / 2);
      ref = add (&maker, MIG_KIND_EVENT, &meeting.record, "E");
      for (guint k = 0; k < SESSIONS_PER_MEETING; k++)
        add_session (&maker, ref);
    }

  corpus = mig_corpus_builder_end (maker.builder);
  mig_corpus_builder_free (maker.builder);
  g_rand_free (maker.random);
  g_string_free (maker.text, TRUE);
  for (guint i = 0; i < N_WORDS; i++)
    g_free (maker.words[i]);

  return corpus;
}

static double
get_ms (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

typedef struct
{
  gint64 last;
  double longest;
} Pulse;

static gboolean
pulse_cb (gpointer user_data)
{
  Pulse *pulse = user_data;

  pulse->longest = MAX (pulse->longest, get_ms (pulse->last) - 1);
  pulse->last = g_get_monotonic_time ();

  return G_SOURCE_CONTINUE;
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(MigSearchIndex **) user_data = mig_search_index_new_finish (result, NULL);
}

/* How long the main loop stands still at most while an index is built beside it, and, to compare, without. */
static MigSearchIndex *
build (MigCorpus  *corpus,
       const char *name)
{
  MigSearchIndex *index = NULL;
  Pulse pulse = { g_get_monotonic_time (), 0 };
  guint id = g_timeout_add (1, pulse_cb, &pulse);
  gint64 began = g_get_monotonic_time ();
  double took;

  mig_search_index_new_async (corpus, NULL, built_cb, &index);
  while (index == NULL)
    g_main_context_iteration (NULL, TRUE);
  took = get_ms (began);
  g_print ("search-index-%s: %.0f ms\n", name, took);
  g_print ("search-index-%s-stall: %.2f ms\n", name, pulse.longest);

  pulse = (Pulse) { g_get_monotonic_time (), 0 };
  began = g_get_monotonic_time ();
  while (get_ms (began) < MAX (took, 200))
    g_main_context_iteration (NULL, TRUE);
  g_print ("search-index-%s-stall-without: %.2f ms\n", name, pulse.longest);
  g_source_remove (id);

  return index;
}

static void
show (MigSearchResults *results)
{
  const MigSearchHits *groups;
  guint n_groups, n_rows = 0;

  groups = mig_search_results_get_groups (results, &n_groups);
  for (guint i = 0; i < n_groups; i++)
    for (guint k = 0; k < groups[i].n_listed && n_rows < ROWS_IN_SIGHT; k++, n_rows++)
      {
        g_autoptr (GArray) spans = NULL;

        g_free (mig_search_results_dup_excerpt (results, groups[i].refs[k], &spans));
      }
}

/* Types a query letter by letter; the best of some rounds of each letter. */
static double
type (MigSearch  *search,
      const char *text)
{
  double worst = 0;

  for (const char *end = g_utf8_next_char (text); ; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      double best = G_MAXDOUBLE;

      for (guint i = 0; i < ROUNDS; i++)
        {
          gint64 began = g_get_monotonic_time ();
          g_autoptr (MigSearchQuery) query = mig_search_query_new (typed);
          g_autoptr (MigSearchResults) results = mig_search_run (search, query, NULL, NULL);

          show (results);
          best = MIN (best, get_ms (began));
        }
      worst = MAX (worst, best);
      if (g_getenv ("MIG_BENCH_VERBOSE") != NULL)
        g_print ("# %s: %.2f ms\n", typed, best);
      if (*end == '\0')
        break;
    }

  return worst;
}

static void
measure (MigCorpus  *corpus,
         const char *name)
{
  g_autoptr (MigSearchIndex) index = build (corpus, name);
  g_autoptr (MigSearch) search = mig_search_new (index);
  double worst = 0;
  gint64 began;

  for (guint i = 0; i < G_N_ELEMENTS (keystrokes); i++)
    worst = MAX (worst, type (search, keystrokes[i]));
  g_print ("search-keystroke-%s: %.2f ms\n", name, worst);

  began = g_get_monotonic_time ();
  {
    g_autoptr (MigSearchQuery) query = mig_search_query_new ("remitanncez");
    g_auto (GStrv) suggestions = mig_search_suggest (search, query);

    g_print ("search-suggest-%s: %.2f ms\n", name, get_ms (began));
  }

  g_print ("search-index-%s-size: %.2f MB\n", name, (double) mig_search_index_get_size (index) / 1e6);
  g_print ("search-index-%s-text: %.2f MB\n", name, (double) mig_search_index_get_text_size (index) / 1e6);
  g_print ("search-index-%s-per-text: %.2f times\n", name,
           (double) mig_search_index_get_size (index) / (double) mig_search_index_get_text_size (index));
}

int
main (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MIG_TEST_CORPUS"));
  g_autoptr (MigCorpus) bundled = mig_corpus_reader_read (reader, file, NULL, NULL, NULL);
  g_autoptr (MigCorpus) large = make_corpus ();

  measure (bundled, "bundled");
  measure (large, "large");
  return 0;
}
