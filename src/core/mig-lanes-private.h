/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"
#include "mig-time-index.h"

G_BEGIN_DECLS

/* Internal to the lanes: the state of one layout, shared by the files that place the single lanes. */

/* The tracks of the corpus, and one for each lane on demand. */
#define MIG_N_SLOTS (MIG_N_TRACKS + MIG_MAX_FOLLOWED)

/* What lies between two trays, and between a tray and what stands beside it. */
#define MIG_TRAY_GAP 6

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

/* The words beside an event that is not linked, and how wide they are: kept, since formatting a date costs more than
 * all else that is done for an event. */
typedef struct
{
  char *detail; /* NULL when only its title is shown */
  double width; /* of both */
} MigLabel;

/* A number as it is written, and how wide that is. */
typedef struct
{
  char *text;
  double width;
} MigCount;

/* Of each bucket this many events are offered a label. */
#define MIG_HEAVIEST_PER_BUCKET 6

/* The positions of the most mentioned events in a bucket. */
typedef struct
{
  gint64 number;
  guint n;
  guint positions[MIG_HEAVIEST_PER_BUCKET];
} MigHeaviest;

/* A stretch of positions in a track's index that have a place of their own. */
typedef struct
{
  guint first;
  guint past;
} MigStretch;

/* What would have a place of its own, were it not beyond an edge of the view, or under the chip there. */
typedef struct
{
  guint n;
  guint nearest; /* the position of one of them */
} MigAside;

/* What the selection is joined to, by where it stands in time. */
typedef struct
{
  GArray *positions;  /* guint, in the index of the track, in time */
  GArray *undated;    /* MigRef */
} MigLinked;

/* All that a layout needs to know of what a selection is joined to. */
struct _MigLinks
{
  MigSubset *subset;
  MigRef selected;
  GArray *arcs;               /* MigArc, of the selected */
  GHashTable *linked;         /* set of MigRef: both ends of the arcs, but the selected */
  MigLinked linked_in[MIG_N_TRACKS];
  MigRef best;                /* the best connected of the linked */
  guint n_best_speakers;      /* who mention it */
  guint n_selected_speakers;  /* who mention the selected */
  guint n_selected_sessions;
};

struct _MigLanes
{
  MigLayout layout;
  const MigLanesInput *input; /* during an update */
  MigLevel level;
  double unit;                /* pixels of one pixel of the design: em by the design's 14.67 */
  double pixels_per_day;

  MigSubset *subset;          /* that the following belong to */
  MigCorpus *corpus;          /* of the subset */
  MigFollowing *following;
  const MigTimeIndex *indexes[MIG_N_SLOTS]; /* NULL for a lane that follows nothing */
  GArray *shelf;              /* MigRef: the undated, the most mentioned first */
  MigRef selected;
  MigLinks *links;            /* of the selected */
  gboolean wants_links;       /* whether they are still to come */

  GArray *rows[8];            /* MigTaken, per labelled row */
  GArray *lines;              /* MigDropLine */
  GArray *stretches[MIG_N_SLOTS]; /* MigStretch: what stands on its own */
  MigAside aside[MIG_N_SLOTS][2]; /* beyond the earlier edge, and the later */
  GHashTable *placed;         /* MigRef -> index of its box + 1 */
  GStringChunk *texts;        /* of one update */

  /* What one update leaves to the next, see mig-lanes-kept.c */
  GHashTable *labels;         /* MigRef -> MigLabel, for the font and level of the last update */
  gboolean labels_have_details;
  GHashTable *counts;         /* guint -> MigCount, for the font of the last update */
  double kept_em;
  GHashTable *heaviest;       /* set of MigHeaviest, of buckets of this level */
  guint heaviest_level;
};

/* What lies in one bucket of time and has no place of its own yet. */
typedef struct
{
  gint64 number;  /* buckets are counted from Julian day 0 */
  guint first;    /* positions that fall into it */
  guint past;
  guint n;        /* how many of them are loose */
  guint lowest;   /* the first loose position, if any */
  guint highest;  /* the last */
} MigBucket;

