/* partition.c: partitioned variables (section 3.8): one variable a shard, stored under key/part_0,
 * key/part_1 … */
#include <string.h>

#include "graph/getvar.h"
#include "graph/scope.h"
#include "graph/varscope.h"

/* One request for a partitioned variable. */
typedef struct Parting {
    Engine *e;
    Graph *graph;
    const VariableRequest *request;
    Reuse reuse;
    Name key;
    DType dtype;
    Shape shape;
    Output *tensor;  /* the initializer when it is a tensor already, else NULL */
    int64_t *counts; /* what the partitioner said, an axis each; NULL without a partitioner */
    int axis;        /* the one that is cut */
    Partitioned *whole;
} Parting;

/* "[2, 1]" */
static Str counts_str(Arena *a, const int64_t *counts, int n) {
    Sink out = sink_memory(a);
    sink_char(&out, '[');
    for (int i = 0; i < n; i++)
        sink_printf(&out, i ? ", %lld" : "%lld", (long long)counts[i]);
    sink_char(&out, ']');
    return sink_str(&out);
}

static Str shape_text(const Parting *p) {
    return shape_str(p->e->scratch, p->shape);
}

/* ---- asking the partitioner ---- */

static bool check_shape(const Parting *p) {
    Str shape = shape_text(p);
    if (!shape_known(p->shape) && engine_has(p->e, CHANGE_SHAPE_TEXT_1_13))
        return engine_fail(
            p->e, FAULT_VALUE,
            "Shape of a new partitioned variable must be fully defined, but instead was %.*s.",
            STR_ARG(shape));
    if (!shape_known(p->shape))
        return engine_fail(
            p->e, FAULT_VALUE,
            "Shape of a new partitioned variable (%s) must be fully defined, but instead was %.*s.",
            p->key->text, STR_ARG(shape));
    return p->shape.rank > 0 ||
           engine_fail(p->e, FAULT_VALUE,
                       "A partitioned Variable must have rank at least 1, shape: %.*s",
                       STR_ARG(shape));
}

static bool check_counts(const Parting *p) {
    for (int d = 0; d < p->shape.rank; d++) {
        if (p->counts[d] < 1) {
            Str counts = counts_str(p->e->scratch, p->counts, p->shape.rank);
            return engine_fail(p->e, FAULT_VALUE,
                               "Partitioner returned zero partitions for some axes: %.*s",
                               STR_ARG(counts));
        }
    }
    return true;
}

static bool ask_partitioner(Parting *p) {
    if (!check_shape(p))
        return false;
    p->counts = ARENA_ARRAY(p->e->arena, (size_t)p->shape.rank, int64_t);
    return p->e->host.partition(p->e, p->request->partitioner, p->shape, p->dtype, p->counts) &&
           check_counts(p);
}

/* ---- one that exists ---- */

static bool refuse_reuse(const Parting *p, const char *what, Str asked, Str found) {
    return engine_fail(
        p->e, FAULT_VALUE,
        "Trying to reuse partitioned variable %s, but specified %s %.*s and found %s %.*s.",
        p->key->text, what, STR_ARG(asked), what, STR_ARG(found));
}

static bool same_counts(const Parting *p, const Partitioned *found) {
    size_t bytes = (size_t)p->shape.rank * sizeof *p->counts;
    return p->shape.rank == found->shape.rank && memcmp(p->counts, found->partitions, bytes) == 0;
}

