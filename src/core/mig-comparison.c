/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-comparison.h"

#include "mig-cross-links.h"
#include "mig-name-sort.h"

/* Two meetings, two sessions, two speakers or two organizations side by side: what both have, what only one has.
 *
 *   first  ──▶ its speeches, mentions ──▶ a list of each aspect ──┐
 *                                                                 ├──▶ only first │ both │ only second
 *   second ──▶ its speeches, mentions ──▶ a list of each aspect ──┘
 *
 * An aspect is worked out when it is first asked for. What stands in the lists is in the order in which the first has
 * it, and what only the second has in that one's order. Neither of the two is itself in a list.
 */

struct _MigComparison
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigRef refs[2];
  GArray *sides[MIG_COMPARISON_N_ASPECTS][MIG_COMPARISON_N_SIDES]; /* of MigRef; NULL until asked for */
};

G_DEFINE_FINAL_TYPE (MigComparison, mig_comparison, G_TYPE_OBJECT)

/* A list in which nothing stands twice. */
typedef struct
{
  GArray *refs;
  GHashTable *seen;
} Set;

static void
set_init (Set *set)
{
  set->refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
  set->seen = g_hash_table_new (NULL, NULL);
}

static void
set_clear (Set *set)
{
  g_array_unref (set->refs);
  g_hash_table_unref (set->seen);
}

static void
set_add (Set    *set,
         MigRef  ref)
{
  if (ref != MIG_REF_NONE && g_hash_table_add (set->seen, GUINT_TO_POINTER (ref)))
    g_array_append_val (set->refs, ref);
}

static gboolean
set_has (Set    *set,
         MigRef  ref)
{
  return g_hash_table_contains (set->seen, GUINT_TO_POINTER (ref));
}

static GArray *
get_speeches (MigCorpus *corpus,
              MigRef     ref)
{
  MigRefs refs;
  GArray *speeches;

  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    return mig_speakers_get_speeches (corpus, ref);

  refs = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);
  speeches = g_array_new (FALSE, FALSE, sizeof (MigRef));
  if (refs.n > 0)
    g_array_append_vals (speeches, refs.refs, refs.n);

  return speeches;
}

static void
add_meetings (MigCorpus *corpus,
              MigRef     ref,
              Set       *set)
{
  const MigRefs speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES);

  /* All that is said in a meeting is said at that meeting. */
  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    return;

  for (guint i = 0; i < speeches.n; i++)
    set_add (set, mig_corpus_get_enclosing (corpus, speeches.refs[i], MIG_EVENT_ROLE_MEETING));
}

static void
add_organizations (MigCorpus *corpus,
                   MigRef     ref,
                   Set       *set)
{
  const MigRefs memberships = mig_corpus_get_related (corpus, ref, MIG_RELATION_MEMBERSHIPS);
  g_autoptr (GArray) speeches = NULL;

  /* For an organization one speaks on behalf of itself. */
  if (mig_ref_kind (ref) == MIG_KIND_ORGANIZATION)
    return;

  speeches = get_speeches (corpus, ref);
  for (guint i = 0; i < speeches->len; i++)
    set_add (set, mig_corpus_get_speech (corpus, g_array_index (speeches, MigRef, i))->on_behalf_of);
  for (guint i = 0; i < memberships.n; i++)
    set_add (set, mig_corpus_get_membership (corpus, memberships.refs[i])->organization);
}

static void
add_speakers (MigCorpus *corpus,
              MigRef     ref,
              Set       *set)
{
  g_autoptr (GArray) speeches = NULL;

  if (mig_ref_kind (ref) == MIG_KIND_PERSON)
    {
      g_autoptr (GArray) companies = mig_speakers_get_company (corpus, ref);

      for (guint i = 0; i < companies->len; i++)
        set_add (set, g_array_index (companies, MigCompany, i).ref);
      return;
    }

  speeches = get_speeches (corpus, ref);
  for (guint i = 0; i < speeches->len; i++)
    set_add (set, mig_corpus_get_speech (corpus, g_array_index (speeches, MigRef, i))->creator);
}

