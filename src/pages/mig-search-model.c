/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "migmeet"

#include "config.h"

#include "mig-search-model.h"

#include <gio/gio.h>

#include "mig-search-item.h"

/* Results as a list: each group's heading, its hits, and a line for what is not listed. Lines are made when they are
 * asked for. */

struct _MigSearchModel
{
  GObject parent_instance;

  MigSearchResults *results;
  guint n_lines[MIG_SEARCH_N_GROUPS];
  guint n;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MigSearchModel, mig_search_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MIG_TYPE_SEARCH_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MIG_SEARCH_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MigSearchModel *self = MIG_SEARCH_MODEL (model);
  const MigSearchHits *groups;
  guint n_groups;

  if (position >= self->n)
    return NULL;

  groups = mig_search_results_get_groups (self->results, &n_groups);
  for (guint i = 0; i < n_groups; position -= self->n_lines[i], i++)
    if (position < self->n_lines[i])
      return mig_search_item_new (self->results, &groups[i], position);

  return NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mig_search_model_finalize (GObject *object)
{
  g_clear_object (&MIG_SEARCH_MODEL (object)->results);

  G_OBJECT_CLASS (mig_search_model_parent_class)->finalize (object);
}

static void
mig_search_model_class_init (MigSearchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mig_search_model_finalize;
}

static void
mig_search_model_init (MigSearchModel *self)
{
}

/**
 * mig_search_model_new:
 *
 * Returns: (transfer full): a list without lines
 */
MigSearchModel *
mig_search_model_new (void)
{
  return g_object_new (MIG_TYPE_SEARCH_MODEL, NULL);
}

/**
 * mig_search_model_set_results:
 * @self: a list
 * @results: (nullable): what it shall hold
 *
 * Replaces all lines.
 */
void
mig_search_model_set_results (MigSearchModel   *self,
                              MigSearchResults *results)
{
  const MigSearchHits *groups = NULL;
  guint n_before = self->n, n_groups = 0;

  g_return_if_fail (MIG_IS_SEARCH_MODEL (self));

  if (!g_set_object (&self->results, results))
    return;

  self->n = 0;
  if (results != NULL)
    groups = mig_search_results_get_groups (results, &n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      self->n_lines[i] = 1 + groups[i].n_listed + (groups[i].n > groups[i].n_listed ? 1 : 0);
      self->n += self->n_lines[i];
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n);
}

/**
 * mig_search_model_find:
 * @self: a list
 * @ref: a record
 *
 * Returns: the position of its line, or %G_MAXUINT if it has none
 */
guint
mig_search_model_find (MigSearchModel *self,
                       MigRef          ref)
{
  const MigSearchHits *groups;
  guint n_groups, position = 0;

  g_return_val_if_fail (MIG_IS_SEARCH_MODEL (self), G_MAXUINT);

  if (self->results == NULL || !mig_search_results_contains (self->results, ref))
    return G_MAXUINT;

  groups = mig_search_results_get_groups (self->results, &n_groups);
  for (guint i = 0; i < n_groups; position += self->n_lines[i], i++)
    for (guint k = 0; k < groups[i].n_listed; k++)
      if (groups[i].refs[k] == ref)
        return position + 1 + k;

  return G_MAXUINT;
}
