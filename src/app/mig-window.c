/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-window.h"

#include <glib/gi18n-lib.h>

#include "mig-briefing-file.h"
#include "mig-choices.h"
#include "mig-clamp.h"
#include "mig-drop-zone.h"
#include "mig-header-fold.h"
#include "mig-languages.h"
#include "mig-settings.h"
#include "mig-window-private.h"

/* MigWindow
 *
 * A window on one corpus, or on why there is none.
 *
 *   open, drop, recent ──> MigLoader ──changed──┬──> state: blank, welcome, loading, error, main
 *                                               ├──> MigNavigator and MigViewport ──> MigBrowser
 *                                               └──> banner, when the corpus before stays on screen
 *
 * How it follows the loader is in mig-window-sync.c, its actions in mig-window-actions.c.
 */

enum
{
  PROP_LOADER = 1,
  PROP_SETTINGS,
  PROP_STATE,
  PROP_PALETTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigWindow, mig_window, GTK_TYPE_APPLICATION_WINDOW)

static void
recent_changed_cb (MigWindow *self)
{
  GMenuModel *recent = mig_recent_get_menu (self->recent);

  g_menu_remove_all (self->recent_section);
  if (g_menu_model_get_n_items (recent) > 0)
    g_menu_append_submenu (self->recent_section, _("_Recent"), recent);
}

static gboolean
look_for_recent_cb (gpointer user_data)
{
  MigWindow *self = user_data;

  self->recent_id = 0;
  mig_recent_refresh (self->recent);
  mig_languages_fill_menu (self->language_menu);

  return G_SOURCE_REMOVE;
}

/* The buttons beside the thumb that browsers know as back and forward. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MigWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8)
    mig_navigator_go_back (self->navigator);
  else if (button == 9)
    mig_navigator_go_forward (self->navigator);
}

static gboolean
mig_window_close_request (GtkWindow *window)
{
  MigWindow *self = MIG_WINDOW (window);

  if (!mig_briefing_desk_may_close (self->desk))
    return GDK_EVENT_STOP;
  if (self->settings != NULL)
    mig_settings_remember_window (self->settings, window);
  if (self->settings != NULL && self->browser != NULL)
    mig_settings_remember_timeline_height (self->settings, mig_browser_get_timeline_height (self->browser));
  mig_window_save_place (self);
  mig_window_save_last (self);

  return GTK_WINDOW_CLASS (mig_window_parent_class)->close_request (window);
}

static void
sync_tooltips (MigWindow *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_tooltip_text (self->back_button, rtl ? _("Back (Alt+Right)") : _("Back (Alt+Left)"));
  gtk_widget_set_tooltip_text (self->forward_button, rtl ? _("Forward (Alt+Left)") : _("Forward (Alt+Right)"));
}

static void
mig_window_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (mig_window_parent_class)->direction_changed (widget, before);

  sync_tooltips (MIG_WINDOW (widget));
  mig_window_sync_direction (MIG_WINDOW (widget));
}

static void
mig_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mig_window_parent_class)->map (widget);

  mig_window_settle_focus (MIG_WINDOW (widget));
}

static void
mig_window_constructed (GObject *object)
{
  MigWindow *self = MIG_WINDOW (object);

  G_OBJECT_CLASS (mig_window_parent_class)->constructed (object);

  if (self->loader == NULL)
    self->loader = mig_loader_new ();
  if (self->settings != NULL)
    {
      mig_loader_set_max_size (self->loader, g_settings_get_uint64 (self->settings, "max-corpus-size"));
      mig_settings_restore_window (self->settings, GTK_WINDOW (self));
    }
  mig_settings_bind_loader (self->settings, self->loader);

  mig_loading_page_set_loader (self->loading_page, self->loader);
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (mig_window_take_loader), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mig_recent_get_menu (self->recent), "items-changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->recent_id = g_timeout_add_full (G_PRIORITY_LOW, 500, look_for_recent_cb, self, NULL);

  mig_window_add_actions (self);
  mig_window_add_search (self);
  mig_window_add_filter (self);
  self->desk = mig_briefing_desk_new (self, self->settings);
  mig_window_take_loader (self);
}

static void
mig_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigWindow *self = MIG_WINDOW (object);

  switch (prop_id)
    {
    case PROP_LOADER:
      g_value_set_object (value, self->loader);
      break;

    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;

    case PROP_STATE:
      g_value_set_string (value, mig_window_get_state (self));
      break;

    case PROP_PALETTE:
      g_value_set_string (value, self->palette);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigWindow *self = MIG_WINDOW (object);

  switch (prop_id)
    {
    case PROP_LOADER:
      self->loader = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_PALETTE:
      mig_window_set_palette (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_window_dispose (GObject *object)
{
  MigWindow *self = MIG_WINDOW (object);
  GtkWidget *legend;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->recent_id, g_source_remove);
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_object (&self->desk);
  mig_window_drop_filter_panel (self);
  legend = self->legend;
  g_clear_weak_pointer (&self->legend);
  if (legend != NULL)
    gtk_window_destroy (GTK_WINDOW (legend));
  mig_finder_set_corpus (self->finder, NULL);
  /* The reading under way holds the loader; nobody is left to be told that it ends. */
  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->loader, self);
      mig_loader_cancel (self->loader);
    }

  G_OBJECT_CLASS (mig_window_parent_class)->dispose (object);
}

