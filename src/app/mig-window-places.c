/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mig-bookmark-menu.h"
#include "mig-compat.h"
#include "mig-copy.h"
#include "mig-corpus-store.h"
#include "mig-opening.h"
#include "mig-popovers.h"
#include "mig-window-private.h"

/* The window's verbs about places: bookmarks, links and citations; and how the place that one leaves a corpus at is
 * there again at the next start.
 *
 *   a corpus is opened ──▶ state of it on the disk ──▶ lanes, height, place
 *   a while after a change, another corpus, the window closes ──▶ the disk
 */

#define KEY_LANES "lanes"
#define KEY_HEIGHT "timeline-height"
#define SETTING_LAST "last-corpus"
/* So long after a change the place is written down, in case the program ends in a way that it is not asked about. */
#define PAUSE_SECONDS 5

/* Links and citations */

static void
copy_link (MigWindow *self, MigRef ref, MigRef compared)
{
  if (!mig_copy_link (GTK_WIDGET (self), mig_navigator_get_corpus (self->navigator), ref, compared))
    mig_window_show_notice (self, _("This has no address: the corpus gives it no id."));
}

static void
copy_link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), g_variant_get_uint32 (parameter)))
    copy_link (self, g_variant_get_uint32 (parameter), MIG_REF_NONE);
}

static void
copy_link_here_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  copy_link (self, mig_navigator_get_selected (self->navigator), mig_navigator_get_compared (self->navigator));
}

static void
copy_citation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), g_variant_get_uint32 (parameter)))
    mig_copy_citation (GTK_WIDGET (self), mig_navigator_get_corpus (self->navigator),
                       g_variant_get_uint32 (parameter));
}

/* Bookmarks */

static void
tell_failure (MigWindow *self, const char *why)
{
  /* Translators: %s says why, in a sentence or less */
  g_autofree char *message = g_strdup_printf (_("The bookmarks could not be saved: %s"), why);

  mig_window_show_notice (self, message);
}

static void
add_bookmark (MigWindow *self, MigRef ref, GVariant *place)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  g_autoptr (GError) error = NULL;

  if (record != NULL && mig_corpus_lookup (corpus, record->id) != ref)
    mig_window_show_notice (self, _("This cannot have a bookmark: the corpus gives it no id."));
  else if (!mig_bookmarks_add (self->bookmarks, ref, place, &error))
    tell_failure (self, error->message);
  else
    mig_compat_announce (GTK_WIDGET (self), _("The bookmark was added."));
}

static void
bookmark_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = mig_navigator_get_selected (self->navigator);
  g_autoptr (GVariant) place = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  if (!mig_bookmarks_find (self->bookmarks, ref, &position))
    {
      place = mig_navigator_dup_place (self->navigator);
      add_bookmark (self, ref, place);
      return;
    }

  if (!mig_bookmarks_remove (self->bookmarks, position, &error))
    tell_failure (self, error->message);
  else
    mig_compat_announce (GTK_WIDGET (self), _("The bookmark was removed."));
}

static void
bookmark_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (mig_corpus_has (mig_navigator_get_corpus (self->navigator), ref) &&
      !mig_bookmarks_find (self->bookmarks, ref, NULL))
    add_bookmark (self, ref, NULL);
}

static void
opened_cb (MigWindow *self, guint position)
{
  g_autoptr (MigBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (self->bookmarks), position);
  g_autoptr (GVariant) place = mig_bookmark_dup_place (bookmark);
  g_autofree char *message = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->bookmark_menu));
  if (mig_navigator_restore_place (self->navigator, place))
    return;

  /* Translators: %s is the name of a bookmark */
  message = g_strdup_printf (_("“%s” is no longer in this corpus."), mig_bookmark_get_name (bookmark));
  mig_window_show_notice (self, message);
}

static void
bookmarks_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *self = user_data;

  if (self->bookmark_menu == NULL)
    {
      self->bookmark_menu = mig_bookmark_menu_new (self->bookmarks);
      gtk_widget_set_parent (self->bookmark_menu, self->bookmark_fold);
      gtk_popover_set_position (GTK_POPOVER (self->bookmark_menu), GTK_POS_BOTTOM);
      g_signal_connect_object (self->bookmark_menu, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->bookmark_menu, "failed", G_CALLBACK (tell_failure), self, G_CONNECT_SWAPPED);
    }
  mig_popovers_popup (GTK_POPOVER (self->bookmark_menu));
}

