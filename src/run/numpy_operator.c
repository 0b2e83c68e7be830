/* numpy_operator.c: Python's operators on arrays and numpy scalars.
 *
 * What numpy does not know as an operand (a TensorFlow tensor, say) gets not_implemented, so that
 * its own type is asked. */
#include "run/numpy_inner.h"

/* ---- which function an operator means ---- */

static bool whole_numbers(Operand x) {
    return dtype_is_integer(x.tensor->dtype) || x.tensor->dtype == DTYPE_BOOL;
}

static Ufunc ufunc_of(BinaryOperator op, bool whole) {
    switch (op) {
    case BINARY_OPERATOR_ADD: return UFUNC_ADD;
    case BINARY_OPERATOR_SUBTRACT: return UFUNC_SUBTRACT;
    case BINARY_OPERATOR_MULTIPLY: return UFUNC_MULTIPLY;
    case BINARY_OPERATOR_TRUE_DIVIDE: return UFUNC_DIVIDE;
    case BINARY_OPERATOR_CLASSIC_DIVIDE: return whole ? UFUNC_FLOOR_DIVIDE : UFUNC_DIVIDE;
    case BINARY_OPERATOR_FLOOR_DIVIDE: return UFUNC_FLOOR_DIVIDE;
    case BINARY_OPERATOR_MODULO: return UFUNC_REMAINDER;
    case BINARY_OPERATOR_POWER: return UFUNC_POWER;
    case BINARY_OPERATOR_LEFT_SHIFT: return UFUNC_LEFT_SHIFT;
    case BINARY_OPERATOR_RIGHT_SHIFT: return UFUNC_RIGHT_SHIFT;
    case BINARY_OPERATOR_AND: return UFUNC_BITWISE_AND;
    case BINARY_OPERATOR_XOR: return UFUNC_BITWISE_XOR;
    case BINARY_OPERATOR_OR: return UFUNC_BITWISE_OR;
    case BINARY_OPERATOR_MATRIX_MULTIPLY:
    case BINARY_OPERATOR_COUNT: break;
    }
    return UFUNC_COUNT;
}

