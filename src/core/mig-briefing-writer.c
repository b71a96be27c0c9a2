/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-file.h"

#include "mig-briefing-filter.h"
#include "mig-lane-order.h"

/*
 * Writes a briefing as data/BRIEFING.md has it: members in a fixed order and only those that say something, so that a
 * file kept under version control changes no more than the briefing did.
 */

static void
begin_unknown (JsonBuilder *builder, JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (unknown == NULL)
    return;
  json_object_iter_init (&iter, unknown);
  while (json_object_iter_next (&iter, &name, &node))
    {
      json_builder_set_member_name (builder, name);
      json_builder_add_value (builder, json_node_copy (node));
    }
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (*text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  if (number == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* What only a later version has is told only where it is used. */
static const char *
choose_version (MigBriefing *self)
{
  const char *version = "1.0";

  for (guint i = 0; i < mig_briefing_get_n (self); i++)
    {
      const MigSceneFields *fields = mig_scene_get_fields (mig_briefing_get (self, i));

      if (fields->n_followed > 0)
        return "1.2";
      if (fields->filter != NULL)
        version = "1.1";
    }
  return version;
}

static void
add_head (JsonBuilder *builder, MigBriefing *self)
{
  json_builder_set_member_name (builder, "briefing");
  json_builder_begin_object (builder);
  add_text (builder, "format", "migmeet-briefing");
  add_text (builder, "version", choose_version (self));
  add_text (builder, "title", mig_briefing_get_title (self));
  add_number (builder, "duration", mig_briefing_get_duration (self));
  if (*mig_briefing_get_corpus_id (self) != '\0' || *mig_briefing_get_corpus_location (self) != '\0')
    {
      json_builder_set_member_name (builder, "corpus");
      json_builder_begin_object (builder);
      add_text (builder, "id", mig_briefing_get_corpus_id (self));
      add_text (builder, "title", mig_briefing_get_corpus_title (self));
      add_text (builder, "location", mig_briefing_get_corpus_location (self));
      json_builder_end_object (builder);
    }
  begin_unknown (builder, mig_briefing_get_unknown (self));
  json_builder_end_object (builder);
}

static void
add_lanes (JsonBuilder *builder, const MigSceneFields *fields)
{
  if (fields->n_lanes == 0)
    return;
  json_builder_set_member_name (builder, "lanes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->n_lanes; i++)
    json_builder_add_string_value (builder, mig_lane_get_id (fields->lanes[i]));
  json_builder_end_array (builder);
}

static void
add_following (JsonBuilder *builder, const MigSceneFields *fields)
{
  if (fields->n_followed == 0)
    return;
  json_builder_set_member_name (builder, "following");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->n_followed; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "id", fields->followed[i].id);
      if (fields->followed[i].above < MIG_N_STANDING_LANES)
        add_text (builder, "above", mig_lane_get_id (fields->followed[i].above));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_scene (JsonBuilder *builder, MigScene *scene)
{
  const MigSceneFields *fields = mig_scene_get_fields (scene);

  json_builder_begin_object (builder);
  add_text (builder, "id", fields->id);
  add_text (builder, "name", fields->name);
  add_text (builder, "selected", fields->selected);
  if (mig_scene_has_span (scene))
    {
      g_autofree char *start = mig_briefing_format_moment (fields->start);
      g_autofree char *end = mig_briefing_format_moment (fields->end);

      add_text (builder, "start", start);
      add_text (builder, "end", end);
    }
  add_lanes (builder, fields);
  add_following (builder, fields);
  mig_briefing_filter_write (builder, "filter", fields->filter);
  add_number (builder, "duration", fields->duration);
  add_text (builder, "note", fields->note);
  begin_unknown (builder, fields->unknown);
  json_builder_end_object (builder);
}

/**
 * mig_briefing_to_bytes:
 * @self: a briefing
 *
 * Returns: (transfer full): what its file holds
 */
GBytes *
mig_briefing_to_bytes (MigBriefing *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MIG_IS_BRIEFING (self), NULL);

  json_builder_begin_object (builder);
  add_head (builder, self);
  json_builder_set_member_name (builder, "scenes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mig_briefing_get_n (self); i++)
    add_scene (builder, mig_briefing_get (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * mig_briefing_save:
 * @self: a briefing
 * @file: where to
 * @cancellable: (nullable): to stop writing
 * @error: why it could not be written; what was there before stands then
 *
 * Writes a briefing into a file, whole or not at all: the new text is written beside the old one and takes its place
 * in one step, so that a crash or a full disk leaves the old one as it was. A briefing that was written counts as
 * saved.
 *
 * Returns: whether the file holds it
 */
gboolean
mig_briefing_save (MigBriefing *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = mig_briefing_to_bytes (self);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error))
    return FALSE;
  mig_briefing_set_saved (self);
  return TRUE;
}
