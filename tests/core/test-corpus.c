/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus.h"

#include "mig-corpus-builder.h"
#include "reader-fixture.h"

/* The model: what the builder is given comes back, and what follows from it is right. */

static MigRef
add_event (MigCorpusBuilder *builder,
           const char       *id,
           MigRef            parent,
           const char       *classification,
           const char       *date)
{
  MigEvent event = { .parent = parent };
  MigRef ref;

  event.record.id = mig_corpus_builder_intern (builder, id);
  event.classification = mig_corpus_builder_intern (builder, classification);
  if (date != NULL)
    g_assert_true (mig_date_parse_edtf (date, &event.date, NULL));
  ref = mig_corpus_builder_append (builder, MIG_KIND_EVENT, &event);
  g_assert_cmpuint (mig_corpus_builder_register (builder, ref), ==, MIG_REF_NONE);

  return ref;
}

static MigRef
add_speech (MigCorpusBuilder *builder,
            const char       *id,
            MigRef            event,
            MigRef            creator)
{
  MigSpeech speech = { .event = event, .creator = creator };
  MigRef ref;

  speech.record.id = mig_corpus_builder_intern (builder, id);
  ref = mig_corpus_builder_append (builder, MIG_KIND_SPEECH, &speech);
  mig_corpus_builder_register (builder, ref);

  return ref;
}

static MigRef
add_plain (MigCorpusBuilder *builder,
           MigKind           kind,
           const char       *id,
           const char       *name)
{
  union { MigRecord record; MigPerson person; MigDocument document; MigTopic topic; } any = { 0 };
  MigRef ref;

  any.record.id = mig_corpus_builder_intern (builder, id);
  any.record.name = mig_corpus_builder_intern (builder, name);
  ref = mig_corpus_builder_append (builder, kind, &any);
  mig_corpus_builder_register (builder, ref);

  return ref;
}

static void
test_empty (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = mig_corpus_builder_end (builder);
  gint first = -1, last = -1;
  guint n_dated = 7;

  g_assert_cmpstr (mig_corpus_get_id (corpus), ==, "");
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "");
  g_assert_null (mig_corpus_get_file (corpus));
  g_assert_false (mig_corpus_get_extent (corpus, &first, &last));
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, ==, 0);
  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    g_assert_cmpuint (mig_corpus_get_n (corpus, kind), ==, 0);
  for (guint track = 0; track < MIG_N_TRACKS; track++)
    g_assert_cmpuint (mig_corpus_get_track (corpus, track, &n_dated).n, ==, 0);
  g_assert_cmpuint (n_dated, ==, 0);
  g_assert_cmpuint (mig_corpus_lookup (corpus, "x"), ==, MIG_REF_NONE);
  g_assert_false (mig_corpus_has (corpus, MIG_REF_NONE));
  g_assert_false (mig_corpus_has (NULL, mig_ref (MIG_KIND_EVENT, 0)));
  g_assert_null (mig_corpus_get_record (corpus, MIG_REF_NONE));
  g_assert_null (mig_corpus_get_event (corpus, MIG_REF_NONE));
  g_assert_cmpuint (mig_corpus_get_related (corpus, MIG_REF_NONE, MIG_RELATION_CHILDREN).n, ==, 0);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, MIG_REF_NONE, MIG_EVENT_ROLE_MEETING), ==, MIG_REF_NONE);
  g_assert_false (mig_date_is_set (mig_corpus_get_date (corpus, MIG_REF_NONE)));
}

static void
test_intern (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autofree char *large = g_strnfill (200000, 'x');
  const char *one = mig_corpus_builder_intern (builder, "one");
  g_autofree char *copy = g_strdup (one);

  g_assert_true (mig_corpus_builder_intern (builder, copy) == one);
  g_assert_true (mig_corpus_builder_intern (builder, "other") != one);
  g_assert_cmpstr (mig_corpus_builder_intern (builder, NULL), ==, "");
  g_assert_cmpstr (mig_corpus_builder_intern (builder, ""), ==, "");
  g_assert_cmpstr (mig_corpus_builder_intern (builder, large), ==, large);
  g_assert_cmpstr (one, ==, "one");
}

