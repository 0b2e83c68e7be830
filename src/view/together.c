/* together.c: pairing two runs, and where one stands when the other stands somewhere. */
#include "view/together_inner.h"
#include "view/view.h"

enum {
    STEPS_MOST = 8 << 20, /* longer runs step by number */
    NODES_MOST = 1 << 20, /* nodes of larger graphs are not paired */
    OTHER_FILE = 1 << 30, /* in the key of a step: a line of an imported file */
    NO_PARTNER = 1 << 29, /* a line of the second program that the first one does not have */
};

static const Source *program(const Trace *t) {
    return t->modules.count ? LOG_AT(&t->modules, TraceModule, 0)->source : NULL;
}

/* ---- lines ---- */

static AlignKey *line_keys(Arena *a, const Source *s) {
    AlignKey *keys = ARENA_ARRAY(a, s->nlines + 1, AlignKey);
    for (uint32_t i = 0; i < s->nlines; i++)
        keys[i] = (AlignKey){.name = str_hash(source_line(s, i + 1)), .kind = 1};
    return keys;
}

static void keep_lines(Together *t, Arena *a, int side, const uint32_t *partner, uint32_t n) {
    t->nlines[side] = n;
    t->line[side] = ARENA_ARRAY(a, n + 1, uint32_t);
    for (uint32_t i = 0; i < n; i++)
        t->line[side][i + 1] = t->same_program            ? i + 1
                               : partner[i] == THING_NONE ? 0
                                                          : partner[i] + 1;
}

static void pair_lines(Together *t, Arena *a) {
    const Source *x = program(t->trace[0]), *y = program(t->trace[1]);
    if (!x || !y)
        return;
    Arena *scratch = arena_new(0);
    uint32_t *to_y = ARENA_ARRAY(scratch, x->nlines + 1, uint32_t);
    uint32_t *to_x = ARENA_ARRAY(scratch, y->nlines + 1, uint32_t);
    align_in_order(line_keys(scratch, x), x->nlines, line_keys(scratch, y), y->nlines, true, to_y,
                   to_x);
    keep_lines(t, a, 0, to_y, x->nlines);
    keep_lines(t, a, 1, to_x, y->nlines);
    arena_free(scratch);
}

uint32_t together_line(const Together *t, bool second, uint32_t line) {
    return line <= t->nlines[second] && t->line[second] ? t->line[second][line] : 0;
}

/* ---- steps ---- */

static uint32_t key_of_line(const Together *t, bool second, uint32_t line) {
    uint32_t other = second ? together_line(t, true, line) : line;
    return other ? other : line | NO_PARTNER;
}

/* What steps are equal by, of all sites: a line in the words of the first program. */
static uint32_t *site_keys(const Together *t, bool second, Arena *scratch, uint32_t *count) {
    const Trace *trace = t->trace[second];
    const Log *modules = &trace->modules;
    uint32_t n = 0;
    for (size_t i = 0; i < modules->count; i++) {
        const TraceModule *m = LOG_AT(modules, TraceModule, i);
        n = m->first_site + m->nsites > n ? m->first_site + m->nsites : n;
    }
    uint32_t *keys = ARENA_ARRAY(scratch, n + 1, uint32_t);
    for (size_t i = 0; i < modules->count; i++) {
        const TraceModule *m = LOG_AT(modules, TraceModule, i);
        uint32_t file = OTHER_FILE | ((uint32_t)str_hash(name_str(m->name)) & 0xff) << 20;
        for (uint32_t k = m->first_site; k < m->first_site + m->nsites; k++) {
            uint32_t line = trace_line(trace, k);
            keys[k] = i == 0 ? key_of_line(t, second, line) : file ^ line;
        }
    }
    *count = n;
    return keys;
}

static uint32_t *step_keys(const Together *t, bool second, Arena *scratch) {
    const Log *steps = &t->trace[second]->steps;
    uint32_t nsites, *of_site = site_keys(t, second, scratch, &nsites);
    uint32_t *keys = ARENA_ARRAY(scratch, steps->count + 1, uint32_t);
    for (size_t i = 0; i < steps->count; i++) {
        uint32_t site = LOG_AT(steps, Step, i)->site;
        keys[i] = site < nsites ? of_site[site] : OTHER_FILE;
    }
    return keys;
}

/* From pairs to where the other run stands: it waits where a step has no partner. The ends of both
 * runs belong together in any case. */
static uint32_t *places(Arena *a, const uint32_t *partner, uint32_t n, uint32_t m) {
    uint32_t *at = ARENA_ARRAY(a, (size_t)n + 1, uint32_t), now = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool paired = partner[i] != THING_NONE;
        if (paired)
            now = partner[i] + 1;
        at[i + 1] = now | (paired ? STEP_PAIRED : 0);
    }
    if (n > 0)
        at[n] = m | (at[n] & STEP_PAIRED);
    return at;
}

