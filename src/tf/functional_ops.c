/* functional_ops.c: tf.map_fn, foldl, foldr, scan: loops over the first dimension of tensors, which
 * are taken from a TensorArray one by one. */
#include "tf/build.h"
#include "tf/loop.h"
#include "tf/nest.h"
#include "tf/tables.h"
#include "tf/tensor_array.h"

/* One call of these functions. */
typedef struct Walk {
    Tf *tf;
    Value fn;
    Value elems;
    Value *leaves; /* its tensors */
    uint32_t n;
    Value count;                 /* length of the first dimension: a number or a tensor */
    TensorArrayObject **inputs;  /* [n] */
    Value like;                  /* structure of what fn returns */
    uint32_t nresults;           /* its leaves */
    TensorArrayObject **results; /* [nresults] where fn's results go, or NULL */
    bool infer_shape;
    bool reverse;
    const Value *options; /* parallel_iterations, back_prop */
} Walk;

/* ---- the elements ---- */

/* The elements as tensors named `elem`. */
static bool convert_elements(Walk *w, const char *name) {
    if (!nest_flatten(w->tf, w->elems, &w->leaves, &w->n)) {
        return false;
    }
    for (uint32_t i = 0; i < w->n; i++) {
        Output *o = convert(w->tf, w->leaves[i], DTYPE_INVALID, name);
        if (!o) {
            return false;
        }
        w->leaves[i] = tf_tensor(w->tf, o);
    }
    return w->n > 0 ||
           raise_error(w->tf->run, w->tf->run->exception.IndexError, "list index out of range");
}

static bool refuse_scalar(Walk *w) {
    return raise_value_error(w->tf->run, w->n == 1
                                             ? "elems must be a 1+ dimensional Tensor, not a scalar"
                                             : "elements in elems must be 1+ dimensional Tensors, "
                                               "not scalars");
}

/* How many there are: later releases take the number from the static shape. */
static bool count_elements(Walk *w) {
    Tf *tf = w->tf;
    const Output *first = tensor_output(tf, w->leaves[0]);
    Shape s = output_shape(first);
    bool static_count = tf_has(tf, CHANGE_STATIC_COUNT);
    if (s.rank == 0 && static_count) {
        return refuse_scalar(w);
    }
    if (static_count && s.rank > 0 && s.dims[0] > 0) {
        w->count = value_int(s.dims[0]);
        return true;
    }
    Output *shape = shape_build(tf, operand(tf, w->leaves[0]), NAME_NONE, "Shape");
    Output *n = shape ? slice_build(tf, tf_tensor(tf, shape), value_int(0)) : NULL;
    return give_tensor(tf, n, &w->count);
}

static bool make_inputs(Walk *w) {
    w->inputs = ARENA_ARRAY(w->tf->run->arena, w->n + 1, TensorArrayObject *);
    for (uint32_t i = 0; i < w->n; i++) {
        ArrayRequest r = {.dtype = output_dtype(tensor_output(w->tf, w->leaves[i])),
                          .size = w->count,
                          .infer_shape = true};
        w->inputs[i] = array_build(w->tf, &r);
        if (!w->inputs[i]) {
            return false;
        }
    }
    for (uint32_t i = 0; i < w->n; i++) {
        w->inputs[i] = array_unstack_build(w->tf, w->inputs[i], w->leaves[i]);
        if (!w->inputs[i]) {
            return false;
        }
    }
    return true;
}

/* The elements at i, each as it comes from its array. */
static bool read_leaves(Walk *w, Operand i, Value *leaves) {
    for (uint32_t k = 0; k < w->n; k++) {
        if (!give_tensor(w->tf, array_read_build(w->tf, w->inputs[k], i), &leaves[k])) {
            return false;
        }
    }
    return true;
}

