/* convert.c: Python values as tensors: which dtype they get, which are refused, and in which words.
 */
#include "tf/convert.h"
#include "run/big.h"
#include "run/complex.h"

#include "tf/build.h"
#include "tf/gradients.h"

/* ---- lists in lists ---- */

#define DEEPEST_LIST 64 /* no array has so many dimensions */

/* Does v hold lists in lists without end? The first branch that does is enough. */
bool nested_deeply(const Tf *tf, Value v, int depth) {
    if (!is_sequence(tf->run, v) || depth > DEEPEST_LIST) {
        return depth > DEEPEST_LIST;
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (nested_deeply(tf, sequence_item(v, i), depth + 1)) {
            return true;
        }
    }
    return false;
}

bool refuse_nested(Tf *tf) {
    return refuse(tf->run, NULL,
                  "a list that contains itself, or more than %d lists in lists, as "
                  "an argument is not modelled",
                  DEEPEST_LIST);
}

/* ---- does a value fit the imposed dtype? ---- */

typedef enum Want { WANT_ANY, WANT_INTEGER, WANT_REAL, WANT_COMPLEX, WANT_TEXT, WANT_BOOL } Want;

static Want want_of(DType dtype) {
    switch (dtype_class(dtype)) {
    case DTYPE_CLASS_NONE: return WANT_ANY;
    case DTYPE_CLASS_BOOL: return WANT_BOOL;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: return WANT_INTEGER;
    case DTYPE_CLASS_FLOAT: return WANT_REAL;
    case DTYPE_CLASS_COMPLEX: return WANT_COMPLEX;
    case DTYPE_CLASS_STRING: return WANT_TEXT;
    }
    return WANT_ANY;
}

static bool fits_number(const Tf *tf, Value v, Want want) {
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL) {
        return true;
    }
    if (v.kind == VALUE_FLOAT) {
        return want != WANT_INTEGER;
    }
    if (is_numpy_scalar(tf->run, v)) {
        DTypeClass class = dtype_class(array_tensor(v)->dtype);
        bool integer = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT;
        return integer || (class == DTYPE_CLASS_FLOAT && want != WANT_INTEGER) ||
               (class == DTYPE_CLASS_COMPLEX && want == WANT_COMPLEX);
    }
    Value whole;
    if (whole_of(tf->run, v, &whole)) {
        return true;
    }
    if (is_instance(tf->run, v, tf->run->type.real)) {
        return want != WANT_INTEGER;
    }
    if (is_complex(tf->run, v)) {
        return want == WANT_COMPLEX;
    }
    return want == WANT_INTEGER && tf_has(tf, CHANGE_DIMENSION_CONVERTED) && dimension_of(tf, v);
}

static bool is_text(const Tf *tf, Value v) {
    return is_str(tf->run, v) || is_instance(tf->run, v, tf->run->type.bytes);
}

static bool fits(const Tf *tf, Value v, Want want) {
    switch (want) {
    case WANT_ANY: return !tensor_output(tf, v);
    case WANT_INTEGER:
    case WANT_REAL:
    case WANT_COMPLEX: return fits_number(tf, v, want);
    case WANT_TEXT: return is_text(tf, v);
    case WANT_BOOL: return v.kind == VALUE_BOOL;
    }
    return true;
}

/* The first leaf that does not fit; *nested: it stands in a list. */
static bool find_mismatch(const Tf *tf, Value v, Want want, int depth, Value *bad, bool *nested) {
    if (!is_sequence(tf->run, v)) {
        *bad = v;
        *nested = depth > 0;
        return !fits(tf, v, want);
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (find_mismatch(tf, sequence_item(v, i), want, depth + 1, bad, nested)) {
            return true;
        }
    }
    return false;
}

