/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-problems.h"

/* The list of what is wrong with a file. */

static void
test_add (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/a.json");
  g_autoptr (MigProblems) problems = mig_problems_new (file);
  const MigProblem *problem;

  g_assert_cmpuint (mig_problems_get_n (problems), ==, 0);
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 0);
  g_assert_true (mig_problems_get_file (problems) == file);

  mig_problems_add (problems, 417, 17, 12, "events[12].start_date", "“2016-13-01” is not a date.",
                    "The month must be 01 to 12.");
  mig_problems_add (problems, 0, 0, 0, NULL, "Gone.", NULL);
  mig_problems_set_size (problems, 214000);

  g_assert_cmpuint (mig_problems_get_n (problems), ==, 2);
  g_assert_cmpuint (mig_problems_get_size (problems), ==, 214000);
  problem = mig_problems_get (problems, 0);
  g_assert_cmpuint (problem->line, ==, 417);
  g_assert_cmpuint (problem->column, ==, 17);
  g_assert_cmpuint (problem->length, ==, 12);
  g_assert_cmpstr (problem->path, ==, "events[12].start_date");
  g_assert_cmpstr (problem->what, ==, "“2016-13-01” is not a date.");
  g_assert_cmpstr (problem->hint, ==, "The month must be 01 to 12.");
  problem = mig_problems_get (problems, 1);
  g_assert_cmpstr (problem->path, ==, "");
  g_assert_cmpstr (problem->hint, ==, "");
}

static void
test_sort (void)
{
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  static const struct { guint64 line, column; const char *what; } cases[] = {
    { 9, 1, "f" }, { 2, 5, "c" }, { 2, 1, "b" }, { 10, 1, "g" }, { 2, 5, "d" }, { 0, 0, "a" }, { 2, 5, "e" },
  };
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mig_problems_add (problems, cases[i].line, cases[i].column, 1, NULL, cases[i].what, NULL);
      mig_problems_take_excerpt (problems, i, cases[i].line, g_strsplit (cases[i].what, ",", -1));
    }

  mig_problems_sort (problems);
  for (guint i = 0; i < mig_problems_get_n (problems); i++)
    {
      const MigProblem *problem = mig_problems_get (problems, i);
      guint64 first_line;

      /* An excerpt goes where its problem goes. */
      g_assert_cmpstr (mig_problems_get_excerpt (problems, i, &first_line)[0], ==, problem->what);
      g_assert_cmpuint (first_line, ==, problem->line);
      g_string_append (order, problem->what);
    }
  g_assert_cmpstr (order->str, ==, "abcdefg");
}

static void
test_bound (void)
{
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  g_autofree char *report = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 1; i <= MIG_PROBLEMS_MAX_STORED + 234; i++)
    {
      g_assert_cmpint (mig_problems_is_full (problems), ==, i > MIG_PROBLEMS_MAX_STORED);
      mig_problems_add (problems, i, 1, 1, NULL, "Wrong.", NULL);
    }

  g_assert_cmpuint (mig_problems_get_n (problems), ==, MIG_PROBLEMS_MAX_STORED);
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, MIG_PROBLEMS_MAX_STORED + 234);

  report = mig_problems_format (problems);
  lines = g_strsplit (report, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, MIG_PROBLEMS_MAX_STORED + 2);
  g_assert_cmpstr (lines[MIG_PROBLEMS_MAX_STORED - 1], ==, "1000:1: Wrong.");
  g_assert_cmpstr (lines[MIG_PROBLEMS_MAX_STORED], ==, "…and 234 more.");
  g_assert_cmpstr (lines[MIG_PROBLEMS_MAX_STORED + 1], ==, "");
}

