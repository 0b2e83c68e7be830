/* array_ops.c: constants, placeholders, shapes, joining, splitting, indexing. */
#include <string.h>

#include "tf/build.h"
#include "tf/convert.h"
#include "tf/tables.h"

/* ---- constants ---- */

/* The value repeated to a shape: the last element goes on. */
static bool stretch(Tf *tf, const Tensor **t, Shape shape) {
    int64_t count = shape_count(shape);
    if (count < 0) {
        return raise_type_error(tf->run,
                                "int() argument must be a string, a bytes-like object or a "
                                "real number, not 'NoneType'");
    }
    if ((*t)->count > count) {
        return raise_value_error(tf->run,
                                 "Too many elements provided. Needed at most %lld, but received "
                                 "%lld",
                                 (long long)count, (long long)(*t)->count);
    }
    if (count > tf->engine->max_tensor) {
        return refuse_budget(tf->run, BUDGET_TENSOR);
    }
    if ((*t)->count == count) {
        *t = tensor_reshaped(tf->run->arena, *t, shape);
        return true;
    }
    Tensor *out = tensor_make(tf->run->arena, (*t)->dtype, shape);
    size_t size = dtype_size((*t)->dtype);
    for (int64_t i = 0; i < count && (*t)->count; i++) {
        int64_t from = i < (*t)->count ? i : (*t)->count - 1;
        memcpy((char *)out->data + (size_t)i * size, (char *)(*t)->data + (size_t)from * size,
               size);
    }
    *t = out;
    return true;
}

Output *constant_build(Tf *tf, Value v, DType dtype, bool has_shape, Shape shape, Str name) {
    const Tensor *t;
    Output *o = NULL;
    if (tensor_output(tf, v) || variable_of(tf, v)) {
        engine_fail(tf->engine, FAULT_TYPE, "List of Tensors when single Tensor expected");
        return NULL;
    }
    if (shape_object_of(tf, v) && shape_known(shape_object_of(tf, v)->shape)) {
        Shape s = shape_object_of(tf, v)->shape;
        t = tensor_vector_i32(tf->run->arena, s.rank, s.dims);
    } else if (!literal_tensor(tf, v, dtype, &t)) {
        return NULL;
    }
    int64_t written = t->count;
    if (has_shape && !stretch(tf, &t, shape)) {
        return NULL;
    }
    return constant_make_filled(tf->engine, t, written, name, &o) ? o : NULL;
}

Output *scalar_build(Tf *tf, double v, DType dtype, const char *name) {
    Output *o = NULL;
    Arena *a = tf->run->arena;
    DTypeClass class = dtype_class(dtype);
    if (class == DTYPE_CLASS_NONE) {
        engine_fail(tf->engine, FAULT_TYPE, "Unrecognized data type: %s", dtype_name(dtype));
        return NULL;
    }
    const Tensor *t = class == DTYPE_CLASS_BOOL     ? tensor_scalar_bool(a, v != 0)
                      : class == DTYPE_CLASS_STRING ? tensor_scalar_str(a, STR(""))
                                                    : tensor_scalar_f64(a, dtype, v);
    return constant_make(tf->engine, t, str_of(name), &o) ? o : NULL;
}

Output *ints_build(Tf *tf, int64_t n, const int64_t *v, const char *name) {
    Output *o = NULL;
    const Tensor *t = tensor_vector_i32(tf->run->arena, n, v);
    return constant_make(tf->engine, t, str_of(name ? name : "Const"), &o) ? o : NULL;
}

/* verify_shape: the value has the shape already. */
static bool check_own_shape(Tf *tf, const Value *a, DType dtype, Shape shape) {
    const Tensor *t;
    bool verify;
    if (!arg_bool(tf, a[4], false, &verify) || !verify || !given(a[2])) {
        return !tf->run->stopping;
    }
    if (!literal_tensor(tf, a[0], dtype, &t)) {
        return false;
    }
    Arena *arena = tf->run->arena;
    return shape_eq(t->shape, shape) ||
           raise_type_error(tf->run, "Expected Tensor's shape: %.*s, got %.*s.",
                            STR_ARG(shape_str(arena, shape)), STR_ARG(shape_str(arena, t->shape)));
}

