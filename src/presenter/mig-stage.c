/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-animations.h"
#include "mig-card.h"
#include "mig-handout.h"

/*
 * MigStage: what the room sees, on the projector and as a picture of it in the console and in the overview. All of them
 * are drawn by the room painter, which scales everything with its size, in the shape of the room's screen.
 */

/* Of a picture on the console */
#define LEAST_WIDTH 160
#define NATURAL_WIDTH 240

#define SPOT_RADIUS 46
#define SPOT_LINE 7

G_DEFINE_FINAL_TYPE (MigStage, mig_stage, GTK_TYPE_WIDGET)

static void
drop_picture (MigStage *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_painter (MigStage *self)
{
  g_clear_pointer (&self->painter, mig_room_painter_free);
  drop_picture (self);
}

static MigRoomPainter *
get_painter (MigStage *self)
{
  if (self->painter == NULL)
    self->painter = mig_room_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->palette);
  return self->painter;
}

/* How far the picture's start lies outside the stage when it is magnified, in pixels. */
static void
get_offset (MigStage *self, double *times, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double fx, fy;

  *times = mig_presentation_get_magnification (self->presentation, &fx, &fy);
  *x = fx * width * (*times - 1);
  *y = fy * height * (*times - 1);
}

/* From the stage to the picture that is drawn on it, in pixels. */
void
mig_stage_to_picture (MigStage *self, double x, double y, double *picture_x, double *picture_y)
{
  double times, dx, dy;

  get_offset (self, &times, &dx, &dy);
  *picture_x = x + dx;
  *picture_y = y + dy;
}

/* Drawing */

static void
init_view (MigStage *self, MigRoomView *view)
{
  *view = (MigRoomView){
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .keeps_time = mig_presentation_get_keeps_time (self->presentation),
  };
}

/* A scene stands still, and is drawn once. */
static void
snapshot_scene (MigStage *self, GtkSnapshot *snapshot)
{
  GtkSnapshot *own;
  MigRoomView view;

  if (self->node == NULL)
    {
      init_view (self, &view);
      if (!mig_room_view_init_scene (&view, self->sight, mig_presentation_get_corpus (self->presentation),
                                     mig_presentation_get_briefing (self->presentation), self->position, FALSE))
        return;
      own = gtk_snapshot_new ();
      mig_room_painter_paint (get_painter (self), own, &view);
      self->node = gtk_snapshot_free_to_node (own);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
snapshot_cover (GtkSnapshot *snapshot, MigCover cover, double width, double height)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, cover == MIG_COVER_WHITE ? &white : &black,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

/* A ring around the pointer, seen on any ground. */
static void
snapshot_spot (MigStage *self, GtkSnapshot *snapshot, double width, double height)
{
  const GdkRGBA *colour = mig_palette_get (self->palette, MIG_COLOUR_HIT);
  GdkRGBA halo = *colour;
  double x, y, unit = height / MIG_ROOM_HEIGHT, radius = SPOT_RADIUS * unit;
  float line = (float) (SPOT_LINE * unit);
  graphene_rect_t bounds;
  GskRoundedRect ring;

  if (!mig_presentation_get_pointing (self->presentation) ||
      !mig_presentation_get_pointer (self->presentation, &x, &y))
    return;
  bounds = GRAPHENE_RECT_INIT ((float) (x * width - radius), (float) (y * height - radius), (float) (2 * radius),
                               (float) (2 * radius));
  gsk_rounded_rect_init_from_rect (&ring, &bounds, (float) radius);
  halo.alpha = 0.22f;
  gtk_snapshot_push_rounded_clip (snapshot, &ring);
  gtk_snapshot_append_color (snapshot, &halo, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &ring, (const float[4]){ line, line, line, line },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

/* Where there is no console, what is typed shows here. */
static void
snapshot_digits (MigStage *self, GtkSnapshot *snapshot, double width, double height)
{
  const char *digits = mig_presentation_get_digits (self->presentation);
  double unit = height / MIG_ROOM_HEIGHT;
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  int w, h;

  if (*digits == '\0' || self->kind != MIG_STAGE_ROOM || !self->alone)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), digits);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, 40 * unit * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &w, &h);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - w - 64 * unit),
                                                          (float) (height - h - 70 * unit)));
  gtk_snapshot_append_layout (snapshot, layout, mig_palette_get (self->palette, MIG_COLOUR_FG));
  gtk_snapshot_restore (snapshot);
}

