/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-presenter-keys.h"

/*
 * The verbs of a presentation as actions, and the keys that mean them: those of the field's programs and of clickers,
 * the same in both windows.
 *
 *   a key of a keyboard or clicker ──► action of the group "present" ──► MigPresentation
 *   a button, a screen reader ───────────────▲
 */

/* With one of these down a key means something else. */
#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

typedef void (*Verb) (MigPresentation *presentation);

static void
black (MigPresentation *presentation)
{
  mig_presentation_toggle_cover (presentation, MIG_COVER_BLACK);
}

static void
white (MigPresentation *presentation)
{
  mig_presentation_toggle_cover (presentation, MIG_COVER_WHITE);
}

static gboolean
is_black (MigPresentation *presentation)
{
  return mig_presentation_get_cover (presentation) == MIG_COVER_BLACK;
}

static gboolean
is_white (MigPresentation *presentation)
{
  return mig_presentation_get_cover (presentation) == MIG_COVER_WHITE;
}

static void
search (MigPresentation *presentation)
{
  mig_presentation_set_searching (presentation, !mig_presentation_get_searching (presentation));
}

static gboolean
is_magnified (MigPresentation *presentation)
{
  double x, y;

  return mig_presentation_get_magnification (presentation, &x, &y) > 1;
}

static gboolean
is_paused (MigPresentation *presentation)
{
  return mig_talk_timer_is_paused (mig_presentation_get_timer (presentation));
}

/* A verb that can be on or off says which it is. */
static const struct
{
  const char *name;
  Verb verb;
  gboolean (*is_on) (MigPresentation *presentation);
} verbs[] = {
  { "next", mig_presentation_next, NULL },
  { "back", mig_presentation_back, NULL },
  { "first", mig_presentation_first, NULL },
  { "last", mig_presentation_last, NULL },
  { "enter", mig_presentation_enter, NULL },
  { "backspace", mig_presentation_backspace, NULL },
  { "escape", mig_presentation_escape, NULL },
  { "end", mig_presentation_end, NULL },
  { "return", mig_presentation_return, NULL },
  { "swap", mig_presentation_swap, NULL },
  { "black", black, is_black },
  { "white", white, is_white },
  { "freeze", mig_presentation_toggle_freeze, mig_presentation_get_frozen },
  { "overview", mig_presentation_toggle_overview, mig_presentation_get_overview },
  { "search", search, mig_presentation_get_searching },
  { "pointer", mig_presentation_toggle_pointing, mig_presentation_get_pointing },
  { "magnify", mig_presentation_toggle_magnify, is_magnified },
  { "pause", mig_presentation_toggle_pause, is_paused },
};

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        verbs[i].verb (user_data);
    }
}

static void
sync_cb (MigPresentation *presentation, GSimpleActionGroup *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), verbs[i].name);

      if (verbs[i].is_on != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (verbs[i].is_on (presentation)));
    }
}

/**
 * mig_presenter_actions_new:
 * @presentation: what they act on
 *
 * Returns: (transfer full): the verbs of a presentation, for a group called "present"
 */
GActionGroup *
mig_presenter_actions_new (MigPresentation *presentation)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GSimpleAction) action =
        verbs[i].is_on != NULL ? g_simple_action_new_stateful (verbs[i].name, NULL, g_variant_new_boolean (FALSE))
                               : g_simple_action_new (verbs[i].name, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), presentation, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_signal_connect_object (presentation, "changed", G_CALLBACK (sync_cb), group, 0);
  return G_ACTION_GROUP (group);
}

static const struct
{
  guint keyval;
  const char *action;
} keys[] = {
  /* Clickers of every make send one of these two pairs. */
  { GDK_KEY_Page_Down, "next" },
  { GDK_KEY_KP_Page_Down, "next" },
  { GDK_KEY_Page_Up, "back" },
  { GDK_KEY_KP_Page_Up, "back" },
  { GDK_KEY_Right, "next" },
  { GDK_KEY_KP_Right, "next" },
  { GDK_KEY_Left, "back" },
  { GDK_KEY_KP_Left, "back" },
  { GDK_KEY_Down, "next" },
  { GDK_KEY_KP_Down, "next" },
  { GDK_KEY_Up, "back" },
  { GDK_KEY_KP_Up, "back" },
  { GDK_KEY_space, "next" },
  { GDK_KEY_Return, "enter" },
  { GDK_KEY_KP_Enter, "enter" },
  { GDK_KEY_BackSpace, "backspace" },
  { GDK_KEY_Home, "first" },
  { GDK_KEY_KP_Home, "first" },
  { GDK_KEY_End, "last" },
  { GDK_KEY_KP_End, "last" },
  { GDK_KEY_Escape, "escape" },
  /* The key that hides, on clickers, is one of these. */
  { GDK_KEY_b, "black" },
  { GDK_KEY_period, "black" },
  { GDK_KEY_KP_Decimal, "black" },
  { GDK_KEY_KP_Separator, "black" },
  { GDK_KEY_w, "white" },
  { GDK_KEY_f, "freeze" },
  { GDK_KEY_Tab, "overview" },
  { GDK_KEY_o, "overview" },
  { GDK_KEY_slash, "search" },
  { GDK_KEY_KP_Divide, "search" },
  { GDK_KEY_l, "pointer" },
  { GDK_KEY_z, "magnify" },
  { GDK_KEY_s, "swap" },
  { GDK_KEY_p, "pause" },
  { GDK_KEY_Pause, "pause" },
  /* Clickers send F5 and Escape in turn; in a presentation that runs it starts nothing. */
  { GDK_KEY_F5, "" },
};

