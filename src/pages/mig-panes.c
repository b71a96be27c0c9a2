/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-panes.h"

#include "mig-columns.h"

/* Where bar, contents and page stand. Where there is no room for both panes they take turns. All widths are in em, so
 * that large text counts as a narrow window.
 *
 *   ┌ bar ────────────────────┐        ┌ bar ──────┐    ┌ bar ──────┐
 *   │ contents │ page         │        │ page      │ or │ contents  │
 *   └──────────┴──────────────┘        └───────────┘    └───────────┘
 */

/* Up to which width there is one pane, and the contents have little room; from which they have more. */
#define NARROW_WIDTH 44
#define COMPACT_WIDTH 68
#define LARGE_WIDTH 100
#define CONTENTS_WIDTH_COMPACT 17.8
#define LEAST_HEIGHT 8.0
#define CONTENTS_WIDTH 21.55
#define CONTENTS_WIDTH_LARGE 24.5

/* Results of a search are sentences: they get a share of the width, as far as the page still has room. */
#define WIDE_SHARE 0.42
#define WIDE_MOST 42.0
#define PAGE_LEAST 28.0

struct _MigPanes
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkWidget *contents;
  GtkWidget *page;

  gboolean is_narrow;
  gboolean is_compact;
  gboolean contents_shown;
  gboolean contents_wide;
  guint mode_source;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_CONTENTS_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigPanes, mig_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  MigPanes *self = MIG_PANES (buildable);
  GtkWidget **place = g_strcmp0 (type, "bar") == 0        ? &self->bar
                      : g_strcmp0 (type, "contents") == 0 ? &self->contents
                      : g_strcmp0 (type, "page") == 0     ? &self->page
                                                          : NULL;

  if (place == NULL)
    {
      parent_buildable_iface->add_child (buildable, builder, child, type);
      return;
    }

  *place = GTK_WIDGET (child);
  gtk_widget_set_parent (*place, GTK_WIDGET (self));
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
set_css_class (MigPanes   *self,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* A pane that cannot be seen is hidden from a screen reader too. */
static void
update_panes (MigPanes *self)
{
  gtk_widget_set_visible (self->contents, !self->is_narrow || self->contents_shown);
  gtk_widget_set_visible (self->page, !self->is_narrow || !self->contents_shown);
  gtk_widget_set_child_visible (self->contents, TRUE);
  gtk_widget_set_child_visible (self->page, TRUE);
  set_css_class (self, "narrow", self->is_narrow);
  set_css_class (self, "compact", self->is_compact);
}

static gboolean
update_panes_cb (gpointer user_data)
{
  MigPanes *self = user_data;

  self->mode_source = 0;
  if (!self->is_narrow)
    mig_panes_set_contents_shown (self, FALSE);
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
}

/* While sizes are being handed out, nothing may ask for a new size: the panes change right after. */
static void
set_mode (MigPanes *self,
          gboolean  is_narrow,
          gboolean  is_compact)
{
  if (self->is_narrow == is_narrow && self->is_compact == is_compact)
    return;

  self->is_narrow = is_narrow;
  self->is_compact = is_compact;
  if (self->mode_source == 0)
    self->mode_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_panes_cb, self, NULL);
}

