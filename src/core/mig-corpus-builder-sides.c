/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-corpus-builder-private.h"

/* What hangs on records, other names, sources and so on, stands in side arrays, one a kind of entry; a record holds the
 * range that is its own. */

static const MigLayout side_layouts[MIG_N_SIDES] = {
  [MIG_SIDE_OTHER_NAMES] = { sizeof (MigOtherName),
                             { MEMBER (MigOtherName, name), MEMBER (MigOtherName, note), NO_MEMBER } },
  [MIG_SIDE_IDENTIFIERS] = { sizeof (MigIdentifier),
                             { MEMBER (MigIdentifier, scheme), MEMBER (MigIdentifier, identifier), NO_MEMBER } },
  [MIG_SIDE_LINKS] = { sizeof (MigLink), { MEMBER (MigLink, url), MEMBER (MigLink, note), NO_MEMBER } },
  [MIG_SIDE_SOURCES] = { sizeof (MigSource),
                         { MEMBER (MigSource, url), MEMBER (MigSource, note), MEMBER (MigSource, locator.section),
                           MEMBER (MigSource, locator.page), NO_MEMBER } },
  [MIG_SIDE_READINGS] = { sizeof (MigReading), { MEMBER (MigReading, value), NO_MEMBER } },
  [MIG_SIDE_DISAGREEMENTS] = { sizeof (MigDisagreement),
                               { MEMBER (MigDisagreement, property), MEMBER (MigDisagreement, note), NO_MEMBER } },
  [MIG_SIDE_TEXTS] = { sizeof (char *), { 0, NO_MEMBER } },
  [MIG_SIDE_CONTACTS] = { sizeof (MigContact),
                          { MEMBER (MigContact, type), MEMBER (MigContact, label), MEMBER (MigContact, value),
                            MEMBER (MigContact, note), NO_MEMBER } },
  [MIG_SIDE_SECTIONS] = { sizeof (MigSection),
                          { MEMBER (MigSection, section), MEMBER (MigSection, title), MEMBER (MigSection, page),
                            NO_MEMBER } },
};

/**
 * mig_corpus_builder_init_sides:
 * @self: a builder whose corpus has no side arrays yet
 *
 * Begins them, empty.
 */
void
mig_corpus_builder_init_sides (MigCorpusBuilder *self)
{
  for (guint side = 0; side < MIG_N_SIDES; side++)
    self->corpus->sides[side] = g_array_new (FALSE, FALSE, (guint) side_layouts[side].size);
}

/**
 * mig_corpus_builder_fill_strings:
 * @structure: a record or an entry
 * @strings: where its strings stand, ended by %NO_MEMBER
 *
 * Makes "" of every string that is missing.
 */
void
mig_corpus_builder_fill_strings (void          *structure,
                                 const guint16 *strings)
{
  for (; *strings != NO_MEMBER; strings++)
    {
      const char **text = G_STRUCT_MEMBER_P (structure, *strings);

      if (*text == NULL)
        *text = "";
    }
}

static MigRange
append_side (MigCorpusBuilder *self,
             MigSide           side,
             const void       *entries,
             guint             n)
{
  GArray *array = self->corpus->sides[side];
  gsize size = side_layouts[side].size;
  MigRange range = { .first = array->len, .n = n };

  if (n == 0)
    return (MigRange) { 0, 0 };

  g_array_append_vals (array, entries, n);
  for (guint i = 0; i < n; i++)
    mig_corpus_builder_fill_strings (array->data + (range.first + i) * size, side_layouts[side].strings);

  return range;
}

/**
 * mig_corpus_builder_append_other_names:
 * @self: a builder
 * @names: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_other_names (MigCorpusBuilder   *self,
                                       const MigOtherName *names,
                                       guint               n)
{
  return append_side (self, MIG_SIDE_OTHER_NAMES, names, n);
}

/**
 * mig_corpus_builder_append_identifiers:
 * @self: a builder
 * @ids: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_identifiers (MigCorpusBuilder    *self,
                                       const MigIdentifier *ids,
                                       guint                n)
{
  return append_side (self, MIG_SIDE_IDENTIFIERS, ids, n);
}

/**
 * mig_corpus_builder_append_links:
 * @self: a builder
 * @links: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_links (MigCorpusBuilder *self,
                                 const MigLink    *links,
                                 guint             n)
{
  return append_side (self, MIG_SIDE_LINKS, links, n);
}

/**
 * mig_corpus_builder_append_sources:
 * @self: a builder
 * @sources: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member or a reading's
 */
MigRange
mig_corpus_builder_append_sources (MigCorpusBuilder *self,
                                   const MigSource  *sources,
                                   guint             n)
{
  return append_side (self, MIG_SIDE_SOURCES, sources, n);
}

/**
 * mig_corpus_builder_append_readings:
 * @self: a builder
 * @readings: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a disagreement's member
 */
MigRange
mig_corpus_builder_append_readings (MigCorpusBuilder *self,
                                    const MigReading *readings,
                                    guint             n)
{
  return append_side (self, MIG_SIDE_READINGS, readings, n);
}

/**
 * mig_corpus_builder_append_disagreements:
 * @self: a builder
 * @d: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_disagreements (MigCorpusBuilder      *self,
                                         const MigDisagreement *d,
                                         guint                  n)
{
  return append_side (self, MIG_SIDE_DISAGREEMENTS, d, n);
}

/**
 * mig_corpus_builder_append_contacts:
 * @self: a builder
 * @contacts: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_contacts (MigCorpusBuilder *self,
                                    const MigContact *contacts,
                                    guint             n)
{
  return append_side (self, MIG_SIDE_CONTACTS, contacts, n);
}

/**
 * mig_corpus_builder_append_sections:
 * @self: a builder
 * @sections: (array length=n): entries; their strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for a record's member
 */
MigRange
mig_corpus_builder_append_sections (MigCorpusBuilder *self,
                                    const MigSection *sections,
                                    guint             n)
{
  return append_side (self, MIG_SIDE_SECTIONS, sections, n);
}

/**
 * mig_corpus_builder_append_texts:
 * @self: a builder
 * @texts: (array length=n): strings as in mig_corpus_builder_append()
 * @n: how many
 *
 * Returns: where they stand now, for the themes or objectives of an event
 */
MigRange
mig_corpus_builder_append_texts (MigCorpusBuilder  *self,
                                 const char *const *texts,
                                 guint              n)
{
  return append_side (self, MIG_SIDE_TEXTS, texts, n);
}

/**
 * mig_corpus_builder_get_source:
 * @self: a builder
 * @index: place in the side array: the first of a range plus the place in it
 *
 * Returns: (transfer none): a source to change; it moves when others are appended
 */
MigSource *
mig_corpus_builder_get_source (MigCorpusBuilder *self,
                               guint             index)
{
  GArray *sources = self->corpus->sides[MIG_SIDE_SOURCES];

  g_return_val_if_fail (index < sources->len, NULL);

  return &g_array_index (sources, MigSource, index);
}

/**
 * mig_corpus_builder_get_sections:
 * @self: a builder
 * @range: a document's `sections`
 *
 * Returns: (transfer none) (nullable): `range.n` entries; %NULL when that is 0
 */
const MigSection *
mig_corpus_builder_get_sections (MigCorpusBuilder *self,
                                 MigRange          range)
{
  return mig_corpus_get_sections (self->corpus, range);
}
