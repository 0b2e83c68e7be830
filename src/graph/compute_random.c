/* compute_random.c: random numbers.
 *
 * An op's generator starts from its attributes seed and seed2 when a session first runs it, and
 * goes on from run to run; each session has its own. Both zero means that TensorFlow would draw a
 * seed at random; here it follows from the run's seed and the node's name, so that a program does
 * the same each time. */
#include <math.h>
#include <string.h>

#include "graph/compute.h"
#include "tensor/philox.h"

static Philox *generator(Call *c) {
    MapEntry *entry = map_put(&c->session->randoms, c->node->record.name);
    if (!entry->ptr) {
        int64_t seed = compute_int(c, "seed"), seed2 = compute_int(c, "seed2");
        if (seed == 0 && seed2 == 0) {
            seed = c->e->seed;
            seed2 = (int64_t)str_hash(name_str(c->node->record.name));
        }
        Philox *p = ARENA_NEW(c->e->arena, Philox);
        *p = philox_make((uint64_t)seed, (uint64_t)seed2);
        map_put(&c->session->randoms, c->node->record.name)->ptr = p;
        return p;
    }
    return entry->ptr;
}

/* A tensor of the shape that input 0 holds, still zero. */
static Tensor *asked_shape(Call *c) {
    const Tensor *shape = c->in[0];
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)shape->count, int64_t);
    for (int64_t i = 0; i < shape->count; i++) {
        dims[i] = tensor_i64(shape, i);
    }
    Shape s = {(int)shape->count, dims};
    return compute_fits(c, s) ? tensor_make(c->arena, c->node->record.outputs[0].dtype, s) : NULL;
}

bool compute_random(Call *c) {
    Tensor *to = asked_shape(c);
    if (!to) {
        return false;
    }
    switch ((RandomOp)c->node->def->variant) {
    case RANDOM_UNIFORM: random_uniform_fill(generator(c), to); break;
    case RANDOM_NORMAL: random_normal_fill(generator(c), to); break;
    case RANDOM_TRUNCATED: truncated_normal_fill(generator(c), to); break;
    }
    return compute_out(c, to);
}

bool compute_random_int(Call *c) {
    int64_t lo = compute_scalar(c, 1), hi = compute_scalar(c, 2);
    Tensor *to = asked_shape(c);
    if (!to) {
        return false;
    }
    if (lo >= hi) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Need minval < maxval, got %lld >= %lld",
                            (long long)lo, (long long)hi);
    }
    random_uniform_int_fill(generator(c), to, lo, hi);
    return compute_out(c, to);
}

bool compute_multinomial(Call *c) {
    const Tensor *logits = c->in[0];
    int64_t n = compute_scalar(c, 1);
    if (logits->shape.rank != 2 || n < 0 || logits->shape.dims[1] <= 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            logits->shape.rank != 2 ? "logits should be a matrix, got shape %s"
                            : n < 0 ? "num_samples should be nonnegative, got shape %s"
                                    : "num_classes should be positive, got shape %s",
                            shape_cpp_str(c->arena, logits->shape).at);
    }
    Shape to = {2, (int64_t[]){logits->shape.dims[0], n}};
    if (!compute_fits(c, to)) {
        return false;
    }
    Tensor *t = tensor_make(c->arena, c->node->record.outputs[0].dtype, to);
    double *sums = ARENA_ARRAY(c->arena, (size_t)logits->shape.dims[1], double);
    multinomial_fill(generator(c), logits, n, sums, t);
    return compute_out(c, t);
}

/* ---- candidates for sampled losses ---- */

static double class_probability(bool log_uniform, int64_t class, int64_t range) {
    return log_uniform ? log((double)(class + 2) / (double)(class + 1)) / log1p((double)range)
                       : 1.0 / (double)range;
}

static int64_t draw_class(Doubles *numbers, bool log_uniform, int64_t range) {
    double x = doubles_next(numbers);
    int64_t class =
        log_uniform ? (int64_t)exp(x * log1p((double)range)) - 1 : (int64_t)(x * (double)range);
    return class % range;
}

