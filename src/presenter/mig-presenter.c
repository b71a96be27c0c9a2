/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presenter.h"

#include <glib/gi18n-lib.h>

#include "mig-console.h"
#include "mig-presenter-keys.h"
#include "mig-room-window.h"

/*
 * MigPresenter: puts a presentation on screens. It makes the two windows, says which goes where, keeps the session from
 * sleeping, and brings everything back when it is over.
 *
 *   monitors ──items-changed──► place ──► room's window on one, console on another, or no console
 *   MigPresentation ──swap────────┘
 *                   ──ended──► windows gone, session may sleep again
 *
 * Which screen is the room's is remembered by its name, and not by its number, which changes with every plug.
 */

struct _MigPresenter
{
  GObject parent_instance;

  GtkApplication *application;
  GtkWindow *parent;
  MigPresentation *presentation;
  GSettings *settings; /* NULL when nothing is remembered */
  GActionGroup *actions;
  GtkWidget *room;     /* NULL before the start and after the end */
  GtkWidget *console;
  MigPresenterSearchFunc create_search; /* NULL where nothing can be searched */
  gpointer search_data;
  GtkWidget *search; /* NULL until it is first asked for */
  GListModel *monitors;
  char *room_name;     /* the screen that is the room's, or NULL */
  GdkMonitor *room_on; /* where the windows are; compared only */
  GdkMonitor *console_on;
  guint inhibit_cookie;
  guint place_id;
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigPresenter, mig_presenter, G_TYPE_OBJECT)

/* What a monitor is called: "HDMI-1", and where it is known who made it, "HDMI-1, Dell U2412". */
static char *
dup_monitor_name (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor);
  const char *model = gdk_monitor_get_model (monitor);

  if (connector == NULL || *connector == '\0')
    return g_strdup (model != NULL ? model : "");
  if (model == NULL || *model == '\0' || g_str_equal (model, connector))
    return g_strdup (connector);
  /* Translators: a screen: %1$s is its plug, %2$s its make: "HDMI-1, Dell U2412" */
  return g_strdup_printf (C_("screen", "%1$s, %2$s"), connector, model);
}

static GdkMonitor *
find_by_name (MigPresenter *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      g_autofree char *found = dup_monitor_name (monitor);

      if (gdk_monitor_is_valid (monitor) && g_strcmp0 (found, name) == 0)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/* The first one that is not @other. */
static GdkMonitor *
find_other (MigPresenter *self, GdkMonitor *other)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor != other && gdk_monitor_is_valid (monitor))
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/* The screen with the presenter's own window on it. A window that does not stand on any screen yet will come up on the
 * first. */
static GdkMonitor *
get_parent_monitor (MigPresenter *self)
{
  GdkSurface *surface = self->parent != NULL ? gtk_native_get_surface (GTK_NATIVE (self->parent)) : NULL;
  g_autoptr (GdkMonitor) first = g_list_model_get_item (self->monitors, 0);

  if (surface == NULL || !gdk_surface_get_mapped (surface))
    return first;
  return gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
}

/* The screen that was the room's last, if it is plugged in; else one on which the presenter's own window is not. */
static GdkMonitor *
choose_room (MigPresenter *self)
{
  GdkMonitor *monitor = self->room_name != NULL ? find_by_name (self, self->room_name) : NULL;

  if (monitor == NULL)
    monitor = find_other (self, get_parent_monitor (self));
  return monitor != NULL ? monitor : find_other (self, NULL);
}

static void
tell_console (MigPresenter *self, GdkMonitor *room)
{
  g_autofree char *name = dup_monitor_name (room);
  GdkRectangle geometry;

  gdk_monitor_get_geometry (room, &geometry);
  mig_console_set_room (MIG_CONSOLE (self->console), name, geometry.width, geometry.height);
}

/* Fills a screen with a window. One that fills another screen is taken down first: window managers of X11 do not move
 * what is in full screen. */
static void
put_on (GtkWidget *window, GdkMonitor *monitor, GdkMonitor **on)
{
  if (*on == monitor)
    return;
  gtk_widget_set_visible (window, FALSE);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
  gtk_widget_set_visible (window, TRUE);
  *on = monitor;
}

static void
take_off (GtkWidget *window, GdkMonitor **on)
{
  gtk_widget_set_visible (window, FALSE);
  *on = NULL;
}

static GtkOverlay *
get_search_overlay (MigPresenter *self)
{
  return self->console_on != NULL ? mig_console_get_overlay (MIG_CONSOLE (self->console))
                                  : mig_room_window_get_overlay (MIG_ROOM_WINDOW (self->room));
}

/* On the console the search stands at the foot, so that the picture of the room stays in sight; where there is no
 * console, in the corner of what the room sees. Returns whether it stood elsewhere. */
