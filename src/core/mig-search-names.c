/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-fold.h"
#include "mig-search-query-private.h"

/*
 * The names of fields and kinds, in the reader's language and always in English too: a query that was copied from
 * somebody else means the same here.
 */

static const char *const field_names[MIG_SEARCH_N_FIELDS] = {
  [MIG_SEARCH_FIELD_ANY] = "",
  /* Translators: names of fields as typed in the search entry before a colon: "speaker:hovy"; letters only */
  [MIG_SEARCH_FIELD_SPEAKER] = NC_("search field", "speaker"),
  [MIG_SEARCH_FIELD_ORGANIZATION] = NC_("search field", "org"),
  [MIG_SEARCH_FIELD_MEETING] = NC_("search field", "meeting"),
  [MIG_SEARCH_FIELD_SESSION] = NC_("search field", "session"),
  [MIG_SEARCH_FIELD_EVENT] = NC_("search field", "event"),
  [MIG_SEARCH_FIELD_DOCUMENT] = NC_("search field", "doc"),
  [MIG_SEARCH_FIELD_TOPIC] = NC_("search field", "topic"),
  [MIG_SEARCH_FIELD_PLACE] = NC_("search field", "place"),
  [MIG_SEARCH_FIELD_KIND] = NC_("search field", "kind"),
  [MIG_SEARCH_FIELD_YEAR] = NC_("search field", "year"),
};

/* Other words that people try, in English. */
static const struct
{
  const char *name;
  MigSearchField field;
} field_synonyms[] = {
  { "person", MIG_SEARCH_FIELD_SPEAKER },   { "by", MIG_SEARCH_FIELD_SPEAKER },
  { "organization", MIG_SEARCH_FIELD_ORGANIZATION }, { "organisation", MIG_SEARCH_FIELD_ORGANIZATION },
  { "document", MIG_SEARCH_FIELD_DOCUMENT }, { "area", MIG_SEARCH_FIELD_PLACE },
  { "date", MIG_SEARCH_FIELD_YEAR },         { "type", MIG_SEARCH_FIELD_KIND },
};

static const char *const group_names[MIG_SEARCH_N_GROUPS] = {
  [MIG_SEARCH_GROUP_MEETINGS] = NC_("group of search results", "Meetings"),
  [MIG_SEARCH_GROUP_SESSIONS] = NC_("group of search results", "Sessions"),
  [MIG_SEARCH_GROUP_PEOPLE] = NC_("group of search results", "People"),
  [MIG_SEARCH_GROUP_ORGANIZATIONS] = NC_("group of search results", "Organizations"),
  [MIG_SEARCH_GROUP_EVENTS] = NC_("group of search results", "Events"),
  [MIG_SEARCH_GROUP_DOCUMENTS] = NC_("group of search results", "Documents"),
  [MIG_SEARCH_GROUP_TOPICS] = NC_("group of search results", "Topics"),
  [MIG_SEARCH_GROUP_FIGURES] = NC_("group of search results", "Figures"),
  [MIG_SEARCH_GROUP_INTERVENTIONS] = NC_("group of search results", "Interventions"),
  [MIG_SEARCH_GROUP_PLACES] = NC_("group of search results", "Places"),
};

/* In queries, and wherever a kind is kept by its name. */
static const char *const group_ids[MIG_SEARCH_N_GROUPS] = {
  [MIG_SEARCH_GROUP_MEETINGS] = "meetings",
  [MIG_SEARCH_GROUP_SESSIONS] = "sessions",
  [MIG_SEARCH_GROUP_PEOPLE] = "people",
  [MIG_SEARCH_GROUP_ORGANIZATIONS] = "organizations",
  [MIG_SEARCH_GROUP_EVENTS] = "events",
  [MIG_SEARCH_GROUP_DOCUMENTS] = "documents",
  [MIG_SEARCH_GROUP_TOPICS] = "topics",
  [MIG_SEARCH_GROUP_FIGURES] = "figures",
  [MIG_SEARCH_GROUP_INTERVENTIONS] = "interventions",
  [MIG_SEARCH_GROUP_PLACES] = "places",
};

/* Other words that people try, in English. */
static const struct
{
  const char *name;
  MigSearchGroup group;
} group_synonyms[] = {
  { "persons", MIG_SEARCH_GROUP_PEOPLE },
  { "speakers", MIG_SEARCH_GROUP_PEOPLE },
  { "organisations", MIG_SEARCH_GROUP_ORGANIZATIONS },
  { "speeches", MIG_SEARCH_GROUP_INTERVENTIONS },
  { "targets", MIG_SEARCH_GROUP_TOPICS },
  { "themes", MIG_SEARCH_GROUP_TOPICS },
};

/**
 * mig_search_field_get_name:
 * @field: a field
 *
 * Returns: (transfer none): its name in the reader's language, without the colon
 */
