/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter.h"

/*
 * How a filter is kept, in a scene or until the next start: by the ids of what it asks for, and by names, in a
 * dictionary (a{sv}) that holds only what narrows. What is read may come from anywhere and from another edition of the
 * corpus: what is not understood, or gone, is left out.
 */

static const char *const direction_names[] = {
  [MIG_FILTER_ANY_DIRECTION] = NULL, [MIG_FILTER_AHEAD] = "ahead", [MIG_FILTER_BEHIND] = "behind",
};

static gboolean
find_name (const char *const *names, guint n, const char *name, guint *found)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (names[i], name) != 0)
        continue;
      *found = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * mig_filter_direction_to_name:
 * @direction: a direction
 *
 * Returns: (transfer none) (nullable): what it is called where filters are kept; %NULL for any
 */
const char *
mig_filter_direction_to_name (MigFilterDirection direction)
{
  return direction_names[direction];
}

/**
 * mig_filter_direction_from_name:
 * @name: (nullable): a name
 * @direction: (out): the direction of that name
 *
 * Returns: whether there is one
 */
gboolean
mig_filter_direction_from_name (const char *name, MigFilterDirection *direction)
{
  guint found;

  if (name == NULL || !find_name (direction_names, G_N_ELEMENTS (direction_names), name, &found))
    return FALSE;
  *direction = (MigFilterDirection) found;
  return TRUE;
}

/* Writing */

static void
add_names (GVariantBuilder *builder, const char *key, guint bits, const char *const *names, guint n)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      if (bits & 1u << i)
        g_ptr_array_add (chosen, (gpointer) names[i]);
    }
  if (chosen->len > 0)
    g_variant_builder_add (builder, "{sv}", key,
                           g_variant_new_strv ((const char *const *) chosen->pdata, (gssize) chosen->len));
}

static void
add_things (GVariantBuilder *builder, const char *key, MigCorpus *corpus, const MigRef *things, guint n)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) mig_corpus_get_record (corpus, things[i])->id);
  if (n > 0)
    g_variant_builder_add (builder, "{sv}", key,
                           g_variant_new_strv ((const char *const *) ids->pdata, (gssize) n));
}

static void
add_day (GVariantBuilder *builder, const char *key, gint day)
{
  gint year, month, day_of_month;
  char text[16];

  mig_day_to_civil (day, &year, &month, &day_of_month);
  g_snprintf (text, sizeof (text), "%04d-%02d-%02d", year, month, day_of_month);
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (text));
}

/**
 * mig_filter_to_variant:
 * @self: a filter
 * @corpus: the corpus that its things are of
 *
 * Writes a filter down so that it can be read again whatever becomes of the corpus: a dictionary (a{sv}) of what
 * narrows. "kinds", "organizations", "speakers", "topics", "places" and "certainties" are lists of texts (as), "start",
 * "end" and "direction" texts, "disagrees" is a boolean; always in the same order, so that equal filters are equal.
 *
 * Returns: (transfer full): the dictionary, empty for a filter through which everything passes
 */
GVariant *
mig_filter_to_variant (const MigFilter *self, MigCorpus *corpus)
{
  GVariantBuilder builder;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  add_names (&builder, MIG_FILTER_KINDS, self->groups, mig_search_group_get_ids (), MIG_SEARCH_N_GROUPS);
  if (self->first_day != G_MININT)
    add_day (&builder, MIG_FILTER_START, self->first_day);
  if (self->last_day != G_MAXINT)
    add_day (&builder, MIG_FILTER_END, self->last_day);
  add_things (&builder, MIG_FILTER_ORGANIZATIONS, corpus, self->organizations, self->n_organizations);
  add_things (&builder, MIG_FILTER_SPEAKERS, corpus, self->speakers, self->n_speakers);
  add_things (&builder, MIG_FILTER_TOPICS, corpus, self->topics, self->n_topics);
  add_things (&builder, MIG_FILTER_PLACES, corpus, self->places, self->n_places);
  if (self->direction != MIG_FILTER_ANY_DIRECTION)
    g_variant_builder_add (&builder, "{sv}", MIG_FILTER_DIRECTION,
                           g_variant_new_string (direction_names[self->direction]));
  add_names (&builder, MIG_FILTER_CERTAINTIES, self->certainties, mig_certainty_get_names (), MIG_N_CERTAINTIES);
  if (self->disagrees)
    g_variant_builder_add (&builder, "{sv}", MIG_FILTER_DISAGREES, g_variant_new_boolean (TRUE));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Reading */

static guint
read_names (GVariantDict *dict, const char *key, const char *const *names, guint n)
{
  g_autofree const char **chosen = NULL;
  guint bits = 0, found;

  if (!g_variant_dict_lookup (dict, key, "^a&s", &chosen))
    return 0;
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      if (find_name (names, n, chosen[i], &found))
        bits |= 1u << found;
    }
  return bits;
}

