/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-private.h"

#include <string.h>

#include "mig-beside.h"
#include "mig-corpus-orders.h"

/*
 * What a corpus works out once, at its end, so that nobody has to search later:
 *
 *   records ──▶ roles, names ──▶ orders ──┬──▶ edges (owner, target) ──▶ MigCsr: relations, ranks
 *                                         └──▶ tracks ──▶ time indexes, extent
 *
 * The orders are in mig-corpus-orders.c, the tracks in mig-corpus-tracks.c. Edges are collected in the order that their
 * lists shall have, and a counting sort by owner keeps it, so that a relation costs no sort of its own.
 */

typedef struct
{
  guint32 owner; /* dense */
  MigRef target;
} Edge;

static void
add_edge (MigCorpus *self,
          GArray    *edges,
          MigRef     owner,
          MigRef     target)
{
  Edge edge;

  if (owner == MIG_REF_NONE)
    return;

  edge.owner = mig_corpus_dense (self, owner);
  edge.target = target;
  g_array_append_val (edges, edge);
}

/* Turns edges into lists, one an owner, and leaves @edges empty. */
static void
set_relation (MigCorpus  *self,
              MigRelation relation,
              GArray     *edges)
{
  MigCsr *csr = &self->relations[relation];
  guint n_records = self->bases[MIG_N_KINDS];
  const Edge *edge = (const Edge *) (void *) edges->data;

  if (edges->len == 0)
    return;

  csr->offsets = g_new0 (guint32, n_records + 1);
  csr->refs = g_new (MigRef, edges->len);

  /* Each count is kept two places ahead, so that filling the lists moves every offset to where it belongs. */
  for (guint i = 0; i < edges->len; i++)
    if (edge[i].owner + 2 <= n_records)
      csr->offsets[edge[i].owner + 2]++;
  for (guint i = 1; i <= n_records; i++)
    csr->offsets[i] += csr->offsets[i - 1];
  for (guint i = 0; i < edges->len; i++)
    csr->refs[csr->offsets[edge[i].owner + 1]++] = edge[i].target;

  g_array_set_size (edges, 0);
}

/* What a record is a sibling under. */
static MigRef
get_owner (MigCorpus *self,
           MigRef     ref)
{
  const void *record = mig_corpus_record (self, ref);

  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      return ((const MigEvent *) record)->parent;

    case MIG_KIND_SPEECH:
      return ((const MigSpeech *) record)->event;

    case MIG_KIND_TOPIC:
      return ((const MigTopic *) record)->parent;

    case MIG_KIND_ORGANIZATION:
      return ((const MigOrganization *) record)->parent;

    case MIG_KIND_AREA:
      return ((const MigArea *) record)->parent;

    case MIG_KIND_NONE:
    case MIG_KIND_PERSON:
    case MIG_KIND_DOCUMENT:
    case MIG_KIND_FIGURE:
    case MIG_KIND_MEMBERSHIP:
    case MIG_KIND_POST:
    case MIG_KIND_MENTION:
    default:
      return MIG_REF_NONE;
    }
}

/* The owners of a kind, in the order of the file: what follows asks for them in another. */
static MigRef *
collect_owners (MigCorpus *self,
                MigKind    kind)
{
  guint n = mig_corpus_get_n (self, kind);
  MigRef *owners = g_new (MigRef, n);

  for (guint i = 0; i < n; i++)
    owners[i] = get_owner (self, mig_ref (kind, i));

  return owners;
}

/* Counts off siblings; those without an owner count among themselves. */
static void
assign_ranks (MigCorpusOrders *orders,
              MigKind          kind,
              const MigRef    *owners,
              guint32         *next)
{
  MigCorpus *self = orders->corpus;

  for (guint i = 0; i < mig_corpus_get_n (self, kind); i++)
    {
      MigRef ref = mig_corpus_orders_get (orders, kind, i);
      MigRef owner = owners[mig_ref_index (ref)];
      guint counter = owner != MIG_REF_NONE ? mig_corpus_dense (self, owner) : self->bases[MIG_N_KINDS] + kind;

      ((MigRecord *) mig_corpus_record (self, ref))->position = next[counter]++;
    }
}

static void
relate_children (MigCorpusOrders *orders,
                 MigKind          kind,
                 const MigRef    *owners,
                 GArray          *edges)
{
  for (guint i = 0; i < mig_corpus_get_n (orders->corpus, kind); i++)
    {
      MigRef ref = mig_corpus_orders_get (orders, kind, i);

      add_edge (orders->corpus, edges, owners[mig_ref_index (ref)], ref);
    }
}

static void
relate_siblings (MigCorpusOrders *orders,
                 GArray          *edges)
{
  MigCorpus *self = orders->corpus;
  g_autofree guint32 *next = g_new0 (guint32, self->bases[MIG_N_KINDS] + MIG_N_KINDS);

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    {
      g_autofree MigRef *owners = collect_owners (self, kind);

      assign_ranks (orders, kind, owners, next);
      /* A speech is no child of its event; the two have a relation of their own. */
      if (kind != MIG_KIND_SPEECH)
        relate_children (orders, kind, owners, edges);
    }

  set_relation (self, MIG_RELATION_CHILDREN, edges);
}

