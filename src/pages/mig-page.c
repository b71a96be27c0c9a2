/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-page-private.h"

#include "mig-comparison.h"
#include "mig-page-builders.h"
#include "mig-page-parts.h"
#include "mig-table.h"

/* The page of one record: a title block, sections and an aside, in a column that scrolls. It is built once, for the
 * record that it is made with, and thrown away when another one is selected.
 *
 *   corpus + record ──▶ MigPage ──▶ the builder of its kind ──▶ set_head, append, append_section, append_aside
 *                                            ├──▶ later, add_work ──▶ a little of it before every frame
 *                                            └──▶ find ──▶ in a thread, then shown
 *
 * The first frame of a page has what fills the room there is; the rest of a long one comes from the top down in the
 * frames that follow, so that no page keeps anybody waiting.
 */

/* Of the sixteen milliseconds of a frame: styling, shaping and layout take three times as long as making widgets. */
#define FRAME_BUDGET (2 * G_TIME_SPAN_MILLISECOND)
/* Past which the first frame does not wait, even if there is room for more. */
#define FIRST_FRAME_BUDGET (6 * G_TIME_SPAN_MILLISECOND)
/* The room, in pixels, that is filled where nobody knows it yet: in a window that comes to the screen. */
#define USUAL_WIDTH 600
#define USUAL_HEIGHT 400

G_DEFINE_FINAL_TYPE (MigPage, mig_page, GTK_TYPE_WIDGET)

static void
build_event (MigPage *self)
{
  switch (mig_corpus_get_event (self->corpus, self->ref)->role)
    {
    case MIG_EVENT_ROLE_SERIES:
      mig_series_page_build (self);
      break;

    case MIG_EVENT_ROLE_MEETING:
      mig_meeting_page_build (self);
      break;

    case MIG_EVENT_ROLE_SESSION:
      mig_session_page_build (self);
      break;

    case MIG_EVENT_ROLE_EVENT:
    default:
      mig_event_page_build (self);
      break;
    }
}

static void
build (MigPage *self)
{
  static void (*const builders[MIG_N_KINDS]) (MigPage *) = {
    [MIG_KIND_NONE] = mig_corpus_page_build,
    [MIG_KIND_EVENT] = build_event,
    [MIG_KIND_PERSON] = mig_person_page_build,
    [MIG_KIND_ORGANIZATION] = mig_organization_page_build,
    [MIG_KIND_SPEECH] = mig_speech_page_build,
    [MIG_KIND_DOCUMENT] = mig_document_page_build,
    [MIG_KIND_TOPIC] = mig_topic_page_build,
    [MIG_KIND_FIGURE] = mig_figure_page_build,
    [MIG_KIND_AREA] = mig_area_page_build,
    [MIG_KIND_MEMBERSHIP] = mig_membership_page_build,
    [MIG_KIND_POST] = mig_post_page_build,
    [MIG_KIND_MENTION] = mig_mention_page_build,
  };

  if (self->compared != MIG_REF_NONE)
    mig_comparison_page_build (self);
  else
    builders[mig_ref_kind (self->ref)] (self);
}

/* Fills what will be seen of the page in its first frame, down to where it was left when it comes back. It has no size
 * yet, but takes the room of the page before, if there was one. */
