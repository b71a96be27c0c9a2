/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

/* Internal to search: what it reads of a record. */

/**
 * MigSearchPart:
 * @MIG_SEARCH_PART_NAME: what the record is called
 * @MIG_SEARCH_PART_ALIAS: what else it is called: short and other names, identifiers, codes
 * @MIG_SEARCH_PART_BY: of a speech, to whom it is attributed when that is no person of the corpus
 * @MIG_SEARCH_PART_PLACE: where it took place
 * @MIG_SEARCH_PART_DETAIL: classification, role, affiliation
 * @MIG_SEARCH_PART_TEXT: description, gist, themes, notes
 */
typedef enum
{
  MIG_SEARCH_PART_NAME,
  MIG_SEARCH_PART_ALIAS,
  MIG_SEARCH_PART_BY,
  MIG_SEARCH_PART_PLACE,
  MIG_SEARCH_PART_DETAIL,
  MIG_SEARCH_PART_TEXT,
} MigSearchPart;

/**
 * MigSearchText:
 * @text: the text, owned by the corpus, never ""
 * @part: what it is to the record
 * @is_borrowed: whether it is another record's text, such as the name of an organization in an affiliation
 * @is_original: whether a translation of it is shown
 */
typedef struct
{
  const char *text;
  MigSearchPart part;
  gboolean is_borrowed;
  gboolean is_original;
} MigSearchText;

gboolean mig_search_text_has_kind (MigKind kind);
void     mig_search_text_collect (MigCorpus *corpus, MigRef ref, GArray *texts);
gboolean mig_search_text_stands_for_names (MigCorpus *corpus, MigRef ref, GArray *texts);

G_END_DECLS
