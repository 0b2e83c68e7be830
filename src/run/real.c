/* real.c: float, with CPython's semantics of //, %, ** and rounding. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "run/big.h"
#include "run/complex.h"
#include "tensor/print.h"

bool real_of(const Run *run, Value v, double *d) {
    if (v.kind == VALUE_FLOAT) {
        *d = v.as.real;
        return true;
    }
    if (v.kind == VALUE_OBJECT && is_instance(run, v, run->type.real)) {
        *d = ((NumberObject *)v.as.object)->number.as.real;
        return true;
    }
    return false;
}

Str real_repr(Run *run, double d) {
    Sink out = sink_memory(run->arena);
    python_float_repr(&out, d);
    return sink_str(&out);
}

/* ---- arithmetic ---- */

static bool zero_division(Run *run, const char *text) {
    return raise_error(run, run->exception.ZeroDivisionError, "%s", text);
}

/* The remainder has the divisor's sign, and quotient * divisor + remainder is the dividend. */
static void floor_divide(double a, double b, double *quotient, double *remainder) {
    double r = fmod(a, b);
    double q = (a - r) / b;
    if (r == 0) {
        r = copysign(0.0, b);
    } else if ((b < 0) != (r < 0)) {
        r += b;
        q -= 1.0;
    }
    *remainder = r;
    if (q == 0) {
        *quotient = copysign(0.0, a / b);
        return;
    }
    *quotient = floor(q);
    if (q - *quotient > 0.5) {
        *quotient += 1.0;
    }
}

static bool power(Run *run, double a, double b, Value *result) {
    if (a == 0 && b < 0 && isfinite(b)) {
        return zero_division(run, "0.0 cannot be raised to a negative power");
    }
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) {
        return run->trace->python == 2
                   ? raise_value_error(run,
                                       "negative number cannot be raised to a fractional power")
                   : complex_power(run, (Complex){a, 0}, (Complex){b, 0}, result);
    }
    double d = pow(a, b);
    if (isinf(d) && isfinite(a) && isfinite(b)) {
        return raise_error(run, run->exception.OverflowError,
                           "(34, 'Numerical result out of range')");
    }
    *result = value_float(d);
    return true;
}

static bool divide(Run *run, BinaryOperator op, double a, double b, Value *result) {
    double q, r;
    bool floored = op == BINARY_OPERATOR_FLOOR_DIVIDE;
    if (b == 0) {
        const char *text = floored ? "float floor division by zero" : "float modulo";
        return zero_division(run, floored && run->trace->python == 2 ? "float divmod()" : text);
    }
    floor_divide(a, b, &q, &r);
    *result = value_float(floored ? q : r);
    return true;
}

bool real_operate(Run *run, BinaryOperator op, double a, double b, Value *result) {
    switch (op) {
    case BINARY_OPERATOR_ADD: *result = value_float(a + b); return true;
    case BINARY_OPERATOR_SUBTRACT: *result = value_float(a - b); return true;
    case BINARY_OPERATOR_MULTIPLY: *result = value_float(a * b); return true;
    case BINARY_OPERATOR_TRUE_DIVIDE:
    case BINARY_OPERATOR_CLASSIC_DIVIDE:
        if (b == 0) {
            return zero_division(run, "float division by zero");
        }
        *result = value_float(a / b);
        return true;
    case BINARY_OPERATOR_FLOOR_DIVIDE:
    case BINARY_OPERATOR_MODULO: return divide(run, op, a, b, result);
    case BINARY_OPERATOR_POWER: return power(run, a, b, result);
    case BINARY_OPERATOR_MATRIX_MULTIPLY:
    case BINARY_OPERATOR_LEFT_SHIFT:
    case BINARY_OPERATOR_RIGHT_SHIFT:
    case BINARY_OPERATOR_AND:
    case BINARY_OPERATOR_XOR:
    case BINARY_OPERATOR_OR:
    case BINARY_OPERATOR_COUNT: break;
    }
    *result = run->not_implemented;
    return true;
}

static bool real_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    Value a, b;
    if (!number_of(run, self, &a) || !number_of(run, other, &b)) {
        *result = run->not_implemented;
        return true;
    }
    double x = a.as.real, y = b.as.real;
    if ((a.kind != VALUE_FLOAT && !big_real(run, a, &x)) ||
        (b.kind != VALUE_FLOAT && !big_real(run, b, &y))) {
        return false;
    }
    return reflected ? real_operate(run, op, y, x, result) : real_operate(run, op, x, y, result);
}

static bool real_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    double d = 0;
    real_of(run, self, &d);
    switch (op) {
    case UNARY_OPERATOR_NEGATIVE: *result = value_float(-d); return true;
    case UNARY_OPERATOR_POSITIVE: *result = value_float(d); return true;
    case UNARY_OPERATOR_NOT: *result = value_bool(d == 0); return true;
    case UNARY_OPERATOR_INVERT:
    case UNARY_OPERATOR_COUNT: break;
    }
    *result = run->not_implemented;
    return true;
}

static bool real_repr_slot(Run *run, Value self, Value *result) {
    double d = 0;
    real_of(run, self, &d);
    *result = str_share(run, real_repr(run, d));
    return true;
}

/* Python 2's str(float) has 12 digits. */
bool real_str2(Run *run, Value self, Value *result) {
    double d = 0;
    real_of(run, self, &d);
    if (!isfinite(d)) {
        return real_repr_slot(run, self, result);
    }
    char text[40];
    int n = snprintf(text, sizeof text - 2, "%.12g", d);
    if (!strpbrk(text, ".e")) {
        strcpy(text + n, ".0");
    }
    *result = str_make(run, str_of(text));
    return true;
}

