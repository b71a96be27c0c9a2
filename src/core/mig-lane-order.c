/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lane-order.h"

#include <string.h>

/*
 * In which order the timeline's lanes stand, and which of them are shown.
 *
 *   menu of lanes ──▶ move, set_visible ──▶ "changed" ──▶ timeline
 *   settings ◀──▶ a list of ids, each hidden one with a minus before it: ["events", "meetings", "-sessions"]
 *
 * Beside the lanes that every timeline has there may be some on demand. Each follows a record and has its address for
 * an id, so that it waits while another corpus is open.
 *
 * One lane is always shown. A lane that a list does not name stands where it stands by default, after the lane that
 * comes before it there, so that a list that an older version wrote loses nothing.
 */

struct _MigLaneOrder
{
  GObject parent_instance;

  MigLane lanes[MIG_N_LANES];
  guint n_lanes;
  char *followed[MIG_MAX_FOLLOWED]; /* addresses; NULL for lanes that are not there */
  gboolean is_hidden[MIG_N_LANES]; /* by lane */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigLaneOrder, mig_lane_order, G_TYPE_OBJECT)

static const char *const ids[MIG_N_STANDING_LANES] = {
  [MIG_LANE_MEETINGS] = "meetings",   [MIG_LANE_SESSIONS] = "sessions", [MIG_LANE_EVENTS] = "events",
  [MIG_LANE_DOCUMENTS] = "documents", [MIG_LANE_UNDATED] = "undated",
};

/**
 * mig_lane_get_id:
 * @lane: a lane that every timeline has
 *
 * Returns: (transfer none): its name in settings and files
 */
const char *
mig_lane_get_id (MigLane lane)
{
  g_return_val_if_fail (lane < MIG_N_STANDING_LANES, NULL);

  return ids[lane];
}

/**
 * mig_lane_from_id:
 * @id: a lane's name in settings and files
 * @lane: (out): the lane
 *
 * Returns: whether there is one of that name
 */
gboolean
mig_lane_from_id (const char *id, MigLane *lane)
{
  for (*lane = 0; *lane < MIG_N_STANDING_LANES; (*lane)++)
    if (strcmp (ids[*lane], id) == 0)
      return TRUE;

  return FALSE;
}

static const char *
get_id (MigLaneOrder *self, MigLane lane)
{
  return lane < MIG_LANE_FOLLOWED ? ids[lane] : self->followed[lane - MIG_LANE_FOLLOWED];
}

/* Lanes on demand stand under the sessions. */
static guint
get_default (MigLaneOrder *self, MigLane lanes[MIG_N_LANES])
{
  guint n = 0;

  for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    {
      lanes[n++] = lane;
      for (MigLane other = MIG_LANE_FOLLOWED; lane == MIG_LANE_SESSIONS && other < MIG_N_LANES; other++)
        if (get_id (self, other) != NULL)
          lanes[n++] = other;
    }

  return n;
}

static void
set_default (MigLaneOrder *self)
{
  self->n_lanes = get_default (self, self->lanes);
  memset (self->is_hidden, 0, sizeof (self->is_hidden));
}

static void
emit_changed (MigLaneOrder *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mig_lane_order_finalize (GObject *object)
{
  MigLaneOrder *self = MIG_LANE_ORDER (object);

  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    g_free (self->followed[i]);

  G_OBJECT_CLASS (mig_lane_order_parent_class)->finalize (object);
}

static void
mig_lane_order_class_init (MigLaneOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_lane_order_finalize;

  /**
   * MigLaneOrder::changed:
   *
   * The lanes stand in another order, or others are shown.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MIG_TYPE_LANE_ORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mig_lane_order_init (MigLaneOrder *self)
{
  set_default (self);
}

/**
 * mig_lane_order_new:
 *
 * Returns: (transfer full): all lanes in their default order
 */
MigLaneOrder *
mig_lane_order_new (void)
{
  return g_object_new (MIG_TYPE_LANE_ORDER, NULL);
}

/**
 * mig_lane_order_get_n:
 * @self: an order
 *
 * Returns: how many lanes there are, hidden ones counted
 */
guint
mig_lane_order_get_n (MigLaneOrder *self)
{
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), 0);

  return self->n_lanes;
}

/**
 * mig_lane_order_get_lane:
 * @self: an order
 * @position: from 0, hidden lanes counted
 *
 * Returns: the lane that stands there
 */
MigLane
mig_lane_order_get_lane (MigLaneOrder *self, guint position)
{
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), MIG_LANE_MEETINGS);
  g_return_val_if_fail (position < self->n_lanes, MIG_LANE_MEETINGS);

  return self->lanes[position];
}

/**
 * mig_lane_order_get_position:
 * @self: an order
 * @lane: a lane
 *
 * Returns: where it stands, hidden lanes counted
 */
guint
mig_lane_order_get_position (MigLaneOrder *self, MigLane lane)
{
  guint position = 0;

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), 0);

  while (position + 1 < self->n_lanes && self->lanes[position] != lane)
    position++;

  return position;
}

