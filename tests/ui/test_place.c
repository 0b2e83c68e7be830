/* test_place.c: the same place in another run of a program. */
#include "tests/ui/host.h"
#include "ui/place.h"

/* ---- lines ---- */

typedef struct Lines {
    const char *from, *to;
    uint32_t line, wanted;
} Lines;

static const Lines lines[] = {
    {"a\nb\nc\n", "a\nb\nc\n", 2, 2},    {"a\nb\nc\n", "a\nx\nb\nc\n", 1, 1}, /* one was put in */
    {"a\nb\nc\n", "a\nx\nb\nc\n", 2, 3}, {"a\nb\nc\n", "a\nx\nb\nc\n", 3, 4},
    {"a\nb\nc\n", "a\nc\n", 1, 1}, /* one was taken out */
    {"a\nb\nc\n", "a\nc\n", 2, 0},       {"a\nb\nc\n", "a\nc\n", 3, 2},
    {"a\nb\nc\n", "a\nB\nc\n", 2, 2}, /* one was changed */
    {"a\na\na\n", "a\na\n", 2, 2},    /* all the same: from the start */
    {"a\na\na\n", "a\na\n", 3, 0},       {"a\nb\n", "", 1, 0},
    {"a\nb\n", "x\ny\n", 2, 2},          {"a\nb\n", "a\nb\n", 0, 0},
    {"a\nb\n", "a\nb\nc\n", 9, 0},
};

static void test_lines(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const Source *from = source_make(a, STR("x.py"), str_of(lines[i].from));
        const Source *to = source_make(a, STR("x.py"), str_of(lines[i].to));
        if (places_line(from, to, lines[i].line) != lines[i].wanted)
            print_error("row %zu\n", i);
        assert_int_equal(places_line(from, to, lines[i].line), lines[i].wanted);
    }
    arena_free(a);
}

/* ---- steps ---- */

/* A loop of three lines: its step 2 + 2 * i is the for, 3 + 2 * i the x of turn i. */
static const char loop[] = "y = 0\nfor i in range(5):\n    x = i\nz = 1\n";

static size_t carried(World *w, const char *text, size_t step) {
    const Source *source = source_make(w->arena, STR("test.py"), str_of(text));
    const Replay *to = world_replay(w, world_run(w, &(Attempt){source, STR("1.15"), 0}));
    const Replay *from = world_replay(w, 0);
    Position at[2] = {position_end(from->trace, 0), position_end(from->trace, step)};
    places_carry(from, to, at, 2);
    assert_int_equal(at[0].step, 0);
    assert_int_equal(at[1].moment, trace_step_end(to->trace, at[1].step));
    return at[1].step;
}

static void test_steps(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    TestHost *h = test_host_make(a);
    World *w = test_world_make(h, loop, "1.15");
    size_t n = trace_steps(world_replay(w, 0)->trace);
    assert_int_equal(n, 13); /* y; for and x five times; for once more; z */
    /* The same text. */
    assert_int_equal(carried(w, loop, 5), 5);
    /* A line more before it: the same turn of the loop. */
    assert_int_equal(carried(w, "q = 9\ny = 0\nfor i in range(5):\n    x = i\nz = 1\n", 5), 6);
    /* More turns: the end of the program is behind them. */
    assert_int_equal(carried(w, "y = 0\nfor i in range(9):\n    x = i\nz = 1\n", n), 21);
    /* Fewer turns: the turn is gone, the number stays; or the last step. */
    assert_int_equal(carried(w, "y = 0\nfor i in range(2):\n    x = i\nz = 1\n", 7), 7);
    assert_int_equal(carried(w, "y = 0\nfor i in range(2):\n    x = i\nz = 1\n", 11), 7);
    /* Nothing of it is left. */
    assert_int_equal(carried(w, "a = 1\nb = 2\n", 9), 2);
    world_free(w);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_steps),
    };
    return cmocka_run_group_tests_name("place", tests, NULL, NULL);
}
