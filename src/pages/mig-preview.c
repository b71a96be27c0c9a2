/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-preview.h"

#include <glib/gi18n-lib.h>

/* A glance at what a link leads to, while the pointer or the keyboard's focus rests on it. One serves all links of the
 * details. The pointer may go over to it, Escape puts it away, and it never takes the focus.
 *
 *   pointer or focus on a link ──a while──▶ popover beside it, with a card
 *   off both the link and the popover ──a moment──▶ gone
 */

#define SHOW_AFTER_MS 500
#define SHOW_NEXT_AFTER_MS 120 /* while another one is shown */
#define HIDE_AFTER_MS 250

struct _MigPreview
{
  GtkWidget *area;  /* not owned: it owns this */
  GtkWidget *popover;
  GtkRoot *root;    /* of @area; not owned */
  GtkEventController *keys; /* of @root, while the popover is shown */
  MigCorpus *corpus;

  GtkWidget *wanted; /* the link that it is to be of next; weak */
  GtkWidget *shown;  /* the link that it is of; weak */
  graphene_point_t pointer; /* where it was last, in the area */
  gboolean pointer_is_in;
  guint source;
};

/* The link that a widget is, or is in. */
static GtkWidget *
find_link (MigPreview *self,
           GtkWidget  *widget)
{
  for (; widget != NULL && widget != self->area; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_ACTIONABLE (widget) &&
        g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "details.open") == 0)
      return widget;

  return NULL;
}

static MigRef
get_ref (GtkWidget *link)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (link));

  return target != NULL ? g_variant_get_uint32 (target) : MIG_REF_NONE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        MigPreview            *self)
{
  return keyval == GDK_KEY_Escape && mig_preview_hide (self);
}

/* Escape puts it away, wherever the focus is. */
static void
watch_keys (MigPreview *self,
            gboolean    is_watching)
{
  if (is_watching == (self->keys != NULL) || self->root == NULL)
    return;

  if (is_watching)
    {
      self->keys = gtk_event_controller_key_new ();
      gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
      g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->root), self->keys);
    }
  else
    {
      gtk_widget_remove_controller (GTK_WIDGET (self->root), self->keys);
      self->keys = NULL;
    }
}

