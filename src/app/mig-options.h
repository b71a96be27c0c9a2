/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const GOptionEntry *mig_options_get         (void);
const char         *mig_options_get_summary (void);

G_END_DECLS
