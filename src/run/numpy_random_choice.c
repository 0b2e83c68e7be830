/* numpy_random_choice.c: numpy.random: orders and elements drawn from what there is: shuffle,
 * permutation, choice. */
#include <math.h>

#include "run/numpy_random.h"

/* ---- shuffling ---- */

/* A random order of 0 … n - 1, by the swaps that shuffle makes. */
static int64_t *random_order(Run *run, Twister *t, int64_t n) {
    int64_t *order = ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t);
    for (int64_t i = 0; i < n; i++) {
        order[i] = i;
    }
    for (int64_t i = n - 1; i > 0; i--) {
        int64_t k = (int64_t)twister_masked(t, (uint64_t)i), kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
    return order;
}

/* The rows of t in another order. */
static Tensor *rows_in_order(Run *run, const Tensor *t, const int64_t *order) {
    Tensor *out = tensor_make(run->arena, t->dtype, t->shape);
    int64_t n = t->shape.dims[0], row = n ? t->count / n : 0;
    for (int64_t i = 0; i < n; i++) {
        element_copy(out, i * row, t, order[i] * row, row);
    }
    return out;
}

static bool shuffle_list(Run *run, Twister *t, Value list) {
    uint32_t n = sequence_count(list);
    Value *items = ARENA_ARRAY(run->scratch, n + 1, Value);
    const int64_t *order = random_order(run, t, n);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = sequence_item(list, (uint32_t)order[i]);
    }
    list_replace(run, (ListObject *)list.as.object, n, items);
    return true;
}

static bool random_shuffle(Run *run, const Value *args, Value *result) {
    *result = value_none();
    if (is_list(run, args[1])) {
        return shuffle_list(run, random_twister(args), args[1]);
    }
    if (!is_array(run, args[1])) {
        return raise_type_error(run, "'%.*s' object does not support item assignment",
                                STR_ARG(type_name(run, args[1])));
    }
    ArrayObject *a = as_array(args[1]);
    if (!a->shape.rank) {
        return raise_type_error(run, "len() of unsized object");
    }
    const int64_t *order = random_order(run, random_twister(args), a->shape.dims[0]);
    return array_replace(run, a, rows_in_order(run, array_read(a), order));
}

static Value order_array(Run *run, int64_t n, const int64_t *order) {
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        tensor_set_i64(t, i, order[i]);
    }
    return array_make_text(run, t, false);
}

static bool random_permutation(Run *run, const Value *args, Value *result) {
    Operand x;
    int64_t n;
    if (!is_array(run, args[1]) && !is_sequence(run, args[1]) &&
        !is_exactly(args[1], run->type.range)) {
        if (!index_of(run, args[1], &n) || !array_room(run, (Shape){1, &n})) {
            return false;
        }
        *result = order_array(run, n, random_order(run, random_twister(args), n));
        return true;
    }
    if (!tensor_of(run, args[1], &x)) {
        return false;
    }
    if (!x.tensor->shape.rank) {
        return raise_error(run, run->exception.IndexError,
                           "x must be an integer or at least 1-dimensional");
    }
    const int64_t *order = random_order(run, random_twister(args), x.tensor->shape.dims[0]);
    *result = array_make_text(run, rows_in_order(run, x.tensor, order), x.text);
    return true;
}

/* ---- choice ---- */

typedef struct Choice {
    Run *run;
    Twister *twister;
    int64_t population;
    double *p; /* [population] or NULL */
    double *cumulated;
    int64_t n;       /* how many are drawn */
    int64_t *chosen; /* [n] */
} Choice;

static void cumulate(const Choice *c) {
    double sum = 0;
    for (int64_t i = 0; i < c->population; i++) {
        sum += c->p[i];
        c->cumulated[i] = sum;
    }
    for (int64_t i = 0; i < c->population; i++) {
        c->cumulated[i] /= sum;
    }
}

