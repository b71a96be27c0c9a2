/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-compat.h"

/* Every difference between GTK 4.8, the floor, and the versions after it. Where GTK came to deprecate what 4.8 has,
 * the newer call is used from the version that brought it; the callers see one function, whose shape is the newer
 * one's. Nothing else in the project asks for GTK's version. */

/**
 * mig_compat_widget_get_color:
 * @widget: a widget
 * @color: (out caller-allocates): the CSS `color` of the widget's node
 *
 * The colour that the style sheet gives the widget's foreground, for what draws by itself.
 */
void
mig_compat_widget_get_color (GtkWidget *widget,
                             GdkRGBA   *color)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

static gboolean
can_announce (GtkAccessible *accessible)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  g_autoptr(GtkATContext) context = gtk_accessible_get_at_context (accessible);

  /* That of GTK_A11Y=test has no way to announce, and GTK calls it all the same: it would crash. */
  return context != NULL && g_strcmp0 (G_OBJECT_TYPE_NAME (context), "GtkTestATContext") != 0;
#else
  return FALSE;
#endif
}

/**
 * mig_compat_announce:
 * @widget: the widget that the message is about; a screen reader's user should be at it or in it
 * @message: what happened, a short sentence
 *
 * Has a screen reader say @message. Before GTK 4.14 there are no announcements: there the message becomes the widget's
 * accessible description, whose change a screen reader tells when the widget has the focus.
 */
void
mig_compat_announce (GtkWidget  *widget,
                     const char *message)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (!can_announce (accessible))
    {
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
      return;
    }

#if GTK_CHECK_VERSION (4, 14, 0)
  gtk_accessible_announce (accessible, message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * mig_compat_name_list_item:
 * @item: a line of a list or a cell of a grid, with its widget
 * @name: all that it says
 *
 * Names a line for a screen reader: it is the line that has the focus, not what is in it. GTK has a way to say so only
 * from 4.12 on.
 */
void
mig_compat_name_list_item (GtkListItem *item,
                           const char  *name)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_item_set_accessible_label (item, name);
#else
  GtkWidget *line = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
#endif
}

/**
 * mig_compat_uri_is_safe:
 * @uri: (nullable): an address from a corpus
 *
 * Returns: whether @uri is a well-formed http, https or mailto address; nothing else is ever handed to the desktop
 */
gboolean
mig_compat_uri_is_safe (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  const char *scheme;

  if (uri == NULL || !g_uri_is_valid (uri, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return FALSE;

  /* The relaxed parser strips white space; what is handed on would still have it. */
  for (const char *c = uri; *c != '\0'; c++)
    if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c))
      return FALSE;

  scheme = g_uri_peek_scheme (uri);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (scheme, schemes[i]) == 0)
      return TRUE;

  return FALSE;
}

#if GTK_CHECK_VERSION (4, 10, 0)
static void
uri_launched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    g_message ("“%s” cannot be opened: %s", gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (source)), error->message);
}
#endif

/**
 * mig_compat_show_uri:
 * @parent: (nullable): the window that the person clicked in
 * @uri: an address from a corpus
 *
 * Opens @uri in the desktop's browser or mail program, if mig_compat_uri_is_safe().
 *
 * Returns: whether the address was passed on
 */
gboolean
mig_compat_show_uri (GtkWindow  *parent,
                     const char *uri)
{
  if (!mig_compat_uri_is_safe (uri))
    return FALSE;

#if GTK_CHECK_VERSION (4, 10, 0)
  {
    g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

    gtk_uri_launcher_launch (launcher, parent, NULL, uri_launched_cb, NULL);
  }
#else
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif

  return TRUE;
}

static GTask *
file_task_new (GtkWindow           *parent,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data,
               gpointer             source_tag)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  return task;
}

static void
file_task_return (GTask *task,
                  GFile *file)
{
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
}

