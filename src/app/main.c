/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mig-application.h"
#include "mig-languages.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MigApplication) application = NULL;

  mig_languages_init ();
  g_set_application_name (_("MigMeet"));

  application = mig_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
