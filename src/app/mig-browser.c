/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-browser-private.h"

#include <math.h>

#include "mig-columns.h"
#include "mig-date-format.h"
#include "mig-details.h"
#include "mig-overview.h"
#include "mig-timeline-pane.h"
#include "mig-timeline.h"

/* MigBrowser
 *
 * An open corpus: the timeline and its overview above, the details below, a handle between them. All three follow one
 * navigator, and the first two one viewport.
 *
 *   MigNavigator ──┬─> MigTimelinePane <──┐
 *                  ├─> MigOverview <──────┼── MigViewport <── zoom buttons, scale
 *                  └─> MigDetails         │
 *
 * As long as nobody has moved the handle the timeline gets the height that its lanes need. What can be done with a
 * browser from outside is in mig-browser-use.c.
 */

/* Widths, in em, from which on the overview has room for the zoom buttons, and for the scale beside them. */
#define BUTTONS_EM 36.0
#define SCALE_EM 60.0
/* The timeline by itself takes no more than this part of the height, less while hits are listed under it, and its twin
 * just this one. */
#define TOP_SHARE 0.62
#define SEARCH_SHARE 0.46
#define LIST_SHARE 0.5

enum
{
  PROP_NAVIGATOR = 1,
  PROP_VIEWPORT,
  PROP_TIMELINE_HEIGHT,
  PROP_PALETTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigBrowser, mig_browser, GTK_TYPE_WIDGET)

/* A number between 0 and 1 says nothing; the years that are in sight do. */
static void
sync_scale (MigBrowser *self)
{
  g_autofree char *span = mig_date_format_span ((gint) mig_viewport_get_start (self->viewport),
                                                (gint) mig_viewport_get_end (self->viewport));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, span, -1);
}

static gboolean
fold_cb (gpointer user_data)
{
  MigBrowser *self = user_data;

  self->fold_id = 0;
  gtk_widget_set_visible (self->zoom_box, self->width_em >= BUTTONS_EM);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), self->width_em >= SCALE_EM);
  gtk_widget_set_visible (self->fit_button, self->width_em >= SCALE_EM);
  gtk_widget_set_visible (self->list_button, self->width_em >= SCALE_EM);
  mig_browser_spare_height (self);

  return G_SOURCE_REMOVE;
}

/* What is shown may not change while sizes are given out; it does before the next frame. */
static void
watch_size (MigBrowser *self, int width, int height)
{
  const double em = mig_columns_get_em (GTK_WIDGET (self));
  double width_em = width / em, height_em = height / em;
  gboolean crosses = (self->lists_hits && fabs (height_em - self->height_em) > 0.01) ||
                     (width_em >= BUTTONS_EM) != gtk_widget_get_visible (self->zoom_box) ||
                     (width_em >= SCALE_EM) != gtk_widget_get_visible (GTK_WIDGET (self->scale));

  self->width_em = width_em;
  self->height_em = height_em;
  if (crosses && self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
place_handle (MigBrowser *self, int width, int height)
{
  int natural, position;

  if (self->timeline_height > 0)
    {
      position = self->timeline_height;
    }
  else if (mig_timeline_pane_get_shows_list (MIG_TIMELINE_PANE (self->pane)))
    {
      position = (int) (height * LIST_SHARE);
    }
  else
    {
      gtk_widget_measure (self->top, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      position = MIN (natural, (int) (height * (self->lists_hits ? SEARCH_SHARE : TOP_SHARE)));
    }

  if (gtk_paned_get_position (self->paned) != position)
    gtk_paned_set_position (self->paned, position);
}

/* The handle moves while sizes are given out, and otherwise only by somebody's hand. */
static void
position_changed_cb (MigBrowser *self)
{
  if (!self->allocating && gtk_widget_get_mapped (GTK_WIDGET (self)))
    mig_browser_set_timeline_height (self, gtk_paned_get_position (self->paned));
}

GtkWidget *
mig_browser_ensure_details (MigBrowser *self)
{
  if (self->details != NULL)
    return self->details;

  self->details = mig_details_new (self->navigator);
  gtk_paned_set_end_child (self->paned, self->details);
  g_signal_connect_object (self->timeline, "item-activated", G_CALLBACK (mig_details_focus_page), self->details,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "picked", G_CALLBACK (mig_details_focus_page), self->details,
                           G_CONNECT_SWAPPED);

  return self->details;
}

/* The first frame shows the timeline; a page takes longer to lay out than all else, and follows in the next frame. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MigBrowser *self = MIG_BROWSER (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  mig_browser_ensure_details (self);
  return G_SOURCE_REMOVE;
}

static void
list_requested_cb (MigBrowser *self, guint ref)
{
  const MigDate *date = mig_corpus_get_date (mig_navigator_get_corpus (self->navigator), ref);

  /* What has a day of its own is selected: it leaves its heap then, and its page opens. */
  if (date != NULL && mig_date_is_set (date))
    mig_navigator_select (self->navigator, ref);
  else
    mig_details_show_undated (MIG_DETAILS (mig_browser_ensure_details (self)));
}

static void
mig_browser_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MIG_BROWSER (widget)->paned), orientation, for_size, minimum, natural, NULL, NULL);
}

