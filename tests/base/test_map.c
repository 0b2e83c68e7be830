#include "base/map.h"

#include "tests/test.h"

static void an_empty_map(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Names *t = names_make(a);
    Map m = map_make(a);
    Name w = name_z(t, "w");
    assert_null(map_find(&m, w));
    assert_null(map_ptr(&m, w));
    assert_int_equal(map_num(&m, w), 0);
    arena_free(a);
}

static void put_finds_or_makes(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Names *t = names_make(a);
    Map m = map_make(a);
    Name w = name_z(t, "w");
    MapEntry *e = map_put(&m, w);
    assert_ptr_equal(e->key, w);
    assert_int_equal(e->num, 0);
    e->num = -7;
    assert_ptr_equal(map_put(&m, w), e);
    assert_int_equal(map_num(&m, w), -7);
    assert_int_equal(m.count, 1);
    int value;
    map_put(&m, name_z(t, "b"))->ptr = &value;
    assert_ptr_equal(map_ptr(&m, name_z(t, "b")), &value);
    arena_free(a);
}

/* Through every size at which a map grows or changes its form. */
static void order_is_that_of_insertion(void **state) {
    (void)state;
    enum { COUNT = 5000 };
    Arena *a = arena_new(0);
    Names *t = names_make(a);
    Map m = map_make(a);
    for (int i = 0; i < COUNT; i++) {
        Name key = name_of(t, str_printf(a, "k%d", (i * 7919) % COUNT));
        assert_null(map_find(&m, key));
        map_put(&m, key)->num = i + 1;
        assert_int_equal(map_num(&m, key), i + 1);
        assert_int_equal(map_num(&m, m.entries[i / 2].key), i / 2 + 1);
    }
    assert_int_equal(m.count, COUNT);
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(m.entries[i].num, i + 1);
        assert_ptr_equal(map_find(&m, m.entries[i].key), &m.entries[i]);
    }
    assert_null(map_find(&m, name_z(t, "absent")));
    arena_free(a);
}

typedef struct Guard {
    jmp_buf back;
} Guard;

static void jump_back(void *context, ArenaRefusal why, size_t size) {
    (void)why, (void)size;
    longjmp(((Guard *)context)->back, 1);
}

static void a_refused_put_leaves_the_map_whole(void **state) {
    (void)state;
    Arena *names = arena_new(0);
    Names *t = names_make(names);
    Arena *a = arena_new(0);
    Guard guard;
    arena_on_fail(a, jump_back, &guard);
    Map m = map_make(a);
    for (volatile int i = 0; i < 16; i = i + 1) {
        map_put(&m, name_of(t, str_printf(names, "k%d", i)))->num = i;
    }
    Name extra = name_z(t, "extra");
    for (volatile long n = 0; n < 2; n = n + 1) {
        arena_fail_after(a, n);
        if (!setjmp(guard.back)) {
            map_put(&m, extra);
            fail();
        }
        assert_int_equal(m.count, 16);
        assert_null(map_find(&m, extra));
        assert_int_equal(map_num(&m, name_z(t, "k15")), 15);
    }
    arena_fail_after(a, -1);
    map_put(&m, extra)->num = 99;
    assert_int_equal(map_num(&m, extra), 99);
    arena_free(a);
    arena_free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map),
        cmocka_unit_test(put_finds_or_makes),
        cmocka_unit_test(order_is_that_of_insertion),
        cmocka_unit_test(a_refused_put_leaves_the_map_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
