/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-format.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "date-fixture.h"
#include "mig-locale.h"

/*
 * Dates, lags and spans in words: in English, and in a language made up here that inflects months and turns the order
 * around.
 */

#define FULL MIG_DATE_STYLE_FULL
#define LONG MIG_DATE_STYLE_LONG
#define SHORT MIG_DATE_STYLE_SHORT
#define DAY MIG_DATE_STYLE_DAY
#define LONG_DAY MIG_DATE_STYLE_LONG_DAY
#define FULL_DAY MIG_DATE_STYLE_FULL_DAY

static void
assert_words (const char   *text,
              MigDateStyle  style,
              const char   *expected)
{
  const MigDate date = edtf (text);
  g_autofree char *words = mig_date_format (&date, style);

  g_test_message ("%s, style %d", text, (gint) style);
  g_assert_cmpstr (words, ==, expected);
}

static void
assert_lag (const char  *from_text,
            const char  *to_text,
            MigLagStyle  style,
            const char  *expected)
{
  const MigDate from = edtf (from_text);
  const MigDate to = edtf (to_text);
  g_autofree char *words = mig_date_format_lag (&from, &to, style);

  g_test_message ("%s to %s", from_text, to_text);
  g_assert_cmpstr (words, ==, expected);
}

static const struct
{
  const char *text;
  MigDateStyle style;
  const char *words;
} date_words[] = {
  /* days */
  { "2016-02-26", FULL, "Friday 26 February 2016" },
  { "2016-02-26", FULL_DAY, "Friday 26 February" },
  { "2016-02-26", LONG, "26 February 2016" },
  { "2016-02-26", LONG_DAY, "26 February" },
  { "2016-02-26", SHORT, "26 Feb 2016" },
  { "2016-02-26", DAY, "26 Feb" },
  { "2016-09-19", FULL, "Monday 19 September 2016" },
  { "0001-01-01", FULL, "Monday 1 January 1" },
  { "9999-12-31", FULL, "Friday 31 December 9999" },
  { "2000-01-01", FULL, "Saturday 1 January 2000" },
  { "2000-01-02", FULL, "Sunday 2 January 2000" },
  /* days of one month */
  { "2016-02-25/2016-02-26", FULL, "25–26 February 2016" },
  { "2016-02-25/2016-02-26", FULL_DAY, "25–26 February" },
  { "2016-02-25/2016-02-26", LONG, "25–26 February 2016" },
  { "2016-02-25/2016-02-26", LONG_DAY, "25–26 February" },
  { "2016-02-25/2016-02-26", SHORT, "25–26 Feb 2016" },
  { "2016-02-25/2016-02-26", DAY, "25–26 Feb" },
  /* of two months */
  { "2016-01-30/2016-02-02", LONG, "30 January – 2 February 2016" },
  { "2016-01-30/2016-02-02", LONG_DAY, "30 January – 2 February" },
  { "2016-01-30/2016-02-02", SHORT, "30 Jan – 2 Feb 2016" },
  { "2016-01-30/2016-02-02", DAY, "30 Jan – 2 Feb" },
  /* of two years */
  { "2015-12-22/2016-01-04", FULL, "22 December 2015 – 4 January 2016" },
  { "2015-12-22/2016-01-04", LONG, "22 December 2015 – 4 January 2016" },
  { "2015-12-22/2016-01-04", SHORT, "22 Dec 2015 – 4 Jan 2016" },
  { "2015-12-22/2016-01-04", DAY, "22 Dec – 4 Jan" },
  { "2015-02-25/2016-02-26", DAY, "25 Feb 2015 – 26 Feb 2016" },
  { "2015-02-25/2016-02-26", FULL_DAY, "25 February 2015 – 26 February 2016" },
  /* months */
  { "2002-07", FULL, "July 2002" },
  { "2002-07", LONG, "July 2002" },
  { "2002-07", SHORT, "Jul 2002" },
  { "2002-07", DAY, "Jul" },
  { "2002-07", FULL_DAY, "July" },
  { "2002-07-XX", LONG, "July 2002" },
  { "2005-10/2005-11", LONG, "October–November 2005" },
  { "2005-10/2005-11", LONG_DAY, "October–November" },
  { "2005-10/2005-11", SHORT, "Oct–Nov 2005" },
  { "2005-10/2005-11", DAY, "Oct–Nov" },
  { "2005-10/2006-03", LONG, "October 2005 – March 2006" },
  { "2005-10/2006-03", DAY, "Oct – Mar" },
  { "2003-10/2006-02", DAY, "Oct 2003 – Feb 2006" },
  /* years and more */
  { "2016", FULL, "2016" },
  { "2016", DAY, "2016" },
  { "2016-XX", LONG, "2016" },
  { "2003/2006", LONG, "2003–2006" },
  { "2003/2006", DAY, "2003–2006" },
  { "200X", LONG, "2000s" },
  { "200X", SHORT, "2000s" },
  { "000X", LONG, "0s" },
  { "199X/200X", LONG, "1990s – 2000s" },
  { "20XX", FULL, "between 2000 and 2099" },
  { "20XX", SHORT, "2000–2099" },
  { "00XX", LONG, "between 1 and 99" },
  /* seasons */
  { "2016-21", LONG, "spring 2016" },
  { "2016-22", SHORT, "summer 2016" },
  { "2016-23", DAY, "autumn" },
  { "2016-24", LONG, "winter 2016–2017" },
  { "2016-24", DAY, "winter" },
  { "2016-21/2016-23", LONG, "spring 2016 – autumn 2016" },
  /* ends of different precision */
  { "2016-02/2016-03-03", LONG, "February 2016 – 3 March 2016" },
  { "2016-02/2016-03-03", DAY, "Feb – 3 Mar" },
  { "2016-02-26/2017", DAY, "26 Feb 2016 – 2017" },
  { "2016/2016-03-03", DAY, "2016 – 3 Mar 2016" },
  { "2016-11-03/2016", LONG_DAY, "3 November 2016 – 2016" },
  { "2002/2016-02-26", FULL, "2002 – 26 February 2016" },
  /* approximate and uncertain */
  { "2004~", LONG, "about 2004" },
  { "2015?", LONG, "2015, perhaps" },
  { "2015%", LONG, "about 2015, perhaps" },
  { "2016-02~", SHORT, "about Feb 2016" },
  { "2016-02-26~", FULL, "about 26 February 2016" },
  { "2016-02-26?", FULL, "Friday 26 February 2016, perhaps" },
  { "2003~/2006~", LONG, "about 2003–2006" },
  { "2003?/2006?", LONG, "2003–2006, perhaps" },
  { "2003~/2006", LONG, "about 2003 – 2006" },
  { "2003/2006?", LONG, "2003 – 2006 (perhaps)" },
  { "2003%/2006", LONG, "about 2003 (perhaps) – 2006" },
  { "2004/2004~", LONG, "2004 – about 2004" },
  /* open */
  { "2002/..", LONG, "since 2002" },
  { "2002~/..", LONG, "since about 2002" },
  { "2002?/..", LONG, "since 2002, perhaps" },
  { "2016-02-26/..", FULL, "since 26 February 2016" },
  { "2016-02/..", DAY, "since Feb" },
  { "2016-02/", LONG, "from February 2016" },
  { "../2016-05", LONG, "until May 2016" },
  { "../2016-05", SHORT, "until May 2016" },
  { "/2016-05-10", SHORT, "until 10 May 2016" },
  { NULL, FULL, "undated" },
  { NULL, DAY, "undated" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_words); i++)
    assert_words (date_words[i].text, date_words[i].style, date_words[i].words);
}

