/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-item-list.h"

G_BEGIN_DECLS

/**
 * MigItemColumn:
 * @MIG_ITEM_COLUMN_MENTIONS: how often it is mentioned
 * @MIG_ITEM_COLUMN_FIRST: when it first spoke or was first mentioned
 * @MIG_ITEM_COLUMN_EVIDENCES: of a document: how many records name it as their source
 *
 * What the lists tell of a record.
 */
typedef enum
{
  MIG_ITEM_COLUMN_TITLE,
  MIG_ITEM_COLUMN_NAME,
  MIG_ITEM_COLUMN_KIND,
  MIG_ITEM_COLUMN_DATE,
  MIG_ITEM_COLUMN_PLACE,
  MIG_ITEM_COLUMN_MEETING,
  MIG_ITEM_COLUMN_SESSION,
  MIG_ITEM_COLUMN_SESSIONS,
  MIG_ITEM_COLUMN_INTERVENTIONS,
  MIG_ITEM_COLUMN_SPEAKERS,
  MIG_ITEM_COLUMN_MEETINGS,
  MIG_ITEM_COLUMN_MENTIONS,
  MIG_ITEM_COLUMN_FIRST,
  MIG_ITEM_COLUMN_LAST,
  MIG_ITEM_COLUMN_ORGANIZATIONS,
  MIG_ITEM_COLUMN_ABBREVIATION,
  MIG_ITEM_COLUMN_PEOPLE,
  MIG_ITEM_COLUMN_SYMBOL,
  MIG_ITEM_COLUMN_AUTHOR,
  MIG_ITEM_COLUMN_EVIDENCES,
  MIG_ITEM_COLUMN_CODE,
  MIG_ITEM_COLUMN_BROADER,
  MIG_ITEM_COLUMN_VALUE,
  MIG_ITEM_COLUMN_UNIT,
  MIG_ITEM_COLUMN_GIVEN_BY,
} MigItemColumn;
#define MIG_N_ITEM_COLUMNS 25
#define MIG_ITEM_COLUMN_ALL MIG_N_ITEM_COLUMNS

/**
 * MigItemColumnType:
 *
 * How a column is sorted and filtered, and to which side it is set.
 */
typedef enum
{
  MIG_ITEM_COLUMN_TEXT,
  MIG_ITEM_COLUMN_NUMBER,
  MIG_ITEM_COLUMN_DAYS,
} MigItemColumnType;

const char        *mig_item_column_get_id (MigItemColumn column);
const char        *mig_item_column_get_name (MigItemColumn column);
MigItemColumnType  mig_item_column_get_type (MigItemColumn column);
const MigItemColumn *mig_item_kind_get_columns (MigItemKind kind, guint *n);

char              *mig_item_column_dup_text (MigItemColumn column, MigCorpus *corpus, MigRef ref);
const char        *mig_item_column_get_sort_text (MigItemColumn column, MigCorpus *corpus, MigRef ref, char **owned);
double             mig_item_column_get_number (MigItemColumn column, MigCorpus *corpus, MigRef ref);
const MigDate     *mig_item_column_get_date (MigItemColumn column, MigCorpus *corpus, MigRef ref);
char              *mig_item_dup_description (MigItemKind kind, MigCorpus *corpus, MigRef ref);

G_END_DECLS
