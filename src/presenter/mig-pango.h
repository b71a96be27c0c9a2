/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Internal to the presenter: Pango 1.50 knows no g_autoptr() for this object; a name of our own cannot meet that of a
 * later one. */
typedef PangoContext MigPangoContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigPangoContext, g_object_unref)

G_END_DECLS
