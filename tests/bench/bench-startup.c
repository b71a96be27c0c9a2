/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "synthetic-corpus.h"

/* From a program's start to its picture on the screen, as someone in front of it sees it: nothing is asked of the
 * program itself, the screen is looked at until the colour of a selected meeting (#174c93) shows.
 *
 * Usage: bench-startup EMPTY-WINDOW MIGMEET N-MEETINGS
 *
 * MigMeet starts with its bundled corpus, and with a synthetic one of N-MEETINGS, which is written into the current
 * folder. */

#define COLOUR 0x174c93
#define ROUNDS 9
#define TIMEOUT (20 * G_USEC_PER_SEC)

static gboolean
shows_colour (Display *display)
{
  Window root = DefaultRootWindow (display);
  int width = DisplayWidth (display, DefaultScreen (display));
  int height = DisplayHeight (display, DefaultScreen (display));
  XImage *image = XGetImage (display, root, 0, 0, (unsigned) width, (unsigned) height, AllPlanes, ZPixmap);
  gboolean found = FALSE;

  for (int y = 0; y < height && !found; y += 3)
    {
      for (int x = 0; x < width && !found; x += 3)
        found = (XGetPixel (image, x, y) & 0xffffff) == COLOUR;
    }
  XDestroyImage (image);
  return found;
}

static double
time_start (Display *display, const char *program, const char *file)
{
  char *argv[] = { (char *) program, (char *) file, NULL };
  GPid pid;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time (), ended;

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid,
                      &error))
    g_error ("%s", error->message);
  while (!shows_colour (display))
    {
      if (g_get_monotonic_time () - began > TIMEOUT)
        g_error ("%s has drawn nothing", program);
      g_usleep (500);
    }
  ended = g_get_monotonic_time ();
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  while (shows_colour (display))
    g_usleep (1000);
  return (double) (ended - began) / 1000;
}

static char *
write_corpus (guint n_meetings)
{
  g_autoptr (GBytes) bytes = synthetic_corpus_new (n_meetings, SYNTHETIC_SEED);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("synthetic-%u.json", n_meetings);
  char *path = g_canonicalize_filename (name, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents (path, text, (gssize) size, &error))
    g_error ("%s", error->message);
  return path;
}

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  g_autofree char *large = NULL;
  const char *files[3] = { NULL };
  double times[3][ROUNDS], medians[3];

  if (argc != 4)
    return 2;
  if (display == NULL)
    {
      g_print ("startup: no X display, not measured\n");
      return 77;
    }
  large = write_corpus ((guint) strtoul (argv[3], NULL, 10));
  files[2] = large;
  /* The first start of each fills the page cache and is not counted. */
  for (int i = -1; i < ROUNDS; i++)
    {
      for (int which = 0; which < 3; which++)
        times[which][MAX (i, 0)] = time_start (display, argv[MIN (1 + which, 2)], files[which]);
    }
  for (int which = 0; which < 3; which++)
    medians[which] = median (times[which]);

  g_print ("empty-window-start: %.1f ms\n", medians[0]);
  g_print ("migmeet-start: %.1f ms\n", medians[1]);
  g_print ("migmeet-start-ratio: %.2f x\n", medians[1] / medians[0]);
  g_print ("migmeet-start-%s: %.1f ms\n", argv[3], medians[2]);
  g_print ("migmeet-start-%s-above-empty: %.3f s\n", argv[3], (medians[2] - medians[0]) / 1000);
  XCloseDisplay (display);
  return 0;
}
