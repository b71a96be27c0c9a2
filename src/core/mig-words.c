/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-date-names.h"

/* How the pages say what a corpus holds: names, numerals, dates, places in a source. Whatever a corpus says itself is
 * given back as it is; whatever this program adds goes through gettext. */

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * mig_words_name:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Returns: (transfer none): what the record is called in full; never empty
 */
const char *
mig_words_name (MigCorpus *corpus,
                MigRef     ref)
{
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;

  if (record == NULL || is_empty (record->name))
    return C_("name of a record", "Untitled");

  return record->name;
}

/**
 * mig_words_short_name:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Returns: (transfer none): what the record is called where there is little room; never empty
 */
const char *
mig_words_short_name (MigCorpus *corpus,
                      MigRef     ref)
{
  const MigRecord *record = ref != MIG_REF_NONE ? mig_corpus_get_record (corpus, ref) : NULL;

  if (record == NULL || is_empty (record->short_name))
    return mig_words_name (corpus, ref);

  return record->short_name;
}

/**
 * mig_words_kind:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer none): what class of record it is: "Session", "Document"
 */
const char *
mig_words_kind (MigCorpus *corpus,
                MigRef     ref)
{
  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      switch (mig_corpus_get_event (corpus, ref)->role)
        {
        case MIG_EVENT_ROLE_SERIES:
          return C_("kind of record", "Series");
        case MIG_EVENT_ROLE_MEETING:
          return C_("kind of record", "Meeting");
        case MIG_EVENT_ROLE_SESSION:
          return C_("kind of record", "Session");
        case MIG_EVENT_ROLE_EVENT:
        default:
          return C_("kind of record", "Event");
        }

    case MIG_KIND_PERSON:
      return C_("kind of record", "Person");
    case MIG_KIND_ORGANIZATION:
      return C_("kind of record", "Organization");
    case MIG_KIND_SPEECH:
      return C_("kind of record", "Intervention");
    case MIG_KIND_DOCUMENT:
      return C_("kind of record", "Document");
    case MIG_KIND_TOPIC:
      return C_("kind of record", "Topic");
    case MIG_KIND_FIGURE:
      return C_("kind of record", "Figure");
    case MIG_KIND_AREA:
      return C_("kind of record", "Place");
    case MIG_KIND_MEMBERSHIP:
      return C_("kind of record", "Affiliation");
    case MIG_KIND_POST:
      return C_("kind of record", "Post");
    case MIG_KIND_MENTION:
      return C_("kind of record", "Mention");
    case MIG_KIND_NONE:
    default:
      return C_("kind of record", "Corpus");
    }
}

/**
 * mig_words_term:
 * @term: (nullable): a role or classification of a corpus
 *
 * Returns: (transfer none): the term as the corpus has it; "" when there is none
 */
const char *
mig_words_term (const char *term)
{
  return term != NULL ? term : "";
}

/**
 * mig_words_term_as_title:
 * @term: (nullable): a role or classification of a corpus
 *
 * Returns: (transfer full): the term with a capital letter, to stand at the beginning; "" when there is none
 */
