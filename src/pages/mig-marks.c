/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-marks.h"

#include "mig-hit-attributes.h"

/* The places in the text of a page that have what was looked for.
 *
 *   page ──walk──▶ labels ──mig_search_results_mark()──▶ places ──▶ attributes of the labels
 *                                                          └──step──▶ the current one, and where it stands
 *
 * A page is long, so the walk goes on from piece to piece: mig_marks_restart() begins it, and mig_marks_go_on() does a
 * little of it. What a label was like before is kept with it.
 */

#define PIECE 12 /* labels at a time */

typedef struct
{
  GtkLabel *label; /* owned */
  MigSearchSpan span;
} Mark;

struct _MigMarks
{
  GtkWidget *root; /* not owned: it owns this */
  MigSearchResults *results;
  MigPalette palette;

  GArray *marks;     /* of Mark, in the order of the text */
  guint current;     /* its place from 1; 0 before the first step */
  GtkWidget *next;   /* where the walk goes on; NULL when it is at its end */
};

static void
mark_clear (gpointer data)
{
  g_object_unref (((Mark *) data)->label);
}

static GQuark
plain_quark (void)
{
  return g_quark_from_static_string ("mig-plain-attributes");
}

/**
 * mig_marks_new:
 * @root: a page's content, which must live longer
 *
 * Returns: (transfer full): no marks
 */
MigMarks *
mig_marks_new (GtkWidget *root)
{
  MigMarks *self = g_new0 (MigMarks, 1);

  self->root = root;
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);

  return self;
}

/**
 * mig_marks_free:
 * @self: marks
 *
 * Frees them; the text stays marked.
 */
void
mig_marks_free (MigMarks *self)
{
  g_clear_object (&self->results);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_weak_pointer (&self->next);
  g_free (self);
}

/* The attributes that a label had before anything was marked in it. */
static PangoAttrList *
dup_plain (GtkLabel *label)
{
  PangoAttrList *plain = g_object_get_qdata (G_OBJECT (label), plain_quark ());

  return plain != NULL ? pango_attr_list_copy (plain) : pango_attr_list_new ();
}

static void
keep_plain (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);

  if (g_object_get_qdata (G_OBJECT (label), plain_quark ()) == NULL)
    g_object_set_qdata_full (G_OBJECT (label), plain_quark (),
                             attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new (),
                             (GDestroyNotify) pango_attr_list_unref);
}

/* Marks all places of the label of which the place at @index is one. */
static void
show_marks (MigMarks *self,
            guint     index)
{
  GtkLabel *label = g_array_index (self->marks, Mark, index).label;
  g_autoptr (PangoAttrList) attributes = dup_plain (label);

  while (index > 0 && g_array_index (self->marks, Mark, index - 1).label == label)
    index--;
  for (; index < self->marks->len && g_array_index (self->marks, Mark, index).label == label; index++)
    mig_hit_attributes_insert (attributes, &g_array_index (self->marks, Mark, index).span, self->palette,
                               index + 1 == self->current);

  gtk_label_set_attributes (label, attributes);
}

static void
clear_marks (GtkLabel *label)
{
  if (g_object_get_qdata (G_OBJECT (label), plain_quark ()) == NULL)
    return;

  gtk_label_set_attributes (label, g_object_get_qdata (G_OBJECT (label), plain_quark ()));
  g_object_set_qdata (G_OBJECT (label), plain_quark (), NULL);
}

/* The contents of the page say again what stands below, a popover is not in the page, and of buttons only links are
 * its text. */
static gboolean
is_text (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && !GTK_IS_NATIVE (widget) &&
         !g_str_equal (gtk_widget_get_css_name (widget), "outline") &&
         (!GTK_IS_BUTTON (widget) ||
          gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LINK);
}

static GtkWidget *
find_next (MigMarks  *self,
           GtkWidget *widget)
{
  GtkWidget *child = is_text (widget) ? gtk_widget_get_first_child (widget) : NULL;

  if (child != NULL)
    return child;

  for (; widget != NULL && widget != self->root; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *sibling = gtk_widget_get_next_sibling (widget);

      if (sibling != NULL)
        return sibling;
    }

  return NULL;
}

