/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-default.h"

#include "reader-fixture.h"

/* The list of scenes, what is told of it when it is edited, and its past. */

typedef struct
{
  MigBriefing *briefing;
  GString *log;
} Fixture;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->log, "%s%u-%u+%u", fixture->log->len > 0 ? " " : "", position, removed, added);
}

static MigScene *
named_scene (const char *name)
{
  MigSceneFields fields = { .id = name, .name = name };

  return mig_scene_new (&fields);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *c = "abcd"; *c != '\0'; c++)
    {
      const char name[] = { *c, '\0' };

      g_ptr_array_add (scenes, named_scene (name));
    }
  fixture->briefing = mig_briefing_new ("Harbour");
  fixture->log = g_string_new (NULL);
  mig_briefing_begin (fixture->briefing, scenes, 600);
  g_signal_connect (fixture->briefing, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->briefing);
  g_string_free (fixture->log, TRUE);
}

/* @expected are the names of the scenes; @log what was told since the last look. */
static void
assert_scenes (Fixture *fixture, const char *expected, const char *log)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->briefing)); i++)
    {
      g_autoptr (MigScene) scene = g_list_model_get_item (G_LIST_MODEL (fixture->briefing), i);

      g_string_append (found, mig_scene_get_fields (scene)->name);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpstr (fixture->log->str, ==, log);
  g_string_truncate (fixture->log, 0);
}

static void
rename_scene (Fixture *fixture, guint position, const char *name)
{
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (fixture->briefing, position));
  g_autoptr (MigScene) scene = NULL;

  fields.name = name;
  scene = mig_scene_new (&fields);
  mig_briefing_replace (fixture->briefing, position, scene, MIG_BRIEFING_EDIT_NAME);
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigScene) scene = named_scene ("x");

  assert_scenes (fixture, "abcd", "");
  g_assert_true (mig_briefing_insert (fixture->briefing, 1, scene));
  assert_scenes (fixture, "axbcd", "1-0+1");
  mig_briefing_move (fixture->briefing, 1, 4);
  assert_scenes (fixture, "abcdx", "1-4+4");
  mig_briefing_move (fixture->briefing, 3, 2);
  assert_scenes (fixture, "abdcx", "2-2+2");
  mig_briefing_remove (fixture->briefing, 0);
  assert_scenes (fixture, "bdcx", "0-1+0");
  g_assert_true (mig_briefing_duplicate (fixture->briefing, 3));
  assert_scenes (fixture, "bdcxx", "4-0+1");
  rename_scene (fixture, 2, "y");
  assert_scenes (fixture, "bdyxx", "2-1+1");
  rename_scene (fixture, 2, "y");
  assert_scenes (fixture, "bdyxx", "");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  MigBriefing *briefing = fixture->briefing;

  g_assert_false (mig_briefing_get_can_undo (briefing));
  g_assert_null (mig_briefing_get_undo_text (briefing));
  mig_briefing_remove (briefing, 1);
  mig_briefing_move (briefing, 0, 2);
  mig_briefing_set_title (briefing, "Quay");
  mig_briefing_set_duration (briefing, 60);
  assert_scenes (fixture, "cda", "1-1+0 0-3+3");

  mig_briefing_undo (briefing);
  g_assert_cmpuint (mig_briefing_get_duration (briefing), ==, 600);
  g_assert_cmpstr (mig_briefing_get_title (briefing), ==, "Quay");
  mig_briefing_undo (briefing);
  g_assert_cmpstr (mig_briefing_get_title (briefing), ==, "Harbour");
  g_assert_cmpstr (mig_briefing_get_undo_text (briefing), ==, "moving a scene");
  g_assert_cmpstr (mig_briefing_get_redo_text (briefing), ==, "change of the title");
  mig_briefing_undo (briefing);
  mig_briefing_undo (briefing);
  assert_scenes (fixture, "abcd", "0-3+3 1-0+1");
  g_assert_false (mig_briefing_get_can_undo (briefing));
  mig_briefing_undo (briefing);
  mig_briefing_redo (briefing);
  assert_scenes (fixture, "acd", "1-1+0");

  /* A new edit ends what could be done again. */
  mig_briefing_remove (briefing, 0);
  g_assert_false (mig_briefing_get_can_redo (briefing));
  mig_briefing_redo (briefing);
  assert_scenes (fixture, "cd", "0-1+0");
}

static void
test_typing_is_one_edit (Fixture *fixture, gconstpointer data)
{
  rename_scene (fixture, 0, "p");
  rename_scene (fixture, 0, "pq");
  rename_scene (fixture, 0, "pqr");
  rename_scene (fixture, 1, "s");
  mig_briefing_undo (fixture->briefing);
  assert_scenes (fixture, "pqrbcd", "0-1+1 0-1+1 0-1+1 1-1+1 1-1+1");
  mig_briefing_undo (fixture->briefing);
  assert_scenes (fixture, "abcd", "0-1+1");

  rename_scene (fixture, 0, "p");
  mig_briefing_seal (fixture->briefing);
  rename_scene (fixture, 0, "q");
  mig_briefing_undo (fixture->briefing);
  assert_scenes (fixture, "pbcd", "0-1+1 0-1+1 0-1+1");
}

