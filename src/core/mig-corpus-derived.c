/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-private.h"

#include <string.h>

/* What follows from a record of a #MigCorpus with a few steps, and so is not stored. */

static const MigDate no_date;

/**
 * mig_corpus_get_identifier:
 * @self: a corpus
 * @ref: a record of it
 * @scheme: which identifier: "ordinal", "UN symbol" ...
 *
 * Returns: the record's first identifier of @scheme, or ""
 */
const char *
mig_corpus_get_identifier (MigCorpus  *self,
                           MigRef      ref,
                           const char *scheme)
{
  const MigRecord *record = mig_corpus_get_record (self, ref);
  const MigIdentifier *identifiers;

  g_return_val_if_fail (scheme != NULL, "");

  if (record == NULL)
    return "";

  identifiers = mig_corpus_get_identifiers (self, record->identifiers);
  for (guint i = 0; i < record->identifiers.n; i++)
    if (strcmp (mig_corpus_get_original (self, identifiers[i].scheme), scheme) == 0)
      return identifiers[i].identifier;

  return "";
}

static const MigDate *
get_event_date (MigCorpus *self,
                MigRef     ref)
{
  const MigEvent *event = mig_corpus_get_event (self, ref);

  if (event == NULL)
    return &no_date;
  if (!mig_date_is_set (&event->date) && event->role == MIG_EVENT_ROLE_SESSION)
    return get_event_date (self, event->parent);
  return &event->date;
}

static const MigDate *
get_membership_date (MigCorpus *self,
                     MigRef     ref)
{
  const MigMembership *membership = mig_corpus_get_membership (self, ref);

  return mig_date_is_set (&membership->date) ? &membership->date : get_event_date (self, membership->event);
}

static const MigDate *
get_speech_date (MigCorpus *self,
                 MigRef     ref)
{
  const MigSpeech *speech = mig_corpus_get_speech (self, ref);

  return mig_date_is_set (&speech->date) ? &speech->date : get_event_date (self, speech->event);
}

/**
 * mig_corpus_get_date:
 * @self: a corpus
 * @ref: a record of it
 *
 * Gets when a record is, as far as that can be told: an event's own date, a session's own or else its meeting's, a
 * speech's own or else that of its event, a document's, an organization's and a post's own, a figure's reference
 * period, a mention's the date of who mentions, a membership's own or else that of the event at which it is attested.
 *
 * Returns: (transfer none) (not nullable): the date; mig_date_is_set() tells whether one is known
 */
const MigDate *
mig_corpus_get_date (MigCorpus *self,
                     MigRef     ref)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), &no_date);

  switch (mig_ref_kind (ref))
    {
    case MIG_KIND_EVENT:
      return get_event_date (self, ref);

    case MIG_KIND_SPEECH:
      return get_speech_date (self, ref);

    case MIG_KIND_ORGANIZATION:
      return &mig_corpus_get_organization (self, ref)->date;

    case MIG_KIND_DOCUMENT:
      return &mig_corpus_get_document (self, ref)->date;

    case MIG_KIND_FIGURE:
      return &mig_corpus_get_figure (self, ref)->date;

    case MIG_KIND_MEMBERSHIP:
      return get_membership_date (self, ref);

    case MIG_KIND_POST:
      return &mig_corpus_get_post (self, ref)->date;

    case MIG_KIND_MENTION:
      return mig_corpus_get_date (self, mig_corpus_get_mention (self, ref)->from);

    case MIG_KIND_NONE:
    case MIG_KIND_PERSON:
    case MIG_KIND_TOPIC:
    case MIG_KIND_AREA:
    default:
      return &no_date;
    }
}

/* The event that a record belongs to, the record itself if it is one. */
static MigRef
get_event_of (MigCorpus *self,
              MigRef     ref)
{
  MigRef event = ref;

  if (mig_ref_kind (event) == MIG_KIND_MENTION)
    event = mig_corpus_get_mention (self, event)->from;
  else if (mig_ref_kind (event) == MIG_KIND_FIGURE)
    event = mig_corpus_get_figure (self, event)->given_by;
  else if (mig_ref_kind (event) == MIG_KIND_MEMBERSHIP)
    event = mig_corpus_get_membership (self, event)->event;

  if (mig_ref_kind (event) == MIG_KIND_SPEECH)
    event = mig_corpus_get_speech (self, event)->event;

  return mig_ref_kind (event) == MIG_KIND_EVENT ? event : MIG_REF_NONE;
}

/**
 * mig_corpus_get_enclosing:
 * @self: a corpus
 * @ref: a record of it
 * @role: a role of events
 *
 * Gets the session, meeting or series that a record stands in: an event, a speech, or a mention, figure or membership
 * by way of who mentions, who gave it and where it is attested. An event that has the role itself is its own answer.
 *
 * Returns: the nearest event of @role, or %MIG_REF_NONE
 */
MigRef
mig_corpus_get_enclosing (MigCorpus   *self,
                          MigRef       ref,
                          MigEventRole role)
{
  MigRef event;

  g_return_val_if_fail (MIG_IS_CORPUS (self), MIG_REF_NONE);

  for (event = get_event_of (self, ref); event != MIG_REF_NONE; event = mig_corpus_get_event (self, event)->parent)
    if (mig_corpus_get_event (self, event)->role == role)
      return event;

  return MIG_REF_NONE;
}

/**
 * mig_corpus_get_modified:
 * @self: a corpus
 *
 * Returns: when it was last changed, as the file tells it, or ""
 */
const char *
mig_corpus_get_modified (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->modified;
}

/**
 * mig_corpus_get_names_language:
 * @self: a corpus
 *
 * Returns: code of the language that names are translated into ("pt_BR"); "" when they are as the file has them
 */
const char *
mig_corpus_get_names_language (MigCorpus *self)
{
  g_return_val_if_fail (MIG_IS_CORPUS (self), "");

  return self->names_language;
}

/**
 * mig_corpus_get_original:
 * @self: a corpus
 * @text: a name, title, term or other text of one of its records: the very pointer, not a copy
 *
 * Tells what the file has where a translation stands: for a search that finds both, for a page that shows both, and for
 * whoever compares a term with one that the format knows.
 *
 * Returns: (transfer none): the file's own text, owned by the corpus; @text itself when it is not translated
 */
const char *
mig_corpus_get_original (MigCorpus  *self,
                         const char *text)
{
  const char *original;

  g_return_val_if_fail (MIG_IS_CORPUS (self), text);

  original = self->originals != NULL ? g_hash_table_lookup (self->originals, text) : NULL;
  return original != NULL ? original : text;
}
