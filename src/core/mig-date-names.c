/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-date-names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mig-fold.h"

/*
 * The words and numbers that dates are made of, in the reader's language. They come from the program's own
 * translation and not from the C library's locale, so that the two never mix in one sentence, and so that LANGUAGE
 * alone decides.
 */

#define N_MONTHS 12
#define N_WEEKDAYS 7

static const char * const month_contexts[2][2] = {
  [MIG_MONTH_FORM_ALONE] = { "month alone", "short month alone" },
  [MIG_MONTH_FORM_IN_DATE] = { "month in a date", "short month in a date" },
};

static const char * const weekday_contexts[2] = { "weekday", "short weekday" };

static const char * const month_names[2][2][N_MONTHS] = {
  {
    {
      /* Translators: a month as it stands alone or with a year: "February 2016" */
      NC_("month alone", "January"),
      NC_("month alone", "February"),
      NC_("month alone", "March"),
      NC_("month alone", "April"),
      NC_("month alone", "May"),
      NC_("month alone", "June"),
      NC_("month alone", "July"),
      NC_("month alone", "August"),
      NC_("month alone", "September"),
      NC_("month alone", "October"),
      NC_("month alone", "November"),
      NC_("month alone", "December"),
    },
    {
      /* Translators: a month, short, as it stands alone or with a year: "Feb 2016" */
      NC_("short month alone", "Jan"),
      NC_("short month alone", "Feb"),
      NC_("short month alone", "Mar"),
      NC_("short month alone", "Apr"),
      NC_("short month alone", "May"),
      NC_("short month alone", "Jun"),
      NC_("short month alone", "Jul"),
      NC_("short month alone", "Aug"),
      NC_("short month alone", "Sep"),
      NC_("short month alone", "Oct"),
      NC_("short month alone", "Nov"),
      NC_("short month alone", "Dec"),
    },
  },
  {
    {
      /* Translators: a month as in "26 February 2016" and "since February 2016", where many languages inflect it */
      NC_("month in a date", "January"),
      NC_("month in a date", "February"),
      NC_("month in a date", "March"),
      NC_("month in a date", "April"),
      NC_("month in a date", "May"),
      NC_("month in a date", "June"),
      NC_("month in a date", "July"),
      NC_("month in a date", "August"),
      NC_("month in a date", "September"),
      NC_("month in a date", "October"),
      NC_("month in a date", "November"),
      NC_("month in a date", "December"),
    },
    {
      /* Translators: a month, short, as in "26 Feb 2016" and "since Feb 2016", where many languages inflect it */
      NC_("short month in a date", "Jan"),
      NC_("short month in a date", "Feb"),
      NC_("short month in a date", "Mar"),
      NC_("short month in a date", "Apr"),
      NC_("short month in a date", "May"),
      NC_("short month in a date", "Jun"),
      NC_("short month in a date", "Jul"),
      NC_("short month in a date", "Aug"),
      NC_("short month in a date", "Sep"),
      NC_("short month in a date", "Oct"),
      NC_("short month in a date", "Nov"),
      NC_("short month in a date", "Dec"),
    },
  },
};

static const char * const weekday_names[2][N_WEEKDAYS] = {
  {
    NC_("weekday", "Monday"),
    NC_("weekday", "Tuesday"),
    NC_("weekday", "Wednesday"),
    NC_("weekday", "Thursday"),
    NC_("weekday", "Friday"),
    NC_("weekday", "Saturday"),
    NC_("weekday", "Sunday"),
  },
  {
    NC_("short weekday", "Mon"),
    NC_("short weekday", "Tue"),
    NC_("short weekday", "Wed"),
    NC_("short weekday", "Thu"),
    NC_("short weekday", "Fri"),
    NC_("short weekday", "Sat"),
    NC_("short weekday", "Sun"),
  },
};

/* What people write besides, a month a word; a stroke parts several. */
static const char *
get_typed_months (void)
{
  /* Translators: names of the twelve months that people type besides those above, in their order and parted by spaces:
   * other forms, as after “in”, or other spellings. Part several of one month with “/”, join the words of one with “_”,
   * and write “-” for a month that has none: in Spanish “- - - - - - - - setiembre - - -” */
  return C_("months in a typed date", "- - - - - - - - sept - - -");
}

/**
 * mig_date_names_get_month:
 * @month: a month, 1 is January
 * @form: where the name is to stand
 * @abbreviated: whether to abbreviate it
 *
 * Returns: (transfer none): the translated name; it is valid for ever
 */
const char *
mig_date_names_get_month (gint         month,
                          MigMonthForm form,
                          gboolean     abbreviated)
{
  const guint brevity = abbreviated ? 1 : 0;

  g_return_val_if_fail (month >= 1 && month <= N_MONTHS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, month_contexts[form][brevity], month_names[form][brevity][month - 1]);
}

/**
 * mig_date_names_get_weekday:
 * @weekday: a day of the week, 1 is Monday and 7 is Sunday
 * @abbreviated: whether to abbreviate it
 *
 * Returns: (transfer none): the translated name; it is valid for ever
 */
const char *
mig_date_names_get_weekday (gint     weekday,
                            gboolean abbreviated)
{
  const guint brevity = abbreviated ? 1 : 0;

  g_return_val_if_fail (weekday >= 1 && weekday <= N_WEEKDAYS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, weekday_contexts[brevity], weekday_names[brevity][weekday - 1]);
}

