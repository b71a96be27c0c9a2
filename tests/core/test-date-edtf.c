/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date.h"

#include <string.h>

#include "date-fixture.h"

/*
 * Reading dates in EDTF, and those of ISO 8601 one by one and in pairs; and what is said of what cannot be read.
 */

typedef struct
{
  const char *text;
  const char *first; /* YYYY-MM-DD */
  const char *last;
  MigPrecision start;
  MigPrecision end;
  guint start_quality;
  guint end_quality;
  guint flags;
} GoodCase;

typedef struct
{
  const char *text;
  gint code;
  const char *message;
} BadCase;

#define NONE MIG_PRECISION_NONE
#define CENTURY MIG_PRECISION_CENTURY
#define DECADE MIG_PRECISION_DECADE
#define YEAR MIG_PRECISION_YEAR
#define SEASON MIG_PRECISION_SEASON
#define MONTH MIG_PRECISION_MONTH
#define DAY MIG_PRECISION_DAY
#define ABOUT MIG_DATE_APPROXIMATE
#define PERHAPS MIG_DATE_UNCERTAIN
#define INTERVAL MIG_DATE_INTERVAL
#define OPEN_START (MIG_DATE_INTERVAL | MIG_DATE_OPEN_START)
#define OPEN_END (MIG_DATE_INTERVAL | MIG_DATE_OPEN_END)
#define UNKNOWN_START (MIG_DATE_INTERVAL | MIG_DATE_OPEN_START | MIG_DATE_UNKNOWN_START)
#define UNKNOWN_END (MIG_DATE_INTERVAL | MIG_DATE_OPEN_END | MIG_DATE_UNKNOWN_END)

#define SYNTAX MIG_DATE_ERROR_SYNTAX
#define RANGE MIG_DATE_ERROR_RANGE
#define EDTF_FORMS "Write it as YYYY, YYYY-MM or YYYY-MM-DD, or in another form of EDTF, level 0 or 1."
#define ISO_FORMS "Write it as YYYY, YYYY-MM or YYYY-MM-DD."
#define YEARS "Years before 1 or after 9999, as in -0044 or Y17000, are not supported."
#define MONTHS "The month must be 01 to 12."
#define MONTHS_OR_SEASONS "The month must be 01 to 12, or a season from 21 (spring) to 24 (winter)."
#define TIMES "Write the time as in 2016-02-26T10:00:00Z, or leave it out."

static void
assert_is (const MigDate  *date,
           const GoodCase *expected)
{
  g_test_message ("%s", expected->text);
  g_assert_true (mig_date_is_set (date));
  g_assert_cmpint (mig_date_first_day (date), ==, day (expected->first));
  g_assert_cmpint (mig_date_last_day (date), ==, day (expected->last));
  g_assert_cmpint (date->start.precision, ==, expected->start);
  g_assert_cmpint (date->end.precision, ==, expected->end);
  g_assert_cmpuint (date->start.quality, ==, expected->start_quality);
  g_assert_cmpuint (date->end.quality, ==, expected->end_quality);
  g_assert_cmpuint (date->flags, ==, expected->flags);
  g_assert_cmpint (date->start.earliest, <=, date->start.latest);
  g_assert_cmpint (date->end.earliest, <=, date->end.latest);

  if (!(date->flags & MIG_DATE_INTERVAL))
    {
      g_assert_cmpint (date->start.earliest, ==, date->end.earliest);
      g_assert_cmpint (date->start.latest, ==, date->end.latest);
    }
}

