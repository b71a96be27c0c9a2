/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gstdio.h>

#include "mig-appearance.h"
#include "mig-direction.h"
#include "mig-languages.h"
#include "mig-locale.h"
#include "mig-settings.h"
#include "window-stage.h"

/* The window in the language of the environment, at the widest and the narrowest that it is made for: every state and
 * every kind of page is photographed into the folder MIG_TEST_PICTURES, and no label may have less room than it needs,
 * unless it was made to be cut off or to go on in another line. */

static const int widths[] = { 1280, 360 };

typedef struct
{
  const char *state;
  guint n_labels;
  GString *bad;
} Look;

/* Words that can be scrolled to are not cut. */
static GtkWidget *
get_frame (GtkWidget *widget)
{
  for (GtkWidget *up = gtk_widget_get_parent (widget); up != NULL; up = gtk_widget_get_parent (up))
    {
      GtkPolicyType policy = GTK_POLICY_NEVER;

      if (GTK_IS_SCROLLED_WINDOW (up))
        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (up), &policy, NULL);
      if (policy != GTK_POLICY_NEVER)
        return up;
    }

  return GTK_WIDGET (gtk_widget_get_root (widget));
}

static gboolean
is_scrolled (GtkWidget *frame)
{
  return GTK_IS_SCROLLED_WINDOW (frame);
}

static void
complain (Look *look, GtkWidget *label, const char *what)
{
  g_string_append_printf (look->bad, "%s: %s: “%s” (%s)\n", look->state, what,
                          gtk_label_get_text (GTK_LABEL (label)), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (label)));
}

static void
check_label (Look *look, GtkWidget *label)
{
  GtkWidget *frame = get_frame (label);
  const int width = gtk_widget_get_width (label);
  const int height = gtk_widget_get_height (label);
  graphene_rect_t bounds;
  int text_width, text_height;

  look->n_labels++;
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &text_width, &text_height);
  if (text_width > width)
    complain (look, label, "narrower than its text");
  if (text_height > height)
    complain (look, label, "lower than its text");

  if (!is_scrolled (frame) && gtk_widget_compute_bounds (label, frame, &bounds) &&
      ((double) bounds.origin.x < -0.5 ||
       (double) (bounds.origin.x + bounds.size.width) > gtk_widget_get_width (frame) + 0.5))
    complain (look, label, "beyond the edge of the window");
}

static void
check_labels (Look *look, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    check_label (look, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (look, child);
}

static void
photograph (GtkWidget *window, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const char *folder = g_getenv ("MIG_TEST_PICTURES");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* A page fills from the top in the frames that follow its opening. */
static void
wait_for_frames (GtkWidget *window)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (window, tick_cb, &n_frames, NULL);

  while (n_frames < 20)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_remove_tick_callback (window, id);
}

static void
look_at (MigWindow *window, const char *state, int width)
{
  g_autofree char *name = g_strdup_printf ("%s-%d", state, width);
  Look look = { name, 0, g_string_new (NULL) };

  wait_for_frames (GTK_WIDGET (window));
  photograph (GTK_WIDGET (window), name);
  check_labels (&look, GTK_WIDGET (window));
  g_assert_cmpuint (look.n_labels, >, 0);
  if (look.bad->len > 0)
    {
      g_test_message ("%s", look.bad->str);
      g_test_fail ();
    }
  g_string_free (look.bad, TRUE);
}

static MigWindow *
show_window_of_width (int width)
{
  MigWindow *window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));

  return window;
}

static void
test_states (gconstpointer data)
{
  const int width = GPOINTER_TO_INT (data);
  MigWindow *window = show_window_of_width (width);
  g_autoptr (GFile) broken = broken_file ();

  look_at (window, "welcome", width);
  open_and_wait (window, broken);
  look_at (window, "error", width);
  destroy_window (window);
}

static void
test_pages (gconstpointer data)
{
  static const char *const ids[] = { "series",     "M14",   "M02",        "S14-08",      "SP14-08-1", "E-summit-2016",
                                     "D-src-2003", "O-pga", "P-dumont",   "T-leave-no-one", "F14-01-1-2", "A-africa",
                                     "PO-special-rapporteur" };
  const int width = GPOINTER_TO_INT (data);
  MigWindow *window = show_window_of_width (width);
  MigNavigator *navigator = mig_window_get_navigator (window);
  g_autoptr (GFile) file = good_file ();
  MigCorpus *corpus;

  open_and_wait (window, file);
  wait_until (is_in_state (window, "main"));
  corpus = mig_navigator_get_corpus (navigator);
  g_assert_cmpstr (mig_corpus_get_names_language (corpus), ==, g_getenv ("LANGUAGE"));

  mig_navigator_select (navigator, MIG_REF_NONE);
  look_at (window, "corpus", width);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MigRef ref = mig_corpus_lookup (corpus, ids[i]);

      if (ref == MIG_REF_NONE)
        continue;
      mig_navigator_select (navigator, ref);
      look_at (window, ids[i], width);
    }
  destroy_window (window);
}

