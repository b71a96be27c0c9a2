/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

/* From a program's start to its picture on the screen, as someone in front of it sees it: nothing is asked of the
 * program itself, the screen is looked at until the colour of a selected meeting (#174c93) shows.
 *
 * Usage: bench-startup EMPTY-WINDOW MIGMEET */

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
time_start (Display *display, const char *program)
{
  char *argv[] = { (char *) program, NULL };
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

static int
compare (const void *a, const void *b)
{
  const double *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double times[2][ROUNDS];

  if (argc != 3)
    return 2;
  if (display == NULL)
    {
      g_print ("startup: no X display, not measured\n");
      return 77;
    }
  /* The first start of each fills the page cache and is not counted. */
  for (int which = 0; which < 2; which++)
    time_start (display, argv[1 + which]);
  for (int i = 0; i < ROUNDS; i++)
    {
      for (int which = 0; which < 2; which++)
        times[which][i] = time_start (display, argv[1 + which]);
    }
  for (int which = 0; which < 2; which++)
    qsort (times[which], ROUNDS, sizeof (double), compare);

  g_print ("empty-window-start: %.1f ms\n", times[0][ROUNDS / 2]);
  g_print ("migmeet-start: %.1f ms\n", times[1][ROUNDS / 2]);
  g_print ("migmeet-start-ratio: %.2f x\n", times[1][ROUNDS / 2] / times[0][ROUNDS / 2]);
  XCloseDisplay (display);
  return 0;
}
