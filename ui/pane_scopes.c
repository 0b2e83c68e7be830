/* pane_scopes.c: the open with blocks, the name scope and the variable scope side by side; whether
 * reuse is on and where that came from; the names in use below the innermost scope. */
#include "base/text.h"
#include "ui/look.h"
#include "view/view.h"
#include "view/wrap.h"

enum { DEPTH_MOST = 200, COUNTERS_MOST = 60, LEFT_MOST = 4, NAME_MOST = 200, EVENTS_MOST = 4096 };

/* The open scopes at a moment, outermost first. */
typedef struct Stack {
    const Trace *trace;
    Moment now, since;
    const TraceScope *at[DEPTH_MOST];
    size_t count, hidden;       /* hidden: outer ones that are not in `at` */
    size_t kind, op, variables; /* columns that their texts take */
    bool brief;                 /* no room for whole words: "variable" for variable_scope */
    bool narrow;                /* no room for reuse beside them: it stands below */
} Stack;

static const char *kind_text(const TraceScope *s, bool brief) {
    switch (s->kind) {
    case SCOPE_ROOT: return _("(root)");
    case SCOPE_NAME: return brief ? "name" : "name_scope";
    case SCOPE_VARIABLE: return brief ? "variable" : "variable_scope";
    }
    return "";
}

static Str op_text(Arena *a, const TraceScope *s) {
    return s->op_scope->len ? str_printf(a, "%s/", s->op_scope->text) : STR("\"\"");
}

static Str prefix_text(const TraceScope *s) {
    return s->prefix->len ? name_str(s->prefix) : STR("\"\"");
}

static void widen(size_t *width, Str text) {
    size_t columns = wrap_columns(text);
    *width = columns > *width ? columns : *width;
}

static const char *reuse_text(Reuse r) {
    switch (r) {
    case REUSE_FALSE: return "False";
    case REUSE_TRUE: return "True";
    case REUSE_AUTO: return "AUTO_REUSE";
    }
    return "";
}

enum { AROUND = 8 }; /* columns of the sign and of the blanks between the texts */

/* How wide the texts are; returns the columns of a row. */
static size_t measure(Stack *st, Arena *a, bool brief) {
    size_t reuse = sizeof "reuse" - 1;
    st->brief = brief;
    st->kind = st->op = st->variables = 0;
    widen(&st->kind, str_of(_("with")));
    widen(&st->op, str_of(_("op scope")));
    widen(&st->variables, str_of(_("variables")));
    for (size_t i = 0; i < st->count; i++) {
        widen(&st->kind, str_of(kind_text(st->at[i], brief)));
        widen(&st->op, op_text(a, st->at[i]));
        widen(&st->variables, prefix_text(st->at[i]));
        widen(&reuse, str_of(reuse_text(trace_reuse_at(st->at[i], st->now))));
    }
    return st->kind + st->op + st->variables + AROUND + reuse;
}

static void fill(Stack *st, const TraceScope *innermost) {
    size_t depth = 0;
    for (const TraceScope *s = innermost; s; s = s->parent)
        depth++;
    st->count = depth < DEPTH_MOST ? depth : DEPTH_MOST;
    st->hidden = depth - st->count;
    size_t i = st->count;
    for (const TraceScope *s = innermost; s && i > 0; s = s->parent)
        st->at[--i] = s;
}

static Stack stack_of(const Look *l, int cols, const Trace *t, Moment now) {
    Moment since = t == l->replay->trace && look_since(l) < now ? look_since(l) : now;
    size_t room = cols > 0 ? (size_t)cols : 0;
    Stack st = {.trace = t, .now = now, .since = since};
    fill(&st, trace_scope_at(t, now));
    st.narrow = measure(&st, l->scratch, false) > room && measure(&st, l->scratch, true) > room;
    return st;
}

/* ---- a scope ---- */

static Str scope_name(Arena *a, const TraceScope *s) {
    Str name = s->prefix->len ? name_str(s->prefix) : str_of(_("the root"));
    return str_printf(a, "%.*s", STR_ARG(name));
}

/* The line of the with, or of the call that switched reuse on; 0 for the root. */
static uint32_t line_of(const Trace *t, const TraceScope *s) {
    return s->kind == SCOPE_ROOT ? 0 : trace_line(t, s->cause.site);
}

