/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "mig-words.h"

static void
assert_number (guint number, const char *expected)
{
  g_autofree char *text = mig_words_number (number);

  g_assert_cmpstr (text, ==, expected);
}

/* Thousands stand apart once there are enough digits that they would be counted. */
static void
test_number (void)
{
  assert_number (0, "0");
  assert_number (17, "17");
  assert_number (2016, "2016");
  assert_number (10000, "10,000");
  assert_number (100000, "100,000");
  assert_number (1234567, "1,234,567");
  assert_number (G_MAXUINT, "2,147,483,647");
}

/* The number takes its place wherever the phrase has it, and what else is in the phrase is no format. */
static void
test_count (void)
{
  const struct
  {
    const char *phrase;
    guint number;
    const char *expected;
  } cases[] = {
    { "%s sessions", 14, "14 sessions" },
    { "over %s minutes", 12000, "over 12,000 minutes" },
    { "one session", 1, "one session" },
    { "%s of 100 % are %s", 3, "3 of 100 % are %s" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mig_words_count (cases[i].phrase, cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
assert_numbered (const char *numeral,
                 const char *expected)
{
  g_autofree char *name = mig_words_number_name (numeral, "Recent debates");

  g_assert_cmpstr (name, ==, expected);
}

/* What a bracket or a stop ends needs no other sign behind it. */
static void
test_number_name (void)
{
  assert_numbered ("VIII", "VIII. Recent debates");
  assert_numbered ("(a)", "(a) Recent debates");
  assert_numbered ("3.", "3. Recent debates");
  assert_numbered ("1)", "1) Recent debates");
  assert_numbered ("（一）", "（一） Recent debates");
  assert_numbered ("", ". Recent debates");
}

static void
test_empty_parts (void)
{
  g_autofree char *list = mig_words_list ((const char *[]) { "", "I", "", "II", NULL });
  g_autofree char *phrase = mig_words_phrase ((const char *[]) { "section I", "", "page 2", NULL });
  g_autofree char *facts = mig_words_join ((const char *[]) { "", "Panel", "2016", "", NULL });

  g_assert_cmpstr (list, ==, "I, II");
  g_assert_cmpstr (phrase, ==, "section I, page 2");
  g_assert_cmpstr (facts, ==, "Panel · 2016");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/number", test_number);
  g_test_add_func ("/words/count", test_count);
  g_test_add_func ("/words/number-name", test_number_name);
  g_test_add_func ("/words/empty-parts", test_empty_parts);

  return g_test_run ();
}
