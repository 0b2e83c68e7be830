/* together_words.c: what differs at a step of two runs, in words.
 *
 * What a step did is a list of deeds: a variable made or shared, an op, a scope, an error, a line
 * of output. The deeds of the two steps are paired in order, kind by kind; what is left over is
 * paired whatever it is ("TF 1.4: shares v  TF 1.0: is refused"). A pair that reads the same is no
 * difference. Reasons are those that only one of the two has. */
#include "base/text.h"
#include "view/together_inner.h"

enum { DEEDS_MOST = 100, TEXT_MOST = 200 };

/* What a run did at its step. */
typedef struct Deeds {
    const Trace *trace;
    const Why *why;
    Arena *arena;
    Deed at[DEEDS_MOST];
    bool told[DEEDS_MOST];
    int count;
} Deeds;

/* Of the steps behind step `from` as far as a place. */
static Deeds *deeds_of(Arena *a, const Together *t, size_t from, TogetherAt to) {
    Deeds *d = ARENA_NEW(a, Deeds);
    *d = (Deeds){.trace = t->trace[to.second], .why = t->why[to.second], .arena = a};
    for (int class = 0; from < to.step && class < DEED_CLASSES; class ++) {
        Moment m = trace_step_end(d->trace, from);
        while (d->count < DEEDS_MOST &&
               deed_next(d->trace, (DeedClass) class, &m, to.moment, &d->at[d->count]))
            d->count++;
    }
    return d;
}

/* ---- clauses ---- */

/* "int32 (2,)" of the first output. */
static Str type_of(const Deeds *d, const TraceNode *n) {
    if (n->noutputs == 0)
        return STR("");
    return str_printf(d->arena, "%.*s %.*s", STR_ARG(view_dtype(d->arena, &n->outputs[0])),
                      STR_ARG(view_shape(d->arena, n->outputs[0].shape)));
}

static Str op_text(const Deeds *d, const TraceNode *n) {
    return str_printf(d->arena, _("makes the op %s (%s)"), n->name->text, n->op->text);
}

static const char *reuse_text(Reuse reuse) {
    return reuse == REUSE_TRUE ? "True" : reuse == REUSE_AUTO ? "AUTO_REUSE" : "False";
}

static Str scope_text(const Deeds *d, const TraceScope *s) {
    if (s->kind == SCOPE_VARIABLE)
        return str_printf(d->arena, _("enters %s/, variables below \"%s\", reuse %s"),
                          s->op_scope->text, s->prefix->text, reuse_text(s->reuse));
    return str_printf(d->arena, _("enters %s/, variables below \"%s\""), s->op_scope->text,
                      s->prefix->text);
}

static size_t line_end(Str text, size_t from) {
    while (from < text.len && text.at[from] != '\n')
        from++;
    return from;
}

/* The first line of text that is another one in `other`, or the first; cut when long. */
static Str differing_line(Str text, Str other) {
    size_t from = 0, end = line_end(text, 0);
    while (end < text.len && str_starts(other, str_sub(text, 0, end + 1)))
        from = end + 1, end = line_end(text, from);
    if (from == text.len)
        from = 0, end = line_end(text, 0);
    if (end - from > TEXT_MOST)
        for (end = from + TEXT_MOST; ((unsigned char)text.at[end] & 0xc0) == 0x80; end--)
            ;
    return str_sub(text, from, end);
}

static Str output_of(const Deeds *d, const Deed *p) {
    return p && p->class == DEED_OUTPUT ? LOG_AT(&d->trace->output, TraceOutputPiece, p->arg)->text
                                        : STR("");
}

static Str error_text(const Deeds *d, const TraceError *e) {
    return str_printf(d->arena, _("raises %s: %.*s"), e->type->text,
                      STR_ARG(differing_line(e->message, STR(""))));
}

/* What a deed is, as a clause; other: what the other run printed there. */
static Str clause(const Deeds *d, const Deed *p, Str other) {
    switch (p->class) {
    case DEED_VARIABLE:
        return str_printf(d->arena,
                          p->kind == EVENT_SHARE ? _("shares the variable %s:0")
                                                 : _("makes the variable %s:0"),
                          deed_node(d->trace, p)->name->text);
    case DEED_OP: return op_text(d, deed_node(d->trace, p));
    case DEED_SCOPE: return scope_text(d, *LOG_AT(&d->trace->scopes, TraceScope *, p->arg));
    case DEED_ERROR: return error_text(d, *LOG_AT(&d->trace->errors, TraceError *, p->arg));
    case DEED_OUTPUT:
        return str_printf(d->arena, _("prints %.*s"),
                          STR_ARG(differing_line(output_of(d, p), other)));
    case DEED_CLASSES: break;
    }
    return STR("");
}

