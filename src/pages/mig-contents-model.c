/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-contents-model.h"

#include <glib/gi18n-lib.h>

#include "mig-contents-item.h"
#include "mig-cross-links.h"
#include "mig-date-format.h"
#include "mig-date-names.h"
#include "mig-name-sort.h"
#include "mig-words.h"

/* One list of the contents: the refs of its records and the headings between them, in four bytes a line. Items are made
 * for the lines that are in sight. It is its own selection model: what is selected is the record that the window shows,
 * and no click or key in the list changes that by itself.
 *
 *   subset, which list, whose ──▶ fill ──▶ lines ──▶ get_item (line) ──▶ MigContentsItem
 */

struct _MigContentsModel
{
  GObject parent_instance;

  MigSubset *subset;
  MigCorpus *corpus;
  MigRef scope;
  GArray *lines;       /* of guint32: a MigRef, or, of no kind, the place of a heading */
  GPtrArray *headings; /* of char * */
  guint current;
  guint undated;
};

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_CONTENTS_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_CONTENTS_MODEL (model)->lines->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MigContentsModel *self = MIG_CONTENTS_MODEL (model);
  guint32 line;

  if (position >= self->lines->len)
    return NULL;

  line = g_array_index (self->lines, guint32, position);
  if (mig_ref_kind (line) == MIG_KIND_NONE)
    return mig_contents_item_new_heading (g_ptr_array_index (self->headings, line));

  return mig_contents_item_new (self->corpus, line, self->scope);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return position == MIG_CONTENTS_MODEL (model)->current && position != GTK_INVALID_LIST_POSITION;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  MigContentsModel *self = MIG_CONTENTS_MODEL (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();

  if (self->current != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (bitset, self->current);

  return bitset;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MigContentsModel, mig_contents_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static void
append_heading (MigContentsModel *self,
                char             *heading)
{
  const guint32 line = self->headings->len;

  g_ptr_array_add (self->headings, heading);
  g_array_append_val (self->lines, line);
}

static void
append_ref (MigContentsModel *self,
            MigRef            ref)
{
  g_array_append_val (self->lines, ref);
}

static void
append_undated_heading (MigContentsModel *self)
{
  self->undated = self->lines->len;
  append_heading (self, g_strdup (C_("heading of a list", "Undated")));
}

/* Says whose list it is, where that is not the whole corpus's. */
static void
append_scope_heading (MigContentsModel *self)
{
  if (self->scope != MIG_REF_NONE)
    append_heading (self, g_strdup (mig_words_short_name (self->corpus, self->scope)));
}

static void
append_sessions_of (MigContentsModel *self,
                    MigRef            meeting,
                    gboolean          has_day_headings)
{
  const MigRefs children = mig_subset_get_sessions (self->subset, meeting);
  const MigDate *last = NULL;

  for (guint i = 0; i < children.n; i++)
    {
      const MigDate *date = &mig_corpus_get_event (self->corpus, children.refs[i])->date;

      if (!mig_speakers_is_part (self->corpus, children.refs[i], meeting))
        continue;
      if (has_day_headings && mig_date_is_set (date) && (last == NULL || mig_date_compare (last, date) != 0))
        {
          append_heading (self, mig_date_format (date, MIG_DATE_STYLE_FULL));
          last = date;
        }
      append_ref (self, children.refs[i]);
    }
}

static void
fill_sessions (MigContentsModel *self)
{
  guint n_dated;
  MigRefs meetings;

  if (self->scope != MIG_REF_NONE)
    {
      append_sessions_of (self, self->scope, TRUE);
      return;
    }

  meetings = mig_subset_get_track (self->subset, MIG_TRACK_MEETINGS, &n_dated);
  for (guint i = 0; i < meetings.n; i++)
    {
      if (i == n_dated)
        append_undated_heading (self);
      append_ref (self, meetings.refs[i]);
      append_sessions_of (self, meetings.refs[i], FALSE);
    }
}

static const char *
get_filing_name (MigCorpus *corpus,
                 MigRef     ref)
{
  if (mig_ref_kind (ref) == MIG_KIND_PERSON && *mig_corpus_get_person (corpus, ref)->sort_name != '\0')
    return mig_corpus_get_person (corpus, ref)->sort_name;

  return mig_words_name (corpus, ref);
}

static void
add_speaker (MigContentsModel *self,
             GArray           *speakers,
             MigRef            ref)
{
  if (mig_subset_has (self->subset, ref))
    g_array_append_val (speakers, ref);
}

/* By name; a corpus without interventions, as a plain Popolo file, shows all its persons. */
static void
fill_speakers (MigContentsModel *self)
{
  g_autoptr(GArray) speakers = mig_speakers_get_all (self->corpus, self->scope);
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (MigRef));

  for (guint i = 0; i < speakers->len; i++)
    add_speaker (self, sorted, g_array_index (speakers, MigSpeaker, i).ref);
  if (mig_corpus_get_n (self->corpus, MIG_KIND_SPEECH) == 0)
    for (guint i = 0; i < mig_corpus_get_n (self->corpus, MIG_KIND_PERSON); i++)
      add_speaker (self, sorted, mig_ref (MIG_KIND_PERSON, i));

  if (sorted->len == 0)
    return;

  mig_name_sort (self->corpus, sorted, get_filing_name);
  append_scope_heading (self);
  for (guint i = 0; i < sorted->len; i++)
    append_ref (self, g_array_index (sorted, MigRef, i));
}

static void
append_year_heading (MigContentsModel *self,
                     gint              year)
{
  g_autofree char *number = mig_date_names_number (year);

  /* Translators: heading over the things of a year: "2016, by date" */
  append_heading (self, g_strdup_printf (C_("heading of a list", "%s, by date"), number));
}

/* Adds things that are in the order of their dates, the undated last, under the headings of their years. */
static void
append_by_year (MigContentsModel *self,
                const MigRef     *refs,
                guint             n)
{
  gint last_year = G_MININT;
  gboolean is_undated = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const MigDate *date = mig_corpus_get_date (self->corpus, refs[i]);
      gint year;

      if (!mig_date_is_set (date))
        {
          if (!is_undated)
            append_undated_heading (self);
          is_undated = TRUE;
        }
      else
        {
          mig_day_to_civil (mig_date_first_day (date), &year, NULL, NULL);
          if (year != last_year)
            append_year_heading (self, year);
          last_year = year;
        }
      append_ref (self, refs[i]);
    }
}

