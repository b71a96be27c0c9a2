/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-legend.h"

#include <glib/gi18n-lib.h>

#include "mig-columns.h"
#include "mig-legend-sample.h"

/* MigLegend
 *
 * The window that explains the timeline's marks: each as it is drawn, and what it means. To a screen reader it is a
 * list of the meanings.
 */

#define WIDTH_EM 33
#define HEIGHT_EM 44

struct _MigLegend
{
  GtkWindow parent_instance;

  MigCorpus *corpus;
  char *palette;
  GtkWidget *scroller;
  GtkWidget *samples[MIG_N_SAMPLES];
};

enum
{
  PROP_PALETTE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigLegend, mig_legend, GTK_TYPE_WINDOW)

typedef struct
{
  MigSample sample;
  const char *name;
  const char *meaning;
} Entry;

static const Entry things[] = {
  { MIG_SAMPLE_MEETING, NC_("legend", "Meeting"), N_("With its number; the line under it leads to its day.") },
  { MIG_SAMPLE_SESSION, NC_("legend", "Session"),
    N_("In the order of its meeting. The bar under the number is the longer the more interventions there were.") },
  { MIG_SAMPLE_EVENT, NC_("legend", "Event"), N_("What a meeting speaks of, on its day.") },
  { MIG_SAMPLE_DOCUMENT, NC_("legend", "Document"), N_("On the day of its date.") },
  { MIG_SAMPLE_UNDATED, NC_("legend", "Without a date"), N_("On the shelf below, off the axis.") },
};

static const Entry dates[] = {
  { MIG_SAMPLE_KNOWN_DAYS, NC_("legend", "Hard edges"), N_("The first and the last day are known.") },
  { MIG_SAMPLE_SOFT, NC_("legend", "Ends that fade"),
    N_("Only the month, the season or the year is known, or the date is approximate.") },
  { MIG_SAMPLE_HATCHED, NC_("legend", "Hatched"),
    N_("The date is uncertain, or its sources disagree; the diamond is on the day that is best supported.") },
  { MIG_SAMPLE_OPEN, NC_("legend", "One hard edge, one that fades"), N_("It goes on; no other end is known.") },
};

static const Entry links[] = {
  { MIG_SAMPLE_SELECTED, NC_("legend", "Selected"),
    N_("Solid, with a ring. A dotted line marks its day in all lanes.") },
  { MIG_SAMPLE_LINKED, NC_("legend", "Solid"), N_("Mentioned by what is selected, or mentioning it.") },
  { MIG_SAMPLE_UNLINKED, NC_("legend", "Hollow"), N_("Not linked to what is selected.") },
  { MIG_SAMPLE_ARC, NC_("legend", "Arc"),
    N_("From who mentions to what is mentioned. What lay ahead then has its name after it, what lay behind before.") },
  { MIG_SAMPLE_CHIP, NC_("legend", "Number in a chip"),
    N_("So many things stand too near each other to be told apart. Press it to come nearer.") },
  { MIG_SAMPLE_EDGE, NC_("legend", "Number with an arrow"), N_("So many lie beyond this edge.") },
  { MIG_SAMPLE_CHEVRON, NC_("legend", "Arrow"), N_("Something linked lies beyond this edge.") },
};

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
row_new (MigLegend *self, const Entry *entry)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "legend", entry->name);
  const char *meaning = _(entry->meaning);
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign",
                                   GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->samples[entry->sample] = mig_legend_sample_new (entry->sample, self->corpus);
  gtk_widget_set_valign (self->samples[entry->sample], GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->samples[entry->sample]);
  gtk_box_append (GTK_BOX (words), label_new (name, "mig-legend-name"));
  gtk_box_append (GTK_BOX (words), label_new (meaning, "mig-soft"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "mig-legend-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);

  return row;
}

static void
append_group (MigLegend *self, GtkWidget *box, const char *heading, const Entry *entries, guint n)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_widget_add_css_class (title, "mig-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (list), row_new (self, &entries[i]));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
}

static void
mig_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PALETTE)
    g_value_set_string (value, MIG_LEGEND (object)->palette);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mig_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MigLegend *self = MIG_LEGEND (object);

  if (id != PROP_PALETTE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_free (self->palette);
  self->palette = g_value_dup_string (value);
  for (guint i = 0; i < MIG_N_SAMPLES; i++)
    if (self->samples[i] != NULL)
      mig_legend_sample_set_palette (MIG_LEGEND_SAMPLE (self->samples[i]), self->palette);
}

static void
mig_legend_finalize (GObject *object)
{
  MigLegend *self = MIG_LEGEND (object);

  g_clear_object (&self->corpus);
  g_free (self->palette);

  G_OBJECT_CLASS (mig_legend_parent_class)->finalize (object);
}

static void
mig_legend_class_init (MigLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_legend_get_property;
  object_class->set_property = mig_legend_set_property;
  object_class->finalize = mig_legend_finalize;

  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, "light",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mig_legend_init (MigLegend *self)
{
  GtkWidget *header = gtk_header_bar_new ();

  gtk_widget_add_css_class (header, "mig-header");
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
  gtk_window_set_title (GTK_WINDOW (self), _("What the Marks Mean"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-window");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-legend");

  /* The focus is on what scrolls, so that the arrow keys do. */
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the Marks Mean"), -1);
  gtk_window_set_child (GTK_WINDOW (self), self->scroller);
}

/**
 * mig_legend_new:
 * @parent: the window whose timeline is explained
 * @corpus: (nullable): the corpus that it shows
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
mig_legend_new (GtkWindow *parent, MigCorpus *corpus)
{
  MigLegend *self = g_object_new (MIG_TYPE_LEGEND, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const double em = mig_columns_get_em (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), (int) (WIDTH_EM * em), (int) (HEIGHT_EM * em));
  g_set_object (&self->corpus, corpus);
  gtk_widget_add_css_class (box, "mig-legend-list");
  append_group (self, box, C_("legend", "What it is"), things, G_N_ELEMENTS (things));
  append_group (self, box, C_("legend", "What is known of its date"), dates, G_N_ELEMENTS (dates));
  append_group (self, box, C_("legend", "How it stands to what is selected"), links, G_N_ELEMENTS (links));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);

  return GTK_WIDGET (self);
}
