/* module_math.c: math. */
#include <math.h>

#include "run/big.h"
#include "run/standard.h"

static bool domain_error(Run *run) {
    return raise_value_error(run, "math domain error");
}

static bool range_error(Run *run) {
    return raise_error(run, run->exception.OverflowError, "math range error");
}

/* ---- functions of one number ---- */

typedef struct MathRow {
    double (*fn)(double);
    bool overflows; /* an infinite result of a finite argument is out of range, not out of the
                       domain */
} MathRow;

static const double degree = 180.0 / 3.141592653589793;

static double degrees_of(double d) {
    return d * degree;
}

static double radians_of(double d) {
    return d / degree;
}

/* The gamma function by Lanczos' series with g = 6.0246…, as CPython computes it: C libraries
 * differ in the last digit. */
#define LANCZOS_G 6.024680040776729583740234375
static const double lanczos_top[] = {23531376880.410759688572007674451636754734846804940,
                                     42919803642.649098768957899047001988850926355848959,
                                     35711959237.355668049440185451547166705960488635843,
                                     17921034426.037209699919755754458931112671403265390,
                                     6039542586.3520280050642916443072979210699388420708,
                                     1439720407.3117216736632230727949123939715485786372,
                                     248874557.86205415651146038641322942321632125127801,
                                     31426415.585400194380614231628318205362874684987640,
                                     2876370.6289353724412254090516208496135991145378768,
                                     186056.26539522349504029498971604569928220784236328,
                                     8071.6720023658162106380029022722506138218516325024,
                                     210.82427775157934587250973392071336271166969580291,
                                     2.5066282746310002701649081771338373386264310793408};
static const double lanczos_bottom[] = {0,        39916800, 120543840, 150917976, 105258076,
                                        45995730, 13339535, 2637558,   357423,    32670,
                                        1925,     66,       1};
enum { LANCZOS_TERMS = sizeof lanczos_top / sizeof *lanczos_top };

static double lanczos_sum(double x) {
    double top = 0, bottom = 0;
    for (int i = 0; i < LANCZOS_TERMS; i++) { /* from the end that keeps the terms small */
        int k = x < 5 ? LANCZOS_TERMS - 1 - i : i;
        top = (x < 5 ? top * x : top / x) + lanczos_top[k];
        bottom = (x < 5 ? bottom * x : bottom / x) + lanczos_bottom[k];
    }
    return top / bottom;
}