static bool refuse_mismatch(Tf *tf, Value bad, bool nested, DType want) {
    Engine *e = tf->engine;
    const char *name = dtype_name(want);
    if (want == DTYPE_INVALID) {
        return engine_fail(e, FAULT_TYPE, "List of Tensors when single Tensor expected");
    }
    if (nested && (tensor_output(tf, bad) || is_none(bad))) {
        const char *what = is_none(bad) ? "None" : "list containing Tensors";
        return engine_fail(e, FAULT_TYPE, "Expected %s, got %s of type '_Message' instead.", name,
                           what);
    }
    Str text;
    if (!value_repr(tf->run, bad, &text)) {
        return host_fail(e);
    }
    return engine_fail(e, FAULT_TYPE, "Expected %s, got %.*s of type '%.*s' instead.", name,
                       STR_ARG(text), STR_ARG(type_short_name(tf->run, bad)));
}

static bool check_fits(Tf *tf, Value v, DType want) {
    Value bad;
    bool nested;
    if (find_mismatch(tf, v, want_of(want), 0, &bad, &nested)) {
        return refuse_mismatch(tf, bad, nested, want);
    }
    return true;
}

/* ---- values that numpy makes an array of ---- */

/* Lists of different lengths: what they are, and what the first items suggest. */
static bool refuse_ragged(Tf *tf, Value v) {
    Run *run = tf->run;
    Str text;
    if (!value_repr(run, v, &text)) {
        return host_fail(tf->engine);
    }
    Sink wanted = sink_memory(run->arena);
    for (Value at = v; is_sequence(run, at); at = sequence_item(at, 0)) {
        sink_printf(&wanted, wanted.len ? ", %u" : "%u", sequence_count(at));
        if (!sequence_count(at)) {
            break;
        }
    }
    return engine_fail(tf->engine, FAULT_VALUE,
                       "Argument must be a dense tensor: %.*s - got shape [%u], but wanted [%.*s].",
                       STR_ARG(text), sequence_count(v), STR_ARG(sink_str(&wanted)));
}

/* An integer that only an array of objects could hold. */
static bool too_long(const Tf *tf, Value v) {
    Value whole;
    return whole_of(tf->run, v, &whole) && is_big(tf->run, whole) &&
           big_bits(whole) > (whole_negative(whole) ? 63 : 64);
}

static bool plain_leaf(const Tf *tf, Value v) {
    Value whole;
    return v.kind == VALUE_INT || v.kind == VALUE_BOOL || v.kind == VALUE_FLOAT || is_text(tf, v) ||
           is_numpy_scalar(tf->run, v) || is_array(tf->run, v) || whole_of(tf->run, v, &whole) ||
           is_instance(tf->run, v, tf->run->type.real) || is_complex(tf->run, v);
}

static bool refuse_object(Tf *tf, Value v) {
    Str text;
    if (!value_str(tf->run, v, &text)) {
        return host_fail(tf->engine);
    }
    const Type *type = type_of(tf->run, v);
    Str module = name_str(type->module);
    bool plain = str_is(module, "builtins") || !module.len;
    return engine_fail(tf->engine, FAULT_TYPE,
                       "Failed to convert object of type <%s '%.*s%s%s'> to Tensor. Contents: "
                       "%.*s. Consider casting elements to a supported type.",
                       "class", plain ? 0 : (int)module.len, plain ? "" : module.at,
                       plain ? "" : ".", type->head.name->text, STR_ARG(text));
}

/* Dimensions count as integers where a list of integers is wanted. */
static Value dimensions_as_ints(Tf *tf, Value v) {
    const DimensionObject *d = dimension_of(tf, v);
    if (d && d->size != DIM_UNKNOWN) {
        return value_int(d->size);
    }
    if (!is_sequence(tf->run, v)) {
        return v;
    }
    uint32_t n = sequence_count(v);
    Value *items = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = dimensions_as_ints(tf, sequence_item(v, i));
    }
    return list_make(tf->run, n, items);
}

