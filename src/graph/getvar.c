/* getvar.c: the true getter of tf.get_variable (sections 3.2 from step 5, 3.3 to 3.7).
 *
 * The store of a graph holds variables by key. The checks come in TensorFlow's own order, because a
 * program sees the first one that fails. */
#include "graph/getvar.h"

#include "graph/scope.h"
#include "graph/variable.h"
#include "graph/varscope.h"

/* One request for a single variable. */
typedef struct Getting {
    Engine *e;
    Graph *graph;
    const VariableRequest *request;
    const Shard *shard;
    Reuse reuse;
    Name key;
    DType dtype;
    Shape shape;          /* unknown when none was given */
    bool from_value;      /* the initializer is a value, not a function */
    Initializer standard; /* the default one, when none was given */
    InitialValue initial;
} Getting;

/* ---- a variable that exists (section 3.3, 2 to 4) ---- */

static bool refuse_existing(const Getting *g, const Variable *v) {
    Engine *e = g->e;
    const char *hint =
        engine_has(e, CHANGE_AUTO_REUSE) ? "reuse=True or reuse=tf.AUTO_REUSE" : "reuse=True";
    bool bare = v->record.resource && engine_has(e, CHANGE_RESOURCE_EXISTS_SHORT);
    Str frames = bare || !e->host.frames ? (Str){0} : e->host.frames(e, v->record.cause);
    engine_fail(e, FAULT_VALUE,
                "Variable %s already exists, disallowed. Did you mean to set %s in VarScope?%s%.*s",
                g->key->text, hint, bare ? "" : " Originally defined at:\n\n", STR_ARG(frames));
    return reasons_refused(e, RULE_STORE_REFUSES_EXISTING, g->key, v);
}

static bool refuse_shape(const Getting *g, const Variable *v) {
    Engine *e = g->e;
    Str asked = shape_str(e->scratch, g->shape), found = shape_str(e->scratch, v->record.shape);
    engine_fail(e, FAULT_VALUE,
                "Trying to share variable %s, but specified shape %.*s and found shape %.*s.",
                g->key->text, STR_ARG(asked), STR_ARG(found));
    return reasons_refused(e, RULE_SHARE_SHAPE, g->key, v);
}

static bool refuse_dtype(const Getting *g, const Variable *v) {
    engine_fail(g->e, FAULT_VALUE,
                "Trying to share variable %s, but specified dtype %s and found dtype %s%s.",
                g->key->text, dtype_name(g->dtype), dtype_name(v->record.dtype),
                v->record.resource ? "" : "_ref");
    return reasons_refused(g->e, RULE_SHARE_DTYPE, g->key, v);
}

static bool share(Getting *g, Variable *v, Variable **out) {
    if (g->reuse == REUSE_FALSE)
        return refuse_existing(g, v);
    if (!shape_compatible(g->shape, v->record.shape))
        return refuse_shape(g, v);
    if (g->dtype != v->record.dtype)
        return refuse_dtype(g, v);
    reasons_shared(g->e, v, trace_share(g->e->trace, &v->record, g->graph->scope));
    *out = v;
    return true;
}

/* ---- a new variable (section 3.3, 5 to 8) ---- */

static bool refuse_missing(const Getting *g) {
    const char *hint = engine_has(g->e, CHANGE_AUTO_REUSE) ? "reuse=tf.AUTO_REUSE" : "reuse=None";
    engine_fail(
        g->e, FAULT_VALUE,
        "Variable %s does not exist, or was not created with tf.get_variable(). Did you mean to set %s in "
        "VarScope?",
        g->key->text, hint);
    return reasons_refused(g->e, RULE_STORE_REFUSES_MISSING, g->key, NULL);
}

/* Until 1.10 only values may leave the shape open. */
static bool check_shape_early(const Getting *g) {
    if (engine_has(g->e, CHANGE_SHAPE_TEXT_1_11) || g->from_value || shape_known(g->shape))
        return true;
    Str shape = shape_str(g->e->scratch, g->shape);
    return engine_fail(g->e, FAULT_VALUE,
                       "Shape of a new variable (%s) must be fully defined, but instead was %.*s.",
                       g->key->text, STR_ARG(shape));
}

#define LIBRARY_ARGUMENTS "['self', 'shape', 'dtype', 'partition_info']"

static bool refuse_arguments(const Getting *g, Str arguments) {
    if (engine_has(g->e, CHANGE_SHAPE_TEXT_1_13))
        return engine_fail(
            g->e, FAULT_VALUE,
            "The initializer passed is not valid. It should be a callable with no arguments and the "
            "shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` "
            "should be fully defined.");
    return engine_fail(
        g->e, FAULT_VALUE,
        "You can only pass an initializer function that expects no arguments to its callable when "
        "the shape is not fully defined. The given initializer function expects the following args "
        "%.*s",
        STR_ARG(arguments));
}

/* From 1.11 on a function that can be called without arguments leaves the shape open, too. */
static bool check_shape_late(const Getting *g) {
    if (!engine_has(g->e, CHANGE_SHAPE_TEXT_1_11) || g->from_value || shape_known(g->shape))
        return true;
    bool lacks = true;
    Str arguments = STR(LIBRARY_ARGUMENTS);
    if (!g->initial.library && g->e->host.lacks_arguments &&
        !g->e->host.lacks_arguments(g->e, g->initial.host, &lacks, &arguments))
        return false;
    return !lacks || refuse_arguments(g, arguments);
}

