/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "window-stage.h"

#include "mig-entity.h"
#include "mig-fold.h"
#include "mig-item-column.h"
#include "mig-item-table.h"

/* The lists of the corpus in the timeline's place: what is listed, gone to by typing, copied, and come back to. */

typedef struct
{
  MigWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = good_file ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->window = MIG_WINDOW (mig_window_new (NULL, NULL, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_and_wait (fixture->window, file);
  wait_until (is_in_state (fixture->window, "main"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  destroy_window (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
get (Fixture *fixture, GType type)
{
  return find_by_type (GTK_WIDGET (fixture->window), type);
}

static MigNavigator *
get_navigator (Fixture *fixture)
{
  return mig_window_get_navigator (fixture->window);
}

static MigRef
lookup (Fixture *fixture, const char *id)
{
  const MigRef ref = mig_corpus_lookup (mig_navigator_get_corpus (get_navigator (fixture)), id);

  g_assert_cmpuint (ref, !=, MIG_REF_NONE);

  return ref;
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (get (fixture, GTK_TYPE_COLUMN_VIEW)));
}

/* Where the filter is typed: a drop-down has an entry of its own. */
static GtkWidget *
find_entry (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (get (fixture, MIG_TYPE_ITEM_TABLE)));

  while (!GTK_IS_SEARCH_ENTRY (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static MigItemTable *
show_list (Fixture *fixture)
{
  MigItemTable *table;

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list", g_variant_new_boolean (TRUE));
  table = MIG_ITEM_TABLE (get (fixture, MIG_TYPE_ITEM_TABLE));
  wait_until (mig_item_table_is_settled (table));

  return table;
}

static gboolean
is_ready (MigItemTable *table, guint n)
{
  return g_list_model_get_n_items (mig_item_table_get_model (table)) == n;
}

static void
show_kind (Fixture *fixture, MigItemTable *table, MigItemKind kind)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind",
                                      g_variant_new_string (mig_item_kind_get_id (kind)));
  wait_until (mig_item_table_is_settled (table));
  g_assert_cmpuint (mig_item_table_get_kind (table), ==, kind);
}

/* Every kind has its columns and all of its records, told by the switch; what is selected is shown in its page. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  MigSubset *all = mig_navigator_get_subset (get_navigator (fixture));
  GtkDropDown *kinds = GTK_DROP_DOWN (find_by_type (GTK_WIDGET (table), GTK_TYPE_DROP_DOWN));
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  guint position;

  for (guint kind = 0; kind < MIG_N_ITEM_KINDS; kind++)
    {
      guint n_columns;

      mig_item_kind_get_columns ((MigItemKind) kind, &n_columns);
      show_kind (fixture, table, (MigItemKind) kind);
      g_assert_true (is_ready (table, mig_item_kind_count ((MigItemKind) kind, all)));
      g_assert_cmpuint (gtk_drop_down_get_selected (kinds), ==, kind);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==, n_columns);
    }
  g_assert_cmpstr (gtk_string_object_get_string (g_list_model_get_item (gtk_drop_down_get_model (kinds), 3)), ==,
                   "Speakers (34)");

  show_kind (fixture, table, MIG_ITEM_KIND_SPEAKERS);
  mig_navigator_select (get_navigator (fixture), lookup (fixture, "P-riera"));
  g_assert_true (mig_item_table_find (table, lookup (fixture, "P-riera"), &position));
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), position));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list-kind", g_variant_new_string (""));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table)));
}

static MigRef
get_ref (MigItemTable *table, guint position)
{
  g_autoptr (MigEntity) entity = g_list_model_get_item (mig_item_table_get_model (table), position);

  return mig_entity_get_ref (entity);
}

/* Capitals make no difference: "van Dillen" comes before "Wilmoth". */
static int
compare (const char *one, const char *other)
{
  g_autofree char *first = mig_fold_text (one);
  g_autofree char *second = mig_fold_text (other);

  return g_utf8_collate (first, second);
}

/* People are listed by their family names, though it is the given name that is seen first. */
static void
test_family_names (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  MigCorpus *corpus = mig_navigator_get_corpus (get_navigator (fixture));
  const MigPerson *last = NULL;
  guint n_persons = 0, n_out_of_order = 0;

  show_kind (fixture, table, MIG_ITEM_KIND_SPEAKERS);
  for (guint i = 0; i < g_list_model_get_n_items (mig_item_table_get_model (table)); i++)
    {
      const MigRef ref = get_ref (table, i);
      const MigPerson *person = mig_ref_kind (ref) == MIG_KIND_PERSON ? mig_corpus_get_person (corpus, ref) : NULL;

      if (person == NULL || *person->sort_name == '\0')
        continue;
      if (last != NULL)
        {
          g_assert_cmpint (compare (last->sort_name, person->sort_name), <=, 0);
          n_out_of_order += compare (last->record.name, person->record.name) > 0 ? 1 : 0;
        }
      last = person;
      n_persons++;
    }
  g_assert_cmpuint (n_persons, >, 20);
  /* The order of the names as they are seen is another one. */
  g_assert_cmpuint (n_out_of_order, >, 5);
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child, text))
        return TRUE;
    }
  return FALSE;
}

/* Several rows are copied as a table; they do not change the page. */
static void
test_list_copies (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (table));
  const MigRef before = mig_navigator_get_selected (get_navigator (fixture));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  show_kind (fixture, table, MIG_ITEM_KIND_MEETINGS);
  gtk_selection_model_select_all (get_selection (fixture));
  g_assert_cmpuint (mig_navigator_get_selected (get_navigator (fixture)), ==, before);
  g_assert_true (shows_text (GTK_WIDGET (table), "17 of 17 items selected"));
  gdk_clipboard_set_text (clipboard, "");
  gtk_widget_activate_action (GTK_WIDGET (table), "table.copy", NULL);
  while (text == NULL || *text == '\0')
    {
      g_clear_pointer (&text, g_free);
      gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
      wait_until (text != NULL);
    }
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 17 + 2);
  g_assert_cmpstr (lines[0], ==, "Title\tDate\tPlace\tSessions\tInterventions\tSpeakers\tMentions");
}

