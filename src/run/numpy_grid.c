/* numpy_grid.c: indices and grids of coordinates: indices, mgrid, r_, ix_, triu_indices …, and
 * functions that are called for each element or row. */
#include <math.h>

#include "run/complex.h"
#include "run/numpy_functions.h"

#define NONE value_none()

/* ---- indices ---- */

/* args: dimensions, dtype, sparse */
static bool np_indices(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Shape s;
    if (!shape_argument(run, args[0], false, &s)) {
        return false;
    }
    Value all = tuple_make(run, (uint32_t)s.rank, NULL),
          sparse = tuple_make(run, (uint32_t)s.rank, NULL);
    for (int i = 0; i < s.rank; i++) {
        int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)s.rank + 1, int64_t);
        for (int k = 0; k < s.rank; k++) {
            dims[k] = k == i ? s.dims[i] : 1;
        }
        Value v = CALC(&c, "arange", value_int(s.dims[i]), NONE, NONE, args[1]);
        v = CALC(&c, "reshape", v, shape_value(run, (Shape){s.rank, dims}));
        ((TupleObject *)sparse.as.object)->items[i] = v;
        ((TupleObject *)all.as.object)->items[i] = CALC(&c, "broadcast_to", v, shape_value(run, s));
    }
    if (calc_true(&c, args[2])) {
        return calc_end(&c, sparse, result);
    }
    if (!s.rank) {
        return refuse(run, NULL, "numpy.indices without dimensions");
    }
    return calc_end(&c, CALC(&c, "stack", all), result);
}

/* args: function, shape, dtype */
static bool np_fromfunction(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value dtype = given(args[2]) ? args[2] : value_object(run->type.real), *items;
    Value all = CALC(&c, "indices", args[1], dtype);
    uint32_t n;
    return !c.failed && value_items(run, all, &items, &n) &&
           value_call_n(run, args[0], n, items, result);
}

/* A tuple of the coordinates of the true elements of a matrix of ones. */
static Value triangle(Calc *c, const char *name, const Value *args) {
    Value columns = given(args[2]) ? args[2] : args[0];
    Value ones =
        CALC(c, "ones", calc_pair(c, args[0], columns), value_object(c->run->type.integer));
    return CALC(c, "nonzero", CALC(c, name, ones, args[1]));
}

static bool np_tril_indices(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, triangle(&c, "tril", args), result);
}

static bool np_triu_indices(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, triangle(&c, "triu", args), result);
}

static bool triangle_from(Run *run, const char *name, const Value *args, Value *result) {
    Calc c = {run, false};
    Value like = CALC(&c, "ones_like", args[0], value_object(run->type.boolean));
    return calc_end(&c, CALC(&c, "nonzero", CALC(&c, name, like, args[1])), result);
}

static bool np_tril_indices_from(Run *run, const Value *args, Value *result) {
    return triangle_from(run, "tril", args, result);
}

static bool np_triu_indices_from(Run *run, const Value *args, Value *result) {
    return triangle_from(run, "triu", args, result);
}

/* args: N, M, k, dtype */
static bool np_tri(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value columns = given(args[1]) ? args[1] : args[0];
    Value ones = CALC(&c, "ones", calc_pair(&c, args[0], columns), args[3]);
    return calc_end(&c, CALC(&c, "tril", ones, args[2]), result);
}

static bool np_diag_indices(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    int64_t n = 0;
    Value all = CALC(&c, "arange", args[0]);
    if (c.failed || !index_of(run, args[1], &n) || !check_count(run, n)) {
        return false;
    }
    *result = tuple_make(run, (uint32_t)n, NULL);
    for (int64_t i = 0; i < n; i++) {
        ((TupleObject *)result->as.object)->items[i] = all;
    }
    return true;
}

static bool np_diag_indices_from(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value both[2] = {value_int(calc_dim(&c, args[0], 0)), value_int(calc_rank(&c, args[0]))};
    return !c.failed && np_diag_indices(run, both, result);
}