static bool constant(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Shape shape = shape_unknown();
    Str name;
    if (!arg_dtype_or(tf, a[1], DTYPE_INVALID, &dtype) || !arg_shape(tf, a[2], &shape) ||
        !arg_name(tf, a[3], &name) || !check_own_shape(tf, a, dtype, shape)) {
        return false;
    }
    return give_tensor(tf, constant_build(tf, a[0], dtype, given(a[2]), shape, name), result);
}

static bool convert_to_tensor(Tf *tf, const Value *a, Value *result) {
    DType dtype, preferred;
    Str name;
    if (!arg_dtype_or(tf, a[1], DTYPE_INVALID, &dtype) || !arg_name(tf, a[2], &name) ||
        !arg_dtype_or(tf, a[3], DTYPE_INVALID, &preferred)) {
        return false;
    }
    const char *text = name.at ? str_dup(tf->run->arena, name).at : NULL;
    if (dtype == DTYPE_INVALID && preferred != DTYPE_INVALID) {
        Output *o = convert(tf, a[0], preferred, text);
        if (o || !fault_take(tf)) {
            return give_tensor(tf, o, result);
        }
    }
    return give_tensor(tf, convert(tf, a[0], dtype, text), result);
}

static bool placeholder(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Shape shape;
    Str name;
    if (!arg_dtype(tf, a[0], &dtype) || !arg_shape(tf, a[1], &shape) ||
        !arg_name(tf, a[2], &name)) {
        return false;
    }
    Attr attrs[] = {attr_type("dtype", dtype), attr_shape("shape", shape)};
    Output *o = build0(tf, "Placeholder", name, 2, attrs);
    return o && output_set_shape(tf->engine, o, shape) && give_tensor(tf, o, result);
}

/* ---- filled tensors ---- */

/* A shape that only the graph knows: Fill. */
static Output *fill_dynamic(Tf *tf, Value shape, DType dtype, int value, Str name) {
    Output *dims =
        convert(tf, shape, DTYPE_INT32, tf_has(tf, CHANGE_FILL_DIMS_UNNAMED) ? NULL : "shape");
    Output *one = dims ? scalar_build(tf, value, dtype, "Const") : NULL;
    return one ? build2(tf, "Fill", name, operand_of(dims), operand_of(one)) : NULL;
}

static Output *fill_in_group(Tf *tf, Value shape, DType dtype, int value, Str name) {
    Shape s;
    Output *o = NULL;
    if (tensor_output(tf, shape) || variable_of(tf, shape) || holds_tensor(tf, shape)) {
        return fill_dynamic(tf, shape, dtype, value, name);
    }
    if (!arg_shape(tf, shape, &s)) {
        return NULL;
    }
    if (shape_known(s) && shape_count(s) > tf->engine->max_tensor) {
        refuse_budget(tf->run, BUDGET_TENSOR);
        return NULL;
    }
    if (!shape_known(s)) {
        return convert(tf, shape, DTYPE_INT32, "shape");
    }
    return filled_build(tf->engine, s, dtype, value, name, &o) ? o : NULL;
}

Output *fill_build(Tf *tf, Value shape, DType dtype, int value, Str name) {
    Group g;
    if (!group_open_str(tf, name, value ? "ones" : "zeros", 1, &shape, &g)) {
        return NULL;
    }
    Output *o = fill_in_group(tf, shape, dtype, value, g.name);
    group_close(tf, &g);
    return o;
}

static bool filled(Tf *tf, int value, const Value *a, Value *result) {
    DType dtype;
    Str name;
    return arg_dtype_or(tf, a[1], DTYPE_FLOAT32, &dtype) && arg_name(tf, a[2], &name) &&
           give_tensor(tf, fill_build(tf, a[0], dtype, value, name), result);
}

