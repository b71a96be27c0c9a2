/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mig-hash.h"
#include "mig-id-index.h"
#include "mig-text-pool.h"

static guint
add (MigTextPool *pool, const char *text)
{
  return mig_text_pool_add (pool, text, strlen (text), mig_hash_string (text));
}

static void
test_empty (void)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  g_autoptr (MigTextPool) pool = mig_text_pool_new (chunk);

  g_assert_cmpuint (add (pool, ""), ==, 0);
  g_assert_cmpuint (mig_text_pool_find (pool, "", 0), ==, 0);
  g_assert_cmpuint (mig_text_pool_find (pool, "x", 1), ==, 0);
  g_assert_cmpuint (mig_text_pool_get_n (pool), ==, 1);
  g_assert_cmpstr (mig_text_pool_get_text (pool, 0), ==, "");
}

/* The same as a table of GLib's, through several growths. */
static void
test_same_as_table (void)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  g_autoptr (MigTextPool) pool = mig_text_pool_new (chunk);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);

  for (guint i = 0; i < 40000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%x", (guint) g_rand_int_range (rand, 0, 15000));
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));
      guint number;

      g_assert_cmpuint (mig_text_pool_find (pool, text, strlen (text)), ==, known);
      mig_text_pool_expect (pool, mig_hash_string (text));
      number = add (pool, text);
      g_assert_cmpuint (number, ==, known != 0 ? known : g_hash_table_size (numbers) + 1);
      g_assert_cmpstr (mig_text_pool_get_text (pool, number), ==, text);
      g_assert_cmpuint (mig_text_pool_get_hash (pool, number), ==, mig_hash_string (text));
      g_hash_table_insert (numbers, g_steal_pointer (&text), GUINT_TO_POINTER (number));
    }
  g_assert_cmpuint (mig_text_pool_get_n (pool), ==, g_hash_table_size (numbers) + 1);
}

/* One that begins another, or has the same hash, is another text. */
static void
test_near (void)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  g_autoptr (MigTextPool) pool = mig_text_pool_new (chunk);
  guint one = mig_text_pool_add (pool, "M14", 3, 7);

  g_assert_cmpuint (mig_text_pool_add (pool, "M1", 2, 7), !=, one);
  g_assert_cmpuint (mig_text_pool_add (pool, "M141", 4, 7), !=, one);
  g_assert_cmpuint (mig_text_pool_add (pool, "M14 and more", 3, 7), ==, one);
}

static void
test_refs (void)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (64);
  g_autoptr (MigTextPool) pool = mig_text_pool_new (chunk);
  guint one = add (pool, "one");
  guint other = add (pool, "other");

  mig_text_pool_set_ref (pool, other, 17);
  g_assert_cmpuint (mig_text_pool_get_ref (pool, one), ==, MIG_REF_NONE);
  g_assert_cmpuint (mig_text_pool_get_ref (pool, other), ==, 17);
}

static const char *
get_id (MigRef ref, gpointer user_data)
{
  return g_ptr_array_index ((GPtrArray *) user_data, ref - 1);
}

static void
test_id_index (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 682, 683, 2000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      MigIdIndex *index = mig_id_index_new (sizes[s], get_id, ids);

      for (guint i = 0; i < sizes[s]; i++)
        {
          g_ptr_array_add (ids, g_strdup_printf ("id-%u", i));
          mig_id_index_add (index, mig_hash_string (g_ptr_array_index (ids, i)), i + 1);
        }
      for (guint i = 0; i < sizes[s]; i++)
        g_assert_cmpuint (mig_id_index_find (index, g_ptr_array_index (ids, i)), ==, i + 1);
      g_assert_cmpuint (mig_id_index_find (index, "id"), ==, MIG_REF_NONE);
      g_assert_cmpuint (mig_id_index_find (index, ""), ==, MIG_REF_NONE);
      mig_id_index_free (index);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-pool/empty", test_empty);
  g_test_add_func ("/text-pool/same-as-table", test_same_as_table);
  g_test_add_func ("/text-pool/near", test_near);
  g_test_add_func ("/text-pool/refs", test_refs);
  g_test_add_func ("/text-pool/id-index", test_id_index);

  return g_test_run ();
}
