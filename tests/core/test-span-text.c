/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-span-text.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "mig-date-format.h"
#include "mig-locale.h"

/*
 * Dates and spans as people type them: what is read, that what is written is read back, and that what cannot be read
 * says what can.
 */

static char *
describe (const MigDate *date)
{
  gint year, month, day, last_year, last_month, last_day;

  mig_day_to_civil (mig_date_first_day (date), &year, &month, &day);
  mig_day_to_civil (mig_date_last_day (date), &last_year, &last_month, &last_day);

  return g_strdup_printf ("%s%04d-%02d-%02d to %04d-%02d-%02d%s", date->flags & MIG_DATE_OPEN_START ? ".. " : "",
                          year, month, day, last_year, last_month, last_day,
                          date->flags & MIG_DATE_OPEN_END ? " .." : "");
}

static void
assert_span (const char *text,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  MigDate date = { 0, };

  g_test_message ("%s", text);
  g_assert_true (mig_span_text_parse (text, &date, &error));
  g_assert_no_error (error);
  found = describe (&date);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_error (const char       *text,
              MigSpanTextError  code,
              const char       *what)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  MigDate date = { .flags = 0x55 };

  g_test_message ("%.60s", text);
  g_assert_false (mig_span_text_parse (text, &date, &error));
  g_assert_error (error, MIG_SPAN_TEXT_ERROR, (gint) code);
  g_assert_cmpuint (date.flags, ==, 0x55);
  parts = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (parts[0], ==, what);
  g_assert_cmpuint (strlen (parts[1]), >, 10);
}

static void
test_points (void)
{
  assert_span ("2016", "2016-01-01 to 2016-12-31");
  assert_span (" 2016 ", "2016-01-01 to 2016-12-31");
  assert_span ("850", "0850-01-01 to 0850-12-31");
  assert_span ("Feb 2016", "2016-02-01 to 2016-02-29");
  assert_span ("feb. 2016", "2016-02-01 to 2016-02-29");
  assert_span ("FEBRUARY, 2016", "2016-02-01 to 2016-02-29");
  assert_span ("2016 Febru", "2016-02-01 to 2016-02-29");
  assert_span ("Sept 2015", "2015-09-01 to 2015-09-30");
  assert_span ("May 2015", "2015-05-01 to 2015-05-31");
  assert_span ("2016-02", "2016-02-01 to 2016-02-29");
  assert_span ("02/2016", "2016-02-01 to 2016-02-29");
  assert_span ("2.2016", "2016-02-01 to 2016-02-29");
  assert_span ("25 February 2016", "2016-02-25 to 2016-02-25");
  assert_span ("Friday 26 February 2016", "2016-02-26 to 2016-02-26");
  assert_span ("February 25, 2016", "2016-02-25 to 2016-02-25");
  assert_span ("the 25th of February, 2016", "2016-02-25 to 2016-02-25");
  assert_span ("2016-02-25", "2016-02-25 to 2016-02-25");
  assert_span ("2016/2/25", "2016-02-25 to 2016-02-25");
  assert_span ("25.2.2016", "2016-02-25 to 2016-02-25");
  assert_span ("3.2.2016", "2016-02-03 to 2016-02-03");
  assert_span ("25/2/2016", "2016-02-25 to 2016-02-25");
  assert_span ("2/25/2016", "2016-02-25 to 2016-02-25");
  assert_span ("2/2/2016", "2016-02-02 to 2016-02-02");
  assert_span ("spring 2016", "2016-03-01 to 2016-05-31");
  assert_span ("fall 2016", "2016-09-01 to 2016-11-30");
  assert_span ("winter 2015–2016", "2015-12-01 to 2016-02-29");
  assert_span ("winter 2015-16", "2015-12-01 to 2016-02-29");
  assert_span ("2000s", "2000-01-01 to 2009-12-31");
  /* Digits of other scripts. */
  assert_span ("٢٠١٦", "2016-01-01 to 2016-12-31");
  assert_span ("२५ Feb २०१६", "2016-02-25 to 2016-02-25");
}

