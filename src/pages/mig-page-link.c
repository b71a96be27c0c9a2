/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-link.h"

/* A link: a button that looks like text. It has an action and a target as every button may, but asks for the action
 * only when it is pressed. A button watches whether its action is enabled, from its parents up; hundreds of links on a
 * page that all watch the same one, which is always enabled, take longer to come and to go than all else about them. */

struct _MigPageLink
{
  GtkButton parent_instance;

  char *action;
  GVariant *target;
};

static void actionable_iface_init (GtkActionableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigPageLink, mig_page_link, GTK_TYPE_BUTTON,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACTIONABLE, actionable_iface_init))

static const char *
get_action_name (GtkActionable *actionable)
{
  return MIG_PAGE_LINK (actionable)->action;
}

static void
set_action_name (GtkActionable *actionable,
                 const char    *action)
{
  MigPageLink *self = MIG_PAGE_LINK (actionable);

  g_free (self->action);
  self->action = g_strdup (action);
}

static GVariant *
get_action_target_value (GtkActionable *actionable)
{
  return MIG_PAGE_LINK (actionable)->target;
}

static void
set_action_target_value (GtkActionable *actionable,
                         GVariant      *target)
{
  MigPageLink *self = MIG_PAGE_LINK (actionable);
  GVariant *before = self->target;

  /* The two may be the same. */
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_clear_pointer (&before, g_variant_unref);
}

static void
actionable_iface_init (GtkActionableInterface *iface)
{
  iface->get_action_name = get_action_name;
  iface->set_action_name = set_action_name;
  iface->get_action_target_value = get_action_target_value;
  iface->set_action_target_value = set_action_target_value;
}

static void
mig_page_link_clicked (GtkButton *button)
{
  MigPageLink *self = MIG_PAGE_LINK (button);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), self->action, self->target);
}

static void
mig_page_link_finalize (GObject *object)
{
  MigPageLink *self = MIG_PAGE_LINK (object);

  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (mig_page_link_parent_class)->finalize (object);
}

static void
mig_page_link_class_init (MigPageLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_page_link_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = mig_page_link_clicked;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reference");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LINK);
}

static void
mig_page_link_init (MigPageLink *self)
{
}

/**
 * mig_page_link_new:
 * @action: a widget action, which is there and enabled whenever the link can be pressed
 * @target: (nullable) (transfer floating): its parameter
 * @child: (transfer floating): what is seen
 *
 * Returns: (transfer floating): a link
 */
GtkWidget *
mig_page_link_new (const char *action,
                   GVariant   *target,
                   GtkWidget  *child)
{
  MigPageLink *self = g_object_new (MIG_TYPE_PAGE_LINK, "child", child, NULL);

  set_action_name (GTK_ACTIONABLE (self), action);
  set_action_target_value (GTK_ACTIONABLE (self), target);

  return GTK_WIDGET (self);
}
