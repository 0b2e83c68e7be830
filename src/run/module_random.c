/* module_random.c: random, with CPython's own numbers for a given integer seed. Without a seed the
 * numbers are the same in every run: they come from the option --seed. */
#include <math.h>

#include "run/big.h"
#include "run/standard.h"

typedef struct RandomObject {
    Object object;
    Twister twister;
} RandomObject;

static Twister *twister_of(const Value *args) {
    return &((RandomObject *)args[0].as.object)->twister;
}

/* ---- seeding ---- */

static void seed_integer(Twister *t, int64_t seed) {
    uint64_t size = seed < 0 ? 0 - (uint64_t)seed : (uint64_t)seed;
    uint32_t key[2] = {(uint32_t)size, (uint32_t)(size >> 32)};
    twister_seed_array(t, key, key[1] ? 2 : 1);
}

static bool seed_value(Run *run, Value v, Twister *t) {
    int64_t i;
    Value whole;
    uint32_t n;
    if (!given(v)) {
        seed_integer(t, run->options.seed);
        return true;
    }
    if (is_str(run, v) || is_bytes(run, v)) {
        return refuse(run, "seed with an integer", "random.seed with a string");
    }
    if (!whole_of(run, v, &whole)) {
        if (!value_hash(run, v, &i)) {
            return false;
        }
        whole = value_int(i);
    }
    const uint32_t *words = big_words(run, whole, &n);
    twister_seed_array(t, words, n);
    return true;
}

static bool random_seed(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return seed_value(run, args[1], twister_of(args));
}

static bool random_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"Random", 0, 1, {"x"}};
    Value seed;
    RandomObject *o = object_make(run, type, sizeof *o);
    *result = value_object(o);
    return take_args(run, args, &parameters, &seed) && seed_value(run, seed, &o->twister);
}

/* ---- integers ---- */

static uint64_t random_bits(Twister *t, int bits) {
    uint64_t low = twister_next(t);
    if (bits <= 32) {
        return low >> (32 - bits);
    }
    return low | (uint64_t)(twister_next(t) >> (64 - bits)) << 32;
}

/* An integer of k random bits. */
static bool draw_bits(Run *run, Twister *t, int64_t k, Value *result) {
    if (k < 64) {
        *result = value_int(k > 0 ? (int64_t)random_bits(t, (int)k) : 0);
        return true;
    }
    if (!check_count(run, k / 32 + 1)) {
        return false;
    }
    uint32_t n = (uint32_t)((k - 1) / 32 + 1);
    ArenaMark mark = arena_mark(run->scratch);
    uint32_t *words = ARENA_ARRAY(run->scratch, n, uint32_t);
    for (uint32_t i = 0; i < n; i++) {
        words[i] = twister_next(t) >> (i + 1 == n && k % 32 ? 32 - k % 32 : 0);
    }
    bool ok = big_of_words(run, words, n, result);
    arena_release(run->scratch, mark);
    return ok;
}

/* As many bits as Python draws for a number below n; Python 2 estimates. */
static int64_t bits_for(const Run *run, int64_t n) {
    return run->trace->python == 2 ? (int64_t)(1.00001 + log2((double)n - 1))
                                   : 64 - __builtin_clzll((unsigned long long)n);
}

/* 0 … n - 1; n > 0. Python 2 scales a real number where that has enough bits. */
static int64_t below(const Run *run, Twister *t, int64_t n) {
    if (run->trace->python == 2 && n < INT64_C(1) << 53) {
        return (int64_t)(twister_real(t) * (double)n);
    }
    int bits = (int)bits_for(run, n);
    uint64_t r;
    do {
        r = random_bits(t, bits);
    } while (r >= (uint64_t)n);
    return (int64_t)r;
}

static bool draw_below(Run *run, Twister *t, Value n, Value *result) {
    int64_t small;
    if (integer_of(run, n, &small)) {
        *result = value_int(below(run, t, small));
        return true;
    }
    do {
        if (!draw_bits(run, t, (int64_t)big_bits(n), result)) {
            return false;
        }
    } while (big_compare(*result, n) >= 0);
    return true;
}

