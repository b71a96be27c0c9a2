/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-lanes.h"

G_BEGIN_DECLS

/* How long a thing takes to its new place, in microseconds. */
#define MIG_TIMELINE_EASE_DURATION (200 * G_TIME_SPAN_MILLISECOND)

typedef struct _MigTimelineEase MigTimelineEase;

MigTimelineEase *mig_timeline_ease_new (void);
void             mig_timeline_ease_free (MigTimelineEase *self);
void             mig_timeline_ease_forget (MigTimelineEase *self);
gboolean         mig_timeline_ease_apply (MigTimelineEase *self,
                                          const MigLayout *layout,
                                          double width,
                                          gint64 now,
                                          gint64 duration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigTimelineEase, mig_timeline_ease_free)

G_END_DECLS
