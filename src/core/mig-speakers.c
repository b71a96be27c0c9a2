/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-speakers.h"

/* Who speaks in what, and what they give there: the walks from a series down to its interventions.
 *
 *   series ──▶ meetings ──▶ sessions ──▶ interventions ──▶ speakers, figures
 *   person ──▶ interventions ──▶ sessions ──▶ who else spoke
 *
 * Every list is a new GArray that the caller owns. */

static GArray *
new_refs (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MigRef));
}

static void
company_clear (gpointer data)
{
  MigCompany *company = data;

  g_clear_pointer (&company->places, g_array_unref);
}

/**
 * mig_company_add:
 * @companies: (element-type MigCompany): from mig_company_new()
 * @indexes: a hash table of no functions, empty at first
 * @ref: who or what was in company
 * @place: in which session
 *
 * Notes that @ref was in company at @place.
 */
void
mig_company_add (GArray     *companies,
                 GHashTable *indexes,
                 MigRef      ref,
                 MigRef      place)
{
  const guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, GUINT_TO_POINTER (ref)));
  GArray *places;

  if (index == 0)
    {
      MigCompany company = { .ref = ref, .places = new_refs () };

      g_array_append_val (company.places, place);
      g_array_append_val (companies, company);
      g_hash_table_insert (indexes, GUINT_TO_POINTER (ref), GUINT_TO_POINTER (companies->len));
      return;
    }

  places = g_array_index (companies, MigCompany, index - 1).places;
  if (g_array_index (places, MigRef, places->len - 1) != place)
    g_array_append_val (places, place);
}

static int
compare_company (gconstpointer a,
                 gconstpointer b)
{
  const guint first = ((const MigCompany *) a)->places->len;
  const guint second = ((const MigCompany *) b)->places->len;

  return (first < second) - (first > second);
}

/**
 * mig_company_sort:
 * @companies: (element-type MigCompany): a list
 *
 * Sorts the list: what was in company in the most sessions comes first.
 */
void
mig_company_sort (GArray *companies)
{
  g_array_sort (companies, compare_company);
}

/**
 * mig_company_new:
 *
 * Returns: (transfer full) (element-type MigCompany): an empty list
 */
GArray *
mig_company_new (void)
{
  GArray *companies = g_array_new (FALSE, FALSE, sizeof (MigCompany));

  g_array_set_clear_func (companies, company_clear);
  return companies;
}

/**
 * mig_speakers_is_part:
 * @corpus: a corpus
 * @child: a child of @event
 * @event: an event
 *
 * Tells whether a walk down from @event goes on into @child: from a series to its meetings, from a meeting to its
 * sessions, and never further. So no walk is deeper than that, however deep a corpus nests its events.
 *
 * Returns: whether @child is a part of @event in which one speaks
 */
gboolean
mig_speakers_is_part (MigCorpus *corpus,
                      MigRef     child,
                      MigRef     event)
{
  return mig_corpus_get_event (corpus, child)->role > mig_corpus_get_event (corpus, event)->role;
}

/**
 * mig_speakers_count_parts:
 * @corpus: a corpus
 * @event: an event
 *
 * Returns: how many parts it has: a series its meetings, a meeting its sessions
 */
guint
mig_speakers_count_parts (MigCorpus *corpus,
                          MigRef     event)
{
  const MigRefs children = mig_corpus_get_related (corpus, event, MIG_RELATION_CHILDREN);
  guint n = 0;

  for (guint i = 0; i < children.n; i++)
    n += mig_speakers_is_part (corpus, children.refs[i], event) ? 1 : 0;

  return n;
}

static void
append_related (MigCorpus   *corpus,
                MigRef       ref,
                MigRelation  relation,
                GArray      *refs)
{
  const MigRefs related = mig_corpus_get_related (corpus, ref, relation);

  if (related.n > 0)
    g_array_append_vals (refs, related.refs, related.n);
}

static void
append_speeches (MigCorpus *corpus,
                 MigRef     event,
                 GArray    *speeches)
{
  const MigRefs children = mig_corpus_get_related (corpus, event, MIG_RELATION_CHILDREN);

  append_related (corpus, event, MIG_RELATION_SPEECHES, speeches);
  for (guint i = 0; i < children.n; i++)
    if (mig_speakers_is_part (corpus, children.refs[i], event))
      append_speeches (corpus, children.refs[i], speeches);
}

/**
 * mig_speakers_get_speeches:
 * @corpus: a corpus
 * @event: a session, meeting or series; %MIG_REF_NONE for the whole corpus
 *
 * Returns: (transfer full) (element-type MigRef): its interventions, and those of what is in it, in their order
 */
GArray *
mig_speakers_get_speeches (MigCorpus *corpus,
                           MigRef     event)
{
  GArray *speeches = new_refs ();

  if (event != MIG_REF_NONE)
    {
      append_speeches (corpus, event, speeches);
      return speeches;
    }

  for (guint i = 0; i < mig_corpus_get_n (corpus, MIG_KIND_SPEECH); i++)
    {
      const MigRef speech = mig_ref (MIG_KIND_SPEECH, i);

      g_array_append_val (speeches, speech);
    }

  return speeches;
}