char *
mig_words_term_as_title (const char *term)
{
  const char *text = mig_words_term (term);
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");

  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* Numbers with more digits than these are written in groups of three. */
#define UNGROUPED 4
#define GROUP 3

/**
 * mig_words_number:
 * @number: a count
 *
 * Returns: (transfer full): the number as it stands in a text, "100,000"
 */
char *
mig_words_number (guint number)
{
  g_autofree char *digits = mig_date_names_number ((gint) MIN (number, (guint) G_MAXINT));
  glong n = g_utf8_strlen (digits, -1);
  const char *between;
  GString *written;

  if (n <= UNGROUPED)
    return g_steal_pointer (&digits);

  /* Translators: what stands between the thousands of a number: a no-break space in French */
  between = C_("digits", ",");
  written = g_string_new (NULL);
  for (const char *c = digits; *c != '\0'; c = g_utf8_next_char (c), n--)
    {
      if (c != digits && n % GROUP == 0)
        g_string_append (written, between);
      g_string_append_unichar (written, g_utf8_get_char (c));
    }
  return g_string_free (written, FALSE);
}

/**
 * mig_words_count:
 * @phrase: a phrase for @number things, as g_dngettext() gives it, with one `%s` for the number
 * @number: a count
 *
 * Returns: (transfer full): the phrase with the number as it stands in a text
 */
char *
mig_words_count (const char *phrase,
                 guint       number)
{
  g_autofree char *digits = mig_words_number (number);
  GString *text = g_string_new (phrase);

  g_string_replace (text, "%s", digits, 1);
  return g_string_free (text, FALSE);
}

/**
 * mig_words_numeral:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * The number that a meeting, session or intervention goes by: what the corpus gives ("VIII", "14"), else its rank. A
 * meeting without an ordinal, as a symposium in place of one, goes by its short name; so does every other record.
 *
 * Returns: (transfer full): the numeral
 */
char *
mig_words_numeral (MigCorpus *corpus,
                   MigRef     ref)
{
  const char *identifier = NULL;
  const MigEvent *event;

  if (mig_ref_kind (ref) == MIG_KIND_SPEECH)
    return mig_words_number (mig_corpus_get_record (corpus, ref)->position + 1);

  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return g_strdup (mig_words_short_name (corpus, ref));

  event = mig_corpus_get_event (corpus, ref);
  if (event->role == MIG_EVENT_ROLE_SESSION)
    {
      identifier = mig_corpus_get_identifier (corpus, ref, "session");
      return is_empty (identifier) ? mig_words_number (event->record.position + 1) : g_strdup (identifier);
    }

  if (event->role == MIG_EVENT_ROLE_MEETING)
    identifier = mig_corpus_get_identifier (corpus, ref, "ordinal");

  return g_strdup (is_empty (identifier) ? mig_words_short_name (corpus, ref) : identifier);
}

static MigRef
get_meeting (MigCorpus *corpus,
             MigRef     ref)
{
  return mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);
}

/**
 * mig_words_numerals:
 * @corpus: a corpus
 * @refs: sessions, or other events in which something was said
 * @n: how many
 *
 * Names sessions by their numerals, each once: "I, VII, VIII". When they are of different meetings, each carries its
 * meeting's number.
 *
 * Returns: (transfer full): the list
 */
char *
mig_words_numerals (MigCorpus    *corpus,
                    const MigRef *refs,
                    guint         n)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  const MigRef meeting = n > 0 ? get_meeting (corpus, refs[0]) : MIG_REF_NONE;
  gboolean is_one_meeting = TRUE;

  for (guint i = 1; i < n; i++)
    is_one_meeting = is_one_meeting && get_meeting (corpus, refs[i]) == meeting;

  for (guint i = 0; i < n; i++)
    {
      const MigRef other = get_meeting (corpus, refs[i]);
      g_autofree char *numeral = mig_words_numeral (corpus, refs[i]);

      if (i > 0 && refs[i] == refs[i - 1])
        continue;

      if (!is_one_meeting && other != MIG_REF_NONE && other != refs[i])
        {
          g_autofree char *ordinal = mig_words_numeral (corpus, other);
          /* Translators: number of a meeting, number of a session in it: "14/VIII" */
          g_autofree char *both = g_strdup_printf (C_("session of a meeting", "%1$s/%2$s"), ordinal, numeral);

          g_strv_builder_add (builder, both);
        }
      else
        {
          g_strv_builder_add (builder, numeral);
        }
    }

  parts = g_strv_builder_end (builder);
  return mig_words_list ((const char *const *) parts);
}

/**
 * mig_words_number_name:
 * @numeral: the number that something goes by: "VIII", "(a)"
 * @name: what it is called
 *
 * Returns: (transfer full): both: "VIII. Preparing the summit", "(a) Recent debates"
 */
