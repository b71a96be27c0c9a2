/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

/* Internal to the lanes: the state of one layout, shared by the files that place the single lanes. */

/* Marks nearer to each other than this share one drop line. */
#define MIG_STEM_SHARED 8

/* A stretch of a row that is taken, and a vertical line that leads down to a row: labels keep clear of both. */
typedef struct
{
  float x0;
  float x1;
  float stem; /* where a line drops to it; NAN when none does */
} MigTaken;

typedef struct
{
  float x;
  guint row;
} MigDropLine;

struct _MigLanes
{
  MigLayout layout;
  const MigLanesInput *input; /* during an update */
  double unit;                /* pixels of one pixel of the design: em by the design's 14.67 */
  double pixels_per_day;

  MigCorpus *corpus;          /* that the following belong to */
  MigRef selected;
  GArray *arcs;               /* MigArc, of the selected */
  GHashTable *linked;         /* set of MigRef: both ends of the arcs, but the selected */
  MigRef best;
  MigRef *ranked[MIG_N_TRACKS]; /* the dated of a track by number of mentions */

  GArray *rows[8];            /* MigTaken, per labelled row */
  GArray *lines;              /* MigDropLine */
  GHashTable *placed;         /* MigRef -> index of its box + 1 */
  GStringChunk *texts;        /* of one update */
};

gboolean     mig_lanes_has_titles (const MigLanesInput *input);
double       mig_lanes_px (MigLanes *self, double design_pixels);
double       mig_lanes_x (MigLanes *self, double day);
void         mig_lanes_extent (MigLanes *self, const MigDate *date, double *x0, double *x1);
double       mig_lanes_measure (MigLanes *self, const char *text, MigTextStyle style);
const char  *mig_lanes_take_text (MigLanes *self, char *text);
gboolean     mig_lanes_is_linked (MigLanes *self, MigRef ref);
guint        mig_lanes_state (MigLanes *self, MigRef ref);
guint        mig_lanes_date_flags (MigLanes *self, MigRef ref);
MigBox      *mig_lanes_append (MigLanes *self, MigRef ref, MigLane lane, MigMark mark, double x, double y);
const MigRef *mig_lanes_get_ranked (MigLanes *self, MigTrack track);
void         mig_lanes_set_label (MigLanes *self, MigBox *box, const char *title, const char *detail, double at);
double       mig_lanes_label_width (MigLanes *self, const char *title, gboolean bold, const char *detail);

const MigDate *mig_lanes_get_reference (MigLanes *self);

void         mig_lanes_place_meetings (MigLanes *self);
void         mig_lanes_place_sessions (MigLanes *self);
void         mig_lanes_place_events (MigLanes *self);
void         mig_lanes_place_documents (MigLanes *self);
void         mig_lanes_place_undated (MigLanes *self);
void         mig_lanes_place_arcs (MigLanes *self);
void         mig_lanes_get_clear (MigLanes *self, MigTrack track, double *first, double *last);
void         mig_lanes_aggregate (MigLanes *self, MigTrack track, MigLane lane, double y);

G_END_DECLS
