/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mig-briefing-filter.h"
#include "mig-excerpt.h"
#include "mig-file-loader.h"
#include "mig-json-members.h"
#include "mig-lane-order.h"
#include "mig-record-stream.h"

/*
 * Makes a briefing of a file, or tells everything that is wrong with it, by the same way as a corpus:
 *
 *   GFile ─▶ mig_file_load () ─▶ mig_json_scan () ─▶ one scene at a time ─▶ MigBriefing
 *              whole, bounded       strict, bounded        └──▶ MigProblems
 *
 * The format is in data/BRIEFING.md.
 */

#define FORMAT "migmeet-briefing"
#define MAJOR_VERSION "1"

static const char *const members[] = { "briefing", "scenes", NULL };
static const char *const head_members[] = { "format", "version", "title", "duration", "corpus", NULL };
static const char *const scene_members[] = { "id",    "name",      "note",   "selected", "start", "end",
                                             "lanes", "following", "filter", "duration", NULL };

typedef struct
{
  MigRecordReport report;
  MigJsonTree tree;
  MigBriefing *briefing;
  GPtrArray *scenes; /* MigScene */
  GHashTable *ids;   /* owned texts */
  guint duration;
} Reading;

G_DEFINE_QUARK (mig-briefing-error-quark, mig_briefing_error)

