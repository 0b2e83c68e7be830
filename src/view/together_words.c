/* together_words.c: what differs at a step of two runs, in words.
 *
 * What a step did is a list of deeds: a variable made or shared, an op, a scope, an error, a line
 * of output. The deeds of the two steps are paired in order, kind by kind; what is left over is
 * paired whatever it is ("here: shares v; beside: is refused"). A pair that reads the same is no
 * difference. Reasons are those that only one of the two has. */
#include "base/text.h"
#include "view/together_inner.h"

enum { DEEDS_MOST = 100, TEXT_MOST = 200 };

typedef enum DeedClass { DEED_VARIABLE, DEED_OP, DEED_SCOPE, DEED_ERROR, DEED_OUTPUT } DeedClass;

typedef struct Deed {
    DeedClass class;
    const TraceNode *node; /* of a variable or op */
    Str text;              /* what it did, as a clause */
    Chain why;
    bool told;
} Deed;

/* What a run did at its step. */
typedef struct Deeds {
    const Trace *trace;
    const Why *why;
    Arena *arena;
    Deed at[DEEDS_MOST];
    int count;
} Deeds;

/* ---- deeds ---- */

static Deed *add(Deeds *d, DeedClass class, const TraceNode *n, Str text) {
    Deed *deed = &d->at[d->count++];
    *deed = (Deed){.class = class, .node = n, .text = text};
    return deed;
}

/* "  int32 (2,)" of the first output. */
static Str type_of(const Deeds *d, const TraceNode *n) {
    if (n->noutputs == 0)
        return STR("");
    return str_printf(d->arena, "%.*s %.*s", STR_ARG(view_dtype(d->arena, &n->outputs[0])),
                      STR_ARG(view_shape(d->arena, n->outputs[0].shape)));
}

static Str variable_text(const Deeds *d, const TraceNode *n, const char *format) {
    return str_printf(d->arena, format, n->name->text, STR_ARG(type_of(d, n)));
}

static void add_node(Deeds *d, const TraceNode *n) {
    if (!together_counts(n))
        return;
    if (n->variable) {
        Deed *deed =
            add(d, DEED_VARIABLE, n, variable_text(d, n, _("makes the variable %s:0  %.*s")));
        deed->why = why_variable(d->why, n->variable);
        return;
    }
    Str text = str_printf(d->arena, _("makes the op %s  %s %.*s"), n->name->text, n->op->text,
                          STR_ARG(type_of(d, n)));
    add(d, DEED_OP, n, text)->why = why_node(d->why, n);
}

static void add_share(Deeds *d, const TraceShare *s) {
    Str text = variable_text(d, s->variable->node, _("shares the variable %s:0  %.*s"));
    add(d, DEED_VARIABLE, s->variable->node, text)->why = why_share(d->why, s);
}

static const char *reuse_text(Reuse reuse) {
    return reuse == REUSE_TRUE ? "True" : reuse == REUSE_AUTO ? "AUTO_REUSE" : "False";
}

static void add_scope(Deeds *d, const TraceScope *s) {
    Str text = s->kind == SCOPE_VARIABLE
                   ? str_printf(d->arena, _("enters %s/, variables below \"%s\", reuse %s"),
                                s->op_scope->text, s->prefix->text, reuse_text(s->reuse))
                   : str_printf(d->arena, _("enters %s/, variables below \"%s\""),
                                s->op_scope->text, s->prefix->text);
    add(d, DEED_SCOPE, NULL, text)->why = why_scope(d->why, s);
}

static Str first_line(Str text) {
    size_t i = 0;
    while (i < text.len && i < TEXT_MOST && text.at[i] != '\n')
        i++;
    while (i < text.len && ((unsigned char)text.at[i] & 0xc0) == 0x80)
        i--;
    return str_sub(text, 0, i);
}

static void add_error(Deeds *d, const TraceError *e) {
    Str text =
        str_printf(d->arena, _("raises %s: %.*s"), e->type->text, STR_ARG(first_line(e->message)));
    add(d, DEED_ERROR, NULL, text)->why = why_error(d->why, e);
}

static void add_output(Deeds *d, const TraceOutputPiece *p) {
    Str line = first_line(p->text);
    if (line.len)
        add(d, DEED_OUTPUT, NULL, str_printf(d->arena, _("prints %.*s"), STR_ARG(line)));
}

