/* number.c: NoneType, bool, int, Ellipsis and NotImplemented.
 *
 * An int of 64 bits is a VALUE_INT. Where a result does not fit, the same operation is done by
 * big.h, which gives an object; whoever needs 64 bits (a position, a size) asks index_of, and a
 * longer integer is an OverflowError there. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "run/big.h"
#include "run/complex.h"
#include "run/install.h"

bool refuse_big(Run *run) {
    return refuse(run, "its bounds are integers from -2**63 to 2**63 - 1",
                  "a range with an integer beyond 64 bits");
}

/* ---- what kind of number ---- */

bool integer_of(const Run *run, Value v, int64_t *i) {
    if (v.kind == VALUE_INT) {
        *i = v.as.integer;
        return true;
    }
    if (v.kind == VALUE_BOOL) {
        *i = v.as.boolean;
        return true;
    }
    Value whole;
    if (v.kind == VALUE_OBJECT && whole_of(run, v, &whole)) {
        whole = big_small(whole);
        *i = whole.as.integer;
        return whole.kind == VALUE_INT;
    }
    return false;
}

bool number_of(const Run *run, Value v, Value *number) {
    double d;
    if (real_of(run, v, &d)) {
        *number = value_float(d);
        return true;
    }
    if (whole_of(run, v, number)) {
        *number = big_small(*number);
        return true;
    }
    return false;
}

Value number_wrap(Run *run, const Type *type, Value number) {
    if (type == run->type.integer || type == run->type.real || type == run->type.long_integer) {
        return number;
    }
    size_t size = type->size > sizeof(NumberObject) ? type->size : sizeof(NumberObject);
    NumberObject *o = object_make(run, type, size);
    o->number = number;
    return value_object(o);
}

/* Calls v.name() when v is an object that has such a method; *found tells. */
static bool call_method(Run *run, Value v, const char *name, bool *found, Value *result) {
    *found = false;
    if (v.kind != VALUE_OBJECT) {
        return true;
    }
    Value method;
    if (is_instance(run, v, run->type.type) || is_str(run, v)) {
        return true;
    }
    if (!value_find_attr(run, v, name_z(run->names, name), found, &method)) {
        return false;
    }
    return !*found || value_call_n(run, method, 0, NULL, result);
}

bool whole_like(Run *run, Value v, bool *is, Value *whole) {
    *is = whole_of(run, v, whole);
    if (*is) {
        return true;
    }
    Value n;
    if (!call_method(run, v, "__index__", is, &n) || !*is) {
        return !run->stopping && is_unbound(run->error);
    }
    if (!whole_of(run, n, whole)) {
        return raise_type_error(run, "__index__ returned non-int (type %.*s)",
                                STR_ARG(type_name(run, n)));
    }
    return true;
}

bool whole_index(Run *run, Value v, Value *whole) {
    bool is;
    if (!whole_like(run, v, &is, whole)) {
        return false;
    }
    return is || raise_type_error(run, "'%.*s' object cannot be interpreted as an integer",
                                  STR_ARG(type_name(run, v)));
}

static bool fits(Run *run, Value v, Value whole, const Type *error, int64_t *i) {
    return integer_of(run, whole, i) ||
           raise_error(run, error, "cannot fit '%.*s' into an index-sized integer",
                       STR_ARG(type_name(run, v)));
}

bool index_like(Run *run, Value v, bool *is, int64_t *i) {
    Value whole;
    return whole_like(run, v, is, &whole) &&
           (!*is || fits(run, v, whole, run->exception.OverflowError, i));
}

bool position_like(Run *run, Value v, bool *is, int64_t *i) {
    Value whole;
    return whole_like(run, v, is, &whole) &&
           (!*is || fits(run, v, whole, run->exception.IndexError, i));
}

bool index_of(Run *run, Value v, int64_t *i) {
    Value whole;
    if (!whole_index(run, v, &whole)) {
        return false;
    }
    bool two = run->trace->python == 2;
    return integer_of(run, whole, i) ||
           raise_error(run, run->exception.OverflowError, "%s too large to convert to %s",
                       two ? "long int" : "Python int", two ? "int" : "C ssize_t");
}