static void
add_raised (MigCorpus *corpus,
            MigRef     ref,
            MigKind    kind,
            Set       *set)
{
  g_autoptr (GArray) raised = mig_cross_links_get_raised (corpus, ref, kind);

  for (guint i = 0; i < raised->len; i++)
    set_add (set, g_array_index (raised, MigRaised, i).target);
}

static void
add_aspect (MigCorpus           *corpus,
            MigRef               ref,
            MigComparisonAspect  aspect,
            Set                 *set)
{
  switch (aspect)
    {
    case MIG_COMPARISON_MEETINGS:
      add_meetings (corpus, ref, set);
      break;

    case MIG_COMPARISON_ORGANIZATIONS:
      add_organizations (corpus, ref, set);
      break;

    case MIG_COMPARISON_SPEAKERS:
      add_speakers (corpus, ref, set);
      break;

    case MIG_COMPARISON_EVENTS:
      add_raised (corpus, ref, MIG_KIND_EVENT, set);
      break;

    case MIG_COMPARISON_DOCUMENTS:
      add_raised (corpus, ref, MIG_KIND_DOCUMENT, set);
      break;

    case MIG_COMPARISON_TOPICS:
    default:
      add_raised (corpus, ref, MIG_KIND_TOPIC, set);
      break;
    }
}

static void
compare (MigComparison       *self,
         MigComparisonAspect  aspect)
{
  GArray **sides = self->sides[aspect];
  Set sets[2];

  for (guint i = 0; i < MIG_COMPARISON_N_SIDES; i++)
    sides[i] = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < 2; i++)
    {
      set_init (&sets[i]);
      add_aspect (self->corpus, self->refs[i], aspect, &sets[i]);
    }

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < sets[i].refs->len; k++)
      {
        const MigRef ref = g_array_index (sets[i].refs, MigRef, k);
        const gboolean is_shared = set_has (&sets[1 - i], ref);

        if (ref == self->refs[0] || ref == self->refs[1])
          continue;
        if (is_shared && i == 0)
          g_array_append_val (sides[MIG_COMPARISON_BOTH], ref);
        else if (!is_shared)
          g_array_append_val (sides[i == 0 ? MIG_COMPARISON_ONLY_FIRST : MIG_COMPARISON_ONLY_SECOND], ref);
      }

  set_clear (&sets[0]);
  set_clear (&sets[1]);
}

static void
mig_comparison_finalize (GObject *object)
{
  MigComparison *self = MIG_COMPARISON (object);

  for (guint i = 0; i < MIG_COMPARISON_N_ASPECTS; i++)
    for (guint k = 0; k < MIG_COMPARISON_N_SIDES; k++)
      g_clear_pointer (&self->sides[i][k], g_array_unref);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_comparison_parent_class)->finalize (object);
}

static void
mig_comparison_class_init (MigComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_comparison_finalize;
}

static void
mig_comparison_init (MigComparison *self)
{
}

/**
 * mig_comparison_new:
 * @corpus: a corpus
 * @first: one of its records
 * @second: another one, with which it can be compared by mig_comparison_is_possible()
 *
 * Returns: (transfer full): the two side by side
 */
MigComparison *
mig_comparison_new (MigCorpus *corpus,
                    MigRef     first,
                    MigRef     second)
{
  MigComparison *self;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail (mig_comparison_is_possible (corpus, first, second), NULL);

  self = g_object_new (MIG_TYPE_COMPARISON, NULL);
  self->corpus = g_object_ref (corpus);
  self->refs[0] = first;
  self->refs[1] = second;

  return self;
}

/**
 * mig_comparison_get:
 * @self: a comparison
 * @aspect: what to compare
 * @side: whose
 *
 * Returns: the records that are on that side, each once; the list belongs to the comparison
 */
