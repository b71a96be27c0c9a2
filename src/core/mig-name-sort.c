/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-name-sort.h"

#include <string.h>

typedef struct
{
  MigRef ref;
  char *key; /* of the name: to make one costs more than to compare many */
} Named;

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->key);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Named *) a)->key, ((const Named *) b)->key);
}

/**
 * mig_name_sort:
 * @corpus: a corpus
 * @refs: (element-type MigRef): some of its records
 * @name: by which name each is filed
 *
 * Sorts records by name, as the language of the program sorts; those of one name stay in their order. May be called in
 * any thread.
 */
void
mig_name_sort (MigCorpus   *corpus,
               GArray      *refs,
               MigNameFunc  name)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Named), refs->len);

  g_array_set_clear_func (all, named_clear);
  for (guint i = 0; i < refs->len; i++)
    {
      const MigRef ref = g_array_index (refs, MigRef, i);
      const Named named = { ref, g_utf8_collate_key (name (corpus, ref), -1) };

      g_array_append_val (all, named);
    }

  g_array_sort (all, compare_named);
  for (guint i = 0; i < refs->len; i++)
    g_array_index (refs, MigRef, i) = g_array_index (all, Named, i).ref;
}
