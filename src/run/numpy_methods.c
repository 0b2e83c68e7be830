/* numpy_methods.c: the type ndarray: its slots, attributes and the methods that are not functions
 * of numpy, too. */
#include <string.h>

#include "run/numpy_functions.h"

/* ---- text ---- */

static bool array_repr(Run *run, Value self, Value *result) {
    Operand x;
    Sink out = sink_memory(run->scratch);
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    array_text(&out, run->scratch, x,
               (TextStyle){&run->numpy->print, as_array(self)->objects, true});
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool array_str(Run *run, Value self, Value *result) {
    Operand x;
    Sink out = sink_memory(run->scratch);
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    array_text(&out, run->scratch, x, (TextStyle){&run->numpy->print, false, false});
    *result = str_make(run, sink_str(&out));
    return true;
}

/* An array of one element is formatted like its element; others take no format. */
static bool array_format(Run *run, const Value *args, Value *result) {
    Str text, spec;
    ArrayObject *a = as_array(args[0]);
    if (!text_of(run, args[1], &spec)) {
        return false;
    }
    if (a->shape.rank) {
        return spec.len ? raise_type_error(run, "unsupported format string passed to "
                                                "numpy.ndarray.__format__")
                        : array_str(run, args[0], result);
    }
    Value v = element_value(run, array_read(a), 0, a->text);
    if (!value_format(run, v, spec, &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

/* ---- other slots ---- */

static bool array_truth(Run *run, Value self, bool *result) {
    ArrayObject *a = as_array(self);
    int64_t n = shape_count(a->shape);
    if (n > 1) {
        return raise_value_error(
            run, "The truth value of an array with more than one element is ambiguous. Use "
                 "a.any() or a.all()");
    }
    *result = false;
    return n == 0 || value_truth(run, element_value(run, array_read(a), 0, a->text), result);
}

static bool array_length(Run *run, Value self, int64_t *result) {
    const ArrayObject *a = as_array(self);
    if (!a->shape.rank) {
        return raise_type_error(run, "len() of unsized object");
    }
    *result = a->shape.dims[0];
    return true;
}

static bool array_hash(Run *run, Value self, int64_t *result) {
    (void)self;
    (void)result;
    return raise_type_error(run, "unhashable type: 'numpy.ndarray'");
}

static bool array_contains(Run *run, Value self, Value item, bool *result) {
    Value equal;
    Operand x;
    if (!numpy_compare(run, COMPARE_OPERATOR_EQUAL, self, item, &equal)) {
        return false;
    }
    *result = false;
    if (!is_array(run, equal)) {
        return value_same(equal, run->not_implemented) || value_truth(run, equal, result);
    }
    x.tensor = array_read(as_array(equal));
    for (int64_t i = 0; i < x.tensor->count && !*result; i++) {
        *result = tensor_bool(x.tensor, i);
    }
    return true;
}

/* Item i along the first dim: a view, or a scalar. */
static bool array_item_at(Run *run, Value self, int64_t i, Value *result) {
    return array_get_item(run, self, value_int(i), result);
}

static bool array_iter(Run *run, Value self, Value *result) {
    if (!as_array(self)->shape.rank) {
        return raise_type_error(run, "iteration over a 0-d array");
    }
    *result = value_object(iterator_make(run, run->numpy->iterator, self));
    return true;
}

static bool array_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *it = (IteratorObject *)self.as.object;
    const ArrayObject *a = as_array(it->source);
    *done = it->at >= a->shape.dims[0];
    return *done || array_item_at(run, it->source, it->at++, result);
}

/* ---- attributes ---- */

static bool self_operand(Run *run, const Value *args, Operand *x) {
    return tensor_of(run, args[0], x);
}

static bool shape_getter(Run *run, const Value *args, Value *result) {
    *result = shape_value(run, is_array(run, args[0]) ? as_array(args[0])->shape : shape_scalar());
    return true;
}

static bool ndim_getter(Run *run, const Value *args, Value *result) {
    *result = value_int(is_array(run, args[0]) ? as_array(args[0])->shape.rank : 0);
    return true;
}

static bool size_getter(Run *run, const Value *args, Value *result) {
    *result = value_int(is_array(run, args[0]) ? shape_count(as_array(args[0])->shape) : 1);
    return true;
}

static bool dtype_getter(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!self_operand(run, args, &x)) {
        return false;
    }
    bool objects = is_array(run, args[0]) && as_array(args[0])->objects;
    *result = objects ? dtype_value(run, DTYPE_STRING, false, -1) : dtype_of_operand(run, x);
    return true;
}

static bool itemsize_getter(Run *run, const Value *args, Value *result) {
    Value dtype;
    return dtype_getter(run, args, &dtype) &&
           value_get_attr(run, dtype, name_z(run->names, "itemsize"), result);
}

static bool nbytes_getter(Run *run, const Value *args, Value *result) {
    Value size, item;
    return itemsize_getter(run, args, &item) && size_getter(run, args, &size) &&
           value_binary(run, BINARY_OPERATOR_MULTIPLY, item, size, result);
}

static bool real_getter(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!self_operand(run, args, &x)) {
        return false;
    }
    *result = args[0];
    return dtype_class(x.tensor->dtype) != DTYPE_CLASS_COMPLEX ||
           refuse(run, NULL, "the parts of complex numbers");
}

/* Distances in bytes. */
static bool strides_getter(Run *run, const Value *args, Value *result) {
    ArrayObject *a = as_array(args[0]);
    Value item;
    int64_t bytes;
    if (!itemsize_getter(run, args, &item) || !index_of(run, item, &bytes)) {
        return false;
    }
    const int64_t *own = array_strides(run, a);
    int64_t *strides = ARENA_ARRAY(run->scratch, (size_t)a->shape.rank + 1, int64_t);
    for (int i = 0; i < a->shape.rank; i++) {
        strides[i] = own[i] * bytes;
    }
    *result = shape_value(run, (Shape){a->shape.rank, strides});
    return true;
}

/* a.flat: all elements in a row, which write through to an array that lies in a row itself. */
static bool flat_getter(Run *run, const Value *args, Value *result) {
    Operand x;
    if (is_array(run, args[0]) && array_contiguous(as_array(args[0]))) {
        ArrayObject *a = as_array(args[0]);
        int64_t count = shape_count(a->shape);
        Shape row = shape_make(run->arena, 1, &count);
        *result = array_view(run, a, row, a->offset, strides_of(run->scratch, row));
        return true;
    }
    if (!self_operand(run, args, &x)) {
        return false;
    }
    *result = flat_copy(run, x);
    as_array(*result)->fixed = true;
    return true;
}

static bool base_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    const ArrayObject *a = as_array(args[0]);
    ArrayObject *base = a->base && a->base->shown ? a->base->shown : a->base;
    *result = base && base != a ? value_object(base) : value_none();
    return true;
}

