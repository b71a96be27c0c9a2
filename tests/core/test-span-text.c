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
  mig_span_text_parse (text, &date, &error);
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
  assert_span ("２０１６－０２－２５", "2016-02-25 to 2016-02-25");
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
  assert_span ("2016 onwards", "2016-01-01 to 2016-12-31 ..");
  assert_span ("February 2016 and after", "2016-02-01 to 2016-02-29 ..");
  assert_span ("2016 or earlier", ".. 2016-01-01 to 2016-12-31");
  assert_span ("since between 2000 and 2099", "2000-01-01 to 2099-12-31 ..");
  assert_span ("until 2000–2099", ".. 2000-01-01 to 2099-12-31");
  assert_span ("from 2000 until 2099", "2000-01-01 to 2099-12-31");
  assert_span ("about 2016, perhaps", "2016-01-01 to 2016-12-31");
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

/* Returns whether the catalogues are there to speak it. */
static gboolean
speak (const char *language)
{
  const char *locales = g_getenv ("MIG_TEST_LOCALES") != NULL ? g_getenv ("MIG_TEST_LOCALES") : ".";
  g_autofree char *catalogue = g_build_filename (locales, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (strcmp (language, "en") != 0 && !g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The translations are not built");
      return FALSE;
    }

  mig_locale_init (language);
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return TRUE;
}

static gboolean
is_century (const MigDatePoint *point)
{
  return point->precision == MIG_PRECISION_CENTURY;
}

/* How sure a date is changes no day, and a hundred years come back as their first and last. */
static void
assert_same_days (const MigDate *date,
                  const MigDate *again)
{
  const guint open = MIG_DATE_OPEN_START | MIG_DATE_OPEN_END;

  g_assert_cmpint (again->start.earliest, ==, date->start.earliest);
  g_assert_cmpint (again->end.latest, ==, date->end.latest);
  g_assert_cmpuint (again->flags & open, ==, date->flags & open);
  if (!is_century (&date->start) && !is_century (&date->end))
    {
      g_assert_cmpint (again->start.latest, ==, date->start.latest);
      g_assert_cmpint (again->end.earliest, ==, date->end.earliest);
      g_assert_cmpuint (again->flags & MIG_DATE_INTERVAL, ==, date->flags & MIG_DATE_INTERVAL);
    }
}

/* What the program writes can be typed: in each style, and where the style leaves out the year that alone is missed. */
static void
assert_round_trip (const char *edtf)
{
  for (gint style = MIG_DATE_STYLE_FULL; style <= MIG_DATE_STYLE_FULL_DAY; style++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL, *missing = NULL;
      MigDate date = { 0, }, again = { 0, };

      g_assert_true (mig_date_parse_edtf (edtf, &date, NULL));
      words = mig_date_format (&date, (MigDateStyle) style);
      g_test_message ("%s in style %d: %s", edtf, style, words);
      if (mig_span_text_parse (words, &again, &error))
        {
          assert_same_days (&date, &again);
          continue;
        }

      missing = g_strconcat (dgettext (GETTEXT_PACKAGE, "The year is missing."), "\n", NULL);
      g_assert_cmpint (style, >=, MIG_DATE_STYLE_DAY);
      g_assert_error (error, MIG_SPAN_TEXT_ERROR, MIG_SPAN_TEXT_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, missing));
    }
}

/* All forms that a date can have, except none. */
static const char *const points[] = {
  "2016",       "2016-02",    "2016-05", "2016-02-26", "2016-05-01", "2016-12-01", "2016-21", "2016-22", "2016-23",
  "2016-24",    "201X",       "20XX",
};

static const char *const ranges[] = {
  "2003/2006",             "2016-02/2016-03",       "2015-12/2016-01",       "2016-02-25/2016-02-26",
  "2016-02-25/2016-03-03", "2015-12-22/2016-01-04", "2016-07-31/2016-08-01", "2016-06-01/2016-06-30",
  "200X/201X",             "2015-24/2016-22",       "2016-05/2016-09-19",    "2003-10/2006-02",
  "2015/2016-03",
};