/* Back brings the list back as it was: its kind, order and filter. */
static void
test_list_returns (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GVariant) before = NULL, after = NULL;

  show_kind (fixture, table, MIG_ITEM_KIND_DOCUMENTS);
  column = g_list_model_get_item (gtk_column_view_get_columns (view), 4);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "report");
  wait_until (mig_item_table_is_settled (table));
  before = mig_item_table_dup_state (table);

  mig_navigator_select (get_navigator (fixture), lookup (fixture, "P-riera"));
  show_kind (fixture, table, MIG_ITEM_KIND_SPEAKERS);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "list", g_variant_new_boolean (FALSE));
  activate (fixture->window, "back");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (table)));
  wait_until (mig_item_table_is_settled (table));
  after = mig_item_table_dup_state (table);
  g_assert_true (g_variant_equal (before, after));

  activate (fixture->window, "forward");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table)));
}

/* So many neighbours in the list have the same place, and so many of those come later in time. */
static void
count_neighbours (Fixture *fixture, MigItemTable *table, guint *n_same, guint *n_later)
{
  MigCorpus *corpus = mig_navigator_get_corpus (get_navigator (fixture));

  *n_same = *n_later = 0;
  for (guint i = 1; i < g_list_model_get_n_items (mig_item_table_get_model (table)); i++)
    {
      const MigEvent *one = mig_corpus_get_event (corpus, get_ref (table, i - 1));
      const MigEvent *other = mig_corpus_get_event (corpus, get_ref (table, i));

      if (!g_str_equal (one->location, other->location))
        continue;
      *n_same += 1;
      *n_later += mig_date_first_day (&one->date) < mig_date_first_day (&other->date) ? 1 : 0;
    }
}

