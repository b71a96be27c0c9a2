/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lanes-fixture.h"
#include "mig-following.h"

/*
 * Layouts of corpora that nobody would write, in views that nobody would choose: of the first year and the last, of one
 * day, of nothing that has a date, of two thousand sessions on a day, with titles of no letter and of five hundred. In
 * each, all that there is is drawn or counted, stands in its lane and at its date, can be pointed at and lies on
 * nothing else.
 */

typedef struct
{
  const char *name;
  guint n_meetings;
  guint n_sessions; /* of each meeting, at most */
  guint n_events;
  guint n_documents;
  gint first_day;
  gint last_day;
  double undated;   /* how many of ten have no date */
  double vague;     /* how many of ten have a vague one */
} Recipe;

/* The first day of a year. */
#define YEAR(y) (365 * ((y) - 1) + ((y) - 1) / 4 - ((y) - 1) / 100 + ((y) - 1) / 400 + 1)

static const Recipe recipes[] = {
  { "one item", 1, 0, 0, 0, YEAR (2016), YEAR (2016), 0, 0 },
  { "one day", 9, 6, 30, 9, YEAR (2016), YEAR (2016), 0, 0 },
  { "one week", 5, 9, 40, 12, YEAR (2016), YEAR (2016) + 6, 1, 3 },
  { "undated", 6, 5, 30, 8, YEAR (2016), YEAR (2016), 10, 0 },
  { "two thousand sessions", 1, 2000, 4, 0, YEAR (2016), YEAR (2016), 0, 0 },
  { "all of time", 30, 7, 60, 20, 1, YEAR (9999) + 300, 1, 4 },
  { "first years", 12, 5, 30, 9, 1, YEAR (30), 1, 4 },
  { "last years", 12, 5, 30, 9, YEAR (9970), YEAR (9999) + 300, 1, 4 },
  { "vague", 8, 6, 80, 20, YEAR (1990), YEAR (2020), 1, 9 },
  { "busy", 40, 6, 60, 10, YEAR (2010), YEAR (2013), 1, 0 },
  { "crowded", 120, 12, 300, 60, YEAR (2010), YEAR (2013), 1, 2 },
};

/* The same on each run; MIG_TEST_SEED throws other dice. */
static GRand *dice;

static gint
draw (guint n)
{
  return g_rand_int_range (dice, 0, (gint32) MAX (n, 1));
}

static void
append_title (GString *text, const char *member)
{
  static const char *const parts[] = { "Migration ", "W", "i", "الهجرة ", "移徙", "é́", "𝄞 ", "Verkehrsgesetzgebung",
                                       " " };
  guint n = draw (6) == 0 ? 0 : draw (5) == 0 ? 60 : (guint) draw (4) + 1;

  g_string_append_printf (text, ", \"%s\": \"", member);
  for (guint i = 0; i < n; i++)
    g_string_append (text, parts[draw (G_N_ELEMENTS (parts))]);
  g_string_append_c (text, '"');
}

static char *
day_text (gint day)
{
  gint year, month, dom;

  mig_day_to_civil (CLAMP (day, 1, YEAR (9999) + 360), &year, &month, &dom);
  switch (draw (8))
    {
    case 0:
      return g_strdup_printf ("%04d", year);
    case 1:
      return g_strdup_printf ("%04d-%02d", year, month);
    case 2:
      return g_strdup_printf ("%04d-%02d-%02d~", year, month, dom);
    case 3:
      return g_strdup_printf ("%04d-%02d-%02d?", year, month, dom);
    case 4:
      return g_strdup_printf ("%03dX", year / 10);
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
    }
}

