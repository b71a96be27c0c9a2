/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-corpus-builder.h"
#include "mig-json-cursor.h"
#include "mig-record-stream.h"

G_BEGIN_DECLS

/* Internal to core: one record of a file after the other becomes one of the model; references wait until all are
 * known. */

#define MIG_KIND_BIT(kind) (1u << (kind))

/**
 * MigPendingRef:
 * @path: where it stands in the slice, as mig_json_locate() takes it
 * @id: number of the id that it names
 * @owner: the record to store it in
 * @slice: number of the slice that it stands in
 * @source: place of a source whose document it is; G_MAXUINT32 if it is a member of @owner
 * @offset: offset of that member
 * @kinds: the kinds that it may name, a #MIG_KIND_BIT() each
 */
typedef struct
{
  const char *path;
  guint32 id;
  MigRef owner;
  guint32 slice;
  guint32 source;
  guint16 offset;
  guint16 kinds;
} MigPendingRef;

/**
 * MigOrigin:
 * @slice: number of the slice that a record was read from
 * @entry: place in that slice's `memberships`, where the record is one of those; else -1
 */
typedef struct
{
  guint32 slice;
  gint32 entry;
} MigOrigin;

/**
 * MigRecordParser:
 * @builder: what is filled
 * @report: where problems go
 * @slices: the records of the file that were read, a #MigJsonSlice each
 * @is_profile: whether the file says that it is in the corpus format, and not in Popolo only
 * @is_strict: whether to report what does not keep a corpus from being opened, too
 * @has_gaps: whether there are records that could not be read, so that nobody knows which ids are missing
 * @slice: number of the present slice
 * @tree: what was read of a slice out of turn
 * @pending: references that are not resolved yet
 * @origins: for each kind where its records come from, a #MigOrigin each
 * @hosts: records that hold memberships of their own
 */
typedef struct
{
  MigCorpusBuilder *builder;
  MigRecordReport report;
  GArray *slices;
  gboolean is_profile;
  gboolean is_strict;
  gboolean has_gaps;

  guint32 slice;
  MigJsonTree tree;
  GStringChunk *paths;
  GArray *pending;
  GArray *origins[MIG_N_KINDS];
  GArray *hosts;
} MigRecordParser;

void               mig_record_parser_init (MigRecordParser *self,
                                           MigCorpusBuilder *builder,
                                           GBytes *bytes,
                                           MigProblems *problems);
void               mig_record_parser_clear (MigRecordParser *self);
const char *const *mig_record_parser_get_members (void);
void               mig_record_parser_read_meta (MigRecordParser *self, const MigJsonSlice *meta, GFile *file);
void               mig_record_parser_read (MigRecordParser *self, const MigRecordBatch *batch);
void               mig_record_parser_read_hosted (MigRecordParser *self, guint host);
const MigJsonSlice *mig_record_parser_get_slice (const MigRecordParser *self, guint32 slice);

/* For the files that the parser is made of. */
gboolean           mig_record_parser_parse (MigRecordParser *self,
                                            const MigJsonSlice *slice,
                                            MigJsonCursor *cursor);
void               mig_record_parser_expect (MigRecordParser *self,
                                             const MigJsonCursor *cursor,
                                             const char *member,
                                             const MigJsonValue *id,
                                             guint kinds,
                                             gsize offset,
                                             guint32 source);
const char        *mig_record_parser_intern (MigRecordParser *self, const MigJsonCursor *cursor, const char *member);
void               mig_record_parser_read_head (MigRecordParser *self,
                                                const MigJsonCursor *cursor,
                                                MigRecord *record);
void               mig_record_parser_read_locator (MigRecordParser *self,
                                                   const MigJsonCursor *cursor,
                                                   MigLocator *locator);
MigRange           mig_record_parser_read_contacts (MigRecordParser *self, const MigJsonCursor *cursor);
guint              mig_record_parser_read_ordinal (const MigJsonCursor *cursor, const char *member, const char *what);
MigRef             mig_record_parser_read_kind (MigRecordParser *self, const MigJsonCursor *cursor, MigKind kind);
gboolean           mig_record_dates_read_pair (const MigJsonCursor *cursor,
                                               const char *start_member,
                                               const char *end_member,
                                               MigDate *date);
gboolean           mig_record_dates_read_edtf (const MigJsonCursor *cursor, const char *member, MigDate *date);

G_END_DECLS
