#include "ui/theme.h"

#include "base/grid.h"

/* Foregrounds; black and white are never among them: one of both is the background of most
 * terminals, and bold black ("bright black") is black on those with eight colours. */
enum { DEFAULT = COLOUR_DEFAULT, RED = 1, GREEN, YELLOW, BLUE, MAGENTA, CYAN };

enum { BOLD = 1, DIM = 2, UNDER = 4, REVERSE = 8 };

typedef struct InkRow {
    signed char colour;
    unsigned char looks;
} InkRow;

/* One column a theme: dark, light, contrast, mono. Yellow and cyan are hard to read on white, blue
 * is on black; high contrast has nothing dim, and colour for three signs only. */
static const InkRow inks[ROLE_COUNT][THEME_COUNT] = {
    [ROLE_TEXT] = {{DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_TITLE] = {{DEFAULT, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_DIM] = {{DEFAULT, DIM}, {DEFAULT, DIM}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_CODE] = {{DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_SCOPE] = {{CYAN, 0}, {BLUE, 0}, {DEFAULT, BOLD}, {DEFAULT, 0}},
    [ROLE_VARIABLE] = {{GREEN, 0}, {GREEN, 0}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_OP] = {{DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_TYPE] = {{DEFAULT, DIM}, {DEFAULT, DIM}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_VALUE] = {{YELLOW, 0}, {MAGENTA, 0}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_NEW] = {{GREEN, BOLD}, {GREEN, BOLD}, {GREEN, BOLD}, {DEFAULT, BOLD}},
    [ROLE_CHANGED] = {{YELLOW, BOLD}, {MAGENTA, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_SHARED] = {{MAGENTA, BOLD}, {BLUE, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_ERROR] = {{RED, BOLD}, {RED, BOLD}, {RED, BOLD}, {DEFAULT, BOLD}},
    [ROLE_GOOD] = {{GREEN, 0}, {GREEN, 0}, {GREEN, BOLD}, {DEFAULT, 0}},
    [ROLE_FRAME] = {{DEFAULT, DIM}, {DEFAULT, DIM}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_BAR] = {{DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}, {DEFAULT, 0}},
    [ROLE_KEY] = {{CYAN, BOLD}, {BLUE, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_PAST] = {{YELLOW, BOLD | REVERSE},
                   {MAGENTA, BOLD | REVERSE},
                   {DEFAULT, BOLD | REVERSE},
                   {DEFAULT, BOLD | REVERSE}},
    [ROLE_HERE] = {{YELLOW, BOLD}, {MAGENTA, BOLD}, {DEFAULT, BOLD | UNDER}, {DEFAULT, BOLD}},
    [ROLE_NEXT] = {{CYAN, BOLD}, {BLUE, BOLD}, {DEFAULT, BOLD}, {DEFAULT, BOLD}},
    [ROLE_MATCH] = {{YELLOW, REVERSE}, {MAGENTA, REVERSE}, {DEFAULT, REVERSE}, {DEFAULT, REVERSE}},
};

/* A match in the selected row is told from it by being reversed twice. */
static Ink with_look(Ink ink, int look) {
    if (look & LOOK_SELECTED)
        ink.reverse = !ink.reverse;
    if (look & LOOK_UNDERLINE)
        ink.underline = true;
    if (look & LOOK_BOLD)
        ink.bold = true;
    if (ink.bold || ink.reverse)
        ink.dim = false;
    return ink;
}

Ink theme_ink(Theme theme, Role role, int look) {
    InkRow row = inks[role][theme];
    Ink ink = {row.colour, row.looks & BOLD, row.looks & DIM, row.looks & UNDER,
               row.looks & REVERSE};
    return with_look(ink, look);
}

static const char *const theme_names[THEME_COUNT] = {"dark", "light", "contrast", "mono"};

const char *theme_name(Theme theme) {
    return theme_names[theme];
}

bool theme_named(Str name, Theme *theme) {
    for (int i = 0; i < THEME_COUNT; i++) {
        if (str_is(name, theme_names[i])) {
            *theme = (Theme)i;
            return true;
        }
    }
    return false;
}