static const struct
{
  const char *from;
  const char *to;
  const char *sentence;
  const char *bare; /* if it differs */
} lag_words[] = {
  /* days */
  { "2016-02-26", "2016-09-19", "206 days ahead", "206 days" },
  { "2016-02-25", "2016-09-19", "207 days ahead", "207 days" },
  { "2016-02-26", "2015-10-14/2015-10-16", "133 days behind", "133 days" },
  { "2016-02-26", "2016-05-23/2016-05-24", "87 days ahead", "87 days" },
  { "2016-02-26", "2016-02-27", "1 day ahead", "1 day" },
  { "2016-02-26", "2016-02-25", "1 day behind", "1 day" },
  { "2016-02-26", "2017-02-25", "365 days ahead", "365 days" },
  { "2015-02-26", "2016-02-26", "365 days ahead", "365 days" },
  /* whole years of the calendar */
  { "2016-02-26", "2017-02-26", "1 year ahead", "1 year" },
  { "2016-02-26", "2015-02-25", "1 year behind", "1 year" },
  { "2014-02-26", "2016-02-26", "2 years ahead", "2 years" },
  { "2016-02-26", "2014-02-26", "2 years behind", "2 years" },
  { "2016-02-26", "2014-02-27", "1 year behind", "1 year" },
  { "2016-02-26", "2018-02-25", "1 year ahead", "1 year" },
  { "2016-02-29", "2017-03-01", "1 year ahead", "1 year" },
  { "2014-01-01/2016-02-26", "2018-02-25", "1 year ahead", "1 year" },
  { "2016", "2018-12-31", "2 years ahead", "2 years" },
  { "2016", "2013-01-01", "3 years behind", "3 years" },
  { "2016-02-26", "2013-10-03/2013-10-04", "2 years behind", "2 years" },
  { "2016-02-26", "2006-09-14/2006-09-15", "9 years behind", "9 years" },
  /* together */
  { "2016-02-26", "2016-02-26", "the same day", NULL },
  { "2016-02-26", "2016-02-25/2016-02-26", "during it", NULL },
  { "2016-02-25/2016-02-26", "2016-02-26", "during it", NULL },
  { "2016-02-26", "2015/2017", "during it", NULL },
  { "2016-02-26", "2016-02-26~", "about the same time", NULL },
  { "2016-02-26", "2016-02-26?", "the same day, perhaps", NULL },
  { "2016-02-26", "2016-02", "the same month", NULL },
  { "2016-02", "2016-02-26", "the same month", NULL },
  { "2016-02", "2016-02", "the same month", NULL },
  { "2016-02-25/2016-02-26", "2016-02", "the same month", NULL },
  { "2016-01-31/2016-02-01", "2016-02", "about the same time", NULL },
  { "2016-02-26", "2016", "the same year", NULL },
  { "2016-03-26", "2016-21", "the same season", NULL },
  { "2016-02-26", "201X", "the same decade", NULL },
  { "2016-02-26", "20XX", "the same hundred years", NULL },
  { "2016-02-26", "2016-02/2016-03", "about the same time", NULL },
  { "2016-02-26/..", "2016", "about the same time", NULL },
  { "2016-02-26", "2016-02?", "the same month, perhaps", NULL },
  /* roughly */
  { "2016-02-26", "2016-05", "about 3 months ahead", "about 3 months" },
  { "2016-02-26", "2015-11", "about 3 months behind", "about 3 months" },
  { "2016-02-26", "2016-03", "about 19 days ahead", "about 19 days" },
  { "2016-02", "2016-03", "about 1 month ahead", "about 1 month" },
  { "2016-02-26", "2016-03-01/2016-04", "4 days ahead", "4 days" },
  { "2016-02-26", "2016-09-19~", "about 7 months ahead", "about 7 months" },
  { "2016-02-26", "2016-03-19~", "about 22 days ahead", "about 22 days" },
  { "2016-02-26", "2016-02-27~", "about 1 day ahead", "about 1 day" },
  { "2016-02-26", "2016-09-19?", "206 days ahead, perhaps", "206 days, perhaps" },
  { "2016-02-26", "2017", "about 1 year ahead", "about 1 year" },
  { "2016-02-26", "2013", "about 3 years behind", "about 3 years" },
  { "2016-02-26", "2013-06", "2 years behind", "2 years" },
  { "2016-02-26", "2013-02", "about 3 years behind", "about 3 years" },
  { "2016-12-31", "2017", "about 6 months ahead", "about 6 months" },
  { "2016-02-26", "2017-09", "1 year ahead", "1 year" },
  { "2016-02-26", "2017-02", "about 12 months ahead", "about 12 months" },
  { "2016-02-26", "199X", "about 21 years behind", "about 21 years" },
  /* open */
  { "2016-02-26", "../2016-05", "by May 2016", NULL },
  { "2016-02-26", "../2016-05-10", "by 10 May 2016", NULL },
  { "2016-02-26", "../2016-05?", "by May 2016, perhaps", NULL },
  { "2016-02-26", "2002/..", "since 2002", NULL },
  { "2016-02-26", "2016-02-26/..", "since 26 February 2016", NULL },
  { "2016-02-26", "2015-02/", "from February 2015", NULL },
  { "2016-02-26", "2016-03-01/..", "4 days ahead", "4 days" },
  { "2002/..", "2016-02-26", "during it", NULL },
  /* undated */
  { "2016-02-26", NULL, "undated", NULL },
  { NULL, "2016-02-26", "undated", NULL },
};

