/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-beside.h"

/**
 * mig_beside_begin:
 * @part: a part of the work, which writes nothing that the rest reads or writes
 * @data: for @part
 *
 * Has a part done beside the rest; where there is no thread to be had, it is done at once.
 *
 * Returns: (transfer full) (nullable): what mig_beside_end() waits for
 */
GThread *
mig_beside_begin (GThreadFunc part,
                  gpointer    data)
{
  GThread *thread = g_thread_try_new ("beside", part, data, NULL);

  if (thread == NULL)
    part (data);
  return thread;
}

/**
 * mig_beside_end:
 * @thread: (transfer full) (nullable): what mig_beside_begin() gave
 *
 * Waits until the part is done.
 */
void
mig_beside_end (GThread *thread)
{
  if (thread != NULL)
    g_thread_join (thread);
}
