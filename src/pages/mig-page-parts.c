/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-parts.h"

#include <string.h>

#include "mig-compat.h"
#include "mig-flow.h"
#include "mig-page-link.h"
#include "mig-text-layout.h"
#include "mig-words.h"

/* The smallest parts that pages are made of. Text of a corpus is only ever set as plain text. A link is a button with
 * the role of a link, whose action the pane of details does:
 *
 *   link ──▶ details.open (record) ──▶ navigator ──▶ the next page
 *        └─▶ details.open-uri (address) ──▶ the desktop, if the address is safe
 */

#define FACTS_SPACING 18
#define HEADING_SPACING 6

/* How much of the foreground the words between a fact's numbers have. */
#define FACT_WORDS_ALPHA ((guint16) (.8 * G_MAXUINT16))

/* A word that is wider than its label goes on in the next line as it is: a hyphen would be wrong wherever it stood. */
static GtkWidget *
new_label (GtkAccessibleRole  role,
           const char        *text,
           double             xalign)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = NULL;

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", role,
                        "label", text,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "attributes", attributes,
                        "xalign", xalign,
                        NULL);
  gtk_widget_set_layout_manager (label, mig_text_layout_new ());
  return label;
}

/**
 * mig_part_label:
 * @text: plain text
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
mig_part_label (const char *text,
                const char *css_class)
{
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_LABEL, text, 0);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
pressed_cb (GtkWidget *label)
{
  gtk_widget_set_can_focus (label, TRUE);
}

static void
focus_left_cb (GtkWidget *label)
{
  gtk_widget_set_can_focus (label, FALSE);
}

/**
 * mig_part_make_selectable:
 * @label: a label
 *
 * Has the text selected with the pointer; it is focused as long as that takes. Tab passes it by: it leads nowhere, and
 * would be every second stop.
 */
void
mig_part_make_selectable (GtkWidget *label)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), label);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), label);
  gtk_widget_add_controller (label, focus);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
}

/**
 * mig_part_text:
 * @text: plain text
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a label that wraps and whose text can be selected and copied
 */
GtkWidget *
mig_part_text (const char *text,
               const char *css_class)
{
  GtkWidget *label = mig_part_label (text, css_class);

  mig_part_make_selectable (label);
  return label;
}

