/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus.h"

G_BEGIN_DECLS

char *mig_address_dup_corpus (const char *address);

G_END_DECLS
