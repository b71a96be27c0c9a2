/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-problems.h"

#include <glib/gi18n-lib.h>

/*
 * All that is wrong with a file, each thing with its place, and with the lines around it, so that the error page needs
 * no second look at a file that may have changed by then.
 *
 *   MigJsonScan, record parser, resolver ──▶ MigProblems ──▶ error page, `migmeet-corpus check`, "Copy report"
 *
 * It is filled by one thread and handed over whole; only the counting of references is made for more than one.
 */

typedef struct
{
  MigProblem problem;
  char **lines;
  guint64 first_line;
  guint64 span_column;
  guint64 span_length;
} Entry;

struct _MigProblems
{
  gatomicrefcount ref_count;

  GFile *file;
  guint64 size;
  GArray *entries;
  guint64 n_found;
};

G_DEFINE_BOXED_TYPE (MigProblems, mig_problems, mig_problems_ref, mig_problems_unref)

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->problem.path);
  g_free (entry->problem.what);
  g_free (entry->problem.hint);
  g_strfreev (entry->lines);
}

static Entry *
get_entry (MigProblems *self,
           guint        i)
{
  return &g_array_index (self->entries, Entry, i);
}

/**
 * mig_problems_new:
 * @file: (nullable): the file that is read
 *
 * Returns: (transfer full): an empty list of problems
 */
MigProblems *
mig_problems_new (GFile *file)
{
  MigProblems *self = g_new0 (MigProblems, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_set_object (&self->file, file);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

/**
 * mig_problems_ref:
 * @self: problems
 *
 * Returns: (transfer full): @self
 */
MigProblems *
mig_problems_ref (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mig_problems_unref:
 * @self: (transfer full): problems
 *
 * Drops a reference.
 */
void
mig_problems_unref (MigProblems *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->entries);
  g_clear_object (&self->file);
  g_free (self);
}

/**
 * mig_problems_add:
 * @self: problems
 * @line: line in the file, from 1; 0 for the file as a whole
 * @column: column in characters, from 1; 0 when unknown
 * @length: characters of the offending token; 0 when unknown
 * @path: (nullable): JSON path
 * @what: what was found, as a sentence
 * @hint: (nullable): what was expected or what to do, as a sentence
 *
 * Adds a problem. Past %MIG_PROBLEMS_MAX_STORED it is only counted. All texts are copied.
 */
void
mig_problems_add (MigProblems *self,
                  guint64      line,
                  guint64      column,
                  guint64      length,
                  const char  *path,
                  const char  *what,
                  const char  *hint)
{
  Entry entry = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (what != NULL);

  self->n_found++;
  if (mig_problems_is_full (self))
    return;

  entry.problem.line = line;
  entry.problem.column = column;
  entry.problem.length = length;
  entry.problem.path = g_strdup (path != NULL ? path : "");
  entry.problem.what = g_strdup (what);
  entry.problem.hint = g_strdup (hint != NULL ? hint : "");
  entry.span_column = column;
  entry.span_length = length;
  g_array_append_val (self->entries, entry);
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const MigProblem *one = &((const Entry *) a)->problem;
  const MigProblem *other = &((const Entry *) b)->problem;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return 0;
}

/**
 * mig_problems_take:
 * @self: problems
 * @others: problems of the same file, found in another thread that is done; left empty
 *
 * Adds all that the others are, in the order of the file, as if they had been added one by one.
 */
void
mig_problems_take (MigProblems *self,
                   MigProblems *others)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (others != NULL);

  g_array_append_vals (self->entries, others->entries->data, others->entries->len);
  self->n_found += others->n_found;
  mig_problems_sort (self);
  if (mig_problems_is_full (self))
    g_array_set_size (self->entries, MIG_PROBLEMS_MAX_STORED);

  /* The texts are the first's now. */
  g_array_set_clear_func (others->entries, NULL);
  g_array_set_size (others->entries, 0);
  g_array_set_clear_func (others->entries, clear_entry);
  others->n_found = 0;
}

/**
 * mig_problems_sort:
 * @self: problems
 *
 * Puts the problems into the order of the file.
 */
void
mig_problems_sort (MigProblems *self)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->entries, compare_entries);
}

/**
 * mig_problems_is_full:
 * @self: problems
 *
 * Returns: whether further problems would only be counted
 */
gboolean
mig_problems_is_full (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->entries->len >= MIG_PROBLEMS_MAX_STORED;
}

/**
 * mig_problems_get_n:
 * @self: problems
 *
 * Returns: how many problems can be had from mig_problems_get()
 */
guint
mig_problems_get_n (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * mig_problems_get_n_found:
 * @self: problems
 *
 * Returns: how many problems there are, those that were only counted included
 */
guint64
mig_problems_get_n_found (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_found;
}

/**
 * mig_problems_get:
 * @self: problems
 * @i: which one, from 0
 *
 * Returns: (transfer none): the problem; valid until another is added or they are sorted
 */
const MigProblem *
mig_problems_get (MigProblems *self,
                  guint        i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->entries->len, NULL);

  return &get_entry (self, i)->problem;
}

/**
 * mig_problems_get_file:
 * @self: problems
 *
 * Returns: (transfer none) (nullable): the file that was read
 */
