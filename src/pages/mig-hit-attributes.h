/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "mig-palette.h"
#include "mig-search-results.h"

G_BEGIN_DECLS

void mig_hit_attributes_insert (PangoAttrList       *attributes,
                                const MigSearchSpan *span,
                                MigPalette           palette,
                                gboolean             is_current);

G_END_DECLS
