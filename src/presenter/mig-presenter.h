/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-palette.h"
#include "mig-presentation.h"

G_BEGIN_DECLS

#define MIG_TYPE_PRESENTER (mig_presenter_get_type ())
G_DECLARE_FINAL_TYPE (MigPresenter, mig_presenter, MIG, PRESENTER, GObject)

/**
 * MigPresenterSearchFunc:
 * @presentation: what is being given
 * @user_data: what was given with the function
 *
 * Makes what one searches with while presenting: a widget that takes the focus, shows the room what is chosen by
 * mig_presentation_explore(), and closes by mig_presentation_set_searching(). The presenter shows and hides it.
 *
 * Returns: (transfer floating): a widget
 */
typedef GtkWidget *(*MigPresenterSearchFunc) (MigPresentation *presentation, gpointer user_data);

MigPresenter    *mig_presenter_new (GtkApplication *application,
                                    GtkWindow *parent,
                                    MigPresentation *presentation,
                                    GSettings *settings);
void             mig_presenter_set_search (MigPresenter *self, MigPresenterSearchFunc create, gpointer user_data);
void             mig_presenter_start (MigPresenter *self);
void             mig_presenter_end (MigPresenter *self);
MigPresentation *mig_presenter_get_presentation (MigPresenter *self);
GtkWindow       *mig_presenter_get_room (MigPresenter *self);
GtkWindow       *mig_presenter_get_console (MigPresenter *self);

G_END_DECLS