/* ---- methods ---- */

static bool array_astype(Run *run, const Value *args, Value *result) {
    Operand x;
    const Tensor *t;
    DType type;
    bool text = false;
    if (!self_operand(run, args, &x) ||
        !dtype_argument(run, args[1], DTYPE_FLOAT64, &type, &text) ||
        !tensor_convert(run, x, type, &t)) {
        return false;
    }
    bool copy;
    if (!value_truth(run, args[5], &copy)) {
        return false;
    }
    if (!copy && is_array(run, args[0]) && type == x.tensor->dtype && type != DTYPE_STRING) {
        *result = args[0];
        return true;
    }
    int32_t width = x.tensor->dtype == DTYPE_STRING ? x.width : number_width(x.tensor->dtype);
    x = (Operand){tensor_own(run, t, x.tensor), type == DTYPE_STRING && text, 0};
    bool array = is_array(run, args[0]);
    *result = array ? array_make_text(run, x.tensor, x.text) : result_make(run, x);
    if (array && type == DTYPE_STRING) {
        int32_t asked = dtype_width(run, args[1]);
        array_fit(run, *result, asked ? asked : width);
    }
    return true;
}

static bool array_copy(Run *run, const Value *args, Value *result) {
    Operand x;
    *result = args[0];
    if (!is_array(run, args[0])) {
        return true;
    }
    if (!self_operand(run, args, &x)) {
        return false;
    }
    *result = array_make_text(run, tensor_same(run, x.tensor), x.text);
    return true;
}

