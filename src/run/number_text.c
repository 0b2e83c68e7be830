/* number_text.c: numbers from text and to text, and the constructors int(…) and float(…). */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"

/* ---- arguments of constructors ---- */

static bool too_many(Run *run, const Parameters *p, uint32_t n) {
    bool keywords = false;
    for (uint32_t i = 0; i < p->most && i < 4; i++) {
        keywords |= p->names[i] != NULL;
    }
    const char *form = keywords ? "%s() takes at most %u argument%s (%u given)"
                                : "%s expected at most %u argument%s, got %u";
    Str text = str_printf(run->scratch, form, p->function, p->most, p->most == 1 ? "" : "s", n);
    return raise_type_error(run, "%.*s", STR_ARG(text));
}

static bool take_keyword(Run *run, const Parameters *p, Name name, Value v, Value *out) {
    bool any = false;
    for (uint32_t i = 0; i < p->most; i++) {
        any |= p->names[i] != NULL;
        if (!p->names[i] || !str_is(name_str(name), p->names[i])) {
            continue;
        }
        if (!is_unbound(out[i])) {
            return raise_type_error(run, "argument for %s() given by name ('%s') and position (%u)",
                                    p->function, p->names[i], i + 1);
        }
        out[i] = v;
        return true;
    }
    if (!any) {
        return raise_type_error(run, "%s() takes no keyword arguments", p->function);
    }
    return raise_type_error(run, "'%s' is an invalid keyword argument for %s()", name->text,
                            p->function);
}

bool take_args(Run *run, const Args *args, const Parameters *p, Value *out) {
    uint32_t n = args->npositional;
    for (uint32_t i = 0; i < p->most; i++) {
        out[i] = i < n ? args->at[i] : value_unbound();
    }
    if (n > p->most) {
        return too_many(run, p, n);
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!take_keyword(run, p, args->names[k], args->at[n + k], out)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < p->least; i++) {
        if (!is_unbound(out[i])) {
            continue;
        }
        if (p->names[i]) {
            return raise_type_error(run, "%s() missing required argument '%s' (pos %u)",
                                    p->function, p->names[i], i + 1);
        }
        return raise_type_error(run, "%s expected %s%u argument%s, got %u", p->function,
                                p->least == p->most ? "" : "at least ", p->least,
                                p->least == 1 ? "" : "s", n);
    }
    return true;
}

/* ---- reading ---- */

/* The text without white space around it, in ASCII: decimal digits of other scripts become 0 to 9.
 */
static Str plain_digits(Arena *scratch, Str text) {
    char *at = arena_array(scratch, text.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t cp = utf8_next(text, &i);
        int digit = cp >= 128 ? cp_digit(cp) : -1;
        if (digit >= 0) {
            at[n++] = (char)('0' + digit);
        } else {
            at[n++] = cp_is_space(cp) ? ' ' : cp < 128 ? (char)cp : '?';
        }
    }
    Str s = {at, n};
    while (s.len && s.at[0] == ' ') {
        s = str_sub(s, 1, s.len);
    }
    while (s.len && s.at[s.len - 1] == ' ') {
        s.len--;
    }
    return s;
}

static bool bad_integer(Run *run, int64_t base, Value what) {
    Str shown;
    return value_repr(run, what, &shown) &&
           raise_value_error(run, "invalid literal for int() with base %lld: %.*s", (long long)base,
                             STR_ARG(shown));
}