/**
 * mig_speakers_get_one:
 * @corpus: a corpus
 * @speech: an intervention
 *
 * Returns: the person who speaks, or the organization that an unnamed one speaks for, or %MIG_REF_NONE
 */
MigRef
mig_speakers_get_one (MigCorpus *corpus,
                      MigRef     speech)
{
  const MigSpeech *record = mig_corpus_get_speech (corpus, speech);

  return record->creator != MIG_REF_NONE ? record->creator : record->on_behalf_of;
}

/**
 * mig_speakers_get_key:
 * @corpus: a corpus
 * @speech: an intervention
 *
 * Returns: (transfer none): what tells two speakers apart when compared as a pointer: the record of a speaker, or the
 *   words that stand for an unnamed one, which a corpus holds once
 */
gconstpointer
mig_speakers_get_key (MigCorpus *corpus,
                      MigRef     speech)
{
  const MigRef speaker = mig_speakers_get_one (corpus, speech);

  return speaker != MIG_REF_NONE ? GUINT_TO_POINTER (speaker) : mig_corpus_get_record (corpus, speech)->name;
}

/**
 * mig_speakers_get_all:
 * @corpus: a corpus
 * @event: a session, meeting or series; %MIG_REF_NONE for the whole corpus
 *
 * Returns: (transfer full) (element-type MigSpeaker): who speaks in it, each once, in the order in which they first do
 */
GArray *
mig_speakers_get_all (MigCorpus *corpus,
                      MigRef     event)
{
  g_autoptr(GArray) speeches = mig_speakers_get_speeches (corpus, event);
  g_autoptr(GHashTable) indexes = g_hash_table_new (NULL, NULL);
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (MigSpeaker));

  for (guint i = 0; i < speeches->len; i++)
    {
      const MigRef speech = g_array_index (speeches, MigRef, i);
      const MigRef ref = mig_speakers_get_one (corpus, speech);
      gpointer key = (gpointer) mig_speakers_get_key (corpus, speech);
      const guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, key));

      if (index > 0)
        {
          g_array_index (speakers, MigSpeaker, index - 1).n_speeches++;
        }
      else
        {
          const MigSpeaker speaker = { ref != MIG_REF_NONE ? ref : speech, speech, 1 };

          g_array_append_val (speakers, speaker);
          g_hash_table_insert (indexes, key, GUINT_TO_POINTER (speakers->len));
        }
    }

  return speakers;
}

/**
 * mig_speakers_get_figures:
 * @corpus: a corpus
 * @ref: a session, meeting or series; an intervention; a person or an organization
 *
 * Returns: (transfer full) (element-type MigRef): the figures that were given in it or by it, in the order of the
 *   interventions; none for a record of another kind
 */
GArray *
mig_speakers_get_figures (MigCorpus *corpus,
                          MigRef     ref)
{
  g_autoptr(GArray) speeches = NULL;
  GArray *figures = new_refs ();
  MigRefs children = { NULL, 0 };

  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    {
      speeches = mig_speakers_get_speeches (corpus, ref);
      children = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
    }
  else
    {
      speeches = new_refs ();
      if (mig_ref_kind (ref) == MIG_KIND_PERSON || mig_ref_kind (ref) == MIG_KIND_ORGANIZATION)
        append_related (corpus, ref, MIG_RELATION_SPEECHES, speeches);
    }

  append_related (corpus, ref, MIG_RELATION_FIGURES, figures);
  for (guint i = 0; i < children.n; i++)
    append_related (corpus, children.refs[i], MIG_RELATION_FIGURES, figures);
  for (guint i = 0; i < speeches->len; i++)
    append_related (corpus, g_array_index (speeches, MigRef, i), MIG_RELATION_FIGURES, figures);

  return figures;
}

/**
 * mig_speakers_get_company:
 * @corpus: a corpus
 * @person: a person
 *
 * Finds who spoke in the same sessions as @person. Those who did so in the most sessions come first.
 *
 * Returns: (transfer full) (element-type MigCompany): the persons
 */
GArray *
mig_speakers_get_company (MigCorpus *corpus,
                          MigRef     person)
{
  const MigRefs speeches = mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES);
  g_autoptr(GHashTable) indexes = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *companies = mig_company_new ();

  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRef event = mig_corpus_get_speech (corpus, speeches.refs[i])->event;
      MigRefs others;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (event)))
        continue;

      others = mig_corpus_get_related (corpus, event, MIG_RELATION_SPEECHES);
      for (guint j = 0; j < others.n; j++)
        {
          const MigRef other = mig_corpus_get_speech (corpus, others.refs[j])->creator;

          if (other != MIG_REF_NONE && other != person)
            mig_company_add (companies, indexes, other, event);
        }
    }

  mig_company_sort (companies);
  return companies;
}

