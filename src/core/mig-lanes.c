/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include <math.h>
#include <string.h>

#include "mig-date-format.h"
#include "mig-following.h"

/*
 * MigLanes: where everything stands on the timeline.
 *
 *   subset's indexes of time ─┐
 *   view, selection ──────────┴─► meetings ─► sessions ─► events ─► documents ─► undated ─► arcs ─► MigLayout
 *
 * A layout is a function of its input alone; what is kept between two updates (what the selection is joined to) only
 * saves work. It knows lengths in pixels but nothing of fonts or drawing: whoever asks brings a function that measures
 * text. What a layout costs depends on how much is in sight, and not on how much the corpus holds: everything is asked
 * of the indexes (#MigTimeIndex), nothing is walked.
 *
 * Nothing is lost: the things that a lane holds are each drawn, or in an aggregate that counts them, or counted at the
 * edge beyond which they lie.
 */

/* Heights of the lanes and of their parts, as the design has them and as little as they can do with. */
typedef struct
{
  double height;
  double least;
} Height;

static const Height height_meetings = { 44, 30 };
static const Height height_sessions = { 46, 40 };
static const Height height_sessions_titled = { 96, 96 };
static const Height height_channel = { 34, 16 };
static const Height height_row = { 22, 20 };
static const Height height_row_bars = { 25, 22 };
static const Height height_aggregates = { 28, 20 };
static const Height height_documents = { 28, 18 };
static const Height height_undated = { 28, 18 };
static const Height height_followed = { 58, 50 };
#define EM_TITLES 56

static const MigTrack track_of_lane[MIG_N_LANES] = {
  [MIG_LANE_MEETINGS] = MIG_TRACK_MEETINGS,   [MIG_LANE_SESSIONS] = MIG_TRACK_SESSIONS,
  [MIG_LANE_EVENTS] = MIG_TRACK_EVENTS,       [MIG_LANE_DOCUMENTS] = MIG_TRACK_DOCUMENTS,
  [MIG_LANE_UNDATED] = MIG_TRACK_EVENTS,      [MIG_LANE_FOLLOWED] = MIG_N_TRACKS,
  [MIG_LANE_FOLLOWED + 1] = MIG_N_TRACKS + 1, [MIG_LANE_FOLLOWED + 2] = MIG_N_TRACKS + 2,
  [MIG_LANE_FOLLOWED + 3] = MIG_N_TRACKS + 3,
};

/* The track whose dated things stand in a lane; of the undated, the one that most of them come from; for a lane on
 * demand a number of its own past the tracks of the corpus. */
MigTrack
mig_lanes_get_track (MigLane lane)
{
  return track_of_lane[lane];
}

static double
input_unit (const MigLanesInput *input)
{
  return input->em / MIG_DESIGN_EM;
}

static double
input_scale (const MigLanesInput *input)
{
  return input->width / MAX (input->end - input->start, 1e-6);
}

/**
 * mig_lanes_choose_level:
 * @pixels_per_day: the view's scale
 * @em: the font's size in the same pixels
 * @before: the level shown until now, or %MIG_LEVEL_AUTO when there is none
 *
 * Tells what a scale shows. A level that shows already gives way only once the scale is a tenth past its end, so that
 * nothing flickers while somebody zooms about there.
 *
 * Returns: a level
 */
MigLevel
mig_lanes_choose_level (double pixels_per_day, double em, MigLevel before)
{
  static const double begins[] = {
    [MIG_LEVEL_ORDINALS] = MIG_SCALE_ORDINALS / 365, [MIG_LEVEL_DATES] = MIG_SCALE_DATES / 365,
    [MIG_LEVEL_TITLES] = MIG_SCALE_TITLES,           [MIG_LEVEL_BARS] = MIG_SCALE_BARS,
    [MIG_LEVEL_TRUE_DAYS] = MIG_SCALE_TRUE_DAYS,
  };
  double scale = pixels_per_day * MIG_DESIGN_EM / em;
  MigLevel level = MIG_LEVEL_DENSITY;

  for (MigLevel next = MIG_LEVEL_ORDINALS; next <= MIG_LEVEL_TRUE_DAYS; next++)
    {
      double slack = before == MIG_LEVEL_AUTO ? 1 : next > before ? 1.1 : 0.9;

      if (scale >= begins[next] * slack)
        level = next;
    }
  return level;
}

