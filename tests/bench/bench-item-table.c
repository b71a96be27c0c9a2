/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "mig-corpus-reader.h"
#include "mig-entity.h"
#include "mig-item-table.h"

/* What the timeline's twin costs with three hundred thousand rows: to stand on the screen, to be filtered and sorted,
 * to find a row; and how many widgets it makes. */

#define N_MEETINGS 100000
#define N_EVENTS 200000

static MigCorpus *
read_corpus (void)
{
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  GString *text = g_string_new ("{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"b\", "
                                "\"title\": \"B\"}, \"events\": [{\"id\": \"S\", \"name\": \"Series\", "
                                "\"classification\": \"series\"}");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_MEETINGS + N_EVENTS; i++)
    {
      g_string_append_printf (text, ", {\"id\": \"R%u\", \"name\": \"Council %u on the harbours of coast %u\"", i,
                              g_rand_int (random) % 1000, g_rand_int (random) % 1000);
      if (i < N_MEETINGS)
        g_string_append (text, ", \"classification\": \"meeting\", \"parent_id\": \"S\"");
      if (i % 10 != 9)
        g_string_append_printf (text, ", \"start_date\": \"%u-%02u-%02u\"", 1900 + g_rand_int (random) % 120,
                                1 + g_rand_int (random) % 12, 1 + g_rand_int (random) % 28);
      g_string_append (text, "}");
    }
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (text);

  return mig_corpus_reader_read_bytes (reader, bytes, NULL, NULL, NULL, NULL);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A drop-down has an entry of its own. */
static GtkWidget *
find_entry (GtkWidget *table)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (table));

  while (!GTK_IS_SEARCH_ENTRY (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs until nothing is left to do and so many rows are there. Prints how long that took in all, and the longest that a
 * frame had to wait. */
static void
wait_and_print (MigItemTable *table, const char *name, gint64 began, guint least, guint most)
{
  gint64 before = began, longest = 0;
  guint n;
  /* Else waiting for the worker would count as a step of the main loop. */
  const guint tick_id = g_timeout_add (1, tick_cb, NULL);

  do
    {
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, g_get_monotonic_time () - before);
      before = g_get_monotonic_time ();
      n = g_list_model_get_n_items (mig_item_table_get_model (table));
    }
  while (!mig_item_table_is_settled (table) || n < least || n > most);
  g_source_remove (tick_id);
  g_print ("%s: %.0f ms\n%s, longest step: %.1f ms\n", name, (double) (before - began) / 1000, name,
           (double) longest / 1000);
}

int
main (void)
{
  g_autoptr (MigCorpus) corpus = read_corpus ();
  g_autoptr (MigNavigator) navigator = mig_navigator_new ();
  const guint n = N_MEETINGS + N_EVENTS;
  GtkWidget *window, *table, *view;
  GListModel *columns;
  gint64 began;
  guint position = 0;

  if (!gtk_init_check ())
    return 0;

  mig_navigator_set_corpus (navigator, corpus);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 400);
  began = g_get_monotonic_time ();
  table = mig_item_table_new (navigator);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  wait_and_print (MIG_ITEM_TABLE (table), "show 300,000 rows", began, n, n);
  g_print ("widgets: %u\n", count_widgets (table));

  view = find (table, GTK_TYPE_COLUMN_VIEW);
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *name = g_strdup_printf ("sort by %s", gtk_column_view_column_get_title (column));

      began = g_get_monotonic_time ();
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_DESCENDING);
      wait_and_print (MIG_ITEM_TABLE (table), name, began, n, n);
    }

  began = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++)
    mig_item_table_find (MIG_ITEM_TABLE (table), mig_ref (MIG_KIND_EVENT, 1 + i * 200), &position);
  g_print ("find a row: %.1f µs\n", (double) (g_get_monotonic_time () - began) / 1000);

  /* The entry waits a moment for the next letter, which is in the figure. */
  began = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (find_entry (table)), "council 77");
  wait_and_print (MIG_ITEM_TABLE (table), "filter", began, 1, n - 1);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