static const GActionEntry entries[] = {
  { .name = "copy-link", .activate = copy_link_cb, .parameter_type = "u" },
  { .name = "copy-link-here", .activate = copy_link_here_cb },
  { .name = "copy-citation", .activate = copy_citation_cb, .parameter_type = "u" },
  { .name = "bookmark", .state = "false", .change_state = bookmark_cb },
  { .name = "bookmark-record", .activate = bookmark_record_cb, .parameter_type = "u" },
  { .name = "bookmarks", .activate = bookmarks_cb },
};

/* Enables what can be done now, and tells whether what is selected has a bookmark. */
void
mig_window_sync_places (MigWindow *self)
{
  const gboolean shows_main = mig_window_shows_main (self);
  const MigRef selected = mig_navigator_get_selected (self->navigator);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    mig_window_set_enabled (self, entries[i].name, shows_main);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "bookmark")),
                             g_variant_new_boolean (mig_bookmarks_find (self->bookmarks, selected, NULL)));
}

/* State */

static void
forget_pause (MigWindow *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
}

/* Writes down where the corpus that is shown is being left. */
void
mig_window_save_place (MigWindow *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  g_autoptr (GVariant) place = NULL, full = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lanes = NULL;
  GVariantDict dict;

  forget_pause (self);
  if (self->settings == NULL || corpus == NULL || self->browser == NULL)
    return;

  place = mig_navigator_dup_place (self->navigator);
  lanes = mig_lane_order_to_strv (mig_timeline_pane_get_lane_order (mig_browser_get_pane (self->browser)));
  g_variant_dict_init (&dict, place);
  g_variant_dict_insert (&dict, KEY_LANES, "^as", lanes);
  g_variant_dict_insert (&dict, KEY_HEIGHT, "i", mig_browser_get_timeline_height (self->browser));
  full = g_variant_ref_sink (g_variant_dict_end (&dict));
  if (!mig_corpus_store_save_view (corpus, full, &error))
    g_message ("Where one is could not be remembered: %s", error->message);
}

/* Remembers which corpus the next start is to open. */
void
mig_window_save_last (MigWindow *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  GFile *file = corpus != NULL ? mig_corpus_get_file (corpus) : NULL;
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  g_autofree char *uri = NULL;

  if (self->settings == NULL || file == NULL)
    return;

  uri = g_file_equal (file, bundled) ? g_strdup ("") : g_file_get_uri (file);
  g_settings_set_string (self->settings, SETTING_LAST, uri);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  MigWindow *self = user_data;

  self->place_id = 0;
  mig_window_save_place (self);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (MigWindow *self)
{
  if (self->settings != NULL && self->place_id == 0)
    self->place_id = g_timeout_add_seconds (PAUSE_SECONDS, pause_over_cb, self);
}

/* Shows a corpus that was just opened as it was left. Somebody who asked for an address goes there instead, and finds
 * the panes and lanes as they were. */
void
mig_window_restore_place (MigWindow *self, MigCorpus *corpus)
{
  g_autoptr (GVariant) view = self->settings != NULL ? mig_corpus_store_load_view (corpus) : NULL;
  g_autofree const char **lanes = NULL;
  double start, end;
  gint32 height;

  if (view == NULL)
    return;

  if (g_variant_lookup (view, KEY_LANES, "^a&s", &lanes))
    mig_lane_order_set_strv (mig_timeline_pane_get_lane_order (mig_browser_get_pane (self->browser)), lanes);
  if (g_variant_lookup (view, KEY_HEIGHT, "i", &height) && height >= 0)
    mig_browser_set_timeline_height (self->browser, height);
  if (self->pending_address != NULL)
    return;

  /* It is there from the first frame on: nothing flies. */
  if (g_variant_lookup (view, "span", "(dd)", &start, &end) && isfinite (start) && isfinite (end) && end > start)
    mig_viewport_set_span (self->viewport, start, end);
  self->restored = mig_navigator_restore_place (self->navigator, view);
}

/* Takes over the bookmarks of a corpus that was just read. */
void
mig_window_take_bookmarks (MigWindow *self, MigCorpus *corpus)
{
  g_autoptr (GError) error = NULL;

  if (!mig_bookmarks_set_corpus (self->bookmarks, corpus, &error))
    mig_window_show_notice (self, error->message);
}

/* Adds the actions to the window, once its objects are there. */
void
mig_window_add_places (MigWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->bookmarks, "items-changed", G_CALLBACK (mig_window_sync_places), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmarks, "failed", G_CALLBACK (tell_failure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::compared", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "filtered", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}
