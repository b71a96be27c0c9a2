/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-compat.h"
#include "mig-console-private.h"
#include "mig-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The console's time: what is left, what has gone, and what time it is. Colours are told in words too. */

/* A line whose number stands out, wherever the language puts it. */
static void
set_text (GtkLabel *label, const char *text, const char *number)
{
  const char *at = strstr (text, number);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (at != NULL)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->start_index = (guint) (at - text);
      weight->end_index = weight->start_index + (guint) strlen (number);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_text (label, text);
}

static void
set_level (MigConsole *self, MigTalkLevel level)
{
  static const char *const classes[] = {
    [MIG_TALK_LEVEL_GOOD] = "good",
    [MIG_TALK_LEVEL_LOW] = "low",
    [MIG_TALK_LEVEL_OVER] = "over",
  };

  gtk_widget_set_css_classes (self->timer_box, (const char *[]){ "mig-timer", classes[level], NULL });
}

/* Read as one; and said by itself when the time runs out, which others see by the colour. */
static void
tell_left (MigConsole *self, MigTalkLevel level)
{
  g_autofree char *text = mig_words_join ((const char *const[]){ gtk_label_get_text (self->left_label),
                                                                 gtk_label_get_text (self->planned_label), NULL });

  if (level > self->level)
    mig_compat_announce (GTK_WIDGET (self), text);
  self->level = level;
  if (g_strcmp0 (text, self->left_text) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timer_box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (self->left_text);
  self->left_text = g_steal_pointer (&text);
}

/* "12:18 left of 20 minutes", or without a plan the time that has gone. */
static void
sync_left (MigConsole *self, gint64 elapsed, guint planned)
{
  gint64 left = (gint64) planned - elapsed;
  g_autofree char *time = mig_talk_timer_format (planned == 0 ? elapsed : ABS (left));
  g_autofree char *text = NULL;
  guint minutes = (planned + 30) / 60;

  gtk_label_set_text (self->left_label, time);
  if (planned == 0)
    text = g_strdup (_("since the first step"));
  else if (left < 0)
    text = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "over %s minute", "over %s minutes", minutes), minutes);
  else
    text = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "left of %s minute", "left of %s minutes", minutes),
                            minutes);
  gtk_label_set_text (self->planned_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->timer_bar), planned > 0);
  if (planned > 0)
    gtk_level_bar_set_value (self->timer_bar, CLAMP ((double) elapsed / planned, 0, 1));
}

static void
sync_scene_time (MigConsole *self, gint64 now)
{
  MigTalkTimer *timer = mig_presentation_get_timer (self->presentation);
  MigScene *scene = mig_briefing_get (mig_presentation_get_briefing (self->presentation),
                                      mig_presentation_get_position (self->presentation));
  guint planned = scene != NULL ? mig_scene_get_fields (scene)->duration : 0;
  g_autofree char *spent = mig_talk_timer_format (mig_talk_timer_get_scene_elapsed (timer, now));
  g_autofree char *whole = mig_talk_timer_format (planned);
  g_autofree char *text = NULL;

  if (planned > 0)
    /* Translators: %1$s is how long this scene has been shown, %2$s how long it is meant to be */
    text = g_strdup_printf (_("This scene %1$s of %2$s"), spent, whole);
  else
    /* Translators: %s is how long this scene has been shown */
    text = g_strdup_printf (_("This scene %s"), spent);
  set_text (self->scene_time_label, text, spent);
}

static void
sync_pause (MigConsole *self)
{
  MigTalkTimer *timer = mig_presentation_get_timer (self->presentation);
  gboolean paused = mig_talk_timer_is_paused (timer);
  const char *label = paused ? C_("timer", "Go On") : C_("timer", "Pause");

  if (strcmp (gtk_label_get_text (self->pause_label), label) != 0)
    {
      gtk_label_set_text (self->pause_label, label);
      gtk_image_set_from_icon_name (self->pause_icon,
                                    paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->pause_button), mig_talk_timer_is_started (timer));
}

void
mig_console_sync_timer (MigConsole *self)
{
  MigTalkTimer *timer = mig_presentation_get_timer (self->presentation);
  gint64 now = g_get_monotonic_time (), elapsed = mig_talk_timer_get_elapsed (timer, now);
  guint planned = mig_presentation_get_planned (self->presentation);
  MigTalkLevel level = mig_talk_timer_get_level (timer, now, planned);
  g_autoptr (GDateTime) wall = g_date_time_new_now_local ();
  g_autofree char *time = mig_talk_timer_format (elapsed);
  /* Translators: the time of day on the presenter's console, for g_date_time_format() */
  g_autofree char *clock_time = g_date_time_format (wall, C_("clock", "%H:%M"));
  g_autofree char *elapsed_text = NULL;
  g_autofree char *clock_text = NULL;

  set_level (self, level);
  sync_left (self, elapsed, planned);
  tell_left (self, level);
  sync_scene_time (self, now);
  sync_pause (self);
  /* Translators: %s is how long the talk has lasted */
  elapsed_text = g_strdup_printf (_("Elapsed %s"), time);
  /* Translators: %s is the time of day */
  clock_text = g_strdup_printf (_("Clock %s"), clock_time);
  set_text (self->elapsed_label, elapsed_text, time);
  set_text (self->clock_label, clock_text, clock_time);
}

static gboolean
second_cb (gpointer user_data)
{
  mig_console_sync_timer (user_data);
  return G_SOURCE_CONTINUE;
}

void
mig_console_start_clock (MigConsole *self)
{
  mig_console_sync_timer (self);
  self->clock_id = g_timeout_add (250, second_cb, self);
}
