/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-details-private.h"

/* The lower band of the window: a bar with the path, the contents, and the page of what is selected.
 *
 *   navigator ──▶ notify::selected ──┬──▶ MigCrumbs
 *        ▲                           ├──▶ MigContents
 *        │                           └──▶ MigPage, made anew
 *        └── details.open, .compare, .previous, .next ◀── every link and button in them
 */

/* In a view that the navigator keeps: how far the page is scrolled down, in pixels. */
#define KEY_SCROLL "scroll"
/* What freeing an old page takes at a time. */
#define FREE_BUDGET (G_TIME_SPAN_MILLISECOND)

enum
{
  PROP_0,
  PROP_NAVIGATOR,
  PROP_CONTENTS_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigDetails, mig_details, GTK_TYPE_WIDGET)

static void
set_contents_shown (MigDetails *self,
                    gboolean    contents_shown)
{
  mig_panes_set_contents_shown (self->panes, contents_shown);
}

static gboolean
shows_results (MigDetails *self)
{
  return self->results != NULL && gtk_stack_get_visible_child (self->lists) == GTK_WIDGET (self->results);
}

/* The focus goes where there is something to see. */
static void
contents_shown_cb (MigDetails *self)
{
  if (shows_results (self))
    ; /* whoever types keeps the focus */
  else if (mig_panes_get_contents_shown (self->panes))
    mig_contents_grab (self->contents);
  else if (self->page != NULL)
    mig_page_grab (self->page);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENTS_SHOWN]);
}

static void
narrow_cb (MigDetails *self)
{
  mig_crumbs_set_narrow (self->crumbs, mig_panes_get_narrow (self->panes));
}

static gboolean
page_has_focus (MigDetails *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->host);
}

/* Whatever there is to do for the new page comes in between. */
static gboolean
free_page_cb (gpointer page)
{
  return mig_page_take_apart (page, g_get_monotonic_time () + FREE_BUDGET);
}

/* The new page comes before the old one goes, so that the focus has somewhere to go; from a link that is no more it
 * goes to the page that the link led to. */
static void
show_page (MigDetails *self,
           MigRef      ref,
           MigRef      compared)
{
  GtkWidget *old_page = GTK_WIDGET (self->page);
  const gboolean had_focus = page_has_focus (self);

  self->page = NULL;
  if (self->corpus != NULL)
    {
      self->page = MIG_PAGE (compared != MIG_REF_NONE ? mig_page_new_comparison (self->corpus, ref, compared)
                                                      : mig_page_new (self->corpus, ref));
      gtk_widget_set_hexpand (GTK_WIDGET (self->page), TRUE);
      gtk_box_append (GTK_BOX (self->host), GTK_WIDGET (self->page));
      g_signal_connect_object (self->page, "marks-changed", G_CALLBACK (mig_details_show_marks), self,
                               G_CONNECT_SWAPPED);
      mig_details_sync_marks (self);
      if (had_focus)
        mig_page_grab (self->page);
      mig_crumbs_show_record (self->crumbs, self->corpus, ref, compared);
    }

  /* To free all that is on the old page can wait until the new one is seen. */
  if (old_page != NULL)
    {
      g_idle_add_full (G_PRIORITY_LOW, free_page_cb, g_object_ref (old_page), g_object_unref);
      gtk_box_remove (GTK_BOX (self->host), old_page);
    }
  mig_details_show_marks (self);
}

/* Who comes back finds the page as it was left. */
static void
collect_view_cb (MigDetails   *self,
                 GVariantDict *view)
{
  if (self->page != NULL)
    g_variant_dict_insert (view, KEY_SCROLL, "d", mig_page_get_scroll (self->page));
}

static void
view_returned_cb (MigDetails *self,
                  GVariant   *view)
{
  double scroll;

  if (self->page != NULL && g_variant_lookup (view, KEY_SCROLL, "d", &scroll))
    mig_page_set_scroll (self->page, scroll);
}

static void
follow (MigDetails *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);
  const MigRef ref = mig_navigator_get_selected (self->navigator);
  const MigRef compared = mig_navigator_get_compared (self->navigator);

  if (corpus == self->corpus && self->page != NULL && mig_page_get_ref (self->page) == ref &&
      mig_page_get_compared (self->page) == compared)
    return;

  g_set_object (&self->corpus, corpus);
  mig_preview_set_corpus (self->preview, corpus);
  show_page (self, ref, compared);
  mig_details_sync_actions (self);
}

