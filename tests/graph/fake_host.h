/* fake_host.h: a graph engine without a language: values of the program are plain C objects, and a
 * test says what its functions do. Expectations are written as nodes are listed in the description
 * of TensorFlow's behaviour: "w/initial_value:Const w:VariableV2 w/Assign:Assign w/read:Identity".
 */
#ifndef TFSCOPE_TESTS_GRAPH_FAKE_HOST_H
#define TFSCOPE_TESTS_GRAPH_FAKE_HOST_H

#include "graph/graph.h"
#include "tests/test.h"

typedef struct World {
    Arena *arena, *scratch;
    Engine *e;
} World;

/* A value of the program. */
typedef struct Fake {
    Object head;
    const Tensor *tensor; /* a Python or numpy value */
    Output *output;       /* a tensor of the graph */
    Variable *variable;
    const Initializer *initializer;        /* an initializer of TensorFlow's own */
    bool (*call)(Engine *e, Output **out); /* a function of the program */
    int64_t counts[4];                     /* what it answers as a partitioner */
    const char *text;                      /* its repr */
} Fake;

static inline Value fake_value(World *w, Fake f) {
    Fake *copy = ARENA_NEW(w->arena, Fake);
    *copy = f;
    return value_object(copy);
}

static inline const Fake *fake_of(Value v) {
    return v.kind == VALUE_OBJECT ? (const Fake *)(const void *)v.as.object : NULL;
}

static inline const Tensor *fake_tensor(Engine *e, Value v) {
    if (v.kind == VALUE_FLOAT)
        return tensor_scalar_f64(e->arena, DTYPE_FLOAT32, v.as.real);
    if (v.kind == VALUE_INT)
        return tensor_scalar_i64(e->arena, DTYPE_INT32, v.as.integer);
    return fake_of(v)->tensor;
}

static inline bool fake_convert(Engine *e, Value v, DType want, const char *name, bool as_ref,
                                Output **out) {
    const Fake *f = fake_of(v);
    if (f && f->variable)
        return variable_as_tensor(e, f->variable, as_ref, out);
    if (f && f->output) {
        *out = f->output;
        return true;
    }
    const Tensor *t = fake_tensor(e, v);
    if (want != DTYPE_INVALID && want != t->dtype)
        t = tensor_cast(e->arena, t, want);
    return constant_make(e, t, str_of(name ? name : "Const"), out);
}

static inline bool fake_callable(Engine *e, Value v) {
    (void)e;
    const Fake *f = fake_of(v);
    return f && (f->call || f->initializer || f->counts[0]);
}

static inline bool fake_initialize(Engine *e, Value initializer, bool has_shape, Shape shape,
                                   DType dtype, Value partition_info, Output **out) {
    (void)has_shape, (void)partition_info;
    const Fake *f = fake_of(initializer);
    return f->call ? f->call(e, out) : initializer_build(e, f->initializer, shape, dtype, out);
}

static inline bool fake_regularize(Engine *e, Value regularizer, Variable *v, Output **out) {
    (void)v;
    return fake_of(regularizer)->call(e, out);
}

static inline bool fake_partition(Engine *e, Value partitioner, Shape shape, DType dtype,
                                  int64_t *counts) {
    (void)e, (void)dtype;
    for (int d = 0; d < shape.rank; d++)
        counts[d] = fake_of(partitioner)->counts[d];
    return true;
}

static inline Str fake_describe(Engine *e, Value v) {
    (void)e;
    return v.kind == VALUE_INT ? str_printf(e->arena, "%lld", (long long)v.as.integer)
                               : str_of(fake_of(v)->text);
}

static inline Str fake_frames(Engine *e, Cause cause) {
    (void)e, (void)cause;
    return STR("  File \"p.py\", line 1, in <module>\n    code\n");
}

/* Functions with a text have arguments, others have none. */
static inline bool fake_lacks(Engine *e, Value initializer, bool *lacks, Str *arguments) {
    (void)e;
    const Fake *f = fake_of(initializer);
    *lacks = f->text != NULL;
    *arguments = f->text ? str_of(f->text) : *arguments;
    return true;
}

