/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-count-words.h"

#include <glib/gi18n-lib.h>

#include "mig-words.h"

/* Counts stand in many places; here each is said once. */

char *
mig_count_sessions (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", n), n);
}

char *
mig_count_interventions (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions", n), n);
}

char *
mig_count_speakers (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s speaker", "%s speakers", n), n);
}

char *
mig_count_meetings (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s meeting", "%s meetings", n), n);
}

char *
mig_count_events (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", n), n);
}

char *
mig_count_documents (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", n), n);
}

char *
mig_count_mentions (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s mention", "%s mentions", n), n);
}

char *
mig_count_people (guint n)
{
  return mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", n), n);
}