static void
mig_window_finalize (GObject *object)
{
  MigWindow *self = MIG_WINDOW (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->navigator);
  g_clear_object (&self->viewport);
  g_clear_object (&self->finder);
  g_clear_object (&self->recent);
  g_clear_object (&self->bookmarks);
  g_clear_object (&self->settings);
  g_free (self->pending_address);
  g_free (self->palette);

  G_OBJECT_CLASS (mig_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MigWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, bookmark_fold);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, filter_strip);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, language_menu);
  gtk_widget_class_bind_template_child (widget_class, MigWindow, lists_menu);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mig_window_open_file);
}

static void
mig_window_class_init (MigWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mig_window_constructed;
  object_class->get_property = mig_window_get_property;
  object_class->set_property = mig_window_set_property;
  object_class->dispose = mig_window_dispose;
  object_class->finalize = mig_window_finalize;
  widget_class->map = mig_window_map;
  widget_class->direction_changed = mig_window_direction_changed;
  GTK_WINDOW_CLASS (klass)->close_request = mig_window_close_request;

  properties[PROP_LOADER] =
    g_param_spec_object ("loader", NULL, NULL, MIG_TYPE_LOADER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_string ("state", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PALETTE] =
    g_param_spec_string ("palette", NULL, NULL, "light",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MIG_TYPE_BANNER);
  g_type_ensure (MIG_TYPE_CHOICES);
  g_type_ensure (MIG_TYPE_CLAMP);
  g_type_ensure (MIG_TYPE_DROP_ZONE);
  g_type_ensure (MIG_TYPE_FILTER_BAR);
  g_type_ensure (MIG_TYPE_HEADER_FOLD);
  g_type_ensure (MIG_TYPE_LOADING_PAGE);
  g_type_ensure (MIG_TYPE_SEARCH_BAR);
  g_type_ensure (MIG_TYPE_SIDE_PANE);
  bind_template (widget_class);
}

static void
mig_window_init (MigWindow *self)
{
  self->navigator = mig_navigator_new ();
  self->viewport = mig_viewport_new ();
  mig_navigator_set_viewport (self->navigator, self->viewport);
  self->finder = mig_finder_new ();
  self->recent = mig_recent_new ();
  self->bookmarks = mig_bookmarks_new (NULL);
  self->palette = g_strdup ("light");

  gtk_widget_init_template (GTK_WIDGET (self));
  sync_tooltips (self);
}

/**
 * mig_window_new:
 * @application: (nullable): the application
 * @loader: (nullable): a loader that may be reading already; the window makes its own otherwise
 * @settings: (nullable): where to remember the window's size
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
mig_window_new (GtkApplication *application, MigLoader *loader, GSettings *settings)
{
  return g_object_new (MIG_TYPE_WINDOW, "application", application, "loader", loader, "settings", settings, NULL);
}

/**
 * mig_window_open_file:
 * @self: a window
 * @file: a corpus, or a briefing
 *
 * Opens @file in place of the corpus or the briefing that is shown, which stays if @file cannot be read. A file is a
 * briefing if it is named so.
 */
void
mig_window_open_file (MigWindow *self, GFile *file)
{
  g_return_if_fail (MIG_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (mig_briefing_is_file_name (file))
    {
      mig_window_open_briefing (self, file);
      return;
    }
  self->shows_problems = FALSE;
  self->has_notice = FALSE;
  mig_loader_load (self->loader, file);
}

/**
 * mig_window_open_address:
 * @self: a window
 * @address: an address, "migmeet:CORPUS#ID" or, of a comparison, "migmeet:CORPUS#ID;ID"
 *
 * Selects what is at @address, as soon as a corpus is open. If it has nothing there the window says so.
 */
void
mig_window_open_address (MigWindow *self, const char *address)
{
  g_return_if_fail (MIG_IS_WINDOW (self));
  g_return_if_fail (address != NULL);

  g_free (self->pending_address);
  self->pending_address = g_strdup (address);
  mig_window_take_loader (self);
}

/**
 * mig_window_open_briefing:
 * @self: a window
 * @file: a briefing
 *
 * Opens a briefing beside the corpus, as soon as there is one.
 */
void
mig_window_open_briefing (MigWindow *self, GFile *file)
{
  g_return_if_fail (MIG_IS_WINDOW (self));

  mig_briefing_desk_open (self->desk, file);
}

/**
 * mig_window_present_briefing:
 * @self: a window
 * @file: (nullable): a briefing; %NULL for the window's own, or what the corpus suggests
 * @position: the place of the scene to begin with, from 0
 *
 * Presents a briefing, as soon as there is a corpus.
 */
void
mig_window_present_briefing (MigWindow *self, GFile *file, guint position)
{
  g_return_if_fail (MIG_IS_WINDOW (self));

  if (file != NULL)
    mig_briefing_desk_open (self->desk, file);
  mig_briefing_desk_present (self->desk, position);
}

/**
 * mig_window_can_show_address:
 * @self: a window
 * @address: an address, "migmeet:CORPUS#ID" or, of a comparison, "migmeet:CORPUS#ID;ID"
 *
 * Returns: whether @address is that of the window's corpus, or of something in it
 */
gboolean
mig_window_can_show_address (MigWindow *self, const char *address)
{
  MigCorpus *corpus;

  g_return_val_if_fail (MIG_IS_WINDOW (self), FALSE);

  corpus = mig_loader_get_corpus (self->loader);

  return corpus != NULL && mig_corpus_has_address (corpus, address);
}

/**
 * mig_window_get_loader:
 * @self: a window
 *
 * Returns: (transfer none): what reads the window's corpora
 */
MigLoader *
mig_window_get_loader (MigWindow *self)
{
  g_return_val_if_fail (MIG_IS_WINDOW (self), NULL);

  return self->loader;
}

/**
 * mig_window_get_navigator:
 * @self: a window
 *
 * Returns: (transfer none): the window's corpus and selection
 */
MigNavigator *
mig_window_get_navigator (MigWindow *self)
{
  g_return_val_if_fail (MIG_IS_WINDOW (self), NULL);

  return self->navigator;
}

/**
 * mig_window_get_viewport:
 * @self: a window
 *
 * Returns: (transfer none): the span of time in sight
 */
MigViewport *
mig_window_get_viewport (MigWindow *self)
{
  g_return_val_if_fail (MIG_IS_WINDOW (self), NULL);

  return self->viewport;
}

/**
 * mig_window_get_state:
 * @self: a window
 *
 * Returns: (transfer none): what the window shows: "blank", "welcome", "loading", "error" or "main"
 */
const char *
mig_window_get_state (MigWindow *self)
{
  g_return_val_if_fail (MIG_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * mig_window_get_message:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what the banner says, or %NULL when there is none
 */
const char *
mig_window_get_message (MigWindow *self)
{
  g_return_val_if_fail (MIG_IS_WINDOW (self), NULL);

  return mig_banner_get_message (self->banner);
}

/**
 * mig_window_set_palette:
 * @self: a window
 * @palette: "light", "dark", "hc" or "hc-dark"
 *
 * Sets the colours of what the window draws by itself, to go with the style sheets. In high contrast the window has the
 * class `hc`, by which the style sheets can tell.
 */
void
mig_window_set_palette (MigWindow *self, const char *palette)
{
  g_return_if_fail (MIG_IS_WINDOW (self));
  g_return_if_fail (palette != NULL);

  if (g_str_equal (palette, self->palette))
    return;

  g_free (self->palette);
  self->palette = g_strdup (palette);
  if (g_str_has_prefix (palette, "hc"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "hc");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hc");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}