static bool random_getrandbits(Run *run, const Value *args, Value *result) {
    int64_t k;
    if (!index_of(run, args[1], &k)) {
        return false;
    }
    if (k < 0) {
        return raise_value_error(run, "number of bits must be non-negative");
    }
    return draw_bits(run, twister_of(args), k, result);
}

static bool empty_range(Run *run, Value start, Value stop, Value width) {
    Str a, b, c;
    return value_repr(run, start, &a) && value_repr(run, stop, &b) && value_repr(run, width, &c) &&
           raise_value_error(run, "empty range for randrange() (%.*s, %.*s, %.*s)", STR_ARG(a),
                             STR_ARG(b), STR_ARG(c));
}

/* start + step * below((stop - start) / step, rounded up) */
static bool draw_range(Run *run, Twister *t, const Value bounds[3], Value *result) {
    Value start = bounds[0], step = bounds[2], width, n, drawn;
    bool down = whole_negative(step);
    if (whole_zero(step)) {
        return raise_value_error(run, "zero step for randrange()");
    }
    if (!value_binary(run, BINARY_OPERATOR_SUBTRACT, bounds[1], start, &width) ||
        !value_binary(run, BINARY_OPERATOR_ADD, width, step, &n) ||
        !value_binary(run, down ? BINARY_OPERATOR_ADD : BINARY_OPERATOR_SUBTRACT, n, value_int(1),
                      &n) ||
        !value_binary(run, BINARY_OPERATOR_FLOOR_DIVIDE, n, step, &n)) {
        return false;
    }
    if (whole_negative(n) || whole_zero(n)) {
        return empty_range(run, start, bounds[1], width);
    }
    return draw_below(run, t, n, &drawn) &&
           value_binary(run, BINARY_OPERATOR_MULTIPLY, step, drawn, &drawn) &&
           value_binary(run, BINARY_OPERATOR_ADD, start, drawn, result);
}

static bool random_randrange(Run *run, const Value *args, Value *result) {
    Value bounds[3] = {value_int(0), value_int(0), value_int(1)};
    bool two = given(args[2]);
    if (!whole_index(run, args[1], &bounds[two ? 0 : 1]) ||
        (two && !whole_index(run, args[2], &bounds[1])) || !whole_index(run, args[3], &bounds[2])) {
        return false;
    }
    if (!two && (whole_negative(bounds[1]) || whole_zero(bounds[1]))) {
        return raise_value_error(run, "empty range for randrange()");
    }
    return draw_range(run, twister_of(args), bounds, result);
}

static bool random_randint(Run *run, const Value *args, Value *result) {
    Value bounds[3] = {value_int(0), value_int(0), value_int(1)};
    return whole_index(run, args[1], &bounds[0]) && whole_index(run, args[2], &bounds[1]) &&
           value_binary(run, BINARY_OPERATOR_ADD, bounds[1], value_int(1), &bounds[1]) &&
           draw_range(run, twister_of(args), bounds, result);
}

/* ---- real numbers ---- */

static bool random_random(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_float(twister_real(twister_of(args)));
    return true;
}

static bool two_reals(Run *run, const Value *args, double *a, double *b) {
    return float_of(run, args[1], a) && float_of(run, args[2], b);
}

static bool random_uniform(Run *run, const Value *args, Value *result) {
    double a, b;
    if (!two_reals(run, args, &a, &b)) {
        return false;
    }
    *result = value_float(a + (b - a) * twister_real(twister_of(args)));
    return true;
}

static double gauss(Twister *t) {
    if (t->has_gauss) {
        t->has_gauss = 0;
        return t->gauss;
    }
    double angle = twister_real(t) * 6.283185307179586;
    double radius = sqrt(-2.0 * log(1.0 - twister_real(t)));
    t->gauss = sin(angle) * radius;
    t->has_gauss = 1;
    return cos(angle) * radius;
}