static bool read_elements(Walk *w, Operand i, Value *packed) {
    Value *leaves = ARENA_ARRAY(w->tf->run->arena, w->n + 1, Value);
    return read_leaves(w, i, leaves) && nest_pack(w->tf, w->elems, leaves, packed);
}

/* ---- the results ---- */

static bool make_results(Walk *w, const DType *dtypes) {
    w->results = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, TensorArrayObject *);
    for (uint32_t i = 0; i < w->nresults; i++) {
        ArrayRequest r = {.dtype = dtypes[i], .size = w->count, .infer_shape = w->infer_shape};
        w->results[i] = array_build(w->tf, &r);
        if (!w->results[i]) {
            return false;
        }
    }
    return true;
}

static bool write_leaves(Walk *w, Operand i, Value arrays, const Value *leaves, Value *written) {
    Value *items = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, Value);
    for (uint32_t k = 0; k < w->nresults; k++) {
        TensorArrayObject *to = array_write_build(
            w->tf, array_object_of(w->tf, sequence_item(arrays, k)), i, leaves[k]);
        if (!to) {
            return false;
        }
        items[k] = array_value(to);
    }
    *written = list_make(w->tf->run, w->nresults, items);
    return true;
}

/* fn's result must have the structure of `like`. */
static bool result_leaves(Walk *w, Value v, Value **leaves) {
    uint32_t n;
    return nest_same(w->tf, w->like, v) && nest_flatten(w->tf, v, leaves, &n);
}

/* The first dimension is that of the elements. */
static bool set_rows(Walk *w, Output *o) {
    int64_t rows = DIM_UNKNOWN;
    for (uint32_t i = 0; i < w->n; i++) {
        Shape s = output_shape(tensor_output(w->tf, w->leaves[i]));
        rows = s.rank > 0 && s.dims[0] >= 0 ? s.dims[0] : rows;
    }
    Shape s = output_shape(o);
    if (s.rank < 1) {
        return true;
    }
    int64_t *dims = ARENA_ARRAY(w->tf->run->arena, (size_t)s.rank, int64_t);
    for (int d = 0; d < s.rank; d++) {
        dims[d] = d == 0 ? rows : s.dims[d];
    }
    return output_set_shape(w->tf->engine, o, (Shape){s.rank, dims});
}

static bool stack_results(Walk *w, Value arrays, Value *result) {
    Output **stacked = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, Output *);
    Value *leaves = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, Value);
    for (uint32_t i = 0; i < w->nresults; i++) {
        stacked[i] = array_stack_build(w->tf, array_object_of(w->tf, sequence_item(arrays, i)));
        if (!stacked[i]) {
            return false;
        }
    }
    for (uint32_t i = 0; i < w->nresults; i++) {
        if (!set_rows(w, stacked[i])) {
            return false;
        }
        leaves[i] = tf_tensor(w->tf, stacked[i]);
    }
    return nest_pack(w->tf, w->like, leaves, result);
}

static Value result_list(Walk *w) {
    Value *items = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, Value);
    for (uint32_t i = 0; i < w->nresults; i++) {
        items[i] = array_value(w->results[i]);
    }
    return list_make(w->tf->run, w->nresults, items);
}

/* ---- the loop ---- */

static bool run_walk(Walk *w, LoopFn *cond, LoopFn *body, Value variables, Value *result) {
    Tf *tf = w->tf;
    WhileRequest r = {
        .cond = cond, .body = body, .data = w, .variables = variables, .maximum = value_none()};
    if (tf_has(tf, CHANGE_WALKS_COUNTED)) {
        r.maximum = w->count;
    }
    bool back;
    if (!arg_int_or(tf, w->options[0], 10, &r.parallel) ||
        !arg_bool(tf, w->options[1], true, &back)) {
        return false;
    }
    r.flat = !back;
    return while_build(tf, &r, result);
}

static bool compare(Tf *tf, const char *op, Value a, Value b, Value *result) {
    return give_tensor(tf, build2(tf, op, NAME_NONE, operand(tf, a), operand(tf, b)), result);
}

