/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-bookmarks.h"

#include <glib/gstdio.h>

#include "mig-corpus-store.h"
#include "reader-fixture.h"

/* Bookmarks of the harbour masters, in a folder of their own. */

typedef struct
{
  char *folder;
  MigCorpus *corpus;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-bookmarks-XXXXXX", NULL);
  fixture->corpus = read_fixture ("harbour.json");
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->corpus);
}

static inline MigBookmarks *
open_bookmarks (Fixture *fixture)
{
  MigBookmarks *bookmarks = mig_bookmarks_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (mig_bookmarks_set_corpus (bookmarks, fixture->corpus, &error));
  g_assert_no_error (error);

  return bookmarks;
}

static inline void
assert_names (MigBookmarks *bookmarks, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bookmarks)); i++)
    {
      g_autoptr (MigBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (bookmarks), i);

      g_string_append_printf (names, "%s%s=%s%s", i > 0 ? "|" : "", mig_bookmark_get_id (bookmark),
                              mig_bookmark_get_name (bookmark), mig_bookmarks_is_gone (bookmarks, i) ? "!" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static inline char *
dup_path (Fixture *fixture)
{
  g_autofree char *identity = mig_corpus_store_dup_identity (fixture->corpus);

  return mig_corpus_store_dup_path (identity, fixture->folder, ".json");
}
