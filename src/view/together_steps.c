/* together_steps.c: which steps of two runs belong together.
 *
 * What both have at their beginning and at their end is paired at once. What lies between is
 * aligned by a table when that is small enough (align.c). Longer runs are walked through: where
 * they part, the nearest place is looked for at which both go on with the same two steps. Work is
 * bounded; what is left when it is used up is paired by number. */
#include "view/together_inner.h"

enum {
    TABLE_STEPS = 2000,   /* so many steps of each are aligned by a table */
    AHEAD_MOST = 400,     /* steps that are skipped at once to find each other again */
    WORK_MOST = 50000000, /* comparisons in all */
};

/* The walk through both. */
typedef struct Walk {
    StepPairs *p;
    uint32_t i, j;       /* where it is */
    uint32_t endx, endy; /* where the equal ends begin */
    int64_t work;
} Walk;

static void pair(StepPairs *p, uint32_t i, uint32_t j) {
    p->to_y[i] = j;
    p->to_x[j] = i;
}

/* Do both go on with the same two steps from there (one, at the very end)? */
static bool meets(const Walk *w, uint32_t i, uint32_t j) {
    const StepPairs *p = w->p;
    if (p->x[i] != p->y[j])
        return false;
    bool last = i + 1 >= w->endx || j + 1 >= w->endy;
    return last || p->x[i + 1] == p->y[j + 1];
}

/* Skips as few steps as can be. False: the runs do not meet soon. */
static bool resync(Walk *w) {
    for (uint32_t skip = 1; skip <= AHEAD_MOST; skip++) {
        w->work += skip;
        for (uint32_t k = 0; k <= skip; k++) {
            uint32_t i = w->i + k, j = w->j + skip - k;
            if (i >= w->endx || j >= w->endy || !meets(w, i, j))
                continue;
            w->i = i;
            w->j = j;
            return true;
        }
    }
    return false;
}

static bool walk(Walk *w) {
    while (w->i < w->endx && w->j < w->endy) {
        if (w->p->x[w->i] == w->p->y[w->j])
            pair(w->p, w->i++, w->j++);
        else if (w->work > WORK_MOST)
            break;
        else if (!resync(w))
            w->i++, w->j++;
    }
    bool done = w->i >= w->endx || w->j >= w->endy;
    while (w->i < w->endx && w->j < w->endy)
        pair(w->p, w->i++, w->j++);
    return done;
}

static void by_table(StepPairs *p) {
    Arena *scratch = arena_new(0);
    AlignKey *x = ARENA_ARRAY(scratch, p->n + 1, AlignKey);
    AlignKey *y = ARENA_ARRAY(scratch, p->m + 1, AlignKey);
    for (uint32_t i = 0; i < p->n; i++)
        x[i].name = p->x[i];
    for (uint32_t i = 0; i < p->m; i++)
        y[i].name = p->y[i];
    align_in_order(x, p->n, y, p->m, false, p->to_y, p->to_x);
    arena_free(scratch);
}

bool together_pair_steps(StepPairs *p) {
    if (p->n <= TABLE_STEPS && p->m <= TABLE_STEPS) {
        by_table(p);
        return true;
    }
    for (uint32_t i = 0; i < p->n; i++)
        p->to_y[i] = THING_NONE;
    for (uint32_t j = 0; j < p->m; j++)
        p->to_x[j] = THING_NONE;
    Walk w = {.p = p, .endx = p->n, .endy = p->m};
    while (w.endx > 0 && w.endy > 0 && p->x[w.endx - 1] == p->y[w.endy - 1])
        pair(p, --w.endx, --w.endy);
    return walk(&w);
}
