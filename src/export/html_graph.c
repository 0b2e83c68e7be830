/* html_graph.c: the graph's side of a page: nodes, what became of them, variables, scopes. */
#include "export/html_inner.h"

static Str text_of(Name n) {
    return n ? name_str(n) : STR("");
}

static int64_t type_id(Html *h, const TraceOutput *o, Shape shape) {
    Arena *a = h->scratch;
    return texts_id(&h->texts, str_printf(a, "%.*s %.*s", STR_ARG(view_dtype(a, o)),
                                          STR_ARG(view_shape(a, shape))));
}

/* ---- nodes ---- */

enum { FLAG_VARIABLE = 1, FLAG_PART = 2 };

typedef struct Nodes {
    Column graph, kind, type, flags, step, line, value;
    Column shape; /* node, step, type …: what it was until the end of which step */
} Nodes;

/* Shapes that it had before, newest first, and the step within which each ended. */
static void add_shapes(Html *h, Nodes *n, const TraceNode *node) {
    const TraceOutput *o = node->outputs;
    for (const TraceShape *s = node->noutputs ? o->past : NULL; s; s = s->before) {
        column_add(&n->shape, node->index);
        column_add(&n->shape, (int64_t)html_step(h, s->until));
        column_add(&n->shape, type_id(h, o, s->shape));
    }
}

static void add_node(Html *h, Nodes *n, const TraceNode *node) {
    const Trace *t = h->e->trace;
    bool variable = view_is_variable(node);
    column_add(&n->graph, node->graph);
    column_add(&n->kind, texts_id(&h->texts, view_kind(node)));
    column_add(&n->type, node->noutputs ? type_id(h, node->outputs, node->outputs[0].shape) : 0);
    column_add(&n->flags, (variable ? FLAG_VARIABLE : 0) | (view_is_part(node) ? FLAG_PART : 0));
    column_add(&n->step, (int64_t)html_step(h, node->cause.moment));
    column_add(&n->line, trace_line(t, node->cause.site));
    const Tensor *value = variable ? NULL : node->constant;
    column_add(&n->value, value ? texts_id(&h->texts, view_value(h->scratch, value)) : 0);
    add_shapes(h, n, node);
    arena_reset(h->scratch);
}

static void put_nodes(Html *h) {
    const Trace *t = h->e->trace;
    Column c = column_make(h->e->arena);
    Nodes n = {c, c, c, c, c, c, c, c};
    json_key(h->j, "names");
    json_array(h->j);
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *node = *LOG_AT(&t->nodes, TraceNode *, i);
        json_str(h->j, name_str(node->name));
        add_node(h, &n, node);
    }
    json_end_array(h->j);
    column_put(&n.graph, h->j, "nodeGraph");
    column_put(&n.kind, h->j, "nodeKind");
    column_put(&n.type, h->j, "nodeType");
    column_put(&n.flags, h->j, "nodeFlags");
    column_put_rising(&n.step, h->j, "nodeStep");
    column_put(&n.line, h->j, "nodeLine");
    column_put(&n.value, h->j, "nodeValue");
    column_put(&n.shape, h->j, "shapes");
}

/* ---- variables ---- */

typedef struct Variables {
    Column node, line, trainable, key, shape, dtype;
    Column shared; /* variable, step, line … */
} Variables;

static void add_variable(Html *h, Variables *c, const TraceVariable *v) {
    const Trace *t = h->e->trace;
    TraceOutput o = {.dtype = v->dtype, .ref = !v->resource, .shape = v->shape};
    column_add(&c->node, v->node->index);
    column_add(&c->line, trace_line(t, v->cause.site));
    column_add(&c->trainable, v->trainable);
    column_add(&c->key, texts_id(&h->texts, text_of(v->key)));
    column_add(&c->shape, texts_id(&h->texts, view_shape(h->scratch, v->shape)));
    column_add(&c->dtype, texts_id(&h->texts, view_dtype(h->scratch, &o)));
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        column_add(&c->shared, v->index);
        column_add(&c->shared, (int64_t)html_step(h, s->cause.moment));
        column_add(&c->shared, trace_line(t, s->cause.site));
    }
}

