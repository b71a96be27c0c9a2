/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-arcs.h"
#include "mig-subset.h"
#include "mig-text-style.h"

G_BEGIN_DECLS

/* Pixels per day from which sessions carry titles, from which bars are as high as their text, and from which a tray
 * lies inside its meeting's days. */
#define MIG_SCALE_TITLES 3.0
#define MIG_SCALE_BARS 12.0
#define MIG_SCALE_TRUE_DAYS 220.0
/* Pixels per year from which things are told apart, and from which meetings have their days beside them. */
#define MIG_SCALE_ORDINALS 12.0
#define MIG_SCALE_DATES 110.0

/**
 * MigLevel:
 * @MIG_LEVEL_AUTO: what the scale calls for
 * @MIG_LEVEL_DENSITY: decades, with columns that tell how much falls into each part of them
 * @MIG_LEVEL_ORDINALS: meetings by their ordinals
 * @MIG_LEVEL_DATES: meetings with their days
 * @MIG_LEVEL_TITLES: sessions with their titles
 * @MIG_LEVEL_BARS: true days, and labels inside bars
 * @MIG_LEVEL_TRUE_DAYS: trays inside their meeting's days
 *
 * What a scale shows, from far to near.
 */
typedef enum
{
  MIG_LEVEL_AUTO,
  MIG_LEVEL_DENSITY,
  MIG_LEVEL_ORDINALS,
  MIG_LEVEL_DATES,
  MIG_LEVEL_TITLES,
  MIG_LEVEL_BARS,
  MIG_LEVEL_TRUE_DAYS,
} MigLevel;

typedef enum
{
  MIG_LANE_MEETINGS,
  MIG_LANE_SESSIONS,
  MIG_LANE_EVENTS,
  MIG_LANE_DOCUMENTS,
  MIG_LANE_UNDATED,
  MIG_LANE_FOLLOWED,
} MigLane;

/* The lanes that every timeline has. From MIG_LANE_FOLLOWED on come those on demand, each of which follows a record. */
#define MIG_N_STANDING_LANES 5
#define MIG_MAX_FOLLOWED 4
#define MIG_N_LANES 9

typedef struct _MigFollowing MigFollowing;

/**
 * MigMark:
 * @MIG_MARK_PILL: a meeting
 * @MIG_MARK_CELL: a session in its meeting's tray
 * @MIG_MARK_DIAMOND: an event whose days are known, too short to be seen as a span
 * @MIG_MARK_SPAN: an event as a bar over all that its date claims
 * @MIG_MARK_PAGE: a document
 * @MIG_MARK_SPEECH: an intervention, in a lane that follows a record
 * @MIG_MARK_SHELF: an undated thing on the shelf under the lanes
 * @MIG_MARK_CHIP: several things too near each other to be told apart
 * @MIG_MARK_DENSITY: all that falls into a decade or a longer period, as columns
 * @MIG_MARK_EDGE: how many lie beyond the edge of the view
 * @MIG_MARK_THROUGHOUT: one or several things whose dates claim more than the whole view
 * @MIG_MARK_CHEVRON: a linked thing that lies beyond the edge, named
 * @MIG_MARK_MORE: how many more lie on the shelf
 */
typedef enum
{
  MIG_MARK_PILL,
  MIG_MARK_CELL,
  MIG_MARK_DIAMOND,
  MIG_MARK_SPAN,
  MIG_MARK_PAGE,
  MIG_MARK_SPEECH,
  MIG_MARK_SHELF,
  MIG_MARK_CHIP,
  MIG_MARK_DENSITY,
  MIG_MARK_EDGE,
  MIG_MARK_THROUGHOUT,
  MIG_MARK_CHEVRON,
  MIG_MARK_MORE,
} MigMark;

/**
 * MigBoxFlags:
 * @MIG_BOX_SELECTED: the selected thing itself
 * @MIG_BOX_LINKED: joined to it by an arc
 * @MIG_BOX_BEST: the best connected of the linked
 * @MIG_BOX_HOLLOW: drawn as an outline: something is selected, and this is not linked to it
 * @MIG_BOX_SOFT_START: its first day is not known: the earlier end fades
 * @MIG_BOX_SOFT_END: its last day is not known: the later end fades
 * @MIG_BOX_OPEN_START: it has no known beginning: a fixed fade leads to the known end
 * @MIG_BOX_OPEN_END: it has no known end
 * @MIG_BOX_HATCHED: uncertain, or told differently by its sources
 * @MIG_BOX_LATER: of an edge chip or chevron: beyond the later edge
 * @MIG_BOX_ENCLOSING: the meeting in which the selected session or intervention fell
 * @MIG_BOX_TITLED: a cell wide enough for its title
 */
