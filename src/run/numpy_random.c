/* numpy_random.c: numpy.random: the legacy RandomState, with numpy's own numbers for a given seed.
 */
#include <math.h>

#include "run/numpy_random.h"

typedef struct RandomState {
    Object object;
    Twister twister;
} RandomState;

Twister *random_twister(const Value *args) {
    return &((RandomState *)args[0].as.object)->twister;
}

/* ---- seeding ---- */

static bool seed_array(Run *run, Value v, Twister *t) {
    Operand x;
    if (!tensor_of(run, v, &x)) {
        return false;
    }
    if (!dtype_is_integer(x.tensor->dtype) || !x.tensor->count) {
        return raise_type_error(
            run, "Cannot cast array data to dtype('int64') according to the rule 'safe'");
    }
    uint32_t *key = ARENA_ARRAY(run->scratch, (size_t)x.tensor->count, uint32_t);
    for (int64_t i = 0; i < x.tensor->count; i++) {
        key[i] = (uint32_t)tensor_i64(x.tensor, i);
    }
    twister_seed_array(t, key, (size_t)x.tensor->count);
    return true;
}

static bool seed_twister(Run *run, Value seed, Twister *t) {
    int64_t i;
    if (!given(seed)) {
        twister_seed(t, (uint32_t)run->options.seed);
        return true;
    }
    if (is_sequence(run, seed) || is_array(run, seed)) {
        return seed_array(run, seed, t);
    }
    if (!index_of(run, seed, &i)) {
        return false;
    }
    if (i < 0 || i > UINT32_MAX) {
        return raise_value_error(run, "Seed must be between 0 and 2**32 - 1");
    }
    twister_seed(t, (uint32_t)i);
    return true;
}

static bool random_seed(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return seed_twister(run, args[1], random_twister(args));
}

static bool state_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"RandomState", 0, 1, {"seed"}};
    Value seed;
    RandomState *s = object_make(run, type, sizeof *s);
    *result = value_object(s);
    return take_args(run, args, &parameters, &seed) && seed_twister(run, seed, &s->twister);
}

static bool state_repr(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_make(run, STR("RandomState(MT19937)"));
    return true;
}

/* ---- numbers for a size ---- */

bool sample_make(Run *run, Value size, DType type, Sample *s) {
    Shape shape = shape_scalar();
    s->single = !given(size);
    if (!s->single && (!shape_argument(run, size, false, &shape) || !array_room(run, shape))) {
        return false;
    }
    s->t = tensor_make(run->arena, type, shape);
    return true;
}

Value sample_value(Run *run, const Sample *s) {
    return s->single ? element_value(run, s->t, 0, false) : array_make_text(run, s->t, false);
}

typedef double Draw(Twister *t, double a, double b);

/* One number stands for all of them: it is not copied as often. */
static bool spread(Run *run, const Tensor *from, Shape shape, const Tensor **to) {
    *to = from;
    return from->count == 1 || broadcast_to(run, from, shape, to);
}

static double of_draw(const Tensor *parameter, int64_t i) {
    return tensor_f64(parameter, parameter->count == 1 ? 0 : i);
}

/* args: two parameters, each a number or an array that is broadcast, and a size. */
static bool draw_reals(Run *run, Twister *twister, Value first, Value second, Value size,
                       Draw *draw, Value *result) {
    Operand a, b;
    Shape shape;
    Sample s;
    const Tensor *x, *y;
    if (!operand_as(run, first, DTYPE_FLOAT64, &a) || !operand_as(run, second, DTYPE_FLOAT64, &b) ||
        !broadcast_shapes(run, a.tensor->shape, b.tensor->shape, &shape)) {
        return false;
    }
    Value asked = shape.rank && !given(size) ? shape_value(run, shape) : size;
    if (!sample_make(run, asked, DTYPE_FLOAT64, &s) || !spread(run, a.tensor, s.t->shape, &x) ||
        !spread(run, b.tensor, s.t->shape, &y)) {
        return false;
    }
    for (int64_t i = 0; i < s.t->count; i++) {
        tensor_set_f64(s.t, i, draw(twister, of_draw(x, i), of_draw(y, i)));
    }
    *result = sample_value(run, &s);
    return true;
}

static double draw_real(Twister *t, double a, double b) {
    (void)a;
    (void)b;
    return twister_real(t);
}

static double draw_uniform(Twister *t, double low, double high) {
    return low + (high - low) * twister_real(t);
}

