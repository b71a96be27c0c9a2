/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folded word is cut at this many bytes, in the index as in a query, so that the two still meet. */
#define MIG_FOLD_MAX_WORD 56

/**
 * MigFold:
 * @begin: where the word stands in the text
 * @n_bytes: its length there
 * @word: the word folded, ending in NUL
 * @n_word: the length of @word in bytes, never 0 and at most %MIG_FOLD_MAX_WORD
 *
 * Goes through a text word by word. What is a word and what becomes of it is told in mig-fold.c.
 */
typedef struct
{
  const char *begin;
  gsize n_bytes;
  guint n_word;
  char word[MIG_FOLD_MAX_WORD + 1];

  /*< private >*/
  const char *at;
  const char *end;
} MigFold;

void     mig_fold_init (MigFold *self, const char *text, gssize length);
gboolean mig_fold_next (MigFold *self);
gsize    mig_fold_measure (const char *begin, gsize n_bytes, guint n_folded);
char    *mig_fold_digits (const char *text);
char    *mig_fold_text (const char *text);
gboolean mig_fold_has_beginning (const char *folded, const char *beginning);
gboolean mig_fold_has_beginnings (const char *folded, char *const *beginnings);
gboolean mig_fold_join (MigFold *self, const MigFold *before);

G_END_DECLS
