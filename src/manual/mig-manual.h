/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-catalogue.h"

G_BEGIN_DECLS

/**
 * MigManual:
 *
 * A man page while it is written. All texts are given in English, marked for gettext, and come out in its language.
 */
typedef struct _MigManual MigManual;

MigManual *mig_manual_new  (MigCatalogue *catalogue);
void       mig_manual_free (MigManual *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigManual, mig_manual_free)

void       mig_manual_know          (MigManual *self, const char *parameters);
void       mig_manual_know_options  (MigManual *self, const GOptionEntry *entries);
void       mig_manual_begin         (MigManual *self, const char *program, const char *purpose);
void       mig_manual_add_heading   (MigManual *self, const char *heading);
void       mig_manual_add_part      (MigManual *self, const char *name);
void       mig_manual_add_usage     (MigManual *self, const char *command, gboolean has_options,
                                     const char *parameters);
void       mig_manual_add_paragraph (MigManual *self, const char *text);
void       mig_manual_add_item      (MigManual *self, const char *name, const char *text);
void       mig_manual_add_options   (MigManual *self, const GOptionEntry *entries);
void       mig_manual_add_reference (MigManual *self, const char *program);
GBytes    *mig_manual_end           (MigManual *self);

/* What both programs have in common. */
void       mig_manual_add_help        (MigManual *self, const char *text);
void       mig_manual_add_environment (MigManual *self);

/* The two man pages. */
GBytes    *mig_manual_write_migmeet (MigCatalogue *catalogue);
GBytes    *mig_manual_write_corpus  (MigCatalogue *catalogue);

/* The context of headings: mig_manual_add_heading() looks them up in it. */
#define MIG_MANUAL_HEADING "heading of a man page"

G_END_DECLS