static bool np_diagflat(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, CALC(&c, "diag", CALC(&c, "ravel", args[0]), args[1]), result);
}

/* args: indices, shape */
static bool np_unravel_index(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Shape s;
    if (!shape_argument(run, args[1], false, &s)) {
        return false;
    }
    Value rest = CALC(&c, "asarray", args[0]);
    const Tensor *t = calc_reals(&c, rest);
    for (int64_t i = 0; i < t->count; i++) {
        if (tensor_i64(t, i) < 0 || tensor_i64(t, i) >= shape_count(s)) {
            return raise_value_error(run, "index %lld is out of bounds for array with size %lld",
                                     (long long)tensor_i64(t, i), (long long)shape_count(s));
        }
    }
    *result = tuple_make(run, (uint32_t)s.rank, NULL);
    for (int i = s.rank; i-- > 0;) {
        ((TupleObject *)result->as.object)->items[i] =
            CALC(&c, "remainder", rest, value_int(s.dims[i]));
        rest = CALC(&c, "floor_divide", rest, value_int(s.dims[i]));
    }
    return !c.failed;
}

/* args: multi_index, dims */
static bool np_ravel_multi_index(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value *items, z = value_int(0);
    uint32_t n;
    Shape s;
    if (!shape_argument(run, args[1], false, &s) || !value_items(run, args[0], &items, &n)) {
        return false;
    }
    if (n != (uint32_t)s.rank) {
        return raise_value_error(run, "parameter multi_index must be a sequence of length %d",
                                 s.rank);
    }
    for (uint32_t i = 0; i < n; i++) {
        Value outside = CALC(&c, "logical_or", CALC(&c, "less", items[i], value_int(0)),
                             CALC(&c, "greater_equal", items[i], value_int(s.dims[i])));
        if (calc_true(&c, CALC(&c, "any", outside))) {
            return raise_value_error(run, "invalid entry in coordinates array");
        }
        z = CALC(&c, "add", CALC(&c, "multiply", z, value_int(s.dims[i])),
                 CALC(&c, "asarray", items[i]));
    }
    return calc_end(&c, z, result);
}

/* Pairs of (1,n,1,…) arrays: ix_. */
static bool np_ix(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    uint32_t n = sequence_count(args[0]);
    *result = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        Value v = calc_array(&c, sequence_item(args[0], i));
        const Tensor *t = calc_tensor(&c, v);
        if (!c.failed && t->shape.rank != 1) {
            return raise_value_error(run, "Cross index must be 1 dimensional");
        }
        v = t->dtype == DTYPE_BOOL ? CALC(&c, "flatnonzero", v) : v;
        v = t->count ? v : CALC(&c, "array", v, value_object(run->type.integer));
        int64_t *dims = ARENA_ARRAY(run->scratch, n + 1, int64_t);
        for (uint32_t k = 0; k < n; k++) {
            dims[k] = k == i ? calc_dim(&c, v, 0) : 1;
        }
        ((TupleObject *)result->as.object)->items[i] =
            CALC(&c, "reshape", v, shape_value(run, (Shape){(int)n, dims}));
    }
    return !c.failed;
}

/* ---- what is indexed with slices: r_, c_, s_, mgrid, ogrid ---- */

/* start:stop:step as numbers; a step of nj means n numbers, the last one included. */
static Value numbers_of(Calc *c, Value slice) {
    const SliceObject *s = (const SliceObject *)slice.as.object;
    Value start = given(s->start) ? s->start : value_int(0);
    if (is_complex(c->run, s->step)) {
        bool is;
        Complex step;
        c->failed = c->failed || !complex_like(c->run, s->step, &is, &step);
        return CALC(c, "linspace", start, s->stop,
                    value_int(c->failed ? 0 : (int64_t)hypot(step.re, step.im)));
    }
    return CALC(c, "arange", start, s->stop, given(s->step) ? s->step : value_int(1));
}

