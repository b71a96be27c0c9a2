/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MigMonthForm:
 * @MIG_MONTH_FORM_ALONE: the name by itself or with a year: "February 2016"
 * @MIG_MONTH_FORM_IN_DATE: the name as it stands beside a day or after a preposition: "26 February", "since February"
 *
 * Many languages inflect the second.
 */
typedef enum
{
  MIG_MONTH_FORM_ALONE,
  MIG_MONTH_FORM_IN_DATE,
} MigMonthForm;

const char *mig_date_names_get_month (gint month, MigMonthForm form, gboolean abbreviated);
const char *mig_date_names_get_weekday (gint weekday, gboolean abbreviated);
char       *mig_date_names_number (gint number);
char       *mig_date_names_day (gint day);
char       *mig_date_names_decade (gint year);
gint        mig_date_names_find_month (const char *folded);
gboolean    mig_date_names_is_weekday (const char *folded);

G_END_DECLS
