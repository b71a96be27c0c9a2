/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "mig-catalogue.h"
#include "mig-corpus-reader.h"
#include "mig-locale.h"
#include "mig-messages.h"
#include "mig-search-text.h"
#include "mig-translation.h"

/* Catalogues good and hostile, and a corpus whose names stand in the reader's language beside the file's own. */

#define CORPUS_TEXT \
  "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.1\", \"id\": \"h\", \"title\": \"Harbour talks\"," \
  " \"language\": \"en\", \"translation_domain\": \"harbour\"}," \
  " \"events\": [{\"id\": \"series\", \"name\": \"Harbour talks\", \"classification\": \"series\"}," \
  "  {\"id\": \"M1\", \"name\": \"First talks\", \"short_name\": \"1st\", \"classification\": \"meeting\"," \
  "   \"parent_id\": \"series\", \"themes\": [\"Ports\", \"Tides\"], \"description\": \"Held on a quay.\"," \
  "   \"other_names\": [{\"name\": \"Quay talks\"}]," \
  "   \"sources\": [{\"document_id\": \"D\", \"locator\": {\"section\": \"Preface\"}, \"note\": \"the day\"}," \
  "    {\"document_id\": \"D\", \"locator\": {\"section\": \"II\"}}]," \
  "   \"links\": [{\"url\": \"https://example.org\", \"note\": \"the day\"}]," \
  "   \"disagreements\": [{\"property\": \"start_date\", \"note\": \"They differ.\"," \
  "    \"values\": [{\"value\": \"2001-05\"}, {\"value\": \"at high tide\"}]}]}]," \
  " \"documents\": [{\"id\": \"D\", \"title\": \"Ports\", \"sections\": [{\"section\": \"Preface\"}, " \
  "   {\"section\": \"II\"}], \"identifiers\": [{\"scheme\": \"shelf mark\", \"identifier\": \"P 7\"}]}]," \
  " \"speeches\": [{\"id\": \"S1\", \"event_id\": \"M1\", \"attribution_text\": \"Participants\"," \
  "   \"role\": \"chair\"}," \
  "  {\"id\": \"S2\", \"event_id\": \"M1\", \"creator_id\": \"P\", \"role\": \"moderator\"}]," \
  " \"persons\": [{\"id\": \"P\", \"name\": \"Ports\"}]," \
  " \"topics\": [{\"id\": \"T\", \"name\": \"Tides\", \"classification\": \"item\"}]," \
  " \"mentions\": [{\"from_id\": \"S1\", \"to_id\": \"T\", \"role\": \"raised\"}]}"

/* In the order that gettext demands. */
static const char *const french[][2] = {
  { "", "Language: fr\nContent-Type: text/plain; charset=UTF-8\n" },
  { "document.identifiers.scheme\004shelf mark", "cote" },
  { "document.sections.section\004Preface", "Avant-propos" },
  { "event.description\004Held on a quay.", "Tenus sur un quai." },
  { "event.disagreements.note\004They differ.", "Elles divergent." },
  { "event.disagreements.values.value\004at high tide", "à marée haute" },
  { "event.links.note\004the day", "le jour même" },
  { "event.name\004First talks", "Premiers pourparlers" },
  { "event.name\004Harbour talks", "Pourparlers du port" },
  { "event.other_names.name\004Quay talks", "Pourparlers du quai" },
  { "event.sources.note\004the day", "le jour" },
  { "event.themes\004Ports", "Les ports" },
  { "mention.role\004raised", "évoqué" },
  { "meta.title\004Harbour talks", "Pourparlers du port" },
  { "speech.attribution_text\004Participants", "Participants" },
  { "speech.role\004chair", "présidence" },
  { "speech.role\004moderator", "présidence" },
  { "topic.classification\004item", "point" },
};

