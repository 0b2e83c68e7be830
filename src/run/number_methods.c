/* number_methods.c: what abs, round and divmod do with int and float, these as methods, and
 * float.fromhex. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "run/big.h"

bool number_absolute(Run *run, Value v, Value *result) {
    Value n = value_int(0);
    number_of(run, v, &n);
    if (n.kind == VALUE_FLOAT) {
        *result = value_float(fabs(n.as.real));
        return true;
    }
    return whole_of(run, v, &n) && big_absolute(run, n, result);
}

/* ---- round ---- */

/* An int to a multiple of 10 ** places; halves go to the even multiple. */
static bool round_integer(Run *run, int64_t i, int64_t places, Value *result) {
    *result = value_int(i);
    if (places <= 0) {
        return true;
    }
    if (places > 17) {
        return big_round(run, *result, places, result);
    }
    int64_t unit = 1;
    for (int64_t k = 0; k < places; k++) {
        unit *= 10;
    }
    int64_t rest = i % unit, whole = i / unit;
    uint64_t twice = 2 * (uint64_t)(rest < 0 ? -rest : rest);
    if (twice > (uint64_t)unit || (twice == (uint64_t)unit && whole % 2 != 0)) {
        whole += i < 0 ? -1 : 1;
    }
    return integer_operate(run, BINARY_OPERATOR_MULTIPLY, whole, unit, result);
}

/* How many more or fewer than a number has makes no difference. */
static bool places_of(Run *run, Value v, int64_t *places) {
    Value whole;
    if (!whole_index(run, v, &whole)) {
        return false;
    }
    if (!integer_of(run, whole, places) || *places == INT64_MIN) {
        *places = whole_negative(whole) ? -INT64_MAX : INT64_MAX;
    }
    return true;
}

bool number_round(Run *run, Value v, Value digits, Value *result) {
    int64_t places = 0;
    Value n = value_int(0);
    number_of(run, v, &n);
    if (given(digits) && !places_of(run, digits, &places)) {
        return false;
    }
    if (n.kind == VALUE_INT) {
        return round_integer(run, n.as.integer, -places, result);
    }
    if (n.kind == VALUE_OBJECT) {
        *result = n;
        return places >= 0 || big_round(run, n, -places, result);
    }
    if (!given(digits)) {
        return integer_of_real(run, real_round(n.as.real, 0, false), result);
    }
    double d = real_round(n.as.real, places, false);
    if (isinf(d) && isfinite(n.as.real)) {
        return raise_error(run, run->exception.OverflowError,
                           "rounded value too large to represent");
    }
    *result = value_float(d);
    return true;
}

/* ---- divmod ---- */

bool number_divmod(Run *run, Value a, Value b, Value *result) {
    Value pair[2];
    bool zero = b.kind == VALUE_FLOAT ? b.as.real == 0 : whole_zero(b);
    if (zero && (a.kind == VALUE_FLOAT || b.kind == VALUE_FLOAT)) {
        return raise_error(run, run->exception.ZeroDivisionError, "float divmod()");
    }
    if (!value_binary(run, BINARY_OPERATOR_FLOOR_DIVIDE, a, b, &pair[0]) ||
        !value_binary(run, BINARY_OPERATOR_MODULO, a, b, &pair[1])) {
        return false;
    }
    *result = tuple_make(run, 2, pair);
    return true;
}

/* ---- methods ---- */

static bool method_abs(Run *run, const Value *args, Value *result) {
    return number_absolute(run, args[0], result);
}

static bool method_round(Run *run, const Value *args, Value *result) {
    if (is_none(args[1]) && !real_of(run, args[0], &(double){0})) {
        return whole_index(run, args[1], result); /* None is no number of places for an int */
    }
    return number_round(run, args[0], args[1], result);
}

/* floor or ceil: a float's; an int is one itself. */
static bool towards(Run *run, Value v, double (*fn)(double), Value *result) {
    double d;
    return real_of(run, v, &d) ? integer_of_real(run, fn(d), result) : whole_of(run, v, result);
}

static bool method_floor(Run *run, const Value *args, Value *result) {
    return towards(run, args[0], floor, result);
}

static bool method_ceil(Run *run, const Value *args, Value *result) {
    return towards(run, args[0], ceil, result);
}

