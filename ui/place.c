/* place.c: places go from run to run by the line and how often it was passed. */
#include "ui/place.h"

/* ---- lines ---- */

static uint32_t equal_before(const Source *x, const Source *y, uint32_t most) {
    uint32_t n = 0;
    while (n < most && str_eq(source_line(x, n + 1), source_line(y, n + 1)))
        n++;
    return n;
}

static uint32_t equal_behind(const Source *x, const Source *y, uint32_t most) {
    uint32_t n = 0;
    while (n < most && str_eq(source_line(x, x->nlines - n), source_line(y, y->nlines - n)))
        n++;
    return n;
}

/* How lines of two texts belong together. */
typedef struct LineMap {
    uint32_t from, to;       /* lines of the texts */
    uint32_t before, behind; /* lines that are the same at the start and at the end */
} LineMap;

static LineMap map_lines(const Source *from, const Source *to) {
    uint32_t most = from->nlines < to->nlines ? from->nlines : to->nlines;
    LineMap m = {from->nlines, to->nlines, most, 0};
    if (from == to)
        return m;
    m.before = equal_before(from, to, most);
    m.behind = equal_behind(from, to, most - m.before);
    return m;
}

static uint32_t map_line(const LineMap *m, uint32_t line) {
    if (line <= m->before)
        return line;
    if (line > m->from)
        return 0;
    if (line > m->from - m->behind)
        return line - m->from + m->to;
    return line <= m->to - m->behind ? line : 0;
}

uint32_t places_line(const Source *from, const Source *to, uint32_t line) {
    LineMap m = map_lines(from, to);
    return map_line(&m, line);
}

/* ---- steps ---- */

/* A position by its line. */
typedef struct Visit {
    uint32_t line;
    uint32_t visit; /* from 1; 0: it is not known by its line */
} Visit;

/* How often each line was passed so far, while going through the steps of a run. */
typedef struct Passed {
    const Trace *trace;
    uint32_t nlines;
    uint32_t *lines;  /* [nsites] line of a site of the program, 0 for none */
    uint32_t *visits; /* [nlines + 1] */
    uint32_t nsites;
} Passed;

static Passed passed_make(Arena *scratch, const Replay *r) {
    Passed p = {.trace = r->trace};
    if (r->trace->modules.count == 0)
        return p;
    const TraceModule *main = LOG_AT(&r->trace->modules, TraceModule, 0);
    p.nlines = main->source->nlines;
    p.nsites = main->first_site + main->nsites;
    p.lines = ARENA_ARRAY(scratch, p.nsites + 1, uint32_t);
    p.visits = ARENA_ARRAY(scratch, p.nlines + 1, uint32_t);
    for (uint32_t i = 0; i < main->nsites; i++)
        p.lines[main->first_site + i] = source_line_of(main->source, main->spans[i].start);
    return p;
}

/* The line of a step, and which visit of it this is; steps must come in order. */
static Visit pass(Passed *p, size_t step) {
    uint32_t site = trace_step_at(p->trace, step)->site;
    uint32_t line = site < p->nsites ? p->lines[site] : 0;
    if (line == 0 || line > p->nlines)
        return (Visit){0, 0};
    return (Visit){line, ++p->visits[line]};
}

static void find_visits(Arena *scratch, const Replay *r, const Position *at, Visit *visits,
                        size_t n) {
    Passed p = passed_make(scratch, r);
    for (size_t step = 1; step <= trace_steps(r->trace); step++) {
        Visit v = pass(&p, step);
        for (size_t i = 0; i < n; i++)
            if (at[i].step == step)
                visits[i] = v;
    }
}

static void find_steps(Arena *scratch, const Replay *r, const Visit *visits, size_t *steps,
                       size_t n) {
    Passed p = passed_make(scratch, r);
    for (size_t step = 1; step <= trace_steps(r->trace); step++) {
        Visit v = pass(&p, step);
        for (size_t i = 0; i < n; i++)
            if (v.visit && visits[i].visit == v.visit && visits[i].line == v.line)
                steps[i] = step;
    }
}

void places_carry(const Replay *from, const Replay *to, Position *at, size_t n) {
    if (from == to)
        return;
    Arena *scratch = arena_new(0);
    Visit *visits = ARENA_ARRAY(scratch, n, Visit);
    size_t *steps = ARENA_ARRAY(scratch, n, size_t);
    LineMap map = map_lines(from->attempt.source, to->attempt.source);
    find_visits(scratch, from, at, visits, n);
    for (size_t i = 0; i < n; i++) {
        visits[i].line = map_line(&map, visits[i].line);
        steps[i] = at[i].step;
    }
    find_steps(scratch, to, visits, steps, n);
    for (size_t i = 0; i < n; i++)
        if (at[i].step != SIZE_MAX)
            at[i] = position_end(to->trace, steps[i]);
    arena_free(scratch);
}
