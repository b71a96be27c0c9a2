/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-briefing.h"
#include "mig-problems.h"

G_BEGIN_DECLS

/* The ending of a briefing's file, and its MIME type. */
#define MIG_BRIEFING_SUFFIX ".migbrief"
#define MIG_BRIEFING_MIME_TYPE "application/x-migmeet-briefing+json"

/* The largest file that is read. */
#define MIG_BRIEFING_MAX_SIZE (16 * 1024 * 1024)

#define MIG_BRIEFING_ERROR (mig_briefing_error_quark ())
GQuark mig_briefing_error_quark (void);

/**
 * MigBriefingError:
 * @MIG_BRIEFING_ERROR_PROBLEMS: the file was read and is no briefing; the #MigProblems say why
 */
typedef enum
{
  MIG_BRIEFING_ERROR_PROBLEMS,
} MigBriefingError;

gboolean     mig_briefing_is_file_name (GFile *file);
MigBriefing *mig_briefing_read (GFile *file, MigProblems **problems, GCancellable *cancellable, GError **error);
MigBriefing *mig_briefing_read_bytes (GBytes *bytes, GFile *file, MigProblems **problems, GError **error);
GBytes      *mig_briefing_to_bytes (MigBriefing *self);
gboolean     mig_briefing_save (MigBriefing *self, GFile *file, GCancellable *cancellable, GError **error);

char        *mig_briefing_format_moment (double moment);
gboolean     mig_briefing_parse_moment (const char *text, double *moment);

G_END_DECLS
