/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-popovers.h"

/* What the window's popovers share: where the keyboard goes when one is left, and buttons that are read aloud as they
 * are written. */

#define KEY_FOCUS "mig-popovers-focus"

static void
restore_focus (GtkPopover *popover)
{
  GWeakRef *before = g_object_get_data (G_OBJECT (popover), KEY_FOCUS);
  g_autoptr (GtkWidget) focus = g_weak_ref_get (before);

  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GtkPopover *popover)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (popover);
  restore_focus (popover);

  return GDK_EVENT_STOP;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * mig_popovers_popup:
 * @popover: a popover that hangs on something that cannot have the focus
 *
 * Shows it. Escape leaves it for where the keyboard was before, instead of for what GTK finds next.
 */
void
mig_popovers_popup (GtkPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (popover));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *before = g_object_get_data (G_OBJECT (popover), KEY_FOCUS);

  if (before == NULL)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), popover);
      gtk_widget_add_controller (GTK_WIDGET (popover), keys);
      before = g_new0 (GWeakRef, 1);
      g_weak_ref_init (before, NULL);
      g_object_set_data_full (G_OBJECT (popover), KEY_FOCUS, before, free_weak_ref);
    }
  if (!gtk_widget_get_mapped (GTK_WIDGET (popover)))
    g_weak_ref_set (before, focus);
  gtk_popover_popup (popover);
}

/**
 * mig_popovers_set_name:
 * @button: a button
 * @name: what it is called, with an underline before its mnemonic
 *
 * Writes a name on a button so that it is read aloud once and without the underline: GTK 4.8 has a button's own label
 * twice in its name, and once more below it.
 */
void
mig_popovers_set_name (GtkButton *button, const char *name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "use-underline", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_button_set_child (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}