bool float_of(Run *run, Value v, double *d) {
    Value n;
    bool found;
    if (number_of(run, v, &n)) {
        *d = n.as.real;
        return n.kind == VALUE_FLOAT || big_real(run, n, d);
    }
    if (!call_method(run, v, "__float__", &found, &n)) {
        return false;
    }
    if (found) {
        return real_of(run, n, d) ||
               raise_type_error(run, "%.*s.__float__ returned non-float (type %.*s)",
                                STR_ARG(type_name(run, v)), STR_ARG(type_name(run, n)));
    }
    if (!whole_like(run, v, &found, &n)) {
        return false;
    }
    return found
               ? big_real(run, n, d)
               : raise_type_error(run, "must be real number, not %.*s", STR_ARG(type_name(run, v)));
}

/* ---- hashes, as CPython computes them ---- */

#define HASH_MODULUS ((UINT64_C(1) << 61) - 1)

int64_t integer_hash(int64_t i) {
    uint64_t magnitude = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    int64_t h = (int64_t)(magnitude % HASH_MODULUS);
    h = i < 0 ? -h : h;
    return h == -1 ? -2 : h;
}

/* The mantissa's bits, 28 at a time, modulo 2**61 - 1; then the exponent. */
int64_t real_hash(double d) {
    if (!isfinite(d)) {
        return isinf(d) ? (d > 0 ? 314159 : -314159) : 0;
    }
    int exponent;
    double m = frexp(fabs(d), &exponent);
    uint64_t x = 0;
    while (m != 0) {
        x = ((x << 28) & HASH_MODULUS) | x >> (61 - 28);
        m *= 268435456.0;
        exponent -= 28;
        uint64_t part = (uint64_t)m;
        m -= (double)part;
        x += part;
        x = x >= HASH_MODULUS ? x - HASH_MODULUS : x;
    }
    exponent = exponent >= 0 ? exponent % 61 : 61 - 1 - ((-1 - exponent) % 61);
    x = ((x << exponent) & HASH_MODULUS) | x >> (61 - exponent);
    int64_t h = d < 0 ? -(int64_t)x : (int64_t)x;
    return h == -1 ? -2 : h;
}

/* ---- integer arithmetic ---- */

/* The highest 55 bits of |a| / |b| and whether anything is left below: rounding that once is right.
 */
double integer_divide(int64_t a, int64_t b) {
    const int64_t exact = INT64_C(1) << 53;
    if (a <= exact && a >= -exact && b <= exact && b >= -exact) {
        return (double)a / (double)b;
    }
    uint64_t x = a < 0 ? 0 - (uint64_t)a : (uint64_t)a;
    uint64_t y = b < 0 ? 0 - (uint64_t)b : (uint64_t)b;
    if (!x) {
        return b < 0 ? -0.0 : 0.0;
    }
    int shift = __builtin_clzll(x) - __builtin_clzll(y) + 56;
    WideUnsigned wide = (WideUnsigned)x << (shift > 0 ? shift : 0);
    uint64_t quotient = (uint64_t)(wide / y);
    quotient |= wide % y != 0;
    double d = ldexp((double)quotient, shift > 0 ? -shift : 0);
    return (a < 0) != (b < 0) ? -d : d;
}

static bool zero_division(Run *run, const char *text) {
    const char *old = "integer division or modulo by zero";
    return raise_error(run, run->exception.ZeroDivisionError, "%s",
                       run->trace->python == 2 ? old : text);
}

static bool floor_divide(Run *run, int64_t a, int64_t b, Value *result) {
    if (b == 0) {
        return zero_division(run, "integer division or modulo by zero");
    }
    if (b == -1) {
        return integer_operate(run, BINARY_OPERATOR_SUBTRACT, 0, a, result);
    }
    int64_t q = a / b;
    *result = value_int(a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q);
    return true;
}

static bool modulo(Run *run, int64_t a, int64_t b, Value *result) {
    if (b == 0) {
        return zero_division(run, "integer modulo by zero");
    }
    int64_t r = b == -1 ? 0 : a % b;
    *result = value_int(r != 0 && (r < 0) != (b < 0) ? r + b : r);
    return true;
}

static bool true_divide(Run *run, int64_t a, int64_t b, Value *result) {
    if (b == 0) {
        return zero_division(run, "division by zero");
    }
    *result = value_float(integer_divide(a, b));
    return true;
}

static bool longer(Run *run, BinaryOperator op, int64_t a, int64_t b, Value *result) {
    return big_operate(run, op, value_int(a), value_int(b), result);
}

