/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-briefing-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mig-briefing-keeper.h"
#include "mig-lane-order.h"
#include "reader-fixture.h"

/* Reading and writing briefings, hostile ones too; and that neither a crash nor a full disk loses one. */

#define HEAD "\"briefing\": {\"format\": \"migmeet-briefing\", \"version\": \"1.0\"}"

static MigBriefing *
read_briefing (const char *text, MigProblems **problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mig_briefing_read_bytes (bytes, NULL, problems, NULL);
}

static MigBriefing *
read_good (const char *text)
{
  g_autoptr (MigProblems) problems = NULL;
  MigBriefing *briefing = read_briefing (text, &problems);

  assert_problems (problems, "");
  g_assert_nonnull (briefing);
  return briefing;
}

static char *
write_briefing (MigBriefing *briefing)
{
  g_autoptr (GBytes) bytes = mig_briefing_to_bytes (briefing);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Everything that the format has, in the order in which it is written. */
static const char full[] =
  "{\n"
  "  \"briefing\" : {\n"
  "    \"format\" : \"migmeet-briefing\",\n"
  "    \"version\" : \"1.2\",\n"
  "    \"title\" : \"The road to the summit\",\n"
  "    \"duration\" : 1200,\n"
  "    \"corpus\" : {\n"
  "      \"id\" : \"un-cmim\",\n"
  "      \"title\" : \"Meetings\",\n"
  "      \"location\" : \"file:///srv/corpus.json\"\n"
  "    },\n"
  "    \"x-tool\" : {\n"
  "      \"kept\" : true\n"
  "    }\n"
  "  },\n"
  "  \"scenes\" : [\n"
  "    {\n"
  "      \"id\" : \"s1\",\n"
  "      \"name\" : \"VIII. Preparing the summit\",\n"
  "      \"selected\" : \"S14-08\",\n"
  "      \"start\" : \"2015-06-01\",\n"
  "      \"end\" : \"2017-03-10T06:30\",\n"
  "      \"lanes\" : [\n"
  "        \"documents\",\n"
  "        \"meetings\"\n"
  "      ],\n"
  "      \"following\" : [\n"
  "        {\n"
  "          \"id\" : \"P-riera\",\n"
  "          \"above\" : \"meetings\"\n"
  "        },\n"
  "        {\n"
  "          \"id\" : \"T-gone\"\n"
  "        }\n"
  "      ],\n"
  "      \"filter\" : {\n"
  "        \"kinds\" : [\n"
  "          \"events\"\n"
  "        ],\n"
  "        \"start\" : \"2013\",\n"
  "        \"end\" : \"2016-04-30\",\n"
  "        \"speakers\" : [\n"
  "          \"P-vik\",\n"
  "          \"P-gone\"\n"
  "        ],\n"
  "        \"direction\" : \"ahead\",\n"
  "        \"disagrees\" : true,\n"
  "        \"mood\" : {\n"
  "          \"good\" : [\n"
  "            1,\n"
  "            null\n"
  "          ]\n"
  "        }\n"
  "      },\n"
  "      \"duration\" : 90,\n"
  "      \"note\" : \"Five people.\\nOne question: “what”?\",\n"
  "      \"future\" : \"later\"\n"
  "    },\n"
  "    {\n"
  "      \"id\" : \"s2\"\n"
  "    }\n"
  "  ]\n"
  "}\n";

static void
assert_lanes (const MigLane *lanes, guint n, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mig_lane_get_id (lanes[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_round_trip (void)
{
  g_autoptr (MigBriefing) briefing = read_good (full);
  const MigSceneFields *fields = mig_scene_get_fields (mig_briefing_get (briefing, 0));
  g_autofree char *written = write_briefing (briefing);

  g_assert_cmpstr (mig_briefing_get_title (briefing), ==, "The road to the summit");
  g_assert_cmpuint (mig_briefing_get_duration (briefing), ==, 1200);
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, 2);
  g_assert_cmpfloat (fields->start, ==, mig_day_from_civil (2015, 6, 1));
  g_assert_cmpfloat_with_epsilon (fields->end, mig_day_from_civil (2017, 3, 10) + 6.5 / 24, 1e-6);
  assert_lanes (fields->lanes, fields->n_lanes, "documents meetings");
  g_assert_cmpuint (fields->n_followed, ==, 2);
  g_assert_cmpstr (fields->followed[0].id, ==, "P-riera");
  g_assert_cmpuint (fields->followed[0].above, ==, MIG_LANE_MEETINGS);
  g_assert_cmpstr (fields->followed[1].id, ==, "T-gone");
  g_assert_cmpuint (fields->followed[1].above, ==, MIG_N_STANDING_LANES);
  g_assert_cmpuint (g_variant_n_children (fields->filter), ==, 7);
  g_assert_null (mig_scene_get_fields (mig_briefing_get (briefing, 1))->filter);
  g_assert_false (mig_briefing_get_modified (briefing));
  g_assert_cmpstr (written, ==, full);
}

static void
test_unknown_members_survive_edits (void)
{
  g_autoptr (MigBriefing) briefing = read_good (full);
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (briefing, 0));
  g_autoptr (MigScene) scene = NULL;
  g_autofree char *written = NULL;

  fields.name = "Renamed";
  scene = mig_scene_new (&fields);
  mig_briefing_replace (briefing, 0, scene, MIG_BRIEFING_EDIT_NAME);
  written = write_briefing (briefing);
  g_assert_nonnull (strstr (written, "\"name\" : \"Renamed\""));
  g_assert_nonnull (strstr (written, "\"future\" : \"later\""));
}

/* A file says that it is of a later version only where it has what came with that. */
static void
test_versions (void)
{
  const struct
  {
    const char *scene;
    const char *version;
  } cases[] = {
    { "{\"lanes\": [\"events\"]}", "\"1.0\"" },
    { "{\"filter\": {\"start\": \"2013\"}}", "\"1.1\"" },
    { "{\"following\": [{\"id\": \"P-1\"}], \"filter\": {\"start\": \"2013\"}}", "\"1.2\"" },
    { "{\"following\": [{\"above\": \"events\"}, {\"id\": \"\"}]}", "\"1.0\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("{" HEAD ", \"scenes\": [", cases[i].scene, "]}", NULL);
      g_autoptr (MigBriefing) briefing = read_good (text);
      g_autofree char *written = write_briefing (briefing);

      g_assert_nonnull (strstr (written, cases[i].version));
    }
}

/* The example in data/BRIEFING.md is one that the reader takes as it stands. */
static void
test_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "BRIEFING.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MigBriefing) briefing = NULL;
  const MigSceneFields *fields;
  g_autoptr (GError) error = NULL;
  char *begin, *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  begin = strstr (text, "```json\n");
  g_assert_nonnull (begin);
  begin += strlen ("```json\n");
  end = strstr (begin, "```");
  g_assert_nonnull (end);
  *end = '\0';
  briefing = read_good (begin);
  g_assert_cmpuint (mig_briefing_get_n (briefing), ==, 2);
  g_assert_cmpuint (mig_briefing_get_duration (briefing), ==, 1200);
  g_assert_false (mig_scene_has_span (mig_briefing_get (briefing, 0)));
  fields = mig_scene_get_fields (mig_briefing_get (briefing, 1));
  assert_lanes (fields->lanes, fields->n_lanes, "meetings sessions events");
  g_assert_cmpuint (fields->n_followed, ==, 1);
  g_assert_cmpuint (fields->followed[0].above, ==, MIG_LANE_EVENTS);
}

static void
test_moments (void)
{
  const char *const good[] = { "2016-02-29", "0001-01-02", "9999-12-31", "2016-02-25T23:59", "1999-12-31T00:01" };
  const char *const bad[] = { "", "2016", "2016-02", "2016-13-01", "2016-02-30", "2016-02-25T24:00", "2016-02-25T6:00",
                              "2016-02-25T", "2016-02-25T06:60", "yesterday", "2016-02-25Z", "2016-02-25T06:00:00" };
  double moment;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (mig_briefing_parse_moment (good[i], &moment));
      text = mig_briefing_format_moment (moment);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mig_briefing_parse_moment (bad[i], &moment));
}

static const struct
{
  const char *text;
  const char *expected;
} bad_briefings[] = {
  { "{" HEAD ",\n \"scenes\": [{\"start\": \"2016-13-01\", \"end\": \"2017-01-01\"}]}",
    "2:23+12 scenes[0].start | “2016-13-01” is not a day. | A day is expected, such as \"2016-02-25\", or a day and a"
    " time, \"2016-02-25T06:00\"." },
  { "{" HEAD ",\n \"scenes\": [{\"start\": \"2016-02-01\", \"end\": \"2016-02-01\"}]}",
    "2:44+12 scenes[0].end | The scene ends before it begins. | A day after “start” is expected." },
  { "{" HEAD ",\n \"scenes\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}",
    "2:33+3 scenes[1].id | An earlier scene has this id. | Each scene needs an id of its own." },
  { "{" HEAD ",\n \"scenes\": [{\"duration\": -1}]}",
    "2:26+2 scenes[0].duration | This is not a duration. | A whole number of seconds is expected, from 0 to 86400." },
  { "{" HEAD ",\n \"scenes\": [{\"name\": 7}]}",
    "2:22+1 scenes[0].name | A number was found. | A text in double quotes is expected here." },
  { "{" HEAD ",\n \"scenes\": [{\"lanes\": [\"meetings\", \"trams\"]}]}",
    "2:23+21 scenes[0].lanes | One of these lanes is not known. | “meetings”, “sessions”, “events”, “documents” and"
    " “undated” are." },
  { "{" HEAD ",\n \"scenes\": [{\"following\": [{\"id\": \"P-1\", \"above\": \"trams\"}]}]}",
    "2:51+7 scenes[0].following[0].above | One of these lanes is not known. | “meetings”, “sessions”, “events”,"
    " “documents” and “undated” are." },
  { "{" HEAD ",\n \"scenes\": [{\"following\": [\"P-1\"]}]}",
    "2:28+5 scenes[0].following[0] | A text was found. | An object is expected here, from { to }." },
  { "{" HEAD ",\n \"scenes\": [{\"following\": [{}, {}, {}, {}, {}]}]}",
    "2:27+20 scenes[0].following | These are too many. | A scene follows at most 4 things." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": \"later\"}]}",
    "2:24+7 scenes[0].filter | A text was found. | An object is expected here, from { to }." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"kinds\": [\"wonders\"]}}]}",
    "2:34+11 scenes[0].filter.kinds | One of these kinds is not known. | “meetings”, “sessions”, “people”,"
    " “organizations”, “events”, “documents”, “topics”, “figures”, “interventions” and “places” are." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"certainties\": [\"sure\"]}}]}",
    "2:40+8 scenes[0].filter.certainties | One of these certainties is not known. | “confirmed”, “reported once” and"
    " “inferred” are." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"start\": \"soon\"}}]}",
    "2:34+6 scenes[0].filter.start | “soon” is not a day. | A day is expected, such as \"2016-02-25\", or a month or"
    " a year." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"start\": \"2016\", \"end\": \"2015\"}}]}",
    "2:49+6 scenes[0].filter.end | The filter ends before it begins. | A day that is not before “start” is"
    " expected." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"direction\": \"up\"}}]}",
    "2:38+4 scenes[0].filter.direction | This direction is not known. | “ahead” and “behind” are." },
  { "{" HEAD ",\n \"scenes\": [{\"filter\": {\"disagrees\": 1}}]}",
    "2:38+1 scenes[0].filter.disagrees | A number was found. | Either true or false is expected here." },
  { "{" HEAD ",\n \"scenes\": [{\"start\": \"2016-02-01\"}]}",
    "2:23+12 scenes[0].start | The scene has only one end. | Both “start” and “end” are expected, or neither." },
  { "{\"briefing\": {\"format\": \"migmeet-briefing\", \"version\": \"2.0\"}}",
    "1:56+5 briefing.version | This briefing is in a format that this MigMeet does not know. | It reads versions 1.x;"
    " a newer MigMeet may read this one." },
  { "{\"briefing\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\"}}",
    "1:25+16 briefing.format | This does not say that it is a briefing. | “format” is expected to be"
    " \"migmeet-briefing\"." },
  { "{\"events\": []}",
    "1:1+1  | This is not a briefing. | An object is expected, from { to }, that has “briefing” and “scenes”." },
  { "[]",
    "1:1+1  | This is not a briefing. | An object is expected, from { to }, that has “briefing” and “scenes”." },
  { "{" HEAD ",\n \"scenes\": {}}",
    "2:12+2 scenes | The scenes are not a list. | A list is expected here, from [ to ]." },
  { "{" HEAD ",\n \"scenes\": [7]}",
    "2:13+1 scenes[0] | This is not an object. | An object is expected here, from { to }." },
};

static void
test_problems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_briefings); i++)
    {
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (MigBriefing) briefing = read_briefing (bad_briefings[i].text, &problems);

      assert_problems (problems, bad_briefings[i].expected);
      g_assert_null (briefing);
    }
}

