/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-navigator.h"

G_BEGIN_DECLS

#define MIG_TYPE_PARTNER_DIALOG (mig_partner_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MigPartnerDialog, mig_partner_dialog, MIG, PARTNER_DIALOG, GtkWindow)

GtkWidget *mig_partner_dialog_present (GtkWidget *parent, MigNavigator *navigator, MigRef ref);

G_END_DECLS
