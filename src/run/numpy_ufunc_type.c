/* numpy_ufunc_type.c: np.add and the like as values: calling them with out=, where= and dtype=, and
 * their methods reduce, accumulate, outer and at.
 *
 * They are natives of a type of their own; the row of the spec is the Ufunc (two arguments) or the
 * UnaryRow. */
#include "run/numpy_functions.h"

/* ---- where results go ---- */

static bool write_masked(Run *run, ArrayObject *a, const Tensor *t, const Tensor *mask) {
    int64_t *at = strided_positions(run->scratch, a->shape, a->offset, array_strides(run, a));
    Tensor *some = tensor_make(run->scratch, t->dtype, t->shape);
    int64_t n = 0;
    for (int64_t i = 0; i < t->count; i++) {
        if (tensor_bool(mask, i)) {
            element_copy(some, n, t, i, 1);
            at[n++] = at[i];
        }
    }
    return array_write(run, a, n, at, some, 1);
}

static bool write_out(Run *run, const char *name, Operand z, Value out, Value where) {
    ArrayObject *a = as_array(out);
    DType own = array_owner(a)->tensor->dtype;
    Operand mask;
    if (!output_check(run, name, a, z.tensor, own) || !tensor_convert(run, z, own, &z.tensor) ||
        !broadcast_to(run, z.tensor, a->shape, &z.tensor)) {
        return false;
    }
    if (where.kind == VALUE_BOOL && where.as.boolean) {
        return array_replace(run, a, tensor_same(run, z.tensor));
    }
    return operand_as(run, where, DTYPE_BOOL, &mask) &&
           broadcast_to(run, mask.tensor, a->shape, &mask.tensor) &&
           write_masked(run, a, z.tensor, mask.tensor);
}

bool numpy_deliver(Run *run, const char *name, Operand z, Value out, Value where, Value *result) {
    bool whole = where.kind == VALUE_BOOL && where.as.boolean;
    if (is_tuple(run, out) && sequence_count(out) == 1) {
        out = sequence_item(out, 0);
    }
    if (!given(out)) {
        *result = whole ? result_make(run, z) : value_none();
        return whole || refuse(run, "the elements that are left out have no value of their own",
                               "the parameter 'where' of numpy.%s without 'out'", name);
    }
    *result = out;
    return is_array(run, out) ? write_out(run, name, z, out, where)
                              : raise_type_error(run, "return arrays must be of ArrayType");
}

/* ---- calling ---- */

/* dtype=: operands are turned into the type of the computation. */
static bool cast_operand(Run *run, const char *name, DType type, int i, Operand *x) {
    if (type == DTYPE_INVALID || x->tensor->dtype == type) {
        return true;
    }
    if (!same_kind(x->tensor->dtype, type)) {
        return raise_error(
            run, run->numpy->no_output,
            "Cannot cast ufunc '%s' input%s from dtype('%s') to dtype('%s') with casting rule "
            "'same_kind'",
            name,
            i < 0 ? ""
            : i   ? " 1"
                  : " 0",
            dtype_name(x->tensor->dtype), dtype_name(type));
    }
    return tensor_convert(run, *x, type, &x->tensor);
}

static bool call_binary(Run *run, const void *row, const Value *args, Value *result) {
    Ufunc f = *(const Ufunc *)row;
    const char *name = ufunc_name(f);
    Operand x, y, z;
    DType type;
    return tensor_of(run, args[0], &x) && tensor_of(run, args[1], &y) &&
           dtype_argument(run, args[4], DTYPE_INVALID, &type, NULL) &&
           cast_operand(run, name, type, 0, &x) && cast_operand(run, name, type, 1, &y) &&
           ufunc_binary(run, f, x, y, &z) && numpy_deliver(run, name, z, args[2], args[3], result);
}

static bool call_unary(Run *run, const void *row, const Value *args, Value *result) {
    const char *name = unary_name(row);
    Operand x, z;
    DType type;
    return tensor_of(run, args[0], &x) &&
           dtype_argument(run, args[3], DTYPE_INVALID, &type, NULL) &&
           cast_operand(run, name, type, -1, &x) && ufunc_unary(run, row, x, &z) &&
           numpy_deliver(run, name, z, args[1], args[2], result);
}

/* ---- methods ---- */

static const NativeObject *self_of(const Value *args) {
    return (const NativeObject *)args[0].as.object;
}