static void
fill_sight (MigPage *self)
{
  GtkWidget *host = gtk_widget_get_parent (GTK_WIDGET (self));
  const gboolean has_size = gtk_widget_get_width (host) > 0;
  const int width = has_size ? gtk_widget_get_width (host) : USUAL_WIDTH;
  const double height = (has_size ? gtk_widget_get_height (host) : USUAL_HEIGHT) + self->wanted_scroll;
  const gint64 deadline = g_get_monotonic_time () + FIRST_FRAME_BUDGET;
  int filled;

  do
    gtk_widget_measure (GTK_WIDGET (self->columns), GTK_ORIENTATION_VERTICAL, width, NULL, &filled, NULL, NULL);
  while (filled < height && !self->is_held && g_get_monotonic_time () < deadline && mig_page_run_work (self, 0));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MigPage *self = MIG_PAGE (widget);

  if (!self->is_begun)
    {
      self->is_begun = TRUE;
      fill_sight (self);
      return G_SOURCE_CONTINUE;
    }

  /* The second frame is that of the contents. */
  if (!self->is_rested)
    {
      self->is_rested = TRUE;
      return G_SOURCE_CONTINUE;
    }

  if (mig_page_run_work (self, g_get_monotonic_time () + FRAME_BUDGET))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Has the work done in the frames to come. */
void
mig_page_ensure_tick (MigPage *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * mig_page_add_work:
 * @self: a page
 * @func: does a little of the work, and tells whether there is more
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Leaves work for the frames to come. Work that is added while other work is done comes next, before what was there
 * already, so that a page fills from the top.
 */
void
mig_page_add_work (MigPage        *self,
                   MigPageWork     func,
                   gpointer        data,
                   GDestroyNotify  destroy)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  mig_page_queue_add (&self->queue, func, data, destroy);
  mig_page_mark_again (self);
  mig_page_ensure_tick (self);
}

static gboolean
build_part (MigPage  *self,
            gpointer  data)
{
  void (*func) (MigPage *) = (void (*) (MigPage *)) data;

  func (self);
  return FALSE;
}

/**
 * mig_page_later:
 * @self: a page
 * @func: adds a part to the page
 *
 * Leaves a part of the page for the frames to come. For builders: what stands farther down.
 */
void
mig_page_later (MigPage *self,
                void   (*func) (MigPage *page))
{
  mig_page_add_work (self, build_part, (gpointer) func, NULL);
}

/**
 * mig_page_complete:
 * @self: a page
 *
 * Does at once all that is left to do, for whoever needs the whole page.
 */
void
mig_page_complete (MigPage *self)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  mig_page_run_work (self, G_MAXINT64);
}

/* Removes the last part of a page that can be removed by itself. */
static gboolean
remove_last (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (!GTK_IS_NATIVE (child) && remove_last (child))
      return TRUE;

  if (!GTK_IS_BOX (parent) && !MIG_IS_TABLE (parent))
    return FALSE;

  gtk_widget_unparent (widget);
  return TRUE;
}

/**
 * mig_page_take_apart:
 * @self: a page that is shown no more
 * @deadline: when to stop, in the time of g_get_monotonic_time()
 *
 * Frees what is on the page, from its end, as far as there is time; but something at least.
 *
 * Returns: whether there is more
 */
gboolean
mig_page_take_apart (MigPage *self,
                     gint64   deadline)
{
  gboolean has_more;

  g_return_val_if_fail (MIG_IS_PAGE (self), FALSE);
  g_return_val_if_fail (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL, FALSE);

  mig_page_queue_clear (&self->queue);
  do
    has_more = remove_last (GTK_WIDGET (self));
  while (has_more && g_get_monotonic_time () < deadline);

  return has_more;
}

/* A position can only be taken once there is something that high. */
static void
adjustment_changed_cb (GtkAdjustment *adjustment,
                       MigPage       *self)
{
  const double highest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  const gboolean is_growing = !g_queue_is_empty (&self->queue.works);

  if (self->wanted_scroll <= 0 || highest <= 0 || (is_growing && highest < self->wanted_scroll))
    return;

  gtk_adjustment_set_value (adjustment, MIN (self->wanted_scroll, highest));
  self->wanted_scroll = 0;
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  MigPage *self = MIG_PAGE (widget);
  GtkScrollType type;
  gboolean was_handled;

  g_variant_get (args, "(i)", &type);
  g_signal_emit_by_name (self->scroller, "scroll-child", type, FALSE, &was_handled);

  return was_handled;
}

static void
add_scroll_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkScrollType type;
  } bindings[] = {
    { GDK_KEY_space, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_KP_Page_Down, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_KP_Page_Up, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Home, GTK_SCROLL_START },
    { GDK_KEY_KP_Home, GTK_SCROLL_START },
    { GDK_KEY_End, GTK_SCROLL_END },
    { GDK_KEY_KP_End, GTK_SCROLL_END },
    { GDK_KEY_Down, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Up, GTK_SCROLL_STEP_UP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, 0, scroll_cb, "(i)", bindings[i].type);
}

/**
 * mig_page_make_selectable:
 * @self: a page
 * @widget: (nullable): what is under the pointer
 *
 * Has the text there selected by the pointer. To make all labels of a page so from the start would take longer than all
 * else on it, so each is made so when the pointer comes to it. The text of a link is left alone: it is pressed.
 */
void
mig_page_make_selectable (MigPage   *self,
                          GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !gtk_label_get_selectable (GTK_LABEL (widget)) &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) == NULL)
    mig_part_make_selectable (widget);
}