/**
 * mig_presenter_keys_find:
 * @keyval: a key
 * @state: which modifiers are down
 * @digit: (out): which digit it is; 10 when it is none
 *
 * Returns: (nullable): the name of the action that the key means, "" if it means none but is not to reach anything
 *   else, or %NULL
 */
const char *
mig_presenter_keys_find (guint keyval, GdkModifierType state, guint *digit)
{
  guint lower = gdk_keyval_to_lower (keyval);

  *digit = 10;
  if ((state & MODIFIERS) == GDK_CONTROL_MASK && lower == GDK_KEY_f)
    return "search";
  if (state & MODIFIERS)
    return NULL;
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    *digit = keyval - GDK_KEY_0;
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    *digit = keyval - GDK_KEY_KP_0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval == lower)
        return keys[i].action;
    }
  return NULL;
}

/* On a keyboard whose letters are not Latin ones, the letter that the key has in another group. */
static guint
find_latin (GtkWidget *widget, guint keyval, guint keycode)
{
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (gdk_keyval_to_unicode (keyval) < 0x80 || !gdk_display_map_keycode (gtk_widget_get_display (widget), keycode, NULL,
                                                                         &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    {
      if (keyvals[i] >= GDK_KEY_a && keyvals[i] <= GDK_KEY_z)
        return keyvals[i];
    }
  return keyval;
}

/* Whoever searches types, and walks what was found; clickers go on stepping, and Backspace in an empty entry leads
 * back to the scene. */
static gboolean
belongs_to_search (GtkWidget *focus, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return FALSE;

    case GDK_KEY_BackSpace:
      return GTK_IS_EDITABLE (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';

    default:
      return TRUE;
    }
}

/* Whoever types into an entry means letters; whoever came to a button by keyboard means the button. */
static gboolean
belongs_to_focus (GtkWidget *window, MigPresentation *presentation, guint keyval)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  gboolean presses = keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gboolean moves = keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Left ||
                   keyval == GDK_KEY_Right || keyval == GDK_KEY_Home || keyval == GDK_KEY_End;

  if (focus == NULL)
    return FALSE;
  if (mig_presentation_get_searching (presentation))
    return belongs_to_search (focus, keyval);
  if (GTK_IS_EDITABLE (focus))
    return keyval != GDK_KEY_Escape;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;
  if (mig_presentation_get_overview (presentation) && *mig_presentation_get_digits (presentation) == '\0')
    return (moves || presses) && gtk_widget_get_ancestor (focus, GTK_TYPE_GRID_VIEW) != NULL;
  return presses && gtk_window_get_focus_visible (GTK_WINDOW (window)) &&
         (GTK_IS_BUTTON (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL);
}

typedef struct
{
  MigPresentation *presentation;
  GActionGroup *actions;
} Keys;

static void
keys_free (gpointer data, GClosure *closure)
{
  Keys *self = data;

  g_object_unref (self->presentation);
  g_object_unref (self->actions);
  g_free (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  Keys *self = data;
  const char *action;
  guint digit;

  if (belongs_to_focus (window, self->presentation, keyval))
    return GDK_EVENT_PROPAGATE;
  action = mig_presenter_keys_find (find_latin (window, keyval, keycode), state, &digit);
  if (digit <= 9)
    {
      mig_presentation_type_digit (self->presentation, digit);
      return GDK_EVENT_STOP;
    }
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  if (*action != '\0')
    g_action_group_activate_action (self->actions, action, NULL);
  return GDK_EVENT_STOP;
}

/**
 * mig_presenter_keys_attach:
 * @window: a window
 * @presentation: what is being given
 * @actions: its verbs, from mig_presenter_actions_new()
 *
 * Gives a window the actions, as the group "present", and the keys that mean them.
 */
void
mig_presenter_keys_attach (GtkWidget *window, MigPresentation *presentation, GActionGroup *actions)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *self = g_new (Keys, 1);

  self->presentation = g_object_ref (presentation);
  self->actions = g_object_ref (actions);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, keys_free, 0);
  gtk_widget_add_controller (window, controller);
  gtk_widget_insert_action_group (window, "present", actions);
}
