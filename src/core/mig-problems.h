/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MigProblem:
 * @line: line in the file, from 1; 0 when the problem is the file's as a whole
 * @column: column in characters, from 1; 0 when unknown
 * @path: JSON path ("events[12].start_date"), or "" outside the structure
 * @what: what was found: "“2016-13-01” is not a date."
 * @hint: what was expected or what to do: "The month must be 01 to 12."; may be ""
 * @length: characters of the offending token, for the excerpt's underline; 0 when unknown
 */
typedef struct
{
  guint64 line;
  guint64 column;
  guint64 length;
  char *path;
  char *what;
  char *hint;
} MigProblem;

/* As many problems as a person could ever want to see; the others are only counted. */
#define MIG_PROBLEMS_MAX_STORED 1000

#define MIG_TYPE_PROBLEMS (mig_problems_get_type ())
typedef struct _MigProblems MigProblems;

GType             mig_problems_get_type (void);
MigProblems      *mig_problems_new (GFile *file);
MigProblems      *mig_problems_ref (MigProblems *self);
void              mig_problems_unref (MigProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MigProblems, mig_problems_unref)

void              mig_problems_add (MigProblems *self,
                                    guint64 line,
                                    guint64 column,
                                    guint64 length,
                                    const char *path,
                                    const char *what,
                                    const char *hint);
void              mig_problems_take (MigProblems *self, MigProblems *others);
void              mig_problems_sort (MigProblems *self);
gboolean          mig_problems_is_full (MigProblems *self);
guint             mig_problems_get_n (MigProblems *self);
guint64           mig_problems_get_n_found (MigProblems *self);
const MigProblem *mig_problems_get (MigProblems *self, guint i);
GFile            *mig_problems_get_file (MigProblems *self);
void              mig_problems_set_size (MigProblems *self, guint64 size);
guint64           mig_problems_get_size (MigProblems *self);
void              mig_problems_take_excerpt (MigProblems *self, guint i, guint64 first_line, char **lines);
const char *const *mig_problems_get_excerpt (MigProblems *self, guint i, guint64 *first_line);
void              mig_problems_set_excerpt_span (MigProblems *self, guint i, guint64 column, guint64 length);
void              mig_problems_get_excerpt_span (MigProblems *self, guint i, guint64 *column, guint64 *length);
char             *mig_problem_format (const MigProblem *problem, const char *file_name);
char             *mig_problems_format (MigProblems *self);

G_END_DECLS
