/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  mig_words_contains (const char *text, const char *word);
char     *mig_words_join     (const char *const *parts);
char     *mig_words_list     (const char *const *parts);
char     *mig_words_phrase   (const char *const *parts);

G_END_DECLS