bool integer_power(Run *run, int64_t a, int64_t b, Value *result) {
    if (b < 0) {
        return real_operate(run, BINARY_OPERATOR_POWER, (double)a, (double)b, result);
    }
    int64_t power = 1, square = a, left = b;
    while (left > 0) {
        if ((left & 1) && __builtin_mul_overflow(power, square, &power)) {
            return longer(run, BINARY_OPERATOR_POWER, a, b, result);
        }
        left >>= 1;
        if (left > 0 && __builtin_mul_overflow(square, square, &square)) {
            return longer(run, BINARY_OPERATOR_POWER, a, b, result);
        }
    }
    *result = value_int(power);
    return true;
}

static bool left_shift(Run *run, int64_t a, int64_t b, Value *result) {
    if (b < 0) {
        return raise_value_error(run, "negative shift count");
    }
    if (a != 0 && (b > 63 || (Wide)a * ((Wide)1 << b) != (int64_t)((Wide)a * ((Wide)1 << b)))) {
        return longer(run, BINARY_OPERATOR_LEFT_SHIFT, a, b, result);
    }
    *result = value_int(a ? (int64_t)((Wide)a * ((Wide)1 << b)) : 0);
    return true;
}

static bool right_shift(Run *run, int64_t a, int64_t b, Value *result) {
    if (b < 0) {
        return raise_value_error(run, "negative shift count");
    }
    *result = value_int(b > 63 ? (a < 0 ? -1 : 0) : a >> b);
    return true;
}

bool integer_operate(Run *run, BinaryOperator op, int64_t a, int64_t b, Value *result) {
    int64_t r = 0;
    switch (op) {
    case BINARY_OPERATOR_ADD:
        if (__builtin_add_overflow(a, b, &r)) {
            return longer(run, op, a, b, result);
        }
        break;
    case BINARY_OPERATOR_SUBTRACT:
        if (__builtin_sub_overflow(a, b, &r)) {
            return longer(run, op, a, b, result);
        }
        break;
    case BINARY_OPERATOR_MULTIPLY:
        if (__builtin_mul_overflow(a, b, &r)) {
            return longer(run, op, a, b, result);
        }
        break;
    case BINARY_OPERATOR_TRUE_DIVIDE: return true_divide(run, a, b, result);
    case BINARY_OPERATOR_CLASSIC_DIVIDE:
    case BINARY_OPERATOR_FLOOR_DIVIDE: return floor_divide(run, a, b, result);
    case BINARY_OPERATOR_MODULO: return modulo(run, a, b, result);
    case BINARY_OPERATOR_POWER: return integer_power(run, a, b, result);
    case BINARY_OPERATOR_LEFT_SHIFT: return left_shift(run, a, b, result);
    case BINARY_OPERATOR_RIGHT_SHIFT: return right_shift(run, a, b, result);
    case BINARY_OPERATOR_AND: r = a & b; break;
    case BINARY_OPERATOR_XOR: r = a ^ b; break;
    case BINARY_OPERATOR_OR: r = a | b; break;
    case BINARY_OPERATOR_MATRIX_MULTIPLY:
    case BINARY_OPERATOR_COUNT: *result = run->not_implemented; return true;
    }
    *result = value_int(r);
    return true;
}

/* ---- slots of int ---- */

static bool integer_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                           Value *result) {
    Value a, b;
    if (!whole_of(run, reflected ? other : self, &a) ||
        !whole_of(run, reflected ? self : other, &b)) {
        *result = run->not_implemented;
        return true;
    }
    return a.kind == VALUE_INT && b.kind == VALUE_INT
               ? integer_operate(run, op, a.as.integer, b.as.integer, result)
               : big_operate(run, op, a, b, result);
}

static bool integer_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    Value whole = value_int(0);
    whole_of(run, self, &whole);
    int64_t i = whole.as.integer;
    if (whole.kind == VALUE_OBJECT || i == INT64_MIN) {
        return big_unary(run, op, whole, result);
    }
    switch (op) {
    case UNARY_OPERATOR_NEGATIVE: *result = value_int(-i); return true;
    case UNARY_OPERATOR_POSITIVE: *result = value_int(i); return true;
    case UNARY_OPERATOR_INVERT: *result = value_int(~i); return true;
    case UNARY_OPERATOR_NOT: *result = value_bool(i == 0); return true;
    case UNARY_OPERATOR_COUNT: break;
    }
    *result = run->not_implemented;
    return true;
}