MigTrack     mig_lanes_get_track (MigLane lane);
double       mig_lanes_get_row_height (MigLanes *self);
double       mig_lanes_get_aggregates_middle (MigLanes *self);
double       mig_lanes_px (MigLanes *self, double design_pixels);
MigLane      mig_lanes_get_origins (MigLanes *self);
double       mig_lanes_x (MigLanes *self, double day);
gboolean     mig_lanes_shorten_open (MigLanes *self, guint flags, double *x, double *x0, double *x1);
void         mig_lanes_extent (MigLanes *self, const MigDate *date, double *x0, double *x1);
double       mig_lanes_measure (MigLanes *self, const char *text, MigTextStyle style);
const char  *mig_lanes_take_text (MigLanes *self, char *text);
gboolean     mig_lanes_is_linked (MigLanes *self, MigRef ref);
guint        mig_lanes_date_flags (MigLanes *self, MigRef ref);
MigBox      *mig_lanes_append (MigLanes *self, MigRef ref, MigLane lane, MigMark mark, double x, double y);
void         mig_lanes_set_label (MigLanes *self, MigBox *box, const char *title, const char *detail, double at);
double       mig_lanes_label_width (MigLanes *self, const char *title, gboolean bold, const char *detail);

const MigDate *mig_lanes_get_reference (MigLanes *self);

void         mig_lanes_place_meetings (MigLanes *self);
const char  *mig_lanes_get_pill_text (MigLanes *self, MigRef meeting);
double       mig_lanes_get_pill_least (MigLanes *self, MigRef meeting);
double       mig_lanes_get_pill_room (MigLanes *self, MigRef meeting);
void         mig_lanes_place_sessions (MigLanes *self);
guint        mig_lanes_count_sessions (MigLanes *self, guint first, guint past);
MigRefs      mig_lanes_get_sessions (MigLanes *self, MigRef meeting);
void         mig_lanes_place_wanted_trays (MigLanes *self);
gboolean     mig_lanes_place_other_tray (MigLanes *self, MigRef meeting);
void         mig_lanes_place_events (MigLanes *self);
void         mig_lanes_place_documents (MigLanes *self);
void         mig_lanes_place_undated (MigLanes *self);
void         mig_lanes_place_followed (MigLanes *self, MigLane lane);
const char  *mig_lanes_get_speech_text (MigLanes *self, MigRef speech);
void         mig_lanes_place_arcs (MigLanes *self);
void         mig_lanes_init_kept (MigLanes *self);
void         mig_lanes_clear_kept (MigLanes *self);
void         mig_lanes_forget_kept (MigLanes *self, gboolean corpus_too);
void         mig_lanes_prepare_kept (MigLanes *self);
const MigLabel *mig_lanes_get_label (MigLanes *self, MigRef event);
const MigCount *mig_lanes_get_count (MigLanes *self, guint n);
const MigHeaviest *mig_lanes_get_heaviest (MigLanes *self, guint level, gint64 number, guint first, guint past);
void         mig_lanes_link_selection (MigLanes *self, MigRef selected);
guint        mig_lanes_find_linked (MigLanes *self, MigTrack track, guint position);
gboolean     mig_lanes_has_linked (MigLanes *self, MigTrack track, guint first, guint past);
double       mig_lanes_day (MigLanes *self, double x);
guint        mig_lanes_take_stretch (MigLanes *self, MigTrack track, guint first, guint past);
void         mig_lanes_set_aside (MigLanes *self, MigTrack track, guint position);
guint        mig_lanes_count_loose (MigLanes *self, MigTrack track, guint first, guint past);
gboolean     mig_lanes_find_loose (MigLanes *self, MigTrack track, guint first, guint past, guint *lowest,
                                   guint *highest);
guint        mig_lanes_get_bucket_level (MigLanes *self, MigTrack track);
GArray      *mig_lanes_collect_buckets (MigLanes *self, MigTrack track, double margin);
double       mig_lanes_get_edge_room (MigLanes *self, MigTrack track);
void         mig_lanes_get_clear (MigLanes *self, MigTrack track, MigLane lane, double y, double *first, double *last);
void         mig_lanes_keep_between_edges (MigLanes *self, MigTrack track, double least, double *x, double *width);
double       mig_lanes_get_inset (MigLanes *self, MigTrack track, MigLane lane, double y, gboolean later);
double       mig_lanes_step_aside (MigLanes *self, MigTrack track, MigLane lane, double x, double y,
                                   double width);
double       mig_lanes_get_chip_width (MigLanes *self, guint n);
void         mig_lanes_init_count (MigLanes *self, MigBox *box, guint n);
void         mig_lanes_place_edges (MigLanes *self, MigTrack track, MigLane lane, double y, guint from, guint to);
void         mig_lanes_place_density (MigLanes *self, MigTrack track, MigLane lane, double y, double height);
void         mig_lanes_aggregate (MigLanes *self, MigTrack track, MigLane lane, double y);

G_END_DECLS