static gboolean
put_search (MigPresenter *self)
{
  GtkOverlay *overlay = get_search_overlay (self);
  GtkWidget *before = gtk_widget_get_parent (self->search);

  if (before == GTK_WIDGET (overlay))
    return FALSE;
  if (before != NULL)
    gtk_overlay_remove_overlay (GTK_OVERLAY (before), self->search);
  gtk_widget_set_halign (self->search, self->console_on != NULL ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_valign (self->search, GTK_ALIGN_END);
  gtk_overlay_add_overlay (overlay, self->search);
  return TRUE;
}

static void
sync_search (MigPresenter *self)
{
  gboolean wanted = mig_presentation_get_searching (self->presentation);
  gboolean shown = self->search != NULL && gtk_widget_get_visible (self->search);
  gboolean moved;

  if (self->room == NULL || self->create_search == NULL || (!wanted && !shown))
    return;
  if (self->search == NULL)
    self->search = g_object_ref_sink (self->create_search (self->presentation, self->search_data));
  moved = put_search (self);
  if (wanted == shown && !moved)
    return;
  if (!wanted)
    {
      /* Before it goes: or the window would give the focus to a button, which takes keys that mean the talk. */
      gtk_root_set_focus (gtk_widget_get_root (self->search), NULL);
      gtk_widget_set_visible (self->search, FALSE);
      return;
    }
  gtk_widget_set_visible (self->search, TRUE);
  gtk_window_present (GTK_WINDOW (gtk_widget_get_root (self->search)));
  gtk_widget_grab_focus (self->search);
}

/* Puts both windows where they belong among the screens that there are now. */
static void
place (MigPresenter *self)
{
  g_autoptr (GdkMonitor) room = choose_room (self);
  g_autoptr (GdkMonitor) own = room != NULL ? find_other (self, room) : NULL;

  /* While all screens are gone, as when a laptop is docked, the windows wait. */
  if (room == NULL)
    return;
  if (own == NULL || self->console_on == room)
    take_off (self->console, &self->console_on);
  put_on (self->room, room, &self->room_on);
  mig_room_window_set_alone (MIG_ROOM_WINDOW (self->room), own == NULL);
  tell_console (self, room);
  if (own != NULL)
    put_on (self->console, own, &self->console_on);
  gtk_window_present (GTK_WINDOW (self->room));
  if (own != NULL)
    gtk_window_present (GTK_WINDOW (self->console));
  sync_search (self);
}

/* Plugging brings several changes in a row. */
static gboolean
place_cb (gpointer user_data)
{
  MigPresenter *self = user_data;

  self->place_id = 0;
  if (self->room != NULL)
    place (self);
  return G_SOURCE_REMOVE;
}

static void
monitors_changed_cb (MigPresenter *self)
{
  /* A screen may have another size or place than before under the same name. */
  self->room_on = self->console_on = NULL;
  if (self->place_id == 0)
    self->place_id = g_timeout_add (150, place_cb, self);
}

static void
remember_room (MigPresenter *self, GdkMonitor *room)
{
  g_free (self->room_name);
  self->room_name = dup_monitor_name (room);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "room-screen", self->room_name);
}

/* The one after @monitor, round about. */
static GdkMonitor *
find_next (MigPresenter *self, GdkMonitor *monitor)
{
  guint n = g_list_model_get_n_items (self->monitors), at = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) one = g_list_model_get_item (self->monitors, i);

      if (one == monitor)
        at = i;
    }
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GdkMonitor) next = g_list_model_get_item (self->monitors, (at + i) % n);

      if (gdk_monitor_is_valid (next))
        return g_steal_pointer (&next);
    }
  return NULL;
}

/* The next screen becomes the room's; with two, they change places. */
static void
swap_cb (MigPresenter *self)
{
  g_autoptr (GdkMonitor) room = choose_room (self);
  g_autoptr (GdkMonitor) other = room != NULL ? find_next (self, room) : NULL;

  if (other == NULL)
    return;
  remember_room (self, other);
  place (self);
}

static void
inhibit (MigPresenter *self)
{
  if (self->application == NULL)
    return;
  self->inhibit_cookie =
    gtk_application_inhibit (self->application, GTK_WINDOW (self->room),
                             GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND, _("Presenting"));
}

static void
uninhibit (MigPresenter *self)
{
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
}

static void
mig_presenter_dispose (GObject *object)
{
  MigPresenter *self = MIG_PRESENTER (object);

  mig_presenter_end (self);
  if (self->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->parent), (gpointer *) &self->parent);
  self->parent = NULL;
  g_clear_object (&self->search);
  g_clear_object (&self->actions);
  g_clear_object (&self->presentation);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
  g_clear_pointer (&self->room_name, g_free);

  G_OBJECT_CLASS (mig_presenter_parent_class)->dispose (object);
}

static void
mig_presenter_class_init (MigPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_presenter_dispose;

  /**
   * MigPresenter::ended:
   *
   * The presentation is over, and its windows are gone.
   */
  signals[SIGNAL_ENDED] =
    g_signal_new ("ended", MIG_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_presenter_init (MigPresenter *self)
{
}

static GSimpleAction *
get_search_action (MigPresenter *self)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "search"));
}