static void
test_lags (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lag_words); i++)
    {
      assert_lag (lag_words[i].from, lag_words[i].to, MIG_LAG_STYLE_SENTENCE, lag_words[i].sentence);
      assert_lag (lag_words[i].from, lag_words[i].to, MIG_LAG_STYLE_BARE,
                  lag_words[i].bare != NULL ? lag_words[i].bare : lag_words[i].sentence);
    }
}

static void
test_spans (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *words;
  } cases[] = {
    { "2016-02-26", "2016-02-26", "26 February 2016" },
    { "2016-02-01", "2016-02-14", "1 to 14 February 2016" },
    { "2016-02-25", "2016-04-03", "25 February to 3 April 2016" },
    { "2015-12-22", "2016-01-04", "22 December 2015 to 4 January 2016" },
    { "2016-02-01", "2016-05-03", "1 February to 3 May 2016" },
    { "2016-02-01", "2016-05-04", "February 2016 to May 2016" },
    { "2012-10-05", "2018-07-20", "October 2012 to July 2018" },
    { "2000-01-01", "2019-12-31", "January 2000 to December 2019" },
    { "2000-01-01", "2020-01-01", "2000 to 2020" },
    { "0001-01-01", "9999-12-31", "1 to 9999" },
  };
  g_autofree char *beyond = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MigDate first = edtf (cases[i].first);
      const MigDate last = edtf (cases[i].last);
      g_autofree char *words = mig_date_format_span (mig_date_first_day (&first), mig_date_last_day (&last));
      g_autofree char *turned = mig_date_format_span (mig_date_last_day (&last), mig_date_first_day (&first));

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (turned, ==, cases[i].words);
    }

  beyond = mig_date_format_span (G_MININT, G_MAXINT);
  g_assert_cmpstr (beyond, ==, "1 to 9999");
}

