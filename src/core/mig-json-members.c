/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-members.h"

/**
 * mig_json_members_dup:
 * @cursor: an object
 * @known: (array zero-terminated=1): names of members to leave out
 *
 * Copies members of an object whatever they hold, so that they outlive it.
 *
 * Returns: (transfer full) (nullable): the members; %NULL if there are none but the known
 */
JsonObject *
mig_json_members_dup (const MigJsonCursor *cursor,
                      const char *const   *known)
{
  const char *data = (const char *) g_bytes_get_data (cursor->report->bytes, NULL) + cursor->slice->offset;
  const MigJsonValue *value = mig_json_tree_get_inner (cursor->tree, cursor->object);
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < cursor->object->n; i++)
    {
      const char *raw = data + value[i].offset;

      /* The scanner has found the text sound; should json-glib not, the member is left out. */
      if (!g_strv_contains (known, value[i].name) &&
          json_parser_load_from_data (parser, raw, (gssize) value[i].length, NULL))
        json_object_set_member (members, value[i].name, json_parser_steal_root (parser));
    }

  return json_object_get_size (members) > 0 ? g_steal_pointer (&members) : NULL;
}