MigRefs
mig_comparison_get (MigComparison       *self,
                    MigComparisonAspect  aspect,
                    MigComparisonSide    side)
{
  GArray *refs;

  g_return_val_if_fail (MIG_IS_COMPARISON (self), ((MigRefs) { NULL, 0 }));
  g_return_val_if_fail (aspect < MIG_COMPARISON_N_ASPECTS && side < MIG_COMPARISON_N_SIDES, ((MigRefs) { NULL, 0 }));

  if (self->sides[aspect][side] == NULL)
    compare (self, aspect);
  refs = self->sides[aspect][side];

  return (MigRefs) { (const MigRef *) (void *) refs->data, refs->len };
}

/**
 * mig_comparison_is_of:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Returns: whether the record is of a kind that can be compared: a meeting, a session, a person or an organization
 */
gboolean
mig_comparison_is_of (MigCorpus *corpus,
                      MigRef     ref)
{
  MigEventRole role;

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return mig_ref_kind (ref) == MIG_KIND_PERSON || mig_ref_kind (ref) == MIG_KIND_ORGANIZATION;

  role = mig_corpus_get_event (corpus, ref)->role;
  return role == MIG_EVENT_ROLE_MEETING || role == MIG_EVENT_ROLE_SESSION;
}

/**
 * mig_comparison_is_possible:
 * @corpus: a corpus
 * @first: one of its records
 * @second: one of its records
 *
 * Returns: whether the two are not the same, and of one kind that can be compared; not if one is %MIG_REF_NONE
 */
gboolean
mig_comparison_is_possible (MigCorpus *corpus,
                            MigRef     first,
                            MigRef     second)
{
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  return first != second && mig_ref_kind (first) == mig_ref_kind (second) && mig_comparison_is_of (corpus, first) &&
         (mig_ref_kind (first) != MIG_KIND_EVENT ||
          mig_corpus_get_event (corpus, first)->role == mig_corpus_get_event (corpus, second)->role);
}

/* Persons by the name that they are filed under, organizations by their short name. */
static const char *
get_filing_name (MigCorpus *corpus,
                 MigRef     ref)
{
  const char *sort_name = mig_ref_kind (ref) == MIG_KIND_PERSON ? mig_corpus_get_person (corpus, ref)->sort_name : "";

  return *sort_name != '\0' ? sort_name : mig_corpus_get_record (corpus, ref)->short_name;
}

static void
append_by_name (MigCorpus *corpus,
                MigKind    kind,
                GArray    *refs)
{
  for (guint i = 0; i < mig_corpus_get_n (corpus, kind); i++)
    {
      const MigRef ref = mig_ref (kind, i);

      g_array_append_val (refs, ref);
    }

  mig_name_sort (corpus, refs, get_filing_name);
}

/**
 * mig_comparison_get_partners:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer full) (element-type MigRef): what the record can be compared with: meetings and sessions in time,
 *   persons and organizations by name
 */
GArray *
mig_comparison_get_partners (MigCorpus *corpus,
                             MigRef     ref)
{
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (MigRef));

  g_return_val_if_fail (MIG_IS_CORPUS (corpus), partners);

  if (!mig_comparison_is_of (corpus, ref))
    return partners;

  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    {
      const MigEventRole role = mig_corpus_get_event (corpus, ref)->role;
      const MigRefs track = mig_corpus_get_track (corpus, role == MIG_EVENT_ROLE_MEETING ? MIG_TRACK_MEETINGS
                                                                                         : MIG_TRACK_SESSIONS, NULL);

      if (track.n > 0)
        g_array_append_vals (partners, track.refs, track.n);
    }
  else
    {
      append_by_name (corpus, mig_ref_kind (ref), partners);
    }

  for (guint i = 0; i < partners->len; i++)
    if (g_array_index (partners, MigRef, i) == ref)
      {
        g_array_remove_index (partners, i);
        break;
      }

  return partners;
}
