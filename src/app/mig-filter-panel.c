/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-filter-panel.h"

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-filter-text.h"
#include "mig-popovers.h"
#include "mig-span-text.h"
#include "mig-thing-index.h"
#include "mig-words.h"

/* MigFilterPanel
 *
 * Where filters are chosen: names as one types, a span in plain words, and switches. Each choice takes effect at once,
 * and the counts beside the kinds and at the foot tell what it leaves.
 *
 *   MigNavigator ──filtered, subset──▶ switches, counts
 *   switches, names, span ──win.add-filter, win.remove-filter──▶ the window
 */

#define MOST_THINGS 6
#define MAX_CHARS 22
/* What the panel is high at most, in pixels: it scrolls before it fills a laptop's screen. */
#define MAX_HEIGHT 480

struct _MigFilterPanel
{
  GtkPopover parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *box;
  GtkEditable *thing_entry;
  GtkBox *things;
  GtkWidget *no_thing;
  GtkEditable *span_entry;
  GtkWidget *span_button;
  GtkWidget *in_sight_button;
  GtkLabel *span_preview;
  GtkLabel *counts;

  MigNavigator *navigator;
  GPtrArray *checks; /* GtkCheckButton, with "part" and "value": all switches but those of names */
  GtkLabel *kind_counts[MIG_SEARCH_N_GROUPS];
  GtkWidget *any_direction;
  MigCorpus *corpus;    /* that the index is of */
  MigThingIndex *index; /* NULL until it is made */
  GCancellable *indexing;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (MigFilterPanel, mig_filter_panel, GTK_TYPE_POPOVER)

/* Switches */

static gboolean
is_asked (MigFilterPanel *self, GtkWidget *check)
{
  const MigFilter *filter = mig_navigator_get_filter (self->navigator);

  if (check == self->any_direction)
    return filter->direction == MIG_FILTER_ANY_DIRECTION;
  return mig_filter_has_part (filter, self->corpus, g_object_get_data (G_OBJECT (check), "part"),
                              g_object_get_data (G_OBJECT (check), "value"));
}

static void
sync_checks (MigFilterPanel *self)
{
  self->syncing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_asked (self, check));
    }
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->things)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_asked (self, check));
  self->syncing = FALSE;
}

static void
toggled_cb (MigFilterPanel *self, GtkCheckButton *check)
{
  const char *part = g_object_get_data (G_OBJECT (check), "part");
  const gboolean active = gtk_check_button_get_active (check);

  /* Of a group of which one is chosen, only that one speaks. */
  if (self->syncing || (!active && g_str_equal (part, MIG_FILTER_DIRECTION)))
    return;
  if (GTK_WIDGET (check) == self->any_direction)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-filter", "(ss)", part, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), active ? "win.add-filter" : "win.remove-filter", "(ss)", part,
                                g_object_get_data (G_OBJECT (check), "value"));
  /* A filter takes so many names and no more. */
  if (is_asked (self, GTK_WIDGET (check)) != active)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      sync_checks (self);
    }
}

static void
init_check (MigFilterPanel *self, GtkWidget *check, const char *part, const char *value)
{
  g_object_set_data_full (G_OBJECT (check), "part", g_strdup (part), g_free);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
}

static GtkWidget *
add_check (MigFilterPanel *self, GtkWidget *parent, const char *label, const char *part, const char *value)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  init_check (self, check, part, value);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (GTK_BOX (parent), check);
  return check;
}

/* A heading, and a box under it that it names. */
static GtkWidget *
add_section (MigFilterPanel *self, const char *title)
{
  GtkWidget *heading = gtk_label_new (title), *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "mig-heading");
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, section);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  return section;
}

static void
add_kinds (MigFilterPanel *self)
{
  GtkWidget *section = add_section (self, C_("filters", "Kind"));

  for (MigSearchGroup group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *check = add_check (self, line, mig_search_group_get_name (group), MIG_FILTER_KINDS,
                                    mig_search_group_get_ids ()[group]);
      GtkWidget *count = gtk_label_new ("");

      gtk_widget_set_hexpand (check, TRUE);
      gtk_widget_add_css_class (count, "mig-soft");
      gtk_box_append (GTK_BOX (line), count);
      gtk_box_append (GTK_BOX (section), line);
      self->kind_counts[group] = GTK_LABEL (count);
    }
}

static void
add_direction (MigFilterPanel *self)
{
  GtkWidget *section = add_section (self, C_("filters", "When it was mentioned")), *ahead, *behind;

  self->any_direction = add_check (self, section, C_("filters", "Ahead or behind"), MIG_FILTER_DIRECTION, "");
  ahead = add_check (self, section, C_("filters", "Still ahead"), MIG_FILTER_DIRECTION,
                     mig_filter_direction_to_name (MIG_FILTER_AHEAD));
  behind = add_check (self, section, C_("filters", "Behind already"), MIG_FILTER_DIRECTION,
                      mig_filter_direction_to_name (MIG_FILTER_BEHIND));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (ahead), GTK_CHECK_BUTTON (self->any_direction));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (behind), GTK_CHECK_BUTTON (self->any_direction));
}

