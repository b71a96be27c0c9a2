/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-details-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-comparison-words.h"
#include "mig-compat.h"
#include "mig-copy.h"
#include "mig-figure-table.h"
#include "mig-partner-dialog.h"
#include "mig-path.h"
#include "mig-speakers.h"

/* What the links, buttons and menus of the details do. */

/* Enables what can be done now. */
void
mig_details_sync_actions (MigDetails *self)
{
  const MigRef ref = mig_navigator_get_selected (self->navigator);
  const MigRef compared = mig_navigator_get_compared (self->navigator);
  const gboolean has_corpus = self->corpus != NULL;
  const MigSiblings siblings = has_corpus && compared == MIG_REF_NONE ? mig_path_get_siblings (self->corpus, ref)
                                                                      : (MigSiblings) { 0, };
  g_autofree char *address = has_corpus ? mig_copy_dup_link (self->corpus, ref, compared) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "details.previous", siblings.previous != MIG_REF_NONE);
  gtk_widget_action_set_enabled (widget, "details.next", siblings.next != MIG_REF_NONE);
  gtk_widget_action_set_enabled (widget, "details.compare-with",
                                 has_corpus && mig_comparison_is_of (self->corpus, ref));
  gtk_widget_action_set_enabled (widget, "details.copy-link", address != NULL);
  gtk_widget_action_set_enabled (widget, "details.copy-citation", has_corpus && compared == MIG_REF_NONE);
  gtk_widget_action_set_enabled (widget, "details.copy-text", has_corpus);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  const MigRef ref = g_variant_get_uint32 (parameter);

  if (self->corpus != NULL && (ref == MIG_REF_NONE || mig_corpus_has (self->corpus, ref)))
    mig_navigator_select (self->navigator, ref);
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  MigRef first, second;

  g_variant_get (parameter, "(uu)", &first, &second);
  if (mig_corpus_has (self->corpus, first) && mig_corpus_has (self->corpus, second) &&
      mig_comparison_is_possible (self->corpus, first, second))
    mig_navigator_compare (self->navigator, first, second);
}

static void
compare_with_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  const MigRef selected = mig_navigator_get_selected (self->navigator);

  if (self->corpus != NULL && mig_comparison_is_of (self->corpus, selected))
    mig_partner_dialog_present (widget, self->navigator, selected);
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  mig_compat_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, g_variant_get_string (parameter, NULL));
}

static void
show_list_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  static const char *const names[MIG_N_CONTENTS_LISTS] = {
    [MIG_CONTENTS_SESSIONS] = "sessions",
    [MIG_CONTENTS_SPEAKERS] = "speakers",
    [MIG_CONTENTS_EVENTS] = "events",
    [MIG_CONTENTS_DOCUMENTS] = "documents",
  };
  MigDetails *self = MIG_DETAILS (widget);

  for (MigContentsList list = 0; list < MIG_N_CONTENTS_LISTS; list++)
    if (strcmp (names[list], g_variant_get_string (parameter, NULL)) == 0)
      {
        mig_contents_show_list (self->contents, list);
        mig_panes_set_contents_shown (self->panes, TRUE);
        mig_contents_grab (self->contents);
      }
}

static void
sibling_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  const MigRef selected = mig_navigator_get_selected (self->navigator);
  MigSiblings siblings;
  MigRef ref;

  if (self->corpus == NULL)
    return;

  siblings = mig_path_get_siblings (self->corpus, selected);
  ref = strcmp (action_name, "details.next") == 0 ? siblings.next : siblings.previous;
  if (ref != MIG_REF_NONE)
    mig_navigator_select (self->navigator, ref);
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);

  if (self->corpus != NULL)
    mig_copy_link (widget, self->corpus, mig_navigator_get_selected (self->navigator),
                   mig_navigator_get_compared (self->navigator));
}

static void
copy_citation_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);

  if (self->corpus != NULL)
    mig_copy_citation (widget, self->corpus, mig_navigator_get_selected (self->navigator));
}

/* The figures of the page, all of them, however many are shown. */
static void
copy_figures_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  g_autoptr(GArray) figures = NULL;
  g_autofree char *table = NULL;

  if (self->corpus == NULL)
    return;

  figures = mig_speakers_get_figures (self->corpus, mig_navigator_get_selected (self->navigator));
  if (figures->len == 0)
    return;

  table = mig_figure_table_dup (self->corpus, (const MigRef *) (void *) figures->data, figures->len);
  mig_copy_text (widget, table, _("The table was copied."));
}

/* For whoever cannot select it with a pointer. */
static void
copy_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MigDetails *self = MIG_DETAILS (widget);
  const MigRef selected = mig_navigator_get_selected (self->navigator);
  g_autofree char *text = NULL;

  if (self->page == NULL)
    return;

  if (mig_page_get_compared (self->page) != MIG_REF_NONE)
    text = mig_comparison_words_dup_text (self->corpus, selected, mig_page_get_compared (self->page));
  else
    text = g_strdup_printf ("%s\n%s", mig_page_get_title (self->page),
                            selected != MIG_REF_NONE ? mig_corpus_get_record (self->corpus, selected)->description
                                                     : mig_corpus_get_description (self->corpus));
  mig_copy_text (widget, text, _("The text was copied."));
}

/* Adds the actions to the class. */
void
mig_details_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "details.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "details.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "details.show-list", "s", show_list_action);
  gtk_widget_class_install_action (widget_class, "details.previous", NULL, sibling_action);
  gtk_widget_class_install_action (widget_class, "details.next", NULL, sibling_action);
  gtk_widget_class_install_action (widget_class, "details.compare", "(uu)", compare_action);
  gtk_widget_class_install_action (widget_class, "details.compare-with", NULL, compare_with_action);
  gtk_widget_class_install_action (widget_class, "details.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "details.copy-citation", NULL, copy_citation_action);
  gtk_widget_class_install_action (widget_class, "details.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "details.copy-figures", NULL, copy_figures_action);
}
