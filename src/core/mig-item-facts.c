/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-facts.h"

#include <math.h>
#include <string.h>

#include "mig-speakers.h"
#include "mig-words.h"

/* An abbreviation is no longer than this, in bytes, and has no space in it. */
#define MAX_ABBREVIATION 12

/**
 * mig_item_facts_count_sessions:
 * @corpus: a corpus
 * @ref: a record
 *
 * Returns: how many sessions a meeting has; NAN for what is no meeting
 */
double
mig_item_facts_count_sessions (MigCorpus *corpus, MigRef ref)
{
  if (mig_ref_kind (ref) != MIG_KIND_EVENT || mig_corpus_get_event (corpus, ref)->role != MIG_EVENT_ROLE_MEETING)
    return (double) NAN;

  return mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN).n;
}

/**
 * mig_item_facts_count_interventions:
 * @corpus: a corpus
 * @ref: an event, a person or an organization
 *
 * Returns: how many interventions were made in it, by it or on its behalf
 */
double
mig_item_facts_count_interventions (MigCorpus *corpus, MigRef ref)
{
  g_autoptr (GArray) speeches = NULL;

  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;

  speeches = mig_speakers_get_speeches (corpus, ref);

  return speeches->len;
}

/**
 * mig_item_facts_count_speakers:
 * @corpus: a corpus
 * @ref: an event
 *
 * Returns: how many spoke in it, each counted once
 */
double
mig_item_facts_count_speakers (MigCorpus *corpus, MigRef ref)
{
  g_autoptr (GArray) speakers = mig_speakers_get_all (corpus, ref);

  return speakers->len;
}

/**
 * mig_item_facts_count_meetings:
 * @corpus: a corpus
 * @person: a person
 *
 * Returns: at how many meetings they spoke
 */
double
mig_item_facts_count_meetings (MigCorpus *corpus, MigRef person)
{
  const MigRefs speeches = mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES);
  g_autoptr (GHashTable) meetings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRef meeting = mig_corpus_get_enclosing (corpus, speeches.refs[i], MIG_EVENT_ROLE_MEETING);

      if (meeting != MIG_REF_NONE)
        g_hash_table_add (meetings, GUINT_TO_POINTER (meeting));
    }

  return g_hash_table_size (meetings);
}

/**
 * mig_item_facts_count_people:
 * @corpus: a corpus
 * @organization: an organization
 *
 * Returns: how many persons belong to it, or came or spoke for it
 */
double
mig_item_facts_count_people (MigCorpus *corpus, MigRef organization)
{
  const MigRefs memberships = mig_corpus_get_related (corpus, organization, MIG_RELATION_MEMBERSHIPS);
  const MigRefs speeches = mig_corpus_get_related (corpus, organization, MIG_RELATION_SPEECHES);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < memberships.n; i++)
    {
      const MigRef person = mig_corpus_get_membership (corpus, memberships.refs[i])->person;

      if (person != MIG_REF_NONE)
        g_hash_table_add (people, GUINT_TO_POINTER (person));
    }
  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRef speaker = mig_corpus_get_speech (corpus, speeches.refs[i])->creator;

      if (mig_ref_kind (speaker) == MIG_KIND_PERSON)
        g_hash_table_add (people, GUINT_TO_POINTER (speaker));
    }

  return g_hash_table_size (people);
}

/**
 * mig_item_facts_get_occasion:
 * @corpus: a corpus
 * @ref: a record
 * @last: whether the last occasion is wanted, not the first
 *
 * Returns: (transfer none) (nullable): when a person spoke, or anything else was mentioned, for the first or the last
 *   time; %NULL where that never was or is not known
 */
const MigDate *
mig_item_facts_get_occasion (MigCorpus *corpus, MigRef ref, gboolean last)
{
  const gboolean speaks = mig_ref_kind (ref) == MIG_KIND_PERSON;
  const MigRefs refs = mig_corpus_get_related (corpus, ref, speaks ? MIG_RELATION_SPEECHES : MIG_RELATION_MENTIONED_BY);

  /* They are in time already, and those without a date come last. */
  for (guint i = 0; i < refs.n; i++)
    {
      const MigRef at = refs.refs[last ? refs.n - 1 - i : i];
      const MigRef source = speaks ? at : mig_corpus_get_mention (corpus, at)->from;
      const MigDate *date = mig_corpus_get_date (corpus, source);

      if (date != NULL && mig_date_is_set (date))
        return date;
    }

  return NULL;
}

static void
add_organization (GStrvBuilder *names, GHashTable *seen, MigCorpus *corpus, MigRef organization)
{
  if (organization != MIG_REF_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (organization)))
    g_strv_builder_add (names, mig_words_short_name (corpus, organization));
}

/**
 * mig_item_facts_dup_organizations:
 * @corpus: a corpus
 * @person: a person
 *
 * Returns: (transfer full): the organizations that they belonged to or spoke for, each once
 */
char *
mig_item_facts_dup_organizations (MigCorpus *corpus, MigRef person)
{
  const MigRefs memberships = mig_corpus_get_related (corpus, person, MIG_RELATION_MEMBERSHIPS);
  const MigRefs speeches = mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < memberships.n; i++)
    {
      const MigMembership *membership = mig_corpus_get_membership (corpus, memberships.refs[i]);

      add_organization (names, seen, corpus, membership->organization);
      add_organization (names, seen, corpus, membership->on_behalf_of);
    }
  for (guint i = 0; i < speeches.n; i++)
    add_organization (names, seen, corpus, mig_corpus_get_speech (corpus, speeches.refs[i])->on_behalf_of);

  parts = g_strv_builder_end (names);

  return mig_words_list ((const char *const *) parts);
}

static gboolean
is_abbreviation (const char *name)
{
  guint n_capitals = 0;

  if (strlen (name) > MAX_ABBREVIATION || strchr (name, ' ') != NULL)
    return FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    n_capitals += g_unichar_isupper (g_utf8_get_char (at)) ? 1 : 0;

  return n_capitals >= 2;
}

/**
 * mig_item_facts_get_abbreviation:
 * @corpus: a corpus
 * @organization: an organization
 *
 * Returns: (transfer none): the one of its names that is an abbreviation, or ""
 */
const char *
mig_item_facts_get_abbreviation (MigCorpus *corpus, MigRef organization)
{
  const MigRecord *record = mig_corpus_get_record (corpus, organization);
  const MigOtherName *names = mig_corpus_get_other_names (corpus, record->other_names);

  if (is_abbreviation (record->short_name))
    return record->short_name;
  for (guint i = 0; i < record->other_names.n; i++)
    if (is_abbreviation (names[i].name))
      return names[i].name;

  return "";
}

/**
 * mig_item_facts_get_symbol:
 * @corpus: a corpus
 * @document: a document
 *
 * Returns: (transfer none): what it is cited by: a symbol of the United Nations, or else the first identifier; or ""
 */
const char *
mig_item_facts_get_symbol (MigCorpus *corpus, MigRef document)
{
  const MigRecord *record = mig_corpus_get_record (corpus, document);
  const char *symbol = mig_corpus_get_identifier (corpus, document, "UN symbol");

  if (symbol != NULL && *symbol != '\0')
    return symbol;

  return record->identifiers.n > 0 ? mig_corpus_get_identifiers (corpus, record->identifiers)->identifier : "";
}
