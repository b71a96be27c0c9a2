/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison.h"
#include "mig-following.h"
#include "mig-item-list.h"
#include "mig-legend.h"
#include "mig-partner-dialog.h"
#include "mig-window-private.h"
#include "mig-words.h"

/* The window's verbs that are about how the timeline is looked at: where it goes, as a drawing or as a table, with
 * which lanes, which way time runs, and what its marks mean. What is chosen for good the settings remember. */

#define KEY_LANES "lanes"
#define KEY_LEFT_TO_RIGHT "time-left-to-right"

static MigTimelinePane *
get_pane (MigWindow *self)
{
  return mig_browser_get_pane (self->browser);
}

static void
go_to_date_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_timeline_pane_popup_jump (get_pane (user_data));
}

static void
lanes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_timeline_pane_popup_lanes (get_pane (user_data));
}

static void
list_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MigWindow *self = user_data;

  mig_timeline_pane_set_shows_list (get_pane (self), g_variant_get_boolean (state));
}

static void
shows_list_cb (MigWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "list");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (mig_timeline_pane_get_shows_list (get_pane (self))));
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "list-kind");
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (mig_timeline_pane_get_list (get_pane (self))));
}

/* Which list stands in the timeline's place; "" for none. */
static void
list_kind_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  mig_timeline_pane_show_list (get_pane (user_data), g_variant_get_string (state, NULL));
}

static void
show_record (MigWindow *self, MigRef ref)
{
  if (mig_timeline_pane_show_record (get_pane (self), ref))
    return;

  mig_window_show_notice (self, _("This has no date, and nothing that has one leads to it."));
}

static void
show_on_timeline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  show_record (self, mig_navigator_get_selected (self->navigator));
}

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref))
    show_record (self, ref);
}

static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref))
    mig_navigator_select (self->navigator, ref);
}

/* A lane that follows something of another corpus gives way. */
static gboolean
follow (MigWindow *self, const char *address)
{
  MigLaneOrder *order = mig_timeline_pane_get_lane_order (get_pane (self));
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  if (mig_lane_order_follow (order, address))
    return TRUE;
  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    {
      if (mig_corpus_lookup_address (corpus, mig_lane_order_get_followed (order, lane)) != MIG_REF_NONE)
        continue;
      mig_lane_order_unfollow (order, lane);
      return mig_lane_order_follow (order, address);
    }
  return FALSE;
}

static void
follow_record (MigWindow *self, MigRef ref)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  g_autofree char *address = mig_corpus_dup_address (corpus, ref);

  if (address == NULL || !mig_following_can_follow (corpus, ref))
    mig_window_show_notice (self, _("No intervention with a date leads to it, so there is nothing to follow."));
  else if (!follow (self, address))
    {
      /* Translators: %s is a number */
      g_autofree char *message = mig_words_count (_("The timeline follows %s things at most. Let one of them go."),
                                                  MIG_MAX_FOLLOWED);

      mig_window_show_notice (self, message);
    }
  else
    mig_timeline_pane_set_shows_list (get_pane (self), FALSE);
}

static void
follow_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref))
    follow_record (self, ref);
}

/* The lane of what is selected comes and goes. */
static void
follow_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MigWindow *self = user_data;
  MigLaneOrder *order = mig_timeline_pane_get_lane_order (get_pane (self));
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  MigRef selected = mig_navigator_get_selected (self->navigator);
  g_autofree char *address = NULL;
  MigLane lane;

  if (selected == MIG_REF_NONE)
    return;
  address = mig_corpus_dup_address (corpus, selected);
  if (g_variant_get_boolean (state))
    follow_record (self, selected);
  else if (mig_lane_order_find_followed (order, address, &lane))
    mig_lane_order_unfollow (order, lane);
}

static void
compare (MigWindow *self, MigRef ref)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  if (corpus != NULL && mig_comparison_is_of (corpus, ref))
    mig_partner_dialog_present (GTK_WIDGET (self), self->navigator, ref);
}

static void
compare_with_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  compare (self, mig_navigator_get_selected (self->navigator));
}

static void
compare_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref))
    compare (self, ref);
}

static void
legend_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (self->legend == NULL)
    {
      g_set_weak_pointer (&self->legend,
                          mig_legend_new (GTK_WINDOW (self), mig_navigator_get_corpus (self->navigator)));
      g_object_bind_property (self, "palette", self->legend, "palette", G_BINDING_SYNC_CREATE);
    }
  gtk_window_present (GTK_WINDOW (self->legend));
}

/* Which way time runs can be chosen only where text runs the other way. */
static void
left_to_right_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MigWindow *self = user_data;

  g_simple_action_set_state (action, state);
  if (self->settings != NULL)
    g_settings_set_value (self->settings, KEY_LEFT_TO_RIGHT, state);
  if (self->browser != NULL)
    mig_browser_set_time_left_to_right (self->browser, g_variant_get_boolean (state));
}

