/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-date.h"

G_BEGIN_DECLS

/**
 * MigDateText:
 * @text: where it begins; it does not end with a nul
 * @length: its length in bytes
 * @edtf: whether EDTF is allowed in it, or ISO dates only
 *
 * The part of a text that stands for one point in time, or the whole of it.
 */
typedef struct
{
  const char *text;
  gsize length;
  gboolean edtf;
} MigDateText;

gboolean mig_date_point_parse (MigDatePoint *point, const MigDateText *text, gboolean with_time, GError **error);
gboolean mig_date_point_fail (const MigDateText *text, MigDateError code, const char *hint, GError **error);
gboolean mig_date_point_fail_syntax (const MigDateText *text, GError **error);

G_END_DECLS
