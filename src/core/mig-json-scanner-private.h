/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-json-keys.h"
#include "mig-json-lexer.h"
#include "mig-json-scanner.h"

G_BEGIN_DECLS

/* What is inside a scan, for the scanner and for its reports. */

typedef enum
{
  MIG_JSON_EXPECT_VALUE,
  MIG_JSON_EXPECT_VALUE_OR_END,
  MIG_JSON_EXPECT_KEY,
  MIG_JSON_EXPECT_KEY_OR_END,
  MIG_JSON_EXPECT_COMMA_OR_END,
} MigJsonExpectation;

/* An open bracket. */
typedef struct
{
  char type;
  guint n; /* entries begun */
  guint64 line;
  const guint8 *key; /* of the present entry, between its quotes; NULL before the first */
  gsize key_length;
  MigJsonKeys keys;
} MigJsonFrame;

struct _MigJsonScan
{
  GBytes *bytes;
  const char *const *members;
  MigProblems *problems;

  const guint8 *begin;
  const guint8 *at;
  const guint8 *end;
  const guint8 *line_begin;
  gsize n_continuations; /* bytes between @line_begin and @at that do not begin a character */
  guint64 line;
  MigJsonPlace comma; /* the last one */

  MigJsonExpectation expectation;
  gboolean is_over; /* a fault has ended the scan */
  gboolean is_complete;
  char type;
  guint depth;
  MigJsonFrame frames[MIG_JSON_MAX_DEPTH];

  gint member; /* which of @members the present top-level member is, or -1 */
  char *member_types;
  GArray *slices;
  gsize n_slices; /* those that were dropped included */
  MigJsonSlice slice;
  guint slice_depth; /* brackets around the present slice; G_MAXUINT outside of any */
};

MigJsonPlace mig_json_scan_get_place (MigJsonScan *self);
void         mig_json_scan_report (MigJsonScan *self,
                                   MigJsonFault fault,
                                   MigJsonPlace place,
                                   gsize length,
                                   guint64 line);
void         mig_json_scan_report_here (MigJsonScan *self, MigJsonFault fault);
void         mig_json_scan_report_end (MigJsonScan *self);
void         mig_json_scan_report_token (MigJsonScan *self, const MigJsonToken *token);

G_END_DECLS
