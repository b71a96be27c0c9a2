/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mig-comparison.h"
#include "mig-opening.h"
#include "mig-window-private.h"

/* How the window follows its loader: what the loader holds decides which page is on top, what the title and the banner
 * say, and what the navigator and the viewport are given. */

/* What is read faster than this shows no progress, so that nothing flashes. */
#define PATIENCE_MS 150

static const char *
choose_state (MigWindow *self)
{
  gboolean reading = mig_loader_is_reading (self->loader);
  gboolean has_corpus = mig_loader_get_corpus (self->loader) != NULL;
  gboolean has_problems = mig_loader_get_problems (self->loader) != NULL;

  /* What is read again by itself does not take the old one away meanwhile. */
  if (reading && self->slow && !mig_loader_is_refreshing (self->loader))
    return "loading";
  if (has_problems && (!has_corpus || self->shows_problems))
    return "error";
  if (has_corpus)
    return "main";

  return reading ? "blank" : "welcome";
}

static void
focus_page (MigWindow *self, GtkWidget *page)
{
  gboolean done = FALSE;

  if (page == (GtkWidget *) self->browser)
    done = mig_browser_focus_selected (self->browser);
  else if (page == (GtkWidget *) self->error_page)
    done = mig_error_page_focus_problem (self->error_page);

  if (!done)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Before the window stands on the screen nothing in it can have the focus, and GTK gives it to what comes first. */
void
mig_window_settle_focus (MigWindow *self)
{
  if (self->focus_waits)
    focus_page (self, gtk_stack_get_visible_child (self->stack));
  self->focus_waits = FALSE;
}

/* Pages that are not on top are hidden altogether, so that a screen reader does not walk into them. */
static void
show_page (MigWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* Before there was anything else GTK gave it to some button of the header. */
  gboolean takes_focus = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ||
                         g_strcmp0 (mig_window_get_state (self), "blank") == 0;

  if (gtk_stack_get_visible_child (self->stack) == page && gtk_widget_get_visible (page))
    return;

  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (self->stack, page);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != page)
        gtk_widget_set_visible (child, FALSE);
    }

  if (takes_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_page (self, page);
  else if (takes_focus)
    self->focus_waits = TRUE;
  g_object_notify (G_OBJECT (self), "state");
}

/* What is shown of a corpus that the navigator may not have taken over yet. */
static MigSubset *
get_subset (MigWindow *self, MigCorpus *corpus)
{
  MigSubset *subset = mig_navigator_get_subset (self->navigator);

  return subset != NULL && mig_subset_get_corpus (subset) == corpus ? subset : NULL;
}

/* The title says which corpus it is, and the line under it how much of it is shown. */
void
mig_window_sync_title (MigWindow *self)
{
  MigCorpus *corpus = mig_loader_get_corpus (self->loader);

  if (corpus != NULL)
    {
      g_autofree char *subtitle = mig_opening_format_subtitle (corpus, get_subset (self, corpus));

      gtk_label_set_text (self->title_label, mig_corpus_get_title (corpus));
      gtk_label_set_text (self->subtitle_label, subtitle);
    }
  else
    {
      gtk_label_set_text (self->title_label, _("MigMeet"));
      gtk_label_set_text (self->subtitle_label, mig_loader_is_reading (self->loader) ? "" : _("No corpus open"));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *gtk_label_get_text (self->subtitle_label) != '\0');
  gtk_window_set_title (GTK_WINDOW (self), gtk_label_get_text (self->title_label));
}

/* Most starts never need it. */
static void
ensure_error_page (MigWindow *self)
{
  GtkStackPage *page;

  if (self->error_page != NULL)
    return;

  self->error_page = MIG_ERROR_PAGE (mig_error_page_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->error_page), FALSE);
  page = gtk_stack_add_child (self->stack, GTK_WIDGET (self->error_page));
  gtk_stack_page_set_name (page, "error");
}

static void
sync_problems (MigWindow *self)
{
  MigProblems *problems = mig_loader_get_problems (self->loader);
  gboolean has_corpus = mig_loader_get_corpus (self->loader) != NULL;

  if (problems == NULL)
    self->shows_problems = FALSE;

  if (problems != NULL && has_corpus && !self->shows_problems)
    mig_banner_show_problems (self->banner, problems);
  else if (!self->has_notice)
    mig_banner_hide (self->banner);

  if (problems != NULL)
    ensure_error_page (self);
  if (self->error_page == NULL)
    return;
  mig_error_page_set_can_go_back (self->error_page, has_corpus);
  mig_error_page_set_problems (self->error_page, problems);
}

static gboolean
patience_over_cb (gpointer user_data)
{
  MigWindow *self = user_data;

  self->patience_id = 0;
  self->slow = TRUE;
  mig_window_sync (self);

  return G_SOURCE_REMOVE;
}

static void
sync_patience (MigWindow *self)
{
  gboolean reading = mig_loader_is_reading (self->loader);

  if (!reading)
    {
      g_clear_handle_id (&self->patience_id, g_source_remove);
      self->slow = FALSE;
    }
  else if (!self->slow && self->patience_id == 0)
    {
      self->patience_id = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
    }
}

