/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-card-private.h"

#include <glib/gi18n-lib.h>

#include "mig-arcs.h"
#include "mig-count-words.h"
#include "mig-date-format.h"
#include "mig-words.h"

/*
 * The words on the room's screen: who and what a scene is about, short enough to be read from the back row. How it is
 * set in type is the room painter's.
 */

/* As many names as can be taken in at a glance. */
#define MAX_NAMES 7
/* An organization's name of up to so many letters is not parted from its speaker's. */
#define SHORT_NAME 20
#define DAYS_IN_YEARS 730 /* from here on a lag is told in years */
#define DAYS_PER_YEAR 365.2425

static MigCardText *
add_paragraph (MigCard *self)
{
  MigCardText *text = mig_card_text_new ();

  g_ptr_array_add (self->body, text);
  return text;
}

static void
drop_empty (MigCard *self)
{
  for (guint i = self->body->len; i-- > 0;)
    {
      if (((MigCardText *) self->body->pdata[i])->text->len == 0)
        g_ptr_array_remove_index (self->body, i);
    }
}

static char *
dup_date (MigCorpus *corpus, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  return mig_date_is_set (date) ? mig_date_format (date, MIG_DATE_STYLE_LONG) : NULL;
}

/* The town is enough for the back row; where it is not told, the place as the corpus has it. */
static const char *
get_place (MigCorpus *corpus, MigRef event)
{
  const MigEvent *record = mig_corpus_get_event (corpus, event);

  if (record->area != MIG_REF_NONE)
    return mig_corpus_get_record (corpus, record->area)->name;
  return record->location;
}

/* "New York, 25–26 February 2016" */
static void
add_where_and_when (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  const char *place = mig_ref_kind (ref) == MIG_KIND_EVENT ? get_place (corpus, ref) : "";
  g_autofree char *date = dup_date (corpus, ref);
  g_autofree char *both = NULL;

  if (*place != '\0' && date != NULL)
    /* Translators: %1$s is a place, %2$s a date: "New York, 25–26 February 2016" */
    both = g_strdup_printf (C_("place and date", "%1$s, %2$s"), place, date);
  if (self->context->text->len > 0)
    mig_card_text_add_plain (self->context, MIG_CARD_GAP);
  mig_card_text_add_plain (self->context, both != NULL ? both : date != NULL ? date : place);
}

/* Who spoke */

static const char *
get_speaker_name (MigCorpus *corpus, const MigSpeech *speech)
{
  return speech->creator != MIG_REF_NONE ? mig_corpus_get_record (corpus, speech->creator)->name : "";
}

static const char *
get_short_name (MigCorpus *corpus, MigRef ref)
{
  return ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref)->short_name : "";
}

typedef struct
{
  MigCorpus *corpus;
  MigCardText *text;
  GHashTable *seen; /* MigRef of persons */
  MigRef behind;    /* the organization that the last name is still to be followed by */
  guint n_shown;
  guint n_more;
} Names;

/* A name stays on one line: its spaces do not break. */
static char *
dup_unbroken (const char *name)
{
  GString *unbroken = g_string_new (name);

  g_string_replace (unbroken, " ", "\u00a0", 0);
  return g_string_free (unbroken, FALSE);
}

/* An organization with a short name stands on the same line as who speaks for it. */
static void
end_name (Names *self)
{
  const char *organization = get_short_name (self->corpus, self->behind);

  if (*organization != '\0')
    {
      /* Translators: stands between a speaker's name and the organization: "José Riera, UNHCR" */
      const char *comma = C_("speaker and organization", ", ");
      g_autofree char *behind = g_strconcat (comma, organization, NULL);
      g_autofree char *unbroken = dup_unbroken (behind);
      gboolean is_short = g_utf8_strlen (organization, -1) <= SHORT_NAME;

      mig_card_text_add_plain (self->text, is_short ? unbroken : behind);
    }
  self->behind = MIG_REF_NONE;
}