static void
motion_cb (MigPage *self,
           double   x,
           double   y)
{
  mig_page_make_selectable (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
}

/* A finger presses without having moved there. */
static void
pressed_cb (MigPage *self,
            int      n_press,
            double   x,
            double   y)
{
  motion_cb (self, x, y);
}

static void
add_pointer (MigPage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
mig_page_dispose (GObject *object)
{
  MigPage *self = MIG_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  mig_page_queue_clear (&self->queue);
  g_clear_pointer (&self->marks, mig_marks_free);
  g_clear_object (&self->corpus);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->raisings, mig_raisings_free);

  G_OBJECT_CLASS (mig_page_parent_class)->dispose (object);
}

static void
mig_page_class_init (MigPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mig_page_dispose;

  /**
   * MigPage::marks-changed:
   *
   * What was looked for is marked in the whole page, or nothing is any more.
   */
  g_signal_new ("marks-changed", MIG_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_scroll_bindings (widget_class);

  g_type_ensure (MIG_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MigMeet/ui/mig-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MigPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MigPage, columns);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
mig_page_init (MigPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_pointer (self);
  g_signal_connect (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                    G_CALLBACK (adjustment_changed_cb), self);
}

static GtkWidget *
new_page (MigCorpus *corpus,
          MigRef     ref,
          MigRef     compared)
{
  MigPage *self = g_object_new (MIG_TYPE_PAGE, NULL);

  self->corpus = g_object_ref (corpus);
  self->ref = ref;
  self->compared = compared;
  build (self);
  if (g_queue_is_empty (&self->queue.works) && self->outline != NULL)
    mig_outline_complete (self->outline);

  return GTK_WIDGET (self);
}

/**
 * mig_page_new:
 * @corpus: a corpus
 * @ref: one of its records, or %MIG_REF_NONE for the page of the corpus itself
 *
 * Returns: (transfer floating): the record's page
 */
GtkWidget *
mig_page_new (MigCorpus *corpus,
              MigRef     ref)
{
  return new_page (corpus, ref, MIG_REF_NONE);
}

/**
 * mig_page_new_comparison:
 * @corpus: a corpus
 * @ref: one of its records
 * @compared: another one, with which it can be compared
 *
 * Returns: (transfer floating): the page of the two side by side
 */
GtkWidget *
mig_page_new_comparison (MigCorpus *corpus,
                         MigRef     ref,
                         MigRef     compared)
{
  g_return_val_if_fail (mig_comparison_is_possible (corpus, ref, compared), NULL);

  return new_page (corpus, ref, compared);
}

/**
 * mig_page_get_corpus:
 * @self: a page
 *
 * Returns: (transfer none): its corpus
 */
MigCorpus *
mig_page_get_corpus (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), NULL);

  return self->corpus;
}

/**
 * mig_page_get_ref:
 * @self: a page
 *
 * Returns: its record, or %MIG_REF_NONE
 */
MigRef
mig_page_get_ref (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), MIG_REF_NONE);

  return self->ref;
}

/**
 * mig_page_get_compared:
 * @self: a page
 *
 * Returns: what its record is compared with, or %MIG_REF_NONE
 */
MigRef
mig_page_get_compared (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), MIG_REF_NONE);

  return self->compared;
}

/**
 * mig_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the title at its head
 */
const char *
mig_page_get_title (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), NULL);

  return self->title;
}

/**
 * mig_page_get_scroll:
 * @self: a page
 *
 * Returns: how far it is scrolled down, in pixels
 */
double
mig_page_get_scroll (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), 0);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

/**
 * mig_page_set_scroll:
 * @self: a page
 * @value: how far to scroll down, in pixels
 *
 * Scrolls the page, as soon as it has its size.
 */
void
mig_page_set_scroll (MigPage *self,
                     double   value)
{
  g_return_if_fail (MIG_IS_PAGE (self));

  self->wanted_scroll = value;
  adjustment_changed_cb (gtk_scrolled_window_get_vadjustment (self->scroller), self);
}

/**
 * mig_page_grab:
 * @self: a page
 *
 * Moves the focus to the page as a whole, so that a screen reader says its title and the next Tab goes to its first
 * link.
 *
 * Returns: whether the focus is there
 */
gboolean
mig_page_grab (MigPage *self)
{
  g_return_val_if_fail (MIG_IS_PAGE (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self));
}
