/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mig-application.h"
#include "mig-locale.h"
#include "mig-settings.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MigApplication) application = NULL;
  g_autofree char *language = mig_settings_dup_language ();

  /* GTK does this too, but only after the command line was read, and its help is translated as well. */
  mig_locale_init (language);
  g_set_application_name (_("MigMeet"));

  application = mig_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