/* Speakers of one organization who follow each other share its name. */
static void
add_name (Names *self, MigRef ref)
{
  const MigSpeech *speech = mig_corpus_get_speech (self->corpus, ref);
  const char *name = get_speaker_name (self->corpus, speech);
  g_autofree char *unbroken = NULL;

  if (*name == '\0' || !g_hash_table_add (self->seen, GUINT_TO_POINTER (speech->creator)))
    return;
  if (self->n_shown == MAX_NAMES)
    {
      self->n_more++;
      return;
    }
  if (self->behind != speech->on_behalf_of)
    end_name (self);
  mig_card_text_add_separator (self->text);
  unbroken = dup_unbroken (name);
  mig_card_text_add_strong (self->text, unbroken);
  self->behind = speech->on_behalf_of;
  self->n_shown++;
}

static void
end_names (Names *self)
{
  g_autofree char *more = NULL;

  end_name (self);
  if (self->n_more == 0)
    return;
  mig_card_text_add_separator (self->text);
  more = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s more", "%s more", self->n_more), self->n_more);
  mig_card_text_add_plain (self->text, more);
}

static void
add_speakers (MigCard *self, MigCorpus *corpus, const MigRef *speeches, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Names names = { .corpus = corpus, .text = add_paragraph (self), .seen = seen };

  for (guint i = 0; i < n; i++)
    add_name (&names, speeches[i]);
  end_names (&names);
}

/* How far ahead or behind lay what was raised most. */

static MigRef
find_best (MigCorpus *corpus, MigRef ref)
{
  g_autoptr (GArray) arcs = mig_arcs_collect (corpus, ref);
  MigRef best = MIG_REF_NONE;
  guint most = 0;

  for (guint i = 0; i < arcs->len; i++)
    {
      MigRef target = g_array_index (arcs, MigArc, i).target;
      guint weight = mig_corpus_get_related (corpus, target, MIG_RELATION_MENTIONED_BY).n;

      if (target == ref || mig_ref_kind (target) != MIG_KIND_EVENT || weight <= most ||
          mig_corpus_get_event (corpus, target)->role != MIG_EVENT_ROLE_EVENT ||
          !mig_date_is_set (mig_corpus_get_date (corpus, target)))
        continue;
      best = target;
      most = weight;
    }
  return best;
}

static char *
dup_lag_caption (guint n, gboolean years, gboolean ahead)
{
  const char *phrase;

  if (years && ahead)
    phrase = g_dngettext (GETTEXT_PACKAGE, "year ahead", "years ahead", n);
  else if (years)
    phrase = g_dngettext (GETTEXT_PACKAGE, "year behind", "years behind", n);
  else if (ahead)
    phrase = g_dngettext (GETTEXT_PACKAGE, "day ahead", "days ahead", n);
  else
    phrase = g_dngettext (GETTEXT_PACKAGE, "day behind", "days behind", n);
  return g_strdup (phrase);
}

static void
set_lag (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  MigRef best = find_best (corpus, ref);
  g_autofree char *phrase = NULL;
  gboolean years;
  MigLag lag;
  guint n;

  if (best == MIG_REF_NONE)
    return;
  lag = mig_date_lag (mig_corpus_get_date (corpus, ref), mig_corpus_get_date (corpus, best));
  /* A number in this size must be true: what is not known to the day is told by the timeline alone. */
  if (!lag.known || lag.days == 0 || lag.days_most != lag.days)
    return;
  n = (guint) ABS (lag.days);
  years = n >= DAYS_IN_YEARS;
  if (years)
    n = (guint) ((double) n / DAYS_PER_YEAR);
  self->figure = mig_words_number (n);
  phrase = dup_lag_caption (n, years, lag.days > 0);
  self->caption = g_strdup_printf ("%s\n%s", phrase, mig_corpus_get_record (corpus, best)->short_name);
  self->figure_is_event = TRUE;
}

/* Kinds of records */

