/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-json-tree.h"

#include <string.h>

#include "mig-hash.h"
#include "mig-json-lexer.h"
#include "mig-json-scanner.h"
#include "mig-json-text.h"

/*
 * Makes trees of records that the scanner has found sound, so that nothing is checked here a second time:
 *
 *   bytes ──▶ tokens ──▶ waiting values ──▶ bracket closed: those within it move to the finished ones, side by side
 *
 * All of it is two arrays and one block for all texts, kept from record to record: a whole file is read with next to
 * no allocation, which is most of what a tree of one object a value costs. Values within a list or object are
 * neighbours, so that the entry at a place is found at once, and members are looked through without a jump.
 */

/* A bracket that is still open. */
typedef struct
{
  const char *name;
  const char *begin;
  guint n_waiting; /* values that waited before it */
  gboolean is_object;
} Open;

typedef struct
{
  MigJsonTree *tree;
  const char *begin;
  const char *at;
  const char *end;
  const char *name; /* of the value to come */
  Open open[MIG_JSON_MAX_DEPTH];
  guint depth;
} Reading;

static void
add_value (Reading      *self,
           MigJsonValue  value,
           const char   *begin)
{
  value.name = self->name;
  value.offset = (guint32) (begin - self->begin);
  value.length = (guint32) (self->at - begin);
  self->name = NULL;
  g_array_append_val (self->tree->waiting, value);
}

/* A text takes no more room than in the file: its quotes go, its escapes shrink, and a NUL comes. */
static const char *
take_text (Reading *self,
           guint32 *length)
{
  char *text = self->tree->texts_end;
  const char *raw = self->at + 1;
  MigJsonToken token;
  gsize n;

  mig_json_lex_string ((const guint8 *) self->at, (const guint8 *) self->end, &token);
  n = (gsize) ((const char *) token.end - raw) - 1;
  if (token.escaped)
    n = mig_json_unescape_into (raw, n, text);
  else
    memcpy (text, raw, n);
  text[n] = '\0';

  self->tree->texts_end = text + n + 1;
  self->at = (const char *) token.end;
  *length = (guint32) n;
  return text;
}

static void
read_text (Reading *self)
{
  const char *begin = self->at;
  MigJsonValue value = { .type = MIG_JSON_TYPE_TEXT };
  gboolean is_key = self->depth > 0 && self->open[self->depth - 1].is_object && self->name == NULL;

  value.text = take_text (self, &value.n);
  if (is_key)
    {
      self->name = value.text;
      return;
    }
  if (value.n <= MIG_JSON_LONGEST_HASHED)
    value.hash = mig_hash_bytes (value.text, value.n);
  add_value (self, value, begin);
}

static void
read_number (Reading *self)
{
  const char *begin = self->at;
  char *after;
  MigJsonValue value = { .type = MIG_JSON_TYPE_NUMBER };

  /* There is always a bracket after it. */
  value.number = g_ascii_strtod (begin, &after);
  self->at = after;
  add_value (self, value, begin);
}

static void
read_word (Reading *self)
{
  const char *begin = self->at;
  MigJsonValue value = { .type = *begin == 'n' ? MIG_JSON_TYPE_NULL : MIG_JSON_TYPE_BOOLEAN };

  value.number = *begin == 't';
  self->at += *begin == 'f' ? strlen ("false") : strlen ("true");
  add_value (self, value, begin);
}

static void
open_bracket (Reading *self)
{
  self->open[self->depth++] = (Open) {
    .name = self->name,
    .begin = self->at,
    .n_waiting = self->tree->waiting->len,
    .is_object = *self->at == '{',
  };
  self->name = NULL;
  self->at++;
}

static void
close_bracket (Reading *self)
{
  const Open *open = &self->open[--self->depth];
  GArray *waiting = self->tree->waiting;
  MigJsonValue value = {
    .type = open->is_object ? MIG_JSON_TYPE_OBJECT : MIG_JSON_TYPE_LIST,
    .n = waiting->len - open->n_waiting,
  };

  value.first = self->tree->values->len;
  g_array_append_vals (self->tree->values, &g_array_index (waiting, MigJsonValue, open->n_waiting), value.n);
  g_array_set_size (waiting, open->n_waiting);

  self->at++;
  self->name = open->name;
  add_value (self, value, open->begin);
}

/**
 * mig_json_tree_begin:
 * @self: a tree
 * @size: the lengths in bytes of all records that will be added, taken together
 *
 * Empties the tree, and makes room.
 */
void
mig_json_tree_begin (MigJsonTree *self,
                     gsize        size)
{
  if (self->values == NULL)
    {
      self->values = g_array_new (FALSE, FALSE, sizeof (MigJsonValue));
      self->waiting = g_array_new (FALSE, FALSE, sizeof (MigJsonValue));
    }
  if (self->texts_size < size)
    {
      g_free (self->texts);
      self->texts_size = MAX (size, 2 * self->texts_size);
      self->texts = g_malloc (self->texts_size);
    }

  self->texts_end = self->texts;
  g_array_set_size (self->values, 0);
}

/**
 * mig_json_tree_add:
 * @self: a tree with room
 * @data: (array length=length): an object, from its { to its }, that mig_json_scan() has found sound
 * @length: its length in bytes; less than 4 GiB
 *
 * Reads a record.
 *
 * Returns: which of the tree's values the record is, for mig_json_tree_get()
 */
guint32
mig_json_tree_add (MigJsonTree *self,
                   const char  *data,
                   gsize        length)
{
  Reading reading = { .tree = self, .begin = data, .at = data, .end = data + length };

  while (reading.at < reading.end)
    switch (*reading.at)
      {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
      case ':':
        reading.at++;
        break;

      case '"':
        read_text (&reading);
        break;

      case '{':
      case '[':
        open_bracket (&reading);
        break;

      case '}':
      case ']':
        close_bracket (&reading);
        break;

      case 't':
      case 'f':
      case 'n':
        read_word (&reading);
        break;

      default:
        read_number (&reading);
      }

  /* All that is left waiting is the record itself. */
  g_array_append_vals (self->values, self->waiting->data, 1);
  g_array_set_size (self->waiting, 0);
  return self->values->len - 1;
}

/**
 * mig_json_tree_clear:
 * @self: a tree
 *
 * Frees what the tree holds.
 */
void
mig_json_tree_clear (MigJsonTree *self)
{
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->texts, g_free);
  self->texts_end = NULL;
  self->texts_size = 0;
}