static void
append_date (GString *text, const Recipe *recipe)
{
  gint day = recipe->first_day + draw ((guint) (recipe->last_day - recipe->first_day + 1)), year, month, dom;
  g_autofree char *start = day_text (day), *end = day_text (day + draw (draw (3) == 0 ? 40000 : 400));

  if (draw (10) < recipe->undated)
    return;
  mig_day_to_civil (day, &year, &month, &dom);
  if (draw (10) >= recipe->vague)
    g_string_append_printf (text, ", \"date\": \"%04d-%02d-%02d\"", year, month, dom);
  else
    switch (draw (4))
      {
      case 0:
        g_string_append_printf (text, ", \"date\": \"%s/..\"", start);
        break;
      case 1:
        g_string_append_printf (text, ", \"date\": \"../%s\"", start);
        break;
      case 2:
        g_string_append_printf (text, ", \"date\": \"%s/%s\"", start, end);
        break;
      default:
        g_string_append_printf (text, ", \"date\": \"%s\"", start);
        break;
      }
}

static void
append_meeting (GString *text, const Recipe *recipe, guint i)
{
  guint n = recipe->n_sessions > 100 ? recipe->n_sessions : (guint) draw (recipe->n_sessions + 1);

  g_string_append_printf (text, ",\n{\"id\": \"m%u\", \"classification\": \"meeting\", \"parent_id\": \"series\"", i);
  append_title (text, "name");
  append_title (text, "short_name");
  append_date (text, recipe);
  if (draw (3) > 0)
    g_string_append_printf (text, ", \"identifiers\": [{\"scheme\": \"ordinal\", \"identifier\": \"%u\"}]", i + 1);
  g_string_append_c (text, '}');
  for (guint s = 0; s < n; s++)
    {
      g_string_append_printf (text, ",\n{\"id\": \"m%us%u\", \"parent_id\": \"m%u\", \"position\": %u", i, s, i, s + 1);
      append_title (text, "name");
      g_string_append_c (text, '}');
    }
}

static void
append_mentions (GString *text, const Recipe *recipe, const guint *n_sessions)
{
  const char *comma = "";

  g_string_append (text, "],\n\"mentions\": [");
  for (guint i = 0; i < 3 * recipe->n_meetings; i++)
    {
      guint meeting = (guint) draw (recipe->n_meetings);

      if (n_sessions[meeting] == 0 || recipe->n_events == 0)
        continue;
      g_string_append_printf (text, "%s{\"from_id\": \"m%us%d\", \"to_id\": \"e%d\"}", comma, meeting,
                              draw (n_sessions[meeting]), draw (draw (2) ? 3 : recipe->n_events));
      comma = ", ";
    }
}

static MigCorpus *
cook (const Recipe *recipe)
{
  g_autoptr (GString) text = g_string_new ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", "
                                           "\"id\": \"odd\", \"title\": \"Odd\", \"language\": \"en\"},\n"
                                           "\"persons\": [{\"id\": \"p\", \"name\": \"P\"}],\n"
                                           "\"organizations\": [{\"id\": \"o0\", \"name\": \"O\"}, "
                                           "{\"id\": \"o1\", \"name\": \"A longer name\"}, "
                                           "{\"id\": \"o2\", \"name\": \"One that is longer than most\"}],\n"
                                           "\"events\": [{\"id\": \"series\", \"classification\": \"series\", "
                                           "\"name\": \"Odd\"}");
  g_autofree guint *n_sessions = g_new0 (guint, recipe->n_meetings);
  const char *comma = "";

  for (guint i = 0; i < recipe->n_meetings; i++)
    {
      gsize before = text->len;

      append_meeting (text, recipe, i);
      for (const char *at = text->str + before; (at = strstr (at, "\"position\"")) != NULL; at++)
        n_sessions[i]++;
    }
  for (guint i = 0; i < recipe->n_events; i++)
    {
      g_string_append_printf (text, ",\n{\"id\": \"e%u\"", i);
      append_title (text, "name");
      if (draw (2))
        append_title (text, "short_name");
      append_date (text, recipe);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "],\n\"documents\": [");
  for (guint i = 0; i < recipe->n_documents; i++, comma = ",\n")
    {
      g_string_append_printf (text, "%s{\"id\": \"d%u\"", comma, i);
      append_title (text, "title");
      append_date (text, recipe);
      g_string_append_c (text, '}');
    }
  comma = "";
  g_string_append (text, "],\n\"speeches\": [");
  for (guint i = 0; i < recipe->n_meetings; i++)
    {
      for (guint k = 0; n_sessions[i] > 0 && k < 4; k++, comma = ",\n")
        g_string_append_printf (text, "%s{\"id\": \"i%u-%u\", \"event_id\": \"m%us%d\", \"creator_id\": \"p\", "
                                      "\"on_behalf_of_id\": \"o%d\", \"text\": \"Spoke.\"}", comma, i, k, i,
                                draw (n_sessions[i]), draw (3));
    }
  append_mentions (text, recipe, n_sessions);
  g_string_append (text, "]}");
  return read_text (text->str);
}

