/* json.c: a trace as JSON: the short result of a run, and the whole. docs/TRACE.md has the schema.
 */
#include "base/json.h"

#include "trace/trace.h"

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

static const char *const end_names[] = {"done", "raised", "exit", "refused", "budget"};
static const char *const budget_names[] = {"steps", "memory", "depth", "output", "tensor", "interrupt"};

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
    put_text(&j, "end", str_of(end_names[t->end]));
    if (t->end == END_BUDGET)
        put_text(&j, "budget", str_of(budget_names[t->budget]));
    json_end_object(&j);
    sink_char(out, '\n');
    arena_free(scratch);
}

/* ---- the whole ---- */

typedef struct Writer {
    JsonWriter j;
    Arena *scratch; /* emptied after every record */
    const Trace *t;
} Writer;

static void put_cause(Writer *w, Cause c) {
    put_int(&w->j, "moment", c.moment);
    if (c.site != SITE_NONE)
        put_int(&w->j, "site", c.site);
    if (c.frame != FRAME_NONE)
        put_int(&w->j, "frame", c.frame);
}

static void put_index(Writer *w, const char *key, const TraceScope *s) {
    if (s)
        put_int(&w->j, key, s->index);
}

static void write_module(Writer *w, const void *record) {
    const TraceModule *m = record;
    put_name(&w->j, "name", m->name);
    put_text(&w->j, "file", m->source->name);
    put_text(&w->j, "source", m->source->text);
    put_int(&w->j, "first_site", m->first_site);
    json_key(&w->j, "spans");
    json_array(&w->j);
    for (uint32_t i = 0; i < m->nsites; i++) {
        json_int(&w->j, m->spans[i].start);
        json_int(&w->j, m->spans[i].end);
    }
    json_end_array(&w->j);
}

static void write_node(Writer *w, const void *record) {
    const TraceNode *n = record;
    JsonWriter *j = &w->j;
    put_node(j, w->scratch, n);
    put_int(j, "graph", n->graph);
    put_name(j, "device", n->device);
    put_name(j, "asked", n->naming.asked);
    put_int(j, "suffix", n->naming.suffix);
    put_bool(j, "given", n->naming.given);
    put_bool(j, "absolute", n->naming.absolute);
    put_bool(j, "library", n->naming.library);
    put_index(w, "scope", n->scope);
    if (n->variable)
        put_int(j, "variable", n->variable->index);
    put_cause(w, n->cause);
}

