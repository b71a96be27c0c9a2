/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-card-private.h"
#include "mig-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A paragraph of a card, put together piece by piece. */

MigCardText *
mig_card_text_new (void)
{
  MigCardText *self = g_new (MigCardText, 1);

  self->text = g_string_new (NULL);
  self->strong = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
mig_card_text_free (gpointer data)
{
  MigCardText *self = data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->strong);
  g_free (self);
}

void
mig_card_text_add_plain (MigCardText *self, const char *text)
{
  g_string_append (self->text, text);
}

void
mig_card_text_add_strong (MigCardText *self, const char *text)
{
  guint from = (guint) self->text->len, to;

  g_string_append (self->text, text);
  to = (guint) self->text->len;
  g_array_append_val (self->strong, from);
  g_array_append_val (self->strong, to);
}

/* Between facts in a line. */
void
mig_card_text_add_separator (MigCardText *self)
{
  g_autoptr (GString) separator = NULL;

  if (self->text->len == 0)
    return;
  /* Translators: stands between facts in a line: "Panel · Friday 26 February 2016" */
  separator = g_string_new (C_("separator of facts", " · "));
  /* It ends a line, and begins none. */
  g_string_replace (separator, " ", "\u00a0", 1);
  mig_card_text_add_plain (self, separator->str);
}

/* "11 sessions", the number strong wherever the language puts it. */
void
mig_card_text_add_count (MigCardText *self, guint n, char *owned)
{
  g_autofree char *phrase = owned;
  g_autofree char *number = mig_words_number (n);
  const char *at = g_strstr_len (phrase, -1, number);

  mig_card_text_add_separator (self);
  if (at == NULL)
    {
      mig_card_text_add_plain (self, phrase);
      return;
    }
  g_string_append_len (self->text, phrase, at - phrase);
  mig_card_text_add_strong (self, number);
  mig_card_text_add_plain (self, at + strlen (number));
}