/* @error is what reading a bad text gave; @date is to be as it was: not set. */
static void
assert_error (const MigDate *date,
              const GError  *error,
              const BadCase *expected)
{
  g_autofree char *escaped = g_strescape (expected->text, NULL);

  g_test_message ("%s", escaped);
  g_assert_error (error, MIG_DATE_ERROR, expected->code);
  if (expected->message != NULL)
    g_assert_cmpstr (error->message, ==, expected->message);
  g_assert_nonnull (strchr (error->message, '\n'));
  g_assert_true (strchr (error->message, '\n') == strrchr (error->message, '\n'));
  g_assert_cmpint (date->start.earliest, ==, 0);
  g_assert_cmpint (date->end.latest, ==, 0);
  g_assert_cmpuint (date->flags, ==, 0);
}

static const GoodCase good_dates[] = {
  /* level 0 */
  { "2016", "2016-01-01", "2016-12-31", YEAR, YEAR, 0, 0, 0 },
  { "0001", "0001-01-01", "0001-12-31", YEAR, YEAR, 0, 0, 0 },
  { "9999", "9999-01-01", "9999-12-31", YEAR, YEAR, 0, 0, 0 },
  { "2016-02", "2016-02-01", "2016-02-29", MONTH, MONTH, 0, 0, 0 },
  { "2015-12", "2015-12-01", "2015-12-31", MONTH, MONTH, 0, 0, 0 },
  { "9999-12", "9999-12-01", "9999-12-31", MONTH, MONTH, 0, 0, 0 },
  { "2016-02-29", "2016-02-29", "2016-02-29", DAY, DAY, 0, 0, 0 },
  { "2000-02-29", "2000-02-29", "2000-02-29", DAY, DAY, 0, 0, 0 },
  { "0001-01-01", "0001-01-01", "0001-01-01", DAY, DAY, 0, 0, 0 },
  { "9999-12-31", "9999-12-31", "9999-12-31", DAY, DAY, 0, 0, 0 },
  { "2016-02-26T10:00:00", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 },
  { "2016-02-26T23:59:60Z", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 },
  { "2016-02-26T10:00:00-04", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 },
  { "2016-02-26T10:00:00+05:30", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 },
  { "2003/2006", "2003-01-01", "2006-12-31", YEAR, YEAR, 0, 0, INTERVAL },
  { "2016-02/2016-03", "2016-02-01", "2016-03-31", MONTH, MONTH, 0, 0, INTERVAL },
  { "2016-02-25/2016-02-26", "2016-02-25", "2016-02-26", DAY, DAY, 0, 0, INTERVAL },
  { "2004-02-01/2005", "2004-02-01", "2005-12-31", DAY, YEAR, 0, 0, INTERVAL },
  { "2005/2006-02", "2005-01-01", "2006-02-28", YEAR, MONTH, 0, 0, INTERVAL },
  { "2016-05-10/2016-05", "2016-05-10", "2016-05-31", DAY, MONTH, 0, 0, INTERVAL },
  { "2016-05/2016-05-10", "2016-05-01", "2016-05-10", MONTH, DAY, 0, 0, INTERVAL },
  { "2016-02-26/2016-02-26", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 },
  { "2004/2004", "2004-01-01", "2004-12-31", YEAR, YEAR, 0, 0, 0 },
  /* level 1: qualified */
  { "2004~", "2004-01-01", "2004-12-31", YEAR, YEAR, ABOUT, ABOUT, 0 },
  { "2015?", "2015-01-01", "2015-12-31", YEAR, YEAR, PERHAPS, PERHAPS, 0 },
  { "2015%", "2015-01-01", "2015-12-31", YEAR, YEAR, ABOUT | PERHAPS, ABOUT | PERHAPS, 0 },
  { "2016-02~", "2016-02-01", "2016-02-29", MONTH, MONTH, ABOUT, ABOUT, 0 },
  { "2016-02-26?", "2016-02-26", "2016-02-26", DAY, DAY, PERHAPS, PERHAPS, 0 },
  { "2004-06~/2004-08?", "2004-06-01", "2004-08-31", MONTH, MONTH, ABOUT, PERHAPS, INTERVAL },
  { "2004-06/2004-08%", "2004-06-01", "2004-08-31", MONTH, MONTH, 0, ABOUT | PERHAPS, INTERVAL },
  { "2004/2004~", "2004-01-01", "2004-12-31", YEAR, YEAR, 0, ABOUT, INTERVAL },
  /* level 1: unspecified digits */
  { "200X", "2000-01-01", "2009-12-31", DECADE, DECADE, 0, 0, 0 },
  { "20XX", "2000-01-01", "2099-12-31", CENTURY, CENTURY, 0, 0, 0 },
  { "000X", "0001-01-01", "0009-12-31", DECADE, DECADE, 0, 0, 0 },
  { "00XX", "0001-01-01", "0099-12-31", CENTURY, CENTURY, 0, 0, 0 },
  { "999X", "9990-01-01", "9999-12-31", DECADE, DECADE, 0, 0, 0 },
  { "99XX", "9900-01-01", "9999-12-31", CENTURY, CENTURY, 0, 0, 0 },
  { "2016-XX", "2016-01-01", "2016-12-31", YEAR, YEAR, 0, 0, 0 },
  { "2016-XX-XX", "2016-01-01", "2016-12-31", YEAR, YEAR, 0, 0, 0 },
  { "2016-02-XX", "2016-02-01", "2016-02-29", MONTH, MONTH, 0, 0, 0 },
  { "201X~", "2010-01-01", "2019-12-31", DECADE, DECADE, ABOUT, ABOUT, 0 },
  { "19XX/201X", "1900-01-01", "2019-12-31", CENTURY, DECADE, 0, 0, INTERVAL },
  /* level 1: open and unknown; the open end holds the nearest known day */
  { "2002/..", "2002-01-01", "2002-12-31", YEAR, NONE, 0, 0, OPEN_END },
  { "../2016-05", "2016-05-01", "2016-05-31", NONE, MONTH, 0, 0, OPEN_START },
  { "2016-02/", "2016-02-01", "2016-02-29", MONTH, NONE, 0, 0, UNKNOWN_END },
  { "/2016-05-10", "2016-05-10", "2016-05-10", NONE, DAY, 0, 0, UNKNOWN_START },
  { "2002~/..", "2002-01-01", "2002-12-31", YEAR, NONE, ABOUT, 0, OPEN_END },
  /* level 1: seasons */
  { "2016-21", "2016-03-01", "2016-05-31", SEASON, SEASON, 0, 0, 0 },
  { "2016-22", "2016-06-01", "2016-08-31", SEASON, SEASON, 0, 0, 0 },
  { "2016-23", "2016-09-01", "2016-11-30", SEASON, SEASON, 0, 0, 0 },
  { "2016-24", "2016-12-01", "2017-02-28", SEASON, SEASON, 0, 0, 0 },
  { "2015-24", "2015-12-01", "2016-02-29", SEASON, SEASON, 0, 0, 0 },
  { "9999-24", "9999-12-01", "9999-12-31", SEASON, SEASON, 0, 0, 0 },
  { "9999-12/9999-24", "9999-12-01", "9999-12-31", MONTH, SEASON, 0, 0, INTERVAL },
  { "2016-21?", "2016-03-01", "2016-05-31", SEASON, SEASON, PERHAPS, PERHAPS, 0 },
};

