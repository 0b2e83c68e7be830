/* numpy_spectral.c: LAPACK's ways to eigenvalues and singular values, unblocked: reflections to a
 * matrix of two diagonals, then rotations (dsytd2 and dsteqr, dgebd2 and dbdsqr). What they are
 * named there is said at each function. */
#include "run/numpy_spectral.h"

#include <math.h>
#include <string.h>

#define EPSILON 0x1p-53
#define TINY 0x1p-1022

Matrix matrix_make(Arena *arena, int64_t rows, int64_t columns) {
    return (Matrix){rows, columns, ARENA_ARRAY(arena, (size_t)(rows * columns) + 1, double)};
}

Matrix matrix_unit(Arena *arena, int64_t n, int64_t columns) {
    Matrix m = matrix_make(arena, n, columns);
    for (int64_t i = 0; i < n && i < columns; i++) {
        *cell_of(&m, i, i) = 1;
    }
    return m;
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

/* ---- rotations ---- */

typedef struct Rotation {
    double c, s;
} Rotation;

/* dlartg: the rotation that turns (f, g) into (r, 0). */
static Rotation rotation_of(double f, double g, double *r) {
    if (g == 0) {
        *r = f;
        return (Rotation){1, 0};
    }
    if (f == 0) {
        *r = fabs(g);
        return (Rotation){0, copysign(1, g)};
    }
    double d = sqrt(f * f + g * g);
    *r = copysign(d, f);
    return (Rotation){fabs(f) / d, g / *r};
}

/* Two rows or columns of n elements, `step` apart. */
static void rotate(double *x, double *y, int64_t n, int64_t step, Rotation r) {
    for (int64_t i = 0; i < n; i++) {
        double a = x[i * step], b = y[i * step];
        x[i * step] = r.c * a + r.s * b;
        y[i * step] = r.c * b - r.s * a;
    }
}

/* dlasr: rotations of neighbours from `first` on, count of them, of columns or of rows. */
typedef struct Sweep {
    const Matrix *m;
    bool rows, backward;
    int64_t first, count;
    const Rotation *all; /* [count] */
} Sweep;

static void sweep(Sweep w) {
    int64_t step = w.rows ? w.m->rows : 1, n = w.rows ? w.m->columns : w.m->rows;
    for (int64_t k = 0; k < w.count; k++) {
        int64_t j = w.backward ? w.count - 1 - k : k, at = w.first + j;
        double *x = w.rows ? cell_of(w.m, at, 0) : cell_of(w.m, 0, at);
        rotate(x, w.rows ? x + 1 : x + w.m->rows, n, step, w.all[j]);
    }
}

/* ---- reflections ---- */

typedef struct Reflection {
    double *v;    /* the vector but for its first element, which is 1 */
    int64_t n;    /* elements with the first one */
    int64_t step; /* between them */
    double tau;
} Reflection;

static double norm_of(const double *x, int64_t n, int64_t step) {
    double sum = 0;
    for (int64_t i = 0; i < n; i++) {
        sum += x[i * step] * x[i * step];
    }
    return sqrt(sum);
}

/* dlapy2. */
static double length_of(double x, double y) {
    double most = larger(fabs(x), fabs(y)), least = fabs(x) < fabs(y) ? fabs(x) : fabs(y);
    return least == 0 ? most : most * sqrt(1 + (least / most) * (least / most));
}

/* dlarfg: turns the n elements at x into (*beta, 0, …); the vector takes their place. */
static Reflection reflection_of(double *x, int64_t n, int64_t step, double *beta) {
    Reflection h = {x + step, n, step, 0};
    double rest = n > 1 ? norm_of(x + step, n - 1, step) : 0;
    *beta = x[0];
    if (rest == 0) {
        return h;
    }
    *beta = -copysign(length_of(x[0], rest), x[0]);
    h.tau = (*beta - x[0]) / *beta;
    double scale = 1 / (x[0] - *beta);
    for (int64_t i = 0; i < n - 1; i++) {
        h.v[i * step] *= scale;
    }
    return h;
}

static double part_of(const Reflection *h, int64_t i) {
    return i ? h->v[(i - 1) * h->step] : 1;
}

/* dlarf: applies it to the vector at c, whose elements are `step` apart. */
static void reflect(const Reflection *h, double *c, int64_t step) {
    double sum = 0;
    for (int64_t i = 0; i < h->n; i++) {
        sum += part_of(h, i) * c[i * step];
    }
    for (int64_t i = 0; h->tau != 0 && i < h->n; i++) {
        c[i * step] -= h->tau * sum * part_of(h, i);
    }
}

/* ---- symmetric matrices ---- */

/* What is left of the matrix below and right of (k, k) gets h on both sides (dsymv, dsyr2). */
static void reflect_both(Arena *arena, const Matrix *a, int64_t k, const Reflection *h) {
    double *w = ARENA_ARRAY(arena, (size_t)h->n + 1, double), dot = 0;
    for (int64_t j = 0; j < h->n; j++) {
        double sum = 0, own = h->tau * part_of(h, j);
        w[j] += own * *cell_of(a, k + j, k + j);
        for (int64_t i = j + 1; i < h->n; i++) {
            w[i] += own * *cell_of(a, k + i, k + j);
            sum += *cell_of(a, k + i, k + j) * part_of(h, i);
        }
        w[j] += h->tau * sum;
    }
    for (int64_t i = 0; i < h->n; i++) {
        dot += w[i] * part_of(h, i);
    }
    for (int64_t i = 0; i < h->n; i++) {
        w[i] -= 0.5 * h->tau * dot * part_of(h, i);
    }
    for (int64_t j = 0; j < h->n; j++) {
        for (int64_t i = j; i < h->n; i++) {
            *cell_of(a, k + i, k + j) -= part_of(h, i) * w[j] + w[i] * part_of(h, j);
        }
    }
}

/* A symmetric matrix of two diagonals, and the vectors that rotations gather. */
typedef struct Tridiagonal {
    int64_t n;
    double *d, *e;
    Matrix z;
    Rotation *work; /* [n] */
} Tridiagonal;

/* dsytd2, lower: the reflections stay in a. */
static void to_tridiagonal(Arena *arena, const Matrix *a, const Tridiagonal *t, Reflection *h) {
    for (int64_t i = 0; i + 1 < t->n; i++) {
        h[i] = reflection_of(cell_of(a, i + 1, i), t->n - i - 1, 1, &t->e[i]);
        if (h[i].tau != 0) {
            reflect_both(arena, a, i + 1, &h[i]);
        }
        t->d[i] = *cell_of(a, i, i);
    }
    t->d[t->n - 1] = *cell_of(a, t->n - 1, t->n - 1);
}

/* dlaev2: of (a b; b c) the eigenvalue of greater size, the other one, and the first's vector. */
static Rotation eigen_of_two(double a, double b, double c, double values[2]) {
    double sum = a + c, off = a - c, twice = fabs(b + b), size = fabs(off);
    double most = fabs(a) > fabs(c) ? a : c, least = fabs(a) > fabs(c) ? c : a;
    double root = size > twice   ? size * sqrt(1 + (twice / size) * (twice / size))
                  : size < twice ? twice * sqrt(1 + (size / twice) * (size / twice))
                                 : twice * sqrt(2);
    values[0] = sum < 0 ? 0.5 * (sum - root) : sum > 0 ? 0.5 * (sum + root) : 0.5 * root;
    values[1] = sum == 0 ? -0.5 * root : (most / values[0]) * least - (b / values[0]) * b;
    double cs = off >= 0 ? off + root : off - root;
    Rotation r = {1, 0};
    if (fabs(cs) > twice) {
        double ct = -(b + b) / cs;
        r.s = 1 / sqrt(1 + ct * ct);
        r.c = ct * r.s;
    } else if (twice != 0) {
        double tn = -cs / (b + b);
        r.c = 1 / sqrt(1 + tn * tn);
        r.s = tn * r.c;
    }
    bool same = (sum < 0) == (off < 0);
    return same ? (Rotation){-r.s, r.c} : r;
}

/* One sweep over the block from l to m (dsteqr): up when l < m (QL), else down (QR). */
static void implicit_step(const Tridiagonal *t, int64_t l, int64_t m) {
    int64_t way = l < m ? 1 : -1, low = l < m ? l : m, count = l < m ? m - l : l - m;
    double *d = t->d, *e = t->e;
    double p = d[l], el = way > 0 ? e[l] : e[l - 1];
    double g = (d[l + way] - p) / (2 * el), r = length_of(g, 1);
    g = d[m] - p + el / (g + copysign(r, g));
    Rotation turn = {1, 1};
    p = 0;
    for (int64_t i = m - way;; i -= way) { /* with its neighbour towards m */
        double f = turn.s * e[way > 0 ? i : i - 1], b = turn.c * e[way > 0 ? i : i - 1];
        turn = rotation_of(g, f, &r);
        if (i != m - way) {
            e[way > 0 ? i + 1 : i - 2] = r;
        }
        g = d[i + way] - p;
        r = (d[i] - g) * turn.s + 2 * turn.c * b;
        p = turn.s * r;
        d[i + way] = g + p;
        g = turn.c * r - b;
        t->work[(way > 0 ? i : i + way) - low] = (Rotation){turn.c, way > 0 ? -turn.s : turn.s};
        if (i == l) {
            break;
        }
    }
    sweep((Sweep){&t->z, false, way > 0, low, count, t->work});
    d[l] -= p;
    e[way > 0 ? l : l - 1] = g;
}

/* The last place up to which the elements off the diagonal count, from l towards `end`. */
static int64_t small_from(const Tridiagonal *t, int64_t l, int64_t end) {
    int64_t way = l < end ? 1 : -1;
    for (int64_t m = l; m != end; m += way) {
        double off = t->e[way > 0 ? m : m - 1];
        if (off * off <= EPSILON * EPSILON * fabs(t->d[m]) * fabs(t->d[m + way]) + TINY) {
            return m;
        }
    }
    return end;
}

/* The block from l to end (QL upwards or QR downwards), which do not fall apart. */
static bool solve_block(const Tridiagonal *t, int64_t l, int64_t end, int64_t *left) {
    int64_t way = l <= end ? 1 : -1;
    while (way > 0 ? l <= end : l >= end) {
        int64_t m = small_from(t, l, end);
        if (m != end) {
            t->e[way > 0 ? m : m - 1] = 0;
        }
        if (m == l) {
            l += way;
        } else if (m == l + way) {
            int64_t low = way > 0 ? l : m;
            double values[2];
            Rotation r = eigen_of_two(t->d[low], t->e[low], t->d[low + 1], values);
            sweep((Sweep){&t->z, false, way > 0, low, 1, &r});
            t->d[low] = values[0];
            t->d[low + 1] = values[1];
            t->e[low] = 0;
            l += 2 * way;
        } else if ((*left)-- > 0) {
            implicit_step(t, l, m);
        } else {
            return false;
        }
    }
    return true;
}

/* dsteqr. */
static bool solve_tridiagonal(const Tridiagonal *t) {
    int64_t left = 30 * t->n, start = 0;
    while (start < t->n) {
        int64_t end = start;
        for (; end + 1 < t->n; end++) {
            double off = fabs(t->e[end]);
            if (off == 0 || off <= sqrt(fabs(t->d[end])) * sqrt(fabs(t->d[end + 1])) * EPSILON) {
                t->e[end] = 0;
                break;
            }
        }
        bool down = fabs(t->d[end]) < fabs(t->d[start]);
        if (!solve_block(t, down ? end : start, down ? start : end, &left)) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

static void swap_lines(const Matrix *m, bool rows, int64_t i, int64_t k) {
    int64_t n = rows ? m->columns : m->rows;
    for (int64_t j = 0; j < n; j++) {
        double *x = rows ? cell_of(m, i, j) : cell_of(m, j, i);
        double *y = rows ? cell_of(m, k, j) : cell_of(m, j, k), v = *x;
        *x = *y;
        *y = v;
    }
}

static void sort_ascending(const Tridiagonal *t) {
    for (int64_t i = 0; i + 1 < t->n; i++) {
        int64_t k = i;
        for (int64_t j = i + 1; j < t->n; j++) {
            k = t->d[j] < t->d[k] ? j : k;
        }
        if (k != i) {
            double v = t->d[k];
            t->d[k] = t->d[i];
            t->d[i] = v;
            swap_lines(&t->z, false, i, k);
        }
    }
}

bool symmetric_eigen(Arena *arena, Matrix *a, double *values) {
    int64_t n = a->rows;
    Tridiagonal t = {n, values, ARENA_ARRAY(arena, (size_t)n + 1, double), matrix_unit(arena, n, n),
                     ARENA_ARRAY(arena, (size_t)n + 1, Rotation)};
    Reflection *h = ARENA_ARRAY(arena, (size_t)n + 1, Reflection);
    if (!n) {
        return true;
    }
    to_tridiagonal(arena, a, &t, h);
    if (!solve_tridiagonal(&t)) {
        return false;
    }
    sort_ascending(&t);
    for (int64_t i = n - 2; i >= 0; i--) {
        for (int64_t k = 0; k < n; k++) {
            reflect(&h[i], cell_of(&t.z, i + 1, k), 1);
        }
    }
    *a = t.z;
    return true;
}

/* ---- two diagonals of a general matrix ---- */

/* dgebd2 of a matrix with at least as many rows (upper), or of the transposed one (lower). The
 * reflections of the longer side are in q, the others in p. */
typedef struct Bidiagonal {
    int64_t n;
    double *d, *e;
    Matrix u, vt;
    Rotation *right, *left; /* [n], of a sweep */
    bool down;              /* which way the sweeps go */
    double tolerance, threshold;
} Bidiagonal;

static void to_bidiagonal(const Matrix *a, bool lower, double *d, double *e, Reflection *h[2]) {
    int64_t rows = lower ? a->columns : a->rows, n = lower ? a->rows : a->columns;
    int64_t down = lower ? a->rows : 1, right = lower ? 1 : a->rows;
    for (int64_t i = 0; i < n; i++) {
        double *at = a->at + i * (down + right);
        h[0][i] = reflection_of(at, rows - i, down, &d[i]);
        for (int64_t k = 1; k < n - i; k++) {
            reflect(&h[0][i], at + k * right, down);
        }
        if (i + 1 < n) {
            h[1][i] = reflection_of(at + right, n - i - 1, right, &e[i]);
            for (int64_t k = 1; k < rows - i; k++) {
                reflect(&h[1][i], at + right + k * down, right);
            }
        }
    }
}

/* dlasv2: the singular values of (f g; 0 h) and the rotations of both sides. */
static void singular_of_two(double f, double g, double h, double values[2], Rotation turn[2]) {
    bool swap = fabs(h) > fabs(f);
    double ft = swap ? h : f, ht = swap ? f : h, fa = fabs(ft), ha = fabs(ht), ga = fabs(g);
    double clt = 1, crt = 1, slt = 0, srt = 0, most = fa, least = ha;
    int which = swap ? 3 : ga > fa ? 2 : 1;
    which = ga > fa ? 2 : which;
    if (ga != 0 && ga > fa && fa / ga < EPSILON) {
        most = ga;
        least = ha > 1 ? fa / (ga / ha) : fa / ga * ha;
        slt = ht / g;
        srt = 1;
        crt = ft / g;
    } else if (ga != 0) {
        double d = fa - ha, l = d == fa ? 1 : d / fa, m = g / ft, t = 2 - l, mm = m * m;
        double s = sqrt(t * t + mm), r = l == 0 ? fabs(m) : sqrt(l * l + mm), a = 0.5 * (s + r);
        least = ha / a;
        most = fa * a;
        t = mm != 0  ? (m / (s + t) + m / (r + l)) * (1 + a)
            : l == 0 ? copysign(2, ft) * copysign(1, g)
                     : g / copysign(d, ft) + m / t;
        l = sqrt(t * t + 4);
        crt = 2 / l;
        srt = t / l;
        clt = (crt + srt * m) / a;
        slt = (ht / ft) * srt / a;
    }
    turn[0] = swap ? (Rotation){srt, crt} : (Rotation){clt, slt}; /* left */
    turn[1] = swap ? (Rotation){slt, clt} : (Rotation){crt, srt}; /* right */
    double sign = which == 1   ? copysign(1, turn[1].c) * copysign(1, turn[0].c) * copysign(1, f)
                  : which == 2 ? copysign(1, turn[1].s) * copysign(1, turn[0].c) * copysign(1, g)
                               : copysign(1, turn[1].s) * copysign(1, turn[0].s) * copysign(1, h);
    values[0] = copysign(most, sign);
    values[1] = copysign(least, sign * copysign(1, f) * copysign(1, h));
}

/* dlas2: the smaller singular value of (f g; 0 h). */
static double least_of_two(double f, double g, double h) {
    double fa = fabs(f), ga = fabs(g), ha = fabs(h), low = fa < ha ? fa : ha, high = larger(fa, ha);
    if (low == 0) {
        return 0;
    }
    double as = 1 + low / high, at = (high - low) / high;
    if (ga < high) {
        double au = (ga / high) * (ga / high);
        return low * (2 / (sqrt(as * as + au) + sqrt(at * at + au)));
    }
    double au = high / ga;
    if (au == 0) {
        return low * high / ga;
    }
    double c = 1 / (sqrt(1 + (as * au) * (as * au)) + sqrt(1 + (at * au) * (at * au)));
    return 2 * (low * c * au);
}

/* The rotations of a sweep over the block from ll to m onto the vectors. */
static void gather(const Bidiagonal *b, int64_t ll, int64_t m) {
    sweep((Sweep){&b->vt, true, !b->down, ll, m - ll, b->down ? b->right : b->left});
    sweep((Sweep){&b->u, false, !b->down, ll, m - ll, b->down ? b->left : b->right});
}

/* A sweep without shift. */
static void plain_sweep(const Bidiagonal *b, int64_t ll, int64_t m) {
    double *d = b->d, *e = b->e, r, value;
    Rotation now = {1, 0}, old = {1, 0};
    int64_t way = b->down ? 1 : -1, first = b->down ? ll : m, last = b->down ? m : ll;
    for (int64_t i = first; i != last; i += way) {
        double *off = &e[b->down ? i : i - 1];
        now = rotation_of(d[i] * now.c, *off, &r);
        if (i != first) {
            e[b->down ? i - 1 : i] = old.s * r;
        }
        old = rotation_of(old.c * r, d[i + way] * now.s, &value);
        d[i] = value;
        int64_t at = b->down ? i - ll : i - ll - 1;
        b->right[at] = (Rotation){now.c, b->down ? now.s : -now.s};
        b->left[at] = (Rotation){old.c, b->down ? old.s : -old.s};
    }
    double h = d[last] * now.c;
    d[last] = h * old.c;
    e[b->down ? m - 1 : ll] = h * old.s;
}

static void shifted_sweep(const Bidiagonal *b, int64_t ll, int64_t m, double shift) {
    double *d = b->d, *e = b->e, r;
    int64_t way = b->down ? 1 : -1, first = b->down ? ll : m, last = b->down ? m : ll;
    double f = (fabs(d[first]) - shift) * (copysign(1, d[first]) + shift / d[first]);
    double g = e[b->down ? first : first - 1];
    for (int64_t i = first; i != last; i += way) {
        double *off = &e[b->down ? i : i - 1];
        Rotation a = rotation_of(f, g, &r);
        if (i != first) {
            e[b->down ? i - 1 : i] = r;
        }
        f = a.c * d[i] + a.s * *off;
        *off = a.c * *off - a.s * d[i];
        g = a.s * d[i + way];
        d[i + way] *= a.c;
        Rotation c = rotation_of(f, g, &r);
        d[i] = r;
        f = c.c * *off + c.s * d[i + way];
        d[i + way] = c.c * d[i + way] - c.s * *off;
        if (i + way != last) {
            double *next = &e[b->down ? i + 1 : i - 2];
            g = c.s * *next;
            *next *= c.c;
        }
        int64_t at = b->down ? i - ll : i - ll - 1;
        b->right[at] = (Rotation){a.c, b->down ? a.s : -a.s};
        b->left[at] = (Rotation){c.c, b->down ? c.s : -c.s};
    }
    e[b->down ? m - 1 : ll] = f;
}

/* Is an element off the diagonal of the block small enough to be 0? *least: a bound of the least
 * singular value. */
static bool converged(const Bidiagonal *b, int64_t ll, int64_t m, double *least) {
    double *d = b->d, *e = b->e, *end = &e[b->down ? m - 1 : ll];
    int64_t way = b->down ? 1 : -1, first = b->down ? ll : m, last = b->down ? m : ll;
    if (fabs(*end) <= b->tolerance * fabs(d[last])) {
        *end = 0;
        return true;
    }
    double mu = fabs(d[first]);
    *least = mu;
    for (int64_t i = first; i != last; i += way) {
        double *off = &e[b->down ? i : i - 1];
        if (fabs(*off) <= b->tolerance * mu) {
            *off = 0;
            return true;
        }
        mu = fabs(d[i + way]) * (mu / (mu + fabs(*off)));
        *least = mu < *least ? mu : *least;
    }
    return false;
}

static double shift_of(const Bidiagonal *b, int64_t ll, int64_t m, double ratio) {
    double limit = larger(EPSILON, 0.01 * b->tolerance);
    if ((double)b->n * b->tolerance * ratio <= limit) {
        return 0;
    }
    int64_t at = b->down ? m - 1 : ll;
    double head = fabs(b->d[b->down ? ll : m]);
    double shift = least_of_two(b->d[at], b->e[at], b->d[at + 1]);
    return head > 0 && (shift / head) * (shift / head) < EPSILON ? 0 : shift;
}

static void solve_two(const Bidiagonal *b, int64_t i) {
    double values[2];
    Rotation turn[2];
    singular_of_two(b->d[i], b->e[i], b->d[i + 1], values, turn);
    b->d[i] = values[0];
    b->d[i + 1] = values[1];
    b->e[i] = 0;
    sweep((Sweep){&b->vt, true, false, i, 1, &turn[1]});
    sweep((Sweep){&b->u, false, false, i, 1, &turn[0]});
}

/* Where the block that ends at m begins: behind the nearest element off the diagonal that is as
 * good as 0. *most: its greatest element. */
static int64_t block_start(const Bidiagonal *b, int64_t m, double *most) {
    *most = fabs(b->d[m]);
    for (int64_t i = m - 1; i >= 0; i--) {
        if (fabs(b->e[i]) <= b->threshold) {
            b->e[i] = 0;
            return i + 1;
        }
        *most = larger(*most, larger(fabs(b->d[i]), fabs(b->e[i])));
    }
    return 0;
}

static void set_threshold(Bidiagonal *b) {
    double least = b->n ? fabs(b->d[0]) : 0, mu = least;
    b->tolerance = larger(10, pow(EPSILON, -0.125) < 100 ? pow(EPSILON, -0.125) : 100) * EPSILON;
    for (int64_t i = 1; least != 0 && i < b->n; i++) {
        mu = fabs(b->d[i]) * (mu / (mu + fabs(b->e[i - 1])));
        least = mu < least ? mu : least;
    }
    double n = (double)b->n;
    b->threshold = larger(b->tolerance * (least / sqrt(n)), 6 * (n * (n * TINY)));
}

/* Positive values in descending order. */
static void sort_singular(const Bidiagonal *b) {
    for (int64_t i = 0; i < b->n; i++) {
        if (b->d[i] < 0) {
            b->d[i] = -b->d[i];
            for (int64_t k = 0; k < b->vt.columns; k++) {
                *cell_of(&b->vt, i, k) = -*cell_of(&b->vt, i, k);
            }
        }
    }
    for (int64_t last = b->n - 1; last > 0; last--) {
        int64_t least = 0;
        for (int64_t k = 1; k <= last; k++) {
            least = b->d[k] <= b->d[least] ? k : least;
        }
        if (least != last) {
            double v = b->d[least];
            b->d[least] = b->d[last];
            b->d[last] = v;
            swap_lines(&b->vt, true, least, last);
            swap_lines(&b->u, false, least, last);
        }
    }
}

/* dbdsqr. */
static bool solve_bidiagonal(Bidiagonal *b) {
    int64_t left = 6 * b->n * b->n + 6, m = b->n - 1, old_start = -2, old_end = -2;
    set_threshold(b);
    while (m > 0 && left > 0) {
        double most, least = 0;
        int64_t ll = block_start(b, m, &most);
        if (ll == m) {
            m--;
            continue;
        }
        if (ll == m - 1) {
            solve_two(b, ll);
            m -= 2;
            continue;
        }
        if (ll > old_end || m < old_start) {
            b->down = fabs(b->d[ll]) >= fabs(b->d[m]);
        }
        if (converged(b, ll, m, &least)) {
            continue;
        }
        old_start = ll;
        old_end = m;
        double shift = shift_of(b, ll, m, least / most);
        left -= m - ll;
        if (shift == 0) {
            plain_sweep(b, ll, m);
        } else {
            shifted_sweep(b, ll, m, shift);
        }
        gather(b, ll, m);
        double *end = &b->e[b->down ? m - 1 : ll];
        *end = fabs(*end) <= b->threshold ? 0 : *end;
    }
    sort_singular(b);
    return left > 0;
}

/* The part that dbdsdc adds for lower ones: rotations that make it an upper one. */
static void lower_to_upper(const Bidiagonal *b, Rotation *turns) {
    for (int64_t i = 0; i + 1 < b->n; i++) {
        double r;
        Rotation t = rotation_of(b->d[i], b->e[i], &r);
        b->d[i] = r;
        b->e[i] = t.s * b->d[i + 1];
        b->d[i + 1] *= t.c;
        turns[i] = (Rotation){t.c, -t.s};
    }
}

/* A small square matrix in the corner of a unit matrix. */
static Matrix in_corner(Arena *arena, const Matrix *m, int64_t rows, int64_t columns) {
    Matrix big = matrix_unit(arena, rows, columns);
    for (int64_t i = 0; i < m->rows; i++) {
        for (int64_t k = 0; k < m->columns; k++) {
            *cell_of(&big, i, k) = *cell_of(m, i, k);
        }
    }
    return big;
}

/* Reflections onto columns of u (from the left), or rows of vt (from the right), the last one
 * first. `shift`: they begin so far below the diagonal. */
static void apply_all(const Reflection *h, int64_t n, int64_t shift, const Matrix *m, bool rows) {
    for (int64_t i = n - 1; i >= 0; i--) {
        int64_t lines = rows ? m->rows : m->columns;
        for (int64_t k = 0; k < lines; k++) {
            reflect(&h[i], rows ? cell_of(m, k, i + shift) : cell_of(m, i + shift, k),
                    rows ? m->rows : 1);
        }
    }
}

/* a of a shape near to a square one (dgesdd, path 5). */
static bool singular_direct(Arena *arena, const Matrix *a, bool full, Singular *s) {
    bool lower = a->rows < a->columns;
    int64_t n = lower ? a->rows : a->columns;
    Bidiagonal b = {.n = n, .u = matrix_unit(arena, n, n), .vt = matrix_unit(arena, n, n)};
    Reflection *h[2];
    Rotation *turns = ARENA_ARRAY(arena, (size_t)n + 1, Rotation);
    b.d = s->values = ARENA_ARRAY(arena, (size_t)n + 1, double);
    b.e = ARENA_ARRAY(arena, (size_t)n + 1, double);
    b.left = ARENA_ARRAY(arena, (size_t)n + 1, Rotation);
    b.right = ARENA_ARRAY(arena, (size_t)n + 1, Rotation);
    h[0] = ARENA_ARRAY(arena, (size_t)n + 1, Reflection);
    h[1] = ARENA_ARRAY(arena, (size_t)n + 1, Reflection);
    to_bidiagonal(a, lower, b.d, b.e, h);
    if (lower) {
        lower_to_upper(&b, turns);
    }
    if (!solve_bidiagonal(&b)) {
        return false;
    }
    if (lower && n > 1) {
        sweep((Sweep){&b.u, true, true, 0, n - 1, turns});
    }
    int64_t rows = a->rows, columns = a->columns;
    s->u = in_corner(arena, &b.u, rows, full && !lower ? rows : n);
    s->vt = in_corner(arena, &b.vt, full && lower ? columns : n, columns);
    apply_all(h[lower ? 1 : 0], lower ? n - 1 : n, lower, &s->u, false);
    apply_all(h[lower ? 0 : 1], lower ? n : n - 1, !lower, &s->vt, true);
    return true;
}

static Matrix transposed(Arena *arena, const Matrix *a) {
    Matrix t = matrix_make(arena, a->columns, a->rows);
    for (int64_t i = 0; i < a->rows; i++) {
        for (int64_t k = 0; k < a->columns; k++) {
            *cell_of(&t, k, i) = *cell_of(a, i, k);
        }
    }
    return t;
}

/* columns of x that y mixes: x * y */
static Matrix product_of(Arena *arena, const Matrix *x, const Matrix *y) {
    Matrix z = matrix_make(arena, x->rows, y->columns);
    for (int64_t k = 0; k < y->columns; k++) {
        for (int64_t j = 0; j < x->columns; j++) {
            for (int64_t i = 0; i < x->rows; i++) {
                *cell_of(&z, i, k) += *cell_of(x, i, j) * *cell_of(y, j, k);
            }
        }
    }
    return z;
}

/* A tall matrix: its triangle first, then Q (dgesdd, paths 3 and 4). */
static bool singular_tall(Arena *arena, const Matrix *a, bool full, bool transpose, Singular *s) {
    int64_t rows = a->rows, n = a->columns;
    Reflection *h = ARENA_ARRAY(arena, (size_t)n + 1, Reflection);
    Matrix r = matrix_make(arena, n, n), q = matrix_unit(arena, rows, full ? rows : n);
    for (int64_t i = 0; i < n; i++) {
        double beta;
        h[i] = reflection_of(cell_of(a, i, i), rows - i, 1, &beta);
        for (int64_t k = i + 1; k < n; k++) {
            reflect(&h[i], cell_of(a, i, k), 1);
        }
        *cell_of(&r, i, i) = beta;
        for (int64_t k = 0; k < i; k++) {
            *cell_of(&r, k, i) = *cell_of(a, k, i);
        }
    }
    Matrix square = transpose ? transposed(arena, &r) : r;
    if (!singular_direct(arena, &square, false, s)) {
        return false;
    }
    apply_all(h, n, 0, &q, false);
    Matrix side = transpose ? transposed(arena, &s->vt) : s->u;
    Matrix big = in_corner(arena, &side, q.columns, q.columns),
           long_side = product_of(arena, &q, &big);
    *(transpose ? &s->vt : &s->u) = transpose ? transposed(arena, &long_side) : long_side;
    return true;
}

bool singular_values(Arena *arena, const Matrix *a, bool full, Singular *s) {
    int64_t rows = a->rows, columns = a->columns, n = rows < columns ? rows : columns;
    int64_t more = rows < columns ? columns : rows;
    bool tall = more >= n * 11 / 6 && more > n;
    Matrix t = rows < columns && tall ? transposed(arena, a) : *a;
    return tall ? singular_tall(arena, &t, full, rows < columns, s)
                : singular_direct(arena, a, full, s);
}
