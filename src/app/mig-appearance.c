/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-appearance.h"

#include <string.h>

#include "mig-desktop-style.h"

/* MigAppearance
 *
 * Dresses a display: decides between light and dark, loads the application's style sheets, and beside them the palette
 * that goes with the theme.
 *
 *   what the person chose ─┐
 *   desktop (portal) ──────┼──> gtk-application-prefer-dark-theme ──> GTK's theme ─┐
 *                          │                                                       ├──> palette-*.css
 *                          └── contrast ──────────────────────── gtk-theme-name ───┘
 */

#define RESOURCES "/org/example/MigMeet/"
#define STYLE_RESOURCES RESOURCES "style/"

struct _MigAppearance
{
  GObject parent_instance;

  GdkDisplay *display;
  GtkSettings *settings;
  MigDesktopStyle *desktop;
  GPtrArray *sheets; /* of GtkCssProvider */
  GtkCssProvider *palette_sheet;
  const char *palette;
  gboolean overrides; /* whether GTK's own setting was changed */
  char *scheme;
};

enum
{
  PROP_DISPLAY = 1,
  PROP_SCHEME,
  PROP_PALETTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MigAppearance, mig_appearance, G_TYPE_OBJECT)

/* GTK's own high-contrast theme goes by these names; the inverse one is the dark one. */
static gboolean
theme_is_high_contrast (const char *theme)
{
  return strstr (theme, "HighContrast") != NULL || g_str_has_suffix (theme, "-hc") || strstr (theme, "-hc-") != NULL;
}

static gboolean
theme_is_dark (const char *theme)
{
  return g_str_has_suffix (theme, "-dark") || g_str_has_suffix (theme, ":dark") || g_str_has_suffix (theme, "Inverse");
}

static const char *
choose_palette (MigAppearance *self)
{
  /* GTK reads this itself, and then neither the settings nor the desktop has a say. */
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *theme = NULL;
  gboolean dark = FALSE;

  if (forced != NULL && *forced != '\0')
    theme = g_strdup (forced);
  else
    g_object_get (self->settings, "gtk-theme-name", &theme, "gtk-application-prefer-dark-theme", &dark, NULL);

  dark = dark || (theme != NULL && theme_is_dark (theme));
  if ((theme != NULL && theme_is_high_contrast (theme)) || mig_desktop_style_get_high_contrast (self->desktop))
    return dark ? "hc-dark" : "hc";

  return dark ? "dark" : "light";
}

