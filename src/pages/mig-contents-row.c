/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-row.h"

#include "mig-lines.h"
#include "mig-list-focus.h"

/* A line of the contents as it is seen: numeral or glyph, title and second line, count; or a heading. */

#define MAX_TITLE_LINES 2

struct _MigContentsRow
{
  GtkWidget parent_instance;

  GtkLabel *numeral;
  MigGlyph *glyph;
  GtkWidget *text;
  GtkLabel *title;
  GtkWidget *second;
  GtkLabel *subtitle;
  GtkWidget *disagree;
  GtkLabel *count;

  MigRef ref; /* none for a heading */
};

G_DEFINE_FINAL_TYPE (MigContentsRow, mig_contents_row, GTK_TYPE_WIDGET)

static void
set_heading (MigContentsRow  *self,
             MigContentsItem *item)
{
  mig_list_row_set_text (self->numeral, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->glyph), FALSE);
  mig_list_row_set_text (self->title, mig_contents_item_get_title (item));
  gtk_label_set_lines (self->title, 1);
  gtk_widget_set_visible (self->second, FALSE);
  mig_list_row_set_text (self->count, NULL);
}

static void
set_record (MigContentsRow  *self,
            MigContentsItem *item)
{
  const MigGlyphKind kind = mig_contents_item_get_glyph (item);
  const gboolean disagrees = mig_contents_item_disagrees (item);
  g_autofree char *numeral = mig_contents_item_dup_numeral (item);
  g_autofree char *subtitle = mig_contents_item_dup_subtitle (item);
  g_autofree char *count = mig_contents_item_dup_count (item);
  const gboolean has_second = *subtitle != '\0' || disagrees;

  /* A symposium among the meetings has no numeral, but keeps the column. */
  gtk_label_set_text (self->numeral, numeral != NULL ? numeral : "");
  gtk_widget_set_visible (GTK_WIDGET (self->numeral), numeral != NULL);
  mig_glyph_set_kind (self->glyph, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->glyph), kind != MIG_GLYPH_NONE);

  mig_list_row_set_text (self->title, mig_contents_item_get_title (item));
  gtk_label_set_lines (self->title, has_second ? 1 : MAX_TITLE_LINES);
  mig_list_row_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->disagree, disagrees);
  gtk_widget_set_visible (self->second, has_second);
  mig_list_row_set_text (self->count, count);

  /* Beside two lines of one name the numeral stands in the middle, beside a second line on the first. */
  gtk_widget_set_valign (GTK_WIDGET (self->numeral), has_second ? GTK_ALIGN_BASELINE : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->text, has_second || kind != MIG_GLYPH_NONE ? GTK_ALIGN_BASELINE : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->count), kind != MIG_GLYPH_NONE ? GTK_ALIGN_BASELINE : GTK_ALIGN_CENTER);
}

static void
mig_contents_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_contents_row_parent_class)->dispose (object);
}

static void
mig_contents_row_class_init (MigContentsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_contents_row_dispose;

  g_type_ensure (MIG_TYPE_GLYPH);
  g_type_ensure (MIG_TYPE_LINES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-contents-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, numeral);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, text);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, title);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, second);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, disagree);
  gtk_widget_class_bind_template_child (widget_class, MigContentsRow, count);
  gtk_widget_class_set_css_name (widget_class, "contentsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_contents_row_init (MigContentsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_contents_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
mig_contents_row_new (void)
{
  return g_object_new (MIG_TYPE_CONTENTS_ROW, NULL);
}

/**
 * mig_contents_row_set_item:
 * @self: a row
 * @item: what it shall show
 *
 * Shows another line in the same widgets.
 */
void
mig_contents_row_set_item (MigContentsRow  *self,
                           MigContentsItem *item)
{
  const gboolean is_heading = mig_contents_item_is_heading (item);

  g_return_if_fail (MIG_IS_CONTENTS_ROW (self));

  mig_list_row_set_class (GTK_WIDGET (self), "mig-caption", is_heading);
  mig_list_row_set_class (GTK_WIDGET (self), "meeting", !is_heading && mig_contents_item_is_meeting (item));
  self->ref = is_heading ? MIG_REF_NONE : mig_contents_item_get_ref (item);
  if (is_heading)
    set_heading (self, item);
  else
    set_record (self, item);
}

/**
 * mig_contents_row_find_ref:
 * @line: a line of the list that has a row in it
 * @user_data: not used
 *
 * Returns: the record that the line stands for, %MIG_REF_NONE for a heading
 */
MigRef
mig_contents_row_find_ref (GtkWidget *line,
                           gpointer   user_data)
{
  GtkWidget *row = gtk_widget_get_first_child (line);

  return row != NULL && MIG_IS_CONTENTS_ROW (row) ? MIG_CONTENTS_ROW (row)->ref : MIG_REF_NONE;
}
