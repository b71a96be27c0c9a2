/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lane-menu.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-item-text.h"
#include "mig-popovers.h"
#include "mig-words.h"

/* MigLaneMenu
 *
 * Where lanes are shown, hidden and put into another order: a line for each, with a check and two arrows. Alt with the
 * up or down key moves the line that has the focus, as dragging would. What a lane on demand follows can be let go here
 * as well.
 *
 *   MigLaneOrder ──changed──▶ lines ──click, key──▶ MigLaneOrder
 */

typedef struct
{
  GtkWidget *line;
  GtkWidget *check;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *close; /* of a lane on demand */
} Line;

struct _MigLaneMenu
{
  GtkPopover parent_instance;

  MigLaneOrder *order;
  MigCorpus *corpus;
  GtkBox *box;
  GtkWidget *reset;
  Line lines[MIG_N_LANES];
};

G_DEFINE_FINAL_TYPE (MigLaneMenu, mig_lane_menu, GTK_TYPE_POPOVER)

/* Which lane a widget of a line belongs to. */
static MigLane
get_lane (GtkWidget *widget)
{
  return (MigLane) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "lane"));
}

/* A lane on demand is there while the corpus holds what it follows. */
static MigRef
get_followed (MigLaneMenu *self, MigLane lane)
{
  const char *address = mig_lane_order_get_followed (self->order, lane);

  return address != NULL && self->corpus != NULL ? mig_corpus_lookup_address (self->corpus, address) : MIG_REF_NONE;
}

static gboolean
is_there (MigLaneMenu *self, MigLane lane)
{
  return lane < MIG_LANE_FOLLOWED || get_followed (self, lane) != MIG_REF_NONE;
}

/* The lanes that are there, in their order. Returns how many. */
static guint
get_lanes (MigLaneMenu *self, MigLane lanes[MIG_N_LANES])
{
  guint n = 0;

  for (guint i = 0; i < mig_lane_order_get_n (self->order); i++)
    {
      const MigLane lane = mig_lane_order_get_lane (self->order, i);

      if (is_there (self, lane))
        lanes[n++] = lane;
    }
  return n;
}

static void name_line (MigLaneMenu *self, MigLane lane);

static void
sync_lines (MigLaneMenu *self)
{
  MigLane lanes[MIG_N_LANES];
  const guint n = get_lanes (self, lanes);
  GtkWidget *previous = NULL;
  guint n_visible = 0;

  for (MigLane lane = MIG_LANE_FOLLOWED; lane < MIG_N_LANES; lane++)
    gtk_widget_set_visible (self->lines[lane].line, FALSE);
  for (guint i = 0; i < n; i++)
    n_visible += mig_lane_order_is_visible (self->order, lanes[i]);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &self->lines[lanes[i]];
      const gboolean visible = mig_lane_order_is_visible (self->order, lanes[i]);

      name_line (self, lanes[i]);
      gtk_widget_set_visible (line->line, TRUE);
      gtk_box_reorder_child_after (self->box, line->line, previous);
      previous = line->line;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (line->check), visible);
      gtk_widget_set_sensitive (line->check, !visible || n_visible > 1);
      gtk_widget_set_sensitive (line->up, i > 0);
      gtk_widget_set_sensitive (line->down, i + 1 < n);
    }
  gtk_widget_set_sensitive (self->reset, !mig_lane_order_is_default (self->order));
}

static void
toggled_cb (GtkCheckButton *check, MigLaneMenu *self)
{
  mig_lane_order_set_visible (self->order, get_lane (GTK_WIDGET (check)), gtk_check_button_get_active (check));
}

static const char *
get_name (MigLaneMenu *self, MigLane lane)
{
  if (lane < MIG_LANE_FOLLOWED)
    return mig_item_text_lane (NULL, lane);
  return mig_corpus_get_record (self->corpus, get_followed (self, lane))->short_name;
}

/* The focus stays with what was moved, and who does not see the lines is told where it went. It goes past lanes that
 * are not there, too. */
static void
move (MigLaneMenu *self, MigLane lane, gint step)
{
  MigLane lanes[MIG_N_LANES];
  const gint n = (gint) get_lanes (self, lanes);
  g_autofree char *place = NULL, *all = NULL, *message = NULL;
  gint to = step;

  for (gint i = 0; i < n; i++)
    to += lanes[i] == lane ? i : 0;
  if (to < 0 || to >= n)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  mig_lane_order_move (self->order, lane, mig_lane_order_get_position (self->order, lanes[to]));
  place = mig_words_number ((guint) to + 1);
  all = mig_words_number ((guint) n);
  /* Translators: a lane of the timeline was moved: its name, its new place, how many lanes there are */
  message = g_strdup_printf (_("%1$s: lane %2$s of %3$s"), get_name (self, lane), place, all);
  mig_compat_announce (self->lines[lane].check, message);
}

static void
clicked_cb (GtkWidget *button, MigLaneMenu *self)
{
  const MigLane lane = get_lane (button);
  const Line *line = &self->lines[lane];

  move (self, lane, button == line->up ? -1 : 1);
  /* At the end of its way the arrow cannot be pressed any more. */
  if (!gtk_widget_get_sensitive (button))
    gtk_widget_grab_focus (button == line->up ? line->down : line->up);
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  MigLaneMenu *self = MIG_LANE_MENU (widget);

  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    {
      if (focus == NULL || !gtk_widget_is_ancestor (focus, self->lines[lane].line))
        continue;
      move (self, lane, g_variant_get_int32 (arguments));
      gtk_widget_grab_focus (gtk_widget_get_sensitive (focus) ? focus : self->lines[lane].check);
      return TRUE;
    }

  return FALSE;
}