/* No string of the model is NULL, whatever the builder was given. */
static void
test_no_null (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigEvent event = { 0 };
  MigMention mention = { 0 };
  MigFigure figure = { 0 };
  MigSource source = { 0 };
  MigSource source_read;
  MigRef refs[3];

  event.record.sources = mig_corpus_builder_append_sources (builder, &source, 1);
  refs[0] = mig_corpus_builder_append (builder, MIG_KIND_EVENT, &event);
  refs[1] = mig_corpus_builder_append (builder, MIG_KIND_MENTION, &mention);
  refs[2] = mig_corpus_builder_append (builder, MIG_KIND_FIGURE, &figure);
  g_assert_cmpuint (mig_corpus_builder_register (builder, refs[0]), ==, MIG_REF_NONE);
  corpus = mig_corpus_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      const MigRecord *record = mig_corpus_get_record (corpus, refs[i]);

      g_assert_true (mig_corpus_has (corpus, refs[i]) && !mig_corpus_has (corpus, refs[i] + 1));
      g_assert_cmpstr (record->id, ==, "");
      g_assert_cmpstr (record->name, ==, "");
      g_assert_cmpstr (record->short_name, ==, "");
      g_assert_cmpstr (record->description, ==, "");
      g_assert_null (mig_corpus_get_other_names (corpus, record->other_names));
    }
  g_assert_cmpstr (mig_corpus_get_event (corpus, refs[0])->attendance, ==, "");
  g_assert_cmpstr (mig_corpus_get_mention (corpus, refs[1])->locator.page, ==, "");
  g_assert_cmpstr (mig_corpus_get_figure (corpus, refs[2])->place, ==, "");
  source_read = mig_corpus_get_sources (corpus, mig_corpus_get_record (corpus, refs[0])->sources)[0];
  g_assert_cmpstr (source_read.url, ==, "");
  g_assert_cmpstr (source_read.locator.section, ==, "");
  g_assert_cmpuint (mig_corpus_lookup (corpus, ""), ==, MIG_REF_NONE);
}

static void
test_ids (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigRef person = add_plain (builder, MIG_KIND_PERSON, "7", "Seven");
  MigRef topic = add_plain (builder, MIG_KIND_TOPIC, "t", "Topic");
  MigRef document = add_plain (builder, MIG_KIND_DOCUMENT, "7", "Also seven");

  g_assert_cmpuint (mig_corpus_builder_register (builder, document), ==, person);
  mig_corpus_builder_register_homonym (builder, document);
  g_assert_cmpuint (mig_corpus_builder_lookup_kinds (builder, "7", 1 << MIG_KIND_DOCUMENT), ==, document);
  g_assert_cmpuint (mig_corpus_builder_lookup_kinds (builder, "7", 1 << MIG_KIND_PERSON), ==, person);
  g_assert_cmpuint (mig_corpus_builder_lookup_kinds (builder, "7", 1 << MIG_KIND_TOPIC), ==, person);
  g_assert_cmpuint (mig_corpus_builder_lookup_kinds (builder, "t", 1 << MIG_KIND_DOCUMENT), ==, topic);
  g_assert_cmpuint (mig_corpus_builder_lookup_kinds (builder, "x", 1 << MIG_KIND_DOCUMENT), ==, MIG_REF_NONE);

  corpus = mig_corpus_builder_end (builder);
  g_assert_cmpuint (mig_corpus_lookup (corpus, "7"), ==, person);
  g_assert_cmpuint (mig_corpus_lookup (corpus, "t"), ==, topic);
}

