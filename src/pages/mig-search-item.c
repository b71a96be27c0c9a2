/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-item.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-words.h"

/* A line of the search's results: the heading of a group with how many it has, a hit, or, under the last hit that is
 * listed, how many more there are. It is made when the list shows it. */

struct _MigSearchItem
{
  GObject parent_instance;

  MigSearchResults *results;
  const MigSearchHits *hits; /* owned by the results */
  guint position;            /* 0: the heading; up to n_listed: a hit; beyond: the rest */

  /* Worked out when first asked for; NULL until then */
  char *title;
  GArray *title_marks;
  char *excerpt;
  GArray *excerpt_marks;
};

G_DEFINE_FINAL_TYPE (MigSearchItem, mig_search_item, G_TYPE_OBJECT)

static void
mig_search_item_finalize (GObject *object)
{
  MigSearchItem *self = MIG_SEARCH_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->title_marks, g_array_unref);
  g_clear_pointer (&self->excerpt, g_free);
  g_clear_pointer (&self->excerpt_marks, g_array_unref);
  g_clear_object (&self->results);

  G_OBJECT_CLASS (mig_search_item_parent_class)->finalize (object);
}

static void
mig_search_item_class_init (MigSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_search_item_finalize;
}

static void
mig_search_item_init (MigSearchItem *self)
{
}

/**
 * mig_search_item_new:
 * @results: results
 * @hits: a group of them
 * @position: the place in the group: 0 for its heading, then its hits, then what is not listed
 *
 * Returns: (transfer full): the line
 */
MigSearchItem *
mig_search_item_new (MigSearchResults    *results,
                     const MigSearchHits *hits,
                     guint                position)
{
  MigSearchItem *self = g_object_new (MIG_TYPE_SEARCH_ITEM, NULL);

  self->results = g_object_ref (results);
  self->hits = hits;
  self->position = position;

  return self;
}

/**
 * mig_search_item_is_heading:
 * @self: a line
 *
 * Returns: whether it is the heading of a group
 */
gboolean
mig_search_item_is_heading (MigSearchItem *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), FALSE);

  return self->position == 0;
}

/**
 * mig_search_item_get_ref:
 * @self: a line
 *
 * Returns: the hit; %MIG_REF_NONE for a heading and for what is not listed
 */
MigRef
mig_search_item_get_ref (MigSearchItem *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), MIG_REF_NONE);

  return self->position > 0 && self->position <= self->hits->n_listed ? self->hits->refs[self->position - 1]
                                                                     : MIG_REF_NONE;
}

static MigCorpus *
get_corpus (MigSearchItem *self)
{
  return mig_search_results_get_corpus (self->results);
}

static char *
dup_heading (MigSearchItem *self)
{
  g_autofree char *number = mig_words_number (self->hits->n);

  /* Translators: the heading of a group of search results, and how many there are: "Sessions 2" */
  return g_strdup_printf (C_("group of search results", "%1$s  %2$s"), mig_search_group_get_name (self->hits->group),
                          number);
}

static char *
dup_rest (MigSearchItem *self)
{
  guint n = self->hits->n - self->hits->n_listed;
  g_autofree char *number = mig_words_number (n);

  /* Translators: under the last of a group of search results */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s more: add a word to narrow the search",
                                       "%s more: add a word to narrow the search", n), number);
}

/* Who speaks, and for whom. */
static char *
dup_speech_title (MigCorpus *corpus,
                  MigRef     ref)
{
  const MigSpeech *speech = mig_corpus_get_speech (corpus, ref);
  const char *who = mig_words_name (corpus, ref);
  const char *for_whom = speech->on_behalf_of != MIG_REF_NONE && speech->creator != MIG_REF_NONE
                           ? mig_words_short_name (corpus, speech->on_behalf_of)
                           : "";

  return mig_words_join ((const char *[]) { who, for_whom, NULL });
}

static char *
dup_title (MigSearchItem  *self,
           GArray        **marks)
{
  MigRef ref = mig_search_item_get_ref (self);
  char *title;

  if (mig_search_item_is_heading (self))
    return dup_heading (self);
  if (ref == MIG_REF_NONE)
    return dup_rest (self);

  title = mig_ref_kind (ref) == MIG_KIND_SPEECH ? dup_speech_title (get_corpus (self), ref)
                                                : g_strdup (mig_words_name (get_corpus (self), ref));
  *marks = mig_search_results_mark (self->results, title);
  if ((*marks)->len == 0 && mig_ref_kind (ref) == MIG_KIND_EVENT)
    {
      /* What was looked for is in none of its long words: the short name leaves room for where it is. */
      g_free (title);
      g_array_unref (*marks);
      title = g_strdup (mig_words_short_name (get_corpus (self), ref));
      *marks = mig_search_results_mark (self->results, title);
    }

  return title;
}

