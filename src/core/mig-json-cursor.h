/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-scanner.h"
#include "mig-json-tree.h"

G_BEGIN_DECLS

/* Internal to core: typed access to a record, which knows its path and reports what is not as it must be. */

/**
 * MigRecordReport:
 * @bytes: the file
 * @problems: where problems go
 * @is_strict: whether lapses are problems: what does not keep a corpus from being opened
 *
 * What it takes to report a problem of a record.
 */
typedef struct
{
  GBytes *bytes;
  MigProblems *problems;
  gboolean is_strict;
} MigRecordReport;

void mig_record_report (const MigRecordReport *self,
                        const MigJsonSlice *slice,
                        const char *path,
                        const char *what,
                        const char *hint);

/**
 * MigJsonCursor:
 * @report: where problems go
 * @slice: the record that the object is or stands in
 * @tree: its values
 * @object: the object that members are got from
 * @up: the object around it; %NULL for the record itself
 * @member: the member of @up that holds it
 * @index: its place in that member's list; -1 if the member's value is the object
 *
 * An object of a record with the way that leads to it. Lives on the stack; mig_json_cursor_init() makes it.
 */
typedef struct _MigJsonCursor MigJsonCursor;
struct _MigJsonCursor
{
  const MigRecordReport *report;
  const MigJsonSlice *slice;
  const MigJsonTree *tree;
  const MigJsonValue *object;
  const MigJsonCursor *up;
  const char *member;
  gint64 index;
};

void        mig_json_cursor_init (MigJsonCursor *self,
                                  const MigRecordReport *report,
                                  const MigJsonSlice *slice,
                                  const MigJsonTree *tree,
                                  guint32 record);
void        mig_json_cursor_read (MigJsonCursor *self,
                                  const MigRecordReport *report,
                                  const MigJsonSlice *slice,
                                  MigJsonTree *tree);
gboolean    mig_json_cursor_has_member (const MigJsonCursor *self, const char *member);
void        mig_json_cursor_remove (MigJsonCursor *self, const char *member);
char       *mig_json_cursor_dup_path (const MigJsonCursor *self, const char *member, gint64 index);
void        mig_json_cursor_report (const MigJsonCursor *self, const char *member, const char *what, const char *hint);
void        mig_json_cursor_report_lapse (const MigJsonCursor *self,
                                          const char *member,
                                          const char *what,
                                          const char *hint);
void        mig_json_cursor_require (const MigJsonCursor *self, const char *member, const char *what, const char *hint);
const char *mig_json_cursor_get_text (const MigJsonCursor *self, const char *member);
const MigJsonValue *mig_json_cursor_get_text_value (const MigJsonCursor *self, const char *member);
const char *mig_json_cursor_peek_text (const MigJsonCursor *self, const char *member);
gboolean    mig_json_cursor_get_truth (const MigJsonCursor *self, const char *member);
gboolean    mig_json_cursor_get_number (const MigJsonCursor *self, const char *member, double *number);
guint       mig_json_cursor_get_n (const MigJsonCursor *self, const char *member);
const char *mig_json_cursor_get_text_at (const MigJsonCursor *self, const char *member, guint index);
gboolean    mig_json_cursor_enter (const MigJsonCursor *self, const char *member, MigJsonCursor *inner);
gboolean    mig_json_cursor_enter_at (const MigJsonCursor *self, const char *member, guint index, MigJsonCursor *inner);

G_END_DECLS
