/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-figure-table.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-words.h"

/* Figures as tab-separated values, which every spreadsheet takes from the clipboard: a line of headings, a line a
 * figure, with the bare number beside what was said, so that it can be reckoned with. */

static void
append_cell (GString    *table,
             const char *text,
             gboolean    is_last)
{
  g_autofree char *cell = g_strdup (text);

  g_strdelimit (cell, "\t\r\n", ' ');
  g_string_append (table, cell);
  g_string_append_c (table, is_last ? '\n' : '\t');
}

static char *
dup_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* The precision of a double is more than any figure that somebody said has. */
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

/* "Report, section VI, paragraph 2, page 8", of the first source. */
static char *
dup_source (MigCorpus       *corpus,
            const MigRecord *record)
{
  const MigSource *source = mig_corpus_get_sources (corpus, record->sources);
  g_autofree char *locator = NULL;

  if (record->sources.n == 0)
    return g_strdup ("");

  locator = mig_words_locator (&source->locator);
  return mig_words_phrase ((const char *[]) { source->document != MIG_REF_NONE
                                              ? mig_words_short_name (corpus, source->document) : source->url,
                                              locator, NULL });
}

static void
append_figure (GString   *table,
               MigCorpus *corpus,
               MigRef     ref)
{
  const MigFigure *figure = mig_corpus_get_figure (corpus, ref);
  const MigRef session = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SESSION);
  g_autofree char *number = figure->has_value ? dup_number (figure->value) : g_strdup ("");
  g_autofree char *most = figure->has_value && figure->max_value > figure->value ? dup_number (figure->max_value)
                                                                                  : g_strdup ("");
  g_autofree char *said = mig_words_figure (figure);
  g_autofree char *period = mig_date_is_set (&figure->date) ? mig_date_format (&figure->date, MIG_DATE_STYLE_SHORT)
                                                            : g_strdup ("");
  g_autofree char *source = dup_source (corpus, &figure->record);
  const char *place = figure->area != MIG_REF_NONE ? mig_words_name (corpus, figure->area) : figure->place;
  const char *giver = figure->given_by != MIG_REF_NONE ? mig_words_name (corpus, figure->given_by) : "";
  g_autofree char *where = session != MIG_REF_NONE ? mig_words_numbered_name (corpus, session) : g_strdup ("");

  append_cell (table, number, FALSE);
  append_cell (table, most, FALSE);
  append_cell (table, figure->unit, FALSE);
  append_cell (table, said, FALSE);
  append_cell (table, mig_words_name (corpus, ref), FALSE);
  append_cell (table, place, FALSE);
  append_cell (table, period, FALSE);
  append_cell (table, giver, FALSE);
  append_cell (table, where, FALSE);
  append_cell (table, source, TRUE);
}

/**
 * mig_figure_table_dup:
 * @corpus: a corpus
 * @figures: (array length=n): figures of it
 * @n: how many
 *
 * Returns: (transfer full): the figures as a table of tab-separated values, with headings in the user's language
 */
char *
mig_figure_table_dup (MigCorpus    *corpus,
                      const MigRef *figures,
                      guint         n)
{
  const char *const headings[] = {
    C_("column", "Number"), C_("column", "Up to"), C_("column", "Unit"), C_("column", "Value"), C_("column", "What"),
    C_("column", "Place"), C_("column", "Period"), C_("column", "Given by"), C_("column", "Session"),
    C_("column", "Source"),
  };
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    append_cell (table, headings[i], i + 1 == G_N_ELEMENTS (headings));
  for (guint i = 0; i < n; i++)
    append_figure (table, corpus, figures[i]);

  return g_string_free (table, FALSE);
}
