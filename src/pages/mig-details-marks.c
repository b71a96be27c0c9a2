/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-details-private.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-words.h"

/* While something is looked for it is marked in the page too, and a strip under the page leads from place to place.
 *
 *   MigFinder ──changed──▶ MigPage ──marks-changed──▶ the strip: "2 of 7 on this page"  ‹ ›
 */

static char *
dup_summary (guint n,
             guint place)
{
  g_autofree char *number = mig_words_number (n);
  g_autofree char *place_number = mig_words_number (place);

  if (place > 0)
    /* Translators: which of the places where the page has what is looked for, and how many there are */
    return g_strdup_printf (_("%1$s of %2$s on this page"), place_number, number);

  /* Translators: in how many places the page has what is looked for */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s place on this page", "%s places on this page", n), number);
}

/* Says how many places the page has. */
void
mig_details_show_marks (MigDetails *self)
{
  guint place = 0;
  const guint n = self->page != NULL ? mig_page_get_n_marks (self->page, &place) : 0;
  g_autofree char *summary = dup_summary (n, place);

  gtk_label_set_text (self->marks_label, summary);
  gtk_widget_set_visible (self->marks_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.next-mark", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.previous-mark", n > 0);
}

/* Has the page mark what is looked for now. */
void
mig_details_sync_marks (MigDetails *self)
{
  MigSearchResults *results = self->finder != NULL ? mig_finder_get_results (self->finder) : NULL;
  MigPalette palette = MIG_PALETTE_LIGHT;
  g_autofree char *name = NULL;

  if (self->page == NULL)
    return;

  if (self->results != NULL)
    g_object_get (self->results, "palette", &name, NULL);
  if (name != NULL)
    mig_palette_from_name (name, &palette);
  /* Results of a corpus that was read again since are of no use here. */
  if (results != NULL && mig_search_results_get_corpus (results) != self->corpus)
    results = NULL;
  mig_page_set_results (self->page, results, palette);
}

/* Follows a search from now on. */
void
mig_details_follow_finder (MigDetails *self,
                           MigFinder  *finder)
{
  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (mig_details_sync_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "notify::palette", G_CALLBACK (mig_details_sync_marks), self,
                           G_CONNECT_SWAPPED);
  mig_details_sync_marks (self);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mig_details_step_mark (MIG_DETAILS (widget), g_str_equal (action_name, "details.next-mark") ? 1 : -1);
}

/* Adds the actions to the class. */
void
mig_details_install_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "details.next-mark", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "details.previous-mark", NULL, step_action);
}

/**
 * mig_details_step_mark:
 * @self: the band of details
 * @steps: 1 for the next place in the page that has what is looked for, -1 for the one before
 *
 * Goes there, and says which it is. Without any there is a sound.
 */
void
mig_details_step_mark (MigDetails *self,
                       int         steps)
{
  g_return_if_fail (MIG_IS_DETAILS (self));

  if (self->page == NULL || !mig_page_step_mark (self->page, steps))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  mig_compat_announce (GTK_WIDGET (self), gtk_label_get_text (self->marks_label));
}
