/* module_cmath.c: cmath. What needs care in the last digit and near branch cuts (the inverse
 * functions) is not modelled. */
#include <float.h>
#include <math.h>

#include "run/complex.h"
#include "run/standard.h"

static double log_of_size(Complex c) {
    double x = fabs(c.re), y = fabs(c.im), size = hypot(x, y);
    double large = fmax(x, y), small = fmin(x, y);
    if (size < 0.71 || size > 1.73) { /* log is exact enough away from 1 */
        return log(size);
    }
    return log1p((large - 1) * (large + 1) + small * small) / 2;
}

static Complex c_log(Complex c) {
    return (Complex){log_of_size(c), atan2(c.im, c.re)};
}

static Complex c_log10(Complex c) {
    Complex r = c_log(c);
    return (Complex){r.re / log(10.0), r.im / log(10.0)};
}

static Complex c_exp(Complex c) {
    double size = exp(c.re);
    return (Complex){size * cos(c.im), size * sin(c.im)};
}

static Complex c_sqrt(Complex c) {
    double x = fabs(c.re), y = fabs(c.im);
    if (x == 0 && y == 0) {
        return (Complex){0, c.im};
    }
    if (x < DBL_MIN && y < DBL_MIN) {
        double scale = 0x1p54;
        Complex r = c_sqrt((Complex){c.re * scale, c.im * scale});
        return (Complex){r.re * 0x1p-27, r.im * 0x1p-27};
    }
    double s = 2 * sqrt(x / 8 + hypot(x / 8, y / 8)), d = y / (2 * s);
    return c.re >= 0 ? (Complex){s, copysign(d, c.im)} : (Complex){d, copysign(s, c.im)};
}

static Complex c_sinh(Complex c) {
    return (Complex){cos(c.im) * sinh(c.re), sin(c.im) * cosh(c.re)};
}

static Complex c_cosh(Complex c) {
    return (Complex){cos(c.im) * cosh(c.re), sin(c.im) * sinh(c.re)};
}

static Complex c_tanh(Complex c) {
    double t = tanh(c.re), u = tan(c.im), h = 1 / cosh(c.re);
    double tu = t * u, whole = 1 + tu * tu;
    return (Complex){t * (1 + u * u) / whole, ((u / whole) * h) * h};
}

/* sin z = -i sinh iz, and so on */
static Complex c_sin(Complex c) {
    Complex r = c_sinh((Complex){-c.im, c.re});
    return (Complex){r.im, -r.re};
}

static Complex c_cos(Complex c) {
    return c_cosh((Complex){-c.im, c.re});
}

static Complex c_tan(Complex c) {
    Complex r = c_tanh((Complex){-c.im, c.re});
    return (Complex){r.im, -r.re};
}

typedef struct ComplexRow {
    Complex (*fn)(Complex);
    bool at_zero; /* has a value there */
} ComplexRow;

static bool function_of(Run *run, const void *row, const Value *args, Value *result) {
    const ComplexRow *f = row;
    Complex c;
    if (!complex_of(run, args[0], &c)) {
        return false;
    }
    if (!isfinite(c.re) || !isfinite(c.im)) {
        return refuse(run, NULL, "a function of cmath of an infinity or NaN");
    }
    if (!f->at_zero && c.re == 0 && c.im == 0) {
        return raise_value_error(run, "math domain error");
    }
    Complex r = f->fn(c);
    if (!isfinite(r.re) || !isfinite(r.im)) {
        return raise_error(run, run->exception.OverflowError, "math range error");
    }
    *result = complex_make(run, r.re, r.im);
    return true;
}

#define ROW(NAME, FN, AT_ZERO)                                                                     \
    {                                                                                              \
        .name = NAME, .signature = "z, /", .fn_row = function_of, .row = &(const ComplexRow) {     \
            FN, AT_ZERO                                                                            \
        }                                                                                          \
    }

static const NativeSpec rows[] = {
    ROW("sqrt", c_sqrt, true),    ROW("exp", c_exp, true),
    ROW("log10", c_log10, false), ROW("sin", c_sin, true),
    ROW("cos", c_cos, true),      ROW("tan", c_tan, true),
    ROW("sinh", c_sinh, true),    ROW("cosh", c_cosh, true),
    ROW("tanh", c_tanh, true),    {0},
};

static bool cmath_log(Run *run, const Value *args, Value *result) {
    static const ComplexRow row = {c_log, false};
    Value base;
    if (!function_of(run, &row, args, result) || is_unbound(args[1])) {
        return is_unbound(run->error) && !run->stopping;
    }
    return function_of(run, &row, args + 1, &base) &&
           value_binary(run, BINARY_OPERATOR_TRUE_DIVIDE, *result, base, result);
}

