/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-editor-private.h"
#include "mig-scene-text.h"
#include "mig-words.h"

#include <glib/gi18n-lib.h>

/*
 * MigBriefingEditor: the briefing beside the timeline: its title, its scenes in order, and what the chosen one is
 * called, says and lasts. The list is in mig-briefing-editor-list.c.
 *
 *   MigBriefing ──items-changed, notify──► list, entries
 *   entries, actions, drags ──► mig_briefing_replace (), move () … ──► MigBriefing
 *
 * A scene that is edited is another scene with the same id, so the editor keeps to an id and not to a scene.
 */

G_DEFINE_FINAL_TYPE (MigBriefingEditor, mig_briefing_editor, GTK_TYPE_WIDGET)

static const char *
get_id (MigScene *scene)
{
  return scene != NULL ? mig_scene_get_id (scene) : NULL;
}

MigScene *
mig_briefing_editor_get_scene (MigBriefingEditor *self, guint *position)
{
  if (self->briefing == NULL || self->scene_id == NULL || !mig_briefing_find (self->briefing, self->scene_id, position))
    return NULL;
  return mig_briefing_get (self->briefing, *position);
}

/* Puts an edited scene in place of the chosen one. */
static void
replace (MigBriefingEditor *self, const MigSceneFields *fields, MigBriefingEdit edit)
{
  g_autoptr (MigScene) scene = mig_scene_new (fields);
  guint position;

  if (mig_briefing_editor_get_scene (self, &position) == NULL)
    return;
  self->typing = TRUE;
  mig_briefing_replace (self->briefing, position, scene, edit);
  self->typing = FALSE;
}

/* What is typed */

static void
title_changed_cb (GtkEditable *editable, MigBriefingEditor *self)
{
  if (self->briefing == NULL || self->syncing)
    return;
  self->typing = TRUE;
  mig_briefing_set_title (self->briefing, gtk_editable_get_text (editable));
  self->typing = FALSE;
}

/* Gives the chosen scene as it is, for somebody to change. Returns FALSE without one, and while the entries only follow
 * the briefing. */
static gboolean
begin_edit (MigBriefingEditor *self, MigSceneFields *fields)
{
  guint position;
  MigScene *scene = mig_briefing_editor_get_scene (self, &position);

  if (scene == NULL || self->syncing)
    return FALSE;
  *fields = *mig_scene_get_fields (scene);

  return TRUE;
}

static void
name_changed_cb (GtkEditable *editable, MigBriefingEditor *self)
{
  MigSceneFields fields;

  if (!begin_edit (self, &fields))
    return;
  fields.name = gtk_editable_get_text (editable);
  replace (self, &fields, MIG_BRIEFING_EDIT_NAME);
}

static void
note_changed_cb (GtkTextBuffer *buffer, MigBriefingEditor *self)
{
  g_autofree char *text = NULL;
  MigSceneFields fields;

  if (!begin_edit (self, &fields))
    return;
  g_object_get (buffer, "text", &text, NULL);
  fields.note = text;
  replace (self, &fields, MIG_BRIEFING_EDIT_NOTE);
}

static void
duration_changed_cb (GtkSpinButton *spin, MigBriefingEditor *self)
{
  MigSceneFields fields;

  if (!begin_edit (self, &fields))
    return;
  fields.duration = (guint) gtk_spin_button_get_value_as_int (spin);
  replace (self, &fields, MIG_BRIEFING_EDIT_DURATION);
}

static void
plan_changed_cb (GtkSpinButton *spin, MigBriefingEditor *self)
{
  if (self->briefing == NULL || self->syncing)
    return;
  self->typing = TRUE;
  mig_briefing_set_duration (self->briefing, (guint) gtk_spin_button_get_value_as_int (spin) * 60);
  self->typing = FALSE;
}

/* Minutes and seconds, as the console shows them. */
static gboolean
show_duration_cb (GtkSpinButton *spin, MigBriefingEditor *self)
{
  int seconds = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = seconds > 0 ? mig_talk_timer_format (seconds) : g_strdup (C_("duration", "none"));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* "1:30", "90" or "1:02:05". */
static int
read_duration_cb (GtkSpinButton *spin, double *seconds, MigBriefingEditor *self)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (spin)), ":", 3);
  guint64 sum = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 part;

      if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 0, MIG_SCENE_MAX_DURATION, &part, NULL))
        {
          *seconds = 0;
          return g_str_equal (parts[i], C_("duration", "none")) ? TRUE : GTK_INPUT_ERROR;
        }
      sum = sum * 60 + part;
    }
  *seconds = (double) MIN (sum, MIG_SCENE_MAX_DURATION);
  return TRUE;
}

static void
left_cb (GtkEventControllerFocus *controller, MigBriefingEditor *self)
{
  if (self->briefing != NULL)
    mig_briefing_seal (self->briefing);
}

/* Showing */