static int digit_of(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

/* Takes "0x", "0o", "0b" away where the base allows it; base 0 takes the base from it. */
static Str take_prefix(Str s, int64_t *base, bool *bad) {
    char letter = s.len > 1 && s.at[0] == '0' ? (char)(s.at[1] | 0x20) : 0;
    int64_t found = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (found && (*base == 0 || *base == found)) {
        *base = found;
        s = str_sub(s, 2, s.len);
        return s.len && s.at[0] == '_' ? str_sub(s, 1, s.len) : s;
    }
    if (*base == 0) {
        *base = 10;
        bool zeros = true;
        for (size_t i = 0; i < s.len; i++) {
            zeros &= s.at[i] == '0' || s.at[i] == '_';
        }
        *bad = s.len > 1 && s.at[0] == '0' && !zeros;
    }
    return s;
}

/* Digits of this radix with single underscores between them: copied to out without them; SIZE_MAX
 * when they are bad. */
static size_t take_digits(Str s, int64_t radix, char *out) {
    size_t n = 0;
    for (size_t k = 0; k < s.len; k++) {
        bool gap = s.at[k] == '_';
        if (gap ? k == 0 || k + 1 == s.len || s.at[k + 1] == '_' : digit_of(s.at[k]) >= radix) {
            return SIZE_MAX;
        }
        if (!gap) {
            out[n++] = s.at[k];
        }
    }
    return n ? n : SIZE_MAX;
}

bool parse_integer(Run *run, Str text, int64_t base, Value what, Value *whole) {
    if (base != 0 && (base < 2 || base > 36)) {
        return raise_value_error(run, "int() base must be >= 2 and <= 36, or 0");
    }
    Str s = plain_digits(run->scratch, text);
    bool bad = false, negative = s.len && s.at[0] == '-';
    if (s.len && (s.at[0] == '-' || s.at[0] == '+')) {
        s = str_sub(s, 1, s.len);
    }
    int64_t radix = base, value = 0;
    s = take_prefix(s, &radix, &bad);
    char *digits = arena_array(run->scratch, s.len + 1, 1);
    size_t n = bad ? SIZE_MAX : take_digits(s, radix, digits);
    if (n == SIZE_MAX) {
        return bad_integer(run, base, what);
    }
    for (size_t k = 0; k < n; k++) {
        if (__builtin_mul_overflow(value, radix, &value) ||
            __builtin_sub_overflow(value, (int64_t)digit_of(digits[k]), &value)) {
            return big_of_digits(run, (Str){digits, n}, (int)radix, negative, whole);
        }
    }
    *whole = value_int(value);
    return negative || integer_operate(run, BINARY_OPERATOR_SUBTRACT, 0, value, whole);
}

/* Copies the text without underscores; false when one does not stand between digits. */
static bool drop_underscores(Str s, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] != '_') {
            out[n++] = s.at[i];
            continue;
        }
        if (i == 0 || i + 1 == s.len || !isdigit((unsigned char)s.at[i - 1]) ||
            !isdigit((unsigned char)s.at[i + 1])) {
            return false;
        }
    }
    out[n] = 0;
    return true;
}

/* Is it what Python calls a float: digits, one point, an exponent, or a name of infinity or NaN? */
static bool looks_real(const char *z) {
    z += *z == '-' || *z == '+';
    if (!strcasecmp(z, "inf") || !strcasecmp(z, "infinity") || !strcasecmp(z, "nan")) {
        return true;
    }
    size_t whole = strspn(z, "0123456789");
    z += whole;
    size_t fraction = 0;
    if (*z == '.') {
        fraction = strspn(++z, "0123456789");
        z += fraction;
    }
    if (whole + fraction == 0) {
        return false;
    }
    if (*z == 'e' || *z == 'E') {
        z++;
        z += *z == '-' || *z == '+';
        size_t n = strspn(z, "0123456789");
        return n && !z[n];
    }
    return !*z;
}

bool parse_real(Run *run, Str text, Value what, double *d) {
    Str s = plain_digits(run->scratch, text);
    char *z = arena_array(run->scratch, s.len + 1, 1);
    if (s.len && !memchr(s.at, 0, s.len) && drop_underscores(s, z) && looks_real(z)) {
        *d = strtod(z, NULL);
        if (isnan(*d)) {
            *d = *z == '-' ? -NAN : NAN;
        }
        return true;
    }
    Str shown = text;
    bool good = run->trace->python == 2 || value_repr(run, what, &shown);
    return good &&
           raise_value_error(run, "could not convert string to float: %.*s", STR_ARG(shown));
}

/* ---- writing ---- */

Str integer_digits(Arena *a, int64_t i, int base, bool prefix) {
    char text[72];
    char *at = text + sizeof text;
    uint64_t u = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    do {
        *--at = "0123456789abcdef"[u % (unsigned)base];
        u /= (unsigned)base;
    } while (u);
    if (prefix) {
        *--at = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
        *--at = '0';
    }
    if (i < 0) {
        *--at = '-';
    }
    return str_dup(a, (Str){at, (size_t)(text + sizeof text - at)});
}

/* ---- int(…) ---- */

bool integer_of_real(Run *run, double d, Value *whole) {
    if (isnan(d)) {
        return raise_value_error(run, "cannot convert float NaN to integer");
    }
    if (isinf(d)) {
        return raise_error(run, run->exception.OverflowError,
                           "cannot convert float infinity to integer");
    }
    return big_of_real(run, d, whole);
}

