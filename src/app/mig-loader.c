/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-loader.h"

#include "mig-corpus-reader.h"
#include "mig-file-watch.h"
#include "mig-locale.h"

/* MigLoader
 *
 * Brings a corpus from a file to a window, and never loses the one that is there. It reads in the reader's worker
 * thread, one file at a time: asking for another gives up the one under way.
 *
 *   load (file) ──> reading ──┬─> corpus replaced, problems forgotten
 *                      ^      └─> problems kept, corpus untouched
 *                      └──────── somebody edits the file of either ───┘
 *
 * The file of the corpus and that of the problems are watched as long as they are held. All of the loader's state is
 * told by one signal, `changed`.
 */

/* Editors write a file in several steps; only when it has been left alone for so long is it worth reading again. */
#define SETTLE_MS 300

struct _MigLoader
{
  GObject parent_instance;

  MigCorpusReader *reader;
  GCancellable *cancellable; /* of the reading under way, else NULL */
  GFile *file;               /* the last one asked for */
  MigCorpus *corpus;
  MigProblems *problems;
  MigFileWatch *corpus_watch; /* of the file that the corpus is from, else NULL */
  MigFileWatch *watch;        /* of the file that is read, or has problems; NULL if it is the same */
  guint64 max_size; /* 0: the reader's own bound */
  gboolean original_names;
  gboolean refreshing; /* the reading under way was asked for by nobody */
  gboolean stale;      /* the corpus's file was edited while another one is read */
};

enum
{
  PROP_ORIGINAL_NAMES = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MigLoader, mig_loader, G_TYPE_OBJECT)

static void
stop_reading (MigLoader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
}

static void load (MigLoader *self, GFile *file, gboolean refreshing);

static GFile *
get_corpus_file (MigLoader *self)
{
  return self->corpus != NULL ? mig_corpus_get_file (self->corpus) : NULL;
}

/* A file that is held was edited. */
static void
settled_cb (MigFileWatch *watch, MigLoader *self)
{
  g_autoptr (GFile) file = g_object_ref (mig_file_watch_get_file (watch));

  /* What somebody asked for comes first. */
  if (self->cancellable != NULL && !self->refreshing && !g_file_equal (file, self->file))
    self->stale = TRUE;
  else
    load (self, file, TRUE);
}

static MigFileWatch *
watch_new (MigLoader *self, GFile *file)
{
  MigFileWatch *watch = mig_file_watch_new (file, SETTLE_MS);

  g_signal_connect_object (watch, "settled", G_CALLBACK (settled_cb), self, 0);

  return watch;
}

/* Watches what is read from before that begins, so that no edit falls in between. */
static void
sync_watches (MigLoader *self)
{
  GFile *corpus_file = get_corpus_file (self);
  GFile *other = self->cancellable != NULL ? self->file
                 : self->problems != NULL ? mig_problems_get_file (self->problems) : NULL;

  if (other != NULL && corpus_file != NULL && g_file_equal (other, corpus_file))
    other = NULL;

  if (other != NULL && (self->watch == NULL || !g_file_equal (mig_file_watch_get_file (self->watch), other)))
    {
      g_clear_object (&self->watch);
      self->watch = watch_new (self, other);
    }
  if (corpus_file != NULL &&
      (self->corpus_watch == NULL || !g_file_equal (mig_file_watch_get_file (self->corpus_watch), corpus_file)))
    {
      /* The one that has watched it while it was read knows what has happened since. */
      g_clear_object (&self->corpus_watch);
      if (self->watch != NULL && g_file_equal (mig_file_watch_get_file (self->watch), corpus_file))
        self->corpus_watch = g_steal_pointer (&self->watch);
      else
        self->corpus_watch = watch_new (self, corpus_file);
    }
  if (other == NULL)
    g_clear_object (&self->watch);
}