static void
shuffle_lanes (MigLanesInput *input)
{
  MigLane all[] = { MIG_LANE_MEETINGS, MIG_LANE_SESSIONS, MIG_LANE_EVENTS, MIG_LANE_DOCUMENTS, MIG_LANE_UNDATED,
                    MIG_LANE_FOLLOWED };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      guint k = (guint) g_rand_int_range (dice, (gint32) i, G_N_ELEMENTS (all));
      MigLane lane = all[k];

      all[k] = all[i];
      all[i] = lane;
    }
  input->n_lanes = (guint) g_rand_int_range (dice, 1, G_N_ELEMENTS (all) + 1);
  memcpy (input->lanes, all, sizeof (all));
}

static MigLanesInput
draw_view (MigCorpus *corpus, const Recipe *recipe)
{
  double span = exp (g_rand_double_range (dice, log (3), log (2.2 * (recipe->last_day - recipe->first_day) + 400)));
  double middle = g_rand_double_range (dice, recipe->first_day, recipe->last_day + 1.0), scale;
  MigLanesInput input = make_input (corpus, middle - span / 2, middle + span / 2, g_rand_double_range (dice, 200, 3000),
                                    MIG_REF_NONE);
  guint n_events = mig_corpus_get_n (corpus, MIG_KIND_EVENT);

  input.em = g_rand_double_range (dice, 8, MIN (44, input.width / 12));
  input.n_rows = (guint) g_rand_int_range (dice, 1, 9);
  input.squeeze = draw (3) == 0 ? g_rand_double_range (dice, 0, 1) : 0;
  input.settling = draw (4) == 0 ? g_rand_double_range (dice, 0, 1) : 0;
  input.is_low = draw (4) == 0;
  if (draw (2))
    input.selected = mig_ref (MIG_KIND_EVENT, (guint) draw (n_events));
  else if (draw (4) == 0)
    input.selected = mig_ref (MIG_KIND_PERSON, 0);
  if (draw (3) == 0)
    input.focused = mig_ref (MIG_KIND_EVENT, (guint) draw (n_events));
  if (draw (2))
    shuffle_lanes (&input);
  /* As a level that shows already stays a little longer than its scale. */
  scale = input.width / span;
  input.level = mig_lanes_choose_level (scale, input.em, (MigLevel) g_rand_int_range (dice, MIG_LEVEL_DENSITY,
                                                                                           MIG_LEVEL_TRUE_DAYS + 1));
  return input;
}