char *
mig_words_number_name (const char *numeral,
                       const char *name)
{
  const char *last = g_utf8_find_prev_char (numeral, numeral + strlen (numeral));

  if (last != NULL && g_unichar_ispunct (g_utf8_get_char (last)))
    /* Translators: number and name of a session, where a sign ends the number already: "(a) Recent debates" */
    return g_strdup_printf (C_("session with a number in brackets", "%1$s %2$s"), numeral, name);

  /* Translators: number and name of a session: "VIII. Preparing the summit" */
  return g_strdup_printf (C_("session", "%1$s. %2$s"), numeral, name);
}

/**
 * mig_words_numbered_name:
 * @corpus: a corpus
 * @ref: a record
 *
 * Returns: (transfer full): for a session its numeral and short name, for anything else its short name
 */
char *
mig_words_numbered_name (MigCorpus *corpus,
                         MigRef     ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_EVENT && mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_SESSION)
    {
      g_autofree char *numeral = mig_words_numeral (corpus, ref);

      return mig_words_number_name (numeral, mig_words_short_name (corpus, ref));
    }

  return g_strdup (mig_words_short_name (corpus, ref));
}

/**
 * mig_words_when:
 * @corpus: a corpus
 * @ref: a record
 *
 * Returns: (transfer full): its date as fully as it is known; "" when it has none
 */
char *
mig_words_when (MigCorpus *corpus,
                MigRef     ref)
{
  const MigDate *date = mig_corpus_get_date (corpus, ref);

  if (date == NULL || !mig_date_is_set (date))
    return g_strdup ("");

  return mig_date_format (date, MIG_DATE_STYLE_FULL);
}

/**
 * mig_words_place:
 * @corpus: a corpus
 * @event: an event
 *
 * Returns: (transfer none): where it was held; "" when that is not told
 */
const char *
mig_words_place (MigCorpus *corpus,
                 MigRef     event)
{
  const MigEvent *record = mig_corpus_get_event (corpus, event);

  if (!is_empty (record->location))
    return record->location;

  return record->area != MIG_REF_NONE ? mig_words_name (corpus, record->area) : "";
}

/**
 * mig_words_locator:
 * @locator: where in a source
 *
 * Returns: (transfer full): the place in words, "section VIII, paragraph 3, page 10"; "" when it is not told
 */
char *
mig_words_locator (const MigLocator *locator)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (!is_empty (locator->section))
    {
      /* Translators: a section of a document by its number or heading: "section VIII", "section Preface" */
      g_autofree char *text = g_strdup_printf (C_("place in a document", "section %s"), locator->section);

      g_strv_builder_add (builder, text);
    }
  if (locator->paragraph > 0)
    {
      g_autofree char *number = mig_words_number (locator->paragraph);
      /* Translators: a paragraph of a section by its number */
      g_autofree char *text = g_strdup_printf (C_("place in a document", "paragraph %s"), number);

      g_strv_builder_add (builder, text);
    }
  if (!is_empty (locator->page))
    {
      /* Translators: a page of a document as printed on it: "page 10", "page iii" */
      g_autofree char *text = g_strdup_printf (C_("place in a document", "page %s"), locator->page);

      g_strv_builder_add (builder, text);
    }

  parts = g_strv_builder_end (builder);
  return mig_words_phrase ((const char *const *) parts);
}

static gboolean
is_date_property (const char *property)
{
  return strcmp (property, "date") == 0 || g_str_has_suffix (property, "_date");
}

/**
 * mig_words_property:
 * @property: the member of a record that sources tell differently
 *
 * Returns: (transfer none): what the member holds, in words
 */
