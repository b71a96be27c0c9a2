/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_TYPE_BANNER (mig_banner_get_type ())
G_DECLARE_FINAL_TYPE (MigBanner, mig_banner, MIG, BANNER, GtkWidget)

const char *mig_banner_get_message (MigBanner *self);
void        mig_banner_show_message (MigBanner *self, const char *message);
void        mig_banner_show_problems (MigBanner *self, MigProblems *problems);
void        mig_banner_hide (MigBanner *self);

G_END_DECLS
