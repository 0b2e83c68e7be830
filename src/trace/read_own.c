/* read_own.c: members of records that are more than a value. */
#include "trace/read_inner.h"

#include "base/text.h"

/* ---- fields of their own ---- */

static bool read_source(Reader *r, const Json *j, TraceModule *m) {
    Str file, text;
    const Json *spans = read_list_of(r, j, "spans");
    if (!spans || !read_text(r, json_get(j, "file"), &file) ||
        !read_text(r, json_get(j, "source"), &text))
        return false;
    m->source = source_make(r->arena, file, text);
    m->nsites = (uint32_t)(read_count(spans) / 2);
    if (m->first_site > SITE_UNKNOWN || m->nsites > SITE_UNKNOWN - m->first_site)
        return read_fail(r, _("a whole number that can be right is missing"));
    Span *at = ARENA_ARRAY(r->arena, m->nsites, Span);
    const Json *e = spans->child;
    for (uint32_t i = 0; i < m->nsites; i++, e = e->next->next) {
        double most = (double)m->source->text.len;
        if (!read_u32(r, e, most, &at[i].start) || !read_u32(r, e->next, most, &at[i].end))
            return false;
        if (at[i].end < at[i].start)
            return read_fail(r, _("a place ends before it begins"));
    }
    m->spans = at;
    return true;
}

static bool read_node_at(Reader *r, const Json *j, const TraceNode **n) {
    uint32_t index = 0;
    if (!read_index(r, j, FORM_NODE, &index))
        return false;
    *n = *LOG_AT(&r->trace->nodes, TraceNode *, index);
    return true;
}

static bool read_inputs(Reader *r, const Json *j, TraceNode *n) {
    const Json *inputs = read_list_of(r, j, "inputs"), *controls = read_list_of(r, j, "controls");
    if (!inputs || !controls)
        return false;
    n->ninputs = (uint32_t)(read_count(inputs) / 2);
    n->ncontrols = (uint32_t)read_count(controls);
    n->inputs = ARENA_ARRAY(r->arena, n->ninputs, TraceInput);
    n->controls = ARENA_ARRAY(r->arena, n->ncontrols, const TraceNode *);
    const Json *e = inputs->child, *c = controls->child;
    for (uint32_t i = 0; i < n->ninputs; i++, e = e->next->next)
        if (!read_node_at(r, e, &n->inputs[i].node) ||
            !read_u32(r, e->next, UINT32_MAX - 1, &n->inputs[i].output))
            return false;
    for (uint32_t i = 0; i < n->ncontrols; i++, c = c->next)
        if (!read_node_at(r, c, &n->controls[i]))
            return false;
    return true;
}

/* Newest first: each held until a later moment than the one before it. */
static bool read_past_shapes(Reader *r, const Json *list, TraceOutput *o) {
    const TraceShape **tail = &o->past;
    Moment before = MOMENT_END;
    for (const Json *e = list ? list->child : NULL; e && e->next; e = e->next->next) {
        TraceShape *p = ARENA_NEW(r->arena, TraceShape);
        if (!read_moment(r, e, &p->until) || !read_shape(r, e->next, &p->shape))
            return false;
        if (p->until >= before)
            return read_fail(r, _("the moments are not in order"));
        before = p->until;
        *tail = p;
        tail = &p->before;
    }
    return true;
}

static bool read_output(Reader *r, const Json *j, TraceOutput *o) {
    o->ref = json_get_bool(j, "ref", false);
    return read_dtype(r, json_get(j, "dtype"), &o->dtype) &&
           read_shape(r, json_get(j, "shape"), &o->shape) &&
           read_past_shapes(r, json_get(j, "past"), o);
}

static bool read_outputs(Reader *r, const Json *j, TraceNode *n) {
    const Json *list = read_list_of(r, j, "outputs");
    uint32_t i = 0;
    n->noutputs = (uint32_t)read_count(list);
    n->outputs = ARENA_ARRAY(r->arena, n->noutputs, TraceOutput);
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        if (!read_output(r, e, &n->outputs[i++]))
            return false;
    return list != NULL;
}

static const Field a_scope = {NULL, FIELD_REF, FORM_SCOPE, 0, false};

static bool read_default(Reader *r, const Json *j, ScopeDefaults *d, Moment *since) {
    const void *dtype_from, *initializer_from;
    if (!read_when(r, json_get(j, "since"), since) ||
        !read_text(r, json_get(j, "dtype"), &d->dtype) ||
        !read_text(r, json_get(j, "initializer"), &d->initializer) ||
        !read_when(r, json_get(j, "dtype_set"), &d->dtype_set) ||
        !read_when(r, json_get(j, "initializer_set"), &d->initializer_set) ||
        !read_ref(r, json_get(j, "dtype_from"), &a_scope, &dtype_from) ||
        !read_ref(r, json_get(j, "initializer_from"), &a_scope, &initializer_from))
        return false;
    d->dtype_from = dtype_from;
    d->initializer_from = initializer_from;
    return true;
}

static bool read_defaults(Reader *r, const Json *j, TraceScope *s) {
    const Json *list = read_list_of(r, j, "defaults");
    const TraceDefaults **tail = &s->set;
    Moment since;
    if (!list || !read_default(r, list->child, &s->defaults, &since))
        return false;
    for (const Json *e = list->child->next; e; e = e->next) {
        TraceDefaults *d = ARENA_NEW(r->arena, TraceDefaults);
        if (!read_default(r, e, &d->defaults, &d->since))
            return false;
        *tail = d;
        tail = &d->before;
    }
    return true;
}

static bool read_fetch(Reader *r, const Json *e, TraceInput *f) {
    f->output = UINT32_MAX;
    if (e->kind != JSON_NULL && !read_node_at(r, e, &f->node))
        return false;
    return e->next->kind == JSON_NULL || read_u32(r, e->next, UINT32_MAX - 1, &f->output);
}

static bool read_fetches(Reader *r, const Json *j, TraceRun *run) {
    const Json *list = read_list_of(r, j, "fetches"), *values = read_list_of(r, j, "values");
    run->nfetches = (uint32_t)(read_count(list) / 2);
    if (!list || !values || read_count(values) != run->nfetches || read_count(list) % 2)
        return read_fail(r, _("a list is missing"));
    run->fetches = ARENA_ARRAY(r->arena, run->nfetches, TraceInput);
    run->values = ARENA_ARRAY(r->arena, run->nfetches, const Tensor *);
    const Json *e = list->child, *v = values->child;
    for (uint32_t i = 0; i < run->nfetches; i++, e = e->next->next, v = v->next)
        if (!read_fetch(r, e, &run->fetches[i]) || !read_tensor(r, v, false, &run->values[i]))
            return false;
    return true;
}

bool read_own(Reader *r, OwnField own, const Json *j, void *record) {
    switch (own) {
    case OWN_SOURCE: return read_source(r, j, record);
    case OWN_CELLS: return read_cells(r, j, record);
    case OWN_INPUTS: return read_inputs(r, j, record);
    case OWN_OUTPUTS: return read_outputs(r, j, record);
    case OWN_DEFAULTS: return read_defaults(r, j, record);
    case OWN_FETCHES: return read_fetches(r, j, record);
    }
    return false;
}
