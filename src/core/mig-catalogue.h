/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MigCatalogue:
 *
 * The translations of one text domain into one language: a file as msgfmt writes it (.mo).
 */
typedef struct _MigCatalogue MigCatalogue;

MigCatalogue *mig_catalogue_new_from_bytes (GBytes *bytes, GError **error);
MigCatalogue *mig_catalogue_new_from_file  (const char *path, GError **error);
void          mig_catalogue_free           (MigCatalogue *self);
const char   *mig_catalogue_lookup         (MigCatalogue *self, const char *context, const char *text);
char         *mig_catalogue_dup_header     (MigCatalogue *self, const char *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigCatalogue, mig_catalogue_free)

G_END_DECLS