static void pair_steps(Together *t, Arena *a) {
    size_t n = trace_steps(t->trace[0]), m = trace_steps(t->trace[1]);
    t->by_number = n > STEPS_MOST || m > STEPS_MOST;
    if (t->by_number)
        return;
    Arena *scratch = arena_new(0);
    StepPairs p = {.n = (uint32_t)n, .m = (uint32_t)m};
    p.x = step_keys(t, false, scratch);
    p.y = step_keys(t, true, scratch);
    p.to_y = ARENA_ARRAY(scratch, n + 1, uint32_t);
    p.to_x = ARENA_ARRAY(scratch, m + 1, uint32_t);
    t->by_number = !together_pair_steps(&p);
    t->step[0] = places(a, p.to_y, p.n, p.m);
    t->step[1] = places(a, p.to_x, p.m, p.n);
    arena_free(scratch);
}

static size_t clip(const Together *t, bool second, size_t step) {
    size_t most = trace_steps(t->trace[second]);
    return step < most ? step : most;
}

bool together_paired(const Together *t, bool second, size_t step) {
    if (step == 0 || step > trace_steps(t->trace[second]))
        return false;
    return t->step[second] ? (t->step[second][step] & STEP_PAIRED) != 0
                           : step <= trace_steps(t->trace[!second]);
}

TogetherAt together_other(const Together *t, TogetherAt at) {
    const Trace *here = t->trace[at.second], *there = t->trace[!at.second];
    size_t step = clip(t, at.second, at.step);
    TogetherAt o = {.second = !at.second};
    o.step =
        t->step[at.second] ? t->step[at.second][step] & ~STEP_PAIRED : clip(t, !at.second, step);
    o.moment = trace_step_end(there, o.step);
    if (at.moment >= trace_step_end(here, step) || o.step == 0 ||
        !together_paired(t, at.second, step))
        return o;
    Moment inside = trace_step_end(there, o.step - 1) + at.moment - trace_step_end(here, step - 1);
    o.moment = inside < o.moment ? inside : o.moment;
    return o;
}

/* ---- output ---- */

static uint32_t line_hash(const Printed *p, size_t line) {
    PrintedWalk walk = printed_line(p, line, MOMENT_END);
    PrintedPart part;
    uint64_t hash = 1;
    while (printed_next(&walk, &part))
        hash = hash * 31 + str_hash(part.text);
    return (uint32_t)(hash ^ hash >> 32);
}

static uint32_t *line_hashes(const Printed *p, Arena *scratch, uint32_t *n) {
    *n = (uint32_t)printed_lines(p, MOMENT_END);
    uint32_t *all = ARENA_ARRAY(scratch, (size_t)*n + 1, uint32_t);
    for (uint32_t i = 0; i < *n; i++)
        all[i] = line_hash(p, i);
    return all;
}

static void pair_output(Together *t, Arena *a) {
    Arena *scratch = arena_new(0);
    StepPairs p = {0};
    for (int i = 0; i < 2; i++)
        t->printed[i] = printed_make(a, t->trace[i]);
    p.x = line_hashes(t->printed[0], scratch, &p.n);
    p.y = line_hashes(t->printed[1], scratch, &p.m);
    t->output[0] = p.to_y = ARENA_ARRAY(a, (size_t)p.n + 1, uint32_t);
    t->output[1] = p.to_x = ARENA_ARRAY(a, (size_t)p.m + 1, uint32_t);
    together_pair_steps(&p);
    /* What was paired by number only may read otherwise. */
    for (uint32_t i = 0; i < p.n; i++) {
        uint32_t other = p.to_y[i];
        if (other != THING_NONE && p.x[i] != p.y[other])
            p.to_y[i] = p.to_x[other] = THING_NONE;
    }
    arena_free(scratch);
}

Differs together_output(const Together *t, TogetherAt here, size_t line) {
    if (line >= printed_lines(t->printed[here.second], MOMENT_END))
        return DIFFERS_NOT;
    uint32_t other = t->output[here.second][line];
    size_t there = printed_lines(t->printed[!here.second], together_other(t, here).moment);
    return other == THING_NONE ? DIFFERS_OTHER : other >= there ? DIFFERS_ONLY : DIFFERS_NOT;
}

/* ---- nodes ---- */

/* The partner of a node, whether it is there yet or not; NULL for none. */
static const TraceNode *partner_of(const Together *t, bool second, const TraceNode *n) {
    if (!t->diff)
        return NULL;
    const DiffMatch *m = &t->diff->match;
    uint32_t i = second ? m->to_a[DIFF_NODES][n->index] : m->to_b[DIFF_NODES][n->index];
    return i == THING_NONE ? NULL
                           : diff_thing(second ? &t->diff->a : &t->diff->b, DIFF_NODES, i)->node;
}

static bool outputs_equal(const TraceNode *x, Moment mx, const TraceNode *y, Moment my) {
    if (x->noutputs != y->noutputs)
        return false;
    for (uint32_t i = 0; i < x->noutputs; i++) {
        const TraceOutput *p = &x->outputs[i], *q = &y->outputs[i];
        if (p->dtype != q->dtype || p->ref != q->ref ||
            !shape_eq(trace_shape_at(p, mx), trace_shape_at(q, my)))
            return false;
    }
    return true;
}

