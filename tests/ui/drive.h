/* drive.h: a state that keys drive, for tests of what they do to it. */
#ifndef TFSCOPE_TESTS_UI_DRIVE_H
#define TFSCOPE_TESTS_UI_DRIVE_H

#include <string.h>

#include "tests/ui/host.h"
#include "ui/wish.h"

typedef struct Drive {
    Arena *arena;
    World *world;
    State *state;
    Keymap *keys;
    Wish left; /* the last wish that is the loop's business */
} Drive;

/* Line 1 is the import, and a step a line but for the calls:
 *   1 import, 2 def, 3 first call of f (line 5), 4 line 3, 5 line 4 (return; second call),
 *   6 line 3, 7 line 4 (return), 8 print. */
static const char calls[] = "import tensorflow as tf\n" /* 1 */
                            "def f(x):\n"               /* 2 */
                            "    y = x + 1\n"           /* 3 */
                            "    return y\n"            /* 4 */
                            "z = f(1) + f(2)\n"         /* 5 */
                            "print(z)\n";               /* 6 */

/* 1 import, 2 enter a, 3 v made; a left, 4 c, 5 enter a again, 6 v shared; a left, 7 s, 8 v gets a
 * value, 9 b. */
static const char scopes[] = "import tensorflow as tf\n"                      /* 1 */
                             "with tf.variable_scope('a'):\n"                 /* 2 */
                             "    v = tf.get_variable('v', initializer=1.)\n" /* 3 */
                             "c = 0\n"                                        /* 4 */
                             "with tf.variable_scope('a', reuse=True):\n"     /* 5 */
                             "    w = tf.get_variable('v')\n"                 /* 6 */
                             "s = tf.Session()\n"                             /* 7 */
                             "s.run(tf.global_variables_initializer())\n"     /* 8 */
                             "b = 1\n";                                       /* 9 */

static inline Drive drive_at(const char *program, const char *tf, int rows, int cols) {
    Drive d = {.arena = arena_new(0)};
    TestHost *host = test_host_make(d.arena);
    d.world = test_world_make(host, program, tf);
    d.state = state_make(d.arena, d.world, rows, cols);
    d.keys = keymap_make(d.arena);
    return d;
}

static inline Drive drive(const char *program) {
    return drive_at(program, "1.15", 40, 120);
}

static inline void done(Drive *d) {
    world_free(d->world);
    arena_free(d->arena);
}

static inline void press(Drive *d, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        state_key(d->state, d->world, d->keys, key);
        Wish left = wish_fulfil(d->state, d->world);
        if (left.kind != WISH_NONE)
            d->left = left;
    }
}

static inline const Trace *trace_of(const Drive *d) {
    return state_replay(d->state, d->world)->trace;
}

/* At the end of a step. */
#define assert_step(d, keys, wanted)                                                               \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_int_equal((d)->state->at.step, (wanted));                                           \
        assert_false(position_inside(trace_of(d), (d)->state->at));                                \
    } while (0)

#define assert_inside(d, keys, wanted)                                                             \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_int_equal((d)->state->at.step, (wanted));                                           \
        assert_true(position_inside(trace_of(d), (d)->state->at));                                 \
    } while (0)

#define assert_says(d, keys, wanted)                                                               \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_str((d)->state->message, (wanted));                                                 \
    } while (0)

#endif
