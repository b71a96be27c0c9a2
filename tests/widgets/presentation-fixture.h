/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bundled-fixture.h"
#include "mig-presentation.h"

/* What the tests of a presentation without windows share: six scenes of the bundled corpus. */

typedef struct
{
  MigCorpus *corpus;
  MigBriefing *briefing;
  MigPresentation *presentation;
  GString *said;
  guint n_ended;
  guint n_swaps;
} Fixture;

static const char *const targets[] = { "series", "M14", "S14-08", "nowhere", "gone too", "M02" };

static inline void
announce_cb (MigPresentation *presentation, const char *message, Fixture *fixture)
{
  g_string_assign (fixture->said, message);
}

static inline void
ended_cb (MigPresentation *presentation, Fixture *fixture)
{
  fixture->n_ended++;
}

static inline void
swap_cb (MigPresentation *presentation, Fixture *fixture)
{
  fixture->n_swaps++;
}

/* Six scenes, of which the fourth and the fifth are gone. */
static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->corpus = read_bundled ();
  fixture->briefing = mig_briefing_new ("Six scenes");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *name = g_strdup_printf ("scene %u", i);
      MigSceneFields fields = { .name = name, .selected = targets[i], .duration = 60 };

      g_ptr_array_add (scenes, mig_scene_new (&fields));
    }
  mig_briefing_begin (fixture->briefing, scenes, 0);
  fixture->presentation = mig_presentation_new (fixture->corpus, fixture->briefing, 0);
  fixture->said = g_string_new (NULL);
  g_signal_connect (fixture->presentation, "announce", G_CALLBACK (announce_cb), fixture);
  g_signal_connect (fixture->presentation, "ended", G_CALLBACK (ended_cb), fixture);
  g_signal_connect (fixture->presentation, "swap", G_CALLBACK (swap_cb), fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->briefing);
  g_object_unref (fixture->corpus);
  g_string_free (fixture->said, TRUE);
}

/* What the room sees: the id of what is selected. */
static inline const char *
get_room (Fixture *fixture)
{
  MigRoomView view = { 0 };

  mig_presentation_init_view (fixture->presentation, &view);
  return view.selected != MIG_REF_NONE ? mig_corpus_get_record (fixture->corpus, view.selected)->id : "";
}

static inline void
assert_at (Fixture *fixture, guint position, const char *room)
{
  g_assert_cmpuint (mig_presentation_get_position (fixture->presentation), ==, position);
  g_assert_cmpstr (get_room (fixture), ==, room);
}