static void
mark_label (MigMarks *self,
            GtkLabel *label)
{
  g_autoptr (GArray) spans = self->results != NULL ? mig_search_results_mark (self->results, gtk_label_get_text (label))
                                                   : NULL;

  clear_marks (label);
  if (spans == NULL || spans->len == 0)
    return;

  keep_plain (label);
  for (guint i = 0; i < spans->len; i++)
    {
      const Mark mark = { g_object_ref (label), g_array_index (spans, MigSearchSpan, i) };

      g_array_append_val (self->marks, mark);
    }
  show_marks (self, self->marks->len - 1);
}

/**
 * mig_marks_set:
 * @self: marks
 * @results: (nullable): what was found; %NULL to mark nothing
 * @palette: the colours
 *
 * Sets what is to be marked. A walk has to be begun then.
 *
 * Returns: whether that is something else than before
 */
gboolean
mig_marks_set (MigMarks         *self,
               MigSearchResults *results,
               MigPalette        palette)
{
  const gboolean is_other = results != self->results || (results != NULL && palette != self->palette);

  if (results != self->results)
    self->current = 0;
  g_set_object (&self->results, results);
  self->palette = palette;

  return is_other;
}

/**
 * mig_marks_restart:
 * @self: marks
 *
 * Begins to walk through the page anew.
 */
void
mig_marks_restart (MigMarks *self)
{
  g_array_set_size (self->marks, 0);
  g_set_weak_pointer (&self->next, self->root);
}

/**
 * mig_marks_go_on:
 * @self: marks
 *
 * Walks on through some of the page.
 *
 * Returns: whether there is more of it
 */
gboolean
mig_marks_go_on (MigMarks *self)
{
  GtkWidget *widget = self->next;
  guint n = 0;

  for (; widget != NULL && n < PIECE; widget = find_next (self, widget))
    if (GTK_IS_LABEL (widget) && is_text (widget))
      {
        mark_label (self, GTK_LABEL (widget));
        n++;
      }
  g_set_weak_pointer (&self->next, widget);

  return widget != NULL;
}

/**
 * mig_marks_get_n:
 * @self: marks
 *
 * Returns: how many places are marked
 */
guint
mig_marks_get_n (MigMarks *self)
{
  return self->marks->len;
}

/**
 * mig_marks_get_place:
 * @self: marks
 *
 * Returns: which of the places was gone to last, from 1; 0 if none was
 */
guint
mig_marks_get_place (MigMarks *self)
{
  return self->current <= self->marks->len ? self->current : 0;
}

/* Where in the page a place stands. */
static gboolean
find_bounds (MigMarks        *self,
             const Mark      *mark,
             graphene_rect_t *bounds)
{
  PangoLayout *layout = gtk_label_get_layout (mark->label);
  PangoRectangle place;
  graphene_point_t point;
  int x, y;

  gtk_label_get_layout_offsets (mark->label, &x, &y);
  pango_layout_index_to_pos (layout, (int) mark->span.begin, &place);
  if (!gtk_widget_compute_point (GTK_WIDGET (mark->label), self->root,
                                 &GRAPHENE_POINT_INIT ((float) (x + PANGO_PIXELS (place.x)),
                                                       (float) (y + PANGO_PIXELS (place.y))), &point))
    return FALSE;

  graphene_rect_init (bounds, point.x, point.y, 1, (float) PANGO_PIXELS (place.height));
  return TRUE;
}

/**
 * mig_marks_step:
 * @self: marks
 * @steps: 1 for the next place, -1 for the one before; after the last comes the first
 * @bounds: (out): where it stands in the page's content, in pixels
 *
 * Goes to another place.
 *
 * Returns: whether there is any
 */
gboolean
mig_marks_step (MigMarks        *self,
                int              steps,
                graphene_rect_t *bounds)
{
  const int n = (int) self->marks->len;
  const guint before = mig_marks_get_place (self);
  const int from = before > 0 ? (int) before - 1 : steps > 0 ? -1 : 0;

  if (n == 0)
    return FALSE;

  self->current = (guint) (((from + steps) % n + n) % n) + 1;
  if (before > 0)
    show_marks (self, before - 1);
  show_marks (self, self->current - 1);

  return find_bounds (self, &g_array_index (self->marks, Mark, self->current - 1), bounds);
}