static void
test_format (void)
{
  static const struct { MigProblem problem; const char *file_name; const char *expected; } cases[] = {
    { { 417, 17, 12, (char *) "events[12].start_date", (char *) "“2016-13-01” is not a date.",
        (char *) "The month must be 01 to 12." }, "a.json",
      "a.json:417:17: events[12].start_date: “2016-13-01” is not a date. The month must be 01 to 12." },
    { { 417, 0, 0, (char *) "", (char *) "Wrong.", (char *) "" }, "a.json", "a.json:417: Wrong." },
    { { 0, 0, 0, (char *) "", (char *) "Gone.", (char *) "" }, "a.json", "a.json: Gone." },
    { { 3, 4, 0, (char *) "meta", (char *) "Wrong.", (char *) "" }, NULL, "3:4: meta: Wrong." },
    { { 0, 0, 0, (char *) "", (char *) "Gone.", (char *) "" }, NULL, "Gone." },
    /* What a file says is never a format. */
    { { 1, 1, 1, (char *) "%s%n", (char *) "%s%n", (char *) "%d" }, "%s.json", "%s.json:1:1: %s%n: %s%n %d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = mig_problem_format (&cases[i].problem, cases[i].file_name);

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

static void
test_report (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/amina/meetings-2016.json");
  g_autoptr (MigProblems) problems = mig_problems_new (file);
  g_autofree char *report = NULL;

  mig_problems_add (problems, 1, 2, 3, "meta", "One.", "Two.");
  mig_problems_add (problems, 4, 5, 6, NULL, "Three.", NULL);
  report = mig_problems_format (problems);
  g_assert_cmpstr (report, ==, "/home/amina/meetings-2016.json:1:2: meta: One. Two.\n"
                               "/home/amina/meetings-2016.json:4:5: Three.\n");
}

static void
test_excerpt (void)
{
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  guint64 first_line, column, length;

  mig_problems_add (problems, 417, 17, 12, NULL, "Wrong.", NULL);
  g_assert_null (mig_problems_get_excerpt (problems, 0, NULL));

  mig_problems_take_excerpt (problems, 0, 1, g_strsplit ("gone", "\n", -1));
  mig_problems_take_excerpt (problems, 0, 416, g_strsplit ("before\nitself\nafter", "\n", -1));
  g_assert_cmpstr (mig_problems_get_excerpt (problems, 0, &first_line)[2], ==, "after");
  g_assert_null (mig_problems_get_excerpt (problems, 0, &first_line)[3]);
  g_assert_cmpuint (first_line, ==, 416);

  mig_problems_get_excerpt_span (problems, 0, &column, &length);
  g_assert_cmpuint (column, ==, 17);
  g_assert_cmpuint (length, ==, 12);
  mig_problems_set_excerpt_span (problems, 0, 7, 5);
  mig_problems_get_excerpt_span (problems, 0, &column, &length);
  g_assert_cmpuint (column, ==, 7);
  g_assert_cmpuint (length, ==, 5);
  g_assert_cmpuint (mig_problems_get (problems, 0)->column, ==, 17);
}

static void
test_boxed (void)
{
  MigProblems *problems = mig_problems_new (NULL);
  GValue value = G_VALUE_INIT;

  mig_problems_add (problems, 1, 1, 1, NULL, "Wrong.", NULL);
  g_value_init (&value, MIG_TYPE_PROBLEMS);
  g_value_set_boxed (&value, problems);
  mig_problems_unref (problems);
  g_assert_true (g_value_get_boxed (&value) == problems);
  g_assert_cmpuint (mig_problems_get_n (g_value_get_boxed (&value)), ==, 1);
  g_value_unset (&value);
}

/* What two threads found reads as if one had. */
static void
test_take (void)
{
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  g_autoptr (MigProblems) others = mig_problems_new (NULL);

  for (guint i = 0; i < 600; i++)
    {
      mig_problems_add (problems, 2 * i + 1, 1, 1, NULL, "odd", NULL);
      mig_problems_add (others, 2 * i + 2, 1, 1, NULL, "even", NULL);
    }
  mig_problems_take (problems, others);

  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 1200);
  g_assert_cmpuint (mig_problems_get_n (problems), ==, MIG_PROBLEMS_MAX_STORED);
  for (guint i = 0; i < MIG_PROBLEMS_MAX_STORED; i++)
    {
      g_assert_cmpuint (mig_problems_get (problems, i)->line, ==, i + 1);
      g_assert_cmpstr (mig_problems_get (problems, i)->what, ==, i % 2 == 0 ? "odd" : "even");
    }

  g_assert_cmpuint (mig_problems_get_n_found (others), ==, 0);
  g_assert_cmpuint (mig_problems_get_n (others), ==, 0);
  mig_problems_add (others, 1, 1, 1, NULL, "again", NULL);
  g_assert_cmpstr (mig_problems_get (others, 0)->what, ==, "again");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/add", test_add);
  g_test_add_func ("/problems/sort", test_sort);
  g_test_add_func ("/problems/take", test_take);
  g_test_add_func ("/problems/bound", test_bound);
  g_test_add_func ("/problems/format", test_format);
  g_test_add_func ("/problems/report", test_report);
  g_test_add_func ("/problems/excerpt", test_excerpt);
  g_test_add_func ("/problems/boxed", test_boxed);

  return g_test_run ();
}