/* A list that is sorted by one column, and where that says the same by another, comes back so. */
static void
test_list_sorts (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  g_autoptr (GVariant) upwards = NULL, downwards = NULL, after = NULL, sorts = NULL, wanted = NULL;
  GtkColumnView *view = GTK_COLUMN_VIEW (find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = NULL;
  guint n_same, n_later;

  upwards = g_variant_ref_sink (g_variant_new_parsed ("{'kind': <'meetings'>, "
                                                      "'sorts': <[('place', false), ('date', false)]>}"));
  mig_item_table_set_state (table, upwards);
  wait_until (mig_item_table_is_settled (table));
  count_neighbours (fixture, table, &n_same, &n_later);
  g_assert_cmpuint (n_same, >, 2);
  g_assert_cmpuint (n_later, ==, n_same);

  downwards = g_variant_ref_sink (g_variant_new_parsed ("{'kind': <'meetings'>, "
                                                        "'sorts': <[('place', true), ('date', true)]>}"));
  mig_item_table_set_state (table, downwards);
  wait_until (mig_item_table_is_settled (table));
  count_neighbours (fixture, table, &n_same, &n_later);
  g_assert_cmpuint (n_same, >, 2);
  g_assert_cmpuint (n_later, ==, 0);

  /* Another column comes before the one that was there alone in the view, and the other stays behind. */
  column = g_list_model_get_item (gtk_column_view_get_columns (view), 3);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  wait_until (mig_item_table_is_settled (table));
  after = mig_item_table_dup_state (table);
  sorts = g_variant_lookup_value (after, "sorts", NULL);
  wanted = g_variant_ref_sink (g_variant_new_parsed ("[('sessions', false), ('date', true)]"));
  g_assert_true (g_variant_equal (sorts, wanted));

  /* Each kind has its own. */
  show_kind (fixture, table, MIG_ITEM_KIND_DOCUMENTS);
  g_clear_pointer (&after, g_variant_unref);
  g_clear_pointer (&sorts, g_variant_unref);
  after = mig_item_table_dup_state (table);
  sorts = g_variant_lookup_value (after, "sorts", NULL);
  g_assert_cmpuint (g_variant_n_children (sorts), <, 2);
}

/* A key as the controller on the rows gets it. */
static void
type (Fixture *fixture, guint keyval)
{
  g_assert_true (press_key (get (fixture, GTK_TYPE_COLUMN_VIEW), keyval));
}

static gboolean
is_selected (Fixture *fixture, const char *id)
{
  return mig_navigator_get_selected (get_navigator (fixture)) == lookup (fixture, id);
}

/* A press of the pointer as the gesture on the rows gets it: that ends before the row is selected. */
static void
press_pointer (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get (fixture, GTK_TYPE_COLUMN_VIEW));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        {
          g_signal_emit_by_name (controller, "pressed", 1, 4.0, 4.0);
          g_signal_emit_by_name (controller, "end", NULL);
        }
    }
}

static void
select_row (Fixture *fixture, const char *id)
{
  guint position;

  g_assert_true (mig_item_table_find (MIG_ITEM_TABLE (get (fixture, MIG_TYPE_ITEM_TABLE)), lookup (fixture, id),
                                      &position));
  gtk_selection_model_select_item (get_selection (fixture), position, TRUE);
}

static const char *
get_selected_id (Fixture *fixture)
{
  MigNavigator *navigator = get_navigator (fixture);

  return mig_corpus_get_record (mig_navigator_get_corpus (navigator), mig_navigator_get_selected (navigator))->id;
}

