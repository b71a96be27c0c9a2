/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-catalogue.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* MigCatalogue
 *
 * Reads the binary format of GNU gettext (its manual, "The Format of GNU MO Files"): a header, two tables of lengths
 * and offsets, and the strings, the originals in ascending order.
 *
 * The interface itself is translated by the C library. The names of a corpus cannot be: a catalogue that lies beside a
 * corpus comes from anywhere, and the library trusts every offset in it; two corpora may each bring a domain of the
 * same name from different folders, and the library knows one folder a domain; and it tells nothing of any language but
 * the reader's, while the coverage of all is asked for. So everything is checked here once, before it is used. */

#define MAGIC 0x950412de
#define HEADER_SIZE 28
#define ENTRY_SIZE 8
#define MAX_FILE_SIZE (64 * 1024 * 1024)

struct _MigCatalogue
{
  GBytes *bytes;
  const char *data;
  gsize size;
  gboolean is_swapped;
  guint32 n;
  guint32 originals; /* offset of a table */
  guint32 translations;
};

static guint32
read_number (MigCatalogue *self,
             gsize         offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);
  return self->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static const char *
get_string (MigCatalogue *self,
            guint32       table,
            guint32       index)
{
  return self->data + read_number (self, table + (gsize) index * ENTRY_SIZE + 4);
}

static gboolean
is_table (MigCatalogue *self,
          guint32       offset)
{
  return offset <= self->size && self->n <= (self->size - offset) / ENTRY_SIZE;
}

static gboolean
is_string (MigCatalogue *self,
           guint32       table,
           guint32       index)
{
  const gsize length = read_number (self, table + (gsize) index * ENTRY_SIZE);
  const gsize offset = read_number (self, table + (gsize) index * ENTRY_SIZE + 4);

  return offset < self->size && length < self->size - offset && self->data[offset + length] == '\0' &&
         g_utf8_validate (self->data + offset, -1, NULL);
}

/* Looking up trusts all that is checked here. */
static gboolean
is_sound (MigCatalogue *self)
{
  if (self->size < HEADER_SIZE)
    return FALSE;

  self->is_swapped = read_number (self, 0) != MAGIC;
  if (read_number (self, 0) != MAGIC)
    return FALSE;

  /* The upper half is the major revision; 0 and 1 differ in what is not read here. */
  if (read_number (self, 4) >> 16 > 1)
    return FALSE;

  self->n = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);
  if (!is_table (self, self->originals) || !is_table (self, self->translations))
    return FALSE;

  for (guint32 i = 0; i < self->n; i++)
    if (!is_string (self, self->originals, i) || !is_string (self, self->translations, i) ||
        (i > 0 && strcmp (get_string (self, self->originals, i - 1), get_string (self, self->originals, i)) >= 0))
      return FALSE;

  return TRUE;
}

/**
 * mig_catalogue_new_from_bytes:
 * @bytes: what msgfmt wrote
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL with %G_IO_ERROR_INVALID_DATA when @bytes are none, or when
 *   their texts are not in UTF-8
 */
MigCatalogue *
mig_catalogue_new_from_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr(MigCatalogue) self = g_new0 (MigCatalogue, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (is_sound (self))
    return g_steal_pointer (&self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is not a catalogue of translations."));
  return NULL;
}

/**
 * mig_catalogue_new_from_file:
 * @path: a file
 * @error: return location for a #GError of %G_IO_ERROR or %G_FILE_ERROR
 *
 * Reads a file of at most 64 MiB whole: one that was mapped could change under the reader's hands.
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL when it could not be read
 */
MigCatalogue *
mig_catalogue_new_from_file (const char  *path,
                             GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *contents;
  gsize length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;

  /* A pipe would be waited for, a device read for ever. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_FILE_SIZE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is not a catalogue of translations."));
      return NULL;
    }

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (contents, length);
  return mig_catalogue_new_from_bytes (bytes, error);
}

/**
 * mig_catalogue_free:
 * @self: (transfer full): a catalogue
 *
 * Frees it, and every text that was looked up in it.
 */
void
mig_catalogue_free (MigCatalogue *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * mig_catalogue_lookup:
 * @self: a catalogue
 * @context: (nullable): the context (msgctxt)
 * @text: the original (msgid)
 *
 * Returns: (transfer none) (nullable): the translation, owned by the catalogue; %NULL when it has none
 */
const char *
mig_catalogue_lookup (MigCatalogue *self,
                      const char   *context,
                      const char   *text)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, "\004", text, NULL) : g_strdup (text);
  guint32 low = 0;
  guint32 high = self->n;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const int order = strcmp (key, get_string (self, self->originals, middle));

      if (order == 0)
        {
          const char *translation = get_string (self, self->translations, middle);

          return *translation != '\0' ? translation : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/**
 * mig_catalogue_dup_header:
 * @self: a catalogue
 * @field: a field of its header: "Language"
 *
 * Returns: (transfer full) (nullable): what the field holds; %NULL when it is missing or empty
 */
char *
mig_catalogue_dup_header (MigCatalogue *self,
                          const char   *field)
{
  const char *header = mig_catalogue_lookup (self, NULL, "");
  g_auto(GStrv) lines = g_strsplit (header != NULL ? header : "", "\n", -1);
  const gsize length = strlen (field);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], field, length) == 0 && lines[i][length] == ':')
      {
        const char *value = g_strstrip (lines[i] + length + 1);

        return *value != '\0' ? g_strdup (value) : NULL;
      }

  return NULL;
}
