/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-raisings.h"

G_BEGIN_DECLS

#define MIG_TYPE_EVENT_STRIP (mig_event_strip_get_type ())
G_DECLARE_FINAL_TYPE (MigEventStrip, mig_event_strip, MIG, EVENT_STRIP, GtkWidget)

GtkWidget *mig_event_strip_new (MigCorpus *corpus, MigRef event, const MigRaisings *raisings);

G_END_DECLS