static bool random_gauss(Run *run, const Value *args, Value *result) {
    double mu, sigma;
    if (!two_reals(run, args, &mu, &sigma)) {
        return false;
    }
    *result = value_float(mu + gauss(twister_of(args)) * sigma);
    return true;
}

/* Kinderman and Monahan's way, as CPython has it. */
static bool random_normalvariate(Run *run, const Value *args, Value *result) {
    double mu, sigma, z, u;
    Twister *t = twister_of(args);
    if (!two_reals(run, args, &mu, &sigma)) {
        return false;
    }
    do {
        double first = twister_real(t);
        u = 1.0 - twister_real(t);
        z = 4 * exp(-0.5) / sqrt(2.0) * (first - 0.5) / u;
    } while (z * z / 4.0 > -log(u));
    *result = value_float(mu + z * sigma);
    return true;
}

static bool random_expovariate(Run *run, const Value *args, Value *result) {
    double lambda;
    if (!float_of(run, args[1], &lambda)) {
        return false;
    }
    *result = value_float(-log(1.0 - twister_real(twister_of(args))) / lambda);
    return lambda != 0 ||
           raise_error(run, run->exception.ZeroDivisionError, "float division by zero");
}

/* ---- choosing ---- */

static bool random_choice(Run *run, const Value *args, Value *result) {
    int64_t n;
    if (!value_length(run, args[1], &n)) {
        return false;
    }
    if (n == 0) {
        return raise_error(run, run->exception.IndexError,
                           run->trace->python == 2 ? "list index out of range"
                                                   : "Cannot choose from an empty sequence");
    }
    return value_get_item(run, args[1], value_int(below(run, twister_of(args), n)), result);
}

static bool random_shuffle(Run *run, const Value *args, Value *result) {
    int64_t n;
    *result = value_none();
    if (!value_length(run, args[1], &n)) {
        return false;
    }
    for (int64_t i = n - 1; i > 0; i--) {
        int64_t k = below(run, twister_of(args), i + 1);
        Value a, b;
        if (!value_get_item(run, args[1], value_int(i), &a) ||
            !value_get_item(run, args[1], value_int(k), &b) ||
            !value_set_item(run, args[1], value_int(i), b) ||
            !value_set_item(run, args[1], value_int(k), a)) {
            return false;
        }
    }
    return true;
}

/* From a pool out of which what is taken is replaced by the last. */
static void sample_pool(Run *run, Twister *t, Value *pool, int64_t n, int64_t k, Value *out) {
    for (int64_t i = 0; i < k; i++) {
        int64_t at = below(run, t, n - i);
        out[i] = pool[at];
        pool[at] = pool[n - i - 1];
    }
}

/* By trying again what was taken already. */
static void sample_trying(Run *run, Twister *t, const Value *pool, int64_t n, int64_t k,
                          Value *out) {
    bool *taken = ARENA_ARRAY(run->scratch, (size_t)n, bool);
    for (int64_t i = 0; i < k; i++) {
        int64_t at;
        do {
            at = below(run, t, n);
        } while (taken[at]);
        taken[at] = true;
        out[i] = pool[at];
    }
}

static bool random_sample(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    int64_t k;
    if (!value_items(run, args[1], &items, &n) || !index_of(run, args[2], &k)) {
        return false;
    }
    if (k < 0 || k > n) {
        return raise_value_error(run, run->trace->python == 2
                                          ? "sample larger than population"
                                          : "Sample larger than population or is negative");
    }
    Value *out = ARENA_ARRAY(run->scratch, (size_t)k + 1, Value);
    Value *pool = arena_copy(run->scratch, items, n * sizeof *pool);
    double pool_size = 21 + (k > 5 ? pow(4, ceil(log((double)k * 3) / log(4))) : 0);
    (n <= pool_size ? sample_pool(run, twister_of(args), pool, n, k, out)
                    : sample_trying(run, twister_of(args), pool, n, k, out));
    *result = list_make(run, (uint32_t)k, out);
    return true;
}

/* ---- choices: with replacement, perhaps with weights ---- */

