/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-console-private.h"

#include <string.h>

/* The presenter's note of the scene at hand, in a size of the presenter's choice. */

#define NOTE_STEP 1.15
#define NOTE_LEAST 0.7
#define NOTE_MOST 4.0
#define NOTE_GAP 0.45

/* The lines between paragraphs are half as high as others. */
static void
sync_note_attributes (MigConsole *self)
{
  const char *text = gtk_label_get_text (self->note_label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (self->note_scale));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (1.3));
  for (const char *gap = strstr (text, "\n\n"); gap != NULL; gap = strstr (gap + 2, "\n\n"))
    {
      PangoAttribute *scale = pango_attr_scale_new (self->note_scale * NOTE_GAP);

      scale->start_index = (guint) (gap + 1 - text);
      scale->end_index = scale->start_index + 1;
      pango_attr_list_change (attributes, scale);
    }
  gtk_label_set_attributes (self->note_label, attributes);
}

void
mig_console_sync_note (MigConsole *self)
{
  MigScene *scene = mig_briefing_get (mig_presentation_get_briefing (self->presentation),
                                      mig_presentation_get_position (self->presentation));
  const char *note = scene != NULL ? mig_scene_get_fields (scene)->note : "";
  g_autoptr (GString) parted = g_string_new (note);

  if (self->noted == scene)
    return;
  self->noted = scene;
  /* Paragraphs stand apart. */
  g_string_replace (parted, "\n", "\n\n", 0);
  gtk_label_set_text (self->note_label, parted->str);
  sync_note_attributes (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->note_scroller), 0);
}

/**
 * mig_console_get_note_scale:
 * @self: a console
 *
 * Returns: how many times larger than the design the notes are
 */
double
mig_console_get_note_scale (MigConsole *self)
{
  g_return_val_if_fail (MIG_IS_CONSOLE (self), 1);

  return self->note_scale;
}

/**
 * mig_console_set_note_scale:
 * @self: a console
 * @scale: how many times larger than the design the notes are to be
 */
void
mig_console_set_note_scale (MigConsole *self, double scale)
{
  g_return_if_fail (MIG_IS_CONSOLE (self));

  self->note_scale = CLAMP (scale, NOTE_LEAST, NOTE_MOST);
  sync_note_attributes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "console.note-larger", self->note_scale < NOTE_MOST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "console.note-smaller", self->note_scale > NOTE_LEAST);
}

void
mig_console_note_larger (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mig_console_set_note_scale (MIG_CONSOLE (widget), MIG_CONSOLE (widget)->note_scale * NOTE_STEP);
}

void
mig_console_note_smaller (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mig_console_set_note_scale (MIG_CONSOLE (widget), MIG_CONSOLE (widget)->note_scale / NOTE_STEP);
}
