/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bundled-fixture.h"
#include "mig-following.h"
#include "mig-search.h"
#include "mig-sprites.h"
#include "mig-text-cache.h"
#include "mig-timeline-hits.h"
#include "mig-timeline-painter.h"

/* The painter by itself: it needs fonts, but no widget. */

typedef struct
{
  MigCorpus *corpus;
  PangoContext *context;
  MigTimelinePainter *painter;
} Fixture;

static void
set_font (Fixture *fixture, const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  g_clear_pointer (&fixture->painter, mig_timeline_painter_free);
  pango_context_set_font_description (fixture->context, description);
  pango_font_description_free (description);
  fixture->painter = mig_timeline_painter_new (fixture->context, MIG_PALETTE_LIGHT);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->corpus = read_bundled ();
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_font (fixture, "Sans 11");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mig_timeline_painter_free (fixture->painter);
  g_object_unref (fixture->context);
  g_assert_finalize_object (fixture->corpus);
}

static MigTimelineView
make_view (Fixture *fixture, double start, double span, double height)
{
  return (MigTimelineView){
    .corpus = fixture->corpus, .start = start, .end = start + span, .width = 1280, .height = height,
    .selected = mig_corpus_lookup (fixture->corpus, "S14-08"),
  };
}

/* However large the text, and low the picture down to the least that the timeline asks for, no lane is cut. */
static void
test_gives_way (Fixture *fixture, gconstpointer data)
{
  static const double spans[] = { 5, 60, 200, 2000, 8000, 40000 };

  set_font (fixture, "Sans 22");
  for (double height = 420; height < 900; height += 20)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 2, 24), spans[i], height);
          const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, &view);
          double room = height - mig_timeline_painter_get_ruler_height (fixture->painter);

          g_assert_cmpfloat ((double) layout->height, <=, room + 2);
          for (guint b = 0; b < layout->boxes->len; b++)
            {
              const MigBox *box = &g_array_index (layout->boxes, MigBox, b);

              g_assert_cmpfloat ((double) (box->y + box->height / 2), <=, room + 4);
            }
        }
    }
}

/* While sessions get their titles the lane grows from the one height to the other, and nothing else changes. */
static void
test_settles (Fixture *fixture, gconstpointer data)
{
  MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 1, 1), 120, 2000);
  double settled = mig_timeline_painter_get_height (fixture->painter, &view), before = settled;

  g_assert_true (mig_timeline_painter_has_titles (fixture->painter, &view));
  for (view.settling = .25; view.settling <= 1; view.settling += .25)
    {
      double height = mig_timeline_painter_get_height (fixture->painter, &view);

      g_assert_cmpfloat (height, <, before);
      before = height;
    }
  g_assert_cmpfloat_with_epsilon (settled - before, 50 * 11 * 96 / 72.0 / MIG_DESIGN_EM, 2);
}

/* A text is shaped once: it is the same layout when it is asked for again, however many others came between. */
static void
test_shapes_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigTextCache) texts = mig_text_cache_new (fixture->context);
  PangoLayout *layout = mig_text_cache_get (texts, "Kept", MIG_TEXT_LABEL)->layout;
  MigText *paragraph = mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 80, 2);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *other = g_strdup_printf ("%u", i);

      mig_text_cache_get (texts, other, MIG_TEXT_LABEL);
      g_assert_true (mig_text_cache_get (texts, "Kept", MIG_TEXT_LABEL)->layout == layout);
    }
  g_assert_true (mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 80, 2) == paragraph);
  g_assert_true (mig_text_cache_get_paragraph (texts, "Kept in two lines", MIG_TEXT_LABEL, 60, 2) != paragraph);
}

static MigSearchResults *
search_phrase (MigCorpus *corpus, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MigSearchIndex) index = mig_search_index_new (corpus, NULL, &error);
  g_autoptr (MigSearch) search = mig_search_new (index);
  g_autofree char *text = g_strdup_printf ("\"%s\"", words);
  g_autoptr (MigSearchQuery) query = mig_search_query_new (text);

  g_assert_no_error (error);
  return mig_search_run (search, query, NULL, NULL);
}

/* Whether an underline lies anywhere below (@x, @y), or how many there are at all when @x is negative. */
static guint
count_underlines (GskRenderNode *node, double x, double y)
{
  graphene_rect_t bounds;
  guint n = 0;

  if (node == NULL)
    return 0;
  for (guint i = 0; gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE &&
                    i < gsk_container_node_get_n_children (node); i++)
    n += count_underlines (gsk_container_node_get_child (node, i), x, y);
  if (gsk_render_node_get_node_type (node) != GSK_ROUNDED_CLIP_NODE)
    return n;
  gsk_render_node_get_bounds (node, &bounds);
  return x < 0 || (fabs ((double) (bounds.origin.x + bounds.size.width / 2) - x) < 2 &&
                   fabs ((double) bounds.origin.y - y) < 20);
}

