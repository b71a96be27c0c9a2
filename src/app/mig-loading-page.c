/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-loading-page.h"

#include <glib/gi18n-lib.h>

#include "mig-choices.h"
#include "mig-clamp.h"

/* MigLoadingPage
 *
 * Shows how far a file has been read. The reader counts in its own thread, so this asks it a few times a second while
 * the page can be seen.
 */

#define POLL_MS 60

struct _MigLoadingPage
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkLabel *title;
  GtkProgressBar *bar;

  MigLoader *loader;
  guint poll_id;
};

G_DEFINE_FINAL_TYPE (MigLoadingPage, mig_loading_page, GTK_TYPE_WIDGET)

static gboolean
poll_cb (gpointer user_data)
{
  MigLoadingPage *self = user_data;

  gtk_progress_bar_set_fraction (self->bar, CLAMP (mig_loader_get_progress (self->loader), 0.0, 1.0));

  return G_SOURCE_CONTINUE;
}

static void
show_file (MigLoadingPage *self)
{
  GFile *file = mig_loader_get_file (self->loader);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  /* Translators: %s is a file's name */
  g_autofree char *title = g_strdup_printf (_("Reading “%s”"), name);

  gtk_label_set_text (self->title, title);
}

static void
mig_loading_page_map (GtkWidget *widget)
{
  MigLoadingPage *self = MIG_LOADING_PAGE (widget);

  GTK_WIDGET_CLASS (mig_loading_page_parent_class)->map (widget);

  if (self->loader == NULL)
    return;

  show_file (self);
  poll_cb (self);
  self->poll_id = g_timeout_add (POLL_MS, poll_cb, self);
}

static void
mig_loading_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MIG_LOADING_PAGE (widget)->poll_id, g_source_remove);

  GTK_WIDGET_CLASS (mig_loading_page_parent_class)->unmap (widget);
}

static void
mig_loading_page_dispose (GObject *object)
{
  MigLoadingPage *self = MIG_LOADING_PAGE (object);

  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_object (&self->loader);

  G_OBJECT_CLASS (mig_loading_page_parent_class)->dispose (object);
}

static void
mig_loading_page_class_init (MigLoadingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_loading_page_dispose;
  widget_class->map = mig_loading_page_map;
  widget_class->unmap = mig_loading_page_unmap;

  g_type_ensure (MIG_TYPE_CHOICES);
  g_type_ensure (MIG_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-loading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MigLoadingPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, MigLoadingPage, title);
  gtk_widget_class_bind_template_child (widget_class, MigLoadingPage, bar);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "loadingpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_loading_page_init (MigLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_loading_page_set_loader:
 * @self: a loading page
 * @loader: whose reading to show
 *
 * Sets the loader. To be called before the page is shown.
 */
void
mig_loading_page_set_loader (MigLoadingPage *self, MigLoader *loader)
{
  g_return_if_fail (MIG_IS_LOADING_PAGE (self));
  g_return_if_fail (MIG_IS_LOADER (loader));

  g_set_object (&self->loader, loader);
}
