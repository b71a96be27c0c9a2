/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "window-stage.h"

#include <glib/gstdio.h>

#include "mig-opening.h"
#include "migmeet-resources.h"

static char *
dup_bundled_path (void)
{
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();

  return g_file_get_path (file);
}

char *
dup_bundled_contents (void)
{
  g_autofree char *path = dup_bundled_path ();
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* One folder for all tests, because GTK has one list of recent files a process and keeps it in the same place. */
static char *scratch;

GFile *
scratch_file (const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_autoptr (GError) error = NULL;

  if (contents != NULL)
    g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

GFile *
good_file (void)
{
  g_autofree char *contents = dup_bundled_contents ();

  return scratch_file ("good_corpus.json", contents);
}

GFile *
broken_file (void)
{
  return scratch_file ("broken.json", "{\n  \"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\"},\n"
                                      "  \"events\": [{\"id\": \"E1\", \"start_date\": \"2016-13-01\"}]\n}\n");
}

/* Long enough for the slowest machine; nothing waits for it that does not fail. */
#define LIMIT_SECONDS 60

static gboolean
time_over_cb (gpointer user_data)
{
  g_error ("waited %d seconds for %s", LIMIT_SECONDS, (const char *) user_data);

  return G_SOURCE_REMOVE;
}

/* Returns the source that ends the test in a while. */
guint
limit_start (const char *what)
{
  return g_timeout_add_seconds (LIMIT_SECONDS, time_over_cb, (gpointer) what);
}

MigWindow *
show_window (void)
{
  MigWindow *window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

gboolean
is_in_state (MigWindow *window, const char *state)
{
  return g_str_equal (mig_window_get_state (window), state);
}

void
activate (MigWindow *window, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

/* A key as the controllers of a widget get it. Returns whether one had a use for it. */
gboolean
press_key (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }

  return handled;
}

/* The first widget of a type at or below another one, shown or not. */
GtkWidget *
find_by_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_type (child, type);

  return found;
}

GtkWidget *
find_by_label (GtkWidget *widget, const char *label)
{
  if ((GTK_IS_CHECK_BUTTON (widget) &&
       g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0) ||
      (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_label (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
assert_enabled (MigWindow *window, const char *enabled)
{
  static const char *const actions[] = { "back",    "forward",       "open-bundled", "retry",   "cancel",
                                         "zoom-in", "show-problems", "show-corpus",  "zoom-fit" };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), actions[i]))
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", actions[i]);
    }

  g_assert_cmpstr (found->str, ==, enabled);
}

void
assert_shows_file (MigWindow *window, GFile *file)
{
  MigCorpus *corpus = mig_navigator_get_corpus (mig_window_get_navigator (window));

  g_assert_nonnull (corpus);
  g_assert_true (g_file_equal (mig_corpus_get_file (corpus), file));
}

void
open_and_wait (MigWindow *window, GFile *file)
{
  mig_window_open_file (window, file);
  wait_until (!mig_loader_is_reading (mig_window_get_loader (window)));
}

void
destroy_window (MigWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
make_scratch (void)
{
  g_autoptr (GError) error = NULL;

  scratch = g_dir_make_tmp ("test-window-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", scratch, TRUE);
  g_setenv ("XDG_STATE_HOME", scratch, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

static void
remove_scratch (void)
{
  remove_folder (scratch);
  g_free (scratch);
}

/* Forgets what MigMeet remembers of corpora, bookmarks among it. */
void
forget_places (void)
{
  g_autofree char *folder = g_build_filename (scratch, "migmeet", NULL);

  remove_folder (folder);
}

/* Returns whether there is a display to test on. */
gboolean
window_stage_init (int *argc, char ***argv)
{
  g_autofree char *folder = NULL;

  make_scratch ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      remove_scratch ();
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  folder = g_path_get_dirname (g_getenv ("MIG_TEST_CORPUS"));
  g_setenv ("MIGMEET_DATA_DIR", folder, TRUE);
  g_resources_register (migmeet_get_resource ());

  return TRUE;
}

int
window_stage_run (void)
{
  int status = g_test_run ();

  remove_scratch ();

  return status;
}
