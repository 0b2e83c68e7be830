/* percent.c: the % operator of strings: "%-10s|%5.2f" % (name, value). */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/big.h"
#include "run/format.h"
#include "run/machine.h"
#include "run/standard.h"

typedef struct Percent {
    Run *run;
    Str format;
    size_t at;  /* next byte of format */
    Value args; /* tuple or single value */
    bool tuple;
    bool mapping;  /* args may be asked by key */
    uint32_t next; /* next item of args */
    bool unicode;  /* Python 2: a unicode string took part */
    Sink out;
} Percent;

typedef struct Directive {
    bool left, plus, blank, alternate, zero;
    int64_t width, precision; /* -1: not given */
    bool keyed;
    Value keyed_value;
    uint32_t type;
} Directive;

static bool next_arg(Percent *p, const Directive *d, Value *v) {
    if (d->keyed) {
        *v = d->keyed_value;
        return true;
    }
    uint32_t n = p->tuple ? sequence_count(p->args) : 1;
    if (p->next >= n) {
        return raise_type_error(p->run, "not enough arguments for format string");
    }
    *v = p->tuple ? sequence_item(p->args, p->next) : p->args;
    p->next++;
    return true;
}

/* ---- reading a directive ---- */

static char peek(const Percent *p) {
    return p->at < p->format.len ? p->format.at[p->at] : '\0';
}