static uint32_t reuse_line(const Trace *t, const TraceScope *s) {
    if (s->reuse_on >= t->events.count)
        return 0;
    uint32_t site = LOG_AT(&t->events, Event, s->reuse_on)->site;
    return trace_line(t, site);
}

static void put_line_number(Doc *d, uint32_t line) {
    if (line)
        doc_printf(d, ROLE_DIM, _(", line %u"), line);
}

static void put_from(Doc *d, const Trace *t, const TraceScope *from) {
    doc_add(d, ROLE_TEXT, str_of(_(", inherited from ")));
    doc_add(d, ROLE_SCOPE, scope_name(d->arena, from));
    put_line_number(d, line_of(t, from));
}

/* A name scope has no flag of its own: it is that of the variable scope around it. */
static const TraceScope *flag_of(const TraceScope *s) {
    while (s->kind == SCOPE_NAME && s->parent)
        s = s->parent;
    return s;
}

/* "reuse True, inherited from foo, line 4" */
static void put_reuse(Doc *d, const Stack *st, const TraceScope *s) {
    Reuse now = trace_reuse_at(s, st->now);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "      reuse %s", reuse_text(now));
    if (flag_of(s) != s) {
        put_from(d, st->trace, flag_of(s));
    } else if (st->now > s->reuse_on) {
        doc_add(d, ROLE_TEXT, str_of(_(", switched on by reuse_variables()")));
        put_line_number(d, reuse_line(st->trace, s));
    } else if (s->reuse_rule == RULE_REUSE_INHERITED && s->reuse_from) {
        put_from(d, st->trace, s->reuse_from);
    } else if (s->reuse_rule == RULE_REUSE_FROM_OBJECT) {
        doc_add(d, ROLE_TEXT, str_of(_(", brought by the scope object")));
    } else if (s->reuse_rule == RULE_REUSE_GIVEN) {
        doc_add(d, ROLE_TEXT, str_of(_(", given here")));
    }
}

/* Where a default comes from: the scope's own method, its with (then nothing is said), or a scope
 * around it. */
static void put_origin(Doc *d, const Stack *st, Moment set, const TraceScope *from) {
    if (st->now > set) {
        doc_add(d, ROLE_TEXT, str_of(_(", set")));
        put_line_number(d, trace_line(st->trace, LOG_AT(&st->trace->events, Event, set)->site));
    } else if (from) {
        put_from(d, st->trace, from);
    }
}

static void put_initializer(Doc *d, const Stack *st, const TraceScope *s) {
    const ScopeDefaults *now = trace_defaults_at(s, st->now);
    if (!now->initializer.len)
        return;
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "      initializer ");
    doc_add(d, ROLE_VALUE, now->initializer);
    put_origin(d, st, now->initializer_set,
               now->initializer_from == s ? NULL : now->initializer_from);
}

static void put_dtype(Doc *d, const Stack *st, const TraceScope *s) {
    const ScopeDefaults *now = trace_defaults_at(s, st->now);
    if (!now->dtype.len || !now->dtype_from)
        return;
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "      dtype ");
    doc_add(d, ROLE_TYPE, now->dtype);
    put_origin(d, st, now->dtype_set, now->dtype_from == s ? NULL : now->dtype_from);
}

/* Is there more to say than that reuse is off, or no other place to say it? */
static bool has_reuse(const Stack *st, const TraceScope *s) {
    bool on = s->kind == SCOPE_VARIABLE && trace_reuse_at(s, st->now) != REUSE_FALSE;
    return on || (st->narrow && s == st->at[st->count - 1]);
}

static void put_columns(Doc *d, const Stack *st, const Str cell[4], const Role role[4]) {
    size_t column = 2;
    const size_t width[] = {st->kind, st->op, st->variables};
    for (int i = 0; i < (st->narrow ? 3 : 4); i++) {
        doc_add(d, role[i], cell[i]);
        if (i == (st->narrow ? 2 : 3))
            return;
        column += width[i] + 2;
        doc_pad(d, column);
    }
}

