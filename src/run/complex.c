/* complex.c: complex numbers. */
#include "run/complex.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "run/big.h"
#include "run/machine.h"
#include "tensor/print.h"

Value complex_make(Run *run, double re, double im) {
    ComplexObject *o = object_make(run, run->type.complex, sizeof *o);
    o->number = (Complex){re, im};
    return value_object(o);
}

bool is_complex(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->type.complex);
}

static Complex number_at(Value v) {
    return ((const ComplexObject *)v.as.object)->number;
}

bool complex_like(Run *run, Value v, bool *is, Complex *c) {
    Value n;
    *is = true;
    *c = (Complex){0, 0};
    if (is_complex(run, v)) {
        *c = number_at(v);
        return true;
    }
    *is = number_of(run, v, &n);
    if (*is && n.kind == VALUE_FLOAT) {
        c->re = n.as.real;
    }
    return !*is || n.kind == VALUE_FLOAT || big_real(run, n, &c->re);
}

/* ---- arithmetic ---- */

static Complex product(Complex a, Complex b) {
    return (Complex){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/* By the larger part of the divisor, so that nothing overflows on the way. */
static Complex quotient(Complex a, Complex b) {
    double ratio, whole;
    if (fabs(b.re) >= fabs(b.im)) {
        ratio = b.im / b.re;
        whole = b.re + b.im * ratio;
        return (Complex){(a.re + a.im * ratio) / whole, (a.im - a.re * ratio) / whole};
    }
    if (fabs(b.im) >= fabs(b.re)) {
        ratio = b.re / b.im;
        whole = b.re * ratio + b.im;
        return (Complex){(a.re * ratio + a.im) / whole, (a.im * ratio - a.re) / whole};
    }
    return (Complex){NAN, NAN};
}

/* By squaring; n >= 0. */
static Complex whole_power(Complex a, int n) {
    Complex power = {1, 0};
    for (; n; n >>= 1) {
        power = n & 1 ? product(power, a) : power;
        a = n > 1 ? product(a, a) : a;
    }
    return power;
}

static Complex any_power(Complex a, Complex b) {
    double size = hypot(a.re, a.im), angle = atan2(a.im, a.re);
    double length = pow(size, b.re), phase = angle * b.re;
    if (b.im != 0) {
        length /= exp(angle * b.im);
        phase += b.im * log(size);
    }
    return (Complex){length * cos(phase), length * sin(phase)};
}

bool complex_power(Run *run, Complex a, Complex b, Value *result) {
    const Type *zero = run->exception.ZeroDivisionError;
    bool whole = b.im == 0 && b.re == floor(b.re) && fabs(b.re) <= 100;
    bool nothing = a.re == 0 && a.im == 0;
    Complex r = {1, 0};
    if (nothing && (b.im != 0 || b.re < 0)) {
        return raise_error(run, zero, "0.0 to a negative or complex power");
    }
    if (whole) {
        r = whole_power(a, (int)fabs(b.re));
        r = b.re > 0 ? r : quotient((Complex){1, 0}, r);
    } else {
        r = nothing ? (Complex){0, 0} : any_power(a, b);
    }
    bool finite = isfinite(a.re) && isfinite(a.im) && isfinite(b.re) && isfinite(b.im);
    if (finite && (isinf(r.re) || isinf(r.im))) {
        return raise_error(run, run->exception.OverflowError, "complex exponentiation");
    }
    *result = complex_make(run, r.re, r.im);
    return true;
}

static bool operate(Run *run, BinaryOperator op, Complex a, Complex b, Value *result) {
    Complex r = {0, 0};
    switch (op) {
    case BINARY_OPERATOR_ADD: r = (Complex){a.re + b.re, a.im + b.im}; break;
    case BINARY_OPERATOR_SUBTRACT: r = (Complex){a.re - b.re, a.im - b.im}; break;
    case BINARY_OPERATOR_MULTIPLY: r = product(a, b); break;
    case BINARY_OPERATOR_TRUE_DIVIDE:
    case BINARY_OPERATOR_CLASSIC_DIVIDE:
        if (b.re == 0 && b.im == 0) {
            return raise_error(run, run->exception.ZeroDivisionError, "complex division by zero");
        }
        r = quotient(a, b);
        break;
    case BINARY_OPERATOR_POWER: return complex_power(run, a, b, result);
    case BINARY_OPERATOR_FLOOR_DIVIDE:
    case BINARY_OPERATOR_MODULO:
    case BINARY_OPERATOR_MATRIX_MULTIPLY:
    case BINARY_OPERATOR_LEFT_SHIFT:
    case BINARY_OPERATOR_RIGHT_SHIFT:
    case BINARY_OPERATOR_AND:
    case BINARY_OPERATOR_XOR:
    case BINARY_OPERATOR_OR:
    case BINARY_OPERATOR_COUNT: *result = run->not_implemented; return true;
    }
    *result = complex_make(run, r.re, r.im);
    return true;
}

static bool complex_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                           Value *result) {
    Complex b;
    bool is;
    *result = run->not_implemented;
    if (!complex_like(run, other, &is, &b)) {
        return false;
    }
    Complex a = number_at(self);
    return !is || (reflected ? operate(run, op, b, a, result) : operate(run, op, a, b, result));
}

static bool complex_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    Complex c = number_at(self);
    switch (op) {
    case UNARY_OPERATOR_NEGATIVE: *result = complex_make(run, -c.re, -c.im); return true;
    case UNARY_OPERATOR_POSITIVE: *result = complex_make(run, c.re, c.im); return true;
    case UNARY_OPERATOR_NOT: *result = value_bool(c.re == 0 && c.im == 0); return true;
    case UNARY_OPERATOR_INVERT:
    case UNARY_OPERATOR_COUNT: break;
    }
    *result = run->not_implemented;
    return true;
}