static bool zeros(Tf *tf, const Value *a, Value *result) {
    return filled(tf, 0, a, result);
}

static bool ones(Tf *tf, const Value *a, Value *result) {
    return filled(tf, 1, a, result);
}

static Output *zeros_like_in(Tf *tf, Operand x, DType dtype, Str name) {
    Output *t = convert_operand(tf, x, DTYPE_INVALID, "tensor");
    if (!t) {
        return NULL;
    }
    DType own = output_dtype(t), want = dtype == DTYPE_INVALID ? own : dtype;
    if (tf_has(tf, CHANGE_ZEROS_LIKE_CONST) && shape_known(output_shape(t))) {
        return fill_build(tf, tf_shape(tf, output_shape(t)), want, 0, name);
    }
    if (want == own) {
        return build1(tf, "ZerosLike", name, operand_of(t));
    }
    Output *shape = shape_build(tf, operand_of(t), NAME_NONE, "Shape");
    Output *o = shape ? fill_build(tf, tf_tensor(tf, shape), want, 0, name) : NULL;
    return o && output_set_shape(tf->engine, o, output_shape(t)) ? o : NULL;
}

Output *zeros_like_build(Tf *tf, Operand x, DType dtype, Str name) {
    Group g;
    Value v = x.output ? tf_tensor(tf, x.output) : x.host;
    if (!group_open_str(tf, name, "zeros_like", 1, &v, &g)) {
        return NULL;
    }
    Output *o = zeros_like_in(tf, x, dtype, g.name);
    group_close(tf, &g);
    return o;
}

static bool zeros_like(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Str name;
    return arg_dtype_or(tf, a[1], DTYPE_INVALID, &dtype) && arg_name(tf, a[2], &name) &&
           give_tensor(tf, zeros_like_build(tf, operand(tf, a[0]), dtype, name), result);
}

static Output *ones_like_in(Tf *tf, Value v, DType dtype, Str name) {
    Output *t = convert(tf, v, DTYPE_INVALID, "tensor");
    Output *shape = t ? shape_build(tf, operand_of(t), NAME_NONE, "Shape") : NULL;
    if (!shape) {
        return NULL;
    }
    DType want = dtype == DTYPE_INVALID ? output_dtype(t) : dtype;
    Output *o = fill_build(tf, tf_tensor(tf, shape), want, 1, name);
    return o && output_set_shape(tf->engine, o, output_shape(t)) ? o : NULL;
}

static bool ones_like(Tf *tf, const Value *a, Value *result) {
    DType dtype;
    Group g;
    return arg_dtype_or(tf, a[1], DTYPE_INVALID, &dtype) &&
           group_open(tf, a[2], "ones_like", 1, a, &g) &&
           group_done(tf, &g, ones_like_in(tf, a[0], dtype, g.name), result);
}

/* ---- shapes ---- */

static Output *shape_in_group(Tf *tf, Operand x, DType type, Str name, const char *what) {
    Output *t = convert_operand(tf, x, DTYPE_INVALID, NULL);
    Output *o = NULL;
    if (!t) {
        return NULL;
    }
    Shape s = output_shape(t);
    Arena *a = tf->run->arena;
    bool rank = what[0] == 'R';
    if (rank ? s.rank == SHAPE_UNKNOWN_RANK : !shape_known(s)) {
        Attr attr = attr_type("out_type", type);
        return build(tf, what, name, 1, &x, rank ? 0 : 1, &attr);
    }
    const Tensor *known = rank             ? tensor_scalar_i64(a, DTYPE_INT32, s.rank)
                          : what[1] == 'h' ? tensor_vector_i32(a, s.rank, s.dims)
                                           : tensor_scalar_i64(a, DTYPE_INT32, shape_count(s));
    known = known->dtype == type ? known : tensor_cast(a, known, type);
    return constant_make(tf->engine, known, name, &o) ? o : NULL;
}

