/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-cli.h"

#include <glib/gi18n-lib.h>

/*
 * migmeet-corpus stats: how much of what a corpus holds, a line each.
 */

static void
print_count (const char *name, guint n)
{
  g_print ("%8u  %s\n", n, name);
}

static void
print_track (MigCorpus *corpus, MigTrack track, const char *name)
{
  guint n_dated;
  MigRefs refs = mig_corpus_get_track (corpus, track, &n_dated);

  if (n_dated == refs.n)
    print_count (name, refs.n);
  else
    /* Translators: a line of a list of counts: a number, what it counts, and how many of those have no date */
    g_print (_("%1$8u  %2$s (%3$u undated)\n"), refs.n, name, refs.n - n_dated);
}

/**
 * mig_cli_stats:
 *
 * Returns: %MIG_CLI_OK, or %MIG_CLI_PROBLEMS when the corpus cannot be read
 */
int
mig_cli_stats (int argc, char **argv)
{
  GOptionContext *context = g_option_context_new (_("[CORPUS]"));
  g_autoptr (MigCorpus) corpus = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Counts what a corpus holds."));
  if (!mig_cli_parse (context, &argc, &argv))
    return MIG_CLI_USAGE;
  corpus = mig_cli_read (argc > 1 ? argv[1] : NULL);
  if (corpus == NULL)
    return MIG_CLI_PROBLEMS;

  g_print ("%s\n", mig_corpus_get_title (corpus));
  print_track (corpus, MIG_TRACK_MEETINGS, _("meetings"));
  print_track (corpus, MIG_TRACK_SESSIONS, _("sessions"));
  print_track (corpus, MIG_TRACK_EVENTS, _("events mentioned"));
  print_track (corpus, MIG_TRACK_DOCUMENTS, _("documents"));
  print_count (_("interventions"), mig_corpus_get_n (corpus, MIG_KIND_SPEECH));
  print_count (_("people"), mig_corpus_get_n (corpus, MIG_KIND_PERSON));
  print_count (_("organizations"), mig_corpus_get_n (corpus, MIG_KIND_ORGANIZATION));
  print_count (_("memberships"), mig_corpus_get_n (corpus, MIG_KIND_MEMBERSHIP));
  print_count (_("topics"), mig_corpus_get_n (corpus, MIG_KIND_TOPIC));
  print_count (_("figures"), mig_corpus_get_n (corpus, MIG_KIND_FIGURE));
  print_count (_("mentions"), mig_corpus_get_n (corpus, MIG_KIND_MENTION));
  print_count (_("places"), mig_corpus_get_n (corpus, MIG_KIND_AREA));
  return MIG_CLI_OK;
}