int compare_int_real(int64_t i, double d) {
    if (d >= 9223372036854775808.0) {
        return -1;
    }
    if (d < -9223372036854775808.0) {
        return 1;
    }
    int64_t whole = (int64_t)d;
    if (i != whole) {
        return i < whole ? -1 : 1;
    }
    double rest = d - (double)whole;
    return (rest < 0) - (rest > 0);
}

/* How two numbers compare: -1, 0, 1; 2 when one of them is a NaN. */
static int compare_numbers(Value a, Value b) {
    if (a.kind == VALUE_INT && b.kind == VALUE_INT) {
        return (a.as.integer > b.as.integer) - (a.as.integer < b.as.integer);
    }
    if ((a.kind == VALUE_FLOAT && isnan(a.as.real)) ||
        (b.kind == VALUE_FLOAT && isnan(b.as.real))) {
        return 2;
    }
    if (a.kind == VALUE_OBJECT || b.kind == VALUE_OBJECT) {
        return big_compare(a, b);
    }
    if (a.kind == VALUE_INT) {
        return compare_int_real(a.as.integer, b.as.real);
    }
    if (b.kind == VALUE_INT) {
        return -compare_int_real(b.as.integer, a.as.real);
    }
    return (a.as.real > b.as.real) - (a.as.real < b.as.real);
}

static bool number_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Value a, b;
    *result = run->not_implemented;
    if (!number_of(run, self, &a) || !number_of(run, other, &b)) {
        return true;
    }
    int c = compare_numbers(a, b);
    switch (op) {
    case COMPARE_OPERATOR_LESS: *result = value_bool(c == -1); break;
    case COMPARE_OPERATOR_LESS_EQUAL: *result = value_bool(c == -1 || c == 0); break;
    case COMPARE_OPERATOR_EQUAL: *result = value_bool(c == 0); break;
    case COMPARE_OPERATOR_NOT_EQUAL: *result = value_bool(c != 0); break;
    case COMPARE_OPERATOR_GREATER: *result = value_bool(c == 1); break;
    case COMPARE_OPERATOR_GREATER_EQUAL: *result = value_bool(c == 1 || c == 0); break;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return true;
}

static bool number_truth(Run *run, Value self, bool *result) {
    Value n = value_int(0);
    number_of(run, self, &n);
    *result = n.kind == VALUE_FLOAT ? n.as.real != 0 : n.kind == VALUE_OBJECT || n.as.integer != 0;
    return true;
}

static bool number_hash(Run *run, Value self, int64_t *result) {
    Value n = value_int(0);
    number_of(run, self, &n);
    *result = n.kind == VALUE_INT     ? integer_hash(n.as.integer)
              : n.kind == VALUE_FLOAT ? real_hash(n.as.real)
                                      : big_hash(n);
    return true;
}

static bool integer_str(Run *run, Value self, Value *result) {
    Value whole = value_int(0);
    Str text;
    whole_of(run, self, &whole);
    if (!big_digits(run, whole, 10, false, &text)) {
        return false;
    }
    *result = str_share(run, text);
    return true;
}

/* Python 2's long has an L in its repr, not in its str. */
static bool integer_repr(Run *run, Value self, Value *result) {
    if (!integer_str(run, self, result) || run->trace->python != 2 ||
        !is_instance(run, self, run->type.long_integer)) {
        return is_unbound(run->error) && !run->stopping;
    }
    *result = str_share(run, str_join2(run->arena, str_text(*result), STR("L")));
    return true;
}

static void number_show(Sink *out, const Object *o, Moment m, int depth) {
    const NumberObject *n = (const NumberObject *)o;
    if (strcmp(o->type->name->text, "long") == 0 ||
        (n->number.kind == VALUE_OBJECT && n->number.as.object == o)) {
        big_show(out, o);
    } else {
        value_show(out, n->number, m, depth);
    }
}

/* ---- methods of int ---- */

static Value whole_self(const Run *run, const Value *args) {
    Value whole = value_int(0);
    whole_of(run, args[0], &whole);
    return whole;
}

static bool int_bit_length(Run *run, const Value *args, Value *result) {
    *result = value_int((int64_t)big_bits(whole_self(run, args)));
    return true;
}