typedef enum
{
  MIG_BOX_SELECTED = 1 << 0,
  MIG_BOX_LINKED = 1 << 1,
  MIG_BOX_BEST = 1 << 2,
  MIG_BOX_HOLLOW = 1 << 3,
  MIG_BOX_SOFT_START = 1 << 4,
  MIG_BOX_SOFT_END = 1 << 5,
  MIG_BOX_OPEN_START = 1 << 6,
  MIG_BOX_OPEN_END = 1 << 7,
  MIG_BOX_HATCHED = 1 << 8,
  MIG_BOX_LATER = 1 << 9,
  MIG_BOX_TITLED = 1 << 10,
  MIG_BOX_ENCLOSING = 1 << 11,
} MigBoxFlags;

/**
 * MigBox:
 *
 * One thing placed on the timeline. Lengths are pixels; x runs from the view's earlier edge towards the later (the
 * painter mirrors it where time runs leftwards), y from the top of the first lane.
 *
 * @ref: the record; of an aggregate, the first that it stands for
 * @x: where it stands: the middle of its mark
 * @y: the middle of its row
 * @width: of the mark
 * @height: of the mark
 * @x0: where what its date claims begins
 * @x1: where that ends
 * @title: its label, or NULL; borrowed from the corpus or the layout
 * @title_x: where the label begins
 * @title_width: its width
 * @detail: the second part of its label, or NULL
 * @detail_x: where that begins
 * @last: of an aggregate: the last that it stands for; else @ref
 * @first: of a chip or density: the first position of its stretch in the index of its track, see #MigTimeIndex
 * @past: the position after the last of that stretch; what has a place of its own is not counted again
 * @n: how many things it stands for: 1, or the members of an aggregate
 * @first_column: of density: its first column in the layout's columns
 * @n_columns: how many of them, evenly from @x0 to @x1
 * @faded: how far it is from being seen, from 0 to 1; a layout leaves it 0
 * @label_faded: the same of its label
 */
typedef struct
{
  MigRef ref;
  MigLane lane;
  MigMark mark;
  guint flags;
  float x;
  float y;
  float width;
  float height;
  float x0;
  float x1;
  const char *title;
  float title_x;
  float title_width;
  const char *detail;
  float detail_x;
  float detail_width;
  MigRef last;
  guint first;
  guint past;
  guint n;
  guint first_column;
  guint n_columns;
  float faded;
  float label_faded;
} MigBox;

/* A tray: the sessions of one meeting in a frame of their own, joined to the meeting's true days. */
typedef struct
{
  MigRef meeting;
  float x;      /* where the meeting stands */
  float left;   /* the frame's earlier edge */
  float right;
  float top;
  float bottom;
  guint first_box;
  guint n_boxes;
  float faded;     /* how far it is from being seen, as of a box */
  gboolean joined; /* whether lines lead from the meeting to the frame; not once it lies inside its days */
} MigTray;

/* A heading above the cells of one day in a tray with titles. */
typedef struct
{
  const char *text;
  float x;
  float y;
} MigDayHeading;

/* In a lane that follows a record: over the interventions that somebody made for the same body, or that the same person
 * made, a line and a name. */
typedef struct
{
  const char *text; /* NULL where there is no room */
  float x0;
  float x1;
  float y; /* of the line; the text stands on it */
} MigTenure;

/* Where an arc leads from, when that lies beyond the view's earlier or later edge. */
#define MIG_ARC_FROM_EARLIER (G_MAXUINT - 1)
#define MIG_ARC_FROM_LATER G_MAXUINT

/* An arc as it is drawn: from one box to another. */
typedef struct
{
  guint from;   /* index of a box, or one of the two above */
  guint to;     /* index of a box */
  gboolean bold;
  gboolean document;
} MigPlacedArc;

/* Where many arcs end in one thing, they join in a trunk. */
typedef struct
{
  guint to;         /* index of a box */
  guint n_sessions;
  guint n_speakers;
  char *text;       /* "6 sessions, 13 speakers" */
} MigTrunk;

typedef struct
{
  float y;
  float height;
  guint n_dated;   /* how many things the lane shows */
  guint n_all;     /* how many it would without a filter */
  gboolean shown;
} MigLaneBand;

/**
 * MigLayout:
 *
 * What is to be drawn for one view. Owned by the #MigLanes that made it and valid until its next update.
 */