static bool share(const Parting *p, Partitioned *found, Partitioned **out) {
    Arena *scratch = p->e->scratch;
    if (p->reuse == REUSE_FALSE)
        return engine_fail(
            p->e, FAULT_VALUE,
            "Partitioned variable with name %s already exists. Did you mean to set %s in VarScope?",
            p->key->text,
            engine_has(p->e, CHANGE_AUTO_REUSE) ? "reuse=True or reuse=tf.AUTO_REUSE"
                                                : "reuse=True");
    if (!shape_compatible(p->shape, found->shape))
        return refuse_reuse(p, "shape", shape_text(p), shape_str(scratch, found->shape));
    if (p->dtype != found->dtype)
        return refuse_reuse(p, "dtype", str_of(dtype_name(p->dtype)),
                            str_of(dtype_name(found->dtype)));
    if (p->counts && !same_counts(p, found))
        return refuse_reuse(p, "partitions", counts_str(scratch, p->counts, p->shape.rank),
                            counts_str(scratch, found->partitions, found->shape.rank));
    *out = found;
    return true;
}

/* ---- cutting ---- */

/* What later releases do with such counts is not known well enough. */
static bool refuse_cut(const Parting *p, int d) {
    Arena *a = p->e->scratch;
    if (engine_has(p->e, CHANGE_SHAPE_TEXT_1_13))
        return engine_fail(p->e, FAULT_REFUSED,
                           "a variable cut along two axes, or into more shards than rows,");
    Str shape = counts_str(a, p->shape.dims, p->shape.rank),
        counts = counts_str(a, p->counts, p->shape.rank);
    if (p->shape.dims[d] < p->counts[d])
        return engine_fail(p->e, FAULT_VALUE,
                           "Cannot create %lld slices for size %lld. shape: %.*s, slicing: %.*s",
                           (long long)p->counts[d], (long long)p->shape.dims[d], STR_ARG(shape),
                           STR_ARG(counts));
    return engine_fail(p->e, FAULT_VALUE,
                       "Can only slice a variable along one dimension: shape: %.*s, slicing: %.*s",
                       STR_ARG(shape), STR_ARG(counts));
}

/* The axis that is cut into more than one piece; the first one when none is. */
static bool find_axis(Parting *p) {
    int cut = -1;
    for (int d = 0; d < p->shape.rank; d++) {
        if (p->shape.dims[d] < p->counts[d] || (p->counts[d] > 1 && cut >= 0))
            return refuse_cut(p, d);
        if (p->counts[d] > 1)
            cut = d;
    }
    p->axis = cut < 0 ? 0 : cut;
    return true;
}

/* One shard. */
typedef struct Piece {
    uint32_t index;
    int64_t *offset; /* [rank] */
    Shape shape;
    Name key;
} Piece;

/* The shards that come first have one more when the size does not divide. */
static int64_t piece_length(const Parting *p, int64_t index) {
    int64_t size = p->shape.dims[p->axis], n = p->counts[p->axis];
    return size / n + (index < size % n);
}

static Piece piece_at(const Parting *p, uint32_t index) {
    Arena *a = p->e->arena;
    Piece piece = {.index = index, .offset = ARENA_ARRAY(a, (size_t)p->shape.rank, int64_t)};
    int64_t *dims = arena_copy(a, p->shape.dims, (size_t)p->shape.rank * sizeof *dims);
    for (uint32_t i = 0; i < index; i++)
        piece.offset[p->axis] += piece_length(p, i);
    dims[p->axis] = piece_length(p, index);
    piece.shape = (Shape){p->shape.rank, dims};
    piece.key = name_of(p->e->names, str_printf(p->e->scratch, "%s/part_%u", p->key->text, index));
    return piece;
}

/* ---- initializers of shards ---- */

static bool slice_tensor(Parting *p, const Piece *piece, Output *tensor, Output **out) {
    Engine *e = p->e;
    Operand operands[] = {
        operand_of(tensor),
        operand_tensor(e, tensor_vector_i32(e->arena, p->shape.rank, piece->offset)),
        operand_tensor(e, tensor_vector_i32(e->arena, p->shape.rank, piece->shape.dims))};
    return op_apply1(e, "Slice", (Str){0}, operands, 3, NULL, 0, out);
}

/* A tensor or value is cut; integers without an initializer get a tensor of all zeros until 1.4, as
 * large as the whole. */
