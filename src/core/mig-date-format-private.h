/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date-format.h"

G_BEGIN_DECLS

char *mig_date_format_deadline (const MigDate *date, MigDateStyle style);

G_END_DECLS