static bool read_weights(Run *run, Value weights, bool cumulative, uint32_t n, double *sums) {
    Value *items;
    uint32_t count;
    double sum = 0;
    if (!value_items(run, weights, &items, &count)) {
        return false;
    }
    if (count != n) {
        return raise_value_error(run, "The number of weights does not match the population");
    }
    for (uint32_t i = 0; i < n; i++) {
        double d;
        if (!float_of(run, items[i], &d)) {
            return false;
        }
        sum = cumulative ? d : sum + d;
        sums[i] = sum;
    }
    return sum > 0 || raise_value_error(run, "Total of weights must be greater than zero");
}

static uint32_t place_in(const double *sums, uint32_t n, double u) {
    uint32_t low = 0, high = n - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (u < sums[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* args: self, population, weights, cum_weights, k */
static bool random_choices(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    int64_t k;
    if (!value_items(run, args[1], &items, &n) || !index_of(run, args[4], &k)) {
        return false;
    }
    if (n == 0) {
        return raise_error(run, run->exception.IndexError, "Cannot choose from an empty sequence");
    }
    double *sums = ARENA_ARRAY(run->scratch, n, double);
    bool cumulative = given(args[3]), weighted = cumulative || given(args[2]);
    if (weighted && !read_weights(run, args[cumulative ? 3 : 2], cumulative, n, sums)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    for (int64_t i = 0; i < k; i++) {
        double u = twister_real(twister_of(args));
        uint32_t at =
            weighted ? place_in(sums, n, u * sums[n - 1]) : (uint32_t)floor(u * (double)n);
        list_append(run, *result, items[at]);
    }
    return true;
}

static bool random_state(Run *run, const Value *args, Value *result) {
    (void)args, (void)result;
    return refuse(run, "seed again instead", "the state of random");
}

static const NativeSpec methods[] = {
    {.name = "seed", .signature = "self, a=None, version=2", .fn = random_seed},
    {.name = "random", .signature = "self, /", .fn = random_random},
    {.name = "uniform", .signature = "self, a, b", .fn = random_uniform},
    {.name = "gauss", .signature = "self, mu=0.0, sigma=1.0", .fn = random_gauss},
    {.name = "normalvariate", .signature = "self, mu=0.0, sigma=1.0", .fn = random_normalvariate},
    {.name = "expovariate", .signature = "self, lambd", .fn = random_expovariate},
    {.name = "getstate", .signature = "self, /", .fn = random_state},
    {.name = "setstate", .signature = "self, state, /", .fn = random_state},
    {.name = "getrandbits", .signature = "self, k, /", .fn = random_getrandbits},
    {.name = "randrange", .signature = "self, start, stop=None, step=1", .fn = random_randrange},
    {.name = "randint", .signature = "self, a, b", .fn = random_randint},
    {.name = "choice", .signature = "self, seq", .fn = random_choice},
    {.name = "choices",
     .signature = "self, population, weights=None, *, cum_weights=None, k=1",
     .fn = random_choices},
    {.name = "shuffle", .signature = "self, x", .fn = random_shuffle},
    {.name = "sample", .signature = "self, population, k", .fn = random_sample},
    {0},
};

static const char *const not_modelled[] = {
    "SystemRandom", "betavariate",    "gammavariate",   "getstate",
    "setstate",     "lognormvariate", "paretovariate",  "vonmisesvariate",
    "randbytes",    "triangular",     "weibullvariate", "jumpahead",
    NULL,
};

void install_random(Run *run, Standard *s) {
    Module *m = module_make(run, "random");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    s->random_type = type_make(run, "Random", NULL, "random");
    s->random_type->make = random_make;
    s->random_type->size = sizeof(RandomObject);
    type_add_methods(run, s->random_type, methods);
    RandomObject *o = object_make(run, s->random_type, sizeof *o);
    seed_integer(&o->twister, run->options.seed);
    for (const NativeSpec *spec = methods; spec->name; spec++) {
        module_set(run, m, spec->name, native_make(run, spec, value_object(o)));
    }
    module_set(run, m, "Random", value_object(s->random_type));
}
