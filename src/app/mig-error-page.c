/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-error-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mig-choices.h"
#include "mig-clamp.h"
#include "mig-compat.h"
#include "mig-excerpt-view.h"
#include "mig-problem-row.h"
#include "mig-words.h"

/* MigErrorPage
 *
 * Says that a corpus cannot be read, what is wrong with it and where, and what can be done.
 *
 *   MigProblems ──> sentence, file row, table ──row selected──> excerpt
 *
 * Its buttons activate the window's actions.
 */

/* How long the button that copies the report says that it did. */
#define COPIED_MS 2500
/* Nobody mends more at once; the report has them all. */
#define MAX_ROWS 100
/* In a narrow window as much of the file's name is kept, at the expense of its folder; three letters are about as
 * wide as two of a font's average characters. */
#define NAME_CHARS 20

struct _MigErrorPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *sentence;
  GtkLabel *advice;
  GtkLabel *file_name;
  GtkLabel *file_details;
  GtkWidget *copy_button;
  GtkStack *copy_stack;
  GtkWidget *table;
  GtkBox *heading;
  GtkListBox *list;
  MigExcerptView *excerpt;
  GtkWidget *back_button;
  GtkWidget *bundled_button;
  GtkLabel *command;

  MigProblems *problems;
  guint copied_id;
};

enum
{
  PROP_PROBLEMS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigErrorPage, mig_error_page, GTK_TYPE_WIDGET)

static char *
dup_base_name (GFile *file)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  return base != NULL ? g_filename_display_name (base) : g_strdup ("");
}

/* The file as a whole is at fault when there is one problem and it has no place: it is missing, forbidden, a folder. */
static gboolean
has_places (MigProblems *problems)
{
  return mig_problems_get_n (problems) > 1 || mig_problems_get (problems, 0)->line > 0;
}

static void
show_sentence (MigErrorPage *self)
{
  guint n = (guint) MIN (mig_problems_get_n_found (self->problems), G_MAXUINT);
  g_autofree char *text = NULL;

  if (has_places (self->problems))
    {
      text = mig_words_count (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: “as it must be”: as the format demands */
                                           "%s thing in the file is not as it must be. "
                                           "Nothing was changed on disk. Mend the file and it opens by itself.",
                                           "%s things in the file are not as they must be. "
                                           "Nothing was changed on disk. Mend the file and it opens by itself.",
                                           n),
                              n);
      gtk_label_set_text (self->sentence, text);
      gtk_widget_set_visible (GTK_WIDGET (self->advice), FALSE);
    }
  else
    {
      const MigProblem *problem = mig_problems_get (self->problems, 0);

      gtk_label_set_text (self->sentence, problem->what);
      gtk_label_set_text (self->advice, problem->hint);
      gtk_widget_set_visible (GTK_WIDGET (self->advice), *problem->hint != '\0');
    }
}

static char *
dup_extent (MigProblems *problems)
{
  if (mig_problems_get_n_found (problems) > MAX_ROWS)
    /* Translators: beside a file's name, when the table below it does not list all of the file's problems */
    return mig_words_count (_("the first %s problems"), MAX_ROWS);

  return g_strdup (_("read to the end"));
}

static void
show_file (MigErrorPage *self)
{
  GFile *file = mig_problems_get_file (self->problems);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = dup_base_name (file);
  g_autofree char *folder_name = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  g_autofree char *details = NULL;

  gtk_label_set_text (self->file_name, name);
  gtk_label_set_width_chars (self->file_name, (int) MIN (g_utf8_strlen (name, -1), NAME_CHARS) * 2 / 3);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_details), folder_name);

  if (folder_name != NULL && has_places (self->problems))
    {
      g_autofree char *size = g_format_size (mig_problems_get_size (self->problems));
      g_autofree char *extent = dup_extent (self->problems);

      /* Translators: beside a file's name: its folder, its size, and how far it was read: “/home/amina · 214 kB · read
       * to the end” */
      details = g_strdup_printf (C_("file", "%1$s · %2$s · %3$s"), folder_name, size, extent);
    }
  else
    {
      details = g_strdup (folder_name != NULL ? folder_name : "");
    }

  gtk_label_set_text (self->file_details, details);
}

static void
show_command (MigErrorPage *self)
{
  g_autofree char *base = dup_base_name (mig_problems_get_file (self->problems));
  gboolean plain = strspn (base, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.") == strlen (base);
  g_autofree char *quoted = plain ? g_strdup (base) : g_shell_quote (base);
  g_autofree char *command = g_strconcat ("migmeet-corpus check ", quoted, NULL);
  /* Translators: %s is a command to be typed in a terminal */
  g_autofree char *text = g_strdup_printf (_("For the same report without a window: %s"), command);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *family = pango_attr_family_new ("monospace");

  family->start_index = (guint) (strstr (text, command) - text);
  family->end_index = family->start_index + (guint) strlen (command);
  pango_attr_list_insert (attributes, family);

  gtk_label_set_text (self->command, text);
  gtk_label_set_attributes (self->command, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->command), *base != '\0');
}