/* Whatever it is, it ends soon with a message and without a crash. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("{" HEAD ", \"scenes\": [{\"x\": ");
  g_autoptr (GString) many = g_string_new ("{" HEAD ", \"scenes\": [");
  g_autoptr (GString) wide = g_string_new ("{" HEAD ", \"scenes\": [{");
  const char *const texts[] = {
    "", " ", "{", "\xff\xfe", "null", "{\"briefing\": 7, \"scenes\": []}",
    "{" HEAD ", \"scenes\": [{\"note\": \"\\ud800\"}]}",
    "{" HEAD ", \"scenes\": [{\"note\": \"a\\u0000b\"}]}", "{" HEAD ", \"scenes\": [{\"id\": \"a\", \"id\": \"b\"}]}",
    "{" HEAD ", \"scenes\": [{\"duration\": 1e400}]}", "{" HEAD ", \"scenes\": [{\"duration\": 99999999999999999999}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MigProblems) problems = NULL;

      g_assert_null (read_briefing (texts[i], &problems));
      g_assert_cmpuint (mig_problems_get_n (problems), >, 0);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i <= MIG_BRIEFING_MAX_SCENES; i++)
    g_string_append (many, i > 0 ? ",{}" : "{}");
  g_string_append (many, "]}");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (wide, "%s\"m%u\": 1", i > 0 ? "," : "", i);
  g_string_append (wide, "}]}");
  {
    g_autoptr (MigProblems) problems = NULL;
    g_autoptr (MigProblems) problems_of_many = NULL;
    g_autoptr (MigProblems) problems_of_wide = NULL;

    g_assert_null (read_briefing (deep->str, &problems));
    g_assert_null (read_briefing (many->str, &problems_of_many));
    g_assert_null (read_briefing (wide->str, &problems_of_wide));
    g_assert_cmpuint (mig_problems_get_n (problems_of_many), ==, 1);
    g_assert_cmpstr (mig_problems_get (problems_of_many, 0)->path, ==, "scenes[10000]");
  }
}

/* Files */

