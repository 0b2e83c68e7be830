/* frame_inner.h: the parts of a screen, for frame.c alone. */
#ifndef TFSCOPE_UI_FRAME_INNER_H
#define TFSCOPE_UI_FRAME_INNER_H

#include "ui/frame.h"

/* What a frame is drawn from, and into. */
typedef struct Frame {
    const State *state;
    const World *world;
    const Keymap *keys;
    Grid *grid;
    Arena *scratch;
} Frame;

void frame_title(const Frame *f);    /* the bar above */
void frame_footer(const Frame *f);   /* hints, a message, a question, the line that is typed */
void frame_timeline(const Frame *f); /* the program from left to right, and the place in it */
void frame_lines(const Frame *f);    /* lines around panes, with the titles in them */
/* ---- presenting (frame_present.c) ---- */
Str frame_timer(const Frame *f); /* "12 min left"; empty when no timer runs */
bool frame_timer_is_over(const Frame *f);
void frame_dark(const Frame *f);  /* a blank screen */
void frame_typed(const Frame *f); /* the keys that were pressed */
void frame_notes(const Frame *f); /* the presenter's notes, in the place of the panes */

/* A frame with a title around a rectangle that lies over the panes; blanks inside. */
void frame_box(const Frame *f, Rect inside, const char *title);

void frame_blank(const Frame *f, Rect r);
/* Text of so many columns at most; a longer one ends in a sign for it. */
Str frame_cut(const Frame *f, Str text, int cols);
static inline Rect frame_whole(const Frame *f) {
    return (Rect){0, 0, f->grid->rows, f->grid->cols};
}

#endif