static double draw_normal(Twister *t, double mean, double scale) {
    return mean + scale * twister_normal(t);
}

static double draw_exponential(Twister *t, double scale, double unused) {
    (void)unused;
    return scale * -log(1.0 - twister_real(t));
}

static double draw_lognormal(Twister *t, double mean, double scale) {
    return exp(draw_normal(t, mean, scale));
}

static bool random_sample(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), value_int(0), value_int(0), args[1], draw_real,
                      result);
}

/* rand(2, 3): the size is in the arguments. */
static Value size_of_rest(Run *run, Value rest) {
    (void)run;
    return sequence_count(rest) ? rest : value_none();
}

static bool random_rand(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), value_int(0), value_int(0),
                      size_of_rest(run, args[1]), draw_real, result);
}

static bool random_randn(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), value_int(0), value_int(1),
                      size_of_rest(run, args[1]), draw_normal, result);
}

static bool random_standard_normal(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), value_int(0), value_int(1), args[1], draw_normal,
                      result);
}

static bool random_uniform(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), args[1], args[2], args[3], draw_uniform, result);
}

static bool negative_scale(Run *run, Value scale) {
    Operand x;
    if (!operand_as(run, scale, DTYPE_FLOAT64, &x)) {
        return true;
    }
    for (int64_t i = 0; i < x.tensor->count; i++) {
        if (tensor_f64(x.tensor, i) < 0) {
            raise_value_error(run, "scale < 0");
            return true;
        }
    }
    return false;
}

static bool random_normal(Run *run, const Value *args, Value *result) {
    return !negative_scale(run, args[2]) &&
           draw_reals(run, random_twister(args), args[1], args[2], args[3], draw_normal, result);
}

static bool random_lognormal(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), args[1], args[2], args[3], draw_lognormal, result);
}

static bool random_exponential(Run *run, const Value *args, Value *result) {
    return draw_reals(run, random_twister(args), args[1], value_int(0), args[2], draw_exponential,
                      result);
}

/* ---- integers ---- */

static bool integer_range(Run *run, Value low, Value high, int64_t *from, uint64_t *most) {
    int64_t to;
    if (is_array(run, low) || is_array(run, high) || is_sequence(run, low) ||
        is_sequence(run, high)) {
        return refuse(run, NULL, "numpy.random.randint with arrays of bounds");
    }
    if (!index_of(run, given(high) ? low : value_int(0), from) ||
        !index_of(run, given(high) ? high : low, &to)) {
        return false;
    }
    if (to <= *from) {
        return given(high) ? raise_value_error(run, "low >= high")
                           : raise_value_error(run, "high <= 0");
    }
    *most = (uint64_t)to - (uint64_t)*from - 1;
    return true;
}

/* A float bound is cut, as numpy does with whole ones. */
static bool whole_bound(Run *run, Value v, Value *out) {
    *out = v;
    return v.kind != VALUE_FLOAT || integer_of_real(run, v.as.real, out);
}

/* Small integers share the bits of a word, the lowest first. */
typedef struct Words {
    Twister *twister;
    uint32_t word;
    int left; /* numbers that are still in the word */
    int bits; /* of one */
} Words;

static uint64_t words_masked(Words *w, uint64_t most) {
    uint32_t mask = (uint32_t)most, v;
    for (int shift = 1; shift < 32; shift *= 2) {
        mask |= mask >> shift;
    }
    do {
        if (!most) {
            return 0;
        }
        w->word = w->left ? w->word >> w->bits : twister_next(w->twister);
        w->left = w->left ? w->left - 1 : 32 / w->bits - 1;
        v = w->word & mask;
    } while (v > most);
    return v;
}

static bool draw_integers(Run *run, Twister *t, Value low, Value high, Value size, DType type,
                          Value *result) {
    int64_t from = 0;
    uint64_t most = 0;
    Sample s;
    if (!whole_bound(run, low, &low) || !whole_bound(run, high, &high) ||
        !integer_range(run, low, high, &from, &most) || !sample_make(run, size, type, &s)) {
        return false;
    }
    Words w = {.twister = t, .bits = type == DTYPE_BOOL ? 1 : (int)dtype_size(type) * 8};
    for (int64_t i = 0; i < s.t->count; i++) {
        uint64_t v = w.bits < 32 ? words_masked(&w, most) : twister_masked(t, most);
        tensor_set_i64(s.t, i, (int64_t)((uint64_t)from + v));
    }
    *result = sample_value(run, &s);
    return true;
}