/* How often a variable was shared by a moment. */
static size_t shared_by(const TraceNode *n, Moment m) {
    const TraceVariable *v = view_is_variable(n) ? n->variable : NULL;
    size_t count = v ? v->shares.count : 0;
    while (count > 0 && (*LOG_AT(&v->shares, TraceShare *, count - 1))->cause.moment >= m)
        count--;
    return count;
}

static bool differ_at(const TraceNode *x, Moment mx, const TraceNode *y, Moment my) {
    return !str_eq(name_str(x->name), name_str(y->name)) ||
           !str_eq(name_str(x->op), name_str(y->op)) || !outputs_equal(x, mx, y, my) ||
           shared_by(x, mx) != shared_by(y, my);
}

Differs together_node(const Together *t, TogetherAt here, const TraceNode *n) {
    if (!t->diff)
        return DIFFERS_NOT;
    const TraceNode *p = partner_of(t, here.second, n);
    Moment there = together_other(t, here).moment;
    if (!p || p->cause.moment >= there)
        return DIFFERS_ONLY;
    return differ_at(n, here.moment, p, there) ? DIFFERS_OTHER : DIFFERS_NOT;
}

Differs together_branch(const Together *t, TogetherAt here, const Branch *b, const Outline *other) {
    const TraceNode *n = branch_node(b, here.moment);
    if (n)
        return together_node(t, here, n);
    uint32_t there = other ? outline_find(other, b->path) : BRANCH_NONE;
    bool has = there != BRANCH_NONE && outline_exists(other, there, together_other(t, here).moment);
    return has ? DIFFERS_NOT : DIFFERS_ONLY;
}

/* A prefix that the other run does not have has nodes below it that differ: those are enough. */
Below together_below(const Together *t, TogetherAt here, const Outline *o, uint32_t branch,
                     size_t *most) {
    uint32_t end = outline_branch(o, branch)->end;
    for (uint32_t i = branch + 1; t->diff && i < end; i++, (*most)--) {
        const TraceNode *n = branch_node(outline_branch(o, i), here.moment);
        if (*most == 0)
            return BELOW_UNKNOWN;
        if (n && together_node(t, here, n) != DIFFERS_NOT)
            return BELOW_DIFFERS;
    }
    return BELOW_SAME;
}

Differs together_line_differs(const Together *t, bool second, uint32_t line) {
    const Source *here = program(t->trace[second]), *there = program(t->trace[!second]);
    uint32_t other = together_line(t, second, line);
    if (!here || !there || line > here->nlines)
        return DIFFERS_NOT;
    if (!other)
        return DIFFERS_ONLY;
    return str_eq(source_line(here, line), source_line(there, other)) ? DIFFERS_NOT : DIFFERS_OTHER;
}

/* ---- how many things differ, and where ---- */

/* How many moments lie before m: their things are there. */
static size_t before(const Log *moments, Moment m) {
    size_t low = 0, high = moments->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (*LOG_AT(moments, Moment, middle) < m)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t together_count(const Together *t, TogetherAt here) {
    TogetherAt there = together_other(t, here);
    return before(&t->differing[here.second], here.moment) +
           before(&t->differing[there.second], there.moment);
}

/* The step of a run at which the next thing of its list comes; 0 for none. */
static size_t next_in(const Together *t, TogetherAt at) {
    const Log *moments = &t->differing[at.second];
    size_t i = before(moments, at.moment);
    return i < moments->count ? trace_step_of(t->trace[at.second], *LOG_AT(moments, Moment, i)) : 0;
}

size_t together_next(const Together *t, TogetherAt here) {
    size_t own = next_in(t, here), other = next_in(t, together_other(t, here));
    if (other) {
        TogetherAt there = {!here.second, other, trace_step_end(t->trace[!here.second], other)};
        other = together_other(t, there).step + !together_paired(t, !here.second, other);
        other = clip(t, here.second, other);
    }
    return own && (own < other || !other) ? own : other;
}

/* ---- all of it ---- */

static void pair_things(Together *t, Arena *a) {
    const Trace *x = t->trace[0], *y = t->trace[1];
    if (!program(x) || !program(y) || x->nodes.count > NODES_MOST || y->nodes.count > NODES_MOST)
        return;
    Diff *d = ARENA_NEW(a, Diff);
    *d = (Diff){.arena = a, .same_program = false};
    d->a = diff_side(a, x);
    d->b = diff_side(a, y);
    d->a.why = t->why[0];
    d->b.why = t->why[1];
    d->match = diff_match(a, &d->a, &d->b, t->same_program);
    t->diff = d;
}

const Together *together_make(Arena *a, const Why *x, const Why *y, bool same_program) {
    Together *t = ARENA_NEW(a, Together);
    *t = (Together){.why = {x, y}, .same_program = same_program};
    for (int i = 0; i < 2; i++) {
        t->trace[i] = why_trace(t->why[i]);
        t->differing[i] = log_make(a, sizeof(Moment));
    }
    pair_lines(t, a);
    pair_steps(t, a);
    pair_output(t, a);
    pair_things(t, a);
    together_find_differing(t);
    return t;
}

const Trace *together_trace(const Together *t, bool second) {
    return t->trace[second];
}
