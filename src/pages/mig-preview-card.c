/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-preview.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison-words.h"
#include "mig-date-format.h"
#include "mig-page-parts.h"
#include "mig-speakers.h"
#include "mig-words.h"

/* What a preview shows: what the record is, its name, the beginning of its text, and a number or two. It is made of
 * what the corpus has ready, so that it costs nothing however large the corpus is. */

#define TEXT_LENGTH 220 /* letters */
#define WIDTH 42

static char *
dup_eyebrow (MigCorpus *corpus,
             MigRef     ref)
{
  const MigKind kind = mig_ref_kind (ref);
  g_autofree char *when = kind == MIG_KIND_PERSON || kind == MIG_KIND_ORGANIZATION ? g_strdup ("")
                                                                                   : mig_words_when (corpus, ref);
  const char *place = kind == MIG_KIND_EVENT ? mig_words_place (corpus, ref) : "";
  g_autofree char *about = mig_comparison_is_of (corpus, ref) && kind != MIG_KIND_EVENT
                           ? mig_comparison_words_dup_about (corpus, ref) : g_strdup ("");

  return mig_words_join ((const char *[]) { mig_words_kind (corpus, ref), about, place, when, NULL });
}

/* Up to the end of a word. */
static char *
shorten (const char *text)
{
  const char *end, *space = NULL;
  guint n = 0;

  for (end = text; *end != '\0' && n < TEXT_LENGTH; end = g_utf8_next_char (end), n++)
    if (g_unichar_isspace (g_utf8_get_char (end)))
      space = end;

  if (*end == '\0')
    return g_strdup (text);
  if (space == NULL)
    space = end;

  return g_strdup_printf ("%.*s …", (int) (space - text), text);
}

static char *
dup_count (const char *format,
           guint       n)
{
  g_autofree char *number = mig_words_number (n);
  g_autoptr (GString) text = g_string_new (n > 0 ? format : "");

  g_string_replace (text, "%s", number, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_parts (MigCorpus *corpus,
             MigRef     ref)
{
  const MigRefs children = mig_corpus_get_related (corpus, ref, MIG_RELATION_CHILDREN);
  guint n = 0;

  for (guint i = 0; i < children.n; i++)
    n += mig_speakers_is_part (corpus, children.refs[i], ref) ? 1 : 0;

  return n;
}

static char *
dup_numbers (MigCorpus *corpus,
             MigRef     ref)
{
  const guint n_speeches = mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;
  const guint n_mentions = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n;
  const gboolean is_meeting = mig_ref_kind (ref) == MIG_KIND_EVENT &&
                              mig_corpus_get_event (corpus, ref)->role == MIG_EVENT_ROLE_MEETING;
  const guint n_sessions = is_meeting ? count_parts (corpus, ref) : 0;
  g_autofree char *sessions = dup_count (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", n_sessions),
                                         n_sessions);
  g_autofree char *speeches = dup_count (g_dngettext (GETTEXT_PACKAGE, "%s intervention", "%s interventions",
                                                      n_speeches), n_speeches);
  g_autofree char *mentions = dup_count (g_dngettext (GETTEXT_PACKAGE, "%s mention", "%s mentions", n_mentions),
                                         n_mentions);

  return mig_words_join ((const char *[]) { sessions, speeches, mentions, NULL });
}

static GtkWidget *
new_line (const char *text,
          const char *css_class)
{
  GtkWidget *label = mig_part_label (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  return label;
}

/**
 * mig_preview_card_new:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer floating): what the record is, at a glance
 */
GtkWidget *
mig_preview_card_new (MigCorpus *corpus,
                      MigRef     ref)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *eyebrow = dup_eyebrow (corpus, ref);
  g_autofree char *text = shorten (mig_corpus_get_record (corpus, ref)->description);
  g_autofree char *numbers = dup_numbers (corpus, ref);

  gtk_box_append (GTK_BOX (card), new_line (eyebrow, "mig-eyebrow"));
  gtk_box_append (GTK_BOX (card), new_line (mig_words_name (corpus, ref), "mig-card-title"));
  if (*text != '\0')
    gtk_box_append (GTK_BOX (card), new_line (text, "mig-preview-text"));
  if (*numbers != '\0')
    gtk_box_append (GTK_BOX (card), new_line (numbers, "mig-subtitle"));

  return card;
}

/**
 * mig_preview_card_dup_description:
 * @corpus: a corpus
 * @ref: one of its records
 *
 * Returns: (transfer full): the same for a screen reader
 */
char *
mig_preview_card_dup_description (MigCorpus *corpus,
                                  MigRef     ref)
{
  g_autofree char *eyebrow = dup_eyebrow (corpus, ref);
  g_autofree char *text = shorten (mig_corpus_get_record (corpus, ref)->description);
  g_autofree char *numbers = dup_numbers (corpus, ref);

  return mig_words_phrase ((const char *[]) { eyebrow, text, numbers, NULL });
}