static bool has_dimension(const Tf *tf, Value v) {
    if (!is_sequence(tf->run, v)) {
        return dimension_of(tf, v);
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (has_dimension(tf, sequence_item(v, i))) {
            return true;
        }
    }
    return false;
}

/* numpy's choice made TensorFlow's: float64 becomes float32, and int64 int32 where all values fit.
 */
static const Tensor *prefer_short(Tf *tf, const Tensor *t) {
    Arena *a = tf->run->arena;
    if (t->dtype == DTYPE_FLOAT64) {
        return tensor_cast(a, t, DTYPE_FLOAT32);
    }
    if (t->dtype != DTYPE_INT64) {
        return t;
    }
    for (int64_t i = 0; i < t->count; i++) {
        int64_t x = tensor_i64(t, i);
        if (x < INT32_MIN || x > INT32_MAX) {
            return t;
        }
    }
    return tensor_cast(a, t, DTYPE_INT32);
}

/* numpy turns numbers beside text into text, TensorFlow does not. */
static bool check_texts(const Tf *tf, const Literal *literal) {
    Run *run = tf->run;
    for (int64_t i = 0; i < literal->count; i++) {
        Value item = literal->items[i];
        if (!is_str(run, item) && !is_instance(run, item, run->type.bytes) &&
            !is_numpy_scalar(run, item)) {
            return refuse(run, NULL, "a tensor made of text and other values is not modelled");
        }
    }
    return true;
}

static bool list_tensor(Tf *tf, Value v, DType want, const Tensor **t) {
    if (has_dimension(tf, v)) {
        v = dimensions_as_ints(tf, v);
    }
    Literal literal;
    if (!literal_of(tf->run, v, &literal)) {
        return host_fail(tf->engine);
    }
    if (literal.ragged) {
        return refuse_ragged(tf, v);
    }
    for (int64_t i = 0; i < literal.count; i++) {
        Value leaf = literal.items[i];
        if (!plain_leaf(tf, leaf) || (want == DTYPE_INVALID && too_long(tf, leaf))) {
            return refuse_object(tf, v);
        }
    }
    if (!numpy_tensor_of(tf->run, v, want, t) ||
        ((*t)->dtype == DTYPE_STRING && !check_texts(tf, &literal))) {
        return host_fail(tf->engine);
    }
    if (want == DTYPE_INVALID) {
        *t = prefer_short(tf, *t);
    }
    return true;
}

/* Most constants are one number. NULL when v is something else. */
static const Tensor *number_tensor(Tf *tf, Value v, DType want) {
    Arena *a = tf->run->arena;
    Want w = want_of(want);
    bool any = w == WANT_ANY;
    if (v.kind == VALUE_FLOAT && (any || w == WANT_REAL)) {
        return tensor_scalar_f64(a, any ? DTYPE_FLOAT32 : want, v.as.real);
    }
    if (v.kind == VALUE_INT && w == WANT_REAL) {
        return tensor_scalar_f64(a, want, (double)v.as.integer);
    }
    if (v.kind == VALUE_INT && (any || w == WANT_INTEGER)) {
        bool fit = v.as.integer >= INT32_MIN && v.as.integer <= INT32_MAX;
        return any || fit
                   ? tensor_scalar_i64(a, any ? (fit ? DTYPE_INT32 : DTYPE_INT64) : want,
                                       v.as.integer)
                   : (dtype_size(want) == 8 ? tensor_scalar_i64(a, want, v.as.integer) : NULL);
    }
    if (v.kind == VALUE_BOOL && (any || w == WANT_BOOL)) {
        return tensor_scalar_bool(a, v.as.boolean);
    }
    return NULL;
}

