/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigTextStyle:
 *
 * The kinds of text that the timeline draws. The core only asks how wide they are.
 */
typedef enum
{
  MIG_TEXT_LABEL,
  MIG_TEXT_LABEL_BOLD,
  MIG_TEXT_DETAIL,
  MIG_TEXT_ORDINAL,
  MIG_TEXT_NUMERAL,
  MIG_TEXT_COUNT,
  MIG_TEXT_LANE,
  MIG_TEXT_RULER,
  MIG_TEXT_RULER_COARSE,
  MIG_TEXT_FLAG,
} MigTextStyle;
#define MIG_N_TEXT_STYLES 10

/* The size of the system font for which the lengths of the design are given, in pixels. */
#define MIG_DESIGN_EM 14.667

/**
 * MigMeasureFunc:
 * @text: UTF-8, one line
 * @style: how it will be drawn
 * @user_data: the caller's
 *
 * Returns: its width in pixels
 */
typedef double (*MigMeasureFunc) (const char *text, MigTextStyle style, gpointer user_data);

G_END_DECLS
