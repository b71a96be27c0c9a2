/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-private.h"

#include <glib/gi18n-lib.h>

#include "mig-contents-row.h"
#include "mig-row-menu.h"

/* The pane beside the page: sessions, speakers, events or documents, those of a meeting while one is in it and else
 * those of the whole corpus. It follows what is selected and scrolls to it.
 *
 *   navigator ──▶ scope, list ──▶ MigContentsModel ──▶ GtkListView ──▶ activate ──▶ navigator
 *
 * The page comes first: another list is shown in the frame after the one that shows the page, at first only the lines
 * in sight of it, and the others in the frames to come.
 */

/* What filling lines out of sight takes of a frame, before they are laid out. */
#define FRAME_BUDGET (G_TIME_SPAN_MILLISECOND / 2)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigContents, mig_contents, GTK_TYPE_WIDGET)

static GtkToggleButton *
get_button (MigContents     *self,
            MigContentsList  list)
{
  switch (list)
    {
    case MIG_CONTENTS_SPEAKERS:
      return self->speakers;
    case MIG_CONTENTS_EVENTS:
      return self->events;
    case MIG_CONTENTS_DOCUMENTS:
      return self->documents;
    case MIG_CONTENTS_SESSIONS:
    default:
      return self->sessions;
    }
}

static MigContentsModel *
get_model (MigContents     *self,
           MigContentsList  list)
{
  MigContentsModel **models = self->scope == MIG_REF_NONE ? self->whole : self->models;

  if (models[list] == NULL)
    models[list] = mig_contents_model_new (self->subset, list, self->scope);

  return models[list];
}

static const char *
get_absence (MigContents *self)
{
  const gboolean is_meeting = self->scope != MIG_REF_NONE;

  if (!mig_subset_is_whole (self->subset))
    return _("Nothing of this passes the filters.");
  switch (self->list)
    {
    case MIG_CONTENTS_SPEAKERS:
      return is_meeting ? _("No record of its speakers is in this corpus.")
                        : _("No speaker is recorded in this corpus.");
    case MIG_CONTENTS_EVENTS:
      return is_meeting ? _("No record of the events raised in it is in this corpus.")
                        : _("No event is recorded in this corpus.");
    case MIG_CONTENTS_DOCUMENTS:
      return is_meeting ? _("No record of the documents cited in it is in this corpus.")
                        : _("No document is recorded in this corpus.");
    case MIG_CONTENTS_SESSIONS:
    default:
      return is_meeting ? _("Its sessions are not recorded in the sources.")
                        : _("No meeting is recorded in this corpus.");
    }
}