/* Nested lists of Python values. */
static Value list_of(Run *run, Operand x, int dim, int64_t *at) {
    if (dim == x.tensor->shape.rank) {
        return element_value(run, x.tensor, (*at)++, x.text);
    }
    Value list = list_make(run, 0, NULL);
    for (int64_t i = 0; i < x.tensor->shape.dims[dim]; i++) {
        list_append(run, list, list_of(run, x, dim + 1, at));
    }
    return list;
}

static bool array_tolist(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t at = 0;
    if (!self_operand(run, args, &x)) {
        return false;
    }
    *result = list_of(run, x, 0, &at);
    return true;
}

/* a.item(), a.item(3), a.item(1, 2), a.item((1, 2)) */
static bool array_item(Run *run, const Value *args, Value *result) {
    Operand x;
    Value key = args[1], item, array;
    uint32_t n = sequence_count(key);
    if (!self_operand(run, args, &x)) {
        return false;
    }
    if (!n) {
        *result = x.tensor->count == 1 ? element_value(run, x.tensor, 0, x.text) : value_none();
        return x.tensor->count == 1 ||
               raise_value_error(run, "can only convert an array of size 1 to a Python scalar");
    }
    bool tuple = n == 1 && is_tuple(run, sequence_item(key, 0));
    key = tuple ? sequence_item(key, 0) : n == 1 ? sequence_item(key, 0) : key;
    array = n == 1 && !tuple ? flat_copy(run, x) : args[0];
    if (!array_get_item(run, array, key, &item)) {
        return false;
    }
    Value again[2] = {item, tuple_make(run, 0, NULL)};
    bool plain = !is_array(run, item) && !is_numpy_scalar(run, item);
    *result = item;
    return plain || array_item(run, again, result);
}

static bool array_fill(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return array_set_item(run, args[0], run->ellipsis, args[1]);
}

static bool array_nonzero(Run *run, const Value *args, Value *result) {
    return np_nonzero(run, args, result);
}

static bool to_python(Run *run, Value self, Value *result) {
    Operand x;
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    *result = x.tensor->count == 1 ? element_value(run, x.tensor, 0, x.text) : value_none();
    return x.tensor->count == 1 ||
           raise_type_error(run, "only size-1 arrays can be converted to Python scalars");
}

static bool array_int(Run *run, const Value *args, Value *result) {
    Value v;
    return to_python(run, args[0], &v) &&
           value_call_n(run, value_object(run->type.integer), 1, &v, result);
}

static bool array_float(Run *run, const Value *args, Value *result) {
    Value v;
    return to_python(run, args[0], &v) &&
           value_call_n(run, value_object(run->type.real), 1, &v, result);
}

static bool array_index(Run *run, const Value *args, Value *result) {
    Operand x;
    if (!self_operand(run, args, &x)) {
        return false;
    }
    *result = value_int(tensor_i64(x.tensor, 0));
    return true;
}

/* Only an integer without dims has __index__: a list times an array is no repetition. */
static bool array_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    static const NativeSpec spec = {.name = "__index__", .signature = "self, /", .fn = array_index};
    const ArrayObject *a = as_array(self);
    if (!a->shape.rank && str_is(name_str(name), "__index__") &&
        dtype_is_integer(array_owner(as_array(self))->tensor->dtype)) {
        *found = true;
        *result = native_make(run, &spec, self);
    }
    return true;
}

static bool array_deepcopy(Run *run, const Value *args, Value *result) {
    return array_copy(run, args, result);
}

static bool quotient_and_rest(Run *run, Value a, Value b, Value *result) {
    Value both[2];
    if (!value_binary(run, BINARY_OPERATOR_FLOOR_DIVIDE, a, b, &both[0]) ||
        !value_binary(run, BINARY_OPERATOR_MODULO, a, b, &both[1])) {
        return false;
    }
    *result = tuple_make(run, 2, both);
    return true;
}

