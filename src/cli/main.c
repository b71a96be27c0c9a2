/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mig-cli.h"

int
main (int argc, char **argv)
{
  return mig_cli_run (argc, argv);
}