static const GActionEntry entries[] = {
  { .name = "compare-with", .activate = compare_with_cb },
  { .name = "compare-record", .activate = compare_record_cb, .parameter_type = "u" },
  { .name = "go-to-date", .activate = go_to_date_cb },
  { .name = "lanes", .activate = lanes_cb },
  { .name = "legend", .activate = legend_cb },
  { .name = "follow", .state = "false", .change_state = follow_cb },
  { .name = "follow-record", .activate = follow_record_cb, .parameter_type = "u" },
  { .name = "list", .state = "false", .change_state = list_cb },
  { .name = "list-kind", .parameter_type = "s", .state = "''", .change_state = list_kind_cb },
  { .name = "show-on-timeline", .activate = show_on_timeline_cb },
  { .name = "show-record", .activate = show_record_cb, .parameter_type = "u" },
  { .name = "open-record", .activate = open_record_cb, .parameter_type = "u" },
  { .name = "time-left-to-right", .state = "false", .change_state = left_to_right_cb },
};

static void
sync_follow (MigWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "follow");
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  MigRef selected = corpus != NULL ? mig_navigator_get_selected (self->navigator) : MIG_REF_NONE;
  g_autofree char *address = selected != MIG_REF_NONE ? mig_corpus_dup_address (corpus, selected) : NULL;
  gboolean follows = address != NULL && self->browser != NULL &&
                     mig_lane_order_find_followed (mig_timeline_pane_get_lane_order (get_pane (self)), address, NULL);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (follows));
  mig_window_set_enabled (self, "follow", follows || (self->browser != NULL && selected != MIG_REF_NONE &&
                          mig_following_can_follow (corpus, selected)));
}

/* Enables what can be done now. */
void
mig_window_sync_views (MigWindow *self)
{
  const gboolean shows_main = mig_window_shows_main (self);
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  mig_window_set_enabled (self, "compare-with",
                          shows_main && corpus != NULL &&
                            mig_comparison_is_of (corpus, mig_navigator_get_selected (self->navigator)));
  mig_window_set_enabled (self, "compare-record", shows_main);
  mig_window_set_enabled (self, "go-to-date", shows_main);
  mig_window_set_enabled (self, "lanes", shows_main);
  mig_window_set_enabled (self, "list", shows_main);
  mig_window_set_enabled (self, "list-kind", shows_main);
  mig_window_set_enabled (self, "show-record", shows_main);
  mig_window_set_enabled (self, "follow-record", shows_main);
  sync_follow (self);
  mig_window_set_enabled (self, "open-record", shows_main);
  mig_window_set_enabled (self, "show-on-timeline",
                          shows_main && mig_navigator_get_selected (self->navigator) != MIG_REF_NONE);
}

/* Which way the window's text runs has changed, or is first known. */
void
mig_window_sync_direction (MigWindow *self)
{
  mig_window_set_enabled (self, KEY_LEFT_TO_RIGHT, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

static void
remember_lanes_cb (MigWindow *self)
{
  g_auto (GStrv) ids = mig_lane_order_to_strv (mig_timeline_pane_get_lane_order (get_pane (self)));

  g_settings_set_strv (self->settings, KEY_LANES, (const char *const *) ids);
}

/* Gives a browser that was just made what was chosen before, and follows what is chosen there. */
void
mig_window_take_views (MigWindow *self)
{
  MigLaneOrder *order = mig_timeline_pane_get_lane_order (get_pane (self));
  GAction *left_to_right = g_action_map_lookup_action (G_ACTION_MAP (self), KEY_LEFT_TO_RIGHT);
  g_autoptr (GVariant) state = NULL;

  if (self->settings != NULL)
    {
      g_auto (GStrv) ids = g_settings_get_strv (self->settings, KEY_LANES);

      mig_lane_order_set_strv (order, (const char *const *) ids);
      g_signal_connect_object (order, "changed", G_CALLBACK (remember_lanes_cb), self, G_CONNECT_SWAPPED);
      g_simple_action_set_state (G_SIMPLE_ACTION (left_to_right),
                                 g_settings_get_value (self->settings, KEY_LEFT_TO_RIGHT));
    }
  g_signal_connect_object (order, "changed", G_CALLBACK (sync_follow), self, G_CONNECT_SWAPPED);
  state = g_action_get_state (left_to_right);
  mig_browser_set_time_left_to_right (self->browser, g_variant_get_boolean (state));
  g_signal_connect_object (get_pane (self), "notify::shows-list", G_CALLBACK (shows_list_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_lists_menu (MigWindow *self)
{
  for (guint kind = MIG_ITEM_KIND_MEETINGS; kind < MIG_N_ITEM_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mig_item_kind_get_name ((MigItemKind) kind), NULL);

      g_menu_item_set_action_and_target (item, "win.list-kind", "s", mig_item_kind_get_id ((MigItemKind) kind));
      g_menu_append_item (self->lists_menu, item);
    }
}

/* Adds the actions to the window, once its objects are there. */
void
mig_window_add_views (MigWindow *self)
{
  fill_lists_menu (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  mig_window_sync_direction (self);
}
