/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-desk-private.h"

#include <glib/gi18n-lib.h>

#include "mig-briefing-file.h"
#include "mig-compat.h"
#include "mig-handout.h"
#include "mig-window-private.h"

/* What can be done with the window's briefing: the window's actions, for its menu, its keys and the editor. */

static MigBriefingDesk *
get_desk (gpointer user_data)
{
  return MIG_WINDOW (user_data)->desk;
}

static GListModel *
filters_new (const char *name, const char *suffix)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
tell_error (MigBriefingDesk *self, const char *what, GError *error)
{
  /* Translators: %1$s says what could not be done, %2$s why */
  g_autofree char *message = g_strdup_printf (C_("failure", "%1$s %2$s"), what, error->message);

  mig_window_show_notice (self->window, message);
}

/* Presenting */

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_briefing_desk_present (get_desk (user_data), 0);
}

/* From the scene that is chosen in the editor, else from the one about what is selected. */
static void
present_from_here_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefingDesk *self = get_desk (user_data);
  MigBriefing *briefing = mig_briefing_desk_ensure_briefing (self);
  MigRef selected = mig_navigator_get_selected (self->window->navigator);
  guint position = 0;

  if (briefing == NULL)
    return;
  if (self->editor != NULL && gtk_widget_get_visible (GTK_WIDGET (self->editor)))
    position = mig_briefing_editor_get_position (self->editor);
  else
    {
      for (guint i = 0; i < mig_briefing_get_n (briefing) && selected != MIG_REF_NONE; i++)
        {
          if (mig_scene_resolve (mig_briefing_get (briefing, i), mig_briefing_desk_get_corpus (self)) != selected)
            continue;
          position = i;
          break;
        }
    }
  mig_briefing_desk_present (self, position);
}

/* Editing */

static void
add_scene_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefingDesk *self = get_desk (user_data);
  MigCorpus *corpus = mig_briefing_desk_get_corpus (self);
  GFile *file = mig_corpus_get_file (corpus);
  g_autoptr (MigScene) scene = mig_briefing_desk_create_scene (self);
  guint position;

  /* Whoever adds a scene before having seen any begins a briefing of their own. */
  if (self->briefing == NULL)
    {
      g_autoptr (MigBriefing) briefing = mig_briefing_new (mig_corpus_get_title (corpus));
      g_autofree char *location = file != NULL ? g_file_get_uri (file) : NULL;

      mig_briefing_set_corpus (briefing, mig_corpus_get_id (corpus), mig_corpus_get_title (corpus), location);
      mig_briefing_desk_take_briefing (self, briefing, NULL);
    }
  mig_briefing_desk_show_editor (self, TRUE);
  position = mig_briefing_get_n (self->briefing) > 0 ? mig_briefing_editor_get_position (self->editor) + 1 : 0;
  if (mig_briefing_insert (self->briefing, position, scene))
    mig_briefing_editor_select (self->editor, position);
  else
    mig_window_show_notice (self->window, _("A briefing may have at most 10000 scenes."));
}

/* The window's keys come before those of an entry; yet what is typed outside the editor is no edit of the briefing. */
static gboolean
give_to_entry (MigBriefingDesk *self, const char *action_name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *editor = GTK_WIDGET (self->editor);

  return GTK_IS_TEXT (focus) && (editor == NULL || !gtk_widget_is_ancestor (focus, editor)) &&
         gtk_widget_activate_action (focus, action_name, NULL);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefingDesk *self = get_desk (user_data);

  if (!give_to_entry (self, "text.undo"))
    mig_briefing_undo (self->briefing);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefingDesk *self = get_desk (user_data);

  if (!give_to_entry (self, "text.redo"))
    mig_briefing_redo (self->briefing);
}

void
mig_briefing_desk_show_editor (MigBriefingDesk *self, gboolean shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "briefing");

  if (shown && self->editor == NULL)
    {
      self->editor = MIG_BRIEFING_EDITOR (mig_briefing_editor_new (self));
      mig_side_pane_set_side (self->window->pane, GTK_WIDGET (self->editor));
      mig_briefing_editor_set_corpus (self->editor, mig_briefing_desk_get_corpus (self));
    }
  if (shown)
    mig_briefing_editor_set_briefing (self->editor, mig_briefing_desk_ensure_briefing (self));
  if (self->editor != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->editor), shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  mig_briefing_desk_sync_actions (self);
}

static void
briefing_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  mig_briefing_desk_show_editor (get_desk (user_data), g_variant_get_boolean (state));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefingDesk *self = get_desk (user_data);

  mig_briefing_desk_take_briefing (self, NULL, NULL);
  mig_briefing_desk_show_editor (self, TRUE);
}

/* Files */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigWindow) window = user_data;
  g_autoptr (GFile) file = mig_compat_open_dialog_finish (result, NULL);

  if (file != NULL && window->desk != NULL)
    mig_briefing_desk_open (window->desk, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GListModel) filters = filters_new (_("Briefings"), "migbrief");

  mig_compat_open_dialog_async (user_data, _("Open a Briefing"), filters, NULL, opened_cb, g_object_ref (user_data));
}

