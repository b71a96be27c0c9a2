/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-scanner.h"

#include "scan-fixture.h"

/* The grammar of JSON, the limits, the places of faults, and the records that a file is cut into. */

static void
assert_good (const char *data,
             gsize       length)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (data, length, &problems);

  assert_problems (problems, "");
  g_assert_true (mig_json_scan_is_complete (scan));
}

static void
assert_bad (const char *data,
            gsize       length,
            const char *expected)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (data, length, &problems);

  assert_problems (problems, expected);
}

static void
test_good (void)
{
  static const char *const texts[] = {
    "{}", "[]", "\"\"", "0", "-0", "true", "false", "null", " \t\r\n{ \t\r\n} \t\r\n", "\xef\xbb\xbf{}",
    "{\"a\":1}", "{\"a\":1,\"b\":2}", "[1,2]", "[[]]", "[{}]", "{\"a\":{}}", "{\"a\":[]}", "[[],[[]],{}]",
    "[0,-1,1.5,-0.5,1e5,1E5,1e+5,1e-5,1.5E-10,0e0,0.0,-0.0e-0]",
    "[9223372036854775807,-9223372036854775808,999999999999999999]",
    "[1.7976931348623157e308,5e-324,1e-400,123456789012345678901234567890.5]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\\uFFFF\"]",
    "[\"\x7f\",\"é\",\"€\",\"😀\",\"\xed\x9f\xbf\",\"\xee\x80\x80\",\"\xf4\x8f\xbf\xbf\",\"\xef\xbf\xbf\"]",
    "{\"\":1,\" \":2,\"a b\":3,\"\\u0061\":4}", "{\"a\":1,\"A\":2,\"\xc3\xa4\":3}",
    "{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}",
    "[\"// no comment\",\"'single'\",\"{[}]\",\"a,b:c\"]", "[true,false,null,[true]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_good (texts[i], strlen (texts[i]));
}

typedef struct
{
  const char *text;
  const char *expected;
} BadCase;

#define VALUES "A text, a number, an object, a list, true, false or null is expected."
#define NUMBERS "Numbers look like 12, -3.5 or 6.02e23; anything else stands in double quotes."
#define WORDS "Only true, false and null, in small letters, stand without double quotes."
#define KEYS "Each entry of an object begins with a key in double quotes."
#define UTF8 "The file may be in an older encoding, or be damaged; save it in UTF-8."
#define EMPTY "A corpus is one JSON object, from { to }."
#define COMMA "A comma must stand between this and what is before it."
#define ONE "A file holds one JSON document and nothing after it."
#define LAST "After the last entry there is no comma; take it out."

static const BadCase bad_cases[] = {
  { "", "1:1+1  | The file is empty. | " EMPTY },
  { " \n\t\r\n", "1:1+1  | There is nothing but blank space in the file. | " EMPTY },
  { "\xef\xbb\xbf", "1:1+1  | There is nothing but blank space in the file. | " EMPTY },
  { "\xff\xfe{", "1:1+1  | The file is encoded in UTF-16 or UTF-32. | Save it in UTF-8." },
  { "\xfe\xff{", "1:1+1  | The file is encoded in UTF-16 or UTF-32. | Save it in UTF-8." },

  /* Structure */
  { "{", "1:2+1  | The file ends within an object. | The object begins on line 1; its closing } is missing." },
  { "\n\n[1,\n", "4:1+1 [0] | The file ends within a list. | The list begins on line 3; its closing ] is missing." },
  { "{\"a\"", "1:5+1 a | The file ends within an object. | The object begins on line 1; its closing } is missing." },
  { "{\"a\":", "1:6+1 a | The file ends within an object. | The object begins on line 1; its closing } is missing." },
  { "{\"a\":[{\"b\":[1,2", "1:16+1 a[0].b[1] | The file ends within a list. | "
    "The list begins on line 1; its closing ] is missing." },
  { "{\"a\":\"x", "1:6+1 a | The file ends within a text. | The text begins here; its closing quote is missing." },
  { "[\"x\\", "1:2+1 [0] | The file ends within a text. | The text begins here; its closing quote is missing." },
  { "{}}", "1:3+1  | Something follows the end of the document. | " ONE },
  { "{} {}", "1:4+1  | Something follows the end of the document. | " ONE },
  { "1 2", "1:3+1  | Something follows the end of the document. | " ONE },
  { "[1,]", "1:3+1 [0] | A comma is followed by a closing bracket. | " LAST },
  { "{\"a\":1,\n}", "1:7+1 a | A comma is followed by a closing bracket. | " LAST },
  { "[,1]", "1:2+1 [0] | A value is missing before “,”. | " VALUES },
  { "[1,,2]", "1:4+1 [1] | A value is missing before “,”. | " VALUES },
  { "{,}", "1:2+1  | A key is missing before “,”. | " KEYS },
  { "{1:2}", "1:2+1  | A key is missing before “1”. | " KEYS },
  { "{abc:2}", "1:2+3  | A key is missing before “abc”. | " KEYS },
  { "{\"a\" 1}", "1:6+1 a | A colon is missing. | A colon must stand between a key and its value." },
  { "{\"a\":}", "1:6+1 a | A value is missing before “}”. | " VALUES },
  { "{\"a\":1 \"b\":2}", "1:8+1 a | A comma is missing. | " COMMA },
  { "[1 2]", "1:4+1 [0] | A comma is missing. | " COMMA },
  { "[1}", "1:3+1 [0] | “}” closes what another bracket opened. | "
    "It was opened on line 1; { goes with } and [ with ]." },
  { "\n{]", "2:2+1  | “]” closes what another bracket opened. | It was opened on line 2; { goes with } and [ with ]." },
  { "]", "1:1+1  | A value is missing before “]”. | " VALUES },
  { "[1]\n]", "2:1+1  | Something follows the end of the document. | " ONE },
  { "{'a':1}", "1:2+1  | There is a single quote. | Texts and keys stand in double quotes." },
  { "{\"a\":1,'b':2}", "1:8+1  | There is a single quote. | Texts and keys stand in double quotes." },
  { "['a']", "1:2+1 [0] | There is a single quote. | Texts and keys stand in double quotes." },
  { "[1] // x", "1:5+1  | There is a comment. | JSON has no comments; take it out." },
  { "{\n  # x\n}", "2:3+1  | There is a comment. | JSON has no comments; take it out." },
  { "[1 /* x */]", "1:4+1 [0] | There is a comment. | JSON has no comments; take it out." },
  { "[@]", "1:2+1 [0] | “@” has no place here. | " VALUES },
  { "[é]", "1:2+1 [0] | “é” has no place here. | " VALUES },

  /* Words and numbers */
  { "[True]", "1:2+4 [0] | “True” is no value of JSON. | " WORDS },
  { "[nul]", "1:2+3 [0] | “nul” is no value of JSON. | " WORDS },
  { "[truefalse]", "1:2+9 [0] | “truefalse” is no value of JSON. | " WORDS },
  { "[NaN]", "1:2+3 [0] | “NaN” is no value of JSON. | " WORDS },
  { "[-Infinity]", "1:2+9 [0] | “-Infinity” is no number of JSON. | " NUMBERS },
  { "[01]", "1:2+2 [0] | “01” is no number of JSON. | A number does not begin with a zero that means nothing." },
  { "[-00.5]", "1:2+5 [0] | “-00.5” is no number of JSON. | A number does not begin with a zero that means nothing." },
  { "[0x1F]", "1:2+4 [0] | “0x1F” is no number of JSON. | Numbers are decimal." },
  { "[+1]", "1:2+2 [0] | “+1” is no number of JSON. | A number above zero has no sign." },
  { "[.5]", "1:2+2 [0] | “.5” is no number of JSON. | " NUMBERS },
  { "[1.]", "1:2+2 [0] | “1.” is no number of JSON. | " NUMBERS },
  { "[1e]", "1:2+2 [0] | “1e” is no number of JSON. | " NUMBERS },
  { "[1e+]", "1:2+3 [0] | “1e+” is no number of JSON. | " NUMBERS },
  { "[1.5.2]", "1:2+5 [0] | “1.5.2” is no number of JSON. | " NUMBERS },
  { "[1a]", "1:2+2 [0] | “1a” is no number of JSON. | " NUMBERS },
  { "[-]", "1:2+1 [0] | “-” is no number of JSON. | " NUMBERS },
  { "[2016-02-25]", "1:2+10 [0] | “2016-02-25” is no number of JSON. | " NUMBERS },

  /* Texts */
  { "[\"a\nb\"]", "1:4+1 [0] | A line ends within a text. | "
    "Either a closing quote is missing, or the line break is to be written \\n." },
  { "[\"a\tb\"]", "1:4+1 [0] | There is a tab within a text. | A tab is written \\t there." },
  { "[\"é\x07\"]", "1:4+1 [0] | There is the control character 0x07 within a text. | "
    "Take it out, or write it as an escape of the form \\u0007." },
  { "[\"\\x\"]", "1:3+2 [0] | “\\x” is no escape of JSON. | A backslash itself is written \\\\." },
  { "[\"é\\é\"]", "1:4+2 [0] | “\\é” is no escape of JSON. | A backslash itself is written \\\\." },
  { "[\"\\u12G4\"]", "1:3+6 [0] | “\\u12G4” is no escape of JSON. | Four hexadecimal digits must follow \\u." },
  { "[\"\\u12", "1:3+4 [0] | “\\u12” is no escape of JSON. | Four hexadecimal digits must follow \\u." },
  { "{\"é\\q\":1}", "1:4+2  | “\\q” is no escape of JSON. | A backslash itself is written \\\\." },

  /* Encoding */
  { "[\"\x80\"]", "1:3+1 [0] | The byte 0x80 is not UTF-8 here. | " UTF8 },
  { "[\"caf\xe9\"]", "1:6+1 [0] | The byte 0xE9 is not UTF-8 here. | " UTF8 },
  { "[\"\xc0\xaf\"]", "1:3+1 [0] | The byte 0xC0 is not UTF-8 here. | " UTF8 },
  { "[\"\xc3\"]", "1:3+1 [0] | The byte 0xC3 is not UTF-8 here. | " UTF8 },
  { "[\"\xe0\x9f\x80\"]", "1:3+1 [0] | The byte 0xE0 is not UTF-8 here. | " UTF8 },
  { "[\"\xe2\x82\"]", "1:3+1 [0] | The byte 0xE2 is not UTF-8 here. | " UTF8 },
  { "[\"\xed\xa0\x80\"]", "1:3+1 [0] | The byte 0xED is not UTF-8 here. | " UTF8 },
  { "[\"\xf0\x8f\x80\x80\"]", "1:3+1 [0] | The byte 0xF0 is not UTF-8 here. | " UTF8 },
  { "[\"\xf4\x90\x80\x80\"]", "1:3+1 [0] | The byte 0xF4 is not UTF-8 here. | " UTF8 },
  { "[\"\xf5\x80\x80\x80\"]", "1:3+1 [0] | The byte 0xF5 is not UTF-8 here. | " UTF8 },
  { "[\"\xf0\x9f\x98", "1:3+1 [0] | The byte 0xF0 is not UTF-8 here. | " UTF8 },
  { "[\xe9]", "1:2+1 [0] | The byte 0xE9 is not UTF-8 here. | " UTF8 },
  { "{\xe9}", "1:2+1  | The byte 0xE9 is not UTF-8 here. | " UTF8 },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    assert_bad (bad_cases[i].text, strlen (bad_cases[i].text), bad_cases[i].expected);
}

static void
test_nul_byte (void)
{
  static const char within[] = "[\"a\0b\"]";
  static const char wide[] = "{\0\"\0";
  static const char after[] = "{ }\0";

  assert_bad (within, sizeof within - 1, "1:4+1 [0] | There is the control character 0x00 within a text. | "
                                         "Take it out, or write it as an escape of the form \\u0007.");
  assert_bad (wide, sizeof wide - 1, "1:1+1  | The file is encoded in UTF-16 or UTF-32. | Save it in UTF-8.");
  assert_bad (after, sizeof after - 1, "1:4+1  | Something follows the end of the document. | " ONE);
}

/* Plain bytes are passed over several at a time: whatever is not plain is seen wherever it stands. */
static void
test_every_place (void)
{
  for (guint place = 0; place < 24; place++)
    for (guint byte = 0; byte < 0x20; byte++)
      {
        char text[] = "[\"abcdefghijklmnopqrstuvwxyz\"]";
        g_autoptr (MigProblems) problems = NULL;
        g_autoptr (MigJsonScan) scan = NULL;

        text[place + 2] = (char) byte;
        scan = scan_data (text, sizeof text - 1, &problems);
        g_assert_cmpuint (mig_problems_get_n (problems), ==, 1);
        g_assert_cmpuint (mig_problems_get (problems, 0)->column, ==, place + 3);
      }

  for (guint place = 0; place < 24; place++)
    {
      char text[] = "[\"abcdefghijklmnopqrstuvwxyz\"]";
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (MigJsonScan) scan = NULL;

      text[place + 2] = place % 2 ? '"' : '\xff';
      scan = scan_data (text, sizeof text - 1, &problems);
      g_assert_cmpuint (mig_problems_get (problems, 0)->column, ==, place + (place % 2 ? 4 : 3));
      memcpy (text + place + 2, "\\\"", 2);
      assert_good (text, sizeof text - 1);
    }
}

/* Columns count characters, of however many bytes. */
static void
test_columns (void)
{
  static const BadCase cases[] = {
    { "[\"é\",x]", "1:6+1 [1] | “x” is no value of JSON. | " WORDS },
    { "[\"€\",x]", "1:6+1 [1] | “x” is no value of JSON. | " WORDS },
    { "[\"😀\",x]", "1:6+1 [1] | “x” is no value of JSON. | " WORDS },
    { "[\"😀é€abc\\u00e9\",\"€😀\\x\"]",
      "1:20+2 [1] | “\\x” is no escape of JSON. | A backslash itself is written \\\\." },
    { "[\"😀\",\n\"é\", x]", "2:6+1 [2] | “x” is no value of JSON. | " WORDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_bad (cases[i].text, strlen (cases[i].text), cases[i].expected);
}

/* Faults after which the scan goes on: each of them is found, and marks its record. */
static void
test_go_on (void)
{
  static const char text[] =
    "{\"events\": [\n"
    "  {\"id\": \"a\", \"id\": \"b\"},\n"
    "  {\"id\": \"\\u0000\"},\n"
    "  {\"é\": \"ä\\uDC00\"},\n"
    "  {\"id\": \"\\uD800\\u0041\"},\n"
    "  {\"n\": [1, 9223372036854775808]},\n"
    "  {\"n\": -9223372036854775809},\n"
    "  {\"n\": 1e400},\n"
    "  {\"\\u0069d\": 1, \"x\": {\"i\\u0064\": 1}, \"id\": 2},\n"
    "  {\"id\": \"sound\"}\n"
    "]}";
  static const char expected[] =
    "2:16+2 events[0].id | The key “id” stands twice in one object. | It stands there first on line 2.\n"
    "3:11+6 events[1].id | A text holds the character U+0000. | No text can hold it; take it out.\n"
    "4:11+6 events[2].é | “\\uDC00” is half of a surrogate pair. | "
    "A character from \\uD800 to \\uDFFF stands only in a pair, the high half first.\n"
    "5:11+6 events[3].id | “\\uD800” is half of a surrogate pair. | "
    "A character from \\uD800 to \\uDFFF stands only in a pair, the high half first.\n"
    "6:13+19 events[4].n[1] | “9223372036854775808” is too large a number. | A whole number must fit into 64 bits.\n"
    "7:9+20 events[5].n | “-9223372036854775809” is too large a number. | A whole number must fit into 64 bits.\n"
    "8:9+5 events[6].n | “1e400” is too large a number. | The largest that can be read is about 1.8e308.\n"
    "9:40+2 events[7].id | The key “id” stands twice in one object. | It stands there first on line 9.";
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (text, strlen (text), &problems);
  const MigJsonSlice *slices;
  gsize n;

  assert_problems (problems, expected);
  g_assert_true (mig_json_scan_is_complete (scan));
  slices = mig_json_scan_get_slices (scan, &n);
  g_assert_cmpuint (n, ==, 9);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (slices[i].sound, ==, i == 8);
}

static void
test_depth (void)
{
  for (guint depth = MIG_JSON_MAX_DEPTH - 1; depth <= MIG_JSON_MAX_DEPTH + 1; depth++)
    for (guint mixed = 0; mixed < 2; mixed++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (MigProblems) problems = NULL;
        g_autoptr (MigJsonScan) scan = NULL;

        for (guint i = 0; i < depth; i++)
          g_string_append (text, mixed && i % 2 ? "{\"a\":" : "[");
        g_string_append (text, "1");
        for (guint i = depth; i > 0; i--)
          g_string_append_c (text, mixed && (i - 1) % 2 ? '}' : ']');

        scan = scan_data (text->str, text->len, &problems);
        g_assert_cmpint (mig_json_scan_is_complete (scan), ==, depth <= MIG_JSON_MAX_DEPTH);
        if (depth <= MIG_JSON_MAX_DEPTH)
          continue;
        g_assert_cmpstr (mig_problems_get (problems, 0)->what, ==, "Objects and lists are nested too deeply.");
        g_assert_cmpstr (mig_problems_get (problems, 0)->hint, ==, "At most 64 may stand within each other.");
        if (!mixed)
          g_assert_cmpuint (mig_problems_get (problems, 0)->column, ==, MIG_JSON_MAX_DEPTH + 1);
      }
}

/* @twice, if not 0, is which member has the name of the one before it. */
static char *
make_object (guint n,
             guint twice)
{
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%s\n\"key %u\":%u", i > 1 ? "," : "", i == twice ? i - 1 : i, i);
  g_string_append (text, "}");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_members (void)
{
  g_autofree char *most = make_object (MIG_JSON_MAX_MEMBERS, 0);
  g_autofree char *too_many = make_object (MIG_JSON_MAX_MEMBERS + 1, 0);

  assert_good (most, strlen (most));
  assert_bad (too_many, strlen (too_many),
              "1026:1+10 [\"key 1025\"] | An object has too many entries. | At most 1024 may stand in one object.");
}

/* Few keys are compared, many are hashed: a key that stands twice is found wherever that changes. */
static void
test_duplicate_keys (void)
{
  static const guint places[] = { 2, 15, 16, 17, 18, 19, 100, 1023, 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = make_object (places[i], places[i]);
      g_autofree char *key = g_strdup_printf ("key %u", places[i] - 1);
      g_autofree char *expected = NULL;

      expected = g_strdup_printf ("%u:2+%u [\"%s\"] | The key “%s” stands twice in one object. | "
                                  "It stands there first on line %u.",
                                  places[i] + 1, (guint) strlen (key), key, key, places[i]);
      assert_bad (text, strlen (text), expected);
    }
}

static void
test_escaped_keys (void)
{
  static const char same[] = "{\"\\ud83d\\ude00\":1,\"😀\":2}";
  static const char different[] = "{\"\\ud83d\\ude00\":1,\"😁\":2,\"\\u0041\\n\":3,\"A\\\\n\":4,\"\\/\":5,\"\\\\/\":6}";

  assert_bad (same, strlen (same), "1:20+1 😀 | The key “😀” stands twice in one object. | "
                                   "It stands there first on line 1.");
  assert_good (different, strlen (different));
}

static void
test_slices (void)
{
  static const char text[] =
    "{ \"other\": [ {\"id\": 1}, 2 ],\n"
    "  \"é\": 1, \"meta\": {\"events\": [1, 2]},\n"
    "  \"events\": [ {\"a\": [[], {}]},\n"
    "    12, \"é\", [1, [2]],   {}, null ],\n"
    "  \"persons\": 5, \"speeches\": [{}] }\n";
  static const struct { guint member; gint64 index; const char *bytes; guint64 line, column; } expected[] = {
    { 0, -1, "{\"events\": [1, 2]}", 2, 19 },
    { 1, 0, "{\"a\": [[], {}]}", 3, 15 },
    { 1, 1, "12", 4, 5 },
    { 1, 2, "\"é\"", 4, 9 },
    { 1, 3, "[1, [2]]", 4, 14 },
    { 1, 4, "{}", 4, 26 },
    { 1, 5, "null", 4, 30 },
    { 2, -1, "5", 5, 14 },
  };
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) scan = scan_data (text, strlen (text), &problems);
  const MigJsonSlice *slices;
  gsize n;

  assert_problems (problems, "");
  g_assert_cmpint (mig_json_scan_get_type (scan), ==, '{');
  g_assert_cmpint (mig_json_scan_get_member_type (scan, 0), ==, '{');
  g_assert_cmpint (mig_json_scan_get_member_type (scan, 1), ==, '[');
  g_assert_cmpint (mig_json_scan_get_member_type (scan, 2), ==, '5');

  slices = mig_json_scan_get_slices (scan, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *bytes = g_strndup (text + slices[i].offset, slices[i].length);

      g_assert_true (slices[i].member == members[expected[i].member]);
      g_assert_cmpint (slices[i].index, ==, expected[i].index);
      g_assert_cmpstr (bytes, ==, expected[i].bytes);
      g_assert_cmpuint (slices[i].line, ==, expected[i].line);
      g_assert_cmpuint (slices[i].column, ==, expected[i].column);
      g_assert_cmpint (slices[i].type, ==, expected[i].bytes[0]);
      g_assert_true (slices[i].sound);
    }
}

static void
test_member_types (void)
{
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigJsonScan) list = NULL;
  g_autoptr (MigJsonScan) object = NULL;
  gsize n;

  list = scan_data ("[{\"events\": [1]}]", 17, &problems);
  g_assert_cmpint (mig_json_scan_get_type (list), ==, '[');
  g_assert_cmpint (mig_json_scan_get_member_type (list, 1), ==, 0);
  mig_json_scan_get_slices (list, &n);
  g_assert_cmpuint (n, ==, 0);

  g_clear_pointer (&problems, mig_problems_unref);
  object = scan_data ("{\"\\u0065vents\": []}", 19, &problems);
  g_assert_cmpint (mig_json_scan_get_member_type (object, 1), ==, '[');
  g_assert_cmpint (mig_json_scan_get_member_type (object, 2), ==, 0);
}

typedef struct
{
  double last;
  guint n_calls;
  GCancellable *cancellable;
} Progress;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  if (++progress->n_calls == 2)
    g_cancellable_cancel (progress->cancellable);
}

