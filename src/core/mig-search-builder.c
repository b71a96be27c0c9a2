/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <string.h>

#include "mig-hash.h"
#include "mig-search-private.h"

/*
 * Builds an index in one pass over the corpus:
 *
 *   record ──▶ texts ──▶ words ──▶ hash table ──▶ the word's postings, encoded as they come, in chunks that double
 *                                      └──▶ sorted once at the end ──▶ dictionary and postings in two blocks of memory
 *
 * So at no time is there more than about twice the index in memory.
 */

/* Chunks live in slabs, so that they never move and freeing them is quick. */
#define SLAB_SIZE (1u << 20)
#define FIRST_CHUNK 12
#define LARGEST_CHUNK 4096

/* How many records are indexed between two looks at whether to give up. */
#define RECORDS_PER_LOOK 512

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
  guint8 data[];
};

typedef struct
{
  const char *text;
  guint32 hash;
  guint32 doc;  /* the last record with it, not written yet */
  guint32 base; /* the last record that is written */
  guint8 level; /* MIG_SEARCH_LEVEL_NONE before the first record */
  guint8 n_text;
  guint16 chunk_size; /* of the last chunk */
  guint16 chunk_used;
  guint32 n_postings; /* bytes */
  Chunk *first;
  Chunk *last;
} Word;

typedef struct
{
  MigSearchIndex *index;
  GPtrArray *slabs;
  guint32 slab_used;

  GArray *words;   /* of Word */
  guint32 *table;  /* word number + 1, open addressing */
  guint32 n_table; /* a power of two */

  GArray *texts;  /* of the record at hand */
  GArray *names;  /* of MigSearchName */
  GHashTable *seen_names; /* hashes of the names of the record at hand */
} Builder;

