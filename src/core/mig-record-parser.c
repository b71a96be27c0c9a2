/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-record-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-json-text.h"

/*
 * Reads one record of a file after the other into the model:
 *
 *   MigJsonSlice ──▶ MigJsonTree ──▶ MigJsonCursor ──▶ read_kind (): head, dates, members ──▶ MigCorpusBuilder
 *                                                             └──▶ pending references ──▶ mig-corpus-resolver.c
 *
 * Trees come from MigRecordStream, a batch at a time. Memberships that stand within a person or an organization, as
 * Popolo allows, are read last: by then those that the file also has in its own list are known, and are not read twice.
 */

typedef struct
{
  const char *member;
  MigKind kind;
} MemberKind;

/* `meta` comes first; the order of the others is that of data/CORPUS.md. */
static const MemberKind member_kinds[] = {
  { "meta", MIG_KIND_NONE },
  { "areas", MIG_KIND_AREA },
  { "organizations", MIG_KIND_ORGANIZATION },
  { "persons", MIG_KIND_PERSON },
  { "memberships", MIG_KIND_MEMBERSHIP },
  { "posts", MIG_KIND_POST },
  { "events", MIG_KIND_EVENT },
  { "speeches", MIG_KIND_SPEECH },
  { "documents", MIG_KIND_DOCUMENT },
  { "topics", MIG_KIND_TOPIC },
  { "figures", MIG_KIND_FIGURE },
  { "mentions", MIG_KIND_MENTION },
};

/* A record whose memberships are still to be read. */
typedef struct
{
  MigRef ref;
  guint32 slice;
} Host;

/**
 * mig_record_parser_init:
 * @self: (out caller-allocates): a parser; mig_record_parser_clear() it
 * @builder: what to fill; must outlive the parser
 * @bytes: the file; must outlive the parser
 * @problems: where problems go; must outlive the parser
 *
 * Begins to read records.
 */
void
mig_record_parser_init (MigRecordParser  *self,
                        MigCorpusBuilder *builder,
                        GBytes           *bytes,
                        MigProblems      *problems)
{
  *self = (MigRecordParser) {
    .builder = builder,
    .report = { bytes, problems },
    .slices = g_array_new (FALSE, FALSE, sizeof (MigJsonSlice)),
    .paths = g_string_chunk_new (1024),
    .pending = g_array_new (FALSE, FALSE, sizeof (MigPendingRef)),
    .hosts = g_array_new (FALSE, FALSE, sizeof (Host)),
  };

  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    self->origins[kind] = g_array_new (FALSE, FALSE, sizeof (MigOrigin));
}

/**
 * mig_record_parser_clear:
 * @self: a parser
 *
 * Frees what the parser holds.
 */
void
mig_record_parser_clear (MigRecordParser *self)
{
  for (guint kind = MIG_KIND_NONE + 1; kind < MIG_N_KINDS; kind++)
    g_clear_pointer (&self->origins[kind], g_array_unref);
  g_clear_pointer (&self->hosts, g_array_unref);
  g_clear_pointer (&self->slices, g_array_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->paths, g_string_chunk_free);
  mig_json_tree_clear (&self->tree);
}

/**
 * mig_record_parser_get_members:
 *
 * Returns: (array zero-terminated=1): the top-level members that hold records; the first is `meta`, which holds none
 *   but is one itself
 */
const char *const *
mig_record_parser_get_members (void)
{
  static const char *members[G_N_ELEMENTS (member_kinds) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (member_kinds); i++)
        members[i] = member_kinds[i].member;
      g_once_init_leave (&filled, 1);
    }

  return members;
}

static MigKind
get_kind (const MigJsonSlice *slice)
{
  for (guint i = 0; i < G_N_ELEMENTS (member_kinds); i++)
    if (strcmp (member_kinds[i].member, slice->member) == 0)
      return member_kinds[i].kind;

  return MIG_KIND_NONE;
}

/**
 * mig_record_parser_intern:
 * @self: a parser
 * @cursor: an object
 * @member: a member
 *
 * Returns: the member's text, owned by the corpus; "" if there is none
 */
const char *
mig_record_parser_intern (MigRecordParser     *self,
                          const MigJsonCursor *cursor,
                          const char          *member)
{
  return mig_corpus_builder_intern_value (self->builder, mig_json_cursor_get_text_value (cursor, member));
}

/**
 * mig_record_parser_expect:
 * @self: a parser
 * @cursor: the object that has a reference
 * @member: (transfer none): the member that it is; a string constant
 * @id: (nullable): its value; there is no reference if it is %NULL or ""
 * @kinds: the kinds that it may name, a #MIG_KIND_BIT() each
 * @offset: offset in the record's structure of the #MigRef to set
 * @source: if not %G_MAXUINT32, the place of the source whose document to set instead
 *
 * Notes a reference, to be resolved when all records are known.
 */
