/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presentation-search.h"

#include "mig-clamp.h"
#include "mig-room-window.h"
#include "mig-search-bar.h"
#include "mig-search-list.h"

/*
 * MigPresentationSearch: how a presenter finds something in the middle of a talk: the window's strip and list once
 * more, over the console or in a corner of the room's screen. What is chosen the room explores.
 *
 *   keys ──► MigSearchBar ──► MigFinder ──► MigSearchList ──► MigNavigator ──picked──► MigPresentation
 *
 * The finder and the navigator are its own: what the window looks for and has selected stays as it is.
 */

#define LIST_HEIGHT 280
#define LEAST_WIDTH 320
#define MOST_EMS 38

struct _MigPresentationSearch
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  MigSearchBar *bar;
  MigSearchList *list;

  char *palette;
  MigPresentation *presentation;
  MigFinder *finder;
  MigNavigator *navigator;
};

enum
{
  PROP_PALETTE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigPresentationSearch, mig_presentation_search, GTK_TYPE_WIDGET)

static void
sync_summary (MigPresentationSearch *self)
{
  g_autofree char *summary = mig_search_list_dup_summary (self->list);

  /* The room looks in the whole corpus. */
  mig_search_bar_set_summary (self->bar, summary, 0);
}

/* There is nothing to show before something is looked for. */
static void
found_cb (MigPresentationSearch *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), mig_finder_get_results (self->finder) != NULL);
  sync_summary (self);
}

static void
picked_cb (MigPresentationSearch *self)
{
  mig_presentation_explore (self->presentation, mig_navigator_get_selected (self->navigator));
}

static void
activated_cb (MigPresentationSearch *self)
{
  mig_search_list_activate_first (self->list);
}

static void
left_cb (MigPresentationSearch *self)
{
  if (mig_finder_get_results (self->finder) != NULL)
    mig_search_list_grab (self->list);
}

static void
closed_cb (MigPresentationSearch *self)
{
  mig_presentation_set_searching (self->presentation, FALSE);
}

static gboolean
mig_presentation_search_grab_focus (GtkWidget *widget)
{
  mig_search_bar_grab (MIG_PRESENTATION_SEARCH (widget)->bar);
  return TRUE;
}

/* The room is dark in every theme. */
static void
sync_palette (MigPresentationSearch *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_object_set (self->list, "palette", MIG_IS_ROOM_WINDOW (root) ? "dark" : self->palette, NULL);
}

static void
mig_presentation_search_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_presentation_search_parent_class)->root (widget);

  sync_palette (MIG_PRESENTATION_SEARCH (widget));
}

static void
mig_presentation_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigPresentationSearch *self = MIG_PRESENTATION_SEARCH (object);

  switch (prop_id)
    {
    case PROP_PALETTE:
      g_value_set_string (value, self->palette);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_presentation_search_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigPresentationSearch *self = MIG_PRESENTATION_SEARCH (object);

  switch (prop_id)
    {
    case PROP_PALETTE:
      g_free (self->palette);
      self->palette = g_value_dup_string (value);
      sync_palette (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_presentation_search_dispose (GObject *object)
{
  MigPresentationSearch *self = MIG_PRESENTATION_SEARCH (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_object (&self->navigator);
  g_clear_object (&self->finder);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (mig_presentation_search_parent_class)->dispose (object);
}

static void
mig_presentation_search_finalize (GObject *object)
{
  g_free (MIG_PRESENTATION_SEARCH (object)->palette);

  G_OBJECT_CLASS (mig_presentation_search_parent_class)->finalize (object);
}

static void
mig_presentation_search_class_init (MigPresentationSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_presentation_search_get_property;
  object_class->set_property = mig_presentation_search_set_property;
  object_class->dispose = mig_presentation_search_dispose;
  object_class->finalize = mig_presentation_search_finalize;
  widget_class->root = mig_presentation_search_root;
  widget_class->grab_focus = mig_presentation_search_grab_focus;

  /**
   * MigPresentationSearch:palette:
   *
   * The colours of what is marked in the list, see #MigSearchList:palette; over the room those of the room.
   */
  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, "light",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "presentationsearch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_presentation_search_init (MigPresentationSearch *self)
{
  self->palette = g_strdup ("light");
}

static void
add_children (MigPresentationSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = MIG_SEARCH_BAR (mig_search_bar_new ());
  self->list = MIG_SEARCH_LIST (mig_search_list_new (self->finder, self->navigator));
  mig_search_bar_set_finder (self->bar, self->finder);
  mig_search_bar_set_steps (self->bar, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), -1, LIST_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_size_request (box, LEAST_WIDTH, -1);
  gtk_widget_add_css_class (box, "mig-search-sheet");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->clamp = mig_clamp_new ();
  g_object_set (self->clamp, "maximum-ems", (double) MOST_EMS, NULL);
  mig_clamp_set_child (MIG_CLAMP (self->clamp), box);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
}

/**
 * mig_presentation_search_new:
 * @presentation: whose room sees what is chosen
 * @finder: a finder whose index is used if it is of the same corpus
 *
 * Returns: (transfer floating): a search for a presentation, empty
 */
GtkWidget *
mig_presentation_search_new (MigPresentation *presentation, MigFinder *finder)
{
  MigPresentationSearch *self = g_object_new (MIG_TYPE_PRESENTATION_SEARCH, NULL);
  MigCorpus *corpus = mig_presentation_get_corpus (presentation);

  self->presentation = g_object_ref (presentation);
  self->finder = mig_finder_new_beside (finder, corpus);
  self->navigator = mig_navigator_new ();
  mig_navigator_set_corpus (self->navigator, corpus);
  add_children (self);
  g_signal_connect_object (self->bar, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "suggested", G_CALLBACK (mig_search_bar_set_text), self->bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (sync_summary), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