/**
 * mig_lane_order_is_visible:
 * @self: an order
 * @lane: a lane
 *
 * Returns: whether it is shown
 */
gboolean
mig_lane_order_is_visible (MigLaneOrder *self, MigLane lane)
{
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);
  g_return_val_if_fail (lane < MIG_N_LANES, FALSE);

  return !self->is_hidden[lane];
}

/**
 * mig_lane_order_can_hide:
 * @self: an order
 * @lane: a lane
 *
 * Returns: whether it is shown, and is not the only one
 */
gboolean
mig_lane_order_can_hide (MigLaneOrder *self, MigLane lane)
{
  MigLane visible[MIG_N_LANES];

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);

  return mig_lane_order_is_visible (self, lane) && mig_lane_order_get_visible (self, visible) > 1;
}

/**
 * mig_lane_order_set_visible:
 * @self: an order
 * @lane: a lane
 * @visible: whether to show it
 *
 * Shows or hides a lane; the last one that is shown stays.
 */
void
mig_lane_order_set_visible (MigLaneOrder *self, MigLane lane, gboolean visible)
{
  g_return_if_fail (MIG_IS_LANE_ORDER (self));
  g_return_if_fail (lane < MIG_N_LANES);

  if (visible == mig_lane_order_is_visible (self, lane) || (!visible && !mig_lane_order_can_hide (self, lane)))
    return;

  self->is_hidden[lane] = !visible;
  emit_changed (self);
}

/**
 * mig_lane_order_move:
 * @self: an order
 * @lane: a lane
 * @position: where it is to stand; past the end is the end
 *
 * Moves a lane; the others keep their order.
 */
void
mig_lane_order_move (MigLaneOrder *self, MigLane lane, guint position)
{
  guint from;

  g_return_if_fail (MIG_IS_LANE_ORDER (self));
  g_return_if_fail (lane < MIG_N_LANES);

  from = mig_lane_order_get_position (self, lane);
  position = MIN (position, self->n_lanes - 1);
  if (position == from)
    return;

  if (position > from)
    memmove (self->lanes + from, self->lanes + from + 1, (position - from) * sizeof (MigLane));
  else
    memmove (self->lanes + position + 1, self->lanes + position, (from - position) * sizeof (MigLane));
  self->lanes[position] = lane;
  emit_changed (self);
}

/**
 * mig_lane_order_is_default:
 * @self: an order
 *
 * Returns: whether mig_lane_order_reset() would change nothing
 */
gboolean
mig_lane_order_is_default (MigLaneOrder *self)
{
  MigLane lanes[MIG_N_LANES];

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);

  get_default (self, lanes);
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i] != lanes[i] || self->is_hidden[lanes[i]])
      return FALSE;

  return TRUE;
}

/**
 * mig_lane_order_reset:
 * @self: an order
 *
 * Shows all lanes in their default order; those on demand stay.
 */
void
mig_lane_order_reset (MigLaneOrder *self)
{
  g_return_if_fail (MIG_IS_LANE_ORDER (self));

  if (mig_lane_order_is_default (self))
    return;

  set_default (self);
  emit_changed (self);
}

/**
 * mig_lane_order_get_visible:
 * @self: an order
 * @lanes: (out caller-allocates): the lanes to show, in their order
 *
 * Returns: how many they are, at least 1
 */
guint
mig_lane_order_get_visible (MigLaneOrder *self, MigLane lanes[MIG_N_LANES])
{
  guint n = 0;

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), 0);

  for (guint i = 0; i < self->n_lanes; i++)
    if (!self->is_hidden[self->lanes[i]])
      lanes[n++] = self->lanes[i];

  return n;
}

/**
 * mig_lane_order_to_strv:
 * @self: an order
 *
 * Returns: (transfer full): the order as it is kept in the settings
 */
char **
mig_lane_order_to_strv (MigLaneOrder *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), NULL);

  for (guint i = 0; i < self->n_lanes; i++)
    {
      const MigLane lane = self->lanes[i];
      g_autofree char *id = g_strconcat (self->is_hidden[lane] ? "-" : "", get_id (self, lane), NULL);

      g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/**
 * mig_lane_order_get_followed:
 * @self: an order
 * @lane: a lane
 *
 * Returns: (transfer none) (nullable): the address of the record that the lane follows; %NULL if it follows none
 */
const char *
mig_lane_order_get_followed (MigLaneOrder *self, MigLane lane)
{
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), NULL);

  return lane >= MIG_LANE_FOLLOWED && lane < MIG_N_LANES ? get_id (self, lane) : NULL;
}

/**
 * mig_lane_order_find_followed:
 * @self: an order
 * @address: the address of a record
 * @lane: (out) (optional): the lane that follows it
 *
 * Returns: whether there is one
 */
gboolean
mig_lane_order_find_followed (MigLaneOrder *self, const char *address, MigLane *lane)
{
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);

  for (MigLane other = MIG_LANE_FOLLOWED; other < MIG_N_LANES; other++)
    {
      if (g_strcmp0 (get_id (self, other), address) != 0)
        continue;
      if (lane != NULL)
        *lane = other;
      return TRUE;
    }
  return FALSE;
}

