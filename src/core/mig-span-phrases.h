/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-span-lexer.h"

G_BEGIN_DECLS

/**
 * MigSpanPhrase:
 * @MIG_SPAN_PHRASE_NONE: no such words
 * @MIG_SPAN_PHRASE_QUALITY: how sure the date is: "about", "perhaps"
 * @MIG_SPAN_PHRASE_SINCE: the date is a beginning: "since"
 * @MIG_SPAN_PHRASE_UNTIL: the date is an end: "until", "by"
 */
typedef enum
{
  MIG_SPAN_PHRASE_NONE,
  MIG_SPAN_PHRASE_QUALITY,
  MIG_SPAN_PHRASE_SINCE,
  MIG_SPAN_PHRASE_UNTIL,
} MigSpanPhrase;

guint mig_span_phrases_match_before (GArray *tokens, guint at, MigSpanPhrase *phrase);
guint mig_span_phrases_match_after  (GArray *tokens, guint at, MigSpanPhrase *phrase);
guint mig_span_phrases_match_date   (GArray *tokens, guint at, const char *date);

G_END_DECLS
