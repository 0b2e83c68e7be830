#include "base/arena.h"

#include <string.h>

#include "tests/test.h"

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#endif

/* A failure handler that jumps back, as a run's guard does. */
typedef struct Guard {
    jmp_buf back;
    ArenaRefusal why;
    size_t size;
} Guard;

static void jump_back(void *context, ArenaRefusal why, size_t size) {
    Guard *guard = context;
    guard->why = why;
    guard->size = size;
    longjmp(guard->back, 1);
}

static bool all_zero(const void *at, size_t size) {
    const unsigned char *bytes = at;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i]) {
            return false;
        }
    }
    return true;
}

static void memory_is_zeroed_and_aligned(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *at = arena_alloc(a, size);
        assert_non_null(at);
        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        assert_true(all_zero(at, size));
        memset(at, 0xa5, size);
    }
    arena_free(a);
}

static void objects_do_not_overlap(void **state) {
    (void)state;
    enum { COUNT = 2000 };
    Arena *a = arena_new(0);
    unsigned char *at[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        at[i] = arena_alloc(a, i % 97 + 1);
        memset(at[i], (int)(i & 0xff), i % 97 + 1);
    }
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t k = 0; k < i % 97 + 1; k++) {
            assert_int_equal(at[i][k], i & 0xff);
        }
    }
    arena_free(a);
}

static void size_zero_gives_a_pointer(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_non_null(arena_alloc(a, 0));
    assert_non_null(arena_array(a, 0, 8));
    assert_non_null(arena_copy(a, NULL, 0));
    arena_free(a);
}

static void large_objects_fit(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char *large = arena_alloc(a, (size_t)5 << 20);
    char *small = arena_alloc(a, 3);
    assert_true(all_zero(large, (size_t)5 << 20));
    memset(large, 1, (size_t)5 << 20);
    assert_true(all_zero(small, 3));
    assert_true(arena_used(a) >= ((size_t)5 << 20) + 3);
    arena_free(a);
}

static void used_counts_what_was_handed_out(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_int_equal(arena_used(a), 0);
    arena_alloc(a, 1);
    assert_int_equal(arena_used(a), ARENA_ALIGN);
    arena_alloc(a, ARENA_ALIGN);
    assert_int_equal(arena_used(a), 2 * ARENA_ALIGN);
    for (int i = 0; i < 10000; i++) {
        arena_alloc(a, 48);
    }
    assert_int_equal(arena_used(a), 2 * ARENA_ALIGN + 480000);
    arena_alloc(a, 1 << 20);
    assert_int_equal(arena_used(a), 2 * ARENA_ALIGN + 480000 + (1 << 20));
    arena_free(a);
}

static void copy_is_the_same_bytes(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char *copy = arena_copy(a, "a\0b", 3);
    assert_memory_equal(copy, "a\0b", 3);
    arena_free(a);
}

static void limit_is_kept_and_reported(void **state) {
    (void)state;
    Arena *a = arena_new(1000);
    Guard guard;
    volatile size_t handed_out = 0;
    arena_on_fail(a, jump_back, &guard);
    if (!setjmp(guard.back)) {
        for (;;) {
            arena_alloc(a, 64);
            handed_out += 64;
        }
    }
    assert_int_equal(guard.why, ARENA_LIMIT);
    assert_int_equal(guard.size, 64);
    assert_int_equal(handed_out, 960);
    assert_int_equal(arena_used(a), 960);
    if (!setjmp(guard.back)) {
        arena_alloc(a, 32); /* what still fits is still given */
        arena_alloc(a, 16);
        fail();
    }
    assert_int_equal(arena_used(a), 992);
    arena_free(a);
}

static void limit_holds_for_one_large_object(void **state) {
    (void)state;
    Arena *a = arena_new((size_t)1 << 20);
    Guard guard;
    arena_on_fail(a, jump_back, &guard);
    if (!setjmp(guard.back)) {
        arena_alloc(a, ((size_t)1 << 20) + 1);
        fail();
    }
    assert_int_equal(guard.why, ARENA_LIMIT);
    assert_int_equal(arena_used(a), 0);
    assert_non_null(arena_alloc(a, (size_t)1 << 20));
    arena_free(a);
}

