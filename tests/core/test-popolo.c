/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mig-cross-links.h"

#include "reader-fixture.h"

/* What the reader makes of Popolo's own members, in a corpus and in files that know nothing of this program. */

/* What Popolo has of people and bodies, and what a document says of its sections. */
static void
test_details (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("harbour.json");
  const MigPerson *person = mig_corpus_get_person (corpus, mig_corpus_lookup (corpus, "P-brandt"));
  const MigOrganization *league = mig_corpus_get_organization (corpus, mig_corpus_lookup (corpus, "O-league"));
  const MigDocument *report = mig_corpus_get_document (corpus, mig_corpus_lookup (corpus, "D-report"));
  const MigPost *chair = mig_corpus_get_post (corpus, mig_corpus_lookup (corpus, "POST-chair"));
  const MigMembership *delegate = mig_corpus_get_membership (corpus, mig_ref (MIG_KIND_MEMBERSHIP, 2));
  const MigFigure *fog = mig_corpus_get_figure (corpus, mig_corpus_lookup (corpus, "F-fog"));
  const MigFigure *ships = mig_corpus_get_figure (corpus, mig_corpus_lookup (corpus, "F-ships"));
  const MigContact *contact;
  const MigSection *section;
  MigDate date;

  g_assert_cmpstr (person->honorific_suffix, ==, "R.H.M.");
  g_assert_cmpstr (person->gender, ==, "female");
  g_assert_cmpstr (person->national_identity, ==, "Saltish");
  g_assert_true (mig_date_parse_edtf ("1948-02/2011", &date, NULL));
  g_assert_cmpint (mig_date_compare (&person->life, &date), ==, 0);
  /* An address that stands among the contacts is not told again. */
  g_assert_cmpuint (person->contacts.n, ==, 1);
  g_assert_cmpuint (person->record.links.n, ==, 1);
  g_assert_cmpstr (mig_corpus_get_links (corpus, person->record.links)->url, ==, "https://league.example/brandt.jpg");

  contact = mig_corpus_get_contacts (corpus, league->contacts);
  g_assert_cmpuint (league->contacts.n, ==, 3);
  g_assert_cmpstr (contact[0].label, ==, "Seat");
  g_assert_cmpstr (contact[0].note, ==, "not on Sundays");
  g_assert_cmpstr (contact[1].label, ==, "");
  g_assert_cmpstr (contact[2].type, ==, "email");
  g_assert_cmpstr (contact[2].value, ==, "league@league.example");
  g_assert_cmpuint (league->area, ==, mig_corpus_lookup (corpus, "A-coast"));
  g_assert_cmpuint (chair->area, ==, mig_corpus_lookup (corpus, "A-coast"));
  g_assert_true (mig_date_parse_edtf ("1951/2010", &date, NULL));
  g_assert_cmpint (mig_date_compare (&chair->date, &date), ==, 0);

  section = mig_corpus_get_sections (corpus, report->sections);
  g_assert_cmpuint (report->sections.n, ==, 3);
  g_assert_cmpstr (section[1].section, ==, "II.A");
  g_assert_cmpstr (section[1].title, ==, "Bells");
  g_assert_cmpuint (section[1].n_paragraphs, ==, 14);
  g_assert_cmpuint (section[2].n_paragraphs, ==, 0);

  g_assert_cmpuint (delegate->on_behalf_of, ==, mig_corpus_lookup (corpus, "O-gulls"));
  g_assert_cmpuint (delegate->area, ==, mig_corpus_lookup (corpus, "A-mouth"));
  g_assert_cmpuint (delegate->event, ==, mig_corpus_lookup (corpus, "E-decade"));
  g_assert_true (mig_date_parse_edtf ("2001/2003", &date, NULL));
  g_assert_cmpint (mig_date_compare (&delegate->date, &date), ==, 0);

  g_assert_true (mig_date_parse_edtf ("2001-05-02~", &date, NULL));
  g_assert_cmpint (mig_date_compare (mig_corpus_get_date (corpus, mig_corpus_lookup (corpus, "SP-0")), &date), ==, 0);
  g_assert_cmpfloat (fog->value, ==, 8);
  g_assert_cmpfloat (fog->max_value, ==, 32);
  g_assert_cmpfloat (ships->max_value, ==, ships->value);
}