void
mig_record_parser_expect (MigRecordParser     *self,
                          const MigJsonCursor *cursor,
                          const char          *member,
                          const MigJsonValue  *id,
                          guint                kinds,
                          gsize                offset,
                          guint32              source)
{
  g_autofree char *path = NULL;
  MigPendingRef pending = {
    .path = member,
    .slice = self->slice,
    .source = source,
    .offset = (guint16) offset,
    .kinds = (guint16) kinds,
  };

  if (id != NULL && id->n == 0)
    mig_json_cursor_report_lapse (cursor, member, _("The id is empty."),
                                  _("Leave the member out where there is nothing to refer to."));
  if (id == NULL || id->n == 0)
    return;

  if (cursor->up != NULL)
    {
      path = mig_json_cursor_dup_path (cursor, member, -1);
      pending.path = g_string_chunk_insert_const (self->paths, path);
    }
  pending.id = mig_corpus_builder_number_id (self->builder, id);
  g_array_append_val (self->pending, pending);
}

/**
 * mig_record_parser_get_slice:
 * @self: a parser
 * @slice: number of a record that was read, in the order of the file
 *
 * Returns: (transfer none): where it stands; valid until more are read
 */
const MigJsonSlice *
mig_record_parser_get_slice (const MigRecordParser *self,
                             guint32                slice)
{
  return &g_array_index (self->slices, MigJsonSlice, slice);
}

/* The JSON path of a record that was read: "events[12]", "persons[3].memberships[0]". */
static char *
dup_place (MigRecordParser *self,
           MigRef           ref)
{
  const MigOrigin *origin = &g_array_index (self->origins[mig_ref_kind (ref)], MigOrigin, mig_ref_index (ref));
  const MigJsonSlice *slice = mig_record_parser_get_slice (self, origin->slice);

  if (origin->entry >= 0)
    return g_strdup_printf ("%s[%" G_GINT64_FORMAT "].memberships[%d]", slice->member, slice->index, origin->entry);
  return g_strdup_printf ("%s[%" G_GINT64_FORMAT "]", slice->member, slice->index);
}

static void
report_same_id (MigRecordParser     *self,
                const MigJsonCursor *cursor,
                const char          *id,
                MigRef               first)
{
  const MigOrigin *origin = &g_array_index (self->origins[mig_ref_kind (first)], MigOrigin, mig_ref_index (first));
  g_autofree char *quote = mig_json_shorten (id, -1);
  g_autofree char *place = dup_place (self, first);
  const MigJsonSlice *slice = mig_record_parser_get_slice (self, origin->slice);
  g_autofree char *line = g_strdup_printf ("%'" G_GUINT64_FORMAT, slice->line);
  /* Translators: %s is the id of a record. */
  g_autofree char *what = g_strdup_printf (_("The id “%s” is taken already."), quote);
  /* Translators: %1$s is a place such as events[12], %2$s the number of a line. */
  g_autofree char *hint = g_strdup_printf (_("It is that of %1$s, on line %2$s."), place, line);

  mig_json_cursor_report (cursor, "id", what, hint);
}

/* Makes a record known by its id, if it has one. */
static void
register_id (MigRecordParser     *self,
             const MigJsonCursor *cursor,
             MigRef               ref)
{
  const MigRecord *record = mig_corpus_builder_get (self->builder, ref);
  MigKind kind = mig_ref_kind (ref);
  MigRef first;

  if (*record->id == '\0')
    {
      if (!self->is_profile || kind == MIG_KIND_MEMBERSHIP || kind == MIG_KIND_POST || kind == MIG_KIND_MENTION)
        return;
      self->has_gaps = TRUE;
      mig_json_cursor_require (cursor, "id", N_("The record has no id."),
                               N_("Every record needs an “id” that no other has, except memberships, posts and "
                                 "mentions."));
      return;
    }

  first = mig_corpus_builder_register (self->builder, ref);
  if (first == MIG_REF_NONE)
    return;

  /* Popolo asks only that no two records of one kind have the same id. */
  if (!self->is_profile && mig_corpus_builder_lookup_kinds (self->builder, record->id, MIG_KIND_BIT (kind)) == first &&
      mig_ref_kind (first) != kind)
    mig_corpus_builder_register_homonym (self->builder, ref);
  else
    report_same_id (self, cursor, record->id, first);
}

/* Reads a record, and gives the references that it has to it. */
static MigRef
read_record (MigRecordParser     *self,
             const MigJsonCursor *cursor,
             MigKind              kind,
             gint                 entry)
{
  guint n_pending = self->pending->len;
  MigRef ref = mig_record_parser_read_kind (self, cursor, kind);
  MigOrigin origin = { .slice = self->slice, .entry = entry };

  for (guint i = n_pending; i < self->pending->len; i++)
    g_array_index (self->pending, MigPendingRef, i).owner = ref;
  g_array_append_val (self->origins[kind], origin);
  register_id (self, cursor, ref);

  return ref;
}

static void
report_slice (MigRecordParser    *self,
              const MigJsonSlice *slice,
              const char         *what,
              const char         *hint)
{
  self->has_gaps = TRUE;
  mig_record_report (&self->report, slice, "", what, hint);
}