/**
 * mig_date_names_number:
 * @number: a year or a count
 *
 * Writes a number as it stands in a date, in the digits of the reader's language. Every number in a date or a lag goes
 * through here.
 *
 * Returns: (transfer full): the digits
 */
char *
mig_date_names_number (gint number)
{
  g_autofree char *plain = g_strdup_printf ("%d", number);
  /* Translators: the ten digits with which your language writes numbers, from zero: "٠١٢٣٤٥٦٧٨٩" in Arabic */
  const char *digits = C_("digits", "0123456789");
  GString *written;

  if (g_utf8_strlen (digits, -1) != 10 || strcmp (digits, "0123456789") == 0)
    return g_steal_pointer (&plain);

  written = g_string_new (NULL);
  for (const char *c = plain; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_unichar (written, g_utf8_get_char (g_utf8_offset_to_pointer (digits, *c - '0')));
      else
        g_string_append_c (written, *c);
    }

  return g_string_free (written, FALSE);
}

/**
 * mig_date_names_day:
 * @day: a day of the month
 *
 * Writes the number of a day as it stands in a date.
 *
 * Returns: (transfer full): the digits, or what the language writes for the first day
 */
char *
mig_date_names_day (gint day)
{
  if (day == 1)
    /* Translators: the number of a month's first day, if it is written otherwise than the rest: "1er" in French */
    return g_strdup (C_("first day of a month", "1"));

  return mig_date_names_number (day);
}

/**
 * mig_date_names_decade:
 * @year: the first year of a decade
 *
 * Writes a decade as briefly as it can be, for the timeline's ruler.
 *
 * Returns: (transfer full): "2010s"
 */
char *
mig_date_names_decade (gint year)
{
  g_autofree char *number = mig_date_names_number (year);

  /* Translators: a decade on the timeline's ruler, as in "2010s"; %s is its first year */
  return g_strdup_printf (C_("decade on the ruler", "%ss"), number);
}

/* Fewer letters than these begin too many words to stand for a month. */
#define LEAST_PREFIX 3

static gboolean
folds_to (const char *name,
          const char *folded)
{
  g_autofree char *other = mig_fold_text (name);

  return strcmp (other, folded) == 0;
}

/* A month may have two names at once, with a stroke between: "شباط/فبراير". */
static gboolean
has_part (const char *name,
          const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  gboolean found = FALSE;

  for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
    found = found || folds_to (parts[i], folded);

  return found;
}

static gboolean
is_typed_for_month (gint        month,
                    const char *folded)
{
  g_auto (GStrv) names = g_strsplit (get_typed_months (), " ", -1);
  g_auto (GStrv) each = g_strv_length (names) == N_MONTHS ? g_strsplit (names[month - 1], "/", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    if (folds_to (each[i], folded))
      return TRUE;

  return FALSE;
}

static gboolean
is_name_of_month (gint        month,
                  const char *folded)
{
  for (guint form = 0; form < G_N_ELEMENTS (month_names); form++)
    for (guint brevity = 0; brevity < G_N_ELEMENTS (month_names[form]); brevity++)
      {
        const char *name = mig_date_names_get_month (month, (MigMonthForm) form, brevity == 1);

        if (folds_to (name, folded) || has_part (name, folded) ||
            folds_to (month_names[form][brevity][month - 1], folded))
          return TRUE;
      }

  return is_typed_for_month (month, folded);
}

static gboolean
begins_month (gint        month,
              const char *folded,
              gboolean    in_english)
{
  const char *name = in_english ? month_names[MIG_MONTH_FORM_ALONE][0][month - 1]
                                : mig_date_names_get_month (month, MIG_MONTH_FORM_ALONE, FALSE);
  g_autofree char *other = mig_fold_text (name);

  return g_str_has_prefix (other, folded);
}

/* The one month that begins so; 0 when there is none, or several: "jui" in French. */
static gint
find_month_by_prefix (const char *folded,
                      gboolean    in_english)
{
  gint found = 0;

  for (gint month = 1; month <= N_MONTHS; month++)
    {
      if (!begins_month (month, folded, in_english))
        continue;
      if (found != 0)
        return 0;
      found = month;
    }

  return found;
}

/**
 * mig_date_names_find_month:
 * @folded: what somebody typed, after mig_fold_text()
 *
 * Recognizes a month by its name, its abbreviation or any unmistakable beginning of three letters or more, in the
 * reader's language and in English, and by what else the reader's language calls it.
 *
 * Returns: the month, 1 is January; 0 when it is none
 */
gint
mig_date_names_find_month (const char *folded)
{
  gint month;

  g_return_val_if_fail (folded != NULL, 0);

  for (month = 1; month <= N_MONTHS; month++)
    if (is_name_of_month (month, folded))
      return month;

  if (g_utf8_strlen (folded, -1) < LEAST_PREFIX)
    return 0;
  month = find_month_by_prefix (folded, FALSE);

  return month != 0 ? month : find_month_by_prefix (folded, TRUE);
}

/**
 * mig_date_names_is_weekday:
 * @folded: what somebody typed, after mig_fold_text()
 *
 * Returns: whether it is the name or the abbreviation of a day of the week, in the reader's language or in English
 */
gboolean
mig_date_names_is_weekday (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  for (gint weekday = 1; weekday <= N_WEEKDAYS; weekday++)
    for (guint brevity = 0; brevity < G_N_ELEMENTS (weekday_names); brevity++)
      if (folds_to (mig_date_names_get_weekday (weekday, brevity == 1), folded) ||
          folds_to (weekday_names[brevity][weekday - 1], folded))
        return TRUE;

  return FALSE;
}
