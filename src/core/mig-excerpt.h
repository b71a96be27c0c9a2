/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-scanner.h"

G_BEGIN_DECLS

/* Internal to core: a problem together with the lines that stand around it in the file. */

void mig_excerpt_add_problem (MigProblems *problems,
                              GBytes *bytes,
                              const MigJsonPlace *place,
                              const char *path,
                              const char *what,
                              const char *hint);

G_END_DECLS
