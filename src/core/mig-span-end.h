/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-span-lexer.h"
#include "mig-span-text.h"

G_BEGIN_DECLS

/**
 * MigSpanEnd:
 * @year: the year
 * @month: 1 is January
 * @day: the day, or a number that may be one
 * @season: 21 to 24, as EDTF counts them
 * @is_decade: whether the ten years from @year are meant
 * @is_century: whether an unknown year of the hundred from @year is meant
 * @n_year_digits: how many digits @year was typed with
 * @has_numbered_month: whether the month's name is its number and a word, as in Chinese
 * @is_since: whether words said that it is a beginning
 * @is_until: whether words said that it is an end
 * @next: the token that it ends before
 *
 * One end of a span, as far as it was told; zero is "not told".
 */
typedef struct
{
  gint year;
  gint month;
  gint day;
  gint season;
  gboolean is_decade;
  gboolean is_century;
  guint n_year_digits;
  gboolean has_numbered_month;
  gboolean is_since;
  gboolean is_until;
  guint next;
} MigSpanEnd;

gboolean    mig_span_end_read (MigSpanEnd *self, GArray *tokens, guint at, GError **error);
gboolean    mig_span_end_is_told (const MigSpanEnd *self);
gboolean    mig_span_end_fail (GError **error, MigSpanTextError code, char *what, const char *hint);
gboolean    mig_span_end_fail_word (const MigSpanToken *token, GError **error);
const char *mig_span_end_get_examples (void);
guint       mig_span_end_skip_to (GArray *tokens, guint at);

G_END_DECLS
