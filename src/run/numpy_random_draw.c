/* numpy_random_draw.c: the distributions of RandomState, each drawn as numpy's legacy generator
 * does, so that a seed gives numpy's own numbers. A row of the table has the parameters and what
 * they must be; each may be an array. */
#include <math.h>
#include <string.h>

#include "run/numpy_random.h"

#define PI 3.1415926535897932

/* ---- continuous ---- */

static double exponential(Twister *t) {
    return -log(1.0 - twister_real(t));
}

static double small_gamma(Twister *t, double shape) {
    for (;;) {
        double u = twister_real(t), v = exponential(t), x, y = 0;
        if (u <= 1.0 - shape) {
            x = pow(u, 1. / shape);
        } else {
            y = -log((1 - u) / shape);
            x = pow(1.0 - shape + shape * y, 1. / shape);
        }
        if (x <= v + y) {
            return x;
        }
    }
}

static double standard_gamma(Twister *t, double shape) {
    if (shape <= 1) {
        return shape == 1 ? exponential(t) : shape == 0 ? 0 : small_gamma(t, shape);
    }
    double b = shape - 1. / 3., c = 1. / sqrt(9 * b);
    for (;;) {
        double x, v;
        do {
            x = twister_normal(t);
            v = 1.0 + c * x;
        } while (v <= 0.0);
        v = v * v * v;
        double u = twister_real(t);
        if (u < 1.0 - 0.0331 * (x * x) * (x * x) || log(u) < 0.5 * x * x + b * (1. - v + log(v))) {
            return b * v;
        }
    }
}

static double draw_standard_gamma(Twister *t, const double *p) {
    return standard_gamma(t, p[0]);
}

static double draw_gamma(Twister *t, const double *p) {
    return p[1] * standard_gamma(t, p[0]);
}

static double draw_standard_exponential(Twister *t, const double *p) {
    (void)p;
    return exponential(t);
}

static double draw_beta(Twister *t, const double *p) {
    if (p[0] > 1.0 || p[1] > 1.0) {
        double a = standard_gamma(t, p[0]), b = standard_gamma(t, p[1]);
        return a / (a + b);
    }
    for (;;) {
        double u = twister_real(t), v = twister_real(t);
        double x = pow(u, 1.0 / p[0]), y = pow(v, 1.0 / p[1]);
        if (x + y > 1.0) {
            continue;
        }
        if (x + y > 0) {
            return x / (x + y);
        }
        double a = log(u) / p[0], b = log(v) / p[1], most = a > b ? a : b;
        a -= most;
        return exp(a - log(exp(a) + exp(b - most)));
    }
}

static double draw_chisquare(Twister *t, const double *p) {
    return 2.0 * standard_gamma(t, p[0] / 2.0);
}

static double draw_f(Twister *t, const double *p) {
    double a = draw_chisquare(t, p) * p[1];
    return a / (draw_chisquare(t, p + 1) * p[0]);
}

static double draw_standard_t(Twister *t, const double *p) {
    double a = twister_normal(t), b = standard_gamma(t, p[0] / 2);
    return sqrt(p[0] / 2) * a / sqrt(b);
}

static double draw_standard_cauchy(Twister *t, const double *p) {
    double a = twister_normal(t);
    (void)p;
    return a / twister_normal(t);
}

static double draw_pareto(Twister *t, const double *p) {
    return exp(exponential(t) / p[0]) - 1;
}

static double draw_weibull(Twister *t, const double *p) {
    return p[0] == 0.0 ? 0.0 : pow(exponential(t), 1. / p[0]);
}

static double draw_power(Twister *t, const double *p) {
    return pow(1 - exp(-exponential(t)), 1. / p[0]);
}

static double draw_laplace(Twister *t, const double *p) {
    double u = twister_real(t);
    while (u == 0) {
        u = twister_real(t);
    }
    return u >= 0.5 ? p[0] - p[1] * log(2.0 - u - u) : p[0] + p[1] * log(u + u);
}

static double draw_gumbel(Twister *t, const double *p) {
    double u = 1.0 - twister_real(t);
    while (u >= 1.0) {
        u = 1.0 - twister_real(t);
    }
    return p[0] - p[1] * log(-log(u));
}

static double draw_logistic(Twister *t, const double *p) {
    double u = twister_real(t);
    while (u <= 0.0) {
        u = twister_real(t);
    }
    return p[0] + p[1] * log(u / (1.0 - u));
}

