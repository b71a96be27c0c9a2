/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MigAnswer:
 *
 * What can be done with changes that were not saved.
 */
typedef enum
{
  MIG_ANSWER_CANCEL,
  MIG_ANSWER_DISCARD,
  MIG_ANSWER_SAVE,
} MigAnswer;

typedef void (*MigAnswerFunc) (MigAnswer answer, gpointer user_data);

#define MIG_TYPE_QUESTION (mig_question_get_type ())
G_DECLARE_FINAL_TYPE (MigQuestion, mig_question, MIG, QUESTION, GtkWindow)

void mig_question_ask (GtkWindow *parent,
                       const char *title,
                       const char *text,
                       MigAnswerFunc answer,
                       gpointer user_data);

G_END_DECLS