static void
assert_finite (const MigBox *box)
{
  const float lengths[] = { box->x, box->y, box->width, box->height, box->x0, box->x1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    g_assert_true (isfinite (lengths[i]));
  g_assert_cmpfloat ((double) box->width, >, 0);
  g_assert_cmpfloat ((double) box->height, >, 0);
  if (box->title != NULL)
    g_assert_true (isfinite (box->title_x) && isfinite (box->title_width) && box->title_width >= 0);
  if (box->detail != NULL)
    g_assert_true (isfinite (box->detail_x) && isfinite (box->detail_width) && box->detail_width >= 0);
}

/* A mark lies in its lane, and the lanes one under the other. */
static void
assert_in_lane (const MigLayout *layout, const MigBox *box)
{
  const MigLaneBand *band = &layout->lanes[box->lane];

  g_assert_true (band->shown);
  if (box->y - box->height / 2 < band->y - 1.5f || box->y + box->height / 2 > band->y + band->height + 1.5f)
    g_error ("mark %u of lane %u reaches from %g to %g, its lane from %g to %g", box->mark, box->lane,
             (double) (box->y - box->height / 2), (double) (box->y + box->height / 2), (double) band->y,
             (double) (band->y + band->height));
}

/* A thing with a date is drawn where its date is. */
static void
assert_at_date (const MigLayout *layout, const MigBox *box, const MigLanesInput *input)
{
  const MigDate *date = mig_corpus_get_date (layout->corpus, box->ref);
  double scale = input->width / (input->end - input->start), left, right, first, last;

  if (mig_box_is_aggregate (box) || box->mark == MIG_MARK_CELL || box->mark == MIG_MARK_CHEVRON ||
      box->mark == MIG_MARK_SHELF || box->mark == MIG_MARK_THROUGHOUT)
    return;
  if (box->mark == MIG_MARK_SPEECH)
    return;
  g_assert_true (mig_date_is_set (date));
  left = MIN ((double) box->x0, (double) (box->x - box->width / 2));
  right = MAX ((double) box->x1, (double) (box->x + box->width / 2));
  first = (mig_date_first_day (date) - input->start) * scale;
  last = (mig_date_last_day (date) + 1 - input->start) * scale;
  /* In single precision, far out of sight. */
  if (MIN (first, left) < -1e5 || MAX (last, right) > 1e5)
    return;
  if (right < first - 1 || left > last + 1)
    g_error ("mark %u of lane %u is drawn from %g to %g, its date is from %g to %g", box->mark, box->lane, left, right,
             first, last);
  if (box->mark == MIG_MARK_SPAN && (date->flags & (MIG_DATE_OPEN_START | MIG_DATE_OPEN_END)) == 0 &&
      (left > first + 1 || right < last - 1))
    g_error ("a bar is drawn from %g to %g, its date is from %g to %g", left, right, first, last);
}

/* Marks that stand on their own, or count others, lie beside each other. */
static gboolean
stands_apart (const MigBox *box)
{
  return box->mark != MIG_MARK_DENSITY && box->mark != MIG_MARK_THROUGHOUT && box->mark != MIG_MARK_SPAN &&
         box->mark != MIG_MARK_MORE;
}

static double
box_extent (const MigBox *box, const MigBox *other, const MigLanesInput *input)
{
  return box->mark == MIG_MARK_PILL && other->mark == MIG_MARK_EDGE ? MIN ((double) box->width, 2 * input->em)
                                                                    : (double) box->width;
}

static void
assert_marks_apart (const MigLayout *layout, const MigLanesInput *input)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const MigBox *a = box_at (layout, i), *b = box_at (layout, k);

        if ((a->mark == MIG_MARK_EDGE || b->mark == MIG_MARK_EDGE) &&
            (double) MAX (a->width, b->width) > input->width / 4)
          continue;
        if (a->lane != b->lane || fabs ((double) (a->y - b->y)) > 1 || !stands_apart (a) || !stands_apart (b))
          continue;
        /* A meeting of many days is as long as they are, and an edge's chip may lie on its end. */
        if (fabs ((double) (a->x - b->x)) <
            (box_extent (a, b, input) + box_extent (b, a, input)) / 2 - 1)
          g_error ("marks %u and %u of lane %u collide: at %g, %g wide, and %g, %g wide; of %u, flags %x, and %u, "
                   "flags %x", a->mark, b->mark, a->lane, (double) a->x, (double) a->width, (double) b->x,
                   (double) b->width, a->ref, a->flags, b->ref, b->flags);
      }
}

static gboolean
covers (const MigBox *box, double x, double y)
{
  return fabs (x - (double) box->x) <= (double) box->width / 2 &&
         fabs (y - (double) box->y) <= (double) box->height / 2;
}

