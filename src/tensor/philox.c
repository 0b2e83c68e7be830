/* philox.c: TensorFlow's random numbers, number for number.
 *
 * The generator is Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3"):
 * a counter is enciphered ten times with a key, and each counter gives four numbers. So any
 * place of the stream can be reached at once, which is how TensorFlow makes its results
 * independent of the number of threads:
 *
 *   - one execution of an op reserves 256 counters for each element of its result, and so the next
 *     execution goes on there, whatever was used;
 *   - uniform and normal numbers use counter after counter, one counter for a group (four
 *     numbers, or two of 64 bits);
 *   - truncated normals need a varying number of draws, so each group has a region of its own, as
 *     many counters as its elements could want.
 */
#include "tensor/philox.h"

#include <math.h>
#include <string.h>

#define ROUNDS 10
#define RESERVED 256    /* counters reserved for each element of a result */
#define TRUNCATE_AT 2.0 /* standard deviations */
#define PI 3.14159265358979323846
#define EPSILON 1.0e-7 /* smallest uniform number whose logarithm is taken */

/* ---- the generator ---- */

Philox philox_make(uint64_t seed, uint64_t seed2) {
    return (Philox){
        .key = {(uint32_t)seed, (uint32_t)(seed >> 32)},
        .counter = {0, 0, (uint32_t)seed2, (uint32_t)(seed2 >> 32)},
    };
}

static void philox_round(uint32_t c[4], const uint32_t key[2]) {
    uint64_t p0 = UINT64_C(0xD2511F53) * c[0];
    uint64_t p1 = UINT64_C(0xCD9E8D57) * c[2];
    uint32_t high0 = (uint32_t)(p0 >> 32), high1 = (uint32_t)(p1 >> 32);
    uint32_t out[4] = {high1 ^ c[1] ^ key[0], (uint32_t)p1, high0 ^ c[3] ^ key[1], (uint32_t)p0};
    memcpy(c, out, sizeof out);
}

void philox_next(Philox *p, uint32_t out[4]) {
    uint32_t key[2] = {p->key[0], p->key[1]};
    memcpy(out, p->counter, sizeof p->counter);
    for (int i = 0; i < ROUNDS; i++) {
        philox_round(out, key);
        key[0] += UINT32_C(0x9E3779B9);
        key[1] += UINT32_C(0xBB67AE85);
    }
    philox_skip(p, 1);
}

/* The counter is one number of 128 bits, lowest part first. */
void philox_skip(Philox *p, uint64_t n) {
    uint32_t low = (uint32_t)n, high = (uint32_t)(n >> 32);
    p->counter[0] += low;
    high += p->counter[0] < low;
    p->counter[1] += high;
    if (p->counter[1] < high && ++p->counter[2] == 0) {
        ++p->counter[3];
    }
}

/* ---- from bits to numbers ---- */

/* The bits become the mantissa of a number in [1, 2). */
static float uniform_f32(uint32_t x) {
    uint32_t bits = UINT32_C(127) << 23 | (x & 0x7fffff);
    float f;
    memcpy(&f, &bits, sizeof f);
    return f - 1.0F;
}

static double uniform_f64(uint32_t high, uint32_t low) {
    uint64_t bits = UINT64_C(1023) << 52 | (uint64_t)(high & 0xfffff) << 32 | low;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d - 1.0;
}

static double uniform_f16(uint32_t x) {
    return (double)(x & 0x3ff) / 1024;
}

/* Box and Muller: two normal numbers from two uniform ones. The angle is computed in double and
 * rounded, as the product of TensorFlow's float and the C library's double pi is. */
static void normal_f32(const uint32_t x[2], double out[2]) {
    float u = uniform_f32(x[0]);
    if (u < (float)EPSILON) {
        u = (float)EPSILON;
    }
    float angle = (float)(2 * PI * (double)uniform_f32(x[1]));
    float radius = sqrtf(-2.0F * logf(u));
    out[0] = (double)(sinf(angle) * radius);
    out[1] = (double)(cosf(angle) * radius);
}

static void normal_f64(const uint32_t x[4], double out[2]) {
    double u = uniform_f64(x[0], x[1]);
    if (u < EPSILON) {
        u = EPSILON;
    }
    double angle = 2 * PI * uniform_f64(x[2], x[3]);
    double radius = sqrt(-2.0 * log(u));
    out[0] = sin(angle) * radius;
    out[1] = cos(angle) * radius;
}

/* ---- groups ---- */

/* Numbers made from one counter: 4, or 2 of 64 bits. */
static int group_size(DType t) {
    return t == DTYPE_FLOAT64 || t == DTYPE_INT64 ? 2 : 4;
}

static void uniform_group(DType t, Philox *gen, double out[4]) {
    uint32_t x[4];
    philox_next(gen, x);
    for (int i = 0; i < group_size(t); i++) {
        out[i] = t == DTYPE_FLOAT64   ? uniform_f64(x[2 * i], x[2 * i + 1])
                 : t == DTYPE_FLOAT16 ? uniform_f16(x[i])
                                      : (double)uniform_f32(x[i]);
    }
}