/* Shows the chosen list at once. */
static void
change_model (MigContents      *self,
              MigContentsModel *model)
{
  self->n_frames_to_wait = 0;
  mig_contents_show_lines (self, model);
  gtk_label_set_text (self->absent, get_absence (self));
  gtk_widget_set_visible (GTK_WIDGET (self->absent), g_list_model_get_n_items (G_LIST_MODEL (model)) == 0);
  gtk_widget_set_visible (self->scroller, g_list_model_get_n_items (G_LIST_MODEL (model)) > 0);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MigContents *self = MIG_CONTENTS (widget);
  const gint64 deadline = g_get_monotonic_time () + FRAME_BUDGET;

  if (self->n_frames_to_wait > 1)
    {
      self->n_frames_to_wait--;
      return G_SOURCE_CONTINUE;
    }
  if (self->n_frames_to_wait == 1)
    {
      change_model (self, get_model (self, self->list));
      return G_SOURCE_CONTINUE;
    }
  if (mig_contents_fill_lines (self, deadline))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Shows the chosen list, with the selected record marked and in sight. */
static void
show_model (MigContents *self,
            gboolean     is_at_once)
{
  MigContentsModel *model;
  guint position;

  if (self->corpus == NULL)
    return;

  model = get_model (self, self->list);
  position = mig_contents_model_set_current (model, mig_navigator_get_selected (self->navigator));
  if (self->slice != NULL && mig_contents_slice_get_model (self->slice) == model)
    {
      self->n_frames_to_wait = 0;
      mig_contents_end_lines (self, position);
      mig_list_focus_scroll (self->focus, position);
      return;
    }

  if (!is_at_once && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->n_frames_to_wait = 2;
  else
    change_model (self, model);
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* A list view without a size scrolls nowhere: what was selected before the list came to the screen is brought into
 * sight in the frame after the one that gave it its size. */
static gboolean
first_frames_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  MigContents *self = MIG_CONTENTS (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_CONTINUE;

  show_model (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
mig_contents_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_contents_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, first_frames_cb, NULL, NULL);
}

static void
update_tabs (MigContents *self)
{
  for (MigContentsList list = 0; list < MIG_N_CONTENTS_LISTS; list++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (get_button (self, list)),
                                 GTK_ACCESSIBLE_STATE_SELECTED, list == self->list, -1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (gtk_button_get_child (
                                    GTK_BUTTON (get_button (self, self->list))))), -1);
}

static void
set_list (MigContents     *self,
          MigContentsList  list)
{
  if (self->list == list)
    return;

  self->list = list;
  gtk_toggle_button_set_active (get_button (self, list), TRUE);
  update_tabs (self);
}

static void
drop_models (MigContents *self)
{
  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->slice);
  self->n_frames_to_wait = 0;
  for (guint i = 0; i < MIG_N_CONTENTS_LISTS; i++)
    {
      g_clear_object (&self->models[i]);
      g_clear_object (&self->whole[i]);
    }
}

static void
set_scope (MigContents *self,
           MigRef       scope)
{
  if (self->scope == scope)
    return;

  /* What is still seen of the old lists the view holds itself. */
  for (guint i = 0; i < MIG_N_CONTENTS_LISTS; i++)
    g_clear_object (&self->models[i]);
  self->scope = scope;
}

/* Whose lists are shown: those of the meeting that the record is in. A speaker, event or document is in none, and keeps
 * the lists that lead to it. */
static MigRef
find_scope (MigContents     *self,
            MigRef           selected,
            MigContentsList  list)
{
  switch ((int) mig_ref_kind (selected))
    {
    case MIG_KIND_EVENT:
      if (mig_corpus_get_event (self->corpus, selected)->role != MIG_EVENT_ROLE_EVENT)
        return mig_corpus_get_enclosing (self->corpus, selected, MIG_EVENT_ROLE_MEETING);
      break;

    case MIG_KIND_SPEECH:
    case MIG_KIND_FIGURE:
      return mig_corpus_get_enclosing (self->corpus, selected, MIG_EVENT_ROLE_MEETING);

    case MIG_KIND_PERSON:
    case MIG_KIND_DOCUMENT:
      break;

    case MIG_KIND_NONE:
      return MIG_REF_NONE;

    default:
      return self->scope;
    }

  /* What is filtered away is in no list, wherever it belongs. */
  if (self->scope != MIG_REF_NONE && mig_subset_has (self->subset, selected) &&
      mig_contents_model_find (get_model (self, list), selected) == GTK_INVALID_LIST_POSITION)
    return MIG_REF_NONE;

  return self->scope;
}

static MigContentsList
find_list (MigContents *self,
           MigRef       selected)
{
  switch ((int) mig_ref_kind (selected))
    {
    case MIG_KIND_EVENT:
      if (mig_corpus_get_event (self->corpus, selected)->role == MIG_EVENT_ROLE_EVENT)
        return MIG_CONTENTS_EVENTS;
      return MIG_CONTENTS_SESSIONS;

    case MIG_KIND_SPEECH:
      return MIG_CONTENTS_SESSIONS;

    case MIG_KIND_PERSON:
      return MIG_CONTENTS_SPEAKERS;

    case MIG_KIND_DOCUMENT:
      return MIG_CONTENTS_DOCUMENTS;

    default:
      return self->list;
    }
}

static void
follow (MigContents *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigRef selected = mig_navigator_get_selected (self->navigator);
  MigContentsList list;
  MigRef scope;

  if (g_set_object (&self->subset, mig_navigator_get_subset (self->navigator)))
    drop_models (self);
  if (corpus != self->corpus)
    {
      g_set_object (&self->corpus, corpus);
      self->scope = MIG_REF_NONE;
      if (corpus != NULL)
        set_list (self, mig_contents_list_find_first (corpus));
    }

  if (corpus != NULL)
    {
      list = find_list (self, selected);
      scope = find_scope (self, selected, list);
      set_scope (self, scope);
      set_list (self, list);
    }

  show_model (self, FALSE);
}

static void
toggled_cb (GtkToggleButton *button,
            MigContents     *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (MigContentsList list = 0; list < MIG_N_CONTENTS_LISTS; list++)
    if (button == get_button (self, list) && list != self->list)
      {
        set_list (self, list);
        show_model (self, TRUE);
      }
}

static void
activate_cb (GtkListView *view,
             guint        position,
             MigContents *self)
{
  const MigRef ref = mig_contents_model_get_ref (mig_contents_slice_get_model (self->slice),
                                                 mig_contents_slice_get_first (self->slice) + position);

  if (ref == MIG_REF_NONE)
    return;

  mig_navigator_select (self->navigator, ref);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

/* Moves the focus to the marked line, or, if none is, to where it was last in the list. */
static gboolean
grab_list (MigContents *self)
{
  guint current = GTK_INVALID_LIST_POSITION;

  show_model (self, TRUE);
  if (self->corpus != NULL)
    current = mig_contents_model_get_current (get_model (self, self->list));
  mig_contents_end_lines (self, current);

  if (!gtk_widget_get_visible (self->scroller))
    return FALSE;
  if (current == GTK_INVALID_LIST_POSITION)
    return gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);

  mig_list_focus_go (self->focus, current);
  return TRUE;
}

/* The list is one stop for Tab, however long it is; the arrow keys go through it. */
static gboolean
mig_contents_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  MigContents *self = MIG_CONTENTS (widget);
  const gboolean is_in_list = gtk_widget_get_focus_child (widget) == self->scroller;
  const gboolean is_in_tabs = gtk_widget_get_focus_child (widget) == self->tabs;

  if (direction == GTK_DIR_TAB_FORWARD)
    return !is_in_list && (gtk_widget_child_focus (self->tabs, direction) || grab_list (self));
  if (direction == GTK_DIR_TAB_BACKWARD)
    return (!is_in_list && !is_in_tabs && grab_list (self)) || gtk_widget_child_focus (self->tabs, direction);

  return GTK_WIDGET_CLASS (mig_contents_parent_class)->focus (widget, direction);
}

