/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mig-scene.h"

G_BEGIN_DECLS

char *mig_scene_describe (MigScene *self, MigCorpus *corpus);

G_END_DECLS