static void
add_row (MigErrorPage *self, const MigProblem *problem)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = mig_problem_format (problem, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), mig_problem_row_new (problem));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
show_problems (MigErrorPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_widget_set_visible (self->table, has_places (self->problems));
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), FALSE);
  if (!has_places (self->problems))
    return;

  for (guint i = 0; i < MIN (mig_problems_get_n (self->problems), MAX_ROWS); i++)
    add_row (self, mig_problems_get (self->problems, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
row_selected_cb (MigErrorPage *self, GtkListBoxRow *row)
{
  if (row != NULL)
    mig_excerpt_view_show (self->excerpt, self->problems, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
copied_over_cb (gpointer user_data)
{
  MigErrorPage *self = user_data;

  self->copied_id = 0;
  gtk_stack_set_visible_child_name (self->copy_stack, "copy");

  return G_SOURCE_REMOVE;
}

static void
copy_report (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MigErrorPage *self = MIG_ERROR_PAGE (widget);
  g_autofree char *report = NULL;

  if (self->problems == NULL)
    return;

  report = mig_problems_format (self->problems);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), report);

  gtk_stack_set_visible_child_name (self->copy_stack, "copied");
  mig_compat_announce (self->copy_button, _("The report was copied"));
  g_clear_handle_id (&self->copied_id, g_source_remove);
  self->copied_id = g_timeout_add (COPIED_MS, copied_over_cb, self);
}

static void
mig_error_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEMS:
      g_value_set_boxed (value, MIG_ERROR_PAGE (object)->problems);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_error_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEMS:
      mig_error_page_set_problems (MIG_ERROR_PAGE (object), g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_error_page_dispose (GObject *object)
{
  MigErrorPage *self = MIG_ERROR_PAGE (object);

  g_clear_handle_id (&self->copied_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (mig_error_page_parent_class)->dispose (object);
}

static void
mig_error_page_finalize (GObject *object)
{
  MigErrorPage *self = MIG_ERROR_PAGE (object);

  g_clear_pointer (&self->problems, mig_problems_unref);

  G_OBJECT_CLASS (mig_error_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, advice);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, file_name);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, file_details);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, copy_stack);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, table);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, list);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, excerpt);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, bundled_button);
  gtk_widget_class_bind_template_child (widget_class, MigErrorPage, command);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
mig_error_page_class_init (MigErrorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_error_page_get_property;
  object_class->set_property = mig_error_page_set_property;
  object_class->dispose = mig_error_page_dispose;
  object_class->finalize = mig_error_page_finalize;

  properties[PROP_PROBLEMS] =
    g_param_spec_boxed ("problems", NULL, NULL, MIG_TYPE_PROBLEMS,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MIG_TYPE_CHOICES);
  g_type_ensure (MIG_TYPE_CLAMP);
  g_type_ensure (MIG_TYPE_EXCERPT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-error-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "error-page.copy-report", NULL, copy_report);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "errorpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_error_page_init (MigErrorPage *self)
{
  GtkWidget *heading = mig_problem_row_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (self->heading, heading);
}

/**
 * mig_error_page_new:
 *
 * Returns: (transfer floating): a page without problems
 */
GtkWidget *
mig_error_page_new (void)
{
  return g_object_new (MIG_TYPE_ERROR_PAGE, NULL);
}

/**
 * mig_error_page_set_problems:
 * @self: an error page
 * @problems: (nullable): at least one problem of a file, or %NULL for none
 *
 * Shows @problems, the first of them selected.
 */
void
mig_error_page_set_problems (MigErrorPage *self, MigProblems *problems)
{
  g_return_if_fail (MIG_IS_ERROR_PAGE (self));
  g_return_if_fail (problems == NULL || mig_problems_get_n (problems) > 0);

  if (problems == self->problems)
    return;

  g_clear_pointer (&self->problems, mig_problems_unref);
  if (problems != NULL)
    {
      self->problems = mig_problems_ref (problems);
      show_sentence (self);
      show_file (self);
      show_command (self);
      show_problems (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEMS]);
}

/**
 * mig_error_page_set_can_go_back:
 * @self: an error page
 * @can_go_back: whether a corpus stands behind the page
 *
 * Offers the way back to the corpus that is open, or, where there is none, the bundled one.
 */
void
mig_error_page_set_can_go_back (MigErrorPage *self, gboolean can_go_back)
{
  g_return_if_fail (MIG_IS_ERROR_PAGE (self));

  gtk_widget_set_visible (self->back_button, can_go_back);
  gtk_widget_set_visible (self->bundled_button, !can_go_back);
}

/**
 * mig_error_page_focus_problem:
 * @self: an error page
 *
 * Moves the focus to the selected problem, from which the arrow keys reach the others.
 *
 * Returns: whether there is one
 */
gboolean
mig_error_page_focus_problem (MigErrorPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MIG_IS_ERROR_PAGE (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
