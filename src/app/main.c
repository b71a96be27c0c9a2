/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "mig-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MigApplication) application = NULL;
  const char *locale_dir = g_getenv ("MIGMEET_LOCALE_DIR");

  /* GTK does this too, but only after the command line was read, and its help is translated as well. */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL && *locale_dir != '\0' ? locale_dir : MIG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("MigMeet"));

  application = mig_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