/* "(name)": brackets within the name must pair. */
static bool read_key(Percent *p, Directive *d) {
    if (!p->mapping) {
        return raise_type_error(p->run, "format requires a mapping");
    }
    size_t from = ++p->at;
    int open = 1;
    while (p->at < p->format.len && open > 0) {
        char c = p->format.at[p->at++];
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (open > 0) {
        return raise_value_error(p->run, "incomplete format key");
    }
    Value key = str_make(p->run, str_sub(p->format, from, p->at - 1));
    d->keyed = true;
    p->next = 1;
    return value_get_item(p->run, p->args, key, &d->keyed_value);
}

static void read_flags(Percent *p, Directive *d) {
    for (;; p->at++) {
        switch (peek(p)) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* A number, or * for the next argument. */
static bool read_size(Percent *p, const Directive *d, const char *what, int64_t *n) {
    if (peek(p) == '*') {
        Value v;
        p->at++;
        if (!next_arg(p, d, &v)) {
            return false;
        }
        return integer_of(p->run, v, n) || raise_type_error(p->run, "* wants int");
    }
    while (peek(p) >= '0' && peek(p) <= '9') {
        *n = (*n < 0 ? 0 : *n) * 10 + (p->format.at[p->at++] - '0');
        if (*n > INT32_MAX) {
            return raise_value_error(p->run, "%s too big", what);
        }
    }
    return true;
}

static bool read_directive(Percent *p, Directive *d) {
    *d = (Directive){.width = -1, .precision = -1};
    if (peek(p) == '(' && !read_key(p, d)) {
        return false;
    }
    read_flags(p, d);
    if (!read_size(p, d, "width", &d->width)) {
        return false;
    }
    if (d->width < -1) {
        d->left = true;
        d->width = -d->width;
    }
    if (peek(p) == '.') {
        p->at++;
        d->precision = 0;
        if (!read_size(p, d, "precision", &d->precision)) {
            return false;
        }
        d->precision = d->precision < 0 ? 0 : d->precision;
    }
    while (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L') {
        p->at++;
    }
    if (p->at == p->format.len) {
        return raise_value_error(p->run, "incomplete format");
    }
    d->type = utf8_next(p->format, &p->at);
    return true;
}

/* ---- writing ---- */

static void put_padded(Percent *p, const Directive *d, Str text) {
    sink_put(&p->out, text_pad(p->run->arena, text, d->width, d->left ? '<' : '>', STR(" ")));
}

static bool put_text(Percent *p, const Directive *d) {
    Value v;
    Str text;
    if (!next_arg(p, d, &v)) {
        return false;
    }
    if (!(d->type == 's' ? value_str(p->run, v, &text) : value_repr(p->run, v, &text))) {
        return false;
    }
    p->unicode |= d->type == 's' && is_str(p->run, v) && ((StrObject *)v.as.object)->unicode;
    text = d->type == 'a' ? text_ascii_only(p->run->arena, text) : text;
    if (d->precision >= 0) {
        text = str_sub(text, 0, utf8_offset(text, (size_t)d->precision));
    }
    put_padded(p, d, text);
    return true;
}

static bool put_char(Percent *p, const Directive *d) {
    Value v, whole;
    int64_t i;
    char bytes[4];
    if (!next_arg(p, d, &v)) {
        return false;
    }
    if (is_str(p->run, v) && ((StrObject *)v.as.object)->length == 1) {
        put_padded(p, d, str_text(v));
        return true;
    }
    if (!whole_of(p->run, v, &whole)) {
        return raise_type_error(p->run, "%%c requires int or char");
    }
    if (!integer_of(p->run, whole, &i) || i < 0 || i > 0x10ffff) {
        return raise_error(p->run, p->run->exception.OverflowError,
                           "%%c arg not in range(0x110000)");
    }
    put_padded(p, d, (Str){bytes, utf8_put(bytes, (uint32_t)i)});
    return true;
}

/* Sign, prefix, padding and digits as C's printf puts them. */
static void put_number(Percent *p, const Directive *d, bool negative, Str prefix, Str digits) {
    Spec spec = {.fill = d->zero && !d->left ? STR("0") : STR(" "),
                 .align = d->left   ? '<'
                          : d->zero ? '='
                                    : '>',
                 .width = d->width};
    Number n = {.sign = negative   ? "-"
                        : d->plus  ? "+"
                        : d->blank ? " "
                                   : "",
                .prefix = prefix,
                .digits = digits,
                .rest = STR(""),
                .group = 3};
    sink_put(&p->out, number_layout(p->run->arena, &spec, &n));
}

/* An integer, through __int__ for decimal text or __index__. */
static bool integer_argument(Percent *p, const Directive *d, Value v, Value *whole) {
    Run *run = p->run;
    bool decimal = d->type == 'd' || d->type == 'i' || d->type == 'u', asked = false, is = false;
    double real;
    Value method, n;
    if (whole_of(run, v, whole)) {
        return true;
    }
    if (decimal && real_of(run, v, &real)) {
        return integer_of_real(run, real, whole);
    }
    if (decimal && v.kind == VALUE_OBJECT && !is_str(run, v) &&
        !special_find(run, v, name_z(run->names, "__int__"), &asked, &method)) {
        return false;
    }
    bool called = asked && value_call_n(run, method, 0, NULL, &n);
    if (called && whole_of(run, n, whole)) {
        return true;
    }
    if (asked && !called && !error_is(run, run->exception.TypeError)) {
        return false;
    }
    if (!asked && !whole_like(run, v, &is, whole)) {
        return false;
    }
    return is || raise_type_error(run, "%%%c format: %s is required, not %.*s", (int)d->type,
                                  run->trace->python == 2 ? "a number"
                                  : decimal               ? "a real number"
                                                          : "an integer",
                                  STR_ARG(type_name(run, v)));
}

static bool put_integer(Percent *p, const Directive *d) {
    Value v, whole;
    Str digits;
    int base = d->type == 'o' ? 8 : d->type == 'x' || d->type == 'X' ? 16 : 10;
    if (!next_arg(p, d, &v) || !integer_argument(p, d, v, &whole) ||
        !big_digits(p->run, whole, base, false, &digits)) {
        return false;
    }
    bool negative = whole_negative(whole);
    digits = str_sub(digits, negative, digits.len);
    digits = text_pad(p->run->arena, digits, d->precision, '>', STR("0"));
    const char *prefix = !d->alternate || base == 10 ? "" : base == 16 ? "0x" : "0o";
    if (d->type == 'X') {
        digits = str_dup(p->run->arena, digits);
        upper_ascii(digits);
        prefix = *prefix ? "0X" : prefix;
    }
    prefix = base == 8 && *prefix && p->run->trace->python == 2 ? "0" : prefix;
    put_number(p, d, negative, str_of(prefix), digits);
    return true;
}

static bool put_real(Percent *p, const Directive *d) {
    Value v;
    double real;
    if (!next_arg(p, d, &v)) {
        return false;
    }
    if (is_str(p->run, v) && p->run->trace->python == 2) {
        return raise_type_error(p->run, "float argument required, not str");
    }
    if (!float_of(p->run, v, &real)) {
        return false;
    }
    Str text =
        real_text(p->run, fabs(real), d->type, d->precision < 0 ? 6 : d->precision, d->alternate);
    put_number(p, d, signbit(real) && !isnan(real), STR(""), text);
    return true;
}

/* With a width or flags it takes an argument, and shows none of it. */
static bool put_percent(Percent *p, const Directive *d) {
    Value ignored;
    bool plain = d->width < 0 && d->precision < 0 && !d->keyed && !d->left && !d->plus &&
                 !d->blank && !d->alternate && !d->zero;
    sink_char(&p->out, '%');
    return plain || next_arg(p, d, &ignored);
}

static bool put_directive(Percent *p, const Directive *d, size_t start) {
    switch (d->type) {
    case '%': return put_percent(p, d);
    case 's':
    case 'r':
    case 'a': return put_text(p, d);
    case 'c': return put_char(p, d);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return put_integer(p, d);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return put_real(p, d);
    default: break;
    }
    char bytes[4];
    Str shown = {bytes, utf8_put(bytes, d->type)};
    return raise_value_error(p->run, "unsupported format character '%.*s' (0x%x) at index %zu",
                             STR_ARG(d->type < 127 ? shown : STR("?")), (unsigned)d->type, start);
}

/* Lists and other things with items count as mappings too: they may be left over. */
static bool is_mapping(const Run *run, Value v) {
    bool deque = run->standard && is_instance(run, v, run->standard->deque);
    return v.kind == VALUE_OBJECT && !is_tuple(run, v) && !is_str(run, v) && !deque &&
           TYPE_WITH(type_of(run, v), get_item);
}

static bool finish(Percent *p, Value *result) {
    uint32_t n = p->tuple ? sequence_count(p->args) : 1;
    if (p->next < n && !p->mapping) {
        return raise_type_error(p->run, "not all arguments converted during string formatting");
    }
    Str text = sink_str(&p->out);
    *result = p->unicode ? unicode_make(p->run, text) : str_share(p->run, text);
    return true;
}

bool text_percent(Run *run, Value format, Value args, Value *result) {
    Percent p = {.run = run,
                 .format = str_text(format),
                 .args = args,
                 .tuple = is_tuple(run, args),
                 .mapping = is_mapping(run, args),
                 .unicode = ((StrObject *)format.as.object)->unicode,
                 .out = sink_memory(run->arena)};
    while (p.at < p.format.len) {
        ptrdiff_t next = str_find(p.format, STR("%"), p.at);
        size_t end = next < 0 ? p.format.len : (size_t)next;
        sink_put(&p.out, str_sub(p.format, p.at, end));
        p.at = end + 1;
        if (next < 0) {
            break;
        }
        Directive d;
        if (!read_directive(&p, &d)) {
            return false;
        }
        size_t behind = utf8_count(str_sub(p.format, 0, p.at));
        if (!put_directive(&p, &d, behind - 1)) {
            return false;
        }
    }
    return finish(&p, result);
}