static void
add_certainty (MigFilterPanel *self)
{
  GtkWidget *section = add_section (self, C_("filters", "Certainty"));

  add_check (self, section, C_("certainty", "Confirmed"), MIG_FILTER_CERTAINTIES,
             mig_certainty_to_name (MIG_CERTAINTY_CONFIRMED));
  add_check (self, section, C_("certainty", "Reported once"), MIG_FILTER_CERTAINTIES,
             mig_certainty_to_name (MIG_CERTAINTY_REPORTED_ONCE));
  add_check (self, section, C_("certainty", "Inferred"), MIG_FILTER_CERTAINTIES,
             mig_certainty_to_name (MIG_CERTAINTY_INFERRED));
  add_check (self, section, _("Only where sources disagree"), MIG_FILTER_DISAGREES, "");
}

static void
sync_counts (MigFilterPanel *self)
{
  MigSubset *subset = mig_navigator_get_subset (self->navigator);
  g_autofree char *counts = mig_filter_format_counts (subset);

  for (MigSearchGroup group = 0; group < MIG_SEARCH_N_GROUPS; group++)
    {
      g_autofree char *count = mig_filter_format_count (subset, group);
      GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (self->kind_counts[group]));
      GtkWidget *check = gtk_widget_get_first_child (line);

      gtk_label_set_text (self->kind_counts[group], count);
      gtk_widget_set_visible (line, mig_subset_count_all (subset, group) > 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
    }
  gtk_label_set_text (self->counts,
                      mig_filter_shows_nothing (subset) ? _("Nothing on the timeline passes these filters.") : counts);
}

/* Names */

static const char *
get_part (MigRef thing)
{
  switch ((guint) mig_ref_kind (thing))
    {
    case MIG_KIND_ORGANIZATION:
      return MIG_FILTER_ORGANIZATIONS;
    case MIG_KIND_PERSON:
      return MIG_FILTER_SPEAKERS;
    case MIG_KIND_TOPIC:
      return MIG_FILTER_TOPICS;
    default:
      return MIG_FILTER_PLACES;
    }
}

static GtkWidget *
thing_new (MigFilterPanel *self, MigRef thing)
{
  const MigRecord *record = mig_corpus_get_record (self->corpus, thing);
  const char *kind = mig_words_kind (self->corpus, thing);
  /* Translators: a thing that can be asked for: %1$s is its name, %2$s what it is: "IOM, Organization" */
  g_autofree char *name = g_strdup_printf (C_("filters", "%1$s, %2$s"), record->name, kind);
  GtkWidget *check = gtk_check_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (record->short_name), *kind_label = gtk_label_new (kind);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (kind_label, "mig-soft");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), kind_label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), line);
  gtk_widget_set_tooltip_text (check, record->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  init_check (self, check, get_part (thing), record->id);
  return check;
}

/* Names that were offered are of the corpus that was there then. */
static void
clear_things (MigFilterPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->things))) != NULL)
    gtk_box_remove (self->things, child);
  gtk_widget_set_visible (self->no_thing, FALSE);
}

static void
show_things (MigFilterPanel *self)
{
  const char *text = gtk_editable_get_text (self->thing_entry);
  MigRef found[MOST_THINGS];
  guint n = 0;

  clear_things (self);
  if (self->index != NULL)
    n = mig_thing_index_find (self->index, text, MOST_THINGS, found);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->things, thing_new (self, found[i]));
  gtk_widget_set_visible (self->no_thing, self->index != NULL && n == 0);
  sync_checks (self);
}

static void
thing_changed_cb (MigFilterPanel *self)
{
  if (self->corpus != NULL)
    show_things (self);
}

/* Enter takes the best one. */
static void
thing_activate_cb (MigFilterPanel *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->things));

  if (first == NULL || *gtk_editable_get_text (self->thing_entry) == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), !gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  gtk_editable_select_region (self->thing_entry, 0, -1);
}

