/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIG_TYPE_JUMP (mig_jump_get_type ())
G_DECLARE_FINAL_TYPE (MigJump, mig_jump, MIG, JUMP, GtkPopover)

GtkWidget *mig_jump_new (void);

G_END_DECLS
