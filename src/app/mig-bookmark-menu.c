/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-bookmark-menu.h"

#include <glib/gi18n-lib.h>

#include "mig-glyph.h"
#include "mig-popovers.h"

/* MigBookmarkMenu
 *
 * The bookmarks of a corpus, under a command that adds or removes that of what is shown. Each line goes to its place,
 * and can be renamed, by F2 or its button, and removed, by Delete or its button. What the corpus does not have any
 * more is told as such, and stays until somebody removes it.
 *
 *   MigBookmarks ──items-changed──▶ lines ──opened, failed──▶ the window
 */

struct _MigBookmarkMenu
{
  GtkPopover parent_instance;

  MigBookmarks *bookmarks;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *empty;
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigBookmarkMenu, mig_bookmark_menu, GTK_TYPE_POPOVER)

static void
tell_failure (MigBookmarkMenu *self, GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static GtkListBoxRow *
get_row (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static GtkStack *
get_stack (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "stack");
}

/* The line at a place gets the focus; past the end the last one does. */
static void
focus_line (MigBookmarkMenu *self, guint position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->bookmarks));
  GtkListBoxRow *row = n > 0 ? gtk_list_box_get_row_at_index (self->list, (int) MIN (position, n - 1)) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
begin_rename (GtkListBoxRow *row)
{
  GtkStack *stack = get_stack (row);
  GtkWidget *entry = gtk_stack_get_child_by_name (stack, "entry");

  gtk_stack_set_visible_child (stack, entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

static void
end_rename (GtkWidget *entry)
{
  GtkListBoxRow *row = get_row (entry);
  GtkWidget *name = gtk_stack_get_child_by_name (get_stack (row), "name");

  gtk_editable_set_text (GTK_EDITABLE (entry), gtk_label_get_text (GTK_LABEL (name)));
  gtk_stack_set_visible_child (get_stack (row), name);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
renamed_cb (GtkWidget *entry, MigBookmarkMenu *self)
{
  const guint position = (guint) gtk_list_box_row_get_index (get_row (entry));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr (GError) error = NULL;

  end_rename (entry);
  mig_bookmarks_rename (self->bookmarks, position, name, &error);
  focus_line (self, position);
  tell_failure (self, error);
}

/* Escape leaves the name as it was; the popover stays. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_rename (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  return GDK_EVENT_STOP;
}

static void
rename_clicked_cb (GtkWidget *button, MigBookmarkMenu *self)
{
  begin_rename (get_row (button));
}

static void
remove_line (MigBookmarkMenu *self, GtkListBoxRow *row)
{
  const guint position = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (GError) error = NULL;

  mig_bookmarks_remove (self->bookmarks, position, &error);
  focus_line (self, position);
  tell_failure (self, error);
}

static void
remove_clicked_cb (GtkWidget *button, MigBookmarkMenu *self)
{
  remove_line (self, get_row (button));
}

static gboolean
list_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             MigBookmarkMenu *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    begin_rename (GTK_LIST_BOX_ROW (focus));
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    remove_line (self, GTK_LIST_BOX_ROW (focus));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
activated_cb (MigBookmarkMenu *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
add_button (GtkWidget *line, const char *icon, const char *label, GCallback callback, MigBookmarkMenu *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mig-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (line), button);
}

static GtkWidget *
stack_new (MigBookmarkMenu *self, const char *name)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 12, "max-width-chars", 40, "tooltip-text", name, NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the bookmark"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), NULL);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (entry, "activate", G_CALLBACK (renamed_cb), self);
  gtk_stack_add_named (GTK_STACK (stack), label, "name");
  gtk_stack_add_named (GTK_STACK (stack), entry, "entry");
  gtk_widget_set_hexpand (stack, TRUE);
  gtk_widget_set_valign (stack, GTK_ALIGN_CENTER);

  return stack;
}

static GtkWidget *
row_new (MigBookmarkMenu *self, guint position)
{
  g_autoptr (MigBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (self->bookmarks), position);
  MigCorpus *corpus = mig_bookmarks_get_corpus (self->bookmarks);
  const gboolean is_gone = mig_bookmarks_is_gone (self->bookmarks, position);
  const char *name = mig_bookmark_get_name (bookmark);
  const MigRef ref = !is_gone ? mig_corpus_lookup (corpus, mig_bookmark_get_id (bookmark)) : MIG_REF_NONE;
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *stack = stack_new (self, name);
  g_autofree char *description = NULL;

  gtk_box_append (GTK_BOX (line), mig_glyph_new (ref != MIG_REF_NONE ? mig_glyph_kind_for (corpus, ref)
                                                                     : MIG_GLYPH_NONE));
  gtk_box_append (GTK_BOX (text), stack);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  if (is_gone)
    {
      GtkWidget *gone = g_object_new (GTK_TYPE_LABEL, "label", _("No longer in this corpus"), "xalign", 0.0, NULL);

      gtk_widget_add_css_class (gone, "mig-soft");
      gtk_box_append (GTK_BOX (text), gone);
      /* Translators: %s is the name of a bookmark */
      description = g_strdup_printf (_("%s, no longer in this corpus"), name);
    }
  gtk_box_append (GTK_BOX (line), text);
  add_button (line, "mig-rename-symbolic", _("Rename (F2)"), G_CALLBACK (rename_clicked_cb), self);
  add_button (line, "edit-delete-symbolic", _("Remove (Delete)"), G_CALLBACK (remove_clicked_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), "stack", stack);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_gone ? description : name, -1);

  return row;
}