static double draw_rayleigh(Twister *t, const double *p) {
    return p[0] * sqrt(-2.0 * log(1.0 - twister_real(t)));
}

static double draw_triangular(Twister *t, const double *p) {
    double base = p[2] - p[0], left = p[1] - p[0], u = twister_real(t);
    return u <= left / base ? p[0] + sqrt(u * (left * base))
                            : p[2] - sqrt((1.0 - u) * ((p[2] - p[1]) * base));
}

static double draw_vonmises(Twister *t, const double *p) {
    double kappa = p[1], w, y;
    if (kappa < 1e-8) {
        return PI * (2 * twister_real(t) - 1);
    }
    double r = 1 + sqrt(1 + 4 * kappa * kappa), rho = (r - sqrt(2 * r)) / (2 * kappa);
    double s = kappa < 1e-5 ? 1. / kappa + kappa : (1 + rho * rho) / (2 * rho), v;
    do {
        double z = cos(PI * twister_real(t));
        w = (1 + s * z) / (s + z);
        y = kappa * (s - w);
        v = twister_real(t);
    } while (y * (2 - y) - v < 0 && log(y / v) + 1 - y < 0);
    double u = twister_real(t), result = (u < 0.5 ? -acos(w) : acos(w)) + p[0];
    double mod = fmod(fabs(result) + PI, 2 * PI) - PI;
    return result < 0 ? -mod : mod;
}

static double draw_wald(Twister *t, const double *p) {
    double mean = p[0], scale = p[1], half = mean / (2 * scale), y = twister_normal(t);
    y = mean * y * y;
    double x = mean + half * (y - sqrt(4 * scale * y + y * y));
    return twister_real(t) <= mean / (mean + x) ? x : mean * mean / x;
}

/* ---- whole numbers ---- */

/* The logarithm of (x - 1)!. */
static double log_gamma(double x) {
    static const double a[10] = {8.333333333333333e-02, -2.777777777777778e-03,
                                 7.936507936507937e-04, -5.952380952380952e-04,
                                 8.417508417508418e-04, -1.917526917526918e-03,
                                 6.410256410256410e-03, -2.955065359477124e-02,
                                 1.796443723688307e-01, -1.39243221690590e+00};
    if (x == 1.0 || x == 2.0) {
        return 0.0;
    }
    int n = x < 7.0 ? (int)(7 - x) : 0;
    double x0 = x + n, x2 = (1.0 / x0) * (1.0 / x0), gl0 = a[9];
    for (int k = 8; k >= 0; k--) {
        gl0 = gl0 * x2 + a[k];
    }
    double gl = gl0 / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * log(x0) - x0;
    for (int k = 1; x < 7.0 && k <= n; k++) {
        gl -= log(x0 - 1.0);
        x0 -= 1.0;
    }
    return gl;
}

static double poisson_large(Twister *t, double lam) {
    double loglam = log(lam), b = 0.931 + 2.53 * sqrt(lam), a = -0.059 + 0.02483 * b;
    double invalpha = 1.1239 + 1.1328 / (b - 3.4), vr = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        double u = twister_real(t) - 0.5, v = twister_real(t), us = 0.5 - fabs(u);
        double k = floor((2 * a / us + b) * u + lam + 0.43);
        if (us >= 0.07 && v <= vr) {
            return k;
        }
        if (k < 0 || (us < 0.013 && v > us)) {
            continue;
        }
        if (log(v) + log(invalpha) - log(a / (us * us) + b) <=
            -lam + k * loglam - log_gamma(k + 1)) {
            return k;
        }
    }
}

static double draw_poisson(Twister *t, const double *p) {
    double product = 1.0, least = exp(-p[0]), x = 0;
    if (p[0] >= 10) {
        return poisson_large(t, p[0]);
    }
    while (p[0] > 0) {
        product *= twister_real(t);
        if (product <= least) {
            break;
        }
        x++;
    }
    return x;
}

static double draw_negative_binomial(Twister *t, const double *p) {
    double lam = (1 - p[1]) / p[1] * standard_gamma(t, p[0]);
    return draw_poisson(t, &lam);
}