static void
test_names (void)
{
  g_assert_cmpstr (mig_date_month_name (1), ==, "January");
  g_assert_cmpstr (mig_date_month_name (5), ==, "May");
  g_assert_cmpstr (mig_date_month_name (12), ==, "December");
  g_assert_cmpstr (mig_date_month_abbreviation (1), ==, "Jan");
  g_assert_cmpstr (mig_date_month_abbreviation (9), ==, "Sep");
  g_assert_cmpstr (mig_date_month_abbreviation (12), ==, "Dec");
  g_assert_cmpstr (mig_date_weekday_name (1), ==, "Monday");
  g_assert_cmpstr (mig_date_weekday_name (7), ==, "Sunday");
  g_assert_cmpstr (mig_date_weekday_abbreviation (1), ==, "Mon");
  g_assert_cmpstr (mig_date_weekday_abbreviation (7), ==, "Sun");
}

/* A message catalogue as gettext reads it: sorted by msgid, context and msgid parted by \004, plurals by a nul. */
typedef struct
{
  const char *id;
  gsize id_length;
  const char *text;
  gsize text_length;
} Message;

#define MESSAGE(id, text) { id, sizeof id - 1, text, sizeof text - 1 }

static const Message digits[] = {
  MESSAGE ("", "Content-Type: text/plain; charset=UTF-8\n"),
  MESSAGE ("digits\0040123456789", "٠١٢٣٤٥٦٧٨٩"),
};

static const Message phrases[] = {
  MESSAGE ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 2);\n"),
  MESSAGE ("%s day ahead\0%s days ahead", "jeden nebo dva dny (%s)\0mnoho dnů (%s)"),
  MESSAGE ("a day\004since %s", "od dne %s"),
  MESSAGE ("a month\004since %s", "od %s"),
  MESSAGE ("another date\004since %s", "od doby %s"),
  MESSAGE ("first day of a month\0041", "1."),
  MESSAGE ("full date\004%1$s %2$s %3$s %4$s", "%4$s, %3$s %2$s: %1$s"),
  MESSAGE ("long date\004%1$s %2$s %3$s", "%3$s %2$s %1$s"),
  MESSAGE ("month alone\004February", "únor"),
  MESSAGE ("month in a date\004February", "února"),
  MESSAGE ("month of a year\004%1$s %2$s", "%2$s %1$s"),
  MESSAGE ("short date\004%1$s–%2$s %3$s", "%3$s %1$s~%2$s"),
  MESSAGE ("short month in a date\004Feb", "02"),
  MESSAGE ("weekday\004Friday", "pátek"),
};

static void
append_number (GByteArray *bytes,
               gsize       number)
{
  const guint32 word = (guint32) number;

  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static void
write_catalogue (const char    *path,
                 const Message *messages,
                 gsize          n_messages)
{
  const gsize tables = 7 * sizeof (guint32);
  gsize offset = tables + n_messages * 4 * sizeof (guint32);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  append_number (bytes, 0x950412de);
  append_number (bytes, 0);
  append_number (bytes, n_messages);
  append_number (bytes, tables);
  append_number (bytes, tables + n_messages * 2 * sizeof (guint32));
  append_number (bytes, 0);
  append_number (bytes, 0);

  for (gsize i = 0; i < n_messages; i++)
    {
      append_number (bytes, messages[i].id_length);
      append_number (bytes, offset);
      offset += messages[i].id_length + 1;
    }
  for (gsize i = 0; i < n_messages; i++)
    {
      append_number (bytes, messages[i].text_length);
      append_number (bytes, offset);
      offset += messages[i].text_length + 1;
    }
  for (gsize i = 0; i < n_messages; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].id, (guint) messages[i].id_length + 1);
  for (gsize i = 0; i < n_messages; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].text, (guint) messages[i].text_length + 1);

  g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, &error);
  g_assert_no_error (error);
}

