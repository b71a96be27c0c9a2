/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-point.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-date-format.h"

/*
 * Reads one point in time, of ISO 8601-1:2019 or of EDTF (ISO 8601-2:2019), from the left; what is taken off the right
 * before that is the qualifier or the time of day:
 *
 *   "2016-02-26~"  ──▶  take_quality ──▶ parse_year ──▶ parse_month ──▶ parse_day ──▶ MigDatePoint
 *                       ~ ? %            2016 201X 20XX  -02 -XX -21     -26 -XX
 */

/* As much of a text as an error repeats, in characters. */
#define MAX_QUOTED 40

/* The length of "YYYY", "YYYY-MM" and "YYYY-MM-DD". */
#define YEAR_LENGTH 4
#define MONTH_LENGTH 7
#define DAY_LENGTH 10

/* Makes a text fit for a message: valid UTF-8, on one line, without invisible characters, and short. */
static char *
quote_text (const MigDateText *text)
{
  g_autofree char *valid = NULL;
  GString *quoted = g_string_new (NULL);
  guint n_chars = 0;

  /* Four bytes hold any character, so that what is cut off here would not be shown. */
  valid = g_utf8_make_valid (text->text, (gssize) MIN (text->length, 4 * (MAX_QUOTED + 1)));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_chars++ == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : 0xfffd);
    }

  return g_string_free (quoted, FALSE);
}

/**
 * mig_date_point_fail:
 * @text: what could not be read
 * @code: the kind of error
 * @hint: what to do about it: a translated sentence
 * @error: return location for the error
 *
 * Sets the error that every public reader of dates promises: that @text is not a date, a newline, @hint.
 *
 * Returns: %FALSE
 */
gboolean
mig_date_point_fail (const MigDateText  *text,
                     MigDateError        code,
                     const char         *hint,
                     GError            **error)
{
  g_autofree char *quoted = quote_text (text);
  /* Translators: %s is what the file gives for a date, such as 2016-13-01 */
  g_autofree char *what = g_strdup_printf (_("“%s” is not a date."), quoted);

  g_set_error (error, MIG_DATE_ERROR, (gint) code, "%s\n%s", what, hint);

  return FALSE;
}

/**
 * mig_date_point_fail_syntax:
 * @text: what could not be read
 * @error: return location for the error
 *
 * Sets the error for a text that does not look like a date at all.
 *
 * Returns: %FALSE
 */
gboolean
mig_date_point_fail_syntax (const MigDateText  *text,
                            GError            **error)
{
  const char *hint;

  if (text->edtf)
    hint = _("Write it as YYYY, YYYY-MM or YYYY-MM-DD, or in another form of EDTF, level 0 or 1.");
  else
    hint = _("Write it as YYYY, YYYY-MM or YYYY-MM-DD.");

  return mig_date_point_fail (text, MIG_DATE_ERROR_SYNTAX, hint, error);
}

/* Reads a number of exactly @n_digits digits; -1 if there is anything else. */
static gint
parse_digits (const char *text,
              gsize       n_digits)
{
  gint number = 0;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = 10 * number + g_ascii_digit_value (text[i]);
    }

  return number;
}

static gboolean
is_unspecified (const MigDateText *text,
                gsize              position)
{
  return text->edtf && memcmp (text->text + position, "XX", 2) == 0;
}

/* @end is the first day after the span. */
static void
set_span (MigDatePoint *point,
          MigPrecision  precision,
          gint          first,
          gint          end)
{
  point->earliest = MAX (first, 1);
  point->latest = MIN (end - 1, mig_day_from_civil (9999, 12, 31));
  point->precision = (guint8) precision;
}

