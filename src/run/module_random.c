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

/* An integer, or a float that is one (what: "arg 1"). */
static bool whole_argument(Run *run, Value v, const char *what, Value *whole) {
    double d;
    if (!real_of(run, v, &d) || run->trace->python == 2) {
        return whole_index(run, v, whole);
    }
    return integer_of_real(run, d, whole) &&
           (big_compare(*whole, value_float(d)) == 0 ||
            raise_value_error(run, "non-integer %s for randrange()", what));
}

static bool random_randrange(Run *run, const Value *args, Value *result) {
    Value bounds[3] = {value_int(0), value_int(0), value_int(1)};
    bool two = given(args[2]);
    if (!whole_argument(run, args[1], "arg 1", &bounds[two ? 0 : 1]) ||
        (two && !whole_argument(run, args[2], "stop", &bounds[1])) ||
        !whole_argument(run, args[3], "step", &bounds[2])) {
        return false;
    }
    if (!two && (whole_negative(bounds[1]) || whole_zero(bounds[1]))) {
        return raise_value_error(run, "empty range for randrange()");
    }
    return draw_range(run, twister_of(args), bounds, result);
}

static bool random_randint(Run *run, const Value *args, Value *result) {
    Value bounds[3] = {value_int(0), value_int(0), value_int(1)};
    return whole_argument(run, args[1], "arg 1", &bounds[0]) &&
           whole_argument(run, args[2], "stop", &bounds[1]) &&
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

/* Is the position new? Then it is put into the table, which is never half full. */
static bool take_place(int64_t *table, uint64_t mask, int64_t at) {
    uint64_t i = (uint64_t)at * 0x9e3779b97f4a7c15u >> 20 & mask;
    for (; table[i]; i = (i + 1) & mask) {
        if (table[i] == at + 1) {
            return false;
        }
    }
    table[i] = at + 1;
    return true;
}

/* By trying again what was taken already. */
static void sample_trying(Run *run, Twister *t, int64_t n, int64_t k, int64_t *out) {
    uint64_t size = 8;
    while (size < 2 * (uint64_t)k) {
        size *= 2;
    }
    int64_t *table = ARENA_ARRAY(run->scratch, size, int64_t);
    for (int64_t i = 0; i < k; i++) {
        do {
            out[i] = below(run, t, n);
        } while (!take_place(table, size - 1, out[i]));
    }
}

/* The population: a range by its numbers, anything else as an array. */
static bool population(Run *run, Value v, int64_t *n, Value **items) {
    uint32_t count = 0;
    *items = NULL;
    *n = 0;
    if (is_exactly(v, run->type.range)) {
        *n = ((RangeObject *)v.as.object)->length;
        return true;
    }
    if (run->trace->python != 2 && (is_set(run, v) || is_dict(run, v))) {
        return raise_type_error(
            run, "Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    bool ok = value_items(run, v, items, &count);
    *n = ok ? count : 0;
    return ok;
}

static Value member_at(Value v, const Value *items, int64_t i) {
    return items ? items[i] : value_int(range_item((RangeObject *)v.as.object, i));
}

static bool random_sample(Run *run, const Value *args, Value *result) {
    Value *items, *out;
    int64_t n = 0, k = 0;
    if (!population(run, args[1], &n, &items) || !index_of(run, args[2], &k)) {
        return false;
    }
    if (k < 0 || k > n) {
        return raise_value_error(run, run->trace->python == 2
                                          ? "sample larger than population"
                                          : "Sample larger than population or is negative");
    }
    if (!check_count(run, k)) {
        return false;
    }
    out = ARENA_ARRAY(run->scratch, (size_t)k + 1, Value);
    double pool_size = 21 + (k > 5 ? pow(4, ceil(log((double)k * 3) / log(4))) : 0);
    if ((double)n <= pool_size) {
        Value *pool = ARENA_ARRAY(run->scratch, (size_t)n + 1, Value);
        for (int64_t i = 0; i < n; i++) {
            pool[i] = member_at(args[1], items, i);
        }
        sample_pool(run, twister_of(args), pool, n, k, out);
    } else {
        int64_t *at = ARENA_ARRAY(run->scratch, (size_t)k + 1, int64_t);
        sample_trying(run, twister_of(args), n, k, at);
        for (int64_t i = 0; i < k; i++) {
            out[i] = member_at(args[1], items, at[i]);
        }
    }
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
    if (n == 0 && k > 0) {
        return value_get_item(run, args[1], value_int(0), result);
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

/* ---- its state ---- */

#define STATE_VERSION 3

/* (3, (625 numbers), the second normal number or None) */
static bool random_getstate(Run *run, const Value *args, Value *result) {
    const Twister *t = twister_of(args);
    Value words[TWISTER_SIZE + 1], parts[3];
    for (int i = 0; i < TWISTER_SIZE; i++) {
        words[i] = value_int(t->state[i]);
    }
    words[TWISTER_SIZE] = value_int(t->next);
    parts[0] = value_int(STATE_VERSION);
    parts[1] = tuple_make(run, TWISTER_SIZE + 1, words);
    parts[2] = t->has_gauss ? value_float(t->gauss) : value_none();
    *result = tuple_make(run, 3, parts);
    return true;
}

static bool bad_state(Run *run) {
    return raise_value_error(run, "state vector is the wrong size or not of version 3");
}

static bool random_setstate(Run *run, const Value *args, Value *result) {
    Twister *t = twister_of(args), new = *t;
    Value *parts, *words;
    uint32_t n;
    int64_t word;
    *result = value_none();
    if (!value_items(run, args[1], &parts, &n)) {
        return false;
    }
    if (n != 3 || !value_same(parts[0], value_int(STATE_VERSION))) {
        return bad_state(run);
    }
    if (!value_items(run, parts[1], &words, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n && n == TWISTER_SIZE + 1; i++) {
        if (!index_of(run, words[i], &word)) {
            return false;
        }
        if (i < TWISTER_SIZE) {
            new.state[i] = (uint32_t)word;
        } else if (word < 0 || word > TWISTER_SIZE) {
            return raise_value_error(run, "invalid state");
        } else {
            new.next = (int)word;
        }
    }
    new.has_gauss = !is_none(parts[2]);
    if (n != TWISTER_SIZE + 1 || (new.has_gauss && !float_of(run, parts[2], &new.gauss))) {
        return n != TWISTER_SIZE + 1 ? bad_state(run) : false;
    }
    *t = new;
    return true;
}

static const NativeSpec methods[] = {
    {.name = "seed", .signature = "self, a=None, version=2!", .fn = random_seed},
    {.name = "random", .signature = "self, /", .fn = random_random},
    {.name = "uniform", .signature = "self, a, b", .fn = random_uniform},
    {.name = "gauss", .signature = "self, mu=0.0, sigma=1.0", .fn = random_gauss},
    {.name = "normalvariate", .signature = "self, mu=0.0, sigma=1.0", .fn = random_normalvariate},
    {.name = "expovariate", .signature = "self, lambd", .fn = random_expovariate},
    {.name = "getstate", .signature = "self, /", .fn = random_getstate},
    {.name = "setstate", .signature = "self, state", .fn = random_setstate},
    {.name = "getrandbits", .signature = "self, k, /", .fn = random_getrandbits},
    {.name = "randrange", .signature = "self, start, stop=None, step=1", .fn = random_randrange},
    {.name = "randint", .signature = "self, a, b", .fn = random_randint},
    {.name = "choice", .signature = "self, seq", .fn = random_choice},
    {.name = "choices",
     .signature = "self, population, weights=None, *, cum_weights=None, k=1",
     .fn = random_choices},
    {.name = "shuffle", .signature = "self, x", .fn = random_shuffle},
    {.name = "sample", .signature = "self, population, k, *, counts=None!", .fn = random_sample},
    {0},
};

static const char *const not_modelled[] = {
    "SystemRandom",
    "randbytes",
    "jumpahead",
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
