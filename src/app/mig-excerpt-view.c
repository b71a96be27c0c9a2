/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-excerpt-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* MigExcerptView
 *
 * The lines of a file around a problem, numbered, with the offending token underlined and in sight. A file is read from
 * left to right whatever the language of the window.
 */

/* Air that is left beside the token when the lines are scrolled to it, in pixels. */
#define MARGIN 18.0

struct _MigExcerptView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *token; /* NULL when its place is unknown */
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (MigExcerptView, mig_excerpt_view, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Tabs and other controls would move what stands behind them away from the column that the reader counted. */
static char *
dup_visible (const char *start, const char *end)
{
  GString *text = g_string_new (NULL);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
part_new (const char *start, const char *end, const char *css_class)
{
  g_autofree char *text = dup_visible (start, end);

  return label_new (text, css_class);
}

static const char *
skip (const char *text, guint64 n)
{
  while (n > 0 && *text != '\0')
    {
      text = g_utf8_next_char (text);
      n--;
    }

  return text;
}

static GtkWidget *
line_new (MigExcerptView *self, const char *line, guint64 column, guint64 length)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *end = line + strlen (line);
  const char *token = end;
  const char *after = end;

  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  if (column > 0 && length > 0)
    {
      token = skip (line, column - 1);
      after = skip (token, length);
    }

  gtk_box_append (GTK_BOX (box), part_new (line, token, NULL));
  if (after > token)
    {
      self->token = part_new (token, after, "mig-token");
      gtk_box_append (GTK_BOX (box), self->token);
    }
  if (end > after)
    gtk_box_append (GTK_BOX (box), part_new (after, end, NULL));

  return box;
}

static void
add_line (MigExcerptView *self, int row, guint64 number, GtkWidget *text, gboolean bad)
{
  g_autofree char *number_text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GtkWidget *number_label = label_new (number_text, "mig-line-number");

  gtk_label_set_xalign (GTK_LABEL (number_label), 1.0f);
  gtk_widget_set_hexpand (text, TRUE);
  if (bad)
    {
      gtk_widget_add_css_class (number_label, "bad");
      gtk_widget_add_css_class (text, "bad");
    }

  gtk_grid_attach (GTK_GRID (self->grid), number_label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), text, 1, row, 1, 1);
}

static void
clear (MigExcerptView *self)
{
  GtkWidget *child;

  self->token = NULL;
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static gboolean
scroll_cb (gpointer user_data)
{
  MigExcerptView *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;
  double end, page;

  self->scroll_id = 0;
  if (self->token == NULL || !gtk_widget_compute_bounds (self->token, self->grid, &bounds))
    return G_SOURCE_REMOVE;

  page = gtk_adjustment_get_page_size (adjustment);
  end = (double) (bounds.origin.x + bounds.size.width) + MARGIN;
  gtk_adjustment_set_value (adjustment, MIN (MAX (end - page, 0.0), MAX ((double) bounds.origin.x - MARGIN, 0.0)));

  return G_SOURCE_REMOVE;
}

/* The lines, or the room for them, have another width; where the token comes to stand is known a little later. */
static void
room_changed_cb (MigExcerptView *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_cb, self);
}

static void
mig_excerpt_view_dispose (GObject *object)
{
  MigExcerptView *self = MIG_EXCERPT_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_excerpt_view_parent_class)->dispose (object);
}

static void
mig_excerpt_view_class_init (MigExcerptViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_excerpt_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "excerpt");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_excerpt_view_init (MigExcerptView *self)
{
  self->grid = gtk_grid_new ();
  gtk_widget_set_direction (self->grid, GTK_TEXT_DIR_LTR);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  /* So that the keyboard can scroll it too. */
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The place in the file"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * mig_excerpt_view_show:
 * @self: an excerpt
 * @problems: what is wrong with a file
 * @i: which of them to show
 *
 * Shows the lines around a problem. A problem that has none, because it is the file's as a whole, hides the excerpt.
 */
void
mig_excerpt_view_show (MigExcerptView *self, MigProblems *problems, guint i)
{
  const MigProblem *problem;
  const char *const *lines;
  guint64 first_line, column, length;

  g_return_if_fail (MIG_IS_EXCERPT_VIEW (self));
  g_return_if_fail (problems != NULL && i < mig_problems_get_n (problems));

  problem = mig_problems_get (problems, i);
  lines = mig_problems_get_excerpt (problems, i, &first_line);
  mig_problems_get_excerpt_span (problems, i, &column, &length);

  clear (self);
  for (guint row = 0; lines != NULL && lines[row] != NULL; row++)
    {
      gboolean bad = first_line + row == problem->line;

      add_line (self, (int) row, first_line + row,
                line_new (self, lines[row], bad ? column : 0, bad ? length : 0), bad);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), lines != NULL && lines[0] != NULL);
  room_changed_cb (self);
}
