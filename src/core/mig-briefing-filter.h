/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-filter.h"
#include "mig-json-members.h"

G_BEGIN_DECLS

/* Internal to the briefing's file: the filter of a scene, in the form of mig_filter_to_variant(). */

GVariant *mig_briefing_filter_read (const MigJsonCursor *scene, const char *member);
void      mig_briefing_filter_write (JsonBuilder *builder, const char *member, GVariant *filter);

G_END_DECLS
