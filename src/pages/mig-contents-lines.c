/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-private.h"

#include "mig-columns.h"
#include "mig-contents-row.h"

/* The lines of the list. A GtkListView makes two hundred of them at once, wherever it stands. When another list comes,
 * the view gets no more of it than what is in sight; the others come in the frames after that, and then are filled. A
 * line that is scrolled to later is filled as it comes. */

#define LEAST_ROW_HEIGHT 2 /* em */
#define ROW_HEIGHT 2.5     /* em, of a line that shows nothing yet */
#define STEP 16            /* lines that come in one frame, at either end */
#define N_MADE 200         /* lines that the view makes, at most */

static void
show_row (GtkWidget       *row,
          MigContentsItem *item)
{
  g_autofree char *label = mig_contents_item_dup_label (item);

  mig_contents_row_set_item (MIG_CONTENTS_ROW (row), item);
  mig_list_focus_set_label (row, label);
}

/* Shows lines that wait. Returns whether there are more. */
static gboolean
fill_rows (MigContents *self,
           gboolean     in_sight,
           gint64       deadline)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self->view));

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *row = gtk_widget_get_first_child (line);
      g_autoptr(MigContentsItem) item = NULL;
      graphene_rect_t bounds;

      if (row == NULL || mig_contents_row_get_awaited (MIG_CONTENTS_ROW (row)) == NULL)
        continue;
      if (in_sight && (!gtk_widget_compute_bounds (line, GTK_WIDGET (self->view), &bounds) ||
                       bounds.origin.y > height || bounds.origin.y + bounds.size.height < 0))
        continue;
      if (g_get_monotonic_time () >= deadline)
        return TRUE;

      item = g_object_ref (mig_contents_row_get_awaited (MIG_CONTENTS_ROW (row)));
      show_row (row, item);
    }

  return FALSE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  mig_list_focus_set_up (list_item, mig_contents_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         MigContents              *self)
{
  MigContentsItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const guint position = gtk_list_item_get_position (list_item) + mig_contents_slice_get_first (self->slice);
  const guint distance = MAX (position, self->center) - MIN (position, self->center);

  /* A heading takes the focus, or the arrow keys would end at it. */
  gtk_list_item_set_activatable (list_item, !mig_contents_item_is_heading (item));
  if (self->is_filling && distance > self->reach)
    mig_contents_row_await_item (MIG_CONTENTS_ROW (row), item, (int) (ROW_HEIGHT * mig_columns_get_em (row)));
  else
    show_row (row, item);
}

/* Makes the lines of a view that has none yet. */
void
mig_contents_init_lines (MigContents *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
}

static void
set_center (MigContents *self,
            guint        center)
{
  const double em = mig_columns_get_em (GTK_WIDGET (self));

  self->center = center != GTK_INVALID_LIST_POSITION ? center : 0;
  self->reach = (guint) (gtk_widget_get_height (GTK_WIDGET (self)) / (LEAST_ROW_HEIGHT * em)) + 1;
}

/* Shows another list at its marked line, and of that as much as can be seen. */
void
mig_contents_show_lines (MigContents      *self,
                         MigContentsModel *model)
{
  const guint current = mig_contents_model_get_current (model);
  MigContentsSlice *old = self->slice;

  self->is_filling = gtk_widget_get_mapped (GTK_WIDGET (self));
  set_center (self, current);
  self->slice = mig_contents_slice_new (model, self->center, self->is_filling ? self->reach : G_MAXUINT);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->slice));
  g_clear_object (&old);
  if (current != GTK_INVALID_LIST_POSITION)
    mig_list_focus_scroll (self->focus, current - mig_contents_slice_get_first (self->slice));
  self->is_filling = FALSE;
}

static void
grow (MigContents *self,
      guint        n)
{
  self->is_filling = gtk_widget_get_mapped (GTK_WIDGET (self));
  mig_contents_slice_grow (self->slice, n);
  self->is_filling = FALSE;
}

/* Gives the view all that is left of its list, for whoever goes to a line that may not be there yet: from then on its
 * positions are those of the list. */
void
mig_contents_end_lines (MigContents *self,
                        guint        center)
{
  if (self->slice == NULL || mig_contents_slice_is_whole (self->slice))
    return;

  set_center (self, center);
  grow (self, G_MAXUINT);
}

/* Brings lines that are not there yet; then fills those that wait until the time is up, those in sight first. Returns
 * whether there are more. */
gboolean
mig_contents_fill_lines (MigContents *self,
                         gint64       deadline)
{
  /* What the view has no lines for costs nothing. */
  if (self->slice != NULL && !mig_contents_slice_is_whole (self->slice))
    {
      fill_rows (self, TRUE, deadline);
      grow (self, g_list_model_get_n_items (G_LIST_MODEL (self->slice)) > 2 * N_MADE ? G_MAXUINT : STEP);
      return TRUE;
    }

  return fill_rows (self, TRUE, deadline) || fill_rows (self, FALSE, deadline);
}
