/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-timeline-item.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-item-text.h"
#include "mig-lane-track.h"

/*
 * MigTimelineItem: one visible thing of the timeline as a widget, so that it can have the keyboard's focus, a tooltip
 * and a place in the accessibility tree. The timeline paints the thing itself; the item adds only its outline when it
 * is pointed at or has the focus.
 *
 * Items are pooled: one is made to stand for another thing by mig_timeline_item_show().
 */

struct _MigTimelineItem
{
  GtkWidget parent_instance;

  MigRef ref;
  MigMark mark;
  guint n;
  guint flags;
  gboolean shown;
  MigSubset *subset; /* among what it stood when it was shown */
  char *tooltip;
};

G_DEFINE_FINAL_TYPE (MigTimelineItem, mig_timeline_item, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

/* The parent asks where items go; an item itself wants no room. */
static void
mig_timeline_item_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

/* Told only when asked: a text that the widget keeps would become its description from GTK 4.14 on, and a screen reader
 * would say again what the name has said. */
static gboolean
mig_timeline_item_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, MIG_TIMELINE_ITEM (widget)->tooltip);
  return TRUE;
}

static void
mig_timeline_item_finalize (GObject *object)
{
  g_free (MIG_TIMELINE_ITEM (object)->tooltip);

  G_OBJECT_CLASS (mig_timeline_item_parent_class)->finalize (object);
}

static void
mig_timeline_item_dispose (GObject *object)
{
  g_clear_object (&MIG_TIMELINE_ITEM (object)->subset);

  G_OBJECT_CLASS (mig_timeline_item_parent_class)->dispose (object);
}

static void
mig_timeline_item_class_init (MigTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_timeline_item_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_timeline_item_finalize;
  widget_class->measure = mig_timeline_item_measure;
  widget_class->query_tooltip = mig_timeline_item_query_tooltip;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", MIG_TYPE_TIMELINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "item.activate", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "item.activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
mig_timeline_item_init (MigTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-item");
}

/**
 * mig_timeline_item_new:
 *
 * Returns: (transfer floating): an item that stands for nothing yet
 */
GtkWidget *
mig_timeline_item_new (void)
{
  return g_object_new (MIG_TYPE_TIMELINE_ITEM, NULL);
}

static const char *
mark_class (const MigBox *box)
{
  if (mig_box_is_aggregate (box))
    return "chip";
  switch (box->lane)
    {
    case MIG_LANE_MEETINGS:
      return "meeting";
    case MIG_LANE_SESSIONS:
      return "session";
    case MIG_LANE_DOCUMENTS:
      return "document";
    case MIG_LANE_EVENTS:
    case MIG_LANE_UNDATED:
      return "event";
    case MIG_LANE_FOLLOWED:
    default:
      return "speech";
    }
}

static void
update_classes (MigTimelineItem *self, const MigBox *box)
{
  const char *classes[] = { "mig-item", mark_class (box), NULL, NULL };

  if (box->flags & (MIG_BOX_LINKED | MIG_BOX_BEST))
    classes[2] = "linked";
  else if (box->flags & MIG_BOX_HOLLOW)
    classes[2] = "dim";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static void
update_place (MigTimelineItem *self, const MigLayout *layout, const MigBox *box)
{
  guint position, n;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_SET_SIZE);
  if (mig_box_is_aggregate (box) ||
      !mig_lane_track_find (layout->subset, layout->following, box->lane, box->ref, &position, &n))
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n, -1);
}

/**
 * mig_timeline_item_show:
 * @corpus: a corpus
 * @layout: the layout that holds @box
 * @box: what the item is to stand for
 *
 * Gives the item the name, description and state of a box; does nothing where it has them already.
 */
void
mig_timeline_item_show (MigTimelineItem *self, MigCorpus *corpus, const MigLayout *layout, const MigBox *box)
{
  g_autofree char *name = NULL, *label = NULL, *description = NULL;

  if (self->shown && self->ref == box->ref && self->mark == box->mark && self->n == box->n &&
      self->flags == box->flags && self->subset == layout->subset && !mig_box_is_aggregate (box))
    return;

  self->shown = TRUE;
  g_set_object (&self->subset, layout->subset);
  self->ref = box->ref;
  self->mark = box->mark;
  self->n = box->n;
  self->flags = box->flags;

  /* Where the label says it all there is nothing to add, and a tooltip would only cover the neighbours. */
  name = mig_item_text_name (corpus, layout, box);
  label = mig_item_text_label (corpus, layout, box);
  description = mig_item_text_description (corpus, box);
  g_free (self->tooltip);
  self->tooltip = box->detail == NULL ? g_steal_pointer (&name) : NULL;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), self->tooltip != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               (box->flags & MIG_BOX_SELECTED) != 0, -1);
  update_place (self, layout, box);
  update_classes (self, box);
}

/**
 * mig_timeline_item_tell:
 * @message: what happened, a short sentence
 *
 * Has a screen reader say @message at the item. Where that must be done by the item's description, the item gets its
 * own back when it is shown next.
 */
void
mig_timeline_item_tell (MigTimelineItem *self, const char *message)
{
  mig_compat_announce (GTK_WIDGET (self), message);
  self->shown = FALSE;
}

/**
 * mig_timeline_item_get_ref:
 *
 * Returns: the record that the item stands for; of an aggregate its first
 */
MigRef
mig_timeline_item_get_ref (MigTimelineItem *self)
{
  return self->ref;
}

/**
 * mig_timeline_item_get_mark:
 *
 * Returns: what kind of mark the item stands for
 */
MigMark
mig_timeline_item_get_mark (MigTimelineItem *self)
{
  return self->mark;
}
