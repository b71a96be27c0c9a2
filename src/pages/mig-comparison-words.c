/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-comparison-words.h"

#include <glib/gi18n-lib.h>

#include "mig-words.h"

/* What is said of two records side by side: on their page, where one of them is chosen, and in the clipboard. */

/**
 * mig_comparison_words_aspect:
 * @ref: the first of the two
 * @aspect: what is compared
 *
 * Returns: (transfer none): its heading
 */
const char *
mig_comparison_words_aspect (MigRef               ref,
                             MigComparisonAspect  aspect)
{
  switch (aspect)
    {
    case MIG_COMPARISON_MEETINGS:
      return C_("section", "Meetings");
    case MIG_COMPARISON_ORGANIZATIONS:
      return C_("section", "Organizations");
    case MIG_COMPARISON_SPEAKERS:
      return mig_ref_kind (ref) == MIG_KIND_PERSON ? C_("section", "Shared sessions with")
                                                   : C_("section", "Speakers");
    case MIG_COMPARISON_EVENTS:
      return C_("section", "Events raised");
    case MIG_COMPARISON_DOCUMENTS:
      return C_("section", "Documents");
    case MIG_COMPARISON_TOPICS:
    default:
      return C_("section", "Topics");
    }
}

/**
 * mig_comparison_words_dup_title:
 * @corpus: a corpus
 * @first: a record
 * @second: another one
 *
 * Returns: (transfer full): the two in one title
 */
char *
mig_comparison_words_dup_title (MigCorpus *corpus,
                                MigRef     first,
                                MigRef     second)
{
  /* Translators: the two meetings, people or organizations that are compared */
  return g_strdup_printf (C_("comparison", "%1$s and %2$s"), mig_words_short_name (corpus, first),
                          mig_words_short_name (corpus, second));
}

/* For whom somebody spoke last. */
static const char *
get_affiliation (MigCorpus *corpus,
                 MigRef     person)
{
  const MigRefs speeches = mig_corpus_get_related (corpus, person, MIG_RELATION_SPEECHES);
  const MigRefs memberships = mig_corpus_get_related (corpus, person, MIG_RELATION_MEMBERSHIPS);

  for (guint i = speeches.n; i > 0; i--)
    {
      const MigRef organization = mig_corpus_get_speech (corpus, speeches.refs[i - 1])->on_behalf_of;

      if (organization != MIG_REF_NONE)
        return mig_words_short_name (corpus, organization);
    }
  for (guint i = memberships.n; i > 0; i--)
    {
      const MigRef organization = mig_corpus_get_membership (corpus, memberships.refs[i - 1])->organization;

      if (organization != MIG_REF_NONE)
        return mig_words_short_name (corpus, organization);
    }

  return "";
}

/**
 * mig_comparison_words_dup_about:
 * @corpus: a corpus
 * @ref: a record that can be compared
 *
 * Returns: (transfer full): what tells it from others of its kind: place and date of a meeting, a session's meeting,
 *   for whom a person spoke, what an organization is; perhaps ""
 */
char *
mig_comparison_words_dup_about (MigCorpus *corpus,
                                MigRef     ref)
{
  const MigRef meeting = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_MEETING);

  switch ((int) mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      {
        g_autofree char *when = mig_words_when (corpus, ref);

        return mig_words_join ((const char *[]) { meeting != MIG_REF_NONE && meeting != ref
                                                  ? mig_words_short_name (corpus, meeting) : "",
                                                  when, mig_words_place (corpus, ref), NULL });
      }

    case MIG_KIND_PERSON:
      return g_strdup (get_affiliation (corpus, ref));

    case MIG_KIND_ORGANIZATION:
    default:
      return mig_words_term_as_title (mig_corpus_get_organization (corpus, ref)->classification);
    }
}

static void
append_side (GString    *text,
             MigCorpus  *corpus,
             const char *heading,
             MigRefs     refs)
{
  if (refs.n == 0)
    return;

  g_string_append_printf (text, "%s\n", heading);
  for (guint i = 0; i < refs.n; i++)
    g_string_append_printf (text, "  %s\n", mig_words_name (corpus, refs.refs[i]));
}

/**
 * mig_comparison_words_dup_text:
 * @corpus: a corpus
 * @first: a record
 * @second: another one, with which it can be compared
 *
 * Returns: (transfer full): the whole comparison as lines of text
 */
char *
mig_comparison_words_dup_text (MigCorpus *corpus,
                               MigRef     first,
                               MigRef     second)
{
  g_autoptr (MigComparison) comparison = mig_comparison_new (corpus, first, second);
  g_autofree char *title = mig_comparison_words_dup_title (corpus, first, second);
  const char *names[] = { mig_words_short_name (corpus, first), NULL, mig_words_short_name (corpus, second) };
  g_autoptr (GString) text = g_string_new (title);

  g_string_append_c (text, '\n');
  for (MigComparisonAspect aspect = 0; aspect < MIG_COMPARISON_N_ASPECTS; aspect++)
    {
      const gsize begin = text->len;

      for (MigComparisonSide side = 0; side < MIG_COMPARISON_N_SIDES; side++)
        {
          g_autofree char *heading = side == MIG_COMPARISON_BOTH
                                     ? g_strdup (C_("comparison", "Both"))
                                     : g_strdup_printf (C_("comparison", "Only %s"), names[side]);

          append_side (text, corpus, heading, mig_comparison_get (comparison, aspect, side));
        }
      if (text->len > begin)
        {
          g_autofree char *head = g_strdup_printf ("\n%s\n", mig_comparison_words_aspect (first, aspect));

          g_string_insert (text, (gssize) begin, head);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