/* A file that knows nothing of this program opens as it is. */
static void
test_popolo (void)
{
  g_autoptr (MigCorpus) corpus = read_fixture ("popolo.json");
  MigRef person = mig_corpus_lookup (corpus, "7");
  MigRef party = mig_corpus_lookup (corpus, "party");
  const MigMembership *membership;
  MigRefs refs;
  MigDate date;

  g_assert_cmpstr (mig_corpus_get_id (corpus), ==, "popolo");
  g_assert_cmpstr (mig_corpus_get_title (corpus), ==, "popolo.json");
  g_assert_cmpint (mig_ref_kind (person), ==, MIG_KIND_PERSON);
  g_assert_cmpstr (mig_corpus_get_record (corpus, person)->description, ==,
                   "Member for the Northern Isles\nBorn on the northernmost of them.");
  g_assert_cmpstr (mig_corpus_get_person (corpus, person)->sort_name, ==, "Eze, Ngozi");
  g_assert_cmpstr (get_record (corpus, "8")->name, ==, "Paul Moreau");
  g_assert_cmpstr (get_record (corpus, "9")->name, ==, "9");

  /* The membership that stands in the person and in the list is one; the one that stands only there is read, too. */
  refs = mig_corpus_get_related (corpus, person, MIG_RELATION_MEMBERSHIPS);
  assert_refs (corpus, refs, "m1 treasurer");
  membership = mig_corpus_get_membership (corpus, refs.refs[0]);
  g_assert_cmpuint (membership->post, ==, mig_corpus_lookup (corpus, "seat-north"));
  membership = mig_corpus_get_membership (corpus, refs.refs[1]);
  g_assert_cmpuint (membership->organization, ==, party);
  g_assert_true (mig_date_parse_edtf ("2011-03-01/..", &date, NULL));
  g_assert_cmpint (mig_date_compare (&membership->date, &date), ==, 0);
  assert_refs (corpus, mig_corpus_get_related (corpus, party, MIG_RELATION_MEMBERSHIPS), "treasurer member");

  /* A person and an organization have the same id: each is found where it is meant. */
  refs = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "8"), MIG_RELATION_MEMBERSHIPS);
  assert_refs (corpus, refs, "Clerk of the Committee member");
  membership = mig_corpus_get_membership (corpus, refs.refs[0]);
  g_assert_cmpstr (mig_corpus_get_record (corpus, membership->organization)->name, ==, "The Seventh Committee");
  g_assert_null (mig_corpus_dup_address (corpus, membership->organization));

  refs = mig_corpus_get_related (corpus, mig_corpus_lookup (corpus, "sitting-1"), MIG_RELATION_SPEECHES);
  assert_refs (corpus, refs, "s1 s2");
  g_assert_cmpstr (mig_corpus_get_record (corpus, refs.refs[0])->name, ==, "THE SPEAKER");
  g_assert_true (mig_date_parse_edtf ("2011-03-09", &date, NULL));
  g_assert_cmpint (mig_date_compare (mig_corpus_get_date (corpus, refs.refs[0]), &date), ==, 0);
  g_assert_cmpint (mig_corpus_get_event (corpus, mig_corpus_lookup (corpus, "term/4"))->role, ==, MIG_EVENT_ROLE_EVENT);
}

/* A part of a larger Popolo file opens, with what it refers to missing; only who asks for strictness is told. */
static void
test_cut_out (void)
{
  static const char text[] =
    "{\"memberships\":[{\"person_id\":\"p\",\"organization_id\":\"o\",\"area_id\":\"a\"}],"
    "\"persons\":[{\"id\":\"p\"}]}";
  g_autoptr (MigCorpusReader) reader = mig_corpus_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigProblems) strict_problems = NULL;
  g_autoptr (MigCorpus) corpus = mig_corpus_reader_read_bytes (reader, bytes, NULL, &problems, NULL, NULL);
  const MigMembership *membership;

  assert_problems (problems, "");
  membership = mig_corpus_get_membership (corpus, mig_ref (MIG_KIND_MEMBERSHIP, 0));
  g_assert_cmpuint (membership->person, ==, mig_corpus_lookup (corpus, "p"));
  g_assert_cmpuint (membership->organization, ==, MIG_REF_NONE);

  mig_corpus_reader_set_strict (reader, TRUE);
  g_assert_null (mig_corpus_reader_read_bytes (reader, bytes, NULL, &strict_problems, NULL, NULL));
  g_assert_cmpuint (mig_problems_get_n (strict_problems), ==, 2);
}

/* A speech need not tell where it was given: then it is none of the places at which something was raised. */
static void
test_speech_without_event (void)
{
  static const char text[] =
    "{ \"events\": [ { \"id\": \"sitting\", \"name\": \"Sitting\" } ],"
    " \"topics\": [ { \"id\": \"rivers\", \"name\": \"Rivers\" } ],"
    " \"speeches\": [ { \"id\": \"nowhere\" }, { \"id\": \"there\", \"event_id\": \"sitting\" } ],"
    " \"mentions\": [ { \"from_id\": \"nowhere\", \"to_id\": \"rivers\" },"
    " { \"from_id\": \"there\", \"to_id\": \"rivers\" } ] }";
  g_autoptr (MigCorpus) corpus = read_text (text, NULL);
  g_autoptr (GArray) raisings = NULL;
  MigRef rivers;

  g_assert_nonnull (corpus);
  rivers = mig_corpus_lookup (corpus, "rivers");
  raisings = mig_cross_links_get_raisings (corpus, rivers);
  g_assert_cmpuint (raisings->len, ==, 1);
  g_assert_cmpuint (g_array_index (raisings, MigRaising, 0).place, ==, mig_corpus_lookup (corpus, "sitting"));
  g_assert_cmpuint (mig_corpus_get_n_places (corpus, rivers), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/popolo/details", test_details);
  g_test_add_func ("/popolo/plain", test_popolo);
  g_test_add_func ("/popolo/cut-out", test_cut_out);
  g_test_add_func ("/popolo/speech-without-event", test_speech_without_event);

  return g_test_run ();
}
