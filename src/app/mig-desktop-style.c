/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-desktop-style.h"

/* MigDesktopStyle
 *
 * What the desktop says about light, dark and contrast. GTK 4.8 by itself does not ask, so this does, through the
 * settings portal: once at the start, without waiting, and then by its signal. Where there is no portal, or no bus, the
 * answer stays "no preference" and nobody is told.
 *
 * The keys and their numbers are those of org.freedesktop.portal.Settings, namespace org.freedesktop.appearance:
 * color-scheme 0 none, 1 dark, 2 light; contrast 0 none, 1 higher.
 */

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"

struct _MigDesktopStyle
{
  GObject parent_instance;

  GDBusConnection *bus;
  GCancellable *cancellable;
  guint subscription;
  guint32 scheme;
  guint32 contrast;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigDesktopStyle, mig_desktop_style, G_TYPE_OBJECT)

/* Read() wraps its answer in one variant too many, and backends have been known to add another. */
static gboolean
unwrap_uint32 (GVariant *value, guint32 *number)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }

  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return FALSE;

  *number = g_variant_get_uint32 (inner);
  return TRUE;
}

static void
take_setting (MigDesktopStyle *self, const char *key, GVariant *value)
{
  guint32 *field;
  guint32 number;

  if (g_str_equal (key, "color-scheme"))
    field = &self->scheme;
  else if (g_str_equal (key, "contrast"))
    field = &self->contrast;
  else
    return;

  if (!unwrap_uint32 (value, &number) || number == *field)
    return;

  *field = number;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer user_data)
{
  const char *space, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&s@v)", &space, &key, &value);
  if (g_str_equal (space, APPEARANCE))
    take_setting (user_data, key, value);
}

static void
take_answer (MigDesktopStyle *self, const char *key, GObject *source, GAsyncResult *result)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  /* No portal, or one that does not know the key: no preference. */
  if (answer == NULL)
    return;

  value = g_variant_get_child_value (answer, 0);
  take_setting (self, key, value);
}

static void
scheme_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigDesktopStyle) self = user_data;

  take_answer (self, "color-scheme", source, result);
}

static void
contrast_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigDesktopStyle) self = user_data;

  take_answer (self, "contrast", source, result);
}

static void
read_setting (MigDesktopStyle *self, const char *key, GAsyncReadyCallback callback)
{
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                          g_variant_new ("(ss)", APPEARANCE, key), G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          self->cancellable, callback, g_object_ref (self));
}

static void
bus_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigDesktopStyle) self = user_data;
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&bus);
      return;
    }

  self->bus = bus;
  self->subscription =
    g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged", PORTAL_PATH, APPEARANCE,
                                        G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  read_setting (self, "color-scheme", scheme_read_cb);
  read_setting (self, "contrast", contrast_read_cb);
}

static void
mig_desktop_style_dispose (GObject *object)
{
  MigDesktopStyle *self = MIG_DESKTOP_STYLE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (mig_desktop_style_parent_class)->dispose (object);
}

static void
mig_desktop_style_finalize (GObject *object)
{
  MigDesktopStyle *self = MIG_DESKTOP_STYLE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mig_desktop_style_parent_class)->finalize (object);
}

static void
mig_desktop_style_class_init (MigDesktopStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mig_desktop_style_dispose;
  object_class->finalize = mig_desktop_style_finalize;

  /**
   * MigDesktopStyle::changed:
   *
   * The desktop's preference is another one than before.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_desktop_style_init (MigDesktopStyle *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_got_cb, g_object_ref (self));
}

/**
 * mig_desktop_style_new:
 *
 * Begins to ask the desktop; the answer comes later, with ::changed, if it differs from "no preference".
 *
 * Returns: (transfer full): a watcher of the desktop's preferences
 */
MigDesktopStyle *
mig_desktop_style_new (void)
{
  return g_object_new (MIG_TYPE_DESKTOP_STYLE, NULL);
}

/**
 * mig_desktop_style_get_scheme:
 * @self: a watcher
 *
 * Returns: whether the desktop prefers light or dark; a number that this version does not know is no preference
 */
MigDesktopScheme
mig_desktop_style_get_scheme (MigDesktopStyle *self)
{
  g_return_val_if_fail (MIG_IS_DESKTOP_STYLE (self), MIG_DESKTOP_SCHEME_NONE);

  return self->scheme <= MIG_DESKTOP_SCHEME_LIGHT ? (MigDesktopScheme) self->scheme : MIG_DESKTOP_SCHEME_NONE;
}

/**
 * mig_desktop_style_get_high_contrast:
 * @self: a watcher
 *
 * Returns: whether the desktop asks for higher contrast
 */
gboolean
mig_desktop_style_get_high_contrast (MigDesktopStyle *self)
{
  g_return_val_if_fail (MIG_IS_DESKTOP_STYLE (self), FALSE);

  return self->contrast == 1;
}
