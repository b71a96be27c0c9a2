/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-contents-model.h"
#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_CONTENTS (mig_contents_get_type ())
G_DECLARE_FINAL_TYPE (MigContents, mig_contents, MIG, CONTENTS, GtkWidget)

void            mig_contents_set_navigator (MigContents *self, MigNavigator *navigator);
MigContentsList mig_contents_get_list      (MigContents *self);
void            mig_contents_show_list     (MigContents *self, MigContentsList list);
void            mig_contents_grab_undated  (MigContents *self);
gboolean        mig_contents_grab          (MigContents *self);

G_END_DECLS
