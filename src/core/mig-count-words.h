/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many of a kind there are, in words and in the reader's digits: "14 sessions". Each returns a text to be freed. */
char *mig_count_sessions (guint n);
char *mig_count_interventions (guint n);
char *mig_count_speakers (guint n);
char *mig_count_meetings (guint n);
char *mig_count_events (guint n);
char *mig_count_documents (guint n);
char *mig_count_mentions (guint n);
char *mig_count_people (guint n);

G_END_DECLS