static void
mig_panes_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  MigPanes *self = MIG_PANES (widget);
  GtkWidget *panes[2] = { self->contents, self->page };
  int pane_minimum = 0, pane_natural = 0;

  gtk_widget_measure (self->bar, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* What stands under the bar scrolls. To ask it for a height would lay out a whole page for a width that it will
       * not get, which takes longer than to show it. */
      *minimum += (int) (LEAST_HEIGHT * mig_columns_get_em (widget));
      *natural = *minimum;
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      int child_minimum, child_natural;

      if (!gtk_widget_get_visible (panes[i]))
        continue;

      gtk_widget_measure (panes[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      pane_minimum = MAX (pane_minimum, child_minimum);
      pane_natural = MAX (pane_natural, child_natural);
    }

  *minimum = MAX (*minimum, pane_minimum);
  *natural = MAX (*natural, pane_natural);
}

static int
get_contents_width (MigPanes *self,
                    int       width,
                    double    em)
{
  double contents_width = CONTENTS_WIDTH;

  if (self->is_narrow)
    return self->contents_shown ? width : 0;

  if (self->is_compact)
    contents_width = CONTENTS_WIDTH_COMPACT;
  else if (width >= LARGE_WIDTH * em)
    contents_width = CONTENTS_WIDTH_LARGE;
  if (self->contents_wide)
    {
      double share = MIN (MIN (WIDE_SHARE * width / em, WIDE_MOST), width / em - PAGE_LEAST);

      contents_width = MAX (contents_width, share);
    }

  return (int) (contents_width * em);
}

static void
allocate_pane (GtkWidget *pane,
               int        x,
               int        y,
               int        width,
               int        height)
{
  gtk_widget_set_child_visible (pane, width > 0);
  if (width > 0 && gtk_widget_should_layout (pane))
    gtk_widget_size_allocate (pane, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
mig_panes_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  MigPanes *self = MIG_PANES (widget);
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const double em = mig_columns_get_em (widget);
  int bar_height, contents_width;

  set_mode (self, width < NARROW_WIDTH * em, width < COMPACT_WIDTH * em);

  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, width, &bar_height, NULL, NULL, NULL);
  allocate_pane (self->bar, 0, 0, width, bar_height);

  height = MAX (0, height - bar_height);
  contents_width = get_contents_width (self, width, em);
  allocate_pane (self->contents, is_mirrored ? width - contents_width : 0, bar_height, contents_width, height);
  allocate_pane (self->page, is_mirrored ? 0 : contents_width, bar_height, width - contents_width, height);
}

static void
mig_panes_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MigPanes *self = MIG_PANES (object);

  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;

    case PROP_CONTENTS_SHOWN:
      g_value_set_boolean (value, self->contents_shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_panes_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_CONTENTS_SHOWN:
      mig_panes_set_contents_shown (MIG_PANES (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_panes_dispose (GObject *object)
{
  MigPanes *self = MIG_PANES (object);

  g_clear_handle_id (&self->mode_source, g_source_remove);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->contents, gtk_widget_unparent);
  g_clear_pointer (&self->page, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_panes_parent_class)->dispose (object);
}

static void
mig_panes_class_init (MigPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_panes_get_property;
  object_class->set_property = mig_panes_set_property;
  object_class->dispose = mig_panes_dispose;

  widget_class->measure = mig_panes_measure;
  widget_class->size_allocate = mig_panes_size_allocate;

  /**
   * MigPanes:narrow:
   *
   * Whether there is room for one pane only.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * MigPanes:contents-shown:
   *
   * Whether the contents are shown instead of the page. Only so where there is room for one pane only.
   */
  properties[PROP_CONTENTS_SHOWN] =
    g_param_spec_boolean ("contents-shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_panes_init (MigPanes *self)
{
}

/**
 * mig_panes_get_narrow:
 * @self: the panes
 *
 * Returns: whether there is room for one pane only
 */
gboolean
mig_panes_get_narrow (MigPanes *self)
{
  g_return_val_if_fail (MIG_IS_PANES (self), FALSE);

  return self->is_narrow;
}

/**
 * mig_panes_get_contents_shown:
 * @self: the panes
 *
 * Returns: whether the contents are shown instead of the page
 */
gboolean
mig_panes_get_contents_shown (MigPanes *self)
{
  g_return_val_if_fail (MIG_IS_PANES (self), FALSE);

  return self->contents_shown;
}

/**
 * mig_panes_set_contents_shown:
 * @self: the panes
 * @contents_shown: whether to show the contents instead of the page
 *
 * Changes to the other pane. Where both are seen, this does nothing.
 */
void
mig_panes_set_contents_shown (MigPanes *self,
                              gboolean  contents_shown)
{
  g_return_if_fail (MIG_IS_PANES (self));

  contents_shown = contents_shown && self->is_narrow;
  if (self->contents_shown == contents_shown)
    return;

  self->contents_shown = contents_shown;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENTS_SHOWN]);
}

/**
 * mig_panes_set_contents_wide:
 * @self: the panes
 * @wide: whether the contents are more than names, and want more room beside the page
 */
void
mig_panes_set_contents_wide (MigPanes *self,
                             gboolean  wide)
{
  g_return_if_fail (MIG_IS_PANES (self));

  if (self->contents_wide == wide)
    return;

  self->contents_wide = wide;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
