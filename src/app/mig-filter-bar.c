/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-filter-text.h"
#include "mig-flow.h"

/* MigFilterBar
 *
 * The strip that tells what is filtered, and how much is left: a chip for each part of the filter, which a click
 * removes. It is there only while something is filtered, so nobody mistakes a part for the whole.
 *
 *   MigNavigator ──filtered──▶ chips ──click──▶ win.remove-filter
 *                ──subset───▶ counts, what is said of the selection, what a screen reader says
 *
 * What is selected stays selected when it is filtered away: the strip says so, since the timeline cannot show it.
 */

#define MAX_CHARS 32
#define CHIP_SPACING 6
#define SPACING 12
#define LINE_SPACING 3

struct _MigFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkWidget *end; /* the counts and what to do, beside the chips or under them */
  GtkLabel *counts;
  GtkLabel *note;

  MigNavigator *navigator;
  GPtrArray *chips; /* GtkButton, in the flow */
};

G_DEFINE_FINAL_TYPE (MigFilterBar, mig_filter_bar, GTK_TYPE_WIDGET)

static GtkWidget *
chip_new (const MigFilterPart *part)
{
  /* Translators: what a click on a filter's chip does; %s is the filter: "Organization: IOM" */
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), part->label);
  GtkWidget *button = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (part->label);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "mig-filter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-filter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", part->part, part->value);
  return button;
}

/* The place of the chip that has the focus; the number of chips when none has. */
static guint
find_focus (MigFilterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint i;

  for (i = 0; i < self->chips->len && g_ptr_array_index (self->chips, i) != focus; i++)
    ;
  return i;
}

/* Where a chip was removed by the keyboard the next one has the focus. */
static void
sync_chips (MigFilterBar *self)
{
  const guint focused = find_focus (self);
  const gboolean had_focus = focused < self->chips->len;
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->chips);
  g_autoptr (GPtrArray) parts = NULL;
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  self->chips = g_ptr_array_new ();
  if (corpus != NULL)
    parts = mig_filter_list_parts (mig_navigator_get_filter (self->navigator), corpus);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      GtkWidget *chip = chip_new (g_ptr_array_index (parts, i));

      mig_flow_append (MIG_FLOW (self->flow), chip);
      g_ptr_array_add (self->chips, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->chips->len > 0);
  if (had_focus && self->chips->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->chips, MIN (focused, self->chips->len - 1)));
  for (guint i = 0; i < old->len; i++)
    gtk_widget_unparent (g_ptr_array_index (old, i));
}

static void
set_note (MigFilterBar *self, const char *note)
{
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
sync_note (MigFilterBar *self)
{
  MigSubset *subset = mig_navigator_get_subset (self->navigator);
  const MigRef selected = mig_navigator_get_selected (self->navigator);

  if (subset == NULL || mig_subset_is_whole (subset))
    {
      set_note (self, "");
    }
  else if (selected != MIG_REF_NONE && !mig_subset_has (subset, selected))
    {
      const MigRecord *record = mig_corpus_get_record (mig_subset_get_corpus (subset), selected);
      /* Translators: the selected thing is not on the timeline because it does not pass the filters; %s is its name */
      g_autofree char *note = g_strdup_printf (_("Selected, but filtered away: “%s”"), record->short_name);

      set_note (self, *record->short_name != '\0' ? note : _("What is selected is filtered away."));
    }
  else
    {
      set_note (self, "");
    }
}

/* What is shown now is told to who does not see the timeline change. */
static void
announce (MigFilterBar *self, MigSubset *subset, const char *counts)
{
  g_autofree char *message = NULL;

  if (!gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    return;
  if (mig_subset_is_whole (subset))
    message = g_strdup (_("No filters: everything is shown."));
  else if (mig_filter_shows_nothing (subset))
    message = g_strdup (_("Nothing on the timeline passes these filters."));
  else
    /* Translators: a screen reader says it after a filter has changed; %s is such as "13 of 17 meetings, 23 of 123
     * events" */
    message = g_strdup_printf (_("Shown: %s"), counts);
  mig_compat_announce (gtk_widget_get_parent (GTK_WIDGET (self)), message);
}

static void
subset_cb (MigFilterBar *self)
{
  MigSubset *subset = mig_navigator_get_subset (self->navigator);
  g_autofree char *counts = NULL;

  sync_note (self);
  if (subset == NULL)
    return;
  counts = mig_filter_format_counts (subset);
  gtk_label_set_text (self->counts, counts);
  announce (self, subset, counts);
}

static int
get_natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Where everything stands in so much width. Returns the height. */
static int
arrange (MigFilterBar *self, int width, GtkAllocation *flow, GtkAllocation *end, GtkAllocation *note)
{
  const int end_width = get_natural (self->end, GTK_ORIENTATION_HORIZONTAL, -1);
  const gboolean beside = width < 0 || 2 * end_width <= width;
  int height;

  *flow = (GtkAllocation) { .width = width < 0 ? -1 : beside ? width - end_width - SPACING : width };
  *end = (GtkAllocation) { .width = beside ? end_width : width };
  *note = (GtkAllocation) { .width = width };
  flow->height = get_natural (self->flow, GTK_ORIENTATION_VERTICAL, flow->width);
  end->height = get_natural (self->end, GTK_ORIENTATION_VERTICAL, end->width);
  if (beside)
    {
      height = MAX (flow->height, end->height);
      flow->y = (height - flow->height) / 2;
      end->x = width - end_width;
      end->y = (height - end->height) / 2;
    }
  else
    {
      end->y = flow->height + LINE_SPACING;
      height = end->y + end->height;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->note)))
    {
      note->y = height + LINE_SPACING;
      note->height = get_natural (GTK_WIDGET (self->note), GTK_ORIENTATION_VERTICAL, width);
      height = note->y + note->height;
    }
  return height;
}