static void
sync_sum (MigBriefingEditor *self)
{
  guint sum = mig_briefing_sum_durations (self->briefing, 0, G_MAXUINT), n = mig_briefing_get_n (self->briefing);
  g_autofree char *scenes = mig_words_count (g_dngettext (GETTEXT_PACKAGE, "%s scene", "%s scenes", n), n);
  g_autofree char *time = mig_talk_timer_format (sum);
  /* Translators: under the title of a briefing: how many scenes it has and how long they last: "12 scenes · 18:30" */
  g_autofree char *text = g_strdup_printf (C_("briefing", "%1$s · %2$s"), scenes, time);

  gtk_label_set_text (self->sum_label, text);
}

/* What a button would undo or do again is told before it is done. */
static void
name_button (GtkWidget *button, char *owned)
{
  g_autofree char *name = owned;

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sync_past (MigBriefingEditor *self)
{
  const char *undo = mig_briefing_get_undo_text (self->briefing), *redo = mig_briefing_get_redo_text (self->briefing);

  /* Translators: %s is an edit of a briefing: "removing a scene" */
  name_button (self->undo_button, undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo")));
  /* Translators: %s is an edit of a briefing: "removing a scene" */
  name_button (self->redo_button, redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo")));
}

static void
sync_head (MigBriefingEditor *self)
{
  if (self->briefing == NULL)
    return;
  sync_past (self);
  if (!self->typing || g_strcmp0 (gtk_editable_get_text (self->title_entry), mig_briefing_get_title (
                                                                                 self->briefing)) != 0)
    gtk_editable_set_text (self->title_entry, mig_briefing_get_title (self->briefing));
  gtk_spin_button_set_value (self->plan_spin, mig_briefing_get_duration (self->briefing) / 60);
  sync_sum (self);
}

static void
sync_view (MigBriefingEditor *self, MigScene *scene)
{
  g_autofree char *text = scene != NULL && self->corpus != NULL ? mig_scene_describe (scene, self->corpus)
                                                                : g_strdup ("");

  gtk_label_set_text (self->view_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->view_label), *text != '\0');
}

static void
sync_scene (MigBriefingEditor *self)
{
  guint position;
  MigScene *scene = mig_briefing_editor_get_scene (self, &position);
  const MigSceneFields *fields = scene != NULL ? mig_scene_get_fields (scene) : NULL;

  gtk_widget_set_sensitive (self->form, scene != NULL);
  sync_view (self, scene);
  if (fields == NULL || !self->typing)
    {
      gtk_editable_set_text (self->name_entry, fields != NULL ? fields->name : "");
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), fields != NULL ? fields->note : "", -1);
      gtk_spin_button_set_value (self->duration_spin, fields != NULL ? fields->duration : 0);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove", scene != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.duplicate", scene != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.take-view", scene != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.show-view", scene != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-up", scene != NULL && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-down",
                                 scene != NULL && position + 1 < mig_briefing_get_n (self->briefing));
}

/* Makes all that is seen agree with the briefing. */
static void
sync_all (MigBriefingEditor *self)
{
  if (self->syncing)
    return;
  self->syncing = TRUE;
  sync_head (self);
  sync_scene (self);
  self->syncing = FALSE;
}

static void
edited_cb (MigBriefingEditor *self)
{
  guint position;

  /* The chosen scene stays chosen; if it went, the one that took its place is. */
  if (self->briefing != NULL && mig_briefing_editor_get_scene (self, &position) == NULL)
    {
      guint n = mig_briefing_get_n (self->briefing);

      g_free (self->scene_id);
      self->scene_id = n > 0 ? g_strdup (get_id (mig_briefing_get (self->briefing, MIN (self->last_position, n - 1))))
                             : NULL;
    }
  mig_briefing_editor_sync_selection (self);
  sync_all (self);
}

/* Actions */

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MigBriefingEditor *self = MIG_BRIEFING_EDITOR (widget);
  guint position;

  if (mig_briefing_editor_get_scene (self, &position) == NULL)
    return;
  self->last_position = position;
  mig_briefing_remove (self->briefing, position);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MigBriefingEditor *self = MIG_BRIEFING_EDITOR (widget);
  guint position;

  if (mig_briefing_editor_get_scene (self, &position) != NULL && mig_briefing_duplicate (self->briefing, position))
    mig_briefing_editor_select (self, position + 1);
}

static void
move (MigBriefingEditor *self, int direction)
{
  guint position;

  if (mig_briefing_editor_get_scene (self, &position) == NULL)
    return;
  if ((direction < 0 && position == 0) || (direction > 0 && position + 1 >= mig_briefing_get_n (self->briefing)))
    return;
  mig_briefing_move (self->briefing, position, direction < 0 ? position - 1 : position + 1);
}