/* Bounds that are arrays: one number for each pair. */
static bool randint_arrays(Run *run, const Value *args, DType type, Value *result) {
    Operand low, high;
    Shape shape;
    Sample s;
    if (!operand_as(run, given(args[2]) ? args[1] : value_int(0), DTYPE_INT64, &low) ||
        !operand_as(run, given(args[2]) ? args[2] : args[1], DTYPE_INT64, &high) ||
        !broadcast_shapes(run, low.tensor->shape, high.tensor->shape, &shape) ||
        !sample_make(run, given(args[3]) ? args[3] : shape_value(run, shape), type, &s) ||
        !broadcast_to(run, low.tensor, s.t->shape, &low.tensor) ||
        !broadcast_to(run, high.tensor, s.t->shape, &high.tensor)) {
        return false;
    }
    if (type != DTYPE_INT64) {
        return refuse(run, NULL, "numpy.random.randint with arrays of bounds and a dtype");
    }
    for (int64_t i = 0; i < s.t->count; i++) {
        uint64_t from = (uint64_t)tensor_i64(low.tensor, i);
        uint64_t most = (uint64_t)tensor_i64(high.tensor, i) - from - 1;
        if ((int64_t)from >= tensor_i64(high.tensor, i)) {
            return raise_value_error(run, "low >= high");
        }
        tensor_set_i64(s.t, i, (int64_t)(from + twister_masked(random_twister(args), most)));
    }
    *result = sample_value(run, &s);
    return true;
}

static bool random_randint(Run *run, const Value *args, Value *result) {
    DType type;
    if (!dtype_argument(run, args[4], DTYPE_INT64, &type, NULL)) {
        return false;
    }
    if (!dtype_is_integer(type) && type != DTYPE_BOOL) {
        return raise_type_error(run, "Unsupported dtype dtype('%s') for randint", dtype_name(type));
    }
    if (is_array(run, args[1]) || is_array(run, args[2]) || is_sequence(run, args[1]) ||
        is_sequence(run, args[2])) {
        return randint_arrays(run, args, type, result);
    }
    return draw_integers(run, random_twister(args), args[1], args[2], args[3], type, result);
}

/* The older function, whose upper bound is included. */
static bool random_integers(Run *run, const Value *args, Value *result) {
    Value low = given(args[2]) ? args[1] : value_int(1), high;
    return value_binary(run, BINARY_OPERATOR_ADD, given(args[2]) ? args[2] : args[1], value_int(1),
                        &high) &&
           draw_integers(run, random_twister(args), low, high, args[3], DTYPE_INT64, result);
}

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

/* ---- several numbers at a time ---- */

