/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-copy.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-page-evidence.h"

/* What is copied of a record, whoever asks for it: the page's own menu, a row's, or a key of the window. */

/**
 * mig_copy_dup_link:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 * @compared: what it is compared with, or %MIG_REF_NONE
 *
 * Returns: (transfer full) (nullable): the address of the record's page, or of that of the two side by side; %NULL if
 *   it has none
 */
char *
mig_copy_dup_link (MigCorpus *corpus,
                   MigRef     ref,
                   MigRef     compared)
{
  return compared != MIG_REF_NONE ? mig_corpus_dup_comparison_address (corpus, ref, compared)
                                  : mig_corpus_dup_address (corpus, ref);
}

/**
 * mig_copy_link:
 * @widget: where it is asked for
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 * @compared: what it is compared with, or %MIG_REF_NONE
 *
 * Copies the address of a page, and says so.
 *
 * Returns: whether it has one
 */
gboolean
mig_copy_link (GtkWidget *widget,
               MigCorpus *corpus,
               MigRef     ref,
               MigRef     compared)
{
  g_autofree char *address = mig_copy_dup_link (corpus, ref, compared);

  if (address != NULL)
    mig_copy_text (widget, address, _("The link was copied."));

  return address != NULL;
}

/**
 * mig_copy_citation:
 * @widget: where it is asked for
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE
 *
 * Copies what one cites a record by, and says so.
 */
void
mig_copy_citation (GtkWidget *widget,
                   MigCorpus *corpus,
                   MigRef     ref)
{
  g_autofree char *citation = mig_evidence_dup_citation (corpus, ref);

  mig_copy_text (widget, citation, _("The citation was copied."));
}

/**
 * mig_copy_text:
 * @widget: where it is asked for
 * @text: what goes to the clipboard
 * @message: what a screen reader says then
 *
 * Copies a text, and says so.
 */
void
mig_copy_text (GtkWidget  *widget,
               const char *text,
               const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mig_compat_announce (widget, message);
}
