/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-page.h"

G_BEGIN_DECLS

void mig_lists_append (MigPage *page);

G_END_DECLS
