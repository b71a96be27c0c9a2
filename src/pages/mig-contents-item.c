/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-item.h"

#include <glib/gi18n-lib.h>

#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-page-raised.h"
#include "mig-words.h"

/* One line of the contents: a heading, or a record and what is said of it beside its name. It is made when the line
 * comes into sight, and works out its words when they are asked for. */

struct _MigContentsItem
{
  GObject parent_instance;

  MigCorpus *corpus;
  MigRef ref;
  MigRef scope;
  char *heading;
};

G_DEFINE_FINAL_TYPE (MigContentsItem, mig_contents_item, G_TYPE_OBJECT)

static void
mig_contents_item_finalize (GObject *object)
{
  MigContentsItem *self = MIG_CONTENTS_ITEM (object);

  g_clear_object (&self->corpus);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (mig_contents_item_parent_class)->finalize (object);
}

static void
mig_contents_item_class_init (MigContentsItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_contents_item_finalize;
}

static void
mig_contents_item_init (MigContentsItem *self)
{
}

/**
 * mig_contents_item_new:
 * @corpus: a corpus
 * @ref: a record
 * @scope: the meeting that the contents are those of; %MIG_REF_NONE for the whole corpus
 *
 * Returns: (transfer full): a line for the record
 */
MigContentsItem *
mig_contents_item_new (MigCorpus *corpus,
                       MigRef     ref,
                       MigRef     scope)
{
  MigContentsItem *self = g_object_new (MIG_TYPE_CONTENTS_ITEM, NULL);

  self->corpus = g_object_ref (corpus);
  self->ref = ref;
  self->scope = scope;
  return self;
}

/**
 * mig_contents_item_new_heading:
 * @heading: the words
 *
 * Returns: (transfer full): a line that is a heading
 */
MigContentsItem *
mig_contents_item_new_heading (const char *heading)
{
  MigContentsItem *self = g_object_new (MIG_TYPE_CONTENTS_ITEM, NULL);

  self->heading = g_strdup (heading);
  return self;
}

/**
 * mig_contents_item_is_heading:
 * @self: an item
 *
 * Returns: whether the line is a heading
 */
gboolean
mig_contents_item_is_heading (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), FALSE);

  return self->heading != NULL;
}

/**
 * mig_contents_item_get_ref:
 * @self: an item
 *
 * Returns: its record; %MIG_REF_NONE for a heading
 */
MigRef
mig_contents_item_get_ref (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), MIG_REF_NONE);

  return self->ref;
}

static gboolean
has_role (MigContentsItem *self,
          MigEventRole     role)
{
  return mig_ref_kind (self->ref) == MIG_KIND_EVENT && mig_corpus_get_event (self->corpus, self->ref)->role == role;
}

/**
 * mig_contents_item_is_meeting:
 * @self: an item
 *
 * Returns: whether the line is a meeting, whose sessions come under it
 */
gboolean
mig_contents_item_is_meeting (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), FALSE);

  return self->heading == NULL && has_role (self, MIG_EVENT_ROLE_MEETING);
}

/**
 * mig_contents_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): the heading, or the record's name
 */
const char *
mig_contents_item_get_title (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), NULL);

  if (self->heading != NULL)
    return self->heading;

  if (has_role (self, MIG_EVENT_ROLE_SESSION) || mig_ref_kind (self->ref) == MIG_KIND_PERSON)
    return mig_words_name (self->corpus, self->ref);

  return mig_words_short_name (self->corpus, self->ref);
}

/**
 * mig_contents_item_dup_numeral:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): the numeral that stands before a session or a meeting; %NULL for anything else
 */
char *
mig_contents_item_dup_numeral (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), NULL);

  if (has_role (self, MIG_EVENT_ROLE_SESSION))
    return mig_words_numeral (self->corpus, self->ref);
  if (has_role (self, MIG_EVENT_ROLE_MEETING))
    return g_strdup (mig_corpus_get_identifier (self->corpus, self->ref, "ordinal"));

  return NULL;
}

/* The day alone, since the year is the heading's. */
static char *
dup_event_subtitle (MigContentsItem *self)
{
  const MigEvent *event = mig_corpus_get_event (self->corpus, self->ref);
  const gboolean is_meeting = event->role == MIG_EVENT_ROLE_MEETING;
  g_autofree char *when = NULL;

  if (event->role == MIG_EVENT_ROLE_SESSION)
    return g_strdup ("");
  if (mig_date_is_set (&event->date))
    when = mig_date_format (&event->date, is_meeting ? MIG_DATE_STYLE_LONG : MIG_DATE_STYLE_DAY);

  return mig_words_phrase ((const char *[]) {
    when != NULL ? when : "", is_meeting ? "" : mig_words_place (self->corpus, self->ref), NULL
  });
}

/* As what a person first spoke in the meeting. */
static char *
dup_person_subtitle (MigContentsItem *self)
{
  const MigRefs speeches = mig_corpus_get_related (self->corpus, self->ref, MIG_RELATION_SPEECHES);

  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRef organization = mig_corpus_get_speech (self->corpus, speeches.refs[i])->on_behalf_of;

      if (self->scope != MIG_REF_NONE &&
          mig_corpus_get_enclosing (self->corpus, speeches.refs[i], MIG_EVENT_ROLE_MEETING) != self->scope)
        continue;
      if (organization != MIG_REF_NONE)
        return g_strdup (mig_words_name (self->corpus, organization));
      return mig_raised_dup_capacity (self->corpus, speeches.refs[i]);
    }

  return g_strdup ("");
}