static void put_scope(Doc *d, const Stack *st, const TraceScope *s) {
    bool root = s->kind == SCOPE_ROOT, fresh = !root && s->cause.moment >= st->since;
    bool changed = (s->reuse_on >= st->since && s->reuse_on < st->now) ||
                   trace_defaults_at(s, st->now) != trace_defaults_at(s, st->since);
    doc_line(d);
    look_put_change(d, fresh && st->since < st->now, changed);
    static const Role roles[] = {ROLE_TEXT, ROLE_SCOPE, ROLE_VARIABLE, ROLE_TEXT};
    const Str cells[] = {str_of(kind_text(s, st->brief)), op_text(d->arena, s), prefix_text(s),
                         str_of(reuse_text(trace_reuse_at(s, st->now)))};
    put_columns(d, st, cells, roles);
    if (has_reuse(st, s))
        put_reuse(d, st, s);
    if (s->kind == SCOPE_VARIABLE || root) {
        put_initializer(d, st, s);
        put_dtype(d, st, s);
    }
}

static void put_heading(Doc *d, const Stack *st) {
    doc_line(d);
    static const Role roles[] = {ROLE_DIM, ROLE_DIM, ROLE_DIM, ROLE_DIM};
    const Str cells[] = {str_of(_("with")), str_of(_("op scope")), str_of(_("variables")),
                         STR("reuse")};
    doc_add(d, ROLE_DIM, STR("  "));
    put_columns(d, st, cells, roles);
    if (!st->hidden)
        return;
    doc_line(d);
    doc_printf(d, ROLE_DIM, _("  ... and %zu around these"), st->hidden);
}

static Doc *stack_lines(Arena *a, const Stack *st) {
    Doc *d = doc_make(a);
    put_heading(d, st);
    for (size_t i = 0; i < st->count; i++)
        put_scope(d, st, st->at[i]);
    return d;
}

/* ---- what was left, what is in use ---- */

static void put_left(Doc *d, const Stack *st) {
    Moment from = st->now - st->since > EVENTS_MOST ? st->now - EVENTS_MOST : st->since;
    for (Moment m = from, told = 0; m < st->now && told < LEFT_MOST; m++) {
        const Event *e = LOG_AT(&st->trace->events, Event, m);
        if (e->kind != EVENT_LEAVE)
            continue;
        const TraceScope *s = *LOG_AT(&st->trace->scopes, TraceScope *, e->arg);
        doc_line(d);
        doc_add(d, ROLE_CHANGED, STR("- "));
        doc_printf(d, ROLE_DIM, "%s ", kind_text(s, false));
        doc_add(d, ROLE_SCOPE, op_text(d->arena, s));
        doc_add(d, ROLE_DIM, str_of(_(" was left")));
        told++;
    }
}

static void put_counter(const Look *l, Doc *d, const Counters *c, const Counter *counter) {
    Moment since = look_since(l);
    uint32_t now = counter_value(c, counter, l->at.moment);
    uint32_t before = counter_value(c, counter, since);
    doc_add(d, before ? ROLE_CHANGED : ROLE_NEW,
            before == now ? STR(" ")
            : before      ? STR(" ~")
                          : STR(" +"));
    doc_add(d, ROLE_OP, str_sub(name_str(counter->name), counter->leaf, counter->leaf + NAME_MOST));
    doc_add(d, ROLE_DIM, look_sign(l, "·", "="));
    doc_printf(d, ROLE_VALUE, "%u", now);
}

/* "counters: a·1 b·1": the newest ones of the innermost scope, as many as a few rows hold. */
static void put_counters(const Look *l, int cols, Doc *d) {
    const Trace *t = l->replay->trace;
    const TraceScope *s = trace_scope_at(t, l->at.moment);
    if (!s || !look_gathered(l))
        return;
    const Counters *c = look_gathered(l)->counters[s->graph];
    CounterScope in = counters_scope(c, l->scratch, name_str(s->op_scope));
    size_t n = counters_scope_at(c, in, l->at.moment), i = n, columns = 0;
    while (i > 0 && n - i < COUNTERS_MOST && columns < 3 * (size_t)(cols > 8 ? cols : 8))
        columns += counters_scope_get(c, in, --i)->name->len + 4;
    doc_line(d);
    doc_line(d);
    doc_printf(d, ROLE_DIM, _("counters in %.*s:"), STR_ARG(op_text(l->scratch, s)));
    if (n == 0)
        doc_add(d, ROLE_DIM, str_of(_(" none")));
    if (i > 0)
        doc_printf(d, ROLE_DIM, _(" ... %zu older"), i);
    for (; i < n; i++)
        put_counter(l, d, c, counters_scope_get(c, in, i));
}

