/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_APPLICATION (mig_application_get_type ())
G_DECLARE_FINAL_TYPE (MigApplication, mig_application, MIG, APPLICATION, GtkApplication)

MigApplication *mig_application_new (void);

G_END_DECLS
