/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-timeline-painter.h"

G_BEGIN_DECLS

/**
 * MigExportFormat:
 *
 * What a picture of the timeline can be written as.
 */
typedef enum
{
  MIG_EXPORT_SVG,
  MIG_EXPORT_PNG,
  MIG_EXPORT_PDF,
} MigExportFormat;

PangoContext  *mig_export_create_context (gboolean mirrored);
cairo_status_t mig_export_append_bytes (void *closure, const unsigned char *data, unsigned int length);
gboolean       mig_export_check (cairo_status_t status, GError **error);
gboolean       mig_export_write (GBytes *bytes, GFile *file, GCancellable *cancellable, GError **error);

gboolean mig_export_format_from_name (const char *file_name, MigExportFormat *format);
GBytes  *mig_timeline_export_to_bytes (const MigTimelineView *view,
                                       MigPalette palette,
                                       MigExportFormat format,
                                       const char *title,
                                       GError **error);
double   mig_timeline_export_get_height (const MigTimelineView *view);

G_END_DECLS