static MigLevel
input_level (const MigLanesInput *input)
{
  if (input->level != MIG_LEVEL_AUTO)
    return input->level;
  return mig_lanes_choose_level (input_scale (input), input->em, MIG_LEVEL_AUTO);
}

/**
 * mig_lanes_has_titles:
 * @input: a view
 *
 * Returns: whether the sessions' lane is high enough for titles: in a narrow view there is no room for them beside each
 *   other, in a low one none above each other
 */
gboolean
mig_lanes_has_titles (const MigLanesInput *input)
{
  MigLevel level = input_level (input);

  return !input->is_low && (level >= MIG_LEVEL_TRUE_DAYS ||
                            (level >= MIG_LEVEL_TITLES && input->width >= EM_TITLES * input->em));
}

/* A height in the design's pixels, after the lanes have given way as far as they have to. */
static double
squeezed (const MigLanesInput *input, Height height)
{
  return height.height + (height.least - height.height) * input->squeeze;
}

static double
input_row_height (const MigLanesInput *input)
{
  return squeezed (input, input_level (input) >= MIG_LEVEL_BARS ? height_row_bars : height_row);
}

/* Which lanes there are and how high, in the order that is asked for: those that hold nothing, filtered or not, take no
 * room. */
static double
arrange (const MigLanesInput *input, MigLaneBand *bands)
{
  double unit = input_unit (input);
  gboolean titles = mig_lanes_has_titles (input);
  double sessions = squeezed (input, titles ? height_sessions_titled : height_sessions);
  double other = squeezed (input, titles ? height_sessions : height_sessions_titled);
  const double heights[MIG_N_STANDING_LANES] = {
    [MIG_LANE_MEETINGS] = squeezed (input, height_meetings),
    [MIG_LANE_SESSIONS] = sessions + (other - sessions) * input->settling,
    [MIG_LANE_EVENTS] = squeezed (input, height_channel) + input_row_height (input) * input->n_rows +
                        (input->sparse ? 0 : squeezed (input, height_aggregates)),
    [MIG_LANE_DOCUMENTS] = squeezed (input, height_documents),
    [MIG_LANE_UNDATED] = squeezed (input, height_undated),
  };
  const double followed = squeezed (input, height_followed);
  const guint n_lanes = input->n_lanes > 0 ? input->n_lanes : MIG_N_STANDING_LANES;
  double y = 0;

  for (MigLane lane = 0; lane < MIG_N_STANDING_LANES; lane++)
    bands[lane] = (MigLaneBand){ .n_dated = mig_lanes_count (input->corpus, input->subset, lane),
                                 .n_all = mig_lanes_count (input->corpus, NULL, lane) };
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      bands[lane] = (MigLaneBand){ 0 };
      if (mig_following_get_ref (input->following, lane) == MIG_REF_NONE)
        continue;
      bands[lane].n_dated = mig_following_get_items (input->following, lane).n;
      bands[lane].n_all = mig_following_count_all (input->following, lane);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      const MigLane lane = input->n_lanes > 0 ? input->lanes[i] : (MigLane) i;

      bands[lane].y = (float) y;
      bands[lane].shown = bands[lane].n_all > 0 || lane == MIG_LANE_MEETINGS;
      bands[lane].height = (float) round ((lane < MIG_LANE_FOLLOWED ? heights[lane] : followed) * unit);
      if (!bands[lane].shown)
        bands[lane].height = 0;
      y += (double) bands[lane].height;
    }
  return y;
}

/**
 * mig_lanes_get_height:
 * @input: a view
 *
 * Returns: the height that all its lanes take, in pixels
 */
double
mig_lanes_get_height (const MigLanesInput *input)
{
  MigLaneBand bands[MIG_N_LANES];

  return arrange (input, bands);
}

/* Helpers for the files that place the lanes */

double
mig_lanes_get_row_height (MigLanes *self)
{
  return mig_lanes_px (self, input_row_height (self->input));
}

/* The middle of the aggregates' row, from its top. */
double
mig_lanes_get_aggregates_middle (MigLanes *self)
{
  return mig_lanes_px (self, squeezed (self->input, height_aggregates)) / 2 - mig_lanes_px (self, 1);
}

double
mig_lanes_px (MigLanes *self, double design_pixels)
{
  return design_pixels * self->unit;
}

