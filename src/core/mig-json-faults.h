/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-lexer.h"

G_BEGIN_DECLS

/* Internal to core: the scanner's findings in words. */

char *mig_json_fault_what (MigJsonFault fault, const char *token, gsize length);
char *mig_json_fault_hint (MigJsonFault fault, const char *token, gsize length, guint64 line);

G_END_DECLS