static void add_event(Deeds *d, const Event *e) {
    const Trace *t = d->trace;
    switch ((EventKind)e->kind) {
    case EVENT_NODE: add_node(d, *LOG_AT(&t->nodes, TraceNode *, e->arg)); break;
    case EVENT_SHARE: add_share(d, *LOG_AT(&t->shares, TraceShare *, e->arg)); break;
    case EVENT_ENTER: add_scope(d, *LOG_AT(&t->scopes, TraceScope *, e->arg)); break;
    case EVENT_RAISE: add_error(d, *LOG_AT(&t->errors, TraceError *, e->arg)); break;
    case EVENT_OUTPUT: add_output(d, LOG_AT(&t->output, TraceOutputPiece, e->arg)); break;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_VARIABLE:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
}

static Deeds *deeds_of(Arena *a, const Together *t, TogetherAt at) {
    Deeds *d = ARENA_NEW(a, Deeds);
    *d = (Deeds){.trace = t->trace[at.second], .why = t->why[at.second], .arena = a};
    Moment from = at.step ? trace_step_end(d->trace, at.step - 1) : 0;
    for (Moment m = from; at.step && m < at.moment && d->count < DEEDS_MOST; m++)
        add_event(d, LOG_AT(&d->trace->events, Event, m));
    return d;
}

/* ---- sentences ---- */

/* The report of one step. */
typedef struct Words {
    Doc *doc;
    const Together *together;
    TogetherAt here;
} Words;

static void put_reasons(Words *w, const Deeds *x, const Deed *p, const Deeds *y, const Deed *q) {
    Log all = diff_chains(w->doc->arena, x->trace, p ? p->why : (Chain){0}, y->trace,
                          q ? q->why : (Chain){0});
    for (size_t i = 0; i < all.count; i++) {
        const DiffWhy *why = LOG_AT(&all, DiffWhy, i);
        doc_line(w->doc);
        doc_add(w->doc, ROLE_DIM, str_of(why->second ? _("  beside: ") : _("  here: ")));
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

static void put_side(Words *w, const char *label, const Deed *d) {
    doc_add(w->doc, ROLE_CHANGED, str_of(label));
    doc_add(w->doc, d ? role_of(d) : ROLE_DIM, d ? d->text : str_of(_("nothing")));
}

static void put_pair(Words *w, const Deeds *x, Deed *p, const Deeds *y, Deed *q) {
    if (p)
        p->told = true;
    if (q)
        q->told = true;
    if (p && q && str_eq(p->text, q->text))
        return;
    doc_line(w->doc);
    put_side(w, _("Here: "), p);
    put_side(w, _("  Beside: "), q);
    put_reasons(w, x, p, y, q);
}

/* The first deed that was not told yet: of a class, or of any (-1). */
static Deed *next_of(Deeds *d, int class) {
    for (int i = 0; i < d->count; i++)
        if (!d->at[i].told && (class < 0 || (int)d->at[i].class == class))
            return &d->at[i];
    return NULL;
}

static void put_deeds(Words *w, Deeds *x, Deeds *y) {
    for (int class = DEED_VARIABLE; class <= DEED_OUTPUT; class ++) {
        Deed *p = next_of(x, class), *q = next_of(y, class);
        for (; p && q; p = next_of(x, class), q = next_of(y, class))
            put_pair(w, x, p, y, q);
    }
    Deed *p = next_of(x, -1), *q = next_of(y, -1);
    for (; p || q; p = next_of(x, -1), q = next_of(y, -1))
        put_pair(w, x, p, y, q);
}

/* A step that only this run has. */
static void put_alone(Words *w) {
    const Trace *t = w->together->trace[w->here.second];
    doc_line(w->doc);
    doc_printf(w->doc, ROLE_CHANGED, _("Only here: the step of line %u; beside waits."),
               trace_line(t, trace_step_at(t, w->here.step)->site));
}

static void put_nothing(Words *w) {
    size_t count = together_count(w->together, w->here);
    size_t next = together_next(w->together, w->here);
    doc_line(w->doc);
    doc_add(w->doc, ROLE_TEXT, str_of(_("Nothing differs in this step.")));
    if (count)
        doc_printf(w->doc, ROLE_TEXT, _(" So far %zu things differ."), count);
    if (next)
        doc_printf(w->doc, ROLE_TEXT, _(" The next difference comes at step %zu."), next);
}

Doc *together_words(Arena *a, const Together *t, TogetherAt here) {
    Words w = {.doc = doc_make(a), .together = t, .here = here};
    TogetherAt there = together_other(t, here);
    bool paired = here.step && together_paired(t, here.second, here.step);
    if (here.step && !paired)
        put_alone(&w);
    Deeds *x = deeds_of(a, t, here);
    Deeds *y = paired ? deeds_of(a, t, there) : ARENA_NEW(a, Deeds);
    y->trace = t->trace[!here.second];
    put_deeds(&w, x, y);
    if (w.doc->lines.count == 0)
        put_nothing(&w);
    if (t->by_number)
        doc_text(w.doc, ROLE_DIM,
                 str_of(_("The runs are too long to pair all steps by their "
                          "lines: the rest goes by number.")));
    return w.doc;
}
