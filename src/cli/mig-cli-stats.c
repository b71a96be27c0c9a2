/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mig-cross-links.h"

/*
 * migmeet-corpus stats: how much of what a corpus holds, as lines for people or as JSON for programs.
 *
 *   corpus ──▶ classes ──────────────────▶ a line each, or "classes"
 *          └─▶ meetings, their sessions ──▶ "meetings", "sessions": who spoke, what was raised, and where it stood
 */

/**
 * ClassCount:
 * @key: the name in JSON: Popolo's or the format's own
 * @label: what people are told
 * @kind: the kind of record; %MIG_KIND_NONE where @track tells
 * @track: a sequence of events
 */
typedef struct
{
  const char *key;
  const char *label;
  MigKind kind;
  MigTrack track;
} ClassCount;

static const ClassCount classes[] = {
  { "meetings", N_("meetings"), MIG_KIND_NONE, MIG_TRACK_MEETINGS },
  { "sessions", N_("sessions"), MIG_KIND_NONE, MIG_TRACK_SESSIONS },
  { "events", N_("events mentioned"), MIG_KIND_NONE, MIG_TRACK_EVENTS },
  { "documents", N_("documents"), MIG_KIND_NONE, MIG_TRACK_DOCUMENTS },
  { "speeches", N_("interventions"), MIG_KIND_SPEECH, 0 },
  { "persons", N_("people"), MIG_KIND_PERSON, 0 },
  { "organizations", N_("organizations"), MIG_KIND_ORGANIZATION, 0 },
  { "memberships", N_("memberships"), MIG_KIND_MEMBERSHIP, 0 },
  { "posts", N_("posts"), MIG_KIND_POST, 0 },
  { "topics", N_("topics"), MIG_KIND_TOPIC, 0 },
  { "figures", N_("figures"), MIG_KIND_FIGURE, 0 },
  { "mentions", N_("mentions"), MIG_KIND_MENTION, 0 },
  { "areas", N_("places"), MIG_KIND_AREA, 0 },
};

static guint
count_class (MigCorpus        *corpus,
             const ClassCount *class,
             guint            *n_undated)
{
  guint n_dated;
  MigRefs refs;

  *n_undated = 0;
  if (class->kind != MIG_KIND_NONE)
    return mig_corpus_get_n (corpus, class->kind);

  refs = mig_corpus_get_track (corpus, class->track, &n_dated);
  *n_undated = refs.n - n_dated;
  return refs.n;
}

static void
print_lines (MigCorpus *corpus)
{
  g_print ("%s\n", mig_corpus_get_title (corpus));
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n_undated;
      guint n = count_class (corpus, &classes[i], &n_undated);

      if (n_undated == 0)
        g_print ("%8u  %s\n", n, _(classes[i].label));
      else
        /* Translators: a line of a list of counts: a number, what it counts, and how many of those have no date */
        g_print (_("%1$8u  %2$s (%3$u undated)\n"), n, _(classes[i].label), n_undated);
    }
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        n)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, n);
}

static void
add_classes (JsonBuilder *builder,
             MigCorpus   *corpus)
{
  json_builder_set_member_name (builder, "classes");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n_undated;

      add_count (builder, classes[i].key, count_class (corpus, &classes[i], &n_undated));
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "undated");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n_undated;

      count_class (corpus, &classes[i], &n_undated);
      if (classes[i].kind == MIG_KIND_NONE)
        add_count (builder, classes[i].key, n_undated);
    }
  json_builder_end_object (builder);
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         gint         julian)
{
  g_autofree char *text = NULL;
  gint year, month, day;

  mig_day_to_civil (julian, &year, &month, &day);
  text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  add_text (builder, member, text);
}

/* The days that a record may fall on, from the earliest to the latest. */
static void
add_days (JsonBuilder *builder,
          MigCorpus   *corpus,
          MigRef       ref)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  if (!mig_date_is_set (date))
    return;

  add_day (builder, "first_day", mig_date_first_day (date));
  add_day (builder, "last_day", mig_date_last_day (date));
}

