/* test_value.c: places that keep their history. */
#include "tests/test.h"
#include "trace/trace.h"

static Arena *arena;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static int64_t int_at(const Cell *c, Moment m) {
    Value v = cell_at(c, m);
    return v.kind == VALUE_INT ? v.as.integer : -1;
}

static void test_never_written(void **state) {
    (void)state;
    Cell c = {0};
    assert_int_equal(cell_at(&c, 0).kind, VALUE_UNBOUND);
    assert_int_equal(cell_at(&c, MOMENT_END).kind, VALUE_UNBOUND);
}

/* A write at moment m is seen at every moment above m. */
static void test_one_write(void **state) {
    (void)state;
    Cell c = {0};
    cell_set(arena, &c, value_int(7), 5);
    assert_int_equal(cell_at(&c, 5).kind, VALUE_UNBOUND);
    assert_int_equal(int_at(&c, 6), 7);
    assert_int_equal(int_at(&c, MOMENT_END), 7);
    assert_null(c.past);
}

static void test_history(void **state) {
    (void)state;
    Cell c = {0};
    for (int i = 0; i < 10000; i++)
        cell_set(arena, &c, value_int(i), (Moment)(3 * i));
    for (int i = 0; i < 10000; i++) {
        assert_int_equal(int_at(&c, (Moment)(3 * i + 1)), i);
        assert_int_equal(int_at(&c, (Moment)(3 * i + 3)), i);
    }
    assert_int_equal(cell_at(&c, 0).kind, VALUE_UNBOUND);
}

/* Several writes at one moment leave the last, and what was before is kept. */
static void test_same_moment(void **state) {
    (void)state;
    Cell c = {0};
    cell_set(arena, &c, value_int(1), 2);
    cell_set(arena, &c, value_int(2), 8);
    cell_set(arena, &c, value_int(3), 8);
    assert_int_equal(int_at(&c, 8), 1);
    assert_int_equal(int_at(&c, 9), 3);
    assert_int_equal(c.past->count, 1);
}

static void test_unbound_again(void **state) {
    (void)state;
    Cell c = {0};
    cell_set(arena, &c, value_int(1), 0);
    cell_set(arena, &c, value_unbound(), 4);
    cell_set(arena, &c, value_int(2), 6);
    assert_int_equal(int_at(&c, 3), 1);
    assert_int_equal(cell_at(&c, 5).kind, VALUE_UNBOUND);
    assert_int_equal(cell_at(&c, 6).kind, VALUE_UNBOUND);
    assert_int_equal(int_at(&c, 7), 2);
}

static void test_show(void **state) {
    (void)state;
    Sink out = sink_memory(arena);
    value_show(&out, value_none(), 0, 1);
    sink_char(&out, ' ');
    value_show(&out, value_bool(true), 0, 1);
    sink_char(&out, ' ');
    value_show(&out, value_int(-5), 0, 1);
    sink_char(&out, ' ');
    value_show(&out, value_float(0.1), 0, 1);
    assert_str(sink_str(&out), "None True -5 0.1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_never_written), cmocka_unit_test(test_one_write),
        cmocka_unit_test(test_history),       cmocka_unit_test(test_same_moment),
        cmocka_unit_test(test_unbound_again), cmocka_unit_test(test_show),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
