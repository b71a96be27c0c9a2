/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "mig-hash.h"
#include "mig-json-tree.h"
#include "mig-record-stream.h"

/* A tree says the same as json-glib's, value for value. */
static void
assert_same (const MigJsonTree *tree, const MigJsonValue *value, JsonNode *node, const char *data)
{
  const MigJsonValue *inner = value->type >= MIG_JSON_TYPE_LIST ? mig_json_tree_get_inner (tree, value) : NULL;

  g_assert_cmpuint (value->length, >, 0);
  switch ((MigJsonType) value->type)
    {
    case MIG_JSON_TYPE_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      g_assert_cmpmem (data + value->offset, value->length, "null", 4);
      break;

    case MIG_JSON_TYPE_BOOLEAN:
      g_assert_true (json_node_get_value_type (node) == G_TYPE_BOOLEAN);
      g_assert_cmpint (value->number > 0, ==, json_node_get_boolean (node));
      break;

    case MIG_JSON_TYPE_NUMBER:
      g_assert_cmpfloat (value->number, ==, json_node_get_double (node));
      break;

    case MIG_JSON_TYPE_TEXT:
      g_assert_cmpstr (value->text, ==, json_node_get_string (node));
      g_assert_cmpuint (value->n, ==, strlen (value->text));
      g_assert_cmpuint (value->hash, ==,
                        value->n <= MIG_JSON_LONGEST_HASHED ? mig_hash_bytes (value->text, value->n) : 0);
      break;

    case MIG_JSON_TYPE_LIST:
      g_assert_cmpuint (value->n, ==, json_array_get_length (json_node_get_array (node)));
      for (guint i = 0; i < value->n; i++)
        {
          g_assert_null (inner[i].name);
          assert_same (tree, &inner[i], json_array_get_element (json_node_get_array (node), i), data);
        }
      break;

    case MIG_JSON_TYPE_OBJECT:
      g_assert_cmpuint (value->n, ==, json_object_get_size (json_node_get_object (node)));
      for (guint i = 0; i < value->n; i++)
        assert_same (tree, &inner[i], json_object_get_member (json_node_get_object (node), inner[i].name), data);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_text (GString *text, GRand *rand)
{
  static const char *const pieces[] = {
    "a",      "Crépeau", " ",    "\\\"",  "\\\\",    "\\/",      "\\n\\t\\r\\b\\f",
    "\\u00e9", "\\u20ac", "你好", ":,",   "[{]}", "0123456789", "\\ud83d\\ude00",
  };

  g_string_append_c (text, '"');
  for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void append_value (GString *text, GRand *rand, guint depth);

static void
append_list (GString *text, GRand *rand, guint depth)
{
  g_string_append (text, "[ ");
  for (gint i = 0, n = g_rand_int_range (rand, 0, 5); i < n; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "");
      append_value (text, rand, depth + 1);
    }
  g_string_append (text, "]");
}

static void
append_object (GString *text, GRand *rand, guint depth)
{
  g_string_append (text, "{");
  for (gint i = 0, n = g_rand_int_range (rand, 0, 6); i < n; i++)
    {
      g_string_append_printf (text, "%s\"k\\u006%dy\"\t: ", i > 0 ? " ,\r\n " : "", i);
      append_value (text, rand, depth + 1);
    }
  g_string_append (text, "}");
}

static void
append_value (GString *text, GRand *rand, guint depth)
{
  static const char *const plain[] = { "null", "true", "false", "0", "-17", "244000000", "3.5e-2", "-0.25", "1E3" };
  const gint choice = g_rand_int_range (rand, 0, depth < 5 ? 8 : 5);

  if (choice < 2)
    g_string_append (text, plain[g_rand_int_range (rand, 0, G_N_ELEMENTS (plain))]);
  else if (choice < 5)
    append_text (text, rand);
  else if (choice < 6)
    append_list (text, rand, depth);
  else
    append_object (text, rand, depth);
}

static void
test_same_as_json_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20191);
  g_autoptr (JsonParser) parser = json_parser_new ();
  MigJsonTree tree = { 0 };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint32 ends[4], records[3];

      for (guint i = 0; i < G_N_ELEMENTS (records); i++)
        {
          ends[i] = (guint32) text->len;
          append_object (text, rand, 0);
        }
      ends[G_N_ELEMENTS (records)] = (guint32) text->len;

      mig_json_tree_begin (&tree, text->len);
      for (guint i = 0; i < G_N_ELEMENTS (records); i++)
        records[i] = mig_json_tree_add (&tree, text->str + ends[i], ends[i + 1] - ends[i]);
      for (guint i = 0; i < G_N_ELEMENTS (records); i++)
        {
          g_autoptr (GError) error = NULL;

          json_parser_load_from_data (parser, text->str + ends[i], (gssize) (ends[i + 1] - ends[i]), &error);
          g_assert_no_error (error);
          assert_same (&tree, mig_json_tree_get (&tree, records[i]), json_parser_get_root (parser),
                       text->str + ends[i]);
        }
    }

  mig_json_tree_clear (&tree);
}

static const char *const members[] = { "meta", "events", NULL };

static const char meta[] = "\"meta\": {\"id\": \"x\"}";

