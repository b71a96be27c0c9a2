/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-console-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mig-briefing-default.h"
#include "mig-compat.h"
#include "mig-date-format.h"
#include "mig-words.h"

/*
 * MigConsole: the presenter's own screen: what the room sees now, the scene after it, the note, the time, and the list
 * of all scenes. It only looks at the presentation; what it does, it does through the actions that keys have too.
 *
 *   MigPresentation ──changed──► badge, names, next, list              (this file)
 *                             note                                  (mig-console-note.c)
 *                   ──clock────► timer                                 (mig-console-timer.c)
 *          a size   ───────────► what has room                         (mig-console-size.c)
 */

/* Scenes after the one at hand that are in sight in the list. */
#define ROWS_AHEAD 2

G_DEFINE_FINAL_TYPE (MigConsole, mig_console, GTK_TYPE_APPLICATION_WINDOW)

/* The list */

static void
sync_row (MigConsole *self, MigSceneRow *row, guint position)
{
  guint current = mig_presentation_get_position (self->presentation);

  mig_scene_row_set_past (row, position < current, position == current);
}

/* Also when scenes before this one come or go: newer versions of GTK do not bind a row again for that. */
static void
show_item (MigConsole *self, GParamSpec *property, GtkListItem *item)
{
  MigScene *scene = gtk_list_item_get_item (item);
  MigCorpus *corpus = mig_presentation_get_corpus (self->presentation);
  MigSceneRow *row = MIG_SCENE_ROW (gtk_list_item_get_child (item));

  if (scene == NULL)
    return;

  mig_scene_row_show (row, item, corpus);
  sync_row (self, row, gtk_list_item_get_position (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigConsole *self)
{
  gtk_list_item_set_child (item, mig_scene_row_new ());
  g_signal_connect_object (item, "notify::position", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigConsole *self)
{
  MigCorpus *corpus = mig_presentation_get_corpus (self->presentation);

  show_item (self, NULL, item);
  gtk_list_item_set_activatable (item, !mig_scene_is_gone (gtk_list_item_get_item (item), corpus));
  g_hash_table_insert (self->rows, item, gtk_list_item_get_child (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MigConsole *self)
{
  g_hash_table_remove (self->rows, item);
}

static void
activate_cb (GtkListView *list, guint position, MigConsole *self)
{
  mig_presentation_go_to (self->presentation, position);
}

static void
sync_list (MigConsole *self)
{
  guint position = mig_presentation_get_position (self->presentation);
  guint before = gtk_single_selection_get_selected (self->selection), shown = position;
  GHashTableIter iter;
  gpointer item, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, &row))
    sync_row (self, row, gtk_list_item_get_position (item));
  if (before == position)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  /* The list is scrolled when it is laid out, to what it was told last, and only as far as it must be. */
  if (before == GTK_INVALID_LIST_POSITION || position > before)
    shown = MIN (position + ROWS_AHEAD, MAX (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), 1) - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", shown);
}

static void
add_list (MigConsole *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  MigBriefing *briefing = mig_presentation_get_briefing (self->presentation);

  self->rows = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (briefing)));
  gtk_single_selection_set_selected (self->selection, mig_presentation_get_position (self->presentation));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (self->selection);
  g_object_unref (factory);
}

/* What is on */

static void
sync_badge (MigConsole *self)
{
  MigPresentation *presentation = self->presentation;
  const char *text = _("ON SCREEN"), *css_class = "on";

  if (mig_presentation_get_cover (presentation) == MIG_COVER_BLACK)
    text = _("BLACK"), css_class = "covered";
  else if (mig_presentation_get_cover (presentation) == MIG_COVER_WHITE)
    text = _("WHITE"), css_class = "covered";
  else if (mig_presentation_get_frozen (presentation))
    text = _("FROZEN"), css_class = "frozen";
  else if (mig_presentation_get_exploring (presentation))
    text = _("EXPLORING"), css_class = "exploring";
  gtk_label_set_text (self->badge, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), (const char *[]){ "mig-on-screen", css_class, NULL });
}

static void
sync_now (MigConsole *self)
{
  MigBriefing *briefing = mig_presentation_get_briefing (self->presentation);
  guint position = mig_presentation_get_position (self->presentation);
  MigScene *scene = mig_briefing_get (briefing, position);
  const char *digits = mig_presentation_get_digits (self->presentation);
  g_autofree char *number = mig_words_number (position + 1);
  g_autofree char *all = mig_words_number (mig_briefing_get_n (briefing));
  g_autofree char *place = NULL;
  g_autofree char *typed = NULL;

  /* Translators: which scene it is, and of how many */
  place = g_strdup_printf (C_("scene", "%1$s of %2$s"), number, all);
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->name_label, scene != NULL ? mig_scene_get_fields (scene)->name : "");
  /* Translators: %s are the digits typed so far of a scene's number; Enter goes there */
  typed = g_strdup_printf (_("Go to %s"), digits);
  gtk_label_set_text (self->digits_label, typed);
  gtk_widget_set_visible (GTK_WIDGET (self->digits_label), *digits != '\0');
}