static void
builder_clear (Builder *self)
{
  g_ptr_array_unref (self->slabs);
  g_array_unref (self->words);
  g_free (self->table);
  g_array_unref (self->texts);
  g_array_unref (self->names);
  g_hash_table_unref (self->seen_names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
builder_init (Builder        *self,
              MigSearchIndex *index)
{
  self->index = index;
  self->slabs = g_ptr_array_new_with_free_func (g_free);
  self->slab_used = SLAB_SIZE;
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->n_table = 4096;
  self->table = g_new0 (guint32, self->n_table);
  self->texts = g_array_new (FALSE, FALSE, sizeof (MigSearchText));
  self->names = g_array_new (FALSE, FALSE, sizeof (MigSearchName));
  self->seen_names = g_hash_table_new (NULL, NULL);
}

static void *
take_memory (Builder *self,
             guint32  n)
{
  guint8 *memory;

  n = (n + 7) & ~7u;
  if (SLAB_SIZE - self->slab_used < n)
    {
      g_ptr_array_add (self->slabs, g_malloc (SLAB_SIZE));
      self->slab_used = 0;
    }
  memory = (guint8 *) g_ptr_array_index (self->slabs, self->slabs->len - 1) + self->slab_used;
  self->slab_used += n;

  return memory;
}

static void
write_byte (Builder *self,
            Word    *word,
            guint8   byte)
{
  if (word->chunk_used == word->chunk_size)
    {
      guint16 size = word->last == NULL ? FIRST_CHUNK : MIN (word->chunk_size * 2, LARGEST_CHUNK);
      Chunk *chunk = take_memory (self, (guint32) sizeof (Chunk) + size);

      chunk->next = NULL;
      if (word->last != NULL)
        word->last->next = chunk;
      else
        word->first = chunk;
      word->last = chunk;
      word->chunk_size = size;
      word->chunk_used = 0;
    }

  word->last->data[word->chunk_used++] = byte;
  word->n_postings++;
}

/* Writes the posting that has been waiting for its level to be known. */
static void
flush (Builder *self,
       Word    *word)
{
  guint64 number = ((guint64) (word->doc - word->base) << MIG_SEARCH_LEVEL_BITS) | word->level;

  for (; number >= 0x80; number >>= 7)
    write_byte (self, word, (guint8) (number | 0x80));
  write_byte (self, word, (guint8) number);
  word->base = word->doc;
}

static void
grow_table (Builder *self)
{
  self->n_table *= 2;
  g_free (self->table);
  self->table = g_new0 (guint32, self->n_table);

  for (guint32 i = 0; i < self->words->len; i++)
    {
      guint32 slot = g_array_index (self->words, Word, i).hash & (self->n_table - 1);

      while (self->table[slot] != 0)
        slot = (slot + 1) & (self->n_table - 1);
      self->table[slot] = i + 1;
    }
}

static Word *
add_word (Builder    *self,
          const char *text,
          guint       n_text,
          guint32     hash,
          guint32     slot)
{
  Word word = { .hash = hash, .n_text = (guint8) n_text };
  char *copy = take_memory (self, n_text + 1);

  memcpy (copy, text, n_text + 1);
  word.text = copy;
  g_array_append_val (self->words, word);
  self->table[slot] = self->words->len;
  if (self->words->len > self->n_table / 2)
    grow_table (self);

  return &g_array_index (self->words, Word, self->words->len - 1);
}

static Word *
ensure_word (Builder    *self,
             const char *text,
             guint       n_text)
{
  guint32 hash = mig_hash_bytes (text, n_text);
  guint32 slot = hash & (self->n_table - 1);

  for (; self->table[slot] != 0; slot = (slot + 1) & (self->n_table - 1))
    {
      Word *word = &g_array_index (self->words, Word, self->table[slot] - 1);

      if (word->hash == hash && word->n_text == n_text && memcmp (word->text, text, n_text) == 0)
        return word;
    }

  return add_word (self, text, n_text, hash, slot);
}

static void
post (Builder       *self,
      const MigFold *fold,
      guint32        doc,
      guint8         level)
{
  Word *word = ensure_word (self, fold->word, fold->n_word);

  if (word->level != MIG_SEARCH_LEVEL_NONE && word->doc == doc)
    {
      word->level = MAX (word->level, level);
      return;
    }

  if (word->level != MIG_SEARCH_LEVEL_NONE)
    flush (self, word);
  word->doc = doc;
  word->level = level;
}

/* What is written with a hyphen is found without one too, see mig_fold_join(). */
static void
post_joined (Builder       *self,
             const MigFold *before,
             const MigFold *fold,
             guint32        doc,
             guint8         level)
{
  MigFold joined = *fold;

  if (mig_fold_join (&joined, before))
    post (self, &joined, doc, level);
}

static gboolean
ends_in_hyphen (const MigFold *fold)
{
  return fold->begin[fold->n_bytes] == '-';
}

/* Names by which a thing is known among several are kept, so that one of them can stand for the others. */
static void
note_name (Builder    *self,
           guint32     doc,
           const char *name)
{
  g_autofree char *folded = mig_fold_text (name);
  MigSearchName entry = { mig_hash_string (folded), doc };

  if (*folded != '\0' && g_hash_table_add (self->seen_names, GUINT_TO_POINTER (entry.hash)))
    g_array_append_val (self->names, entry);
}

static guint
index_name (Builder    *self,
            guint32     doc,
            const char *name)
{
  MigFold fold, next;
  guint n = 0;
  gboolean more;

  mig_fold_init (&fold, name, -1);
  for (more = mig_fold_next (&fold); more; n++)
    {
      next = fold;
      more = mig_fold_next (&next);
      post (self, &fold, doc,
            n > 0 ? MIG_SEARCH_LEVEL_NAME
            : more ? MIG_SEARCH_LEVEL_FIRST
                   : MIG_SEARCH_LEVEL_WHOLE);
      if (more && ends_in_hyphen (&fold))
        post_joined (self, &fold, &next, doc, n > 0 ? MIG_SEARCH_LEVEL_NAME : MIG_SEARCH_LEVEL_FIRST);
      fold = next;
    }

  return n;
}

static void
index_text (Builder       *self,
            guint32        doc,
            const char    *text,
            MigSearchPart  part)
{
  const guint8 level = part == MIG_SEARCH_PART_BY ? MIG_SEARCH_LEVEL_BY : MIG_SEARCH_LEVEL_TEXT;
  MigFold fold, before;
  gboolean is_open = FALSE;

  mig_fold_init (&fold, text, -1);
  while (mig_fold_next (&fold))
    {
      post (self, &fold, doc, level);
      if (is_open)
        post_joined (self, &before, &fold, doc, level);
      is_open = ends_in_hyphen (&fold);
      if (is_open)
        before = fold;
    }
}

/* The logarithm of how often it is mentioned and spoken for, to a sixteenth of a power of two. */
static guint8
find_rank (MigCorpus *corpus,
           MigRef     ref)
{
  gulong n = mig_corpus_get_related (corpus, ref, MIG_RELATION_MENTIONED_BY).n +
             mig_corpus_get_related (corpus, ref, MIG_RELATION_SPEECHES).n;
  guint bits = n > 0 ? g_bit_storage (n) : 0;

  if (bits == 0)
    return 0;
  return (guint8) MIN (bits * 16 + (bits > 4 ? (n >> (bits - 5)) & 15 : (n << (5 - bits)) & 15), 255);
}

static void
index_record (Builder *self,
              MigRef   ref)
{
  MigSearchIndex *index = self->index;
  guint32 doc = mig_search_index_doc (index, ref);
  guint n_names = 0;

  index->standings[doc] = (guint16) (mig_search_group_of (index->corpus, ref) << 8 | find_rank (index->corpus, ref));
  mig_search_text_collect (index->corpus, ref, self->texts);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const MigSearchText *text = &g_array_index (self->texts, MigSearchText, i);

      index->text_size += text->is_borrowed ? 0 : strlen (text->text);
      if (text->part > MIG_SEARCH_PART_ALIAS)
        {
          index_text (self, doc, text->text, text->part);
          continue;
        }
      if (text->part == MIG_SEARCH_PART_NAME)
        index->name_lengths[doc] = (guint8) MIN (index_name (self, doc, text->text), 255);
      else
        index_name (self, doc, text->text);
      n_names++;
    }

  if (n_names < 2 || !mig_search_text_stands_for_names (index->corpus, ref, self->texts))
    return;
  g_hash_table_remove_all (self->seen_names);
  for (guint i = 0; i < self->texts->len && g_array_index (self->texts, MigSearchText, i).part <= MIG_SEARCH_PART_ALIAS;
       i++)
    note_name (self, doc, g_array_index (self->texts, MigSearchText, i).text);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Word *) a)->text, ((const Word *) b)->text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const MigSearchName *one = a, *other = b;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  return one->doc < other->doc ? -1 : one->doc > other->doc;
}