static void
test_roles (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigRef series = add_event (builder, "series", MIG_REF_NONE, "series", NULL);
  MigRef meeting = add_event (builder, "meeting", series, "", NULL);
  MigRef named = add_event (builder, "named", series, "symposium", NULL);
  MigRef session = add_event (builder, "session", meeting, "", NULL);
  MigRef below = add_event (builder, "below", session, "", NULL);
  MigRef lone = add_event (builder, "lone", MIG_REF_NONE, "meeting", NULL);
  MigRef of_lone = add_event (builder, "of-lone", lone, "panel", NULL);
  MigRef inner = add_event (builder, "inner", meeting, "meeting", NULL);
  MigRef outside = add_event (builder, "outside", MIG_REF_NONE, "conference", NULL);
  MigRef side = add_event (builder, "side", outside, "", NULL);
  MigRef sub_series = add_event (builder, "sub-series", series, "series", NULL);
  const struct { MigRef ref; MigEventRole role; } expected[] = {
    { series, MIG_EVENT_ROLE_SERIES }, { meeting, MIG_EVENT_ROLE_MEETING }, { named, MIG_EVENT_ROLE_MEETING },
    { session, MIG_EVENT_ROLE_SESSION }, { below, MIG_EVENT_ROLE_EVENT }, { lone, MIG_EVENT_ROLE_MEETING },
    { of_lone, MIG_EVENT_ROLE_SESSION }, { inner, MIG_EVENT_ROLE_MEETING }, { outside, MIG_EVENT_ROLE_EVENT },
    { side, MIG_EVENT_ROLE_EVENT }, { sub_series, MIG_EVENT_ROLE_SERIES },
  };

  corpus = mig_corpus_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (mig_corpus_get_event (corpus, expected[i].ref)->role, ==, expected[i].role);

  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, below, MIG_EVENT_ROLE_SESSION), ==, session);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, below, MIG_EVENT_ROLE_MEETING), ==, meeting);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, below, MIG_EVENT_ROLE_SERIES), ==, series);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, meeting, MIG_EVENT_ROLE_MEETING), ==, meeting);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, meeting, MIG_EVENT_ROLE_SESSION), ==, MIG_REF_NONE);
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, of_lone, MIG_EVENT_ROLE_SERIES), ==, MIG_REF_NONE);
}

static void
assert_positions (MigCorpus *corpus,
                  MigRefs    refs)
{
  for (guint i = 0; i < refs.n; i++)
    g_assert_cmpuint (mig_corpus_get_record (corpus, refs.refs[i])->position, ==, i);
}

/* Siblings stand by position, then by date, then as in the file. */
static void
test_siblings (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigRef series = add_event (builder, "series", MIG_REF_NONE, "series", NULL);
  MigRef ref;

  add_event (builder, "undated-1", series, "", NULL);
  add_event (builder, "later", series, "", "2010");
  add_event (builder, "undated-2", series, "", NULL);
  ref = add_event (builder, "third", series, "", "1990");
  mig_corpus_builder_set_position (builder, ref, 30);
  ref = add_event (builder, "first", series, "", NULL);
  mig_corpus_builder_set_position (builder, ref, -2.5);
  ref = add_event (builder, "second-b", series, "", NULL);
  mig_corpus_builder_set_position (builder, ref, 7);
  ref = add_event (builder, "second-a", series, "", "2020");
  mig_corpus_builder_set_position (builder, ref, 7);
  add_event (builder, "sooner", series, "", "2009-12-31");

  corpus = mig_corpus_builder_end (builder);
  assert_refs (corpus, mig_corpus_get_related (corpus, series, MIG_RELATION_CHILDREN),
               "first second-a second-b third sooner later undated-1 undated-2");
  assert_positions (corpus, mig_corpus_get_related (corpus, series, MIG_RELATION_CHILDREN));
  g_assert_cmpuint (mig_corpus_get_record (corpus, series)->position, ==, 0);
}

static void
test_speeches_in_time (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigRef person = add_plain (builder, MIG_KIND_PERSON, "p", "Person");
  MigRef series = add_event (builder, "series", MIG_REF_NONE, "series", NULL);
  MigRef late = add_event (builder, "late", series, "", "2016-02-25/2016-02-26");
  MigRef early = add_event (builder, "early", series, "", "2002");
  MigRef undated = add_event (builder, "undated", series, "", NULL);
  MigRef second = add_event (builder, "second", late, "", NULL);
  MigRef first = add_event (builder, "first", late, "", NULL);

  mig_corpus_builder_set_position (builder, second, 2);
  mig_corpus_builder_set_position (builder, first, 1);
  add_speech (builder, "u", undated, person);
  mig_corpus_builder_set_position (builder, add_speech (builder, "2b", second, person), 5);
  mig_corpus_builder_set_position (builder, add_speech (builder, "2a", second, person), 4);
  add_speech (builder, "1a", first, person);
  add_speech (builder, "1b", first, person);
  add_speech (builder, "other", first, MIG_REF_NONE);
  add_speech (builder, "e", early, person);

  corpus = mig_corpus_builder_end (builder);
  assert_refs (corpus, mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES), "e 1a 1b 2a 2b u");
  assert_refs (corpus, mig_corpus_get_related (corpus, second, MIG_RELATION_SPEECHES), "2a 2b");
  assert_refs (corpus, mig_corpus_get_related (corpus, first, MIG_RELATION_SPEECHES), "1a 1b other");
  assert_positions (corpus, mig_corpus_get_related (corpus, first, MIG_RELATION_SPEECHES));
  assert_refs (corpus, mig_corpus_get_related (corpus, late, MIG_RELATION_SPEECHES), "");
}

