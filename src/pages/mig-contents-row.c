/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-row.h"

#include <glib/gi18n-lib.h>

#include "mig-lines.h"
#include "mig-list-focus.h"

/* A line of the contents as it is seen: numeral or glyph, title and second line, count; or a heading. A list has two
 * hundred of them, most of them out of sight: what is in one is made when it first shows something. */

#define MAX_TITLE_LINES 2
#define SPACING 8
#define SPACING_SECOND 6
#define MIN_TITLE_CHARS 6
#define MAX_COUNT_CHARS 14

struct _MigContentsRow
{
  GtkWidget parent_instance;

  GtkLabel *numeral; /* NULL, like all the others, before anything is shown */
  MigGlyph *glyph;
  GtkWidget *text;
  GtkLabel *title;
  GtkWidget *second;
  GtkLabel *subtitle;
  GtkWidget *disagree;
  GtkLabel *count;

  MigRef ref; /* none for a heading */
  MigContentsItem *awaited; /* what it does not show yet */
};

G_DEFINE_FINAL_TYPE (MigContentsRow, mig_contents_row, GTK_TYPE_WIDGET)

static GtkLabel *
new_label (GtkWidget          *box,
           const char         *css_class,
           double              xalign,
           PangoEllipsizeMode  ellipsize)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize", ellipsize, NULL);

  gtk_widget_add_css_class (label, css_class);
  if (MIG_IS_LINES (box))
    mig_lines_append (MIG_LINES (box), label);
  else
    gtk_widget_set_parent (label, box);

  return GTK_LABEL (label);
}

static void
make_text (MigContentsRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->text = mig_lines_new ();
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_valign (self->text, GTK_ALIGN_BASELINE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  self->title = new_label (self->text, "title", 0, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->title, attributes);
  gtk_label_set_width_chars (self->title, MIN_TITLE_CHARS);

  self->second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING_SECOND);
  mig_lines_append (MIG_LINES (self->text), self->second);
  self->subtitle = new_label (self->second, "subtitle", 0, PANGO_ELLIPSIZE_END);
  self->disagree = GTK_WIDGET (new_label (self->second, "subtitle", 0, PANGO_ELLIPSIZE_END));
  gtk_widget_add_css_class (self->disagree, "disagree");
  gtk_label_set_text (GTK_LABEL (self->disagree), C_("in a list", "sources disagree"));
}

static void
make_children (MigContentsRow *self)
{
  GtkWidget *glyph = mig_glyph_new (MIG_GLYPH_NONE);

  self->numeral = new_label (GTK_WIDGET (self), "mig-numeral", 1, PANGO_ELLIPSIZE_NONE);
  self->glyph = MIG_GLYPH (glyph);
  gtk_widget_set_valign (glyph, GTK_ALIGN_BASELINE);
  gtk_widget_set_parent (glyph, GTK_WIDGET (self));
  make_text (self);
  self->count = new_label (GTK_WIDGET (self), "count", 1, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->count, MAX_COUNT_CHARS);
}

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

  g_clear_object (&MIG_CONTENTS_ROW (object)->awaited);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_contents_row_parent_class)->dispose (object);
}

static void
mig_contents_row_class_init (MigContentsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_contents_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "contentsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_contents_row_init (MigContentsRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
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

  g_clear_object (&self->awaited);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  if (self->numeral == NULL)
    make_children (self);

  mig_list_row_set_class (GTK_WIDGET (self), "mig-caption", is_heading);
  mig_list_row_set_class (GTK_WIDGET (self), "meeting", !is_heading && mig_contents_item_is_meeting (item));
  self->ref = is_heading ? MIG_REF_NONE : mig_contents_item_get_ref (item);
  if (is_heading)
    set_heading (self, item);
  else
    set_record (self, item);
}

/**
 * mig_contents_row_await_item:
 * @self: a row
 * @item: what it shall show
 * @height: how high it is meanwhile
 *
 * Takes note of the line without showing it, as the row is out of sight. It is shown by mig_contents_row_set_item().
 */
void
mig_contents_row_await_item (MigContentsRow  *self,
                             MigContentsItem *item,
                             int              height)
{
  g_return_if_fail (MIG_IS_CONTENTS_ROW (self));

  g_set_object (&self->awaited, item);
  self->ref = mig_contents_item_is_heading (item) ? MIG_REF_NONE : mig_contents_item_get_ref (item);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, height);
}

/**
 * mig_contents_row_get_awaited:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the line that it does not show yet
 */
MigContentsItem *
mig_contents_row_get_awaited (MigContentsRow *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_ROW (self), NULL);

  return self->awaited;
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