static void
write_number (GByteArray *bytes,
              guint32     number)
{
  guint8 byte;

  for (; number >= 0x80; number >>= 7)
    {
      byte = (guint8) (number | 0x80);
      g_byte_array_append (bytes, &byte, 1);
    }
  byte = (guint8) number;
  g_byte_array_append (bytes, &byte, 1);
}

static void
copy_postings (const Word *word,
               guint8     *to)
{
  guint32 left = word->n_postings;
  guint32 size = FIRST_CHUNK;

  for (const Chunk *chunk = word->first; chunk != NULL; chunk = chunk->next)
    {
      guint32 n = MIN (left, size);

      memcpy (to, chunk->data, n);
      to += n;
      left -= n;
      size = MIN (size * 2, LARGEST_CHUNK);
    }
}

static void
write_dictionary (Builder *self)
{
  MigSearchIndex *index = self->index;
  GByteArray *dictionary = g_byte_array_new ();
  const char *before = "";
  gsize at = 0;

  index->blocks = g_new (MigSearchBlock, self->words->len / MIG_SEARCH_BLOCK + 1);
  for (guint32 i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      guint n_shared = 0;

      if (i % MIG_SEARCH_BLOCK == 0)
        index->blocks[index->n_blocks++] = (MigSearchBlock) { dictionary->len, at };
      else
        while (before[n_shared] != '\0' && before[n_shared] == word->text[n_shared])
          n_shared++;

      write_number (dictionary, n_shared);
      write_number (dictionary, word->n_text - n_shared);
      g_byte_array_append (dictionary, (const guint8 *) word->text + n_shared, word->n_text - n_shared);
      write_number (dictionary, word->n_postings);
      copy_postings (word, index->postings + at);
      at += word->n_postings;
      before = word->text;
    }

  index->n_words = self->words->len;
  index->dictionary_size = dictionary->len;
  index->dictionary = g_realloc (g_byte_array_free (dictionary, FALSE), MAX (index->dictionary_size, 1));
}

static void
finish (Builder *self)
{
  MigSearchIndex *index = self->index;

  for (guint32 i = 0; i < self->words->len; i++)
    {
      flush (self, &g_array_index (self->words, Word, i));
      index->postings_size += g_array_index (self->words, Word, i).n_postings;
    }

  g_array_sort (self->words, compare_words);
  index->postings = g_malloc (MAX (index->postings_size, 1));
  write_dictionary (self);

  g_array_sort (self->names, compare_names);
  index->n_names = self->names->len;
  index->names = g_memdup2 (self->names->data, index->n_names * sizeof (MigSearchName));
}

/**
 * mig_search_index_fill:
 * @self: an index that has its corpus and nothing else
 * @cancellable: (nullable): to give up
 * @error: where to say that it was given up
 *
 * Returns: whether the index is complete
 */
gboolean
mig_search_index_fill (MigSearchIndex  *self,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_auto (Builder) builder = { NULL };

  for (guint kind = 0; kind < MIG_N_KINDS; kind++)
    self->bases[kind + 1] = self->bases[kind] +
                            (mig_search_text_has_kind (kind) ? mig_corpus_get_n (self->corpus, kind) : 0);
  self->n_docs = self->bases[MIG_N_KINDS];
  self->standings = g_new0 (guint16, self->n_docs);
  self->name_lengths = g_new0 (guint8, self->n_docs);

  builder_init (&builder, self);
  for (guint32 doc = 0; doc < self->n_docs; doc++)
    {
      if (doc % RECORDS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      index_record (&builder, mig_search_index_ref (self, doc));
    }
  finish (&builder);

  return TRUE;
}
