/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-row.h"

#include "mig-hit-attributes.h"
#include "mig-lines.h"
#include "mig-list-focus.h"

/* A line of the results as it is seen: numeral or glyph, title and excerpt with what was looked for marked, when; or a
 * heading. What is marked is marked by attributes: the corpus's text is never read as markup. */

struct _MigSearchRow
{
  GtkWidget parent_instance;

  GtkLabel *numeral;
  MigGlyph *glyph;
  GtkLabel *title;
  GtkLabel *excerpt;
  GtkLabel *when;
};

G_DEFINE_FINAL_TYPE (MigSearchRow, mig_search_row, GTK_TYPE_WIDGET)

static void
set_marks (GtkLabel   *label,
           GArray     *marks,
           MigPalette  palette)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    mig_hit_attributes_insert (attributes, &g_array_index (marks, MigSearchSpan, i), palette, FALSE);
  gtk_label_set_attributes (label, attributes);
}

static void
mig_search_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_search_row_parent_class)->dispose (object);
}

static void
mig_search_row_class_init (MigSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_search_row_dispose;

  g_type_ensure (MIG_TYPE_GLYPH);
  g_type_ensure (MIG_TYPE_LINES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MigSearchRow, numeral);
  gtk_widget_class_bind_template_child (widget_class, MigSearchRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, MigSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, MigSearchRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, MigSearchRow, when);
  gtk_widget_class_set_css_name (widget_class, "contentsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_search_row_init (MigSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_search_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
mig_search_row_new (void)
{
  return g_object_new (MIG_TYPE_SEARCH_ROW, NULL);
}

/**
 * mig_search_row_set_item:
 * @self: a row
 * @item: what it shall show
 * @palette: the colours of marks
 *
 * Shows another line in the same widgets.
 */
void
mig_search_row_set_item (MigSearchRow  *self,
                         MigSearchItem *item,
                         MigPalette     palette)
{
  gboolean is_hit = mig_search_item_get_ref (item) != MIG_REF_NONE;
  MigGlyphKind kind = mig_search_item_get_glyph (item);
  GArray *title_marks, *excerpt_marks;
  const char *title = mig_search_item_get_title (item, &title_marks);
  const char *excerpt = mig_search_item_get_excerpt (item, &excerpt_marks);
  g_autofree char *numeral = mig_search_item_dup_numeral (item);
  g_autofree char *when = mig_search_item_dup_when (item);

  g_return_if_fail (MIG_IS_SEARCH_ROW (self));

  mig_list_row_set_class (GTK_WIDGET (self), "mig-caption", mig_search_item_is_heading (item));
  gtk_label_set_text (self->numeral, numeral);
  gtk_widget_set_visible (GTK_WIDGET (self->numeral), is_hit && kind == MIG_GLYPH_NONE);
  mig_glyph_set_kind (self->glyph, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->glyph), kind != MIG_GLYPH_NONE);
  mig_list_row_set_text (self->title, title);
  set_marks (self->title, title_marks, palette);
  mig_list_row_set_text (self->excerpt, excerpt);
  set_marks (self->excerpt, excerpt_marks, palette);
  mig_list_row_set_text (self->when, when);
}