static bool mesh(Run *run, Value key, bool dense, Value *result) {
    Calc c = {run, false};
    if (is_slice(run, key)) {
        return calc_end(&c, numbers_of(&c, key), result);
    }
    if (!is_tuple(run, key)) {
        return refuse(run, NULL, "this index of numpy.mgrid");
    }
    uint32_t n = sequence_count(key);
    Value parts = list_make(run, 0, NULL);
    Value shape = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        if (!is_slice(run, sequence_item(key, i))) {
            return refuse(run, NULL, "this index of numpy.mgrid");
        }
        Value v = numbers_of(&c, sequence_item(key, i));
        int64_t *dims = ARENA_ARRAY(run->scratch, n + 1, int64_t);
        for (uint32_t k = 0; k < n; k++) {
            dims[k] = k == i ? calc_dim(&c, v, 0) : 1;
        }
        ((TupleObject *)shape.as.object)->items[i] = value_int(dims[i]);
        list_append(run, parts, CALC(&c, "reshape", v, shape_value(run, (Shape){(int)n, dims})));
    }
    for (uint32_t i = 0; dense && i < n; i++) {
        list_set(run, parts, i, CALC(&c, "broadcast_to", sequence_item(parts, i), shape));
    }
    return calc_end(&c, dense ? CALC(&c, "stack", parts) : parts, result);
}

static bool mgrid_item(Run *run, Value self, Value key, Value *result) {
    (void)self;
    return mesh(run, key, true, result);
}

static bool ogrid_item(Run *run, Value self, Value key, Value *result) {
    (void)self;
    return mesh(run, key, false, result);
}

static bool s_item(Run *run, Value self, Value key, Value *result) {
    (void)run;
    (void)self;
    *result = key;
    return true;
}

/* Slices become ranges, the rest arrays; columns: each is one column of the result. */
static bool join(Run *run, Value key, bool columns, Value *result) {
    Calc c = {run, false};
    uint32_t n = is_tuple(run, key) ? sequence_count(key) : 1;
    Value parts = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        Value v = is_tuple(run, key) ? sequence_item(key, i) : key;
        if (is_str(run, v)) {
            return refuse(run, NULL, "directives of numpy.r_");
        }
        v = is_slice(run, v) ? numbers_of(&c, v) : calc_array(&c, v);
        v = CALC(&c, "atleast_1d", v);
        bool flat = columns && calc_rank(&c, v) == 1;
        list_append(run, parts, flat ? CALC(&c, "expand_dims", v, value_int(1)) : v);
    }
    return calc_end(&c, CALC(&c, "concatenate", parts, value_int(columns ? -1 : 0)), result);
}

static bool r_item(Run *run, Value self, Value key, Value *result) {
    (void)self;
    return join(run, key, false, result);
}

static bool c_item(Run *run, Value self, Value key, Value *result) {
    (void)self;
    return join(run, key, true, result);
}

typedef bool GetItem(Run *run, Value self, Value key, Value *result);

static void add_indexed(Run *run, Numpy *np, const char *name, const char *type,
                        GetItem *get_item) {
    Type *t = type_make(run, type, NULL, "numpy.lib.index_tricks");
    t->get_item = get_item;
    module_set(run, np->module, name, value_object(object_make(run, t, sizeof(Object))));
}

/* ---- walking over elements ---- */

static Value iterator_over(Calc *c, Value list) {
    Value it = NONE;
    c->failed = c->failed || !value_iter(c->run, list, &it);
    return it;
}

/* The tuples of all indices of a shape; with the elements of an array, if there is one. */
static Value all_indices(Calc *c, Shape s, const Tensor *t, bool text) {
    Run *run = c->run;
    int64_t n = shape_count(s);
    const int64_t *strides = strides_of(run->scratch, s);
    Value list = list_make(run, 0, NULL);
    c->failed = c->failed || !check_count(run, n);
    for (int64_t i = 0; i < n && !c->failed; i++) {
        Value at = tuple_make(run, (uint32_t)s.rank, NULL);
        for (int k = 0; k < s.rank; k++) {
            ((TupleObject *)at.as.object)->items[k] = value_int(i / strides[k] % s.dims[k]);
        }
        list_append(run, list, t ? calc_pair(c, at, element_scalar(run, t, i, text)) : at);
    }
    return iterator_over(c, list);
}

