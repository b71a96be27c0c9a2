/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-console-private.h"

#include <glib/gi18n-lib.h>

/* The verbs beside the picture of the room, each with its key. */

/* What is for the eye alone: the button says it already. */
static void
append_silent (GtkWidget *box, GType type, const char *property, const char *value)
{
  gtk_box_append (GTK_BOX (box), g_object_new (type, property, value, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

static GtkWidget *
create_verb (const char *icon, const char *label, const char *key, const char *action, gboolean can_be_on)
{
  GtkWidget *button = can_be_on ? gtk_toggle_button_new () : gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *hint = gtk_label_new (key);

  gtk_widget_add_css_class (hint, "mig-key");
  append_silent (box, GTK_TYPE_IMAGE, "icon-name", icon);
  append_silent (box, GTK_TYPE_LABEL, "label", label);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/* Fills the bar of verbs. */
void
mig_console_add_verbs (MigConsole *self)
{
  const struct
  {
    const char *icon;
    const char *label;
    const char *key;
    const char *action;
    gboolean can_be_on;
  } verbs[] = {
    { "go-next-symbolic", C_("presentation", "Next"), C_("key", "PgDn"), "present.next", FALSE },
    { "go-previous-symbolic", C_("presentation", "Back"), C_("key", "PgUp"), "present.back", FALSE },
    { "weather-clear-night-symbolic", C_("presentation", "Blank"), C_("key", "B"), "present.black", TRUE },
    { "media-playback-pause-symbolic", C_("presentation", "Freeze"), C_("key", "F"), "present.freeze", TRUE },
    { "view-grid-symbolic", C_("presentation", "Scenes"), C_("key", "Tab"), "present.overview", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_box_append (self->verbs, create_verb (verbs[i].icon, verbs[i].label, verbs[i].key, verbs[i].action,
                                              verbs[i].can_be_on));
}
