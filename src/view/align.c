/* align.c: which elements of two sequences belong together.
 *
 * What both have at their beginning and at their end is paired at once. Between, the pairs are
 * those of the best total score that keep the order (dynamic programming over a table of n times
 * m); where the table would be too large, and for what is left over, equal elements are paired in
 * order.
 */
#include <stdlib.h>
#include <string.h>

#include "view/diff.h"

enum { TABLE_MOST = 4 << 20 };

/* How well two elements go together; 0: not at all. */
static int score(const AlignKey *x, const AlignKey *y, bool loose) {
    bool line = x->line == y->line && x->line;
    bool leaf = x->leaf && x->leaf == y->leaf, kind = x->kind && x->kind == y->kind;
    int base = x->name == y->name ? 5 + kind : leaf && kind ? 3 : leaf || kind ? 1 : 0;
    if (base == 1 && !line && !loose)
        return 0;
    return base ? base + 2 * line : 0;
}

static bool same(const AlignKey *x, const AlignKey *y) {
    return x->name == y->name && x->kind == y->kind && x->line == y->line;
}

/* ---- in order ---- */

typedef struct Table {
    const AlignKey *a, *b;
    uint32_t n, m;
    bool loose;
    int *above, *row;    /* [m + 1] best scores of the prefixes */
    unsigned char *step; /* [n * m] 0: pair, 1: leave out a's, 2: leave out b's */
} Table;

static void fill_row(Table *t, uint32_t i) {
    t->row[0] = 0;
    for (uint32_t j = 0; j < t->m; j++) {
        int s = score(&t->a[i], &t->b[j], t->loose);
        int best = t->above[j + 1], pair = s ? t->above[j] + s : -1;
        unsigned char step = 1;
        if (t->row[j] > best) {
            best = t->row[j];
            step = 2;
        }
        if (pair >= best) {
            best = pair;
            step = 0;
        }
        t->row[j + 1] = best;
        t->step[(size_t)i * t->m + j] = step;
    }
}

static void take_pairs(const Table *t, uint32_t *to_b, uint32_t *to_a, uint32_t from) {
    uint32_t i = t->n, j = t->m;
    while (i > 0 && j > 0) {
        unsigned char step = t->step[(size_t)(i - 1) * t->m + j - 1];
        i -= step != 2;
        j -= step != 1;
        if (step == 0) {
            to_b[from + i] = from + j;
            to_a[from + j] = from + i;
        }
    }
}

/* Pairs the elements behind the first `from` of both; false when there are too many. */
static bool align_table(Table *t, uint32_t from, uint32_t *to_b, uint32_t *to_a) {
    if (t->n == 0 || t->m == 0)
        return true;
    if ((uint64_t)t->n * t->m > TABLE_MOST)
        return false;
    Arena *scratch = arena_new(0);
    t->above = ARENA_ARRAY(scratch, t->m + 1, int);
    t->row = ARENA_ARRAY(scratch, t->m + 1, int);
    t->step = ARENA_ARRAY(scratch, (size_t)t->n * t->m, unsigned char);
    for (uint32_t i = 0; i < t->n; i++) {
        fill_row(t, i);
        int *row = t->above;
        t->above = t->row;
        t->row = row;
    }
    take_pairs(t, to_b, to_a, from);
    arena_free(scratch);
    return true;
}

/* ---- in any order ---- */

typedef struct Left {
    uint64_t hash;
    uint32_t index;
} Left;

static int compare_left(const void *x, const void *y) {
    const Left *a = x, *b = y;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static uint64_t hash_of(const AlignKey *k, bool by_name) {
    if (by_name)
        return k->name;
    return k->leaf && k->kind ? (k->leaf * 31 + k->kind) * 31 + k->line + 1 : 0;
}

static uint32_t left_over(Left *out, const AlignKey *keys, const uint32_t *partner, uint32_t n,
                          bool by_name) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t hash = hash_of(&keys[i], by_name);
        if (partner[i] == THING_NONE && hash)
            out[count++] = (Left){hash, i};
    }
    qsort(out, count, sizeof *out, compare_left);
    return count;
}

/* Pairs what is left over and equal, the first with the first. */
static void pair_equal(const AlignKey *a, uint32_t n, const AlignKey *b, uint32_t m, bool by_name,
                       uint32_t *to_b, uint32_t *to_a) {
    Arena *scratch = arena_new(0);
    Left *x = ARENA_ARRAY(scratch, n + 1, Left), *y = ARENA_ARRAY(scratch, m + 1, Left);
    uint32_t nx = left_over(x, a, to_b, n, by_name), ny = left_over(y, b, to_a, m, by_name);
    for (uint32_t i = 0, j = 0; i < nx && j < ny;) {
        if (x[i].hash == y[j].hash) {
            to_b[x[i].index] = y[j].index;
            to_a[y[j].index] = x[i].index;
        }
        bool less = x[i].hash<y[j].hash, more = x[i].hash> y[j].hash;
        i += !more;
        j += !less;
    }
    arena_free(scratch);
}

bool align_in_order(const AlignKey *a, uint32_t n, const AlignKey *b, uint32_t m, bool loose,
                    uint32_t *to_b, uint32_t *to_a) {
    uint32_t from = 0, end = 0, least = n < m ? n : m;
    memset(to_b, 0xff, n * sizeof *to_b);
    memset(to_a, 0xff, m * sizeof *to_a);
    for (; from < least && same(&a[from], &b[from]); from++)
        to_b[from] = to_a[from] = from;
    for (; end < least - from && same(&a[n - 1 - end], &b[m - 1 - end]); end++) {
        to_b[n - 1 - end] = m - 1 - end;
        to_a[m - 1 - end] = n - 1 - end;
    }
    Table t = {
        .a = a + from, .b = b + from, .n = n - from - end, .m = m - from - end, .loose = loose};
    return align_table(&t, from, to_b, to_a);
}

void align(const AlignKey *a, uint32_t n, const AlignKey *b, uint32_t m, bool loose, uint32_t *to_b,
           uint32_t *to_a) {
    align_in_order(a, n, b, m, loose, to_b, to_a);
    pair_equal(a, n, b, m, true, to_b, to_a);
    pair_equal(a, n, b, m, false, to_b, to_a);
}
