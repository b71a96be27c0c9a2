/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-presentation.h"

G_BEGIN_DECLS

GActionGroup *mig_presenter_actions_new (MigPresentation *presentation);
const char   *mig_presenter_keys_find (guint keyval, GdkModifierType state, guint *digit);
void          mig_presenter_keys_attach (GtkWidget *window, MigPresentation *presentation, GActionGroup *actions);

G_END_DECLS
