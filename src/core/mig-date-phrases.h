/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date.h"

G_BEGIN_DECLS

char *mig_date_phrases_about (const char *date, MigPrecision precision);
char *mig_date_phrases_until (const char *date, MigPrecision precision);
char *mig_date_phrases_from (const char *date, MigPrecision precision);
char *mig_date_phrases_since (const char *date, MigPrecision precision);
char *mig_date_phrases_by (const char *date, MigPrecision precision);
char *mig_date_phrases_perhaps (const char *date, MigPrecision precision);
char *mig_date_phrases_perhaps_end (const char *date, MigPrecision precision);

G_END_DECLS
