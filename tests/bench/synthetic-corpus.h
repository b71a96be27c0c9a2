/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A synthetic corpus of 100,000 meetings is about 115 MB and holds more than half a million items. */
#define SYNTHETIC_SEED 20160919

GBytes *synthetic_corpus_new (guint n_meetings, guint32 seed);

G_END_DECLS
