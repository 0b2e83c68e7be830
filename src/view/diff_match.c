/* diff_match.c: which things of two runs belong together: what each kind of thing is paired by. */
#include "view/diff.h"

/* Pairs the lines of two texts; the lines of b in terms of a's, 0 for none. */
static void match_lines(Arena *a, DiffMatch *m) {
    const Source *x = LOG_AT(&m->a->trace->modules, TraceModule, 0)->source;
    const Source *y = LOG_AT(&m->b->trace->modules, TraceModule, 0)->source;
    AlignKey *kx = ARENA_ARRAY(a, x->nlines + 1, AlignKey);
    AlignKey *ky = ARENA_ARRAY(a, y->nlines + 1, AlignKey);
    uint32_t *to_y = ARENA_ARRAY(a, x->nlines + 1, uint32_t);
    uint32_t *to_x = ARENA_ARRAY(a, y->nlines + 1, uint32_t);
    for (uint32_t i = 0; i < x->nlines; i++)
        kx[i] = (AlignKey){.name = str_hash(source_line(x, i + 1)), .kind = 1};
    for (uint32_t i = 0; i < y->nlines; i++)
        ky[i] = (AlignKey){.name = str_hash(source_line(y, i + 1)), .kind = 1};
    align(kx, x->nlines, ky, y->nlines, true, to_y, to_x);
    m->nlines = y->nlines;
    m->line_of = ARENA_ARRAY(a, y->nlines + 1, uint32_t);
    for (uint32_t i = 0; i < y->nlines; i++)
        m->line_of[i + 1] = to_x[i] == THING_NONE ? 0 : to_x[i] + 1;
}

static uint32_t line_in_a(const DiffMatch *m, uint32_t line) {
    return !m->line_of ? line : line <= m->nlines ? m->line_of[line] : 0;
}

static uint64_t hash(Str s) {
    return s.len ? str_hash(s) : 0;
}

/* The name of a thing in the words of m->a; things about nodes and variables are those of their
 * partners. */
static Str name_in_a(Arena *a, const DiffMatch *m, const Thing *thing, bool is_b) {
    const TraceNode *n = thing->variable ? thing->variable->node : thing->node;
    if (!is_b)
        return thing->name;
    if (!n)
        return diff_words(a, m, thing->name);
    uint32_t i = m->to_a[DIFF_NODES][n->index];
    if (i == THING_NONE)
        return str_printf(a, "+%.*s", STR_ARG(thing->name));
    Str partner = diff_thing(m->a, DIFF_NODES, i)->name;
    ptrdiff_t colon = str_find(thing->name, STR(":"), 0);
    return colon < 0 ? partner
                     : str_join2(a, partner, str_sub(thing->name, (size_t)colon, thing->name.len));
}

/* How the runs ended is compared in any case; lines of messages by their place in the message. */
static uint32_t end_line(const Thing *thing) {
    return str_is(thing->kind, "end") ? 1 : thing->line;
}

static AlignKey key_of(Arena *a, const DiffMatch *m, DiffGroup group, const Thing *thing,
                       bool is_b) {
    AlignKey k = {.leaf = hash(thing->leaf), .kind = hash(thing->kind)};
    Str name = group == DIFF_NODES ? thing->name : name_in_a(a, m, thing, is_b);
    k.line = group == DIFF_END ? end_line(thing) : is_b ? line_in_a(m, thing->line) : thing->line;
    k.name = str_hash(name);
    if (group == DIFF_VALUES || group == DIFF_COLLECTIONS) {
        k.name = k.name * 31 + k.kind;
        k.kind = 0;
    }
    return k;
}

static void match_group(Arena *a, DiffMatch *m, DiffGroup group) {
    const Log *x = &m->a->things[group], *y = &m->b->things[group];
    AlignKey *kx = ARENA_ARRAY(a, x->count + 1, AlignKey);
    AlignKey *ky = ARENA_ARRAY(a, y->count + 1, AlignKey);
    for (size_t i = 0; i < x->count; i++)
        kx[i] = key_of(a, m, group, LOG_AT(x, Thing, i), false);
    for (size_t i = 0; i < y->count; i++)
        ky[i] = key_of(a, m, group, LOG_AT(y, Thing, i), true);
    align(kx, (uint32_t)x->count, ky, (uint32_t)y->count, false, m->to_b[group], m->to_a[group]);
}

/* Variables belong together when their nodes do. */
static void match_variables(DiffMatch *m) {
    for (size_t i = 0; i < m->a->things[DIFF_VARIABLES].count; i++) {
        const TraceVariable *v = diff_thing(m->a, DIFF_VARIABLES, (uint32_t)i)->variable;
        uint32_t k = m->to_b[DIFF_NODES][v->node->index];
        const TraceNode *n = k == THING_NONE ? NULL : diff_thing(m->b, DIFF_NODES, k)->node;
        if (!n || !n->variable || n->variable->node != n)
            continue;
        m->to_b[DIFF_VARIABLES][i] = n->variable->index;
        m->to_a[DIFF_VARIABLES][n->variable->index] = (uint32_t)i;
    }
}

static uint32_t *none(Arena *a, size_t n) {
    uint32_t *all = ARENA_ARRAY(a, n + 1, uint32_t);
    for (size_t i = 0; i < n; i++)
        all[i] = THING_NONE;
    return all;
}

DiffMatch diff_match(Arena *a, const DiffSide *x, const DiffSide *y, bool same_program) {
    DiffMatch m = {.a = x, .b = y};
    for (int g = 0; g < DIFF_GROUPS; g++) {
        m.to_b[g] = none(a, x->things[g].count);
        m.to_a[g] = none(a, y->things[g].count);
    }
    if (!same_program)
        match_lines(a, &m);
    match_group(a, &m, DIFF_NODES);
    match_variables(&m);
    match_group(a, &m, DIFF_OUTPUT);
    match_group(a, &m, DIFF_COLLECTIONS);
    match_group(a, &m, DIFF_VALUES);
    match_group(a, &m, DIFF_END);
    return m;
}
