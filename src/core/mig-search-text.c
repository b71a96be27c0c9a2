/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-text.h"

#include <string.h>

/*
 * Which texts of a record can be found, and what each is to it: the one place that the index is built from, that
 * phrases are looked for in, and that excerpts are cut from. Who reads a translated corpus finds it by its own words as
 * well.
 *
 * Who speaks is not among the texts of a speech when the corpus holds that person or organization: a search that finds
 * these goes on to their interventions by the corpus's own relations.
 */

static void
add (GArray        *texts,
     const char    *text,
     MigSearchPart  part)
{
  MigSearchText entry = { text, part, FALSE };

  if (text != NULL && *text != '\0')
    g_array_append_val (texts, entry);
}

static void
borrow (GArray        *texts,
        const char    *text,
        MigSearchPart  part)
{
  MigSearchText entry = { text, part, TRUE };

  if (*text != '\0')
    g_array_append_val (texts, entry);
}

static void
add_names (MigCorpus       *corpus,
           const MigRecord *record,
           GArray          *texts)
{
  const MigOtherName *names = mig_corpus_get_other_names (corpus, record->other_names);
  const MigIdentifier *identifiers = mig_corpus_get_identifiers (corpus, record->identifiers);

  add (texts, record->name, MIG_SEARCH_PART_NAME);
  if (strcmp (record->short_name, record->name) != 0)
    add (texts, record->short_name, MIG_SEARCH_PART_ALIAS);
  for (guint i = 0; i < record->other_names.n; i++)
    add (texts, names[i].name, MIG_SEARCH_PART_ALIAS);
  for (guint i = 0; i < record->identifiers.n; i++)
    add (texts, identifiers[i].identifier, MIG_SEARCH_PART_ALIAS);
}

static void
add_area (MigCorpus  *corpus,
          MigRef      area,
          const char *location,
          GArray     *texts)
{
  const MigRecord *record = mig_corpus_get_record (corpus, area);

  add (texts, location, MIG_SEARCH_PART_PLACE);
  if (record != NULL && strstr (location, record->name) == NULL)
    borrow (texts, record->name, MIG_SEARCH_PART_PLACE);
}

static void
add_notes (MigCorpus *corpus,
           MigRef     ref,
           GArray    *texts)
{
  MigRefs mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONS_MADE);

  for (guint i = 0; i < mentions.n; i++)
    add (texts, mig_corpus_get_mention (corpus, mentions.refs[i])->record.description, MIG_SEARCH_PART_TEXT);
}

static void
add_list (MigCorpus *corpus,
          MigRange   range,
          GArray    *texts)
{
  const char *const *list = mig_corpus_get_texts (corpus, range);

  for (guint i = 0; i < range.n; i++)
    add (texts, list[i], MIG_SEARCH_PART_TEXT);
}

static void
add_event (MigCorpus      *corpus,
           MigRef          ref,
           const MigEvent *event,
           GArray         *texts)
{
  add (texts, event->classification, MIG_SEARCH_PART_DETAIL);
  add (texts, event->format, MIG_SEARCH_PART_DETAIL);
  add_area (corpus, event->area, event->location, texts);
  add (texts, event->attendance, MIG_SEARCH_PART_TEXT);
  add_list (corpus, event->themes, texts);
  add_list (corpus, event->objectives, texts);
  add_notes (corpus, ref, texts);
}

/* Affiliations: the role as it was held, and where. */
static void
add_person (MigCorpus       *corpus,
            MigRef           ref,
            const MigPerson *person,
            GArray          *texts)
{
  MigRefs memberships = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS);

  add (texts, person->sort_name, MIG_SEARCH_PART_ALIAS);
  add (texts, person->honorific_prefix, MIG_SEARCH_PART_DETAIL);
  for (guint i = 0; i < memberships.n; i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);

      add (texts, membership->role, MIG_SEARCH_PART_DETAIL);
      if (membership->post != MIG_REF_NONE)
        borrow (texts, mig_corpus_get_record (corpus, membership->post)->name, MIG_SEARCH_PART_DETAIL);
      if (membership->organization != MIG_REF_NONE)
        borrow (texts, mig_corpus_get_record (corpus, membership->organization)->name, MIG_SEARCH_PART_DETAIL);
    }
}

static void
add_speech (MigCorpus       *corpus,
            MigRef           ref,
            const MigSpeech *speech,
            GArray          *texts)
{
  add (texts, speech->attribution_text, MIG_SEARCH_PART_BY);
  add (texts, speech->role, MIG_SEARCH_PART_DETAIL);
  add (texts, speech->part, MIG_SEARCH_PART_DETAIL);
  add_notes (corpus, ref, texts);
}

static void
add_figure (MigCorpus       *corpus,
            const MigFigure *figure,
            GArray          *texts)
{
  add (texts, figure->value_text, MIG_SEARCH_PART_ALIAS);
  add (texts, figure->unit, MIG_SEARCH_PART_DETAIL);
  add_area (corpus, figure->area, figure->place, texts);
}

