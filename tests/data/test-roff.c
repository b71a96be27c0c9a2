/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mig-roff.h"

/* Whatever a text holds, roff prints it and obeys none of it. */

typedef struct
{
  const char *text;
  const char *roff;
} Case;

static char *
write_line (const char *text, gboolean is_plain)
{
  MigRoff roff = { .text = g_string_new (NULL), .is_plain = is_plain };

  mig_roff_append (&roff, MIG_ROFF_ROMAN, text, -1);
  mig_roff_end_line (&roff);
  return g_string_free (roff.text, FALSE);
}

static void
test_text (void)
{
  static const Case cases[] = {
    { "plain words", "plain words\n" },
    /* Requests, at the beginning of a line only. */
    { ".so /etc/passwd", "\\&.so /etc/passwd\n" },
    { "'ex", "\\&\\(aqex\n" },
    { "a.b 'c", "a.b \\(aqc\n" },
    { "two\n.so lines\tand a tab", "two .so lines and a tab\n" },
    /* What roff would read or print otherwise. */
    { "\\fBx\\*y", "\\(rsfBx\\(rs*y\n" },
    { "--output=2016-02", "\\-\\-output=2016\\-02\n" },
    { "\"a\" `b` c^d ~e", "\\(dqa\\(dq \\(gab\\(ga c\\(had \\(tie\n" },
    /* Spaces that may not break. */
    { "fin\u00a0: vrai\u202f!", "fin\\~: vrai\\~!\n" },
    /* Lines of Chinese break between characters, but not before or behind every sign, and not within words. */
    { "时间线", "时\\:间\\:线\n" },
    { "（甲、乙）。", "（甲、\\:乙）。\n" },
    { "“文件”与 --format 合用", "“文\\:件”\\:与 \\-\\-format 合\\:用\n" },
    { "PDF文件", "PDF\\:文\\:件\n" },
    { "العربية русский", "العربية русский\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = write_line (cases[i].text, FALSE);

      g_assert_cmpstr (line, ==, cases[i].roff);
    }
}

static void
test_plain_lines_have_no_breaks (void)
{
  g_autofree char *line = write_line (".时间线", TRUE);

  g_assert_cmpstr (line, ==, "\\&.时间线\n");
}

static void
test_fonts (void)
{
  MigRoff roff = { .text = g_string_new (NULL) };

  mig_roff_append (&roff, MIG_ROFF_BOLD, ".x", -1);
  mig_roff_append (&roff, MIG_ROFF_ROMAN, "=", -1);
  mig_roff_append (&roff, MIG_ROFF_ITALIC, "FILE.svg", 4);
  mig_roff_append (&roff, MIG_ROFF_ITALIC, "", -1);
  mig_roff_end_line (&roff);
  mig_roff_append (&roff, MIG_ROFF_ROMAN, ".y", -1);
  g_assert_cmpstr (roff.text->str, ==, "\\fB.x\\fR=\\fIFILE\\fR\n\\&.y");
  g_string_free (roff.text, TRUE);
}

static void
test_arguments (void)
{
  MigRoff roff = { .text = g_string_new (NULL) };

  mig_roff_request (&roff, ".SH");
  mig_roff_argument (&roff, "SEE \"ALSO\"");
  mig_roff_argument (&roff, "名称");
  mig_roff_argument (&roff, "");
  mig_roff_end_line (&roff);
  g_assert_cmpstr (roff.text->str, ==, ".SH \"SEE \\(dqALSO\\(dq\" \"名称\" \"\"\n");
  g_string_free (roff.text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roff/text", test_text);
  g_test_add_func ("/roff/plain", test_plain_lines_have_no_breaks);
  g_test_add_func ("/roff/fonts", test_fonts);
  g_test_add_func ("/roff/arguments", test_arguments);

  return g_test_run ();
}