static void
save_to (MigBriefingDesk *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (!mig_briefing_save (self->briefing, file, NULL, &error))
    {
      mig_briefing_desk_stay (self);
      tell_error (self, _("The briefing could not be saved."), error);
      return;
    }
  g_set_object (&self->file, file);
  mig_briefing_keeper_set_original (self->keeper, file);
  mig_briefing_desk_sync_actions (self);
  mig_briefing_desk_go_on (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigWindow) window = user_data;
  g_autoptr (GFile) file = mig_compat_save_dialog_finish (result, NULL);

  if (window->desk == NULL)
    return;
  if (file != NULL && window->desk->briefing != NULL)
    save_to (window->desk, file);
  else
    mig_briefing_desk_stay (window->desk);
}

/* A name that file systems take. */
static char *
suggest_name (MigBriefing *briefing, const char *suffix)
{
  const char *title = mig_briefing_get_title (briefing);
  g_autofree char *plain = g_strdelimit (g_strdup (*title != '\0' ? title : _("Briefing")), "/\\:*?\"<>|\n", '-');

  return g_strconcat (plain, suffix, NULL);
}

/* Saves where it was saved last, or asks where. */
void
mig_briefing_desk_save (MigBriefingDesk *self, gboolean ask)
{
  g_autofree char *name = suggest_name (self->briefing, MIG_BRIEFING_SUFFIX);
  g_autoptr (GListModel) filters = filters_new (_("Briefings"), "migbrief");

  if (!ask && self->file != NULL)
    {
      g_autoptr (GFile) file = g_object_ref (self->file);

      save_to (self, file);
      return;
    }
  mig_compat_save_dialog_async (GTK_WINDOW (self->window), _("Save the Briefing"), name, filters, NULL, saved_cb,
                                g_object_ref (self->window));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_briefing_desk_save (get_desk (user_data), FALSE);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mig_briefing_desk_save (get_desk (user_data), TRUE);
}

/* The handout */

static void
handout_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigWindow) window = user_data;
  g_autoptr (GFile) file = mig_compat_save_dialog_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  const MigHandoutOptions options = {
    .paper = mig_paper_get_default (),
    .notes = TRUE,
    .palette = MIG_PALETTE_LIGHT,
    .mirrored = gtk_widget_get_direction (GTK_WIDGET (window)) == GTK_TEXT_DIR_RTL,
    .keeps_time = window->desk != NULL && mig_briefing_desk_keeps_time (window->desk),
  };

  if (file == NULL || window->desk == NULL || window->desk->briefing == NULL)
    return;
  if (!mig_handout_write (window->desk->briefing, mig_briefing_desk_get_corpus (window->desk), &options,
                          MIG_HANDOUT_PDF, file, NULL, &error))
    tell_error (window->desk, _("The handout could not be written."), error);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigBriefing *briefing = mig_briefing_desk_ensure_briefing (get_desk (user_data));
  g_autofree char *name = suggest_name (briefing, ".pdf");
  g_autoptr (GListModel) filters = filters_new (_("PDF documents"), "pdf");

  mig_compat_save_dialog_async (user_data, _("Save the Handout"), name, filters, NULL, handout_cb,
                                g_object_ref (user_data));
}

static const GActionEntry entries[] = {
  { .name = "present", .activate = present_cb },
  { .name = "present-from-here", .activate = present_from_here_cb },
  { .name = "add-scene", .activate = add_scene_cb },
  { .name = "undo-briefing", .activate = undo_cb },
  { .name = "redo-briefing", .activate = redo_cb },
  { .name = "briefing", .state = "false", .change_state = briefing_cb },
  { .name = "new-briefing", .activate = new_cb },
  { .name = "open-briefing", .activate = open_cb },
  { .name = "save-briefing", .activate = save_cb },
  { .name = "save-briefing-as", .activate = save_as_cb },
  { .name = "export-handout", .activate = export_cb },
};

void
mig_briefing_desk_add_actions (MigBriefingDesk *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self->window);
}

/* Enables what can be done now. */
void
mig_briefing_desk_sync_actions (MigBriefingDesk *self)
{
  gboolean has_corpus = mig_briefing_desk_get_corpus (self) != NULL;
  gboolean has_briefing = self->briefing != NULL;
  gboolean is_modified = has_briefing && mig_briefing_get_modified (self->briefing);

  mig_window_set_enabled (self->window, "present", has_corpus && self->presenter == NULL);
  mig_window_set_enabled (self->window, "present-from-here", has_corpus && self->presenter == NULL);
  mig_window_set_enabled (self->window, "add-scene", has_corpus);
  mig_window_set_enabled (self->window, "briefing", has_corpus);
  mig_window_set_enabled (self->window, "new-briefing", has_corpus && has_briefing && !is_modified);
  mig_window_set_enabled (self->window, "open-briefing", has_corpus && !is_modified);
  mig_window_set_enabled (self->window, "save-briefing", has_briefing && (self->file == NULL || is_modified));
  mig_window_set_enabled (self->window, "save-briefing-as", has_briefing);
  mig_window_set_enabled (self->window, "export-handout", has_corpus);
  mig_window_set_enabled (self->window, "undo-briefing", has_briefing && mig_briefing_get_can_undo (self->briefing));
  mig_window_set_enabled (self->window, "redo-briefing", has_briefing && mig_briefing_get_can_redo (self->briefing));
}