/* Makes a lane for an address, or finds the one that it has. */
static gboolean
add_followed (MigLaneOrder *self, const char *address, MigLane *lane)
{
  if (mig_lane_order_find_followed (self, address, lane))
    return TRUE;
  if (!mig_lane_order_find_followed (self, NULL, lane))
    return FALSE;
  self->followed[*lane - MIG_LANE_FOLLOWED] = g_strdup (address);
  self->is_hidden[*lane] = FALSE;
  return TRUE;
}

/**
 * mig_lane_order_follow:
 * @self: an order
 * @address: the address of a record
 *
 * Adds a lane that follows a record, under the sessions and the lanes that were added before; one that there is already
 * is shown.
 *
 * Returns: whether there is one now; %FALSE if there are %MIG_MAX_FOLLOWED others
 */
gboolean
mig_lane_order_follow (MigLaneOrder *self, const char *address)
{
  guint at = 0;
  MigLane lane;

  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  if (mig_lane_order_find_followed (self, address, &lane))
    {
      mig_lane_order_set_visible (self, lane, TRUE);
      return TRUE;
    }
  if (!add_followed (self, address, &lane))
    return FALSE;
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i] == MIG_LANE_SESSIONS || self->lanes[i] >= MIG_LANE_FOLLOWED)
      at = i + 1;
  memmove (self->lanes + at + 1, self->lanes + at, (self->n_lanes - at) * sizeof (MigLane));
  self->lanes[at] = lane;
  self->n_lanes++;
  emit_changed (self);
  return TRUE;
}

/**
 * mig_lane_order_unfollow:
 * @self: an order
 * @lane: a lane that follows a record
 *
 * Takes the lane away. Where it was the only one that is shown, the meetings are shown again.
 */
void
mig_lane_order_unfollow (MigLaneOrder *self, MigLane lane)
{
  MigLane visible[MIG_N_LANES];
  guint at;

  g_return_if_fail (MIG_IS_LANE_ORDER (self));
  g_return_if_fail (mig_lane_order_get_followed (self, lane) != NULL);

  at = mig_lane_order_get_position (self, lane);
  memmove (self->lanes + at, self->lanes + at + 1, (self->n_lanes - at - 1) * sizeof (MigLane));
  self->n_lanes--;
  self->is_hidden[lane] = FALSE;
  g_clear_pointer (&self->followed[lane - MIG_LANE_FOLLOWED], g_free);
  if (mig_lane_order_get_visible (self, visible) == 0)
    self->is_hidden[MIG_LANE_MEETINGS] = FALSE;
  emit_changed (self);
}

/* An id, or the address of a record that a lane follows; a lane for that is made. */
static gboolean
find_lane (MigLaneOrder *self, const char *id, MigLane *lane)
{
  return mig_lane_from_id (id, lane) || (strchr (id, ':') != NULL && add_followed (self, id, lane));
}

/* Puts a lane that was not named after the one that precedes it by default. */
static void
insert_lane (MigLane *lanes, guint *n, MigLane lane)
{
  guint at = 0;

  for (guint i = 0; lane > 0 && i < *n; i++)
    if (lanes[i] == lane - 1)
      at = i + 1;
  memmove (lanes + at + 1, lanes + at, (*n - at) * sizeof (MigLane));
  lanes[at] = lane;
  (*n)++;
}

/**
 * mig_lane_order_set_strv:
 * @self: an order
 * @list: (array zero-terminated=1): what mig_lane_order_to_strv() gave, or what somebody wrote in its place
 *
 * Takes an order from the settings. What is no lane, or is named twice, is passed over.
 */
void
mig_lane_order_set_strv (MigLaneOrder *self, const char *const *list)
{
  g_auto (GStrv) before = NULL, now = NULL;
  gboolean is_named[MIG_N_LANES] = { 0, };
  guint n_hidden = 0;
  MigLane lane;

  g_return_if_fail (MIG_IS_LANE_ORDER (self));
  g_return_if_fail (list != NULL);

  before = mig_lane_order_to_strv (self);
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    g_clear_pointer (&self->followed[i], g_free);
  memset (self->is_hidden, 0, sizeof (self->is_hidden));
  self->n_lanes = 0;
  for (guint i = 0; list[i] != NULL; i++)
    {
      const gboolean hidden = list[i][0] == '-';

      if (!find_lane (self, list[i] + hidden, &lane) || is_named[lane])
        continue;
      is_named[lane] = TRUE;
      self->is_hidden[lane] = hidden;
      n_hidden += hidden;
      self->lanes[self->n_lanes++] = lane;
    }
  for (lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    if (!is_named[lane])
      insert_lane (self->lanes, &self->n_lanes, lane);
  if (n_hidden == self->n_lanes)
    self->is_hidden[MIG_LANE_MEETINGS] = FALSE;

  now = mig_lane_order_to_strv (self);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) now))
    emit_changed (self);
}
