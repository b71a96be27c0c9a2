/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"
#include "mig-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The lane of documents, and the shelf for what has no date: off the axis, but in sight.
 */

#define SHELF_START 14
#define SHELF_GAP 22
#define PAGE_WIDTH 10
/* More linked documents than this would stand on each other: they join the aggregates, which then count as linked. */
#define MAX_LINKED 10

/* Documents */

static void
place_linked_document (MigLanes *self, MigRef ref, double y)
{
  const MigDate *date = mig_ref_kind (ref) == MIG_KIND_DOCUMENT ? mig_corpus_get_date (self->corpus, ref) : NULL;
  double x = date != NULL && mig_date_is_set (date) ? mig_lanes_x (self, mig_date_middle (date)) : -1;
  double width = mig_lanes_px (self, PAGE_WIDTH);
  MigBox *box;

  if (x < 0 || x > self->input->width || g_hash_table_contains (self->placed, GUINT_TO_POINTER (ref)))
    return;
  mig_lanes_keep_between_edges (self, MIG_TRACK_DOCUMENTS, width, &x, &width);
  x = mig_lanes_step_aside (self, MIG_TRACK_DOCUMENTS, MIG_LANE_DOCUMENTS, x, y, width);
  box = mig_lanes_append (self, ref, MIG_LANE_DOCUMENTS, MIG_MARK_PAGE, x, y);
  box->width = (float) width;
  box->height = (float) mig_lanes_px (self, 13);
}

/* The end of the free stretch that begins after @box in its row; before it where an edge chip covers its own mark. */
static double
free_until (MigLanes *self, const MigBox *box)
{
  double end = self->input->width;

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *other = &g_array_index (self->layout.boxes, MigBox, i);

      if (other != box && other->lane == box->lane && other->x + other->width / 2 > box->x)
        end = MIN (end, (double) (other->x - other->width / 2));
    }
  return end;
}

static void
label_documents (MigLanes *self)
{
  double gap = mig_lanes_px (self, 12);

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      MigBox *box = &g_array_index (self->layout.boxes, MigBox, i);
      const char *title;
      double at;

      if (box->lane != MIG_LANE_DOCUMENTS || box->mark != MIG_MARK_PAGE)
        continue;
      title = mig_corpus_get_record (self->corpus, box->ref)->short_name;
      at = (double) (box->x + box->width / 2) + mig_lanes_px (self, 7);
      if (at + mig_lanes_label_width (self, title, FALSE, NULL) + gap <= free_until (self, box))
        mig_lanes_set_label (self, box, title, NULL, at);
    }
}

void
mig_lanes_place_documents (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_DOCUMENTS];
  double y = (double) (band->y + band->height / 2);
  const MigTimeIndex *index = self->indexes[MIG_TRACK_DOCUMENTS];
  GArray *linked = self->links->linked_in[MIG_TRACK_DOCUMENTS].positions;

  if (!band->shown)
    return;
  place_linked_document (self, self->selected, y);
  place_linked_document (self, self->input->focused, y);
  for (guint i = 0; i < linked->len && linked->len <= MAX_LINKED; i++)
    place_linked_document (self, mig_time_index_get_ref (index, g_array_index (linked, guint, i)), y);
  if (self->level == MIG_LEVEL_DENSITY)
    {
      mig_lanes_place_density (self, MIG_TRACK_DOCUMENTS, MIG_LANE_DOCUMENTS, y,
                               (double) band->height - mig_lanes_px (self, 6));
      return;
    }
  mig_lanes_aggregate (self, MIG_TRACK_DOCUMENTS, MIG_LANE_DOCUMENTS, y);
  label_documents (self);
}

/* The shelf */

typedef struct
{
  MigRef ref;
  guint weight;
  guint order;
} Shelved;

static gint
compare_shelved (gconstpointer a, gconstpointer b)
{
  const Shelved *p = a, *q = b;

  return p->weight != q->weight ? (p->weight > q->weight ? -1 : 1) : (p->order > q->order) - (p->order < q->order);
}

/* All that has no date, once for a subset: meetings and events first, the most mentioned before others, then
 * documents. */
static GArray *
get_shelf (MigLanes *self)
{
  static const MigTrack tracks[] = { MIG_TRACK_MEETINGS, MIG_TRACK_EVENTS, MIG_TRACK_DOCUMENTS };
  g_autoptr (GArray) shelved = NULL;

  if (self->shelf != NULL)
    return self->shelf;
  shelved = g_array_new (FALSE, FALSE, sizeof (Shelved));
  for (guint t = 0; t < G_N_ELEMENTS (tracks); t++)
    {
      guint n_dated;
      MigRefs all = mig_subset_get_track (self->subset, tracks[t], &n_dated);

      for (guint i = n_dated; i < all.n; i++)
        {
          guint n = mig_corpus_get_related (self->corpus, all.refs[i], MIG_RELATION_MENTIONED_BY).n;
          Shelved one = { all.refs[i], (n + 1) * (tracks[t] == MIG_TRACK_DOCUMENTS ? 0 : 1), shelved->len };

          g_array_append_val (shelved, one);
        }
    }
  g_array_sort (shelved, compare_shelved);
  self->shelf = g_array_sized_new (FALSE, FALSE, sizeof (MigRef), shelved->len);
  for (guint i = 0; i < shelved->len; i++)
    g_array_append_val (self->shelf, g_array_index (shelved, Shelved, i).ref);
  return self->shelf;
}