static double draw_geometric(Twister *t, const double *p) {
    if (p[0] < 0.333333333333333333333333) {
        return ceil(log(1.0 - twister_real(t)) / log(1.0 - p[0]));
    }
    double x = 1, sum = p[0], product = p[0], u = twister_real(t);
    while (u > sum) {
        product *= 1.0 - p[0];
        sum += product;
        x++;
    }
    return x;
}

static double draw_zipf(Twister *t, const double *p) {
    double less = p[0] - 1.0, b = pow(2.0, less);
    for (;;) {
        double u = 1.0 - twister_real(t), v = twister_real(t), x = floor(pow(u, -1.0 / less));
        if (x > 0x1p63 || x < 1.0) {
            continue;
        }
        double power = pow(1.0 + 1.0 / x, less);
        if (v * x * (power - 1.0) / (b - 1.0) <= power / b) {
            return x;
        }
    }
}

/* By inversion, as numpy does for small n * p. */
static double binomial_low(Twister *t, double n, double p) {
    double q = 1.0 - p, start = exp(n * log(q)), mean = n * p;
    double bound = mean + 10.0 * sqrt(mean * q + 1), most = n < bound ? n : floor(bound), x = 0;
    double px = start, u = twister_real(t);
    while (u > px) {
        x++;
        if (x > most) {
            x = 0;
            px = start;
            u = twister_real(t);
        } else {
            u -= px;
            px = ((n - x + 1) * p * px) / (x * q);
        }
    }
    return x;
}

/* What is fixed by n and p in the algorithm BTPE. */
typedef struct Btpe {
    double n, r, q, m, xm, xl, xr, c, laml, lamr, p1, p2, p3, p4;
} Btpe;

static Btpe btpe_of(double n, double p) {
    Btpe b = {.n = n, .r = p, .q = 1.0 - p};
    double fm = n * b.r + b.r, a;
    b.m = floor(fm);
    b.p1 = floor(2.195 * sqrt(n * b.r * b.q) - 4.6 * b.q) + 0.5;
    b.xm = b.m + 0.5;
    b.xl = b.xm - b.p1;
    b.xr = b.xm + b.p1;
    b.c = 0.134 + 20.5 / (15.3 + b.m);
    a = (fm - b.xl) / (fm - b.xl * b.r);
    b.laml = a * (1.0 + a / 2.0);
    a = (b.xr - fm) / (b.xr * b.q);
    b.lamr = a * (1.0 + a / 2.0);
    b.p2 = b.p1 * (1.0 + 2.0 * b.c);
    b.p3 = b.p2 + b.c / b.laml;
    b.p4 = b.p3 + b.c / b.lamr;
    return b;
}

static double stirling(double x) {
    double x2 = x * x;
    return (13680. - (462. - (132. - (99. - 140. / x2) / x2) / x2) / x2) / x / 166320.;
}

/* Is y accepted at height v? */
static bool btpe_accepts(const Btpe *b, double y, double v) {
    double nrq = b->n * b->r * b->q, k = fabs(y - b->m);
    if (k <= 20 || k >= nrq / 2.0 - 1) {
        double s = b->r / b->q, a = s * (b->n + 1), f = 1.0;
        for (double i = b->m + 1; i <= y; i++) {
            f *= a / i - s;
        }
        for (double i = y + 1; i <= b->m; i++) {
            f /= a / i - s;
        }
        return v <= f;
    }
    double rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    double t = -k * k / (2 * nrq), a = log(v);
    if (a < t - rho || a > t + rho) {
        return a < t - rho;
    }
    double x1 = y + 1, f1 = b->m + 1, z = b->n + 1 - b->m, w = b->n - y + 1;
    return a <= b->xm * log(f1 / x1) + (b->n - b->m + 0.5) * log(z / w) +
                    (y - b->m) * log(w * b->r / (x1 * b->q)) + stirling(f1) + stirling(z) +
                    stirling(x1) + stirling(w);
}

static double binomial_high(Twister *t, double n, double p) {
    const Btpe b = btpe_of(n, p);
    for (;;) {
        double u = twister_real(t) * b.p4, v = twister_real(t), y;
        if (u <= b.p1) {
            return floor(b.xm - b.p1 * v + u);
        }
        if (u <= b.p2) {
            double x = b.xl + (u - b.p1) / b.c;
            v = v * b.c + 1.0 - fabs(b.m - x + 0.5) / b.p1;
            if (v > 1.0) {
                continue;
            }
            y = floor(x);
        } else if (v == 0) {
            continue;
        } else {
            bool left = u <= b.p3;
            y = floor(left ? b.xl + log(v) / b.laml : b.xr - log(v) / b.lamr);
            v = left ? v * (u - b.p2) * b.laml : v * (u - b.p3) * b.lamr;
        }
        if (y >= 0 && y <= n && btpe_accepts(&b, y, v)) {
            return y;
        }
    }
}