static bool complex_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Complex c = number_at(self);
    Value n;
    bool equal = false, is = true;
    *result = run->not_implemented;
    if (op != COMPARE_OPERATOR_EQUAL && op != COMPARE_OPERATOR_NOT_EQUAL) {
        return true;
    }
    if (is_complex(run, other)) {
        Complex d = number_at(other);
        equal = c.re == d.re && c.im == d.im;
    } else {
        is = number_of(run, other, &n);
        if (is && c.im == 0 && !value_equal(run, value_float(c.re), n, &equal)) {
            return false;
        }
    }
    *result = is ? value_bool(equal == (op == COMPARE_OPERATOR_EQUAL)) : *result;
    return true;
}

static bool complex_truth(Run *run, Value self, bool *result) {
    Complex c = number_at(self);
    (void)run;
    *result = c.re != 0 || c.im != 0;
    return true;
}

static bool complex_hash(Run *run, Value self, int64_t *result) {
    Complex c = number_at(self);
    (void)run;
    *result = (int64_t)((uint64_t)real_hash(c.re) + 1000003 * (uint64_t)real_hash(c.im));
    *result -= *result == -1;
    return true;
}

/* ---- text ---- */

static bool write_room(Sink *s, const char *at, size_t len) {
    memcpy((char *)s->target + s->len, at, len); /* the repr of a float is short */
    return true;
}

/* A part: repr of the float without ".0"; digits > 0: so many of them, as Python 2's str has. */
static void put_part(Sink *out, double d, bool sign, int digits) {
    char room[64] = {0};
    Sink part = {.write = write_room, .target = room};
    if (digits && isfinite(d)) {
        snprintf(room, sizeof room, "%.*g", digits, d);
    } else {
        python_float_repr(&part, d);
    }
    Str s = str_of(room);
    s.len -= str_ends(s, STR(".0")) ? 2 : 0;
    sink_z(out, sign && !(signbit(d) && !isnan(d)) ? "+" : "");
    sink_put(out, s);
}

static void put_digits(Sink *out, Complex c, int digits) {
    bool both = c.re != 0 || signbit(c.re);
    if (both) {
        put_part(out, c.re, false, digits);
    }
    put_part(out, c.im, both, digits);
    sink_char(out, 'j');
}

void complex_put(Sink *out, Complex c) {
    put_digits(out, c, 0);
}

Str complex_text(Run *run, Complex c, int digits) {
    Sink out = sink_memory(run->arena);
    bool both = c.re != 0 || signbit(c.re);
    sink_z(&out, both ? "(" : "");
    put_digits(&out, c, digits);
    sink_z(&out, both ? ")" : "");
    return sink_str(&out);
}

static bool complex_repr_slot(Run *run, Value self, Value *result) {
    *result = str_share(run, complex_text(run, number_at(self), 0));
    return true;
}