/* From the first dated meeting to the last: "2002–2019". */
static void
add_years (MigCard *self, MigCorpus *corpus)
{
  guint n;
  MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, &n);
  g_autofree char *years = NULL;

  if (n == 0)
    return;
  years = mig_date_format_span (mig_date_first_day (mig_corpus_get_date (corpus, meetings.refs[0])),
                                mig_date_last_day (mig_corpus_get_date (corpus, meetings.refs[n - 1])));
  mig_card_text_add_plain (self->context, MIG_CARD_GAP);
  mig_card_text_add_plain (self->context, years);
}

static void
fill_series (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  guint n_meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL).n;
  guint n_sessions = mig_corpus_get_track (corpus, MIG_TRACK_SESSIONS, NULL).n;
  guint n_events = mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL).n;
  guint n_speeches = mig_corpus_get_n (corpus, MIG_KIND_SPEECH);
  MigCardText *counts = add_paragraph (self);

  mig_card_text_add_strong (self->context, mig_corpus_get_title (corpus));
  add_years (self, corpus);
  if (n_sessions > 0)
    mig_card_text_add_count (counts, n_sessions,
               mig_count_sessions (n_sessions));
  if (n_speeches > 0)
    mig_card_text_add_count (counts, n_speeches,
               mig_count_interventions (n_speeches));
  if (n_events > 0)
    mig_card_text_add_count (counts, n_events,
               mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s event raised", "%s events raised", n_events),
                                n_events));
  if (n_meetings > 0)
    {
      self->figure = mig_words_number (n_meetings);
      self->caption = g_strdup (g_dngettext (GETTEXT_PACKAGE, "meeting", "meetings", n_meetings));
    }
}

static void
fill_meeting (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  const MigEvent *meeting = mig_corpus_get_event (corpus, ref);
  const char *const *themes = mig_corpus_get_texts (corpus, meeting->themes);
  MigRefs sessions = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
  const char *ordinal = mig_corpus_get_identifier (corpus, ref, "ordinal");
  guint n_speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;
  MigCardText *counts = add_paragraph (self);

  for (guint i = 0; i < sessions.n; i++)
    n_speeches += mig_corpus_get_related (corpus, sessions.refs[i], MIG_RELATION_SPEECHES).n;
  mig_card_text_add_strong (self->context, mig_corpus_get_title (corpus));
  add_where_and_when (self, corpus, ref);
  self->numeral = *ordinal != '\0' ? g_strdup (ordinal) : NULL;
  if (sessions.n > 0)
    mig_card_text_add_count (counts, sessions.n,
               mig_count_sessions (sessions.n));
  if (n_speeches > 0)
    mig_card_text_add_count (counts, n_speeches,
               mig_count_interventions (n_speeches));
  if (*meeting->attendance != '\0')
    {
      g_autofree char *took_part = g_strdup_printf (C_("timeline", "%s participants"), meeting->attendance);

      mig_card_text_add_separator (counts);
      mig_card_text_add_plain (counts, took_part);
    }
  for (guint i = 0; i < meeting->themes.n; i++)
    mig_card_text_add_plain (add_paragraph (self), themes[i]);
  set_lag (self, corpus, ref);
}

static void
fill_session (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  MigRef meeting = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);
  MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);

  if (meeting != MIG_REF_NONE)
    {
      mig_card_text_add_strong (self->context, mig_corpus_get_record (corpus, meeting)->name);
      add_where_and_when (self, corpus, meeting);
    }
  self->numeral = mig_words_numeral (corpus, ref);
  add_speakers (self, corpus, speeches.refs, speeches.n);
  set_lag (self, corpus, ref);
}