/* Whoever shows problems may count on there being one, of a file. */
static MigProblems *
take_problems (MigLoader *self, MigProblems *problems, const GError *error)
{
  g_autoptr (MigProblems) found = problems;

  if (found != NULL && mig_problems_get_n (found) > 0 && mig_problems_get_file (found) != NULL)
    return g_steal_pointer (&found);

  g_clear_pointer (&found, mig_problems_unref);
  found = mig_problems_new (self->file);
  mig_problems_add (found, 0, 0, 0, "", error->message, "");

  return g_steal_pointer (&found);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MigLoader) self = user_data;
  g_autoptr (MigProblems) problems = NULL;
  g_autoptr (MigCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  gboolean catch_up;

  corpus = mig_corpus_reader_read_finish (MIG_CORPUS_READER (source), result, &problems, &error);

  /* Given up: another reading has taken over, or none is wanted. */
  if (self->reader != MIG_CORPUS_READER (source))
    return;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->problems, mig_problems_unref);

  if (corpus != NULL)
    {
      g_set_object (&self->corpus, corpus);
    }
  else
    {
      self->problems = take_problems (self, g_steal_pointer (&problems), error);
    }
  self->refreshing = FALSE;
  sync_watches (self);
  catch_up = self->stale && corpus == NULL && get_corpus_file (self) != NULL;
  self->stale = FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (catch_up && self->cancellable == NULL)
    {
      g_autoptr (GFile) file = g_object_ref (get_corpus_file (self));

      load (self, file, TRUE);
    }
}

/* What is shown, or on its way, is read again in the other language. */
static void
set_original_names (MigLoader *self, gboolean original_names)
{
  GFile *file = self->reader != NULL ? self->file : self->corpus != NULL ? mig_corpus_get_file (self->corpus) : NULL;

  if (self->original_names == original_names)
    return;

  self->original_names = original_names;
  if (file != NULL)
    {
      g_autoptr (GFile) held = g_object_ref (file);

      mig_loader_load (self, held);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGINAL_NAMES]);
}

