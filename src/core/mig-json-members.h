/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mig-json-cursor.h"

G_BEGIN_DECLS

/* Internal to core: what a file has beyond what is known, to be written back as it was. */

JsonObject *mig_json_members_dup (const MigJsonCursor *cursor, const char *const *known);

G_END_DECLS
