/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-crumbs.h"

#include <glib/gi18n-lib.h>

#include "mig-page-parts.h"
#include "mig-path.h"
#include "mig-words.h"

/* The bar over contents and page: the path to the page, the sessions before and after, and what can be copied. Where it
 * is narrow, the path gives way to a button for the contents and to the place among the siblings. All it does is done
 * by the actions of the pane of details. */

struct _MigCrumbs
{
  GtkWidget parent_instance;

  GtkWidget *contents;
  GtkBox *path;
  GtkLabel *place;
  GtkWidget *previous;
  GtkLabel *previous_numeral;
  GtkWidget *next;
  GtkLabel *next_numeral;

  gboolean is_narrow;
  gboolean has_siblings;
};

G_DEFINE_FINAL_TYPE (MigCrumbs, mig_crumbs, GTK_TYPE_WIDGET)

/* In the bar a step takes one line, however little room there is. */
static void
keep_to_one_line (GtkLabel *label)
{
  gtk_label_set_wrap (label, FALSE);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
}

static GtkWidget *
new_step (const MigStep *step,
          gboolean       is_last)
{
  GtkWidget *widget;

  if (is_last || step->kind == MIG_STEP_PLAIN)
    {
      widget = mig_part_label (step->label, is_last ? "mig-step-last" : "mig-step-plain");
      keep_to_one_line (GTK_LABEL (widget));
    }
  else
    {
      widget = step->kind == MIG_STEP_LIST
               ? mig_part_action_link ("details.show-list", g_variant_new_string (step->list), step->label)
               : mig_part_link (step->ref, step->label, NULL);
      keep_to_one_line (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
    }

  gtk_widget_add_css_class (widget, "mig-step");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  return widget;
}

static void
update_path (MigCrumbs *self,
             MigCorpus *corpus,
             MigRef     ref,
             MigRef     compared)
{
  g_autoptr(GArray) steps = mig_path_get_steps (corpus, ref);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->path))) != NULL)
    gtk_box_remove (self->path, child);

  if (compared != MIG_REF_NONE)
    {
      /* Translators: the last step of a path, after a meeting, person or organization; %s is another one */
      char *label = g_strdup_printf (C_("step of the path", "compared with %s"),
                                     mig_words_short_name (corpus, compared));
      const MigStep step = { MIG_STEP_PLAIN, MIG_REF_NONE, NULL, label };

      g_array_append_val (steps, step);
    }

  for (guint i = 0; i < steps->len; i++)
    {
      if (i > 0)
        {
          GtkWidget *separator = g_object_new (GTK_TYPE_LABEL,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "label", "›",
                                               NULL);

          gtk_widget_add_css_class (separator, "mig-step-separator");
          gtk_box_append (self->path, separator);
        }
      gtk_box_append (self->path, new_step (&g_array_index (steps, MigStep, i), i + 1 == steps->len));
    }
}

static void
update_button (GtkWidget  *button,
               GtkLabel   *numeral,
               MigCorpus  *corpus,
               MigRef      ref,
               const char *name)
{
  g_autofree char *text = ref != MIG_REF_NONE ? mig_words_numeral (corpus, ref) : g_strdup ("");

  gtk_label_set_text (numeral, text);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_siblings (MigCrumbs *self,
                 MigCorpus *corpus,
                 MigRef     ref,
                 MigRef     compared)
{
  const MigSiblings siblings = compared == MIG_REF_NONE ? mig_path_get_siblings (corpus, ref) : (MigSiblings) { 0, };
  g_autofree char *previous = NULL;
  g_autofree char *next = NULL;
  g_autofree char *numeral = NULL;
  g_autofree char *total = NULL;
  g_autofree char *place = NULL;

  self->has_siblings = siblings.position > 0 && siblings.n > 1;
  gtk_label_set_text (self->place, "");
  if (!self->has_siblings)
    return;

  if (siblings.previous != MIG_REF_NONE)
    {
      g_autofree char *name = mig_words_numbered_name (corpus, siblings.previous);

      /* Translators: %s is the session, meeting or intervention before this one */
      previous = g_strdup_printf (_("Previous: %s"), name);
    }
  if (siblings.next != MIG_REF_NONE)
    {
      g_autofree char *name = mig_words_numbered_name (corpus, siblings.next);

      /* Translators: %s is the session, meeting or intervention after this one */
      next = g_strdup_printf (_("Next: %s"), name);
    }

  update_button (self->previous, self->previous_numeral, corpus, siblings.previous,
                 previous != NULL ? previous : _("Previous"));
  update_button (self->next, self->next_numeral, corpus, siblings.next, next != NULL ? next : _("Next"));

  numeral = mig_words_numeral (corpus, ref);
  total = mig_words_number (siblings.n);
  /* Translators: number of a session, meeting or intervention, and how many there are: "VIII of 11" */
  place = g_strdup_printf (C_("place among siblings", "%1$s of %2$s"), numeral, total);
  gtk_label_set_text (self->place, place);
}

static void
update_visibility (MigCrumbs *self)
{
  gtk_widget_set_visible (self->contents, self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->path), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->place), self->is_narrow);
  gtk_widget_set_visible (self->previous, self->has_siblings);
  gtk_widget_set_visible (self->next, self->has_siblings);
  gtk_widget_set_visible (GTK_WIDGET (self->previous_numeral), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->next_numeral), !self->is_narrow);
}

static void
mig_crumbs_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_crumbs_parent_class)->dispose (object);
}

static void
mig_crumbs_class_init (MigCrumbsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_crumbs_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-crumbs.ui");
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, contents);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, path);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, place);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, previous);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, previous_numeral);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, next);
  gtk_widget_class_bind_template_child (widget_class, MigCrumbs, next_numeral);
  gtk_widget_class_set_css_name (widget_class, "crumbs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_crumbs_init (MigCrumbs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_visibility (self);
}

/**
 * mig_crumbs_show_record:
 * @self: the bar
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 * @compared: what it is compared with, or %MIG_REF_NONE
 *
 * Shows the path to a record, and what is beside it; a comparison stands in no order with others.
 */
void
mig_crumbs_show_record (MigCrumbs *self,
                        MigCorpus *corpus,
                        MigRef     ref,
                        MigRef     compared)
{
  g_return_if_fail (MIG_IS_CRUMBS (self));

  update_path (self, corpus, ref, compared);
  update_siblings (self, corpus, ref, compared);
  update_visibility (self);
}

/**
 * mig_crumbs_set_narrow:
 * @self: the bar
 * @is_narrow: whether there is room for one pane only
 *
 * Changes between the wide and the narrow bar.
 */
void
mig_crumbs_set_narrow (MigCrumbs *self,
                       gboolean   is_narrow)
{
  g_return_if_fail (MIG_IS_CRUMBS (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  update_visibility (self);
}