/* Escape empties the entry, and then leaves. */
static void
stop_cb (MigFilterPanel *self)
{
  if (*gtk_editable_get_text (self->thing_entry) != '\0')
    gtk_editable_set_text (self->thing_entry, "");
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* The arrow keys go from one control to the next, and stay in the panel. Left to GTK 4.8 they would turn a check on and
 * off, and a menu button that the panel hangs on would take the focus out of it. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MigFilterPanel *self)
{
  const gboolean is_up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;

  if ((!is_up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (gtk_popover_get_child (GTK_POPOVER (self)),
                          is_up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MigThingIndex *index = mig_thing_index_new_finish (result, NULL);
  MigFilterPanel *self = user_data;

  /* Given up: another corpus has taken over, or the panel is gone. */
  if (index == NULL)
    return;
  g_clear_object (&self->indexing);
  self->index = index;
  show_things (self);
}

/* Span */

static void
show_preview (MigFilterPanel *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (self->span_preview, text);
  gtk_widget_set_visible (GTK_WIDGET (self->span_preview), *text != '\0');
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->span_preview), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->span_preview), "wrong");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->span_entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->span_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* While a span is typed it is told what it is taken for, or what is wrong with it. */
static void
span_changed_cb (MigFilterPanel *self)
{
  g_autoptr (GError) error = NULL;
  MigDate date;

  if (mig_span_text_parse (gtk_editable_get_text (self->span_entry), &date, &error))
    {
      g_autofree char *words = mig_date_format (&date, MIG_DATE_STYLE_FULL);

      show_preview (self, words, FALSE);
    }
  else if (g_error_matches (error, MIG_SPAN_TEXT_ERROR, MIG_SPAN_TEXT_ERROR_EMPTY))
    {
      show_preview (self, "", FALSE);
    }
  else
    {
      show_preview (self, error->message, TRUE);
    }
  gtk_widget_set_sensitive (self->span_button, error == NULL);
}

static void
span_activate_cb (MigFilterPanel *self)
{
  const char *text = gtk_editable_get_text (self->span_entry);
  MigDate date;

  if (!mig_span_text_parse (text, &date, NULL))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-filter", "(ss)", MIG_FILTER_SPAN, text);
  gtk_editable_set_text (self->span_entry, "");
}

/* Following the navigator */

static void
filtered_cb (MigFilterPanel *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->corpus != NULL)
    sync_checks (self);
}

static void
subset_cb (MigFilterPanel *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && mig_navigator_get_subset (self->navigator) != NULL)
    sync_counts (self);
}

static void
take_corpus (MigFilterPanel *self)
{
  MigCorpus *corpus = mig_navigator_get_corpus (self->navigator);

  if (!g_set_object (&self->corpus, corpus))
    return;
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_object (&self->index);
  gtk_editable_set_text (self->thing_entry, "");
  clear_things (self);
  if (corpus == NULL)
    return;
  self->indexing = g_cancellable_new ();
  mig_thing_index_new_async (corpus, self->indexing, indexed_cb, self);
}

static void
corpus_cb (MigFilterPanel *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* Nothing is kept up to date while it is not seen. */
static void
mig_filter_panel_show (GtkWidget *widget)
{
  MigFilterPanel *self = MIG_FILTER_PANEL (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  take_corpus (self);
  if (self->corpus != NULL)
    {
      sync_checks (self);
      sync_counts (self);
    }
  gtk_scrolled_window_set_max_content_height (self->scroller, CLAMP (height - 160, 120, MAX_HEIGHT));
  GTK_WIDGET_CLASS (mig_filter_panel_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->thing_entry));
}

static void
mig_filter_panel_dispose (GObject *object)
{
  MigFilterPanel *self = MIG_FILTER_PANEL (object);

  if (self->navigator != NULL)
    g_signal_handlers_disconnect_by_data (self->navigator, self);
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_object (&self->index);
  g_clear_object (&self->corpus);
  g_clear_object (&self->navigator);

  G_OBJECT_CLASS (mig_filter_panel_parent_class)->dispose (object);
}

static void
mig_filter_panel_finalize (GObject *object)
{
  g_ptr_array_unref (MIG_FILTER_PANEL (object)->checks);

  G_OBJECT_CLASS (mig_filter_panel_parent_class)->finalize (object);
}

static void
mig_filter_panel_class_init (MigFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_filter_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = mig_filter_panel_finalize;
  widget_class->show = mig_filter_panel_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, box);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, thing_entry);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, things);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, no_thing);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, span_entry);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, span_button);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, in_sight_button);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, span_preview);
  gtk_widget_class_bind_template_child (widget_class, MigFilterPanel, counts);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, thing_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, thing_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_activate_cb);

  /* The application's keys do not reach into a popover that holds the keyboard. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.clear-filters",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_filter_panel_init (MigFilterPanel *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mig_popovers_set_name (GTK_BUTTON (self->span_button), C_("a span of time as a filter", "_Set"));
  mig_popovers_set_name (GTK_BUTTON (self->in_sight_button), _("_What Is in Sight"));
  add_kinds (self);
  add_direction (self);
  add_certainty (self);
  span_changed_cb (self);
}

/**
 * mig_filter_panel_new:
 * @navigator: what holds the filter
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
mig_filter_panel_new (MigNavigator *navigator)
{
  MigFilterPanel *self = g_object_new (MIG_TYPE_FILTER_PANEL, NULL);

  self->navigator = g_object_ref (navigator);
  g_signal_connect_swapped (navigator, "filtered", G_CALLBACK (filtered_cb), self);
  g_signal_connect_swapped (navigator, "notify::subset", G_CALLBACK (subset_cb), self);
  g_signal_connect_swapped (navigator, "notify::corpus", G_CALLBACK (corpus_cb), self);
  return GTK_WIDGET (self);
}