static double sine_of_turns(double x) { /* sin(pi * x) */
    const double pi = 3.141592653589793;
    double y = fmod(fabs(x), 2.0), r = 0;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(pi * y); break;
    case 1: r = cos(pi * (y - 0.5)); break;
    case 2: r = sin(pi * (1.0 - y)); break;
    case 3: r = -cos(pi * (y - 1.5)); break;
    default: r = sin(pi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

/* r * y ** power (or divided by it), in two steps where that could overflow */
static double scale_power(double r, double y, double x, bool divide) {
    double power = pow(y, x < 140 ? x - 0.5 : x / 2 - 0.25);
    r = divide ? r / power : r * power;
    return x < 140 ? r : divide ? r / power : r * power;
}

/* Neither function has a value at 0, -1, -2 … */
static double gamma_of(double d) {
    double x = fabs(d), y = x + (LANCZOS_G - 0.5), r, rest;
    if (!isfinite(d) || (d == floor(d) && d <= 23)) { /* up to 22! there is no rounding */
        r = d <= 0 ? NAN : isfinite(d) ? 1 : d;
        for (int k = 2; isfinite(d) && k < d; k++) {
            r *= k;
        }
        return r;
    }
    if (x < 1e-20 || x > 200) {
        return x < 1 ? 1 / d : d < 0 ? 0.0 / sine_of_turns(d) : INFINITY;
    }
    rest = x > LANCZOS_G - 0.5 ? (y - x) - (LANCZOS_G - 0.5) : (y - (LANCZOS_G - 0.5)) - x;
    rest = rest * LANCZOS_G / y;
    if (d < 0) {
        r = -3.141592653589793 / sine_of_turns(x) / x * exp(y) / lanczos_sum(x);
        return scale_power(r - rest * r, y, x, true);
    }
    r = lanczos_sum(x) / exp(y);
    return scale_power(r + rest * r, y, x, false);
}

static double log_gamma_of(double d) {
    double x = fabs(d);
    if (!isfinite(d) || (d == floor(d) && d <= 2)) {
        return isnan(d) ? d : isinf(d) ? INFINITY : d <= 0 ? NAN : 0;
    }
    if (x < 1e-20) {
        return -log(x);
    }
    double r = log(lanczos_sum(x)) - LANCZOS_G;
    r += (x - 0.5) * (log(x + LANCZOS_G - 0.5) - 1);
    return d < 0 ? 1.144729885849400174143427351353058711647 - log(fabs(sine_of_turns(x))) -
                       log(x) - r
                 : r;
}

static bool math_real(Run *run, const void *row, const Value *args, Value *result) {
    const MathRow *m = row;
    double d;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    double r = m->fn(d);
    if (isnan(r) && !isnan(d)) {
        return domain_error(run);
    }
    if (isinf(r) && isfinite(d)) {
        return m->overflows ? range_error(run) : domain_error(run);
    }
    *result = value_float(r);
    return true;
}

#define REAL(NAME, FN, OVERFLOWS)                                                                  \
    {                                                                                              \
        .name = NAME, .signature = "x, /", .fn_row = math_real, .row = &(const MathRow) {          \
            FN, OVERFLOWS                                                                          \
        }                                                                                          \
    }

static const NativeSpec real_functions[] = {
    REAL("sqrt", sqrt, false),
    REAL("exp", exp, true),
    REAL("exp2", exp2, true),
    REAL("expm1", expm1, true),
    REAL("log1p", log1p, false),
    REAL("sin", sin, false),
    REAL("cos", cos, false),
    REAL("tan", tan, false),
    REAL("asin", asin, false),
    REAL("acos", acos, false),
    REAL("atan", atan, false),
    REAL("sinh", sinh, true),
    REAL("cosh", cosh, true),
    REAL("tanh", tanh, false),
    REAL("asinh", asinh, false),
    REAL("acosh", acosh, false),
    REAL("atanh", atanh, false),
    REAL("fabs", fabs, false),
    REAL("erf", erf, false),
    REAL("erfc", erfc, false),
    REAL("gamma", gamma_of, true),
    REAL("lgamma", log_gamma_of, true),
    REAL("cbrt", cbrt, false),
    REAL("degrees", degrees_of, false),
    REAL("radians", radians_of, false),
    {0},
};

/* ---- logarithm and power ---- */

/* Integers may be too large for a float. */
static bool logarithm(Run *run, Value v, double (*log_of)(double), double *d) {
    Value whole;
    if (whole_of(run, v, &whole)) {
        if (whole_negative(whole) || whole_zero(whole)) {
            return domain_error(run);
        }
        *d = big_log(run, whole, log_of);
        return true;
    }
    if (!float_of(run, v, d)) {
        return false;
    }
    if (*d <= 0) {
        return domain_error(run);
    }
    *d = log_of(*d);
    return true;
}

static bool math_log(Run *run, const Value *args, Value *result) {
    double x, base = 1;
    if (!logarithm(run, args[0], log, &x) ||
        (!is_unbound(args[1]) && !logarithm(run, args[1], log, &base))) {
        return false;
    }
    if (base == 0) {
        return raise_error(run, run->exception.ZeroDivisionError, "float division by zero");
    }
    *result = value_float(is_unbound(args[1]) ? x : x / base);
    return true;
}

static bool math_log2(Run *run, const Value *args, Value *result) {
    double d = 0;
    bool ok = logarithm(run, args[0], log2, &d);
    *result = value_float(d);
    return ok;
}

static bool math_log10(Run *run, const Value *args, Value *result) {
    double d = 0;
    bool ok = logarithm(run, args[0], log10, &d);
    *result = value_float(d);
    return ok;
}

static bool math_pow(Run *run, const Value *args, Value *result) {
    double x, y;
    if (!float_of(run, args[0], &x) || !float_of(run, args[1], &y)) {
        return false;
    }
    double r = pow(x, y);
    bool finite = isfinite(x) && isfinite(y);
    if (finite && isnan(r)) {
        return domain_error(run);
    }
    if (finite && isinf(r)) {
        return x == 0 ? domain_error(run) : range_error(run);
    }
    *result = value_float(r);
    return true;
}

static bool math_fmod(Run *run, const Value *args, Value *result) {
    double x, y;
    if (!float_of(run, args[0], &x) || !float_of(run, args[1], &y)) {
        return false;
    }
    if (isinf(x) || (y == 0 && !isnan(x))) {
        return domain_error(run);
    }
    *result = value_float(fmod(x, y));
    return true;
}

/* IEEE 754's remainder: of the nearest quotient. */
static bool math_remainder(Run *run, const Value *args, Value *result) {
    double x, y;
    if (!float_of(run, args[0], &x) || !float_of(run, args[1], &y)) {
        return false;
    }
    if (!isnan(x) && !isnan(y) && (isinf(x) || y == 0)) {
        return domain_error(run);
    }
    *result = value_float(remainder(x, y));
    return true;
}

static bool math_ulp(Run *run, const Value *args, Value *result) {
    double d;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    d = fabs(d);
    double next = nextafter(d, INFINITY);
    *result = value_float(isinf(next) && !isinf(d) ? d - nextafter(d, 0) : isinf(d) ? d : next - d);
    return true;
}

typedef double Real2(double, double);

static bool math_two(Run *run, const Value *args, Real2 *fn, Value *result) {
    double x, y;
    if (!float_of(run, args[0], &x) || !float_of(run, args[1], &y)) {
        return false;
    }
    *result = value_float(fn(x, y));
    return true;
}

static bool math_atan2(Run *run, const Value *args, Value *result) {
    return math_two(run, args, atan2, result);
}

static bool math_copysign(Run *run, const Value *args, Value *result) {
    return math_two(run, args, copysign, result);
}

static bool math_nextafter(Run *run, const Value *args, Value *result) {
    return math_two(run, args, nextafter, result);
}

/* The length of a vector, rounded once nearly always: scaled by a power of two, its squares summed
 * in two doubles, the root corrected. */
static double length_of(double *at, uint32_t n, double largest) {
    double high = 0, low = 0;
    int exponent;
    frexp(largest, &exponent);
    for (uint32_t i = 0; i < n; i++) {
        double x = ldexp(at[i], -exponent), square = x * x, rest = fma(x, x, -square);
        double sum = high + square;
        low += (high > square ? high - sum + square : square - sum + high) + rest;
        high = sum;
    }
    double root = sqrt(high + low);
    root += (high - root * root - (fma(root, root, -(root * root))) + low) / (2 * root);
    return ldexp(root, exponent);
}

static double vector_length(double *at, uint32_t n) {
    double largest = 0;
    bool nan = false;
    for (uint32_t i = 0; i < n; i++) {
        at[i] = fabs(at[i]);
        nan |= isnan(at[i]);
        largest = at[i] > largest ? at[i] : largest;
    }
    if (isinf(largest) || nan || largest == 0) {
        return isinf(largest) ? largest : nan ? NAN : 0;
    }
    return n == 1 ? largest : length_of(at, n, largest);
}

static bool math_dist(Run *run, const Value *args, Value *result) {
    Value *p, *q;
    uint32_t n, m;
    if (!value_items(run, args[0], &p, &n) || !value_items(run, args[1], &q, &m)) {
        return false;
    }
    if (n != m) {
        return raise_value_error(run, "both points must have the same number of dimensions");
    }
    double *at = ARENA_ARRAY(run->scratch, n + 1, double);
    for (uint32_t i = 0; i < n; i++) {
        double x, y;
        if (!float_of(run, p[i], &x) || !float_of(run, q[i], &y)) {
            return false;
        }
        at[i] = x - y;
    }
    *result = value_float(vector_length(at, n));
    return true;
}

static bool math_hypot(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[0]);
    double *at = ARENA_ARRAY(run->scratch, n + 1, double);
    for (uint32_t i = 0; i < n; i++) {
        if (!float_of(run, sequence_item(args[0], i), &at[i])) {
            return false;
        }
    }
    *result = value_float(vector_length(at, n));
    return true;
}

/* ---- to whole numbers ---- */

static bool whole(Run *run, Value v, double (*fn)(double), const char *method, Value *result) {
    double d;
    bool found = false;
    Value own;
    if (v.kind == VALUE_INT || v.kind == VALUE_BOOL || is_big(run, v)) {
        return whole_of(run, v, result);
    }
    if (v.kind == VALUE_OBJECT &&
        !value_find_attr(run, v, name_z(run->names, method), &found, &own)) {
        return false;
    }
    if (found && !real_of(run, v, &d)) {
        return value_call_n(run, own, 0, NULL, result);
    }
    if (fn == trunc && !real_of(run, v, &d)) {
        return raise_type_error(run, "type %.*s doesn't define __trunc__ method",
                                STR_ARG(type_name(run, v)));
    }
    return float_of(run, v, &d) && integer_of_real(run, fn(d), result);
}

/* Python 2 gives a float. */
static bool rounded(Run *run, Value v, double (*fn)(double), const char *method, Value *result) {
    double d;
    if (run->trace->python != 2) {
        return whole(run, v, fn, method, result);
    }
    if (!float_of(run, v, &d)) {
        return false;
    }
    *result = value_float(fn(d));
    return true;
}

static bool math_floor(Run *run, const Value *args, Value *result) {
    return rounded(run, args[0], floor, "__floor__", result);
}

static bool math_ceil(Run *run, const Value *args, Value *result) {
    return rounded(run, args[0], ceil, "__ceil__", result);
}

static bool math_trunc(Run *run, const Value *args, Value *result) {
    return whole(run, args[0], trunc, "__trunc__", result);
}

/* ---- whole numbers ---- */

static bool math_factorial(Run *run, const Value *args, Value *result) {
    Value whole;
    int64_t n;
    if (!whole_index(run, args[0], &whole)) {
        return false;
    }
    if (whole_negative(whole)) {
        return raise_value_error(run, "factorial() not defined for negative values");
    }
    if (!integer_of(run, whole, &n)) {
        return raise_error(run, run->exception.OverflowError,
                           "factorial() argument should not exceed 9223372036854775807");
    }
    return big_factorial(run, n, result);
}

static bool math_gcd(Run *run, const Value *args, Value *result) {
    Value whole;
    *result = value_int(0);
    for (uint32_t k = 0; k < sequence_count(args[0]); k++) {
        if (!whole_index(run, sequence_item(args[0], k), &whole) ||
            !big_gcd(run, *result, whole, result)) {
            return false;
        }
    }
    return true;
}

/* |a * b| / gcd(a, b) */
static bool lcm_of(Run *run, Value a, Value b, Value *result) {
    Value gcd;
    *result = value_int(0);
    if (whole_zero(a) || whole_zero(b)) {
        return true;
    }
    return big_gcd(run, a, b, &gcd) &&
           value_binary(run, BINARY_OPERATOR_FLOOR_DIVIDE, a, gcd, &gcd) &&
           value_binary(run, BINARY_OPERATOR_MULTIPLY, gcd, b, &gcd) &&
           big_absolute(run, gcd, result);
}

static bool math_lcm(Run *run, const Value *args, Value *result) {
    Value whole, lcm = value_int(1);
    for (uint32_t k = 0; k < sequence_count(args[0]); k++) {
        if (!whole_index(run, sequence_item(args[0], k), &whole) ||
            !lcm_of(run, lcm, whole, &lcm)) {
            return false;
        }
    }
    *result = lcm;
    return true;
}

static bool math_isqrt(Run *run, const Value *args, Value *result) {
    Value whole;
    if (!whole_index(run, args[0], &whole)) {
        return false;
    }
    if (whole_negative(whole)) {
        return raise_value_error(run, "isqrt() argument must be nonnegative");
    }
    return big_root(run, whole, result);
}

/* n * (n - 1) * …, k factors, divided by k! unless `ordered`. */
static bool choose(Run *run, const Value *args, bool ordered, Value *result) {
    Value n, k, rest;
    int64_t count;
    if (!whole_index(run, args[0], &n) || !whole_index(run, given(args[1]) ? args[1] : n, &k)) {
        return false;
    }
    if (whole_negative(n) || whole_negative(k)) {
        return raise_value_error(run, "%s must be a non-negative integer",
                                 whole_negative(n) ? "n" : "k");
    }
    if (!value_binary(run, BINARY_OPERATOR_SUBTRACT, n, k, &rest)) {
        return false;
    }
    if (whole_negative(rest)) {
        *result = value_int(0);
        return true;
    }
    k = !ordered && big_compare(rest, k) < 0 ? rest : k;
    if (!integer_of(run, k, &count)) {
        return raise_error(run, run->exception.OverflowError,
                           ordered ? "k must not exceed 9223372036854775807"
                                   : "min(n - k, k) must not exceed 9223372036854775807");
    }
    return big_choose(run, n, count, ordered, result);
}

static bool math_comb(Run *run, const Value *args, Value *result) {
    return choose(run, args, false, result);
}

static bool math_perm(Run *run, const Value *args, Value *result) {
    return choose(run, args, true, result);
}

/* ---- parts of numbers ---- */

static Value pair(Run *run, Value a, Value b) {
    Value both[2] = {a, b};
    return tuple_make(run, 2, both);
}

static bool math_frexp(Run *run, const Value *args, Value *result) {
    double d;
    int exponent = 0;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    double m = isfinite(d) ? frexp(d, &exponent) : d;
    *result = pair(run, value_float(m), value_int(exponent));
    return true;
}

static bool math_ldexp(Run *run, const Value *args, Value *result) {
    double d;
    int64_t i;
    if (!float_of(run, args[0], &d) || !index_of(run, args[1], &i)) {
        return false;
    }
    double r = ldexp(d, i > 5000 ? 5000 : i < -5000 ? -5000 : (int)i);
    *result = value_float(r);
    return !(isinf(r) && isfinite(d)) || range_error(run);
}

static bool math_modf(Run *run, const Value *args, Value *result) {
    double d, integral;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    double fraction = modf(d, &integral);
    *result = pair(run, value_float(fraction), value_float(integral));
    return true;
}

/* ---- sums ---- */

/* Adds x to a sum that is kept as partial sums without rounding (Shewchuk). */
static int add_partial(double *partials, int n, double x) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
        double y = partials[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0) {
            partials[kept++] = low;
        }
        x = high;
    }
    partials[kept++] = x;
    return kept;
}

