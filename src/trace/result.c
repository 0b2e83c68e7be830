/* result.c: the short result of a run as JSON: what it printed, its graph and variables. */
#include "base/json.h"
#include "trace/form.h"

static void put_name(JsonWriter *j, const char *key, Name n) {
    json_key(j, key);
    if (n)
        json_str(j, name_str(n));
    else
        json_null(j);
}

static void put_int(JsonWriter *j, const char *key, int64_t i) {
    json_key(j, key);
    json_int(j, i);
}

static void put_bool(JsonWriter *j, const char *key, bool b) {
    json_key(j, key);
    json_bool(j, b);
}

static void put_text(JsonWriter *j, const char *key, Str s) {
    json_key(j, key);
    json_str(j, s);
}

static void put_shape(JsonWriter *j, Shape s) {
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        json_null(j);
        return;
    }
    json_array(j);
    for (int i = 0; i < s.rank; i++)
        if (s.dims[i] == DIM_UNKNOWN)
            json_null(j);
        else
            json_int(j, s.dims[i]);
    json_end_array(j);
}

/* "a" for output 0, "a:1" for another. */
static void put_input(JsonWriter *j, Arena *a, TraceInput in) {
    if (in.output == 0)
        json_str(j, name_str(in.node->name));
    else
        json_str(j, str_printf(a, "%s:%u", in.node->name->text, in.output));
}

static void put_inputs(JsonWriter *j, Arena *a, const TraceNode *n) {
    json_key(j, "inputs");
    json_array(j);
    for (uint32_t i = 0; i < n->ninputs; i++)
        put_input(j, a, n->inputs[i]);
    for (uint32_t i = 0; i < n->ncontrols; i++)
        json_str(j, str_printf(a, "^%s", n->controls[i]->name->text));
    json_end_array(j);
}

static void put_outputs(JsonWriter *j, Arena *a, const TraceNode *n) {
    json_key(j, "dtypes");
    json_array(j);
    for (uint32_t i = 0; i < n->noutputs; i++) {
        const TraceOutput *o = &n->outputs[i];
        json_str(j, str_printf(a, "%s%s", dtype_name(o->dtype), o->ref ? "_ref" : ""));
    }
    json_end_array(j);
    json_key(j, "shapes");
    json_array(j);
    for (uint32_t i = 0; i < n->noutputs; i++)
        put_shape(j, n->outputs[i].shape);
    json_end_array(j);
}

static void put_node(JsonWriter *j, Arena *a, const TraceNode *n) {
    put_name(j, "name", n->name);
    put_name(j, "op", n->op);
    put_inputs(j, a, n);
    put_outputs(j, a, n);
}

static void put_variable(JsonWriter *j, Arena *a, const TraceVariable *v) {
    put_text(j, "name", str_printf(a, "%s:0", v->node->name->text));
    json_key(j, "shape");
    put_shape(j, v->shape);
    put_text(j, "dtype", str_of(dtype_name(v->dtype)));
    put_bool(j, "trainable", v->trainable);
}

/* ---- the result ---- */

static void put_stdout(JsonWriter *j, Arena *a, const Trace *t) {
    Sink text = sink_memory(a);
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(&text, p->text);
    }
    put_text(j, "stdout", sink_str(&text));
}

static void put_result_error(JsonWriter *j, const Trace *t) {
    json_key(j, "error");
    if (t->end != END_RAISED || t->errors.count == 0) {
        json_null(j);
        return;
    }
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
    json_object(j);
    put_name(j, "type", e->type);
    put_text(j, "message", e->message);
    put_int(j, "line", trace_line(t, e->cause.site));
    json_end_object(j);
}

/* The variables of a collection, as objects or only as names. */
static void put_collection(JsonWriter *j, Arena *a, const TraceGraph *g, const char *key,
                           bool whole) {
    for (size_t i = 0; i < g->collections.count; i++) {
        const TraceCollected *c = LOG_AT(&g->collections, TraceCollected, i);
        if (!c->variable || !str_is(name_str(c->key), key))
            continue;
        if (!whole) {
            json_str(j, str_printf(a, "%s:0", c->variable->node->name->text));
            continue;
        }
        json_object(j);
        put_variable(j, a, c->variable);
        json_end_object(j);
    }
}

static void put_graph(JsonWriter *j, Arena *a, const TraceGraph *g) {
    json_key(j, "nodes");
    json_array(j);
    for (size_t i = 0; g && i < g->nodes.count; i++) {
        json_object(j);
        put_node(j, a, *LOG_AT(&g->nodes, TraceNode *, i));
        json_end_object(j);
    }
    json_end_array(j);
    static const struct {
        const char *key, *collection;
        bool whole;
    } lists[] = {
        {"variables", "variables", true},
        {"local_variables", "local_variables", true},
        {"trainable", "trainable_variables", false},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        json_key(j, lists[i].key);
        json_array(j);
        if (g)
            put_collection(j, a, g, lists[i].collection, lists[i].whole);
        json_end_array(j);
    }
}

void trace_result_json(const Trace *t, Sink *out) {
    JsonWriter j = json_to(out);
    Arena *scratch = arena_new(0);
    json_object(&j);
    put_text(&j, "tf", t->tf);
    put_stdout(&j, scratch, t);
    put_result_error(&j, t);
    const TraceGraph *g = t->default_graph < t->graphs.count
                              ? *LOG_AT(&t->graphs, TraceGraph *, t->default_graph)
                              : NULL;
    put_graph(&j, scratch, g);
    put_text(&j, "end", str_of(trace_ends[t->end]));
    if (t->end == END_BUDGET)
        put_text(&j, "budget", str_of(trace_budgets[t->budget]));
    json_end_object(&j);
    sink_char(out, '\n');
    arena_free(scratch);
}
