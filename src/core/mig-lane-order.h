/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

#define MIG_TYPE_LANE_ORDER (mig_lane_order_get_type ())
G_DECLARE_FINAL_TYPE (MigLaneOrder, mig_lane_order, MIG, LANE_ORDER, GObject)

const char   *mig_lane_get_id (MigLane lane);
gboolean      mig_lane_from_id (const char *id, MigLane *lane);

MigLaneOrder *mig_lane_order_new (void);
guint         mig_lane_order_get_n (MigLaneOrder *self);
MigLane       mig_lane_order_get_lane (MigLaneOrder *self, guint position);
guint         mig_lane_order_get_position (MigLaneOrder *self, MigLane lane);
gboolean      mig_lane_order_is_visible (MigLaneOrder *self, MigLane lane);
gboolean      mig_lane_order_can_hide (MigLaneOrder *self, MigLane lane);
void          mig_lane_order_set_visible (MigLaneOrder *self, MigLane lane, gboolean visible);
void          mig_lane_order_move (MigLaneOrder *self, MigLane lane, guint position);
gboolean      mig_lane_order_is_default (MigLaneOrder *self);
void          mig_lane_order_reset (MigLaneOrder *self);
guint         mig_lane_order_get_visible (MigLaneOrder *self, MigLane lanes[MIG_N_LANES]);
const char   *mig_lane_order_get_followed (MigLaneOrder *self, MigLane lane);
gboolean      mig_lane_order_find_followed (MigLaneOrder *self, const char *address, MigLane *lane);
gboolean      mig_lane_order_follow (MigLaneOrder *self, const char *address);
void          mig_lane_order_unfollow (MigLaneOrder *self, MigLane lane);
char        **mig_lane_order_to_strv (MigLaneOrder *self);
void          mig_lane_order_set_strv (MigLaneOrder *self, const char *const *list);

G_END_DECLS
