/* layout.c: a plan is a few columns of places; a place holds a pane, or one of two that share it.
 *
 * Each kind of layout has its plan as data. Lines between panes are shared: n places below each
 * other take n + 1 lines, and a pane is what lies between them. */
#include "ui/layout.h"

enum {
    LEAST_ROWS = 4,
    LEAST_COLS = 16,
    COLUMNS_ROWS = 16,
    COLUMNS_COLS = 60,
    WIDE_ROWS = 20,
    WIDE_COLS = 120,
    PORTRAIT_ROWS = 46,
    PORTRAIT_COLS = 84,
    PLACES_MOST = 7,
    COLUMNS_MOST = 3,
};

typedef struct Place {
    Pane pane, other; /* the same when it has the place alone */
    int weight;       /* of rows that are shared out */
} Place;

typedef struct Column {
    int weight; /* of columns of the screen */
    int n;
    Place place[PLACES_MOST];
} Column;

typedef struct Plan {
    int n;
    Column column[COLUMNS_MOST];
} Plan;

#define ALONE(ID, weight)                                                                          \
    { PANE_##ID, PANE_##ID, weight }
#define SHARED(ID, OTHER, weight)                                                                  \
    { PANE_##ID, PANE_##OTHER, weight }

static const Plan columns_plan = {
    2,
    {{10, 3, {ALONE(PROGRAM, 10), ALONE(SCOPES, 5), SHARED(OUTPUT, VALUES, 4)}},
     {10, 2, {ALONE(NAMES, 10), SHARED(LESSON, WHY, 9)}}}};

/* Two columns that are high enough for all panes. */
static const Plan high_plan = {
    2,
    {{10, 4, {ALONE(PROGRAM, 12), ALONE(SCOPES, 6), ALONE(VALUES, 5), ALONE(OUTPUT, 6)}},
     {10, 3, {ALONE(NAMES, 11), ALONE(LESSON, 11), ALONE(WHY, 7)}}}};

static const Plan wide_plan = {3,
                               {{10, 2, {ALONE(PROGRAM, 10), ALONE(SCOPES, 6)}},
                                {10, 1, {ALONE(NAMES, 1)}},
                                {10, 2, {SHARED(LESSON, WHY, 10), SHARED(OUTPUT, VALUES, 6)}}}};

static const Plan wide_high_plan = {3,
                                    {{10, 2, {ALONE(PROGRAM, 12), ALONE(SCOPES, 6)}},
                                     {10, 2, {ALONE(NAMES, 12), ALONE(VALUES, 5)}},
                                     {10, 3, {ALONE(LESSON, 12), ALONE(WHY, 7), ALONE(OUTPUT, 4)}}}};

static const Plan portrait_plan = {1,
                                   {{1,
                                     5,
                                     {ALONE(PROGRAM, 11), ALONE(NAMES, 11), ALONE(SCOPES, 5),
                                      SHARED(LESSON, WHY, 8), SHARED(OUTPUT, VALUES, 4)}}}};

static const Plan portrait_high_plan = {
    1,
    {{1,
      7,
      {ALONE(PROGRAM, 12), ALONE(NAMES, 12), ALONE(SCOPES, 6), ALONE(LESSON, 9), ALONE(WHY, 6),
       ALONE(VALUES, 5), ALONE(OUTPUT, 5)}}}};

/* What an audience sees: the program, what it makes, and most of all what is said about it: a
 * remote control cannot scroll. */
static const Plan present_plan = {2,
                                  {{10, 2, {ALONE(PROGRAM, 12), SHARED(OUTPUT, VALUES, 4)}},
                                   {10, 2, {SHARED(NAMES, SCOPES, 6), SHARED(LESSON, WHY, 11)}}}};

/* ---- what shares a place ---- */

Pane layout_shares(Pane p) {
    switch (p) {
    case PANE_OUTPUT: return PANE_VALUES;
    case PANE_VALUES: return PANE_OUTPUT;
    case PANE_LESSON: return PANE_WHY;
    case PANE_WHY: return PANE_LESSON;
    case PANE_PROGRAM:
    case PANE_NAMES:
    case PANE_SCOPES:
    case PANE_COUNT: return p;
    }
    return p;
}

void layout_front(bool front[PANE_COUNT], Pane p) {
    front[layout_shares(p)] = false;
    front[p] = true;
}

static bool exists(const LayoutAsk *ask, Pane p) {
    return p != PANE_LESSON || ask->lesson;
}

/* The pane of a place that is shown; PANE_COUNT for none. */
static Pane shown_in(const LayoutAsk *ask, const Place *place) {
    bool first = exists(ask, place->pane), second = exists(ask, place->other);
    if (!first || !second)
        return first ? place->pane : second ? place->other : PANE_COUNT;
    if (ask->focus == place->pane || ask->focus == place->other)
        return ask->focus;
    return ask->front[place->other] && !ask->front[place->pane] ? place->other : place->pane;
}

/* ---- sharing out ---- */

static int at_least(int n, int least) {
    return n < least ? least : n;
}

/* n sizes by weight that sum up to total; each at least 1 as long as total allows it. */
static void share_out(int total, int n, const int *weight, int *size) {
    int sum = 0, behind = 0, given = 0;
    for (int i = 0; i < n; i++)
        sum += weight[i];
    for (int i = 0; i < n; i++) {
        behind += weight[i];
        int upto = (int)((int64_t)total * behind / sum);
        size[i] = at_least(upto - given, 1);
        if (given + size[i] > total - (n - 1 - i))
            size[i] = at_least(total - (n - 1 - i) - given, 0);
        given += size[i];
    }
}

/* A pane that was made bigger takes two tenths more for each step. */
static int weight_of(const LayoutAsk *ask, Pane p, int weight) {
    return at_least(10 * weight + 2 * weight * ask->bigger[p], weight);
}

/* The biggest wish of a column's panes widens the column. */
static int column_weight(const LayoutAsk *ask, const Column *c) {
    int bigger = ask->bigger[c->place[0].pane];
    for (int i = 0; i < c->n; i++) {
        Pane p = shown_in(ask, &c->place[i]);
        if (p != PANE_COUNT && ask->bigger[p] > bigger)
            bigger = ask->bigger[p];
    }
    return at_least(10 * c->weight + c->weight * bigger, c->weight);
}

/* Places of one column inside of area, with a line above each and one below the last. */
static void lay_column(const LayoutAsk *ask, const Column *c, Rect area, Rect *pane) {
    Pane shown[PLACES_MOST];
    int weight[PLACES_MOST] = {0}, size[PLACES_MOST] = {0}, n = 0, row = area.row + 1;
    for (int i = 0; i < c->n; i++) {
        Pane p = shown_in(ask, &c->place[i]);
        if (p == PANE_COUNT)
            continue;
        shown[n] = p;
        weight[n++] = weight_of(ask, p, c->place[i].weight);
    }
    share_out(area.rows - n - 1, n, weight, size);
    for (int i = 0; i < n; i++) {
        pane[shown[i]] = (Rect){row, area.col, size[i], area.cols};
        row += size[i] + 1;
    }
}

/* A whole plan inside of area, with lines around and between. */
static void lay_plan(const LayoutAsk *ask, const Plan *plan, Rect area, Rect *pane) {
    int weight[COLUMNS_MOST] = {0}, size[COLUMNS_MOST] = {0}, col = area.col + 1;
    for (int i = 0; i < plan->n; i++)
        weight[i] = column_weight(ask, &plan->column[i]);
    share_out(area.cols - plan->n - 1, plan->n, weight, size);
    for (int i = 0; i < plan->n; i++) {
        lay_column(ask, &plan->column[i], (Rect){area.row, col, area.rows, size[i]}, pane);
        col += size[i] + 1;
    }
}

/* ---- one pane at a time ---- */

static void lay_single(const LayoutAsk *ask, Layout *l, Rect area) {
    l->framed = area.rows >= 6 && area.cols >= 30;
    int line = l->framed ? 1 : 0;
    l->pane[ask->focus] =
        (Rect){area.row + line, area.col + line, area.rows - 2 * line, area.cols - 2 * line};
}

/* ---- two runs ---- */

/* Program, Names, and the focused one or what the runs print; fewer where rows are few. */
static Column compare_column(const LayoutAsk *ask, int rows) {
    Pane focus = ask->focus;
    bool special = focus != PANE_PROGRAM && focus != PANE_NAMES;
    Place third = {PANE_OUTPUT, PANE_OUTPUT, 5};
    if (special)
        third.pane = third.other = focus;
    if (ask->full)
        return (Column){1, 1, {{focus, focus, 1}}};
    if (rows >= 14)
        return (Column){1, 3, {ALONE(PROGRAM, 8), ALONE(NAMES, 9), third}};
    if (rows >= 9 && !special)
        return (Column){1, 2, {ALONE(PROGRAM, 1), ALONE(NAMES, 1)}};
    if (rows >= 9)
        return (Column){1, 2, {ALONE(PROGRAM, 1), {focus, focus, 1}}};
    return (Column){1, 1, {{focus, focus, 1}}};
}

/* The two sides with the lines above and below, and the headings in the line above each. */
static void compare_sides(Layout *l, Rect area, Rect side[2]) {
    if (area.cols >= COLUMNS_COLS) {
        int left = (area.cols - 3) / 2, right = area.cols - 3 - left;
        side[0] = (Rect){area.row, area.col + 1, area.rows, left};
        side[1] = (Rect){area.row, area.col + 2 + left, area.rows, right};
    } else {
        int high = area.rows / 2;
        side[0] = (Rect){area.row, area.col + 1, high + 1, area.cols - 2};
        side[1] = (Rect){area.row + high, area.col + 1, area.rows - high, area.cols - 2};
    }
    for (int i = 0; i < 2; i++)
        l->heading[i] = (Rect){side[i].row, side[i].col, 1, side[i].cols};
}

/* Row of words about the difference, below the sides. */
static Rect take_differs(Layout *l, Rect area) {
    int rows = area.rows >= 30 ? 4 : area.rows >= 16 ? 3 : area.rows >= 8 ? 1 : 0;
    l->differs = (Rect){area.row + area.rows - rows, area.col + 1, rows, area.cols - 2};
    area.rows -= rows;
    return area;
}

static void lay_compare(const LayoutAsk *ask, Layout *l, Rect area) {
    Rect side[2];
    area = take_differs(l, area);
    compare_sides(l, area, side);
    l->framed = true;
    for (int i = 0; i < 2; i++) {
        Column c = compare_column(ask, side[i].rows);
        bool other = (i == 1) != ask->swapped;
        lay_column(ask, &c, side[i], other ? l->beside : l->pane);
    }
    if (ask->swapped) {
        Rect first = l->heading[0];
        l->heading[0] = l->heading[1];
        l->heading[1] = first;
    }
}

/* ---- the whole ---- */

static LayoutKind kind_of(const LayoutAsk *ask) {
    if (ask->rows < LEAST_ROWS || ask->cols < LEAST_COLS)
        return LAYOUT_TINY;
    if (ask->compare && ask->alone)
        return LAYOUT_SINGLE;
    if (ask->compare && ask->rows >= 10 && ask->cols >= COLUMNS_COLS)
        return LAYOUT_COMPARE;
    if (ask->compare && ask->rows >= 16 && ask->cols >= 30)
        return LAYOUT_COMPARE;
    if (ask->full)
        return LAYOUT_SINGLE;
    if (ask->present && ask->rows >= COLUMNS_ROWS && ask->cols >= COLUMNS_COLS)
        return LAYOUT_PRESENT;
    if (ask->rows >= PORTRAIT_ROWS && ask->cols <= PORTRAIT_COLS && ask->cols >= 30)
        return LAYOUT_PORTRAIT;
    if (ask->rows >= WIDE_ROWS && ask->cols >= WIDE_COLS)
        return LAYOUT_WIDE;
    if (ask->rows >= COLUMNS_ROWS && ask->cols >= COLUMNS_COLS)
        return LAYOUT_COLUMNS;
    return LAYOUT_SINGLE;
}

/* Title above, footer below, and the timeline in the footer where it is long, else above it where
 * rows are many; returns what is left for panes. */
static Rect take_bars(const LayoutAsk *ask, Layout *l) {
    int bottom = ask->rows - 1;
    l->title = (Rect){0, 0, 1, ask->cols};
    l->footer = (Rect){bottom, 0, 1, ask->cols};
    if (ask->cols >= 70 && ask->rows < PORTRAIT_ROWS) {
        int cols = ask->cols / 3;
        l->timeline = (Rect){bottom, 1, 1, cols};
        l->footer = (Rect){bottom, cols + 2, 1, ask->cols - cols - 2};
    } else if (ask->rows >= 10) {
        bottom--;
        l->timeline = (Rect){bottom, 1, 1, ask->cols - 2};
    }
    return (Rect){1, 0, bottom - 1, ask->cols};
}

static const Plan *plan_of(LayoutKind kind, int rows) {
    switch (kind) {
    case LAYOUT_COLUMNS: return rows >= 36 ? &high_plan : &columns_plan;
    case LAYOUT_WIDE: return rows >= 32 ? &wide_high_plan : &wide_plan;
    case LAYOUT_PORTRAIT: return rows >= 62 ? &portrait_high_plan : &portrait_plan;
    case LAYOUT_PRESENT: return &present_plan;
    case LAYOUT_TINY:
    case LAYOUT_SINGLE:
    case LAYOUT_COMPARE: return NULL;
    }
    return NULL;
}

/* Room around what is presented, where there is some: lines of the program come first. */
static Rect calm(Rect area) {
    int high = area.rows >= 30 ? 1 : 0, wide = area.cols >= 112 ? area.cols / 24 : 0;
    return (Rect){area.row + high, area.col + wide, area.rows - 2 * high, area.cols - 2 * wide};
}

Layout layout_of(const LayoutAsk *ask) {
    Layout l = {.kind = kind_of(ask), .need_rows = LEAST_ROWS, .need_cols = LEAST_COLS};
    if (l.kind == LAYOUT_TINY)
        return l;
    Rect area = take_bars(ask, &l);
    const Plan *plan = plan_of(l.kind, ask->rows);
    if (l.kind == LAYOUT_PRESENT)
        area = calm(area);
    if (plan) {
        l.framed = true;
        lay_plan(ask, plan, area, l.pane);
    } else if (l.kind == LAYOUT_SINGLE) {
        lay_single(ask, &l, area);
    } else {
        lay_compare(ask, &l, area);
    }
    return l;
}