static void
test_edtf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_dates); i++)
    {
      const MigDate date = edtf (good_dates[i].text);

      assert_is (&date, &good_dates[i]);
    }
}

static void
test_edtf_open_ends (void)
{
  MigDate date = edtf ("2002/..");

  g_assert_cmpint (date.end.earliest, ==, day ("2002-12-31"));
  g_assert_cmpint (date.end.latest, ==, day ("2002-12-31"));

  date = edtf ("/2016-05");
  g_assert_cmpint (date.start.earliest, ==, day ("2016-05-01"));
  g_assert_cmpint (date.start.latest, ==, day ("2016-05-01"));
}

static const BadCase bad_dates[] = {
  { "", SYNTAX, "“” is not a date.\n" EDTF_FORMS },
  { " ", SYNTAX, NULL },
  { "soon", SYNTAX, "“soon” is not a date.\n" EDTF_FORMS },
  { "16", SYNTAX, NULL },
  { "216", SYNTAX, NULL },
  { "20160", SYNTAX, NULL },
  { "2016 ", SYNTAX, NULL },
  { " 2016", SYNTAX, NULL },
  { "2016-", SYNTAX, NULL },
  { "2016-2", SYNTAX, NULL },
  { "2016-02-", SYNTAX, NULL },
  { "2016-02-6", SYNTAX, NULL },
  { "2016-02-026", SYNTAX, NULL },
  { "2016/02/26", SYNTAX, "“02/26” is not a date.\n" EDTF_FORMS },
  { "2016.02.26", SYNTAX, NULL },
  { "2016.02", SYNTAX, NULL },
  { "2016.02-26", SYNTAX, NULL },
  { "2016-02 26", SYNTAX, NULL },
  { "20160226", SYNTAX, NULL },
  { "26-02-2016", SYNTAX, NULL },
  { "+201", SYNTAX, NULL },
  { "2016-+2", SYNTAX, NULL },
  { "2016-02-2x", SYNTAX, NULL },
  { "0000", RANGE, "“0000” is not a date.\nThe year must be 0001 to 9999." },
  { "0000-01-01", RANGE, NULL },
  { "-0044", RANGE, "“-0044” is not a date.\n" YEARS },
  { "Y170000002", RANGE, "“Y170000002” is not a date.\n" YEARS },
  { "Y-170000002", RANGE, NULL },
  { "-0044/2016", RANGE, "“-0044” is not a date.\n" YEARS },
  { "2016-13", RANGE, "“2016-13” is not a date.\n" MONTHS_OR_SEASONS },
  { "2016-00", RANGE, NULL },
  { "2016-20", RANGE, NULL },
  { "2016-25", RANGE, NULL },
  { "2016-13-01", RANGE, "“2016-13-01” is not a date.\n" MONTHS },
  { "2016-00-01", RANGE, "“2016-00-01” is not a date.\n" MONTHS },
  { "2016-21-05", RANGE, "“2016-21-05” is not a date.\n" MONTHS },
  { "2016-21-XX", RANGE, NULL },
  { "2016-02-00", RANGE, "“2016-02-00” is not a date.\nThe day must be 01 to 31." },
  { "2016-02-32", RANGE, "“2016-02-32” is not a date.\nThe day must be 01 to 31." },
  { "2015-02-29", RANGE, "“2015-02-29” is not a date.\nFebruary 2015 has 28 days." },
  { "2015-02-29~", RANGE, "“2015-02-29~” is not a date.\nFebruary 2015 has 28 days." },
  { "1900-02-29", RANGE, "“1900-02-29” is not a date.\nFebruary 1900 has 28 days." },
  { "2016-04-31", RANGE, "“2016-04-31” is not a date.\nApril 2016 has 30 days." },
  { "2016-02-30", RANGE, "“2016-02-30” is not a date.\nFebruary 2016 has 29 days." },
  /* qualifiers: one, at the end, in EDTF's own signs; inside a date they are level 2 */
  { "~", SYNTAX, NULL },
  { "~2016", SYNTAX, NULL },
  { "2016~?", SYNTAX, NULL },
  { "2016~-02", SYNTAX, NULL },
  { "2016!", SYNTAX, NULL },
  { "2016-02-26T10:00:00~", SYNTAX, NULL },
  /* unspecified digits: from the right, capital */
  { "200x", SYNTAX, NULL },
  { "20xx", SYNTAX, NULL },
  { "20uu", SYNTAX, NULL },
  { "2XXX", SYNTAX, NULL },
  { "XXXX", SYNTAX, NULL },
  { "20X6", SYNTAX, NULL },
  { "201X-02", SYNTAX, NULL },
  { "20XX-XX", SYNTAX, NULL },
  { "2016-1X", SYNTAX, NULL },
  { "2016-XX-05", SYNTAX, NULL },
  { "2016-02-2X", SYNTAX, NULL },
  /* level 2 */
  { "{2015,2016}", SYNTAX, NULL },
  { "[2015..2016]", SYNTAX, NULL },
  { "1950S2", SYNTAX, NULL },
  /* times */
  { "2016-02-26T", SYNTAX, "“2016-02-26T” is not a date.\n" TIMES },
  { "2016-02-26T10", SYNTAX, NULL },
  { "2016-02-26T10:00", SYNTAX, NULL },
  { "2016-02-26T24:00:00", SYNTAX, NULL },
  { "2016-02-26T10:60:00", SYNTAX, NULL },
  { "2016-02-26T10:00:61", SYNTAX, NULL },
  { "2016-02-26T10:00:00.5", SYNTAX, NULL },
  { "2016-02-26T10:00:00Zulu", SYNTAX, NULL },
  { "2016-02-26T10:00:00+24", SYNTAX, NULL },
  { "2016-02-26T10:00:00+02:", SYNTAX, NULL },
  { "2016-02-26T10:00:00+02:60", SYNTAX, NULL },
  { "2016-02-30T10:00:00Z", RANGE, "“2016-02-30T10:00:00Z” is not a date.\nFebruary 2016 has 29 days." },
  { "2016-02T10:00:00Z", SYNTAX, NULL },
  /* intervals */
  { "/", SYNTAX,
    "“/” is not a date.\nOne of the two sides must be known. If neither is, leave the date out." },
  { "../..", SYNTAX, NULL },
  { "/..", SYNTAX, NULL },
  { "..", SYNTAX, "“..” is not a date.\n" EDTF_FORMS },
  { "2016/.", SYNTAX, NULL },
  { "2016/...", SYNTAX, NULL },
  { "2016/..~", SYNTAX, NULL },
  { "2016/~", SYNTAX, NULL },
  { "2016/2017/2018", SYNTAX, NULL },
  { "2016//2017", SYNTAX, NULL },
  { "2016-02-26T10:00:00Z/2016-02-27", SYNTAX, NULL },
  { "2016-02/2016-13", RANGE, "“2016-13” is not a date.\n" MONTHS_OR_SEASONS },
  { "2016-02-26/2016-02-25", RANGE, "“2016-02-26/2016-02-25” is not a date.\nIt ends before it begins." },
  { "2016-03/2016-02", RANGE, NULL },
  { "2016-06/2016-05-31", RANGE, NULL },
  { "2017/2016~", RANGE, NULL },
  /* what would break a message: it stays on one line, short and readable */
  { "20\n16", SYNTAX, "“20\357\277\27516” is not a date.\n" EDTF_FORMS },
  { "\xe2\x80\xae" "6102", SYNTAX, "“\357\277\2756102” is not a date.\n" EDTF_FORMS },
  { "2016\xff", SYNTAX, "“2016\357\277\275” is not a date.\n" EDTF_FORMS },
  { "%s%n%d", SYNTAX, "“%s%n%d” is not a date.\n" EDTF_FORMS },
  { "éééééééééééééééééééééééééééééééééééééééé", SYNTAX,
    "“éééééééééééééééééééééééééééééééééééééééé” is not a date.\n" EDTF_FORMS },
  { "ééééééééééééééééééééééééééééééééééééééééé", SYNTAX,
    "“éééééééééééééééééééééééééééééééééééééééé…” is not a date.\n" EDTF_FORMS },
};