/* What was raised of one kind, each thing once; of events also where they stood at the time. */
static void
add_raised (JsonBuilder *builder,
            MigCorpus   *corpus,
            MigRef       place,
            MigKind      kind,
            const char  *member)
{
  static const char *const standings[MIG_N_STANDINGS] = { "ahead", "at_the_time", "behind", "undated" };
  g_autoptr (GArray) raised = mig_cross_links_get_raised (corpus, place, kind);
  guint counts[MIG_N_STANDINGS] = { 0 };

  if (kind != MIG_KIND_EVENT)
    {
      add_count (builder, member, raised->len);
      return;
    }

  for (guint i = 0; i < raised->len; i++)
    counts[g_array_index (raised, MigRaised, i).standing]++;

  add_count (builder, member, raised->len);
  for (guint i = 0; i < MIG_N_STANDINGS; i++)
    {
      g_autofree char *name = g_strconcat (member, "_", standings[i], NULL);

      add_count (builder, name, counts[i]);
    }
}

static guint
count_named (GArray *speakers)
{
  guint n = 0;

  for (guint i = 0; i < speakers->len; i++)
    n += mig_ref_kind (g_array_index (speakers, MigSpeaker, i).ref) == MIG_KIND_PERSON ? 1 : 0;

  return n;
}

static void
add_place (JsonBuilder *builder,
           MigCorpus   *corpus,
           MigRef       ref)
{
  const MigEvent *event = mig_corpus_get_event (corpus, ref);
  g_autoptr (GArray) speeches = mig_speakers_get_speeches (corpus, ref);
  g_autoptr (GArray) speakers = mig_speakers_get_all (corpus, ref);
  g_autoptr (GArray) figures = mig_speakers_get_figures (corpus, ref);

  json_builder_begin_object (builder);
  add_text (builder, "id", event->record.id);
  add_text (builder, "name", event->record.name);
  add_days (builder, corpus, ref);
  if (event->role == MIG_EVENT_ROLE_SESSION)
    add_text (builder, "meeting_id", mig_corpus_get_record (corpus, event->parent)->id);
  else
    add_count (builder, "sessions", mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN).n);
  add_count (builder, "speeches", speeches->len);
  add_count (builder, "speakers", speakers->len);
  add_count (builder, "named_speakers", count_named (speakers));
  add_count (builder, "mentions", mig_cross_links_count_mentions (corpus, ref));
  add_raised (builder, corpus, ref, MIG_KIND_EVENT, "events");
  add_raised (builder, corpus, ref, MIG_KIND_DOCUMENT, "documents");
  add_raised (builder, corpus, ref, MIG_KIND_ORGANIZATION, "organizations");
  add_raised (builder, corpus, ref, MIG_KIND_PERSON, "persons");
  add_raised (builder, corpus, ref, MIG_KIND_TOPIC, "topics");
  add_count (builder, "figures", figures->len);
  json_builder_end_object (builder);
}

static void
add_track (JsonBuilder *builder,
           MigCorpus   *corpus,
           MigTrack     track,
           const char  *member)
{
  const MigRefs refs = mig_corpus_get_track (corpus, track, NULL);

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < refs.n; i++)
    add_place (builder, corpus, refs.refs[i]);
  json_builder_end_array (builder);
}

static void
print_json (MigCorpus *corpus)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "id", mig_corpus_get_id (corpus));
  add_text (builder, "title", mig_corpus_get_title (corpus));
  add_classes (builder, corpus);
  add_track (builder, corpus, MIG_TRACK_MEETINGS, "meetings");
  add_track (builder, corpus, MIG_TRACK_SESSIONS, "sessions");
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

typedef struct
{
  gboolean as_json;
} Options;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, MIG_CLI_VALUE (Options, as_json),
    N_("Print JSON, with counts for each meeting and session, too"), NULL },
  { NULL },
};

/* MIG_CLI_PROBLEMS when the corpus cannot be read. */
static int
count (const MigCliCommand *self, int argc, char **argv)
{
  g_autoptr (MigCorpus) corpus = NULL;
  Options options = { 0 };

  if (!mig_cli_parse (self, &options, &argc, &argv))
    return MIG_CLI_USAGE;
  /* Programs are given the names that stand in the file. */
  corpus = options.as_json ? mig_cli_read (argc > 1 ? argv[1] : NULL)
                           : mig_cli_read_translated (argc > 1 ? argv[1] : NULL);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;

  if (options.as_json)
    print_json (corpus);
  else
    print_lines (corpus);
  return MIG_CLI_OK;
}

const MigCliCommand mig_cli_stats = {
  .name = "stats",
  .parameters = N_("[CORPUS]"),
  .summary = N_("Count what a corpus holds"),
  .details = N_("With --json, each meeting and each session has counts of its own: interventions, speakers, mentions, "
                "and what was raised, the events by whether they lay ahead or behind at the time."),
  .max_arguments = 1,
  .options = entries,
  .run = count,
};
