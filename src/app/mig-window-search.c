/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-window-private.h"

/* How a window searches: Ctrl+F or just typing opens the strip under the header; what it finds stands in the place of
 * the contents and is marked on the timeline, the overview and the page; F3 walks it in time, Ctrl+G in the page. */

static gboolean
is_open (MigWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->search_bar));
}

static MigSearchList *
show_list (MigWindow *self)
{
  MigSearchList *list = mig_browser_show_search (self->browser, self->finder);

  if (self->search_list == NULL)
    {
      self->search_list = list;
      g_object_bind_property (self, "palette", list, "palette", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (list, "suggested", G_CALLBACK (mig_search_bar_set_text), self->search_bar,
                               G_CONNECT_SWAPPED);
    }

  return list;
}

static void
sync_summary (MigWindow *self)
{
  MigSearchResults *results = mig_finder_get_results (self->finder);
  g_autofree char *summary = NULL;

  if (self->search_list != NULL)
    summary = mig_search_list_dup_summary (self->search_list);
  mig_search_bar_set_summary (self->search_bar, summary != NULL ? summary : "",
                              results != NULL ? mig_search_results_get_n_hidden (results) : 0);
}

static void
found_cb (MigWindow *self)
{
  MigSearchResults *results = mig_finder_get_results (self->finder);

  if (self->browser == NULL)
    return;

  mig_browser_set_results (self->browser, results);
  if (results != NULL)
    show_list (self);
  else
    mig_browser_hide_search (self->browser);
  sync_summary (self);
  mig_window_sync_search (self);
}

static void
set_open (MigWindow *self, gboolean open)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");

  if (open == is_open (self))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), open);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));
  if (open)
    {
      mig_search_bar_grab (self->search_bar);
    }
  else
    {
      mig_search_bar_set_text (self->search_bar, "");
      if (self->browser != NULL)
        mig_browser_focus_selected (self->browser);
    }
}

/* Ctrl+F in an open strip goes there. The button in the header opens and closes. */
static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  set_open (self, !is_open (self));
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (is_open (self))
    mig_search_bar_grab (self->search_bar);
  else
    set_open (self, TRUE);
}

static void
walk (MigWindow *self, int steps)
{
  MigSearchResults *results = mig_finder_get_results (self->finder);
  MigRef ref = results != NULL
                 ? mig_search_results_step (results, mig_navigator_get_selected (self->navigator), steps)
                 : MIG_REF_NONE;

  if (ref != MIG_REF_NONE)
    mig_navigator_select (self->navigator, ref);
}

static void
find_next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  walk (user_data, 1);
}

static void
find_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  walk (user_data, -1);
}

static void
next_on_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_browser_step_mark (MIG_WINDOW (user_data)->browser, 1);
}

static void
previous_on_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_browser_step_mark (MIG_WINDOW (user_data)->browser, -1);
}

static void
activated_cb (MigWindow *self)
{
  if (self->search_list != NULL)
    mig_search_list_activate_first (self->search_list);
}

static void
left_cb (MigWindow *self)
{
  if (self->search_list != NULL && mig_finder_get_results (self->finder) != NULL)
    mig_search_list_grab (show_list (self));
}

static void
closed_cb (MigWindow *self)
{
  set_open (self, FALSE);
}

static gboolean
is_typing (guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) == 0 && c != 0 && g_unichar_isalnum (c);
}

/* A key that nobody had a use for: whoever just types wants to find something. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MigWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!mig_window_shows_main (self) || !is_typing (keyval, state) || (focus != NULL && GTK_IS_EDITABLE (focus)))
    return FALSE;

  set_open (self, TRUE);
  mig_search_bar_grab (self->search_bar);

  return mig_search_bar_take_key (self->search_bar, GTK_EVENT_CONTROLLER (controller));
}

static void
corpus_cb (MigWindow *self)
{
  mig_finder_set_corpus (self->finder, mig_navigator_get_corpus (self->navigator));
}

static const GActionEntry entries[] = {
  { .name = "search", .activate = search_cb, .state = "false" },
  { .name = "find", .activate = find_cb },
  { .name = "find-next", .activate = find_next_cb },
  { .name = "find-previous", .activate = find_previous_cb },
  { .name = "find-next-on-page", .activate = next_on_page_cb },
  { .name = "find-previous-on-page", .activate = previous_on_page_cb },
};

/* Enables what can be done now. */
void
mig_window_sync_search (MigWindow *self)
{
  MigSearchResults *results = mig_finder_get_results (self->finder);
  gboolean has_hits = results != NULL && mig_search_results_get_n (results) > 0;
  gboolean has_corpus = mig_navigator_get_corpus (self->navigator) != NULL;

  mig_window_set_enabled (self, "search", has_corpus);
  mig_window_set_enabled (self, "find", has_corpus);
  mig_window_set_enabled (self, "find-next", has_hits);
  mig_window_set_enabled (self, "find-previous", has_hits);
  mig_window_set_enabled (self, "find-next-on-page", has_hits && self->browser != NULL);
  mig_window_set_enabled (self, "find-previous-on-page", has_hits && self->browser != NULL);
}

/* Leaves the search by one step: from the hits to the entry, from anywhere else altogether. */
gboolean
mig_window_leave_search (MigWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!is_open (self))
    return FALSE;

  if (focus != NULL && self->search_list != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_list)))
    mig_search_bar_grab (self->search_bar);
  else
    set_open (self, FALSE);

  return TRUE;
}

/* Adds what searching needs to the window, once its actions are there. */
void
mig_window_add_search (MigWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mig_search_bar_set_finder (self->search_bar, self->finder);
  g_signal_connect_object (self->search_bar, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::corpus", G_CALLBACK (corpus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (sync_summary), self, G_CONNECT_SWAPPED);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  mig_window_sync_search (self);
}
