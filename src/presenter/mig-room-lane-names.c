/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <math.h>

#include "mig-direction.h"
#include "mig-item-text.h"
#include "mig-room-painter-private.h"

/*
 * The room's timeline has no column for the names of lanes: what a standing lane holds shows by its marks. A lane on
 * demand says whom or what it follows, in itself, at the end where nothing is in the way.
 */

#define SIZE_NAME 25
#define NAME_GAP 18  /* between the name and what stands beside it */
#define NAME_PAD 8   /* of its ground, where it lies over something after all */
#define NAME_MOST 420

/* A name that is long has two lines. */
static PangoLayout *
get_layout (const MigRoomCanvas *c, MigLane lane)
{
  MigRoomLaneName *name = &c->room->names[lane - MIG_LANE_FOLLOWED];
  const char *text = mig_item_text_lane (c->room->layout->following, lane);
  int width;

  if (name->layout != NULL && g_str_equal (name->text, text) && fabs (name->scale - c->scale) < 1e-9)
    return name->layout;
  g_clear_object (&name->layout);
  g_free (name->text);
  name->text = g_strdup (text);
  name->scale = c->scale;
  name->layout = mig_room_create_layout (c, SIZE_NAME, PANGO_WEIGHT_SEMIBOLD, 0);
  pango_layout_set_text (name->layout, text, -1);
  pango_layout_get_pixel_size (name->layout, &width, NULL);
  if (width > NAME_MOST * c->scale)
    {
      pango_layout_set_width (name->layout, (int) (NAME_MOST * c->scale * PANGO_SCALE));
      pango_layout_set_height (name->layout, -2);
      mig_direction_align (name->layout, mig_room_view_mirrors_time (c->view), FALSE);
    }
  return name->layout;
}

/* Whether any mark of the lane lies between two places, in pixels from the timeline's earlier edge. */
static gboolean
is_taken (const MigLayout *layout, MigLane lane, double from, double to)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = &g_array_index (layout->boxes, MigBox, i);
      double half = (double) box->width / 2;

      if (box->lane == lane && (double) box->x + half > from && (double) box->x - half < to)
        return TRUE;
    }
  for (guint i = 0; i < layout->tenures->len; i++)
    {
      const MigTenure *tenure = &g_array_index (layout->tenures, MigTenure, i);
      const MigLaneBand *band = &layout->lanes[lane];

      if (tenure->y >= band->y && tenure->y < band->y + band->height && (double) tenure->x1 > from &&
          (double) tenure->x0 < to)
        return TRUE;
    }
  return FALSE;
}

static void
paint_name (const MigRoomCanvas *c, MigLane lane)
{
  const MigLaneBand *band = &c->room->layout->lanes[lane];
  PangoLayout *layout = get_layout (c, lane);
  double total = (c->width - 2 * MIG_ROOM_MARGIN) * c->scale, gap = NAME_GAP * c->scale, pad = NAME_PAD * c->scale;
  double middle, x = 0, left;
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (pango_layout_get_width (layout) > 0)
    w = (int) ceil (NAME_MOST * c->scale);
  if (is_taken (c->room->layout, lane, 0, w + gap) && !is_taken (c->room->layout, lane, total - w - gap, total))
    x = total - w;
  middle = MIG_ROOM_TIMELINE_Y * c->scale + mig_timeline_painter_get_ruler_height (c->room->timeline) +
           (double) (band->y + band->height / 2);
  left = MIG_ROOM_MARGIN * c->scale + (mig_room_view_mirrors_time (c->view) ? total - x - w : x);
  gtk_snapshot_append_color (c->snapshot, mig_room_colour (c, MIG_COLOUR_BASE),
                             &GRAPHENE_RECT_INIT ((float) (left - pad), (float) (middle - h / 2.0),
                                                  (float) (w + 2 * pad), (float) h));
  gtk_snapshot_save (c->snapshot);
  gtk_snapshot_translate (c->snapshot, &GRAPHENE_POINT_INIT ((float) round (left), (float) round (middle - h / 2.0)));
  gtk_snapshot_append_layout (c->snapshot, layout, mig_room_colour (c, MIG_COLOUR_FG));
  gtk_snapshot_restore (c->snapshot);
}

/* Draws what the lanes on demand are called over the timeline that was drawn last. */
void
mig_room_paint_lane_names (const MigRoomCanvas *c)
{
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      if (c->room->layout->lanes[lane].shown)
        paint_name (c, lane);
    }
}

void
mig_room_lane_names_clear (MigRoomPainter *self)
{
  for (guint i = 0; i < MIG_MAX_FOLLOWED; i++)
    {
      g_clear_object (&self->names[i].layout);
      g_clear_pointer (&self->names[i].text, g_free);
    }
}
