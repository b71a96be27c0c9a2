/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-orders.h"

#include <math.h>

/*
 * Sorts the records of a kind, by the place that they want among their siblings or in time. An order is an array of
 * indexes; every order is total, the file's own order coming last, so that the same file always reads the same.
 */

typedef struct
{
  double position; /* INFINITY where there is none */
  gint32 day;      /* first day; G_MAXINT32 where there is none */
  guint32 index;   /* makes the order total, and with that stable */
} PlaceKey;

typedef struct
{
  gint32 day;    /* first day of what the record tells of; G_MAXINT32 where there is none */
  guint32 event; /* place of the event among all events */
  guint32 part;  /* place of the speech among all speeches, from 1; 0 for the event itself */
  guint32 index;
} TimeKey;

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlaceKey *one = a;
  const PlaceKey *other = b;

  if (one->position < other->position || one->position > other->position)
    return one->position < other->position ? -1 : 1;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

static gint
compare_times (gconstpointer a,
               gconstpointer b)
{
  const TimeKey *one = a;
  const TimeKey *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->event != other->event)
    return one->event < other->event ? -1 : 1;
  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Most files tell of things in their order. */
static void
sort (void         *keys,
      guint         n,
      gsize         size,
      GCompareFunc  compare)
{
  const char *key = keys;

  for (guint i = 1; i < n; i++)
    if (compare (key + (i - 1) * size, key + i * size) > 0)
      {
        qsort (keys, n, size, compare);
        return;
      }
}

static gint32
first_day_or_last (const MigDate *date)
{
  return mig_date_is_set (date) ? mig_date_first_day (date) : G_MAXINT32;
}

static gint32
get_first_day (MigCorpusOrders *self,
               MigRef           ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    return self->event_days[mig_ref_index (ref)];
  return first_day_or_last (mig_corpus_get_date (self->corpus, ref));
}

/* Events are asked for their day from everywhere, in any order, and all of them do not fit into a processor's cache;
 * their days do. */
static gint32 *
collect_event_days (MigCorpus *corpus)
{
  guint n = mig_corpus_get_n (corpus, MIG_KIND_EVENT);
  gint32 *days = g_new (gint32, n);

  for (guint i = 0; i < n; i++)
    days[i] = first_day_or_last (mig_corpus_get_date (corpus, mig_ref (MIG_KIND_EVENT, i)));

  return days;
}

/* The indexes of a kind in the order of siblings: by position, then by date, then by place in the file. */
static guint32 *
sort_by_place (MigCorpusOrders *self,
               MigKind          kind,
               GArray          *positions)
{
  guint n = mig_corpus_get_n (self->corpus, kind);
  g_autofree PlaceKey *keys = g_new (PlaceKey, n);
  guint32 *order = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      double position = positions != NULL && i < positions->len ? g_array_index (positions, double, i) : (double) NAN;

      keys[i].position = isnan (position) ? (double) INFINITY : position;
      keys[i].day = get_first_day (self, mig_ref (kind, i));
      keys[i].index = i;
    }

  sort (keys, n, sizeof (PlaceKey), compare_places);
  for (guint i = 0; i < n; i++)
    order[i] = keys[i].index;

  return order;
}

static guint32 *
invert (const guint32 *order,
        guint          n)
{
  guint32 *places = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    places[order[i]] = i;

  return places;
}

static TimeKey
make_time_key (MigCorpusOrders *self,
               MigRef           ref,
               guint32          index)
{
  TimeKey key = { .index = index };

  if (mig_ref_kind (ref) == MIG_KIND_SPEECH)
    {
      const MigSpeech *speech = mig_corpus_get_speech (self->corpus, ref);

      key.part = self->speech_places[mig_ref_index (ref)] + 1;
      if (speech->event != MIG_REF_NONE && !mig_date_is_set (&speech->date))
        ref = speech->event;
      key.day = get_first_day (self, ref);
      ref = speech->event;
    }
  else
    key.day = get_first_day (self, ref);
  if (mig_ref_kind (ref) == MIG_KIND_EVENT)
    key.event = self->event_places[mig_ref_index (ref)];

  return key;
}

/**
 * mig_corpus_orders_sort_by_time:
 * @self: orders
 * @kind: a kind of record
 *
 * Sorts records by their date, mentions by the date of who mentions; then by the places of event and speech. Those
 * without a date come last. Different kinds may be sorted in different threads.
 *
 * Returns: (transfer none): all indexes of @kind; the same to all who ask
 */
const guint32 *
mig_corpus_orders_sort_by_time (MigCorpusOrders *self,
                                MigKind          kind)
{
  guint n = mig_corpus_get_n (self->corpus, kind);
  g_autofree TimeKey *keys = NULL;
  guint32 *order;

  if (self->by_time[kind] != NULL)
    return self->by_time[kind];

  keys = g_new (TimeKey, n);
  order = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = mig_ref (kind, i);

      if (kind == MIG_KIND_MENTION)
        ref = mig_corpus_get_mention (self->corpus, ref)->from;
      keys[i] = make_time_key (self, ref, i);
    }

  sort (keys, n, sizeof (TimeKey), compare_times);
  for (guint i = 0; i < n; i++)
    order[i] = keys[i].index;

  self->by_time[kind] = order;
  return order;
}

/**
 * mig_corpus_orders_get:
 * @self: orders
 * @kind: a kind of record
 * @i: a place, from 0
 *
 * Returns: the record of @kind at place @i in the order of siblings
 */
MigRef
mig_corpus_orders_get (MigCorpusOrders *self,
                       MigKind          kind,
                       guint            i)
{
  return mig_ref (kind, self->by_place[kind] != NULL ? self->by_place[kind][i] : i);
}

/**
 * mig_corpus_orders_init:
 * @self: (out caller-allocates): orders; mig_corpus_orders_clear() them
 * @corpus: a corpus whose records are complete
 * @positions: (array fixed-size=12): see mig_corpus_relate()
 *
 * Sorts events, speeches and topics among their siblings.
 */
void
mig_corpus_orders_init (MigCorpusOrders *self,
                        MigCorpus       *corpus,
                        GArray *const   *positions)
{
  static const MigKind kinds[] = { MIG_KIND_EVENT, MIG_KIND_SPEECH, MIG_KIND_TOPIC };

  *self = (MigCorpusOrders) { .corpus = corpus };
  self->event_days = collect_event_days (corpus);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    self->by_place[kinds[k]] = sort_by_place (self, kinds[k], positions[kinds[k]]);

  self->event_places = invert (self->by_place[MIG_KIND_EVENT], mig_corpus_get_n (corpus, MIG_KIND_EVENT));
  self->speech_places = invert (self->by_place[MIG_KIND_SPEECH], mig_corpus_get_n (corpus, MIG_KIND_SPEECH));
}

/**
 * mig_corpus_orders_clear:
 * @self: orders
 *
 * Frees what the orders hold.
 */
void
mig_corpus_orders_clear (MigCorpusOrders *self)
{
  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    {
      g_free (self->by_place[kind]);
      g_free (self->by_time[kind]);
    }
  g_free (self->event_days);
  g_free (self->event_places);
  g_free (self->speech_places);
}

