#include "view/since.h"

#include "base/text.h"
#include "view/view.h"

enum { TOLD_MOST = 30, SCANNED_MOST = 5000, LINES_MOST = 8, DEPTH_MOST = 200 };

/* One kind of changes being told: its heading comes with the first one. */
typedef struct Kind {
    Doc *doc;
    const char *title; /* translated */
    size_t told, more; /* more: that were counted only */
} Kind;

/* Room for one more item: begins its line. False: the list is long enough. */
static bool item(Kind *k, Role role, const char *sign) {
    if (k->told == TOLD_MOST) {
        k->more++;
        return false;
    }
    if (k->told++ == 0) {
        doc_line(k->doc);
        doc_add(k->doc, ROLE_TITLE, str_of(k->title));
    }
    doc_line(k->doc);
    doc_printf(k->doc, role, "  %s ", sign);
    return true;
}

static bool finish(Kind *k) {
    if (k->more) {
        doc_line(k->doc);
        doc_printf(k->doc, ROLE_DIM, _("    ... and %zu more"), k->more);
    }
    return k->told > 0;
}

static void put_line_number(Doc *d, const Trace *t, uint32_t site) {
    uint32_t line = trace_line(t, site);
    if (line)
        doc_printf(d, ROLE_DIM, _("  line %s"), view_line(d->arena, t, site));
}

/* ---- names ---- */

static bool tell_names(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("new names")};
    size_t to = trace_nodes_at(s->trace, s->to), i = trace_nodes_at(s->trace, s->from);
    for (size_t seen = 0; i < to && seen < SCANNED_MOST; i++, seen++) {
        const TraceNode *n = *LOG_AT(&s->trace->nodes, TraceNode *, i);
        if ((view_is_part(n) && !s->library) || !item(&k, ROLE_NEW, "+"))
            continue;
        doc_add(d, view_is_variable(n) ? ROLE_VARIABLE : ROLE_OP, name_str(n->name));
        doc_printf(d, ROLE_TYPE, "  %s", n->op->text);
        put_line_number(d, s->trace, n->cause.site);
    }
    k.more += to - i;
    return finish(&k);
}

static Moment share_moment(const Log *l, size_t i) {
    return (*LOG_AT(l, TraceShare *, i))->cause.moment;
}

static bool tell_shares(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("shared")};
    const Log *shares = &s->trace->shares;
    size_t to = trace_count_before(shares, share_moment, s->to);
    size_t i = trace_count_before(shares, share_moment, s->from);
    for (size_t seen = 0; i < to && seen < SCANNED_MOST; i++, seen++) {
        const TraceShare *share = *LOG_AT(shares, TraceShare *, i);
        if (!item(&k, ROLE_SHARED, "="))
            continue;
        doc_printf(d, ROLE_VARIABLE, "%s:0", share->variable->node->name->text);
        put_line_number(d, s->trace, share->cause.site);
    }
    k.more += to - i;
    return finish(&k);
}

/* ---- scopes ---- */

/* Is the scope one of those that are open at a moment? */
static bool is_open(const Trace *t, const TraceScope *s, Moment m) {
    size_t depth = 0;
    for (const TraceScope *o = trace_scope_at(t, m); o && depth < DEPTH_MOST;
         o = o->parent, depth++)
        if (o == s)
            return true;
    return false;
}

static void put_scope(Doc *d, const TraceScope *s) {
    doc_printf(d, ROLE_TEXT, "%s ", s->kind == SCOPE_NAME ? "name_scope" : "variable_scope");
    doc_printf(d, ROLE_SCOPE, "%s%s", s->op_scope->text, s->op_scope->len ? "/" : "");
}

static void tell_open(Kind *k, const Since *s, Moment at, Moment other, const char *sign) {
    size_t depth = 0;
    for (const TraceScope *o = trace_scope_at(s->trace, at); o && depth < DEPTH_MOST;
         o = o->parent, depth++)
        if (o->kind != SCOPE_ROOT && !is_open(s->trace, o, other) &&
            item(k, sign[0] == '+' ? ROLE_NEW : ROLE_CHANGED, sign))
            put_scope(k->doc, o);
}

static bool tell_scopes(Doc *d, const Since *s) {
    Kind opened = {.doc = d, .title = _("scopes that are open now")};
    Kind left = {.doc = d, .title = _("scopes that were left")};
    Kind reuse = {.doc = d, .title = _("reuse")};
    tell_open(&opened, s, s->to, s->from, "+");
    bool any = finish(&opened);
    tell_open(&left, s, s->from, s->to, "-");
    any |= finish(&left);
    for (const TraceScope *o = trace_scope_at(s->trace, s->to); o; o = o->parent)
        if (o->reuse_on >= s->from && o->reuse_on < s->to && item(&reuse, ROLE_CHANGED, "~")) {
            put_scope(d, o);
            doc_add(d, ROLE_TEXT, str_of(_(" has reuse switched on")));
        }
    return finish(&reuse) || any;
}

/* ---- values ---- */

