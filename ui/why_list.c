#include "ui/why_list.h"

#include "base/text.h"
#include "ui/learn.h"
#include "view/view.h"
#include "view/wrap.h"

/* A name as it is asked for, without the number of an output and a slash at the end. */
static Str bare(Str name) {
    ptrdiff_t colon = str_find(name, STR(":"), 0);
    if (colon >= 0)
        name = str_sub(name, 0, (size_t)colon);
    if (name.len > 1 && str_ends(name, STR("/")))
        name.len--;
    return name;
}

bool why_name_asked(const Look *l, NameAsked *ask) {
    const Replay *r = l->replay;
    Name name = name_find(r->trace->names, bare(l->state->why_name));
    *ask = (NameAsked){.why = why_into(l->scratch, l->replay->why),
                       .finder = r->gathered ? r->gathered->finder : NULL,
                       .outline = r->outlines ? outlines_at(r->outlines, l->at.moment, true) : NULL,
                       .name = name,
                       .moment = l->at.moment};
    return name && ask->finder;
}

/* ---- who shares ---- */

static const TraceVariable *shared_variable(const Look *l) {
    NameAsked ask;
    return l->state->why_name.len && why_name_asked(l, &ask) ? finder_variable(&ask) : NULL;
}

enum { SHARES_HEAD = 2 }; /* rows above the sharings: what it is, who made it */

/* The line of the call that led to a cause in a function; 0 for none. */
static uint32_t calling_line(const Trace *t, Cause cause) {
    const TraceFrame *f = cause.frame < t->frames.count ? trace_frame_at(t, cause.frame) : NULL;
    return f && f->parent != FRAME_NONE ? trace_line(t, f->call_site) : 0;
}

static void put_source(Cut *cut, const Trace *t, Cause cause, bool later) {
    const TraceModule *module;
    Span span;
    uint32_t called = calling_line(t, cause);
    cut_printf(cut, ROLE_DIM, later ? _("line %u, step %zu (later)  ") : _("line %u, step %zu  "),
               trace_line(t, cause.site), trace_step_of(t, cause.moment));
    if (called)
        cut_printf(cut, ROLE_DIM, _("via line %u  "), called);
    if (!trace_span(t, cause.site, &module, &span))
        return;
    Str text = source_line(module->source, source_line_of(module->source, span.start));
    while (text.len && (text.at[0] == ' ' || text.at[0] == '\t'))
        text = str_sub(text, 1, text.len);
    cut_put(cut, ROLE_CODE, 0, text);
}

/* How many sharings are listed: later ones, too, but none that a question asks for. */
static size_t shares_listed(const Look *l, const TraceVariable *v) {
    Moment until = learn_horizon_moment(l->state, l->world);
    size_t n = 0;
    while (n < v->shares.count && (*LOG_AT(&v->shares, TraceShare *, n))->cause.moment < until)
        n++;
    return n;
}

static void put_how_often(const Look *l, const TraceVariable *v, Cut *cut) {
    size_t n = shares_listed(l, v);
    if (n == 0)
        cut_put(cut, ROLE_TEXT, 0, str_of(_("  no other line got it")));
    else
        cut_printf(cut, ROLE_TEXT, ngettext("  shared %zu time", "  shared %zu times", n), n);
}

static void put_share(const Look *l, const TraceVariable *v, int64_t row, Cut *cut) {
    const Trace *t = l->replay->trace;
    if (row == 0) {
        TraceOutput output = {.dtype = v->dtype, .ref = !v->resource, .shape = v->shape};
        cut_put(cut, ROLE_VARIABLE, 0, name_str(v->node->name));
        cut_put(cut, ROLE_VARIABLE, 0, STR(":0"));
        put_how_often(l, v, cut);
        cut_printf(cut, ROLE_TYPE, "  %.*s %.*s", STR_ARG(view_dtype(l->scratch, &output)),
                   STR_ARG(view_shape(l->scratch, v->shape)));
        return;
    }
    const TraceShare *s =
        row < SHARES_HEAD ? NULL : *LOG_AT(&v->shares, TraceShare *, (size_t)(row - SHARES_HEAD));
    cut_put(cut, s ? ROLE_SHARED : ROLE_NEW, 0, s ? STR("= ") : STR("+ "));
    put_source(cut, t, s ? s->cause : v->cause, s && s->cause.moment >= l->at.moment);
}

static int64_t shares_rows(const Look *l) {
    const TraceVariable *v = shared_variable(l);
    return v ? SHARES_HEAD + (int64_t)shares_listed(l, v) : -1;
}

static int side_of(const Look *l) {
    int side = l->state->view[PANE_WHY].side;
    return side > 0 ? side : 0;
}