static bool int_bit_count(Run *run, const Value *args, Value *result) {
    *result = value_int((int64_t)big_count(whole_self(run, args)));
    return true;
}

static bool int_self(Run *run, const Value *args, Value *result) {
    *result = whole_self(run, args);
    return true;
}

static bool int_zero(Run *run, const Value *args, Value *result) {
    (void)run, (void)args;
    *result = value_int(0);
    return true;
}

static bool int_one(Run *run, const Value *args, Value *result) {
    (void)run, (void)args;
    *result = value_int(1);
    return true;
}

static bool int_ratio(Run *run, const Value *args, Value *result) {
    Value pair[2] = {whole_self(run, args), value_int(1)};
    *result = tuple_make(run, 2, pair);
    return true;
}

static bool int_float(Run *run, const Value *args, Value *result) {
    double d;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    *result = value_float(d);
    return true;
}

static bool byte_order(Run *run, Value v, bool *little) {
    Str order;
    if (!text_of(run, v, &order)) {
        return false;
    }
    *little = str_is(order, "little");
    return *little || str_is(order, "big") ||
           raise_value_error(run, "byteorder must be either 'little' or 'big'");
}

/* The bytes the other way round. */
static void reverse(char *at, int64_t n) {
    for (int64_t i = 0; i < n / 2; i++) {
        char c = at[i];
        at[i] = at[n - 1 - i];
        at[n - 1 - i] = c;
    }
}

static bool int_to_bytes(Run *run, const Value *args, Value *result) {
    int64_t n;
    bool little, sign;
    Value whole = whole_self(run, args);
    if (!index_of(run, args[1], &n) || !byte_order(run, args[2], &little) ||
        !value_truth(run, args[3], &sign)) {
        return false;
    }
    if (n < 0) {
        return raise_value_error(run, "length argument must be non-negative");
    }
    if (whole_negative(whole) && !sign) {
        return raise_error(run, run->exception.OverflowError,
                           "can't convert negative int to unsigned");
    }
    if (!check_count(run, n)) {
        return false;
    }
    char *at = arena_array(run->arena, (size_t)n, 1);
    if (!big_to_bytes(run, whole, n, sign, (unsigned char *)at)) {
        return raise_error(run, run->exception.OverflowError, "int too big to convert");
    }
    if (!little) {
        reverse(at, n);
    }
    *result = bytes_make(run, (Str){at, (size_t)n});
    return true;
}

/* bytes, or values from 0 to 255 */
static bool bytes_argument(Run *run, Value v, Str *bytes) {
    Value made;
    if (is_bytes(run, v)) {
        *bytes = str_dup(run->scratch, bytes_text(v));
        return true;
    }
    if (is_str(run, v) || !is_iterable(run, v)) {
        return raise_type_error(run, "cannot convert '%.*s' object to bytes",
                                STR_ARG(type_name(run, v)));
    }
    if (!value_call_n(run, value_object(run->type.bytes), 1, &v, &made)) {
        return false;
    }
    *bytes = bytes_text(made);
    return true;
}

static bool int_from_bytes(Run *run, const Value *args, Value *result) {
    bool little, sign;
    Str b;
    if (!bytes_argument(run, args[0], &b) || !byte_order(run, args[1], &little) ||
        !value_truth(run, args[2], &sign)) {
        return false;
    }
    if (little) {
        reverse((char *)(uintptr_t)b.at, (int64_t)b.len);
    }
    return big_of_bytes(run, b, sign, result);
}

static const NativeSpec integer_methods[] = {
    {.name = "bit_length", .signature = "self, /", .fn = int_bit_length},
    {.name = "bit_count", .signature = "self, /", .fn = int_bit_count},
    {.name = "conjugate", .signature = "self, /", .fn = int_self},
    {.name = "as_integer_ratio", .signature = "self, /", .fn = int_ratio},
    {.name = "to_bytes",
     .signature = "self, /, length=1, byteorder='big', *, signed=False",
     .fn = int_to_bytes},
    {.name = "__int__", .signature = "self, /", .fn = int_self},
    {.name = "__index__", .signature = "self, /", .fn = int_self},
    {.name = "__trunc__", .signature = "self, /", .fn = int_self},
    {.name = "__float__", .signature = "self, /", .fn = int_float},
    {.name = NULL},
};

