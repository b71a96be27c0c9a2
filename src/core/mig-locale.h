/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void               mig_locale_init          (const char *language);
char             **mig_locale_dup_folders   (void);
const char *const *mig_locale_get_languages (void);
char              *mig_locale_dup_shown     (void);
char             **mig_locale_dup_offered   (void);
char              *mig_locale_dup_own_name  (const char *language);
char             **mig_locale_dup_catalogues (const char *const *folders, const char *domain);
gboolean           mig_locale_is_domain     (const char *domain);

G_END_DECLS
