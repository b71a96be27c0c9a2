/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-span-lexer.h"

G_BEGIN_DECLS

/**
 * MigSpanWords:
 * @MIG_SPAN_WORDS_SILENT: says nothing: "the", "of"
 * @MIG_SPAN_WORDS_TO: stands between the ends of a span, or before its only end: "to", "until"
 * @MIG_SPAN_WORDS_SINCE: stands before the beginning of a span: "since", "from"
 * @MIG_SPAN_WORDS_ONWARDS: stands after the beginning of a span: "onwards"
 * @MIG_SPAN_WORDS_BEFORE: stands after the end of a span: "or earlier"
 * @MIG_SPAN_WORDS_ORDINAL: ends the number of a day: "th"
 * @MIG_SPAN_WORDS_DECADE: ends the first year of a decade: "s"
 */
typedef enum
{
  MIG_SPAN_WORDS_SILENT,
  MIG_SPAN_WORDS_TO,
  MIG_SPAN_WORDS_SINCE,
  MIG_SPAN_WORDS_ONWARDS,
  MIG_SPAN_WORDS_BEFORE,
  MIG_SPAN_WORDS_ORDINAL,
  MIG_SPAN_WORDS_DECADE,
} MigSpanWords;

guint mig_span_words_match        (MigSpanWords words, GArray *tokens, guint at);
guint mig_span_words_match_season (GArray *tokens, guint at, gint *season);

G_END_DECLS