static bool cmath_phase(Run *run, const Value *args, Value *result) {
    Complex c;
    bool ok = complex_of(run, args[0], &c);
    *result = value_float(ok ? atan2(c.im, c.re) : 0);
    return ok;
}

static bool cmath_polar(Run *run, const Value *args, Value *result) {
    Complex c;
    if (!complex_of(run, args[0], &c)) {
        return false;
    }
    Value both[2] = {value_float(hypot(c.re, c.im)), value_float(atan2(c.im, c.re))};
    *result = tuple_make(run, 2, both);
    return true;
}

static bool cmath_rect(Run *run, const Value *args, Value *result) {
    double r, phi;
    if (!float_of(run, args[0], &r) || !float_of(run, args[1], &phi)) {
        return false;
    }
    *result =
        phi == 0 ? complex_make(run, r, r * phi) : complex_make(run, r * cos(phi), r * sin(phi));
    return true;
}

/* ---- questions, which math asks as well ---- */

typedef struct Question {
    bool (*read)(Run *run, Value v, Complex *c);
    bool (*holds)(Complex c);
} Question;

static bool real_read(Run *run, Value v, Complex *c) {
    c->im = 0;
    return float_of(run, v, &c->re);
}

static bool some_nan(Complex c) {
    return isnan(c.re) || isnan(c.im);
}

static bool some_infinite(Complex c) {
    return isinf(c.re) || isinf(c.im);
}

static bool all_finite(Complex c) {
    return isfinite(c.re) && isfinite(c.im);
}

static bool ask(Run *run, const void *row, const Value *args, Value *result) {
    const Question *q = row;
    Complex c;
    bool ok = q->read(run, args[0], &c);
    *result = value_bool(ok && q->holds(c));
    return ok;
}

static bool is_close(Run *run, const void *row, const Value *args, Value *result) {
    const Question *q = row;
    Complex a, b;
    double relative, absolute;
    if (!q->read(run, args[0], &a) || !q->read(run, args[1], &b) ||
        !float_of(run, args[2], &relative) || !float_of(run, args[3], &absolute)) {
        return false;
    }
    if (relative < 0 || absolute < 0) {
        return raise_value_error(run, "tolerances must be non-negative");
    }
    double x = hypot(a.re, a.im), y = hypot(b.re, b.im), d = hypot(a.re - b.re, a.im - b.im);
    bool same = a.re == b.re && a.im == b.im, finite = isfinite(x) && isfinite(y);
    *result = value_bool(same || (finite && d <= fmax(fmax(x, y) * relative, absolute)));
    return true;
}

#define QUESTION(NAME, SIGNATURE, FN, ...)                                                         \
    {                                                                                              \
        .name = NAME, .signature = SIGNATURE, .fn_row = FN, .row = &(const Question) {             \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define QUESTIONS(PARAMETER, READ)                                                                 \
    QUESTION("isnan", PARAMETER, ask, READ, some_nan),                                             \
        QUESTION("isinf", PARAMETER, ask, READ, some_infinite),                                    \
        QUESTION("isfinite", PARAMETER, ask, READ, all_finite),                                    \
        QUESTION("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", is_close, READ, NULL)

const NativeSpec math_questions[] = {QUESTIONS("x, /", real_read), {0}};

/* ---- the module ---- */

static const NativeSpec functions[] = {
    {.name = "log", .signature = "x, base=?, /", .fn = cmath_log},
    {.name = "phase", .signature = "z, /", .fn = cmath_phase},
    {.name = "polar", .signature = "z, /", .fn = cmath_polar},
    {.name = "rect", .signature = "r, phi, /", .fn = cmath_rect},
    QUESTIONS("z, /", complex_of),
    {0},
};

static const char *const not_modelled[] = {"acos", "acosh", "asin", "asinh", "atan", "atanh", NULL};

void install_cmath(Run *run) {
    Module *m = module_make(run, "cmath");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, rows);
    module_add_functions(run, m, functions);
    module_set(run, m, "pi", value_float(3.141592653589793));
    module_set(run, m, "e", value_float(2.718281828459045));
    module_set(run, m, "tau", value_float(6.283185307179586));
    module_set(run, m, "inf", value_float(INFINITY));
    module_set(run, m, "nan", value_float(NAN));
    module_set(run, m, "infj", complex_make(run, 0, INFINITY));
    module_set(run, m, "nanj", complex_make(run, 0, NAN));
}