static void
append_number (GByteArray *bytes,
               gsize       number)
{
  const guint32 little = GUINT32_TO_LE ((guint32) number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* The format in the manual of gettext: two tables behind seven numbers, then the texts. */
static GBytes *
make_catalogue (const char *const pairs[][2],
                gsize             n)
{
  GByteArray *bytes = g_byte_array_new ();
  const gsize numbers[] = { 0x950412de, 0, n, 28, 28 + n * 8, 0, 28 + n * 16 };
  gsize offset = 28 + n * 16;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    append_number (bytes, numbers[i]);
  for (guint side = 0; side < 2; side++)
    for (gsize i = 0; i < n; i++)
      {
        append_number (bytes, strlen (pairs[i][side]));
        append_number (bytes, offset);
        offset += strlen (pairs[i][side]) + 1;
      }
  for (guint side = 0; side < 2; side++)
    for (gsize i = 0; i < n; i++)
      g_byte_array_append (bytes, (const guint8 *) pairs[i][side], (guint) strlen (pairs[i][side]) + 1);

  return g_byte_array_free_to_bytes (bytes);
}

typedef struct
{
  char *folder;
  char *file;
  char *catalogue;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_catalogue (french, G_N_ELEMENTS (french));
  g_autofree char *folder = NULL;

  fixture->folder = g_dir_make_tmp ("translation-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_build_filename (fixture->folder, "harbour.json", NULL);
  folder = g_build_filename (fixture->folder, "locale", "fr", "LC_MESSAGES", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture->catalogue = g_build_filename (folder, "harbour.mo", NULL);

  g_file_set_contents (fixture->file, CORPUS_TEXT, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->catalogue, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *messages = g_path_get_dirname (fixture->catalogue);
  g_autofree char *language = g_path_get_dirname (messages);
  g_autofree char *locale = g_path_get_dirname (language);

  g_unlink (fixture->catalogue);
  g_unlink (fixture->file);
  g_rmdir (messages);
  g_rmdir (language);
  g_rmdir (locale);
  g_rmdir (fixture->folder);
  g_free (fixture->catalogue);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static MigCorpus *
read_in (Fixture           *fixture,
         const char *const *languages)
{
  g_autoptr(MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr(GFile) file = g_file_new_for_path (fixture->file);
  g_autoptr(GError) error = NULL;
  MigCorpus *corpus;

  mig_corpus_reader_set_languages (reader, languages);
  corpus = mig_corpus_reader_read (reader, file, NULL, NULL, &error);
  g_assert_no_error (error);
  return corpus;
}

static const char *
get_name (MigCorpus  *corpus,
          const char *id)
{
  return mig_corpus_get_record (corpus, mig_corpus_lookup (corpus, id))->name;
}

static void
test_lookup (void)
{
  g_autoptr(GBytes) bytes = make_catalogue (french, G_N_ELEMENTS (french));
  g_autoptr(GError) error = NULL;
  g_autoptr(MigCatalogue) catalogue = mig_catalogue_new_from_bytes (bytes, &error);
  g_autofree char *language = NULL;
  g_autofree char *team = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (mig_catalogue_lookup (catalogue, "event.name", "First talks"), ==, "Premiers pourparlers");
  g_assert_cmpstr (mig_catalogue_lookup (catalogue, "topic.classification", "item"), ==, "point");
  g_assert_null (mig_catalogue_lookup (catalogue, "topic.name", "First talks"));
  g_assert_null (mig_catalogue_lookup (catalogue, NULL, "First talks"));

  language = mig_catalogue_dup_header (catalogue, "Language");
  team = mig_catalogue_dup_header (catalogue, "Language-Team");
  g_assert_cmpstr (language, ==, "fr");
  g_assert_null (team);
}

/* Cut at any place, and with any byte changed, a catalogue is refused or can be asked for anything. */
static void
test_hostile (void)
{
  g_autoptr(GBytes) good = make_catalogue (french, G_N_ELEMENTS (french));
  gsize size;
  const guint8 *data = g_bytes_get_data (good, &size);

  for (gsize i = 0; i < size * 4; i++)
    {
      static const guint8 oddities[] = { 0x00, 0x01, 0x7f, 0xff };
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr(GBytes) cut = g_bytes_new (data, i / 4);
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(MigCatalogue) catalogue = NULL;

      copy[i / 4] = oddities[i % 4];
      changed = g_bytes_new (copy, size);
      catalogue = mig_catalogue_new_from_bytes (changed, NULL);
      for (gsize j = 0; catalogue != NULL && j < G_N_ELEMENTS (french); j++)
        mig_catalogue_lookup (catalogue, NULL, french[j][0]);
      g_assert_null (mig_catalogue_new_from_bytes (cut, NULL));
    }
}

static void
test_out_of_order (void)
{
  static const char *const pairs[][2] = { { "b", "B" }, { "a", "A" } };
  g_autoptr(GBytes) bytes = make_catalogue (pairs, G_N_ELEMENTS (pairs));
  g_autoptr(GError) error = NULL;

  g_assert_null (mig_catalogue_new_from_bytes (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const languages[] = { "fr_CH", "fr", "en", "C", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);
  const MigEvent *meeting = mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "M1"));
  const char *const *themes = mig_corpus_get_texts (corpus, meeting->themes);

  g_assert_cmpstr (mig_corpus_get_names_language (corpus), ==, "fr");
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "Pourparlers du port");
  g_assert_cmpstr (meeting->record.name, ==, "Premiers pourparlers");
  g_assert_cmpstr (mig_corpus_get_original (corpus, meeting->record.name), ==, "First talks");
  g_assert_cmpstr (meeting->record.short_name, ==, "1st");
  g_assert_cmpstr (mig_corpus_get_original (corpus, meeting->record.short_name), ==, "1st");
  g_assert_cmpstr (themes[0], ==, "Les ports");
  g_assert_cmpstr (themes[1], ==, "Tides");

  /* A name that is short already is translated with the long one. */
  g_assert_cmpstr (mig_corpus_get_record (corpus, mig_corpus_lookup (corpus, "series"))->short_name, ==,
                   "Pourparlers du port");
  g_assert_cmpint (meeting->role, ==, MIG_EVENT_ROLE_MEETING);
}

/* Whatever pages show in words, and neither numbers nor dates. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const languages[] = { "fr", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);
  g_autoptr(GPtrArray) messages = mig_messages_collect (corpus);
  const MigRecord *meeting = mig_corpus_get_record (corpus, mig_corpus_lookup (corpus, "M1"));
  const MigSource *sources = mig_corpus_get_sources (corpus, meeting->sources);
  const MigDisagreement *disagreement = mig_corpus_get_disagreements (corpus, meeting->disagreements);
  const MigReading *readings = mig_corpus_get_readings (corpus, disagreement->readings);
  const MigDocument *document = mig_corpus_get_document (corpus, mig_corpus_lookup (corpus, "D"));
  const MigSection *sections = mig_corpus_get_sections (corpus, document->sections);

  g_assert_cmpstr (meeting->description, ==, "Tenus sur un quai.");
  g_assert_cmpstr (mig_corpus_get_other_names (corpus, meeting->other_names)->name, ==, "Pourparlers du quai");
  g_assert_cmpstr (mig_corpus_get_links (corpus, meeting->links)->note, ==, "le jour même");
  g_assert_cmpstr (sources[0].note, ==, "le jour");
  g_assert_cmpstr (sources[0].locator.section, ==, "Avant-propos");
  g_assert_cmpstr (sections[0].section, ==, "Avant-propos");
  g_assert_cmpstr (sources[1].locator.section, ==, "II");
  g_assert_cmpstr (disagreement->note, ==, "Elles divergent.");
  g_assert_cmpstr (disagreement->property, ==, "start_date");
  g_assert_cmpstr (readings[0].value, ==, "2001-05");
  g_assert_cmpstr (readings[1].value, ==, "à marée haute");

  /* What is shown of an identifier is not what it is found by. */
  g_assert_cmpstr (mig_corpus_get_identifiers (corpus, document->record.identifiers)->scheme, ==, "cote");
  g_assert_cmpstr (mig_corpus_get_identifier (corpus, mig_corpus_lookup (corpus, "D"), "shelf mark"), ==, "P 7");

  for (guint i = 0; i < messages->len; i++)
    {
      const MigMessage *message = g_ptr_array_index (messages, i);

      g_assert_cmpstr (message->text, !=, "II");
      g_assert_cmpstr (message->text, !=, "2001-05");
    }
}

static gboolean
is_found (GArray        *texts,
          const char    *text,
          MigSearchPart  part)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const MigSearchText *entry = &g_array_index (texts, MigSearchText, i);

      if (strcmp (entry->text, text) == 0 && entry->part == part)
        return TRUE;
    }

  return FALSE;
}

/* A search finds both, and whatever is a name stands before the rest. */
static void
test_searched (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const languages[] = { "fr", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (MigSearchText));

  mig_search_text_collect (corpus, mig_corpus_lookup (corpus, "M1"), texts);
  g_assert_true (is_found (texts, "Premiers pourparlers", MIG_SEARCH_PART_NAME));
  g_assert_true (is_found (texts, "First talks", MIG_SEARCH_PART_ALIAS));
  g_assert_true (is_found (texts, "Pourparlers du quai", MIG_SEARCH_PART_ALIAS));
  g_assert_true (is_found (texts, "Quay talks", MIG_SEARCH_PART_ALIAS));
  g_assert_true (is_found (texts, "Tenus sur un quai.", MIG_SEARCH_PART_TEXT));
  g_assert_true (is_found (texts, "Held on a quay.", MIG_SEARCH_PART_TEXT));
  g_assert_true (is_found (texts, "Tides", MIG_SEARCH_PART_TEXT));
  for (guint i = 1; i < texts->len; i++)
    g_assert_true (g_array_index (texts, MigSearchText, i - 1).part <= MIG_SEARCH_PART_ALIAS ||
                   g_array_index (texts, MigSearchText, i).part > MIG_SEARCH_PART_ALIAS);
}

/* People keep their names, even where something else of that name is translated. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const languages[] = { "fr", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);

  g_assert_cmpstr (get_name (corpus, "P"), ==, "Ports");
  g_assert_cmpstr (get_name (corpus, "S2"), ==, "Ports");
  g_assert_cmpstr (get_name (corpus, "S1"), ==, "Participants");
}

/* Two terms that one language does not tell apart remain two. */
static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const languages[] = { "fr", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);
  const char *first = mig_corpus_get_speech (corpus, mig_corpus_lookup (corpus, "S1"))->role;
  const char *second = mig_corpus_get_speech (corpus, mig_corpus_lookup (corpus, "S2"))->role;
  const MigMention *mention = mig_corpus_get_mention (corpus, mig_ref (MIG_KIND_MENTION, 0));

  g_assert_cmpstr (first, ==, "présidence");
  g_assert_cmpstr (second, ==, "présidence");
  g_assert_cmpstr (mig_corpus_get_original (corpus, first), ==, "chair");
  g_assert_cmpstr (mig_corpus_get_original (corpus, second), ==, "moderator");
  g_assert_cmpstr (mention->role, ==, "évoqué");
  g_assert_true (mention->is_bare);
}

static void
test_own_language_first (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const languages[] = { "en_GB.UTF-8", "en_GB", "en", "fr", NULL };
  g_autoptr(MigCorpus) corpus = read_in (fixture, languages);
  g_autoptr(MigCorpus) original = read_in (fixture, NULL);

  g_assert_cmpstr (get_name (corpus, "M1"), ==, "First talks");
  g_assert_cmpstr (mig_corpus_get_names_language (corpus), ==, "");
  g_assert_cmpstr (get_name (original, "M1"), ==, "First talks");
}

static void
test_broken_catalogue (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const languages[] = { "fr", NULL };
  g_autoptr(MigCorpus) corpus = NULL;
  g_autoptr(GPtrArray) coverages = NULL;

  g_assert_true (g_file_set_contents (fixture->catalogue, "nothing of the kind", -1, NULL));
  corpus = read_in (fixture, languages);
  g_assert_cmpstr (get_name (corpus, "M1"), ==, "First talks");
  coverages = mig_translation_get_coverage (corpus);
  g_assert_cmpuint (coverages->len, ==, 0);
}

/* The same whether names are shown in that language, in another or not at all. */
static void
test_coverage (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const languages[][2] = { { "fr", NULL }, { "en", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(MigCorpus) corpus = read_in (fixture, languages[i]);
      g_autoptr(GPtrArray) coverages = mig_translation_get_coverage (corpus);
      const MigCoverage *coverage = g_ptr_array_index (coverages, 0);

      g_assert_cmpuint (coverages->len, ==, 1);
      g_assert_cmpstr (coverage->language, ==, "fr");
      g_assert_cmpuint (coverage->n_translated, ==, G_N_ELEMENTS (french) - 1);
      /* Not translated: the short name, a theme, two classifications of events, the names of topic and document. */
      g_assert_cmpuint (coverage->n, ==, G_N_ELEMENTS (french) - 1 + 6);
    }
}

static void
test_domains (void)
{
  static const char *const bad[] = { "", ".", "..", "../../etc", "a/b", "a b", ".hidden", "ä" };

  g_assert_true (mig_locale_is_domain ("migmeet-corpus"));
  g_assert_true (mig_locale_is_domain ("a.b_c"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mig_locale_is_domain (bad[i]));
}

static void
test_domain_in_a_file (void)
{
  g_autoptr(MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr(MigProblems) problems = NULL;
  g_autoptr(GError) error = NULL;
  static const char text[] = "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.1\","
                             "\"translation_domain\": \"../x\"}, \"events\": []}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_null (mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, &error));
  g_assert_error (error, MIG_CORPUS_READER_ERROR, MIG_CORPUS_READER_ERROR_PROBLEMS);
  g_assert_nonnull (strstr (error->message, "meta.translation_domain"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/lookup", test_lookup);
  g_test_add_func ("/catalogue/hostile", test_hostile);
  g_test_add_func ("/catalogue/out-of-order", test_out_of_order);
  g_test_add ("/translation/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/translation/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/translation/searched", Fixture, NULL, set_up, test_searched, tear_down);
  g_test_add ("/translation/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/translation/terms", Fixture, NULL, set_up, test_terms, tear_down);
  g_test_add ("/translation/own-language-first", Fixture, NULL, set_up, test_own_language_first, tear_down);
  g_test_add ("/translation/broken-catalogue", Fixture, NULL, set_up, test_broken_catalogue, tear_down);
  g_test_add ("/translation/coverage", Fixture, NULL, set_up, test_coverage, tear_down);
  g_test_add_func ("/translation/domains", test_domains);
  g_test_add_func ("/translation/domain-in-a-file", test_domain_in_a_file);

  return g_test_run ();
}
