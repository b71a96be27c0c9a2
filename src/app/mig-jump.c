/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-jump.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"
#include "mig-popovers.h"
#include "mig-span-text.h"

/* MigJump
 *
 * Where a date or a span of time is typed to go there. While it is typed the line below says what it is taken for, or
 * what is wrong with it.
 *
 *   entry ──mig_span_text_parse()──┬──> preview, hint
 *                                  └──Enter──> "span-chosen"
 */

struct _MigJump
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkWidget *button;
  GtkLabel *preview;
  GtkLabel *hint;

  MigDate date;
  gboolean is_date;
};

enum
{
  SIGNAL_SPAN_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigJump, mig_jump, GTK_TYPE_POPOVER)

static void
show_texts (MigJump *self, const char *preview, const char *hint, gboolean is_wrong)
{
  g_autofree char *description = g_strconcat (preview, *preview != '\0' && *hint != '\0' ? "\n" : "", hint, NULL);

  gtk_label_set_text (self->preview, preview);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), *preview != '\0');
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "wrong");
  gtk_widget_set_sensitive (self->button, self->is_date);

  /* Who types hears it as the description of where they type. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (MigJump *self)
{
  g_autoptr (GError) error = NULL;

  self->is_date = mig_span_text_parse (gtk_editable_get_text (self->entry), &self->date, &error);
  if (self->is_date)
    {
      g_autofree char *words = mig_date_format (&self->date, MIG_DATE_STYLE_FULL);

      show_texts (self, words, "", FALSE);
    }
  else
    {
      g_auto (GStrv) parts = g_strsplit (error->message, "\n", 2);
      gboolean is_empty = g_error_matches (error, MIG_SPAN_TEXT_ERROR, MIG_SPAN_TEXT_ERROR_EMPTY);

      show_texts (self, is_empty ? "" : parts[0], parts[1], !is_empty);
    }
}

static void
activate_cb (MigJump *self)
{
  if (!self->is_date)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_SPAN_CHOSEN], 0, &self->date);
}

/* What was typed last is there to be typed over. */
static void
mig_jump_map (GtkWidget *widget)
{
  MigJump *self = MIG_JUMP (widget);

  GTK_WIDGET_CLASS (mig_jump_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
mig_jump_class_init (MigJumpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = mig_jump_map;

  /**
   * MigJump::span-chosen:
   * @date: (type gpointer): the #MigDate to go to, valid during the emission
   *
   * A date or a span was typed and confirmed.
   */
  signals[SIGNAL_SPAN_CHOSEN] = g_signal_new ("span-chosen", MIG_TYPE_JUMP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-jump.ui");
  gtk_widget_class_bind_template_child (widget_class, MigJump, entry);
  gtk_widget_class_bind_template_child (widget_class, MigJump, button);
  gtk_widget_class_bind_template_child (widget_class, MigJump, preview);
  gtk_widget_class_bind_template_child (widget_class, MigJump, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mig_jump_init (MigJump *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mig_popovers_set_name (GTK_BUTTON (self->button), C_("to a date", "_Go"));
  changed_cb (self);
}

/**
 * mig_jump_new:
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
mig_jump_new (void)
{
  return g_object_new (MIG_TYPE_JUMP, NULL);
}