static bool below_count(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    (void)n;
    return compare(tf, "Less", v[0], ((Walk *)data)->count, result);
}

static bool above_zero(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    (void)data;
    (void)n;
    return compare(tf, "Greater", v[0], value_int(0), result);
}

static bool at_least_zero(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    (void)data;
    (void)n;
    return compare(tf, "GreaterEqual", v[0], value_int(0), result);
}

static bool step(Tf *tf, Value i, int by, Value *next) {
    BinaryOperator op = by > 0 ? BINARY_OPERATOR_ADD : BINARY_OPERATOR_SUBTRACT;
    return binary_build(tf, op, i, value_int(1), false, next);
}

static bool index_const(Tf *tf, int64_t i, Value *v) {
    return give_tensor(
        tf, constant_build(tf, value_int(i), DTYPE_INVALID, false, shape_unknown(), NAME_NONE), v);
}

static bool open_walk(Walk *w, Value name, const char *fallback, Group *g) {
    if (!is_callable(w->tf->run, w->fn)) {
        return raise_type_error(w->tf->run, "fn must be callable.");
    }
    return group_open(w->tf, name, fallback, 1, &w->elems, g);
}

/* ---- map_fn ---- */

static bool map_body(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    Walk *w = data;
    Value elements, returned, *leaves, out[2];
    (void)n;
    if (!read_elements(w, operand(tf, v[0]), &elements) ||
        !call_program_n(tf, w->fn, 1, &elements, &returned) ||
        !result_leaves(w, returned, &leaves) ||
        !write_leaves(w, operand(tf, v[0]), v[1], leaves, &out[1]) || !step(tf, v[0], 1, &out[0])) {
        return false;
    }
    *result = tuple_make(tf->run, 2, out);
    return true;
}

static bool result_dtypes(Walk *w, Value dtype, DType **dtypes) {
    Tf *tf = w->tf;
    Value *leaves = NULL;
    bool own = given(dtype);
    w->like = own ? dtype : w->elems;
    w->nresults = w->n;
    if (own && !nest_flatten(tf, dtype, &leaves, &w->nresults)) {
        return false;
    }
    *dtypes = ARENA_ARRAY(tf->run->arena, w->nresults + 1, DType);
    for (uint32_t i = 0; i < w->nresults; i++) {
        if (!own) {
            (*dtypes)[i] = output_dtype(tensor_output(tf, w->leaves[i]));
        } else if (!arg_dtype(tf, leaves[i], &(*dtypes)[i])) {
            return false;
        }
    }
    return true;
}

static bool map_in(Walk *w, Value dtype, Value *result) {
    Value variables[2], last;
    DType *dtypes;
    if (!convert_elements(w, "elem") || !result_dtypes(w, dtype, &dtypes) || !count_elements(w) ||
        !make_inputs(w) || !index_const(w->tf, 0, &variables[0]) || !make_results(w, dtypes)) {
        return false;
    }
    variables[1] = result_list(w);
    Value both = tuple_make(w->tf->run, 2, variables);
    return run_walk(w, below_count, map_body, both, &last) &&
           stack_results(w, sequence_item(last, 1), result);
}

/* fn, elems, dtype, parallel_iterations, back_prop, swap_memory, infer_shape, name */
static bool map_fn(Tf *tf, const Value *a, Value *result) {
    Walk w = {.tf = tf, .fn = a[0], .elems = a[1], .options = &a[3]};
    Group g;
    if (!arg_bool(tf, a[6], true, &w.infer_shape) || !open_walk(&w, a[7], "map", &g)) {
        return false;
    }
    bool ok = map_in(&w, a[2], result);
    group_close(tf, &g);
    return ok;
}

/* ---- foldl, foldr ---- */