/* ---- rounding ---- */

#define DECIMAL_MAX 1500 /* characters of the longest exact decimal expansion, and a few more */

/* Does the expansion digits (with its point at `point`) round up when it is cut behind position
 * `cut`? */
static bool rounds_up(const char *digits, int ndigits, int cut, bool away) {
    if (cut >= ndigits || cut < 0) {
        return false;
    }
    bool more = false;
    for (int i = cut + 1; i < ndigits; i++) {
        more |= digits[i] != '0';
    }
    if (digits[cut] != '5') {
        return digits[cut] > '5';
    }
    return more || away || (cut > 0 && (digits[cut - 1] - '0') % 2 == 1);
}

/* Adds one at the last digit of digits[0..n); true when a new first digit 1 is needed. */
static bool increment(char *digits, int n) {
    for (int i = n - 1; i >= 0; i--) {
        if (digits[i] != '9') {
            digits[i]++;
            return false;
        }
        digits[i] = '0';
    }
    return true;
}

/* Works on the exact decimal expansion, so that the only rounding is the one that was asked for. */
double real_round(double d, int64_t places, bool away) {
    if (!isfinite(d) || d == 0 || places > 323) {
        return d;
    }
    if (places < -308) {
        return copysign(0.0, d);
    }
    char text[DECIMAL_MAX];
    int n = snprintf(text, sizeof text, "%.1080f", fabs(d));
    char *dot = strchr(text, '.');
    int whole = (int)(dot - text);
    memmove(dot, dot + 1, (size_t)(n - whole));
    int cut = whole + (int)places;
    if (cut < 0) {
        return copysign(0.0, d);
    }
    bool carry = rounds_up(text, n - 1, cut, away) && increment(text, cut);
    char rounded[DECIMAL_MAX + 16];
    snprintf(rounded, sizeof rounded, "%s%.*se%d", carry ? "1" : "0", cut, text, whole - cut);
    return copysign(strtod(rounded, NULL), d);
}

/* ---- methods ---- */

static double self_of(const Run *run, const Value *args) {
    double d = 0;
    real_of(run, args[0], &d);
    return d;
}

static bool float_is_integer(Run *run, const Value *args, Value *result) {
    double d = self_of(run, args);
    *result = value_bool(isfinite(d) && d == floor(d));
    return true;
}

static bool float_self(Run *run, const Value *args, Value *result) {
    *result = value_float(self_of(run, args));
    return true;
}

static bool float_zero(Run *run, const Value *args, Value *result) {
    (void)run, (void)args;
    *result = value_float(0.0);
    return true;
}

static bool float_trunc(Run *run, const Value *args, Value *result) {
    return integer_of_real(run, self_of(run, args), result);
}

static bool float_ratio(Run *run, const Value *args, Value *result) {
    double d = self_of(run, args);
    if (isnan(d)) {
        return raise_value_error(run, "cannot convert NaN to integer ratio");
    }
    if (isinf(d)) {
        return raise_error(run, run->exception.OverflowError,
                           "cannot convert Infinity to integer ratio");
    }
    int exponent;
    double m = frexp(d, &exponent);
    while (m != floor(m)) {
        m *= 2;
        exponent--;
    }
    Value pair[2];
    int down = exponent < 0 ? -exponent : 0;
    if (!big_of_real(run, exponent > 0 ? ldexp(m, exponent) : m, &pair[0]) ||
        !integer_operate(run, BINARY_OPERATOR_LEFT_SHIFT, 1, down, &pair[1])) {
        return false;
    }
    *result = tuple_make(run, 2, pair);
    return true;
}

/* "0x1.8000000000000p+0": one digit, 13 hexadecimal places, the exponent. */
static bool float_hex(Run *run, const Value *args, Value *result) {
    double d = self_of(run, args);
    if (!isfinite(d)) {
        *result = str_share(run, real_repr(run, d));
        return true;
    }
    int exponent = 0;
    double m = frexp(fabs(d), &exponent);
    int shift = 1 - (DBL_MIN_EXP - exponent > 0 ? DBL_MIN_EXP - exponent : 0);
    m = ldexp(m, shift);
    exponent = d == 0 ? 0 : exponent - shift;
    uint64_t bits = (uint64_t)ldexp(m, 52);
    const char *sign = signbit(d) ? "-" : "";
    if (d == 0) {
        *result = str_format(run, "%s0x0.0p+0", sign);
        return true;
    }
    *result = str_format(run, "%s0x%d.%013llxp%+d", sign, (int)(bits >> 52),
                         (unsigned long long)(bits & ((UINT64_C(1) << 52) - 1)), exponent);
    return true;
}

static const NativeSpec real_methods[] = {
    {.name = "is_integer", .signature = "self, /", .fn = float_is_integer},
    {.name = "as_integer_ratio", .signature = "self, /", .fn = float_ratio},
    {.name = "conjugate", .signature = "self, /", .fn = float_self},
    {.name = "hex", .signature = "self, /", .fn = float_hex},
    {.name = "__float__", .signature = "self, /", .fn = float_self},
    {.name = "__int__", .signature = "self, /", .fn = float_trunc},
    {.name = "__trunc__", .signature = "self, /", .fn = float_trunc},
    {.name = NULL},
};

void install_reals(Run *run) {
    Type *t = run->type.real;
    t->size = sizeof(NumberObject);
    t->make = real_make;
    t->repr = real_repr_slot;
    t->unary = real_unary;
    t->binary = real_binary;
    type_add_methods(run, t, real_methods);
    type_add_getter(run, t, "real", float_self);
    type_add_getter(run, t, "imag", float_zero);
}