/* Relations of the record that is last, and of those without any, end where they must. */
static void
test_relation_ends (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  MigRef refs[5];

  refs[0] = add_plain (builder, MIG_KIND_TOPIC, "a", "");
  for (guint i = 1; i < G_N_ELEMENTS (refs); i++)
    {
      MigTopic topic = { .parent = refs[i == 4 ? 3 : 0] };

      topic.record.id = mig_corpus_builder_intern (builder, (char[]) { (char) ('a' + i), 0 });
      refs[i] = mig_corpus_builder_append (builder, MIG_KIND_TOPIC, &topic);
    }
  /* The last record of all is a parent, too. */
  ((MigTopic *) mig_corpus_builder_get (builder, refs[1]))->parent = refs[4];

  corpus = mig_corpus_builder_end (builder);
  assert_refs (corpus, mig_corpus_get_related (corpus, refs[0], MIG_RELATION_CHILDREN), "c d");
  assert_refs (corpus, mig_corpus_get_related (corpus, refs[1], MIG_RELATION_CHILDREN), "");
  assert_refs (corpus, mig_corpus_get_related (corpus, refs[3], MIG_RELATION_CHILDREN), "e");
  assert_refs (corpus, mig_corpus_get_related (corpus, refs[4], MIG_RELATION_CHILDREN), "b");
  assert_refs (corpus, mig_corpus_get_related (corpus, refs[4], MIG_RELATION_SPEECHES), "");
}

static void
test_tracks (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  guint n_dated;

  assert_refs (corpus, mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n_dated), "M1 M2");
  g_assert_cmpuint (n_dated, ==, 2);
  /* A session without a date stands at its meeting's. */
  assert_refs (corpus, mig_corpus_get_track (corpus, MIG_TRACK_SESSIONS, &n_dated), "M1-S1 M2-S1 M2-S2");
  g_assert_cmpuint (n_dated, ==, 3);
  assert_refs (corpus, mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, &n_dated),
               "E-storm E-decade E-treaty E-lamp E-workshop");
  g_assert_cmpuint (n_dated, ==, 3);
  assert_refs (corpus, mig_corpus_get_track (corpus, MIG_TRACK_DOCUMENTS, &n_dated),
               "D-rules D-ledger D-report D-note");
  g_assert_cmpuint (n_dated, ==, 3);
}

static void
test_extent (void)
{
  static const struct { const char *text; gboolean has; gint first[3], last[3]; } cases[] = {
    /* Meetings alone, if any has a date. */
    { "{\"events\":[{\"id\":\"m\",\"classification\":\"meeting\","
      "\"start_date\":\"2016-02-25\",\"end_date\":\"2016-03\"},"
      "{\"id\":\"e\",\"start_date\":\"1951\"},{\"id\":\"n\",\"classification\":\"meeting\",\"start_date\":\"2002\"}]}",
      TRUE, { 2002, 1, 1 }, { 2016, 3, 31 } },
    { "{\"events\":[{\"id\":\"m\",\"classification\":\"meeting\"},{\"id\":\"e\",\"start_date\":\"1951\"},"
      "{\"id\":\"s\",\"parent_id\":\"m\",\"start_date\":\"1960-02\"}]}", TRUE, { 1951, 1, 1 }, { 1960, 2, 29 } },
    { "{\"events\":[{\"id\":\"m\",\"classification\":\"meeting\"},{\"id\":\"e\"}],"
      "\"documents\":[{\"id\":\"d\",\"date\":\"1951\"}]}", FALSE, { 0 }, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MigCorpus) corpus = read_text (cases[i].text, NULL);
      gint first, last;

      g_assert_cmpint (mig_corpus_get_extent (corpus, &first, &last), ==, cases[i].has);
      if (!cases[i].has)
        continue;
      g_assert_cmpint (first, ==, mig_day_from_civil (cases[i].first[0], cases[i].first[1], cases[i].first[2]));
      g_assert_cmpint (last, ==, mig_day_from_civil (cases[i].last[0], cases[i].last[1], cases[i].last[2]));
    }
}