static char *scratch;

static GFile *
scratch_file (const char *name)
{
  return g_file_new_build_filename (scratch, name, NULL);
}

static void
empty_scratch (void)
{
  g_autoptr (GDir) folder = g_dir_open (scratch, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
}

static void
test_save (void)
{
  g_autoptr (MigBriefing) briefing = read_good (full);
  g_autoptr (GFile) file = scratch_file ("saved.migbrief");
  g_autoptr (MigBriefing) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  mig_briefing_set_title (briefing, "Changed");
  g_assert_true (mig_briefing_save (briefing, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (mig_briefing_get_modified (briefing));
  again = mig_briefing_read (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mig_briefing_get_title (again), ==, "Changed");
  written = write_briefing (again);
  g_assert_nonnull (strstr (written, "\"future\" : \"later\""));
  empty_scratch ();
}

static void
test_save_fails (void)
{
  g_autoptr (MigBriefing) briefing = read_good (full);
  g_autoptr (GFile) file = g_file_new_build_filename (scratch, "nowhere", "saved.migbrief", NULL);
  g_autoptr (GError) error = NULL;

  mig_briefing_set_title (briefing, "Changed");
  g_assert_false (mig_briefing_save (briefing, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (mig_briefing_get_modified (briefing));
}

/* A process that does nothing but save, one title after the other, is killed at any moment: what it leaves is always
 * a whole briefing. */
static void
test_killed_while_saving (void)
{
  g_autoptr (GFile) file = scratch_file ("killed.migbrief");
  g_autoptr (MigBriefing) briefing = read_good (full);
  g_autoptr (GString) note = g_string_new (NULL);
  MigSceneFields fields = *mig_scene_get_fields (mig_briefing_get (briefing, 0));
  g_autoptr (MigScene) scene = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (note, "note ");
  fields.note = note->str;
  scene = mig_scene_new (&fields);
  mig_briefing_replace (briefing, 0, scene, MIG_BRIEFING_EDIT_NOTE);
  g_assert_true (mig_briefing_save (briefing, file, NULL, NULL));

  for (guint round = 0; round < 30; round++)
    {
      pid_t child = fork ();
      g_autoptr (MigBriefing) found = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          for (guint i = 0;; i++)
            {
              g_autofree char *title = g_strdup_printf ("Save %u", i);

              mig_briefing_set_title (briefing, title);
              mig_briefing_save (briefing, file, NULL, NULL);
            }
        }
      g_usleep (1000 + round * 700);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      found = mig_briefing_read (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (mig_briefing_get_n (found), ==, 2);
      g_assert_cmpuint (strlen (mig_scene_get_fields (mig_briefing_get (found, 0))->note), ==, note->len);
    }
  empty_scratch ();
}

/* Nothing but a regular file is opened, and none that is too large. */
static void
test_odd_files (void)
{
  g_autofree char *pipe = g_build_filename (scratch, "pipe.migbrief", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (pipe);
  g_autoptr (GFile) folder = g_file_new_for_path (scratch);
  g_autoptr (GFile) missing = scratch_file ("missing.migbrief");
  GFile *files[] = { file, folder, missing };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MigProblems) problems = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (mig_briefing_read (files[i], &problems, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (mig_problems_get_n (problems), ==, 1);
      g_assert_null (strchr (error->message, '\n'));
    }
  empty_scratch ();
}

/* The copy */

static void
test_keeper (void)
{
  g_autoptr (MigBriefing) briefing = read_good (full);
  g_autoptr (MigBriefingKeeper) keeper = mig_briefing_keeper_new (briefing, scratch);
  g_autoptr (GFile) file = scratch_file ("kept");
  g_autofree char *path = NULL;

  g_assert_null (mig_briefing_keeper_get_path (keeper));
  mig_briefing_set_title (briefing, "Changed");
  while (mig_briefing_keeper_get_path (keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = g_strdup (mig_briefing_keeper_get_path (keeper));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  /* The copy of a program that runs is nobody else's. */
  {
    g_autoptr (GPtrArray) leftovers = mig_briefing_keeper_find_leftovers (scratch);

    g_assert_cmpuint (leftovers->len, ==, 0);
  }
  g_assert_true (mig_briefing_save (briefing, file, NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  empty_scratch ();
}

static void
test_recover_after_crash (void)
{
  g_autoptr (GFile) original = scratch_file ("original");
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (MigBriefing) recovered = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      MigBriefing *briefing = read_good (full);
      MigBriefingKeeper *keeper = mig_briefing_keeper_new (briefing, scratch);

      mig_briefing_keeper_set_original (keeper, original);
      mig_briefing_set_title (briefing, "Not saved");
      _exit (mig_briefing_keeper_keep_now (keeper, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);

  leftovers = mig_briefing_keeper_find_leftovers (scratch);
  g_assert_cmpuint (leftovers->len, ==, 1);
  g_assert_true (g_file_equal (((MigLeftover *) leftovers->pdata[0])->original, original));
  recovered = mig_leftover_recover (leftovers->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mig_briefing_get_title (recovered), ==, "Not saved");
  g_assert_true (mig_briefing_get_modified (recovered));

  mig_leftover_discard (leftovers->pdata[0]);
  g_ptr_array_unref (leftovers);
  leftovers = mig_briefing_keeper_find_leftovers (scratch);
  g_assert_cmpuint (leftovers->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  scratch = g_dir_make_tmp ("test-briefing-XXXXXX", NULL);

  g_test_add_func ("/briefing-file/round-trip", test_round_trip);
  g_test_add_func ("/briefing-file/unknown-members-survive-edits", test_unknown_members_survive_edits);
  g_test_add_func ("/briefing-file/versions", test_versions);
  g_test_add_func ("/briefing-file/example", test_example);
  g_test_add_func ("/briefing-file/moments", test_moments);
  g_test_add_func ("/briefing-file/problems", test_problems);
  g_test_add_func ("/briefing-file/hostile", test_hostile);
  g_test_add_func ("/briefing-file/save", test_save);
  g_test_add_func ("/briefing-file/save-fails", test_save_fails);
  g_test_add_func ("/briefing-file/killed-while-saving", test_killed_while_saving);
  g_test_add_func ("/briefing-file/odd-files", test_odd_files);
  g_test_add_func ("/briefing-file/keeper", test_keeper);
  g_test_add_func ("/briefing-file/recover-after-crash", test_recover_after_crash);

  status = g_test_run ();
  g_rmdir (scratch);
  g_free (scratch);
  return status;
}
