/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-filter.h"

#include <glib/gi18n-lib.h>

/*
 * A scene's filter in a briefing's file: an object whose members are those of the dictionary that scenes hold. What
 * this version does not know is held and written back, too, whatever it is.
 */

static const char *const known_members[] = {
  MIG_FILTER_KINDS,        MIG_FILTER_ORGANIZATIONS, MIG_FILTER_SPEAKERS, MIG_FILTER_TOPICS,
  MIG_FILTER_PLACES,       MIG_FILTER_CERTAINTIES,   MIG_FILTER_START,    MIG_FILTER_END,
  MIG_FILTER_DIRECTION,    MIG_FILTER_DISAGREES,     NULL,
};

/* Reading */

static gboolean
is_known (const char *member, const char *text)
{
  MigSearchGroup group;
  MigCertainty certainty;

  if (g_str_equal (member, MIG_FILTER_KINDS))
    return mig_search_group_from_id (text, &group);
  if (g_str_equal (member, MIG_FILTER_CERTAINTIES))
    return mig_certainty_from_name (text, &certainty);
  return TRUE;
}

static void
report_unknown (const MigJsonCursor *filter, const char *member)
{
  if (g_str_equal (member, MIG_FILTER_KINDS))
    mig_json_cursor_report (filter, member, _("One of these kinds is not known."),
                            _("“meetings”, “sessions”, “people”, “organizations”, “events”, “documents”, “topics”, "
                              "“figures”, “interventions” and “places” are."));
  else
    mig_json_cursor_report (filter, member, _("One of these certainties is not known."),
                            _("“confirmed”, “reported once” and “inferred” are."));
}

static void
read_list (const MigJsonCursor *filter, const char *member, GVariantBuilder *builder)
{
  guint n = mig_json_cursor_get_n (filter, member);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const char *text = mig_json_cursor_get_text_at (filter, member, i);

      if (text == NULL)
        continue;
      if (is_known (member, text))
        {
          g_ptr_array_add (texts, (gpointer) text);
          continue;
        }
      report_unknown (filter, member);
      return;
    }
  if (texts->len > MIG_FILTER_MAX_THINGS)
    {
      mig_json_cursor_report (filter, member, _("These are too many."), _("A filter asks for at most 16 of a kind."));
      return;
    }
  if (texts->len > 0)
    g_variant_builder_add (builder, "{sv}", member,
                           g_variant_new_strv ((const char *const *) texts->pdata, (gssize) texts->len));
}

static gboolean
read_day (const MigJsonCursor *filter, const char *member, MigDate *date, GVariantBuilder *builder)
{
  const char *text = mig_json_cursor_get_text (filter, member);
  g_autofree char *what = NULL;

  if (text == NULL)
    return FALSE;
  if (mig_date_parse_iso (text, date, NULL))
    {
      g_variant_builder_add (builder, "{sv}", member, g_variant_new_string (text));
      return TRUE;
    }
  /* Translators: %s is a text from a file */
  what = g_strdup_printf (_("“%s” is not a day."), text);
  mig_json_cursor_report (filter, member, what, _("A day is expected, such as \"2016-02-25\", or a month or a year."));
  return FALSE;
}

static void
read_span (const MigJsonCursor *filter, GVariantBuilder *builder)
{
  MigDate start, end;
  gboolean has_start = read_day (filter, MIG_FILTER_START, &start, builder);
  gboolean has_end = read_day (filter, MIG_FILTER_END, &end, builder);

  if (has_start && has_end && mig_date_last_day (&end) < mig_date_first_day (&start))
    mig_json_cursor_report (filter, MIG_FILTER_END, _("The filter ends before it begins."),
                            _("A day that is not before “start” is expected."));
}

static void
read_direction (const MigJsonCursor *filter, GVariantBuilder *builder)
{
  const char *text = mig_json_cursor_get_text (filter, MIG_FILTER_DIRECTION);
  MigFilterDirection direction;

  if (text == NULL)
    return;
  if (mig_filter_direction_from_name (text, &direction))
    g_variant_builder_add (builder, "{sv}", MIG_FILTER_DIRECTION, g_variant_new_string (text));
  else
    mig_json_cursor_report (filter, MIG_FILTER_DIRECTION, _("This direction is not known."),
                            _("“ahead” and “behind” are."));
}

static void
read_disagrees (const MigJsonCursor *filter, GVariantBuilder *builder)
{
  if (mig_json_cursor_get_truth (filter, MIG_FILTER_DISAGREES))
    g_variant_builder_add (builder, "{sv}", MIG_FILTER_DISAGREES, g_variant_new_boolean (TRUE));
}

static void
read_unknown (const MigJsonCursor *filter, GVariantBuilder *builder)
{
  g_autoptr (JsonObject) unknown = mig_json_members_dup (filter, known_members);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (unknown == NULL)
    return;
  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autoptr (GVariant) value = json_gvariant_deserialize (node, NULL, NULL);

      if (value != NULL)
        g_variant_builder_add (builder, "{sv}", name, g_variant_ref_sink (value));
    }
}

/**
 * mig_briefing_filter_read:
 * @scene: a scene
 * @member: which member of it is the filter
 *
 * Reads a filter, and reports what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the filter; %NULL when there is none, or one through which everything passes
 */
GVariant *
mig_briefing_filter_read (const MigJsonCursor *scene, const char *member)
{
  g_autoptr (GVariant) filter = NULL;
  GVariantBuilder builder;
  MigJsonCursor cursor;

  if (!mig_json_cursor_enter (scene, member, &cursor))
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  read_list (&cursor, MIG_FILTER_KINDS, &builder);
  read_span (&cursor, &builder);
  read_list (&cursor, MIG_FILTER_ORGANIZATIONS, &builder);
  read_list (&cursor, MIG_FILTER_SPEAKERS, &builder);
  read_list (&cursor, MIG_FILTER_TOPICS, &builder);
  read_list (&cursor, MIG_FILTER_PLACES, &builder);
  read_direction (&cursor, &builder);
  read_list (&cursor, MIG_FILTER_CERTAINTIES, &builder);
  read_disagrees (&cursor, &builder);
  read_unknown (&cursor, &builder);
  filter = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (filter) > 0 ? g_steal_pointer (&filter) : NULL;
}

/**
 * mig_briefing_filter_write:
 * @builder: where to
 * @member: the name of the member
 * @filter: (nullable): a filter; for %NULL nothing is written
 *
 * Writes a filter as it was read.
 */
void
mig_briefing_filter_write (JsonBuilder *builder, const char *member, GVariant *filter)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (filter == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  g_variant_iter_init (&iter, filter);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      json_builder_set_member_name (builder, name);
      json_builder_add_value (builder, json_gvariant_serialize (value));
    }
  json_builder_end_object (builder);
}
