/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-problems.h"

G_BEGIN_DECLS

#define MIG_JSON_MAX_DEPTH 64
#define MIG_JSON_MAX_MEMBERS 1024
#define MIG_JSON_MAX_RECORDS 4000000

/**
 * MigJsonSlice:
 * @member: name of the top-level member that holds the record, as it was asked for; owned by who asked
 * @index: position in that member's array; -1 when the member's value is itself the record (`meta`)
 * @offset: first byte of the record's value
 * @length: its length in bytes
 * @line: line of its first byte, from 1
 * @column: column of its first byte in characters, from 1
 * @type: first byte of the value: '{', '[', '"', 't', 'f', 'n', '-' or a digit
 * @sound: whether nothing was found wrong in it; else no other parser should see it
 */
typedef struct
{
  const char *member;
  gint64 index;
  gsize offset;
  gsize length;
  guint64 line;
  guint64 column;
  char type;
  guint8 sound;
} MigJsonSlice;

/**
 * MigJsonPlace:
 * @offset: first byte
 * @line: its line, from 1
 * @column: its column in characters, from 1
 * @length: how many characters of that line it takes
 */
typedef struct
{
  gsize offset;
  guint64 line;
  guint64 column;
  guint64 length;
} MigJsonPlace;

typedef struct _MigJsonScan MigJsonScan;

typedef void (*MigJsonProgressFunc) (double fraction, gpointer user_data);

MigJsonScan        *mig_json_scan_new (GBytes *bytes, const char *const *members, MigProblems *problems);
gboolean            mig_json_scan_step (MigJsonScan *self, gsize n_bytes);
void                mig_json_scan_forget_slices (MigJsonScan *self);
MigJsonScan        *mig_json_scan (GBytes *bytes,
                                   const char *const *members,
                                   MigProblems *problems,
                                   MigJsonProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
void                mig_json_scan_free (MigJsonScan *self);
gboolean            mig_json_scan_is_complete (MigJsonScan *self);
char                mig_json_scan_get_type (MigJsonScan *self);
const MigJsonSlice *mig_json_scan_get_slices (MigJsonScan *self, gsize *n);
char                mig_json_scan_get_member_type (MigJsonScan *self, guint member);
gboolean            mig_json_locate (GBytes *bytes, const MigJsonSlice *slice, const char *path, MigJsonPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigJsonScan, mig_json_scan_free)

G_END_DECLS
