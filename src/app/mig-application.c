/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-application.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mig-appearance.h"
#include "mig-briefing-file.h"
#include "mig-corpus-store.h"
#include "mig-direction.h"
#include "mig-languages.h"
#include "mig-loader.h"
#include "mig-opening.h"
#include "mig-options.h"
#include "mig-settings.h"
#include "mig-window.h"
#include "migmeet-resources.h"

/* MigApplication
 *
 * From the command line to windows: one for each corpus.
 *
 *   migmeet                    ──> the corpus that was open last, or the bundled one; reading begins before GTK is up
 *   migmeet FILE…              ──> a window each; one that shows nothing yet is taken first
 *   migmeet migmeet:CORPUS#ID  ──> the window that has it, else the file it was last seen in, else the bundled corpus
 *   migmeet FILE.migbrief      ──> the window in front, else the bundled corpus, or the one that the briefing names
 *   migmeet --present …        ──> the same, and it is presented
 */

struct _MigApplication
{
  GtkApplication parent_instance;

  GSettings *settings; /* NULL when the schema is not installed */
  MigAppearance *appearance;
  MigLoader *first_loader; /* reads a corpus for the first window */
  gboolean has_files;
};

G_DEFINE_FINAL_TYPE (MigApplication, mig_application, GTK_TYPE_APPLICATION)

#define ADDRESS_SCHEME "migmeet"

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  gtk_show_about_dialog (parent,
                         "program-name", _("MigMeet"),
                         "logo-icon-name", MIG_APPLICATION_ID,
                         "version", MIG_VERSION,
                         "comments", _(mig_options_get_summary ()),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line; they are shown in the About dialog */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Each window is asked, so that each remembers its size. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* One that presents takes the windows of its talk with it. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data),
                                     (GCopyFunc) (gpointer) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void present_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data);

