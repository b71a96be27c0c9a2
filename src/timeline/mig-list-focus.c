/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-list-focus.h"

/* What GTK 4.8 has no function for: the focus of a list view, or of a grid view, goes to a line by its position. Only
 * lines near what is in sight have a widget, so one that is scrolled to gets the focus after the view has been laid
 * out.
 *
 *   position ──▶ list.scroll-to-item ──▶ the line has a widget ──▶ the focus
 */

#define LIST_ITEM_KEY "mig-list-item"

struct _MigListFocus
{
  GtkWidget *view;   /* not owned: it lives as long */
  guint wanted;      /* the line that is to have the focus once it has a widget */
  guint source;
};

/**
 * mig_list_focus_new:
 * @view: a #GtkListView or #GtkGridView whose rows are set up by mig_list_focus_set_up(); it must live as long
 *
 * Returns: (transfer full): what moves its focus
 */
MigListFocus *
mig_list_focus_new (GtkWidget *view)
{
  MigListFocus *self = g_new0 (MigListFocus, 1);

  self->view = view;
  return self;
}

/**
 * mig_list_focus_free:
 * @self: from mig_list_focus_new()
 *
 * Frees it; what is still to have the focus does not get it.
 */
void
mig_list_focus_free (MigListFocus *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

/* Finds the widget of a line, if it is near enough to what is in sight to have one. */
static GtkWidget *
find_line (MigListFocus *self,
           guint         position)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->view);
       line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *row = gtk_widget_get_first_child (line);
      GtkListItem *list_item = row != NULL ? g_object_get_data (G_OBJECT (row), LIST_ITEM_KEY) : NULL;

      if (list_item != NULL && gtk_list_item_get_position (list_item) == position)
        return line;
    }

  return NULL;
}

static gboolean
grab (MigListFocus *self,
      guint         position)
{
  GtkWidget *line = find_line (self, position);

  return line != NULL && gtk_widget_get_mapped (line) && gtk_widget_grab_focus (line);
}

static gboolean
grab_cb (gpointer user_data)
{
  MigListFocus *self = user_data;

  self->source = 0;
  grab (self, self->wanted);

  return G_SOURCE_REMOVE;
}

/**
 * mig_list_focus_scroll:
 * @self: what moves the focus of a list
 * @position: a line, or %GTK_INVALID_LIST_POSITION
 *
 * Brings a line into sight.
 */
void
mig_list_focus_scroll (MigListFocus *self,
                       guint         position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

/**
 * mig_list_focus_go:
 * @self: what moves the focus of a list
 * @position: a line
 *
 * Brings a line into sight and moves the focus there, perhaps a little later.
 */
void
mig_list_focus_go (MigListFocus *self,
                   guint         position)
{
  mig_list_focus_scroll (self, position);
  if (grab (self, position))
    return;

  self->wanted = position;
  if (self->source == 0)
    self->source = g_idle_add (grab_cb, self);
}

/**
 * mig_list_focus_set_up:
 * @list_item: what a factory sets up
 * @row: (transfer floating): the widget for it
 *
 * Puts a row into a line, so that the line is found again.
 */
void
mig_list_focus_set_up (GtkListItem *list_item,
                       GtkWidget   *row)
{
  g_object_set_data (G_OBJECT (row), LIST_ITEM_KEY, list_item);
  gtk_list_item_set_child (list_item, row);
}

/**
 * mig_list_focus_set_label:
 * @row: a row that stands in its line
 * @label: all that the line says
 *
 * Names the line for a screen reader: it is the line that has the focus, not what is in it.
 */
void
mig_list_focus_set_label (GtkWidget  *row,
                          const char *label)
{
  GtkWidget *line = gtk_widget_get_parent (row);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * mig_list_row_set_class:
 * @row: a widget
 * @css_class: a style class
 * @is_set: whether it shall have it
 *
 * Adds or removes a style class.
 */
void
mig_list_row_set_class (GtkWidget  *row,
                        const char *css_class,
                        gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (row, css_class);
  else
    gtk_widget_remove_css_class (row, css_class);
}

/**
 * mig_list_row_set_text:
 * @label: a label of a row
 * @text: (nullable): what it says
 *
 * Sets the text; an empty label takes no room.
 */
void
mig_list_row_set_text (GtkLabel   *label,
                       const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}