/* A file of @n records, some of which cannot be read, with its meta as member @at_meta: -1 for none. */
static GBytes *
make_file (guint n, gint at_meta)
{
  GString *text = g_string_new ("{\n");

  if (at_meta == 0)
    g_string_append_printf (text, "%s, ", meta);
  g_string_append (text, "\"events\": [");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "");
      if (i % 5 == 1)
        g_string_append_printf (text, "[%u]", i);
      else if (i % 7 == 3)
        g_string_append_printf (text, "{\"n\": %u, \"n\": 0}", i);
      else
        g_string_append_printf (text, "{\"n\": %u, \"padding\": \"%0*d\"}", i, (gint) (i % 300), 0);
    }
  g_string_append (text, "]");
  if (at_meta == 1)
    g_string_append_printf (text, ", %s", meta);
  g_string_append (text, "}");

  return g_string_free_to_bytes (text);
}

static void
assert_batch (const MigRecordBatch *batch, guint32 *i)
{
  g_assert_cmpuint (batch->n, >, 0);
  for (guint32 k = 0; k < batch->n; k++)
    {
      const MigJsonValue *value;

      if (batch->slices[k].member == members[0])
        continue;
      g_assert_cmpint (batch->slices[k].index, ==, *i);
      g_assert_cmpint (batch->records[k] != G_MAXUINT32, ==, *i % 5 != 1 && *i % 7 != 3);
      if (batch->records[k] != G_MAXUINT32)
        {
          value = mig_json_tree_get_inner (&batch->tree, mig_json_tree_get (&batch->tree, batch->records[k]));
          g_assert_cmpfloat (value->number, ==, *i);
        }
      (*i)++;
    }
}

/* However many there are, every record comes once and in order, with a tree where there can be one; and the file's
 * meta is known from the first batch on, wherever it stands. */
static void
test_stream (void)
{
  static const guint sizes[] = { 0, 1, 7, 1024, 1025, 9000 };

  for (guint s = 0; s < 3 * G_N_ELEMENTS (sizes); s++)
    {
      const guint n = sizes[s / 3];
      const gint at_meta = (gint) (s % 3) - 1;
      g_autoptr (MigProblems) problems = mig_problems_new (NULL);
      g_autoptr (GBytes) bytes = make_file (n, at_meta);
      g_autoptr (MigRecordStream) stream = mig_record_stream_new (bytes, members, problems, NULL);
      MigRecordBatch *batch = mig_record_stream_next (stream);
      const MigJsonSlice *head = mig_record_stream_get_head (stream);
      guint32 i = 0;

      g_assert_cmpint (head != NULL, ==, at_meta >= 0);
      if (head != NULL)
        g_assert_cmpuint (head->length, ==, strlen ("{\"id\": \"x\"}"));
      for (; batch != NULL; batch = mig_record_stream_next (stream))
        assert_batch (batch, &i);
      g_assert_cmpuint (i, ==, n);
      g_assert_true (mig_json_scan_is_complete (mig_record_stream_get_scan (stream)));
    }
}

/* Whoever stops reading waits for no more than the batch that is being made. */
static void
test_stream_that_is_left (void)
{
  g_autoptr (GBytes) bytes = make_file (20000, 0);

  for (guint n_read = 0; n_read < 5; n_read++)
    {
      g_autoptr (MigProblems) problems = mig_problems_new (NULL);
      g_autoptr (MigRecordStream) stream = mig_record_stream_new (bytes, members, problems, NULL);

      for (guint i = 0; i < n_read; i++)
        g_assert_nonnull (mig_record_stream_next (stream));
    }
}

/* A stream that is cancelled ends, also while it looks for the meta. */
static void
test_stream_that_is_cancelled (void)
{
  for (gint at_meta = -1; at_meta <= 1; at_meta++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (MigProblems) problems = mig_problems_new (NULL);
      g_autoptr (GBytes) bytes = make_file (200000, at_meta);
      g_autoptr (MigRecordStream) stream = NULL;
      guint n_batches = 0;

      if (at_meta != 0)
        g_cancellable_cancel (cancellable);
      stream = mig_record_stream_new (bytes, members, problems, cancellable);
      for (; mig_record_stream_next (stream) != NULL; n_batches++)
        g_cancellable_cancel (cancellable);
      g_assert_cmpuint (n_batches, <, 8);
      g_assert_false (mig_json_scan_is_complete (mig_record_stream_get_scan (stream)));
    }
}

static void
test_readable (void)
{
  MigJsonSlice slice = { .type = '{', .sound = TRUE, .length = MIG_RECORD_MAX_SIZE };

  g_assert_true (mig_record_is_readable (&slice));
  slice.length++;
  g_assert_false (mig_record_is_readable (&slice));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-tree/same-as-json-glib", test_same_as_json_glib);
  g_test_add_func ("/json-tree/stream", test_stream);
  g_test_add_func ("/json-tree/stream-that-is-left", test_stream_that_is_left);
  g_test_add_func ("/json-tree/stream-that-is-cancelled", test_stream_that_is_cancelled);
  g_test_add_func ("/json-tree/readable", test_readable);

  return g_test_run ();
}