static const NativeSpec from_bytes = {.name = "from_bytes",
                                      .signature = "bytes, /, byteorder='big', *, signed=False",
                                      .fn = int_from_bytes};

/* ---- bool, None and the other singletons ---- */

static bool boolean_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"bool", 0, 1, {NULL}};
    Value v;
    (void)type;
    if (!take_args(run, args, &parameters, &v)) {
        return false;
    }
    bool b = false;
    if (!is_unbound(v) && !value_truth(run, v, &b)) {
        return false;
    }
    *result = value_bool(b);
    return true;
}

static bool boolean_repr(Run *run, Value self, Value *result) {
    *result = str_share(run, self.as.boolean ? STR("True") : STR("False"));
    return true;
}

static bool boolean_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                           Value *result) {
    bool logic = op == BINARY_OPERATOR_AND || op == BINARY_OPERATOR_OR || op == BINARY_OPERATOR_XOR;
    if (!logic || other.kind != VALUE_BOOL) {
        return integer_binary(run, op, self, other, reflected, result);
    }
    bool a = self.as.boolean, b = other.as.boolean;
    bool either = op == BINARY_OPERATOR_OR ? a || b : a != b;
    *result = value_bool(op == BINARY_OPERATOR_AND ? a && b : either);
    return true;
}

static bool none_repr(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_share(run, STR("None"));
    return true;
}

static bool none_truth(Run *run, Value self, bool *result) {
    (void)run, (void)self;
    *result = false;
    return true;
}

static bool none_hash(Run *run, Value self, int64_t *result) {
    (void)run, (void)self;
    *result = 0xfca86420;
    return true;
}

static bool ellipsis_repr(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_share(run, STR("Ellipsis"));
    return true;
}

static void ellipsis_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)o, (void)m, (void)depth;
    sink_z(out, "Ellipsis");
}

static bool not_implemented_repr(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_share(run, STR("NotImplemented"));
    return true;
}

static bool not_implemented_truth(Run *run, Value self, bool *result) {
    (void)run, (void)self;
    *result = true;
    return true;
}

static void not_implemented_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)o, (void)m, (void)depth;
    sink_z(out, "NotImplemented");
}

static void install_singletons(Run *run) {
    if (is_unbound(run->ellipsis)) {
        run->ellipsis = value_object(object_make(run, run->type.ellipsis, sizeof(Object)));
        run->not_implemented =
            value_object(object_make(run, run->type.not_implemented, sizeof(Object)));
    }
    run->type.none->repr = none_repr;
    run->type.none->truth = none_truth;
    run->type.none->hash = none_hash;
    run->type.ellipsis->repr = ellipsis_repr;
    run->type.ellipsis->head.show = ellipsis_show;
    run->type.not_implemented->truth = not_implemented_truth;
    run->type.not_implemented->repr = not_implemented_repr;
    run->type.not_implemented->head.show = not_implemented_show;
}

/* int, and Python 2's long. */
static void install_integer(Run *run, Type *t) {
    t->size = sizeof(NumberObject);
    t->make = integer_make;
    t->repr = integer_repr;
    t->truth = number_truth;
    t->hash = number_hash;
    t->unary = integer_unary;
    t->binary = integer_binary;
    t->compare = number_compare;
    t->head.show = number_show;
    type_add_methods(run, t, integer_methods);
    type_add_getter(run, t, "real", int_self);
    type_add_getter(run, t, "imag", int_zero);
    type_add_getter(run, t, "numerator", int_self);
    type_add_getter(run, t, "denominator", int_one);
    members_set(run, &t->members, NULL, name_z(run->names, "from_bytes"),
                native_make(run, &from_bytes, value_unbound()));
}

void install_numbers(Run *run) {
    big_init(run);
    install_integer(run, run->type.integer);
    install_integer(run, run->type.long_integer);
    run->type.long_integer->str = integer_str;
    run->type.boolean->make = boolean_make;
    run->type.boolean->repr = boolean_repr;
    run->type.boolean->binary = boolean_binary;
    run->type.real->truth = number_truth;
    run->type.real->hash = number_hash;
    run->type.real->compare = number_compare;
    run->type.real->head.show = number_show;
    install_reals(run);
    install_complex(run);
    install_number_methods(run);
    install_singletons(run);
}