static void
test_modified (Fixture *fixture, gconstpointer data)
{
  MigBriefing *briefing = fixture->briefing;

  g_assert_false (mig_briefing_get_modified (briefing));
  rename_scene (fixture, 0, "p");
  g_assert_true (mig_briefing_get_modified (briefing));
  mig_briefing_undo (briefing);
  g_assert_false (mig_briefing_get_modified (briefing));
  mig_briefing_redo (briefing);
  mig_briefing_set_saved (briefing);
  g_assert_false (mig_briefing_get_modified (briefing));

  /* Typing on after saving must not change what counts as saved. */
  rename_scene (fixture, 0, "pq");
  g_assert_true (mig_briefing_get_modified (briefing));
  mig_briefing_undo (briefing);
  g_assert_false (mig_briefing_get_modified (briefing));

  /* What was saved and then undone is gone once something else is done. */
  mig_briefing_undo (briefing);
  rename_scene (fixture, 0, "z");
  for (guint i = 0; i < 5; i++)
    {
      mig_briefing_undo (briefing);
      g_assert_true (mig_briefing_get_modified (briefing));
      rename_scene (fixture, 0, "y");
      g_assert_true (mig_briefing_get_modified (briefing));
    }
  mig_briefing_set_saved (briefing);
  mig_briefing_set_unsaved (briefing);
  g_assert_true (mig_briefing_get_modified (briefing));
}

static void
test_many_edits (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 1200; i++)
    {
      mig_briefing_set_duration (fixture->briefing, 1000 + i);
      mig_briefing_seal (fixture->briefing);
    }
  while (mig_briefing_get_can_undo (fixture->briefing))
    {
      mig_briefing_undo (fixture->briefing);
      n++;
    }
  g_assert_cmpuint (n, ==, 499);
  g_assert_cmpuint (mig_briefing_get_duration (fixture->briefing), ==, 1700);
  g_assert_true (mig_briefing_get_modified (fixture->briefing));
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MigScene) scene = named_scene ("a");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  mig_briefing_insert (fixture->briefing, 99, scene);
  mig_briefing_duplicate (fixture->briefing, 0);
  assert_scenes (fixture, "aabcda", "4-0+1 1-0+1");
  for (guint i = 0; i < mig_briefing_get_n (fixture->briefing); i++)
    g_assert_true (g_hash_table_add (ids, (char *) mig_scene_get_id (mig_briefing_get (fixture->briefing, i))));
}

/* The default briefing of the bundled corpus */

static char *
list_names (MigBriefing *briefing)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mig_briefing_get_n (briefing); i++)
    g_string_append_printf (list, "%s\n", mig_scene_get_fields (mig_briefing_get (briefing, i))->name);
  return g_string_free (list, FALSE);
}

static void
test_default (void)
{
  g_autoptr (MigCorpus) corpus = read_bundled ();
  g_autoptr (MigBriefing) briefing = mig_briefing_new_from_corpus (corpus);
  g_autofree char *names = list_names (briefing);
  const char *series, *second, *eighth, *summit;

  series = strstr (names, "The series at a glance\n");
  second = strstr (names, "2nd meeting, 2003\n");
  eighth = strstr (names, "VIII. Preparing the summit\n");
  summit = strstr (names, "19 September summit\n");
  g_assert_true (series == names);
  g_assert_true (second > series && eighth > second && summit > eighth);
  g_assert_false (mig_briefing_get_modified (briefing));
  g_assert_cmpstr (mig_briefing_get_corpus_id (briefing), ==, "un-cmim");
  g_assert_cmpuint (mig_briefing_get_n (briefing), <=, 40);

  for (guint i = 0; i < mig_briefing_get_n (briefing); i++)
    {
      MigScene *scene = mig_briefing_get (briefing, i);
      const MigSceneFields *fields = mig_scene_get_fields (scene);
      MigRef ref = mig_scene_resolve (scene, corpus);
      const MigDate *date = mig_corpus_get_date (corpus, ref);

      g_assert_false (mig_scene_is_gone (scene, corpus));
      g_assert_true (mig_scene_has_span (scene));
      g_assert_cmpstr (fields->note, !=, "");
      if (ref != MIG_REF_NONE && mig_date_is_exact (date))
        {
          g_assert_cmpfloat (mig_date_first_day (date), >, fields->start);
          g_assert_cmpfloat (mig_date_last_day (date), <, fields->end);
        }
    }
}

static void
test_default_of_little (void)
{
  g_autoptr (MigCorpus) empty = read_text ("{\"events\": []}", NULL);
  g_autoptr (MigCorpus) person = read_text ("{\"persons\": [{\"id\": \"P1\", \"name\": \"Ana Roe\"}]}", NULL);
  g_autoptr (MigBriefing) of_empty = mig_briefing_new_from_corpus (empty);
  g_autoptr (MigBriefing) of_person = mig_briefing_new_from_corpus (person);
  g_autoptr (MigScene) scene = mig_briefing_create_scene (person, mig_corpus_lookup (person, "P1"));

  g_assert_cmpuint (mig_briefing_get_n (of_empty), ==, 1);
  g_assert_cmpuint (mig_briefing_get_n (of_person), ==, 1);
  g_assert_true (mig_scene_has_span (mig_briefing_get (of_empty, 0)));
  g_assert_cmpstr (mig_scene_get_fields (scene)->name, ==, "Ana Roe");
  g_assert_false (mig_scene_is_gone (scene, person));
  g_assert_true (mig_scene_is_gone (scene, empty));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/briefing/edits", test_edits);
  ADD ("/briefing/undo", test_undo);
  ADD ("/briefing/typing-is-one-edit", test_typing_is_one_edit);
  ADD ("/briefing/modified", test_modified);
  ADD ("/briefing/many-edits", test_many_edits);
  ADD ("/briefing/ids", test_ids);
  g_test_add_func ("/briefing/default", test_default);
  g_test_add_func ("/briefing/default-of-little", test_default_of_little);

  return g_test_run ();
}
