/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-scanner-private.h"

#include "mig-excerpt.h"
#include "mig-json-faults.h"
#include "mig-json-text.h"

/* Where a scan is, and what is wrong there: line, column, JSON path, words and excerpt are put together here. */

/**
 * mig_json_scan_get_place:
 * @self: a scan
 *
 * Returns: where the scan is, as a place of one character
 */
MigJsonPlace
mig_json_scan_get_place (MigJsonScan *self)
{
  return (MigJsonPlace) {
    .offset = (gsize) (self->at - self->begin),
    .line = self->line,
    .column = (guint64) (self->at - self->line_begin) - self->n_continuations + 1,
    .length = 1,
  };
}

static void
append_key (GString      *path,
            const guint8 *key,
            gsize         length)
{
  g_autofree char *name = mig_json_shorten ((const char *) key, (gssize) length);
  gboolean is_word = *name != '\0';

  for (const char *at = name; *at != '\0'; at++)
    is_word = is_word && (g_ascii_isalnum (*at) || *at == '_' || *at == '-' || (*at & 0x80));

  if (is_word)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name);
  else
    g_string_append_printf (path, "[\"%s\"]", name);
}

static char *
dup_path (MigJsonScan *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const MigJsonFrame *frame = &self->frames[i];

      if (frame->type == '{' && frame->key != NULL)
        append_key (path, frame->key, frame->key_length);
      else if (frame->type == '[' && frame->n > 0)
        g_string_append_printf (path, "[%u]", frame->n - 1);
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * mig_json_scan_report:
 * @self: a scan
 * @fault: what is wrong
 * @place: where; its length is worked out
 * @length: how many bytes the message may quote
 * @line: line of what the fault hangs together with: of the same key before, of the bracket that is open; else 0
 *
 * Reports a fault, and ends the scan if it is a fatal one.
 */
void
mig_json_scan_report (MigJsonScan *self,
                      MigJsonFault fault,
                      MigJsonPlace place,
                      gsize        length,
                      guint64      line)
{
  const char *token = (const char *) self->begin + place.offset;
  g_autofree char *path = NULL;
  g_autofree char *what = NULL;
  g_autofree char *hint = NULL;

  if (mig_json_fault_is_fatal (fault))
    self->is_over = TRUE;
  self->slice.sound = FALSE;

  /* Past what can be stored it is only counted, and words would be wasted. */
  if (mig_problems_is_full (self->problems))
    {
      mig_problems_add (self->problems, place.line, place.column, 0, NULL, "", NULL);
      return;
    }

  length = MIN (length, (gsize) (self->end - self->begin) - place.offset);
  place.length = MAX (mig_json_count_characters (token, token + length), 1);
  path = dup_path (self);
  what = mig_json_fault_what (fault, token, length);
  hint = mig_json_fault_hint (fault, token, length, line);
  mig_excerpt_add_problem (self->problems, self->bytes, &place, path, what, hint);
}

/**
 * mig_json_scan_report_here:
 * @self: a scan
 * @fault: what is wrong, if there is nothing better to say
 *
 * Reports what stands at the present place instead of what was expected.
 */
void
mig_json_scan_report_here (MigJsonScan *self,
                           MigJsonFault fault)
{
  gsize sequence = mig_utf8_sequence (self->at, self->end);
  gsize length = MAX (sequence, 1);

  if (sequence == 0)
    fault = MIG_JSON_FAULT_NOT_UTF8;
  else if (*self->at == '\'')
    fault = MIG_JSON_FAULT_SINGLE_QUOTE;
  else if (*self->at == '/' || *self->at == '#')
    fault = MIG_JSON_FAULT_COMMENT;

  while (g_ascii_isalnum (*self->at) && length < (gsize) (self->end - self->at) && g_ascii_isalnum (self->at[length]))
    length++;

  mig_json_scan_report (self, fault, mig_json_scan_get_place (self), length, 0);
}

/**
 * mig_json_scan_report_end:
 * @self: a scan within a bracket
 *
 * Reports that the file ends too early.
 */
void
mig_json_scan_report_end (MigJsonScan *self)
{
  const MigJsonFrame *frame = &self->frames[self->depth - 1];

  mig_json_scan_report (self, frame->type == '{' ? MIG_JSON_FAULT_END_IN_OBJECT : MIG_JSON_FAULT_END_IN_ARRAY,
                        mig_json_scan_get_place (self), 0, frame->line);
}

/**
 * mig_json_scan_report_token:
 * @self: a scan
 * @token: a token that begins at the present place and has a fault
 *
 * Reports the fault.
 */
void
mig_json_scan_report_token (MigJsonScan        *self,
                            const MigJsonToken *token)
{
  gsize distance = (gsize) (token->fault_at - self->at);
  MigJsonPlace place = mig_json_scan_get_place (self);

  place.offset += distance;
  place.column += distance - token->fault_continuations;
  mig_json_scan_report (self, token->fault, place, token->fault_length, 0);
}
