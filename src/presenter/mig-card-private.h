/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-card.h"

G_BEGIN_DECLS

/* Internal to cards: how their paragraphs are put together. */

MigCardText *mig_card_text_new (void);
void         mig_card_text_free (gpointer data);
void         mig_card_text_add_plain (MigCardText *self, const char *text);
void         mig_card_text_add_strong (MigCardText *self, const char *text);
void         mig_card_text_add_separator (MigCardText *self);
void         mig_card_text_add_count (MigCardText *self, guint n, char *owned);

G_END_DECLS
