/* builtins_number.c: the built-in functions of numbers: abs, round, divmod, pow, sum, min, max,
 * hex, chr … */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/builtins.h"
#include "run/complex.h"
#include "run/machine.h"

/* Calls the special method `name` of v with n arguments when v's type has it. */
static bool call_special(Run *run, Value v, const char *name, uint32_t n, const Value *args,
                         bool *found, Value *result) {
    Value method;
    if (!special_find(run, v, name_z(run->names, name), found, &method)) {
        return false;
    }
    return !*found || value_call_n(run, method, n, args, result);
}

/* A number of Python's own, whose class cannot say otherwise. */
static bool is_plain(const Run *run, Value v) {
    return v.kind != VALUE_OBJECT || is_big(run, v);
}

static bool builtin_abs(Run *run, const Value *args, Value *result) {
    bool found = is_plain(run, args[0]) && !is_none(args[0]);
    if (found) {
        return number_absolute(run, args[0], result);
    }
    if (!call_special(run, args[0], "__abs__", 0, NULL, &found, result)) {
        return false;
    }
    return found || raise_type_error(run, "bad operand type for abs(): '%.*s'",
                                     STR_ARG(type_name(run, args[0])));
}

static bool builtin_round(Run *run, const Value *args, Value *result) {
    bool found = is_plain(run, args[0]) && !is_none(args[0]);
    if (found) {
        return number_round(run, args[0], args[1], result);
    }
    if (!call_special(run, args[0], "__round__", !is_none(args[1]), &args[1], &found, result)) {
        return false;
    }
    return found || raise_type_error(run, "type %.*s doesn't define __round__ method",
                                     STR_ARG(type_name(run, args[0])));
}

bool builtin_round2(Run *run, const Value *args, Value *result) {
    int64_t places = 0;
    double d;
    if (!float_of(run, args[0], &d) || (!is_none(args[1]) && !index_of(run, args[1], &places))) {
        return false;
    }
    *result = value_float(real_round(d, places, true));
    return true;
}

/* ---- divmod and pow ---- */

/* *found: v has the method, and it knows the other operand. */
static bool try_special(Run *run, Value v, const char *name, Value other, bool *found,
                        Value *result) {
    bool ok = call_special(run, v, name, 1, &other, found, result);
    *found = ok && *found && !value_same(*result, run->not_implemented);
    return ok;
}

static bool builtin_divmod(Run *run, const Value *args, Value *result) {
    Value a, b;
    bool found;
    if (is_plain(run, args[0]) && is_plain(run, args[1]) && number_of(run, args[0], &a) &&
        number_of(run, args[1], &b)) {
        return number_divmod(run, a, b, result);
    }
    if (!try_special(run, args[0], "__divmod__", args[1], &found, result) || found ||
        !try_special(run, args[1], "__rdivmod__", args[0], &found, result) || found) {
        return found;
    }
    return raise_type_error(run, "unsupported operand type(s) for divmod(): '%.*s' and '%.*s'",
                            STR_ARG(type_name(run, args[0])), STR_ARG(type_name(run, args[1])));
}

/* The short way, for what 64 bits hold. */
static int64_t small_power_modulo(int64_t a, int64_t b, int64_t m) {
    int64_t size = m < 0 ? -m : m, power = 1 % size;
    a = a % size < 0 ? a % size + size : a % size;
    for (; b; b >>= 1) {
        power = b & 1 ? (int64_t)((Wide)power * a % size) : power;
        a = (int64_t)((Wide)a * a % size);
    }
    return m < 0 && power ? power - size : power;
}

static bool power_modulo(Run *run, Value a, Value b, Value m, Value *result) {
    bool small = a.kind == VALUE_INT && b.kind == VALUE_INT && m.kind == VALUE_INT &&
                 b.as.integer >= 0 && m.as.integer != INT64_MIN;
    if (whole_zero(m)) {
        return raise_value_error(run, "pow() 3rd argument cannot be 0");
    }
    if (!small) {
        return big_power_modulo(run, a, b, m, result);
    }
    *result = value_int(small_power_modulo(a.as.integer, b.as.integer, m.as.integer));
    return true;
}