const char *
mig_search_field_get_name (MigSearchField field)
{
  g_return_val_if_fail ((guint) field < MIG_SEARCH_N_FIELDS, "");

  if (field == MIG_SEARCH_FIELD_ANY)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "search field", field_names[field]);
}

/**
 * mig_search_group_get_name:
 * @group: a group of hits
 *
 * Returns: (transfer none): its heading in the reader's language
 */
const char *
mig_search_group_get_name (MigSearchGroup group)
{
  g_return_val_if_fail ((guint) group < MIG_SEARCH_N_GROUPS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "group of search results", group_names[group]);
}

/**
 * mig_search_group_get_ids:
 *
 * Returns: (transfer none) (array fixed-size=10): the names of the groups in queries and wherever they are kept, the
 *   same in all languages
 */
const char *const *
mig_search_group_get_ids (void)
{
  return group_ids;
}

/**
 * mig_search_group_from_id:
 * @id: (nullable): what may be such a name
 * @group: (out): the group that it names
 *
 * Returns: whether there is one
 */
gboolean
mig_search_group_from_id (const char     *id,
                          MigSearchGroup *group)
{
  for (guint i = 0; i < MIG_SEARCH_N_GROUPS; i++)
    if (g_strcmp0 (group_ids[i], id) == 0)
      {
        *group = (MigSearchGroup) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mig_search_group_of:
 * @corpus: a corpus
 * @ref: a record of it, of a kind that can be found
 *
 * Returns: the group that its hits stand in
 */
MigSearchGroup
mig_search_group_of (MigCorpus *corpus,
                       MigRef     ref)
{
  static const MigSearchGroup groups[MIG_N_KINDS] = {
    [MIG_KIND_PERSON] = MIG_SEARCH_GROUP_PEOPLE,     [MIG_KIND_ORGANIZATION] = MIG_SEARCH_GROUP_ORGANIZATIONS,
    [MIG_KIND_SPEECH] = MIG_SEARCH_GROUP_INTERVENTIONS, [MIG_KIND_DOCUMENT] = MIG_SEARCH_GROUP_DOCUMENTS,
    [MIG_KIND_TOPIC] = MIG_SEARCH_GROUP_TOPICS,      [MIG_KIND_FIGURE] = MIG_SEARCH_GROUP_FIGURES,
    [MIG_KIND_AREA] = MIG_SEARCH_GROUP_PLACES,
  };

  if (mig_ref_kind (ref) != MIG_KIND_EVENT)
    return groups[mig_ref_kind (ref)];

  switch (mig_corpus_get_event (corpus, ref)->role)
    {
    case MIG_EVENT_ROLE_SERIES:
    case MIG_EVENT_ROLE_MEETING:
      return MIG_SEARCH_GROUP_MEETINGS;
    case MIG_EVENT_ROLE_SESSION:
      return MIG_SEARCH_GROUP_SESSIONS;
    case MIG_EVENT_ROLE_EVENT:
    default:
      return MIG_SEARCH_GROUP_EVENTS;
    }
}

/**
 * mig_search_field_from_name:
 * @name: what stands before a colon; valid UTF-8
 * @length: its length in bytes
 *
 * Returns: the field of that name, whatever the case of its letters, or %MIG_SEARCH_FIELD_ANY
 */
MigSearchField
mig_search_field_from_name (const char *name,
                            gsize       length)
{
  g_autofree char *copy = g_strndup (name, length);
  g_autofree char *folded = mig_fold_text (copy);

  for (guint field = 1; field < MIG_SEARCH_N_FIELDS; field++)
    {
      g_autofree char *own = mig_fold_text (mig_search_field_get_name (field));

      if (strcmp (folded, field_names[field]) == 0 || strcmp (folded, own) == 0)
        return field;
    }
  for (guint i = 0; i < G_N_ELEMENTS (field_synonyms); i++)
    if (strcmp (folded, field_synonyms[i].name) == 0)
      return field_synonyms[i].field;

  return MIG_SEARCH_FIELD_ANY;
}

/**
 * mig_search_groups_from_name:
 * @name: what stands after `kind:`, perhaps not typed to its end
 *
 * Returns: the groups whose name begins so, a bit `1 << group` each
 */
guint
mig_search_groups_from_name (const char *name)
{
  g_autofree char *folded = mig_fold_text (name);
  guint groups = 0;

  if (*folded == '\0')
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (group_synonyms); i++)
    if (g_str_has_prefix (group_synonyms[i].name, folded))
      groups |= 1u << group_synonyms[i].group;
  for (guint group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      g_autofree char *own = mig_fold_text (mig_search_group_get_name (group));

      if (g_str_has_prefix (own, folded) || g_str_has_prefix (group_ids[group], folded))
        groups |= 1u << group;
    }

  return groups;
}