static void
mig_contents_dispose (GObject *object)
{
  MigContents *self = MIG_CONTENTS (object);
  GtkWidget *child;

  g_clear_pointer (&self->focus, mig_list_focus_free);
  if (self->view != NULL)
    drop_models (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;

  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_clear_object (&self->navigator);
  g_clear_object (&self->subset);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_contents_parent_class)->dispose (object);
}

static void
mig_contents_class_init (MigContentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_contents_dispose;
  widget_class->focus = mig_contents_focus;
  widget_class->map = mig_contents_map;

  /**
   * MigContents::picked:
   *
   * A line was activated, and what it leads to is selected.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", MIG_TYPE_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, MigContents, tabs);
  gtk_widget_class_bind_template_child (widget_class, MigContents, sessions);
  gtk_widget_class_bind_template_child (widget_class, MigContents, speakers);
  gtk_widget_class_bind_template_child (widget_class, MigContents, events);
  gtk_widget_class_bind_template_child (widget_class, MigContents, documents);
  gtk_widget_class_bind_template_child (widget_class, MigContents, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigContents, view);
  gtk_widget_class_bind_template_child (widget_class, MigContents, absent);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "contents");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
mig_contents_init (MigContents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->focus = mig_list_focus_new (GTK_WIDGET (self->view));
  mig_contents_init_lines (self);
  update_tabs (self);
}

/**
 * mig_contents_set_navigator:
 * @self: the contents
 * @navigator: what they follow and select in
 *
 * Sets the navigator, once.
 */
void
mig_contents_set_navigator (MigContents  *self,
                            MigNavigator *navigator)
{
  g_return_if_fail (MIG_IS_CONTENTS (self));
  g_return_if_fail (self->navigator == NULL);

  self->navigator = g_object_ref (navigator);
  mig_row_menu_install (GTK_WIDGET (self->view), navigator, mig_contents_row_find_ref, NULL);
  g_signal_connect_swapped (navigator, "notify::selected", G_CALLBACK (follow), self);
  g_signal_connect_swapped (navigator, "notify::corpus", G_CALLBACK (follow), self);
  g_signal_connect_swapped (navigator, "notify::subset", G_CALLBACK (follow), self);
  follow (self);
}

/**
 * mig_contents_get_list:
 * @self: the contents
 *
 * Returns: which list is shown
 */
MigContentsList
mig_contents_get_list (MigContents *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS (self), MIG_CONTENTS_SESSIONS);

  return self->list;
}

/**
 * mig_contents_show_list:
 * @self: the contents
 * @list: which list
 *
 * Shows another list.
 */
void
mig_contents_show_list (MigContents     *self,
                        MigContentsList  list)
{
  g_return_if_fail (MIG_IS_CONTENTS (self));

  set_list (self, list);
  show_model (self, TRUE);
}

/**
 * mig_contents_grab_undated:
 * @self: the contents
 *
 * Shows the events of the whole corpus that have no date, and moves the focus to the first line of them. If all have
 * one, the focus goes to the list of events.
 */
void
mig_contents_grab_undated (MigContents *self)
{
  GListModel *model;
  guint undated;

  g_return_if_fail (MIG_IS_CONTENTS (self));

  set_scope (self, MIG_REF_NONE);
  mig_contents_show_list (self, MIG_CONTENTS_EVENTS);
  if (self->corpus == NULL)
    return;

  model = G_LIST_MODEL (get_model (self, MIG_CONTENTS_EVENTS));
  undated = mig_contents_model_find_undated (MIG_CONTENTS_MODEL (model));
  if (undated == GTK_INVALID_LIST_POSITION)
    {
      mig_contents_grab (self);
      return;
    }

  mig_contents_end_lines (self, undated);
  /* From the end of the list, so that the heading comes to stand on top. */
  mig_list_focus_scroll (self->focus, g_list_model_get_n_items (model) - 1);
  mig_list_focus_go (self->focus, undated);
}

/**
 * mig_contents_grab:
 * @self: the contents
 *
 * Moves the focus into the list.
 *
 * Returns: whether it is there
 */
gboolean
mig_contents_grab (MigContents *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS (self), FALSE);

  return grab_list (self) || gtk_widget_grab_focus (GTK_WIDGET (get_button (self, self->list)));
}