static Output *shape_build_as(Tf *tf, Operand x, DType type, Str name, const char *what) {
    Group g;
    Value v = x.output ? tf_tensor(tf, x.output) : x.host;
    if (!group_open_str(tf, name, what, 1, &v, &g)) {
        return NULL;
    }
    Output *o = shape_in_group(tf, x, type, g.name, what);
    group_close(tf, &g);
    return o;
}

Output *shape_build(Tf *tf, Operand x, Str name, const char *what) {
    return shape_build_as(tf, x, DTYPE_INT32, name, what);
}

/* input, name, out_type */
static bool shaped(Tf *tf, const char *what, const Value *a, Value out_type, Value *result) {
    Str name;
    DType type;
    return arg_name(tf, a[1], &name) && arg_dtype_or(tf, out_type, DTYPE_INT32, &type) &&
           give_tensor(tf, shape_build_as(tf, operand(tf, a[0]), type, name, what), result);
}

static bool shape(Tf *tf, const Value *a, Value *result) {
    return shaped(tf, "Shape", a, a[2], result);
}

static bool size(Tf *tf, const Value *a, Value *result) {
    return shaped(tf, "Size", a, a[2], result);
}

static bool rank(Tf *tf, const Value *a, Value *result) {
    return shaped(tf, "Rank", a, value_none(), result);
}

static bool expand_dims(Tf *tf, const Value *a, Value *result) {
    Value axis;
    Str name;
    bool pushed;
    if (!arg_either(tf, a[1], a[3], "can't specify both 'dim' and 'axis'", &axis) ||
        !arg_name(tf, a[2], &name) || !graph_select(tf, 1, a, &pushed)) {
        return false;
    }
    Output *o = build2(tf, "ExpandDims", name, operand(tf, a[0]), operand(tf, axis));
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return give_tensor(tf, o, result);
}

static bool squeeze(Tf *tf, const Value *a, Value *result) {
    Value axis, *items = NULL;
    Str name;
    uint32_t n = 0;
    if (!arg_either(tf, a[1], a[3], "Cannot specify both 'squeeze_dims' and 'axis'", &axis) ||
        !arg_name(tf, a[2], &name)) {
        return false;
    }
    if (axis.kind == VALUE_INT) {
        items = &axis;
        n = 1;
    } else if (given(axis) && !value_items(tf->run, axis, &items, &n)) {
        return false;
    }
    int64_t *dims = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!arg_int(tf, items[i], &dims[i])) {
            return false;
        }
    }
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {dims, (int)n}};
    Operand in = operand(tf, a[0]);
    return give_tensor(tf, build(tf, "Squeeze", name, 1, &in, 1, &attr), result);
}

const ApiRow array_ops_rows[] = {
    FUNCTION("constant", "value, dtype=None, shape=None, name='Const', verify_shape=False",
             constant),
    FUNCTION("convert_to_tensor", "value, dtype=None, name=None, preferred_dtype=None",
             convert_to_tensor),
    FUNCTION("placeholder", "dtype, shape=None, name=None", placeholder),
    FUNCTION("zeros", "shape, dtype=None, name=None", zeros),
    FUNCTION("ones", "shape, dtype=None, name=None", ones),
    FUNCTION("zeros_like", "tensor, dtype=None, name=None, optimize=True!", zeros_like),
    FUNCTION("ones_like", "tensor, dtype=None, name=None, optimize=True!", ones_like),
    FUNCTION("shape", "input, name=None, out_type=None", shape),
    FUNCTION("size", "input, name=None, out_type=None", size),
    FUNCTION("rank", "input, name=None", rank),
    FUNCTION("expand_dims", "input, axis=None, name=None, dim=None", expand_dims),
    FUNCTION("squeeze", "input, axis=None, name=None, squeeze_dims=None", squeeze),
    API_END,
};
