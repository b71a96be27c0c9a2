/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-flow.h"

/* A box whose children flow like words: one after the other on a common baseline, from the start of the line to its
 * end, then on the next line. So links, plain words and separators can stand together in what reads as one line of
 * text, while each link stays a widget of its own that the keyboard and a screen reader can reach. */

struct _MigFlow
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (MigFlow, mig_flow, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *widget;
  int x, y, width, height;
  int ascent; /* from its top to its baseline */
} Word;

/* Moves the words from @first on, which make a line, to their common baseline. Returns the line's height. */
static int
finish_line (GArray *words,
             guint   first,
             int     y)
{
  int ascent = 0, descent = 0;

  for (guint i = first; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      ascent = MAX (ascent, word->ascent);
      descent = MAX (descent, word->height - word->ascent);
    }

  for (guint i = first; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);

      word->y = y + ascent - word->ascent;
    }

  return ascent + descent;
}

/* Places all children in lines of @width pixels, or in one line if @width is -1. */
static GArray *
place (MigFlow *self,
       int      width,
       int     *height)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint first = 0;
  int x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Word word = { .widget = child };
      int minimum, natural, baseline;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      word.width = (width < 0) ? natural : CLAMP (natural, minimum, MAX (minimum, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, word.width, NULL, &word.height, NULL, &baseline);
      word.ascent = (baseline >= 0) ? baseline : word.height;

      if (width >= 0 && x > 0 && x + word.width > width)
        {
          y += finish_line (words, first, y);
          first = words->len;
          x = 0;
        }

      word.x = x;
      x += word.width + self->spacing;
      g_array_append_val (words, word);
    }

  *height = y + finish_line (words, first, y);
  return words;
}

static void
mig_flow_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  MigFlow *self = MIG_FLOW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int sum = 0;

      *minimum = 0;
      for (GtkWidget *child = gtk_widget_get_first_child (widget);
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;

          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          sum += child_natural + self->spacing;
        }
      *natural = MAX (*minimum, sum - self->spacing);
    }
  else
    {
      g_autoptr(GArray) words = place (self, for_size, minimum);

      *natural = *minimum;
      if (words->len > 0)
        {
          const Word *word = &g_array_index (words, Word, 0);

          *minimum_baseline = *natural_baseline = word->y + word->ascent;
        }
    }
}

static void
mig_flow_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int used;
  int shift = 0;
  g_autoptr(GArray) words = place (MIG_FLOW (widget), width, &used);

  if (baseline >= 0 && words->len > 0)
    shift = baseline - g_array_index (words, Word, 0).y - g_array_index (words, Word, 0).ascent;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      const int x = is_mirrored ? width - word->x - word->width : word->x;

      gtk_widget_size_allocate (word->widget,
                                &(GtkAllocation) { x, word->y + shift, word->width, word->height },
                                -1);
    }
}

static GtkSizeRequestMode
mig_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_flow_parent_class)->dispose (object);
}

static void
mig_flow_class_init (MigFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_flow_dispose;

  widget_class->measure = mig_flow_measure;
  widget_class->size_allocate = mig_flow_size_allocate;
  widget_class->get_request_mode = mig_flow_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "flow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_flow_init (MigFlow *self)
{
}

/**
 * mig_flow_new:
 * @spacing: pixels between two children on a line
 *
 * Returns: (transfer floating): an empty flow
 */
GtkWidget *
mig_flow_new (int spacing)
{
  MigFlow *self = g_object_new (MIG_TYPE_FLOW, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * mig_flow_append:
 * @self: a flow
 * @child: (transfer floating): what comes next
 *
 * Adds @child at the end.
 */
void
mig_flow_append (MigFlow   *self,
                 GtkWidget *child)
{
  g_return_if_fail (MIG_IS_FLOW (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