static bool np_ndindex(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Shape s;
    bool one = sequence_count(args[0]) == 1;
    return shape_argument(run, one ? sequence_item(args[0], 0) : args[0], false, &s) &&
           calc_end(&c, all_indices(&c, s, NULL, false), result);
}

static bool np_ndenumerate(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Operand x;
    return tensor_of(run, args[0], &x) &&
           calc_end(&c, all_indices(&c, x.tensor->shape, x.tensor, x.text), result);
}

/* Elements as arrays without dims. */
static bool np_nditer(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value a = calc_array(&c, args[0]), list = list_make(run, 0, NULL);
    if (c.failed || is_sequence(run, args[0]) || !array_contiguous(as_array(a))) {
        return !c.failed && refuse(run, NULL, "numpy.nditer of this operand");
    }
    const Tensor *t = calc_tensor(&c, a);
    for (int64_t i = 0; i < t->count; i++) {
        Tensor *one = strided_copy(run->arena, t, shape_scalar(), i, NULL);
        list_append(run, list, array_make_text(run, one, as_array(a)->text));
    }
    return calc_end(&c, iterator_over(&c, list), result);
}

/* ---- functions of the program, called for each part ---- */

/* args: func1d, axis, arr, *args */
static bool np_apply_along_axis(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value a = calc_array(&c, args[2]), list = list_make(run, 0, NULL);
    int axis = calc_axis(&c, args[1], a), rank = calc_rank(&c, a);
    uint32_t more = sequence_count(args[3]);
    a = CALC(&c, "moveaxis", a, value_int(axis), value_int(-1));
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = i + 1 < rank ? calc_dim(&c, a, i) : -1;
    }
    int64_t rows = rank ? shape_count((Shape){rank - 1, dims}) : 0,
            length = rank ? calc_dim(&c, a, rank - 1) : 0;
    Value flat = CALC(&c, "reshape", a, calc_pair(&c, value_int(rows), value_int(length)));
    Value *call = ARENA_ARRAY(run->arena, more + 1, Value), one = NONE;
    for (int64_t i = 0; i < rows && !c.failed; i++) {
        call[0] = calc_item(&c, flat, value_int(i));
        for (uint32_t k = 0; k < more; k++) {
            call[k + 1] = sequence_item(args[3], k);
        }
        c.failed = c.failed || !value_call_n(run, args[0], more + 1, call, &one);
        list_append(run, list, one);
    }
    Value z = CALC(&c, "array", list);
    int inner = calc_rank(&c, z) - 1;
    if (inner > 1) {
        return refuse(run, NULL, "numpy.apply_along_axis with a function that gives a matrix");
    }
    z = CALC(&c, "reshape", z, shape_value(run, (Shape){rank - (inner ? 0 : 1), dims}));
    z = inner ? CALC(&c, "moveaxis", z, value_int(-1), value_int(axis)) : z;
    return calc_end(&c, CALC(&c, "array", z), result);
}

/* np.vectorize(f): the function is called for the first element to see which type it gives, then
 * for all. */
typedef struct VectorizeObject {
    Object object;
    Value function, otypes;
} VectorizeObject;

static Value call_each(Calc *c, const VectorizeObject *v, uint32_t n, const Operand *x,
                       Shape shape) {
    Run *run = c->run;
    Value list = list_make(run, 0, NULL), one = NONE, *call = ARENA_ARRAY(run->arena, n + 1, Value);
    int64_t count = shape_count(shape);
    for (int64_t i = given(v->otypes) ? 0 : -1; i < count && !c->failed; i++) {
        for (uint32_t k = 0; k < n; k++) {
            call[k] = i < 0 ? element_scalar(run, x[k].tensor, 0, x[k].text)
                            : element_value(run, x[k].tensor, i, x[k].text);
        }
        c->failed = !value_call_n(run, v->function, n, call, &one);
        if (i >= 0) {
            list_append(run, list, one);
        }
    }
    return list;
}