/**
 * mig_search_item_get_title:
 * @self: a line
 * @marks: (out) (transfer none) (element-type MigSearchSpan) (nullable) (optional): what in it is to be marked; %NULL
 *   if nothing can be
 *
 * Returns: (transfer none): its first line
 */
const char *
mig_search_item_get_title (MigSearchItem  *self,
                           GArray        **marks)
{
  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), NULL);

  if (self->title == NULL)
    self->title = dup_title (self, &self->title_marks);
  if (marks != NULL)
    *marks = self->title_marks;

  return self->title;
}

/**
 * mig_search_item_get_excerpt:
 * @self: a line
 * @marks: (out) (transfer none) (element-type MigSearchSpan) (nullable) (optional): what in it is to be marked
 *
 * Returns: (transfer none): its second line, or ""
 */
const char *
mig_search_item_get_excerpt (MigSearchItem  *self,
                             GArray        **marks)
{
  MigRef ref = mig_search_item_get_ref (self);

  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), NULL);

  if (self->excerpt == NULL)
    self->excerpt = ref != MIG_REF_NONE ? mig_search_results_dup_excerpt (self->results, ref, &self->excerpt_marks)
                                        : g_strdup ("");
  if (marks != NULL)
    *marks = self->excerpt_marks;

  return self->excerpt;
}

/**
 * mig_search_item_dup_numeral:
 * @self: a line
 *
 * Returns: (transfer full): what stands before the title: the number of a meeting, the numeral of a session, also of
 *   the one that something was said in, the code of a topic; "" for anything else
 */
char *
mig_search_item_dup_numeral (MigSearchItem *self)
{
  MigRef ref = mig_search_item_get_ref (self), session;
  MigCorpus *corpus = get_corpus (self);
  const char *ordinal;

  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), NULL);

  if (ref == MIG_REF_NONE)
    return g_strdup ("");
  if (mig_ref_kind (ref) == MIG_KIND_TOPIC)
    return g_strdup (mig_corpus_get_topic (corpus, ref)->code);
  session = mig_corpus_get_enclosing (corpus, ref, MIG_EVENT_ROLE_SESSION);
  if (session != MIG_REF_NONE)
    return mig_words_numeral (corpus, session);
  ordinal = mig_corpus_get_identifier (corpus, ref, "ordinal");

  return g_strdup (ordinal != NULL ? ordinal : "");
}

/**
 * mig_search_item_dup_when:
 * @self: a line
 *
 * Returns: (transfer full): the month, or what else is known of when it was; "" if nothing is
 */
char *
mig_search_item_dup_when (MigSearchItem *self)
{
  MigRef ref = mig_search_item_get_ref (self);
  const MigDate *date;
  MigDate month;
  gint first_year, first_month, year, mon, day;

  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), NULL);

  date = ref != MIG_REF_NONE && mig_ref_kind (ref) != MIG_KIND_ORGANIZATION
           ? mig_corpus_get_date (get_corpus (self), ref)
           : NULL;
  if (date == NULL || !mig_date_is_set (date))
    return g_strdup ("");

  mig_day_to_civil (mig_date_first_day (date), &first_year, &first_month, &day);
  mig_day_to_civil (mig_date_last_day (date), &year, &mon, &day);
  if (mig_date_is_exact (date) && first_year == year && first_month == mon)
    {
      g_autofree char *text = g_strdup_printf ("%04d-%02d", year, mon);

      if (mig_date_parse_iso (text, &month, NULL))
        return mig_date_format (&month, MIG_DATE_STYLE_SHORT);
    }

  return mig_date_format (date, MIG_DATE_STYLE_SHORT);
}

/**
 * mig_search_item_dup_label:
 * @self: a line
 *
 * Returns: (transfer full): the whole line for a screen reader
 */
char *
mig_search_item_dup_label (MigSearchItem *self)
{
  g_autofree char *numeral = mig_search_item_dup_numeral (self);
  const char *title = mig_search_item_get_title (self, NULL);
  const char *excerpt = mig_search_item_get_excerpt (self, NULL);
  g_autofree char *when = mig_search_item_dup_when (self);

  return mig_words_phrase ((const char *[]) { numeral, title, excerpt, when, NULL });
}

/**
 * mig_search_item_get_glyph:
 * @self: a line
 *
 * Returns: the shape before what has no numeral
 */
MigGlyphKind
mig_search_item_get_glyph (MigSearchItem *self)
{
  MigRef ref = mig_search_item_get_ref (self);

  g_return_val_if_fail (MIG_IS_SEARCH_ITEM (self), MIG_GLYPH_NONE);

  switch ((int) mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
    case MIG_KIND_DOCUMENT:
      return mig_corpus_get_enclosing (get_corpus (self), ref, MIG_EVENT_ROLE_MEETING) == MIG_REF_NONE
               ? mig_glyph_kind_for (get_corpus (self), ref)
               : MIG_GLYPH_NONE;
    default:
      return MIG_GLYPH_NONE;
    }
}