/* Reads the first four characters: all digits, or with one or two of the last unspecified if nothing follows them. */
static gboolean
parse_year (MigDatePoint       *point,
            const MigDateText  *text,
            gsize               length,
            gint               *year,
            GError            **error)
{
  MigPrecision precision = MIG_PRECISION_YEAR;
  gint n_years = 1;
  gsize n_digits = YEAR_LENGTH;
  gint number;

  if (text->edtf && length == YEAR_LENGTH && is_unspecified (text, 2))
    {
      precision = MIG_PRECISION_CENTURY;
      n_years = 100;
      n_digits = 2;
    }
  else if (text->edtf && length == YEAR_LENGTH && text->text[3] == 'X')
    {
      precision = MIG_PRECISION_DECADE;
      n_years = 10;
      n_digits = 3;
    }

  number = parse_digits (text->text, n_digits);
  if (number < 0)
    return mig_date_point_fail_syntax (text, error);
  if (number == 0 && n_years == 1)
    return mig_date_point_fail (text, MIG_DATE_ERROR_RANGE, _("The year must be 0001 to 9999."), error);

  *year = number * n_years;
  set_span (point, precision, mig_day_from_civil (*year, 1, 1), mig_day_from_civil (*year + n_years, 1, 1));

  return TRUE;
}

/*
 * Reads what follows the year. The seasons are those of meteorology in the northern hemisphere, three whole months
 * each: 21 is March to May, 22 June to August, 23 September to November, 24 December to February of the next year.
 */
static gboolean
parse_month (MigDatePoint       *point,
             const MigDateText  *text,
             gsize               length,
             gint                year,
             gint               *month,
             GError            **error)
{
  const gboolean may_be_season = text->edtf && length == MONTH_LENGTH;
  const char *hint;

  *month = parse_digits (text->text + 5, 2);
  if (*month < 0)
    return mig_date_point_fail_syntax (text, error);

  if (*month >= 1 && *month <= 12)
    {
      set_span (point, MIG_PRECISION_MONTH,
                mig_day_from_civil (year, *month, 1), mig_day_from_civil (year, *month + 1, 1));
      return TRUE;
    }

  if (may_be_season && *month >= 21 && *month <= 24)
    {
      gint first_month = 3 * (*month - 20);

      set_span (point, MIG_PRECISION_SEASON,
                mig_day_from_civil (year, first_month, 1), mig_day_from_civil (year, first_month + 3, 1));
      return TRUE;
    }

  if (may_be_season)
    hint = _("The month must be 01 to 12, or a season from 21 (spring) to 24 (winter).");
  else
    hint = _("The month must be 01 to 12.");

  return mig_date_point_fail (text, MIG_DATE_ERROR_RANGE, hint, error);
}

static gboolean
parse_day (MigDatePoint       *point,
           const MigDateText  *text,
           gint                year,
           gint                month,
           GError            **error)
{
  const gint n_days = point->latest - point->earliest + 1;
  const gint day = parse_digits (text->text + 8, 2);
  gint julian;

  if (day < 0)
    return mig_date_point_fail_syntax (text, error);

  if (day < 1 || day > 31)
    return mig_date_point_fail (text, MIG_DATE_ERROR_RANGE, _("The day must be 01 to 31."), error);

  if (day > n_days)
    {
      g_autofree char *hint = NULL;

      /* Translators: a month, a year and how many days it has: "February 2015 has 28 days." */
      hint = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s %2$d has %3$d day.", "%1$s %2$d has %3$d days.",
                                           (gulong) n_days),
                              mig_date_month_name (month), year, n_days);
      return mig_date_point_fail (text, MIG_DATE_ERROR_RANGE, hint, error);
    }

  julian = mig_day_from_civil (year, month, day);
  set_span (point, MIG_PRECISION_DAY, julian, julian + 1);

  return TRUE;
}

/* Takes two digits that may not exceed @most off the front of @text. */
static gboolean
take_two_digits (const char **text,
                 const char  *end,
                 gint         most)
{
  gint number;

  if (end - *text < 2)
    return FALSE;

  number = parse_digits (*text, 2);
  *text += 2;

  return number >= 0 && number <= most;
}

static gboolean
take_character (const char **text,
                const char  *end,
                char         character)
{
  if (*text == end || **text != character)
    return FALSE;

  (*text)++;

  return TRUE;
}

/* Takes a zone, "Z", "+02" or "+02:00", off the front of @text; there may be none. */
static gboolean
take_zone (const char **text,
           const char  *end)
{
  if (take_character (text, end, 'Z'))
    return TRUE;

  if (!take_character (text, end, '+') && !take_character (text, end, '-'))
    return TRUE;

  return take_two_digits (text, end, 23) && (!take_character (text, end, ':') || take_two_digits (text, end, 59));
}

