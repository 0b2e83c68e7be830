/* test_keys_random.c: what holds of any screen holds after random keys at random sizes, in random
 * and hostile programs.
 *
 *     tests/ui/test_keys_random              a few seeds
 *     TFSCOPE_RANDOM_SEEDS=2000 …            so many
 *     tests/ui/test_keys_random SEED         one, telling each key before it is typed
 *
 * A failure names the seed, the keys so far and what does not hold. */
#include <stdio.h>
#include <string.h>

#include "tests/generate.h"
#include "tests/suite.h"
#include "tests/ui/host.h"
#include "tests/ui/screen_checks.h"
#include "ui/frame.h"
#include "ui/wish.h"

enum { SEEDS = 48, SEEDS_PER_CASE = 4, KEYS = 250, COLS_MOST = 300, ROWS_MOST = 100 };

/* ---- random numbers ---- */

typedef struct Random {
    uint64_t state;
} Random;

/* splitmix64: the same numbers on every machine. */
static uint64_t next(Random *r) {
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static int below(Random *r, int n) {
    return (int)(next(r) % (uint64_t)n);
}

static bool chance(Random *r, int percent) {
    return below(r, 100) < percent;
}

/* ---- one session ---- */

typedef struct Session {
    Arena *arena, *scratch;
    Random random;
    World *world;
    State *state;
    const Keymap *keymap;
    Sink typed; /* the keys so far, as a script */
    bool telling;
} Session;

/* Does what a loop does after each key. */
static void settle(Session *x) {
    test_host_note(x->world->host, x->arena, &x->state->deeds);
    x->state->deeds = log_make(x->state->brief, sizeof(Deed));
    for (int i = 0; i < 8 && x->state->wish.kind != WISH_NONE; i++)
        wish_fulfil(x->state, x->world);
}

static void type(Session *x, Key key) {
    Str name = key_text(x->arena, key);
    sink_put(&x->typed, name);
    if (x->telling)
        fprintf(stderr, "%.*s\n", STR_ARG(name));
    if (key.code == KEYCODE_RESIZE)
        sink_char(&x->typed, ' ');
    state_key(x->state, x->world, x->keymap, key);
    settle(x);
}

static void type_code(Session *x, int32_t code) {
    type(x, (Key){code, -1, -1});
}

static void type_text(Session *x, const char *text) {
    for (; *text; text++)
        type_code(x, *text);
}

/* ---- what is typed ---- */

static void resize(Session *x) {
    static const int sizes[][2] = {{1, 1},   {5, 20},   {12, 40},  {24, 80},
                                   {46, 84}, {40, 120}, {100, 300}};
    int i = below(&x->random, 10);
    int rows = i < 7 ? sizes[i][0] : 1 + below(&x->random, ROWS_MOST);
    int cols = i < 7 ? sizes[i][1] : 1 + below(&x->random, COLS_MOST);
    type(x, (Key){KEYCODE_RESIZE, rows, cols});
}

static ActionKind random_action(Session *x) {
    return (ActionKind)(1 + below(&x->random, ACTION_COUNT - 1));
}

/* The default keys of some action, perhaps with a count before. */
static void action_keys(Session *x) {
    const ActionRow *row = action_row(random_action(x));
    Str keys = str_of(row->keys ? row->keys : " ");
    if (chance(&x->random, 20))
        type_code(x, '0' + below(&x->random, 10));
    for (size_t i = 0; i < keys.len;) {
        Key key;
        if (keys.at[i] == ' ' && chance(&x->random, 50))
            return;
        if (keys.at[i] == ' ')
            i++;
        else if (key_read(keys, &i, &key))
            type(x, key);
    }
}

static void special(Session *x) {
    int32_t code = KEYCODE_SPECIAL + 1 + below(&x->random, KEYCODE_MOST - KEYCODE_SPECIAL - 1);
    if (code == KEYCODE_RESIZE)
        resize(x);
    else
        type(x, (Key){code | (chance(&x->random, 10) ? KEYCODE_ALT : 0),
                      below(&x->random, x->state->rows + 4) - 2,
                      below(&x->random, x->state->cols + 4) - 2});
}

static void any_code_point(Session *x) {
    uint32_t cp = (uint32_t)below(&x->random, chance(&x->random, 50) ? 0x110000 : 0x3000);
    type_code(x, cp ? (int32_t)cp : 1);
}

static const char *random_word(Session *x) {
    static const char *const words[] = {"1",           "0",       "-1",      "99999999999999999999",
                                        "50%",         "1.4",     "1.0",     "9.9",
                                        "names",       "a",       "z",       "*",
                                        "?",           "w",       "scope/w", "mono",
                                        "zh",          "edit",    "/",       "box-name-scope",
                                        "two-boxes#1", "box/v:0", "x*y?z",   "\xe4\xbd\xa0",
                                        "\xff\xfe",    "3",       "2",       "step 5",
                                        "\x1b[31m",    "",        "program"};
    return words[below(&x->random, (int)(sizeof words / sizeof *words))];
}

static void command(Session *x) {
    type_code(x, ':');
    type_text(x, action_row(random_action(x))->name);
    type_code(x, ' ');
    for (const char *word = random_word(x); *word; word++)
        type_code(x, (unsigned char)*word);
    type_code(x, chance(&x->random, 20) ? '\t' : '\r');
}

/* What no key gives: numbers and texts of any kind. */
static void bare_action(Session *x) {
    static const int64_t counts[] = {-1, 0, 1, 2, 100, INT64_MAX, INT64_MIN, INT32_MAX};
    Action action = {.kind = random_action(x),
                     .count = counts[below(&x->random, 8)],
                     .argument = str_of(chance(&x->random, 50) ? random_word(x) : ""),
                     .row = -1,
                     .col = -1};
    Str told = str_printf(x->arena, "<action %s %lld \"%.*s\">", action_row(action.kind)->name,
                          (long long)action.count, STR_ARG(action.argument));
    sink_put(&x->typed, told);
    if (x->telling)
        fprintf(stderr, "%.*s\n", STR_ARG(told));
    state_act(x->state, x->world, action);
    settle(x);
}

static void something(Session *x) {
    int i = below(&x->random, 100);
    if (i < 50)
        action_keys(x);
    else if (i < 60)
        type_code(x, 32 + below(&x->random, 95));
    else if (i < 70)
        special(x);
    else if (i < 76)
        resize(x);
    else if (i < 84)
        command(x);
    else if (i < 88)
        any_code_point(x);
    else if (i < 94)
        bare_action(x);
    else
        type_code(x, chance(&x->random, 70) ? 0x1b : 'y');
}

/* ---- programs ---- */

static const char *const programs[] = {
    "",
    "\n\n\n",
    "# only a comment",
    "x = (",
    "\t \x0c if\n  \xe2\x80\xae\xe4\xbd\xa0 = 1",
    "print('\\x1b[2J\\x1b]0;t\\x07 \\ud800 \\uffff \\u202e')\nprint('\\xe4\\u4f60\\u0301' * 300)",
    "while True:\n    pass",
    "raise ValueError('\\x1b[31m' + 'long ' * 400)",
    "def f(n):\n    return f(n + 1)\nf(0)",
    "import tensorflow as tf\ntf.ReaderBase(lambda i: i < 3, lambda i: i + 1, [0])",
    "import tensorflow as tf\nfor i in range(150):\n    with tf.name_scope('a' * (i % 40 + 1)):\n"
    "        tf.Variable([float(i)] * (i % 7 + 1), name='v')",
    "import tensorflow as tf\nimport contextlib\ndef deep(n):\n    if n:\n"
    "        with tf.variable_scope('s'):\n            tf.get_variable('w', [1])\n"
    "            deep(n - 1)\ndeep(40)",
    "import tensorflow as tf\nwith tf.variable_scope('s'):\n    a = tf.get_variable('w', [2, 3])\n"
    "with tf.variable_scope('s', reuse=True):\n    b = tf.get_variable('w', [2, 3])\n"
    "with tf.Session() as sess:\n    sess.run(tf.global_variables_initializer())\n"
    "    print(sess.run(a))\ntf.get_variable('w', [1])\ntf.get_variable('w', [1])",
};

/* Lessons with questions and exercises. */
static World *asking_world(Session *x, TestHost *host) {
    host->folder = "tests/learn";
    host->progress = progress_make(x->arena);
    return test_lesson_make(host, chance(&x->random, 70) ? "two-boxes" : "one-more");
}

static World *random_world(Session *x, uint64_t seed) {
    static const char *const lessons[] = {"box-values", "reuse-five-cases",
                                          "same-name-get-variable", "long-comparison-as-printed"};
    static const char *const releases[] = {"1.0", "1.4", "1.15"};
    enum { PROGRAMS = sizeof programs / sizeof *programs };
    TestHost *host = test_host_make(x->arena);
    host->max_steps = 3000;
    int i = below(&x->random, 100);
    if (i < 15)
        return test_lesson_make(host, lessons[below(&x->random, 4)]);
    if (i < 40)
        return asking_world(x, host);
    const char *tf = releases[below(&x->random, 3)];
    if (i < 75)
        return test_world_make(host, programs[below(&x->random, PROGRAMS)], tf);
    return test_world_make(host, str_dup(x->arena, generate_program(x->arena, seed, 4)).at, "1.4");
}

/* ---- checking ---- */

static Grid *draw(Session *x) {
    Grid *g = grid_make(x->scratch, x->state->rows, x->state->cols);
    frame_draw(x->state, x->world, x->keymap, g, x->scratch);
    return g;
}

static bool same_grids(const Grid *g, const Grid *h) {
    for (size_t i = 0; i < (size_t)g->rows * (size_t)g->cols; i++)
        if (!grid_same(&g->at[i], &h->at[i]))
            return false;
    return g->cursor_row == h->cursor_row && g->cursor_col == h->cursor_col;
}

static void check(Session *x, Sink *why) {
    check_state(x->state, x->world, why);
    State before = *x->state;
    const Grid *g = draw(x);
    check_grid(g, why);
    if (memcmp(&before, x->state, sizeof before) != 0)
        sink_z(why, "drawing changed the state\n");
    if (chance(&x->random, 10) && !same_grids(g, draw(x)))
        sink_z(why, "the same state was drawn in two ways\n");
    arena_reset(x->scratch);
}

static Session begin(uint64_t seed, bool telling) {
    Session x = {.arena = arena_new(0), .scratch = arena_new(0), .random = {seed}};
    x.telling = telling;
    x.typed = sink_memory(x.arena);
    x.keymap = keymap_make(x.arena);
    x.world = random_world(&x, seed);
    x.state = state_make(x.arena, x.world, 1 + below(&x.random, 50), 1 + below(&x.random, 150));
    x.state->ascii = chance(&x.random, 20);
    x.state->theme = (Theme)below(&x.random, THEME_COUNT);
    return x;
}

/* False: something does not hold; it was told. */
static bool play(uint64_t seed, bool telling) {
    Session x = begin(seed, telling);
    Sink why = sink_memory(x.arena);
    check(&x, &why);
    for (int i = 0; i < KEYS && why.len == 0; i++) {
        something(&x);
        check(&x, &why);
    }
    if (why.len)
        print_error("seed %llu, keys: %.*s\n%.*s\n", (unsigned long long)seed,
                    STR_ARG(sink_str(&x.typed)), STR_ARG(sink_str(&why)));
    bool good = why.len == 0;
    world_free(x.world);
    arena_free(x.scratch);
    arena_free(x.arena);
    return good;
}

static void seeds(void **state) {
    const uint64_t *first = *state;
    int failed = 0;
    for (uint64_t seed = *first; seed < *first + SEEDS_PER_CASE; seed++)
        failed += !play(seed, false);
    assert_int_equal(failed, 0);
}

int main(int argc, char **argv) {
    if (argc > 1)
        return !play(strtoull(argv[1], NULL, 10), true);
    const char *wanted = getenv("TFSCOPE_RANDOM_SEEDS");
    uint64_t n = wanted && *wanted ? strtoull(wanted, NULL, 10) : SEEDS;
    Suite suite = {.arena = arena_new(0)};
    for (uint64_t first = 1; first <= n; first += SEEDS_PER_CASE) {
        uint64_t *seed = ARENA_NEW(suite.arena, uint64_t);
        *seed = first;
        suite_add(&suite, str_printf(suite.arena, "seeds from %llu", (unsigned long long)first),
                  seeds, seed);
    }
    return suite_run(&suite, "random keys");
}
