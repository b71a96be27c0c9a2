/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-entity.h"

#include "reader-fixture.h"

/* A record as an object. */

static void
test_properties (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  MigRef ref = mig_corpus_lookup (corpus, "SP-1");
  g_autoptr (MigEntity) entity = mig_entity_new (corpus, ref);
  g_autoptr (MigCorpus) its_corpus = NULL;
  g_autofree char *name = NULL;
  guint its_ref;

  g_object_get (entity, "corpus", &its_corpus, "ref", &its_ref, "name", &name, NULL);
  g_assert_true (its_corpus == corpus);
  g_assert_cmpuint (its_ref, ==, ref);
  g_assert_cmpstr (name, ==, "Ida Brandt");
  g_assert_true (mig_entity_get_corpus (entity) == corpus);
  g_assert_cmpuint (mig_entity_get_ref (entity), ==, ref);
  g_assert_cmpstr (mig_entity_get_name (entity), ==, "Ida Brandt");
}

/* A row may outlive the window's hold on the corpus. */
static void
test_keeps_corpus (void)
{
  MigCorpus *corpus = read_fixture ("harbour.json");
  MigEntity *entity = mig_entity_new (corpus, mig_corpus_lookup (corpus, "M2"));

  g_object_add_weak_pointer (G_OBJECT (corpus), (gpointer *) &corpus);
  g_object_unref (corpus);
  g_assert_nonnull (corpus);
  g_assert_cmpstr (mig_entity_get_name (entity), ==, "Second Meeting of the Harbour Masters");
  g_assert_finalize_object (entity);
  g_assert_null (corpus);
}

static void
test_in_list (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  g_autoptr (GListStore) store = g_list_store_new (MIG_TYPE_ENTITY);
  MigRefs meetings = mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL);

  for (guint i = 0; i < meetings.n; i++)
    {
      g_autoptr (MigEntity) entity = mig_entity_new (corpus, meetings.refs[i]);

      g_list_store_append (store, entity);
    }

  for (guint i = 0; i < meetings.n; i++)
    {
      g_autoptr (MigEntity) entity = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_cmpuint (mig_entity_get_ref (entity), ==, meetings.refs[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity/properties", test_properties);
  g_test_add_func ("/entity/keeps-corpus", test_keeps_corpus);
  g_test_add_func ("/entity/in-list", test_in_list);

  return g_test_run ();
}