static void
move_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (MIG_BRIEFING_EDITOR (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (MIG_BRIEFING_EDITOR (widget), 1);
}

/* What is on screen now becomes what the scene shows; its name and its note stay. */
static void
take_view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MigBriefingEditor *self = MIG_BRIEFING_EDITOR (widget);
  guint position;
  MigScene *scene = mig_briefing_editor_get_scene (self, &position);
  g_autoptr (MigScene) seen = NULL;
  const MigSceneFields *kept;
  MigSceneFields fields;

  if (scene == NULL)
    return;
  seen = mig_briefing_desk_create_scene (self->desk);
  kept = mig_scene_get_fields (scene);
  fields = *mig_scene_get_fields (seen);
  fields.id = kept->id;
  fields.name = kept->name;
  fields.note = kept->note;
  fields.duration = kept->duration;
  fields.unknown = kept->unknown;
  /* Each view that is taken is undone by itself. */
  mig_briefing_seal (self->briefing);
  replace (self, &fields, MIG_BRIEFING_EDIT_VIEW);
}

/* What a scene shows is seen in the window: so one knows what another view would take the place of. */
void
mig_briefing_editor_show_scene (MigBriefingEditor *self, MigScene *scene)
{
  mig_briefing_desk_show_scene (self->desk, scene);
  mig_briefing_desk_show_lanes (self->desk, scene);
}

static void
show_view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MigBriefingEditor *self = MIG_BRIEFING_EDITOR (widget);
  guint position;
  MigScene *scene = mig_briefing_editor_get_scene (self, &position);

  if (scene != NULL)
    mig_briefing_editor_show_scene (self, scene);
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MIG_BRIEFING_EDITOR (widget)->name_entry));
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.briefing", NULL);
}

/* Class */

static void
mig_briefing_editor_dispose (GObject *object)
{
  MigBriefingEditor *self = MIG_BRIEFING_EDITOR (object);

  mig_briefing_editor_set_briefing (self, NULL);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->corpus);
  g_clear_pointer (&self->scene_id, g_free);

  G_OBJECT_CLASS (mig_briefing_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-briefing-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, box);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, sum_label);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, plan_spin);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, list);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, form);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, name_entry);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, duration_spin);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, note_view);
  gtk_widget_class_bind_template_child (widget_class, MigBriefingEditor, view_label);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, duration_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_duration_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_duration_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
mig_briefing_editor_class_init (MigBriefingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_briefing_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "briefingeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "editor.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "editor.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "editor.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "editor.take-view", NULL, take_view_cb);
  gtk_widget_class_install_action (widget_class, "editor.show-view", NULL, show_view_cb);
  gtk_widget_class_install_action (widget_class, "editor.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "editor.close", NULL, close_cb);
}

static void
mig_briefing_editor_init (MigBriefingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mig_briefing_editor_add_list (self);
}

/**
 * mig_briefing_editor_new:
 * @desk: the desk whose briefing is edited; it outlives the editor
 *
 * Returns: (transfer none): an editor
 */
GtkWidget *
mig_briefing_editor_new (MigBriefingDesk *desk)
{
  MigBriefingEditor *self = g_object_new (MIG_TYPE_BRIEFING_EDITOR, NULL);

  self->desk = desk;
  return GTK_WIDGET (self);
}

/**
 * mig_briefing_editor_set_briefing:
 * @self: an editor
 * @briefing: (nullable): what is edited
 */
void
mig_briefing_editor_set_briefing (MigBriefingEditor *self, MigBriefing *briefing)
{
  g_return_if_fail (MIG_IS_BRIEFING_EDITOR (self));

  if (self->briefing == briefing)
    return;
  if (self->briefing != NULL)
    g_signal_handlers_disconnect_by_data (self->briefing, self);
  g_set_object (&self->briefing, briefing);
  g_clear_pointer (&self->scene_id, g_free);
  self->last_position = 0;
  mig_briefing_editor_sync_model (self);
  if (briefing == NULL)
    return;
  g_signal_connect_object (briefing, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  edited_cb (self);
}

/**
 * mig_briefing_editor_set_corpus:
 * @self: an editor
 * @corpus: (nullable): what tells which scenes are gone
 */
void
mig_briefing_editor_set_corpus (MigBriefingEditor *self, MigCorpus *corpus)
{
  g_return_if_fail (MIG_IS_BRIEFING_EDITOR (self));

  if (!g_set_object (&self->corpus, corpus))
    return;
  mig_briefing_editor_sync_model (self);
  edited_cb (self);
}

/**
 * mig_briefing_editor_get_position:
 * @self: an editor
 *
 * Returns: the place of the scene that is chosen; 0 when none is
 */
guint
mig_briefing_editor_get_position (MigBriefingEditor *self)
{
  guint position = 0;

  return mig_briefing_editor_get_scene (self, &position) != NULL ? position : 0;
}

/**
 * mig_briefing_editor_select:
 * @self: an editor
 * @position: the place of a scene
 *
 * Chooses a scene.
 */
void
mig_briefing_editor_select (MigBriefingEditor *self, guint position)
{
  MigScene *scene = self->briefing != NULL ? mig_briefing_get (self->briefing, position) : NULL;

  if (scene == NULL || g_strcmp0 (self->scene_id, get_id (scene)) == 0)
    return;
  mig_briefing_seal (self->briefing);
  g_free (self->scene_id);
  self->scene_id = g_strdup (get_id (scene));
  self->last_position = position;
  mig_briefing_editor_sync_selection (self);
  sync_all (self);
}