static void
assert_first_day (MigCorpus  *corpus,
                  const char *id,
                  const char *date)
{
  const MigDate *found = mig_corpus_get_date (corpus, mig_corpus_lookup (corpus, id));
  MigDate expected = { 0 };

  if (date != NULL)
    g_assert_true (mig_date_parse_edtf (date, &expected, NULL));
  g_assert_cmpint (mig_date_compare (found, &expected), ==, 0);
}

static void
test_dates (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  assert_first_day (corpus, "M2", "2003-09-17/2003-09-18");
  assert_first_day (corpus, "M2-S2", "2003-09-18");
  assert_first_day (corpus, "M2-S1", "2003-09-17/2003-09-18");
  assert_first_day (corpus, "M1-S1", "2001-05");
  assert_first_day (corpus, "SP-4", "2003-09-17/2003-09-18");
  assert_first_day (corpus, "SP-0", "2001-05-02~");
  assert_first_day (corpus, "SP-3", "2003-09-17/2003-09-18");
  assert_first_day (corpus, "MN-1", "2003-09-17/2003-09-18");
  assert_first_day (corpus, "D-ledger", "200X");
  assert_first_day (corpus, "F-ships", "2002");
  assert_first_day (corpus, "F-bells", NULL);
  assert_first_day (corpus, "O-league", "1951/..");
  assert_first_day (corpus, "O-tides", "1960-04/2003-12-31");
  assert_first_day (corpus, "MB-1", "1999/2004-06");
  assert_first_day (corpus, "P-vik", NULL);
  /* An event outside has no date but its own. */
  assert_first_day (corpus, "E-workshop", NULL);
}

static void
test_membership_dates (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigRefs memberships = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "M2"), MIG_RELATION_MEMBERSHIPS);
  MigDate meeting, open;

  g_assert_cmpuint (memberships.n, ==, 1);
  g_assert_true (mig_date_parse_edtf ("2003-09-17/2003-09-18", &meeting, NULL));
  g_assert_cmpint (mig_date_compare (mig_corpus_get_date (corpus, memberships.refs[0]), &meeting), ==, 0);

  memberships = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "O-gulls"), MIG_RELATION_MEMBERSHIPS);
  g_assert_true (mig_date_parse_edtf ("2000/..", &open, NULL));
  g_assert_cmpint (mig_date_compare (mig_corpus_get_date (corpus, memberships.refs[0]), &open), ==, 0);
}

static void
assert_related (MigCorpus  *corpus,
                const char *id,
                MigRelation relation,
                const char *expected)
{
  assert_refs (corpus, mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, id), relation), expected);
}