/* What stands in a line where @focus stands in its own, or its check where that cannot be pressed. */
static GtkWidget *
get_counterpart (MigLaneMenu *self, MigLane lane, GtkWidget *focus)
{
  const Line *line = &self->lines[lane], *own = &self->lines[get_lane (focus)];
  GtkWidget *other = focus == own->up ? line->up : focus == own->down ? line->down : line->check;

  return gtk_widget_get_sensitive (other) ? other : line->check;
}

/* From line to line, and to the button under them. Left to GTK 4.8 the arrow keys would show and hide lanes. */
static gboolean
step_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MigLaneMenu *self)
{
  const gint step = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up       ? -1
                    : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1
                                                                          : 0;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  MigLane lanes[MIG_N_LANES];
  const gint n = (gint) get_lanes (self, lanes);
  gint to = n; /* the button */

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  for (gint i = 0; i < n && focus != self->reset; i++)
    to = gtk_widget_is_ancestor (focus, self->lines[lanes[i]].line) ? i : to;
  to += step;
  if (to >= 0 && to < n)
    gtk_widget_grab_focus (focus == self->reset ? self->lines[lanes[to]].check
                                                : get_counterpart (self, lanes[to], focus));
  else if (to == n && gtk_widget_get_sensitive (self->reset))
    gtk_widget_grab_focus (self->reset);

  return GDK_EVENT_STOP;
}

static void
close_cb (GtkWidget *button, MigLaneMenu *self)
{
  gtk_widget_grab_focus (self->lines[MIG_LANE_MEETINGS].check);
  mig_lane_order_unfollow (self->order, get_lane (button));
}

static GtkWidget *
add_button (MigLaneMenu *self, GtkWidget *line, MigLane lane, const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data (G_OBJECT (button), "lane", GUINT_TO_POINTER (lane));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mig-small");
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (line), button);

  return button;
}

static void
name_button (GtkWidget *button, const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
name_line (MigLaneMenu *self, MigLane lane)
{
  const char *name = get_name (self, lane);
  /* Translators: %s is a lane of the timeline, such as “Meetings” */
  g_autofree char *up = g_strdup_printf (_("Move “%s” Up"), name);
  /* Translators: %s is a lane of the timeline, such as “Meetings” */
  g_autofree char *down = g_strdup_printf (_("Move “%s” Down"), name);
  const Line *line = &self->lines[lane];

  gtk_check_button_set_label (GTK_CHECK_BUTTON (line->check), name);
  name_button (line->up, up);
  name_button (line->down, down);
  if (line->close != NULL)
    {
      /* Translators: %s is a person, an organization or a topic that a lane of the timeline follows */
      g_autofree char *close = g_strdup_printf (_("Stop Following “%s”"), name);

      name_button (line->close, close);
    }
}

static void
add_line (MigLaneMenu *self, MigLane lane)
{
  Line *line = &self->lines[lane];

  line->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  line->check = gtk_check_button_new_with_label ("");
  g_object_set_data (G_OBJECT (line->check), "lane", GUINT_TO_POINTER (lane));
  gtk_widget_set_hexpand (line->check, TRUE);
  g_signal_connect (line->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (line->line), line->check);
  if (lane >= MIG_LANE_FOLLOWED)
    line->close = add_button (self, line->line, lane, "window-close-symbolic", G_CALLBACK (close_cb));
  line->up = add_button (self, line->line, lane, "pan-up-symbolic", G_CALLBACK (clicked_cb));
  line->down = add_button (self, line->line, lane, "pan-down-symbolic", G_CALLBACK (clicked_cb));
  gtk_box_append (self->box, line->line);
}

static void
mig_lane_menu_dispose (GObject *object)
{
  MigLaneMenu *self = MIG_LANE_MENU (object);

  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (self->order, self);
  g_clear_object (&self->order);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_lane_menu_parent_class)->dispose (object);
}

static void
mig_lane_menu_class_init (MigLaneMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_lane_menu_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_lane_menu_init (MigLaneMenu *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (step_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-lane-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  for (MigLane lane = 0; lane < MIG_N_LANES; lane++)
    add_line (self, lane);

  self->reset = gtk_button_new ();
  mig_popovers_set_name (GTK_BUTTON (self->reset), _("_Restore All Lanes"));
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_box_append (GTK_BOX (content), self->reset);
  gtk_popover_set_child (GTK_POPOVER (self), content);
}

/**
 * mig_lane_menu_new:
 * @order: the lanes, which it shows and changes
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
mig_lane_menu_new (MigLaneOrder *order)
{
  MigLaneMenu *self = g_object_new (MIG_TYPE_LANE_MENU, NULL);

  self->order = g_object_ref (order);
  g_signal_connect_swapped (order, "changed", G_CALLBACK (sync_lines), self);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (mig_lane_order_reset), order, G_CONNECT_SWAPPED);
  sync_lines (self);

  return GTK_WIDGET (self);
}

/**
 * mig_lane_menu_set_corpus:
 * @self: a menu
 * @corpus: (nullable): what the timeline shows, whose records lanes may follow
 */
void
mig_lane_menu_set_corpus (MigLaneMenu *self, MigCorpus *corpus)
{
  g_return_if_fail (MIG_IS_LANE_MENU (self));

  if (g_set_object (&self->corpus, corpus))
    sync_lines (self);
}
