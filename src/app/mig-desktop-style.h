/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MigDesktopScheme:
 *
 * What the desktop prefers, with the numbers of the portal's `color-scheme`.
 */
typedef enum
{
  MIG_DESKTOP_SCHEME_NONE = 0,
  MIG_DESKTOP_SCHEME_DARK = 1,
  MIG_DESKTOP_SCHEME_LIGHT = 2,
} MigDesktopScheme;

#define MIG_TYPE_DESKTOP_STYLE (mig_desktop_style_get_type ())
G_DECLARE_FINAL_TYPE (MigDesktopStyle, mig_desktop_style, MIG, DESKTOP_STYLE, GObject)

MigDesktopStyle  *mig_desktop_style_new (void);
MigDesktopScheme  mig_desktop_style_get_scheme (MigDesktopStyle *self);
gboolean          mig_desktop_style_get_high_contrast (MigDesktopStyle *self);

G_END_DECLS