static bool fold_body(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    Walk *w = data;
    Value args[2] = {v[1]}, out[2] = {v[0]};
    (void)n;
    if ((w->reverse && !step(tf, v[0], -1, &out[0])) ||
        !read_elements(w, operand(tf, out[0]), &args[1]) ||
        !call_program_n(tf, w->fn, 2, args, &out[1]) ||
        (!w->reverse && !step(tf, v[0], 1, &out[0]))) {
        return false;
    }
    *result = list_make(tf->run, 2, out);
    return true;
}

/* The tensors of a first value. */
static bool convert_initial(Tf *tf, Value v, Value *result) {
    Value *leaves;
    uint32_t n;
    if (!nest_flatten(tf, v, &leaves, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Output *o = convert(tf, leaves[i], DTYPE_INVALID, NULL);
        if (!give_tensor(tf, o, &leaves[i])) {
            return false;
        }
    }
    return nest_pack(tf, v, leaves, result);
}

/* The number of elements as a tensor or number, less one. */
static bool last_index(Walk *w, Value *i) {
    if (w->count.kind == VALUE_INT) {
        *i = value_int(w->count.as.integer - 1);
        return true;
    }
    return step(w->tf, w->count, -1, i);
}

static bool fold_start(Walk *w, Value initializer, Value *variables) {
    Tf *tf = w->tf;
    if (given(initializer)) {
        variables[0] = w->count;
        return convert_initial(tf, initializer, &variables[1]) &&
               (w->reverse || index_const(tf, 0, &variables[0]));
    }
    if (w->reverse) {
        return last_index(w, &variables[0]) &&
               read_elements(w, operand(tf, variables[0]), &variables[1]);
    }
    return read_elements(w, operand_host(value_int(0)), &variables[1]) &&
           index_const(tf, 1, &variables[0]);
}

static bool fold_in(Walk *w, Value initializer, Value *result) {
    Value variables[2], last;
    if (!convert_elements(w, tf_has(w->tf, CHANGE_STATIC_COUNT) ? "elem" : "elems") ||
        !count_elements(w) || !make_inputs(w) || !fold_start(w, initializer, variables)) {
        return false;
    }
    Value both = list_make(w->tf->run, 2, variables);
    if (!run_walk(w, w->reverse ? above_zero : below_count, fold_body, both, &last)) {
        return false;
    }
    *result = sequence_item(last, 1);
    return true;
}

/* fn, elems, initializer, parallel_iterations, back_prop, swap_memory, name */
static bool fold(Tf *tf, const Value *a, bool reverse, Value *result) {
    Walk w = {.tf = tf, .fn = a[0], .elems = a[1], .options = &a[3], .reverse = reverse};
    Group g;
    if (!open_walk(&w, a[6], reverse ? "foldr" : "foldl", &g)) {
        return false;
    }
    bool ok = fold_in(&w, a[2], result);
    group_close(tf, &g);
    return ok;
}

static bool foldl(Tf *tf, const Value *a, Value *result) {
    return fold(tf, a, false, result);
}

static bool foldr(Tf *tf, const Value *a, Value *result) {
    return fold(tf, a, true, result);
}

/* ---- scan ---- */

static bool scan_body(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    Walk *w = data;
    Value args[2], *before, *leaves, out[3];
    uint32_t count;
    (void)n;
    if (!value_items(tf->run, v[1], &before, &count) ||
        !read_elements(w, operand(tf, v[0]), &args[1]) ||
        !nest_pack(tf, w->like, before, &args[0]) || !call_program_n(tf, w->fn, 2, args, &out[1]) ||
        !result_leaves(w, out[1], &leaves) ||
        !write_leaves(w, operand(tf, v[0]), v[2], leaves, &out[2]) ||
        !step(tf, v[0], w->reverse ? -1 : 1, &out[0])) {
        return false;
    }
    out[1] = list_make(tf->run, w->nresults, leaves);
    *result = tuple_make(tf->run, 3, out);
    return true;
}

/* The first element of each array is read, and is the first result, too. */
static bool scan_first(Walk *w, Value *leaves, Value *at) {
    *at = value_int(0);
    return (!w->reverse || last_index(w, at)) && read_leaves(w, operand(w->tf, *at), leaves);
}

static bool scan_initial(Walk *w, Value initializer, Value **leaves) {
    Value converted;
    return convert_initial(w->tf, initializer, &converted) &&
           nest_flatten(w->tf, converted, leaves, &w->nresults);
}

static bool scan_results(Walk *w, const Value *leaves) {
    DType *dtypes = ARENA_ARRAY(w->tf->run->arena, w->nresults + 1, DType);
    for (uint32_t i = 0; i < w->nresults; i++) {
        dtypes[i] = output_dtype(tensor_output(w->tf, leaves[i]));
    }
    return make_results(w, dtypes);
}

static bool scan_in(Walk *w, Value initializer, Value *result) {
    Tf *tf = w->tf;
    Value variables[3], *leaves, at, last, first;
    bool own = given(initializer);
    w->like = own ? initializer : w->elems;
    if (!convert_elements(w, "elem") || !count_elements(w) || !make_inputs(w)) {
        return false;
    }
    w->nresults = w->n;
    leaves = ARENA_ARRAY(tf->run->arena, w->n + 1, Value);
    if (own ? !scan_initial(w, initializer, &leaves) : !scan_first(w, leaves, &at)) {
        return false;
    }
    if (!index_const(tf, own ? 0 : 1, &first) || !scan_results(w, leaves)) {
        return false;
    }
    variables[2] = result_list(w);
    if (!own && !write_leaves(w, operand(tf, at), variables[2], leaves, &variables[2])) {
        return false;
    }
    variables[0] = first;
    variables[1] = list_make(tf->run, w->nresults, leaves);
    if (w->reverse && (!last_index(w, &at) || !binary_build(tf, BINARY_OPERATOR_SUBTRACT, first, at,
                                                            true, &variables[0]))) {
        return false;
    }
    Value all = tuple_make(tf->run, 3, variables);
    return run_walk(w, w->reverse ? at_least_zero : below_count, scan_body, all, &last) &&
           stack_results(w, sequence_item(last, 2), result);
}

/* fn, elems, initializer, parallel_iterations, back_prop, swap_memory, infer_shape, reverse, name
 */
static bool scan(Tf *tf, const Value *a, Value *result) {
    Walk w = {.tf = tf, .fn = a[0], .elems = a[1], .options = &a[3]};
    Group g;
    if (!arg_bool(tf, a[6], true, &w.infer_shape) || !arg_bool(tf, a[7], false, &w.reverse) ||
        !open_walk(&w, a[8], "scan", &g)) {
        return false;
    }
    bool ok = scan_in(&w, a[2], result);
    group_close(tf, &g);
    return ok;
}

static bool scan_1_4(Tf *tf, const Value *a, Value *result) {
    Value all[] = {a[0], a[1], a[2], a[3], a[4], a[5], a[6], value_bool(false), a[7]};
    return scan(tf, all, result);
}

#define FOLD_ARGUMENTS                                                                             \
    "fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False~"

const ApiRow functional_ops_rows[] = {
    FUNCTION("map_fn",
             "fn, elems, dtype=None, parallel_iterations=10, back_prop=True, swap_memory=False~, "
             "infer_shape=True, name=None",
             map_fn),
    FUNCTION("foldl", FOLD_ARGUMENTS ", name=None", foldl),
    FUNCTION("foldr", FOLD_ARGUMENTS ", name=None", foldr),
    FUNCTION_IN("scan", 0, 4, FOLD_ARGUMENTS ", infer_shape=True, name=None", scan_1_4),
    FUNCTION_IN("scan", 5, LATEST, FOLD_ARGUMENTS ", infer_shape=True, reverse=False, name=None",
                scan),
    API_END,
};
