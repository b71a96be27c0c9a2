/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-bar.h"

#include <glib/gi18n-lib.h>

#include "mig-compat.h"
#include "mig-words.h"

/* MigSearchBar
 *
 * The strip under the header in which one types what to find. While a field is typed, the ways to go on with it hang
 * under the entry; Tab takes the first of them.
 *
 *   keys ──▶ entry ──▶ MigFinder          Enter ──▶ ::activated     Down ──▶ ::left     Escape ──▶ ::closed
 */

struct _MigSearchBar
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkLabel *summary;
  GtkWidget *hidden;
  GtkLabel *hidden_label;
  GtkWidget *steps;
  GtkWidget *completions;
  GtkWidget *completions_box;

  MigFinder *finder;
  guint n_hidden; /* hits that are filtered away */
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LEFT,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigSearchBar, mig_search_bar, GTK_TYPE_WIDGET)

static void
complete (MigSearchBar *self,
          const char   *text)
{
  mig_search_bar_set_text (self, text);
  mig_search_bar_grab (self);
  gtk_editable_set_position (self->entry, -1);
}

static void
completion_cb (GtkButton    *button,
               MigSearchBar *self)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));

  gtk_popover_popdown (GTK_POPOVER (self->completions));
  complete (self, text);
}

static GtkWidget *
make_completion (MigSearchBar              *self,
                 const MigSearchCompletion *completion)
{
  GtkWidget *button = gtk_button_new_with_label (completion->label);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "mig-completion");
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (completion->text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (completion_cb), self);

  return button;
}

/* Only at the end of the text: in its middle one corrects. */
static void
show_completions (MigSearchBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  gboolean at_end = gtk_editable_get_position (self->entry) == g_utf8_strlen (text, -1);
  g_autoptr (GPtrArray) completions = at_end && self->finder != NULL ? mig_finder_complete (self->finder, text) : NULL;
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds;
  GtkWidget *child;

  /* To GTK a popover's start is its left side in every language. */
  gtk_widget_set_halign (self->completions, is_rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  while ((child = gtk_widget_get_first_child (self->completions_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->completions_box), child);
  for (guint i = 0; completions != NULL && i < completions->len; i++)
    gtk_box_append (GTK_BOX (self->completions_box), make_completion (self, g_ptr_array_index (completions, i)));

  if (completions != NULL && completions->len > 0 &&
      gtk_widget_compute_bounds (GTK_WIDGET (self->entry), GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->completions),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  if (completions != NULL && completions->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->completions));
  else
    gtk_popover_popdown (GTK_POPOVER (self->completions));
}

static void
changed_cb (MigSearchBar *self)
{
  if (self->finder != NULL)
    mig_finder_set_text (self->finder, gtk_editable_get_text (self->entry));
  show_completions (self);
}

static void
activate_cb (MigSearchBar *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* Escape empties first, then closes. */
static void
stop_cb (MigSearchBar *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        MigSearchBar          *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->completions_box);

  if (keyval == GDK_KEY_Down && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    {
      g_signal_emit (self, signals[SIGNAL_LEFT], 0);
      return TRUE;
    }
  if (keyval == GDK_KEY_Tab && (state & gtk_accelerator_get_default_mod_mask ()) == 0 && first != NULL &&
      gtk_widget_get_visible (self->completions))
    {
      g_signal_emit_by_name (first, "clicked");
      return TRUE;
    }

  return FALSE;
}

/* What hangs under the entry goes with it. */
static void
mig_search_bar_unmap (GtkWidget *widget)
{
  gtk_popover_popdown (GTK_POPOVER (MIG_SEARCH_BAR (widget)->completions));

  GTK_WIDGET_CLASS (mig_search_bar_parent_class)->unmap (widget);
}

/* The offer goes when it is taken: the focus leaves it before. */
static void
hidden_cb (MigSearchBar *self)
{
  mig_search_bar_grab (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-filters", NULL);
}

static void
leave_cb (MigSearchBar *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->completions));
}

static gboolean
mig_search_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MIG_SEARCH_BAR (widget)->entry));
}

static void
mig_search_bar_dispose (GObject *object)
{
  MigSearchBar *self = MIG_SEARCH_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (mig_search_bar_parent_class)->dispose (object);
}

