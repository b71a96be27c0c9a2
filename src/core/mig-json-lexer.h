/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: the tokens of RFC 8259, one at a time. */

/**
 * MigJsonFault:
 *
 * Everything that the scanner can find wrong, those that it reads on after first; see mig-json-faults.c for the words.
 */
typedef enum
{
  MIG_JSON_FAULT_NONE,

  MIG_JSON_FAULT_NUL,
  MIG_JSON_FAULT_SURROGATE,
  MIG_JSON_FAULT_LARGE_INTEGER,
  MIG_JSON_FAULT_LARGE_NUMBER,
  MIG_JSON_FAULT_DUPLICATE_KEY,

  MIG_JSON_FAULT_EMPTY,
  MIG_JSON_FAULT_BLANK,
  MIG_JSON_FAULT_UTF16,
  MIG_JSON_FAULT_NOT_UTF8,
  MIG_JSON_FAULT_END_IN_STRING,
  MIG_JSON_FAULT_END_IN_OBJECT,
  MIG_JSON_FAULT_END_IN_ARRAY,
  MIG_JSON_FAULT_LINE_BREAK,
  MIG_JSON_FAULT_TAB,
  MIG_JSON_FAULT_CONTROL,
  MIG_JSON_FAULT_ESCAPE,
  MIG_JSON_FAULT_UNICODE_ESCAPE,
  MIG_JSON_FAULT_LEADING_ZERO,
  MIG_JSON_FAULT_HEXADECIMAL,
  MIG_JSON_FAULT_PLUS,
  MIG_JSON_FAULT_NUMBER,
  MIG_JSON_FAULT_WORD,
  MIG_JSON_FAULT_SINGLE_QUOTE,
  MIG_JSON_FAULT_COMMENT,
  MIG_JSON_FAULT_TRAILING_COMMA,
  MIG_JSON_FAULT_MISSING_COMMA,
  MIG_JSON_FAULT_MISSING_COLON,
  MIG_JSON_FAULT_MISSING_VALUE,
  MIG_JSON_FAULT_MISSING_KEY,
  MIG_JSON_FAULT_WRONG_BRACKET,
  MIG_JSON_FAULT_SECOND_DOCUMENT,
  MIG_JSON_FAULT_CHARACTER,
  MIG_JSON_FAULT_DEPTH,
  MIG_JSON_FAULT_MEMBERS,
  MIG_JSON_FAULT_RECORDS,
} MigJsonFault;

static inline gboolean
mig_json_fault_is_fatal (MigJsonFault fault)
{
  return fault > MIG_JSON_FAULT_DUPLICATE_KEY;
}

/**
 * MigJsonToken:
 * @end: one past the token's last byte; where reading stopped if there is a fatal fault
 * @n_continuations: how many of its bytes do not begin a character
 * @escaped: whether a string has escapes
 * @fault: the first thing that is wrong with it
 * @fault_at: where that is
 * @fault_length: its length in bytes
 * @fault_continuations: how many bytes between the token's begin and @fault_at do not begin a character
 */
typedef struct
{
  const guint8 *end;
  gsize n_continuations;
  gboolean escaped;
  MigJsonFault fault;
  const guint8 *fault_at;
  gsize fault_length;
  gsize fault_continuations;
} MigJsonToken;

void mig_json_lex_string (const guint8 *at, const guint8 *end, MigJsonToken *token);
void mig_json_lex_number (const guint8 *at, const guint8 *end, MigJsonToken *token);
void mig_json_lex_word (const guint8 *at, const guint8 *end, MigJsonToken *token);

G_END_DECLS