double
mig_lanes_x (MigLanes *self, double day)
{
  return (day - self->input->start) * self->pixels_per_day;
}

double
mig_lanes_day (MigLanes *self, double x)
{
  return self->input->start + x / self->pixels_per_day;
}

void
mig_lanes_extent (MigLanes *self, const MigDate *date, double *x0, double *x1)
{
  *x0 = mig_lanes_x (self, mig_date_first_day (date));
  *x1 = mig_lanes_x (self, mig_date_last_day (date) + 1);
}

double
mig_lanes_measure (MigLanes *self, const char *text, MigTextStyle style)
{
  return text == NULL || *text == '\0' ? 0 : self->input->measure (text, style, self->input->measure_data);
}

/* The lane that arcs come from: of the sessions, and where they are not shown, of their meetings. */
MigLane
mig_lanes_get_origins (MigLanes *self)
{
  return self->layout.lanes[MIG_LANE_SESSIONS].shown ? MIG_LANE_SESSIONS : MIG_LANE_MEETINGS;
}

/* Keeps a text for as long as the layout lives. */
const char *
mig_lanes_take_text (MigLanes *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->texts, text);

  g_free (text);
  return kept;
}

gboolean
mig_lanes_is_linked (MigLanes *self, MigRef ref)
{
  return g_hash_table_contains (self->links->linked, GUINT_TO_POINTER (ref));
}

/* How the selection shows on a thing. */
static guint
get_state (MigLanes *self, MigRef ref)
{
  if (ref == self->selected)
    return MIG_BOX_SELECTED;
  if (mig_ref_kind (ref) == MIG_KIND_SPEECH)
    return mig_corpus_get_speech (self->corpus, ref)->event == self->selected ? MIG_BOX_LINKED : 0;
  if (mig_lanes_is_linked (self, ref))
    return MIG_BOX_LINKED | (ref == self->links->best ? MIG_BOX_BEST : 0);
  return g_hash_table_size (self->links->linked) > 0 ? MIG_BOX_HOLLOW : 0;
}

static gboolean
dates_disagree (MigCorpus *corpus, MigRef ref)
{
  MigRange range = mig_corpus_get_record (corpus, ref)->disagreements;
  const MigDisagreement *disagreements = mig_corpus_get_disagreements (corpus, range);

  for (guint i = 0; i < range.n; i++)
    {
      if (g_str_has_suffix (disagreements[i].property, "date"))
        return TRUE;
    }
  return FALSE;
}

/* How sure the ends of a thing's date are. */
guint
mig_lanes_date_flags (MigLanes *self, MigRef ref)
{
  const MigDate *date = mig_corpus_get_date (self->corpus, ref);
  guint flags = 0;

  if (date->flags & MIG_DATE_OPEN_START)
    flags |= MIG_BOX_OPEN_START;
  else if (date->start.precision != MIG_PRECISION_DAY || date->start.quality & MIG_DATE_APPROXIMATE)
    flags |= MIG_BOX_SOFT_START;
  if (date->flags & MIG_DATE_OPEN_END)
    flags |= MIG_BOX_OPEN_END;
  else if (date->end.precision != MIG_PRECISION_DAY || date->end.quality & MIG_DATE_APPROXIMATE)
    flags |= MIG_BOX_SOFT_END;
  if ((date->start.quality | date->end.quality) & MIG_DATE_UNCERTAIN || dates_disagree (self->corpus, ref))
    flags |= MIG_BOX_HATCHED;
  return flags;
}

/* Appends a box with its state; the caller fills the rest. The pointer is good until the next append. */
MigBox *
mig_lanes_append (MigLanes *self, MigRef ref, MigLane lane, MigMark mark, double x, double y)
{
  MigBox box = {
    .ref = ref, .lane = lane, .mark = mark, .x = (float) x, .y = (float) y, .x0 = (float) x, .x1 = (float) x,
    .last = ref, .n = 1,
  };
  guint position;

  if (!mig_box_is_aggregate (&box))
    {
      box.flags = get_state (self, ref);
      /* What two lanes on demand hold stands in both. */
      g_hash_table_insert (self->placed, GUINT_TO_POINTER (ref), GUINT_TO_POINTER (self->layout.boxes->len + 1));
      if (lane != MIG_LANE_SESSIONS && lane != MIG_LANE_UNDATED &&
          mig_time_index_find_ref (self->indexes[track_of_lane[lane]], ref, mig_corpus_get_date (self->corpus, ref),
                                   &position))
        mig_lanes_take_stretch (self, track_of_lane[lane], position, position + 1);
    }
  g_array_append_val (self->layout.boxes, box);
  return &g_array_index (self->layout.boxes, MigBox, self->layout.boxes->len - 1);
}