static void
relate_speeches (MigCorpusOrders *orders,
                 GArray *edges)
{
  MigCorpus *self = orders->corpus;
  guint n = mig_corpus_get_n (self, MIG_KIND_SPEECH);
  const guint32 *in_time = mig_corpus_orders_sort_by_time (orders, MIG_KIND_SPEECH);

  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_corpus_orders_get (orders, MIG_KIND_SPEECH, i);

      add_edge (self, edges, mig_corpus_get_speech (self, ref)->event, ref);
    }
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_SPEECH, in_time[i]);
      const MigSpeech *speech = mig_corpus_get_speech (self, ref);

      add_edge (self, edges, speech->creator, ref);
      add_edge (self, edges, speech->on_behalf_of, ref);
    }

  set_relation (self, MIG_RELATION_SPEECHES, edges);
}

static void
relate_mentions (MigCorpusOrders *orders,
                 GArray *edges)
{
  MigCorpus *self = orders->corpus;
  guint n = mig_corpus_get_n (self, MIG_KIND_MENTION);
  const guint32 *in_time = mig_corpus_orders_sort_by_time (orders, MIG_KIND_MENTION);

  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_MENTION, i);

      add_edge (self, edges, mig_corpus_get_mention (self, ref)->from, ref);
    }
  set_relation (self, MIG_RELATION_MENTIONS_MADE, edges);

  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_MENTION, in_time[i]);

      add_edge (self, edges, mig_corpus_get_mention (self, ref)->to, ref);
    }
  set_relation (self, MIG_RELATION_MENTIONED_BY, edges);
}

static void
relate_memberships (MigCorpusOrders *orders,
                    GArray *edges)
{
  MigCorpus *self = orders->corpus;
  guint n = mig_corpus_get_n (self, MIG_KIND_MEMBERSHIP);
  const guint32 *in_time = mig_corpus_orders_sort_by_time (orders, MIG_KIND_MEMBERSHIP);

  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_MEMBERSHIP, in_time[i]);
      const MigMembership *membership = mig_corpus_get_membership (self, ref);

      add_edge (self, edges, membership->person, ref);
      add_edge (self, edges, membership->organization, ref);
      if (membership->on_behalf_of != membership->organization)
        add_edge (self, edges, membership->on_behalf_of, ref);
      add_edge (self, edges, membership->post, ref);
      add_edge (self, edges, membership->event, ref);
      add_edge (self, edges, membership->area, ref);
    }

  set_relation (self, MIG_RELATION_MEMBERSHIPS, edges);
}

static void
relate_products (MigCorpusOrders *orders,
                 GArray *edges)
{
  MigCorpus *self = orders->corpus;
  const guint32 *documents = mig_corpus_orders_sort_by_time (orders, MIG_KIND_DOCUMENT);
  const guint32 *events = mig_corpus_orders_sort_by_time (orders, MIG_KIND_EVENT);
  guint n;

  n = mig_corpus_get_n (self, MIG_KIND_FIGURE);
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_FIGURE, i);

      add_edge (self, edges, mig_corpus_get_figure (self, ref)->given_by, ref);
    }
  set_relation (self, MIG_RELATION_FIGURES, edges);

  n = mig_corpus_get_n (self, MIG_KIND_DOCUMENT);
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_DOCUMENT, documents[i]);

      add_edge (self, edges, mig_corpus_get_document (self, ref)->organization, ref);
    }
  set_relation (self, MIG_RELATION_DOCUMENTS, edges);

  n = mig_corpus_get_n (self, MIG_KIND_EVENT);
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (MIG_KIND_EVENT, events[i]);

      add_edge (self, edges, mig_corpus_get_event (self, ref)->organization, ref);
    }
  set_relation (self, MIG_RELATION_CONVENED, edges);
}

/* @named holds for each document the last record that named it, so that a record counts once. */
static void
add_evidence (MigCorpus *self,
              GArray    *edges,
              MigRef    *named,
              MigRange   sources,
              MigRef     ref)
{
  const MigSource *source = mig_corpus_get_sources (self, sources);

  for (guint i = 0; i < sources.n; i++)
    {
      MigRef document = source[i].document;

      if (document == MIG_REF_NONE || named[mig_ref_index (document)] == ref)
        continue;
      named[mig_ref_index (document)] = ref;
      add_edge (self, edges, document, ref);
    }
}

