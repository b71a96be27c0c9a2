/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: what the scanner and its messages need to know about the bytes of a text. */

/**
 * mig_utf8_sequence:
 * @at: a byte
 * @end: one past the last byte that may be looked at; after @at
 *
 * Tells whether a well-formed sequence begins here: no overlong form, no surrogate, nothing above U+10FFFF
 * (Unicode 15, table 3-7).
 *
 * Returns: the length of the sequence in bytes; 0 if there is none
 */
static inline gsize
mig_utf8_sequence (const guint8 *at,
                   const guint8 *end)
{
  guint8 lead = *at;
  gsize left = (gsize) (end - at);
  guint8 low = 0x80;
  guint8 high = 0xbf;
  gsize length;

  if (lead < 0x80)
    return 1;
  if (lead < 0xc2 || lead > 0xf4)
    return 0;

  length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (left < length)
    return 0;

  if (lead == 0xe0)
    low = 0xa0;
  else if (lead == 0xed)
    high = 0x9f;
  else if (lead == 0xf0)
    low = 0x90;
  else if (lead == 0xf4)
    high = 0x8f;

  if (at[1] < low || at[1] > high)
    return 0;
  for (gsize i = 2; i < length; i++)
    if ((at[i] & 0xc0) != 0x80)
      return 0;

  return length;
}

guint64 mig_json_count_characters (const char *from, const char *to);
char   *mig_json_shorten (const char *text, gssize length);
char   *mig_json_unescape (const char *raw, gsize length);
gsize   mig_json_unescape_into (const char *raw, gsize length, char *text);

G_END_DECLS