double
mig_lanes_label_width (MigLanes *self, const char *title, gboolean bold, const char *detail)
{
  double width = mig_lanes_measure (self, title, bold ? MIG_TEXT_LABEL_BOLD : MIG_TEXT_LABEL);

  if (detail != NULL)
    width += mig_lanes_px (self, 8) + mig_lanes_measure (self, detail, MIG_TEXT_DETAIL);
  return width;
}

/* Gives a box its label, beginning at @at. */
void
mig_lanes_set_label (MigLanes *self, MigBox *box, const char *title, const char *detail, double at)
{
  gboolean bold = (box->flags & (MIG_BOX_SELECTED | MIG_BOX_BEST)) != 0;

  box->title = title;
  box->title_x = (float) at;
  box->title_width = (float) mig_lanes_measure (self, title, bold ? MIG_TEXT_LABEL_BOLD : MIG_TEXT_LABEL);
  box->detail = detail;
  box->detail_x = box->title_x + box->title_width + (float) mig_lanes_px (self, 8);
  box->detail_width = (float) mig_lanes_measure (self, detail, MIG_TEXT_DETAIL);
}

static void
place_guide (MigLanes *self)
{
  MigRef meeting = mig_corpus_get_enclosing (self->corpus, self->selected, MIG_EVENT_ROLE_MEETING);
  const MigDate *date = meeting != MIG_REF_NONE ? mig_corpus_get_date (self->corpus, meeting) : NULL;

  if (date == NULL || !mig_date_is_set (date))
    date = mig_lanes_get_reference (self);
  self->layout.guide_x = NAN;
  g_clear_pointer (&self->layout.flag, g_free);
  if (date == NULL)
    return;

  self->layout.guide_x = (float) mig_lanes_x (self, mig_date_middle (date));
  self->layout.flag_is_event = mig_ref_kind (self->selected) == MIG_KIND_EVENT && meeting == MIG_REF_NONE;
  if (self->level < MIG_LEVEL_DATES)
    {
      gint y;

      mig_day_to_civil ((gint) mig_date_middle (date), &y, NULL, NULL);
      self->layout.flag = g_strdup_printf ("%d", y);
    }
  else
    self->layout.flag = mig_date_format (date, MIG_DATE_STYLE_SHORT);
}

