/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"

G_BEGIN_DECLS

/**
 * MigSample:
 *
 * What a sample of the legend shows.
 */
typedef enum
{
  MIG_SAMPLE_MEETING,
  MIG_SAMPLE_SESSION,
  MIG_SAMPLE_EVENT,
  MIG_SAMPLE_DOCUMENT,
  MIG_SAMPLE_UNDATED,
  MIG_SAMPLE_KNOWN_DAYS,
  MIG_SAMPLE_SOFT,
  MIG_SAMPLE_HATCHED,
  MIG_SAMPLE_OPEN,
  MIG_SAMPLE_SELECTED,
  MIG_SAMPLE_LINKED,
  MIG_SAMPLE_UNLINKED,
  MIG_SAMPLE_ARC,
  MIG_SAMPLE_CHIP,
  MIG_SAMPLE_EDGE,
  MIG_SAMPLE_CHEVRON,
} MigSample;
#define MIG_N_SAMPLES 16

#define MIG_TYPE_LEGEND_SAMPLE (mig_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (MigLegendSample, mig_legend_sample, MIG, LEGEND_SAMPLE, GtkWidget)

GtkWidget *mig_legend_sample_new         (MigSample sample, MigCorpus *corpus);
void       mig_legend_sample_set_palette (MigLegendSample *self, const char *palette);

G_END_DECLS