static bool vectorize_call(Run *run, Value self, const Args *args, Value *result) {
    const VectorizeObject *v = (const VectorizeObject *)self.as.object;
    Calc c = {run, false};
    uint32_t n = args->npositional;
    Operand *x = ARENA_ARRAY(run->scratch, n + 1, Operand);
    Shape shape = shape_scalar();
    if (args->nkeywords || !n) {
        return refuse(run, NULL, "calling a numpy.vectorize function with keywords");
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!tensor_of(run, args->at[i], &x[i]) ||
            !broadcast_shapes(run, shape, x[i].tensor->shape, &shape)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!broadcast_to(run, x[i].tensor, shape, &x[i].tensor)) {
            return false;
        }
    }
    if (!shape_count(shape)) {
        return raise_value_error(run,
                                 "cannot call `vectorize` on size 0 inputs unless `otypes` is set");
    }
    Value list = call_each(&c, v, n, x, shape);
    if (c.failed) {
        return false;
    }
    if (is_sequence(run, sequence_item(list, 0))) {
        return refuse(run, NULL, "a numpy.vectorize function with several results");
    }
    Value first = CALC(&c, "asarray", sequence_item(list, 0));
    Value dtype =
        given(v->otypes) ? v->otypes : numpy_dtype_value(run, calc_tensor(&c, first)->dtype);
    bool text = is_str(run, sequence_item(list, 0));
    Value z = text ? CALC(&c, "array", list) : CALC(&c, "array", list, dtype);
    return calc_end(&c, CALC(&c, "reshape", z, shape_value(run, shape)), result);
}

static bool np_vectorize(Run *run, const Value *args, Value *result) {
    Type *t = type_make(run, "vectorize", NULL, "numpy");
    t->call = vectorize_call;
    t->size = sizeof(VectorizeObject);
    VectorizeObject *v = object_make(run, t, sizeof *v);
    v->function = args[0];
    v->otypes = args[1];
    if (is_sequence(run, args[1]) && sequence_count(args[1]) == 1) {
        v->otypes = sequence_item(args[1], 0);
    }
    *result = value_object(v);
    return true;
}

/* ---- broadcasting as such ---- */

static bool np_broadcast_arrays(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    uint32_t n = sequence_count(args[0]);
    Shape shape = shape_scalar();
    for (uint32_t i = 0; i < n; i++) {
        if (!broadcast_shapes(run, shape, calc_tensor(&c, sequence_item(args[0], i))->shape,
                              &shape)) {
            return false;
        }
    }
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        list_append(run, *result,
                    CALC(&c, "broadcast_to", sequence_item(args[0], i), shape_value(run, shape)));
    }
    return !c.failed;
}

static bool np_broadcast_shapes(Run *run, const Value *args, Value *result) {
    Shape shape = shape_scalar(), one;
    for (uint32_t i = 0; i < sequence_count(args[0]); i++) {
        if (!shape_argument(run, sequence_item(args[0], i), false, &one) ||
            !broadcast_shapes(run, shape, one, &shape)) {
            return false;
        }
    }
    *result = shape_value(run, shape);
    return true;
}

/* args: start, stop, num, endpoint */
static bool np_geomspace(Run *run, const Value *args, Value *result) {
    double start, stop;
    Calc c = {run, false};
    if (!float_of(run, args[0], &start) || !float_of(run, args[1], &stop)) {
        return false;
    }
    if (start == 0 || stop == 0) {
        return raise_value_error(run, "Geometric sequence cannot include zero");
    }
    double sign = start < 0 && stop < 0 ? -1 : 1;
    Value v = CALC(&c, "logspace", value_float(log10(sign * start)),
                   value_float(log10(sign * stop)), args[2], args[3]);
    const Tensor *t = calc_tensor(&c, v);
    Tensor *out = tensor_same(run, t);
    for (int64_t i = 0; i < out->count; i++) {
        bool end = i == out->count - 1 && calc_true(&c, args[3]) && i > 0;
        double d = i == 0 ? sign * start : end ? sign * stop : tensor_f64(t, i);
        tensor_set_f64(out, i, sign * d);
    }
    return calc_end(&c, calc_vector(&c, out), result);
}