static void
assert_round_trips (void)
{
  static const char *const patterns[] = { "%s", "%s~", "%s?", "%s%%", "%s/..", "../%s", "%s/", "/%s", "%s~/..",
                                          "../%s~", "%s?/..", "../%s?", "%s~/", "%s%%/..", };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    for (guint j = 0; j < G_N_ELEMENTS (patterns); j++)
      {
        g_autoptr (GString) edtf = g_string_new (patterns[j]);

        g_string_replace (edtf, "%%", "%", 0);
        g_string_replace (edtf, "%s", points[i], 1);
        assert_round_trip (edtf->str);
      }

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_auto (GStrv) ends = g_strsplit (ranges[i], "/", 2);
      static const char *const signs[] = { "", "~", "?", "%" };

      for (guint j = 0; j < G_N_ELEMENTS (signs) * G_N_ELEMENTS (signs); j++)
        {
          g_autofree char *edtf = g_strconcat (ends[0], signs[j / G_N_ELEMENTS (signs)], "/", ends[1],
                                               signs[j % G_N_ELEMENTS (signs)], NULL);

          assert_round_trip (edtf);
        }
    }
}

/* What is said of the days that a view reaches over; of many days it tells only the months, or the years. */
static void
assert_view (const char *edtf,
             const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  MigDate date = { 0, }, expected = { 0, }, again = { 0, };

  g_assert_true (mig_date_parse_edtf (edtf, &date, NULL));
  g_assert_true (mig_date_parse_edtf (said, &expected, NULL));
  words = mig_date_format_span (mig_date_first_day (&date), mig_date_last_day (&date));
  g_test_message ("%s: %s", edtf, words);
  g_assert_true (mig_span_text_parse (words, &again, &error));
  g_assert_no_error (error);
  assert_same_days (&expected, &again);
}

static void
assert_views (void)
{
  assert_view ("2016-02-26", "2016-02-26");
  assert_view ("2016-02-01/2016-02-14", "2016-02-01/2016-02-14");
  assert_view ("2016-02-25/2016-04-01", "2016-02-25/2016-04-01");
  assert_view ("2015-12-22/2016-01-04", "2015-12-22/2016-01-04");
  assert_view ("2012-10-05/2018-07-03", "2012-10/2018-07");
  assert_view ("1990/2020", "1990/2020");
}

static void
test_round_trip (gconstpointer language)
{
  if (!speak (language))
    return;

  assert_round_trips ();
  assert_views ();
  g_unsetenv ("LANGUAGE");
}

/* What people write of themselves, in their language: with and without accents, in words and in their digits, and in
 * English beside it. */