/* ---- the pane ---- */

/* A line without the sign of a change. */
static Str line_text(Arena *a, const Doc *d, size_t i) {
    Str s = doc_line_text(d, i, a);
    return str_sub(s, 2, s.len);
}

/* The open scopes of the other run; NULL without a comparison. */
static Doc *other_lines(const Look *l, int cols) {
    if (!l->together)
        return NULL;
    Moment at = look_other(l).moment;
    const Trace *t = together_trace(l->together, !l->second);
    Stack st = stack_of(l, cols, t, at);
    return stack_lines(l->scratch, &st);
}

static void put_stack(const Look *l, const Stack *st, int cols, Doc *d) {
    Doc *lines = stack_lines(l->scratch, st), *other = other_lines(l, cols);
    for (size_t i = 0; i < lines->lines.count; i++) {
        bool differs =
            other && (i >= other->lines.count ||
                      !str_eq(line_text(l->scratch, lines, i), line_text(l->scratch, other, i)));
        doc_line(d);
        look_put_differs(l, d, differs && i > 0);
        doc_append(d, lines, i);
    }
}

static bool has_scopes(const Look *l) {
    return trace_scope_at(l->replay->trace, l->at.moment) != NULL;
}

static Stack stack_here(const Look *l, int cols) {
    return stack_of(l, cols - look_differs_columns(l), l->replay->trace, l->at.moment);
}

static void build_stack(const Look *l, int cols, Doc *d) {
    Stack st = stack_here(l, cols);
    put_stack(l, &st, cols - look_differs_columns(l), d);
}

static void build(const Look *l, int cols, Doc *d) {
    if (!has_scopes(l)) {
        doc_text(d, ROLE_DIM, str_of(_("no scope is open: the program has no graph yet")));
        return;
    }
    Stack st = stack_here(l, cols);
    build_stack(l, cols, d);
    put_left(d, &st);
    put_counters(l, cols, d);
}

static int64_t scopes_rows(const Look *l, int cols) {
    return (int64_t)look_whole(l, build, cols)->lines.count;
}

static void scopes_put(const Look *l, int cols, int64_t first, int64_t count, Doc *d) {
    if (first >= 0 && count > 0)
        doc_lines(d, look_whole(l, build, cols), (size_t)first, (size_t)count);
}

/* The innermost scope. */
static int64_t scopes_current(const Look *l, int cols) {
    return has_scopes(l) ? (int64_t)look_whole(l, build_stack, cols)->lines.count - 1 : -1;
}

/* ---- Enter: to the with of the scope ---- */

/* The rows that the first n lines take. */
static int64_t rows_of(Arena *a, const Doc *lines, size_t n, int cols) {
    Doc *first = doc_make(a), *rows = doc_make(a);
    doc_lines(first, lines, 0, n);
    doc_wrap(rows, first, (size_t)(cols < 1 ? 1 : cols));
    return (int64_t)rows->lines.count;
}

/* The scope that a row of the pane belongs to; NULL. */
static const TraceScope *scope_of_row(const Look *l, int64_t row, int cols) {
    Stack st = stack_here(l, cols);
    Doc *lines = doc_make(l->scratch);
    put_heading(lines, &st);
    if (row < rows_of(l->scratch, lines, lines->lines.count, cols))
        return NULL;
    for (size_t i = 0; i < st.count; i++) {
        put_scope(lines, &st, st.at[i]);
        if (row < rows_of(l->scratch, lines, lines->lines.count, cols))
            return st.at[i];
    }
    return NULL;
}

static void scopes_enter(State *s, const World *w, int64_t row, int cols) {
    Arena *scratch = arena_new(0);
    Look l = look_make(s, w, scratch);
    const TraceScope *scope = has_scopes(&l) ? scope_of_row(&l, row, cols) : NULL;
    if (scope && scope->kind != SCOPE_ROOT)
        state_go(s, w, trace_step_of(l.replay->trace, scope->cause.moment));
    arena_free(scratch);
}

const LinePane pane_scopes_lines = {scopes_rows, scopes_put, scopes_current, scopes_enter, NULL};
