/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-outline.h"

#include <glib/gi18n-lib.h>

#include "mig-flow.h"
#include "mig-page-parts.h"

/* The contents of a long page: a line under its title with a link to each section. It shows itself once all sections
 * are there, if there are some and the page is longer than what is in sight, and then it stays: what stands under it
 * moves but once.
 *
 *   On this page: Interventions · Figures · Sources
 */

#define MIN_SECTIONS 3
#define MIN_PAGES 1.5 /* times the height in sight */
#define SPACING 12

struct _MigOutline
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkAdjustment *adjustment;
  GPtrArray *headings; /* of GtkWidget, not owned: they live as long as the page */
  GPtrArray *titles;
  guint idle;
  gboolean is_complete; /* whether all sections are there */
};

G_DEFINE_FINAL_TYPE (MigOutline, mig_outline, GTK_TYPE_WIDGET)

/* The focus goes to the first thing of the section that takes it, and the heading to the top. */
static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MigOutline *self = MIG_OUTLINE (widget);
  const guint index = g_variant_get_uint32 (parameter);
  GtkWidget *heading, *viewport, *child;
  graphene_rect_t bounds;

  if (index >= self->headings->len)
    return;

  heading = g_ptr_array_index (self->headings, index);
  viewport = gtk_widget_get_ancestor (heading, GTK_TYPE_VIEWPORT);
  child = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  for (GtkWidget *part = gtk_widget_get_next_sibling (heading); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD))
      break;
  if (child != NULL && gtk_widget_compute_bounds (heading, child, &bounds))
    gtk_adjustment_set_value (self->adjustment, bounds.origin.y);
}

/* What is seen may not change while sizes are given out. */
static gboolean
show_cb (gpointer user_data)
{
  MigOutline *self = user_data;

  self->idle = 0;
  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *link = mig_part_action_link ("outline.go", g_variant_new_uint32 (i),
                                              g_ptr_array_index (self->titles, i));

      mig_flow_append (MIG_FLOW (self->flow), link);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return G_SOURCE_REMOVE;
}

static void
update (MigOutline *self)
{
  const double height = gtk_adjustment_get_page_size (self->adjustment);

  if (!self->is_complete || gtk_widget_get_visible (GTK_WIDGET (self)) || self->idle != 0 ||
      self->headings->len < MIN_SECTIONS || height <= 0 ||
      gtk_adjustment_get_upper (self->adjustment) < MIN_PAGES * height)
    return;

  self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_cb, self, NULL);
}

static void
mig_outline_dispose (GObject *object)
{
  MigOutline *self = MIG_OUTLINE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);

  G_OBJECT_CLASS (mig_outline_parent_class)->dispose (object);
}

static void
mig_outline_class_init (MigOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_outline_dispose;

  gtk_widget_class_install_action (widget_class, "outline.go", "u", go_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
mig_outline_init (MigOutline *self)
{
  self->headings = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
}

/**
 * mig_outline_new:
 * @adjustment: how far the page is scrolled down
 *
 * Returns: (transfer floating): contents without sections, which are hidden
 */
GtkWidget *
mig_outline_new (GtkAdjustment *adjustment)
{
  MigOutline *self = g_object_new (MIG_TYPE_OUTLINE, "visible", FALSE, NULL);
  /* Translators: before links to the sections of a long page */
  const char *label = C_("page", "On this page");

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  self->flow = mig_flow_new (SPACING);
  mig_flow_append (MIG_FLOW (self->flow), mig_part_label (label, "mig-line-label"));
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * mig_outline_add:
 * @self: the contents of a page
 * @title: what a section is called
 * @heading: its heading on the page, which stays as long as @self
 *
 * Adds a section.
 */
void
mig_outline_add (MigOutline *self,
                 const char *title,
                 GtkWidget  *heading)
{
  g_return_if_fail (MIG_IS_OUTLINE (self));
  g_return_if_fail (GTK_IS_WIDGET (heading));

  g_ptr_array_add (self->headings, heading);
  g_ptr_array_add (self->titles, g_strdup (title));
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    mig_flow_append (MIG_FLOW (self->flow),
                     mig_part_action_link ("outline.go", g_variant_new_uint32 (self->headings->len - 1), title));
  else
    update (self);
}

/**
 * mig_outline_complete:
 * @self: the contents of a page
 *
 * Tells that all sections are there.
 */
void
mig_outline_complete (MigOutline *self)
{
  g_return_if_fail (MIG_IS_OUTLINE (self));

  if (self->is_complete)
    return;

  self->is_complete = TRUE;
  update (self);
}
