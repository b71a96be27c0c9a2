/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-span-lexer.h"

G_BEGIN_DECLS

/**
 * MigSpanWords:
 * @MIG_SPAN_WORDS_SILENT: says nothing: "the", "of"
 * @MIG_SPAN_WORDS_TO: stands between the ends of a span, or before its only end: "to", "until"
 * @MIG_SPAN_WORDS_SINCE: stands before the beginning of a span: "since", "from"
 * @MIG_SPAN_WORDS_ORDINAL: ends the number of a day: "th"
 */
typedef enum
{
  MIG_SPAN_WORDS_SILENT,
  MIG_SPAN_WORDS_TO,
  MIG_SPAN_WORDS_SINCE,
  MIG_SPAN_WORDS_ORDINAL,
} MigSpanWords;

gboolean mig_span_words_has (MigSpanWords words, const MigSpanToken *token);
gint     mig_span_words_find_season (const char *folded);

G_END_DECLS
