/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The lane of documents, the shelf for what has no date, and the arcs, which come last because they join what stands.
 */

#define SHELF_START 14
#define SHELF_GAP 22
#define TRUNK_FROM 6
/* More linked documents than this would stand on each other: they join the aggregates, which then count as linked. */
#define MAX_LINKED 10

/* Documents */

static void
place_linked_document (MigLanes *self, MigRef ref, double y)
{
  double x = mig_lanes_x (self, mig_date_middle (mig_corpus_get_date (self->corpus, ref)));
  MigBox *box;

  if (x < 0 || x > self->input->width)
    return;
  box = mig_lanes_append (self, ref, MIG_LANE_DOCUMENTS, MIG_MARK_PAGE, x, y);
  box->width = (float) mig_lanes_px (self, 10);
  box->height = (float) mig_lanes_px (self, 13);
}

/* The end of the free stretch that begins after @box in its row. */
static double
free_until (MigLanes *self, const MigBox *box)
{
  double end = self->input->width;

  for (guint i = 0; i < self->layout.boxes->len; i++)
    {
      const MigBox *other = &g_array_index (self->layout.boxes, MigBox, i);

      if (other != box && other->lane == box->lane && other->x >= box->x)
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
  guint n, n_linked = 0;
  MigRefs all = mig_corpus_get_track (self->corpus, MIG_TRACK_DOCUMENTS, &n);

  if (!band->shown)
    return;
  for (guint i = 0; i < n; i++)
    n_linked += mig_lanes_is_linked (self, all.refs[i]);
  for (guint i = 0; i < n; i++)
    {
      if (all.refs[i] == self->selected || all.refs[i] == self->input->focused ||
          (mig_lanes_is_linked (self, all.refs[i]) && n_linked <= MAX_LINKED))
        place_linked_document (self, all.refs[i], y);
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

static void
place_more (MigLanes *self, MigRef first, guint n, double x, double y)
{
  MigBox *box = mig_lanes_append (self, first, MIG_LANE_UNDATED, MIG_MARK_MORE, x, y);

  box->n = n;
  box->title = mig_lanes_take_text (
      /* Translators: how many more undated things there are than fit beside each other */
      self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n));
  box->title_x = (float) x;
  box->title_width = (float) mig_lanes_measure (self, box->title, MIG_TEXT_LABEL);
  box->width = box->title_width;
  box->height = (float) mig_lanes_px (self, 20);
  box->x = box->title_x + box->width / 2;
}

void
mig_lanes_place_undated (MigLanes *self)
{
  const MigLaneBand *band = &self->layout.lanes[MIG_LANE_UNDATED];
  double x = mig_lanes_px (self, SHELF_START), y = (double) (band->y + band->height / 2);
  double more = mig_lanes_measure (self, "000 000", MIG_TEXT_LABEL) + mig_lanes_px (self, SHELF_GAP * 2);
  guint n_dated, n;
  MigRefs all = mig_corpus_get_track (self->corpus, MIG_TRACK_EVENTS, &n_dated);
  g_autofree Shelved *shelved = NULL;

  n = all.n - n_dated;
  if (!band->shown)
    return;
  shelved = g_new (Shelved, n);
  for (guint i = 0; i < n; i++)
    {
      MigRef ref = all.refs[n_dated + i];
      guint mentions = mig_corpus_get_related (self->corpus, ref, MIG_RELATION_MENTIONED_BY).n;

      shelved[i].ref = ref;
      shelved[i].order = i;
      shelved[i].weight = mentions + (mig_lanes_is_linked (self, ref) ? 1u << 20 : 0) +
                          (ref == self->selected ? 1u << 21 : 0);
    }
  qsort (shelved, n, sizeof (Shelved), compare_shelved);

  for (guint i = 0; i < n; i++)
    {
      const char *title = mig_corpus_get_record (self->corpus, shelved[i].ref)->short_name;
      double at = x + mig_lanes_px (self, 16);
      double end = at + mig_lanes_measure (self, title, MIG_TEXT_LABEL);
      MigBox *box;

      if (end + (i + 1 < n ? more : 0) > self->input->width)
        {
          place_more (self, shelved[i].ref, n - i, x, y);
          return;
        }
      box = mig_lanes_append (self, shelved[i].ref, MIG_LANE_UNDATED, MIG_MARK_SHELF, x + mig_lanes_px (self, 5), y);
      box->width = (float) mig_lanes_px (self, 11);
      box->height = box->width;
      mig_lanes_set_label (self, box, title, NULL, at);
      x = (double) (box->title_x + box->title_width) + mig_lanes_px (self, SHELF_GAP);
    }
}

/* Arcs */

static gboolean
box_of (MigLanes *self, MigRef ref, guint *index)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->placed, GUINT_TO_POINTER (ref)));

  *index = at - 1;
  return at != 0;
}

static gboolean
has_arc (MigLanes *self, guint from, guint to)
{
  for (guint i = 0; i < self->layout.arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (self->layout.arcs, MigPlacedArc, i);

      if (arc->from == from && arc->to == to)
        return TRUE;
    }
  return FALSE;
}

/* Many arcs into one thing join in a trunk that carries their sum. */
static void
join_trunk (MigLanes *self)
{
  MigTrunk *trunk = &self->layout.trunk;
  g_autofree char *sessions = NULL, *speakers = NULL;
  guint n = 0;

  if (!box_of (self, self->selected, &trunk->to))
    return;
  for (guint i = 0; i < self->layout.arcs->len; i++)
    n += g_array_index (self->layout.arcs, MigPlacedArc, i).to == trunk->to;
  if (n < TRUNK_FROM)
    return;

  trunk->n_speakers = mig_arcs_count_speakers (self->corpus, self->selected, &trunk->n_sessions);
  sessions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", trunk->n_sessions),
                              trunk->n_sessions);
  speakers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u speaker", "%u speakers", trunk->n_speakers),
                              trunk->n_speakers);
  /* Translators: on the arcs that lead to an event: who raised it, as in "6 sessions, 13 speakers" */
  trunk->text = g_strdup_printf (C_("timeline", "%1$s, %2$s"), sessions, speakers);
}

void
mig_lanes_place_arcs (MigLanes *self)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const MigArc *arc = &g_array_index (self->arcs, MigArc, i);
      MigPlacedArc placed = { 0 };
      const MigBox *from, *to;

      if (!box_of (self, arc->origin, &placed.from) || !box_of (self, arc->target, &placed.to) ||
          placed.from == placed.to || has_arc (self, placed.from, placed.to))
        continue;
      to = &g_array_index (self->layout.boxes, MigBox, placed.to);
      from = &g_array_index (self->layout.boxes, MigBox, placed.from);
      if (to->mark == MIG_MARK_SHELF || to->mark == MIG_MARK_THROUGHOUT || from->mark == MIG_MARK_SHELF ||
          from->mark == MIG_MARK_THROUGHOUT)
        continue;
      placed.document = to->lane == MIG_LANE_DOCUMENTS;
      placed.bold = (to->flags & (MIG_BOX_BEST | MIG_BOX_SELECTED)) != 0;
      g_array_append_val (self->layout.arcs, placed);
    }
  join_trunk (self);
}