/* How long it is meant to take, and where in time it leads. */
static char *
describe_next (MigConsole *self, MigScene *scene)
{
  MigCorpus *corpus = mig_presentation_get_corpus (self->presentation);
  guint duration = mig_scene_get_fields (scene)->duration;
  MigRef ref = mig_scene_resolve (scene, corpus);
  g_autofree char *time = duration > 0 ? mig_talk_timer_format (duration) : g_strdup ("");
  g_autofree char *when = NULL;

  if (mig_briefing_is_dated (corpus, ref))
    when = mig_date_format (mig_corpus_get_date (corpus, ref), MIG_DATE_STYLE_LONG);
  return mig_words_join ((const char *const[]){ time, when != NULL ? when : "", NULL });
}

void
mig_console_sync_next (MigConsole *self)
{
  MigBriefing *briefing = mig_presentation_get_briefing (self->presentation);
  const MigSceneFields *fields;
  g_autofree char *detail = NULL;
  guint position;

  if (!mig_presentation_find_step (self->presentation, 1, &position))
    {
      gtk_widget_set_visible (self->next_stage, FALSE);
      gtk_label_set_text (self->next_label, _("This is the last scene."));
      gtk_widget_set_visible (GTK_WIDGET (self->next_detail), FALSE);
      return;
    }
  fields = mig_scene_get_fields (mig_briefing_get (briefing, position));
  gtk_widget_set_visible (self->next_stage, !self->is_narrow);
  if (self->next_shown != mig_briefing_get (briefing, position) || self->next_position != position)
    mig_stage_set_position (MIG_STAGE (self->next_stage), position);
  self->next_shown = mig_briefing_get (briefing, position);
  self->next_position = position;
  gtk_label_set_text (self->next_label, fields->name);
  detail = describe_next (self, mig_briefing_get (briefing, position));
  gtk_label_set_text (self->next_detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->next_detail), *detail != '\0');
}

static void
sync_overview (MigConsole *self)
{
  gboolean wanted = mig_presentation_get_overview (self->presentation);
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "overview") == 0;

  if (wanted == shown)
    return;
  if (wanted && self->grid == NULL)
    {
      self->grid = mig_scene_grid_new (self->presentation);
      gtk_stack_add_named (self->stack, self->grid, "overview");
    }
  /* Before it goes: or the window would give the focus to a button, which takes keys that mean the talk. */
  if (!wanted)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, wanted ? "overview" : "talk");
  if (wanted && gtk_widget_get_mapped (GTK_WIDGET (self)))
    mig_scene_grid_show_current (MIG_SCENE_GRID (self->grid));
}

static void
changed_cb (MigConsole *self)
{
  sync_badge (self);
  sync_now (self);
  mig_console_sync_note (self);
  mig_console_sync_next (self);
  sync_list (self);
  sync_overview (self);
  mig_console_sync_timer (self);
}

static void
announce_cb (MigConsole *self, const char *message)
{
  /* Nothing in it has the focus while somebody talks. */
  mig_compat_announce (GTK_WIDGET (self), message);
}

/* Actions */

static void
reset_timer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MigConsole *self = MIG_CONSOLE (widget);

  mig_talk_timer_reset (mig_presentation_get_timer (self->presentation));
  mig_console_sync_timer (self);
}

/* Tab is taken: it leads to the overview. */
static void
next_control (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (widget), TRUE);
}

static void
previous_control (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (widget), TRUE);
}

/* Class */

/* Whoever closes it ends the presentation and nothing else. */
static gboolean
mig_console_close_request (GtkWindow *window)
{
  mig_presentation_end (MIG_CONSOLE (window)->presentation);
  return GDK_EVENT_STOP;
}

/* With one screen only, the console never shows, and its clock need not go. */
static void
mig_console_map (GtkWidget *widget)
{
  mig_console_start_clock (MIG_CONSOLE (widget));

  GTK_WIDGET_CLASS (mig_console_parent_class)->map (widget);
}

static void
mig_console_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_console_parent_class)->unmap (widget);

  g_clear_handle_id (&MIG_CONSOLE (widget)->clock_id, g_source_remove);
}

static void
mig_console_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (mig_console_parent_class)->size_allocate (widget, width, height, baseline);

  mig_console_fit (MIG_CONSOLE (widget), width);
}