/* Right to left throughout, whether or not the system has a locale for the language. */
static void
test_direction (void)
{
  const gboolean rtl = g_str_has_prefix (g_getenv ("LANGUAGE"), "ar");
  MigWindow *window = show_window ();

  g_assert_cmpint (mig_direction_get (), ==, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==, mig_direction_get ());
  destroy_window (window);
}

/* The menu offers the language itself, the one that the program is written in, and that of the desktop. */
static void
test_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) section = NULL;
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  mig_languages_fill_menu (menu);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);
  section = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      char *code;

      g_assert_true (g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_TARGET, "s", &code));
      g_assert_true (g_hash_table_add (codes, code));
    }
  g_assert_true (g_hash_table_contains (codes, ""));
  g_assert_true (g_hash_table_contains (codes, "en"));
  g_assert_true (g_hash_table_contains (codes, g_getenv ("LANGUAGE")));
}

/* What is chosen in the menu is kept for the next start, and names change at once. */
static void
test_choices (void)
{
  g_autoptr (GSettings) settings = mig_settings_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *language = NULL;

  g_assert_nonnull (settings);
  mig_languages_add_actions (G_ACTION_MAP (actions), settings);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "language", g_variant_new_string ("fr"));
  language = mig_settings_dup_language ();
  g_assert_cmpstr (language, ==, "fr");

  g_action_group_activate_action (G_ACTION_GROUP (actions), "original-names", NULL);
  g_assert_true (g_settings_get_boolean (settings, "original-names"));
  g_settings_reset (settings, "language");
  g_settings_reset (settings, "original-names");
}

static const char *
get_title (MigLoader *loader)
{
  return mig_corpus_get_title (mig_loader_get_corpus (loader));
}

static void
test_original_names (void)
{
  g_autoptr (GSettings) settings = mig_settings_new ();
  g_autoptr (MigLoader) loader = mig_loader_new ();
  g_autoptr (GFile) file = good_file ();
  const char *original = "Coordination Meetings on International Migration";

  mig_settings_bind_loader (settings, loader);
  mig_loader_load (loader, file);
  wait_until (!mig_loader_is_reading (loader));
  g_assert_cmpstr (get_title (loader), !=, original);
  g_assert_cmpstr (mig_corpus_get_original (mig_loader_get_corpus (loader), get_title (loader)), ==, original);

  g_settings_set_boolean (settings, "original-names", TRUE);
  g_assert_true (mig_loader_is_reading (loader));
  wait_until (!mig_loader_is_reading (loader));
  g_assert_cmpstr (get_title (loader), ==, original);

  g_settings_reset (settings, "original-names");
  wait_until (!mig_loader_is_reading (loader));
  g_assert_cmpstr (get_title (loader), !=, original);
}

/* The choice stands before the environment, and also where that has no locale at all. */
static void
test_chosen_language (void)
{
  g_autofree char *shown = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("LANGUAGE", "fr:en", TRUE);
  g_setenv ("LC_ALL", "C", TRUE);
  mig_locale_init ("ar_XB");
  shown = mig_locale_dup_shown ();
  g_assert_cmpstr (shown, ==, "ar_XB");
  g_assert_cmpint (mig_direction_get (), ==, GTK_TEXT_DIR_RTL);
}

/* As if somebody had done so in the menu; the test keeps settings only in memory. */
static void
choose_language (const char *code)
{
  g_autoptr (GSettings) settings = mig_settings_new ();

  if (code != NULL)
    g_settings_set_string (settings, "language", code);
}

int
main (int argc, char *argv[])
{
  g_autoptr (MigAppearance) appearance = NULL;

  choose_language (g_getenv ("MIG_TEST_CHOSEN"));
  mig_languages_init ();
  if (!window_stage_init (&argc, &argv))
    return EXIT_SUCCESS;
  gtk_widget_set_default_direction (mig_direction_get ());
  appearance = mig_appearance_new (gdk_display_get_default ());

  g_test_add_func ("/languages/direction", test_direction);
  g_test_add_func ("/languages/menu", test_menu);
  g_test_add_func ("/languages/choices", test_choices);
  g_test_add_func ("/languages/original-names", test_original_names);
  g_test_add_func ("/languages/chosen-language", test_chosen_language);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *states = g_strdup_printf ("/languages/states/%d", widths[i]);
      g_autofree char *pages = g_strdup_printf ("/languages/pages/%d", widths[i]);

      g_test_add_data_func (states, GINT_TO_POINTER (widths[i]), test_states);
      g_test_add_data_func (pages, GINT_TO_POINTER (widths[i]), test_pages);
    }

  return window_stage_run ();
}