static GtkWidget *
new_heading_label (const char *text,
                   int         level)
{
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_HEADING, text, 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

/**
 * mig_part_heading:
 * @text: the heading
 * @detail: (nullable): what stands beside it in lighter letters
 * @level: 1 for the page's title, 2 for a section
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
mig_part_heading (const char *text,
                  const char *detail,
                  int         level)
{
  GtkWidget *label = new_heading_label (text, level);
  GtkWidget *flow, *beside;

  gtk_widget_add_css_class (label, level == 1 ? "mig-title" : "mig-heading");
  if (level == 1)
    mig_part_make_selectable (label);
  if (detail == NULL || *detail == '\0')
    return label;

  beside = mig_part_label (detail, "mig-heading-detail");
  flow = mig_flow_new (HEADING_SPACING);
  gtk_widget_add_css_class (flow, "mig-heading-line");
  mig_flow_append (MIG_FLOW (flow), label);
  mig_flow_append (MIG_FLOW (flow), beside);
  return flow;
}

/**
 * mig_part_group_heading:
 * @text: the heading
 *
 * Returns: (transfer floating): a heading of a group within a section
 */
GtkWidget *
mig_part_group_heading (const char *text)
{
  GtkWidget *label = new_heading_label (text, 3);

  gtk_widget_add_css_class (label, "mig-group-heading");
  return label;
}

static GtkWidget *
new_link (const char *action,
          GVariant   *target,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = mig_part_label (text, NULL);
  GtkWidget *link = mig_page_link_new (action, target, label);

  /* A link on a baseline is as high as its row from GTK 4.12 on. */
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (css_class != NULL)
    gtk_widget_add_css_class (link, css_class);
  gtk_widget_set_cursor_from_name (link, "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return link;
}

/**
 * mig_part_link:
 * @ref: the record that the link leads to
 * @text: plain text
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a link to another page
 */
GtkWidget *
mig_part_link (MigRef      ref,
               const char *text,
               const char *css_class)
{
  return new_link ("details.open", g_variant_new_uint32 (ref), text, css_class);
}

/**
 * mig_part_link_named:
 * @ref: the record that the link leads to
 * @text: what is seen, perhaps only a number
 * @name: what a screen reader says and a tooltip shows instead
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a link to another page
 */
GtkWidget *
mig_part_link_named (MigRef      ref,
                     const char *text,
                     const char *name,
                     const char *css_class)
{
  GtkWidget *link = mig_part_link (ref, text, css_class);

  gtk_widget_set_tooltip_text (link, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return link;
}

/**
 * mig_part_keep_word:
 * @label: from mig_part_label(), or that of a link
 *
 * Where it is but one word, as a numeral, keeps it in one piece, however narrow the page.
 */
void
mig_part_keep_word (GtkWidget *label)
{
  if (strpbrk (gtk_label_get_text (GTK_LABEL (label)), " \n") == NULL)
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
}

/**
 * mig_part_action_link:
 * @action: a widget action
 * @target: (nullable) (transfer floating): its parameter
 * @text: plain text
 *
 * Returns: (transfer floating): a link that does something
 */
GtkWidget *
mig_part_action_link (const char *action,
                      GVariant   *target,
                      const char *text)
{
  return new_link (action, target, text, NULL);
}

/**
 * mig_part_uri_link:
 * @uri: an address from a corpus
 * @text: plain text
 *
 * Returns: (transfer floating): a link out of the program; plain text if the address is not one that may be opened
 */
GtkWidget *
mig_part_uri_link (const char *uri,
                   const char *text)
{
  GtkWidget *link;

  if (!mig_compat_uri_is_safe (uri))
    return mig_part_text (text, NULL);

  link = new_link ("details.open-uri", g_variant_new_string (uri), text, NULL);
  gtk_widget_set_tooltip_text (link, uri);
  return link;
}

/**
 * mig_part_badge:
 * @text: a word or two
 * @icon_name: (nullable): an icon before it
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
mig_part_badge (const char *text,
                const char *icon_name,
                const char *css_class)
{
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_add_css_class (badge, "mig-badge");
  if (css_class != NULL)
    gtk_widget_add_css_class (badge, css_class);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);

  if (icon_name != NULL)
    {
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", icon_name,
                                      NULL);

      gtk_box_append (GTK_BOX (badge), icon);
    }
  gtk_box_append (GTK_BOX (badge), mig_part_label (text, NULL));
  return badge;
}

/**
 * mig_part_facts:
 *
 * Returns: (transfer floating): an empty line of facts
 */
GtkWidget *
mig_part_facts (void)
{
  GtkWidget *facts = mig_flow_new (FACTS_SPACING);

  gtk_widget_add_css_class (facts, "mig-facts");
  return facts;
}

/**
 * mig_part_facts_add:
 * @facts: from mig_part_facts()
 * @text: one fact: "5 interventions"
 * @number: (nullable): the part of @text that is stressed: "5"
 *
 * Adds a fact.
 */
void
mig_part_facts_add (GtkWidget  *facts,
                    const char *text,
                    const char *number)
{
  GtkWidget *label = mig_part_label (text, NULL);
  const char *start = number != NULL ? strstr (text, number) : NULL;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (FACT_WORDS_ALPHA);
  PangoAttribute *opaque, *bold;

  pango_attr_list_insert (attributes, alpha);
  if (start != NULL)
    {
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint) (start - text);
      bold->end_index = bold->start_index + (guint) strlen (number);
      opaque = pango_attr_foreground_alpha_new (G_MAXUINT16);
      opaque->start_index = bold->start_index;
      opaque->end_index = bold->end_index;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_change (attributes, opaque);
    }

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  mig_flow_append (MIG_FLOW (facts), label);
}

/**
 * mig_part_facts_add_count:
 * @facts: from mig_part_facts()
 * @format: words with one %s for the number, already in the right plural form
 * @count: how many
 *
 * Adds a fact that is a count, unless there is nothing to count.
 */
void
mig_part_facts_add_count (GtkWidget  *facts,
                          const char *format,
                          guint       count)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (count == 0)
    return;

  number = mig_words_number (count);
  text = mig_words_count (format, count);
  mig_part_facts_add (facts, text, number);
}

/**
 * mig_part_list:
 * @name: (nullable): what the list holds, for a screen reader
 *
 * Returns: (transfer floating): an empty box that is a list to a screen reader
 */
GtkWidget *
mig_part_list (const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  NULL);

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

/**
 * mig_part_list_item:
 *
 * Returns: (transfer floating): an empty line of a list
 */
GtkWidget *
mig_part_list_item (void)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       "orientation", GTK_ORIENTATION_HORIZONTAL,
                       NULL);
}

/**
 * mig_part_labelled_line:
 * @label: what the content is: "Organizer"
 * @content: (transfer floating): a widget that wraps
 *
 * Returns: (transfer floating): a line that starts with its label
 */
GtkWidget *
mig_part_labelled_line (const char *label,
                        GtkWidget  *content)
{
  GtkWidget *line = mig_part_list_item ();
  GtkWidget *name = mig_part_label (label, "mig-line-label");

  gtk_widget_add_css_class (line, "mig-line");
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (content, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), content);
  return line;
}

/**
 * mig_part_cell:
 * @content: (nullable) (transfer floating): what stands in it
 *
 * Returns: (transfer floating): a cell of a table
 */
GtkWidget *
mig_part_cell (GtkWidget *content)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                                  "orientation", GTK_ORIENTATION_HORIZONTAL,
                                  NULL);

  if (content != NULL)
    {
      gtk_widget_set_valign (content, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (cell), content);
    }

  return cell;
}

/**
 * mig_part_column_header:
 * @text: what the column holds
 * @at_end: whether it is a column of numbers, which stand at its end
 *
 * Returns: (transfer floating): the head of a table's column
 */
GtkWidget *
mig_part_column_header (const char *text,
                        gboolean    at_end)
{
  GtkWidget *label = new_label (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, text, at_end ? 1 : 0);

  gtk_widget_add_css_class (label, "mig-column-header");
  return label;
}
