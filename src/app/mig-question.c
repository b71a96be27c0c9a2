/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-question.h"

#include <glib/gi18n-lib.h>

#include "mig-popovers.h"

/*
 * MigQuestion: asks what to do with changes that were not saved. Escape, or closing it, is to cancel.
 */

struct _MigQuestion
{
  GtkWindow parent_instance;

  MigAnswerFunc answer;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (MigQuestion, mig_question, GTK_TYPE_WINDOW)

static void
give (MigQuestion *self, MigAnswer answer)
{
  MigAnswerFunc func = self->answer;

  self->answer = NULL;
  if (func == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (self));
  func (answer, self->user_data);
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give (MIG_QUESTION (widget), MIG_ANSWER_CANCEL);
}

static void
discard_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give (MIG_QUESTION (widget), MIG_ANSWER_DISCARD);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give (MIG_QUESTION (widget), MIG_ANSWER_SAVE);
}

static gboolean
mig_question_close_request (GtkWindow *window)
{
  g_autoptr (MigQuestion) self = g_object_ref (MIG_QUESTION (window));

  give (self, MIG_ANSWER_CANCEL);
  return GDK_EVENT_STOP;
}

static void
mig_question_class_init (MigQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = mig_question_close_request;
  gtk_widget_class_install_action (widget_class, "question.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "question.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "question.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "question.cancel", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
}

static void
mig_question_init (MigQuestion *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-window");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-question");
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_button (const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new ();

  mig_popovers_set_name (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

/**
 * mig_question_ask:
 * @parent: the window that it stands before
 * @title: the question
 * @text: what happens otherwise
 * @answer: called once with the answer
 * @user_data: for @answer
 *
 * Asks whether to save changes, discard them, or go back.
 */
void
mig_question_ask (GtkWindow *parent, const char *title, const char *text, MigAnswerFunc answer, gpointer user_data)
{
  MigQuestion *self = g_object_new (MIG_TYPE_QUESTION, "transient-for", parent, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *save = create_button (_("_Save"), "question.save", "suggested-action");

  self->answer = answer;
  self->user_data = user_data;
  gtk_box_append (GTK_BOX (box), create_label (title, "mig-strong"));
  gtk_box_append (GTK_BOX (box), create_label (text, "mig-soft"));
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), create_button (_("_Cancel"), "question.cancel", NULL));
  gtk_box_append (GTK_BOX (buttons), create_button (_("_Discard"), "question.discard", NULL));
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  gtk_window_set_focus (GTK_WINDOW (self), save);
  gtk_window_present (GTK_WINDOW (self));
}
