/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-scanner.h"

#include "scan-fixture.h"

/* Where in the file something is that only a path is known of, and the lines that are shown around a fault. */

static void
assert_place (const char *text,
              const char *path,
              gboolean    found,
              guint64     line,
              guint64     column,
              guint64     length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (text, strlen (text), &problems);
  gsize n;
  const MigJsonSlice *slices = mig_json_scan_get_slices (scan, &n);
  MigJsonPlace place;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (mig_json_locate (bytes, slices, path, &place), ==, found);
  g_assert_cmpuint (place.line, ==, line);
  g_assert_cmpuint (place.column, ==, column);
  g_assert_cmpuint (place.length, ==, length);
}

static void
test_locate (void)
{
  static const char text[] =
    "{\"é\": 1, \"events\": [{\n"
    "  \"x\": {\"id\": \"wrong\", \"q\": \"\\\"}],:{[\"}, \"id\": \"éé\",\r\n"
    "  \"sources\": [ {\"url\" : \"a\" , \"document_id\":\"b\"},{}, {\n"
    "    \"n\": [ 1 ,-2.5e3, true,[ 3,4 ] ]\r\n"
    "  } ], \"s\\u006fme\": null, \"\": {\"id\": 1}\n"
    "}]}";

  assert_place (text, "", TRUE, 1, 21, 1);
  assert_place (text, "id", TRUE, 2, 48, 4);
  assert_place (text, "x.id", TRUE, 2, 15, 7);
  assert_place (text, "x", TRUE, 2, 8, 32);
  assert_place (text, "sources", TRUE, 3, 14, 41);
  assert_place (text, "sources[0].url", TRUE, 3, 25, 3);
  assert_place (text, "sources[0].document_id", TRUE, 3, 45, 3);
  assert_place (text, "sources[1]", TRUE, 3, 50, 2);
  assert_place (text, "sources[2].n[1]", TRUE, 4, 15, 6);
  assert_place (text, "sources[2].n[3]", TRUE, 4, 28, 7);
  assert_place (text, "sources[2].n[3][1]", TRUE, 4, 32, 1);
  assert_place (text, "some", TRUE, 5, 21, 4);

  /* What is not there is at the innermost of what is. */
  assert_place (text, "name", FALSE, 1, 21, 1);
  assert_place (text, "sources[3]", FALSE, 3, 14, 41);
  assert_place (text, "sources[1].url", FALSE, 3, 50, 2);
  assert_place (text, "id.x", FALSE, 2, 48, 4);
  assert_place (text, "id[0]", FALSE, 2, 48, 4);
}

static void
test_excerpt (void)
{
  static const char text[] = "{\n\t\"a\": 1,\r\n\t\"b\": 2,\n  \"c\": tru,\n  \"d\": 4,\n\n  \"e\": 5\n}\n";
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (text, strlen (text), &problems);
  const char *const *lines;
  g_autofree char *joined = NULL;
  guint64 first_line, column, length;

  assert_problems (problems, "4:8+3 c | “tru” is no value of JSON. | "
                             "Only true, false and null, in small letters, stand without double quotes.");
  lines = mig_problems_get_excerpt (problems, 0, &first_line);
  joined = g_strjoinv ("|", (char **) lines);
  g_assert_cmpstr (joined, ==, " \"a\": 1,| \"b\": 2,|  \"c\": tru,|  \"d\": 4,|");
  g_assert_cmpuint (first_line, ==, 2);
  mig_problems_get_excerpt_span (problems, 0, &column, &length);
  g_assert_cmpuint (column, ==, 8);
  g_assert_cmpuint (length, ==, 3);
}

/* A line of many characters is shown in a window around the fault. */
static void
test_excerpt_window (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = NULL;
  const char *const *lines;
  guint64 first_line, column, length;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "\"é\",");
  g_string_append (text, "wrong");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",\"é\"");
  g_string_append (text, "]");

  scan = scan_data (text->str, text->len, &problems);
  g_assert_cmpuint (mig_problems_get (problems, 0)->column, ==, 20002);
  lines = mig_problems_get_excerpt (problems, 0, &first_line);
  g_assert_cmpuint (first_line, ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) lines), ==, 1);
  g_assert_cmpuint (g_utf8_strlen (lines[0], -1), ==, 162);
  g_assert_true (g_str_has_prefix (lines[0], "…\"é\","));
  g_assert_true (g_str_has_suffix (lines[0], "…"));
  mig_problems_get_excerpt_span (problems, 0, &column, &length);
  g_assert_cmpuint (length, ==, 5);
  g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (lines[0], (glong) column - 1), "wrong"));
}

/* Whatever bytes a file has, an excerpt is UTF-8 and the span is within it. */
static void
test_excerpt_of_rubbish (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2016);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (MigJsonScan) scan = NULL;
      guint8 data[600] = "[\"a\",\n";
      gsize size = (gsize) g_rand_int_range (rand, 6, sizeof data);

      for (gsize j = 6; j < size; j++)
        data[j] = (guint8) g_rand_int_range (rand, i % 2 ? 0x60 : 0, 0x100);
      scan = scan_data ((const char *) data, size, &problems);
      for (guint j = 0; j < mig_problems_get_n (problems); j++)
        {
          const MigProblem *problem = mig_problems_get (problems, j);
          guint64 first_line, column, length;
          const char *const *lines = mig_problems_get_excerpt (problems, j, &first_line);

          mig_problems_get_excerpt_span (problems, j, &column, &length);
          for (guint k = 0; lines[k] != NULL; k++)
            g_assert_true (g_utf8_validate (lines[k], -1, NULL));
          g_assert_cmpuint (problem->line - first_line, <, g_strv_length ((char **) lines));
          g_assert_cmpuint (column, <=, (guint) g_utf8_strlen (lines[problem->line - first_line], -1) + 1);
          g_assert_true (g_utf8_validate (problem->what, -1, NULL));
          g_assert_true (g_utf8_validate (problem->path, -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-locate/locate", test_locate);
  g_test_add_func ("/json-locate/excerpt", test_excerpt);
  g_test_add_func ("/json-locate/excerpt-window", test_excerpt_window);
  g_test_add_func ("/json-locate/excerpt-of-rubbish", test_excerpt_of_rubbish);

  return g_test_run ();
}