static inline World world_make(int minor) {
    World w = {arena_new(0), arena_new(0), NULL};
    Host host = {.convert = fake_convert,
                 .callable = fake_callable,
                 .initialize = fake_initialize,
                 .regularize = fake_regularize,
                 .partition = fake_partition,
                 .describe = fake_describe,
                 .lacks_arguments = fake_lacks,
                 .frames = fake_frames};
    Trace *trace = trace_make(w.arena, names_make(w.arena));
    Dialect dialect;
    assert_true(dialect_of(minor, &dialect));
    w.e = engine_make(trace, w.scratch, &dialect, host);
    w.e->max_tensor = 1 << 20;
    return w;
}

static inline void world_done(World *w) {
    arena_free(w->arena);
    arena_free(w->scratch);
}

static inline Name world_name(World *w, const char *z) {
    return name_z(w->e->names, z);
}

/* ---- values ---- */

static inline Value fake_floats(World *w, int n, const double *v) {
    int64_t dim = n;
    Tensor *t = tensor_make(w->arena, DTYPE_FLOAT32, shape_make(w->arena, 1, &dim));
    for (int i = 0; i < n; i++)
        tensor_set_f64(t, i, v[i]);
    return fake_value(w, (Fake){.tensor = t});
}

static inline Shape fake_shape(World *w, int rank, ...) {
    int64_t dims[8];
    va_list args;
    va_start(args, rank);
    for (int d = 0; d < rank; d++)
        dims[d] = va_arg(args, int);
    va_end(args);
    return shape_make(w->arena, rank, dims);
}

/* A node that stands for whatever op a program makes: a constant of this name. */
static inline Output *world_op(World *w, const char *name) {
    Output *out;
    assert_true(
        constant_make(w->e, tensor_scalar_i64(w->arena, DTYPE_INT32, 0), str_of(name), &out));
    return out;
}

/* ---- scopes ---- */

static inline OpScope world_name_scope(World *w, const char *name) {
    OpScope s;
    assert_true(op_scope_enter(w->e, name ? str_of(name) : (Str){0}, true, &s));
    return s;
}

static inline VarScopeRequest scope_named(const char *name, int reuse) {
    return (VarScopeRequest){
        .has_name = true, .name = str_of(name), .reuse = reuse, .use_resource = -1};
}

static inline VarScopeRequest scope_object(VarScope *object, int reuse) {
    return (VarScopeRequest){.object = object, .reuse = reuse, .use_resource = -1};
}

static inline VarScopeRequest scope_default(const char *name) {
    return (VarScopeRequest){
        .has_default_name = true, .default_name = str_of(name), .reuse = -1, .use_resource = -1};
}

static inline VarScopeEntry world_enter(World *w, VarScopeRequest r) {
    VarScopeEntry entry;
    assert_true(varscope_enter(w->e, &r, &entry));
    return entry;
}

static inline void world_leave(World *w, VarScopeEntry *entry) {
    assert_true(varscope_leave(w->e, entry));
}

/* ---- variables ---- */

static inline VariableRequest plain_variable(World *w, const char *name, Value initial) {
    return (VariableRequest){.name = name ? world_name(w, name) : NULL,
                             .initializer = initial,
                             .trainable = -1,
                             .use_resource = -1,
                             .validate_shape = true,
                             .initializer_rule = RULE_COUNT};
}

static inline Variable *world_variable(World *w, const char *name, Value initial) {
    VariableRequest r = plain_variable(w, name, initial);
    Variable *v;
    assert_true(variable_new(w->e, &r, &v));
    return v;
}

/* A request for `name` below the current variable scope, as tf.get_variable makes it. */
static inline VariableRequest getting(World *w, const char *name, Shape shape) {
    VarScope *s = varscope_current(w->e);
    const char *slash = s->name->len ? "/" : "";
    Str key = str_printf(w->arena, "%s%s%s", s->name->text, slash, name);
    VariableRequest r = plain_variable(w, key.at, s->initializer);
    r.has_shape = true;
    r.shape = shape;
    r.dtype = s->dtype;
    r.regularizer = s->regularizer;
    r.partitioner = s->partitioner;
    return r;
}