/*
 * Checks a time of day: "10:00:00", and for ISO also "10", "10:00" or "10:00:00.5". Nothing of it is kept, but if it
 * is wrong, the day beside it is not to be trusted either.
 */
static gboolean
time_is_valid (const char *text,
               const char *end,
               gboolean    edtf)
{
  gboolean has_minutes, has_seconds;

  if (!take_two_digits (&text, end, 23))
    return FALSE;

  has_minutes = take_character (&text, end, ':');
  if (has_minutes && !take_two_digits (&text, end, 59))
    return FALSE;

  /* A leap second is the 60th. */
  has_seconds = has_minutes && take_character (&text, end, ':');
  if (has_seconds && !take_two_digits (&text, end, 60))
    return FALSE;

  if (edtf && !has_seconds)
    return FALSE;

  if (has_seconds && !edtf && take_character (&text, end, '.'))
    {
      const char *fraction = text;

      while (text < end && g_ascii_isdigit (*text))
        text++;
      if (text == fraction)
        return FALSE;
    }

  return take_zone (&text, end) && text == end;
}

/* Takes the qualifier off the end of a text. */
static guint8
take_quality (const MigDateText *text,
              gsize             *length)
{
  guint8 quality;

  if (!text->edtf || *length == 0)
    return MIG_DATE_EXACT;

  switch (text->text[*length - 1])
    {
    case '~':
      quality = MIG_DATE_APPROXIMATE;
      break;
    case '?':
      quality = MIG_DATE_UNCERTAIN;
      break;
    case '%':
      quality = MIG_DATE_APPROXIMATE | MIG_DATE_UNCERTAIN;
      break;
    default:
      return MIG_DATE_EXACT;
    }

  (*length)--;

  return quality;
}

static gboolean
has_shape_of_date (const char *text,
                   gsize       length)
{
  if (length != YEAR_LENGTH && length != MONTH_LENGTH && length != DAY_LENGTH)
    return FALSE;

  return (length < MONTH_LENGTH || text[4] == '-') && (length < DAY_LENGTH || text[7] == '-');
}

/**
 * mig_date_point_parse:
 * @point: (out caller-allocates): the point read; undefined on error
 * @text: what to read
 * @with_time: whether a time of day may follow the day
 * @error: return location for an error in the `MIG_DATE_ERROR` domain
 *
 * Reads one point in time. See [func@date_parse_edtf] for its forms and for what an error says.
 *
 * Returns: whether all of @text could be read
 */
gboolean
mig_date_point_parse (MigDatePoint       *point,
                      const MigDateText  *text,
                      gboolean            with_time,
                      GError            **error)
{
  gsize length = text->length;
  gint year = 0;
  gint month = 0;

  *point = (MigDatePoint) { .quality = take_quality (text, &length) };

  if (text->edtf && length > 1 && (text->text[0] == 'Y' || text->text[0] == '-'))
    return mig_date_point_fail (text, MIG_DATE_ERROR_RANGE,
                                _("Years before 1 or after 9999, as in -0044 or Y17000, are not supported."), error);

  if (with_time && point->quality == MIG_DATE_EXACT && length > DAY_LENGTH && text->text[DAY_LENGTH] == 'T')
    {
      if (!time_is_valid (text->text + DAY_LENGTH + 1, text->text + length, text->edtf))
        return mig_date_point_fail (text, MIG_DATE_ERROR_SYNTAX,
                                    _("Write the time as in 2016-02-26T10:00:00Z, or leave it out."), error);
      length = DAY_LENGTH;
    }

  if (!has_shape_of_date (text->text, length))
    return mig_date_point_fail_syntax (text, error);

  if (!parse_year (point, text, length, &year, error))
    return FALSE;

  if (length == YEAR_LENGTH)
    return TRUE;

  /* "2016-XX" and "2016-XX-XX" say no more than "2016". A day in an unspecified month is level 2. */
  if (is_unspecified (text, 5))
    return length == MONTH_LENGTH || is_unspecified (text, 8) || mig_date_point_fail_syntax (text, error);

  if (!parse_month (point, text, length, year, &month, error))
    return FALSE;

  if (length == MONTH_LENGTH || is_unspecified (text, 8))
    return TRUE;

  return parse_day (point, text, year, month, error);
}