bool getvar_default(Engine *e, Name key, DType dtype, Initializer *standard) {
    DTypeClass class = dtype_class(dtype);
    *standard = (Initializer){.kind = INITIALIZER_ZEROS, .dtype = dtype};
    if (class == DTYPE_CLASS_FLOAT)
        *standard = (Initializer){.kind = INITIALIZER_VARIANCE_SCALING,
                                  .dtype = dtype,
                                  .scale = 1,
                                  .mode = 2,
                                  .distribution = 1};
    bool text = class == DTYPE_CLASS_STRING && engine_has(e, CHANGE_STRING_ZEROS);
    if (class == DTYPE_CLASS_FLOAT || class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT ||
        class == DTYPE_CLASS_BOOL || text)
        return true;
    return engine_fail(e, FAULT_VALUE,
                       "An initializer for variable %s of <dtype: '%s'> is required", key->text,
                       dtype_name(dtype));
}

/* No initializer was given. Until 1.4, zeros for integers are a tensor that is made at once,
 * outside the variable. */
static bool take_default(Getting *g) {
    InitialValue *i = &g->initial;
    if (!getvar_default(g->e, g->key, g->dtype, &g->standard))
        return false;
    g->standard.full_shape = g->shard->full;
    if (g->standard.kind != INITIALIZER_ZEROS || engine_has(g->e, CHANGE_INTEGER_ZEROS_INSIDE)) {
        i->library = &g->standard;
        return true;
    }
    g->from_value = true;
    i->callable = false;
    return initializer_build(g->e, &g->standard, g->shape, g->dtype, &i->ready);
}

static bool take_initializer(Getting *g) {
    InitialValue *i = &g->initial;
    i->ready = g->shard->ready;
    i->host = g->request->initializer;
    i->callable = !g->from_value;
    return g->from_value || value_given(i->host) || take_default(g);
}

/* A value brings its own dtype; so does a function that is called without arguments. */
static void settle_call(Getting *g) {
    InitialValue *i = &g->initial;
    i->has_shape = !g->from_value && shape_known(g->shape);
    i->dtype = i->has_shape ? g->dtype : DTYPE_INVALID;
}

static bool regularize(Getting *g, Variable *v) {
    Engine *e = g->e;
    OpScope s;
    Output *loss = NULL;
    Str name = str_join2(e->scratch, name_str(g->key), STR("/Regularizer/"));
    if (!op_scope_open(e, name, &s))
        return false;
    bool ok = e->host.regularize(e, g->request->regularizer, v, &loss);
    op_scope_leave(e, &s);
    if (ok && loss)
        collection_add(e, g->graph, name_z(e->names, "regularization_losses"),
                       (Item){.output = loss});
    return ok;
}

static bool regularize_beside(Getting *g, Variable *v) {
    if (!value_given(g->request->regularizer))
        return true;
    ColocationFrame *beside = colocate_enter(engine_graph(g->e), v->node, false);
    bool ok = regularize(g, v);
    colocate_leave(beside);
    return ok;
}

static bool create(Getting *g, Variable **out) {
    if (g->reuse == REUSE_TRUE)
        return refuse_missing(g);
    if (!check_shape_early(g) || !take_initializer(g) || !check_shape_late(g))
        return false;
    settle_call(g);
    VariableRequest r = *g->request;
    r.shape = g->shape;
    if (!variable_make(g->e, &r, &g->initial, g->key, out))
        return false;
    map_put(&g->graph->store, g->key)->ptr = *out;
    return regularize_beside(g, *out);
}

bool getvar_single(Engine *e, const VariableRequest *r, Reuse reuse, const Shard *shard,
                   Variable **out) {
    Getting g = {.e = e,
                 .graph = engine_graph(e),
                 .request = r,
                 .shard = shard,
                 .reuse = reuse,
                 .key = r->name};
    g.dtype = r->dtype == DTYPE_INVALID ? DTYPE_FLOAT32 : r->dtype;
    g.shape = r->has_shape ? r->shape : shape_unknown();
    g.from_value =
        shard->ready || (value_given(r->initializer) && !e->host.callable(e, r->initializer));
    if (r->has_shape && g.from_value) {
        engine_fail(e, FAULT_VALUE, "If initializer is a constant, do not specify shape.");
        return reasons_refused(e, RULE_CONSTANT_WITH_SHAPE, g.key, NULL);
    }
    Variable *v = map_ptr(&g.graph->store, g.key);
    return v ? share(&g, v, out) : create(&g, out);
}

/* ---- single or partitioned (section 3.2, 5) ---- */

static bool check_unpartitioned(Engine *e, Name key) {
    Str first = str_join2(e->scratch, name_str(key), STR("/part_0"));
    if (!map_find(&engine_graph(e)->store, name_of(e->names, first)))
        return true;
    return engine_fail(
        e, FAULT_VALUE,
        "No partitioner was provided, but a partitioned version of the variable was found: %s/part_0. "
        "Perhaps a variable of the same name was already created with partitioning?",
        key->text);
}

bool variable_get(Engine *e, const VariableRequest *r, Reuse reuse, Variable **out,
                  Partitioned **part) {
    *out = NULL;
    *part = NULL;
    if (value_given(r->partitioner) && !r->whole)
        return getvar_partitioned(e, r, reuse, true, part);
    if (reuse == REUSE_TRUE && !value_given(r->partitioner) &&
        map_find(&engine_graph(e)->partitioned, r->name))
        return getvar_partitioned(e, r, reuse, false, part);
    return check_unpartitioned(e, r->name) && getvar_single(e, r, reuse, &(Shard){0}, out);
}
