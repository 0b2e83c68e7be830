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

/* One position on its way: where it was, by line and visit, and where that is in the other run. */
typedef struct Carried {
    size_t step;
    Visit visit;
} Carried;

static size_t last_step(const Carried *c, size_t n) {
    size_t last = 0;
    for (size_t i = 0; i < n; i++)
        last = c[i].step > last ? c[i].step : last;
    return last;
}

static void find_visits(Arena *scratch, const Replay *r, Carried *c, size_t n) {
    size_t last = last_step(c, n);
    Passed p = passed_make(scratch, r);
    for (size_t step = 1; step <= last && step <= trace_steps(r->trace); step++) {
        Visit v = pass(&p, step);
        for (size_t i = 0; i < n; i++)
            if (c[i].step == step)
                c[i].visit = v;
    }
}

/* How many of them have the visit; they now know its step. */
static size_t arrive(Carried *c, size_t n, Visit v, size_t step) {
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        if (c[i].visit.visit != v.visit || c[i].visit.line != v.line)
            continue;
        c[i].step = step;
        found++;
    }
    return found;
}

static void find_steps(Arena *scratch, const Replay *r, Carried *c, size_t n) {
    Passed p = passed_make(scratch, r);
    size_t left = 0;
    for (size_t i = 0; i < n; i++)
        left += c[i].visit.visit != 0 && c[i].visit.line != 0;
    for (size_t step = 1; left && step <= trace_steps(r->trace); step++) {
        Visit v = pass(&p, step);
        if (v.visit)
            left -= arrive(c, n, v, step);
    }
}

void places_carry(const Replay *from, const Replay *to, Position *at, size_t n) {
    if (from == to)
        return;
    Arena *scratch = arena_new(0);
    Carried *carried = ARENA_ARRAY(scratch, n, Carried);
    LineMap map = map_lines(from->attempt.source, to->attempt.source);
    for (size_t i = 0; i < n; i++)
        carried[i].step = at[i].step;
    find_visits(scratch, from, carried, n);
    for (size_t i = 0; i < n; i++)
        carried[i].visit.line = map_line(&map, carried[i].visit.line);
    find_steps(scratch, to, carried, n);
    for (size_t i = 0; i < n; i++)
        at[i] = position_end(to->trace, carried[i].step);
    arena_free(scratch);
}
