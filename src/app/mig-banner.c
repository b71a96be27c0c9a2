/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-banner.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-words.h"

/* MigBanner
 *
 * One sentence above the window's content about something that went wrong while the content stays as it was. Its
 * buttons activate the window's actions.
 */

struct _MigBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *details_button;
};

G_DEFINE_FINAL_TYPE (MigBanner, mig_banner, GTK_TYPE_WIDGET)

static void
mig_banner_dispose (GObject *object)
{
  MigBanner *self = MIG_BANNER (object);

  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;

  G_OBJECT_CLASS (mig_banner_parent_class)->dispose (object);
}

static void
mig_banner_class_init (MigBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, MigBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, MigBanner, label);
  gtk_widget_class_bind_template_child (widget_class, MigBanner, details_button);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
mig_banner_init (MigBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_banner_get_message:
 * @self: a banner
 *
 * Returns: (transfer none) (nullable): what the banner says, or %NULL when it is hidden
 */
const char *
mig_banner_get_message (MigBanner *self)
{
  g_return_val_if_fail (MIG_IS_BANNER (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (self->label) : NULL;
}

static void
show_message (MigBanner *self, const char *message, gboolean has_details)
{
  /* Said once, not whenever something else changes. */
  if (g_strcmp0 (mig_banner_get_message (self), message) == 0)
    return;

  gtk_label_set_text (self->label, message);
  gtk_widget_set_visible (self->details_button, has_details);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  mig_compat_announce (GTK_WIDGET (self), message);
}

/**
 * mig_banner_show_message:
 * @self: a banner
 * @message: a sentence
 *
 * Shows @message, and has a screen reader say it.
 */
void
mig_banner_show_message (MigBanner *self, const char *message)
{
  g_return_if_fail (MIG_IS_BANNER (self));
  g_return_if_fail (message != NULL);

  show_message (self, message, FALSE);
}

static char *
dup_message (MigProblems *problems)
{
  GFile *file = mig_problems_get_file (problems);
  const MigProblem *first = mig_problems_get (problems, 0);
  guint n = (guint) MIN (mig_problems_get_n_found (problems), G_MAXUINT);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  g_autofree char *line = mig_words_number ((guint) MIN (first->line, G_MAXUINT));
  g_autofree char *number = mig_words_number (n);

  if (first->line > 0 && first->path != NULL && *first->path != '\0')
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         /* Translators: a file's name, how many problems it has, the number of a line,
                                          * a place in the file such as “events[12].start_date” */
                                         "“%1$s” cannot be opened: it has %2$s problem, in line %3$s, at “%4$s”.",
                                         "“%1$s” cannot be opened: it has %2$s problems, the first in line %3$s, "
                                         "at “%4$s”.", n),
                            name, number, line, first->path);
  if (first->line == 0)
    /* Translators: a file's name, then a sentence that says why it cannot be opened */
    return g_strdup_printf (_("“%1$s” cannot be opened. %2$s"), name, first->what);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: a file's name, how many problems it has, the number of a line */
                                       "“%1$s” cannot be opened: it has %2$s problem, in line %3$s.",
                                       "“%1$s” cannot be opened: it has %2$s problems, the first in line %3$s.", n),
                          name, number, line);
}

/**
 * mig_banner_show_problems:
 * @self: a banner
 * @problems: at least one problem of a file
 *
 * Says in one sentence what is wrong with a file; `win.show-problems` shows the rest.
 */
void
mig_banner_show_problems (MigBanner *self, MigProblems *problems)
{
  g_autofree char *message = NULL;

  g_return_if_fail (MIG_IS_BANNER (self));
  g_return_if_fail (problems != NULL && mig_problems_get_n (problems) > 0);

  /* One line, as all that stands here: what is wrong with a file may take two. */
  message = g_strdelimit (dup_message (problems), "\n", ' ');
  show_message (self, message, TRUE);
}

/**
 * mig_banner_hide:
 * @self: a banner
 *
 * Hides the banner; where there is none, nothing happens.
 */
void
mig_banner_hide (MigBanner *self)
{
  g_return_if_fail (MIG_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
