/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-opening.h"
#include "mig-window-private.h"

/* The window's verbs. Keys, buttons, menus and tests all come through here; what cannot be done now is disabled. */

#define ZOOM_STEP 1.5

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_navigator_go_back (MIG_WINDOW (user_data)->navigator);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_navigator_go_forward (MIG_WINDOW (user_data)->navigator);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigWindow) self = user_data;
  g_autoptr (GFile) file = mig_compat_open_dialog_finish (result, NULL);

  if (file != NULL)
    mig_window_open_file (self, file);
}

static GListModel *
filters_new (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) corpora = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (corpora, _("Corpora (JSON)"));
  gtk_file_filter_add_suffix (corpora, "json");
  gtk_file_filter_add_mime_type (corpora, "application/json");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, corpora);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  g_autoptr (GListModel) filters = filters_new ();

  mig_compat_open_dialog_async (GTK_WINDOW (self), _("Open a Corpus"), filters, NULL, chosen_cb, g_object_ref (self));
}

static void
open_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  mig_window_open_file (user_data, file);
}

static void
open_bundled_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();

  mig_window_open_file (user_data, file);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  MigProblems *problems = mig_loader_get_problems (self->loader);
  GFile *file = problems != NULL ? mig_problems_get_file (problems) : NULL;

  if (file != NULL)
    {
      g_autoptr (GFile) held = g_object_ref (file);

      mig_loader_load (self->loader, held);
    }
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_loader_cancel (MIG_WINDOW (user_data)->loader);
}

static void
show_problems_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  self->shows_problems = TRUE;
  mig_window_sync (self);
}

static void
show_corpus_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  self->shows_problems = FALSE;
  mig_window_sync (self);
}

static void
dismiss_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  self->has_notice = FALSE;
  mig_loader_forget (self->loader);
  mig_window_sync (self);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_browser_zoom (MIG_WINDOW (user_data)->browser, ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_browser_zoom (MIG_WINDOW (user_data)->browser, 1.0 / ZOOM_STEP);
}

static void
zoom_fit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_browser_fit (MIG_WINDOW (user_data)->browser);
}

/* A GPropertyAction would hold the window that holds it. */
static void
fullscreen_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
}

static void
fullscreened_cb (MigWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

static GPtrArray *
list_bands (MigWindow *self)
{
  GPtrArray *bands = g_ptr_array_new ();

  g_ptr_array_add (bands, self->header);
  if (gtk_widget_get_visible (GTK_WIDGET (self->banner)))
    g_ptr_array_add (bands, self->banner);
  if (gtk_widget_get_visible (GTK_WIDGET (self->search_bar)))
    g_ptr_array_add (bands, self->search_bar);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->filter_bar)))
    g_ptr_array_add (bands, self->filter_bar);
  if (mig_window_shows_main (self))
    mig_browser_append_bands (self->browser, bands);
  else
    g_ptr_array_add (bands, gtk_stack_get_visible_child (self->stack));

  return bands;
}

/* Moves the focus to what one reads first. GTK goes by places, and in version 4.18 from the left even where one reads
 * from the right; so what has no order of its own is gone through as it was put together. */
static gboolean
focus_first (GtkWidget *widget)
{
  const GtkWidgetClass *plain = GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET));
  const GtkWidgetClass *box = GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_BOX));
  const GtkWidgetClass *own = GTK_WIDGET_GET_CLASS (widget);

  if (gtk_widget_get_focusable (widget) || (own->focus != plain->focus && own->focus != box->focus))
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && focus_first (child))
      return TRUE;
  return FALSE;
}

static gboolean
focus_band (MigWindow *self, GtkWidget *band)
{
  if (!gtk_widget_get_mapped (band))
    return FALSE;

  if (mig_window_shows_main (self) && mig_browser_is_timeline (self->browser, band))
    return mig_browser_focus_selected (self->browser);

  return focus_first (band);
}

static void
step_band (MigWindow *self, int direction)
{
  g_autoptr (GPtrArray) bands = list_bands (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int n = (int) bands->len;
  int current = direction > 0 ? -1 : n;

  for (int i = 0; i < n && focus != NULL; i++)
    {
      if (focus == g_ptr_array_index (bands, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (bands, i)))
        current = i;
    }

  for (int i = 1; i <= n; i++)
    {
      int next = ((current + direction * i) % n + n) % n;

      if (focus_band (self, g_ptr_array_index (bands, next)))
        break;
    }

  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
next_band_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_band (user_data, 1);
}

static void
previous_band_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_band (user_data, -1);
}