static Ufunc ufunc_of_compare(CompareOperator op) {
    switch (op) {
    case COMPARE_OPERATOR_LESS: return UFUNC_LESS;
    case COMPARE_OPERATOR_LESS_EQUAL: return UFUNC_LESS_EQUAL;
    case COMPARE_OPERATOR_EQUAL: return UFUNC_EQUAL;
    case COMPARE_OPERATOR_NOT_EQUAL: return UFUNC_NOT_EQUAL;
    case COMPARE_OPERATOR_GREATER: return UFUNC_GREATER;
    case COMPARE_OPERATOR_GREATER_EQUAL: return UFUNC_GREATER_EQUAL;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return UFUNC_COUNT;
}

static const char *sign_of(BinaryOperator op) {
    static const char *const signs[] = {
#define BINARY_OPERATOR(ID, sign, ...) sign,
#include "lang/operator.def"
#undef BINARY_OPERATOR
    };
    return signs[op];
}

static const char *sign_of_compare(CompareOperator op) {
    static const char *const signs[] = {
#define COMPARE_OPERATOR(ID, sign, ...) sign,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
    };
    return signs[op];
}

/* ---- x op y ---- */

bool ufunc_operate(Run *run, BinaryOperator op, Operand x, Operand y, Operand *result) {
    if (op == BINARY_OPERATOR_MATRIX_MULTIPLY) {
        return numpy_matmul(run, x, y, result);
    }
    return ufunc_binary(run, ufunc_of(op, whole_numbers(x) && whole_numbers(y)), x, y, result);
}

/* numpy tries each element with None in vain. */
static bool none_error(Run *run, BinaryOperator op, Value array, bool reflected) {
    Operand x;
    bool known;
    if (!operand_of(run, array, &x, &known)) {
        return false;
    }
    const char *element = x.tensor->dtype == DTYPE_STRING     ? "str"
                          : x.tensor->dtype == DTYPE_BOOL     ? "bool"
                          : dtype_is_integer(x.tensor->dtype) ? "int"
                                                              : "float";
    return raise_type_error(run, "unsupported operand type(s) for %s: '%s' and '%s'",
                            op == BINARY_OPERATOR_POWER ? "** or pow()" : sign_of(op),
                            reflected ? "NoneType" : element, reflected ? element : "NoneType");
}

/* A list or str times a numpy integer is repeated, as times an int. */
static bool repeats(const Run *run, BinaryOperator op, Value self, Value other) {
    bool sequence = is_sequence(run, other) || is_str(run, other) || is_bytes(run, other);
    return op == BINARY_OPERATOR_MULTIPLY && sequence && is_numpy_scalar(run, self) &&
           dtype_is_integer(array_tensor(self)->dtype);
}

static bool repeat(Run *run, Value scalar, Value sequence, Value *result) {
    int64_t n;
    return index_of(run, scalar, &n) &&
           value_binary(run, BINARY_OPERATOR_MULTIPLY, sequence, value_int(n), result);
}

bool numpy_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                  Value *result) {
    Operand x, y, z;
    bool known;
    *result = run->not_implemented;
    if (repeats(run, op, self, other)) {
        return repeat(run, self, other, result);
    }
    if (is_none(other)) {
        return none_error(run, op, self, reflected);
    }
    if (op == BINARY_OPERATOR_MATRIX_MULTIPLY && is_numpy_scalar(run, self) &&
        !is_array(run, other)) {
        return true;
    }
    if (!operand_of(run, other, &y, &known) || (known && !tensor_of(run, self, &x))) {
        return false;
    }
    if (!known) {
        return true;
    }
    if (!ufunc_operate(run, op, reflected ? y : x, reflected ? x : y, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

/* ---- x op= y ---- */

static bool fits_together(Run *run, const Tensor *x, const Tensor *y) {
    Shape both;
    return shape_broadcast(run->scratch, x->shape, y->shape, &both);
}

/* May values of one type be stored as another in place: the kind must not fall. */
bool same_kind(DType from, DType to) {
    bool real = dtype_class(to) == DTYPE_CLASS_FLOAT || dtype_class(to) == DTYPE_CLASS_COMPLEX;
    if (from == to || from == DTYPE_BOOL || real) {
        return dtype_class(from) != DTYPE_CLASS_COMPLEX || dtype_class(to) == DTYPE_CLASS_COMPLEX;
    }
    bool to_unsigned = dtype_class(from) == DTYPE_CLASS_INT && dtype_class(to) == DTYPE_CLASS_UINT;
    return dtype_is_integer(from) && dtype_is_integer(to) && !to_unsigned;
}

bool output_check(Run *run, const char *ufunc, const ArrayObject *a, const Tensor *z, DType own) {
    Shape both;
    if (!same_kind(z->dtype, own)) {
        return raise_error(
            run, run->numpy->no_output,
            "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting "
            "rule 'same_kind'",
            ufunc, dtype_name(z->dtype), dtype_name(own));
    }
    if (!shape_broadcast(run->scratch, a->shape, z->shape, &both) || !shape_eq(both, a->shape)) {
        return raise_value_error(
            run,
            "non-broadcastable output operand with shape %.*s doesn't match the "
            "broadcast shape %.*s",
            STR_ARG(shape_text(run, a->shape)), STR_ARG(shape_text(run, z->shape)));
    }
    return true;
}

static bool store_result(Run *run, BinaryOperator op, ArrayObject *a, Operand x, Operand z) {
    Ufunc f = ufunc_of(op, whole_numbers(x) && whole_numbers(z));
    const char *name = f == UFUNC_COUNT ? "matmul" : ufunc_name(f);
    DType own = x.tensor->dtype;
    return output_check(run, name, a, z.tensor, own) && tensor_convert(run, z, own, &z.tensor) &&
           array_replace(run, a, z.tensor);
}

bool numpy_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    Operand x, y, z;
    bool known;
    *result = run->not_implemented;
    if (!operand_of(run, other, &y, &known)) {
        return false;
    }
    if (!known || !is_array(run, self)) {
        return true;
    }
    *result = self;
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    if (op != BINARY_OPERATOR_MATRIX_MULTIPLY && !fits_together(run, x.tensor, y.tensor)) {
        Str own = shape_text(run, x.tensor->shape);
        return raise_value_error(run,
                                 "operands could not be broadcast together with shapes %.*s %.*s "
                                 "%.*s ",
                                 STR_ARG(own), STR_ARG(shape_text(run, y.tensor->shape)),
                                 STR_ARG(own));
    }
    return ufunc_operate(run, op, x, y, &z) && store_result(run, op, as_array(self), x, z);
}

/* ---- comparing ---- */

static bool filled_truth(Run *run, const Tensor *like, bool truth, Value *result) {
    Tensor *t = tensor_make(run->arena, DTYPE_BOOL, like->shape);
    for (int64_t i = 0; i < t->count; i++) {
        tensor_set_i64(t, i, truth);
    }
    *result = result_make(run, (Operand){t, false, 0});
    return true;
}

/* Numbers and strings, or shapes that do not fit: just unequal; without an order. */
static bool compare_foreign(Run *run, CompareOperator op, Value self, Value other, bool is_text,
                            Value *result) {
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (!equality && is_text) {
        Str of = type_name(run, self), with = type_name(run, other);
        return raise_type_error(run, "'%s' not supported between instances of '%.*s' and '%.*s'",
                                sign_of_compare(op), STR_ARG(of), STR_ARG(with));
    }
    *result = value_bool(op == COMPARE_OPERATOR_NOT_EQUAL);
    return true;
}

static bool compare_known(Run *run, CompareOperator op, Value self, Value other, Operand y,
                          Value *result) {
    Operand x, z;
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    bool mixed = (x.tensor->dtype == DTYPE_STRING) != (y.tensor->dtype == DTYPE_STRING);
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (mixed || (equality && !fits_together(run, x.tensor, y.tensor))) {
        return compare_foreign(run, op, self, other, mixed, result);
    }
    if (!ufunc_binary(run, ufunc_of_compare(op), x, y, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

bool numpy_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Operand y;
    bool known;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    *result = run->not_implemented;
    if (is_none(other) && equality && is_array(run, self)) {
        return filled_truth(run, array_read(as_array(self)), op == COMPARE_OPERATOR_NOT_EQUAL,
                            result);
    }
    if (is_none(other)) {
        return true;
    }
    if (!operand_of(run, other, &y, &known)) {
        return false;
    }
    return !known || compare_known(run, op, self, other, y, result);
}

/* ---- -x, +x, ~x ---- */

static bool negative(Run *run, Operand x, Operand *z) {
    if (x.tensor->dtype == DTYPE_BOOL) {
        return raise_type_error(
            run, "The numpy boolean negative, the `-` operator, is not supported, use the "
                 "`~` operator or the logical_not function instead.");
    }
    Tensor *zero = tensor_make(run->arena, x.tensor->dtype, shape_scalar());
    if (!dtype_is_inexact(x.tensor->dtype)) {
        return ufunc_binary(run, UFUNC_SUBTRACT, (Operand){zero, false, 0}, x, z);
    }
    tensor_set_f64(zero, 0, -1);
    return ufunc_binary(run, UFUNC_MULTIPLY, x, (Operand){zero, false, 0}, z);
}

static bool invert(Run *run, Operand x, Operand *z) {
    bool boolean = x.tensor->dtype == DTYPE_BOOL;
    if (!boolean && !dtype_is_integer(x.tensor->dtype)) {
        return raise_type_error(
            run, "ufunc 'invert' not supported for the input types, and the inputs could not "
                 "be safely coerced to any supported types according to the casting rule "
                 "''safe''");
    }
    Tensor *ones = tensor_make(run->arena, x.tensor->dtype, shape_scalar());
    tensor_set_i64(ones, 0, boolean ? 1 : -1);
    return ufunc_binary(run, UFUNC_BITWISE_XOR, x, (Operand){ones, false, 0}, z);
}

bool numpy_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    Operand x, z;
    if (!tensor_of(run, self, &x)) {
        return false;
    }
    z = x;
    if (op == UNARY_OPERATOR_NEGATIVE && !negative(run, x, &z)) {
        return false;
    }
    if (op == UNARY_OPERATOR_INVERT && !invert(run, x, &z)) {
        return false;
    }
    z.tensor = op == UNARY_OPERATOR_POSITIVE ? tensor_same(run, x.tensor) : z.tensor;
    *result = result_make(run, z);
    return true;
}