static void write_values(Writer *w, const TraceVariable *v) {
    json_key(&w->j, "values");
    json_array(&w->j);
    for (size_t i = 0; i < v->values.count; i++) {
        const TraceVariableValue *value = LOG_AT(&v->values, TraceVariableValue, i);
        json_object(&w->j);
        put_int(&w->j, "moment", value->moment);
        put_int(&w->j, "session", value->session);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void write_variable(Writer *w, const void *record) {
    const TraceVariable *v = record;
    put_variable(&w->j, w->scratch, v);
    put_int(&w->j, "graph", v->graph);
    put_int(&w->j, "node", v->node->index);
    put_name(&w->j, "key", v->key);
    put_text(&w->j, "maker",
             v->maker == MADE_BY_VARIABLE ? STR("tf.Variable") : STR("tf.get_variable"));
    put_bool(&w->j, "resource", v->resource);
    put_index(w, "scope", v->scope);
    write_values(w, v);
    put_cause(w, v->cause);
}

static void write_share(Writer *w, const void *record) {
    const TraceShare *s = record;
    put_int(&w->j, "variable", s->variable->index);
    put_index(w, "scope", s->scope);
    put_cause(w, s->cause);
}

static void write_scope(Writer *w, const void *record) {
    const TraceScope *s = record;
    static const char *const kinds[] = {"root", "name_scope", "variable_scope"};
    static const char *const forms[] = {"string", "object", "default_name", "none"};
    static const char *const reuses[] = {"False", "True", "AUTO_REUSE"};
    JsonWriter *j = &w->j;
    put_int(j, "graph", s->graph);
    put_text(j, "kind", str_of(kinds[s->kind]));
    put_text(j, "form", str_of(forms[s->form]));
    put_index(w, "parent", s->parent);
    put_name(j, "asked", s->asked);
    put_name(j, "op_scope", s->op_scope);
    put_name(j, "prefix", s->prefix);
    put_name(j, "original_name_scope", s->original_name_scope);
    put_text(j, "reuse", str_of(reuses[s->reuse]));
    put_index(w, "reuse_from", s->reuse_from);
    if (s->reuse_on != MOMENT_END)
        put_int(j, "reuse_on", s->reuse_on);
    if (s->left != MOMENT_END)
        put_int(j, "left", s->left);
    put_cause(w, s->cause);
}

static void write_error(Writer *w, const void *record) {
    const TraceError *e = record;
    put_name(&w->j, "type", e->type);
    put_text(&w->j, "message", e->message);
    if (e->rule != RULE_COUNT)
        put_text(&w->j, "rule", str_of(rule_section(e->rule)));
    put_bool(&w->j, "caught", e->caught);
    put_bool(&w->j, "raised", e->raised);
    put_index(w, "scope", e->scope);
    put_cause(w, e->cause);
}

static void write_graph(Writer *w, const void *record) {
    const TraceGraph *g = record;
    json_key(&w->j, "names");
    json_array(&w->j);
    for (size_t i = 0; i < g->names.count; i++) {
        const TraceName *n = LOG_AT(&g->names, TraceName, i);
        json_object(&w->j);
        put_name(&w->j, "op_scope", n->op_scope);
        put_name(&w->j, "asked", n->asked);
        put_name(&w->j, "name", n->name);
        put_cause(w, n->cause);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
    put_cause(w, g->cause);
}

static void write_run(Writer *w, const void *record) {
    const TraceRun *r = record;
    put_int(&w->j, "session", r->session);
    json_key(&w->j, "fetches");
    json_array(&w->j);
    for (uint32_t i = 0; i < r->nfetches; i++)
        if (r->fetches[i].node)
            json_str(&w->j, name_str(r->fetches[i].node->name));
    json_end_array(&w->j);
    put_cause(w, r->cause);
}

static void write_text(Writer *w, Value v, Moment m) {
    Sink text = sink_memory(w->scratch);
    value_show(&text, v, m, 2);
    json_str(&w->j, sink_str(&text));
}

/* [[moment, text], …]: what a place held, oldest first. */
static void write_cell(Writer *w, const Cell *c) {
    json_array(&w->j);
    for (size_t i = 0; c->past && i < c->past->count; i++) {
        const Past *p = LOG_AT(c->past, Past, i);
        json_array(&w->j);
        json_int(&w->j, p->since);
        write_text(w, (Value){p->as, (ValueKind)p->kind}, p->since + 1);
        json_end_array(&w->j);
    }
    if (c->kind != VALUE_UNBOUND || c->past) {
        json_array(&w->j);
        json_int(&w->j, c->since);
        write_text(w, cell_get(c), c->since + 1);
        json_end_array(&w->j);
    }
    json_end_array(&w->j);
}

static void write_frame(Writer *w, const void *record) {
    const TraceFrame *f = record;
    put_name(&w->j, "function", f->function);
    if (f->parent != FRAME_NONE)
        put_int(&w->j, "parent", f->parent);
    if (f->call_site != SITE_NONE)
        put_int(&w->j, "call_site", f->call_site);
    put_int(&w->j, "entered", f->entered);
    if (f->left != MOMENT_END)
        put_int(&w->j, "left", f->left);
    json_key(&w->j, "names");
    json_object(&w->j);
    for (uint32_t i = 0; i < f->ncells; i++) {
        const Cell *captured = f->captured ? f->captured[i] : NULL;
        json_key(&w->j, f->names[i]->text);
        write_cell(w, captured ? captured : &f->cells[i]);
    }
    json_end_object(&w->j);
}

static void write_output(Writer *w, const void *record) {
    const TraceOutputPiece *p = record;
    put_int(&w->j, "moment", p->moment);
    put_bool(&w->j, "error", p->error);
    put_text(&w->j, "text", p->text);
}

static void write_fact(Writer *w, const void *record) {
    const TraceFact *f = record;
    static const char *const abouts[] = {"variable", "share", "scope", "error"};
    put_text(&w->j, "section", str_of(rule_section(f->rule)));
    put_int(&w->j, "rule", f->rule);
    put_text(&w->j, "about", str_of(abouts[f->about]));
    put_int(&w->j, "index", f->index);
    put_name(&w->j, "a", f->a);
    put_name(&w->j, "b", f->b);
    put_int(&w->j, "n", f->n);
    put_cause(w, f->cause);
}

/* Writes the members of one record. */
typedef void WriteFn(Writer *w, const void *record);

static void write_list(Writer *w, const char *key, const Log *list, bool pointers, WriteFn *each) {
    json_key(&w->j, key);
    json_array(&w->j);
    for (size_t i = 0; i < list->count; i++) {
        const void *at = log_at(list, i);
        json_object(&w->j);
        each(w, pointers ? *(const void *const *)at : at);
        json_end_object(&w->j);
        arena_reset(w->scratch);
    }
    json_end_array(&w->j);
}

/* Steps as [site, frame, moment], events as [kind, site, arg]. */
static void write_steps(Writer *w) {
    json_key(&w->j, "steps");
    json_array(&w->j);
    for (size_t i = 0; i < w->t->steps.count; i++) {
        const Step *s = LOG_AT(&w->t->steps, Step, i);
        json_array(&w->j);
        json_int(&w->j, s->site);
        json_int(&w->j, s->frame);
        json_int(&w->j, s->start);
        json_end_array(&w->j);
    }
    json_end_array(&w->j);
}

static void write_events(Writer *w) {
    json_key(&w->j, "events");
    json_array(&w->j);
    for (size_t i = 0; i < w->t->events.count; i++) {
        const Event *e = LOG_AT(&w->t->events, Event, i);
        json_array(&w->j);
        json_str(&w->j, str_of(event_name((EventKind)e->kind)));
        json_int(&w->j, e->site);
        json_int(&w->j, e->arg);
        json_end_array(&w->j);
    }
    json_end_array(&w->j);
}

static void write_head(Writer *w) {
    put_text(&w->j, "format", STR("tfscope-trace"));
    put_int(&w->j, "version", 1);
    put_text(&w->j, "tf", w->t->tf);
    put_int(&w->j, "python", w->t->python);
    put_int(&w->j, "seed", w->t->seed);
    put_text(&w->j, "end", str_of(end_names[w->t->end]));
    if (w->t->end == END_BUDGET)
        put_text(&w->j, "budget", str_of(budget_names[w->t->budget]));
    if (w->t->end == END_REFUSED)
        put_text(&w->j, "refusal", w->t->refusal.message);
}

void trace_json(const Trace *t, Sink *out) {
    Writer w = {json_to(out), arena_new(0), t};
    json_object(&w.j);
    write_head(&w);
    write_list(&w, "modules", &t->modules, false, write_module);
    write_steps(&w);
    write_events(&w);
    write_list(&w, "frames", &t->frames, false, write_frame);
    write_list(&w, "graphs", &t->graphs, true, write_graph);
    write_list(&w, "nodes", &t->nodes, true, write_node);
    write_list(&w, "variables", &t->variables, true, write_variable);
    write_list(&w, "shares", &t->shares, true, write_share);
    write_list(&w, "scopes", &t->scopes, true, write_scope);
    write_list(&w, "runs", &t->runs, true, write_run);
    write_list(&w, "errors", &t->errors, true, write_error);
    write_list(&w, "facts", &t->facts, false, write_fact);
    write_list(&w, "output", &t->output, false, write_output);
    json_end_object(&w.j);
    sink_char(out, '\n');
    arena_free(w.scratch);
}