static bool is_numeric(const Run *run, Value v) {
    Value n;
    return is_complex(run, v) || number_of(run, v, &n);
}

static bool builtin_pow(Run *run, const Value *args, Value *result) {
    Value a, b, m;
    if (is_none(args[2])) {
        return value_binary(run, BINARY_OPERATOR_POWER, args[0], args[1], result);
    }
    if (whole_of(run, args[0], &a) && whole_of(run, args[1], &b) && whole_of(run, args[2], &m)) {
        return power_modulo(run, a, b, m, result);
    }
    Value n;
    bool found = false;
    if (type_of(run, args[0])->heap &&
        (!call_special(run, args[0], "__pow__", 2, args + 1, &found, result) || found)) {
        return found;
    }
    for (int i = 0; i < 3; i++) { /* the first of these types is asked */
        if (is_complex(run, args[i]) && is_numeric(run, args[0]) && is_numeric(run, args[1])) {
            return raise_value_error(run, "complex modulo");
        }
        if (number_of(run, args[i], &n) && n.kind == VALUE_FLOAT) {
            return raise_type_error(
                run, "pow() 3rd argument not allowed unless all arguments are integers");
        }
    }
    return raise_type_error(run,
                            "unsupported operand type(s) for ** or pow(): '%.*s', '%.*s', '%.*s'",
                            STR_ARG(type_name(run, args[0])), STR_ARG(type_name(run, args[1])),
                            STR_ARG(type_name(run, args[2])));
}

/* ---- sum, min, max ---- */

static bool builtin_sum(Run *run, const Value *args, Value *result) {
    Value iterator, v;
    *result = args[1];
    if (!value_iter(run, args[0], &iterator)) {
        return false;
    }
    if (is_str(run, args[1]) || is_bytes(run, args[1])) {
        bool text = is_str(run, args[1]);
        return raise_type_error(run, "sum() can't sum %s [use %s.join(seq) instead]",
                                text ? "strings" : "bytes", text ? "''" : "b''");
    }
    for (bool done = false;;) {
        if (!value_next(run, iterator, &v, &done)) {
            return false;
        }
        if (done) {
            return true;
        }
        if (!value_binary(run, BINARY_OPERATOR_ADD, *result, v, result)) {
            return false;
        }
    }
}

/* The values that min or max chooses from: those of one iterable, or the arguments themselves. */
static bool candidates(Run *run, const Value *args, const char *name, Value *iterator) {
    uint32_t n = sequence_count(args[0]);
    if (n == 0) {
        return raise_type_error(run, "%s expected at least 1 argument, got 0", name);
    }
    if (n > 1 && !is_unbound(args[2])) {
        return raise_type_error(
            run, "Cannot specify a default for %s() with multiple positional arguments", name);
    }
    return value_iter(run, n == 1 ? sequence_item(args[0], 0) : args[0], iterator);
}

/* args: the arguments (a tuple), key, default. */
static bool choose(Run *run, const Value *args, const char *name, CompareOperator op,
                   Value *result) {
    Value iterator, v, key, best_key = value_unbound(), verdict;
    bool done, better;
    *result = value_unbound();
    if (!candidates(run, args, name, &iterator)) {
        return false;
    }
    for (;;) {
        if (!value_next(run, iterator, &v, &done)) {
            return false;
        }
        if (done) {
            break;
        }
        key = v;
        if (!is_none(args[1]) && !value_call_n(run, args[1], 1, &v, &key)) {
            return false;
        }
        better = is_unbound(*result);
        if (!better && (!value_compare(run, op, key, best_key, &verdict) ||
                        !value_truth(run, verdict, &better))) {
            return false;
        }
        *result = better ? v : *result;
        best_key = better ? key : best_key;
    }
    if (is_unbound(*result)) {
        *result = args[2];
    }
    return !is_unbound(*result) || raise_value_error(run, "%s() arg is an empty sequence", name);
}

static bool builtin_min(Run *run, const Value *args, Value *result) {
    return choose(run, args, "min", COMPARE_OPERATOR_LESS, result);
}

