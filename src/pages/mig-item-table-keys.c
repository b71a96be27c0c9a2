/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-item-table-private.h"

#include <glib/gi18n-lib.h>

#include "mig-copy.h"
#include "mig-words.h"

/* What the keyboard does on the rows beside what lists always do: letters go to the row whose name begins with them, a
 * slash to the filter, and what is selected can be copied. */

/* So long after a letter the next one begins anew. */
#define PAUSE_MS 1200

static void
show_typed (MigItemTable *self, gboolean found)
{
  gtk_label_set_text (self->ahead, self->typed->str);
  gtk_widget_set_visible (GTK_WIDGET (self->ahead), self->typed->len > 0);
  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->ahead), "mig-absent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->ahead), "mig-absent");
}

static void
forget_typed (MigItemTable *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  g_string_truncate (self->typed, 0);
  show_typed (self, TRUE);
}

static gboolean
pause_cb (gpointer user_data)
{
  MigItemTable *self = user_data;

  self->typed_id = 0;
  forget_typed (self);

  return G_SOURCE_REMOVE;
}

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigItemTable) self = user_data;
  g_autoptr (GError) error = NULL;
  const guint row = mig_item_index_seek_finish (MIG_ITEM_INDEX (source), result, &error);

  if (error != NULL || g_task_get_cancellable (G_TASK (result)) != self->seeking)
    return;

  g_clear_object (&self->seeking);
  show_typed (self, row != G_MAXUINT);
  if (row == G_MAXUINT)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    mig_item_table_select_row (self, row);
}

/* The row that is selected, or the first one. */
static guint
get_current (MigItemTable *self)
{
  g_autoptr (GArray) selected = mig_item_rows_get_selected (self->rows);
  guint row = 0;

  if (selected->len > 0 && mig_item_rows_find (self->rows, g_array_index (selected, MigRef, 0), &row))
    return row;

  return 0;
}

/* The first letter goes on from the next row, so that typing it again goes through all; later ones may stay. */
static void
seek (MigItemTable *self)
{
  MigItemOrder *order = mig_item_rows_get_order (self->rows);
  const gboolean is_first = g_utf8_strlen (self->typed->str, -1) == 1;

  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  if (order == NULL || order->n == 0 || self->typed->len == 0)
    return;

  self->seeking = g_cancellable_new ();
  mig_item_index_seek_async (self->index, order, (get_current (self) + (is_first ? 1 : 0)) % order->n,
                             self->typed->str, self->seeking, sought_cb, g_object_ref (self));
}

static void
type (MigItemTable *self, gunichar c)
{
  /* The same letter again is meant for the next row, not for a name with two of them. */
  if (g_utf8_strlen (self->typed->str, -1) == 1 && g_utf8_get_char (self->typed->str) == c)
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, c);
  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->typed_id = g_timeout_add (PAUSE_MS, pause_cb, self);
  show_typed (self, TRUE);
  seek (self);
}

static void
untype (MigItemTable *self)
{
  const char *end = g_utf8_find_prev_char (self->typed->str, self->typed->str + self->typed->len);

  g_string_truncate (self->typed, end != NULL ? (gsize) (end - self->typed->str) : 0);
  show_typed (self, TRUE);
  seek (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MigItemTable *self)
{
  const gunichar c = gdk_keyval_to_unicode (keyval);
  const gboolean is_typing = self->typed->len > 0;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  if (is_typing && keyval == GDK_KEY_BackSpace)
    untype (self);
  else if (is_typing && keyval == GDK_KEY_Escape)
    forget_typed (self);
  else if (!is_typing && c == '/')
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (g_unichar_isgraph (c) || (is_typing && c == ' '))
    type (self, c);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Copying */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigItemTable) self = user_data;
  g_autofree char *text = mig_item_index_copy_finish (MIG_ITEM_INDEX (source), result, NULL);
  const guint n = ((GArray *) g_task_get_task_data (G_TASK (result)))->len;
  g_autofree char *number = mig_words_number (n);
  g_autofree char *message = NULL;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  /* Translators: said by a screen reader; %s is a number */
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row was copied.", "%s rows were copied.", n), number);
  mig_copy_text (GTK_WIDGET (self), text, message);
}

/* Copies the selected rows as tab-separated values, which every spreadsheet takes. */
void
mig_item_table_copy (MigItemTable *self)
{
  g_autoptr (GArray) refs = mig_item_rows_get_selected (self->rows);

  if (self->index == NULL || refs->len == 0)
    return;

  mig_item_index_copy_async (self->index, refs, NULL, copied_cb, g_object_ref (self));
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  mig_item_table_copy (user_data);

  return TRUE;
}

/* Adds the keys to the rows, once there is a view. */
void
mig_item_table_add_keys (MigItemTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->typed = g_string_new (NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                                   gtk_keyval_trigger_new (GDK_KEY_Insert, GDK_CONTROL_MASK)),
                      gtk_callback_action_new (copy_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), shortcuts);
}

/* Gives up what keys have begun. */
void
mig_item_table_clear_keys (MigItemTable *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  if (self->typed != NULL)
    g_string_free (g_steal_pointer (&self->typed), TRUE);
}