/**
 * mig_presenter_new:
 * @application: (nullable): the application, which can keep the session from sleeping
 * @parent: (nullable): the window from which it is started; the room's screen is another one than this window's
 * @presentation: what is given
 * @settings: (nullable): where the room's screen is remembered
 *
 * Returns: (transfer full): a presenter that has not started
 */
MigPresenter *
mig_presenter_new (GtkApplication *application, GtkWindow *parent, MigPresentation *presentation, GSettings *settings)
{
  MigPresenter *self = g_object_new (MIG_TYPE_PRESENTER, NULL);

  g_set_object (&self->application, application);
  g_set_object (&self->settings, settings);
  self->parent = parent;
  if (parent != NULL)
    g_object_add_weak_pointer (G_OBJECT (parent), (gpointer *) &self->parent);
  self->presentation = g_object_ref (presentation);
  self->actions = mig_presenter_actions_new (presentation);
  if (settings != NULL)
    self->room_name = g_settings_get_string (settings, "room-screen");
  if (self->room_name != NULL && *self->room_name == '\0')
    g_clear_pointer (&self->room_name, g_free);
  g_simple_action_set_enabled (get_search_action (self), FALSE);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (sync_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "swap", G_CALLBACK (swap_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "ended", G_CALLBACK (mig_presenter_end), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mig_presenter_set_search:
 * @self: a presenter that has not started
 * @create: makes what one searches with
 * @user_data: for @create; must outlive @self
 *
 * Lets the presenter search in the middle of a presentation.
 */
void
mig_presenter_set_search (MigPresenter *self, MigPresenterSearchFunc create, gpointer user_data)
{
  g_return_if_fail (MIG_IS_PRESENTER (self));
  g_return_if_fail (self->room == NULL);

  self->create_search = create;
  self->search_data = user_data;
  g_simple_action_set_enabled (get_search_action (self), create != NULL);
}

static MigPalette
get_palette (MigPresenter *self)
{
  g_autofree char *name = self->settings != NULL ? g_settings_get_string (self->settings, "room-colours") : NULL;
  MigPalette palette = MIG_PALETTE_ROOM;

  if (g_strcmp0 (name, "high-contrast") == 0)
    palette = MIG_PALETTE_HC_DARK;
  else if (g_strcmp0 (name, "light") == 0)
    palette = MIG_PALETTE_LIGHT;
  return palette;
}

/**
 * mig_presenter_start:
 * @self: a presenter
 *
 * Shows the presentation: over the whole of the room's screen, and on another one, if there is one, the console.
 */
void
mig_presenter_start (MigPresenter *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_return_if_fail (MIG_IS_PRESENTER (self));
  g_return_if_fail (self->room == NULL);

  self->room = mig_room_window_new (self->application, self->presentation, get_palette (self));
  self->console = mig_console_new (self->application, self->presentation, get_palette (self));
  mig_presenter_keys_attach (self->room, self->presentation, self->actions);
  mig_presenter_keys_attach (self->console, self->presentation, self->actions);
  if (self->settings != NULL)
    mig_console_set_note_scale (MIG_CONSOLE (self->console), g_settings_get_double (self->settings, "note-scale"));
  self->monitors = gdk_display_get_monitors (display);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self,
                           G_CONNECT_SWAPPED);
  place (self);
  inhibit (self);
}

/**
 * mig_presenter_end:
 * @self: a presenter
 *
 * Ends the presentation, if it has started: its windows go, and the one from which it was started comes back.
 */
void
mig_presenter_end (MigPresenter *self)
{
  g_return_if_fail (MIG_IS_PRESENTER (self));

  if (self->room == NULL)
    return;
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->monitors, monitors_changed_cb, self);
  if (self->settings != NULL)
    g_settings_set_double (self->settings, "note-scale", mig_console_get_note_scale (MIG_CONSOLE (self->console)));
  uninhibit (self);
  g_clear_object (&self->search);
  gtk_window_destroy (GTK_WINDOW (self->console));
  gtk_window_destroy (GTK_WINDOW (self->room));
  self->room = self->console = NULL;
  self->room_on = self->console_on = NULL;
  if (self->parent != NULL)
    gtk_window_present (self->parent);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

/**
 * mig_presenter_get_presentation:
 * @self: a presenter
 *
 * Returns: (transfer none): what is given
 */
MigPresentation *
mig_presenter_get_presentation (MigPresenter *self)
{
  return self->presentation;
}

/**
 * mig_presenter_get_room:
 * @self: a presenter
 *
 * Returns: (transfer none) (nullable): the window on the room's screen, while it runs
 */
GtkWindow *
mig_presenter_get_room (MigPresenter *self)
{
  return (GtkWindow *) self->room;
}

/**
 * mig_presenter_get_console:
 * @self: a presenter
 *
 * Returns: (transfer none) (nullable): the console's window, while it runs; hidden where there is one screen
 */
GtkWindow *
mig_presenter_get_console (MigPresenter *self)
{
  return (GtkWindow *) self->console;
}