static bool ready_value(Parting *p, const Piece *piece, Output **out) {
    const VariableRequest *r = p->request;
    Initializer standard;
    Output *whole = p->tensor;
    *out = NULL;
    if (!value_given(r->initializer)) {
        if (!getvar_default(p->e, p->key, p->dtype, &standard))
            return false;
        bool outside =
            standard.kind == INITIALIZER_ZEROS && !engine_has(p->e, CHANGE_INTEGER_ZEROS_INSIDE);
        return !outside || initializer_build(p->e, &standard, p->shape, p->dtype, out);
    }
    if (p->e->host.callable(p->e, r->initializer))
        return true;
    return (whole || engine_convert(p->e, operand_host(r->initializer), p->dtype, NULL, &whole)) &&
           slice_tensor(p, piece, whole, out);
}

static bool prepare(Parting *p, const Piece *piece, Output **ready) {
    OpScope s;
    Str name = str_join2(p->e->scratch, name_str(piece->key), STR("/PartitionedInitializer"));
    if (!op_scope_open(p->e, name, &s))
        return false;
    bool ok = ready_value(p, piece, ready);
    op_scope_leave(p->e, &s);
    return ok;
}

/* ---- making ---- */

static bool make_shard(Parting *p, uint32_t index) {
    Piece piece = piece_at(p, index);
    Shard shard = {.full = &p->whole->shape};
    VariableRequest r = *p->request;
    if (!prepare(p, &piece, &shard.ready))
        return false;
    r.name = piece.key;
    r.has_shape = !shard.ready;
    r.shape = piece.shape;
    r.dtype = shard.ready ? output_dtype(shard.ready) : p->dtype;
    r.partitioner = value_unbound();
    r.partition_info = p->e->host.partition_info
                           ? p->e->host.partition_info(p->e, p->shape, piece.offset)
                           : value_unbound();
    return getvar_single(p->e, &r, p->reuse, &shard, &p->whole->parts[index]);
}

/* A shard that was made without the others: how the rest is looked for is not modelled. */
static bool check_shards(const Parting *p) {
    Str first = str_join2(p->e->scratch, name_str(p->key), STR("/part_0"));
    return !map_find(&p->graph->store, name_of(p->e->names, first)) ||
           engine_fail(p->e, FAULT_REFUSED, "a partitioned variable beside a variable called %.*s",
                       STR_ARG(first));
}

static bool create(Parting *p, Partitioned **out) {
    if (!check_shards(p) || !find_axis(p))
        return false;
    Partitioned *whole = p->whole = ARENA_NEW(p->e->arena, Partitioned);
    whole->name = p->key;
    whole->shape = p->shape;
    whole->partitions = p->counts;
    whole->axis = p->axis;
    whole->nparts = (uint32_t)p->counts[p->axis];
    whole->parts = ARENA_ARRAY(p->e->arena, whole->nparts, Variable *);
    for (uint32_t i = 0; i < whole->nparts; i++) {
        if (!make_shard(p, i))
            return false;
    }
    whole->dtype = p->tensor ? output_dtype(p->tensor) : p->dtype;
    map_put(&p->graph->partitioned, p->key)->ptr = whole;
    *out = whole;
    return true;
}

static bool refuse_missing(const Parting *p) {
    return engine_fail(
        p->e, FAULT_VALUE,
        "PartitionedVariable %s does not exist, or was not created with tf.get_variable(). Did you mean "
        "to set %s in VarScope?",
        p->key->text,
        engine_has(p->e, CHANGE_PARTITIONED_MISSING_AUTO) ? "reuse=False or reuse=tf.AUTO_REUSE"
                                                          : "reuse=None");
}

/* ---- the request ---- */

static bool check_partitioner(const Parting *p) {
    Engine *e = p->e;
    Value partitioner = p->request->partitioner;
    if (!e->host.callable(e, partitioner)) {
        Str text = e->host.describe(e, partitioner);
        return engine_fail(e, FAULT_VALUE, "Partitioner must be callable, but received: %.*s",
                           STR_ARG(text));
    }
    if (!map_find(&p->graph->store, p->key))
        return true;
    return engine_fail(
        e, FAULT_VALUE,
        "A partitioner was provided, but an unpartitioned version of the variable was found: %s.  "
        "Perhaps a variable of the same name was already created without partitioning?",
        p->key->text);
}