static void complex_show(Sink *out, const Object *o, Moment m, int depth) {
    Complex c = ((const ComplexObject *)o)->number;
    bool both = c.re != 0 || signbit(c.re);
    (void)m, (void)depth;
    sink_z(out, both ? "(" : "");
    complex_put(out, c);
    sink_z(out, both ? ")" : "");
}

/* ---- complex(…) ---- */

static size_t digits_at(const char *z) {
    return strspn(z, "0123456789");
}

/* How many bytes of z are a float, its sign included. */
static size_t real_span(const char *z) {
    static const char *const names[] = {"infinity", "inf", "nan"};
    size_t i = *z == '-' || *z == '+';
    for (size_t k = 0; k < 3; k++) {
        if (!strncasecmp(z + i, names[k], strlen(names[k]))) {
            return i + strlen(names[k]);
        }
    }
    size_t whole = digits_at(z + i), fraction = 0;
    i += whole;
    if (z[i] == '.') {
        fraction = digits_at(z + i + 1);
        i += 1 + fraction;
    }
    if (!whole && !fraction) {
        return 0;
    }
    if (z[i] == 'e' || z[i] == 'E') {
        size_t sign = z[i + 1] == '-' || z[i + 1] == '+', n = digits_at(z + i + 1 + sign);
        i += n ? 1 + sign + n : 0;
    }
    return i;
}

/* A float at *z, or only a sign (then 1 when it stands before the j); moves *z behind it. */
static bool take_real(const char **z, double *d) {
    char number[400];
    size_t n = real_span(*z);
    if (!n && (**z == '+' || **z == '-' || **z == 'j' || **z == 'J')) {
        size_t sign = **z == '+' || **z == '-';
        *d = **z == '-' ? -1 : 1;
        *z += sign;
        return **z == 'j' || **z == 'J';
    }
    if (!n || n >= sizeof number) {
        return false;
    }
    memcpy(number, *z, n);
    number[n] = 0;
    *d = strtod(number, NULL);
    *z += n;
    return true;
}

static bool take_j(const char **z) {
    bool is = **z == 'j' || **z == 'J';
    *z += is;
    return is;
}

/* "1+2j", "1", "-j" … without the space around it and one pair of parentheses */
static bool parse(const char *z, Complex *c) {
    double d;
    *c = (Complex){0, 0};
    if (!take_real(&z, &d)) {
        return false;
    }
    if (take_j(&z)) {
        c->im = d;
        return !*z;
    }
    c->re = d;
    return !*z || ((*z == '+' || *z == '-') && take_real(&z, &c->im) && take_j(&z) && !*z);
}

static Str stripped(Str s) {
    while (s.len && isspace((unsigned char)s.at[0])) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len && isspace((unsigned char)s.at[s.len - 1])) {
        s.len--;
    }
    return s;
}

static bool parse_complex(Run *run, Str text, Complex *c) {
    Str s = stripped(text);
    if (s.len > 1 && s.at[0] == '(' && s.at[s.len - 1] == ')') {
        s = stripped(str_sub(s, 1, s.len - 1));
    }
    char *z = arena_array(run->scratch, s.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool gap = s.at[i] == '_' && i && i + 1 < s.len && isdigit((unsigned char)s.at[i - 1]) &&
                   isdigit((unsigned char)s.at[i + 1]);
        if (!gap) {
            z[n++] = s.at[i];
        }
    }
    if (memchr(z, '_', n)) {
        return raise_value_error(run, "could not convert string to complex: %.*s",
                                 STR_ARG(text_repr(run->arena, text, false, false)));
    }
    return (strlen(z) == n && parse(z, c)) ||
           raise_value_error(run, "complex() arg is a malformed string");
}

/* Through __complex__; *is tells whether there is one. */
static bool by_method(Run *run, Value v, bool *is, Complex *c) {
    Value method, n;
    *is = false;
    if (v.kind != VALUE_OBJECT || is_complex(run, v)) {
        return true;
    }
    if (!special_find(run, v, name_z(run->names, "__complex__"), is, &method) || !*is) {
        return !*is;
    }
    if (!value_call_n(run, method, 0, NULL, &n)) {
        return false;
    }
    if (!is_complex(run, n)) {
        return raise_type_error(run, "__complex__ returned non-complex (type %.*s)",
                                STR_ARG(type_name(run, n)));
    }
    *c = number_at(n);
    return true;
}