/* args: x, N, increasing */
static bool np_vander(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value x = calc_array(&c, args[0]);
    int64_t n = calc_dim(&c, x, 0);
    if (given(args[1]) && !index_of(run, args[1], &n)) {
        return false;
    }
    bool rises = calc_true(&c, args[2]);
    Value list = list_make(run, 0, NULL), one = CALC(&c, "ones_like", x), power = one;
    for (int64_t i = 0; i < n && !c.failed; i++) {
        list_append(run, list, power);
        power = CALC(&c, "multiply", power, x);
    }
    Value z = CALC(&c, "stack", list, value_int(1));
    return calc_end(&c, rises ? z : CALC(&c, "fliplr", z), result);
}

static const NativeSpec grid_functions[] = {
    {.name = "indices", .signature = "dimensions, dtype=None, sparse=False", .fn = np_indices},
    {.name = "fromfunction", .signature = "function, shape, *, dtype=None", .fn = np_fromfunction},
    {.name = "tri", .signature = "N, M=None, k=0, dtype=None", .fn = np_tri},
    {.name = "tril_indices", .signature = "n, k=0, m=None", .fn = np_tril_indices},
    {.name = "triu_indices", .signature = "n, k=0, m=None", .fn = np_triu_indices},
    {.name = "tril_indices_from", .signature = "arr, k=0", .fn = np_tril_indices_from},
    {.name = "triu_indices_from", .signature = "arr, k=0", .fn = np_triu_indices_from},
    {.name = "diag_indices", .signature = "n, ndim=2", .fn = np_diag_indices},
    {.name = "diag_indices_from", .signature = "arr", .fn = np_diag_indices_from},
    {.name = "diagflat", .signature = "v, k=0", .fn = np_diagflat},
    {.name = "unravel_index", .signature = "indices, shape, order='C'!", .fn = np_unravel_index},
    {.name = "ravel_multi_index",
     .signature = "multi_index, dims, mode='raise'!, order='C'!",
     .fn = np_ravel_multi_index},
    {.name = "ix_", .signature = "*args", .fn = np_ix},
    {.name = "ndindex", .signature = "*shape", .fn = np_ndindex},
    {.name = "ndenumerate", .signature = "arr", .fn = np_ndenumerate},
    {.name = "nditer", .signature = "op, **options!", .fn = np_nditer},
    {.name = "apply_along_axis",
     .signature = "func1d, axis, arr, *args",
     .fn = np_apply_along_axis},
    {.name = "vectorize",
     .signature = "pyfunc, otypes=None, doc=None!, excluded=None!, cache=False~, signature=None!",
     .fn = np_vectorize},
    {.name = "broadcast_arrays", .signature = "*args, subok=False~", .fn = np_broadcast_arrays},
    {.name = "broadcast_shapes", .signature = "*args", .fn = np_broadcast_shapes},
    {.name = "geomspace",
     .signature = "start, stop, num=50, endpoint=True, dtype=None!, axis=0!",
     .fn = np_geomspace},
    {.name = "vander", .signature = "x, N=None, increasing=False", .fn = np_vander},
    {0},
};

void install_numpy_grid(Run *run, Numpy *np) {
    module_add_functions(run, np->module, grid_functions);
    add_indexed(run, np, "mgrid", "MGridClass", mgrid_item);
    add_indexed(run, np, "ogrid", "OGridClass", ogrid_item);
    add_indexed(run, np, "r_", "RClass", r_item);
    add_indexed(run, np, "c_", "CClass", c_item);
    add_indexed(run, np, "s_", "IndexExpression", s_item);
    add_indexed(run, np, "index_exp", "IndexExpression", s_item);
}