/* Whether a record can be read from a slice, an object; else says why not, where the scanner has not. */
static gboolean
check_slice (MigRecordParser    *self,
             const MigJsonSlice *slice)
{
  if (mig_record_is_readable (slice))
    return TRUE;

  self->has_gaps = TRUE;
  if (slice->sound)
    {
      g_autofree char *limit = g_format_size_full (MIG_RECORD_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
      /* Translators: %s is a size such as 4.0 MiB. */
      g_autofree char *hint = g_strdup_printf (_("A single record may have at most %s."), limit);

      report_slice (self, slice, _("The record is too large."), hint);
    }
  return FALSE;
}

/**
 * mig_record_parser_parse:
 * @self: a parser
 * @slice: a record
 * @cursor: (out caller-allocates): begins at it; valid until the next call
 *
 * Reads a record out of turn, or again; or reports why it cannot be.
 *
 * Returns: whether there is a record
 */
gboolean
mig_record_parser_parse (MigRecordParser    *self,
                         const MigJsonSlice *slice,
                         MigJsonCursor      *cursor)
{
  if (!check_slice (self, slice))
    return FALSE;

  mig_json_cursor_read (cursor, &self->report, slice, &self->tree);
  return TRUE;
}

/* Reads a record into the model, or reports why it cannot be. */
static void
read_slice (MigRecordParser      *self,
            const MigJsonSlice   *slice,
            const MigRecordBatch *batch,
            guint32               record)
{
  MigKind kind = get_kind (slice);
  MigJsonCursor cursor;
  Host host = { .slice = self->slice };

  /* A member that is null is as good as missing. */
  if (slice->type == 'n' && slice->index < 0)
    return;

  if (slice->index < 0)
    {
      report_slice (self, slice, _("This is not a list."), _("A list is expected here, from [ to ]."));
      return;
    }

  if (slice->type != '{')
    {
      report_slice (self, slice, _("This is not a record."), _("An object is expected here, from { to }."));
      return;
    }

  if (!check_slice (self, slice))
    return;

  mig_json_cursor_init (&cursor, &self->report, slice, &batch->tree, record);
  host.ref = read_record (self, &cursor, kind, -1);
  if ((kind == MIG_KIND_PERSON || kind == MIG_KIND_ORGANIZATION) &&
      mig_json_cursor_get_n (&cursor, "memberships") > 0)
    g_array_append_val (self->hosts, host);
}

/**
 * mig_record_parser_read:
 * @self: a parser that knows what the file says of itself
 * @batch: the next records of the file
 *
 * Reads records into the model, and reports those that cannot be.
 */
void
mig_record_parser_read (MigRecordParser      *self,
                        const MigRecordBatch *batch)
{
  guint32 first = self->slices->len;

  g_array_append_vals (self->slices, batch->slices, batch->n);
  mig_corpus_builder_expect_texts (self->builder, &batch->tree);

  for (guint32 i = 0; i < batch->n; i++)
    {
      const MigJsonSlice *slice = mig_record_parser_get_slice (self, first + i);

      self->slice = first + i;
      if (slice->member != member_kinds[0].member)
        read_slice (self, slice, batch, batch->records[i]);
    }
}

/* Whether the file has the membership in its own list, too, or in another record. */
static gboolean
is_known_membership (MigRecordParser     *self,
                     const MigJsonCursor *cursor)
{
  const char *text = mig_json_cursor_peek_text (cursor, "id");
  MigRef known = MIG_REF_NONE;

  if (text != NULL && *text != '\0')
    known = mig_corpus_builder_lookup_kinds (self->builder, text, MIG_KIND_BIT (MIG_KIND_MEMBERSHIP));

  return mig_ref_kind (known) == MIG_KIND_MEMBERSHIP;
}

/**
 * mig_record_parser_read_hosted:
 * @self: a parser
 * @host: which of the parser's `hosts`
 *
 * Reads the memberships that stand within a person or an organization. Each is one of that person or organization,
 * whatever it says itself.
 */
void
mig_record_parser_read_hosted (MigRecordParser *self,
                               guint            host)
{
  const Host *where = &g_array_index (self->hosts, Host, host);
  MigJsonCursor cursor;
  guint n;

  if (!mig_record_parser_parse (self, mig_record_parser_get_slice (self, where->slice), &cursor))
    return;

  self->slice = where->slice;
  n = mig_json_cursor_get_n (&cursor, "memberships");
  for (guint i = 0; i < n; i++)
    {
      MigMembership *membership;
      MigJsonCursor entry;

      if (!mig_json_cursor_enter_at (&cursor, "memberships", i, &entry) || is_known_membership (self, &entry))
        continue;

      if (mig_ref_kind (where->ref) == MIG_KIND_PERSON)
        mig_json_cursor_remove (&entry, "person_id");
      else
        mig_json_cursor_remove (&entry, "organization_id");

      membership = mig_corpus_builder_get (self->builder, read_record (self, &entry, MIG_KIND_MEMBERSHIP, (gint) i));
      if (mig_ref_kind (where->ref) == MIG_KIND_PERSON)
        membership->person = where->ref;
      else
        membership->organization = where->ref;
    }
}
