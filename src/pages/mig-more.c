/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-more.h"

#include <glib/gi18n-lib.h>

#include "mig-page.h"
#include "mig-words.h"

/* A long list on a page: its first items, and under them a button that brings more. However long the list, no more
 * widgets are made at once than a batch, and those only as fast as the page has time for them.
 *
 *   items ──▶ func (item) ──▶ container        │ 1 … limit │ [Show all 40] or [Show 200 more] │
 */

#define BATCH 200
#define FIRST 1 /* items that are there from the start, so that the page has its shape */

struct _MigMore
{
  GtkWidget parent_instance;

  GtkWidget *container;
  GtkWidget *button;

  MigCorpus *corpus;
  MigRef context;
  GArray *items;
  MigMoreFunc func;
  guint n_shown;
  guint n_wanted;
  gboolean is_at_work;
};

G_DEFINE_FINAL_TYPE (MigMore, mig_more, GTK_TYPE_WIDGET)

static void
update_button (MigMore *self)
{
  const guint n_left = self->items->len - self->n_shown;
  const guint n_next = MIN (n_left, BATCH);
  g_autofree char *number = mig_words_number (n_left <= BATCH ? self->items->len : n_next);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->button, n_left > 0 && self->n_shown >= self->n_wanted);
  if (n_left <= BATCH)
    /* Translators: %s is the number of items in the whole list */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show all %s", "Show all %s", self->items->len), number);
  else
    /* Translators: %s is a number of items of a list that will be shown next */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %s more", "Show %s more", n_next), number);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
}

static void
show_up_to (MigMore *self,
            guint    n)
{
  while (self->n_shown < n)
    self->func (self->container, self->corpus, self->context, self->items, self->n_shown++);

  update_button (self);
}

static gboolean
show_next (MigPage  *page,
           gpointer  data)
{
  MigMore *self = data;

  /* It may have left the page by now. */
  if (self->container == NULL)
    return FALSE;

  if (self->n_shown < self->n_wanted)
    show_up_to (self, self->n_shown + 1);
  self->is_at_work = self->n_shown < self->n_wanted;
  return self->is_at_work;
}

/* Leaves what is wanted and not yet there to the page, or, where there is none, does it at once. */
static void
fill (MigMore *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MIG_TYPE_PAGE);

  if (self->n_shown >= self->n_wanted || self->is_at_work)
    return;

  self->is_at_work = page != NULL;
  if (page != NULL)
    mig_page_add_work (MIG_PAGE (page), show_next, g_object_ref (self), g_object_unref);
  else
    show_up_to (self, self->n_wanted);
}

static void
mig_more_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_more_parent_class)->root (widget);

  fill (MIG_MORE (widget));
}

/* The button may be gone by then, so the focus goes on to the first item that it brought. */
static void
clicked_cb (GtkButton *button,
            MigMore   *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MIG_TYPE_PAGE);
  GtkWidget *last = gtk_widget_get_last_child (self->container);
  GtkWidget *first;

  self->n_wanted = MIN (self->n_shown + BATCH, self->items->len);
  show_up_to (self, MIN (self->n_shown + FIRST, self->n_wanted));
  fill (self);
  if (page != NULL)
    mig_page_mark_again (MIG_PAGE (page));

  first = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (self->container);
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

static void
mig_more_dispose (GObject *object)
{
  MigMore *self = MIG_MORE (object);

  g_clear_pointer (&self->container, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_more_parent_class)->dispose (object);
}

static void
mig_more_class_init (MigMoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_more_dispose;
  GTK_WIDGET_CLASS (klass)->root = mig_more_root;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "more");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_more_init (MigMore *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * mig_more_new:
 * @container: (transfer floating): an empty widget that the items go into
 * @corpus: the corpus of the page
 * @context: the record of the page
 * @items: (transfer full): the items
 * @limit: how many are shown at first
 * @func: makes one item's widget
 *
 * Returns: (transfer floating): the beginning of a list, and a button for the rest
 */
GtkWidget *
mig_more_new (GtkWidget   *container,
              MigCorpus   *corpus,
              MigRef       context,
              GArray      *items,
              guint        limit,
              MigMoreFunc  func)
{
  MigMore *self = g_object_new (MIG_TYPE_MORE, NULL);

  self->container = container;
  self->corpus = g_object_ref (corpus);
  self->context = context;
  self->items = items;
  self->func = func;
  gtk_widget_set_parent (container, GTK_WIDGET (self));

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "mig-more");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  /* One item more than the limit takes no more room than the button for it. */
  self->n_wanted = items->len == limit + 1 ? items->len : MIN (limit, items->len);
  show_up_to (self, MIN (FIRST, self->n_wanted));

  return GTK_WIDGET (self);
}