static void product_overflow_is_refused(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Guard guard;
    arena_on_fail(a, jump_back, &guard);
    if (!setjmp(guard.back)) {
        arena_array(a, SIZE_MAX / 2 + 2, 2);
        fail();
    }
    assert_int_equal(guard.why, ARENA_SYSTEM);
    if (!setjmp(guard.back)) {
        arena_alloc(a, SIZE_MAX);
        fail();
    }
    if (!setjmp(guard.back)) {
        arena_alloc(a, SIZE_MAX - 7);
        fail();
    }
    assert_non_null(arena_alloc(a, 8));
    arena_free(a);
}

static void fails_after_n(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Guard guard;
    volatile int given = 0;
    arena_on_fail(a, jump_back, &guard);
    arena_alloc(a, 8);
    arena_fail_after(a, 3);
    if (!setjmp(guard.back)) {
        for (;;) {
            arena_alloc(a, 8);
            given++;
        }
    }
    assert_int_equal(given, 3);
    assert_int_equal(guard.why, ARENA_SYSTEM);
    if (!setjmp(guard.back)) {
        arena_alloc(a, 100000); /* goes on refusing */
        fail();
    }
    arena_fail_after(a, -1);
    assert_true(all_zero(arena_alloc(a, 8), 8));
    arena_free(a);
}

static void reset_gives_zeroed_memory_again(void **state) {
    (void)state;
    Arena *a = arena_new(100000);
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 100; i++) {
            unsigned char *at = arena_alloc(a, 500);
            assert_true(all_zero(at, 500));
            memset(at, 0xff, 500);
        }
        memset(arena_alloc(a, 40000), 0xff, 40000);
        arena_reset(a);
        assert_int_equal(arena_used(a), 0);
    }
    arena_free(a);
}

/* Only a sanitized build can tell. */
static void what_is_not_handed_out_is_poisoned(void **state) {
    (void)state;
#ifdef ARENA_POISON
    Arena *a = arena_new(0);
    for (size_t size = 1; size < 100; size++) {
        char *at = arena_alloc(a, size);
        assert_null(__asan_region_is_poisoned(at, size));
        assert_true(__asan_address_is_poisoned(at + size));
    }
    char *stale = arena_alloc(a, 100);
    arena_reset(a);
    assert_true(__asan_address_is_poisoned(stale));
    arena_free(a);
#endif
}

static void reset_of_an_empty_arena(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    arena_reset(a);
    assert_non_null(arena_alloc(a, 1));
    arena_free(a);
    arena_free(NULL);
}

static void children_are_freed_with_their_parent(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Arena *first = arena_child(a), *second = arena_child(a), *grandchild = arena_child(second);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(*(char *)arena_alloc(first, 100000), 0);
        memset(arena_alloc(first, 1000), 'x', 1000);
        arena_alloc(grandchild, 1);
        arena_reset(first);
        assert_int_equal(arena_used(first), 0);
    }
    arena_reset(a);
    assert_int_equal(*(char *)arena_alloc(second, 1), 0);
    arena_free(a); /* a sanitizer tells what was left */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(objects_do_not_overlap),
        cmocka_unit_test(size_zero_gives_a_pointer),
        cmocka_unit_test(large_objects_fit),
        cmocka_unit_test(used_counts_what_was_handed_out),
        cmocka_unit_test(copy_is_the_same_bytes),
        cmocka_unit_test(limit_is_kept_and_reported),
        cmocka_unit_test(limit_holds_for_one_large_object),
        cmocka_unit_test(product_overflow_is_refused),
        cmocka_unit_test(fails_after_n),
        cmocka_unit_test(reset_gives_zeroed_memory_again),
        cmocka_unit_test(what_is_not_handed_out_is_poisoned),
        cmocka_unit_test(reset_of_an_empty_arena),
        cmocka_unit_test(children_are_freed_with_their_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