static double draw_binomial(Twister *t, const double *p) {
    double n = p[0], rare = p[1] <= 0.5 ? p[1] : 1.0 - p[1];
    double k = n == 0 || rare == 0 ? 0
               : rare * n <= 30.0  ? binomial_low(t, n, rare)
                                   : binomial_high(t, n, rare);
    return p[1] <= 0.5 ? k : n - k;
}

double random_binomial(Twister *t, int64_t n, double p) {
    return draw_binomial(t, (double[]){(double)n, p});
}

double random_gamma(Twister *t, double shape) {
    return standard_gamma(t, shape);
}

/* ---- the table ---- */

/* What a parameter must be. */
typedef enum Must { ANYTHING, NOT_NEGATIVE, POSITIVE, PROBABILITY, PROPER, ABOVE_ONE } Must;

struct DrawRow {
    const char *names[3];
    Must must[3];
    int n;
    bool whole;
    double (*draw)(Twister *t, const double *p);
};

static bool meets(double d, Must must) {
    switch (must) {
    case ANYTHING: return true;
    case NOT_NEGATIVE: return d >= 0;
    case POSITIVE: return d > 0;
    case PROBABILITY: return d >= 0 && d <= 1;
    case PROPER: return d > 0 && d <= 1;
    case ABOVE_ONE: return d > 1;
    }
    return false;
}

static bool raise_must(Run *run, const char *name, Must must, bool single) {
    const char *nan = single ? "is NaN" : "contains NaNs";
    switch (must) {
    case ANYTHING: break;
    case NOT_NEGATIVE:
        return strcmp(name, "lam") ? raise_value_error(run, "%s < 0", name)
                                   : raise_value_error(run, "lam < 0 or lam %s", nan);
    case POSITIVE: return raise_value_error(run, "%s <= 0", name);
    case PROBABILITY:
        return raise_value_error(run, "%s < 0, %s > 1 or %s %s", name, name, name, nan);
    case PROPER: return raise_value_error(run, "%s <= 0, %s > 1 or %s %s", name, name, name, nan);
    case ABOVE_ONE: return raise_value_error(run, "%s <= 1 or %s %s", name, name, nan);
    }
    return false;
}

/* The parameters over their common shape. */
static bool read_parameters(Run *run, const DrawRow *row, const Value *args, const Tensor **p,
                            Shape *shape) {
    *shape = shape_scalar();
    for (int k = 0; k < row->n; k++) {
        Operand x;
        if (!operand_as(run, args[k], DTYPE_FLOAT64, &x) ||
            !broadcast_shapes(run, *shape, x.tensor->shape, shape)) {
            return false;
        }
        p[k] = x.tensor;
        for (int64_t i = 0; i < x.tensor->count; i++) {
            if (!meets(tensor_f64(x.tensor, i), row->must[k])) {
                return raise_must(run, row->names[k], row->must[k], !x.tensor->shape.rank);
            }
        }
    }
    return true;
}

/* args: self, the parameters, size */
static bool draw_row(Run *run, const void *data, const Value *args, Value *result) {
    const DrawRow *row = data;
    const Tensor *p[3];
    Shape shape;
    Sample s;
    Value size = args[row->n + 1];
    if (!read_parameters(run, row, args + 1, p, &shape)) {
        return false;
    }
    size = shape.rank && !given(size) ? shape_value(run, shape) : size;
    if (!sample_make(run, size, row->whole ? DTYPE_INT64 : DTYPE_FLOAT64, &s)) {
        return false;
    }
    for (int k = 0; k < row->n; k++) {
        if (!broadcast_to(run, p[k], s.t->shape, &p[k])) {
            return false;
        }
    }
    for (int64_t i = 0; i < s.t->count; i++) {
        double now[3] = {0, 0, 0};
        for (int k = 0; k < row->n; k++) {
            now[k] = tensor_f64(p[k], i);
        }
        tensor_set_f64(s.t, i, row->draw(random_twister(args), now));
    }
    *result = sample_value(run, &s);
    return true;
}