/* Whoever points at a mark gets it, at one place of it at least. */
static void
assert_can_be_picked (const MigLayout *layout, const MigBox *box, const MigLanesInput *input)
{
  const MigBox *best = NULL;

  for (gint i = -4; i <= 4; i++)
    {
      double x = (double) box->x + (double) box->width * i / 9;
      const MigBox *picked = mig_lanes_pick (layout, x, (double) box->y, input->em);

      if (x < 0 || x > input->width)
        return;
      g_assert_nonnull (picked);
      if (picked == box)
        return;
      best = picked;
      /* A bar that has no row of its own lies behind what stands there, and so do columns behind a tray. */
      if ((covers (picked, (double) box->x, (double) box->y) && box->mark == MIG_MARK_SPAN && box->title == NULL) ||
          (box->mark == MIG_MARK_DENSITY && picked->mark != MIG_MARK_DENSITY))
        return;
    }
  g_error ("mark %u of lane %u at %g, %g wide, cannot be pointed at for mark %u of lane %u at %g, %g wide", box->mark,
           box->lane, (double) box->x, (double) box->width, best->mark, best->lane, (double) best->x,
           (double) best->width);
}

/* The sessions of a meeting in sight are in its tray, or counted. */
static void
assert_sessions_found (const MigLayout *layout)
{
  if (!layout->lanes[MIG_LANE_SESSIONS].shown)
    return;
  for (guint i = 0; i < mig_corpus_get_n (layout->corpus, MIG_KIND_EVENT); i++)
    {
      MigRef ref = mig_ref (MIG_KIND_EVENT, i);
      const MigEvent *event = mig_corpus_get_event (layout->corpus, ref);
      const MigBox *box;

      /* Those of a meeting on the shelf stand with it; those of one that an edge counts are counted there. */
      if (event->role != MIG_EVENT_ROLE_SESSION || i % 7 != 0 ||
          !mig_date_is_set (mig_corpus_get_date (layout->corpus, event->parent)))
        continue;
      box = mig_lanes_find (layout, event->parent);
      if (box != NULL && (box->mark == MIG_MARK_PILL || box->n == box->past - box->first) &&
          mig_lanes_find (layout, ref) == NULL)
        g_error ("session %u has no place, its meeting %u has, as mark %u at %g, %g wide", ref, event->parent,
                 box->mark, (double) box->x, (double) box->width);
    }
}

/* The days beside a meeting lie on no other mark. */
static void
assert_texts_clear (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const MigBox *box = box_at (layout, i);
      double start = (double) box->detail_x, end = start + (double) box->detail_width;

      if (box->mark != MIG_MARK_PILL || box->detail == NULL)
        continue;
      for (guint k = 0; k < layout->boxes->len; k++)
        {
          const MigBox *other = box_at (layout, k);

          if (other == box || other->lane != MIG_LANE_MEETINGS || other->mark == MIG_MARK_DENSITY)
            continue;
          if (start < (double) (other->x + other->width / 2) - 1 && end > (double) (other->x - other->width / 2) + 1)
            g_error ("the days of %u from %g to %g lie on mark %u at %g, %g wide", box->ref, start, end, other->mark,
                     (double) other->x, (double) other->width);
        }
    }
}

/* Whom somebody spoke for is told over their interventions, and nobody else's. */
static void
assert_tenures_apart (const MigLayout *layout, const MigLanesInput *input)
{
  for (guint i = 0; i < layout->tenures->len; i++)
    {
      const MigTenure *tenure = &g_array_index (layout->tenures, MigTenure, i);
      double width = tenure->text != NULL ? input->measure (tenure->text, MIG_TEXT_DETAIL, NULL) : 0;

      g_assert_true (isfinite (tenure->x0) && isfinite (tenure->x1) && tenure->x1 > tenure->x0);
      for (guint k = 0; k < layout->tenures->len; k++)
        {
          const MigTenure *other = &g_array_index (layout->tenures, MigTenure, k);

          if (k == i || fabsf (other->y - tenure->y) > 1)
            continue;
          if ((double) other->x0 < (double) tenure->x0 + width && other->x1 > tenure->x0 && other->x0 > tenure->x0)
            g_error ("“%s” from %g to %g reaches over the next, from %g", tenure->text, (double) tenure->x0,
                     (double) tenure->x0 + width, (double) other->x0);
        }
    }
}

