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

static MigJsonSlice
append_record (GString *text, const char *record, char type, gboolean sound)
{
  const MigJsonSlice slice = { .offset = text->len, .length = strlen (record), .type = type, .sound = sound };

  g_string_append (text, record);
  return slice;
}

/* However many there are, every slice comes once and in order, with a tree where there can be one. */
static void
test_stream (void)
{
  static const guint32 sizes[] = { 0, 1, 7, 1024, 1025, 5000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (MigJsonSlice));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MigRecordStream) stream = NULL;

      for (guint32 i = 0; i < sizes[s]; i++)
        {
          g_autofree char *record = g_strdup_printf ("{\"n\": %u, \"padding\": \"%0*d\"}", i, (gint) (i % 300), 0);
          const MigJsonSlice slice = append_record (text, record, i % 5 == 1 ? '[' : '{', i % 7 != 3);

          g_array_append_val (slices, slice);
        }
      bytes = g_bytes_new (text->str, text->len);
      stream = mig_record_stream_new (bytes, (const MigJsonSlice *) (void *) slices->data, sizes[s]);

      for (guint32 i = 0; i < sizes[s];)
        {
          MigRecordBatch *batch = mig_record_stream_next (stream);

          g_assert_cmpuint (batch->first, ==, i);
          g_assert_cmpuint (batch->n, >, 0);
          for (guint32 end = i + batch->n; i < end; i++)
            {
              const guint32 record = batch->records[i - batch->first];
              const MigJsonValue *value;

              g_assert_cmpint (record != G_MAXUINT32, ==, i % 5 != 1 && i % 7 != 3);
              if (record == G_MAXUINT32)
                continue;
              value = mig_json_tree_get_inner (&batch->tree, mig_json_tree_get (&batch->tree, record));
              g_assert_cmpfloat (value->number, ==, i);
            }
        }
    }
}

/* Whoever stops reading waits for no more than the record that is being read. */
static void
test_stream_that_is_left (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  const MigJsonSlice slice = append_record (text, "{\"a\": [1, 2, 3]}", '{', TRUE);
  g_autofree MigJsonSlice *slices = g_new (MigJsonSlice, 100000);

  for (guint i = 0; i < 100000; i++)
    slices[i] = slice;
  bytes = g_bytes_new (text->str, text->len);
  for (guint n_read = 0; n_read < 5; n_read++)
    {
      g_autoptr (MigRecordStream) stream = mig_record_stream_new (bytes, slices, 100000);

      for (guint i = 0; i < n_read; i++)
        g_assert_cmpuint (mig_record_stream_next (stream)->n, ==, 1024);
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
  g_test_add_func ("/json-tree/readable", test_readable);

  return g_test_run ();
}