/* Was a change of the same place told already? Later changes come first. */
static bool is_told(const Since *s, size_t i, size_t end) {
    const BoundChange *c = bound_change(s->gathered->bound, i);
    for (size_t k = i + 1; k < end; k++) {
        const BoundChange *o = bound_change(s->gathered->bound, k);
        if (o->variable == c->variable && o->session == c->session)
            return true;
    }
    return false;
}

static void put_change(Doc *d, const Since *s, Str old, Str now) {
    if (old.len) {
        doc_add(d, ROLE_DIM, old);
        doc_printf(d, ROLE_TEXT, " %s ", s->arrow);
    }
    doc_add(d, ROLE_VALUE, now);
}

static bool tell_values(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("values of variables")};
    const Bound *b = s->gathered->bound;
    size_t from = bound_changes(b, s->from), to = bound_changes(b, s->to);
    size_t least = to - from > 300 ? to - 300 : from;
    for (size_t i = to; i > least; i--) {
        const BoundChange *c = bound_change(b, i - 1);
        if (is_told(s, i - 1, to))
            continue;
        const Tensor *old = trace_value_at(c->variable, c->session, s->from);
        const Tensor *now = trace_value_at(c->variable, c->session, s->to);
        if (!now || !item(&k, old ? ROLE_CHANGED : ROLE_NEW, old ? "~" : "+"))
            continue;
        doc_printf(d, ROLE_VARIABLE, "%s:0 ", c->variable->node->name->text);
        put_change(d, s, old ? view_value(d->arena, old) : (Str){0}, view_value(d->arena, now));
    }
    k.more += least - from;
    return finish(&k);
}

static Str shown(Arena *a, Value v, Moment m) {
    Sink text = sink_memory(a);
    value_show(&text, v, m, 2);
    return str_sub(sink_str(&text), 0, 200);
}

static void tell_names_of(Kind *k, const Since *s, const TraceFrame *f) {
    const Bound *b = s->gathered->bound;
    size_t n = bound_names(b, f, s->to);
    for (size_t i = n > SCANNED_MOST ? n - SCANNED_MOST : 0; i < n; i++) {
        uint32_t slot = bound_slot(b, f, s->to, i);
        Value old = trace_local_at(f, slot, s->from), now = trace_local_at(f, slot, s->to);
        bool was = bound_shown(f->names[slot], old), is = bound_shown(f->names[slot], now);
        Str before_text = was ? shown(k->doc->arena, old, s->from) : (Str){0};
        Str text = is ? shown(k->doc->arena, now, s->to) : STR("-");
        if ((!was && !is) || (was && str_eq(before_text, text)) ||
            !item(k, was ? ROLE_CHANGED : ROLE_NEW, was ? "~" : "+"))
            continue;
        doc_printf(k->doc, ROLE_TEXT, "%s = ", f->names[slot]->text);
        put_change(k->doc, s, before_text, text);
    }
}

static bool tell_python(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("Python names")};
    const TraceFrame *globals = s->frame ? bound_globals(s->gathered->bound, s->frame) : NULL;
    if (s->frame && s->frame != globals)
        tell_names_of(&k, s, s->frame);
    if (globals)
        tell_names_of(&k, s, globals);
    return finish(&k);
}

/* ---- output and errors ---- */

static bool tell_output(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("output")};
    const Printed *p = s->gathered->printed;
    size_t from = printed_lines(p, s->from), to = printed_lines(p, s->to);
    size_t least = to - from > LINES_MOST ? to - LINES_MOST : from;
    for (size_t i = least; i < to; i++) {
        PrintedPart part;
        PrintedWalk w = printed_line(p, i, s->to);
        if (!item(&k, ROLE_NEW, "+"))
            continue;
        for (int parts = 0; parts < TOLD_MOST && printed_next(&w, &part); parts++)
            doc_add(d, part.error ? ROLE_ERROR : ROLE_TEXT, str_sub(part.text, 0, 200));
    }
    k.more += least - from;
    return finish(&k);
}

static bool tell_errors(Doc *d, const Since *s) {
    Kind k = {.doc = d, .title = _("errors")};
    size_t to = trace_errors_at(s->trace, s->to), i = trace_errors_at(s->trace, s->from);
    for (size_t seen = 0; i < to && seen < SCANNED_MOST; i++, seen++) {
        const TraceError *e = *LOG_AT(&s->trace->errors, TraceError *, i);
        if (!item(&k, ROLE_ERROR, "!"))
            continue;
        ptrdiff_t end = str_find(e->message, STR("\n"), 0);
        doc_printf(d, ROLE_ERROR, "%s: ", e->type->text);
        doc_add(d, ROLE_TEXT, str_sub(e->message, 0, end < 0 ? e->message.len : (size_t)end));
        put_line_number(d, s->trace, e->cause.site);
    }
    k.more += to - i;
    return finish(&k);
}

bool since_tell(Doc *d, const Since *s) {
    bool names = tell_names(d, s), shares = tell_shares(d, s), scopes = tell_scopes(d, s);
    bool values = tell_values(d, s), python = tell_python(d, s);
    bool output = tell_output(d, s), errors = tell_errors(d, s);
    return names || shares || scopes || values || python || output || errors;
}