static const DrawRow standard_exponential_row = {.draw = draw_standard_exponential};
static const DrawRow standard_cauchy_row = {.draw = draw_standard_cauchy};
static const DrawRow standard_gamma_row = {
    {"shape"}, {NOT_NEGATIVE}, 1, false, draw_standard_gamma};
static const DrawRow gamma_row = {
    {"shape", "scale"}, {NOT_NEGATIVE, NOT_NEGATIVE}, 2, false, draw_gamma};
static const DrawRow beta_row = {{"a", "b"}, {POSITIVE, POSITIVE}, 2, false, draw_beta};
static const DrawRow chisquare_row = {{"df"}, {POSITIVE}, 1, false, draw_chisquare};
static const DrawRow f_row = {{"dfnum", "dfden"}, {POSITIVE, POSITIVE}, 2, false, draw_f};
static const DrawRow standard_t_row = {{"df"}, {POSITIVE}, 1, false, draw_standard_t};
static const DrawRow pareto_row = {{"a"}, {POSITIVE}, 1, false, draw_pareto};
static const DrawRow weibull_row = {{"a"}, {NOT_NEGATIVE}, 1, false, draw_weibull};
static const DrawRow power_row = {{"a"}, {POSITIVE}, 1, false, draw_power};
static const DrawRow laplace_row = {
    {"loc", "scale"}, {ANYTHING, NOT_NEGATIVE}, 2, false, draw_laplace};
static const DrawRow gumbel_row = {
    {"loc", "scale"}, {ANYTHING, NOT_NEGATIVE}, 2, false, draw_gumbel};
static const DrawRow logistic_row = {
    {"loc", "scale"}, {ANYTHING, NOT_NEGATIVE}, 2, false, draw_logistic};
static const DrawRow rayleigh_row = {{"scale"}, {NOT_NEGATIVE}, 1, false, draw_rayleigh};
static const DrawRow triangular_row = {{NULL}, {ANYTHING}, 3, false, draw_triangular};
static const DrawRow vonmises_row = {
    {"mu", "kappa"}, {ANYTHING, NOT_NEGATIVE}, 2, false, draw_vonmises};
static const DrawRow wald_row = {{"mean", "scale"}, {POSITIVE, POSITIVE}, 2, false, draw_wald};
static const DrawRow poisson_row = {{"lam"}, {NOT_NEGATIVE}, 1, true, draw_poisson};
static const DrawRow geometric_row = {{"p"}, {PROPER}, 1, true, draw_geometric};
static const DrawRow zipf_row = {{"a"}, {ABOVE_ONE}, 1, true, draw_zipf};
static const DrawRow binomial_row = {
    {"n", "p"}, {NOT_NEGATIVE, PROBABILITY}, 2, true, draw_binomial};
static const DrawRow negative_binomial_row = {
    {"n", "p"}, {POSITIVE, PROPER}, 2, true, draw_negative_binomial};

#define DRAW(NAME, PARAMETERS)                                                                     \
    {                                                                                              \
        .name = #NAME, .signature = "self, " PARAMETERS "size=None", .fn_row = draw_row,           \
        .row = &NAME##_row                                                                         \
    }

const NativeSpec numpy_random_draws[] = {
    DRAW(standard_exponential, ""),
    DRAW(standard_cauchy, ""),
    DRAW(standard_gamma, "shape, "),
    DRAW(gamma, "shape, scale=1.0, "),
    DRAW(beta, "a, b, "),
    DRAW(chisquare, "df, "),
    DRAW(f, "dfnum, dfden, "),
    DRAW(standard_t, "df, "),
    DRAW(pareto, "a, "),
    DRAW(weibull, "a, "),
    DRAW(power, "a, "),
    DRAW(laplace, "loc=0.0, scale=1.0, "),
    DRAW(gumbel, "loc=0.0, scale=1.0, "),
    DRAW(logistic, "loc=0.0, scale=1.0, "),
    DRAW(rayleigh, "scale=1.0, "),
    DRAW(triangular, "left, mode, right, "),
    DRAW(vonmises, "mu, kappa, "),
    DRAW(wald, "mean, scale, "),
    DRAW(poisson, "lam=1.0, "),
    DRAW(geometric, "p, "),
    DRAW(zipf, "a, "),
    DRAW(binomial, "n, p, "),
    DRAW(negative_binomial, "n, p, "),
    {0},
};