/* Makes all that is seen agree with the loader. */
void
mig_window_sync (MigWindow *self)
{
  sync_patience (self);
  sync_problems (self);
  mig_window_sync_title (self);
  mig_window_sync_actions (self);
  show_page (self, choose_state (self));

  if (self->present_waits && g_strcmp0 (choose_state (self), "blank") != 0)
    mig_window_present (self);
}

/**
 * mig_window_present:
 * @self: a window
 *
 * Presents the window as soon as it has something to show: a corpus that is read at once is there in the first frame,
 * and for one that takes longer the loading page is.
 */
void
mig_window_present (MigWindow *self)
{
  g_return_if_fail (MIG_IS_WINDOW (self));

  self->present_waits = g_strcmp0 (choose_state (self), "blank") == 0;
  if (!self->present_waits)
    gtk_window_present (GTK_WINDOW (self));
}

/* Says something that is no problem of a corpus. */
void
mig_window_show_notice (MigWindow *self, const char *message)
{
  self->has_notice = TRUE;
  mig_banner_show_message (self->banner, message);
}

static void
go_to_pending_address (MigWindow *self)
{
  MigCorpus *corpus = mig_loader_get_corpus (self->loader);
  g_autofree char *address = g_steal_pointer (&self->pending_address);
  MigRef ref = mig_corpus_lookup_address (corpus, address), first, second;

  first = mig_corpus_lookup_comparison_address (corpus, address, &second);
  /* That of the corpus itself is where one is already. */
  if (first == MIG_REF_NONE && mig_corpus_has_address (corpus, address))
    {
      if (ref != MIG_REF_NONE)
        mig_navigator_begin (self->navigator, ref);
    }
  else if (mig_comparison_is_possible (corpus, first, second))
    {
      mig_navigator_begin (self->navigator, first);
      mig_navigator_compare (self->navigator, first, second);
    }
  else
    {
      g_autofree char *message = NULL;

      /* Translators: %s is an address like “migmeet:un-cmim#S14-08” */
      message = g_strdup_printf (_("There is nothing at the address “%s” in this corpus."), address);
      mig_window_show_notice (self, message);
    }
}

static gboolean
is_same_corpus (MigCorpus *a, MigCorpus *b)
{
  GFile *file_a = mig_corpus_get_file (a);
  GFile *file_b = mig_corpus_get_file (b);

  return file_a != NULL && file_b != NULL && g_file_equal (file_a, file_b);
}

static gboolean
is_bundled (GFile *file)
{
  g_autoptr (GFile) bundled = mig_opening_get_bundled_file ();

  return g_file_equal (file, bundled);
}

/* The browser is built when there is something to browse. */
static void
ensure_browser (MigWindow *self)
{
  GtkStackPage *page;

  if (self->browser != NULL)
    return;

  self->browser = MIG_BROWSER (mig_browser_new (self->navigator, self->viewport));
  if (self->settings != NULL)
    mig_browser_set_timeline_height (self->browser, g_settings_get_int (self->settings, "timeline-height"));

  mig_window_take_views (self);
  g_object_bind_property (self, "palette", self->browser, "palette", G_BINDING_SYNC_CREATE);
  gtk_widget_set_visible (GTK_WIDGET (self->browser), FALSE);
  page = gtk_stack_add_child (self->stack, GTK_WIDGET (self->browser));
  gtk_stack_page_set_name (page, "main");
}

/* A file that was read again keeps its place in time and in the history; another one begins afresh. */
static void
take_corpus (MigWindow *self, MigCorpus *corpus)
{
  MigCorpus *before = mig_navigator_get_corpus (self->navigator);
  gboolean again = before != NULL && is_same_corpus (before, corpus);
  GFile *file = mig_corpus_get_file (corpus);
  double start = mig_viewport_get_start (self->viewport);
  double end = mig_viewport_get_end (self->viewport);

  self->has_notice = FALSE;
  self->restored = FALSE;
  if (!again)
    {
      mig_window_save_place (self);
      mig_navigator_set_corpus (self->navigator, NULL);
    }
  mig_navigator_set_corpus (self->navigator, corpus);
  mig_opening_set_view (corpus, self->viewport);
  if (again)
    mig_viewport_set_span (self->viewport, start, end);

  ensure_browser (self);
  mig_window_take_bookmarks (self, corpus);
  if (!again)
    mig_window_restore_place (self, corpus);
  if (file != NULL && !is_bundled (file))
    mig_recent_add (self->recent, file);
}

/* Takes over what the loader holds now. */
void
mig_window_take_loader (MigWindow *self)
{
  MigCorpus *corpus = mig_loader_get_corpus (self->loader);
  gboolean fresh = corpus != NULL && corpus != mig_navigator_get_corpus (self->navigator);

  if (fresh)
    take_corpus (self, corpus);
  if (corpus != NULL && self->pending_address != NULL && !mig_loader_is_reading (self->loader))
    go_to_pending_address (self);
  if (fresh && !self->restored && mig_navigator_get_selected (self->navigator) == MIG_REF_NONE)
    mig_navigator_begin (self->navigator, mig_opening_choose (corpus));

  mig_window_sync (self);
  mig_briefing_desk_take_corpus (self->desk);
}
