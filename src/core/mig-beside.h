/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to core: a part of some work on a second core. */

GThread *mig_beside_begin (GThreadFunc part, gpointer data);
void     mig_beside_end (GThread *thread);

G_END_DECLS