static bool binary_of(Run *run, const Value *args, const char *method, Ufunc *f) {
    const NativeSpec *spec = self_of(args)->spec;
    *f = UFUNC_COUNT;
    if (spec->fn_row != call_binary) {
        return raise_value_error(run, "%s only supported for binary functions", method);
    }
    *f = *(const Ufunc *)spec->row;
    return true;
}

/* The sums and extremes that np.sum and the like know; false for any other. */
static bool reduction_of(Ufunc f, Reduction *r) {
    switch ((int)f) {
    case UFUNC_ADD: *r = REDUCTION_SUM; return true;
    case UFUNC_MULTIPLY: *r = REDUCTION_PROD; return true;
    case UFUNC_MAXIMUM: *r = REDUCTION_MAX; return true;
    case UFUNC_MINIMUM: *r = REDUCTION_MIN; return true;
    case UFUNC_LOGICAL_AND: *r = REDUCTION_ALL; return true;
    case UFUNC_LOGICAL_OR: *r = REDUCTION_ANY; return true;
    default: return false; /* the others have no name of their own */
    }
}

/* args: self, array, axis, dtype, out, keepdims */
static bool ufunc_reduce(Run *run, const Value *args, Value *result) {
    Ufunc f;
    Reduction r;
    Operand x, z;
    DType type;
    bool keep;
    if (!binary_of(run, args, "reduce", &f) || !tensor_of(run, args[1], &x) ||
        !dtype_argument(run, args[3], DTYPE_INVALID, &type, NULL) ||
        !value_truth(run, args[5], &keep)) {
        return false;
    }
    int rank = x.tensor->shape.rank;
    bool *axes = ARENA_ARRAY(run->scratch, (size_t)rank + 1, bool);
    if (!axes_argument(run, rank ? args[2] : value_none(), rank, axes)) {
        return false;
    }
    bool done = reduction_of(f, &r) ? numpy_reduce(run, r, x, axes, keep, type, &z)
                                    : numpy_fold(run, f, x, axes, keep, &z);
    return done && numpy_deliver(run, ufunc_name(f), z, args[4], value_bool(true), result);
}

/* args: self, array, axis */
static bool ufunc_accumulate(Run *run, const Value *args, Value *result) {
    Ufunc f;
    Operand x, z;
    int axis;
    if (!binary_of(run, args, "accumulate", &f) || !tensor_of(run, args[1], &x) ||
        !axis_argument(run, args[2], x.tensor->shape.rank, &axis)) {
        return false;
    }
    bool sums = f == UFUNC_ADD || f == UFUNC_MULTIPLY;
    if (!(sums ? numpy_accumulate(run, f == UFUNC_MULTIPLY, x, axis, DTYPE_INVALID, &z)
               : numpy_running(run, f, x, axis, &z))) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

/* x gets as many dims of 1 behind its own as y has. */
static bool ufunc_outer(Run *run, const Value *args, Value *result) {
    Ufunc f;
    Operand x, y, z;
    if (!binary_of(run, args, "outer", &f) || !tensor_of(run, args[1], &x) ||
        !tensor_of(run, args[2], &y)) {
        return false;
    }
    Shape s = x.tensor->shape;
    int rank = s.rank + y.tensor->shape.rank;
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)rank + 1, int64_t);
    for (int i = 0; i < rank; i++) {
        dims[i] = i < s.rank ? s.dims[i] : 1;
    }
    x.tensor = tensor_reshaped(run->scratch, x.tensor, shape_make(run->scratch, rank, dims));
    if (!ufunc_binary(run, f, x, y, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

/* The places that indices choose, as an array of numbers: indexing the numbers of all elements. */
static bool chosen_places(Run *run, const ArrayObject *a, Value indices, Operand *places) {
    Tensor *all = tensor_make(run->arena, DTYPE_INT64, a->shape);
    Value chosen;
    for (int64_t i = 0; i < all->count; i++) {
        tensor_set_i64(all, i, i);
    }
    return array_get_item(run, array_make_text(run, all, false), indices, &chosen) &&
           tensor_of(run, chosen, places);
}

/* a[indices] = f(a[indices], b), one after the other: an index that is there twice counts twice. */
static bool ufunc_at(Run *run, const Value *args, Value *result) {
    Ufunc f;
    Operand x, y, z, places;
    *result = value_none();
    if (!binary_of(run, args, "at", &f)) {
        return false;
    }
    if (!is_array(run, args[1])) {
        return raise_type_error(run, "first operand must be array");
    }
    ArrayObject *a = as_array(args[1]);
    if (!tensor_of(run, args[1], &x) || !chosen_places(run, a, args[2], &places) ||
        !tensor_of(run, args[3], &y) ||
        !broadcast_to(run, y.tensor, places.tensor->shape, &y.tensor)) {
        return false;
    }
    Tensor *t = tensor_same(run, x.tensor);
    for (int64_t i = 0; i < places.tensor->count; i++) {
        Shape none = shape_scalar();
        int64_t at = tensor_i64(places.tensor, i);
        Operand old = {strided_copy(run->scratch, t, none, at, NULL), x.text, x.width};
        Operand by = {strided_copy(run->scratch, y.tensor, none, i, NULL), y.text, y.width};
        if (!ufunc_binary(run, f, old, by, &z) || !tensor_convert(run, z, t->dtype, &z.tensor)) {
            return false;
        }
        element_copy(t, at, z.tensor, 0, 1);
    }
    return array_replace(run, a, t);
}

static bool ufunc_reduceat(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "reduceat of numpy's functions");
}

/* ---- as values ---- */

static bool ufunc_repr(Run *run, Value self, Value *result) {
    const NativeSpec *spec = self_of(&self)->spec;
    *result = str_format(run, "<ufunc '%s'>",
                         spec->fn_row == call_binary ? ufunc_name(*(const Ufunc *)spec->row)
                                                     : unary_name(spec->row));
    return true;
}

static bool nin_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(self_of(args)->spec->fn_row == call_binary ? 2 : 1);
    return true;
}

