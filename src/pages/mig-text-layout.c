/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-text-layout.h"

#include "mig-columns.h"

/* How much room the text of a label that wraps needs. Before it gives any height GtkLabel looks for its least width, by
 * setting its text with every letter on a line of its own, which takes ten times as long as all else that is done for
 * the label. This says one letter instead and leaves the rest to the label. */

struct _MigTextLayout
{
  GtkLayoutManager parent_instance;

  /* What was measured, and its width on one line */
  PangoLayout *layout;
  PangoAttrList *attributes;
  guint serial;
  int natural;
};

G_DEFINE_FINAL_TYPE (MigTextLayout, mig_text_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A label makes another layout for another text; in the same one the style and the font may change. */
static gboolean
is_up_to_date (MigTextLayout *self,
               PangoLayout   *layout)
{
  return self->layout == layout && self->attributes == pango_layout_get_attributes (layout) &&
         self->serial == pango_context_get_serial (pango_layout_get_context (layout));
}

static void
drop (MigTextLayout *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
}

static int
get_natural_width (MigTextLayout *self,
                   GtkLabel      *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr(PangoLayout) line = NULL;

  if (is_up_to_date (self, layout))
    return self->natural;

  line = pango_layout_copy (layout);
  pango_layout_set_width (line, -1);
  pango_layout_get_size (line, &self->natural, NULL);
  self->natural = PANGO_PIXELS_CEIL (self->natural);

  drop (self);
  self->layout = g_object_ref (layout);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  self->serial = pango_context_get_serial (pango_layout_get_context (layout));

  return self->natural;
}

static void
mig_text_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      *natural = get_natural_width (MIG_TEXT_LAYOUT (manager), GTK_LABEL (widget));
      *minimum = MIN (*natural, (int) (mig_columns_get_em (widget) + .5));
    }
  else
    {
      GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                                              natural_baseline);
    }
}

static void
mig_text_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static GtkSizeRequestMode
mig_text_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_WIDGET_GET_CLASS (widget)->get_request_mode (widget);
}

static void
mig_text_layout_finalize (GObject *object)
{
  drop (MIG_TEXT_LAYOUT (object));

  G_OBJECT_CLASS (mig_text_layout_parent_class)->finalize (object);
}

static void
mig_text_layout_class_init (MigTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mig_text_layout_finalize;

  layout_class->measure = mig_text_layout_measure;
  layout_class->allocate = mig_text_layout_allocate;
  layout_class->get_request_mode = mig_text_layout_get_request_mode;
}

static void
mig_text_layout_init (MigTextLayout *self)
{
}

/**
 * mig_text_layout_new:
 *
 * Returns: (transfer full): what lays out one label, which may be as narrow as a letter where it wraps
 */
GtkLayoutManager *
mig_text_layout_new (void)
{
  return g_object_new (MIG_TYPE_TEXT_LAYOUT, NULL);
}