static void
sync_lines (MigBookmarkMenu *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->bookmarks));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, row_new (self, i));
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

static void
mig_bookmark_menu_dispose (GObject *object)
{
  MigBookmarkMenu *self = MIG_BOOKMARK_MENU (object);

  if (self->bookmarks != NULL)
    g_signal_handlers_disconnect_by_data (self->bookmarks, self);
  g_clear_object (&self->bookmarks);

  G_OBJECT_CLASS (mig_bookmark_menu_parent_class)->dispose (object);
}

static void
mig_bookmark_menu_class_init (MigBookmarkMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mig_bookmark_menu_dispose;

  /**
   * MigBookmarkMenu::opened:
   * @position: which bookmark
   *
   * A bookmark is to be gone to.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", MIG_TYPE_BOOKMARK_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * MigBookmarkMenu::failed:
   * @message: why
   *
   * A change could not be written to the disk.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", MIG_TYPE_BOOKMARK_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_bookmark_menu_init (MigBookmarkMenu *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "mig-bookmark-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookmarks"), -1);

  mig_popovers_set_name (GTK_BUTTON (toggle), _("_Bookmark This"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "win.bookmark");
  gtk_widget_set_tooltip_text (toggle, _("Add or remove the bookmark of what is shown (Ctrl+Shift+D)"));
  gtk_widget_add_css_class (toggle, "flat");
  gtk_box_append (GTK_BOX (content), toggle);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookmarks"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "propagate-natural-width", TRUE, "propagate-natural-height", TRUE,
                                 "max-content-height", 360, "child", self->list,
                                 NULL);
  gtk_box_append (GTK_BOX (content), self->scroller);
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _("This corpus has no bookmarks yet."), "wrap", TRUE,
                              "max-width-chars", 30, NULL);
  gtk_widget_add_css_class (self->empty, "mig-soft");
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_popover_set_child (GTK_POPOVER (self), content);
}

/**
 * mig_bookmark_menu_new:
 * @bookmarks: what to list and to change
 *
 * Returns: (transfer floating): a popover without a parent, whose command is the window's
 */
GtkWidget *
mig_bookmark_menu_new (MigBookmarks *bookmarks)
{
  MigBookmarkMenu *self = g_object_new (MIG_TYPE_BOOKMARK_MENU, NULL);

  self->bookmarks = g_object_ref (bookmarks);
  g_signal_connect_swapped (bookmarks, "items-changed", G_CALLBACK (sync_lines), self);
  sync_lines (self);

  return GTK_WIDGET (self);
}