/* The speeches in which something was raised, and how many looked ahead to it and back at it. */
static GArray *
collect_raised (MigCorpus *corpus, MigRef ref, guint *n_ahead, guint *n_behind)
{
  MigRefs mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY);
  GArray *speeches = g_array_new (FALSE, FALSE, sizeof (MigRef));
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  for (guint i = 0; i < mentions.n; i++)
    {
      MigRef from = mig_corpus_get_mention (corpus, mentions.refs[i])->from;
      MigLag lag = mig_date_lag (mig_corpus_get_date (corpus, from), date);

      if (lag.known && lag.days > 0)
        ++*n_ahead;
      else if (lag.known && lag.days < 0)
        ++*n_behind;
      if (mig_ref_kind (from) == MIG_KIND_SPEECH)
        g_array_append_val (speeches, from);
    }
  return speeches;
}

static char *
dup_raised_caption (guint n, guint n_ahead, guint n_behind)
{
  if (n_ahead > 0 && n_behind == 0)
    return g_strdup (g_dngettext (GETTEXT_PACKAGE, "speaker looked\nahead to it", "speakers looked\nahead to it", n));
  if (n_behind > 0 && n_ahead == 0)
    return g_strdup (g_dngettext (GETTEXT_PACKAGE, "speaker looked\nback at it", "speakers looked\nback at it", n));
  return g_strdup (g_dngettext (GETTEXT_PACKAGE, "speaker\nraised it", "speakers\nraised it", n));
}

static void
fill_raised (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  guint n_ahead = 0, n_behind = 0, n_sessions = 0, n_speakers;
  g_autoptr (GArray) speeches = collect_raised (corpus, ref, &n_ahead, &n_behind);
  MigCardText *counts = add_paragraph (self);

  n_speakers = mig_arcs_count_speakers (corpus, NULL, ref, &n_sessions);
  if (n_sessions > 0)
    mig_card_text_add_count (counts, n_sessions,
               mig_words_count (g_dngettext (GETTEXT_PACKAGE, "Raised in %s session", "Raised in %s sessions",
                                             n_sessions),
                                n_sessions));
  add_speakers (self, corpus, (const MigRef *) (void *) speeches->data, speeches->len);
  if (n_speakers == 0)
    return;
  self->figure = mig_words_number (n_speakers);
  self->caption = dup_raised_caption (n_speakers, n_ahead, n_behind);
  self->figure_is_event = self->is_event;
}

static void
fill_event (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  self->is_event = TRUE;
  add_where_and_when (self, corpus, ref);
  fill_raised (self, corpus, ref);
}

static void
fill_document (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  const char *symbol = mig_corpus_get_identifier (corpus, ref, "UN symbol");
  MigRef author = mig_corpus_get_document (corpus, ref)->organization;

  if (*symbol != '\0')
    mig_card_text_add_strong (self->context, symbol);
  /* The symbol stands at the top already, and is no title. */
  if (g_str_equal (self->short_title, symbol))
    self->short_title[0] = '\0';
  add_where_and_when (self, corpus, ref);
  if (author != MIG_REF_NONE)
    mig_card_text_add_plain (add_paragraph (self), mig_corpus_get_record (corpus, author)->name);
  fill_raised (self, corpus, ref);
}

/* What a person was, as held at each meeting. */
static void
add_memberships (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  MigRefs memberships = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS);

  for (guint i = 0; i < MIN (memberships.n, 3); i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);
      MigCardText *text = add_paragraph (self);

      mig_card_text_add_plain (text, membership->role);
      if (membership->organization == MIG_REF_NONE)
        continue;
      if (text->text->len > 0)
        mig_card_text_add_plain (text, C_("speaker and organization", ", "));
      mig_card_text_add_strong (text, mig_corpus_get_record (corpus, membership->organization)->name);
    }
}

static void
fill_speaker (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  guint n = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;

  mig_card_text_add_strong (self->context, mig_corpus_get_title (corpus));
  if (mig_ref_kind (ref) == MIG_KIND_PERSON)
    add_memberships (self, corpus, ref);
  if (n == 0)
    return;
  self->figure = mig_words_number (n);
  self->caption = g_strdup (g_dngettext (GETTEXT_PACKAGE, "intervention", "interventions", n));
}