/* How often a class is expected among n draws, of which equal ones were drawn again. */
static double expected(double p, int64_t n, int64_t tries) {
    return tries == n ? p * (double)n : -expm1((double)tries * log1p(-p));
}

static bool drawn_before(const Tensor *t, int64_t n, int64_t class) {
    for (int64_t i = 0; i < n; i++) {
        if (tensor_i64(t, i) == class) {
            return true;
        }
    }
    return false;
}

/* Tries until n different classes were drawn; 0: the run's patience is used up. */
static int64_t draw_classes(Doubles *numbers, bool log_uniform, int64_t range, bool unique,
                            Tensor *to) {
    int64_t tries = 0;
    for (int64_t n = 0; n < to->count; tries++) {
        int64_t class = draw_class(numbers, log_uniform, range);
        if (tries > 100 * 1000 * 1000) {
            return 0;
        }
        if (!unique || !drawn_before(to, n, class)) {
            tensor_set_i64(to, n++, class);
        }
    }
    return tries;
}

bool compute_candidates(Call *c) {
    int64_t n = compute_int(c, "num_sampled"), range = compute_int(c, "range_max");
    bool log_uniform = c->node->def->variant == 1, unique = compute_bool(c, "unique");
    const Tensor *classes = c->in[0];
    if (n <= 0 || range <= 0 || (unique && n > range)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Sampler's range is too small.");
    }
    if (!compute_fits(c, (Shape){1, &n})) {
        return false;
    }
    Tensor *sampled = tensor_make(c->arena, DTYPE_INT64, shape_make(c->arena, 1, &n));
    Tensor *counts = tensor_make(c->arena, DTYPE_FLOAT32, sampled->shape);
    Tensor *of_true = tensor_make(c->arena, DTYPE_FLOAT32, classes->shape);
    Doubles numbers = doubles_make(generator(c), n);
    int64_t tries = draw_classes(&numbers, log_uniform, range, unique, sampled);
    if (!tries) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "too many tries for a sample of classes");
    }
    for (int64_t i = 0; i < n; i++) {
        tensor_set_f64(
            counts, i,
            expected(class_probability(log_uniform, tensor_i64(sampled, i), range), n, tries));
    }
    for (int64_t i = 0; i < classes->count; i++) {
        tensor_set_f64(
            of_true, i,
            expected(class_probability(log_uniform, tensor_i64(classes, i), range), n, tries));
    }
    c->out[0] = sampled;
    c->out[1] = of_true;
    c->out[2] = counts;
    return true;
}

static void swap_rows(Tensor *t, int64_t i, int64_t j, size_t row, char *spare) {
    char *a = (char *)t->data + (size_t)i * row, *b = (char *)t->data + (size_t)j * row;
    memcpy(spare, a, row);
    memmove(a, b, row);
    memcpy(b, spare, row);
}

/* Fisher and Yates, from the first row on, as TensorFlow's kernel shuffles. */
bool compute_random_shuffle(Call *c) {
    Tensor *to = tensor_keep(c->arena, c->in[0]);
    int64_t rows = to->shape.rank > 0 ? to->shape.dims[0] : 1;
    size_t row = rows > 0 ? (size_t)(to->count / rows) * dtype_size(to->dtype) : 0;
    char *spare = arena_alloc(c->arena, row);
    Philox *p = generator(c);
    uint32_t numbers[4] = {0};
    for (int64_t i = 0; i + 1 < rows; i++) {
        if (i % 4 == 0) {
            philox_next(p, numbers);
        }
        swap_rows(to, i, i + (int64_t)(numbers[i % 4] % (uint64_t)(rows - i)), row, spare);
    }
    philox_skip(p, (uint64_t)((rows + 3) / 4 - (rows + 2) / 4)); /* a number a row is reserved */
    return compute_out(c, to);
}