static void
mig_filter_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  MigFilterBar *self = MIG_FILTER_BAR (widget);
  GtkAllocation flow, end, note;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = arrange (self, for_size, &flow, &end, &note);
      return;
    }
  *minimum = MAX (get_minimum (self->flow), get_minimum (self->end));
  *natural = get_natural (self->flow, GTK_ORIENTATION_HORIZONTAL, -1) + SPACING +
             get_natural (self->end, GTK_ORIENTATION_HORIZONTAL, -1);
  if (gtk_widget_get_visible (GTK_WIDGET (self->note)))
    *minimum = MAX (*minimum, get_minimum (GTK_WIDGET (self->note)));
}

static void
allocate (GtkWidget *child, GtkAllocation place, int width, gboolean mirrored)
{
  if (mirrored)
    place.x = width - place.x - place.width;
  if (gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &place, -1);
}

static void
mig_filter_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MigFilterBar *self = MIG_FILTER_BAR (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation flow, end, note;

  arrange (self, width, &flow, &end, &note);
  allocate (self->flow, flow, width, mirrored);
  allocate (self->end, end, width, mirrored);
  allocate (GTK_WIDGET (self->note), note, width, mirrored);
}

static GtkSizeRequestMode
mig_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mig_filter_bar_dispose (GObject *object)
{
  MigFilterBar *self = MIG_FILTER_BAR (object);
  GtkWidget *child;

  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_clear_object (&self->navigator);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mig_filter_bar_parent_class)->dispose (object);
}

static void
mig_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (MIG_FILTER_BAR (object)->chips);

  G_OBJECT_CLASS (mig_filter_bar_parent_class)->finalize (object);
}

static void
mig_filter_bar_class_init (MigFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_filter_bar_finalize;
  widget_class->measure = mig_filter_bar_measure;
  widget_class->size_allocate = mig_filter_bar_size_allocate;
  widget_class->get_request_mode = mig_filter_bar_get_request_mode;
  g_type_ensure (MIG_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MigFilterBar, end);
  gtk_widget_class_bind_template_child (widget_class, MigFilterBar, counts);
  gtk_widget_class_bind_template_child (widget_class, MigFilterBar, note);
  gtk_widget_class_set_css_name (widget_class, "filterstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_filter_bar_init (MigFilterBar *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->flow = mig_flow_new (CHIP_SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
  gtk_widget_insert_after (self->flow, GTK_WIDGET (self), NULL);
}

/**
 * mig_filter_bar_set_navigator:
 * @self: a bar
 * @navigator: what holds the filter
 *
 * Sets, once, whose filter is told.
 */
void
mig_filter_bar_set_navigator (MigFilterBar *self, MigNavigator *navigator)
{
  g_return_if_fail (MIG_IS_FILTER_BAR (self));
  g_return_if_fail (MIG_IS_NAVIGATOR (navigator));
  g_return_if_fail (self->navigator == NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_swapped (navigator, "filtered", G_CALLBACK (sync_chips), self);
  g_signal_connect_swapped (navigator, "notify::subset", G_CALLBACK (subset_cb), self);
  g_signal_connect_swapped (navigator, "notify::selected", G_CALLBACK (sync_note), self);
  sync_chips (self);
}
