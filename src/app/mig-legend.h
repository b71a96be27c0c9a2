/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

#define MIG_TYPE_LEGEND (mig_legend_get_type ())
G_DECLARE_FINAL_TYPE (MigLegend, mig_legend, MIG, LEGEND, GtkWindow)

GtkWidget *mig_legend_new (GtkWindow *parent, MigCorpus *corpus);

G_END_DECLS