static void
fill_speech (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  const MigRecord *session = mig_corpus_get_record (corpus, speech->event);

  mig_card_text_add_strong (self->context, session->name);
  add_where_and_when (self, corpus, speech->event);
  if (speech->on_behalf_of != MIG_REF_NONE)
    mig_card_text_add_strong (add_paragraph (self), mig_corpus_get_record (corpus, speech->on_behalf_of)->name);
  mig_card_text_add_plain (add_paragraph (self), speech->record.description);
}

static void
fill_anything (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  mig_card_text_add_strong (self->context, mig_corpus_get_title (corpus));
  mig_card_text_add_plain (add_paragraph (self), mig_corpus_get_record (corpus, ref)->description);
}

static void
fill_event_by_role (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  switch (mig_corpus_get_event (corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_SERIES:
      fill_series (self, corpus, ref);
      break;
    case MIG_EVENT_ROLE_MEETING:
      fill_meeting (self, corpus, ref);
      break;
    case MIG_EVENT_ROLE_SESSION:
      fill_session (self, corpus, ref);
      break;
    case MIG_EVENT_ROLE_EVENT:
    default:
      fill_event (self, corpus, ref);
      break;
    }
}

static void
fill (MigCard *self, MigCorpus *corpus, MigRef ref)
{
  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_NONE:
      fill_series (self, corpus, ref);
      break;
    case MIG_KIND_EVENT:
      fill_event_by_role (self, corpus, ref);
      break;
    case MIG_KIND_DOCUMENT:
      fill_document (self, corpus, ref);
      break;
    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
      fill_speaker (self, corpus, ref);
      break;
    case MIG_KIND_SPEECH:
      fill_speech (self, corpus, ref);
      break;
    case MIG_KIND_TOPIC:
    case MIG_KIND_FIGURE:
    case MIG_KIND_AREA:
    case MIG_KIND_MEMBERSHIP:
    case MIG_KIND_POST:
    case MIG_KIND_MENTION:
    default:
      fill_anything (self, corpus, ref);
      break;
    }
}

/**
 * mig_card_new:
 * @corpus: a corpus
 * @ref: a record of it, or %MIG_REF_NONE for the corpus as a whole
 *
 * Returns: (transfer full): what the room reads about it; free with mig_card_free()
 */
MigCard *
mig_card_new (MigCorpus *corpus, MigRef ref)
{
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;
  MigCard *self = g_new0 (MigCard, 1);

  self->context = mig_card_text_new ();
  self->body = g_ptr_array_new_with_free_func (mig_card_text_free);
  self->title = g_strdup (record != NULL ? record->name : mig_corpus_get_title (corpus));
  self->short_title = g_strdup (record != NULL ? record->short_name : self->title);
  fill (self, corpus, ref);
  drop_empty (self);
  return self;
}

/**
 * mig_card_free:
 * @self: (transfer full) (nullable): a card
 */
void
mig_card_free (MigCard *self)
{
  if (self == NULL)
    return;
  mig_card_text_free (self->context);
  g_ptr_array_unref (self->body);
  g_free (self->numeral);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->figure);
  g_free (self->caption);
  g_free (self);
}

/**
 * mig_card_to_text:
 * @self: a card
 *
 * Returns: (transfer full): all that the card says, a line each, for whoever does not see it
 */
char *
mig_card_to_text (const MigCard *self)
{
  GString *text = g_string_new (NULL);

  if (self->numeral != NULL)
    g_string_append_printf (text, "%s\n", self->numeral);
  g_string_append_printf (text, "%s\n%s\n", self->title, self->context->text->str);
  for (guint i = 0; i < self->body->len; i++)
    g_string_append_printf (text, "%s\n", ((MigCardText *) self->body->pdata[i])->text->str);
  if (self->figure != NULL)
    {
      g_autofree char *caption = g_strdelimit (g_strdup (self->caption), "\n", ' ');

      g_string_append_printf (text, "%s %s\n", self->figure, caption);
    }
  return g_string_free (text, FALSE);
}
