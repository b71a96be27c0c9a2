/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Internal to the presenter: Pango 1.50 knows no g_autoptr() for its objects; names of our own cannot meet those of
 * a later one. */
typedef PangoContext MigPangoContext;
typedef PangoLayout MigPangoLayout;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigPangoContext, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigPangoLayout, g_object_unref)

G_END_DECLS