static GBytes *
make_large_list (void)
{
  GString *text = g_string_new ("[0");

  while (text->len < 5 * 1024 * 1024)
    g_string_append (text, ",\n123456789");
  g_string_append (text, "]");

  return g_string_free_to_bytes (text);
}

static void
test_progress (void)
{
  g_autoptr (GBytes) bytes = make_large_list ();
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  g_autoptr (MigJsonScan) scan = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  scan = mig_json_scan (bytes, members, problems, progress_cb, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mig_json_scan_is_complete (scan));
  g_assert_cmpuint (progress.n_calls, >=, 5);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = make_large_list ();
  g_autoptr (MigProblems) problems = mig_problems_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { .cancellable = cancellable };

  g_assert_null (mig_json_scan (bytes, members, problems, progress_cb, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n_calls, ==, 2);
  g_assert_cmpuint (mig_problems_get_n_found (problems), ==, 0);
}

/* A quote from the file is short, on one line, and UTF-8. */
static void
test_quotes (void)
{
  assert_bad ("[aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee]", 52,
              "1:2+50 [0] | “aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd…” is no value of JSON. | " WORDS);
  assert_bad ("{\"a\\nb\": {\"c.d\": {\"\": x}}}", 26,
              "1:23+1 [\"a\\nb\"][\"c.d\"][\"\"] | “x” is no value of JSON. | " WORDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scanner/good", test_good);
  g_test_add_func ("/json-scanner/bad", test_bad);
  g_test_add_func ("/json-scanner/nul-byte", test_nul_byte);
  g_test_add_func ("/json-scanner/every-place", test_every_place);
  g_test_add_func ("/json-scanner/columns", test_columns);
  g_test_add_func ("/json-scanner/go-on", test_go_on);
  g_test_add_func ("/json-scanner/depth", test_depth);
  g_test_add_func ("/json-scanner/members", test_members);
  g_test_add_func ("/json-scanner/duplicate-keys", test_duplicate_keys);
  g_test_add_func ("/json-scanner/escaped-keys", test_escaped_keys);
  g_test_add_func ("/json-scanner/slices", test_slices);
  g_test_add_func ("/json-scanner/member-types", test_member_types);
  g_test_add_func ("/json-scanner/progress", test_progress);
  g_test_add_func ("/json-scanner/cancel", test_cancel);
  g_test_add_func ("/json-scanner/quotes", test_quotes);

  return g_test_run ();
}