static void normal_group(DType t, Philox *gen, double out[4]) {
    uint32_t x[4];
    philox_next(gen, x);
    if (t == DTYPE_FLOAT64) {
        normal_f64(x, out);
    } else {
        normal_f32(x, out);
        normal_f32(x + 2, out + 2);
    }
}

/* Draws pairs until the group is full; those beyond the limit are dropped one by one. */
static void truncated_group(DType t, Philox *gen, double out[4]) {
    int n = 0;
    while (n < group_size(t)) {
        uint32_t x[4];
        double pairs[4];
        philox_next(gen, x);
        if (t == DTYPE_FLOAT64) {
            normal_f64(x, pairs);
        } else {
            normal_f32(x, pairs);
            normal_f32(x + 2, pairs + 2);
        }
        for (int i = 0; i < group_size(t) && n < group_size(t); i++) {
            if (fabs(pairs[i]) < TRUNCATE_AT) {
                out[n++] = pairs[i];
            }
        }
    }
}

/* Reserves the counters of one execution; returns the generator at their beginning. */
static Philox reserve(Philox *p, int64_t count) {
    Philox gen = *p;
    philox_skip(p, (uint64_t)count * RESERVED);
    return gen;
}

static void store_group(Tensor *t, int64_t at, const double values[4]) {
    for (int i = 0; i < group_size(t->dtype) && at + i < t->count; i++) {
        tensor_set_f64(t, at + i, values[i]);
    }
}

void random_uniform_fill(Philox *p, Tensor *t) {
    Philox gen = reserve(p, t->count);
    double values[4];
    for (int64_t i = 0; i < t->count; i += group_size(t->dtype)) {
        uniform_group(t->dtype, &gen, values);
        store_group(t, i, values);
    }
}

void random_normal_fill(Philox *p, Tensor *t) {
    Philox gen = reserve(p, t->count);
    double values[4];
    for (int64_t i = 0; i < t->count; i += group_size(t->dtype)) {
        normal_group(t->dtype, &gen, values);
        store_group(t, i, values);
    }
}

void truncated_normal_fill(Philox *p, Tensor *t) {
    Philox gen = reserve(p, t->count);
    int size = group_size(t->dtype);
    double values[4];
    for (int64_t i = 0; i < t->count; i += size) {
        Philox region = gen;
        truncated_group(t->dtype, &region, values);
        store_group(t, i, values);
        philox_skip(&gen, (uint64_t)size * RESERVED / 4);
    }
}

/* lo plus the bits modulo the range. An empty range gives lo (TensorFlow refuses it before). */
void random_uniform_int_fill(Philox *p, Tensor *t, int64_t lo, int64_t hi) {
    Philox gen = reserve(p, t->count);
    bool wide = t->dtype == DTYPE_INT64;
    uint64_t range = (uint64_t)hi - (uint64_t)lo;
    int size = group_size(t->dtype);
    for (int64_t i = 0; i < t->count; i += size) {
        uint32_t x[4];
        philox_next(&gen, x);
        for (int k = 0; k < size && i + k < t->count; k++) {
            uint64_t bits = wide ? x[2 * k] | (uint64_t)x[2 * k + 1] << 32 : x[k];
            uint64_t offset = hi > lo ? bits % range : 0;
            tensor_set_i64(t, i + k, (int64_t)((uint64_t)lo + offset));
        }
    }
}

/* ---- classes by their logits ---- */

/* Sums of exp(logit - the largest one); logits that are not finite count nothing. */
static double cumulate(const Tensor *logits, int64_t at, int64_t classes, double *sums) {
    double most = -INFINITY, total = 0;
    for (int64_t i = 0; i < classes; i++) {
        double x = tensor_f64(logits, at + i);
        most = isfinite(x) && x > most ? x : most;
    }
    for (int64_t i = 0; i < classes; i++) {
        double x = tensor_f64(logits, at + i);
        total += isfinite(x) ? exp(x - most) : 0;
        sums[i] = total;
    }
    return total;
}

/* A number in [0, 1) of 52 bits; two to a group. */
double doubles_next(Doubles *d) {
    if (d->used == 4) {
        philox_next(&d->gen, d->group);
        d->used = 0;
    }
    d->used += 2;
    return uniform_f64(d->group[d->used - 2], d->group[d->used - 1]);
}

#define RESERVED_FOR_CLASS 2048 /* numbers of 32 bits */

Doubles doubles_make(Philox *p, int64_t n) {
    Doubles d = {.gen = *p, .used = 4};
    philox_skip(p, (uint64_t)n * RESERVED_FOR_CLASS / 4);
    return d;
}

void multinomial_fill(Philox *p, const Tensor *logits, int64_t n, double *sums, Tensor *t) {
    int64_t rows = logits->shape.dims[0], classes = logits->shape.dims[1];
    Doubles numbers = {.gen = reserve(p, rows * ((n + 3) / 4 * 4) * 2), .used = 4};
    for (int64_t row = 0; classes > 0 && row < rows; row++) {
        double total = cumulate(logits, row * classes, classes, sums);
        for (int64_t k = 0; k < n; k++) {
            double find = doubles_next(&numbers) * total;
            int64_t found = 0;
            while (found < classes && sums[found] <= find) {
                found++;
            }
            tensor_set_i64(t, row * n + k, found);
        }
    }
}