/* What stands over the cells of a tray does not reach past it. */
static void
assert_headings (const MigLayout *layout, const MigLanesInput *input)
{
  for (guint i = 0; i < layout->headings->len; i++)
    {
      const MigDayHeading *heading = &g_array_index (layout->headings, MigDayHeading, i);
      double end = (double) heading->x + input->measure (heading->text, MIG_TEXT_DETAIL, NULL);
      gboolean inside = FALSE;

      for (guint t = 0; t < layout->trays->len && !inside; t++)
        {
          const MigTray *tray = &g_array_index (layout->trays, MigTray, t);

          inside = heading->x >= tray->left && end <= (double) tray->right;
        }
      if (!inside)
        g_error ("“%s” from %g to %g is in no tray", heading->text, (double) heading->x, end);
    }
}

static void
assert_bands (const MigLayout *layout)
{
  double sum = 0;

  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      g_assert_true (isfinite (layout->lanes[lane].y) && isfinite (layout->lanes[lane].height));
      sum += layout->lanes[lane].shown ? (double) layout->lanes[lane].height : 0;
    }
  g_assert_cmpfloat_with_epsilon (sum, (double) layout->height, .01);
}

static void
assert_sums (const MigLayout *layout, const MigLanesInput *input)
{
  guint sums[MIG_N_LANES] = { 0 };

  for (guint i = 0; i < layout->boxes->len; i++)
    sums[box_at (layout, i)->lane] += box_at (layout, i)->n;
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      if (lane == MIG_LANE_SESSIONS || !layout->lanes[lane].shown)
        g_assert_cmpuint (sums[lane], <=, layout->lanes[lane].n_dated);
      else if (sums[lane] != layout->lanes[lane].n_dated)
        g_error ("%u of the %u things of lane %u are drawn or counted", sums[lane], layout->lanes[lane].n_dated, lane);
    }
}

/* A name to find the view by that a message is about. */
static void
tell (const MigLanesInput *input)
{
  g_autoptr (GString) lanes = g_string_new (NULL);

  for (guint i = 0; i < input->n_lanes; i++)
    g_string_append_printf (lanes, " %u", input->lanes[i]);
  g_test_message ("%.2f to %.2f, %g wide, em %g, %u rows, squeeze %g, settling %g, low %d, level %u, selected %u, "
                  "focused %u, lanes%s", input->start, input->end, input->width, input->em, input->n_rows,
                  input->squeeze, input->settling, input->is_low, input->level, input->selected, input->focused,
                  lanes->str);
}

static void
test_odd (gconstpointer data)
{
  const Recipe *recipe = data;
  const char *seed = g_getenv ("MIG_TEST_SEED");
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 1);
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (MigSubset) subset = NULL;
  g_autoptr (MigFollowing) following = NULL;
  g_autoptr (MigLanes) lanes = mig_lanes_new ();

  dice = rand;
  corpus = cook (recipe);
  subset = mig_subset_new (corpus, NULL);
  following = mig_following_new (subset, (MigRef[MIG_MAX_FOLLOWED]){ mig_ref (MIG_KIND_PERSON, 0) });
  for (guint i = 0; i < 400; i++)
    {
      MigLanesInput input = draw_view (corpus, recipe);
      const MigLayout *layout;

      input.subset = subset;
      input.following = following;
      tell (&input);
      layout = mig_lanes_update (lanes, &input);
      assert_bands (layout);
      assert_sums (layout, &input);
      assert_labels_apart (layout);
      assert_trays (layout);
      assert_headings (layout, &input);
      assert_texts_clear (layout);
      assert_tenures_apart (layout, &input);
      assert_marks_apart (layout, &input);
      assert_sessions_found (layout);
      for (guint b = 0; b < layout->boxes->len; b++)
        {
          assert_finite (box_at (layout, b));
          assert_in_lane (layout, box_at (layout, b));
          assert_at_date (layout, box_at (layout, b), &input);
          assert_can_be_picked (layout, box_at (layout, b), &input);
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lanes-odd/%s", recipes[i].name);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &recipes[i], test_odd);
    }
  return g_test_run ();
}
