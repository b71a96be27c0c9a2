/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-builders.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison-words.h"
#include "mig-flow.h"
#include "mig-more.h"
#include "mig-page-parts.h"
#include "mig-page-rows.h"
#include "mig-sides.h"
#include "mig-table.h"
#include "mig-words.h"

/* Two records side by side: how many of each kind they share, and then which, in three columns.
 *
 *   │ only the first │ both │ only the second │
 */

#define MAX_ITEMS 12

typedef struct
{
  MigComparison *comparison;
  MigComparisonAspect aspect;
} Walk;

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  g_object_unref (walk->comparison);
  g_free (walk);
}

static char *
dup_side_heading (MigPage           *page,
                  MigComparisonSide  side)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = side == MIG_COMPARISON_ONLY_FIRST ? mig_page_get_ref (page) : mig_page_get_compared (page);

  if (side == MIG_COMPARISON_BOTH)
    return g_strdup (C_("comparison", "Both"));

  /* Translators: heads what only one of two meetings, people or organizations has; %s is its name */
  return g_strdup_printf (C_("comparison", "Only %s"), mig_words_short_name (corpus, ref));
}

static GtkWidget *
new_side (MigPage           *page,
          Walk              *walk,
          MigComparisonSide  side)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRefs refs = mig_comparison_get (walk->comparison, walk->aspect, side);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *heading = dup_side_heading (page, side);
  g_autofree char *number = mig_words_number (refs.n);
  /* Translators: the heading of a list and the number of its items: "Both (12)" */
  g_autofree char *title = g_strdup_printf (C_("list", "%1$s (%2$s)"), heading, number);

  gtk_box_append (GTK_BOX (box), mig_part_group_heading (title));
  if (refs.n == 0)
    gtk_box_append (GTK_BOX (box), mig_part_label (C_("comparison", "None"), "mig-absent"));
  else
    gtk_box_append (GTK_BOX (box), mig_more_new (mig_part_list (title), corpus, mig_page_get_ref (page),
                                                 mig_row_refs (refs), MAX_ITEMS, mig_row_append_ref));

  return box;
}

static gboolean
has_any (MigComparison       *comparison,
         MigComparisonAspect  aspect)
{
  for (MigComparisonSide side = 0; side < MIG_COMPARISON_N_SIDES; side++)
    if (mig_comparison_get (comparison, aspect, side).n > 0)
      return TRUE;

  return FALSE;
}

static void
append_aspect (MigPage *page,
               Walk    *walk)
{
  GtkWidget *sides = mig_sides_new ();

  for (MigComparisonSide side = 0; side < MIG_COMPARISON_N_SIDES; side++)
    mig_sides_append (MIG_SIDES (sides), new_side (page, walk, side));
  mig_page_append_section (page, mig_comparison_words_aspect (mig_page_get_ref (page), walk->aspect), NULL, sides);
}

/* One aspect a time, so that no page keeps anybody waiting. */
static gboolean
walk_aspects (MigPage  *page,
              gpointer  data)
{
  Walk *walk = data;

  if (has_any (walk->comparison, walk->aspect))
    append_aspect (page, walk);

  return ++walk->aspect < MIG_COMPARISON_N_ASPECTS;
}

static GtkWidget *
new_counts (MigPage *page)
{
  static const guint8 weights[] = { 4, 3, 3, 3 };
  const char *name = C_("comparison", "What the two share, in numbers");
  GtkWidget *table = mig_table_new (weights, G_N_ELEMENTS (weights));
  GtkWidget *cells[1 + MIG_COMPARISON_N_SIDES];

  cells[0] = mig_part_column_header ("", FALSE);
  for (MigComparisonSide side = 0; side < MIG_COMPARISON_N_SIDES; side++)
    {
      g_autofree char *heading = dup_side_heading (page, side);

      cells[1 + side] = mig_part_column_header (heading, FALSE);
    }
  gtk_widget_add_css_class (table, "mig-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mig_table_append_header (MIG_TABLE (table), cells);

  return table;
}

static gboolean
count_aspects (MigPage  *page,
               gpointer  data)
{
  Walk *walk = data;
  GtkWidget *table = NULL;

  for (; walk->aspect < MIG_COMPARISON_N_ASPECTS; walk->aspect++)
    {
      GtkWidget *cells[1 + MIG_COMPARISON_N_SIDES];

      if (!has_any (walk->comparison, walk->aspect))
        continue;
      if (table == NULL)
        table = new_counts (page);

      cells[0] = mig_part_cell (mig_part_label (mig_comparison_words_aspect (mig_page_get_ref (page), walk->aspect),
                                                NULL));
      for (MigComparisonSide side = 0; side < MIG_COMPARISON_N_SIDES; side++)
        {
          g_autofree char *number = mig_words_number (mig_comparison_get (walk->comparison, walk->aspect, side).n);

          cells[1 + side] = mig_part_cell (mig_part_text (number, "mig-count"));
        }
      mig_table_append_row (MIG_TABLE (table), cells);
    }

  if (table != NULL)
    mig_page_append (page, table);
  else
    mig_page_append (page, mig_part_label (_("Nothing that could be compared is recorded of either."), "mig-absent"));

  return FALSE;
}

static void
append_links (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef refs[] = { mig_page_get_ref (page), mig_page_get_compared (page) };
  GtkWidget *list = mig_part_list (NULL), *facts = mig_part_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      g_autofree char *about = mig_comparison_words_dup_about (corpus, refs[i]);

      gtk_box_append (GTK_BOX (list), mig_row_record (corpus, refs[i], mig_words_name (corpus, refs[i]), NULL));
      if (*about != '\0')
        gtk_box_append (GTK_BOX (list), mig_part_text (about, "mig-under"));
    }
  gtk_widget_add_css_class (list, "mig-lines");
  mig_page_append (page, list);

  gtk_widget_add_css_class (facts, "mig-comparison-links");
  mig_flow_append (MIG_FLOW (facts),
                   mig_part_action_link ("details.compare", g_variant_new ("(uu)", refs[1], refs[0]),
                                         /* Translators: changes the sides of the two that are compared */
                                         C_("comparison", "Change sides")));
  mig_flow_append (MIG_FLOW (facts),
                   mig_part_action_link ("details.compare-with", NULL, C_("comparison", "Compare with another…")));
  mig_page_append (page, facts);
}

static void
add_walk (MigPage       *page,
          MigComparison *comparison,
          MigPageWork    func)
{
  Walk *walk = g_new (Walk, 1);

  *walk = (Walk) { g_object_ref (comparison), 0 };
  mig_page_add_work (page, func, walk, walk_free);
}

/**
 * mig_comparison_page_build:
 * @page: an empty page of two records side by side
 *
 * Fills the page.
 */
void
mig_comparison_page_build (MigPage *page)
{
  MigCorpus *corpus = mig_page_get_corpus (page);
  const MigRef ref = mig_page_get_ref (page), compared = mig_page_get_compared (page);
  g_autoptr (MigComparison) comparison = mig_comparison_new (corpus, ref, compared);
  g_autofree char *title = mig_comparison_words_dup_title (corpus, ref, compared);

  mig_page_set_wide (page);
  mig_page_set_head (page, C_("page", "Comparison"), title);
  append_links (page);
  add_walk (page, comparison, count_aspects);
  add_walk (page, comparison, walk_aspects);
}
