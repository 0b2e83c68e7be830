/* layout.h: where the panes are: a pure function of the size and of what is shown. */
#ifndef TFSCOPE_UI_LAYOUT_H
#define TFSCOPE_UI_LAYOUT_H

#include "base/grid.h"

typedef enum Pane {
#define PANE(ID, ...) PANE_##ID,
#include "ui/pane.def"
#undef PANE
    PANE_COUNT
} Pane;

typedef enum LayoutKind {
    LAYOUT_TINY,     /* too small for any pane: says what is needed */
    LAYOUT_SINGLE,   /* one pane at a time */
    LAYOUT_COLUMNS,  /* two columns: 80x24 */
    LAYOUT_WIDE,     /* three columns */
    LAYOUT_PORTRAIT, /* stacked: at most 84 columns, at least 46 rows */
    LAYOUT_PRESENT,  /* for an audience: few panes, with room around them */
    LAYOUT_COMPARE,  /* two runs side by side, or one above the other */
} LayoutKind;

typedef struct LayoutAsk {
    int rows, cols;
    Pane focus;
    bool full;    /* the focused pane alone */
    bool lesson;  /* there is a Lesson pane */
    bool compare; /* two runs */
    bool alone;   /* of two runs only the focused pane of one is shown: there is much to read */
    bool present; /* somebody presents */
    bool swapped; /* the run with the keys is on the second side: pane and beside are exchanged */
    int bigger[PANE_COUNT];
    bool front[PANE_COUNT]; /* shown rather than the pane that shares its place, layout_front */
} LayoutAsk;

typedef struct Layout {
    LayoutKind kind;
    Rect title, footer;       /* full width; no rows when there is no room */
    Rect timeline;            /* within the footer, or a row of its own */
    Rect pane[PANE_COUNT];    /* inside of the frame; no rows: not shown */
    Rect beside[PANE_COUNT];  /* of the other run, in LAYOUT_COMPARE */
    Rect heading[2];          /* in LAYOUT_COMPARE: the line above each side, [1] of the other run:
                                 says which run it is */
    Rect differs;             /* in LAYOUT_COMPARE: rows that say the difference in words */
    bool framed;              /* lines are drawn between panes */
    int need_rows, need_cols; /* LAYOUT_TINY: what is needed */
} Layout;

Layout layout_of(const LayoutAsk *ask);

/* The pane that shares the place of p where there is not room for both (Values that of Output, Why
 * that of Lesson), else p itself. */
Pane layout_shares(Pane p);
/* From now on p is shown rather than the pane that shares its place. */
void layout_front(bool front[PANE_COUNT], Pane p);

#endif
