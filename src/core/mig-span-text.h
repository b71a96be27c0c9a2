/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date.h"

G_BEGIN_DECLS

/**
 * MigSpanTextError:
 * @MIG_SPAN_TEXT_ERROR_EMPTY: nothing was typed yet
 * @MIG_SPAN_TEXT_ERROR_SYNTAX: what was typed is no date
 * @MIG_SPAN_TEXT_ERROR_RANGE: there is no such day, month or year
 * @MIG_SPAN_TEXT_ERROR_AMBIGUOUS: it can be read in two ways
 */
typedef enum
{
  MIG_SPAN_TEXT_ERROR_EMPTY,
  MIG_SPAN_TEXT_ERROR_SYNTAX,
  MIG_SPAN_TEXT_ERROR_RANGE,
  MIG_SPAN_TEXT_ERROR_AMBIGUOUS,
} MigSpanTextError;

#define MIG_SPAN_TEXT_ERROR (mig_span_text_error_quark ())
GQuark mig_span_text_error_quark (void);

gboolean mig_span_text_parse (const char *text, MigDate *date, GError **error);

G_END_DECLS
