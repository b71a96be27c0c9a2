/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-hash.h"

#include <string.h>

/*
 * A keyed hash for text that comes out of files. With g_str_hash() anybody can write down a hundred thousand ids that
 * all fall into one bucket; here the buckets depend on a key that is drawn anew in every process.
 *
 * The function is SipHash-1-3 (J.-P. Aumasson, D. J. Bernstein: SipHash, a fast short-input PRF, 2012).
 */

typedef struct
{
  guint64 v[4];
} SipState;

static inline guint64
rotate (guint64 word,
        guint   bits)
{
  return (word << bits) | (word >> (64 - bits));
}

static inline void
sip_round (SipState *state)
{
  guint64 *v = state->v;

  v[0] += v[1];
  v[2] += v[3];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] = rotate (v[0], 32);
  v[2] += v[1];
  v[0] += v[3];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] = rotate (v[2], 32);
}

static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize drawn = 0;

  if (g_once_init_enter (&drawn))
    {
      for (guint i = 0; i < 2; i++)
        key[i] = ((guint64) g_random_int () << 32) | g_random_int ();
      g_once_init_leave (&drawn, 1);
    }

  return key;
}

static inline guint64
read_word (const guint8 *bytes,
           gsize         n)
{
  guint64 word = 0;

  memcpy (&word, bytes, n);
  return GUINT64_FROM_LE (word);
}

/**
 * mig_hash_bytes:
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Hashes bytes with a key of this process: the value must not be kept in a file or be shown.
 *
 * Returns: the hash
 */
guint
mig_hash_bytes (gconstpointer data,
                gsize         length)
{
  const guint64 *key = get_key ();
  const guint8 *bytes = data;
  SipState state = { {
      key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
      key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
      key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
      key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
  } };
  guint64 word;
  gsize left = length;

  for (; left >= 8; left -= 8, bytes += 8)
    {
      word = read_word (bytes, 8);
      state.v[3] ^= word;
      sip_round (&state);
      state.v[0] ^= word;
    }

  word = ((guint64) length << 56) | (left > 0 ? read_word (bytes, left) : 0);
  state.v[3] ^= word;
  sip_round (&state);
  state.v[0] ^= word;

  state.v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    sip_round (&state);

  word = state.v[0] ^ state.v[1] ^ state.v[2] ^ state.v[3];
  return (guint) (word ^ (word >> 32));
}

/**
 * mig_hash_string:
 * @text: (type utf8): a string
 *
 * A #GHashFunc for strings out of files; see mig_hash_bytes().
 *
 * Returns: the hash
 */
guint
mig_hash_string (gconstpointer text)
{
  return mig_hash_bytes (text, strlen (text));
}