static Chain chain_of(const Deeds *d, const Deed *p) {
    const TraceNode *n = p ? deed_node(d->trace, p) : NULL;
    if (!p)
        return (Chain){0};
    if (p->kind == EVENT_SHARE)
        return why_share(d->why, *LOG_AT(&d->trace->shares, TraceShare *, p->arg));
    if (n)
        return p->class == DEED_VARIABLE ? why_variable(d->why, n->variable) : why_node(d->why, n);
    if (p->class == DEED_SCOPE)
        return why_scope(d->why, *LOG_AT(&d->trace->scopes, TraceScope *, p->arg));
    if (p->class == DEED_ERROR)
        return why_error(d->why, *LOG_AT(&d->trace->errors, TraceError *, p->arg));
    return (Chain){0};
}

/* ---- sentences ---- */

/* The report of one step. */
typedef struct Words {
    Doc *doc;
    const Together *together;
    TogetherAt here;
    Str name[2]; /* of this run, of the other one */
} Words;

static void put_reasons(Words *w, const Deeds *x, const Deed *p, const Deeds *y, const Deed *q) {
    Log all = diff_chains(w->doc->arena, x->trace, chain_of(x, p), y->trace, chain_of(y, q));
    for (size_t i = 0; i < all.count; i++) {
        const DiffWhy *why = LOG_AT(&all, DiffWhy, i);
        doc_line(w->doc);
        doc_printf(w->doc, ROLE_DIM, _("  %.*s: "), STR_ARG(w->name[why->second]));
        doc_add(w->doc, ROLE_TEXT, explain_sentence(w->doc->arena, why->fact));
        if (why->line)
            doc_printf(w->doc, ROLE_DIM, _("  (line %u)"), why->line);
    }
}

static Role role_of(const Deed *d) {
    static const Role roles[] = {[DEED_VARIABLE] = ROLE_VARIABLE,
                                 [DEED_OP] = ROLE_OP,
                                 [DEED_SCOPE] = ROLE_SCOPE,
                                 [DEED_ERROR] = ROLE_ERROR,
                                 [DEED_OUTPUT] = ROLE_CODE};
    return roles[d->class];
}

/* One side of a pair; its type only where the types differ. */
static void put_side(Words *w, const Deeds *d, const Deed *p, Str other, bool typed) {
    const TraceNode *n = p ? deed_node(d->trace, p) : NULL;
    if (!p)
        doc_add(w->doc, ROLE_DIM, str_of(_("nothing of the kind")));
    else
        doc_add(w->doc, role_of(p), clause(d, p, other));
    if (n && typed)
        doc_printf(w->doc, ROLE_TYPE, "  %.*s", STR_ARG(type_of(d, n)));
}

static bool types_differ(const Deeds *x, const Deed *p, const Deeds *y, const Deed *q) {
    const TraceNode *n = p ? deed_node(x->trace, p) : NULL;
    const TraceNode *m = q ? deed_node(y->trace, q) : NULL;
    return n && m && !str_eq(type_of(x, n), type_of(y, m));
}

static void put_pair(Words *w, const Deeds *x, const Deed *p, const Deeds *y, const Deed *q) {
    bool typed = types_differ(x, p, y, q);
    if (p && q && !deeds_differ(x->trace, p, y->trace, q))
        return;
    doc_line(w->doc);
    doc_printf(w->doc, ROLE_CHANGED, _("%.*s: "), STR_ARG(w->name[0]));
    put_side(w, x, p, output_of(y, q), typed);
    doc_printf(w->doc, ROLE_CHANGED, _("  %.*s: "), STR_ARG(w->name[1]));
    put_side(w, y, q, output_of(x, p), typed);
    put_reasons(w, x, p, y, q);
}