bool literal_tensor(Tf *tf, Value v, DType want, const Tensor **t) {
    Run *run = tf->run;
    if (dtype_is_quantized(want)) {
        refuse(run, NULL, "a value of type %s is not modelled", dtype_name(want));
        return host_fail(tf->engine);
    }
    *t = number_tensor(tf, v, want);
    if (*t) {
        return true;
    }
    if (is_array(run, v) || is_numpy_scalar(run, v)) {
        *t = array_tensor(v);
        if (want != DTYPE_INVALID && want != (*t)->dtype) {
            *t = tensor_cast(run->arena, *t, want);
        }
        return true;
    }
    if (is_none(v)) {
        return engine_fail(tf->engine, FAULT_VALUE, "None values not supported.");
    }
    if (nested_deeply(tf, v, 0)) {
        return refuse_nested(tf) || host_fail(tf->engine);
    }
    return check_fits(tf, v, want) && list_tensor(tf, v, want, t);
}

/* ---- conversions by type ---- */

static bool compatible(DType want, DType dtype) {
    return want == DTYPE_INVALID || want == dtype;
}

static const char *ref_suffix(bool ref) {
    return ref ? "_ref" : "";
}

static bool convert_variable(Tf *tf, Variable *v, DType want, bool as_ref, Output **out) {
    const TraceVariable *record = &v->record;
    if (!compatible(want, record->dtype)) {
        return engine_fail(tf->engine, FAULT_VALUE,
                           "Incompatible type conversion requested to type '%s' for variable of "
                           "type '%s%s'",
                           dtype_name(want), dtype_name(record->dtype),
                           ref_suffix(!record->resource));
    }
    bool twice = record->resource && want != DTYPE_INVALID &&
                 tf_has(tf, CHANGE_RESOURCE_READ_TWICE) && !tf_has(tf, CHANGE_RESOURCE_READ_ONCE);
    Output *unused;
    return (!twice || variable_as_tensor(tf->engine, v, as_ref, &unused)) &&
           variable_as_tensor(tf->engine, v, as_ref, out);
}

static bool index_dtype(Tf *tf, DType *want) {
    if (*want == DTYPE_INVALID) {
        *want = DTYPE_INT32;
    }
    return *want == DTYPE_INT32 || *want == DTYPE_INT64 ||
           engine_fail(tf->engine, FAULT_TYPE, "Cannot convert a TensorShape to dtype: %s",
                       dtype_name(*want));
}

static Str const_name(const char *name, const char *fallback) {
    return name ? str_of(name) : str_of(fallback);
}

static bool convert_shape(Tf *tf, Shape s, DType want, const char *name, Output **out) {
    if (!shape_known(s)) {
        return engine_fail(tf->engine, FAULT_VALUE,
                           "Cannot convert a partially known TensorShape to a Tensor: %.*s",
                           STR_ARG(shape_str(tf->run->arena, s)));
    }
    const Tensor *t = tensor_vector_i32(tf->run->arena, s.rank, s.dims);
    return index_dtype(tf, &want) && constant_make(tf->engine, tensor_cast(tf->run->arena, t, want),
                                                   const_name(name, "shape_as_tensor"), out);
}

static bool convert_dimension(Tf *tf, int64_t size, DType want, const char *name, Output **out) {
    if (size == DIM_UNKNOWN) {
        return engine_fail(tf->engine, FAULT_VALUE,
                           "Cannot convert an unknown Dimension to a Tensor: ?");
    }
    return index_dtype(tf, &want) &&
           constant_make(tf->engine, tensor_scalar_i64(tf->run->arena, want, size),
                         const_name(name, "shape_as_tensor"), out);
}

static bool convert_operation(Tf *tf, const Node *node, DType want, const char *name) {
    Arena *a = tf->run->arena;
    Str dtype = want == DTYPE_INVALID ? STR("None") : str_printf(a, "tf.%s", dtype_name(want));
    Str quoted = name ? str_printf(a, "'%s'", name) : STR("None");
    return engine_fail(tf->engine, FAULT_TYPE,
                       "Can't convert Operation '%s' to Tensor (target dtype=%.*s, name=%.*s, "
                       "as_ref=False)",
                       node->record.name->text, STR_ARG(dtype), STR_ARG(quoted));
}