/* Whoever chose a line of a list sees its page. */
static void
picked_cb (GtkWidget  *list,
           MigDetails *self)
{
  set_contents_shown (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  MigDetails *self = MIG_DETAILS (widget);

  if (mig_preview_hide (self->preview))
    return TRUE;
  if (!mig_panes_get_contents_shown (self->panes))
    return FALSE;

  set_contents_shown (self, FALSE);
  return TRUE;
}

static void
mig_details_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MigDetails *self = MIG_DETAILS (object);

  switch (property_id)
    {
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;

    case PROP_CONTENTS_SHOWN:
      g_value_set_boolean (value, mig_panes_get_contents_shown (self->panes));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_details_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MigDetails *self = MIG_DETAILS (object);

  switch (property_id)
    {
    case PROP_NAVIGATOR:
      self->navigator = g_value_dup_object (value);
      break;

    case PROP_CONTENTS_SHOWN:
      set_contents_shown (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mig_details_constructed (GObject *object)
{
  MigDetails *self = MIG_DETAILS (object);

  G_OBJECT_CLASS (mig_details_parent_class)->constructed (object);

  mig_contents_set_navigator (self->contents, self->navigator);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::compared", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::corpus", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "collect-view", G_CALLBACK (collect_view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "view-returned", G_CALLBACK (view_returned_cb), self, G_CONNECT_SWAPPED);
  follow (self);
  mig_details_sync_actions (self);
  /* A place that was written down is returned to before anybody shows it. */
  if (mig_navigator_get_view (self->navigator) != NULL)
    view_returned_cb (self, mig_navigator_get_view (self->navigator));
}

static void
mig_details_dispose (GObject *object)
{
  MigDetails *self = MIG_DETAILS (object);
  GtkWidget *child;

  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_clear_pointer (&self->preview, mig_preview_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->page = NULL;
  self->results = NULL;

  g_clear_object (&self->navigator);
  g_clear_object (&self->finder);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_details_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * MigDetails:navigator:
   *
   * What is followed, and selected in.
   */
  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, MIG_TYPE_NAVIGATOR,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * MigDetails:contents-shown:
   *
   * Whether the contents are shown where there is room for one pane only. Otherwise they always are.
   */
  properties[PROP_CONTENTS_SHOWN] =
    g_param_spec_boolean ("contents-shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_details_class_init (MigDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mig_details_get_property;
  object_class->set_property = mig_details_set_property;
  object_class->constructed = mig_details_constructed;
  object_class->dispose = mig_details_dispose;

  install_properties (object_class);
  mig_details_install_actions (widget_class);
  mig_details_install_marks (widget_class);
  gtk_widget_class_install_property_action (widget_class, "details.contents-shown", "contents-shown");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (MIG_TYPE_PANES);
  g_type_ensure (MIG_TYPE_CRUMBS);
  g_type_ensure (MIG_TYPE_CONTENTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MigDetails, panes);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, crumbs);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, lists);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, contents);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, host);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, marks_bar);
  gtk_widget_class_bind_template_child (widget_class, MigDetails, marks_label);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, contents_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_details_init (MigDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preview = mig_preview_new (GTK_WIDGET (self));
}

/**
 * mig_details_new:
 * @navigator: what to follow, and to select in
 *
 * Returns: (transfer floating): the band of details
 */
GtkWidget *
mig_details_new (MigNavigator *navigator)
{
  return g_object_new (MIG_TYPE_DETAILS, "navigator", navigator, NULL);
}

/**
 * mig_details_focus_page:
 * @self: the band of details
 *
 * Moves the focus to the page of what is selected.
 */
void
mig_details_focus_page (MigDetails *self)
{
  g_return_if_fail (MIG_IS_DETAILS (self));

  set_contents_shown (self, FALSE);
  if (self->page != NULL)
    mig_page_grab (self->page);
}

/**
 * mig_details_show_undated:
 * @self: the band of details
 *
 * Shows in the contents the events that have no date, and moves the focus there.
 */
void
mig_details_show_undated (MigDetails *self)
{
  g_return_if_fail (MIG_IS_DETAILS (self));

  set_contents_shown (self, TRUE);
  mig_contents_grab_undated (self->contents);
}

/**
 * mig_details_show_results:
 * @self: the band of details
 * @finder: whose results to show; always the same one
 *
 * Shows the results of a search in the place of the contents.
 *
 * Returns: (transfer none): the list of results
 */
MigSearchList *
mig_details_show_results (MigDetails *self,
                          MigFinder  *finder)
{
  g_return_val_if_fail (MIG_IS_DETAILS (self), NULL);
  g_return_val_if_fail (MIG_IS_FINDER (finder), NULL);

  if (self->results == NULL)
    {
      self->results = MIG_SEARCH_LIST (mig_search_list_new (finder, self->navigator));
      g_signal_connect_object (self->results, "picked", G_CALLBACK (picked_cb), self, 0);
      gtk_stack_add_child (self->lists, GTK_WIDGET (self->results));
      mig_details_follow_finder (self, finder);
    }
  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->results));
  mig_panes_set_contents_wide (self->panes, TRUE);
  set_contents_shown (self, TRUE);

  return self->results;
}

/**
 * mig_details_hide_results:
 * @self: the band of details
 *
 * Shows the contents again.
 */
void
mig_details_hide_results (MigDetails *self)
{
  g_return_if_fail (MIG_IS_DETAILS (self));

  if (!shows_results (self))
    return;
  set_contents_shown (self, FALSE);
  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->contents));
  mig_panes_set_contents_wide (self->panes, FALSE);
}
