/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void      mig_compat_widget_get_color   (GtkWidget *widget, GdkRGBA *color);
void      mig_compat_announce           (GtkWidget *widget, const char *message);
void      mig_compat_name_list_item     (GtkListItem *item, const char *name);
gboolean  mig_compat_uri_is_safe        (const char *uri);
gboolean  mig_compat_show_uri           (GtkWindow *parent, const char *uri);
void      mig_compat_open_dialog_async  (GtkWindow *parent,
                                         const char *title,
                                         GListModel *filters,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GFile    *mig_compat_open_dialog_finish (GAsyncResult *result, GError **error);
void      mig_compat_save_dialog_async  (GtkWindow *parent,
                                         const char *title,
                                         const char *initial_name,
                                         GListModel *filters,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GFile    *mig_compat_save_dialog_finish (GAsyncResult *result, GError **error);

G_END_DECLS
