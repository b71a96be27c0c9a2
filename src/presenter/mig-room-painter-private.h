/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-card.h"
#include "mig-room-painter.h"

G_BEGIN_DECLS

/* Internal to the room's painter: its state, shared with the files that draw cards and the names of lanes. Lengths
 * are those of a screen of 1920 × 1080. */

#define MIG_ROOM_MARGIN 64
#define MIG_ROOM_TIMELINE_Y 98
#define MIG_ROOM_CARD_HEIGHT 326
#define MIG_ROOM_CARD_BOTTOM 76 /* below the card */

/* Cards that are kept: the one that is there, the one that gives way, and those a step away. */
#define MIG_ROOM_N_CARDS 4

typedef struct
{
  MigCorpus *corpus;
  MigRef ref;
  double width;
  double height;
  gboolean mirrored;
  GskRenderNode *node;
  guint64 asked; /* when it was asked for last, counted in askings */
} MigRoomCardNode;

/* The name of a lane on demand, set once. */
typedef struct
{
  char *text;
  double scale;
  PangoLayout *layout;
} MigRoomLaneName;

struct _MigRoomPainter
{
  PangoContext *context;
  MigPalette palette;
  gboolean plain_figures;
  double scale; /* that the timeline's painter is made for */
  gboolean keeps_time; /* the same */
  MigTimelinePainter *timeline;
  MigRoomView view;
  const MigLayout *layout; /* of the timeline, valid until the next */
  MigRoomLaneName names[MIG_MAX_FOLLOWED];
  MigRoomCardNode cards[MIG_ROOM_N_CARDS];
  guint64 n_asked;
};

typedef struct
{
  MigRoomPainter *room;
  const MigRoomView *view;
  GtkSnapshot *snapshot;
  double scale;
  double width;  /* of the picture, in pixels of the design */
  double height;
} MigRoomCanvas;

static inline gboolean
mig_room_view_mirrors_time (const MigRoomView *view)
{
  return view->mirrored && !view->keeps_time;
}

static inline const GdkRGBA *
mig_room_colour (const MigRoomCanvas *c, MigColour role)
{
  return mig_palette_get (c->room->palette, role);
}

PangoLayout *mig_room_create_layout (const MigRoomCanvas *c, double size, PangoWeight weight, double width);
void mig_room_paint_card (const MigRoomCanvas *c, const MigCard *card);
void mig_room_paint_lane_names (const MigRoomCanvas *c);
void mig_room_lane_names_clear (MigRoomPainter *self);

G_END_DECLS