static bool not_a_number(Run *run, const char *function, Value v) {
    Str name = type_name(run, v);
    if (run->trace->python == 2) {
        return raise_type_error(run, "%s() argument must be a string or a number, not '%.*s'",
                                function, STR_ARG(name));
    }
    const char *kinds =
        str_is(str_of(function), "int") ? "a string, a bytes-like object or" : "a string or";
    return raise_type_error(run, "%s() argument must be %s a real number, not '%.*s'", function,
                            kinds, STR_ARG(name));
}

/* int(v) through the methods __int__, __index__ and __trunc__. */
static bool integer_by_method(Run *run, Value v, Value *whole) {
    static const char *const methods[] = {"__int__", "__index__", "__trunc__"};
    for (size_t k = 0; k < 3 && v.kind == VALUE_OBJECT; k++) {
        bool found;
        Value f, n;
        if (!value_find_attr(run, v, name_z(run->names, methods[k]), &found, &f)) {
            return false;
        }
        if (!found) {
            continue;
        }
        if (!value_call_n(run, f, 0, NULL, &n)) {
            return false;
        }
        return whole_of(run, n, whole) || raise_type_error(run, "%s returned non-int (type %.*s)",
                                                           methods[k], STR_ARG(type_name(run, n)));
    }
    return not_a_number(run, "int", v);
}

static bool integer_from(Run *run, Value v, Value *whole) {
    double d;
    if (whole_of(run, v, whole)) {
        return true;
    }
    if (real_of(run, v, &d)) {
        return integer_of_real(run, d, whole);
    }
    if (is_str(run, v)) {
        return parse_integer(run, str_text(v), 10, v, whole);
    }
    if (is_bytes(run, v)) {
        return parse_integer(run, bytes_text(v), 10, v, whole);
    }
    if (is_instance(run, v, run->type.type)) {
        return not_a_number(run, "int", v);
    }
    return integer_by_method(run, v, whole);
}

static bool integer_in_base(Run *run, Value text, Value base, Value *whole) {
    int64_t radix;
    Value any;
    if (whole_of(run, base, &any) && big_small(any).kind != VALUE_INT && !is_unbound(text)) {
        return raise_value_error(run, "int() base must be >= 2 and <= 36, or 0");
    }
    if (!index_of(run, base, &radix)) {
        return false;
    }
    if (!is_unbound(text) && radix != 0 && (radix < 2 || radix > 36)) {
        return raise_value_error(run, "int() base must be >= 2 and <= 36, or 0");
    }
    if (is_unbound(text) || !(is_str(run, text) || is_bytes(run, text))) {
        return raise_type_error(run, is_unbound(text)
                                         ? "int() missing string argument"
                                         : "int() can't convert non-string with explicit base");
    }
    Str digits = is_str(run, text) ? str_text(text) : bytes_text(text);
    return parse_integer(run, digits, radix, text, whole);
}

/* int(…); also Python 2's long(…). */
bool integer_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"int", 0, 2, {NULL, "base"}};
    Value v[2], whole = value_int(0);
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (!is_unbound(v[1])) {
        if (!integer_in_base(run, v[0], v[1], &whole)) {
            return false;
        }
    } else if (!is_unbound(v[0]) && !integer_from(run, v[0], &whole)) {
        return false;
    }
    bool is_long = is_subtype(type, run->type.long_integer);
    whole = is_long ? big_long(run, whole) : big_small(whole);
    *result = number_wrap(run, type, whole);
    return true;
}

/* ---- float(…) ---- */

static bool real_from(Run *run, Value v, double *d) {
    if (is_str(run, v)) {
        return parse_real(run, str_text(v), v, d);
    }
    if (is_bytes(run, v)) {
        return parse_real(run, bytes_text(v), v, d);
    }
    if (v.kind == VALUE_NONE || is_instance(run, v, run->type.type)) {
        return not_a_number(run, "float", v);
    }
    if (v.kind == VALUE_OBJECT) {
        bool found = false;
        Value f;
        if (!number_of(run, v, &f) &&
            !value_find_attr(run, v, name_z(run->names, "__float__"), &found, &f)) {
            return false;
        }
        Value whole;
        bool is = found || number_of(run, v, &f);
        if (!is && !whole_like(run, v, &is, &whole)) {
            return false;
        }
        if (!is) {
            return not_a_number(run, "float", v);
        }
    }
    return float_of(run, v, d);
}

bool real_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"float", 0, 1, {NULL}};
    Value v;
    double d = 0;
    if (!take_args(run, args, &parameters, &v)) {
        return false;
    }
    if (!is_unbound(v) && !real_from(run, v, &d)) {
        return false;
    }
    *result = number_wrap(run, type, value_float(d));
    return true;
}