GFile *
mig_problems_get_file (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

/**
 * mig_problems_set_size:
 * @self: problems
 * @size: size of the file in bytes
 *
 * Tells how large the file was when it was read.
 */
void
mig_problems_set_size (MigProblems *self,
                       guint64      size)
{
  g_return_if_fail (self != NULL);

  self->size = size;
}

/**
 * mig_problems_get_size:
 * @self: problems
 *
 * Returns: how many bytes the file had when it was read; 0 when it was not read
 */
guint64
mig_problems_get_size (MigProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * mig_problems_take_excerpt:
 * @self: problems
 * @i: which problem
 * @first_line: number in the file of the first of @lines
 * @lines: (transfer full): the lines around the problem, valid UTF-8 without their ends; long ones may be cut
 *
 * Gives a problem its excerpt. Where the problem's own line is cut at its start, say with
 * mig_problems_set_excerpt_span() where the problem is now.
 */
void
mig_problems_take_excerpt (MigProblems *self,
                           guint        i,
                           guint64      first_line,
                           char       **lines)
{
  Entry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (i < self->entries->len);

  entry = get_entry (self, i);
  g_strfreev (entry->lines);
  entry->lines = lines;
  entry->first_line = first_line;
}

/**
 * mig_problems_get_excerpt:
 * @self: problems
 * @i: which problem
 * @first_line: (out) (optional): number in the file of the first line
 *
 * Returns: (transfer none) (nullable): the lines around the problem; %NULL when it has no place in the file
 */
const char *const *
mig_problems_get_excerpt (MigProblems *self,
                          guint        i,
                          guint64     *first_line)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->entries->len, NULL);

  entry = get_entry (self, i);
  if (first_line != NULL)
    *first_line = entry->first_line;

  return (const char *const *) entry->lines;
}

/**
 * mig_problems_set_excerpt_span:
 * @self: problems
 * @i: which problem
 * @column: column in characters within the excerpt's line, from 1
 * @length: how many of its characters to underline
 *
 * Tells where in the excerpt the offending token stands. Without this it is the problem's own column and length.
 */
void
mig_problems_set_excerpt_span (MigProblems *self,
                               guint        i,
                               guint64      column,
                               guint64      length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (i < self->entries->len);

  get_entry (self, i)->span_column = column;
  get_entry (self, i)->span_length = length;
}

/**
 * mig_problems_get_excerpt_span:
 * @self: problems
 * @i: which problem
 * @column: (out) (optional): column in characters within the excerpt's line, from 1; 0 when unknown
 * @length: (out) (optional): how many of its characters to underline; 0 when unknown
 *
 * Gets where in the excerpt the offending token stands. It differs from the problem's column in a long line, of which
 * the excerpt holds only a part.
 */
void
mig_problems_get_excerpt_span (MigProblems *self,
                               guint        i,
                               guint64     *column,
                               guint64     *length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (i < self->entries->len);

  if (column != NULL)
    *column = get_entry (self, i)->span_column;
  if (length != NULL)
    *length = get_entry (self, i)->span_length;
}

/**
 * mig_problem_format:
 * @problem: a problem
 * @file_name: (nullable): what to call the file
 *
 * Puts a problem into one line, in the form that editors and terminals know from compilers:
 * `FILE:LINE:COLUMN: PATH: WHAT HINT`. What is not known is left out.
 *
 * Returns: (transfer full): the line, without a line feed
 */
char *
mig_problem_format (const MigProblem *problem,
                    const char       *file_name)
{
  g_autoptr (GString) line = g_string_new (file_name);

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->line > 0)
    {
      g_string_append_printf (line, "%s%" G_GUINT64_FORMAT, line->len > 0 ? ":" : "", problem->line);
      if (problem->column > 0)
        g_string_append_printf (line, ":%" G_GUINT64_FORMAT, problem->column);
    }
  if (line->len > 0)
    g_string_append (line, ": ");
  if (*problem->path != '\0')
    g_string_append_printf (line, "%s: ", problem->path);

  if (*problem->hint != '\0')
    /* Translators: two whole sentences: what is wrong in the file, and what is expected instead. */
    g_string_append_printf (line, C_("problem", "%1$s %2$s"), problem->what, problem->hint);
  else
    g_string_append (line, problem->what);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * mig_problems_format:
 * @self: problems
 *
 * Makes a report that can be copied: one line a problem, see mig_problem_format(), and one more for those that were
 * only counted.
 *
 * Returns: (transfer full): the report; each line ends in a line feed
 */
char *
mig_problems_format (MigProblems *self)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *name = NULL;
  guint64 n_more;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->file != NULL)
    name = g_file_get_parse_name (self->file);

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *line = mig_problem_format (mig_problems_get (self, i), name);

      g_string_append_printf (report, "%s\n", line);
    }

  n_more = self->n_found - self->entries->len;
  if (n_more > 0)
    {
      guint n = (guint) MIN (n_more, G_MAXUINT);

      /* Translators: the last line of a list of what is wrong in a file. */
      g_string_append_printf (report, g_dngettext (GETTEXT_PACKAGE, "…and %u more.", "…and %u more.", n), n);
      g_string_append_c (report, '\n');
    }

  return g_string_free (g_steal_pointer (&report), FALSE);
}