/* ---- lists with tensors inside ---- */

static bool is_dense(const Tf *tf, Value v) {
    return tensor_output(tf, v) || variable_of(tf, v);
}

static bool holds_dense(const Tf *tf, Value v) {
    if (!is_sequence(tf->run, v)) {
        return v.kind == VALUE_OBJECT && is_dense(tf, v);
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        if (holds_dense(tf, sequence_item(v, i))) {
            return true;
        }
    }
    return false;
}

bool holds_tensor(const Tf *tf, Value v) {
    return !nested_deeply(tf, v, 0) && holds_dense(tf, v);
}

static DType dense_dtype(const Tf *tf, Value v) {
    Variable *variable = variable_of(tf, v);
    return variable ? variable->record.dtype : output_dtype(tensor_output(tf, v));
}

static DType first_dtype(const Tf *tf, Value v) {
    if (!is_sequence(tf->run, v)) {
        return is_dense(tf, v) ? dense_dtype(tf, v) : DTYPE_INVALID;
    }
    for (uint32_t i = 0; i < sequence_count(v); i++) {
        DType dtype = first_dtype(tf, sequence_item(v, i));
        if (dtype != DTYPE_INVALID) {
            return dtype;
        }
    }
    return DTYPE_INVALID;
}

static bool pack_list(Tf *tf, Value list, DType dtype, Str name, Output **out);

/* A list without tensors opens a scope of its own before it turns out that nothing is to be packed.
 */
static bool burn_name(Tf *tf, Str name) {
    OpScope s;
    if (!op_scope_enter(tf->engine, name, false, &s)) {
        return false;
    }
    op_scope_leave(tf->engine, &s);
    return true;
}

/* One element: a tensor, a list to be packed, or a value that becomes a Const named by its
 * position. */
static bool pack_element(Tf *tf, Value v, DType dtype, uint32_t i, Operand *element) {
    Str name = str_printf(tf->run->arena, "%u", i);
    if (is_dense(tf, v)) {
        if (dense_dtype(tf, v) != dtype) {
            Str text;
            return value_repr(tf->run, v, &text) &&
                   engine_fail(tf->engine, FAULT_TYPE,
                               "Cannot convert a list containing a tensor of dtype <dtype: '%s'> "
                               "to <dtype: '%s'> (Tensor is: %.*s)",
                               dtype_name(dense_dtype(tf, v)), dtype_name(dtype), STR_ARG(text));
        }
        *element = operand(tf, v);
        return true;
    }
    Output *o;
    if (is_sequence(tf->run, v) && holds_tensor(tf, v)) {
        if (!pack_list(tf, v, dtype, name, &o)) {
            return false;
        }
        *element = operand_of(o);
        return true;
    }
    *element = operand_host(v);
    return !is_sequence(tf->run, v) || burn_name(tf, name);
}

static bool constant_element(Tf *tf, Operand *element, DType dtype, uint32_t i) {
    if (element->output || is_dense(tf, element->host)) {
        return true;
    }
    const Tensor *t;
    Output *o;
    if (!literal_tensor(tf, element->host, dtype, &t) ||
        !constant_make(tf->engine, t, str_printf(tf->run->arena, "%u", i), &o)) {
        return false;
    }
    *element = operand_of(o);
    return true;
}

