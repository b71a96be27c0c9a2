/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"
#include "mig-words-join.h"

G_BEGIN_DECLS

const char *mig_words_name           (MigCorpus *corpus, MigRef ref);
const char *mig_words_short_name     (MigCorpus *corpus, MigRef ref);
const char *mig_words_kind           (MigCorpus *corpus, MigRef ref);
const char *mig_words_term           (const char *term);
char       *mig_words_term_as_title  (const char *term);
char       *mig_words_number         (guint number);
char       *mig_words_count          (const char *phrase, guint number);
char       *mig_words_numeral        (MigCorpus *corpus, MigRef ref);
char       *mig_words_numerals       (MigCorpus *corpus, const MigRef *refs, guint n);
char       *mig_words_number_name    (const char *numeral, const char *name);
char       *mig_words_numbered_name  (MigCorpus *corpus, MigRef ref);
char       *mig_words_when           (MigCorpus *corpus, MigRef ref);
const char *mig_words_place          (MigCorpus *corpus, MigRef event);
char       *mig_words_locator        (const MigLocator *locator);
const char *mig_words_property       (const char *property);
char       *mig_words_reading        (const char *property, const char *value);
char       *mig_words_figure         (const MigFigure *figure);
const char *mig_words_mention_role   (const MigMention *mention);
const char *mig_words_contact        (const char *type);
const char *mig_words_certainty      (MigCertainty certainty);

G_END_DECLS
