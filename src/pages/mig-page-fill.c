/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-private.h"

#include <glib/gi18n-lib.h>

#include "mig-page-parts.h"

/* What the builders of pages fill a page with: its head, and parts of its text and its aside. */

/* What the file calls it, where the title is a translation. */
static void
append_original (MigPage *self)
{
  const char *name = self->ref != MIG_REF_NONE ? mig_corpus_get_record (self->corpus, self->ref)->name
                                               : mig_corpus_get_title (self->corpus);
  const char *original = mig_corpus_get_original (self->corpus, name);
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  if (original == name)
    return;

  /* The two languages may run in different directions: U+2068 and U+2069 keep them apart. */
  isolated = g_strdup_printf ("\u2068%s\u2069", original);
  /* Translators: %s is what the thing is called in the language of the corpus, under its translated title */
  text = g_strdup_printf (_("In the original: %s"), isolated);
  mig_page_append (self, mig_part_text (text, "mig-names"));
}

/**
 * mig_page_set_head:
 * @self: a page
 * @eyebrow: (nullable): the line over the title: what it is, where and when
 * @title: the title, which is the page's accessible name too
 *
 * Sets the page's head. For builders, once.
 */
void
mig_page_set_head (MigPage    *self,
                   const char *eyebrow,
                   const char *title)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  g_free (self->title);
  self->title = g_strdup (title);

  if (eyebrow != NULL && *eyebrow != '\0')
    mig_page_append (self, mig_part_label (eyebrow, "mig-eyebrow"));
  mig_page_append (self, mig_part_heading (title, NULL, 1));
  if (self->compared == MIG_REF_NONE)
    append_original (self);
  self->outline = MIG_OUTLINE (mig_outline_new (gtk_scrolled_window_get_vadjustment (self->scroller)));
  mig_page_append (self, GTK_WIDGET (self->outline));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * mig_page_append:
 * @self: a page
 * @part: (transfer floating): a widget
 *
 * Adds a part at the end of the text.
 */
void
mig_page_append (MigPage   *self,
                 GtkWidget *part)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  gtk_box_append (GTK_BOX (mig_columns_get_main (self->columns)), part);
}

static GtkWidget *
new_section_heading (MigPage    *self,
                     const char *heading,
                     const char *detail)
{
  GtkWidget *widget = mig_part_heading (heading, detail, 2);

  if (self->outline != NULL)
    mig_outline_add (self->outline, heading, widget);

  return widget;
}

/**
 * mig_page_append_section:
 * @self: a page
 * @heading: the section's heading
 * @detail: (nullable): what stands beside it in lighter letters
 * @part: (transfer floating): a widget
 *
 * Adds a section at the end of the text.
 */
void
mig_page_append_section (MigPage    *self,
                         const char *heading,
                         const char *detail,
                         GtkWidget  *part)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  mig_page_append (self, new_section_heading (self, heading, detail));
  mig_page_append (self, part);
}

/**
 * mig_page_append_aside:
 * @self: a page
 * @heading: (nullable): the section's heading
 * @detail: (nullable): what stands beside it in lighter letters
 * @part: (transfer floating): a widget
 *
 * Adds a section at the end of the aside.
 */
void
mig_page_append_aside (MigPage    *self,
                       const char *heading,
                       const char *detail,
                       GtkWidget  *part)
{
  GtkWidget *aside;

  g_return_if_fail (MIG_IS_PAGE (self));

  aside = mig_columns_get_aside (self->columns);
  if (heading != NULL)
    gtk_box_append (GTK_BOX (aside), new_section_heading (self, heading, detail));
  gtk_box_append (GTK_BOX (aside), part);
  gtk_widget_set_visible (aside, TRUE);
}

/**
 * mig_page_set_wide:
 * @self: a page without an aside
 *
 * Gives the text the whole width. For builders.
 */
void
mig_page_set_wide (MigPage *self)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  mig_columns_set_wide (self->columns, TRUE);
}