/* The same (when `methods`), or what float(v) gives. wrong: the error when v is no number. */
static bool take_number(Run *run, Value v, bool methods, const char *wrong, Complex *c) {
    bool is = false, real = false;
    Value ignored;
    if (methods && !by_method(run, v, &is, c)) {
        return false;
    }
    if (!is && !complex_like(run, v, &is, c)) {
        return false;
    }
    if (is) {
        return true;
    }
    if (v.kind == VALUE_OBJECT && !is_type(run, v) && !is_str(run, v)) {
        bool index = false;
        if (!special_find(run, v, name_z(run->names, "__float__"), &real, &ignored) ||
            (!real && !special_find(run, v, name_z(run->names, "__index__"), &index, &ignored))) {
            return false;
        }
        real |= index;
    }
    *c = (Complex){0, 0};
    return real ? float_of(run, v, &c->re)
                : raise_type_error(run, wrong, STR_ARG(type_name(run, v)));
}

bool complex_of(Run *run, Value v, Complex *c) {
    return take_number(run, v, true, "must be real number, not %.*s", c);
}

static bool complex_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"complex", 0, 2, {"real", "imag"}};
    Value v[2];
    Complex a = {0, 0}, b = {0, 0};
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    bool text = !is_unbound(v[0]) && is_str(run, v[0]), second = !is_unbound(v[1]);
    if (second && (text || is_str(run, v[1]))) {
        return raise_type_error(run, text ? "complex() can't take second arg if first is a string"
                                          : "complex() second arg can't be a string");
    }
    if (text ? !parse_complex(run, str_text(v[0]), &a)
             : !is_unbound(v[0]) &&
                   !take_number(run, v[0], true,
                                "complex() first argument must be a string or a number, not '%.*s'",
                                &a)) {
        return false;
    }
    if (second && !take_number(run, v[1], false,
                               "complex() second argument must be a number, not '%.*s'", &b)) {
        return false;
    }
    bool plain = !second || !is_complex(run, v[1]); /* signs of zeros stay */
    ComplexObject *o = object_make(run, type, type->size);
    o->number.re = plain ? a.re : a.re - b.im;
    o->number.im = !second ? a.im : a.im == 0 && !is_complex(run, v[0]) ? b.re : a.im + b.re;
    *result = value_object(o);
    return true;
}

/* ---- methods ---- */

/* Python 2's str has 12 digits. */
bool complex_str2(Run *run, Value self, Value *result) {
    *result = str_share(run, complex_text(run, number_at(self), 12));
    return true;
}

static bool complex_real(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_float(number_at(args[0]).re);
    return true;
}

static bool complex_imag(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_float(number_at(args[0]).im);
    return true;
}

static bool complex_conjugate(Run *run, const Value *args, Value *result) {
    Complex c = number_at(args[0]);
    *result = complex_make(run, c.re, -c.im);
    return true;
}

static bool complex_abs(Run *run, const Value *args, Value *result) {
    Complex c = number_at(args[0]);
    double d = hypot(c.re, c.im);
    *result = value_float(d);
    return !(isinf(d) && isfinite(c.re) && isfinite(c.im)) ||
           raise_error(run, run->exception.OverflowError, "absolute value too large");
}

static bool complex_self(Run *run, const Value *args, Value *result) {
    Complex c = number_at(args[0]);
    *result = complex_make(run, c.re, c.im);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "conjugate", .signature = "self, /", .fn = complex_conjugate},
    {.name = "__abs__", .signature = "self, /", .fn = complex_abs},
    {.name = "__complex__", .signature = "self, /", .fn = complex_self},
    {.name = NULL},
};

void install_complex(Run *run) {
    Type *t = run->type.complex;
    t->size = sizeof(ComplexObject);
    t->make = complex_new;
    t->repr = complex_repr_slot;
    t->truth = complex_truth;
    t->hash = complex_hash;
    t->unary = complex_unary;
    t->binary = complex_binary;
    t->compare = complex_compare;
    t->head.show = complex_show;
    type_add_methods(run, t, methods);
    type_add_getter(run, t, "real", complex_real);
    type_add_getter(run, t, "imag", complex_imag);
}