/* An int knows ints only, a float all numbers. */
static bool divide(Run *run, Value self, Value a, Value b, Value *result) {
    Value x, y;
    double d;
    bool real = real_of(run, self, &d);
    *result = run->not_implemented;
    if (!number_of(run, a, &x) || !number_of(run, b, &y) ||
        (!real && (x.kind == VALUE_FLOAT || y.kind == VALUE_FLOAT))) {
        return true;
    }
    return number_divmod(run, x, y, result);
}

static bool method_divmod(Run *run, const Value *args, Value *result) {
    return divide(run, args[0], args[0], args[1], result);
}

static bool method_rdivmod(Run *run, const Value *args, Value *result) {
    return divide(run, args[0], args[1], args[0], result);
}

static bool int_newargs(Run *run, const Value *args, Value *result) {
    Value n = value_int(0);
    number_of(run, args[0], &n);
    *result = tuple_make(run, 1, &n);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "__abs__", .signature = "self, /", .fn = method_abs},
    {.name = "__round__", .signature = "self, ndigits=?, /", .fn = method_round},
    {.name = "__floor__", .signature = "self, /", .fn = method_floor},
    {.name = "__ceil__", .signature = "self, /", .fn = method_ceil},
    {.name = "__divmod__", .signature = "self, value, /", .fn = method_divmod},
    {.name = "__rdivmod__", .signature = "self, value, /", .fn = method_rdivmod},
    {.name = "__getnewargs__", .signature = "self, /", .fn = int_newargs},
    {.name = NULL},
};

/* ---- float.fromhex ---- */

/* [sign] [0x] digits [. digits] [p exponent]: as much of it as z has; 0: it is none. */
static size_t hex_span(const char *z) {
    static const char digits[] = "0123456789abcdefABCDEF";
    size_t i = *z == '-' || *z == '+';
    i += z[i] == '0' && (z[i + 1] | 0x20) == 'x' ? 2 : 0;
    size_t whole = strspn(z + i, digits), fraction = 0;
    i += whole;
    if (z[i] == '.') {
        fraction = strspn(z + i + 1, digits);
        i += 1 + fraction;
    }
    if (!whole && !fraction) {
        return 0;
    }
    if ((z[i] | 0x20) == 'p') {
        size_t sign = z[i + 1] == '-' || z[i + 1] == '+';
        size_t n = strspn(z + i + 1 + sign, "0123456789");
        i += n ? 1 + sign + n : 0;
    }
    return i;
}

static bool is_name(const char *z) {
    z += *z == '-' || *z == '+';
    return !strcasecmp(z, "inf") || !strcasecmp(z, "infinity") || !strcasecmp(z, "nan");
}

static bool float_fromhex(Run *run, const Value *args, Value *result) {
    Str s;
    if (!text_of(run, args[0], &s)) {
        return false;
    }
    while (s.len && isspace((unsigned char)s.at[0])) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len && isspace((unsigned char)s.at[s.len - 1])) {
        s.len--;
    }
    char *z = arena_array(run->scratch, s.len + 3, 1);
    memcpy(z, s.at, s.len);
    bool name = is_name(z);
    if (strlen(z) != s.len || (!name && (!s.len || hex_span(z) != s.len))) {
        return raise_value_error(run, "invalid hexadecimal floating-point string");
    }
    size_t sign = *z == '-' || *z == '+';
    if (!name && (z[sign] != '0' || (z[sign + 1] | 0x20) != 'x')) { /* strtod wants the prefix */
        memmove(z + sign + 2, z + sign, s.len - sign);
        memcpy(z + sign, "0x", 2);
    }
    double d = strtod(z, NULL);
    *result = value_float(isnan(d) ? copysign(NAN, *z == '-' ? -1 : 1) : d);
    return !(isinf(d) && !name) ||
           raise_error(run, run->exception.OverflowError,
                       "hexadecimal value too large to represent as a float");
}

static const NativeSpec fromhex = {
    .name = "fromhex", .signature = "string, /", .fn = float_fromhex};

void install_number_methods(Run *run) {
    type_add_methods(run, run->type.integer, methods);
    type_add_methods(run, run->type.long_integer, methods);
    type_add_methods(run, run->type.real, methods);
    members_set(run, &run->type.real->members, NULL, name_z(run->names, "fromhex"),
                native_make(run, &fromhex, value_unbound()));
}