static void
test_relations (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");

  assert_related (corpus, "SERIES", MIG_RELATION_CHILDREN, "M1 M2");
  assert_related (corpus, "M2", MIG_RELATION_CHILDREN, "M2-S1 M2-S2");
  assert_related (corpus, "M2-S1", MIG_RELATION_CHILDREN, "E-workshop");
  assert_related (corpus, "O-league", MIG_RELATION_CHILDREN, "O-tides");
  assert_related (corpus, "A-coast", MIG_RELATION_CHILDREN, "A-lund A-mouth");
  assert_related (corpus, "T-fog", MIG_RELATION_CHILDREN, "T-fog-a T-fog-b");
  assert_related (corpus, "M2-S1", MIG_RELATION_SPEECHES, "SP-1 SP-2 SP-3");
  assert_related (corpus, "P-brandt", MIG_RELATION_SPEECHES, "SP-0 SP-1 SP-4");
  assert_related (corpus, "O-tides", MIG_RELATION_SPEECHES, "SP-2");
  assert_related (corpus, "SP-1", MIG_RELATION_MENTIONS_MADE, "MN-1 recalled cited");
  assert_related (corpus, "M2", MIG_RELATION_MENTIONS_MADE, "mandate");
  assert_related (corpus, "E-treaty", MIG_RELATION_MENTIONED_BY, "MN-1");
  assert_related (corpus, "P-brandt", MIG_RELATION_MENTIONED_BY, "thanked");
  assert_related (corpus, "P-brandt", MIG_RELATION_MEMBERSHIPS, "MB-1 Patron");
  assert_related (corpus, "O-league", MIG_RELATION_MEMBERSHIPS, "MB-1 Delegate of the Society of Gulls");
  /* The body that sent a delegate has the delegate among its people, and so have the place and the term. */
  assert_related (corpus, "O-gulls", MIG_RELATION_MEMBERSHIPS, "Patron Delegate of the Society of Gulls");
  assert_related (corpus, "A-mouth", MIG_RELATION_MEMBERSHIPS, "Delegate of the Society of Gulls");
  assert_related (corpus, "E-decade", MIG_RELATION_MEMBERSHIPS, "Delegate of the Society of Gulls");
  assert_related (corpus, "POST-chair", MIG_RELATION_MEMBERSHIPS, "MB-1");
  assert_related (corpus, "M2", MIG_RELATION_MEMBERSHIPS, "Hydrographer");
  assert_related (corpus, "SP-2", MIG_RELATION_FIGURES, "F-ships");
  assert_related (corpus, "M2", MIG_RELATION_FIGURES, "F-fog F-bells");
  assert_related (corpus, "O-league", MIG_RELATION_DOCUMENTS, "D-rules D-report");
  assert_related (corpus, "O-league", MIG_RELATION_CONVENED, "M1 SERIES");
  assert_related (corpus, "O-tides", MIG_RELATION_CONVENED, "M2");
  /* A record that names a document several times is one piece of evidence. */
  assert_related (corpus, "D-report", MIG_RELATION_EVIDENCES, "M2 SP-1 MN-1");
  assert_related (corpus, "D-ledger", MIG_RELATION_EVIDENCES, "M2");
  assert_related (corpus, "D-rules", MIG_RELATION_EVIDENCES, "");
}

/* Mentions of a thing stand in the time of who mentions it, not in that of the file. */
static void
test_mentioned_by (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigRefs mentions = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "E-storm"), MIG_RELATION_MENTIONED_BY);
  static const char *const from[] = { "SP-0", "SP-1", "SP-2" };

  g_assert_cmpuint (mentions.n, ==, G_N_ELEMENTS (from));
  for (guint i = 0; i < mentions.n; i++)
    g_assert_cmpuint (mig_corpus_get_mention (corpus, mentions.refs[i])->from, ==, mig_corpus_lookup (corpus, from[i]));
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, mentions.refs[1], MIG_EVENT_ROLE_SESSION), ==,
                    mig_corpus_lookup (corpus, "M2-S1"));
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, mig_corpus_lookup (corpus, "F-ships"), MIG_EVENT_ROLE_MEETING),
                    ==, mig_corpus_lookup (corpus, "M2"));
  g_assert_cmpuint (mig_corpus_get_enclosing (corpus, mig_corpus_lookup (corpus, "D-rules"), MIG_EVENT_ROLE_MEETING),
                    ==, MIG_REF_NONE);
}