static const struct
{
  const char *language;
  const char *text;
  const char *expected;
} typed[] = {
  { "fr", "février 2016", "2016-02-01 to 2016-02-29" },
  { "fr", "Fevr. 2016", "2016-02-01 to 2016-02-29" },
  { "fr", "February 2016", "2016-02-01 to 2016-02-29" },
  { "fr", "1er mars 2016", "2016-03-01 to 2016-03-01" },
  { "fr", "le 1er mai 2016", "2016-05-01 to 2016-05-01" },
  { "fr", "hiver 2015–2016", "2015-12-01 to 2016-02-29" },
  { "fr", "été 2016", "2016-06-01 to 2016-08-31" },
  { "fr", "juill 2016", "2016-07-01 to 2016-07-31" },
  { "fr", "du 25 au 26 février 2016", "2016-02-25 to 2016-02-26" },
  { "fr", "de 2003 à 2006", "2003-01-01 to 2006-12-31" },
  { "fr", "à partir de 2016", "2016-01-01 to 2016-12-31 .." },
  { "fr", "à compter du 1er mars 2016", "2016-03-01 to 2016-03-01 .." },
  { "fr", "jusqu’à 2005", ".. 2005-01-01 to 2005-12-31" },
  { "fr", "2016 et après", "2016-01-01 to 2016-12-31 .." },

  { "es", "setiembre de 2016", "2016-09-01 to 2016-09-30" },
  { "es", "19 de setiembre de 2016", "2016-09-19 to 2016-09-19" },
  { "es", "1.º de marzo de 2016", "2016-03-01 to 2016-03-01" },
  { "es", "1º de marzo de 2016", "2016-03-01 to 2016-03-01" },
  { "es", "a partir de 2016", "2016-01-01 to 2016-12-31 .." },
  { "es", "a partir del 25 de febrero de 2016", "2016-02-25 to 2016-02-25 .." },
  { "es", "desde 2016", "2016-01-01 to 2016-12-31 .." },
  { "es", "2016 en adelante", "2016-01-01 to 2016-12-31 .." },
  { "es", "hasta 2005", ".. 2005-01-01 to 2005-12-31" },
  { "es", "hasta el 25 de febrero de 2016", ".. 2016-02-25 to 2016-02-25" },
  { "es", "desde 2003 hasta 2006", "2003-01-01 to 2006-12-31" },
  { "es", "del 25 al 26 de febrero de 2016", "2016-02-25 to 2016-02-26" },
  { "es", "entre 2003 y 2006", "2003-01-01 to 2006-12-31" },

  { "ru", "25-го февраля 2016", "2016-02-25 to 2016-02-25" },
  { "ru", "25 февраля 2016 года", "2016-02-25 to 2016-02-25" },
  { "ru", "25 февраля 2016 г.", "2016-02-25 to 2016-02-25" },
  { "ru", "с 2003 по 2006", "2003-01-01 to 2006-12-31" },
  { "ru", "с 2003 по 2006 г.", "2003-01-01 to 2006-12-31" },
  { "ru", "2003–2006 гг.", "2003-01-01 to 2006-12-31" },
  { "ru", "с 2003 г. по настоящее время", "2003-01-01 to 2003-12-31 .." },
  { "ru", "от 2003 до 2006", "2003-01-01 to 2006-12-31" },
  { "ru", "с 25-го по 26-е февраля 2016", "2016-02-25 to 2016-02-26" },
  { "ru", "в феврале 2016", "2016-02-01 to 2016-02-29" },
  { "ru", "в мае 2016 года", "2016-05-01 to 2016-05-31" },
  { "ru", "между январём и мартом 2016 г.", "2016-01-01 to 2016-03-31" },
  { "ru", "2000-е", "2000-01-01 to 2009-12-31" },
  { "ru", "2000е", "2000-01-01 to 2009-12-31" },
  { "ru", "в 2010-х годах", "2010-01-01 to 2019-12-31" },
  { "ru", "2000-е – 2010-е", "2000-01-01 to 2019-12-31" },
  { "ru", "с 2000-х по 2010-е годы", "2000-01-01 to 2019-12-31" },
  { "ru", "февраль 2016 года", "2016-02-01 to 2016-02-29" },
  { "ru", "не позднее мая 2016", ".. 2016-05-01 to 2016-05-31" },
  { "ru", "до 2005 г.", ".. 2005-01-01 to 2005-12-31" },

  { "zh_CN", "2016年", "2016-01-01 to 2016-12-31" },
  { "zh_CN", "2016年2月", "2016-02-01 to 2016-02-29" },
  { "zh_CN", "2016年02月", "2016-02-01 to 2016-02-29" },
  { "zh_CN", "2016年二月", "2016-02-01 to 2016-02-29" },
  { "zh_CN", "2016年十二月", "2016-12-01 to 2016-12-31" },
  { "zh_CN", "2016年2月25日", "2016-02-25 to 2016-02-25" },
  { "zh_CN", "2016 年 2 月 25 日", "2016-02-25 to 2016-02-25" },
  { "zh_CN", "2016年2月25号", "2016-02-25 to 2016-02-25" },
  { "zh_CN", "２０１６年２月２５日", "2016-02-25 to 2016-02-25" },
  { "zh_CN", "２０１６／２／２５", "2016-02-25 to 2016-02-25" },
  { "zh_CN", "2003～2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "2003~2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "2003至2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "2003年至2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "从2003年到2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "2003年——2006年", "2003-01-01 to 2006-12-31" },
  { "zh_CN", "2016年2月25日至26日", "2016-02-25 to 2016-02-26" },
  { "zh_CN", "2016年2－3月", "2016-02-01 to 2016-03-31" },
  { "zh_CN", "自2016年起", "2016-01-01 to 2016-12-31 .." },
  { "zh_CN", "2016年以来", "2016-01-01 to 2016-12-31 .." },
  { "zh_CN", "2016年至今", "2016-01-01 to 2016-12-31 .." },
  { "zh_CN", "2005年以前", ".. 2005-01-01 to 2005-12-31" },
  { "zh_CN", "截至2005年", ".. 2005-01-01 to 2005-12-31" },
  { "zh_CN", "2016年春季", "2016-03-01 to 2016-05-31" },
  { "zh_CN", "2010年代", "2010-01-01 to 2019-12-31" },
  { "zh_CN", "Feb 2016", "2016-02-01 to 2016-02-29" },

  { "ar", "26 شباط/فبراير 2016", "2016-02-26 to 2016-02-26" },
  { "ar", "٢٦ شباط/فبراير ٢٠١٦", "2016-02-26 to 2016-02-26" },
  { "ar", "26 شباط 2016", "2016-02-26 to 2016-02-26" },
  { "ar", "26 فبراير 2016", "2016-02-26 to 2016-02-26" },
  { "ar", "تشرين الأول/أكتوبر 2016", "2016-10-01 to 2016-10-31" },
  { "ar", "اكتوبر 2016", "2016-10-01 to 2016-10-31" },
  { "ar", "يونية 2016", "2016-06-01 to 2016-06-30" },
  { "ar", "جويلية 2016", "2016-07-01 to 2016-07-31" },
  { "ar", "غشت 2016", "2016-08-01 to 2016-08-31" },
  { "ar", "يونيو 2016", "2016-06-01 to 2016-06-30" },
  { "ar", "من 2003 إلى 2006", "2003-01-01 to 2006-12-31" },
  { "ar", "من 2003 الى 2006", "2003-01-01 to 2006-12-31" },
  { "ar", "بين 2003 و2006", "2003-01-01 to 2006-12-31" },
  { "ar", "٢٠٠٣–٢٠٠٦", "2003-01-01 to 2006-12-31" },
  { "ar", "من 25 إلى 26 شباط/فبراير 2016", "2016-02-25 to 2016-02-26" },
  { "ar", "منذ عام 2016", "2016-01-01 to 2016-12-31 .." },
  { "ar", "ابتداءً من عام 2016", "2016-01-01 to 2016-12-31 .." },
  { "ar", "حتى عام 2005", ".. 2005-01-01 to 2005-12-31" },
  { "ar", "الجمعة، 26 شباط/فبراير 2016", "2016-02-26 to 2016-02-26" },
  { "ar", "شباط/فبراير – آذار/مارس 2016", "2016-02-01 to 2016-03-31" },
  { "ar", "25/2/2016", "2016-02-25 to 2016-02-25" },
};

static void
test_typed (gconstpointer language)
{
  if (!speak (language))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (strcmp (typed[i].language, language) == 0)
      assert_span (typed[i].text, typed[i].expected);

  g_unsetenv ("LANGUAGE");
}

int
main (int    argc,
      char **argv)
{
  static const char *const languages[] = { "en", "ar", "es", "fr", "ru", "zh_CN" };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-text/points", test_points);
  g_test_add_func ("/span-text/spans", test_spans);
  g_test_add_func ("/span-text/open", test_open);
  g_test_add_func ("/span-text/edtf", test_edtf);
  g_test_add_func ("/span-text/errors", test_errors);
  g_test_add_func ("/span-text/hostile", test_hostile);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *round_trip = g_strconcat ("/span-text/round-trip/", languages[i], NULL);
      g_autofree char *by_people = g_strconcat ("/span-text/typed/", languages[i], NULL);

      g_test_add_data_func (round_trip, languages[i], test_round_trip);
      g_test_add_data_func (by_people, languages[i], test_typed);
    }

  return g_test_run ();
}