static void
test_spans (void)
{
  assert_span ("2003–2006", "2003-01-01 to 2006-12-31");
  assert_span ("2003-2006", "2003-01-01 to 2006-12-31");
  assert_span ("2003..2006", "2003-01-01 to 2006-12-31");
  assert_span ("2003 … 2006", "2003-01-01 to 2006-12-31");
  assert_span ("2003/2006", "2003-01-01 to 2006-12-31");
  assert_span ("2003 to 2006", "2003-01-01 to 2006-12-31");
  assert_span ("between 2003 and 2006", "2003-01-01 to 2006-12-31");
  assert_span ("from 2003 until 2006", "2003-01-01 to 2006-12-31");
  assert_span ("2015-16", "2015-01-01 to 2016-12-31");
  assert_span ("2006–2003", "2003-01-01 to 2006-12-31");
  assert_span ("2016–2016", "2016-01-01 to 2016-12-31");
  assert_span ("Sept 2015 to March 2016", "2015-09-01 to 2016-03-31");
  assert_span ("Sept 2015 to March", "2015-09-01 to 2016-03-31");
  assert_span ("autumn 2015 to spring", "2015-09-01 to 2016-05-31");
  assert_span ("February to March 2016", "2016-02-01 to 2016-03-31");
  assert_span ("25–26 February 2016", "2016-02-25 to 2016-02-26");
  assert_span ("February 25–26, 2016", "2016-02-25 to 2016-02-26");
  assert_span ("25 Feb – 3 March 2016", "2016-02-25 to 2016-03-03");
  assert_span ("22 December 2015 – 4 January 2016", "2015-12-22 to 2016-01-04");
  assert_span ("25-26.2.2016", "2016-02-25 to 2016-02-26");
  assert_span ("2016-02-25/2016-03-01", "2016-02-25 to 2016-03-01");
  assert_span ("2016-02-25-2016-03-01", "2016-02-25 to 2016-03-01");
  assert_span ("2016-02–2016-04", "2016-02-01 to 2016-04-30");
  assert_span ("2000s to 2010s", "2000-01-01 to 2019-12-31");
}

static void
test_open (void)
{
  assert_span ("since 2016", "2016-01-01 to 2016-12-31 ..");
  assert_span ("from Feb 2016", "2016-02-01 to 2016-02-29 ..");
  assert_span ("2016–", "2016-01-01 to 2016-12-31 ..");
  assert_span ("until 2005", ".. 2005-01-01 to 2005-12-31");
  assert_span ("–2005", ".. 2005-01-01 to 2005-12-31");
  assert_span ("../2016-05", ".. 2016-05-01 to 2016-05-31");
}

/* Words come first; what only EDTF can say is read as EDTF. */
static void
test_edtf (void)
{
  assert_span ("2004~", "2004-01-01 to 2004-12-31");
  assert_span ("201X", "2010-01-01 to 2019-12-31");
  assert_span ("2016-02-25?", "2016-02-25 to 2016-02-25");
}

static void
test_errors (void)
{
  assert_error ("", MIG_SPAN_TEXT_ERROR_EMPTY, "No date is given yet.");
  assert_error (" , ", MIG_SPAN_TEXT_ERROR_EMPTY, "No date is given yet.");
  assert_error ("summit", MIG_SPAN_TEXT_ERROR_SYNTAX, "“summit” is no part of a date.");
  assert_error ("19 September summit", MIG_SPAN_TEXT_ERROR_SYNTAX, "“summit” is no part of a date.");
  assert_error ("2016!", MIG_SPAN_TEXT_ERROR_SYNTAX, "“!” is no part of a date.");
  assert_error ("Ju 2016", MIG_SPAN_TEXT_ERROR_SYNTAX, "“Ju” is no part of a date.");
  assert_error ("–", MIG_SPAN_TEXT_ERROR_SYNTAX, "“–” is no part of a date.");
  assert_error ("2016 – 2017 – 2018", MIG_SPAN_TEXT_ERROR_SYNTAX, "“–” is no part of a date.");
  assert_error ("25 February", MIG_SPAN_TEXT_ERROR_SYNTAX, "The year is missing.");
  assert_error ("25 2016", MIG_SPAN_TEXT_ERROR_SYNTAX, "The month is missing.");
  assert_error ("30 February 2015", MIG_SPAN_TEXT_ERROR_RANGE, "February 2015 has no day 30.");
  assert_error ("2016-13-01", MIG_SPAN_TEXT_ERROR_RANGE, "There is no such day as “2016-13-01”.");
  assert_error ("45 May 2016", MIG_SPAN_TEXT_ERROR_RANGE, "“45” is neither a day nor a year.");
  assert_error ("20166", MIG_SPAN_TEXT_ERROR_RANGE, "“20166” is neither a day nor a year.");
  assert_error ("999999999999999999999", MIG_SPAN_TEXT_ERROR_RANGE,
                "“999999999999999999999” is neither a day nor a year.");
  assert_error ("0000", MIG_SPAN_TEXT_ERROR_RANGE, "“0000” is neither a day nor a year.");
  assert_error ("3/2/2016", MIG_SPAN_TEXT_ERROR_AMBIGUOUS, "“3/2/2016” can be read in two ways.");
  assert_error ("3-2-2016", MIG_SPAN_TEXT_ERROR_AMBIGUOUS, "“3-2-2016” can be read in two ways.");
  assert_error ("2016-02-25 2016-02-26", MIG_SPAN_TEXT_ERROR_SYNTAX, "“2016-02-26” is no part of a date.");
}