static void
test_names (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  static const struct { const char *id, *name, *short_name; } cases[] = {
    { "M2", "Second Meeting of the Harbour Masters", "2nd meeting" },
    { "M1", "First Meeting of the Harbour Masters", "First Meeting of the Harbour Masters" },
    { "P-vik", "Astrid Vik", "Astrid Vik" },
    { "SP-1", "Ida Brandt", "Ida Brandt" },
    { "SP-2", "Samuel Okoro", "Samuel Okoro" },
    { "SP-3", "A representative of the gulls", "A representative of the gulls" },
    { "D-report", "Report of the Second Meeting", "HM/2003/R" },
    { "T-fog-a", "G1.1", "G1.1" },
    { "F-ships", "Ships that entered in a year", "Ships that entered in a year" },
    { "POST-chair", "Chair of the League", "Chair of the League" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MigRecord *record = mig_corpus_get_record (corpus, mig_corpus_lookup (corpus, cases[i].id));

      g_assert_cmpstr (record->id, ==, cases[i].id);
      g_assert_cmpstr (record->name, ==, cases[i].name);
      g_assert_cmpstr (record->short_name, ==, cases[i].short_name);
    }

  g_assert_cmpstr (mig_corpus_get_identifier (corpus, mig_corpus_lookup (corpus, "M2"), "code"), ==, "HM/2003");
  g_assert_cmpstr (mig_corpus_get_identifier (corpus, mig_corpus_lookup (corpus, "M2"), "session"), ==, "");
  g_assert_cmpstr (mig_corpus_get_identifier (corpus, MIG_REF_NONE, "code"), ==, "");
}

static void
test_addresses (void)
{
  g_autoptr (MigCorpusBuilder) builder = mig_corpus_builder_new (NULL);
  g_autoptr (MigCorpus) corpus = NULL;
  static const struct { const char *id, *address; } cases[] = {
    { "M14", "migmeet:un%3Acm#M14" },
    { "term/4", "migmeet:un%3Acm#term%2F4" },
    { "a b#c%41", "migmeet:un%3Acm#a%20b%23c%2541" },
    { "é/…", "migmeet:un%3Acm#%C3%A9%2F%E2%80%A6" },
  };
  static const char *const others[] = {
    "", "M14", "migmeet:", "migmeet:#M14", "migmeet:un%3Acm", "migmeet:un%3Acm#", "migmeet:un%3Acm#M15",
    "migmeet:other#M14", "http://un%3Acm#M14", "migmeet:un%3Acm#%", "migmeet:un%3Acm#%00", "migmeet:un%3Acm#%zz",
    "migmeet:%00#M14", "migmeet:un%3Acm#M14#M14",
  };
  g_autofree char *whole = NULL;
  MigRef nameless;
  MigTopic topic = { 0 };

  mig_corpus_builder_set_meta (builder, "un:cm", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_plain (builder, MIG_KIND_TOPIC, cases[i].id, "");
  nameless = mig_corpus_builder_append (builder, MIG_KIND_TOPIC, &topic);
  corpus = mig_corpus_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = mig_corpus_dup_address (corpus, mig_ref (MIG_KIND_TOPIC, i));

      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_cmpuint (mig_corpus_lookup_address (corpus, address), ==, mig_ref (MIG_KIND_TOPIC, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpuint (mig_corpus_lookup_address (corpus, others[i]), ==, MIG_REF_NONE);

  whole = mig_corpus_dup_address (corpus, MIG_REF_NONE);
  g_assert_cmpstr (whole, ==, "migmeet:un%3Acm");
  g_assert_null (mig_corpus_dup_address (corpus, nameless));
  g_assert_cmpuint (mig_corpus_lookup_address (corpus, "MigMeet:un%3Acm#M14"), ==, mig_ref (MIG_KIND_TOPIC, 0));
}

static gpointer
read_everything (gpointer data)
{
  MigCorpus *corpus = data;
  guint n = 0;

  for (guint kind = 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
      for (guint relation = 0; relation < MIG_N_RELATIONS; relation++)
        n += mig_corpus_get_related (corpus, mig_ref (kind, i), relation).n;
  g_object_unref (corpus);

  return GUINT_TO_POINTER (n);
}

/* Handed from thread to thread, and dropped in whichever is last. */
static void
test_threads (void)
{
  MigCorpus *corpus = read_fixture ("harbour.json");
  GThread *threads[4];
  gpointer first;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_everything, g_object_ref (corpus));
  g_object_unref (corpus);
  first = g_thread_join (threads[0]);
  g_assert_cmpuint (GPOINTER_TO_UINT (first), >, 30);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus/empty", test_empty);
  g_test_add_func ("/corpus/intern", test_intern);
  g_test_add_func ("/corpus/no-null", test_no_null);
  g_test_add_func ("/corpus/ids", test_ids);
  g_test_add_func ("/corpus/roles", test_roles);
  g_test_add_func ("/corpus/siblings", test_siblings);
  g_test_add_func ("/corpus/speeches-in-time", test_speeches_in_time);
  g_test_add_func ("/corpus/relation-ends", test_relation_ends);
  g_test_add_func ("/corpus/tracks", test_tracks);
  g_test_add_func ("/corpus/extent", test_extent);
  g_test_add_func ("/corpus/dates", test_dates);
  g_test_add_func ("/corpus/membership-dates", test_membership_dates);
  g_test_add_func ("/corpus/relations", test_relations);
  g_test_add_func ("/corpus/mentioned-by", test_mentioned_by);
  g_test_add_func ("/corpus/names", test_names);
  g_test_add_func ("/corpus/addresses", test_addresses);
  g_test_add_func ("/corpus/threads", test_threads);

  return g_test_run ();
}
