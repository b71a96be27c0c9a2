/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-scanner.h"
#include "mig-json-tree.h"

G_BEGIN_DECLS

/* Internal to core: the records of a file as trees, found and made ahead of who reads them. */

#define MIG_RECORD_MAX_SIZE (4 * 1024 * 1024)

/**
 * MigRecordBatch:
 * @n: how many records it has
 * @slices: the records
 * @tree: their trees
 * @records: for each which of the tree's values it is; %G_MAXUINT32 where no tree was made of it
 */
typedef struct
{
  guint32 n;
  MigJsonSlice *slices;
  MigJsonTree tree;
  guint32 *records;
} MigRecordBatch;

typedef struct _MigRecordStream MigRecordStream;

gboolean            mig_record_is_readable (const MigJsonSlice *slice);
MigRecordStream    *mig_record_stream_new (GBytes *bytes,
                                           const char *const *members,
                                           MigProblems *problems,
                                           GCancellable *cancellable);
void                mig_record_stream_free (MigRecordStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigRecordStream, mig_record_stream_free)

MigRecordBatch     *mig_record_stream_next (MigRecordStream *self);
const MigJsonSlice *mig_record_stream_get_head (MigRecordStream *self);
MigJsonScan        *mig_record_stream_get_scan (MigRecordStream *self);

G_END_DECLS