/* Escape leaves one thing at a time, the nearest first; the window itself it never leaves. */
static void
step_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (g_strcmp0 (mig_window_get_state (self), "loading") == 0)
    mig_loader_cancel (self->loader);
  else if (self->shows_problems)
    show_corpus_cb (NULL, NULL, self);
  else if (mig_window_leave_search (self))
    return;
  else if (mig_window_shows_main (self) && mig_browser_step_out (self->browser))
    return;
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* The list of keys is read when it is first asked for. From then on the action is the one that comes with it. */
static void
show_help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *window = user_data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/MigMeet/ui/help-overlay.ui");
  GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (window, overlay);
  gtk_window_present (GTK_WINDOW (overlay));
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "forward", .activate = forward_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-file", .activate = open_file_cb, .parameter_type = "s" },
  { .name = "open-bundled", .activate = open_bundled_cb },
  { .name = "retry", .activate = retry_cb },
  { .name = "cancel", .activate = cancel_cb },
  { .name = "show-problems", .activate = show_problems_cb },
  { .name = "show-corpus", .activate = show_corpus_cb },
  { .name = "dismiss", .activate = dismiss_cb },
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-fit", .activate = zoom_fit_cb },
  { .name = "fullscreen", .state = "false", .change_state = fullscreen_cb },
  { .name = "next-band", .activate = next_band_cb },
  { .name = "previous-band", .activate = previous_band_cb },
  { .name = "step-out", .activate = step_out_cb },
  { .name = "show-help-overlay", .activate = show_help_cb },
};

/* Whether a corpus shows: there is nothing to be done with one otherwise. */
gboolean
mig_window_shows_main (MigWindow *self)
{
  return g_strcmp0 (mig_window_get_state (self), "main") == 0;
}

/* Enables or disables one of the window's actions; those of a part that was not made yet are not there. */
void
mig_window_set_enabled (MigWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
bundled_is_wanted (MigWindow *self)
{
  MigCorpus *corpus = mig_loader_get_corpus (self->loader);
  MigProblems *problems = mig_loader_get_problems (self->loader);
  GFile *open = corpus != NULL ? mig_corpus_get_file (corpus) : NULL;
  GFile *failed = problems != NULL ? mig_problems_get_file (problems) : NULL;
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();

  return !((open != NULL && g_file_equal (open, bundled)) || (failed != NULL && g_file_equal (failed, bundled)));
}

static void
sync_zoom (MigWindow *self)
{
  gboolean has_corpus = mig_navigator_get_corpus (self->navigator) != NULL;
  double zoom = mig_viewport_get_zoom (self->viewport);

  mig_window_set_enabled (self, "zoom-in", has_corpus && zoom < 1.0);
  mig_window_set_enabled (self, "zoom-out", has_corpus && zoom > 0.0);
  mig_window_set_enabled (self, "zoom-fit", has_corpus);
}

/* Enables what can be done now. */
void
mig_window_sync_actions (MigWindow *self)
{
  gboolean has_corpus = mig_navigator_get_corpus (self->navigator) != NULL;
  gboolean has_problems = mig_loader_get_problems (self->loader) != NULL;

  mig_window_set_enabled (self, "back", mig_navigator_get_can_go_back (self->navigator));
  mig_window_set_enabled (self, "forward", mig_navigator_get_can_go_forward (self->navigator));
  mig_window_set_enabled (self, "open-bundled", bundled_is_wanted (self));
  mig_window_set_enabled (self, "retry", has_problems);
  mig_window_set_enabled (self, "cancel", mig_loader_is_reading (self->loader));
  mig_window_set_enabled (self, "show-problems", has_corpus && has_problems);
  mig_window_set_enabled (self, "show-corpus", has_corpus && has_problems);
  sync_zoom (self);
  mig_window_sync_views (self);
  mig_window_sync_search (self);
  if (g_action_map_lookup_action (G_ACTION_MAP (self), "filters") != NULL)
    mig_window_sync_filter (self);
  mig_window_sync_places (self);
}

/* Adds the actions to the window, once its objects are there. */
void
mig_window_add_actions (MigWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mig_window_add_views (self);
  mig_window_add_places (self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (self->navigator, "notify", G_CALLBACK (mig_window_sync_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::state", G_CALLBACK (mig_window_sync_views), NULL);
  g_signal_connect (self, "notify::state", G_CALLBACK (mig_window_sync_places), NULL);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (sync_zoom), self, G_CONNECT_SWAPPED);
}