/* Returns whether all are still there. */
static gboolean
read_things (GVariantDict *dict, const char *key, MigCorpus *corpus, MigKind kind, MigFilter *filter)
{
  g_autofree const char **ids = NULL;
  gboolean complete = TRUE;

  if (!g_variant_dict_lookup (dict, key, "^a&s", &ids))
    return TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MigRef ref = mig_corpus_lookup (corpus, ids[i]);

      if (ref != MIG_REF_NONE && mig_ref_kind (ref) == kind)
        mig_filter_add (filter, ref);
      else
        complete = FALSE;
    }
  return complete;
}

static gint
read_day (GVariantDict *dict, const char *key, gboolean last, gint fallback)
{
  const char *text;
  MigDate date;

  if (!g_variant_dict_lookup (dict, key, "&s", &text) || !mig_date_parse_iso (text, &date, NULL))
    return fallback;
  return last ? mig_date_last_day (&date) : mig_date_first_day (&date);
}

/**
 * mig_filter_init_from_variant:
 * @self: (out caller-allocates): a filter
 * @variant: (nullable): what mig_filter_to_variant() made, of this corpus or of another edition of it; anything else is
 *   read as far as it can be
 * @corpus: a corpus
 *
 * Makes the filter that was written down. Things that @corpus does not have are not asked for.
 *
 * Returns: whether all that it asked for is there
 */
gboolean
mig_filter_init_from_variant (MigFilter *self, GVariant *variant, MigCorpus *corpus)
{
  GVariantDict dict;
  gboolean complete;
  const char *direction;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (MIG_IS_CORPUS (corpus), FALSE);

  mig_filter_init (self);
  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return variant == NULL;

  g_variant_dict_init (&dict, variant);
  self->groups = read_names (&dict, MIG_FILTER_KINDS, mig_search_group_get_ids (), MIG_SEARCH_N_GROUPS);
  self->certainties = read_names (&dict, MIG_FILTER_CERTAINTIES, mig_certainty_get_names (), MIG_N_CERTAINTIES);
  self->first_day = read_day (&dict, MIG_FILTER_START, FALSE, G_MININT);
  self->last_day = read_day (&dict, MIG_FILTER_END, TRUE, G_MAXINT);
  if (self->last_day < self->first_day)
    {
      self->first_day = G_MININT;
      self->last_day = G_MAXINT;
    }
  if (g_variant_dict_lookup (&dict, MIG_FILTER_DIRECTION, "&s", &direction))
    mig_filter_direction_from_name (direction, &self->direction);
  if (!g_variant_dict_lookup (&dict, MIG_FILTER_DISAGREES, "b", &self->disagrees))
    self->disagrees = FALSE;
  complete = read_things (&dict, MIG_FILTER_ORGANIZATIONS, corpus, MIG_KIND_ORGANIZATION, self);
  complete = read_things (&dict, MIG_FILTER_SPEAKERS, corpus, MIG_KIND_PERSON, self) && complete;
  complete = read_things (&dict, MIG_FILTER_TOPICS, corpus, MIG_KIND_TOPIC, self) && complete;
  complete = read_things (&dict, MIG_FILTER_PLACES, corpus, MIG_KIND_AREA, self) && complete;
  g_variant_dict_clear (&dict);

  return complete;
}
