/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint mig_hash_bytes (gconstpointer data, gsize length);
guint mig_hash_string (gconstpointer text);

G_END_DECLS
