/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_JSON_MAX_DEPTH 64
#define MIG_JSON_MAX_MEMBERS 1024

/**
 * MigJsonSlice:
 * @member: name of the top-level member that holds the record; interned, owned by the scan
 * @index: position in that member's array; -1 when the member's value is itself the record (`meta`)
 * @offset: first byte of the record's value
 * @length: its length in bytes
 * @line: line of its first byte, from 1
 * @type: first byte of the value: '{', '[', '"', 't', 'f', 'n', '-' or a digit
 */
typedef struct
{
  const char *member;
  gint64 index;
  gsize offset;
  gsize length;
  guint64 line;
  char type;
} MigJsonSlice;

typedef struct _MigJsonScan MigJsonScan;

typedef void (*MigJsonProgressFunc) (double fraction, gpointer user_data);

MigJsonScan        *mig_json_scan (GBytes *bytes,
                                   MigProblems *problems,
                                   MigJsonProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
void                mig_json_scan_free (MigJsonScan *self);
const MigJsonSlice *mig_json_scan_get_slices (MigJsonScan *self, gsize *n);
gboolean            mig_json_locate (GBytes *bytes,
                                     const MigJsonSlice *slice,
                                     const char *path,
                                     guint64 *line,
                                     guint64 *column,
                                     guint64 *length);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigJsonScan, mig_json_scan_free)

G_END_DECLS