/* What is magnified is drawn larger, and not scaled: so it stays crisp. */
static void
snapshot_room (MigStage *self, GtkSnapshot *snapshot)
{
  MigCover cover = mig_presentation_get_cover (self->presentation);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double times, x, y;
  MigRoomView view;

  if (cover != MIG_COVER_NONE)
    {
      snapshot_cover (snapshot, cover, width, height);
      return;
    }
  init_view (self, &view);
  mig_presentation_init_view (self->presentation, &view);
  get_offset (self, &times, &x, &y);
  view.width *= times;
  view.height *= times;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -round (x), (float) -round (y)));
  mig_room_painter_paint (get_painter (self), snapshot, &view);
  gtk_snapshot_restore (snapshot);
  snapshot_spot (self, snapshot, width, height);
  snapshot_digits (self, snapshot, width, height);
}

static void
mig_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MigStage *self = MIG_STAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->presentation == NULL || width <= 0 || height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->kind == MIG_STAGE_SCENE)
    snapshot_scene (self, snapshot);
  else
    snapshot_room (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Following the presentation */

/* Whoever does not see the stage reads what its card says. */
static void
sync_accessible (MigStage *self)
{
  MigBriefing *briefing = mig_presentation_get_briefing (self->presentation);
  gboolean single = self->kind == MIG_STAGE_SCENE;
  MigRoomView view = { 0 };
  g_autoptr (MigCard) card = NULL;
  g_autofree char *text = NULL;
  MigScene *scene = mig_briefing_get (briefing, single ? self->position
                                                       : mig_presentation_get_shown (self->presentation));

  mig_presentation_init_view (self->presentation, &view);
  if (single && scene != NULL)
    view.selected = mig_scene_resolve (scene, view.corpus);
  card = mig_card_new (view.corpus, view.selected);
  text = mig_card_to_text (card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene != NULL ? mig_scene_get_fields (scene)->name : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* While the room looks at a scene there is time to sift for those a step away, and to set their cards. */
static gboolean
prepare_cb (gpointer user_data)
{
  MigStage *self = user_data;
  MigBriefing *briefing = mig_presentation_get_briefing (self->presentation);

  self->prepare_id = 0;
  mig_presentation_prepare (self->presentation);
  for (int direction = -1; direction <= 1; direction += 2)
    {
      MigRoomView view;
      guint position;

      init_view (self, &view);
      if (view.width <= 0 || !mig_presentation_find_step (self->presentation, direction, &position))
        continue;
      view.corpus = mig_presentation_get_corpus (self->presentation);
      view.selected = mig_scene_resolve (mig_briefing_get (briefing, position), view.corpus);
      mig_room_painter_prepare (get_painter (self), &view);
    }
  return G_SOURCE_REMOVE;
}

static void
prepare_soon (MigStage *self)
{
  if (self->kind == MIG_STAGE_ROOM && self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigStage *self = MIG_STAGE (widget);

  if (mig_presentation_advance (self->presentation, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  prepare_soon (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MigStage *self)
{
  mig_presentation_set_animated (self->presentation, mig_animations_are_enabled (GTK_WIDGET (self)));
  /* The room's own clock moves the scenes; pictures of it follow. */
  if (self->kind == MIG_STAGE_ROOM && self->tick_id == 0 && mig_presentation_is_moving (self->presentation))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  if (!mig_presentation_is_moving (self->presentation))
    prepare_soon (self);
  sync_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (MigStage *self)
{
  if (self->kind != MIG_STAGE_SCENE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Only the briefing changes a scene that stands still; that comes as a new position or a new stage. */
static void
bind_cb (MigStage *self, MigPresentation *presentation, GSignalGroup *signals)
{
  if (self->kind == MIG_STAGE_SCENE)
    drop_picture (self);
  else
    changed_cb (self);
}

/* Size */

static GtkSizeRequestMode
mig_stage_get_request_mode (GtkWidget *widget)
{
  return MIG_STAGE (widget)->kind == MIG_STAGE_ROOM ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                                    : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  MigStage *self = MIG_STAGE (widget);

  *minimum = *natural = 0;
  if (self->kind == MIG_STAGE_ROOM)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *natural = (int) round ((double) MAX (for_size, LEAST_WIDTH) * self->room_height / self->room_width);
  /* What a picture beside others needs at least must not grow with its width, or a box does not know how to share its
   * own. */
  *minimum = self->keeps_shape ? *natural : (int) round ((double) LEAST_WIDTH * self->room_height / self->room_width);
}

static void
mig_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_picture (MIG_STAGE (widget));
}

static void
mig_stage_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mig_stage_parent_class)->css_changed (widget, change);

  drop_painter (MIG_STAGE (widget));
}

static void
mig_stage_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (mig_stage_parent_class)->direction_changed (widget, before);

  drop_painter (MIG_STAGE (widget));
}

/* Class */

static void
mig_stage_dispose (GObject *object)
{
  MigStage *self = MIG_STAGE (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->sight);
  g_clear_pointer (&self->painter, mig_room_painter_free);

  G_OBJECT_CLASS (mig_stage_parent_class)->dispose (object);
}

static void
mig_stage_class_init (MigStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_stage_dispose;
  widget_class->snapshot = mig_stage_snapshot;
  widget_class->get_request_mode = mig_stage_get_request_mode;
  widget_class->measure = mig_stage_measure;
  widget_class->size_allocate = mig_stage_size_allocate;
  widget_class->css_changed = mig_stage_css_changed;
  widget_class->direction_changed = mig_stage_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mig_stage_init (MigStage *self)
{
  self->palette = MIG_PALETTE_ROOM;
  self->room_width = MIG_ROOM_WIDTH;
  self->room_height = MIG_ROOM_HEIGHT;
  self->sight = mig_scene_sight_new ();
  /* What passes the scene's filter may be known only in a moment: then it is drawn again. */
  g_signal_connect_object (self->sight, "changed", G_CALLBACK (drop_picture), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (MIG_TYPE_PRESENTATION);
  g_signal_connect_swapped (self->signals, "bind", G_CALLBACK (bind_cb), self);
  g_signal_group_connect_swapped (self->signals, "moved", G_CALLBACK (moved_cb), self);
}

/**
 * mig_stage_set_keeps_shape:
 * @self: a picture of the room's screen
 * @keeps_shape: whether it is never lower than that screen would be in its width
 */
void
mig_stage_set_keeps_shape (MigStage *self, gboolean keeps_shape)
{
  g_return_if_fail (MIG_IS_STAGE (self));

  self->keeps_shape = keeps_shape;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mig_stage_new:
 * @kind: whether it is the room's screen, or a picture of it
 *
 * Returns: (transfer none): a stage
 */
GtkWidget *
mig_stage_new (MigStageKind kind)
{
  MigStage *self = g_object_new (MIG_TYPE_STAGE, NULL);

  self->kind = kind;
  if (kind != MIG_STAGE_SCENE)
    {
      g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
      mig_stage_add_gestures (self);
    }
  return GTK_WIDGET (self);
}

/**
 * mig_stage_set_presentation:
 * @self: a stage
 * @presentation: (nullable): what is being given
 */
void
mig_stage_set_presentation (MigStage *self, MigPresentation *presentation)
{
  g_return_if_fail (MIG_IS_STAGE (self));

  if (g_set_object (&self->presentation, presentation))
    g_signal_group_set_target (self->signals, presentation);
}

/**
 * mig_stage_set_position:
 * @self: a stage that shows a single scene
 * @position: its place; it is drawn afresh
 */
void
mig_stage_set_position (MigStage *self, guint position)
{
  g_return_if_fail (MIG_IS_STAGE (self));

  self->position = position;
  drop_picture (self);
  if (self->presentation != NULL)
    sync_accessible (self);
}

/**
 * mig_stage_set_palette:
 * @self: a stage
 * @palette: in which colours the room sees
 */
void
mig_stage_set_palette (MigStage *self, MigPalette palette)
{
  if (palette == self->palette)
    return;
  self->palette = palette;
  drop_painter (self);
}

/**
 * mig_stage_set_room_size:
 * @self: a picture of the room's screen
 * @width: of that screen, in pixels
 * @height: of that screen
 */
void
mig_stage_set_room_size (MigStage *self, int width, int height)
{
  if (width <= 0 || height <= 0 || (width == self->room_width && height == self->room_height))
    return;
  self->room_width = width;
  self->room_height = height;
  drop_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mig_stage_set_alone:
 * @self: the room's screen
 * @alone: whether there is no console, so that what is typed shows here
 */
void
mig_stage_set_alone (MigStage *self, gboolean alone)
{
  self->alone = alone;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