static void
relate_evidence (MigCorpus *self,
                 GArray    *edges)
{
  g_autofree MigRef *named = g_new0 (MigRef, mig_corpus_get_n (self, MIG_KIND_DOCUMENT));

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (self, kind); i++)
      {
        MigRef ref = mig_ref (kind, i);
        const MigRecord *record = mig_corpus_record (self, ref);
        const MigDisagreement *disagreement = mig_corpus_get_disagreements (self, record->disagreements);

        add_evidence (self, edges, named, record->sources, ref);
        for (guint d = 0; d < record->disagreements.n; d++)
          {
            const MigReading *reading = mig_corpus_get_readings (self, disagreement[d].readings);

            for (guint r = 0; r < disagreement[d].readings.n; r++)
              add_evidence (self, edges, named, reading[r].sources, ref);
          }
      }

  set_relation (self, MIG_RELATION_EVIDENCES, edges);
}

static const char *
get_classification (MigCorpus *self,
                    MigRef     event)
{
  return event != MIG_REF_NONE ? mig_corpus_get_event (self, event)->classification : "";
}

/* An event's role hangs on no more than its own classification and those of two generations above it. */
static MigEventRole
find_role (MigCorpus      *self,
           const MigEvent *event)
{
  const char *above = get_classification (self, event->parent);
  MigRef grandparent =
    event->parent != MIG_REF_NONE ? mig_corpus_get_event (self, event->parent)->parent : MIG_REF_NONE;

  if (strcmp (event->classification, "series") == 0)
    return MIG_EVENT_ROLE_SERIES;
  if (strcmp (event->classification, "meeting") == 0 || strcmp (above, "series") == 0)
    return MIG_EVENT_ROLE_MEETING;
  if (strcmp (above, "meeting") == 0 || strcmp (get_classification (self, grandparent), "series") == 0)
    return MIG_EVENT_ROLE_SESSION;
  return MIG_EVENT_ROLE_EVENT;
}

static void
assign_roles (MigCorpus *self)
{
  for (guint i = 0; i < mig_corpus_get_n (self, MIG_KIND_EVENT); i++)
    {
      MigEvent *event = mig_corpus_record (self, mig_ref (MIG_KIND_EVENT, i));

      event->role = find_role (self, event);
    }
}

static const char *
get_speaker (MigCorpus       *self,
             const MigSpeech *speech)
{
  if (speech->creator != MIG_REF_NONE)
    return mig_corpus_get_record (self, speech->creator)->name;
  return speech->attribution_text;
}

/* A speech goes by the name of its speaker: persons come before speeches among the kinds. */
static void
assign_names (MigCorpus *self)
{
  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    for (guint i = 0; i < mig_corpus_get_n (self, kind); i++)
      {
        MigRecord *record = mig_corpus_record (self, mig_ref (kind, i));

        if (kind == MIG_KIND_SPEECH && *record->name == '\0')
          record->name = get_speaker (self, (const MigSpeech *) (void *) record);
        if (*record->name == '\0')
          record->name = record->id;
        if (*record->short_name == '\0')
          record->short_name = record->name;
      }
}

/* "cited" and "raised" say no more than that something was mentioned; a translation of them could not be told apart. */
static void
mark_bare_mentions (MigCorpus *self)
{
  static const char *const bare[] = { "cited", "raised", NULL };

  for (guint i = 0; i < mig_corpus_get_n (self, MIG_KIND_MENTION); i++)
    {
      MigMention *mention = mig_corpus_record (self, mig_ref (MIG_KIND_MENTION, i));

      mention->is_bare = g_strv_contains (bare, mention->role);
    }
}

static void
number_densely (MigCorpus *self)
{
  guint32 base = 0;

  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    {
      self->bases[kind] = base;
      base += mig_corpus_get_n (self, kind);
    }
  self->bases[MIG_N_KINDS] = base;
}

/* One half of the work; the other is of other kinds, so that nothing is written by both. */
static gpointer
relate_rest (gpointer data)
{
  MigCorpusOrders *orders = data;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  relate_mentions (orders, edges);
  relate_memberships (orders, edges);
  relate_products (orders, edges);
  return NULL;
}

static void
relate_all (MigCorpusOrders *orders)
{
  GThread *rest = mig_beside_begin (relate_rest, orders);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  relate_siblings (orders, edges);
  relate_speeches (orders, edges);
  relate_evidence (orders->corpus, edges);
  mig_beside_end (rest);
}

/**
 * mig_corpus_relate:
 * @self: a corpus whose records and references are complete
 * @positions: (array fixed-size=12): for each kind the numbers that order its records among their siblings, NAN where
 *   a record has none; %NULL for a kind without any
 *
 * Works out all that follows from the records: names, roles, ranks, relations, tracks and extent.
 */
void
mig_corpus_relate (MigCorpus     *self,
                   GArray *const *positions)
{
  MigCorpusOrders orders;

  number_densely (self);
  assign_roles (self);
  assign_names (self);
  mark_bare_mentions (self);

  mig_corpus_orders_init (&orders, self, positions);
  relate_all (&orders);
  mig_corpus_set_tracks (&orders);
  mig_corpus_orders_clear (&orders);
}