static gboolean
focus_cb (gpointer user_data)
{
  MigBrowser *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focus_id = 0;
  /* Whoever has begun to type meanwhile goes on. */
  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    mig_browser_focus_selected (self);

  return G_SOURCE_REMOVE;
}

static void
mig_browser_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigBrowser *self = MIG_BROWSER (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  self->allocating = TRUE;
  place_handle (self, width, height);
  gtk_widget_size_allocate (GTK_WIDGET (self->paned), &allocation, baseline);
  self->allocating = FALSE;

  watch_size (self, width, height);
  if (self->focus_waits && self->focus_id == 0)
    self->focus_id = g_idle_add (focus_cb, self);
  self->focus_waits = FALSE;
}

static void
mig_browser_constructed (GObject *object)
{
  MigBrowser *self = MIG_BROWSER (object);

  G_OBJECT_CLASS (mig_browser_parent_class)->constructed (object);

  self->pane = mig_timeline_pane_new (self->navigator, self->viewport);
  self->timeline = mig_timeline_pane_get_timeline (MIG_TIMELINE_PANE (self->pane));
  gtk_widget_set_vexpand (self->pane, TRUE);
  gtk_box_prepend (GTK_BOX (self->top), self->pane);

  self->overview = mig_overview_new (self->navigator, self->viewport);
  gtk_widget_set_hexpand (self->overview, TRUE);
  gtk_box_prepend (GTK_BOX (self->strip), self->overview);

  /* Its place is kept, so that nothing moves when it comes. */
  gtk_paned_set_end_child (self->paned, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  g_signal_connect_object (self->timeline, "list-requested", G_CALLBACK (list_requested_cb), self, G_CONNECT_SWAPPED);

  g_object_bind_property (self->viewport, "zoom", self->adjustment, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (sync_scale), self, G_CONNECT_SWAPPED);
  sync_scale (self);
}

static void
mig_browser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigBrowser *self = MIG_BROWSER (object);

  switch (prop_id)
    {
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;

    case PROP_VIEWPORT:
      g_value_set_object (value, self->viewport);
      break;

    case PROP_TIMELINE_HEIGHT:
      g_value_set_int (value, self->timeline_height);
      break;

    case PROP_PALETTE:
      g_object_get_property (G_OBJECT (self->timeline), "palette", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_browser_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigBrowser *self = MIG_BROWSER (object);

  switch (prop_id)
    {
    case PROP_NAVIGATOR:
      self->navigator = g_value_dup_object (value);
      break;

    case PROP_VIEWPORT:
      self->viewport = g_value_dup_object (value);
      break;

    case PROP_TIMELINE_HEIGHT:
      mig_browser_set_timeline_height (self, g_value_get_int (value));
      break;

    case PROP_PALETTE:
      g_object_set_property (G_OBJECT (self->timeline), "palette", value);
      g_object_set_property (G_OBJECT (self->overview), "palette", value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_browser_dispose (GObject *object)
{
  MigBrowser *self = MIG_BROWSER (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->paned != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  self->paned = NULL;
  g_clear_object (&self->navigator);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (mig_browser_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEWPORT] =
    g_param_spec_object ("viewport", NULL, NULL, MIG_TYPE_VIEWPORT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMELINE_HEIGHT] =
    g_param_spec_int ("timeline-height", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PALETTE] =
    g_param_spec_string ("palette", NULL, NULL, "light",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_browser_class_init (MigBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mig_browser_constructed;
  object_class->get_property = mig_browser_get_property;
  object_class->set_property = mig_browser_set_property;
  object_class->dispose = mig_browser_dispose;
  widget_class->measure = mig_browser_measure;
  widget_class->size_allocate = mig_browser_size_allocate;

  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, paned);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, top);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, strip);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, scale);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, adjustment);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, fit_button);
  gtk_widget_class_bind_template_child (widget_class, MigBrowser, list_button);
  gtk_widget_class_bind_template_callback (widget_class, position_changed_cb);

  gtk_widget_class_set_css_name (widget_class, "browser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_browser_init (MigBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_browser_new:
 * @navigator: the window's corpus and selection
 * @viewport: the span of time in sight
 *
 * Returns: (transfer floating): the view of an open corpus
 */
GtkWidget *
mig_browser_new (MigNavigator *navigator, MigViewport *viewport)
{
  return g_object_new (MIG_TYPE_BROWSER, "navigator", navigator, "viewport", viewport, NULL);
}

/**
 * mig_browser_get_timeline_height:
 * @self: a browser
 *
 * Returns: the height of the timeline with its overview as somebody has set it, in pixels; 0 as long as nobody has
 */
int
mig_browser_get_timeline_height (MigBrowser *self)
{
  g_return_val_if_fail (MIG_IS_BROWSER (self), 0);

  return self->timeline_height;
}

/**
 * mig_browser_set_timeline_height:
 * @self: a browser
 * @height: in pixels, or 0 for what the lanes need
 *
 * Sets the height of the timeline with its overview; what the window has no room for is not given.
 */
void
mig_browser_set_timeline_height (MigBrowser *self, int height)
{
  g_return_if_fail (MIG_IS_BROWSER (self));
  g_return_if_fail (height >= 0);

  if (height == self->timeline_height)
    return;

  self->timeline_height = height;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_HEIGHT]);
}
