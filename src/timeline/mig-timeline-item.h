/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-lanes.h"

G_BEGIN_DECLS

#define MIG_TYPE_TIMELINE_ITEM (mig_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (MigTimelineItem, mig_timeline_item, MIG, TIMELINE_ITEM, GtkWidget)

GtkWidget *mig_timeline_item_new (void);
void       mig_timeline_item_show (MigTimelineItem *self,
                                   MigCorpus *corpus,
                                   const MigLayout *layout,
                                   const MigBox *box);
void       mig_timeline_item_tell (MigTimelineItem *self, const char *message);
MigRef     mig_timeline_item_get_ref (MigTimelineItem *self);
MigMark    mig_timeline_item_get_mark (MigTimelineItem *self);

G_END_DECLS