static void
mig_console_dispose (GObject *object)
{
  MigConsole *self = MIG_CONSOLE (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (mig_console_parent_class)->dispose (object);
}

static void
mig_console_finalize (GObject *object)
{
  g_free (MIG_CONSOLE (object)->left_text);

  G_OBJECT_CLASS (mig_console_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-console.ui");
  gtk_widget_class_bind_template_child (widget_class, MigConsole, title_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, screen_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, overlay);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, stack);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, badge);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, place_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, name_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, digits_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, monitor_frame);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, verbs);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, note_scroller);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, note_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, timer_box);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, left_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, planned_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, pause_button);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, pause_icon);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, pause_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, timer_bar);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, times);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, elapsed_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, scene_time_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, clock_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, next_box);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, next_label);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, next_detail);
  gtk_widget_class_bind_template_child (widget_class, MigConsole, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mig_console_class_init (MigConsoleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_console_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_console_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mig_console_close_request;
  widget_class->map = mig_console_map;
  widget_class->unmap = mig_console_unmap;
  widget_class->size_allocate = mig_console_size_allocate;
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "console.note-larger", NULL, mig_console_note_larger);
  gtk_widget_class_install_action (widget_class, "console.note-smaller", NULL, mig_console_note_smaller);
  gtk_widget_class_install_action (widget_class, "console.reset-timer", NULL, reset_timer);
  gtk_widget_class_install_action (widget_class, "console.next-control", NULL, next_control);
  gtk_widget_class_install_action (widget_class, "console.previous-control", NULL, previous_control);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "console.note-larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "console.note-larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "console.note-larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "console.note-smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "console.note-smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "console.next-control", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, "console.previous-control", NULL);
}

static void
mig_console_init (MigConsole *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  mig_console_set_note_scale (self, 1);
}

static void
add_stages (MigConsole *self, MigPalette palette)
{
  self->monitor = mig_stage_new (MIG_STAGE_MONITOR);
  mig_stage_set_palette (MIG_STAGE (self->monitor), palette);
  mig_stage_set_presentation (MIG_STAGE (self->monitor), self->presentation);
  gtk_frame_set_child (self->monitor_frame, self->monitor);
  self->next_stage = mig_stage_new (MIG_STAGE_SCENE);
  gtk_widget_set_size_request (self->next_stage, 214, -1);
  gtk_widget_set_valign (self->next_stage, GTK_ALIGN_CENTER);
  mig_stage_set_palette (MIG_STAGE (self->next_stage), palette);
  mig_stage_set_presentation (MIG_STAGE (self->next_stage), self->presentation);
  gtk_box_prepend (self->next_box, self->next_stage);
}

/**
 * mig_console_new:
 * @application: (nullable): the application
 * @presentation: what is being given
 * @palette: in which colours the room sees
 *
 * Returns: (transfer none): a console, not yet shown
 */
GtkWidget *
mig_console_new (GtkApplication *application, MigPresentation *presentation, MigPalette palette)
{
  MigConsole *self = g_object_new (MIG_TYPE_CONSOLE, "application", application, NULL);
  MigBriefing *briefing = mig_presentation_get_briefing (presentation);
  g_autofree char *title = NULL;

  self->presentation = g_object_ref (presentation);
  /* Translators: the title of the presenter's console; %s is that of the briefing */
  title = g_strdup_printf (_("Briefing: %s"), mig_briefing_get_title (briefing));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->screen_label), FALSE);
  mig_console_add_verbs (self);
  add_stages (self, palette);
  add_list (self);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "announce", G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * mig_console_set_room:
 * @self: a console
 * @screen: the name of the room's screen
 * @width: of that screen, in pixels
 * @height: of that screen
 */
void
mig_console_set_room (MigConsole *self, const char *screen, int width, int height)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MIG_IS_CONSOLE (self));

  /* Translators: under the title of the presenter's console; %s is the name of the room's screen: "HDMI-1" */
  text = g_strdup_printf (_("on %s"), screen);
  gtk_label_set_text (self->screen_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->screen_label), *screen != '\0');
  mig_stage_set_room_size (MIG_STAGE (self->monitor), width, height);
  mig_stage_set_room_size (MIG_STAGE (self->next_stage), width, height);
}

/**
 * mig_console_get_overlay:
 * @self: a console
 *
 * Returns: (transfer none): what lays something over what the console shows under its head
 */
GtkOverlay *
mig_console_get_overlay (MigConsole *self)
{
  g_return_val_if_fail (MIG_IS_CONSOLE (self), NULL);

  return self->overlay;
}