static inline bool world_try(World *w, VariableRequest r, Variable **v, Partitioned **part) {
    OpScope root;
    assert_true(op_scope_enter(w->e, (Str){0}, false, &root));
    bool ok = variable_get(w->e, &r, varscope_current(w->e)->reuse, v, part);
    op_scope_leave(w->e, &root);
    return ok;
}

static inline Variable *world_get(World *w, VariableRequest r) {
    Variable *v;
    Partitioned *part;
    if (!world_try(w, r, &v, &part))
        print_error("fault: %.*s\n", STR_ARG(w->e->fault.text));
    assert_non_null(v);
    return v;
}

/* get_variable(name, [1]) must fail; returns the message. */
static inline Str world_refused(World *w, VariableRequest r) {
    Variable *v;
    Partitioned *part;
    assert_false(world_try(w, r, &v, &part));
    assert_int_equal(w->e->fault.kind, FAULT_VALUE);
    return w->e->fault.text;
}

#define get1(w, name) world_get((w), getting((w), (name), fake_shape((w), 1, 1)))
#define refused1(w, name) world_refused((w), getting((w), (name), fake_shape((w), 1, 1)))

/* ---- what came out ---- */

static inline size_t world_count(World *w) {
    return engine_graph(w->e)->order.count;
}

static inline Node *world_node(World *w, const char *name) {
    Node *n = map_ptr(&engine_graph(w->e)->nodes, world_name(w, name));
    if (!n)
        print_error("no node %s\n", name);
    assert_non_null(n);
    return n;
}

/* "name:Type" of every node from number `from` on. */
static inline Str world_nodes(World *w, size_t from) {
    Graph *g = engine_graph(w->e);
    Sink out = sink_memory(w->arena);
    for (size_t i = from; i < g->order.count; i++) {
        Node *n = *LOG_AT(&g->order, Node *, i);
        sink_printf(&out, "%s%s:%s", i > from ? " " : "", n->record.name->text, n->record.op->text);
    }
    return sink_str(&out);
}

/* The names only. */
static inline Str world_names(World *w, size_t from) {
    Graph *g = engine_graph(w->e);
    Sink out = sink_memory(w->arena);
    for (size_t i = from; i < g->order.count; i++)
        sink_printf(&out, "%s%s", i > from ? " " : "",
                    (*LOG_AT(&g->order, Node *, i))->record.name->text);
    return sink_str(&out);
}

/* "a b:1 ^c": the inputs of a node. */
static inline Str world_inputs(World *w, const char *name) {
    Node *n = world_node(w, name);
    Sink out = sink_memory(w->arena);
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const TraceInput *in = &n->record.inputs[i];
        sink_printf(&out, "%s%s", i ? " " : "", in->node->name->text);
        if (in->output)
            sink_printf(&out, ":%u", in->output);
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++)
        sink_printf(&out, "%s^%s", n->record.ninputs || i ? " " : "",
                    n->record.controls[i]->name->text);
    return sink_str(&out);
}

static inline Str world_fault(World *w) {
    return w->e->fault.text;
}

/* "RULE(a, b)" of the facts about something, in order. */
static inline Str world_facts(World *w, FactAbout about, uint32_t index) {
    static const char *const rules[] = {
#define RULE(ID, section) #ID,
#include "trace/rule.def"
#undef RULE
    };
    Sink out = sink_memory(w->arena);
    for (size_t i = 0; i < w->e->trace->facts.count; i++) {
        const TraceFact *f = LOG_AT(&w->e->trace->facts, TraceFact, i);
        if (f->about != about || f->index != index)
            continue;
        sink_printf(&out, "%s%s(", out.len ? " " : "", rules[f->rule]);
        sink_z(&out, f->a ? f->a->text : "-");
        sink_printf(&out, f->b ? ", %s)" : ")", f->b ? f->b->text : "");
    }
    return sink_str(&out);
}

#endif