static const GActionEntry entries[] = {
  { .name = "present", .activate = present_cb, .parameter_type = "(su)" },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
add_accelerators (GtkApplication *app)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  const struct
  {
    const char *action;
    const char *keys[5];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.open", { "<Control>o" } },
    { "win.fullscreen", { "F11" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
    /* Back is towards where the line of text begins. */
    { "win.back", { rtl ? "<Alt>Right" : "<Alt>Left", rtl ? "<Alt>KP_Right" : "<Alt>KP_Left", "Back" } },
    { "win.forward", { rtl ? "<Alt>Left" : "<Alt>Right", rtl ? "<Alt>KP_Left" : "<Alt>KP_Right", "Forward" } },
    { "win.present", { "F5" } },
    { "win.present-from-here", { "<Shift>F5" } },
    { "win.add-scene", { "<Control>d" } },
    { "win.save-briefing", { "<Control>s" } },
    { "win.save-briefing-as", { "<Control><Shift>s" } },
    { "win.undo-briefing", { "<Control>z" } },
    { "win.redo-briefing", { "<Control><Shift>z" } },
    { "win.briefing", { "<Control>b" } },
    { "win.go-to-date", { "<Control>l" } },
    { "win.filters", { "<Control>e" } },
    { "win.clear-filters", { "<Control><Shift>f" } },
    { "win.list", { "<Control>t" } },
    { "win.bookmark", { "<Control><Shift>d" } },
    { "win.bookmarks", { "<Control><Shift>b" } },
    { "win.copy-link-here", { "<Control><Shift>c" } },
    { "win.show-on-timeline", { "<Control>j" } },
    { "win.legend", { "<Shift>F1" } },
    { "win.find", { "<Control>f" } },
    { "win.find-next", { "F3" } },
    { "win.find-previous", { "<Shift>F3" } },
    { "win.find-next-on-page", { "<Control>g" } },
    { "win.find-previous-on-page", { "<Control><Shift>g" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (app, accelerators[i].action, (const char *const *) accelerators[i].keys);
}

static void
add_actions (MigApplication *self)
{
  g_autoptr (GPropertyAction) scheme = g_property_action_new ("color-scheme", self->appearance, "scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (scheme));
  mig_languages_add_actions (G_ACTION_MAP (self), self->settings);
  add_accelerators (GTK_APPLICATION (self));
}

static MigLoader *
loader_new (MigApplication *self, GFile *file)
{
  MigLoader *loader = mig_loader_new ();

  mig_settings_bind_loader (self->settings, loader);
  mig_loader_load (loader, file);

  return loader;
}

static MigLoader *
bundled_loader_new (MigApplication *self)
{
  g_autoptr (GFile) file = mig_opening_get_bundled_file ();

  return loader_new (self, file);
}

/* Where one left off: the corpus that was open last, as long as it is there. One on a remote mount would have to be
 * asked for before there is a window. */
static MigLoader *
last_loader_new (MigApplication *self)
{
  g_autofree char *uri = self->settings != NULL ? g_settings_get_string (self->settings, "last-corpus") : NULL;
  g_autoptr (GFile) file = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (file == NULL || !g_file_is_native (file) || !g_file_query_exists (file, NULL))
    return bundled_loader_new (self);

  return loader_new (self, file);
}

static MigWindow *
add_window (MigApplication *self, MigLoader *loader)
{
  MigWindow *window = MIG_WINDOW (mig_window_new (GTK_APPLICATION (self), loader, self->settings));

  g_object_bind_property (self->appearance, "palette", window, "palette", G_BINDING_SYNC_CREATE);

  return window;
}

/* A window that opens the bundled corpus; the first one finds the one that was open last half read. */
static MigWindow *
add_bundled_window (MigApplication *self)
{
  g_autoptr (MigLoader) loader =
    self->first_loader != NULL ? g_steal_pointer (&self->first_loader) : bundled_loader_new (self);

  return add_window (self, loader);
}

static void
mig_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window == NULL)
    window = GTK_WINDOW (add_bundled_window (MIG_APPLICATION (app)));

  if (MIG_IS_WINDOW (window))
    mig_window_present (MIG_WINDOW (window));
  else
    gtk_window_present (window);
}

static gboolean
shows_file (MigWindow *window, GFile *file)
{
  GFile *shown = mig_loader_get_file (mig_window_get_loader (window));

  return shown != NULL && g_file_equal (shown, file);
}

static gboolean
is_vacant (MigWindow *window)
{
  MigLoader *loader = mig_window_get_loader (window);

  return mig_loader_get_corpus (loader) == NULL && !mig_loader_is_reading (loader);
}

static MigWindow *
open_file (MigApplication *self, GFile *file)
{
  MigWindow *vacant = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (!MIG_IS_WINDOW (l->data))
        continue;

      if (shows_file (l->data, file))
        {
          mig_window_present (l->data);
          return l->data;
        }
      if (is_vacant (l->data))
        vacant = l->data;
    }

  if (vacant == NULL)
    vacant = add_window (self, NULL);
  mig_window_open_file (vacant, file);
  mig_window_present (vacant);

  return vacant;
}

static void
open_address (MigApplication *self, const char *address)
{
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();
  g_autoptr (GFile) seen = NULL;
  MigWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (!MIG_IS_WINDOW (l->data))
        continue;

      if (mig_window_can_show_address (l->data, address))
        {
          window = l->data;
          break;
        }
      if (shows_file (l->data, bundled))
        window = l->data;
    }

  if (window == NULL || !mig_window_can_show_address (window, address))
    seen = mig_corpus_store_find_file (address);
  if (seen != NULL && !g_file_equal (seen, bundled))
    window = open_file (self, seen);
  else if (window == NULL)
    window = add_bundled_window (self);
  mig_window_open_address (window, address);
  mig_window_present (window);
}

/* The window in front; without one, one with the bundled corpus. */
static MigWindow *
get_front_window (MigApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (MIG_IS_WINDOW (window))
    return MIG_WINDOW (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (MIG_IS_WINDOW (l->data))
        return l->data;
    }
  return add_bundled_window (self);
}

static void
open_briefing (MigApplication *self, GFile *file)
{
  MigWindow *window = get_front_window (self);

  mig_window_open_briefing (window, file);
  mig_window_present (window);
}

/* Presents a briefing, by its URI, or "" for what the window in front has, from a scene on. */
static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MigWindow *window = get_front_window (user_data);
  g_autoptr (GFile) file = NULL;
  const char *uri;
  guint position;

  g_variant_get (parameter, "(&su)", &uri, &position);
  if (*uri != '\0')
    file = g_file_new_for_uri (uri);
  mig_window_present_briefing (window, file, position);
  mig_window_present (window);
}

static void
mig_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  MigApplication *self = MIG_APPLICATION (app);

  for (int i = 0; i < n_files; i++)
    {
      if (g_file_has_uri_scheme (files[i], ADDRESS_SCHEME))
        {
          g_autofree char *address = g_file_get_uri (files[i]);

          open_address (self, address);
        }
      else if (mig_briefing_is_file_name (files[i]))
        {
          open_briefing (self, files[i]);
        }
      else
        {
          open_file (self, files[i]);
        }
    }
}

static void
mig_application_startup (GApplication *app)
{
  MigApplication *self = MIG_APPLICATION (app);

  self->settings = mig_settings_new ();

  /* The worker thread reads while this one brings GTK up and builds the window. */
  if (!self->has_files)
    self->first_loader = last_loader_new (self);

  /* GTK's own complaint is for programmers, and in English. */
  if (!gtk_init_check ())
    {
      /* Translators: shown in a terminal */
      g_printerr (_("MigMeet cannot start: there is no display for its windows.\n"));
      exit (EXIT_FAILURE);
    }

  G_APPLICATION_CLASS (mig_application_parent_class)->startup (app);

  gtk_widget_set_default_direction (mig_direction_get ());
  self->appearance = mig_appearance_new (gdk_display_get_default ());
  if (self->settings != NULL)
    g_settings_bind (self->settings, "color-scheme", self->appearance, "scheme", G_SETTINGS_BIND_DEFAULT);

  add_actions (self);
}

