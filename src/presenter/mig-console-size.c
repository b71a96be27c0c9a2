/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-console-private.h"

/* How the console fits a small screen, or large text: the picture of the next scene goes, and the times stand one above
 * the other. What the room sees, the note and the list stay. */

/* Narrower than this is narrow, in em. */
#define NARROW 66

static double
get_em (MigConsole *self)
{
  const PangoFontDescription *font =
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return pango_font_description_get_size (font) / (double) PANGO_SCALE;
}

/* A line that begins, is in the middle and ends a row begins a column. */
static void
set_xalign (MigConsole *self)
{
  gtk_label_set_xalign (self->scene_time_label, self->is_narrow ? 0 : 0.5f);
  gtk_label_set_xalign (self->clock_label, self->is_narrow ? 0 : 1);
}

static gboolean
fit_cb (gpointer user_data)
{
  MigConsole *self = user_data;

  self->fit_id = 0;
  if (self->is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->times),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  set_xalign (self);
  mig_console_sync_next (self);
  return G_SOURCE_REMOVE;
}

/* What is shown changes only after all of it has got its place. */
void
mig_console_fit (MigConsole *self, int width)
{
  gboolean narrow = width < NARROW * get_em (self);

  if (narrow == self->is_narrow)
    return;
  self->is_narrow = narrow;
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}
