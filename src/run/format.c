/* format.c: format(value, spec): the mini-language of format specifications for str and
 * numbers.
 *
 *     [[fill]align][sign][z][#][0][width][, or _][.precision][type]
 *
 * A number is written as sign, prefix, digits and rest (fraction, exponent, percent sign); padding
 * goes before, behind, around, or between prefix and digits. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/complex.h"
#include "run/format.h"
#include "run/machine.h"

/* ---- reading a specification ---- */

static bool is_align(uint32_t cp) {
    return cp == '<' || cp == '>' || cp == '=' || cp == '^';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The character at *at when it is c; then moves on. */
static bool take(Str s, size_t *at, char c) {
    bool is = *at < s.len && s.at[*at] == c;
    *at += is;
    return is;
}

static bool take_number(Run *run, Str s, size_t *at, int64_t *n) {
    if (*at == s.len || !is_digit(s.at[*at])) {
        return true;
    }
    *n = 0;
    for (; *at < s.len && is_digit(s.at[*at]); ++*at) {
        if (__builtin_mul_overflow(*n, (int64_t)10, n) ||
            __builtin_add_overflow(*n, (int64_t)(s.at[*at] - '0'), n)) {
            return raise_value_error(run, "Too many decimal digits in format string");
        }
    }
    return true;
}

static void take_align(Str s, size_t *at, Spec *spec, bool *filled) {
    if (!s.len) {
        return;
    }
    size_t behind = 0;
    utf8_next(s, &behind);
    if (behind < s.len && is_align((unsigned char)s.at[behind])) {
        spec->fill = str_sub(s, 0, behind);
        spec->align = s.at[behind];
        *at = behind + 1;
        *filled = true;
    } else if (is_align((unsigned char)s.at[0])) {
        spec->align = s.at[0];
        *at = 1;
    }
}

static bool take_grouping(Run *run, Str s, size_t *at, Spec *spec) {
    if (take(s, at, ',')) {
        spec->grouping = ',';
    }
    if (take(s, at, '_')) {
        if (spec->grouping) {
            return raise_value_error(run, "Cannot specify both ',' and '_'.");
        }
        spec->grouping = '_';
        if (*at < s.len && s.at[*at] == ',') {
            return raise_value_error(run, "Cannot specify both ',' and '_'.");
        }
    }
    return true;
}

static bool take_precision(Run *run, Str s, size_t *at, Spec *spec) {
    if (!take(s, at, '.')) {
        return true;
    }
    if (*at == s.len || !is_digit(s.at[*at])) {
        return raise_value_error(run, "Format specifier missing precision");
    }
    return take_number(run, s, at, &spec->precision);
}

/* Grouping goes with decimal numbers; underscores also with bin, oct and hex. */
static bool check_grouping(Run *run, const Spec *spec) {
    uint32_t t = spec->type;
    if (!spec->grouping || !t || (t < 128 && strchr("defgEGF%", (int)t)) ||
        (spec->grouping == '_' && t < 128 && strchr("boxX", (int)t))) {
        return true;
    }
    if (t > 32 && t < 128) {
        return raise_value_error(run, "Cannot specify '%c' with '%c'.", spec->grouping, (int)t);
    }
    return raise_value_error(run, "Cannot specify '%c' with '\\x%x'.", spec->grouping, (unsigned)t);
}

static void take_flags(Str s, size_t *at, Spec *spec, bool filled) {
    if (*at < s.len && (s.at[*at] == '+' || s.at[*at] == '-' || s.at[*at] == ' ')) {
        spec->sign = s.at[(*at)++];
    }
    spec->no_negative_zero = take(s, at, 'z');
    spec->alternate = take(s, at, '#');
    if (!filled && *at < s.len && s.at[*at] == '0') {
        ++*at;
        spec->fill = STR("0");
        if (!spec->align && spec->default_align == '>') {
            spec->align = '=';
        }
    }
}

/* kind: the value's type name, for the error. */
static bool read_spec(Run *run, Str s, Spec *spec, Str kind) {
    size_t at = 0;
    bool filled = false;
    take_align(s, &at, spec, &filled);
    take_flags(s, &at, spec, filled);
    if (!take_number(run, s, &at, &spec->width) || !take_grouping(run, s, &at, spec) ||
        !take_precision(run, s, &at, spec)) {
        return false;
    }
    if (at < s.len) {
        spec->type = utf8_next(s, &at);
    }
    if (at < s.len) {
        return raise_value_error(run, "Invalid format specifier '%.*s' for object of type '%.*s'",
                                 STR_ARG(s), STR_ARG(kind));
    }
    return check_grouping(run, spec);
}

static Spec spec_of(char default_align) {
    return (Spec){.default_align = default_align, .fill = STR(" "), .width = -1, .precision = -1};
}

static bool unknown_code(Run *run, const Spec *spec, Str kind) {
    uint32_t t = spec->type;
    if (t > 32 && t < 128) {
        return raise_value_error(run, "Unknown format code '%c' for object of type '%.*s'", (int)t,
                                 STR_ARG(kind));
    }
    return raise_value_error(run, "Unknown format code '\\x%x' for object of type '%.*s'",
                             (unsigned)t, STR_ARG(kind));
}

/* ---- str ---- */

static bool format_str(Run *run, Value v, Str s, Str *text) {
    Spec spec = spec_of('<');
    Str kind = type_name(run, v);
    spec.type = 's';
    if (!read_spec(run, s, &spec, kind)) {
        return false;
    }
    if (spec.type != 's') {
        return unknown_code(run, &spec, kind);
    }
    if (spec.sign) {
        return raise_value_error(run, "%s not allowed in string format specifier",
                                 spec.sign == ' ' ? "Space" : "Sign");
    }
    if (spec.no_negative_zero) {
        return raise_value_error(
            run, "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate) {
        return raise_value_error(run, "Alternate form (#) not allowed in string format specifier");
    }
    if (spec.grouping) {
        return raise_value_error(run, "Cannot specify '%c' with 's'.", spec.grouping);
    }
    if (spec.align == '=') {
        return raise_value_error(run, "'=' alignment not allowed in string format specifier");
    }
    *text = str_text(v);
    if (spec.precision >= 0 && spec.precision < ((StrObject *)v.as.object)->length) {
        *text = text_slice((StrObject *)v.as.object, 0, spec.precision);
    }
    *text = text_pad(run->arena, *text, spec.width, spec.align ? spec.align : '<', spec.fill);
    return true;
}

/* ---- the parts of a number ---- */

/* Digits in groups of `size`, with zeros in front up to `width` characters in all. */
static Str group_digits(Arena *a, Str digits, char separator, int size, int64_t width) {
    size_t most = digits.len * 2 + (width > 0 ? (size_t)width : 0) + 2;
    char *room = arena_array(a, most, 1);
    char *at = room + most;
    int64_t left = (int64_t)digits.len;
    for (bool first = true; first || left > 0 || width > 0; first = false) {
        if (!first) {
            *--at = separator;
            width--;
        }
        int64_t wanted = left > width ? left : width;
        int64_t n = wanted < 1 ? 1 : wanted > size ? size : wanted;
        for (int64_t k = 0; k < n; k++) {
            *--at = left > 0 ? digits.at[--left] : '0';
        }
        width -= n;
    }
    return (Str){at, (size_t)(room + most - at)};
}

Str number_layout(Arena *a, const Spec *spec, const Number *n) {
    char align = spec->align ? spec->align : '>';
    Str lead = str_printf(a, "%s%.*s", n->sign, STR_ARG(n->prefix));
    Str digits = n->digits;
    bool zeros = align == '=' && str_is(spec->fill, "0");
    int64_t inside = spec->width - (int64_t)lead.len - (int64_t)n->rest.len;
    if (spec->grouping && digits.len) {
        digits = group_digits(a, digits, spec->grouping, n->group, zeros ? inside : 0);
    }
    Str body = str_join2(a, digits, n->rest);
    if (align == '=') {
        body = text_pad(a, body, spec->width - (int64_t)lead.len, '>', spec->fill);
        return lead.len ? str_join2(a, lead, body) : body;
    }
    return text_pad(a, lead.len ? str_join2(a, lead, body) : body, spec->width, align, spec->fill);
}

static const char *sign_text(const Spec *spec, bool negative) {
    return negative ? "-" : spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

/* Width and precision that memory could never hold end the run. */
static bool check_sizes(Run *run, const Spec *spec) {
    return (spec->width < INT32_MAX && spec->precision < INT32_MAX) ||
           refuse_budget(run, BUDGET_MEMORY);
}

/* ---- int ---- */

static bool format_char(Run *run, Value whole, Spec *spec, Str *text) {
    int64_t i;
    if (spec->sign) {
        return raise_value_error(run, "Sign not allowed with integer format specifier 'c'");
    }
    if (spec->alternate) {
        return raise_value_error(
            run, "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!integer_of(run, whole, &i)) {
        return raise_error(run, run->exception.OverflowError,
                           "Python int too large to convert to C long");
    }
    if (i < 0 || i > 0x10ffff) {
        return raise_error(run, run->exception.OverflowError, "%%c arg not in range(0x110000)");
    }
    char bytes[4];
    Str one = str_dup(run->arena, (Str){bytes, utf8_put(bytes, (uint32_t)i)});
    char align = spec->align && spec->align != '=' ? spec->align : '>';
    *text = text_pad(run->arena, one, spec->width, align, spec->fill);
    return true;
}

void upper_ascii(Str s) {
    char *at = (char *)(uintptr_t)s.at;
    for (size_t i = 0; i < s.len; i++) {
        at[i] = (char)(at[i] >= 'a' && at[i] <= 'z' ? at[i] - 32 : at[i]);
    }
}

static int base_of(uint32_t type) {
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

static bool format_integer_spec(Run *run, Value whole, const Spec *spec, Str *text) {
    int base = base_of(spec->type);
    bool negative = whole_negative(whole);
    Str digits;
    if (!big_digits(run, whole, base, false, &digits)) {
        return false;
    }
    digits = str_sub(digits, negative, digits.len);
    const char *prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    if (spec->type == 'X') {
        upper_ascii(digits);
        prefix = "0X";
    }
    Number n = {.sign = sign_text(spec, negative),
                .prefix = str_of(spec->alternate && base != 10 ? prefix : ""),
                .digits = digits,
                .rest = STR(""),
                .group = base == 10 ? 3 : 4};
    *text = number_layout(run->arena, spec, &n);
    return true;
}

static bool format_real_spec(Run *run, double d, Spec *spec, Str kind, Str *text);

static bool format_integer(Run *run, Value v, Value whole, Str s, Str *text) {
    Spec spec = spec_of('>');
    double d;
    Str kind = type_name(run, v);
    if (!read_spec(run, s, &spec, kind) || !check_sizes(run, &spec)) {
        return false;
    }
    if (spec.type && spec.type < 128 && strchr("eEfFgG%", (int)spec.type)) {
        return big_real(run, whole, &d) && format_real_spec(run, d, &spec, kind, text);
    }
    if (spec.type && (spec.type >= 128 || !strchr("bcdoxXn", (int)spec.type))) {
        return unknown_code(run, &spec, kind);
    }
    if (spec.precision >= 0) {
        return raise_value_error(run, "Precision not allowed in integer format specifier");
    }
    if (spec.no_negative_zero) {
        return raise_value_error(
            run, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (spec.type == 'c') {
        return format_char(run, whole, &spec, text);
    }
    return format_integer_spec(run, whole, &spec, text);
}

/* ---- float ---- */

static Str print_real(Arena *a, const char *form, int64_t precision, double d) {
    size_t most = (size_t)precision + 400;
    char *at = arena_array(a, most, 1);
    int n = snprintf(at, most, form, (int)precision, d);
    return (Str){at, n > 0 ? (size_t)n : 0};
}

/* Takes zeros at the end of a fraction away, and a point that is left alone. */
static Str trim_zeros(Str s) {
    while (s.len && s.at[s.len - 1] == '0') {
        s.len--;
    }
    return s.len && s.at[s.len - 1] == '.' ? str_sub(s, 0, s.len - 1) : s;
}

/* The fraction without zeros at its end, unless the alternate form wants them. */
static Str shorten(Str s, bool alternate) {
    return !alternate && str_find(s, STR("."), 0) >= 0 ? trim_zeros(s) : s;
}

/* The type g: as many significant digits as precision says, an exponent when that is shorter. With
 * `point` (no type but a precision) there is always a digit behind the point, and so the exponent
 * comes one earlier. C's %g would do but for "#", which some C libraries round wrongly. */
static Str general(Arena *a, double d, int64_t precision, bool alternate, bool point) {
    precision = precision ? precision : 1;
    Str e = print_real(a, alternate ? "%#.*e" : "%.*e", precision - 1, d);
    size_t mark = (size_t)str_find(e, STR("e"), 0);
    int exponent = atoi(e.at + mark + 1);
    if (exponent < -4 || exponent >= precision - point) {
        Str mantissa = shorten(str_sub(e, 0, mark), alternate);
        return str_join2(a, mantissa, str_sub(e, mark, e.len));
    }
    Str f = print_real(a, alternate ? "%#.*f" : "%.*f", precision - 1 - exponent, d);
    f = shorten(f, alternate);
    return !point || str_find(f, STR("."), 0) >= 0 ? f : str_join2(a, f, STR(".0"));
}

Str real_text(Run *run, double d, uint32_t type, int64_t precision, bool alternate) {
    Arena *a = run->arena;
    if (!isfinite(d)) {
        Str s = str_dup(a, isnan(d) ? STR("nan") : STR("inf"));
        if (type < 128 && type && strchr("EFG", (int)type)) {
            upper_ascii(s);
        }
        return s;
    }
    if (!type) {
        return precision < 0 ? real_repr(run, d) : general(a, d, precision, alternate, true);
    }
    precision = precision < 0 ? 6 : precision;
    switch (type) {
    case 'e': return print_real(a, alternate ? "%#.*e" : "%.*e", precision, d);
    case 'E': return print_real(a, alternate ? "%#.*E" : "%.*E", precision, d);
    case 'f':
    case 'F':
    case '%': return print_real(a, alternate ? "%#.*f" : "%.*f", precision, d);
    default: break;
    }
    Str g = general(a, d, precision, alternate, false);
    if (type == 'G') {
        g = str_dup(a, g);
        upper_ascii(g);
    }
    return g;
}

static bool all_zero(Str s) {
    for (size_t i = 0; i < s.len && s.at[i] != 'e' && s.at[i] != 'E'; i++) {
        if (s.at[i] != '0' && s.at[i] != '.') {
            return false;
        }
    }
    return true;
}

static bool format_real_spec(Run *run, double d, Spec *spec, Str kind, Str *text) {
    if (spec->type && (spec->type >= 128 || !strchr("eEfFgGn%", (int)spec->type))) {
        return unknown_code(run, spec, kind);
    }
    bool negative = signbit(d) && !isnan(d);
    double magnitude = fabs(d) * (spec->type == '%' ? 100 : 1);
    Str s = real_text(run, magnitude, spec->type, spec->precision, spec->alternate);
    if (spec->no_negative_zero && all_zero(s)) {
        negative = false;
    }
    size_t whole = 0;
    while (whole < s.len && is_digit(s.at[whole])) {
        whole++;
    }
    Str rest = str_sub(s, whole, s.len);
    Number n = {.sign = sign_text(spec, negative),
                .prefix = STR(""),
                .digits = str_sub(s, 0, whole),
                .rest = spec->type == '%' ? str_join2(run->arena, rest, STR("%")) : rest,
                .group = 3};
    *text = number_layout(run->arena, spec, &n);
    return true;
}

static bool format_real(Run *run, Value v, double d, Str s, Str *text) {
    Spec spec = spec_of('>');
    Str kind = type_name(run, v);
    return read_spec(run, s, &spec, kind) && check_sizes(run, &spec) &&
           format_real_spec(run, d, &spec, kind, text);
}

/* ---- complex ---- */

/* One part as the specification writes a float; without any type there is no ".0". */
static bool format_part(Run *run, double d, Spec spec, Str *text) {
    bool plain = !spec.type && spec.precision < 0;
    spec.type = !spec.type && !plain ? 'g' : spec.type;
    spec.width = -1;
    if (!format_real_spec(run, d, &spec, STR("complex"), text)) {
        return false;
    }
    text->len -= plain && str_ends(*text, STR(".0")) ? 2 : 0;
    return true;
}

static bool format_complex(Run *run, Complex c, Str s, Str *text) {
    Spec spec = spec_of('>'), second;
    Str re = STR(""), im;
    if (!read_spec(run, s, &spec, STR("complex")) || !check_sizes(run, &spec)) {
        return false;
    }
    if (str_is(spec.fill, "0")) {
        return raise_value_error(run, "Zero padding is not allowed in complex format specifier");
    }
    if (spec.align == '=') {
        return raise_value_error(run,
                                 "'=' alignment flag is not allowed in complex format specifier");
    }
    if (spec.type == '%') {
        return unknown_code(run, &spec, STR("complex"));
    }
    bool both = spec.type || c.re != 0 || signbit(c.re);
    second = spec;
    second.sign = both ? '+' : spec.sign;
    if ((both && !format_part(run, c.re, spec, &re)) || !format_part(run, c.im, second, &im)) {
        return false;
    }
    bool round = !spec.type && both;
    Str body = str_printf(run->arena, "%s%.*s%.*sj%s", round ? "(" : "", STR_ARG(re), STR_ARG(im),
                          round ? ")" : "");
    *text = text_pad(run->arena, body, spec.width, spec.align ? spec.align : '>', spec.fill);
    return true;
}

/* ---- any value ---- */

bool format_plain(Run *run, Value v, Str spec, Str *text) {
    Value whole;
    double d;
    if (spec.len == 0) {
        return value_str(run, v, text);
    }
    if (is_str(run, v)) {
        return format_str(run, v, spec, text);
    }
    if (real_of(run, v, &d)) {
        return format_real(run, v, d, spec, text);
    }
    if (whole_of(run, v, &whole)) {
        return format_integer(run, v, whole, spec, text);
    }
    if (is_complex(run, v)) {
        return format_complex(run, ((ComplexObject *)v.as.object)->number, spec, text);
    }
    return raise_type_error(run, "unsupported format string passed to %.*s.__format__",
                            STR_ARG(type_name(run, v)));
}

bool value_format(Run *run, Value v, Str spec, Str *text) {
    if (v.kind != VALUE_OBJECT || is_exactly(v, run->type.str)) {
        return format_plain(run, v, spec, text);
    }
    Value method, result, argument = str_make(run, spec);
    bool found;
    if (!special_find(run, v, name_z(run->names, "__format__"), &found, &method)) {
        return false;
    }
    if (!found) {
        return format_plain(run, v, spec, text);
    }
    if (!value_call_n(run, method, 1, &argument, &result)) {
        return false;
    }
    if (!is_str(run, result)) {
        return raise_type_error(run, "__format__ must return a str, not %.*s",
                                STR_ARG(type_name(run, result)));
    }
    *text = str_text(result);
    return true;
}

/* int, float and str have it as a method. */
static bool format_method(Run *run, const Value *args, Value *result) {
    Str spec, text;
    if (!is_str(run, args[1])) {
        return raise_type_error(run, "__format__() argument must be str, not %.*s",
                                STR_ARG(type_name(run, args[1])));
    }
    spec = str_text(args[1]);
    if (!format_plain(run, args[0], spec, &text)) {
        return false;
    }
    *result = str_like(run, args[0], text);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "__format__", .signature = "self, format_spec, /", .fn = format_method},
    {.name = NULL},
};

void install_format(Run *run) {
    type_add_methods(run, run->type.str, methods);
    type_add_methods(run, run->type.integer, methods);
    type_add_methods(run, run->type.long_integer, methods);
    type_add_methods(run, run->type.real, methods);
    type_add_methods(run, run->type.complex, methods);
}