static void
mig_search_bar_class_init (MigSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mig_search_bar_dispose;
  widget_class->unmap = mig_search_bar_unmap;
  widget_class->grab_focus = mig_search_bar_grab_focus;

  /**
   * MigSearchBar::activated:
   *
   * Enter was pressed: the first hit is wanted.
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", MIG_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigSearchBar::left:
   *
   * Down was pressed: the focus is to go to the hits.
   */
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", MIG_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MigSearchBar::closed:
   *
   * Escape was pressed in an empty entry.
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", MIG_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, summary);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, hidden);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, steps);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, completions);
  gtk_widget_class_bind_template_child (widget_class, MigSearchBar, completions_box);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_completions);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, hidden_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_set_css_name (widget_class, "searchstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
mig_search_bar_init (MigSearchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mig_search_bar_new:
 *
 * Returns: (transfer floating): an empty search strip
 */
GtkWidget *
mig_search_bar_new (void)
{
  return g_object_new (MIG_TYPE_SEARCH_BAR, NULL);
}

/**
 * mig_search_bar_set_finder:
 * @self: a search strip
 * @finder: what is told what is typed
 */
void
mig_search_bar_set_finder (MigSearchBar *self,
                           MigFinder    *finder)
{
  g_return_if_fail (MIG_IS_SEARCH_BAR (self));

  g_set_object (&self->finder, finder);
}

/**
 * mig_search_bar_set_text:
 * @self: a search strip
 * @text: a query
 *
 * Replaces what is typed.
 */
void
mig_search_bar_set_text (MigSearchBar *self,
                         const char   *text)
{
  g_return_if_fail (MIG_IS_SEARCH_BAR (self));

  gtk_editable_set_text (self->entry, text);
}

/* The summary stands over the end of the entry: the text ends before it, whichever way it runs. */
static void
make_room (MigSearchBar *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));
  const gboolean is_empty = *gtk_label_get_text (self->summary) == '\0';
  int width = 0;

  if (!is_empty)
    gtk_widget_measure (GTK_WIDGET (self->summary), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  /* The margins of the summary are the icon's place on the one side, and more than enough between them on the other. */
  gtk_widget_set_margin_end (text, MAX (width - gtk_widget_get_margin_start (GTK_WIDGET (self->summary)), 0));
}

/* What is filtered away is offered under the entry; whoever is at the offer when it goes is not left nowhere. */
static void
offer_hidden (MigSearchBar *self,
              guint         n_hidden)
{
  g_autofree char *number = mig_words_number (n_hidden);
  g_autofree char *offer = NULL;

  /* Translators: a button in the search strip; it clears the filters */
  offer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %s more hit that filters hide",
                                        "Show %s more hits that filters hide", n_hidden), number);
  if (n_hidden == 0 && gtk_widget_has_focus (self->hidden))
    mig_search_bar_grab (self);
  gtk_label_set_text (self->hidden_label, offer);
  gtk_widget_set_visible (self->hidden, n_hidden > 0);
}

static void
announce (MigSearchBar *self,
          const char   *summary,
          guint         n_hidden)
{
  g_autofree char *number = mig_words_number (n_hidden);
  g_autofree char *message = NULL;

  if (n_hidden > 0)
    /* Translators: said by screen readers. %1$s is "9 hits", "hit 7 of 9" or "No hits" */
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s; filters hide %2$s more",
                                            "%1$s; filters hide %2$s more", n_hidden), summary, number);
  mig_compat_announce (GTK_WIDGET (self->entry), message != NULL ? message : summary);
}

/**
 * mig_search_bar_set_steps:
 * @self: a search strip
 * @steps: whether it has the buttons that walk from hit to hit
 */
void
mig_search_bar_set_steps (MigSearchBar *self,
                          gboolean      steps)
{
  g_return_if_fail (MIG_IS_SEARCH_BAR (self));

  gtk_widget_set_visible (self->steps, steps);
}

/**
 * mig_search_bar_set_summary:
 * @self: a search strip
 * @summary: how many hits there are, in words, or ""
 * @n_hidden: how many more there would be without filters
 *
 * Shows and tells screen readers how many hits there are, and offers those that are filtered away.
 */
void
mig_search_bar_set_summary (MigSearchBar *self,
                            const char   *summary,
                            guint         n_hidden)
{
  g_return_if_fail (MIG_IS_SEARCH_BAR (self));

  if (g_strcmp0 (gtk_label_get_text (self->summary), summary) == 0 && n_hidden == self->n_hidden)
    return;

  self->n_hidden = n_hidden;
  gtk_label_set_text (self->summary, summary);
  make_room (self);
  offer_hidden (self, n_hidden);
  if (*summary != '\0')
    announce (self, summary, n_hidden);
  else
    /* Where an announcement became the description, it must not outlive what it was about. */
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}

/**
 * mig_search_bar_grab:
 * @self: a search strip
 *
 * Moves the focus to the entry, with all that is typed selected.
 */
void
mig_search_bar_grab (MigSearchBar *self)
{
  g_return_if_fail (MIG_IS_SEARCH_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * mig_search_bar_take_key:
 * @self: a search strip
 * @controller: a key controller that handles a key press
 *
 * Lets the entry have a key that was pressed elsewhere: it goes on where the text ends.
 *
 * Returns: whether the entry had a use for it
 */
gboolean
mig_search_bar_take_key (MigSearchBar       *self,
                         GtkEventController *controller)
{
  GtkWidget *text;

  g_return_val_if_fail (MIG_IS_SEARCH_BAR (self), FALSE);

  gtk_editable_set_position (self->entry, -1);
  text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));
  return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), text);
}