static void
place_more (MigLanes *self, MigRef first, guint n, double x, double y)
{
  MigBox *box = mig_lanes_append (self, first, MIG_LANE_UNDATED, MIG_MARK_MORE, x, y);

  box->n = n;
  box->title = mig_lanes_take_text (
      /* Translators: how many more undated things there are than fit beside each other */
      self, mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s more", "%s more", n), n));
  box->title_x = (float) x;
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_LABEL);
  box->width = box->title_width;
  box->height = MIN ((float) mig_lanes_px (self, 20), self->layout.lanes[MIG_LANE_UNDATED].height);
  box->x = box->title_x + box->width / 2;
}

/* Places one thing beside those that stand; tells whether there was room for it. A name that has none even by itself
 * must not empty the shelf: its mark stands without it. */
static gboolean
place_shelved (MigLanes *self, MigRef ref, double *x, double y, gboolean last)
{
  const char *title = mig_corpus_get_record (self->corpus, ref)->short_name;
  double more = mig_lanes_measure (self, "000 000", MIG_TEXT_LABEL) + mig_lanes_px (self, SHELF_GAP * 2);
  double at = *x + mig_lanes_px (self, 16), room = self->input->width - at - (last ? 0 : more);
  double width = room < 0 ? 0 : mig_lanes_measure (self, title, MIG_TEXT_LABEL);
  MigBox *box;

  if (width > self->input->width - more - mig_lanes_px (self, SHELF_START + 16))
    {
      title = NULL;
      width = 0;
    }
  if (width > room)
    return FALSE;
  box = mig_lanes_append (self, ref, MIG_LANE_UNDATED, MIG_MARK_SHELF, *x + mig_lanes_px (self, 5), y);
  box->width = (float) mig_lanes_px (self, 11);
  box->height = box->width;
  mig_lanes_set_label (self, box, title, NULL, at);
  *x = (double) (box->title_x + box->title_width) + mig_lanes_px (self, SHELF_GAP);
  return TRUE;
}

static gboolean
is_undated (MigLanes *self, MigRef ref)
{
  return (mig_ref_kind (ref) == MIG_KIND_EVENT || mig_ref_kind (ref) == MIG_KIND_DOCUMENT) &&
         mig_subset_has (self->subset, ref) &&
         !mig_date_is_set (mig_corpus_get_date (self->corpus, ref)) &&
         (mig_ref_kind (ref) == MIG_KIND_DOCUMENT ||
          mig_corpus_get_event (self->corpus, ref)->role == MIG_EVENT_ROLE_EVENT ||
          mig_corpus_get_event (self->corpus, ref)->role == MIG_EVENT_ROLE_MEETING);
}

typedef struct
{
  double x;
  double y;
  guint n;       /* placed so far */
  gboolean full;
  MigRef next;   /* the first that found no room */
} Shelf;

static void
offer_place (MigLanes *self, Shelf *shelf, MigRef ref)
{
  if (shelf->full || g_hash_table_contains (self->placed, GUINT_TO_POINTER (ref)) || !is_undated (self, ref))
    return;
  if (place_shelved (self, ref, &shelf->x, shelf->y, shelf->n + 1 == self->shelf->len))
    shelf->n++;
  else
    {
      shelf->full = TRUE;
      shelf->next = ref;
    }
}

/* In the order in which they are given room: the selected, the focused, the linked, the others. */
void
mig_lanes_place_undated (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_UNDATED];
  Shelf shelf = { .x = mig_lanes_px (self, SHELF_START), .y = (double) (band->y + band->height / 2) };
  GArray *all;

  if (!band->shown)
    return;
  all = get_shelf (self);
  offer_place (self, &shelf, self->selected);
  offer_place (self, &shelf, self->input->focused);
  for (MigTrack track = 0; track < MIG_N_TRACKS; track++)
    {
      GArray *linked = self->links->linked_in[track].undated;

      for (guint i = 0; i < linked->len && !shelf.full; i++)
        offer_place (self, &shelf, g_array_index (linked, MigRef, i));
    }
  for (guint i = 0; i < all->len && !shelf.full; i++)
    offer_place (self, &shelf, g_array_index (all, MigRef, i));
  if (shelf.n < all->len)
    place_more (self, shelf.next, all->len - shelf.n, shelf.x, shelf.y);
}
