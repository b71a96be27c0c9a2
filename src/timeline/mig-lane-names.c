/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lane-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-item-text.h"
#include "mig-lanes.h"
#include "mig-words.h"

/*
 * How wide the column of lane names is, at the start edge of the timeline and of the overview under it: as wide as the
 * longest name of the reader's language needs, and no narrower than the design has it.
 */

#define WIDTH_FULL 112
#define WIDTH_SHORT 88
#define WIDTH_STRIPE 3
#define PADDING 22 /* before and after a name */
#define COUNT_GAP 6
/* Widths of the picture, in em, under which the names lose their counts, then give way to a stripe. */
#define EM_SHORT 36
#define EM_FULL 60
/* The column never takes more than this part of the picture. */
#define MOST 0.3

static double
get_unit (MigTextCache *texts)
{
  return mig_text_cache_get_em (texts) / MIG_DESIGN_EM;
}

static double
name_width (MigTextCache *texts, MigCorpus *corpus, MigSubset *subset, MigLane lane, MigLaneNames names)
{
  double width = (double) mig_text_cache_get (texts, mig_item_text_lane (NULL, lane), MIG_TEXT_LANE)->width;
  g_autofree char *count = NULL;

  if (names != MIG_LANE_NAMES_FULL || corpus == NULL)
    return width;
  count = mig_item_text_lane_count (mig_lanes_count (corpus, subset, lane), mig_lanes_count (corpus, NULL, lane));
  return width + COUNT_GAP * get_unit (texts) + (double) mig_text_cache_get (texts, count, MIG_TEXT_DETAIL)->width;
}

/**
 * mig_lane_names_choose:
 * @texts: shaped texts, for their font
 * @total: width of the whole picture, in pixels
 *
 * Returns: what there is room for
 */
MigLaneNames
mig_lane_names_choose (MigTextCache *texts, double total)
{
  double em = total / mig_text_cache_get_em (texts);

  if (em < EM_SHORT)
    return MIG_LANE_NAMES_STRIPE;
  return em < EM_FULL ? MIG_LANE_NAMES_SHORT : MIG_LANE_NAMES_FULL;
}

/**
 * mig_lane_names_get_width:
 * @texts: shaped texts
 * @corpus: (nullable): whose lanes
 * @subset: (nullable): what of it is shown; %NULL for all
 * @total: width of the whole picture, in pixels
 *
 * Returns: the width of the column of names, in whole pixels
 */
double
mig_lane_names_get_width (MigTextCache *texts, MigCorpus *corpus, MigSubset *subset, double total)
{
  MigLaneNames names = mig_lane_names_choose (texts, total);
  double unit = get_unit (texts);
  double width = names == MIG_LANE_NAMES_FULL ? WIDTH_FULL * unit : WIDTH_SHORT * unit;

  if (names == MIG_LANE_NAMES_STRIPE)
    return ceil (WIDTH_STRIPE * unit);
  for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    width = MAX (width, name_width (texts, corpus, subset, lane, names) + PADDING * unit);
  width = MAX (width, (double) mig_text_cache_get (texts, _("Overview"), MIG_TEXT_LANE)->width + PADDING * unit);
  return round (MIN (width, total * MOST));
}