static bool array_divmod(Run *run, const Value *args, Value *result) {
    return quotient_and_rest(run, args[0], args[1], result);
}

static bool array_rdivmod(Run *run, const Value *args, Value *result) {
    return quotient_and_rest(run, args[1], args[0], result);
}

/* A method that is a function of numpy with the array as its first argument. */
typedef struct FunctionRow {
    const char *name;
    uint32_t n; /* arguments with the array */
} FunctionRow;

static bool array_function(Run *run, const void *row, const Value *args, Value *result) {
    const FunctionRow *f = row;
    Calc c = {run, false};
    return calc_end(&c, calc(&c, f->name, f->n, args), result);
}

static const FunctionRow searchsorted_row = {"searchsorted", 3}, diagonal_row = {"diagonal", 4};
static const FunctionRow trace_row = {"trace", 4}, argpartition_row = {"argpartition", 3};
static const FunctionRow choose_row = {"choose", 2}, put_row = {"put", 3};

#define FUNCTION(NAME, SIGNATURE)                                                                  \
    {                                                                                              \
        .name = #NAME, .signature = "self, /, " SIGNATURE, .fn_row = array_function,               \
        .row = &NAME##_row                                                                         \
    }

static bool array_compress(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    return calc_end(&c, CALC(&c, "compress", args[1], args[0], args[2]), result);
}

static bool array_itself(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    *result = args[0];
    return !given(args[1]) || calc_end(&c, CALC(&c, "array", args[0], args[1]), result);
}

static bool imag_getter(Run *run, const Value *args, Value *result) {
    Operand x;
    Calc c = {run, false};
    if (!self_operand(run, args, &x)) {
        return false;
    }
    return dtype_class(x.tensor->dtype) == DTYPE_CLASS_COMPLEX
               ? refuse(run, NULL, "the parts of complex numbers")
               : calc_end(&c, CALC(&c, "zeros_like", args[0]), result);
}

static bool flags_getter(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "the flags of numpy arrays");
}

static bool array_refused(Run *run, const void *row, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "the method '%s' of numpy arrays", (const char *)row);
}

#define REFUSED(NAME)                                                                              \
    { .name = NAME, .signature = "self, /, *args, **kwargs", .fn_row = array_refused, .row = NAME }

static const NativeSpec methods[] = {
    {.name = "astype",
     .signature = "self, /, dtype, order='K'!'C'|'A', casting='unsafe'!, subok=True~, copy=True",
     .fn = array_astype},
    {.name = "copy", .signature = "self, /, order='C'!'K'|'A'", .fn = array_copy},
    {.name = "tolist", .signature = "self, /", .fn = array_tolist},
    {.name = "item", .signature = "self, /, *args", .fn = array_item},
    {.name = "nonzero", .signature = "self, /", .fn = array_nonzero},
    {.name = "tobytes", .signature = "self, /, order=None", .fn = array_tobytes},
    {.name = "tostring", .signature = "self, /, order=None", .fn = array_tobytes},
    {.name = "dot", .signature = "self, b, /, out=None!", .fn = np_dot},
    {.name = "argsort",
     .signature = "self, /, axis=-1, kind=None!'stable'|'quicksort'|'mergesort', order=None!",
     .fn = np_argsort},
    {.name = "repeat", .signature = "self, /, repeats, axis=None", .fn = np_repeat},
    {.name = "take",
     .signature = "self, /, indices, axis=None, out=None!, mode='raise'!",
     .fn = np_take},
    {.name = "conj", .signature = "self, /", .fn = real_getter},
    {.name = "__abs__", .signature = "self, /", .fn = np_absolute},
    {.name = "__divmod__", .signature = "self, other, /", .fn = array_divmod},
    {.name = "__rdivmod__", .signature = "self, other, /", .fn = array_rdivmod},
    FUNCTION(searchsorted, "v, side='left', sorter=None!"),
    FUNCTION(diagonal, "offset=0, axis1=0, axis2=1"),
    FUNCTION(trace, "offset=0, axis1=0, axis2=1, dtype=None!, out=None!"),
    FUNCTION(argpartition, "kth, axis=-1, kind='introselect'~, order=None!"),
    FUNCTION(choose, "choices, out=None!, mode='raise'!"),
    FUNCTION(put, "indices, values, mode='raise'!"),
    {.name = "compress",
     .signature = "self, /, condition, axis=None, out=None!",
     .fn = array_compress},
    {.name = "__array__", .signature = "self, dtype=None, /", .fn = array_itself},
    REFUSED("tofile"),
    REFUSED("dump"),
    REFUSED("dumps"),
    REFUSED("view"),
    REFUSED("resize"),
    REFUSED("partition"),
    REFUSED("byteswap"),
    REFUSED("setflags"),
    {0},
};