static int
compare_by_date (gconstpointer a,
                 gconstpointer b,
                 gpointer      corpus)
{
  const MigDate *first = mig_corpus_get_date (corpus, *(const MigRef *) a);
  const MigDate *second = mig_corpus_get_date (corpus, *(const MigRef *) b);

  if (!mig_date_is_set (first) || !mig_date_is_set (second))
    return mig_date_is_set (second) - mig_date_is_set (first);

  return mig_date_first_day (first) - mig_date_first_day (second);
}

static void
fill_things (MigContentsModel *self,
             MigTrack          track,
             MigKind           kind)
{
  g_autoptr(GArray) raised = NULL;
  g_autoptr(GArray) refs = NULL;

  if (self->scope == MIG_REF_NONE)
    {
      const MigRefs all = mig_subset_get_track (self->subset, track, NULL);

      append_by_year (self, all.refs, all.n);
      return;
    }

  raised = mig_cross_links_get_raised (self->corpus, self->scope, kind);
  refs = g_array_new (FALSE, FALSE, sizeof (MigRef));
  for (guint i = 0; i < raised->len; i++)
    {
      const MigRef target = g_array_index (raised, MigRaised, i).target;

      if (mig_subset_has (self->subset, target))
        g_array_append_val (refs, target);
    }
  if (refs->len == 0)
    return;

  g_array_sort_with_data (refs, compare_by_date, self->corpus);
  append_scope_heading (self);
  append_by_year (self, (const MigRef *) (void *) refs->data, refs->len);
}

static void
mig_contents_model_finalize (GObject *object)
{
  MigContentsModel *self = MIG_CONTENTS_MODEL (object);

  g_clear_object (&self->corpus);
  g_clear_object (&self->subset);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);

  G_OBJECT_CLASS (mig_contents_model_parent_class)->finalize (object);
}

static void
mig_contents_model_class_init (MigContentsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_contents_model_finalize;
}

static void
mig_contents_model_init (MigContentsModel *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->current = GTK_INVALID_LIST_POSITION;
  self->undated = GTK_INVALID_LIST_POSITION;
}

/**
 * mig_contents_list_find_first:
 * @corpus: a corpus
 *
 * Returns: the list that a corpus opens with: its meetings with their sessions, or, as in a plain Popolo file, what
 *   there is instead of them
 */