static void
reset (MigLanes *self)
{
  MigLayout *layout = &self->layout;

  g_array_set_size (layout->boxes, 0);
  g_array_set_size (layout->columns, 0);
  g_array_set_size (layout->trays, 0);
  g_array_set_size (layout->headings, 0);
  g_array_set_size (layout->tenures, 0);
  g_array_set_size (layout->arcs, 0);
  g_clear_pointer (&layout->trunk.text, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_array_set_size (self->rows[i], 0);
  for (guint i = 0; i < MIG_N_SLOTS; i++)
    g_array_set_size (self->stretches[i], 0);
  memset (self->aside, 0, sizeof (self->aside));
  g_array_set_size (self->lines, 0);
  g_hash_table_remove_all (self->placed);
  g_string_chunk_clear (self->texts);
}

static void
set_subset (MigLanes *self, MigSubset *subset)
{
  MigCorpus *corpus = subset != NULL ? mig_subset_get_corpus (subset) : NULL;

  g_clear_pointer (&self->links, mig_links_free);
  g_clear_pointer (&self->shelf, g_array_unref);
  mig_lanes_forget_kept (self, g_set_object (&self->corpus, corpus));
  g_set_object (&self->subset, subset);
  for (MigTrack track = 0; subset != NULL && track < MIG_N_TRACKS; track++)
    self->indexes[track] = mig_subset_get_index (subset, track);
}

/* Takes over what is to be shown: whoever names no subset means all of the corpus. */
static void
take_subset (MigLanes *self, const MigLanesInput *input)
{
  g_autoptr (MigSubset) whole = NULL;

  if (self->subset != NULL &&
      (input->subset != NULL ? self->subset == input->subset
                             : self->corpus == input->corpus && mig_subset_is_whole (self->subset)))
    return;
  if (input->subset == NULL)
    whole = mig_subset_new (input->corpus, NULL);
  set_subset (self, input->subset != NULL ? input->subset : whole);
}

static void
take_following (MigLanes *self, MigFollowing *following)
{
  g_set_object (&self->following, following);
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    self->indexes[track_of_lane[lane]] = mig_following_get_ref (following, lane) != MIG_REF_NONE
                                             ? mig_following_get_index (following, lane)
                                             : NULL;
}

/**
 * mig_lanes_new:
 *
 * Returns: (transfer full): a layout engine for one view; free with mig_lanes_free()
 */
MigLanes *
mig_lanes_new (void)
{
  MigLanes *self = g_new0 (MigLanes, 1);

  self->layout.boxes = g_array_new (FALSE, FALSE, sizeof (MigBox));
  self->layout.columns = g_array_new (FALSE, FALSE, sizeof (float));
  self->layout.trays = g_array_new (FALSE, FALSE, sizeof (MigTray));
  self->layout.headings = g_array_new (FALSE, FALSE, sizeof (MigDayHeading));
  self->layout.tenures = g_array_new (FALSE, FALSE, sizeof (MigTenure));
  self->layout.arcs = g_array_new (FALSE, FALSE, sizeof (MigPlacedArc));
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    self->rows[i] = g_array_new (FALSE, FALSE, sizeof (MigTaken));
  for (guint i = 0; i < MIG_N_SLOTS; i++)
    self->stretches[i] = g_array_new (FALSE, FALSE, sizeof (MigStretch));
  self->lines = g_array_new (FALSE, FALSE, sizeof (MigDropLine));
  self->placed = g_hash_table_new (NULL, NULL);
  self->texts = g_string_chunk_new (1024);
  mig_lanes_init_kept (self);
  return self;
}

/**
 * mig_lanes_free:
 * @self: (transfer full) (nullable): a layout engine
 */
void
mig_lanes_free (MigLanes *self)
{
  if (self == NULL)
    return;

  reset (self);
  set_subset (self, NULL);
  take_following (self, NULL);
  g_clear_pointer (&self->layout.flag, g_free);
  g_array_unref (self->layout.boxes);
  g_array_unref (self->layout.columns);
  g_array_unref (self->layout.trays);
  g_array_unref (self->layout.headings);
  g_array_unref (self->layout.tenures);
  g_array_unref (self->layout.arcs);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_array_unref (self->rows[i]);
  for (guint i = 0; i < MIG_N_SLOTS; i++)
    g_array_unref (self->stretches[i]);
  g_array_unref (self->lines);
  g_hash_table_unref (self->placed);
  g_string_chunk_free (self->texts);
  mig_lanes_clear_kept (self);
  g_free (self);
}

/**
 * mig_lanes_update:
 * @self: a layout engine
 * @input: the view to lay out
 *
 * Returns: (transfer none): where everything stands, valid until the next update or the end of @self
 */
const MigLayout *
mig_lanes_update (MigLanes *self, const MigLanesInput *input)
{
  MigLayout *layout = &self->layout;

  reset (self);
  take_subset (self, input);
  take_following (self, input->following);
  self->input = input;
  if (self->links == NULL || self->selected != input->selected || (self->wants_links && !input->links_later))
    mig_lanes_link_selection (self, input->selected);

  self->unit = input_unit (input);
  self->pixels_per_day = input_scale (input);
  self->level = input_level (input);
  mig_lanes_prepare_kept (self);
  layout->corpus = self->corpus;
  layout->subset = self->subset;
  layout->following = self->following;
  layout->start = input->start;
  layout->end = input->end;
  layout->height = (float) arrange (input, layout->lanes);
  layout->channel_height = (float) mig_lanes_px (self, squeezed (input, height_channel));
  layout->turned = layout->lanes[MIG_LANE_EVENTS].shown &&
                   layout->lanes[mig_lanes_get_origins (self)].y > layout->lanes[MIG_LANE_EVENTS].y;

  place_guide (self);
  mig_lanes_place_meetings (self);
  mig_lanes_place_sessions (self);
  mig_lanes_place_events (self);
  mig_lanes_place_documents (self);
  mig_lanes_place_undated (self);
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    mig_lanes_place_followed (self, lane);
  mig_lanes_place_arcs (self);
  self->input = NULL;
  return layout;
}
