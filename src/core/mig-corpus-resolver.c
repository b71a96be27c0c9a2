/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-resolver.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"

/*
 * The second half of reading: every reference that the records have becomes a number, or a problem, and no record may
 * be its own ancestor.
 *
 *   MigRecordParser.pending ──▶ lookup by id ──▶ MigRef in the record
 *                                   └──▶ “S14-12” is no event of this file. The nearest is “S14-11”.
 */

#define CHECK_EVERY 4096

/* Ids that may be looked at for hints in one file. */
#define HINT_BUDGET (20 * 1000 * 1000)

/* Records of a circle that are named. */
#define LONGEST_CIRCLE 8
#define ARROW " → "

/* Which member of which kind is a parent. */
typedef struct
{
  MigKind kind;
  gsize offset;
} ParentMember;

static const ParentMember parent_members[] = {
  { MIG_KIND_EVENT, G_STRUCT_OFFSET (MigEvent, parent) },
  { MIG_KIND_ORGANIZATION, G_STRUCT_OFFSET (MigOrganization, parent) },
  { MIG_KIND_TOPIC, G_STRUCT_OFFSET (MigTopic, parent) },
  { MIG_KIND_AREA, G_STRUCT_OFFSET (MigArea, parent) },
};

static char *
dup_dangling_sentence (guint       kinds,
                       const char *id)
{
  g_autofree char *quote = mig_json_shorten (id, -1);

  switch (kinds)
    {
    case MIG_KIND_BIT (MIG_KIND_EVENT):
      return g_strdup_printf (_("“%s” is no event of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_PERSON):
      return g_strdup_printf (_("“%s” is no person of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_ORGANIZATION):
      return g_strdup_printf (_("“%s” is no organization of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_SPEECH):
      return g_strdup_printf (_("“%s” is no speech of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_DOCUMENT):
      return g_strdup_printf (_("“%s” is no document of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_TOPIC):
      return g_strdup_printf (_("“%s” is no topic of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_AREA):
      return g_strdup_printf (_("“%s” is no area of this file."), quote);

    case MIG_KIND_BIT (MIG_KIND_POST):
      return g_strdup_printf (_("“%s” is no post of this file."), quote);

    default:
      return g_strdup_printf (_("“%s” is no record of this file."), quote);
    }
}

static char *
dup_kind_sentence (MigKind     kind,
                   const char *id)
{
  g_autofree char *quote = mig_json_shorten (id, -1);

  switch (kind)
    {
    case MIG_KIND_EVENT:
      return g_strdup_printf (_("“%s” is an event."), quote);

    case MIG_KIND_PERSON:
      return g_strdup_printf (_("“%s” is a person."), quote);

    case MIG_KIND_ORGANIZATION:
      return g_strdup_printf (_("“%s” is an organization."), quote);

    case MIG_KIND_SPEECH:
      return g_strdup_printf (_("“%s” is a speech."), quote);

    case MIG_KIND_DOCUMENT:
      return g_strdup_printf (_("“%s” is a document."), quote);

    case MIG_KIND_TOPIC:
      return g_strdup_printf (_("“%s” is a topic."), quote);

    case MIG_KIND_FIGURE:
      return g_strdup_printf (_("“%s” is a figure."), quote);

    case MIG_KIND_AREA:
      return g_strdup_printf (_("“%s” is an area."), quote);

    case MIG_KIND_MEMBERSHIP:
      return g_strdup_printf (_("“%s” is a membership."), quote);

    case MIG_KIND_POST:
      return g_strdup_printf (_("“%s” is a post."), quote);

    case MIG_KIND_MENTION:
      return g_strdup_printf (_("“%s” is a mention."), quote);

    case MIG_KIND_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_expected_sentence (guint kinds)
{
  switch (kinds)
    {
    case MIG_KIND_BIT (MIG_KIND_EVENT):
      return _("An event is expected here.");

    case MIG_KIND_BIT (MIG_KIND_PERSON):
      return _("A person is expected here.");

    case MIG_KIND_BIT (MIG_KIND_ORGANIZATION):
      return _("An organization is expected here.");

    case MIG_KIND_BIT (MIG_KIND_SPEECH):
      return _("A speech is expected here.");

    case MIG_KIND_BIT (MIG_KIND_DOCUMENT):
      return _("A document is expected here.");

    case MIG_KIND_BIT (MIG_KIND_TOPIC):
      return _("A topic is expected here.");

    case MIG_KIND_BIT (MIG_KIND_AREA):
      return _("An area is expected here.");

    case MIG_KIND_BIT (MIG_KIND_POST):
      return _("A post is expected here.");

    case MIG_KIND_BIT (MIG_KIND_SPEECH) | MIG_KIND_BIT (MIG_KIND_EVENT):
      return _("A speech or an event is expected here.");

    default:
      return _("An event, a document, an organization, a person or a topic is expected here.");
    }
}

static void
report_dangling (MigRecordParser     *parser,
                 const MigPendingRef *pending,
                 guint64             *budget)
{
  const char *id = mig_corpus_builder_get_id (parser->builder, pending->id);
  g_autofree char *what = dup_dangling_sentence (pending->kinds, id);
  g_autofree char *similar = NULL;
  g_autofree char *hint = NULL;

  if (!mig_problems_is_full (parser->report.problems))
    similar = mig_corpus_find_similar_id (parser, id, pending->kinds, budget);
  if (similar != NULL)
    /* Translators: %s is the id of a record that may have been meant. */
    hint = g_strdup_printf (_("The nearest is “%s”."), similar);

  mig_record_report (&parser->report, mig_record_parser_get_slice (parser, pending->slice), pending->path, what,
                     hint != NULL ? hint : _("No record has this id."));
}

static void
resolve_one (MigRecordParser     *parser,
             const MigPendingRef *pending,
             guint64             *budget)
{
  MigRef target = mig_corpus_builder_lookup_number (parser->builder, pending->id, pending->kinds);

  if (target == MIG_REF_NONE)
    {
      /* Where a record could not be read, it may be the one that is looked for; and a Popolo file that was cut out of
       * a larger one shows what it has. */
      if (!parser->has_gaps && (parser->is_profile || parser->is_strict))
        report_dangling (parser, pending, budget);
      return;
    }

  if (!(pending->kinds & MIG_KIND_BIT (mig_ref_kind (target))))
    {
      g_autofree char *what = dup_kind_sentence (mig_ref_kind (target),
                                                 mig_corpus_builder_get_id (parser->builder, pending->id));

      mig_record_report (&parser->report, mig_record_parser_get_slice (parser, pending->slice), pending->path, what,
                         get_expected_sentence (pending->kinds));
      return;
    }

  if (pending->source != G_MAXUINT32)
    mig_corpus_builder_get_source (parser->builder, pending->source)->document = target;
  else
    G_STRUCT_MEMBER (MigRef, mig_corpus_builder_get (parser->builder, pending->owner), pending->offset) = target;
}

static MigRef
get_parent (MigRecordParser    *parser,
            const ParentMember *member,
            guint               index)
{
  void *record = mig_corpus_builder_get (parser->builder, mig_ref (member->kind, index));

  return G_STRUCT_MEMBER (MigRef, record, member->offset);
}

static void
append_id (GString         *circle,
           MigRecordParser *parser,
           MigRef           ref)
{
  const MigRecord *record = mig_corpus_builder_get (parser->builder, ref);
  g_autofree char *quote = mig_json_shorten (record->id, -1);

  g_string_append_printf (circle, "%s" ARROW, quote);
}

static void
report_circle (MigRecordParser    *parser,
               const ParentMember *member,
               guint               first)
{
  const MigOrigin *origin = &g_array_index (parser->origins[member->kind], MigOrigin, first);
  g_autoptr (GString) circle = g_string_new (NULL);
  const MigJsonSlice *slice;
  guint at = first;
  guint n = 0;

  do
    {
      if (n++ < LONGEST_CIRCLE)
        append_id (circle, parser, mig_ref (member->kind, at));
      at = mig_ref_index (get_parent (parser, member, at));
    }
  while (at != first);

  if (n > LONGEST_CIRCLE)
    g_string_append (circle, "…" ARROW);
  append_id (circle, parser, mig_ref (member->kind, first));
  g_string_truncate (circle, circle->len - strlen (ARROW));
  g_string_append_c (circle, '.');

  slice = mig_record_parser_get_slice (parser, origin->slice);
  /* Translators: followed by the ids of the records that are each other's parents: M14 → S14-03 → M14. */
  mig_record_report (&parser->report, slice, "parent_id", _("A circle of parents:"), circle->str);
}

/* The record of a circle that comes first in the file. */
static guint
find_first_of_circle (MigRecordParser    *parser,
                      const ParentMember *member,
                      guint               begin)
{
  guint first = begin;
  guint at = begin;

  do
    {
      first = MIN (first, at);
      at = mig_ref_index (get_parent (parser, member, at));
    }
  while (at != begin);

  return first;
}

/* Follows parents from each record in turn, and never twice the same way: a record that was met on the present way is
 * on a circle, one that was met on another way has been dealt with. */
static void
find_circles (MigRecordParser    *parser,
              const ParentMember *member)
{
  guint n = mig_corpus_builder_get_n (parser->builder, member->kind);
  g_autofree guint32 *ways = g_new0 (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      MigRef at = mig_ref (member->kind, i);

      while (at != MIG_REF_NONE && ways[mig_ref_index (at)] == 0)
        {
          ways[mig_ref_index (at)] = i + 1;
          at = get_parent (parser, member, mig_ref_index (at));
        }

      if (at != MIG_REF_NONE && ways[mig_ref_index (at)] == i + 1)
        report_circle (parser, member, find_first_of_circle (parser, member, mig_ref_index (at)));
    }
}

/**
 * mig_corpus_resolve:
 * @parser: a parser that has read all records
 * @progress: (nullable) (scope call): told from 0 to 1 how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Resolves all references, and reports those that lead nowhere, to a record of the wrong kind, or in a circle of
 * parents; if the parser is strict, places that their documents do not have, too.
 *
 * Returns: whether it was not cancelled
 */
gboolean
mig_corpus_resolve (MigRecordParser     *parser,
                    MigJsonProgressFunc  progress,
                    gpointer             user_data,
                    GCancellable        *cancellable,
                    GError             **error)
{
  guint64 budget = HINT_BUDGET;

  for (guint i = 0; i < parser->pending->len; i++)
    {
      if (i % CHECK_EVERY == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress ((double) i / parser->pending->len, user_data);
        }
      resolve_one (parser, &g_array_index (parser->pending, MigPendingRef, i), &budget);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parent_members); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      find_circles (parser, &parent_members[i]);
    }

  if (parser->report.is_strict)
    mig_corpus_check_places (parser);
  return TRUE;
}