/* Where a translation stands, what the file has is found too; among names it is one more. */
static void
add_originals (MigCorpus *corpus,
               GArray    *texts)
{
  const guint n = texts->len;
  guint n_names = 0;

  while (n_names < n && g_array_index (texts, MigSearchText, n_names).part <= MIG_SEARCH_PART_ALIAS)
    n_names++;

  for (guint i = 0, at = n_names, n_added = 0; i < n; i++)
    {
      MigSearchText entry = g_array_index (texts, MigSearchText, i < n_names ? i : i + n_added);
      const char *original = mig_corpus_get_original (corpus, entry.text);

      if (original == entry.text)
        continue;

      entry.text = original;
      entry.is_original = TRUE;
      if (i < n_names)
        {
          entry.part = MIG_SEARCH_PART_ALIAS;
          g_array_insert_val (texts, at, entry);
          at++;
          n_added++;
        }
      else
        {
          g_array_append_val (texts, entry);
        }
    }
}

/**
 * mig_search_text_has_kind:
 * @kind: a kind of record
 *
 * Returns: whether records of @kind are found by themselves; what the others say is found at those they belong to
 */
gboolean
mig_search_text_has_kind (MigKind kind)
{
  return kind >= MIG_KIND_EVENT && kind <= MIG_KIND_AREA;
}

/**
 * mig_search_text_collect:
 * @corpus: a corpus
 * @ref: a record of a kind that mig_search_text_has_kind()
 * @texts: (element-type MigSearchText): is emptied and filled
 *
 * Collects the texts of a record: its names first, the longest texts last.
 */
void
mig_search_text_collect (MigCorpus *corpus,
                         MigRef     ref,
                         GArray    *texts)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  MigKind kind = mig_ref_kind (ref);

  g_array_set_size (texts, 0);
  if (kind != MIG_KIND_SPEECH)
    add_names (corpus, record, texts);

  switch ((guint) kind)
    {
    case MIG_KIND_EVENT:
      add_event (corpus, ref, (const MigEvent *) record, texts);
      break;
    case MIG_KIND_PERSON:
      add_person (corpus, ref, (const MigPerson *) record, texts);
      break;
    case MIG_KIND_ORGANIZATION:
      add (texts, ((const MigOrganization *) record)->classification, MIG_SEARCH_PART_DETAIL);
      break;
    case MIG_KIND_SPEECH:
      add_speech (corpus, ref, (const MigSpeech *) record, texts);
      break;
    case MIG_KIND_DOCUMENT:
      add (texts, ((const MigDocument *) record)->classification, MIG_SEARCH_PART_DETAIL);
      break;
    case MIG_KIND_TOPIC:
      add (texts, ((const MigTopic *) record)->code, MIG_SEARCH_PART_ALIAS);
      add (texts, ((const MigTopic *) record)->classification, MIG_SEARCH_PART_DETAIL);
      break;
    case MIG_KIND_FIGURE:
      add_figure (corpus, (const MigFigure *) record, texts);
      break;
    case MIG_KIND_AREA:
      add (texts, ((const MigArea *) record)->classification, MIG_SEARCH_PART_DETAIL);
      break;
    default:
      g_return_if_reached ();
    }

  add (texts, record->description, MIG_SEARCH_PART_TEXT);
  add_originals (corpus, texts);
}

/* "GFMD", "SDGs": one word, of which at least half is capitals. */
static gboolean
is_abbreviation (const char *name)
{
  guint n_letters = 0, n_capitals = 0;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        return FALSE;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_capitals += g_unichar_isupper (c) ? 1 : 0;
    }

  return n_capitals >= 2 && n_capitals * 2 >= n_letters;
}

/**
 * mig_search_text_stands_for_names:
 * @corpus: a corpus
 * @ref: a record of it
 * @texts: (element-type MigSearchText): what mig_search_text_collect() found for it
 *
 * Tells whether whoever looks for one name of a record also wants what holds another: of an organization always, of
 * other things that stand by themselves if one of the names is an abbreviation. The short name of a meeting or a report
 * ("Report") is too common a word for that.
 *
 * Returns: whether they do
 */
gboolean
mig_search_text_stands_for_names (MigCorpus *corpus,
                                  MigRef     ref,
                                  GArray    *texts)
{
  MigKind kind = mig_ref_kind (ref);

  if (kind == MIG_KIND_ORGANIZATION)
    return TRUE;
  if (kind != MIG_KIND_DOCUMENT && kind != MIG_KIND_TOPIC &&
      (kind != MIG_KIND_EVENT || mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_EVENT))
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (texts, MigSearchText, i);

      if (text->part <= MIG_SEARCH_PART_ALIAS && is_abbreviation (text->text))
        return TRUE;
    }

  return FALSE;
}