/* The shape of a tensor that initializes is the variable's, too; other values have none. */
static bool merge_shapes(Parting *p) {
    Engine *e = p->e;
    if (p->request->shapeless)
        return engine_fail(e, FAULT_ATTRIBUTE, "'%s' object has no attribute 'get_shape'",
                           p->request->shapeless->text);
    if (!p->tensor || shape_merge(e->arena, p->shape, output_shape(p->tensor), &p->shape))
        return true;
    Str a = shape_text(p), b = shape_str(e->scratch, output_shape(p->tensor));
    return engine_fail(e, FAULT_VALUE, "Shapes %.*s and %.*s are not compatible", STR_ARG(a),
                       STR_ARG(b));
}

static bool part(Parting *p, bool with, Partitioned **out) {
    if ((with && !check_partitioner(p)) || !merge_shapes(p) || (with && !ask_partitioner(p)))
        return false;
    Partitioned *found = map_ptr(&p->graph->partitioned, p->key);
    if (found)
        return share(p, found, out);
    return p->reuse == REUSE_TRUE ? refuse_missing(p) : create(p, out);
}

bool getvar_partitioned(Engine *e, const VariableRequest *r, Reuse reuse, bool with,
                        Partitioned **out) {
    Parting p = {.e = e, .graph = engine_graph(e), .request = r, .reuse = reuse, .key = r->name};
    p.dtype = r->dtype == DTYPE_INVALID ? DTYPE_FLOAT32 : r->dtype;
    p.shape = r->has_shape ? r->shape : shape_unknown();
    p.tensor = r->initializer_tensor;
    return part(&p, with, out);
}

/* ---- as a tensor ---- */

/* K/ConcatPartitions/concat/axis and K/ConcatPartitions/concat. */
static bool concat_parts(Engine *e, const Partitioned *p, Output **out) {
    Operand *operands = ARENA_ARRAY(e->scratch, p->nparts + 1, Operand);
    for (uint32_t i = 0; i < p->nparts; i++) {
        Output *value;
        if (!variable_as_tensor(e, p->parts[i], false, &value))
            return false;
        operands[i] = operand_of(value);
    }
    operands[p->nparts] = operand_tensor(e, tensor_scalar_i64(e->arena, DTYPE_INT32, p->axis));
    Node *node;
    if (!op_apply(e, "ConcatV2", STR("concat"), operands, p->nparts + 1, (uint32_t[]){p->nparts},
                  NULL, 0, &node))
        return false;
    *out = &node->outputs[0];
    return true;
}

static bool joined(Engine *e, const Partitioned *p, Output **out) {
    if (p->nparts == 1)
        return variable_as_tensor(e, p->parts[0], false, out);
    OpScope s;
    if (!op_scope_open(e, str_join2(e->scratch, name_str(p->name), STR("/ConcatPartitions/")), &s))
        return false;
    bool ok = concat_parts(e, p, out);
    op_scope_leave(e, &s);
    return ok;
}

static bool join_in_root(Engine *e, const Partitioned *p, Output **out) {
    Output *value;
    OpScope root;
    if (!joined(e, p, &value) || !op_scope_open(e, (Str){0}, &root))
        return false;
    bool ok = op_apply1(e, "Identity", name_str(p->name), (Operand[]){operand_of(value)}, 1, NULL,
                        0, out);
    op_scope_leave(e, &root);
    return ok;
}

bool partitioned_as_tensor(Engine *e, Partitioned *p, Output **out) {
    ControlFrame *controls = control_enter(e, NULL, 0, true);
    bool ok = join_in_root(e, p, out);
    control_leave(e, controls);
    return ok;
}