static void
test_edtf_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    {
      g_autoptr (GError) error = NULL;
      MigDate date = { 0, };

      g_assert_false (mig_date_parse_edtf (bad_dates[i].text, &date, &error));
      assert_error (&date, error, &bad_dates[i]);
      g_assert_false (mig_date_parse_edtf (bad_dates[i].text, &date, NULL));
    }
}

/* Every short change of a good text is either read or refused in two lines, and what is read is in order. */
static void
test_edtf_changed (void)
{
  static const char alphabet[] = "0129-X/~?%.TYZ:+ \n\xc3";
  static const char * const texts[] = { "2016-02-26/2017-XX", "../199X%", "2016-24?/", "2016-02-26T10:00:00+02:00" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const gsize length = strlen (texts[i]);

      for (gsize change = 0; change < length * sizeof alphabet; change++)
        {
          g_autofree char *text = g_strdup (texts[i]);
          g_autoptr (GError) error = NULL;
          MigDate date = { 0, };

          /* The last of the alphabet is the nul, which cuts the text off. */
          text[change / sizeof alphabet] = alphabet[change % sizeof alphabet];
          if (mig_date_parse_edtf (text, &date, &error))
            {
              g_assert_cmpint (mig_date_first_day (&date), >=, 1);
              g_assert_cmpint (mig_date_first_day (&date), <=, mig_date_last_day (&date));
              g_assert_cmpint (mig_date_last_day (&date), <=, LAST_DAY);
            }
          else
            {
              g_assert_true (g_utf8_validate (error->message, -1, NULL));
              g_assert_true (strchr (error->message, '\n') == strrchr (error->message, '\n'));
            }
        }
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (10 * 1000 * 1000, '2');
  g_autofree char *fraction = g_strconcat ("2016-02-26T10:00:00.", text, NULL);
  g_autoptr (GError) error = NULL;
  MigDate date;

  g_assert_false (mig_date_parse_edtf (text, &date, &error));
  g_assert_error (error, MIG_DATE_ERROR, MIG_DATE_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_clear_error (&error);

  g_assert_false (mig_date_parse_iso (text, &date, &error));
  g_assert_error (error, MIG_DATE_ERROR, MIG_DATE_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_clear_error (&error);

  g_assert_false (mig_date_from_pair (fraction, "2015", &date, &error));
  g_assert_error (error, MIG_DATE_ERROR, MIG_DATE_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_iso (void)
{
  static const GoodCase cases[] = {
    { "2002", "2002-01-01", "2002-12-31", YEAR, YEAR, 0, 0, 0 },
    { "2002-07", "2002-07-01", "2002-07-31", MONTH, MONTH, 0, 0, 0 },
    { "2002-07-11", "2002-07-11", "2002-07-11", DAY, DAY, 0, 0, 0 },
    { "2002-07-11T10", "2002-07-11", "2002-07-11", DAY, DAY, 0, 0, 0 },
    { "2002-07-11T10:30", "2002-07-11", "2002-07-11", DAY, DAY, 0, 0, 0 },
    { "2002-07-11T10:30Z", "2002-07-11", "2002-07-11", DAY, DAY, 0, 0, 0 },
    { "2002-07-11T23:30:00.125-05:00", "2002-07-11", "2002-07-11", DAY, DAY, 0, 0, 0 },
  };
  static const BadCase bad_cases[] = {
    { "", SYNTAX, "“” is not a date.\n" ISO_FORMS },
    { "July 2002", SYNTAX, "“July 2002” is not a date.\n" ISO_FORMS },
    { "2016-13-01", RANGE, "“2016-13-01” is not a date.\n" MONTHS },
    { "2016-13", RANGE, "“2016-13” is not a date.\n" MONTHS },
    { "2015-02-29", RANGE, "“2015-02-29” is not a date.\nFebruary 2015 has 28 days." },
    { "0000", RANGE, "“0000” is not a date.\nThe year must be 0001 to 9999." },
    { "2002-07-11T", SYNTAX, "“2002-07-11T” is not a date.\n" TIMES },
    { "2002-07-11T10:", SYNTAX, NULL },
    { "2002-07-11T10:30:", SYNTAX, NULL },
    { "2002-07-11T10:30:00.", SYNTAX, NULL },
    { "2002-07-11 10:30", SYNTAX, NULL },
    { "-0044", SYNTAX, NULL },
    /* EDTF has its own member, and the hint says so */
    { "2004~", SYNTAX, "“2004~” is not a date.\nOnly “date” takes EDTF; write YYYY, YYYY-MM or YYYY-MM-DD here." },
    { "2016-21", SYNTAX, "“2016-21” is not a date.\nOnly “date” takes EDTF; write YYYY, YYYY-MM or YYYY-MM-DD here." },
    { "200X", SYNTAX, NULL },
    { "2016-02-XX", SYNTAX, NULL },
    { "2016/2017", SYNTAX, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MigDate date = { 0, };

      mig_date_parse_iso (cases[i].text, &date, &error);
      g_assert_no_error (error);
      assert_is (&date, &cases[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MigDate date = { 0, };

      g_assert_false (mig_date_parse_iso (bad_cases[i].text, &date, &error));
      assert_error (&date, error, &bad_cases[i]);
    }
}

static void
test_pair (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    GoodCase expected;
  } cases[] = {
    { "2016-02-25", "2016-02-26", { "days", "2016-02-25", "2016-02-26", DAY, DAY, 0, 0, INTERVAL } },
    { "2016-02-26", "2016-02-26", { "a day", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 } },
    { "2016-02-26T09:00", "2016-02-26T17:00", { "hours", "2016-02-26", "2016-02-26", DAY, DAY, 0, 0, 0 } },
    { "2016-02", "2016-02", { "a month", "2016-02-01", "2016-02-29", MONTH, MONTH, 0, 0, 0 } },
    { "2002", "2003-07", { "mixed", "2002-01-01", "2003-07-31", YEAR, MONTH, 0, 0, INTERVAL } },
    { "2002-07", NULL, { "start", "2002-07-01", "2002-07-31", MONTH, MONTH, 0, 0, 0 } },
    { NULL, "2016-05", { "end", "2016-05-01", "2016-05-31", NONE, MONTH, 0, 0, OPEN_START } },
  };
  static const struct
  {
    const char *start;
    const char *end;
    BadCase expected;
  } bad_cases[] = {
    { "2016-02-26", "2016-02-25",
      { "order", RANGE, "“2016-02-26” to “2016-02-25” is not a span of time.\nIt ends before it begins." } },
    { "2016-13", "2016-02-25", { "start", RANGE, "“2016-13” is not a date.\n" MONTHS } },
    { "2016-02-25", "later", { "end", SYNTAX, "“later” is not a date.\n" ISO_FORMS } },
    { NULL, "", { "empty", SYNTAX, "“” is not a date.\n" ISO_FORMS } },
  };
  MigDate date;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      mig_date_from_pair (cases[i].start, cases[i].end, &date, &error);
      g_assert_no_error (error);
      assert_is (&date, &cases[i].expected);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      memset (&date, 0, sizeof date);
      g_assert_false (mig_date_from_pair (bad_cases[i].start, bad_cases[i].end, &date, &error));
      assert_error (&date, error, &bad_cases[i].expected);
    }

  date = edtf ("2016");
  g_assert_true (mig_date_from_pair (NULL, NULL, &date, NULL));
  g_assert_false (mig_date_is_set (&date));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-edtf/read", test_edtf);
  g_test_add_func ("/date-edtf/open-ends", test_edtf_open_ends);
  g_test_add_func ("/date-edtf/errors", test_edtf_errors);
  g_test_add_func ("/date-edtf/changed", test_edtf_changed);
  g_test_add_func ("/date-edtf/long-text", test_long_text);
  g_test_add_func ("/date-edtf/iso", test_iso);
  g_test_add_func ("/date-edtf/pair", test_pair);

  return g_test_run ();
}
