/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <math.h>

#include "mig-filter-panel.h"
#include "mig-filter-text.h"
#include "mig-popovers.h"
#include "mig-window-private.h"

/* The window's verbs about what is shown: each makes another filter of the one that is set, and sets it. The panel, the
 * chips, the menus and the keys all lead here. */

static void
set_open (MigWindow *self, gboolean open)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "filters");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));
}

static void
closed_cb (MigWindow *self)
{
  set_open (self, FALSE);
}

/* The panel hangs on its button, or where a narrow header has folded that away, on the main menu's. */
static void
open_panel (MigWindow *self)
{
  GtkWidget *anchor = gtk_widget_get_mapped (self->filter_button) ? self->filter_button : self->menu_button;

  if (self->filter_panel == NULL)
    {
      self->filter_panel = g_object_ref_sink (mig_filter_panel_new (self->navigator));
      g_signal_connect_object (self->filter_panel, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  if (gtk_widget_get_parent (self->filter_panel) != anchor)
    {
      if (gtk_widget_get_parent (self->filter_panel) != NULL)
        gtk_widget_unparent (self->filter_panel);
      gtk_widget_set_parent (self->filter_panel, anchor);
    }
  mig_popovers_popup (GTK_POPOVER (self->filter_panel));
}

static void
filters_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MigWindow *self = user_data;

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    open_panel (self);
  else if (self->filter_panel != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->filter_panel));
}

/* The panel goes before the buttons that it hangs on. */
void
mig_window_drop_filter_panel (MigWindow *self)
{
  if (self->filter_panel != NULL && gtk_widget_get_parent (self->filter_panel) != NULL)
    gtk_widget_unparent (self->filter_panel);
  g_clear_object (&self->filter_panel);
}

typedef gboolean (*EditFunc) (MigFilter *self, MigCorpus *corpus, const char *part, const char *value);

static void
edit (MigWindow *self, GVariant *parameter, EditFunc func)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  MigFilter filter = *mig_navigator_get_filter (self->navigator);
  const char *part, *value;

  g_variant_get (parameter, "(&s&s)", &part, &value);
  if (corpus != NULL && func (&filter, corpus, part, value))
    mig_navigator_set_filter (self->navigator, &filter);
}

static void
add_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  edit (user_data, parameter, mig_filter_add_part);
}

static void
remove_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  edit (user_data, parameter, mig_filter_remove_part);
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  MigFilter filter;

  mig_filter_init (&filter);
  mig_navigator_set_filter (self->navigator, &filter);
}

/* What the timeline shows now, in whole days. */
static void
filter_in_sight_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  MigFilter filter = *mig_navigator_get_filter (self->navigator);

  mig_viewport_finish (self->viewport);
  filter.first_day = MAX ((gint) floor (mig_viewport_get_start (self->viewport)), 1);
  filter.last_day = MAX ((gint) ceil (mig_viewport_get_end (self->viewport)) - 1, filter.first_day);
  mig_navigator_set_filter (self->navigator, &filter);
}

static void
show_only (MigWindow *self, MigRef ref)
{
  MigFilter filter;

  mig_filter_init (&filter);
  if (mig_filter_add (&filter, ref))
    mig_navigator_set_filter (self->navigator, &filter);
}

static void
show_only_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_filter_can_ask_for (ref) && mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref))
    show_only (self, ref);
}

static void
show_only_selected_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  show_only (self, mig_navigator_get_selected (self->navigator));
}

static const GActionEntry entries[] = {
  { .name = "filters", .state = "false", .change_state = filters_cb },
  { .name = "add-filter", .activate = add_filter_cb, .parameter_type = "(ss)" },
  { .name = "remove-filter", .activate = remove_filter_cb, .parameter_type = "(ss)" },
  { .name = "clear-filters", .activate = clear_filters_cb },
  { .name = "filter-in-sight", .activate = filter_in_sight_cb },
  { .name = "show-only", .activate = show_only_cb, .parameter_type = "u" },
  { .name = "show-only-selected", .activate = show_only_selected_cb },
};

/* Enables what can be done now. */
void
mig_window_sync_filter (MigWindow *self)
{
  const gboolean shows_main = mig_window_shows_main (self);
  const gboolean filters = !mig_filter_is_empty (mig_navigator_get_filter (self->navigator));

  mig_window_set_enabled (self, "filters", shows_main);
  mig_window_set_enabled (self, "add-filter", shows_main);
  mig_window_set_enabled (self, "remove-filter", shows_main);
  mig_window_set_enabled (self, "filter-in-sight", shows_main);
  mig_window_set_enabled (self, "show-only", shows_main);
  mig_window_set_enabled (self, "show-only-selected",
                          shows_main && mig_filter_can_ask_for (mig_navigator_get_selected (self->navigator)));
  mig_window_set_enabled (self, "clear-filters", shows_main && filters);
  gtk_widget_set_visible (self->filter_strip, shows_main);
  if (filters)
    gtk_widget_add_css_class (self->filter_button, "mig-active");
  else
    gtk_widget_remove_css_class (self->filter_button, "mig-active");
}

static void
subset_cb (MigWindow *self)
{
  mig_finder_set_subset (self->finder, mig_navigator_get_subset (self->navigator));
  mig_window_sync_title (self);
}

/* Adds what filtering needs to the window, once its actions are there. */
void
mig_window_add_filter (MigWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mig_filter_bar_set_navigator (self->filter_bar, self->navigator);
  g_signal_connect_object (self->navigator, "filtered", G_CALLBACK (mig_window_sync_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::subset", G_CALLBACK (subset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::state", G_CALLBACK (mig_window_sync_filter), NULL);
  mig_window_sync_filter (self);
}