static guint
paint_hits (Fixture *fixture, const MigTimelineView *view, const MigLayout *layout, MigRef hit, double x, double y)
{
  g_autoptr (MigSearchResults) results =
      search_phrase (fixture->corpus, mig_corpus_get_record (fixture->corpus, hit)->name);
  g_autoptr (MigSearchPlaces) places = mig_search_places_new (results, layout->subset);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  mig_timeline_hits_paint (snapshot, fixture->painter, layout, view, MIG_PALETTE_LIGHT, results, places);
  node = gtk_snapshot_free_to_node (snapshot);
  n = count_underlines (node, x, y);
  g_clear_pointer (&node, gsk_render_node_unref);
  return n;
}

/* A hit shows where it has no mark of its own, too: under the chip that counts it, and in a density's columns. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  static const double spans[] = { 1500, 3000, 8000, 80000 };
  guint n_chips = 0, n_densities = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 1, 1) - spans[i] / 2, spans[i], 600);
      const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, &view);
      double names = mig_timeline_painter_get_names_width (fixture->painter, view.width);
      double ruler = mig_timeline_painter_get_ruler_height (fixture->painter);

      for (guint b = 0; b < layout->boxes->len; b++)
        {
          const MigBox *box = &g_array_index (layout->boxes, MigBox, b);
          gboolean chip = box->mark == MIG_MARK_CHIP, density = box->mark == MIG_MARK_DENSITY;

          if (box->lane != MIG_LANE_EVENTS || !(chip || density) || (density && box->x0 < 0))
            continue;
          g_assert_cmpuint (paint_hits (fixture, &view, layout, box->ref, density ? -1 : names + (double) box->x,
                                        ruler + (double) (box->y + box->height / 2)), >, 0);
          n_chips += chip;
          n_densities += density;
        }
    }
  g_assert_cmpuint (n_chips, >, 2);
  g_assert_cmpuint (n_densities, >, 0);
}

/* In a lane on demand, too, where positions are those of what it holds. */
static void
test_hits_followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigSubset) subset = mig_subset_new (fixture->corpus, NULL);
  MigRef most = MIG_REF_NONE;
  guint n_chips = 0;

  for (guint i = 0, n_most = 0; i < mig_corpus_get_n (fixture->corpus, MIG_KIND_ORGANIZATION); i++)
    {
      MigRef ref = mig_ref (MIG_KIND_ORGANIZATION, i);
      guint n = mig_corpus_get_related (fixture->corpus, ref, MIG_RELATION_SPEECHES).n;

      if (n > n_most)
        most = ref;
      n_most = MAX (n_most, n);
    }
  for (double span = 1000; span < 90000; span *= 1.5)
    {
      g_autoptr (MigFollowing) following = mig_following_new (subset, (MigRef[MIG_MAX_FOLLOWED]){ most });
      MigTimelineView view = make_view (fixture, mig_day_from_civil (2016, 1, 1) - span / 2, span, 600);
      const MigLayout *layout;

      view.subset = subset;
      view.following = following;
      view.n_lanes = 1;
      view.lanes[0] = MIG_LANE_FOLLOWED;
      layout = mig_timeline_painter_layout (fixture->painter, &view);
      for (guint b = 0; b < layout->boxes->len; b++)
        {
          const MigBox *box = &g_array_index (layout->boxes, MigBox, b);

          if (box->mark != MIG_MARK_CHIP && box->mark != MIG_MARK_DENSITY)
            continue;
          g_assert_cmpuint (paint_hits (fixture, &view, layout, box->ref, -1, 0), >, 0);
          n_chips++;
        }
    }
  g_assert_cmpuint (n_chips, >, 1);
}