const char *
mig_words_property (const char *property)
{
  static const struct
  {
    const char *member;
    const char *words;
  } properties[] = {
    { "date", NC_("what sources tell differently", "Date") },
    { "start_date", NC_("what sources tell differently", "Beginning") },
    { "end_date", NC_("what sources tell differently", "End") },
    { "founding_date", NC_("what sources tell differently", "Foundation") },
    { "dissolution_date", NC_("what sources tell differently", "Dissolution") },
    { "name", NC_("what sources tell differently", "Name") },
    { "title", NC_("what sources tell differently", "Title") },
    { "description", NC_("what sources tell differently", "Description") },
    { "location", NC_("what sources tell differently", "Place") },
    { "attendance", NC_("what sources tell differently", "Participants") },
    { "role", NC_("what sources tell differently", "Role") },
    { "value", NC_("what sources tell differently", "Value") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].member, property) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "what sources tell differently", properties[i].words);

  return property;
}

/**
 * mig_words_reading:
 * @property: the member of a record that sources tell differently
 * @value: what one of them tells
 *
 * Returns: (transfer full): the value in words; a date is said as dates are
 */
char *
mig_words_reading (const char *property,
                   const char *value)
{
  MigDate date;

  if (is_date_property (property) && mig_date_parse_edtf (value, &date, NULL))
    return mig_date_format (&date, MIG_DATE_STYLE_LONG);

  return g_strdup (value);
}

/**
 * mig_words_mention_role:
 * @mention: a mention
 *
 * Returns: (transfer none): the part that the thing plays in what was said: "announced"; "" where the corpus says no
 *   more than that it was mentioned
 */
const char *
mig_words_mention_role (const MigMention *mention)
{
  return mention->is_bare ? "" : mig_words_term (mention->role);
}

/**
 * mig_words_contact:
 * @type: a type of contact, after Popolo: "voice", "email" ...
 *
 * Returns: (transfer none): what it is called; @type itself if it is not known
 */
const char *
mig_words_contact (const char *type)
{
  static const struct
  {
    const char *type;
    const char *name;
  } names[] = {
    { "address", NC_("contact", "Address") },
    { "cell", NC_("contact", "Mobile phone") },
    { "email", NC_("contact", "E-mail") },
    { "fax", NC_("contact", "Fax") },
    { "phone", NC_("contact", "Telephone") },
    { "text", NC_("contact", "Text messages") },
    { "url", NC_("contact", "Web address") },
    { "voice", NC_("contact", "Telephone") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (type, names[i].type) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "contact", names[i].name);

  return *type != '\0' ? type : C_("contact", "Contact");
}

/**
 * mig_words_figure:
 * @figure: a figure
 *
 * Returns: (transfer full): its value as it was said, else the number with its unit
 */
char *
mig_words_figure (const MigFigure *figure)
{
  g_autofree char *number = NULL;

  if (!is_empty (figure->value_text))
    return g_strdup (figure->value_text);
  if (!figure->has_value)
    return g_strdup (is_empty (figure->unit) ? C_("figure", "not told") : figure->unit);

  /* The precision of a double is more than any figure that somebody said has. */
  number = figure->max_value > figure->value ? g_strdup_printf ("%.15g–%.15g", figure->value, figure->max_value)
                                             : g_strdup_printf ("%.15g", figure->value);
  return is_empty (figure->unit) ? g_steal_pointer (&number)
                                 /* Translators: value and unit of a figure: "244000000 persons" */
                                 : g_strdup_printf (C_("figure", "%1$s %2$s"), number, figure->unit);
}

/**
 * mig_words_certainty:
 * @certainty: how sure a fact is
 *
 * Returns: (transfer none) (nullable): the words for a badge; %NULL when nothing needs saying
 */
const char *
mig_words_certainty (MigCertainty certainty)
{
  switch (certainty)
    {
    case MIG_CERTAINTY_REPORTED_ONCE:
      return C_("certainty", "Reported once");
    case MIG_CERTAINTY_INFERRED:
      return C_("certainty", "Inferred");
    case MIG_CERTAINTY_CONFIRMED:
    default:
      return NULL;
    }
}
