/* numpy_grid.c: grids of coordinates: mgrid, r_, ndindex …, and functions that are called for each
 * element. */
#include <math.h>

#include "run/complex.h"
#include "run/numpy_functions.h"

#define NONE value_none()

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

/* ---- functions of the program, called for each element ---- */

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

static const NativeSpec grid_functions[] = {
    {.name = "ndindex", .signature = "*shape", .fn = np_ndindex},
    {.name = "ndenumerate", .signature = "arr", .fn = np_ndenumerate},
    {.name = "nditer", .signature = "op, **options!", .fn = np_nditer},
    {.name = "vectorize",
     .signature = "pyfunc, otypes=None, doc=None!, excluded=None!, cache=False~, signature=None!",
     .fn = np_vectorize},
    {.name = "broadcast_shapes", .signature = "*args", .fn = np_broadcast_shapes},
    {.name = "geomspace",
     .signature = "start, stop, num=50, endpoint=True, dtype=None!, axis=0!",
     .fn = np_geomspace},
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