static bool builtin_max(Run *run, const Value *args, Value *result) {
    return choose(run, args, "max", COMPARE_OPERATOR_GREATER, result);
}

/* ---- numbers and characters as text ---- */

static bool in_base(Run *run, Value v, int base, Value *result) {
    Value whole;
    Str text;
    if (!whole_index(run, v, &whole) || !big_digits(run, whole, base, true, &text)) {
        return false;
    }
    bool negative = whole_negative(whole);
    if (base == 8 && run->trace->python == 2) {
        const char *sign = negative ? "-0" : whole_zero(whole) ? "" : "0";
        text = str_join2(run->arena, str_of(sign), str_sub(text, negative ? 3 : 2, text.len));
    }
    if (base != 2 && whole.kind == VALUE_OBJECT && run->trace->python == 2) {
        text = str_join2(run->arena, text, STR("L"));
    }
    *result = str_share(run, text);
    return true;
}

static bool builtin_hex(Run *run, const Value *args, Value *result) {
    return in_base(run, args[0], 16, result);
}

static bool builtin_oct(Run *run, const Value *args, Value *result) {
    return in_base(run, args[0], 8, result);
}

static bool builtin_bin(Run *run, const Value *args, Value *result) {
    return in_base(run, args[0], 2, result);
}

static bool builtin_chr(Run *run, const Value *args, Value *result) {
    int64_t i;
    char bytes[4];
    bool python2 = run->trace->python == 2;
    Value whole;
    if (!whole_index(run, args[0], &whole)) {
        return false;
    }
    if (!integer_of(run, whole, &i)) {
        return raise_error(run, run->exception.OverflowError,
                           "Python int too large to convert to C %s", python2 ? "long" : "int");
    }
    if (i < 0 || i > (python2 ? 0xff : 0x10ffff)) {
        return raise_value_error(run, "chr() arg not in range(%s)", python2 ? "256" : "0x110000");
    }
    if (python2 && i > 0x7f) {
        return refuse(run, "use unichr()", "a Python 2 str of a single byte above 127");
    }
    *result = str_make(run, (Str){bytes, utf8_put(bytes, (uint32_t)i)});
    return true;
}

static bool builtin_ord(Run *run, const Value *args, Value *result) {
    Value v = args[0];
    if (!is_str(run, v) && !is_bytes(run, v)) {
        return raise_type_error(run, "ord() expected string of length 1, but %.*s found",
                                STR_ARG(type_name(run, v)));
    }
    size_t n = is_str(run, v) ? ((StrObject *)v.as.object)->length : bytes_text(v).len;
    if (n != 1) {
        return raise_type_error(run, "ord() expected a character, but string of length %zu found",
                                n);
    }
    size_t at = 0;
    *result = value_int(is_str(run, v) ? (int64_t)utf8_next(str_text(v), &at)
                                       : (unsigned char)bytes_text(v).at[0]);
    return true;
}

static const NativeSpec functions[] = {
    {.name = "abs", .signature = "x, /", .fn = builtin_abs},
    {.name = "round", .signature = "/, number, ndigits=None", .fn = builtin_round},
    {.name = "divmod", .signature = "x, y, /", .fn = builtin_divmod},
    {.name = "pow", .signature = "/, base, exp, mod=None", .fn = builtin_pow},
    {.name = "sum", .signature = "iterable, /, start=0", .fn = builtin_sum},
    {.name = "min", .signature = "/, *args, key=None, default=?", .fn = builtin_min},
    {.name = "max", .signature = "/, *args, key=None, default=?", .fn = builtin_max},
    {.name = "hex", .signature = "number, /", .fn = builtin_hex},
    {.name = "oct", .signature = "number, /", .fn = builtin_oct},
    {.name = "bin", .signature = "number, /", .fn = builtin_bin},
    {.name = "chr", .signature = "i, /", .fn = builtin_chr},
    {.name = "ord", .signature = "c, /", .fn = builtin_ord},
    {.name = NULL},
};

void install_builtin_numbers(Run *run) {
    module_add_functions(run, run->builtins, functions);
}
