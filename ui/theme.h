/* theme.h: how roles look. Only the eight basic colours and three attributes, so that the user's
 * palette rules; nothing is told by colour alone. */
#ifndef TFSCOPE_UI_THEME_H
#define TFSCOPE_UI_THEME_H

#include "base/role.h"
#include "base/str.h"

typedef enum Theme { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEME_COUNT } Theme;

enum { COLOUR_DEFAULT = -1 }; /* else 0 … 7: black red green yellow blue magenta cyan white */

typedef struct Ink {
    int colour; /* foreground */
    bool bold, dim, underline, reverse;
} Ink;

Ink theme_ink(Theme theme, Role role, int look); /* look: LOOK_… of grid.h */
const char *theme_name(Theme theme);
bool theme_named(Str name, Theme *theme);

#endif
