/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigSpanTokenKind:
 * @MIG_SPAN_TOKEN_NUMBER: digits of any script that stand alone: a year or a day
 * @MIG_SPAN_TOKEN_DATE: digits that make a date or a month by their signs: "2016-02-25", "25.2.2016", "2/2016"
 * @MIG_SPAN_TOKEN_WORD: letters, or a sign that means nothing here
 * @MIG_SPAN_TOKEN_TO: a sign between the ends of a span: a dash, two dots, a stroke
 */
typedef enum
{
  MIG_SPAN_TOKEN_NUMBER,
  MIG_SPAN_TOKEN_DATE,
  MIG_SPAN_TOKEN_WORD,
  MIG_SPAN_TOKEN_TO,
} MigSpanTokenKind;

/**
 * MigSpanToken:
 * @text: as it was typed
 * @folded: of a word: after mig_fold_text()
 * @number: of a number: its value
 * @n_digits: of a number: how many digits were typed
 * @is_attached: whether nothing stands between it and the token before
 * @year: of a date
 * @month: of a date
 * @day: of a date; 0 when only a month is meant
 * @is_ambiguous: of a date: its day and its month can be taken for each other
 */
typedef struct
{
  MigSpanTokenKind kind;
  char *text;
  char *folded;
  gint number;
  guint n_digits;
  gboolean is_attached;
  gint year;
  gint month;
  gint day;
  gboolean is_ambiguous;
} MigSpanToken;

GArray *mig_span_lexer_read (const char *text);

G_END_DECLS
