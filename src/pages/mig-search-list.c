/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-list.h"

#include <glib/gi18n-lib.h>

#include "mig-list-focus.h"
#include "mig-search-model.h"
#include "mig-search-row.h"
#include "mig-words.h"

/* The results of the search, in the place of the contents.
 *
 *   MigFinder ──changed──▶ MigSearchModel ──▶ rows          MigNavigator ──▶ the row that is marked
 *                     └──▶ nothing found, and what was perhaps meant        ◀── a row that is chosen
 */

struct _MigSearchList
{
  GtkWidget parent_instance;

  GtkLabel *note;
  GtkWidget *scroller;
  GtkListView *view;
  GtkWidget *nothing;
  GtkLabel *nothing_title;
  GtkWidget *suggestions_label;
  GtkBox *suggestions;

  MigFinder *finder;
  MigNavigator *navigator;
  MigSearchModel *model;
  GtkSingleSelection *selection;
  MigPalette palette;
  MigListFocus *focus;
};

enum
{
  PROP_FINDER = 1,
  PROP_NAVIGATOR,
  PROP_PALETTE,
  N_PROPS,
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_SUGGESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigSearchList, mig_search_list, GTK_TYPE_WIDGET)

static void
mark_selected (MigSearchList *self)
{
  guint position = mig_search_model_find (self->model, mig_navigator_get_selected (self->navigator));

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    mig_list_focus_scroll (self->focus, position);
}

static void
suggestion_cb (GtkButton     *button,
               MigSearchList *self)
{
  g_signal_emit (self, signals[SIGNAL_SUGGESTED], 0, gtk_button_get_label (button));
}

static void
show_suggestions (MigSearchList *self)
{
  g_auto (GStrv) suggestions = mig_finder_suggest (self->finder);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);
  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (suggestions[i]);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (suggestion_cb), self);
      gtk_box_append (self->suggestions, button);
    }
  gtk_widget_set_visible (self->suggestions_label, suggestions[0] != NULL);
}