static GFile *
file_task_finish (GAsyncResult  *result,
                  gpointer       source_tag,
                  GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == source_tag, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static GtkFileDialog *
file_dialog_new (const char *title,
                 GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_modal (dialog, TRUE);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  file_task_return (task, gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  file_task_return (task, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
open_dialog (GtkWindow  *parent,
             const char *title,
             GListModel *filters,
             GTask      *task)
{
  g_autoptr(GtkFileDialog) dialog = file_dialog_new (title, filters);

  gtk_file_dialog_open (dialog, parent, g_task_get_cancellable (task), opened_cb, task);
}

static void
save_dialog (GtkWindow  *parent,
             const char *title,
             const char *initial_name,
             GListModel *filters,
             GTask      *task)
{
  g_autoptr(GtkFileDialog) dialog = file_dialog_new (title, filters);

  gtk_file_dialog_set_initial_name (dialog, initial_name);
  gtk_file_dialog_save (dialog, parent, g_task_get_cancellable (task), saved_cb, task);
}

#else

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     GTask           *task)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_signal_handlers_disconnect_by_data (dialog, task);
  gtk_native_dialog_hide (dialog);
  file_task_return (task, file);
  g_object_unref (task);
}

static void
chooser_cancelled_cb (GCancellable    *cancellable,
                      GtkNativeDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
show_chooser (GtkFileChooserAction  action,
              GtkWindow            *parent,
              const char           *title,
              const char           *initial_name,
              GListModel           *filters,
              GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  guint n = filters != NULL ? g_list_model_get_n_items (filters) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  if (initial_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), initial_name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  /* Nobody else holds a native dialog: the task does, until it is answered. */
  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (chooser_cancelled_cb), chooser, 0);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_dialog (GtkWindow  *parent,
             const char *title,
             GListModel *filters,
             GTask      *task)
{
  show_chooser (GTK_FILE_CHOOSER_ACTION_OPEN, parent, title, NULL, filters, task);
}

static void
save_dialog (GtkWindow  *parent,
             const char *title,
             const char *initial_name,
             GListModel *filters,
             GTask      *task)
{
  show_chooser (GTK_FILE_CHOOSER_ACTION_SAVE, parent, title, initial_name, filters, task);
}

#endif

/**
 * mig_compat_open_dialog_async:
 * @parent: (nullable): the window that the dialog stands before
 * @title: the dialog's title
 * @filters: (nullable): a #GListModel of #GtkFileFilter, the first of which is on
 * @cancellable: (nullable): closes the dialog
 * @callback: called once, also when the dialog is dismissed
 * @user_data: for @callback
 *
 * Has the person choose a file that exists.
 */
void
mig_compat_open_dialog_async (GtkWindow           *parent,
                              const char          *title,
                              GListModel          *filters,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = file_task_new (parent, cancellable, callback, user_data, mig_compat_open_dialog_async);

  open_dialog (parent, title, filters, task);
}

/**
 * mig_compat_open_dialog_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when no file was chosen
 *
 * Returns: (transfer full) (nullable): the file chosen
 */
GFile *
mig_compat_open_dialog_finish (GAsyncResult  *result,
                               GError       **error)
{
  return file_task_finish (result, mig_compat_open_dialog_async, error);
}

/**
 * mig_compat_save_dialog_async:
 * @parent: (nullable): the window that the dialog stands before
 * @title: the dialog's title
 * @initial_name: (nullable): the name offered
 * @filters: (nullable): a #GListModel of #GtkFileFilter, the first of which is on
 * @cancellable: (nullable): closes the dialog
 * @callback: called once, also when the dialog is dismissed
 * @user_data: for @callback
 *
 * Has the person choose where to write a file; they are asked before one that exists is chosen.
 */
void
mig_compat_save_dialog_async (GtkWindow           *parent,
                              const char          *title,
                              const char          *initial_name,
                              GListModel          *filters,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = file_task_new (parent, cancellable, callback, user_data, mig_compat_save_dialog_async);

  save_dialog (parent, title, initial_name, filters, task);
}

/**
 * mig_compat_save_dialog_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when no file was chosen
 *
 * Returns: (transfer full) (nullable): where to write
 */
GFile *
mig_compat_save_dialog_finish (GAsyncResult  *result,
                               GError       **error)
{
  return file_task_finish (result, mig_compat_save_dialog_async, error);
}
