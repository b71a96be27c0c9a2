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
 * One lane is always shown. A lane that a list does not name stands where it stands by default, after the lane that
 * comes before it there, so that a list that an older version wrote loses nothing.
 */

struct _MigLaneOrder
{
  GObject parent_instance;

  MigLane lanes[MIG_N_LANES];
  gboolean is_hidden[MIG_N_LANES]; /* by lane */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigLaneOrder, mig_lane_order, G_TYPE_OBJECT)

static const char *const ids[MIG_N_LANES] = {
  [MIG_LANE_MEETINGS] = "meetings",   [MIG_LANE_SESSIONS] = "sessions", [MIG_LANE_EVENTS] = "events",
  [MIG_LANE_DOCUMENTS] = "documents", [MIG_LANE_UNDATED] = "undated",
};

static void
set_default (MigLaneOrder *self)
{
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      self->lanes[lane] = lane;
      self->is_hidden[lane] = FALSE;
    }
}

static void
emit_changed (MigLaneOrder *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mig_lane_order_class_init (MigLaneOrderClass *klass)
{
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
  g_return_val_if_fail (position < MIG_N_LANES, MIG_LANE_MEETINGS);

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

  while (position + 1 < MIG_N_LANES && self->lanes[position] != lane)
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
  position = MIN (position, MIG_N_LANES - 1);
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
  g_return_val_if_fail (MIG_IS_LANE_ORDER (self), FALSE);

  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    if (self->lanes[lane] != lane || self->is_hidden[lane])
      return FALSE;

  return TRUE;
}

/**
 * mig_lane_order_reset:
 * @self: an order
 *
 * Shows all lanes in their default order.
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

  for (guint i = 0; i < MIG_N_LANES; i++)
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

  for (guint i = 0; i < MIG_N_LANES; i++)
    {
      const MigLane lane = self->lanes[i];
      g_autofree char *id = g_strconcat (self->is_hidden[lane] ? "-" : "", ids[lane], NULL);

      g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

static gboolean
find_lane (const char *id, MigLane *lane)
{
  for (*lane = 0; *lane < MIG_N_LANES; (*lane)++)
    if (strcmp (ids[*lane], id) == 0)
      return TRUE;

  return FALSE;
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
  MigLane lanes[MIG_N_LANES], lane;
  gboolean is_named[MIG_N_LANES] = { 0, }, is_hidden[MIG_N_LANES] = { 0, };
  guint n = 0, n_hidden = 0;

  g_return_if_fail (MIG_IS_LANE_ORDER (self));
  g_return_if_fail (list != NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const gboolean hidden = list[i][0] == '-';

      if (!find_lane (list[i] + hidden, &lane) || is_named[lane])
        continue;
      is_named[lane] = TRUE;
      is_hidden[lane] = hidden;
      n_hidden += hidden;
      lanes[n++] = lane;
    }
  for (lane = 0; lane < MIG_N_LANES; lane++)
    if (!is_named[lane])
      insert_lane (lanes, &n, lane);
  if (n_hidden == MIG_N_LANES)
    is_hidden[MIG_LANE_MEETINGS] = FALSE;

  if (memcmp (lanes, self->lanes, sizeof (lanes)) == 0 && memcmp (is_hidden, self->is_hidden, sizeof (is_hidden)) == 0)
    return;

  memcpy (self->lanes, lanes, sizeof (lanes));
  memcpy (self->is_hidden, is_hidden, sizeof (is_hidden));
  emit_changed (self);
}
