/* histogram.c: histograms as tf.summary.histogram makes them. */
#include <float.h>
#include <math.h>

#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"

/* Limits of the buckets: from 1e-12 on each is a tenth above the one before, up to 1e20, and the
 * same below zero. */
enum { LIMITS_ONE_SIDE = 774, LIMITS = 2 * LIMITS_ONE_SIDE + 1 };

typedef struct Histogram {
    double limit[LIMITS + 2], count[LIMITS + 2];
    int buckets;
    double least, most, n, sum, squares;
} Histogram;

static void histogram_start(Histogram *h) {
    double side[LIMITS_ONE_SIDE + 1];
    int n = 0;
    for (double v = 1e-12; v < 1e20 && n < LIMITS_ONE_SIDE; v *= 1.1) {
        side[n++] = v;
    }
    side[n++] = DBL_MAX;
    *h = (Histogram){.least = DBL_MAX, .most = -DBL_MAX};
    for (int i = n - 1; i >= 0; i--) {
        h->limit[h->buckets++] = -side[i];
    }
    h->limit[h->buckets++] = 0;
    for (int i = 0; i < n; i++) {
        h->limit[h->buckets++] = side[i];
    }
}

/* The first bucket with a limit above v. */
static int bucket_of(const Histogram *h, double v) {
    int low = 0, high = h->buckets - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (v < h->limit[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static void histogram_add(Histogram *h, double v) {
    h->count[bucket_of(h, v)]++;
    h->least = v < h->least ? v : h->least;
    h->most = v > h->most ? v : h->most;
    h->n++;
    h->sum += v;
    h->squares += v * v;
}

/* Of empty buckets in a row only the last is written. */
static void put_buckets(Arena *a, const Histogram *h, Tensorflow__HistogramProto *m) {
    m->bucket_limit = ARENA_ARRAY(a, h->buckets, double);
    m->bucket = ARENA_ARRAY(a, h->buckets, double);
    for (int i = 0; i < h->buckets;) {
        int at = i++;
        while (h->count[at] <= 0 && i < h->buckets && h->count[i] <= 0) {
            at = i++;
        }
        m->bucket_limit[m->n_bucket_limit++] = h->limit[at];
        m->bucket[m->n_bucket++] = h->count[at];
    }
}

static bool is_there(double v) {
    return v != 0 || signbit(v);
}

#define PUT(field, v) (is_there(v) ? (void)MESSAGE_SET(m, field, v) : (void)0)

Tensorflow__HistogramProto *histogram_message(Arena *a, const Tensor *values, double *bad) {
    Tensorflow__HistogramProto *m = message_make(a, &tensorflow__histogram_proto__descriptor);
    Histogram *h = ARENA_NEW(a, Histogram);
    histogram_start(h);
    for (int64_t i = 0; i < values->count; i++) {
        *bad = tensor_f64(values, i);
        if (isnan(*bad) || isinf(*bad)) {
            return NULL;
        }
        histogram_add(h, *bad);
    }
    PUT(min, h->least);
    PUT(max, h->most);
    PUT(num, h->n);
    PUT(sum, h->sum);
    PUT(sum_squares, h->squares);
    put_buckets(a, h, m);
    return m;
}
