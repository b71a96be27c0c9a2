/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-subset.h"
#include "mig-viewport.h"

G_BEGIN_DECLS

#define MIG_TYPE_NAVIGATOR (mig_navigator_get_type ())
G_DECLARE_FINAL_TYPE (MigNavigator, mig_navigator, MIG, NAVIGATOR, GObject)

MigNavigator *mig_navigator_new (void);
MigCorpus    *mig_navigator_get_corpus (MigNavigator *self);
void          mig_navigator_set_corpus (MigNavigator *self, MigCorpus *corpus);
void          mig_navigator_set_viewport (MigNavigator *self, MigViewport *viewport);
MigRef        mig_navigator_get_selected (MigNavigator *self);
void          mig_navigator_select (MigNavigator *self, MigRef ref);
MigRef        mig_navigator_get_compared (MigNavigator *self);
void          mig_navigator_compare (MigNavigator *self, MigRef ref, MigRef other);
void          mig_navigator_begin (MigNavigator *self, MigRef ref);
void          mig_navigator_select_filtered (MigNavigator *self, MigRef ref, const MigFilter *filter);
const MigFilter *mig_navigator_get_filter (MigNavigator *self);
void          mig_navigator_set_filter (MigNavigator *self, const MigFilter *filter);
MigSubset    *mig_navigator_get_subset (MigNavigator *self);
void          mig_navigator_leave_view (MigNavigator *self);
void          mig_navigator_walk (MigNavigator *self, MigRef ref);
gboolean      mig_navigator_get_can_go_back (MigNavigator *self);
gboolean      mig_navigator_get_can_go_forward (MigNavigator *self);
void          mig_navigator_go_back (MigNavigator *self);
void          mig_navigator_go_forward (MigNavigator *self);
GVariant     *mig_navigator_get_view (MigNavigator *self);
GVariant     *mig_navigator_dup_place (MigNavigator *self);
gboolean      mig_navigator_restore_place (MigNavigator *self, GVariant *place);

G_END_DECLS