static const NativeSpec array_methods[] = {
    {.name = "sort",
     .signature = "self, /, axis=-1, kind=None!'stable'|'quicksort'|'mergesort', order=None!",
     .fn = array_sort},
    {.name = "fill", .signature = "self, value, /", .fn = array_fill},
    {.name = "__format__", .signature = "self, spec, /", .fn = array_format},
    {.name = "__int__", .signature = "self, /", .fn = array_int},
    {.name = "__float__", .signature = "self, /", .fn = array_float},
    {.name = "__copy__", .signature = "self, /", .fn = array_copy},
    {.name = "__deepcopy__", .signature = "self, memo, /", .fn = array_deepcopy},
    {0},
};

/* What arrays and scalars have in common. */
static void add_shared(Run *run, Type *t) {
    type_add_methods(run, t, methods);
    type_add_methods(run, t, numpy_math_methods);
    type_add_methods(run, t, numpy_shape_methods);
    type_add_getter(run, t, "shape", shape_getter);
    type_add_getter(run, t, "ndim", ndim_getter);
    type_add_getter(run, t, "size", size_getter);
    type_add_getter(run, t, "dtype", dtype_getter);
    type_add_getter(run, t, "itemsize", itemsize_getter);
    type_add_getter(run, t, "nbytes", nbytes_getter);
    type_add_getter(run, t, "T", array_t_getter);
    type_add_getter(run, t, "real", real_getter);
    type_add_getter(run, t, "imag", imag_getter);
}

/* np.ndarray(shape, dtype): numpy leaves the elements as they are in memory; here they are 0. */
static bool array_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"ndarray", 1, 3, {"shape", "dtype", "buffer"}};
    Calc c = {run, false};
    Value v[3];
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (type != run->numpy->ndarray || given(v[2])) {
        return refuse(run, "use numpy.zeros or numpy.array", "this form of calling numpy.%s",
                      type->head.name->text);
    }
    return calc_end(&c, CALC(&c, "zeros", v[0], given(v[1]) ? v[1] : value_none()), result);
}

static void install_slots(Type *t) {
    t->make = array_new;
    t->repr = array_repr;
    t->str = array_str;
    t->truth = array_truth;
    t->length = array_length;
    t->hash = array_hash;
    t->contains = array_contains;
    t->iter = array_iter;
    t->get_attr = array_get_attr;
    t->get_item = array_get_item;
    t->set_item = array_set_item;
    t->binary = numpy_binary;
    t->inplace = numpy_inplace;
    t->unary = numpy_unary;
    t->compare = numpy_compare;
}

void install_numpy_array(Run *run, Numpy *np) {
    Type *t = type_make(run, "ndarray", NULL, "numpy");
    np->ndarray = t;
    install_numpy_content(np);
    install_slots(t);
    add_shared(run, t);
    add_shared(run, np->generic);
    type_add_methods(run, t, array_methods);
    type_add_getter(run, t, "flat", flat_getter);
    type_add_getter(run, t, "base", base_getter);
    type_add_getter(run, t, "strides", strides_getter);
    type_add_getter(run, t, "flags", flags_getter);
    np->iterator = type_make(run, "iterator", run->type.iterator, "builtins");
    np->iterator->next = array_next;
    np->iterator->iter = iterator_self;
    np->iterator->size = sizeof(IteratorObject);
    module_set(run, np->module, "ndarray", value_object(t));
}