static void
show (MigPreview *self,
      GtkWidget  *link)
{
  const MigRef ref = get_ref (link);
  g_autofree char *description = NULL;
  graphene_rect_t bounds;

  if (self->corpus == NULL || mig_corpus_get_record (self->corpus, ref) == NULL ||
      !gtk_widget_get_mapped (link) || !gtk_widget_compute_bounds (link, self->area, &bounds))
    return;

  g_set_weak_pointer (&self->shown, link);
  gtk_popover_set_child (GTK_POPOVER (self->popover), mig_preview_card_new (self->corpus, ref));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  watch_keys (self, TRUE);

  /* Who does not see it hears it with the link. */
  description = mig_preview_card_dup_description (self->corpus, ref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Over another window, such as the presenter's console, it would stand there without its link. */
static gboolean
is_behind (MigPreview *self)
{
  return GTK_IS_WINDOW (self->root) && !gtk_window_is_active (GTK_WINDOW (self->root));
}

static gboolean
show_cb (gpointer user_data)
{
  MigPreview *self = user_data;

  self->source = 0;
  if (self->wanted != NULL && !is_behind (self))
    show (self, self->wanted);

  return G_SOURCE_REMOVE;
}

static gboolean
hide_cb (gpointer user_data)
{
  MigPreview *self = user_data;

  self->source = 0;
  mig_preview_hide (self);

  return G_SOURCE_REMOVE;
}

/* What the pointer or the focus is on now. */
static void
want (MigPreview *self,
      GtkWidget  *link)
{
  const gboolean is_shown = gtk_widget_get_visible (self->popover);
  if (link == self->wanted && (link != NULL || !is_shown || self->source != 0))
    return;

  g_set_weak_pointer (&self->wanted, link);
  g_clear_handle_id (&self->source, g_source_remove);
  if (link != NULL && !(is_shown && link == self->shown))
    self->source = g_timeout_add (is_shown ? SHOW_NEXT_AFTER_MS : SHOW_AFTER_MS, show_cb, self);
  else if (link == NULL && is_shown && !self->pointer_is_in)
    self->source = g_timeout_add (HIDE_AFTER_MS, hide_cb, self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           MigPreview               *self)
{
  /* GTK tells of a pointer that rests, too, whenever something is laid out under it: that says nothing of where
   * somebody looks, who may be at the keyboard. */
  if (graphene_point_equal (&self->pointer, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return;

  graphene_point_init (&self->pointer, (float) x, (float) y);
  want (self, find_link (self, gtk_widget_pick (self->area, x, y, GTK_PICK_DEFAULT)));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          MigPreview               *self)
{
  self->pointer = *graphene_point_zero ();
  want (self, NULL);
}

static void
popover_enter_cb (GtkEventControllerMotion *controller,
                  double                    x,
                  double                    y,
                  MigPreview               *self)
{
  self->pointer_is_in = TRUE;
  if (self->wanted == NULL)
    g_clear_handle_id (&self->source, g_source_remove);
}

static void
popover_leave_cb (GtkEventControllerMotion *controller,
                  MigPreview               *self)
{
  self->pointer_is_in = FALSE;
  if (self->source == 0 && gtk_widget_get_visible (self->popover))
    self->source = g_timeout_add (HIDE_AFTER_MS, hide_cb, self);
}

/* Whoever clicks has seen enough; so has who scrolls, and the link is elsewhere then. */
static void
pressed_cb (MigPreview *self)
{
  mig_preview_hide (self);
}

static gboolean
scroll_cb (MigPreview *self)
{
  mig_preview_hide (self);

  return GDK_EVENT_PROPAGATE;
}

/* Only the keyboard's focus counts: one that a click has left behind is not where somebody looks. */
static void
focus_cb (MigPreview *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *link = focus != NULL && gtk_widget_is_ancestor (focus, self->area) ? find_link (self, focus) : NULL;

  if (GTK_IS_WINDOW (self->root) && gtk_window_get_focus_visible (GTK_WINDOW (self->root)))
    want (self, link);
}

static void
active_cb (MigPreview *self)
{
  if (is_behind (self))
    mig_preview_hide (self);
}

static void
root_cb (MigPreview *self)
{
  GtkRoot *root = gtk_widget_get_root (self->area);

  if (root == self->root)
    return;

  mig_preview_hide (self);
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = root;
  if (root == NULL)
    return;

  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_cb), self);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_swapped (root, "notify::is-active", G_CALLBACK (active_cb), self);
}

static void
add_controllers (MigPreview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *over = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->area, motion);

  g_signal_connect (over, "enter", G_CALLBACK (popover_enter_cb), self);
  g_signal_connect (over, "leave", G_CALLBACK (popover_leave_cb), self);
  gtk_widget_add_controller (self->popover, over);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->area, scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
}

/**
 * mig_preview_new:
 * @area: a widget with links in it, which must live longer
 *
 * Returns: (transfer full): what previews the links in @area
 */
MigPreview *
mig_preview_new (GtkWidget *area)
{
  MigPreview *self = g_new0 (MigPreview, 1);

  self->area = area;
  self->popover = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "mig-preview");
  /* Translators: name of a small window that shows what a link leads to */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview"), -1);
  gtk_widget_set_parent (self->popover, area);

  add_controllers (self);
  g_signal_connect_swapped (area, "notify::root", G_CALLBACK (root_cb), self);
  root_cb (self);

  return self;
}

/**
 * mig_preview_free:
 * @self: a preview
 *
 * Puts it away for good.
 */
void
mig_preview_free (MigPreview *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  watch_keys (self, FALSE);
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  g_signal_handlers_disconnect_by_data (self->area, self);
  g_clear_weak_pointer (&self->wanted);
  g_clear_weak_pointer (&self->shown);
  gtk_widget_unparent (self->popover);
  g_clear_object (&self->corpus);
  g_free (self);
}

/**
 * mig_preview_set_corpus:
 * @self: a preview
 * @corpus: (nullable): what the links lead into
 *
 * Sets the corpus; what is shown of another one goes away.
 */
void
mig_preview_set_corpus (MigPreview *self,
                        MigCorpus  *corpus)
{
  mig_preview_hide (self);
  g_set_object (&self->corpus, corpus);
}

/**
 * mig_preview_hide:
 * @self: a preview
 *
 * Puts it away.
 *
 * Returns: whether it was shown
 */
gboolean
mig_preview_hide (MigPreview *self)
{
  const gboolean was_shown = gtk_widget_get_visible (self->popover);

  g_clear_handle_id (&self->source, g_source_remove);
  self->pointer_is_in = FALSE;
  if (!was_shown)
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_weak_pointer (&self->shown);
  watch_keys (self, FALSE);

  return TRUE;
}
