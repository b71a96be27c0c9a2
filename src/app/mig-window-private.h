/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-banner.h"
#include "mig-bookmarks.h"
#include "mig-briefing-desk.h"
#include "mig-browser.h"
#include "mig-error-page.h"
#include "mig-filter-bar.h"
#include "mig-loading-page.h"
#include "mig-recent.h"
#include "mig-search-bar.h"
#include "mig-side-pane.h"
#include "mig-window.h"

G_BEGIN_DECLS

/* Internal to the window: shared by its files. */

struct _MigWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *forward_button;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  MigBanner *banner;
  GtkWidget *bookmark_fold;
  GtkWidget *bookmark_menu; /* NULL until it is first shown */
  GtkWidget *search_button;
  MigSearchBar *search_bar;
  GtkWidget *filter_button;
  GtkWidget *filter_strip; /* holds the bar, which hides itself */
  MigFilterBar *filter_bar;
  GtkWidget *filter_panel; /* NULL until it is first shown */
  GtkWidget *menu_button;
  MigSidePane *pane; /* the stack, and beside it the briefing once it is asked for */
  GtkStack *stack;
  MigLoadingPage *loading_page;
  MigErrorPage *error_page; /* NULL until the first problem */
  GMenu *recent_section;
  GMenu *language_menu;
  GMenu *lists_menu;
  MigBrowser *browser; /* NULL until the first corpus */
  GtkWidget *legend;   /* NULL while it is not shown */

  MigLoader *loader;
  MigNavigator *navigator;
  MigFinder *finder;
  MigSearchList *search_list; /* NULL until something was looked for */
  MigViewport *viewport;
  MigRecent *recent;
  MigBookmarks *bookmarks;
  MigBriefingDesk *desk;
  GSettings *settings; /* NULL when nothing can be remembered */
  char *pending_address;
  char *palette;
  gboolean shows_problems; /* the error page before an open corpus */
  gboolean has_notice;     /* the banner says something that is no problem of a file */
  gboolean slow;
  gboolean focus_waits;   /* for the window to be mapped */
  gboolean present_waits; /* for something to show */
  guint patience_id;
  guint recent_id;
  guint place_id;    /* until the place is written down */
  gboolean restored; /* what is selected was selected when the corpus was left */
};

void     mig_window_add_search (MigWindow *self);
void     mig_window_sync_search (MigWindow *self);
gboolean mig_window_leave_search (MigWindow *self);

void mig_window_add_filter (MigWindow *self);
void mig_window_sync_filter (MigWindow *self);
void mig_window_drop_filter_panel (MigWindow *self);

void mig_window_add_actions (MigWindow *self);
void mig_window_sync_actions (MigWindow *self);
void mig_window_add_views (MigWindow *self);
void mig_window_sync_views (MigWindow *self);
void mig_window_sync_direction (MigWindow *self);
void mig_window_take_views (MigWindow *self);
void mig_window_add_places (MigWindow *self);
void mig_window_sync_places (MigWindow *self);
void mig_window_save_place (MigWindow *self);
void mig_window_save_last (MigWindow *self);
void mig_window_restore_place (MigWindow *self, MigCorpus *corpus);
void mig_window_take_bookmarks (MigWindow *self, MigCorpus *corpus);
void mig_window_sync (MigWindow *self);
void mig_window_sync_title (MigWindow *self);
void mig_window_settle_focus (MigWindow *self);
void mig_window_show_notice (MigWindow *self, const char *message);
void mig_window_take_loader (MigWindow *self);

gboolean mig_window_shows_main (MigWindow *self);
void     mig_window_set_enabled (MigWindow *self, const char *name, gboolean enabled);

G_END_DECLS
