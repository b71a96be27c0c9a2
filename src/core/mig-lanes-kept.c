/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-lanes-private.h"

#include "mig-date-format.h"
#include "mig-words.h"

/*
 * What one update leaves to the next, because most of it is asked for again while the view pans or zooms: the words
 * beside events, counts as they are written, and which events of a bucket are mentioned most. It saves work and changes
 * nothing that is laid out.
 */

/* More than any view shows. */
#define MAX_LABELS 4096
#define MAX_COUNTS 4096
#define MAX_BUCKETS 4096

static void
label_free (gpointer data)
{
  MigLabel *label = data;

  g_free (label->detail);
  g_free (label);
}

static void
count_free (gpointer data)
{
  MigCount *count = data;

  g_free (count->text);
  g_free (count);
}

void
mig_lanes_init_kept (MigLanes *self)
{
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, label_free);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, count_free);
  self->heaviest = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

void
mig_lanes_clear_kept (MigLanes *self)
{
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->heaviest);
}

/* Forgets what belongs to another subset, or @corpus_too to another corpus. */
void
mig_lanes_forget_kept (MigLanes *self, gboolean corpus_too)
{
  g_hash_table_remove_all (self->heaviest);
  if (corpus_too)
    g_hash_table_remove_all (self->labels);
}

/* Forgets what no longer holds for the font and level; never during an update, whose boxes borrow it. */
void
mig_lanes_prepare_kept (MigLanes *self)
{
  gboolean details = self->level >= MIG_LEVEL_TITLES, resized = self->kept_em != self->input->em;

  if (self->labels_have_details != details || resized || g_hash_table_size (self->labels) > MAX_LABELS)
    g_hash_table_remove_all (self->labels);
  if (resized || g_hash_table_size (self->counts) > MAX_COUNTS)
    g_hash_table_remove_all (self->counts);
  self->labels_have_details = details;
  self->kept_em = self->input->em;
}

/* The words beside an event that is not linked: its title, and once meetings have theirs its days. */
const MigLabel *
mig_lanes_get_label (MigLanes *self, MigRef event)
{
  MigLabel *label = g_hash_table_lookup (self->labels, GUINT_TO_POINTER (event));

  if (label != NULL)
    return label;

  label = g_new0 (MigLabel, 1);
  if (self->labels_have_details)
    label->detail = mig_date_format (mig_corpus_get_date (self->corpus, event), MIG_DATE_STYLE_DAY);
  label->width = mig_lanes_label_width (self, mig_corpus_get_record (self->corpus, event)->short_name, FALSE,
                                        label->detail);
  g_hash_table_insert (self->labels, GUINT_TO_POINTER (event), label);
  return label;
}

/* A number as a chip carries it. */
const MigCount *
mig_lanes_get_count (MigLanes *self, guint n)
{
  MigCount *count = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (n));

  if (count != NULL)
    return count;

  count = g_new (MigCount, 1);
  count->text = mig_words_number (n);
  count->width = mig_lanes_measure (self, count->text, MIG_TEXT_COUNT);
  g_hash_table_insert (self->counts, GUINT_TO_POINTER (n), count);
  return count;
}

/* The most mentioned events of a bucket of 2^@level days, whose positions are @first to @past - 1. */
const MigHeaviest *
mig_lanes_get_heaviest (MigLanes *self, guint level, gint64 number, guint first, guint past)
{
  MigHeaviest *heaviest;

  if (self->heaviest_level != level || g_hash_table_size (self->heaviest) > MAX_BUCKETS)
    g_hash_table_remove_all (self->heaviest);
  self->heaviest_level = level;
  heaviest = g_hash_table_lookup (self->heaviest, &number);
  if (heaviest != NULL)
    return heaviest;

  heaviest = g_new (MigHeaviest, 1);
  heaviest->number = number;
  heaviest->n = mig_time_index_get_heaviest (self->indexes[MIG_TRACK_EVENTS], first, past, MIG_HEAVIEST_PER_BUCKET,
                                             heaviest->positions);
  g_hash_table_insert (self->heaviest, &heaviest->number, heaviest);
  return heaviest;
}