static int64_t place_of(const Choice *c, double u) {
    int64_t low = 0, high = c->population;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (c->cumulated[middle] <= u) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void choose_weighted(const Choice *c) {
    cumulate(c);
    for (int64_t i = 0; i < c->n; i++) {
        c->chosen[i] = place_of(c, twister_real(c->twister));
    }
}

static bool seen_before(const int64_t *at, int64_t n, int64_t v) {
    for (int64_t i = 0; i < n; i++) {
        if (at[i] == v) {
            return true;
        }
    }
    return false;
}

/* Without replacement: draws in rounds; what was found gets the weight 0. */
static void choose_distinct(const Choice *c) {
    int64_t found = 0;
    while (found < c->n) {
        int64_t round = c->n - found, fresh = found;
        for (int64_t i = 0; i < found; i++) {
            c->p[c->chosen[i]] = 0;
        }
        cumulate(c);
        for (int64_t i = 0; i < round; i++) {
            int64_t v = place_of(c, twister_real(c->twister));
            if (!seen_before(c->chosen + found, fresh - found, v)) {
                c->chosen[fresh++] = v;
            }
        }
        found = fresh;
    }
}

static void choose(const Choice *c, bool replace) {
    if (c->p) {
        (replace ? choose_weighted : choose_distinct)(c);
        return;
    }
    const int64_t *order = replace ? NULL : random_order(c->run, c->twister, c->population);
    for (int64_t i = 0; i < c->n; i++) {
        c->chosen[i] =
            order ? order[i] : (int64_t)twister_masked(c->twister, (uint64_t)c->population - 1);
    }
}

/* How far from 1 the sum of p may be: the root of the precision that an array p has. */
static double sum_tolerance(Run *run, Value p) {
    DType dtype = is_array(run, p) ? array_tensor(p)->dtype : DTYPE_FLOAT64;
    double precision = dtype == DTYPE_FLOAT32   ? 0x1p-23
                       : dtype == DTYPE_FLOAT16 ? 0x1p-10
                                                : 0x1p-52;
    return sqrt(precision);
}

static bool read_weights(Run *run, Value p, bool replace, Choice *c) {
    Operand x;
    double sum = 0;
    int64_t positive = 0;
    if (!operand_as(run, p, DTYPE_FLOAT64, &x)) {
        return false;
    }
    if (x.tensor->count != c->population) {
        return raise_value_error(run, "'a' and 'p' must have same size");
    }
    c->p = ARENA_ARRAY(run->scratch, (size_t)c->population + 1, double);
    c->cumulated = ARENA_ARRAY(run->scratch, (size_t)c->population + 1, double);
    for (int64_t i = 0; i < c->population; i++) {
        c->p[i] = tensor_f64(x.tensor, i);
        sum += c->p[i];
        positive += c->p[i] > 0;
        if (!(c->p[i] >= 0)) {
            return raise_value_error(run, isnan(c->p[i]) ? "probabilities contain NaN"
                                                         : "probabilities are not non-negative");
        }
    }
    if (fabs(sum - 1) > sum_tolerance(run, p)) {
        return raise_value_error(run, "probabilities do not sum to 1");
    }
    return replace || positive >= c->n ||
           raise_value_error(run, "Fewer non-zero entries in p than size");
}

/* The population: 0 … a - 1, or the items of a. */
static bool read_population(Run *run, Value a, Value *items, int64_t *n) {
    *items = value_none();
    if (is_array(run, a) || is_sequence(run, a) || is_exactly(a, run->type.range)) {
        if (!array_of_value(run, a, items)) {
            return false;
        }
        Shape s = as_array(*items)->shape;
        if (s.rank != 1) {
            return raise_value_error(run, "a must be 1-dimensional");
        }
        *n = s.dims[0];
        return true;
    }
    return index_of(run, a, n);
}

static bool check_choice(Run *run, const Choice *c, bool replace, bool items) {
    if (c->population <= 0 && c->n > 0) {
        return items
                   ? raise_value_error(run, "'a' cannot be empty unless no samples are taken")
                   : raise_value_error(run, "a must be greater than 0 unless no samples are taken");
    }
    return replace || c->n <= c->population ||
           raise_value_error(run,
                             "Cannot take a larger sample than population when 'replace=False'");
}

/* args: self, a, size, replace, p */
static bool random_choice(Run *run, const Value *args, Value *result) {
    Choice c = {.run = run, .twister = random_twister(args)};
    Value items, index;
    Sample s;
    bool replace;
    if (!read_population(run, args[1], &items, &c.population) ||
        !sample_make(run, args[2], DTYPE_INT64, &s) || !value_truth(run, args[3], &replace)) {
        return false;
    }
    c.n = s.t->count;
    c.chosen = s.t->data;
    if (!check_choice(run, &c, replace, given(items)) ||
        (given(args[4]) && !read_weights(run, args[4], replace, &c))) {
        return false;
    }
    choose(&c, replace);
    index = sample_value(run, &s);
    *result = index;
    return !given(items) || array_get_item(run, items, index, result);
}

const NativeSpec numpy_random_choices[] = {
    {.name = "shuffle", .signature = "self, x", .fn = random_shuffle},
    {.name = "permutation", .signature = "self, x", .fn = random_permutation},
    {.name = "choice",
     .signature = "self, a, size=None, replace=True, p=None",
     .fn = random_choice},
    {0},
};