static void
mig_loader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MigLoader *self = MIG_LOADER (object);

  switch (prop_id)
    {
    case PROP_ORIGINAL_NAMES:
      g_value_set_boolean (value, self->original_names);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_loader_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ORIGINAL_NAMES:
      set_original_names (MIG_LOADER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mig_loader_dispose (GObject *object)
{
  MigLoader *self = MIG_LOADER (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->corpus_watch);
  stop_reading (self);

  G_OBJECT_CLASS (mig_loader_parent_class)->dispose (object);
}

static void
mig_loader_finalize (GObject *object)
{
  MigLoader *self = MIG_LOADER (object);

  g_clear_object (&self->file);
  g_clear_object (&self->corpus);
  g_clear_pointer (&self->problems, mig_problems_unref);

  G_OBJECT_CLASS (mig_loader_parent_class)->finalize (object);
}

static void
mig_loader_class_init (MigLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mig_loader_dispose;
  object_class->finalize = mig_loader_finalize;
  object_class->get_property = mig_loader_get_property;
  object_class->set_property = mig_loader_set_property;

  /**
   * MigLoader:original-names:
   *
   * Whether names are read as the file has them, even where they are translated into the reader's language. When it
   * changes, the corpus is read again.
   */
  properties[PROP_ORIGINAL_NAMES] =
    g_param_spec_boolean ("original-names", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MigLoader::changed:
   *
   * A reading has begun, ended or been given up, or problems were forgotten.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mig_loader_init (MigLoader *self)
{
}

/**
 * mig_loader_new:
 *
 * Returns: (transfer full): a loader that holds nothing and reads nothing
 */
MigLoader *
mig_loader_new (void)
{
  return g_object_new (MIG_TYPE_LOADER, NULL);
}

/**
 * mig_loader_set_max_size:
 * @self: a loader
 * @bytes: the largest file that is read from now on; 0 for the reader's own bound
 *
 * Bounds what a file may cost.
 */
void
mig_loader_set_max_size (MigLoader *self, guint64 bytes)
{
  g_return_if_fail (MIG_IS_LOADER (self));

  self->max_size = bytes;
}

/**
 * mig_loader_load:
 * @self: a loader
 * @file: the file to read
 *
 * Begins to read @file in a worker thread; whatever was being read is given up. The corpus and the problems that the
 * loader holds stay until the reading ends.
 */
void
mig_loader_load (MigLoader *self, GFile *file)
{
  g_return_if_fail (MIG_IS_LOADER (self));
  g_return_if_fail (G_IS_FILE (file));

  load (self, file, FALSE);
}

static void
load (MigLoader *self, GFile *file, gboolean refreshing)
{
  MigFileWatch *watch;

  stop_reading (self);

  g_set_object (&self->file, file);
  self->refreshing = refreshing;
  self->cancellable = g_cancellable_new ();
  sync_watches (self);
  /* What is read is how it stands now: only what comes after that is worth reading it again. */
  watch = self->watch != NULL ? self->watch : self->corpus_watch;
  mig_file_watch_mark (watch);
  self->reader = mig_corpus_reader_new ();
  if (self->max_size > 0)
    mig_corpus_reader_set_max_size (self->reader, self->max_size);
  if (!self->original_names)
    mig_corpus_reader_set_languages (self->reader, mig_locale_get_languages ());
  mig_corpus_reader_read_async (self->reader, file, self->cancellable, read_cb, g_object_ref (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mig_loader_cancel:
 * @self: a loader
 *
 * Gives up the reading under way, if there is one; the corpus and the problems from before it still stand.
 */
void
mig_loader_cancel (MigLoader *self)
{
  g_return_if_fail (MIG_IS_LOADER (self));

  if (self->cancellable == NULL)
    return;

  stop_reading (self);
  self->refreshing = FALSE;
  sync_watches (self);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mig_loader_forget:
 * @self: a loader
 *
 * Forgets the problems of the last file that could not be read, and no longer waits for it to be mended.
 */
void
mig_loader_forget (MigLoader *self)
{
  g_return_if_fail (MIG_IS_LOADER (self));

  if (self->problems == NULL)
    return;

  g_clear_pointer (&self->problems, mig_problems_unref);
  sync_watches (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mig_loader_is_reading:
 * @self: a loader
 *
 * Returns: whether a file is being read
 */
gboolean
mig_loader_is_reading (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * mig_loader_is_refreshing:
 * @self: a loader
 *
 * Returns: whether a file is being read again because it was edited, so that nobody is waiting for it
 */
gboolean
mig_loader_is_refreshing (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), FALSE);

  return self->cancellable != NULL && self->refreshing;
}

/**
 * mig_loader_get_progress:
 * @self: a loader
 *
 * Returns: how much of the file has been read, 0 to 1; 0 when none is being read
 */
double
mig_loader_get_progress (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), 0.0);

  return self->reader != NULL ? mig_corpus_reader_get_progress (self->reader) : 0.0;
}

/**
 * mig_loader_get_file:
 * @self: a loader
 *
 * Returns: (transfer none) (nullable): the file that was asked for last
 */
GFile *
mig_loader_get_file (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), NULL);

  return self->file;
}

/**
 * mig_loader_get_corpus:
 * @self: a loader
 *
 * Returns: (transfer none) (nullable): the last corpus that could be read
 */
MigCorpus *
mig_loader_get_corpus (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), NULL);

  return self->corpus;
}

/**
 * mig_loader_get_problems:
 * @self: a loader
 *
 * Returns: (transfer none) (nullable): at least one problem of the file that was read last, or %NULL when it had none
 */
MigProblems *
mig_loader_get_problems (MigLoader *self)
{
  g_return_val_if_fail (MIG_IS_LOADER (self), NULL);

  return self->problems;
}