/* variable, session, steps, values, of each variable that had one: [v, session, step, text …] */
static void put_held(Html *h, const TraceVariable *v) {
    int64_t before = 0;
    if (v->values.count == 0)
        return;
    json_array(h->j);
    json_int(h->j, v->index);
    for (size_t i = 0; i < v->values.count; i++) {
        const TraceVariableValue *value = LOG_AT(&v->values, TraceVariableValue, i);
        int64_t step = (int64_t)html_step(h, value->moment);
        json_int(h->j, value->session);
        json_int(h->j, step - before);
        json_int(h->j, texts_id(&h->texts, view_value(h->scratch, value->value)));
        before = step;
        arena_reset(h->scratch);
    }
    json_end_array(h->j);
}

static void put_variables(Html *h) {
    const Trace *t = h->e->trace;
    Column c = column_make(h->e->arena);
    Variables v = {c, c, c, c, c, c, c};
    for (size_t i = 0; i < t->variables.count; i++)
        add_variable(h, &v, *LOG_AT(&t->variables, TraceVariable *, i));
    arena_reset(h->scratch);
    column_put_rising(&v.node, h->j, "variableNode");
    column_put(&v.line, h->j, "variableLine");
    column_put(&v.trainable, h->j, "trainable");
    column_put(&v.key, h->j, "keyText");
    column_put(&v.shape, h->j, "shapeText");
    column_put(&v.dtype, h->j, "dtypeText");
    column_put(&v.shared, h->j, "shared");
    json_key(h->j, "held");
    json_array(h->j);
    for (size_t i = 0; i < t->variables.count; i++)
        put_held(h, *LOG_AT(&t->variables, TraceVariable *, i));
    json_end_array(h->j);
}

/* ---- scopes ---- */

/* Where the flag comes from, as the player says it. */
static int origin_of(const TraceScope *s) {
    if (s->reuse_rule == RULE_REUSE_INHERITED && s->reuse_from)
        return 1;
    if (s->reuse_rule == RULE_REUSE_FROM_OBJECT)
        return 2;
    return s->reuse_rule == RULE_REUSE_GIVEN ? 3 : 0;
}

static void put_defaults(Html *h, const ScopeDefaults *d) {
    json_int(h->j, texts_id(&h->texts, d->dtype_from ? d->dtype : STR("")));
    json_int(h->j, texts_id(&h->texts, html_cut(h->scratch, d->initializer)));
}

/* [kind, op scope, prefix, reuse, origin, scope that reuse comes from + 1, step and line of
 * reuse_variables(), line, parent + 1, dtype, initializer], then step, dtype and initializer that
 * were set, newest first */
static void put_scope(Html *h, const TraceScope *s) {
    const Trace *t = h->e->trace;
    bool on = s->reuse_on < t->events.count;
    uint32_t site = on ? LOG_AT(&t->events, Event, s->reuse_on)->site : SITE_NONE;
    json_array(h->j);
    json_int(h->j, s->kind);
    json_int(h->j, texts_id(&h->texts, text_of(s->op_scope)));
    json_int(h->j, texts_id(&h->texts, text_of(s->prefix)));
    json_int(h->j, s->reuse);
    json_int(h->j, origin_of(s));
    json_int(h->j, s->reuse_from ? s->reuse_from->index + 1 : 0);
    json_int(h->j, on ? (int64_t)html_step(h, s->reuse_on) : 0);
    json_int(h->j, trace_line(t, site));
    json_int(h->j, s->kind == SCOPE_ROOT ? 0 : trace_line(t, s->cause.site));
    json_int(h->j, s->parent ? s->parent->index + 1 : 0);
    put_defaults(h, &s->defaults);
    for (const TraceDefaults *d = s->set; d; d = d->before) {
        json_int(h->j, (int64_t)html_step(h, d->since));
        put_defaults(h, &d->defaults);
    }
    json_end_array(h->j);
}

static void put_errors(Html *h) {
    const Trace *t = h->e->trace;
    json_key(h->j, "errors");
    json_array(h->j);
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        json_int(h->j, (int64_t)html_step(h, e->cause.moment));
        json_int(h->j, texts_id(&h->texts, text_of(e->subject)));
        Str text = str_printf(h->scratch, "%s: %.*s", e->type->text, STR_ARG(e->message));
        json_int(h->j, texts_id(&h->texts, html_cut(h->scratch, text)));
    }
    json_end_array(h->j);
}

void html_put_graph(Html *h) {
    const Trace *t = h->e->trace;
    put_nodes(h);
    put_variables(h);
    json_key(h->j, "scopes");
    json_array(h->j);
    for (size_t i = 0; i < t->scopes.count; i++)
        put_scope(h, *LOG_AT(&t->scopes, TraceScope *, i));
    json_end_array(h->j);
    put_errors(h);
    arena_reset(h->scratch);
}