/* args: self, n, pvals, size */
static bool random_multinomial(Run *run, const Value *args, Value *result) {
    Operand p;
    int64_t n;
    Shape outer = shape_scalar();
    if (!index_of(run, args[1], &n) || !operand_as(run, args[2], DTYPE_FLOAT64, &p) ||
        (given(args[3]) && !shape_argument(run, args[3], false, &outer))) {
        return false;
    }
    int64_t d = p.tensor->count, *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    double sum = 0;
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = d;
    for (int64_t i = 0; i < d - 1; i++) {
        sum += tensor_f64(p.tensor, i);
    }
    if (n < 0 || sum > 1.0 + 1e-12) {
        return raise_value_error(run, n < 0 ? "n < 0" : "sum(pvals[:-1]) > 1.0");
    }
    if (!array_room(run, (Shape){outer.rank + 1, dims})) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){outer.rank + 1, dims});
    for (int64_t i = 0; i < t->count; i += d) {
        int64_t left = n;
        double rest = 1.0;
        for (int64_t k = 0; k < d - 1 && left > 0; k++) {
            double one = tensor_f64(p.tensor, k);
            int64_t some = (int64_t)random_binomial(random_twister(args), left, one / rest);
            tensor_set_i64(t, i + k, some);
            left -= some;
            rest -= one;
        }
        tensor_set_i64(t, i + d - 1, left > 0 ? left : 0);
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* args: self, alpha, size */
static bool random_dirichlet(Run *run, const Value *args, Value *result) {
    Operand a;
    Shape outer = shape_scalar();
    if (!operand_as(run, args[1], DTYPE_FLOAT64, &a) ||
        (given(args[2]) && !shape_argument(run, args[2], false, &outer))) {
        return false;
    }
    int64_t d = a.tensor->count, *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = d;
    for (int64_t i = 0; i < d; i++) {
        if (!(tensor_f64(a.tensor, i) > 0)) {
            return raise_value_error(run, "alpha <= 0");
        }
    }
    if (!array_room(run, (Shape){outer.rank + 1, dims})) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, DTYPE_FLOAT64, (Shape){outer.rank + 1, dims});
    for (int64_t i = 0; i < t->count; i += d) {
        double sum = 0;
        for (int64_t k = 0; k < d; k++) {
            double one = random_gamma(random_twister(args), tensor_f64(a.tensor, k));
            tensor_set_f64(t, i + k, one);
            sum += one;
        }
        for (int64_t k = 0; k < d; k++) {
            tensor_set_f64(t, i + k, tensor_f64(t, i + k) * (1 / sum));
        }
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* args: self, mean, cov, size */
static bool random_multivariate_normal(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value mean = calc_array(&c, args[1]), cov = calc_array(&c, args[2]), x, parts;
    int64_t n = calc_dim(&c, mean, 0);
    Shape outer = shape_scalar();
    if (c.failed || (given(args[3]) && !shape_argument(run, args[3], false, &outer))) {
        return false;
    }
    if (calc_rank(&c, mean) != 1 || calc_rank(&c, cov) != 2 || calc_dim(&c, cov, 0) != n ||
        calc_dim(&c, cov, 1) != n) {
        return raise_value_error(run, "mean and cov must have same length");
    }
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = n;
    Value shape = shape_value(run, (Shape){outer.rank + 1, dims}), draw[2] = {args[0], shape};
    Value svd = members_get(&run->numpy->linalg->members, name_z(run->names, "svd"));
    if (!random_standard_normal(run, draw, &x) || !value_call_n(run, svd, 1, &cov, &parts)) {
        return false;
    }
    Value root = CALC(&c, "expand_dims", CALC(&c, "sqrt", sequence_item(parts, 1)), value_int(1));
    Value flat = CALC(&c, "reshape", x, calc_pair(&c, value_int(-1), value_int(n)));
    flat = CALC(&c, "dot", flat, CALC(&c, "multiply", root, sequence_item(parts, 2)));
    return calc_end(&c, CALC(&c, "reshape", CALC(&c, "add", flat, mean), shape), result);
}

static bool random_bytes(Run *run, const Value *args, Value *result) {
    int64_t n;
    uint32_t word = 0;
    if (!index_of(run, args[1], &n) || !array_room(run, (Shape){1, &n})) {
        return false;
    }
    char *at = ARENA_ARRAY(run->scratch, (size_t)n + 1, char);
    for (int64_t i = 0; i < n; i++) {
        word = i % 4 ? word >> 8 : twister_next(random_twister(args));
        at[i] = (char)(word & 255);
    }
    *result = bytes_make(run, (Str){at, (size_t)n});
    return true;
}

/* ---- the state as a value ---- */

static bool random_get_state(Run *run, const Value *args, Value *result) {
    const Twister *t = random_twister(args);
    int64_t n = TWISTER_SIZE;
    Tensor *words = tensor_make(run->arena, DTYPE_UINT32, (Shape){1, &n});
    for (int64_t i = 0; i < n; i++) {
        tensor_set_i64(words, i, t->state[i]);
    }
    Value all[5] = {str_make(run, STR("MT19937")), array_make_text(run, words, false),
                    value_int(t->next), value_int(t->has_gauss),
                    value_float(t->has_gauss ? t->gauss : 0)};
    *result = tuple_make(run, 5, all);
    return true;
}

static bool random_set_state(Run *run, const Value *args, Value *result) {
    Operand words;
    int64_t next, has_gauss = 0;
    Twister *t = random_twister(args);
    *result = value_none();
    if (!is_sequence(run, args[1]) || sequence_count(args[1]) < 3) {
        return refuse(run, NULL, "this state of numpy.random.set_state");
    }
    uint32_t n = sequence_count(args[1]);
    if (!operand_as(run, sequence_item(args[1], 1), DTYPE_UINT32, &words) ||
        !index_of(run, sequence_item(args[1], 2), &next)) {
        return false;
    }
    if (words.tensor->count != TWISTER_SIZE || next < 0 || next > TWISTER_SIZE) {
        return raise_value_error(run, "state must be 624 longs");
    }
    if (n >= 5 && (!index_of(run, sequence_item(args[1], 3), &has_gauss) ||
                   !float_of(run, sequence_item(args[1], 4), &t->gauss))) {
        return false;
    }
    for (int i = 0; i < TWISTER_SIZE; i++) {
        t->state[i] = (uint32_t)tensor_i64(words.tensor, i);
    }
    t->next = (int)next;
    t->has_gauss = has_gauss != 0;
    return true;
}

/* ---- the module ---- */

static bool random_refused(Run *run, const void *row, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "numpy.random.%s", (const char *)row);
}

#define REFUSED(NAME)                                                                              \
    { .name = NAME, .signature = "self, *args, **kwargs", .fn_row = random_refused, .row = NAME }

static const NativeSpec methods[] = {
    REFUSED("hypergeometric"),
    REFUSED("logseries"),
    REFUSED("noncentral_chisquare"),
    REFUSED("noncentral_f"),
    {.name = "seed", .signature = "self, seed=None", .fn = random_seed},
    {.name = "rand", .signature = "self, /, *args", .fn = random_rand},
    {.name = "randn", .signature = "self, /, *args", .fn = random_randn},
    {.name = "random", .signature = "self, size=None", .fn = random_sample},
    {.name = "random_sample", .signature = "self, size=None", .fn = random_sample},
    {.name = "ranf", .signature = "self, size=None", .fn = random_sample},
    {.name = "sample", .signature = "self, size=None", .fn = random_sample},
    {.name = "standard_normal", .signature = "self, size=None", .fn = random_standard_normal},
    {.name = "uniform", .signature = "self, low=0.0, high=1.0, size=None", .fn = random_uniform},
    {.name = "normal", .signature = "self, loc=0.0, scale=1.0, size=None", .fn = random_normal},
    {.name = "lognormal",
     .signature = "self, mean=0.0, sigma=1.0, size=None",
     .fn = random_lognormal},
    {.name = "exponential", .signature = "self, scale=1.0, size=None", .fn = random_exponential},
    {.name = "randint",
     .signature = "self, low, high=None, size=None, dtype=None",
     .fn = random_randint},
    {.name = "random_integers",
     .signature = "self, low, high=None, size=None",
     .fn = random_integers},
    {.name = "multinomial", .signature = "self, n, pvals, size=None", .fn = random_multinomial},
    {.name = "dirichlet", .signature = "self, alpha, size=None", .fn = random_dirichlet},
    {.name = "multivariate_normal",
     .signature = "self, mean, cov, size=None, check_valid='warn'!'ignore', tol=1e-08~",
     .fn = random_multivariate_normal},
    {.name = "bytes", .signature = "self, length", .fn = random_bytes},
    {.name = "get_state", .signature = "self, legacy=True!", .fn = random_get_state},
    {.name = "set_state", .signature = "self, state", .fn = random_set_state},
    {.name = "shuffle", .signature = "self, x", .fn = random_shuffle},
    {.name = "permutation", .signature = "self, x", .fn = random_permutation},
    {.name = "choice",
     .signature = "self, a, size=None, replace=True, p=None",
     .fn = random_choice},
    {0},
};

/* What numpy.random has and this file does not. */
static bool random_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    static const char *const known[] = {
        "default_rng",          "Generator",    "hypergeometric", "logseries", "noncentral_f",
        "noncentral_chisquare", "MT19937",      "PCG64",          "Philox",    "SFC64",
        "BitGenerator",         "SeedSequence", "mtrand",
    };
    (void)m;
    (void)result;
    *found = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (str_is(name_str(name), known[i])) {
            return refuse(run, NULL, "numpy.random.%s", known[i]);
        }
    }
    return true;
}

void install_numpy_random(Run *run, Numpy *np) {
    Type *t = type_make(run, "RandomState", NULL, "numpy.random");
    t->make = state_make;
    t->repr = state_repr;
    t->size = sizeof(RandomState);
    type_add_methods(run, t, methods);
    type_add_methods(run, t, numpy_random_draws);
    np->random_state = t;
    RandomState *s = object_make(run, t, sizeof *s);
    twister_seed(&s->twister, (uint32_t)run->options.seed);
    Module *m = module_make(run, "numpy.random");
    m->missing = random_missing;
    for (const NativeSpec *spec = methods; spec->name; spec++) {
        module_set(run, m, spec->name, native_make(run, spec, value_object(s)));
    }
    for (const NativeSpec *spec = numpy_random_draws; spec->name; spec++) {
        module_set(run, m, spec->name, native_make(run, spec, value_object(s)));
    }
    module_set(run, m, "RandomState", value_object(t));
    module_set(run, np->module, "random", value_object(m));
}
