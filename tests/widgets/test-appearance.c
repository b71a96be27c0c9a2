/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-appearance.h"
#include "window-stage.h"

/* Light, dark and high contrast: the person's choice, the desktop's through a portal of the test's own on a bus of its
 * own, and the theme's. */

static const char portal_xml[] =
  "<node><interface name='org.freedesktop.portal.Settings'>"
  "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/>"
  "</method>"
  "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
  "</interface></node>";

typedef struct
{
  GTestDBus *test_bus;
  GDBusConnection *connection;
  GDBusNodeInfo *info;
  guint owner;
  gboolean owned;
  guint32 scheme;
  guint32 contrast;
  guint n_asked;
} Portal;

static void
method_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Portal *portal = user_data;
  const char *space, *key;
  guint32 value;

  g_variant_get (parameters, "(&s&s)", &space, &key);
  g_assert_cmpstr (space, ==, "org.freedesktop.appearance");
  value = g_str_equal (key, "contrast") ? portal->contrast : portal->scheme;
  portal->n_asked++;
  /* As the real one does it: a variant within a variant. */
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(v)", g_variant_new_variant (g_variant_new_uint32 (value))));
}

static void
owned_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Portal *) user_data)->owned = TRUE;
}

static void
portal_start (Portal *portal)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_cb };
  g_autoptr (GError) error = NULL;

  portal->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (portal->test_bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  portal->info = g_dbus_node_info_new_for_xml (portal_xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (portal->connection, "/org/freedesktop/portal/desktop",
                                     portal->info->interfaces[0], &vtable, portal, NULL, &error);
  g_assert_no_error (error);
  portal->owner = g_bus_own_name_on_connection (portal->connection, "org.freedesktop.portal.Desktop",
                                                G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, portal, NULL);
  wait_until (portal->owned);
}

static void
portal_stop (Portal *portal)
{
  g_bus_unown_name (portal->owner);
  g_dbus_node_info_unref (portal->info);
  g_clear_object (&portal->connection);
}

static void
portal_change (Portal *portal, const char *key, guint32 value)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (portal->connection, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings", "SettingChanged",
                                 g_variant_new ("(ssv)", "org.freedesktop.appearance", key,
                                                g_variant_new_uint32 (value)),
                                 &error);
  g_assert_no_error (error);
}

static gboolean
prefers_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark, NULL);

  return dark;
}

static gboolean
has_palette (MigAppearance *appearance, const char *palette)
{
  return g_strcmp0 (mig_appearance_get_palette (appearance), palette) == 0;
}

static void
test_choice (void)
{
  g_autoptr (MigAppearance) appearance = mig_appearance_new (gdk_display_get_default ());

  g_assert_cmpstr (mig_appearance_get_scheme (appearance), ==, "follow");
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "light");

  mig_appearance_set_scheme (appearance, "dark");
  g_assert_true (prefers_dark ());
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "dark");

  mig_appearance_set_scheme (appearance, "light");
  g_assert_false (prefers_dark ());
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "light");

  /* A value that a later version may have written. */
  mig_appearance_set_scheme (appearance, "sepia");
  g_assert_cmpstr (mig_appearance_get_scheme (appearance), ==, "follow");
}

static void
test_high_contrast_theme (void)
{
  g_autoptr (MigAppearance) appearance = mig_appearance_new (gdk_display_get_default ());
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-theme-name", "HighContrast", NULL);
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "hc");
  g_object_set (settings, "gtk-theme-name", "HighContrastInverse", NULL);
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "hc-dark");
  g_object_set (settings, "gtk-theme-name", "Adwaita-dark", NULL);
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "dark");
  gtk_settings_reset_property (settings, "gtk-theme-name");
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "light");
}

static void
test_no_portal (gconstpointer user_data)
{
  g_autoptr (MigAppearance) appearance = mig_appearance_new (gdk_display_get_default ());

  /* Nobody is there to answer; any warning would end the test. */
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "light");
}

static void
test_portal (gconstpointer user_data)
{
  Portal *portal = (Portal *) user_data;
  g_autoptr (MigAppearance) appearance = NULL;

  portal->scheme = 1;
  portal_start (portal);
  appearance = mig_appearance_new (gdk_display_get_default ());
  /* The first picture does not wait for the answer. */
  g_assert_cmpstr (mig_appearance_get_palette (appearance), ==, "light");
  wait_until (has_palette (appearance, "dark"));
  g_assert_true (prefers_dark ());
  wait_until (portal->n_asked == 2);

  portal_change (portal, "color-scheme", 2);
  wait_until (has_palette (appearance, "light"));
  portal_change (portal, "contrast", 1);
  wait_until (has_palette (appearance, "hc"));
  portal_change (portal, "contrast", 0);
  wait_until (has_palette (appearance, "light"));

  /* The person's choice goes before the desktop's, and giving it up goes back to it. */
  mig_appearance_set_scheme (appearance, "light");
  portal_change (portal, "color-scheme", 1);
  portal_change (portal, "contrast", 1);
  wait_until (has_palette (appearance, "hc"));
  g_assert_false (prefers_dark ());
  mig_appearance_set_scheme (appearance, "follow");
  g_assert_true (prefers_dark ());

  mig_appearance_set_scheme (appearance, "light");
  portal_stop (portal);
}

int
main (int argc, char *argv[])
{
  Portal portal = { 0 };
  int status;

  if (!window_stage_init (&argc, &argv))
    return 0;

  portal.test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (portal.test_bus);

  g_test_add_func ("/appearance/choice", test_choice);
  g_test_add_func ("/appearance/high-contrast-theme", test_high_contrast_theme);
  g_test_add_data_func ("/appearance/no-portal", &portal, test_no_portal);
  g_test_add_data_func ("/appearance/portal", &portal, test_portal);

  status = window_stage_run ();

  g_test_dbus_stop (portal.test_bus);
  g_object_unref (portal.test_bus);

  return status;
}