static void shares_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    const TraceVariable *v = shared_variable(l);
    int64_t n = SHARES_HEAD + (int64_t)shares_listed(l, v);
    for (int64_t row = first; row < n && row - first < count; row++) {
        doc_line(d);
        Cut cut = cut_make(d, (size_t)side_of(l), (size_t)(cols > 0 ? cols : 0));
        put_share(l, v, row, &cut);
    }
}

/* ---- names in use ---- */

/* The lists of counters that are shown. */
typedef struct Use {
    const Counters *counters;
    CounterScope scope;
    Str name; /* of the scope */
    int64_t here, all;
} Use;

static bool use_of(const Look *l, Use *u) {
    const TraceScope *s = trace_scope_at(l->replay->trace, l->at.moment);
    if (!s || !look_gathered(l))
        return false;
    u->counters = look_gathered(l)->counters[s->graph];
    u->name = name_str(s->op_scope);
    u->scope = counters_scope(u->counters, l->scratch, u->name);
    u->here = (int64_t)counters_scope_at(u->counters, u->scope, l->at.moment);
    u->all = (int64_t)counters_at(u->counters, l->at.moment);
    return true;
}

/* "foo/a·2  next: foo/a_2", from the byte `from` of the names on. */
static void put_counter(const Look *l, const Use *u, const Counter *c, uint32_t from, Cut *cut) {
    uint32_t now = counter_value(u->counters, c, l->at.moment);
    uint32_t before = counter_value(u->counters, c, look_since(l));
    Str next = counter_gives(l->scratch, u->counters, c, l->at.moment);
    Role role = before == now ? ROLE_TEXT : before ? ROLE_CHANGED : ROLE_NEW;
    cut_put(cut, role, 0, before == now ? STR("  ") : before ? STR("~ ") : STR("+ "));
    cut_put(cut, ROLE_OP, 0, str_sub(name_str(c->name), from, c->name->len));
    cut_put(cut, ROLE_DIM, 0, look_sign(l, "·", "="));
    cut_printf(cut, ROLE_VALUE, "%u", now);
    cut_put(cut, ROLE_DIM, 0, str_of(_("  next: ")));
    cut_put(cut, ROLE_TEXT, 0, str_sub(next, from, next.len));
}

/* Below its scope a name needs no prefix. */
static void put_scope_counter(const Look *l, const Use *u, const Counter *c, Cut *cut) {
    put_counter(l, u, c, c->leaf, cut);
}

static int64_t counters_rows(const Look *l) {
    Use u;
    return use_of(l, &u) ? 3 + u.here + u.all : -1;
}

/* Rows: a heading, those of the scope, a blank, a heading, all. */
static void put_counters_row(const Look *l, const Use *u, int64_t row, Cut *cut) {
    if (row == 0)
        cut_printf(cut, ROLE_TITLE, _("names in use below \"%.*s\": %lld"), STR_ARG(u->name),
                   (long long)u->here);
    else if (row <= u->here)
        put_scope_counter(l, u, counters_scope_get(u->counters, u->scope, (size_t)row - 1), cut);
    else if (row == u->here + 2)
        cut_printf(cut, ROLE_TITLE, _("all names in use: %lld"), (long long)u->all);
    else if (row > u->here + 2)
        put_counter(l, u, counters_get(u->counters, (size_t)(row - u->here - 3)), 0, cut);
}

static void counters_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    Use u;
    if (!use_of(l, &u))
        return;
    for (int64_t row = first; row < 3 + u.here + u.all && row - first < count; row++) {
        doc_line(d);
        Cut cut = cut_make(d, (size_t)side_of(l), (size_t)(cols > 0 ? cols : 0));
        put_counters_row(l, &u, row, &cut);
    }
}

/* ---- the list that is shown ---- */

int64_t why_list_rows(const Look *l) {
    switch (l->state->why) {
    case WHY_SHARES: return shares_rows(l);
    case WHY_COUNTERS: return counters_rows(l);
    case WHY_STEP:
    case WHY_LONG:
    case WHY_DIFF: return -1;
    }
    return -1;
}

void why_list_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    if (l->state->why == WHY_SHARES)
        shares_put(l, cols, first, count, d);
    else
        counters_put(l, cols, first, count, d);
}

void why_list_enter(State *s, const World *w, int64_t row, int cols) {
    (void)cols;
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    const TraceVariable *v = s->why == WHY_SHARES ? shared_variable(&l) : NULL;
    if (v && row >= 1 && row < SHARES_HEAD + (int64_t)v->shares.count) {
        const TraceShare *share =
            row < SHARES_HEAD ? NULL : *LOG_AT(&v->shares, TraceShare *, (size_t)row - SHARES_HEAD);
        Moment m = share ? share->cause.moment : v->cause.moment;
        state_go(s, w, trace_step_of(l.replay->trace, m));
    }
    arena_free(scratch);
}