/* Whatever is typed or pasted, there is an answer. */
static void
test_hostile (void)
{
  g_autofree char *long_text = g_strnfill (100000, '9');
  const char *const texts[] = { "\xff\xfe 2016", "2016 \xcc\x81", "\xe2\x80\x8f 2016", "s", "th", "2016th", "1s",
                                "to", "to to to", "since", "since since", "of the", "2016/", "////", "....", "-",
                                "\xf0\x9f\x98\x80", "1st", "31 31 31", "2016-2-", "2016-02-30", "9999–", "0001..9999",
                                "between", "Monday", "winter", "winter 9999", "9990s", "0s", "000s" };

  assert_error (long_text, MIG_SPAN_TEXT_ERROR_SYNTAX, "This is too long for a date.");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      MigDate date = { 0, };

      if (mig_span_text_parse (texts[i], &date, &error))
        g_assert_cmpint (mig_date_first_day (&date), <=, mig_date_last_day (&date));
      else
        g_assert_nonnull (strchr (error->message, '\n'));
    }
}

/* What the program writes can be typed: each of these in each style that has a year. */
static void
assert_round_trip (const char *edtf)
{
  const MigDateStyle styles[] = { MIG_DATE_STYLE_FULL, MIG_DATE_STYLE_LONG, MIG_DATE_STYLE_SHORT };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      MigDate date = { 0, }, again = { 0, };

      g_assert_true (mig_date_parse_edtf (edtf, &date, NULL));
      words = mig_date_format (&date, styles[i]);
      g_test_message ("%s: %s", edtf, words);
      g_assert_true (mig_span_text_parse (words, &again, &error));
      g_assert_no_error (error);
      g_assert_cmpint (again.start.earliest, ==, date.start.earliest);
      g_assert_cmpint (again.end.latest, ==, date.end.latest);
      g_assert_cmpuint (again.flags, ==, date.flags);
    }
}

static const char *const written[] = {
  "2016",       "2016-02",         "2016-02-26",            "2016-05-01",            "2016-21",
  "2016-22",    "2016-23",         "2016-24",               "2003/2006",             "2016-02/2016-03",
  "2016-02-25/2016-02-26",         "2016-02-25/2016-03-03", "2015-12-22/2016-01-04", "2015-12/2016-01",
  "201X",       "2016-07-31/2016-08-01",
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    assert_round_trip (written[i]);
}

/* In the reader's language, with and without accents, and in English beside it. */
static void
test_translated (void)
{
  const char *locales = g_getenv ("MIG_TEST_LOCALES") != NULL ? g_getenv ("MIG_TEST_LOCALES") : ".";
  g_autofree char *catalogue = g_build_filename (locales, "fr", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return;
    }

  mig_locale_init ("fr");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MIG_TEST_LOCALES"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_assert_cmpstr (mig_date_month_name (2), ==, "février");

  assert_span ("février 2016", "2016-02-01 to 2016-02-29");
  assert_span ("Fevr. 2016", "2016-02-01 to 2016-02-29");
  assert_span ("February 2016", "2016-02-01 to 2016-02-29");
  assert_span ("1er mai 2016", "2016-05-01 to 2016-05-01");
  assert_span ("hiver 2015–2016", "2015-12-01 to 2016-02-29");
  assert_span ("été 2016", "2016-06-01 to 2016-08-31");
  assert_span ("juill 2016", "2016-07-01 to 2016-07-31");
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    assert_round_trip (written[i]);

  g_unsetenv ("LANGUAGE");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-text/points", test_points);
  g_test_add_func ("/span-text/spans", test_spans);
  g_test_add_func ("/span-text/open", test_open);
  g_test_add_func ("/span-text/edtf", test_edtf);
  g_test_add_func ("/span-text/errors", test_errors);
  g_test_add_func ("/span-text/hostile", test_hostile);
  g_test_add_func ("/span-text/round-trip", test_round_trip);
  g_test_add_func ("/span-text/translated", test_translated);

  return g_test_run ();
}
