/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mig_languages_init        (void);
void mig_languages_add_actions (GActionMap *application, GSettings *settings);
void mig_languages_fill_menu   (GMenu *menu);

G_END_DECLS