/* Each row that is clicked is a place to come back to; walking over rows with the keys is one place. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);

  show_kind (fixture, table, MIG_ITEM_KIND_SPEAKERS);
  press_pointer (fixture);
  select_row (fixture, "P-riera");
  press_pointer (fixture);
  select_row (fixture, "P-hovy");
  press_key (get (fixture, GTK_TYPE_COLUMN_VIEW), GDK_KEY_Down);
  select_row (fixture, "P-min");
  select_row (fixture, "P-puri");
  select_row (fixture, "P-gass");

  activate (fixture->window, "back");
  g_assert_cmpstr (get_selected_id (fixture), ==, "P-hovy");
  activate (fixture->window, "back");
  g_assert_cmpstr (get_selected_id (fixture), ==, "P-riera");
  activate (fixture->window, "forward");
  activate (fixture->window, "forward");
  g_assert_cmpstr (get_selected_id (fixture), ==, "P-gass");
}

/* What is left out in a narrow list takes no room from what is shown, and comes back as it was. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (get (fixture, GTK_TYPE_COLUMN_VIEW)));
  const guint n = g_list_model_get_n_items (columns);
  g_autofree int *widths = g_new (int, n);
  guint n_hidden = 0;

  mig_item_table_set_width (table, 400);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_assert_true (gtk_column_view_column_get_visible (column));
      widths[i] = gtk_column_view_column_get_fixed_width (column);
    }

  mig_item_table_set_width (table, 28);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const gboolean is_shown = gtk_column_view_column_get_visible (column);

      g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, is_shown ? widths[i] : 0);
      n_hidden += is_shown ? 0 : 1;
    }
  g_assert_cmpuint (n_hidden, >, 0);

  mig_item_table_set_width (table, 400);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, widths[i]);
    }
}

/* Letters go to the row whose name begins with them, or has a word that does; a slash goes to the filter. */
static void
test_type_ahead (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  GtkWidget *entry = find_entry (fixture);

  show_kind (fixture, table, MIG_ITEM_KIND_SPEAKERS);
  type (fixture, GDK_KEY_R);
  type (fixture, GDK_KEY_i);
  type (fixture, GDK_KEY_e);
  wait_until (is_selected (fixture, "P-riera"));
  g_assert_true (is_ready (table, 34));
  type (fixture, GDK_KEY_Escape);
  type (fixture, GDK_KEY_slash);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
}

/* The corpus with a meeting before all others: every event has another number, and every meeting another row. */
static GFile *
file_with_one_more (void)
{
  g_autoptr (GFile) file = good_file ();
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *more = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  parts = g_strsplit (contents, "\"events\": [", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  more = g_strconcat (parts[0], "\"events\": [{\"id\": \"M00\", \"classification\": \"meeting\", "
                                "\"parent_id\": \"series\", \"name\": \"Meeting zero\", "
                                "\"start_date\": \"2001-05-02\"},", parts[1], NULL);

  return scratch_file ("good_corpus.json", more);
}

/* Read again, the list is as it was, and what was selected in it still is, wherever it stands now. */
static void
test_list_reloads (Fixture *fixture, gconstpointer data)
{
  MigItemTable *table = show_list (fixture);
  const MigRef ref = lookup (fixture, "M14");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkBitset) selected = NULL;
  guint one, other, row;

  show_kind (fixture, table, MIG_ITEM_KIND_MEETINGS);
  g_assert_true (mig_item_table_find (table, lookup (fixture, "M02"), &one));
  g_assert_true (mig_item_table_find (table, lookup (fixture, "M14"), &other));
  gtk_selection_model_select_item (get_selection (fixture), one, TRUE);
  gtk_selection_model_select_item (get_selection (fixture), other, FALSE);
  file = file_with_one_more ();
  open_and_wait (fixture->window, file);
  wait_until (mig_item_table_is_settled (table));
  g_assert_cmpuint (mig_item_table_get_kind (table), ==, MIG_ITEM_KIND_MEETINGS);
  g_assert_true (is_ready (table, 18));
  g_assert_cmpuint (lookup (fixture, "M14"), !=, ref);

  g_assert_true (mig_item_table_find (table, lookup (fixture, "M02"), &row));
  g_assert_cmpuint (row, ==, one + 1);
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), row));
  g_assert_true (mig_item_table_find (table, lookup (fixture, "M14"), &row));
  g_assert_cmpuint (row, ==, other + 1);
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), row));
  selected = gtk_selection_model_get_selection (get_selection (fixture));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
}

int
main (int argc, char **argv)
{
  if (!window_stage_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/lists/kinds", test_lists);
  ADD ("/lists/family-names", test_family_names);
  ADD ("/lists/copies", test_list_copies);
  ADD ("/lists/returns", test_list_returns);
  ADD ("/lists/sorts", test_list_sorts);
  ADD ("/lists/narrow", test_narrow);
  ADD ("/lists/places", test_places);
  ADD ("/lists/type-ahead", test_type_ahead);
  ADD ("/lists/reloads", test_list_reloads);

  return window_stage_run ();
}