/* The partial sums together, rounded once. */
static double sum_partials(const double *partials, int n) {
    if (!n) {
        return 0;
    }
    double high = partials[--n], low = 0;
    while (n > 0 && low == 0) {
        double x = high, y = partials[--n];
        high = x + y;
        low = y - (high - x);
    }
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
        double twice = low * 2, other = high + twice;
        high = twice == other - high ? other : high;
    }
    return high;
}

static bool math_fsum(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    double *partials = ARENA_ARRAY(run->scratch, n + 1, double), special = 0;
    int kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        double d;
        if (!float_of(run, items[i], &d)) {
            return false;
        }
        special += isfinite(d) ? 0 : d;
        kept = isfinite(d) ? add_partial(partials, kept, d) : kept;
    }
    *result = value_float(special != 0 ? special : sum_partials(partials, kept));
    return true;
}

static bool math_prod(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    *result = args[1];
    for (uint32_t i = 0; i < n; i++) {
        if (!value_binary(run, BINARY_OPERATOR_MULTIPLY, *result, items[i], result)) {
            return false;
        }
    }
    return true;
}

static const NativeSpec functions[] = {
    {.name = "log", .signature = "x, base=?, /", .fn = math_log},
    {.name = "log2", .signature = "x, /", .fn = math_log2},
    {.name = "log10", .signature = "x, /", .fn = math_log10},
    {.name = "pow", .signature = "x, y, /", .fn = math_pow},
    {.name = "fmod", .signature = "x, y, /", .fn = math_fmod},
    {.name = "atan2", .signature = "y, x, /", .fn = math_atan2},
    {.name = "copysign", .signature = "x, y, /", .fn = math_copysign},
    {.name = "hypot", .signature = "*coordinates", .fn = math_hypot},
    {.name = "remainder", .signature = "x, y, /", .fn = math_remainder},
    {.name = "ulp", .signature = "x, /", .fn = math_ulp},
    {.name = "nextafter", .signature = "x, y, /", .fn = math_nextafter},
    {.name = "dist", .signature = "p, q, /", .fn = math_dist},
    {.name = "floor", .signature = "x, /", .fn = math_floor},
    {.name = "ceil", .signature = "x, /", .fn = math_ceil},
    {.name = "trunc", .signature = "x, /", .fn = math_trunc},
    {.name = "factorial", .signature = "x, /", .fn = math_factorial},
    {.name = "gcd", .signature = "*integers", .fn = math_gcd},
    {.name = "lcm", .signature = "*integers", .fn = math_lcm},
    {.name = "isqrt", .signature = "n, /", .fn = math_isqrt},
    {.name = "comb", .signature = "n, k, /", .fn = math_comb},
    {.name = "perm", .signature = "n, k=None, /", .fn = math_perm},
    {.name = "frexp", .signature = "x, /", .fn = math_frexp},
    {.name = "ldexp", .signature = "x, i, /", .fn = math_ldexp},
    {.name = "modf", .signature = "x, /", .fn = math_modf},
    {.name = "fsum", .signature = "seq, /", .fn = math_fsum},
    {.name = "prod", .signature = "iterable, /, *, start=1", .fn = math_prod},
    {0},
};

void install_math(Run *run) {
    Module *m = module_make(run, "math");
    module_add_functions(run, m, real_functions);
    module_add_functions(run, m, functions);
    module_add_functions(run, m, math_questions);
    module_set(run, m, "pi", value_float(3.141592653589793));
    module_set(run, m, "e", value_float(2.718281828459045));
    module_set(run, m, "tau", value_float(6.283185307179586));
    module_set(run, m, "inf", value_float(INFINITY));
    module_set(run, m, "nan", value_float(NAN));
}
