/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-fold.h"

#include <string.h>

/* Words as search compares them. */

static void
assert_folds (const char *text,
              const char *expected)
{
  g_autofree char *folded = mig_fold_text (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_case_and_accents (void)
{
  assert_folds ("Crépeau", "crepeau");
  assert_folds ("CRÉPEAU", "crepeau");
  assert_folds ("Cre\xcc\x81peau", "crepeau");
  assert_folds ("Łódź Ørsted Æsop Straße", "lodz orsted aesop strasse");
  assert_folds ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ");
  assert_folds ("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul");
  assert_folds ("ﬁgures ２０１６", "figures 2016");
  assert_folds ("Ёлка", "елка");
}

/* With and without what Arabic may leave out: hamza, dots, vowels, stretching. */
static void
test_arabic (void)
{
  assert_folds ("الهجرة", "الهجره");
  assert_folds ("مستوى مستوي", "مستوي مستوي");
  assert_folds ("أمم إسلام آسيا ٱلأمم", "امم اسلام اسيا الامم");
  assert_folds ("مؤتمر هيئة", "موتمر هييه");
  assert_folds ("مُهَاجِرُونَ", "مهاجرون");
  assert_folds ("اعتبارًا", "اعتبارا");
  assert_folds ("هـجـــرة", "هجره");
  assert_folds ("ـ", "");
  assert_folds ("٢٠١٦ ۲۰۱۶", "2016 2016");
  assert_folds ("هجرت کودکان ایران", "هجرت كودكان ايران");
}

static void
test_digits (void)
{
  g_autofree char *arabic = mig_fold_digits ("٢٠١٦-٠٢ شباط");
  g_autofree char *wide = mig_fold_digits ("２０１６年");

  g_assert_cmpstr (arabic, ==, "2016-02 شباط");
  g_assert_cmpstr (wide, ==, "2016年");
}

static void
test_russian (void)
{
  assert_folds ("Ёжик ёлка ещё", "ежик елка еще");
  assert_folds ("Совещание", "совещание");
}

static void
test_words (void)
{
  assert_folds ("A/RES/70/1", "a res 70 1");
  assert_folds ("10.c — workers’ follow-up", "10 c workers follow up");
  assert_folds ("co\xc2\xadoperation", "cooperation");
  assert_folds ("移民 とは", "移 民 と は");
  assert_folds ("สวัสดี", "ส ว ส ด");
  assert_folds ("", "");
  assert_folds (" .,;\t\n", "");
  assert_folds ("\xcc\x81 \xcc\x81", "");
  assert_folds ("a\x01" "b\x7f" "c", "a b c");
}

/* What is too long is cut, and at a whole character. */
static void
test_long_word (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MigFold fold;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "ж");
  g_string_append (text, " end");

  mig_fold_init (&fold, text->str, -1);
  g_assert_true (mig_fold_next (&fold));
  g_assert_cmpuint (fold.n_word, <=, MIG_FOLD_MAX_WORD);
  g_assert_true (g_utf8_validate (fold.word, -1, NULL));
  g_assert_cmpuint (fold.n_bytes, ==, 200000);
  g_assert_true (mig_fold_next (&fold));
  g_assert_cmpstr (fold.word, ==, "end");
  g_assert_false (mig_fold_next (&fold));
}

static void
test_place (void)
{
  const char *text = "«Crépeau», 2016";
  MigFold fold;

  mig_fold_init (&fold, text, -1);
  g_assert_true (mig_fold_next (&fold));
  g_assert_cmpint (fold.begin - text, ==, 2);
  g_assert_cmpuint (fold.n_bytes, ==, strlen ("Crépeau"));
  g_assert_true (mig_fold_next (&fold));
  g_assert_true (g_str_equal (fold.begin, "2016"));
}

/* As much of the word as was asked for, with the marks on its letters. */
static void
test_measure (void)
{
  g_assert_cmpuint (mig_fold_measure ("Crépeau", strlen ("Crépeau"), 3), ==, strlen ("Cré"));
  g_assert_cmpuint (mig_fold_measure ("Cre\xcc\x81peau", strlen ("Cre\xcc\x81peau"), 3), ==, strlen ("Cre\xcc\x81"));
  g_assert_cmpuint (mig_fold_measure ("Straße", strlen ("Straße"), 5), ==, strlen ("Straß"));
  g_assert_cmpuint (mig_fold_measure ("remittances", 11, 5), ==, 5);
  g_assert_cmpuint (mig_fold_measure ("remit", 5, 50), ==, 5);
  g_assert_cmpuint (mig_fold_measure ("", 0, 2), ==, 0);
}

/* Not beyond the length that was given, in the middle of a text. */
static void
test_length (void)
{
  MigFold fold;

  mig_fold_init (&fold, "remittances", 5);
  g_assert_true (mig_fold_next (&fold));
  g_assert_cmpstr (fold.word, ==, "remit");
  g_assert_false (mig_fold_next (&fold));
}

/* What is typed finds words by their beginnings, each by its own, and nothing in the middle of one. */
static void
test_beginnings (void)
{
  const char *const both[] = { "mig", "inter", NULL }, *const one[] = { "inter", "grat", NULL };
  const char *const none[] = { NULL };
  const char *folded = "iom international organization for migration";

  g_assert_true (mig_fold_has_beginning (folded, "iom"));
  g_assert_true (mig_fold_has_beginning (folded, "organization for mig"));
  g_assert_true (mig_fold_has_beginning (folded, "migration"));
  g_assert_false (mig_fold_has_beginning (folded, "gration"));
  g_assert_false (mig_fold_has_beginning (folded, "migrations"));
  g_assert_false (mig_fold_has_beginning (folded, "organization mig"));
  g_assert_false (mig_fold_has_beginning ("", "a"));
  g_assert_true (mig_fold_has_beginnings (folded, (char *const *) both));
  g_assert_false (mig_fold_has_beginnings (folded, (char *const *) one));
  g_assert_true (mig_fold_has_beginnings (folded, (char *const *) none));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/case-and-accents", test_case_and_accents);
  g_test_add_func ("/fold/arabic", test_arabic);
  g_test_add_func ("/fold/digits", test_digits);
  g_test_add_func ("/fold/russian", test_russian);
  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/long-word", test_long_word);
  g_test_add_func ("/fold/beginnings", test_beginnings);
  g_test_add_func ("/fold/place", test_place);
  g_test_add_func ("/fold/measure", test_measure);
  g_test_add_func ("/fold/length", test_length);

  return g_test_run ();
}