/**
 * mig_contents_item_dup_subtitle:
 * @self: an item
 *
 * Returns: (transfer full): the second line; "" if there is none
 */
char *
mig_contents_item_dup_subtitle (MigContentsItem *self)
{
  g_autofree char *classification = NULL;

  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), NULL);

  switch ((int) mig_ref_kind (self->ref))
    {
    case MIG_KIND_EVENT:
      return dup_event_subtitle (self);

    case MIG_KIND_PERSON:
      return dup_person_subtitle (self);

    case MIG_KIND_ORGANIZATION:
      /* Translators: under the name of an organization in the list of speakers */
      return g_strdup (_("Represented by an unnamed speaker"));

    case MIG_KIND_SPEECH:
      return g_strdup (_("Unnamed speaker"));

    case MIG_KIND_DOCUMENT:
      classification = mig_words_term_as_title (mig_corpus_get_document (self->corpus, self->ref)->classification);
      return mig_words_phrase ((const char *[]) {
        classification, mig_corpus_get_identifier (self->corpus, self->ref, "UN symbol"), NULL
      });

    default:
      return g_strdup ("");
    }
}

/* In which sessions somebody speaks: by numerals within one meeting, else how often. */
static char *
dup_speaker_count (MigContentsItem *self)
{
  const MigRefs speeches = mig_corpus_get_related (self->corpus, self->ref, MIG_RELATION_SPEECHES);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (MigRef));

  if (self->scope == MIG_REF_NONE)
    return mig_words_number (speeches.n);

  for (guint i = 0; i < speeches.n; i++)
    {
      const MigRef event = mig_corpus_get_speech (self->corpus, speeches.refs[i])->event;

      if (mig_corpus_get_enclosing (self->corpus, event, MIG_EVENT_ROLE_MEETING) == self->scope)
        g_array_append_val (places, event);
    }

  return mig_words_numerals (self->corpus, (const MigRef *) (void *) places->data, places->len);
}

static char *
dup_raised_count (MigContentsItem *self)
{
  const guint n = mig_corpus_get_n_places (self->corpus, self->ref);

  return n > 0 ? mig_words_number (n) : g_strdup ("");
}

/**
 * mig_contents_item_dup_count:
 * @self: an item
 *
 * Returns: (transfer full): what stands at the end of the line: interventions of a session, sessions of a meeting,
 *   sessions that somebody spoke in, sessions that something was raised in; "" if there is nothing to count
 */
char *
mig_contents_item_dup_count (MigContentsItem *self)
{
  guint n;

  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), NULL);

  switch ((int) mig_ref_kind (self->ref))
    {
    case MIG_KIND_EVENT:
      if (has_role (self, MIG_EVENT_ROLE_EVENT))
        return dup_raised_count (self);
      n = mig_corpus_get_related (self->corpus, self->ref,
                                  has_role (self, MIG_EVENT_ROLE_SESSION) ? MIG_RELATION_SPEECHES
                                                                          : MIG_RELATION_CHILDREN).n;
      return n > 0 ? mig_words_number (n) : g_strdup ("");

    case MIG_KIND_PERSON:
    case MIG_KIND_ORGANIZATION:
      return dup_speaker_count (self);

    case MIG_KIND_SPEECH:
      return self->scope != MIG_REF_NONE
             ? mig_words_numeral (self->corpus, mig_corpus_get_speech (self->corpus, self->ref)->event)
             : mig_words_number (1);

    case MIG_KIND_DOCUMENT:
      return dup_raised_count (self);

    default:
      return g_strdup ("");
    }
}

/**
 * mig_contents_item_dup_label:
 * @self: an item
 *
 * Returns: (transfer full): the whole line for a screen reader
 */
char *
mig_contents_item_dup_label (MigContentsItem *self)
{
  g_autofree char *numeral = mig_contents_item_dup_numeral (self);
  g_autofree char *subtitle = NULL;
  g_autofree char *count = NULL;

  if (self->heading != NULL)
    return g_strdup (self->heading);

  subtitle = mig_contents_item_dup_subtitle (self);
  count = mig_contents_item_dup_count (self);
  return mig_words_phrase ((const char *[]) {
    numeral != NULL ? numeral : "", mig_contents_item_get_title (self), subtitle,
    mig_contents_item_disagrees (self) ? C_("in a list", "sources disagree") : "", count, NULL
  });
}

/**
 * mig_contents_item_disagrees:
 * @self: an item
 *
 * Returns: whether sources tell the record differently
 */
gboolean
mig_contents_item_disagrees (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), FALSE);

  return self->heading == NULL && mig_corpus_get_record (self->corpus, self->ref)->disagreements.n > 0;
}

/**
 * mig_contents_item_get_glyph:
 * @self: an item
 *
 * Returns: the shape before an event or document; none for anything else
 */
MigGlyphKind
mig_contents_item_get_glyph (MigContentsItem *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ITEM (self), MIG_GLYPH_NONE);

  if (self->heading == NULL && (has_role (self, MIG_EVENT_ROLE_EVENT) || mig_ref_kind (self->ref) == MIG_KIND_DOCUMENT))
    return mig_glyph_kind_for (self->corpus, self->ref);

  return MIG_GLYPH_NONE;
}
