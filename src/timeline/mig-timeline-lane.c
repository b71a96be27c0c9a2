/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-lane.h"

#include "mig-item-text.h"
#include "mig-timeline-item.h"

/*
 * MigTimelineLane: the visible items of one lane, as a list for assistive technology. It draws nothing. Only what is in
 * sight has a widget; those that go out of sight are reused for those that come.
 */

/* Whatever is drawn smaller gets a target of this size. */
#define LEAST_TARGET 24.0

typedef struct
{
  GtkWidget *item;
  graphene_rect_t bounds;
  guint generation;
} Slot;

struct _MigTimelineLane
{
  GtkWidget parent_instance;

  MigLane lane;
  GHashTable *slots; /* key of a box -> Slot */
  guint generation;
};

G_DEFINE_FINAL_TYPE (MigTimelineLane, mig_timeline_lane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (MigTimelineLane *self, MigTimelineItem *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_clear_pointer (&slot->item, gtk_widget_unparent);
  g_free (slot);
}

static void
mig_timeline_lane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
mig_timeline_lane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigTimelineLane *self = MIG_TIMELINE_LANE (widget);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Slot *slot = value;
      GtkAllocation allocation = {
        .x = (int) slot->bounds.origin.x,
        .y = (int) slot->bounds.origin.y,
        .width = (int) slot->bounds.size.width,
        .height = (int) slot->bounds.size.height,
      };

      gtk_widget_size_allocate (slot->item, &allocation, -1);
    }
}

/* The lane lies over the timeline; the pointer meets its items, and between them the timeline itself. */
static gboolean
mig_timeline_lane_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
mig_timeline_lane_dispose (GObject *object)
{
  MigTimelineLane *self = MIG_TIMELINE_LANE (object);

  g_clear_pointer (&self->slots, g_hash_table_unref);
  G_OBJECT_CLASS (mig_timeline_lane_parent_class)->dispose (object);
}

static void
mig_timeline_lane_class_init (MigTimelineLaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_timeline_lane_dispose;
  widget_class->measure = mig_timeline_lane_measure;
  widget_class->size_allocate = mig_timeline_lane_size_allocate;
  widget_class->contains = mig_timeline_lane_contains;

  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", MIG_TYPE_TIMELINE_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, MIG_TYPE_TIMELINE_ITEM);

  gtk_widget_class_set_css_name (widget_class, "lane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
mig_timeline_lane_init (MigTimelineLane *self)
{
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, slot_free);
}

/**
 * mig_timeline_lane_new:
 * @lane: which lane
 *
 * Returns: (transfer floating): a lane without items
 */
GtkWidget *
mig_timeline_lane_new (MigLane lane)
{
  MigTimelineLane *self = g_object_new (MIG_TYPE_TIMELINE_LANE, NULL);

  self->lane = lane;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, mig_item_text_lane (NULL, lane),
                                  -1);
  return GTK_WIDGET (self);
}

/* A record and the aggregate that begins with it are different items. */
static gint64
box_key (const MigBox *box)
{
  gint64 key = box->ref;

  return mig_box_is_aggregate (box) ? -key - ((gint64) box->mark << 33) : key;
}

static GtkWidget *
take_spare (MigTimelineLane *self, GPtrArray *spare)
{
  GtkWidget *item;

  if (spare->len > 0)
    return g_ptr_array_steal_index (spare, spare->len - 1);
  item = mig_timeline_item_new ();
  g_signal_connect_object (item, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
  return item;
}

/* Takes the items that no box wants any more, but never the one that has the focus: that would lose it. */
static GPtrArray *
collect_spare (MigTimelineLane *self)
{
  GPtrArray *spare = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Slot *slot = value;

      if (slot->generation == self->generation)
        continue;
      if (gtk_widget_has_focus (slot->item))
        {
          slot->bounds = GRAPHENE_RECT_INIT (-100, 0, 1, 1);
          continue;
        }
      g_ptr_array_add (spare, g_steal_pointer (&slot->item));
      g_hash_table_iter_remove (&iter);
    }
  return spare;
}

typedef struct
{
  const MigBox *box;
  graphene_rect_t bounds;
} Wanted;

/* What tells of things beyond an edge of the view stands inside it, but comes before or after all that is in sight. */
static gint
get_side (const MigBox *box)
{
  if (box->mark != MIG_MARK_EDGE && box->mark != MIG_MARK_CHEVRON)
    return 0;

  return box->flags & MIG_BOX_LATER ? 1 : -1;
}

static gint
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Wanted *p = a, *q = b;
  gint between = get_side (p->box) - get_side (q->box);

  return between != 0 ? between : (p->box->x > q->box->x) - (p->box->x < q->box->x);
}

/* The lane's boxes in sight, in time. */
static GArray *
collect_wanted (MigTimelineLane *self, MigTimelinePainter *painter, const MigLayout *layout)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      Wanted one = { .box = &g_array_index (layout->boxes, MigBox, i) };

      if (one.box->lane == self->lane && mig_timeline_painter_get_bounds (painter, one.box, LEAST_TARGET, &one.bounds))
        g_array_append_val (wanted, one);
    }
  g_array_sort (wanted, compare_wanted);
  return wanted;
}

/**
 * mig_timeline_lane_sync:
 * @painter: who placed the boxes
 * @view: what is in sight
 * @layout: the boxes
 *
 * Gives each visible box of the lane its item, in the order of time, and each item its place, which it takes with the
 * next allocation.
 */
void
mig_timeline_lane_sync (MigTimelineLane *self,
                        MigTimelinePainter *painter,
                        const MigTimelineView *view,
                        const MigLayout *layout)
{
  g_autoptr (GArray) wanted = collect_wanted (self, painter, layout);
  g_autoptr (GPtrArray) spare = NULL;
  GtkWidget *previous = NULL;

  self->generation++;
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);
      gint64 key = box_key (one->box);
      Slot *slot = g_hash_table_lookup (self->slots, &key);

      if (slot != NULL)
        slot->generation = self->generation;
    }
  spare = collect_spare (self);

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);
      gint64 key = box_key (one->box);
      Slot *slot = g_hash_table_lookup (self->slots, &key);

      if (slot == NULL)
        {
          slot = g_new0 (Slot, 1);
          slot->item = take_spare (self, spare);
          g_hash_table_insert (self->slots, g_memdup2 (&key, sizeof (key)), slot);
        }
      slot->generation = self->generation;
      slot->bounds = one->bounds;
      mig_timeline_item_show (MIG_TIMELINE_ITEM (slot->item), view->corpus, layout, one->box);
      if (gtk_widget_get_prev_sibling (slot->item) != previous)
        gtk_widget_insert_after (slot->item, GTK_WIDGET (self), previous);
      previous = slot->item;
    }
  /* The lane is where it was, but its items are not. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mig_timeline_lane_find:
 * @ref: a record
 *
 * Returns: (transfer none) (nullable): its item, if it has one of its own
 */
GtkWidget *
mig_timeline_lane_find (MigTimelineLane *self, MigRef ref)
{
  gint64 key = ref;
  const Slot *slot = g_hash_table_lookup (self->slots, &key);

  return slot != NULL ? slot->item : NULL;
}