static void
reading_clear (Reading *self)
{
  mig_json_tree_clear (&self->tree);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Makes a tree of a slice. */
static gboolean
parse_slice (Reading *self, const MigJsonSlice *slice, MigJsonCursor *cursor)
{
  if (!slice->sound)
    return FALSE;
  if (slice->type != '{')
    {
      mig_record_report (&self->report, slice, "", _("This is not an object."),
                         _("An object is expected here, from { to }."));
      return FALSE;
    }
  if (slice->length > MIG_RECORD_MAX_SIZE)
    {
      g_autofree char *limit = g_format_size_full (MIG_RECORD_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
      /* Translators: %s is a size such as 4.0 MiB. */
      g_autofree char *hint = g_strdup_printf (_("A single scene may have at most %s."), limit);

      mig_record_report (&self->report, slice, "", _("The scene is too large."), hint);
      return FALSE;
    }
  mig_json_cursor_read (cursor, &self->report, slice, &self->tree);
  return TRUE;
}

/* A whole number of seconds, up to a day. */
static guint
read_duration (const MigJsonCursor *cursor)
{
  double seconds = 0;

  if (!mig_json_cursor_get_number (cursor, "duration", &seconds))
    return 0;
  if (seconds < 0 || seconds > MIG_SCENE_MAX_DURATION || seconds != floor (seconds))
    {
      mig_json_cursor_report (cursor, "duration", _("This is not a duration."),
                              _("A whole number of seconds is expected, from 0 to 86400."));
      return 0;
    }
  return (guint) seconds;
}

static void
read_version (const MigJsonCursor *cursor)
{
  const char *version = mig_json_cursor_get_text (cursor, "version");
  gsize n = version != NULL ? strcspn (version, ".") : 0;

  mig_json_cursor_require (cursor, "version", N_("The version of the format is not told."),
                           N_("“version” is expected, such as \"1.0\"."));
  if (version == NULL || *version == '\0' || (n == strlen (MAJOR_VERSION) && strncmp (version, MAJOR_VERSION, n) == 0))
    return;
  mig_json_cursor_report (cursor, "version", _("This briefing is in a format that this MigMeet does not know."),
                          _("It reads versions 1.x; a newer MigMeet may read this one."));
}

static void
read_corpus (Reading *self, const MigJsonCursor *head)
{
  MigJsonCursor corpus;

  if (!mig_json_cursor_enter (head, "corpus", &corpus))
    return;
  mig_briefing_set_corpus (self->briefing, mig_json_cursor_get_text (&corpus, "id"),
                           mig_json_cursor_get_text (&corpus, "title"),
                           mig_json_cursor_get_text (&corpus, "location"));
}

static void
read_head (Reading *self, const MigJsonSlice *slice)
{
  g_autoptr (JsonObject) unknown = NULL;
  MigJsonCursor head;
  const char *format, *title;

  if (!parse_slice (self, slice, &head))
    return;
  format = mig_json_cursor_get_text (&head, "format");
  if (g_strcmp0 (format, FORMAT) != 0)
    mig_json_cursor_report (&head, format != NULL ? "format" : NULL, _("This does not say that it is a briefing."),
                            _("“format” is expected to be \"migmeet-briefing\"."));
  read_version (&head);
  title = mig_json_cursor_get_text (&head, "title");
  g_clear_object (&self->briefing);
  self->briefing = mig_briefing_new (title);
  self->duration = read_duration (&head);
  read_corpus (self, &head);
  /* What this version does not know is written back. */
  unknown = mig_json_members_dup (&head, head_members);
  mig_briefing_set_unknown (self->briefing, unknown);
}

static gboolean
read_moment (const MigJsonCursor *cursor, const char *member, double *moment)
{
  const char *text = mig_json_cursor_get_text (cursor, member);
  g_autofree char *what = NULL;

  if (text == NULL)
    return FALSE;
  if (mig_briefing_parse_moment (text, moment))
    return TRUE;
  /* Translators: %s is a text from a file */
  what = g_strdup_printf (_("“%s” is not a day."), text);
  mig_json_cursor_report (cursor, member, what,
                          _("A day is expected, such as \"2016-02-25\", or a day and a time, \"2016-02-25T06:00\"."));
  return FALSE;
}

static void
read_span (const MigJsonCursor *cursor, MigSceneFields *fields)
{
  gboolean has_start = read_moment (cursor, "start", &fields->start);
  gboolean has_end = read_moment (cursor, "end", &fields->end);

  if (has_start && has_end && fields->end <= fields->start)
    mig_json_cursor_report (cursor, "end", _("The scene ends before it begins."),
                            _("A day after “start” is expected."));
  else if (has_start != has_end && !mig_json_cursor_has_member (cursor, has_start ? "end" : "start"))
    mig_json_cursor_report (cursor, has_start ? "start" : "end", _("The scene has only one end."),
                            _("Both “start” and “end” are expected, or neither."));
}

static gboolean
read_lane (const MigJsonCursor *cursor, const char *member, const char *name, MigLane *lane)
{
  if (mig_lane_from_id (name, lane))
    return TRUE;
  mig_json_cursor_report (cursor, member, _("One of these lanes is not known."),
                          _("“meetings”, “sessions”, “events”, “documents” and “undated” are."));
  return FALSE;
}

static void
read_lanes (const MigJsonCursor *cursor, MigSceneFields *fields)
{
  guint n = mig_json_cursor_get_n (cursor, "lanes"), seen = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *name = mig_json_cursor_get_text_at (cursor, "lanes", i);
      MigLane lane;

      if (name == NULL || !read_lane (cursor, "lanes", name, &lane) || seen & 1u << lane)
        continue;
      seen |= 1u << lane;
      fields->lanes[fields->n_lanes++] = lane;
    }
}

/* What the lanes on demand follow, and where they stand. */
static void
read_following (const MigJsonCursor *cursor, MigSceneFields *fields)
{
  guint n = mig_json_cursor_get_n (cursor, "following");

  if (n > MIG_MAX_FOLLOWED)
    {
      mig_json_cursor_report (cursor, "following", _("These are too many."), _("A scene follows at most 4 things."));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      MigSceneFollowed followed = { .above = MIG_N_STANDING_LANES };
      const char *above;
      MigJsonCursor inner;
      MigLane lane;

      if (!mig_json_cursor_enter_at (cursor, "following", i, &inner))
        continue;
      followed.id = mig_json_cursor_get_text (&inner, "id");
      above = mig_json_cursor_get_text (&inner, "above");
      if (above != NULL && read_lane (&inner, "above", above, &lane))
        followed.above = lane;
      fields->followed[fields->n_followed++] = followed;
    }
}

static void
read_scene (Reading *self, const MigJsonSlice *slice)
{
  MigSceneFields fields = { 0 };
  g_autoptr (JsonObject) unknown = NULL;
  g_autoptr (GVariant) filter = NULL;
  MigJsonCursor cursor;

  if (!parse_slice (self, slice, &cursor))
    return;
  fields.id = mig_json_cursor_get_text (&cursor, "id");
  fields.name = mig_json_cursor_get_text (&cursor, "name");
  fields.note = mig_json_cursor_get_text (&cursor, "note");
  fields.selected = mig_json_cursor_get_text (&cursor, "selected");
  fields.duration = read_duration (&cursor);
  read_lanes (&cursor, &fields);
  read_following (&cursor, &fields);
  read_span (&cursor, &fields);
  filter = mig_briefing_filter_read (&cursor, "filter");
  fields.filter = filter;
  unknown = mig_json_members_dup (&cursor, scene_members);
  fields.unknown = unknown;
  if (fields.id != NULL && *fields.id != '\0' && !g_hash_table_add (self->ids, g_strdup (fields.id)))
    {
      mig_json_cursor_report (&cursor, "id", _("An earlier scene has this id."),
                              _("Each scene needs an id of its own."));
      return;
    }
  g_ptr_array_add (self->scenes, mig_scene_new (&fields));
}

static void
check_document (MigJsonScan *scan, GBytes *bytes, MigProblems *problems)
{
  const MigJsonPlace place = { .line = 1, .column = 1, .length = 1 };

  if (!mig_json_scan_is_complete (scan))
    return;
  if (mig_json_scan_get_type (scan) != '{' || mig_json_scan_get_member_type (scan, 0) != '{')
    mig_excerpt_add_problem (problems, bytes, &place, NULL, _("This is not a briefing."),
                             _("An object is expected, from { to }, that has “briefing” and “scenes”."));
}

static void
read_slices (Reading *self, MigJsonScan *scan)
{
  gsize n, n_scenes = 0;
  const MigJsonSlice *slices = mig_json_scan_get_slices (scan, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (slices[i].member == members[0])
        {
          /* A head that is a list or anything else was told of as a whole. */
          if (slices[i].index < 0 && slices[i].type == '{')
            read_head (self, &slices[i]);
        }
      else if (slices[i].index < 0)
        mig_record_report (&self->report, &slices[i], "", _("The scenes are not a list."),
                           _("A list is expected here, from [ to ]."));
      else if (++n_scenes <= MIG_BRIEFING_MAX_SCENES)
        read_scene (self, &slices[i]);
      else if (n_scenes == MIG_BRIEFING_MAX_SCENES + 1)
        mig_record_report (&self->report, &slices[i], "", _("There are too many scenes."),
                           _("A briefing may have at most 10000."));
    }
}

static MigBriefing *
read_into (GBytes *bytes, MigProblems *problems, GError **error)
{
  g_auto (Reading) reading = {
    .report = { bytes, problems },
    .briefing = mig_briefing_new (NULL),
    .scenes = g_ptr_array_new_with_free_func (g_object_unref),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (MigJsonScan) scan = mig_json_scan (bytes, members, problems, NULL, NULL, NULL, error);

  if (scan == NULL)
    return NULL;
  mig_problems_set_size (problems, g_bytes_get_size (bytes));
  check_document (scan, bytes, problems);
  read_slices (&reading, scan);
  if (mig_problems_get_n_found (problems) > 0)
    {
      g_autofree char *line = NULL;

      mig_problems_sort (problems);
      line = mig_problem_format (mig_problems_get (problems, 0), NULL);
      g_set_error_literal (error, MIG_BRIEFING_ERROR, MIG_BRIEFING_ERROR_PROBLEMS, line);
      return NULL;
    }
  mig_briefing_begin (reading.briefing, reading.scenes, reading.duration);
  return g_steal_pointer (&reading.briefing);
}

/**
 * mig_briefing_is_file_name:
 * @file: a file, which need not exist
 *
 * Returns: whether @file is named as briefings are
 */
gboolean
mig_briefing_is_file_name (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  return name != NULL && g_str_has_suffix (name, MIG_BRIEFING_SUFFIX);
}

/**
 * mig_briefing_read_bytes:
 * @bytes: the contents of a file
 * @file: (nullable): where they are from; nothing is read from it
 * @problems: (out) (optional) (transfer full): what is wrong, in the order of the file; empty if nothing is
 * @error: return location for a %MIG_BRIEFING_ERROR
 *
 * Returns: (transfer full) (nullable): the briefing; %NULL if anything at all is wrong
 */
MigBriefing *
mig_briefing_read_bytes (GBytes *bytes, GFile *file, MigProblems **problems, GError **error)
{
  g_autoptr (MigProblems) found = mig_problems_new (file);
  MigBriefing *briefing = read_into (bytes, found, error);

  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return briefing;
}

/**
 * mig_briefing_read:
 * @file: a file of any kind that GIO knows
 * @problems: (out) (optional) (transfer full): what is wrong, in the order of the file; a file that cannot be read at
 *   all is the only problem, on line 0
 * @cancellable: (nullable): looked at while reading
 * @error: return location for a %MIG_BRIEFING_ERROR, or a #GIOErrorEnum if the file cannot be read
 *
 * Reads a briefing.
 *
 * Returns: (transfer full) (nullable): the briefing; %NULL if anything at all is wrong
 */
MigBriefing *
mig_briefing_read (GFile *file, MigProblems **problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (MigProblems) found = mig_problems_new (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = mig_file_load (file, MIG_BRIEFING_MAX_SIZE, NULL, NULL, cancellable, &local_error);
  MigBriefing *briefing = NULL;

  if (bytes != NULL)
    briefing = read_into (bytes, found, error);
  else
    {
      g_auto (GStrv) parts = g_strsplit (local_error->message, "\n", 2);

      mig_problems_add (found, 0, 0, 0, NULL, parts[0], parts[1]);
      g_free (local_error->message);
      local_error->message = mig_problem_format (mig_problems_get (found, 0), NULL);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return briefing;
}