static bool pack_elements(Tf *tf, Value list, DType dtype, Str name, Output **out) {
    uint32_t n = sequence_count(list);
    Operand *elements = ARENA_ARRAY(tf->run->arena, n + 1, Operand);
    for (uint32_t i = 0; i < n; i++) {
        if (!pack_element(tf, sequence_item(list, i), dtype, i, &elements[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!constant_element(tf, &elements[i], dtype, i)) {
            return false;
        }
    }
    *out = pack_build(tf, n, elements, 0, name);
    return *out;
}

static bool pack_list(Tf *tf, Value list, DType dtype, Str name, Output **out) {
    OpScope s;
    if (!op_scope_enter(tf->engine, name, false, &s)) {
        return false;
    }
    bool ok = pack_elements(tf, list, dtype, name_str(s.full), out);
    op_scope_leave(tf->engine, &s);
    return ok || host_fail(tf->engine);
}

static bool convert_sequence(Tf *tf, Value v, DType want, const char *name, Output **out) {
    DType inferred = nested_deeply(tf, v, 0) ? DTYPE_INVALID : first_dtype(tf, v);
    bool casts = tf_has(tf, CHANGE_PACKED_CAST);
    if (inferred != DTYPE_INVALID && (compatible(want, inferred) || casts)) {
        return pack_list(tf, v, want == DTYPE_INVALID ? inferred : want, const_name(name, "packed"),
                         out);
    }
    const Tensor *t;
    return literal_tensor(tf, v, want, &t) &&
           constant_make(tf->engine, t, const_name(name, "Const"), out);
}

static bool convert_partitioned(Tf *tf, Partitioned *p, DType want, bool as_ref, Output **out) {
    if (want != DTYPE_INVALID && want != p->dtype) {
        return engine_fail(tf->engine, FAULT_VALUE,
                           "Incompatible type conversion requested to type '%s' for variable of "
                           "type '%s'",
                           dtype_name(want), dtype_name(p->dtype));
    }
    if (as_ref) {
        raise_error(tf->run, tf->run->exception.NotImplementedError,
                    "PartitionedVariable doesn't support being used as a reference.");
        return host_fail(tf->engine);
    }
    return partitioned_as_tensor(tf->engine, p, out);
}

/* ---- Host.convert ---- */

/* Rows are added up into a whole tensor. */
static bool convert_slices(Tf *tf, Value v, DType want, const char *name, Output **out) {
    Slope s;
    Str text;
    if (!given(slices_of(tf, v)->dense_shape)) {
        return !value_str(tf->run, v, &text)
                   ? host_fail(tf->engine)
                   : engine_fail(
                         tf->engine, FAULT_VALUE,
                         "Tensor conversion requested for IndexedSlices without dense_shape: "
                         "%.*s",
                         STR_ARG(text));
    }
    return slope_of(tf, v, NULL, &s) && slope_dense(tf->engine, &s, name, out) &&
           engine_convert(tf->engine, operand_of(*out), want, NULL, out);
}

bool host_convert(Engine *e, Value v, DType want, const char *name, bool as_ref, Output **out) {
    Tf *tf = tf_of_engine(e);
    const Tensor *t;
    if (v.kind == VALUE_OBJECT) {
        Output *o = tensor_output(tf, v);
        Variable *variable = o ? NULL : variable_of(tf, v);
        if (o) {
            return engine_convert(e, operand_of(o), want, NULL, out);
        }
        if (variable) {
            return convert_variable(tf, variable, want, as_ref, out);
        }
        if (partitioned_of(tf, v)) {
            return convert_partitioned(tf, partitioned_of(tf, v), want, as_ref, out);
        }
        if (shape_object_of(tf, v)) {
            return convert_shape(tf, shape_object_of(tf, v)->shape, want, name, out);
        }
        if (dimension_of(tf, v)) {
            return convert_dimension(tf, dimension_of(tf, v)->size, want, name, out);
        }
        if (slices_of(tf, v)) {
            return convert_slices(tf, v, want, name, out);
        }
        if (operation_of(tf, v)) {
            return convert_operation(tf, operation_of(tf, v), want, name);
        }
        if (is_sequence(tf->run, v)) {
            return convert_sequence(tf, v, want, name, out);
        }
    }
    return literal_tensor(tf, v, want, &t) && constant_make(e, t, const_name(name, "Const"), out);
}