static void
mig_application_shutdown (GApplication *app)
{
  MigApplication *self = MIG_APPLICATION (app);

  g_clear_object (&self->first_loader);
  g_clear_object (&self->appearance);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (mig_application_parent_class)->shutdown (app);
}

/* An address has a corpus and, mostly, behind a # a record; a file may have any name, and a missing one is told in the
 * window. */
static GFile *
parse_argument (const char *argument)
{
  const char *rest;

  if (g_ascii_strncasecmp (argument, ADDRESS_SCHEME ":", strlen (ADDRESS_SCHEME ":")) != 0)
    return g_file_new_for_commandline_arg (argument);

  rest = argument + strlen (ADDRESS_SCHEME ":");
  if (*rest == '\0' || *rest == '#' || rest[strlen (rest) - 1] == '#')
    return NULL;

  return g_file_new_for_uri (argument);
}

static int
open_arguments (GApplication *app, const char *const *arguments)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      GFile *file = parse_argument (arguments[i]);

      if (file == NULL)
        {
          /* Translators: shown in a terminal; %s is what was given on the command line */
          g_printerr (_("“%s” is not an address: one is written migmeet:CORPUS#RECORD.\n"), arguments[i]);
          return EXIT_FAILURE;
        }
      g_ptr_array_add (files, file);
    }

  MIG_APPLICATION (app)->has_files = TRUE;
  if (!g_application_register (app, NULL, &error))
    {
      /* Translators: shown in a terminal; %s says why */
      g_printerr (_("MigMeet cannot start: %s\n"), error->message);
      return EXIT_FAILURE;
    }

  g_application_open (app, (GFile **) files->pdata, (int) files->len, "");
  return EXIT_SUCCESS;
}

/* What is to be presented: the briefing among the arguments, if there is one; it is taken from among them. */
static char *
take_briefing (const char **arguments)
{
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[i]);

      if (!mig_briefing_is_file_name (file))
        continue;
      for (guint k = i; arguments[k] != NULL; k++)
        arguments[k] = arguments[k + 1];
      return g_file_get_uri (file);
    }
  return g_strdup ("");
}

/* The number of the scene to begin with, from 1; 0 where it is none. */
static guint
parse_scene (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL) ? (guint) number : 0;
}

/* Opens corpora first, so that the window in front has the one that is presented. */
static int
present_arguments (GApplication *app, const char **arguments, const char *scene)
{
  g_autofree char *uri = take_briefing (arguments);
  g_autoptr (GError) error = NULL;
  guint number = parse_scene (scene);

  if (number == 0)
    {
      /* Translators: shown in a terminal */
      g_printerr (_("Scenes are counted from 1.\n"));
      return EXIT_FAILURE;
    }
  if (arguments != NULL && arguments[0] != NULL)
    {
      int status = open_arguments (app, arguments);

      if (status != EXIT_SUCCESS)
        return status;
    }
  else if (!g_application_register (app, NULL, &error))
    {
      g_printerr (_("MigMeet cannot start: %s\n"), error->message);
      return EXIT_FAILURE;
    }
  else
    g_application_activate (app);
  g_action_group_activate_action (G_ACTION_GROUP (app), "present", g_variant_new ("(su)", uri, number - 1));
  return EXIT_SUCCESS;
}

static int
mig_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  g_autofree const char **arguments = NULL;
  const char *scene = "1";
  gboolean presents;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("MigMeet %s\n", MIG_VERSION);
      return EXIT_SUCCESS;
    }

  /* Whoever names a scene wants to present it. */
  presents = g_variant_dict_lookup (options, "scene", "&s", &scene) || g_variant_dict_contains (options, "present");
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments);
  if (presents)
    return present_arguments (app, arguments, scene);
  if (arguments != NULL)
    return open_arguments (app, arguments);

  return -1;
}

static void
mig_application_class_init (MigApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  app_class->startup = mig_application_startup;
  app_class->shutdown = mig_application_shutdown;
  app_class->activate = mig_application_activate;
  app_class->open = mig_application_open;
  app_class->handle_local_options = mig_application_handle_local_options;
}

static void
mig_application_init (MigApplication *self)
{
  /* A static library loses what nothing refers to; so the resources are fetched by name. */
  g_resources_register (migmeet_get_resource ());

  g_application_add_main_option_entries (G_APPLICATION (self), mig_options_get ());
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
  g_application_set_option_context_summary (G_APPLICATION (self), _(mig_options_get_summary ()));
}

/**
 * mig_application_new:
 *
 * Returns: (transfer full): the application
 */
MigApplication *
mig_application_new (void)
{
  return g_object_new (MIG_TYPE_APPLICATION,
                       "application-id", MIG_APPLICATION_ID,
                       "resource-base-path", "/org/example/MigMeet",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