typedef struct
{
  MigCorpus *corpus; /* that everything here belongs to */
  MigSubset *subset; /* what of it is shown */
  MigFollowing *following; /* what the lanes on demand follow, or NULL */
  double start;      /* the view's earlier edge */
  double end;
  GArray *boxes;    /* MigBox */
  GArray *columns;  /* float: heights of density columns, from 0 to 1 */
  GArray *trays;    /* MigTray */
  GArray *headings; /* MigDayHeading */
  GArray *tenures;  /* MigTenure */
  GArray *arcs;     /* MigPlacedArc */
  MigTrunk trunk;   /* text is NULL when there is none */
  MigLaneBand lanes[MIG_N_LANES];
  float height;         /* of all lanes */
  float channel_height; /* of the channel that the arcs run in, at the head of the events */
  gboolean turned;      /* whether the events stand over the sessions: then the channel is at their foot, and their
                         * rows go up from it */
  float guide_x;        /* the selection's line through all lanes; NAN when nothing dated is selected */
  char *flag;           /* the selection's date for the ruler, or NULL */
  gboolean flag_is_event;
} MigLayout;

/**
 * MigLanesInput:
 * @corpus: what to lay out
 * @subset: (nullable): what of it is shown; %NULL for all
 * @following: (nullable): what the lanes on demand follow
 * @start: the view's earlier edge, a Julian day with its fraction
 * @end: its later edge
 * @width: of the view, in pixels
 * @em: the font's size, in pixels: every length scales with it
 * @selected: the selected record, or %MIG_REF_NONE
 * @focused: the record that has the keyboard's focus, or %MIG_REF_NONE: it never joins an aggregate
 * @links_later: whether the layout may be made before it is known what a much mentioned selection is joined to, see
 *   mig_lanes_get_wanted()
 * @n_rows: labelled rows of the events' lane, from 1
 * @lanes: the lanes to show, in their order
 * @n_lanes: how many they are; 0 for all of them in their default order
 * @sparse: whether a room full of people looks on: of the events only what is selected and what it is linked to, names
 *   alone beside the marks, and nothing that counts what is not there to be seen
 * @level: what to show, or %MIG_LEVEL_AUTO
 * @is_low: whether there is no height for the titles of sessions
 * @squeeze: how far the lanes give way where there is too little height for them, from 0 to 1
 * @settling: how much of the way from its other height the lane of sessions has still to go, from 0 to 1
 * @measure: tells how wide a text is
 * @measure_data: for @measure
 */
typedef struct
{
  MigCorpus *corpus;
  MigSubset *subset;
  MigFollowing *following;
  double start;
  double end;
  double width;
  double em;
  MigRef selected;
  MigRef focused;
  gboolean links_later;
  guint n_rows;
  MigLane lanes[MIG_N_LANES];
  guint n_lanes;
  gboolean sparse;
  MigLevel level;
  gboolean is_low;
  double squeeze;
  double settling;
  MigMeasureFunc measure;
  gpointer measure_data;
} MigLanesInput;

/* Whether a box stands for several things, or for things elsewhere, and not for its ref alone. */
static inline gboolean
mig_box_is_aggregate (const MigBox *box)
{
  return box->mark == MIG_MARK_CHIP || box->mark == MIG_MARK_DENSITY || box->mark == MIG_MARK_EDGE ||
         box->mark == MIG_MARK_MORE || (box->mark == MIG_MARK_THROUGHOUT && box->n > 1);
}

typedef struct _MigLanes MigLanes;
typedef struct _MigLinks MigLinks;

MigLanes        *mig_lanes_new (void);
void             mig_lanes_free (MigLanes *self);
const MigLayout *mig_lanes_update (MigLanes *self, const MigLanesInput *input);
MigLevel         mig_lanes_choose_level (double pixels_per_day, double em, MigLevel before);
gboolean         mig_lanes_has_titles (const MigLanesInput *input);
guint            mig_lanes_count (MigCorpus *corpus, MigSubset *subset, MigLane lane);
double           mig_lanes_get_height (const MigLanesInput *input);
const MigBox    *mig_lanes_find (const MigLayout *layout, MigRef ref);
const MigBox    *mig_lanes_pick (const MigLayout *layout, double x, double y, double slack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigLanes, mig_lanes_free)

gboolean         mig_lanes_get_wanted (MigLanes *self, MigRef *selected);
void             mig_lanes_take_links (MigLanes *self, MigLinks *links);
void             mig_links_free (MigLinks *links);
void             mig_links_collect_async (MigSubset *subset, MigRef selected, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
MigLinks        *mig_links_collect_finish (MigSubset *subset, GAsyncResult *result, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigLinks, mig_links_free)

G_END_DECLS
