/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigCardText:
 * @text: UTF-8
 * @strong: (element-type guint): pairs of byte offsets, from and to, of what stands out: names, numbers
 *
 * A paragraph of a card. It is never parsed: what stands out is told by offsets.
 */
typedef struct
{
  GString *text;
  GArray *strong;
} MigCardText;

/* Between the two parts of the line at the top: what it is part of, and where and when. */
#define MIG_CARD_GAP "   "

/**
 * MigCard:
 * @context: the line at the top of the room: what it is part of, where and when; its first part stands out
 * @numeral: the number that the thing goes by ("VIII", "14"), or %NULL
 * @title: what it is called
 * @short_title: the same, shorter; for when @title does not fit; "" where there is no shorter one
 * @body: (element-type MigCardText): paragraphs
 * @figure: one number that says something about it, or %NULL
 * @caption: what the number counts
 * @is_event: whether the thing is of the world outside, and not of the series
 * @figure_is_event: whether the number is about something of the world outside
 *
 * What the room reads about one record of a corpus.
 */
typedef struct
{
  MigCardText *context;
  char *numeral;
  char *title;
  char *short_title;
  GPtrArray *body;
  char *figure;
  char *caption;
  gboolean is_event;
  gboolean figure_is_event;
} MigCard;

MigCard *mig_card_new (MigCorpus *corpus, MigRef ref);
void     mig_card_free (MigCard *self);
char    *mig_card_to_text (const MigCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigCard, mig_card_free)

G_END_DECLS