/* Draws what was laid out last, with its arcs or without. */
static cairo_surface_t *
draw (Fixture *fixture, const MigTimelineView *view, gboolean arcs)
{
  const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width, (int) view->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  if (!arcs)
    g_array_set_size (layout->arcs, 0);
  mig_timeline_painter_paint (fixture->painter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
differs_about (cairo_surface_t *one, cairo_surface_t *other, double x, double y)
{
  const int stride = cairo_image_surface_get_stride (one);
  const guchar *p = cairo_image_surface_get_data (one), *q = cairo_image_surface_get_data (other);

  for (int line = (int) y - 3; line <= (int) y + 3; line++)
    {
      for (int column = (int) x - 3; column <= (int) x + 3; column++)
        {
          const gsize at = (gsize) (line * stride + column * 4);

          if (line >= 0 && line < cairo_image_surface_get_height (one) && column >= 0 &&
              column < cairo_image_surface_get_width (one) && memcmp (p + at, q + at, 3) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
swap_lanes (MigLane *lanes, guint i, guint k)
{
  const MigLane lane = lanes[i];

  lanes[i] = lanes[k];
  lanes[k] = lane;
}

static void
assert_arcs_arrive (Fixture *fixture, const MigTimelineView *view)
{
  cairo_surface_t *bare = draw (fixture, view, FALSE), *full = draw (fixture, view, TRUE);
  const MigLayout *layout = mig_timeline_painter_layout (fixture->painter, view);
  double top = mig_timeline_painter_get_ruler_height (fixture->painter);
  double left = mig_timeline_painter_get_names_width (fixture->painter, view->width);

  g_assert_cmpuint (layout->arcs->len, >, 0);
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const MigPlacedArc *arc = &g_array_index (layout->arcs, MigPlacedArc, i);
      const MigBox *to = &g_array_index (layout->boxes, MigBox, arc->to);
      const MigBox *from = &g_array_index (layout->boxes, MigBox, MIN (arc->from, layout->boxes->len - 1));
      double side = from->y < to->y ? -1 : 1, reach = to->mark == MIG_MARK_CHEVRON ? 9 : (double) to->height / 2 + 2;

      /* To a cell an arc leads no farther than its tray. */
      if (arc->from >= layout->boxes->len || from->lane == to->lane || to->mark == MIG_MARK_CELL)
        continue;
      if (!differs_about (full, bare, left + (double) to->x, top + (double) to->y + side * reach))
        g_error ("no arc reaches mark %u of lane %u from lane %u, %s it", to->mark, to->lane, from->lane,
                 side < 0 ? "above" : "under");
    }
  cairo_surface_destroy (bare);
  cairo_surface_destroy (full);
}

/* In whatever order the lanes stand, an arc reaches what it leads to, from the side on which its session stands. */
static void
test_arcs_in_any_order (Fixture *fixture, gconstpointer data)
{
  static const char *selected[] = { "S14-08", "M14", "D-70-59" };
  MigTimelineView view = make_view (fixture, mig_day_from_civil (2014, 6, 1), 1000, 520);

  view.n_lanes = 4;
  for (gsize s = 0; s < G_N_ELEMENTS (selected); s++)
    {
      view.selected = mig_corpus_lookup (fixture->corpus, selected[s]);
      for (guint order = 0; order < 24; order++)
        {
          for (MigLane lane = 0; lane < view.n_lanes; lane++)
            view.lanes[lane] = lane;
          swap_lanes (view.lanes, 3, order % 4);
          swap_lanes (view.lanes, 2, order / 4 % 3);
          swap_lanes (view.lanes, 1, order / 12);
          assert_arcs_arrive (fixture, &view);
        }
    }
}

/* Where the sessions are hidden, what they mention is joined to their meeting. */
static void
test_arcs_without_sessions (Fixture *fixture, gconstpointer data)
{
  MigTimelineView view = make_view (fixture, mig_day_from_civil (2014, 6, 1), 1000, 520);
  const MigRef meeting = mig_corpus_lookup (fixture->corpus, "M14");
  const MigLayout *layout;

  view.n_lanes = 2;
  view.lanes[0] = MIG_LANE_EVENTS;
  view.lanes[1] = MIG_LANE_MEETINGS;
  layout = mig_timeline_painter_layout (fixture->painter, &view);
  g_assert_cmpuint (layout->arcs->len, >, 0);
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      guint from = g_array_index (layout->arcs, MigPlacedArc, i).from;

      g_assert_cmpuint (from, <, layout->boxes->len);
      g_assert_cmpuint (g_array_index (layout->boxes, MigBox, from).ref, ==, meeting);
    }
  assert_arcs_arrive (fixture, &view);
}

/* A view that may be asked for, with real fonts; the same on each run. */
static MigTimelineView
draw_view (Fixture *fixture, GRand *rand)
{
  static const char *selected[] = { "S14-08", "M14", "M02", "E-summit-2016", "D-70-59" };
  double span = exp (g_rand_double_range (rand, log (3), log (30000)));
  double middle = mig_day_from_civil (2002, 1, 1) + g_rand_double_range (rand, 0, 6500);
  MigTimelineView view = {
    .corpus = fixture->corpus, .start = middle - span / 2, .end = middle + span / 2,
    .width = g_rand_int_range (rand, 360, 2200), .height = g_rand_int_range (rand, 200, 800),
    .bare = g_rand_int_range (rand, 0, 8) == 0,
  };

  if (g_rand_boolean (rand))
    view.selected = mig_corpus_lookup (fixture->corpus,
                                       selected[g_rand_int_range (rand, 0, G_N_ELEMENTS (selected))]);
  return view;
}

static void
assert_labels_apart (const MigLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const MigBox *a = &g_array_index (layout->boxes, MigBox, i), *b = &g_array_index (layout->boxes, MigBox, k);

        if (a->lane != MIG_LANE_EVENTS || b->lane != a->lane || a->title == NULL || b->title == NULL ||
            mig_box_is_aggregate (a) || mig_box_is_aggregate (b) || fabsf (a->y - b->y) > 1)
          continue;
        if (a->title_x < b->title_x + b->title_width && b->title_x < a->title_x + a->title_width)
          g_error ("“%s” lies on “%s”", a->title, b->title);
      }
}

/* Wherever a box is drawn, it is in the picture and can be pointed at; and where time runs leftwards, at the same place
 * seen in a mirror. */
static void
test_any_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 300; i++)
    {
      MigTimelineView view;
      const MigLayout *layout;
      double ruler;

      if (i % 50 == 0)
        {
          g_autofree char *font = g_strdup_printf ("Sans %d", g_rand_int_range (rand, 8, 26));

          set_font (fixture, font);
        }
      view = draw_view (fixture, rand);
      layout = mig_timeline_painter_layout (fixture->painter, &view);
      ruler = mig_timeline_painter_get_ruler_height (fixture->painter);
      assert_labels_apart (layout);
      for (guint b = 0; b < layout->boxes->len; b++)
        {
          MigTimelineView mirror = view;
          const MigBox *box = &g_array_index (layout->boxes, MigBox, b);
          graphene_rect_t bounds, mirrored;

          if (!mig_timeline_painter_get_bounds (fixture->painter, box, 0, &bounds))
            continue;
          g_assert_cmpfloat ((double) bounds.origin.x, >=, 0);
          g_assert_cmpfloat ((double) (bounds.origin.x + bounds.size.width), <=, view.width + .01);
          g_assert_cmpfloat ((double) bounds.origin.y, >=, ruler - 2);
          g_assert_nonnull (mig_timeline_painter_pick (fixture->painter,
                                                       (double) (bounds.origin.x + bounds.size.width / 2),
                                                       (double) (bounds.origin.y + bounds.size.height / 2), 24));
          if (b % 9 != i % 9)
            continue;
          mirror.mirrored = TRUE;
          layout = mig_timeline_painter_layout (fixture->painter, &mirror);
          box = &g_array_index (layout->boxes, MigBox, b);
          g_assert_true (mig_timeline_painter_get_bounds (fixture->painter, box, 0, &mirrored));
          g_assert_cmpfloat_with_epsilon ((double) (mirrored.origin.x + mirrored.size.width),
                                          view.width - (double) bounds.origin.x, .01);
          g_assert_cmpfloat_with_epsilon ((double) mirrored.origin.y, (double) bounds.origin.y, .01);
          layout = mig_timeline_painter_layout (fixture->painter, &view);
        }
    }
}

/* What is drawn again stands where it is put, at the very beginning of the picture too. */
static void
test_puts (Fixture *fixture, gconstpointer data)
{
  static const float places[][2] = { { 0, 0 }, { 0, 3 }, { -5, 0 }, { 7, 9 } };
  g_autoptr (GskRenderNode) square = gsk_color_node_new (&(GdkRGBA){ 1, 0, 0, 1 }, &GRAPHENE_RECT_INIT (0, 0, 2, 2));

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      graphene_rect_t bounds;

      mig_sprites_put (snapshot, square, places[i][0], places[i][1]);
      mig_sprites_put (snapshot, NULL, places[i][0], places[i][1]);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (places[i][0], places[i][1], 2, 2)));
    }
}

#define ADD(name, test) g_test_add ("/timeline-painter/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  ADD ("hits-followed", test_hits_followed);
  ADD ("any-view", test_any_view);
  ADD ("arcs/in-any-order", test_arcs_in_any_order);
  ADD ("arcs/without-sessions", test_arcs_without_sessions);
  ADD ("gives-way", test_gives_way);
  ADD ("settles", test_settles);
  ADD ("puts", test_puts);
  ADD ("shapes-once", test_shapes_once);
  ADD ("hits", test_hits);
  return g_test_run ();
}
