/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mig-corpus.h"
#include "mig-palette.h"
#include "mig-raisings.h"
#include "mig-search-results.h"

G_BEGIN_DECLS

#define MIG_TYPE_PAGE (mig_page_get_type ())
G_DECLARE_FINAL_TYPE (MigPage, mig_page, MIG, PAGE, GtkWidget)

/**
 * MigPageWork:
 *
 * Does a piece of work that takes no more than a millisecond or so.
 *
 * Returns: whether there is more of it
 */
typedef gboolean (*MigPageWork) (MigPage *self, gpointer data);

/**
 * MigPageFind:
 * @corpus: the corpus of the page, and all that may be read
 * @ref: the record of the page; %MIG_REF_NONE on the page of the corpus itself
 *
 * Works something out, in any thread.
 *
 * Returns: (transfer full) (not nullable): what it found, be it that there is nothing
 */
typedef gpointer (*MigPageFind) (MigCorpus *corpus, MigRef ref);

/**
 * MigPageShow:
 * @self: a page
 * @found: (transfer full): what a #MigPageFind gave
 *
 * Adds what was found to the page.
 */
typedef void (*MigPageShow) (MigPage *self, gpointer found);

/* How many records a frame has the time to go over; what takes more is found in another thread. */
#define MIG_PAGE_MANY 2000

GtkWidget  *mig_page_new                  (MigCorpus *corpus, MigRef ref);
GtkWidget  *mig_page_new_comparison       (MigCorpus *corpus, MigRef ref, MigRef compared);
MigCorpus  *mig_page_get_corpus           (MigPage *self);
MigRef      mig_page_get_ref              (MigPage *self);
MigRef      mig_page_get_compared         (MigPage *self);
const char *mig_page_get_title            (MigPage *self);
void        mig_page_set_head             (MigPage *self, const char *eyebrow, const char *title);
void        mig_page_append               (MigPage *self, GtkWidget *part);
void        mig_page_append_section       (MigPage *self, const char *heading, const char *detail, GtkWidget *part);
void        mig_page_append_aside         (MigPage *self, const char *heading, const char *detail, GtkWidget *part);
void        mig_page_set_wide             (MigPage *self);
void        mig_page_add_work             (MigPage *self, MigPageWork func, gpointer data, GDestroyNotify destroy);
void        mig_page_later                (MigPage *self, void (*func) (MigPage *page));
void        mig_page_find                 (MigPage *self, guint n, MigPageFind find, MigPageShow show,
                                           GDestroyNotify destroy);
void        mig_page_find_raisings        (MigPage *self, void (*func) (MigPage *page));
const MigRaisings *mig_page_get_raisings  (MigPage *self);
void        mig_page_complete             (MigPage *self);
gboolean    mig_page_take_apart           (MigPage *self, gint64 deadline);
double      mig_page_get_scroll           (MigPage *self);
void        mig_page_set_scroll           (MigPage *self, double value);
void        mig_page_make_selectable      (MigPage *self, GtkWidget *widget);
void        mig_page_set_results          (MigPage *self, MigSearchResults *results, MigPalette palette);
void        mig_page_mark_again           (MigPage *self);
guint       mig_page_get_n_marks          (MigPage *self, guint *place);
gboolean    mig_page_step_mark            (MigPage *self, int steps);
gboolean    mig_page_grab                 (MigPage *self);

G_END_DECLS