static void
assert_translated (void)
{
  g_assert_cmpstr (mig_date_month_name (2), ==, "únor");
  g_assert_cmpstr (mig_date_weekday_name (5), ==, "pátek");
  g_assert_cmpstr (mig_date_month_name (3), ==, "March");
  assert_words ("2016-02-26", FULL, "2016, února 26: pátek");
  assert_words ("2016-02-26", LONG, "2016 února 26");
  assert_words ("2016-02-01", LONG, "2016 února 1.");
  assert_words ("2016-02-01/2016-02-26", DAY, "02 1.~26");
  assert_words ("2016-02-11", LONG, "2016 února 11");
  assert_words ("2016-02", LONG, "2016 únor");
  assert_words ("2016-02~", LONG, "about 2016 února");
  assert_words ("2016-02/..", LONG, "od 2016 února");
  assert_words ("2016-02-26/..", LONG, "od dne 2016 února 26");
  assert_words ("2016-02~/..", LONG, "od doby about 2016 února");
  assert_words ("2016-02-25/2016-02-26", DAY, "02 25~26");
  assert_lag ("2016-02-26", "../2016-02", MIG_LAG_STYLE_BARE, "by 2016 února");
  assert_lag ("2016-02-26", "2016-02-28", MIG_LAG_STYLE_SENTENCE, "jeden nebo dva dny (2)");
  assert_lag ("2016-02-26", "2016-02-29", MIG_LAG_STYLE_SENTENCE, "mnoho dnů (3)");
}

static void
assert_digits (void)
{
  assert_words ("2016-02-26", LONG, "٢٦ February ٢٠١٦");
  assert_words ("2003/2006", LONG, "٢٠٠٣–٢٠٠٦");
  assert_lag ("2016-02-26", "2016-09-19", MIG_LAG_STYLE_SENTENCE, "٢٠٦ days ahead");
}

/* Each language is looked up once, so each catalogue has its own. */
static void
with_catalogue (const char    *code,
                const Message *messages,
                gsize          n_messages,
                void         (*test) (void))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *language = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *path = NULL;

  folder = g_dir_make_tmp ("migmeet-test-date-XXXXXX", &error);
  g_assert_no_error (error);
  language = g_build_filename (folder, code, NULL);
  inner = g_build_filename (language, "LC_MESSAGES", NULL);
  path = g_build_filename (inner, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  write_catalogue (path, messages, n_messages);

  mig_locale_init (code);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_assert_cmpstr (dgettext (GETTEXT_PACKAGE, ""), !=, "");
  test ();

  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C");
  g_remove (path);
  g_rmdir (inner);
  g_rmdir (language);
  g_rmdir (folder);
}

static void
test_translated (void)
{
  with_catalogue ("xx", phrases, G_N_ELEMENTS (phrases), assert_translated);
}

static void
test_digits (void)
{
  with_catalogue ("yy", digits, G_N_ELEMENTS (digits), assert_digits);
}

/* Several lags on one side, in days; anything else is told otherwise. */
static void
test_days_apart (void)
{
  g_autofree char *ahead = mig_date_format_days_apart (206, 207);
  g_autofree char *behind = mig_date_format_days_apart (-97, -98);

  g_assert_cmpstr (ahead, ==, "206 to 207 days ahead");
  g_assert_cmpstr (behind, ==, "97 to 98 days behind");
  g_assert_null (mig_date_format_days_apart (-1, 2));
  g_assert_null (mig_date_format_days_apart (0, 5));
  g_assert_null (mig_date_format_days_apart (300, 366));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-format/days-apart", test_days_apart);
  g_test_add_func ("/date-format/dates", test_dates);
  g_test_add_func ("/date-format/lags", test_lags);
  g_test_add_func ("/date-format/spans", test_spans);
  g_test_add_func ("/date-format/names", test_names);
  g_test_add_func ("/date-format/translated", test_translated);
  g_test_add_func ("/date-format/digits", test_digits);

  return g_test_run ();
}
