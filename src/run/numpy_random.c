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

bool random_standard_normal(Run *run, const Value *args, Value *result) {
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
    {.name = "get_state", .signature = "self, legacy=True!", .fn = random_get_state},
    {.name = "set_state", .signature = "self, state", .fn = random_set_state},
    {0},
};

/* All methods, by the files that have them. */
static const NativeSpec *const tables[] = {methods, numpy_random_draws, numpy_random_choices,
                                           numpy_random_several};
#define TABLES (sizeof tables / sizeof *tables)

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
    for (size_t i = 0; i < TABLES; i++) {
        type_add_methods(run, t, tables[i]);
    }
    np->random_state = t;
    RandomState *s = object_make(run, t, sizeof *s);
    twister_seed(&s->twister, (uint32_t)run->options.seed);
    Module *m = module_make(run, "numpy.random");
    m->missing = random_missing;
    for (size_t i = 0; i < TABLES; i++) {
        for (const NativeSpec *spec = tables[i]; spec->name; spec++) {
            module_set(run, m, spec->name, native_make(run, spec, value_object(s)));
        }
    }
    module_set(run, m, "RandomState", value_object(t));
    module_set(run, np->module, "random", value_object(m));
}