MigContentsList
mig_contents_list_find_first (MigCorpus *corpus)
{
  if (mig_corpus_get_track (corpus, MIG_TRACK_MEETINGS, NULL).n > 0)
    return MIG_CONTENTS_SESSIONS;
  if (mig_corpus_get_track (corpus, MIG_TRACK_EVENTS, NULL).n > 0)
    return MIG_CONTENTS_EVENTS;

  return mig_corpus_get_n (corpus, MIG_KIND_PERSON) > 0 ? MIG_CONTENTS_SPEAKERS : MIG_CONTENTS_SESSIONS;
}

/**
 * mig_contents_model_new:
 * @subset: what of a corpus is shown
 * @list: which list
 * @scope: the meeting whose list it is, or %MIG_REF_NONE for that of the whole corpus
 *
 * Returns: (transfer full): the list
 */
MigContentsModel *
mig_contents_model_new (MigSubset       *subset,
                        MigContentsList  list,
                        MigRef           scope)
{
  MigContentsModel *self = g_object_new (MIG_TYPE_CONTENTS_MODEL, NULL);

  self->subset = g_object_ref (subset);
  self->corpus = g_object_ref (mig_subset_get_corpus (subset));
  self->scope = scope;

  switch (list)
    {
    case MIG_CONTENTS_SPEAKERS:
      fill_speakers (self);
      break;

    case MIG_CONTENTS_EVENTS:
      fill_things (self, MIG_TRACK_EVENTS, MIG_KIND_EVENT);
      break;

    case MIG_CONTENTS_DOCUMENTS:
      fill_things (self, MIG_TRACK_DOCUMENTS, MIG_KIND_DOCUMENT);
      break;

    case MIG_CONTENTS_SESSIONS:
    default:
      fill_sessions (self);
      break;
    }

  return self;
}

/**
 * mig_contents_model_get_ref:
 * @self: a list
 * @position: a line
 *
 * Returns: the record on that line; %MIG_REF_NONE for a heading
 */
MigRef
mig_contents_model_get_ref (MigContentsModel *self,
                            guint             position)
{
  guint32 line;

  g_return_val_if_fail (MIG_IS_CONTENTS_MODEL (self), MIG_REF_NONE);

  if (position >= self->lines->len)
    return MIG_REF_NONE;

  line = g_array_index (self->lines, guint32, position);
  return mig_ref_kind (line) == MIG_KIND_NONE ? MIG_REF_NONE : line;
}

/**
 * mig_contents_model_find:
 * @self: a list
 * @ref: a record
 *
 * Returns: its line, or %GTK_INVALID_LIST_POSITION
 */
guint
mig_contents_model_find (MigContentsModel *self,
                         MigRef            ref)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_MODEL (self), GTK_INVALID_LIST_POSITION);

  if (mig_ref_kind (ref) != MIG_KIND_NONE)
    for (guint i = 0; i < self->lines->len; i++)
      if (g_array_index (self->lines, guint32, i) == ref)
        return i;

  return GTK_INVALID_LIST_POSITION;
}

/**
 * mig_contents_model_find_undated:
 * @self: a list
 *
 * Returns: the line of the heading "Undated", or %GTK_INVALID_LIST_POSITION
 */
guint
mig_contents_model_find_undated (MigContentsModel *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_MODEL (self), GTK_INVALID_LIST_POSITION);

  return self->undated;
}

/**
 * mig_contents_model_get_current:
 * @self: a list
 *
 * Returns: the line that is marked, or %GTK_INVALID_LIST_POSITION
 */
guint
mig_contents_model_get_current (MigContentsModel *self)
{
  g_return_val_if_fail (MIG_IS_CONTENTS_MODEL (self), GTK_INVALID_LIST_POSITION);

  return self->current;
}

/**
 * mig_contents_model_set_current:
 * @self: a list
 * @ref: the record that the window shows
 *
 * Marks the record's line, if it is in the list.
 *
 * Returns: its line, or %GTK_INVALID_LIST_POSITION
 */
guint
mig_contents_model_set_current (MigContentsModel *self,
                                MigRef            ref)
{
  guint before, first, last;

  g_return_val_if_fail (MIG_IS_CONTENTS_MODEL (self), GTK_INVALID_LIST_POSITION);

  before = self->current;
  self->current = mig_contents_model_find (self, ref);
  if (self->current == before)
    return self->current;

  first = MIN (before, self->current);
  last = MAX (before, self->current);
  if (last == GTK_INVALID_LIST_POSITION)
    last = first;
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);

  return self->current;
}
