/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

/**
 * MigPageQueue:
 *
 * The work that a page has left for the frames to come. To be cleared with zeros before it is used.
 */
typedef struct
{
  GQueue works;
  guint insert_at; /* where work stands that present work brings: before all that was there already */
  gint64 deadline; /* of the work that is done */
} MigPageQueue;

void     mig_page_queue_add   (MigPageQueue *self, MigPageWork func, gpointer data, GDestroyNotify destroy);
gboolean mig_page_queue_run   (MigPageQueue *self, MigPage *page, gint64 deadline);
void     mig_page_queue_clear (MigPageQueue *self);

G_END_DECLS
