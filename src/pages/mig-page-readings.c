/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-readings.h"

#include <glib/gi18n-lib.h>

#include "mig-page-evidence.h"
#include "mig-page-parts.h"
#include "mig-words.h"

/* What sources tell differently: a card with each reading and who tells it, or a badge that opens the card.
 *
 *   badge ──▶ popover, made when it is first opened ──▶ card ──▶ property ──▶ readings ──▶ sources
 */

#define NOTE_WIDTH 48 /* letters, in a popover, which is as wide as it likes */

static GtkWidget *
new_reading (MigCorpus        *corpus,
             const char       *property,
             const MigReading *reading)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const MigSource *sources = mig_corpus_get_sources (corpus, reading->sources);
  g_autofree char *value = mig_words_reading (property, reading->value);

  gtk_box_append (GTK_BOX (line), mig_part_text (value, "mig-reading"));
  for (guint i = 0, n; i < reading->sources.n; i += n)
    {
      n = mig_evidence_count_places (&sources[i], reading->sources.n - i);
      gtk_box_append (GTK_BOX (line), mig_evidence_source_line (corpus, &sources[i], n, TRUE));
    }

  return line;
}

static void
append_disagreement (GtkWidget             *card,
                     MigCorpus             *corpus,
                     const MigDisagreement *disagreement)
{
  const MigReading *readings = mig_corpus_get_readings (corpus, disagreement->readings);

  gtk_box_append (GTK_BOX (card), mig_part_group_heading (mig_words_property (disagreement->property)));
  for (guint i = 0; i < disagreement->readings.n; i++)
    gtk_box_append (GTK_BOX (card), new_reading (corpus, disagreement->property, &readings[i]));
  if (*disagreement->note != '\0')
    {
      GtkWidget *note = mig_part_text (disagreement->note, "mig-note");

      gtk_label_set_max_width_chars (GTK_LABEL (note), NOTE_WIDTH);
      gtk_box_append (GTK_BOX (card), note);
    }
}

/**
 * mig_readings_card:
 * @corpus: a corpus
 * @ref: a record with disagreements
 * @title: (nullable): what stands first in the card, as a link to the record
 *
 * Returns: (transfer floating): a card with what each source tells
 */
GtkWidget *
mig_readings_card (MigCorpus  *corpus,
                   MigRef      ref,
                   const char *title)
{
  const MigRecord *record = mig_corpus_get_record (corpus, ref);
  const MigDisagreement *disagreements = mig_corpus_get_disagreements (corpus, record->disagreements);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  gtk_widget_add_css_class (card, "mig-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("badge", "Sources disagree"), -1);

  if (title != NULL)
    {
      GtkWidget *link = mig_part_link (ref, title, "mig-card-title");

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (card), link);
    }
  gtk_box_append (GTK_BOX (card),
                  mig_part_badge (C_("badge", "Sources disagree"), "dialog-warning-symbolic", "disagree"));
  for (guint i = 0; i < record->disagreements.n; i++)
    append_disagreement (card, corpus, &disagreements[i]);

  return card;
}

static void
make_popover_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  MigCorpus *corpus = g_object_get_data (G_OBJECT (button), "mig-corpus");
  GtkWidget *popover;

  /* GTK asks at each opening; what sources tell stays the same. */
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (popover, "mig-readings");
  gtk_popover_set_child (GTK_POPOVER (popover), mig_readings_card (corpus, GPOINTER_TO_UINT (user_data), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("badge", "Sources disagree"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
new_button (MigCorpus *corpus,
            MigRef     ref,
            GtkWidget *child)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_add_css_class (button, "mig-disagree");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), child);
  g_object_set_data_full (G_OBJECT (button), "mig-corpus", g_object_ref (corpus), g_object_unref);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover_cb, GUINT_TO_POINTER (ref), NULL);
  gtk_widget_set_tooltip_text (button, _("Sources disagree: see what each of them tells"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("badge", "Sources disagree"), -1);
  return button;
}

/**
 * mig_readings_badge:
 * @corpus: a corpus
 * @ref: a record with disagreements
 *
 * Returns: (transfer floating): a badge that opens what each source tells
 */
GtkWidget *
mig_readings_badge (MigCorpus *corpus,
                    MigRef     ref)
{
  return new_button (corpus, ref,
                     mig_part_badge (C_("badge", "Sources disagree"), "dialog-warning-symbolic", "disagree"));
}

/**
 * mig_readings_mark:
 * @corpus: a corpus
 * @ref: a record with disagreements
 *
 * Returns: (transfer floating): the same without words, for the line of a list
 */
GtkWidget *
mig_readings_mark (MigCorpus *corpus,
                   MigRef     ref)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic",
                                  NULL);
  GtkWidget *mark = new_button (corpus, ref, icon);

  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}