static const NativeSpec ufunc_methods[] = {
    {.name = "reduce",
     .signature =
         "self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None!, where=True!",
     .fn = ufunc_reduce},
    {.name = "accumulate",
     .signature = "self, array, axis=0, dtype=None!, out=None!",
     .fn = ufunc_accumulate},
    {.name = "outer", .signature = "self, A, B, /", .fn = ufunc_outer},
    {.name = "at", .signature = "self, a, indices, b=None, /", .fn = ufunc_at},
    {.name = "reduceat", .signature = "self, *args, **options", .fn = ufunc_reduceat},
    {0},
};

static const Ufunc ufunc_ids[] = {
#define UFUNC2(ID, ...) UFUNC_##ID,
#include "run/ufunc.def"
#undef UFUNC2
};

#define OPTIONS "out=None, where=True, dtype=None, casting='same_kind'!, order='K'!, subok=True~"

#define BINARY(NAME, ID)                                                                           \
    {                                                                                              \
        .name = NAME, .signature = "x1, x2, /, " OPTIONS, .fn_row = call_binary,                   \
        .row = &ufunc_ids[UFUNC_##ID]                                                              \
    }

static const NativeSpec binary_functions[] = {
#define UFUNC2(ID, NAME, ...) BINARY(NAME, ID),
#include "run/ufunc.def"
#undef UFUNC2
    BINARY("true_divide", DIVIDE),
    BINARY("mod", REMAINDER),
    {0},
};

static void add(Run *run, Numpy *np, const NativeSpec *spec) {
    Value v = native_make(run, spec, value_unbound());
    NativeObject *f = object_make(run, np->ufunc, sizeof *f), *plain = (NativeObject *)v.as.object;
    Object head = f->object;
    *f = *plain;
    f->object = head;
    f->module = np->module;
    module_set(run, np->module, spec->name, value_object(f));
}

void install_numpy_ufuncs(Run *run, Numpy *np) {
    const UnaryRow *row;
    const char *name;
    np->ufunc = type_make(run, "ufunc", run->type.native, "numpy");
    np->ufunc->size = sizeof(NativeObject);
    np->ufunc->repr = ufunc_repr;
    type_add_methods(run, np->ufunc, ufunc_methods);
    type_add_getter(run, np->ufunc, "nin", nin_getter);
    module_set(run, np->module, "ufunc", value_object(np->ufunc));
    for (const NativeSpec *s = binary_functions; s->name; s++) {
        add(run, np, s);
    }
    for (size_t i = 0; (row = unary_row(i, &name)); i++) {
        NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
        *spec = (NativeSpec){
            .name = name, .signature = "x, /, " OPTIONS, .fn_row = call_unary, .row = row};
        add(run, np, spec);
    }
}