/* Takes the first deed that was not told yet: of a class, or of any (DEED_CLASSES). */
static const Deed *take(Deeds *d, DeedClass class) {
    for (int i = 0; i < d->count; i++) {
        if (d->told[i] || (class != DEED_CLASSES && d->at[i].class != class))
            continue;
        d->told[i] = true;
        return &d->at[i];
    }
    return NULL;
}

static int left(const Deeds *d, DeedClass class) {
    int n = 0;
    for (int i = 0; i < d->count; i++)
        n += !d->told[i] && d->at[i].class == class;
    return n;
}

static void put_deeds(Words *w, Deeds *x, Deeds *y) {
    for (int c = 0; c < DEED_CLASSES; c++) {
        DeedClass class = (DeedClass)c;
        while (left(x, class) && left(y, class)) {
            const Deed *p = take(x, class);
            put_pair(w, x, p, y, take(y, class));
        }
    }
    for (bool more = true; more;) {
        const Deed *p = take(x, DEED_CLASSES), *q = take(y, DEED_CLASSES);
        more = p || q;
        if (more)
            put_pair(w, x, p, y, q);
    }
}

/* A step that only this run has. */
static void put_alone(Words *w) {
    const Trace *t = w->together->trace[w->here.second];
    doc_line(w->doc);
    doc_printf(w->doc, ROLE_CHANGED, _("Only %.*s: the step of line %u; %.*s waits."),
               STR_ARG(w->name[0]), trace_line(t, trace_step_at(t, w->here.step)->site),
               STR_ARG(w->name[1]));
}

/* Steps of the other run, from … to, that this one does not have: they ran meanwhile. */
static void put_skipped(Words *w, size_t from, size_t to) {
    Arena *a = w->doc->arena;
    const Trace *t = w->together->trace[!w->here.second];
    TogetherAt nowhere = {w->here.second, 0, 0}, end = {!w->here.second, to, trace_step_end(t, to)};
    if (from > to)
        return;
    doc_line(w->doc);
    uint32_t line = trace_line(t, trace_step_at(t, from)->site);
    if (from == to)
        doc_printf(w->doc, ROLE_CHANGED, _("Only %.*s, before this: its step %zu, line %u."),
                   STR_ARG(w->name[1]), to, line);
    else
        doc_printf(w->doc, ROLE_CHANGED,
                   _("Only %.*s, before this: its steps %zu to %zu, from line %u on."),
                   STR_ARG(w->name[1]), from, to, line);
    put_deeds(w, deeds_of(a, w->together, 0, nowhere), deeds_of(a, w->together, from - 1, end));
}

static void put_step(Words *w) {
    const Together *t = w->together;
    TogetherAt there = together_other(t, w->here), before = w->here;
    bool paired = together_paired(t, w->here.second, w->here.step);
    Arena *a = w->doc->arena;
    before.step--;
    before.moment = trace_step_end(t->trace[before.second], before.step);
    size_t from = paired && there.step ? there.step - 1 : there.step;
    if (!paired)
        put_alone(w);
    put_deeds(w, deeds_of(a, t, before.step, w->here), deeds_of(a, t, from, there));
    put_skipped(w, together_other(t, before).step + 1, from);
}

static void put_nothing(Words *w) {
    size_t count = together_count(w->together, w->here);
    size_t next = together_next(w->together, w->here);
    doc_line(w->doc);
    doc_add(w->doc, ROLE_TEXT, str_of(_("Nothing differs in this step.")));
    if (count)
        doc_printf(w->doc, ROLE_TEXT,
                   ngettext(" So far %zu thing differs.", " So far %zu things differ.", count),
                   count);
    if (next)
        doc_printf(w->doc, ROLE_TEXT, _(" The next difference comes at step %zu."), next);
}

Doc *together_words(Arena *a, const Together *t, TogetherAt here, TogetherNames names) {
    Words w = {.doc = doc_make(a), .together = t, .here = here};
    w.name[0] = names.here.len ? names.here : str_of(_("here"));
    w.name[1] = names.beside.len ? names.beside : str_of(_("beside"));
    if (here.step > 0 && here.step <= trace_steps(t->trace[here.second]))
        put_step(&w);
    if (w.doc->lines.count == 0)
        put_nothing(&w);
    if (t->by_number)
        doc_text(w.doc, ROLE_DIM,
                 str_of(_("The runs are too long to pair all steps by their lines: the rest goes "
                          "by number.")));
    return w.doc;
}