static void
show_results (MigSearchList *self)
{
  MigSearchResults *results = mig_finder_get_results (self->finder);
  gboolean is_nothing = results != NULL && mig_search_results_get_n (results) == 0;
  const char *problem = results != NULL ? mig_search_query_get_problem (mig_search_results_get_query (results)) : NULL;
  const char *note = "";

  mig_search_model_set_results (self->model, results);
  if (problem != NULL)
    note = problem;
  else if (results != NULL && mig_search_results_is_relaxed (results))
    note = _("Nothing has all these words. These have most of them:");
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');

  gtk_widget_set_visible (self->nothing, is_nothing);
  gtk_widget_set_visible (self->scroller, !is_nothing);
  if (is_nothing)
    {
      /* Translators: %s is what was typed in the search entry */
      g_autofree char *title = g_strdup_printf (_("Nothing found for “%s”"), mig_finder_get_text (self->finder));

      gtk_label_set_text (self->nothing_title, title);
      show_suggestions (self);
    }

  mark_selected (self);
  /* A new answer is read from its beginning. */
  if (!is_nothing && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION &&
      g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    mig_list_focus_scroll (self->focus, 0);
}

static gboolean
pick (MigSearchList *self,
      guint          position)
{
  g_autoptr (MigSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  MigRef ref = item != NULL ? mig_search_item_get_ref (item) : MIG_REF_NONE;

  if (ref == MIG_REF_NONE)
    return FALSE;

  mig_navigator_select (self->navigator, ref);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
  return TRUE;
}

static void
activate_cb (GtkListView   *view,
             guint          position,
             MigSearchList *self)
{
  pick (self, position);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  mig_list_focus_set_up (list_item, mig_search_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         MigSearchList            *self)
{
  MigSearchItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  gboolean is_hit = mig_search_item_get_ref (item) != MIG_REF_NONE;
  g_autofree char *label = mig_search_item_dup_label (item);

  mig_search_row_set_item (MIG_SEARCH_ROW (row), item, self->palette);
  /* A heading takes the focus, or the arrow keys would end at it. */
  gtk_list_item_set_activatable (list_item, is_hit);
  mig_list_focus_set_label (row, label);
}

/* Rows are made anew in the new colours. */
static void
set_palette (MigSearchList *self,
             const char    *name)
{
  MigPalette palette = self->palette;

  if (!mig_palette_from_name (name, &palette) || palette == self->palette)
    return;

  self->palette = palette;
  gtk_list_view_set_model (self->view, NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}

static void
mig_search_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MigSearchList *self = MIG_SEARCH_LIST (object);

  switch (property_id)
    {
    case PROP_FINDER:
      g_value_set_object (value, self->finder);
      break;

    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;

    case PROP_PALETTE:
      g_value_set_string (value, mig_palette_get_name (self->palette));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_search_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MigSearchList *self = MIG_SEARCH_LIST (object);

  switch (property_id)
    {
    case PROP_FINDER:
      self->finder = g_value_dup_object (value);
      break;

    case PROP_NAVIGATOR:
      self->navigator = g_value_dup_object (value);
      break;

    case PROP_PALETTE:
      set_palette (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_search_list_constructed (GObject *object)
{
  MigSearchList *self = MIG_SEARCH_LIST (object);

  G_OBJECT_CLASS (mig_search_list_parent_class)->constructed (object);

  g_signal_connect_object (self->finder, "changed", G_CALLBACK (show_results), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (mark_selected), self, G_CONNECT_SWAPPED);
  show_results (self);
}

static void
mig_search_list_dispose (GObject *object)
{
  MigSearchList *self = MIG_SEARCH_LIST (object);
  GtkWidget *child;

  g_clear_pointer (&self->focus, mig_list_focus_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->finder);
  g_clear_object (&self->navigator);

  G_OBJECT_CLASS (mig_search_list_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_FINDER] =
    g_param_spec_object ("finder", NULL, NULL, MIG_TYPE_FINDER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * MigSearchList:palette:
   *
   * The colours of what is marked: "light", "dark", "hc" or "hc-dark".
   */
  properties[PROP_PALETTE] =
    g_param_spec_string ("palette", NULL, NULL, "light",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigSearchList::picked:
   *
   * A hit was chosen, and is selected now.
   */
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", MIG_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigSearchList::suggested:
   * @text: a query
   *
   * Somebody chose what was perhaps meant.
   */
  signals[SIGNAL_SUGGESTED] =
    g_signal_new ("suggested", MIG_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);
}

static void
mig_search_list_class_init (MigSearchListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_search_list_get_property;
  object_class->set_property = mig_search_list_set_property;
  object_class->constructed = mig_search_list_constructed;
  object_class->dispose = mig_search_list_dispose;

  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-search-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, note);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, view);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, nothing);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, nothing_title);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, suggestions_label);
  gtk_widget_class_bind_template_child (widget_class, MigSearchList, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "searchlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_search_list_init (MigSearchList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->palette = MIG_PALETTE_LIGHT;
  self->focus = mig_list_focus_new (GTK_WIDGET (self->view));
  self->model = mig_search_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

/**
 * mig_search_list_new:
 * @finder: whose results to show
 * @navigator: what to select in
 *
 * Returns: (transfer floating): the list of results
 */
GtkWidget *
mig_search_list_new (MigFinder    *finder,
                     MigNavigator *navigator)
{
  return g_object_new (MIG_TYPE_SEARCH_LIST, "finder", finder, "navigator", navigator, NULL);
}

/**
 * mig_search_list_grab:
 * @self: the list of results
 *
 * Moves the focus to the results, or to what was perhaps meant.
 *
 * Returns: whether there was anything to have it
 */
gboolean
mig_search_list_grab (MigSearchList *self)
{
  guint position;

  g_return_val_if_fail (MIG_IS_SEARCH_LIST (self), FALSE);

  if (gtk_widget_get_visible (self->nothing))
    return gtk_widget_child_focus (self->nothing, GTK_DIR_TAB_FORWARD);

  position = gtk_single_selection_get_selected (self->selection);
  mig_list_focus_go (self->focus, position != GTK_INVALID_LIST_POSITION ? position : 1);

  return TRUE;
}

/**
 * mig_search_list_activate_first:
 * @self: the list of results
 *
 * Chooses the first hit: what is most likely meant.
 *
 * Returns: whether there is one
 */
gboolean
mig_search_list_activate_first (MigSearchList *self)
{
  g_return_val_if_fail (MIG_IS_SEARCH_LIST (self), FALSE);

  return pick (self, 1);
}

/**
 * mig_search_list_dup_summary:
 * @self: the list of results
 *
 * Returns: (transfer full): how many hits there are, in words, and which of them is selected; "" before an answer
 */
char *
mig_search_list_dup_summary (MigSearchList *self)
{
  MigSearchResults *results;
  g_autofree char *number = NULL, *place_number = NULL;
  guint n, place;

  g_return_val_if_fail (MIG_IS_SEARCH_LIST (self), NULL);

  results = mig_finder_get_results (self->finder);
  if (results == NULL)
    return g_strdup ("");

  n = mig_search_results_get_n (results);
  if (n == 0)
    return g_strdup (_("No hits"));

  number = mig_words_number (n);
  place = mig_search_results_get_place (results, mig_navigator_get_selected (self->navigator));
  if (place == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hit", "%s hits", n), number);

  place_number = mig_words_number (place);
  /* Translators: which hit of the search is selected: "hit 7 of 9" */
  return g_strdup_printf (_("hit %1$s of %2$s"), place_number, number);
}
