/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigRoffFont:
 *
 * How a piece of text stands out; roff's name of the font.
 */
typedef enum
{
  MIG_ROFF_ROMAN = 'R',
  MIG_ROFF_BOLD = 'B',
  MIG_ROFF_ITALIC = 'I',
} MigRoffFont;

/**
 * MigRoff:
 * @text: what was written so far
 * @last: the last character of the line that is being written; 0 at its beginning
 * @is_plain: whether the line holds no more of roff than it must, because others than roff read it, too
 *
 * Input for roff with the macros of man pages, in UTF-8. To be set up with g_string_new(), 0 and %FALSE.
 */
typedef struct
{
  GString *text;
  gunichar last;
  gboolean is_plain;
} MigRoff;

void mig_roff_request  (MigRoff *self, const char *request);
void mig_roff_argument (MigRoff *self, const char *text);
void mig_roff_append   (MigRoff *self, MigRoffFont font, const char *text, gssize length);
void mig_roff_end_line (MigRoff *self);

G_END_DECLS
