/* session.c: sessions and their runs (section 6.3). */
#include "graph/session.h"

#include "graph/compute.h"

Session *session_make(Engine *e, Graph *g) {
    Session *s = ARENA_NEW(e->arena, Session);
    s->graph = g;
    s->index = e->nsessions++;
    s->values = map_make(e->arena);
    s->randoms = map_make(e->arena);
    s->counts = map_make(e->arena);
    return s;
}

/* ---- the second line of an error ---- */

static void put_attr(Sink *out, const Attr *a, Arena *scratch) {
    switch (a->kind) {
    case ATTR_INT: sink_printf(out, "%lld", (long long)a->i); break;
    case ATTR_FLOAT: sink_printf(out, "%g", a->f); break;
    case ATTR_BOOL: sink_z(out, a->b ? "true" : "false"); break;
    case ATTR_STR: sink_printf(out, "\"%.*s\"", STR_ARG(a->s)); break;
    case ATTR_TYPE: sink_z(out, dtype_proto_name(a->type)); break;
    case ATTR_SHAPE: sink_put(out, shape_cpp_str(scratch, a->shape)); break;
    case ATTR_TENSOR:
        sink_printf(out, "Tensor<type: %s shape: %.*s values: ...>",
                    dtype_cpp_name(a->tensor->dtype),
                    STR_ARG(shape_cpp_str(scratch, a->tensor->shape)));
        break;
    case ATTR_INTS:
    case ATTR_STRS: sink_z(out, "[...]"); break;
    }
}

/* w/read = Identity[T=DT_FLOAT](w) */
static void put_node(Sink *out, const Node *n, Arena *scratch) {
    sink_printf(out, "%s = %s[", n->record.name->text, n->def->name);
    for (uint32_t i = 0; i < n->nattrs; i++) {
        sink_printf(out, "%s%s=", i > 0 ? ", " : "", n->attrs[i].name);
        put_attr(out, &n->attrs[i], scratch);
    }
    sink_z(out, "](");
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const Output *o = n->inputs[i];
        sink_printf(out, "%s%s", i > 0 ? ", " : "", o->node->record.name->text);
        if (o->index > 0) {
            sink_printf(out, ":%u", o->index);
        }
    }
    sink_char(out, ')');
}

bool run_fail(Execution *x, FaultKind kind, Str first_line, const Node *n) {
    Engine *e = x->e;
    Sink out = sink_memory(e->arena);
    sink_put(&out, first_line);
    if (engine_has(e, CHANGE_RUNTIME_ERROR_BRACES)) {
        sink_printf(&out, "\n\t [[{{node %s}}]]", n->record.name->text);
    } else {
        sink_z(&out, engine_has(e, CHANGE_RUNTIME_ERROR_BARE) ? "\n\t [[" : "\n\t [[Node: ");
        put_node(&out, n, e->scratch);
        sink_z(&out, "]]");
    }
    engine_fail(e, kind, "%.*s", STR_ARG(sink_str(&out)));
    e->fault.node = n;
    return false;
}

/* ---- a run ---- */

static Execution execution_make(Engine *e, Session *s) {
    Execution x = {.e = e, .session = s};
    size_t n = s->graph->order.count + 1;
    x.slots = ARENA_ARRAY(e->scratch, n, Slot *);
    x.dead = ARENA_ARRAY(e->scratch, n, bool);
    x.state = ARENA_ARRAY(e->scratch, n, uint8_t);
    x.order = log_make(e->scratch, sizeof(RunStep));
    x.loops = map_make(e->scratch);
    return x;
}

static void feed_all(Execution *x, const Feed *feeds, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        Slot *s = &execution_slots(x, feeds[i].output->node)[feeds[i].output->index];
        *s = (Slot){.value = feeds[i].value, .fed = true, .lasting = !feeds[i].passing};
    }
}

static TraceRun *record_run(Execution *x, const Fetch *fetches, uint32_t n) {
    TraceRun *run = trace_run(x->e->trace, x->session->index, n);
    for (uint32_t i = 0; i < n; i++) {
        const Output *o = fetches[i].output;
        const Node *node = o ? o->node : fetches[i].node;
        run->fetches[i] = (TraceInput){&node->record, o ? o->index : UINT32_MAX};
    }
    return run;
}

static bool refuse_dead(Execution *x, const Fetch *f, uint32_t i) {
    Str line = str_printf(x->e->arena, "Retval[%u] does not have value", i);
    return run_fail(x, FAULT_INVALID_ARGUMENT, line, f->output->node);
}

static bool fetch_value(Execution *x, const Fetch *f, uint32_t i, const Tensor **value) {
    bool lasting;
    const Tensor *t;
    const Slot *s = &x->slots[f->output->node->record.id][f->output->index];
    if (!slot_read(x, f->output->node, s, &t, &lasting)) {
        return false;
    }
    if (!t) {
        return refuse_dead(x, f, i);
    }
    /* The content of a large value of a variable gives way to newer ones. */
    bool stays = lasting && t->count <= TRACE_KEPT_ELEMENTS;
    *value = stays ? t : tensor_keep(x->e->arena, t);
    return true;
}

static bool fetch_all(Execution *x, const Fetch *fetches, uint32_t n, const Tensor **values) {
    for (uint32_t i = 0; i < n; i++) {
        values[i] = NULL;
        if (fetches[i].output && !fetch_value(x, &fetches[i], i, &values[i])) {
            return false;
        }
    }
    return true;
}

bool steps_run(Execution *x, const Log *steps) {
    for (size_t i = 0; i < steps->count; i++) {
        const RunStep *step = LOG_AT(steps, RunStep, i);
        if (!(step->loop ? loop_run(x, step->loop) : node_run(x, step->node))) {
            return false;
        }
    }
    return true;
}

static bool run_in(Execution *x, TraceRun *run, const Fetch *fetches, uint32_t n, const Feed *feeds,
                   uint32_t nfeeds, const Tensor **values) {
    feed_all(x, feeds, nfeeds);
    if (!plan_make(x, fetches, n) || !steps_run(x, &x->order) ||
        !fetch_all(x, fetches, n, values)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        run->values[i] = values[i];
    }
    return true;
}

/* TensorArrays end with the run that made them; they are forgotten when no run is left. */
static void forget_resources(Engine *e) {
    if (e->running == 0 && e->resources) {
        arena_reset(e->resources);
        e->arrays = (Log){0};
    }
}

bool session_run(Engine *e, Session *s, const Fetch *fetches, uint32_t n, const Feed *feeds,
                 uint32_t nfeeds, const Tensor **values) {
    if (s->closed) {
        return engine_fail(e, FAULT_RUNTIME, "Attempted to use a closed Session.");
    }
    if (s->graph->order.count == 0) {
        return engine_fail(
            e, FAULT_RUNTIME,
            "The Session graph is empty.  Add operations to the graph before calling run().");
    }
    if (s->graph->broken.len > 0) {
        return engine_fail(e, FAULT_INVALID_ARGUMENT, "%.*s", STR_ARG(s->graph->broken));
    }
    ArenaMark mark = arena_mark(e->scratch);
    Execution x = execution_make(e, s);
    if (e->running++ == 0)
        e->run_began = trace_now(e->trace);
    bool ok = run_in(&x, record_run(&x, fetches, n), fetches, n, feeds, nfeeds, values);
    e->running--;
    forget_resources(e);
    arena_release(e->scratch, mark);
    return ok;
}