static void
sync_palette (MigAppearance *self)
{
  const char *palette = choose_palette (self);
  g_autofree char *path = NULL;

  if (g_strcmp0 (palette, self->palette) == 0)
    return;

  self->palette = palette;
  path = g_strconcat (RESOURCES "palette-", palette, ".css", NULL);
  gtk_css_provider_load_from_resource (self->palette_sheet, path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}

static void
prefer_dark (MigAppearance *self, gboolean dark)
{
  gboolean before;

  g_object_get (self->settings, "gtk-application-prefer-dark-theme", &before, NULL);
  if (before == dark)
    return;

  g_object_set (self->settings, "gtk-application-prefer-dark-theme", dark, NULL);
  self->overrides = TRUE;
}

static void
sync_theme (MigAppearance *self)
{
  MigDesktopScheme desktop = mig_desktop_style_get_scheme (self->desktop);

  /* Each change of this setting makes GTK read its theme again, which takes longer than all of our own start. */
  if (g_str_equal (self->scheme, "dark"))
    prefer_dark (self, TRUE);
  else if (g_str_equal (self->scheme, "light"))
    prefer_dark (self, FALSE);
  else if (desktop != MIG_DESKTOP_SCHEME_NONE)
    prefer_dark (self, desktop == MIG_DESKTOP_SCHEME_DARK);
  else if (self->overrides)
    {
      /* What GTK's settings file says. */
      gtk_settings_reset_property (self->settings, "gtk-application-prefer-dark-theme");
      self->overrides = FALSE;
    }

  sync_palette (self);
}

static void
add_sheet (MigAppearance *self, GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_ptr_array_add (self->sheets, g_object_ref (provider));
}

static void
load_sheets (MigAppearance *self)
{
  g_auto (GStrv) names = g_resources_enumerate_children (STYLE_RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  add_sheet (self, self->palette_sheet);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat (STYLE_RESOURCES, names[i], NULL);

      gtk_css_provider_load_from_resource (provider, path);
      add_sheet (self, provider);
    }
}

static void
mig_appearance_constructed (GObject *object)
{
  MigAppearance *self = MIG_APPEARANCE (object);

  G_OBJECT_CLASS (mig_appearance_parent_class)->constructed (object);

  self->settings = g_object_ref (gtk_settings_get_for_display (self->display));
  g_signal_connect_object (self->desktop, "changed", G_CALLBACK (sync_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-theme-name", G_CALLBACK (sync_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK (sync_palette), self,
                           G_CONNECT_SWAPPED);

  sync_theme (self);
  load_sheets (self);
}

static void
mig_appearance_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigAppearance *self = MIG_APPEARANCE (object);

  switch (prop_id)
    {
    case PROP_DISPLAY:
      g_value_set_object (value, self->display);
      break;

    case PROP_SCHEME:
      g_value_set_string (value, self->scheme);
      break;

    case PROP_PALETTE:
      g_value_set_string (value, self->palette);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_appearance_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MigAppearance *self = MIG_APPEARANCE (object);

  switch (prop_id)
    {
    case PROP_DISPLAY:
      self->display = g_value_dup_object (value);
      break;

    case PROP_SCHEME:
      mig_appearance_set_scheme (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_appearance_dispose (GObject *object)
{
  MigAppearance *self = MIG_APPEARANCE (object);

  for (guint i = 0; i < self->sheets->len; i++)
    gtk_style_context_remove_provider_for_display (self->display, g_ptr_array_index (self->sheets, i));
  g_ptr_array_set_size (self->sheets, 0);

  G_OBJECT_CLASS (mig_appearance_parent_class)->dispose (object);
}

static void
mig_appearance_finalize (GObject *object)
{
  MigAppearance *self = MIG_APPEARANCE (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->palette_sheet);
  g_clear_object (&self->desktop);
  g_clear_object (&self->settings);
  g_clear_object (&self->display);
  g_free (self->scheme);

  G_OBJECT_CLASS (mig_appearance_parent_class)->finalize (object);
}

static void
mig_appearance_class_init (MigAppearanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = mig_appearance_constructed;
  object_class->get_property = mig_appearance_get_property;
  object_class->set_property = mig_appearance_set_property;
  object_class->dispose = mig_appearance_dispose;
  object_class->finalize = mig_appearance_finalize;

  properties[PROP_DISPLAY] =
    g_param_spec_object ("display", NULL, NULL, GDK_TYPE_DISPLAY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCHEME] =
    g_param_spec_string ("scheme", NULL, NULL, "follow",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PALETTE] =
    g_param_spec_string ("palette", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mig_appearance_init (MigAppearance *self)
{
  self->scheme = g_strdup ("follow");
  self->desktop = mig_desktop_style_new ();
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  self->palette_sheet = gtk_css_provider_new ();
}

/**
 * mig_appearance_new:
 * @display: what to dress
 *
 * Loads the application's styles for all of @display, until the object goes. The desktop is asked for its preference
 * without waiting; it is heeded when it comes.
 *
 * Returns: (transfer full): the appearance, following the desktop
 */
MigAppearance *
mig_appearance_new (GdkDisplay *display)
{
  return g_object_new (MIG_TYPE_APPEARANCE, "display", display, NULL);
}

/**
 * mig_appearance_get_scheme:
 * @self: the appearance
 *
 * Returns: what was chosen: "follow", "light" or "dark"
 */
const char *
mig_appearance_get_scheme (MigAppearance *self)
{
  g_return_val_if_fail (MIG_IS_APPEARANCE (self), NULL);

  return self->scheme;
}

/**
 * mig_appearance_set_scheme:
 * @self: the appearance
 * @scheme: "follow" for the desktop's preference, "light" or "dark"
 *
 * Chooses between light and dark. Anything else is taken for "follow".
 */
void
mig_appearance_set_scheme (MigAppearance *self, const char *scheme)
{
  g_return_if_fail (MIG_IS_APPEARANCE (self));

  if (g_strcmp0 (scheme, "light") != 0 && g_strcmp0 (scheme, "dark") != 0)
    scheme = "follow";
  if (g_str_equal (self->scheme, scheme))
    return;

  g_free (self->scheme);
  self->scheme = g_strdup (scheme);
  sync_theme (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHEME]);
}

/**
 * mig_appearance_get_palette:
 * @self: the appearance
 *
 * Returns: the palette in use: "light", "dark", "hc" or "hc-dark"
 */
const char *
mig_appearance_get_palette (MigAppearance *self)
{
  g_return_val_if_fail (MIG_IS_APPEARANCE (self), NULL);

  return self->palette;
}
