/* grid.h: a screen that is not a terminal: rows and columns of glyphs.
 *
 * Everything that is drawn is drawn here first. The terminal copies what changed; the plain dump,
 * the SVG and the tests of screens read the same grid. Text comes in as UTF-8 and is made safe
 * while it is put: control characters, bidi controls and invalid bytes become visible replacements
 * (as in sink_safe), a combining mark joins the glyph before it, a wide glyph is never cut in half:
 * where only its first column fits, a blank stands. */
#ifndef TFSCOPE_BASE_GRID_H
#define TFSCOPE_BASE_GRID_H

#include "base/role.h"
#include "base/sink.h"

/* A place and a size on a grid. */
typedef struct Rect {
    int row, col;   /* of the top left glyph, from 0 */
    int rows, cols; /* 0 or less: nothing */
} Rect;

/* How a glyph stands out, besides its role. */
enum {
    LOOK_SELECTED = 1,  /* the selected row: drawn in reverse */
    LOOK_BOLD = 2,      /* what the eye should find first */
    LOOK_UNDERLINE = 4, /* the very expression of an event */
};

enum { GLYPH_MARKS = 2 }; /* combining marks that are kept; further ones are dropped */

typedef struct Glyph {
    uint32_t cp;                /* code point; ' ' when empty; 0: the right half of a wide glyph */
    uint32_t mark[GLYPH_MARKS]; /* combining code points, 0 for none */
    uint8_t width;              /* 1 or 2; 0: right half */
    uint8_t role;               /* Role */
    uint8_t look;               /* LOOK_… */
} Glyph;

typedef struct Grid {
    int rows, cols;
    Glyph *at;                  /* [rows * cols] */
    int cursor_row, cursor_col; /* where the terminal's cursor belongs; -1: nowhere, hidden */
    bool cursor_shown;          /* a text field has it: pictures show it, too */
} Grid;

/* A blank grid in a; rows and cols of at least 1. */
Grid *grid_make(Arena *a, int rows, int cols);
void grid_clear(Grid *g);
/* The glyph at a place, or NULL outside of the grid. */
Glyph *grid_at(const Grid *g, int row, int col);
bool grid_same(const Glyph *x, const Glyph *y);

/* Puts text from (row, col) rightwards, cut at the edges of clip and of the grid; returns the
 * column behind it (of a text that leaves the grid: some column outside). A newline ends the text;
 * a tab is one blank. */
int grid_put(Grid *g, Rect clip, int row, int col, Str text, Role role, int look);
/* The same for a NUL-terminated string, on the whole grid. */
int grid_put_z(Grid *g, int row, int col, const char *text, Role role, int look);
/* n times the same glyph of width 1. */
void grid_repeat(Grid *g, Rect clip, int row, int col, int n, uint32_t cp, Role role, int look);
/* Gives all glyphs of a rectangle more looks. */
void grid_look(Grid *g, Rect r, int look);

/* What the grid says, as lines of text without blanks at their ends. */
void grid_text(const Grid *g, Sink *out);
/* For tests of screens: each line of text, and below each one that has any role but text or any
 * look a line that starts with "~" and has one letter a column for them; grid.c has the letters. */
void grid_dump(const Grid *g, Sink *out);

#endif
