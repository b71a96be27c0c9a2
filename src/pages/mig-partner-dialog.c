/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-partner-dialog.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison-words.h"
#include "mig-list-focus.h"
#include "mig-page-parts.h"
#include "mig-partners.h"
#include "mig-words.h"

/* Where the other one is chosen that something is compared with, by typing or from the list.
 *
 *   entry ──▶ MigPartners ──▶ list ──▶ mig_navigator_compare ()
 */

struct _MigPartnerDialog
{
  GtkWindow parent_instance;

  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListView *view;
  GtkWidget *nothing;

  MigNavigator *navigator;
  MigCorpus *corpus;
  MigRef ref;
  MigPartners *partners;
  GtkSingleSelection *selection;
  MigListFocus *focus;
  gboolean is_entered; /* what was typed is to be taken as soon as it is known what that is */
};

G_DEFINE_FINAL_TYPE (MigPartnerDialog, mig_partner_dialog, GTK_TYPE_WINDOW)

static void
choose (MigPartnerDialog *self,
        guint             position)
{
  const MigRef other = mig_partners_get_ref (self->partners, position);

  if (other == MIG_REF_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  /* A corpus that was read again meanwhile has other records under the same numbers. */
  if (mig_navigator_get_corpus (self->navigator) == self->corpus)
    mig_navigator_compare (self->navigator, self->ref, other);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (GtkListView      *view,
             guint             position,
             MigPartnerDialog *self)
{
  choose (self, position);
}

/* Enter takes what is marked. */
static void
entered_cb (MigPartnerDialog *self)
{
  self->is_entered = !mig_partners_is_settled (self->partners);
  if (!self->is_entered)
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
changed_cb (MigPartnerDialog *self)
{
  self->is_entered = FALSE;
  mig_partners_set_text (self->partners, gtk_editable_get_text (self->entry));
}

static void
settled_cb (MigPartnerDialog *self)
{
  const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->partners)) == 0;

  gtk_widget_set_visible (self->scroller, !is_empty);
  gtk_widget_set_visible (self->nothing, is_empty);
  if (!is_empty)
    gtk_single_selection_set_selected (self->selection, 0);
  if (self->is_entered)
    entered_cb (self);
}

static void
stop_cb (MigPartnerDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Down leads from the entry into the list; there the arrow keys go on. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        MigPartnerDialog      *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  mig_list_focus_go (self->focus, position);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = mig_part_label ("", "title");

  gtk_widget_add_css_class (row, "mig-partner");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), mig_part_label ("", "mig-subtitle"));
  mig_list_focus_set_up (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         MigPartnerDialog         *self)
{
  const MigRef ref = mig_entity_get_ref (gtk_list_item_get_item (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (row), *subtitle = gtk_widget_get_last_child (row);
  g_autofree char *about = mig_comparison_words_dup_about (self->corpus, ref);
  g_autofree char *label = mig_words_phrase ((const char *[]) { mig_words_name (self->corpus, ref), about, NULL });

  gtk_label_set_text (GTK_LABEL (title), mig_words_name (self->corpus, ref));
  gtk_label_set_text (GTK_LABEL (subtitle), about);
  gtk_widget_set_visible (subtitle, *about != '\0');
  mig_list_focus_set_label (row, label);
}

static void
mig_partner_dialog_dispose (GObject *object)
{
  MigPartnerDialog *self = MIG_PARTNER_DIALOG (object);

  g_clear_pointer (&self->focus, mig_list_focus_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->partners);
  g_clear_object (&self->navigator);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (mig_partner_dialog_parent_class)->dispose (object);
}

static void
mig_partner_dialog_class_init (MigPartnerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_partner_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-partner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MigPartnerDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MigPartnerDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigPartnerDialog, view);
  gtk_widget_class_bind_template_child (widget_class, MigPartnerDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mig_partner_dialog_init (MigPartnerDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->focus = mig_list_focus_new (GTK_WIDGET (self->view));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->view, factory);
}

static void
show_partners (MigPartnerDialog *self)
{
  guint nearest;

  self->partners = mig_partners_new (self->corpus, self->ref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->partners)));
  nearest = mig_partners_get_nearest (self->partners);
  gtk_single_selection_set_selected (self->selection, nearest);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->partners, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_single_selection_set_selected (self->selection, nearest);
  mig_list_focus_scroll (self->focus, nearest);
}

/**
 * mig_partner_dialog_present:
 * @parent: a widget of the window that asks
 * @navigator: where the comparison shall be shown
 * @ref: a record of its corpus, of a kind that can be compared
 *
 * Asks what to compare the record with. The answer goes to the navigator.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
mig_partner_dialog_present (GtkWidget    *parent,
                            MigNavigator *navigator,
                            MigRef        ref)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  MigPartnerDialog *self = g_object_new (MIG_TYPE_PARTNER_DIALOG, NULL);
  g_autofree char *title = NULL;

  self->navigator = g_object_ref (navigator);
  self->corpus = g_object_ref (mig_navigator_get_corpus (navigator));
  self->ref = ref;
  /* Translators: title of the dialog that asks what to compare something with; %s is its name */
  title = g_strdup_printf (_("Compare “%s” With"), mig_words_short_name (self->corpus, ref));
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_partners (self);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
