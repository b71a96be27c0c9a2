/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "mig-direction.h"

/* On which side a text stands, whatever language it is in. */

#define WIDTH 400

typedef struct
{
  const char *text;
  gboolean mirrored;
  gboolean at_end;
  gboolean is_right;
} Case;

static void
test_align (void)
{
  static const Case cases[] = {
    { "meetings", FALSE, FALSE, FALSE }, { "meetings", FALSE, TRUE, TRUE },
    { "meetings", TRUE, FALSE, TRUE },   { "meetings", TRUE, TRUE, FALSE },
    { "اجتماعات", FALSE, FALSE, FALSE }, { "اجتماعات", FALSE, TRUE, TRUE },
    { "اجتماعات", TRUE, FALSE, TRUE },   { "اجتماعات", TRUE, TRUE, FALSE },
    { "17", FALSE, FALSE, FALSE },       { "17", FALSE, TRUE, TRUE },
    { "17", TRUE, FALSE, TRUE },         { "17", TRUE, TRUE, FALSE },
    { "14 جلسة", TRUE, FALSE, TRUE },    { "1. Meetings", TRUE, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      PangoLayout *layout;
      PangoRectangle extents;

      pango_context_set_base_dir (context, cases[i].mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      layout = pango_layout_new (context);
      pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
      pango_layout_set_text (layout, cases[i].text, -1);
      mig_direction_align (layout, cases[i].mirrored, cases[i].at_end);

      pango_layout_get_extents (layout, NULL, &extents);
      g_test_message ("%s", cases[i].text);
      if (cases[i].is_right)
        g_assert_cmpint (extents.x + extents.width, ==, WIDTH * PANGO_SCALE);
      else
        g_assert_cmpint (extents.x, ==, 0);
      g_object_unref (layout);
      g_object_unref (context);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/direction/align", test_align);

  return g_test_run ();
}
