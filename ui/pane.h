/* pane.h: the panes: each a row of functions of (state, world).
 *
 * All panes but Names show lines of a Doc: they say how many rows there are for a width, and put a
 * window of them, so that a frame costs as much as its rows whatever the content. */
#ifndef TFSCOPE_UI_PANE_H
#define TFSCOPE_UI_PANE_H

#include "ui/state.h"
#include "view/doc.h"
#include "view/together.h"

/* What panes draw from: a state that looks at one run. In a comparison each side has its own. */
typedef struct Look {
    const State *state;
    const World *world;
    const Replay *replay;
    Position at;
    const Together *together; /* in a comparison: what differs from the other run is marked; NULL */
    bool second;              /* this look is at the second run of `together` */
    Arena *scratch;           /* of one frame */
} Look;

/* A pane of lines. */
typedef struct LinePane {
    /* How many rows there are, when rows are `cols` wide. */
    int64_t (*rows)(const Look *l, int cols);
    /* Appends rows first … first + count - 1 (those that exist) to d, one line each. Rows that may
     * be longer than `cols` are put as they are seen scrolled by the pane's `side` already, so that
     * a line of a million letters costs what is seen of it: whoever draws never shifts rows. */
    void (*put)(const Look *l, int cols, int64_t first, int64_t count, Doc *d);
    /* The row that is to be kept in view, -1 for none. */
    int64_t (*current)(const Look *l, int cols);
    /* Enter, or a click, on a row; may be NULL. */
    void (*enter)(State *s, const World *w, int64_t row, int cols);
    /* The row that is seen beside the current one where both fit, -1 for none; may be NULL. */
    int64_t (*before)(const Look *l, int cols);
} LinePane;

/* Of pane_program.c, pane_scopes.c … */
extern const LinePane pane_program_lines;
extern const LinePane pane_scopes_lines;
extern const LinePane pane_values_lines;
extern const LinePane pane_why_lines;
extern const LinePane pane_output_lines;
extern const LinePane pane_lesson_lines;

/* The line of the program that a row of its pane shows; 0: it is a sentence below one. */
uint32_t program_line(const State *s, const World *w, int64_t row);

const LinePane *pane_lines(Pane p); /* NULL for Names */
const char *pane_name(Pane p);
const char *pane_title(Pane p); /* translated */

/* What a row of the Values pane is about: one of the two. */
typedef struct ValueRow {
    const TraceVariable *variable;
    const Cell *cell; /* of a Python name */
} ValueRow;
/* The selected row; false: none is, or it is a heading. */
bool values_selected(const State *s, const World *w, ValueRow *row);
/* The row about the same thing, elsewhere in the run, is selected if there is one. */
void values_select(State *s, const World *w, const ValueRow *row);

/* The look of the run that is looked at; in a comparison that of the left side. */
Look pane_look(const State *s, const World *w, Arena *scratch);
/* Draws what is inside a pane's frame. */
void pane_draw(Pane p, const Look *l, Rect r, Grid *g);
/* How many rows of a pane of lines are below what is seen of it in r. */
int64_t pane_below(Pane p, const Look *l, Rect r);
/* Moving, unfolding, searching in the focused pane; false: the pane has nothing to do with it. */
bool pane_act(State *s, const World *w, Action a);
/* After the position, the size or the run changed: keeps in view what is to be followed. */
void pane_follow(State *s, const World *w);
/* A click, a double click or a turn of the wheel: goes to a step of the timeline, focuses a pane,
 * selects a row, and, on the row that is selected already, enters it. */
void pane_mouse(State *s, const World *w, Key key);

/* ---- Names (pane_names.c) ---- */

/* The outline that is shown: filtered, of the graph at the position. NULL before any graph. */
const Outline *names_outline(State *s, const World *w);
/* Sets the patterns of filter and hide, and forgets what was derived from those before. */
void names_pick(State *s, Str keep, Str hide);
void names_draw(const Look *l, Rect r, Grid *g);
bool names_act(State *s, const World *w, Action a);
void names_click(State *s, const World *w, int row, int col); /* place inside the pane */
void names_wheel(State *s, const World *w, int rows);         /* down; negative: up */
/* Scrolls so that what changed, or the selected row, is shown; unfolds nothing. */
void names_follow(State *s, const World *w);
/* What is folded: while a filter is on that has its own, so that its matches are seen. */
Folds *names_folds(const State *s);
void names_select(State *s, const World *w, Str path); /* unfolds what is above it */
/* The variable that is selected, or whose part is; NULL. */
const TraceVariable *names_variable(const State *s, const World *w);

#endif
