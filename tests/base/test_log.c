#include "base/log.h"

#include "tests/test.h"

typedef struct Step {
    uint64_t number;
    uint32_t line;
} Step;

static void elements_keep_place_and_value(void **state) {
    (void)state;
    enum { COUNT = 30000 };
    Arena *a = arena_new(0);
    Log log = log_make(a, sizeof(Step));
    Step **at = ARENA_ARRAY(a, COUNT, Step *);
    for (size_t i = 0; i < COUNT; i++) {
        at[i] = LOG_PUSH(&log, Step);
        assert_int_equal(at[i]->number, 0);
        assert_int_equal(log.count, i + 1);
        at[i]->number = i;
        at[i]->line = (uint32_t)(i * 3);
    }
    for (size_t i = 0; i < COUNT; i++) {
        assert_ptr_equal(LOG_AT(&log, Step, i), at[i]);
        assert_int_equal(at[i]->number, i);
        assert_int_equal(at[i]->line, i * 3);
    }
    arena_free(a);
}

/* The first and last element of every block, by the sizes that log.h promises. */
static void block_boundaries(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Log log = log_make(a, 1);
    size_t first = 0;
    size_t capacity = 8;
    for (int block = 0; block < 14; block++) {
        char *begin = NULL;
        for (size_t i = 0; i < capacity; i++) {
            char *at = log_push(&log);
            begin = i ? begin : at;
            assert_ptr_equal(at, begin + i);
        }
        assert_ptr_equal(log_at(&log, first), begin);
        assert_ptr_equal(log_at(&log, first + capacity - 1), begin + capacity - 1);
        first += capacity;
        capacity = capacity < 4096 ? capacity * 2 : 4096;
    }
    arena_free(a);
}

static void growing_keeps_memory_small(void **state) {
    (void)state;
    enum { COUNT = 1000000 };
    Arena *a = arena_new(0);
    Log log = log_make(a, 16);
    for (size_t i = 0; i < COUNT; i++) {
        log_push(&log);
    }
    size_t elements = (size_t)COUNT * 16;
    assert_true(arena_used(a) < elements + 4096 * 16 + 64 * 1024);
    arena_free(a);
}

typedef struct Guard {
    jmp_buf back;
} Guard;

static void jump_back(void *context, ArenaRefusal why, size_t size) {
    (void)why, (void)size;
    longjmp(((Guard *)context)->back, 1);
}

static void a_refused_push_leaves_the_log_whole(void **state) {
    (void)state;
    Arena *a = arena_new(20000);
    Guard guard;
    arena_on_fail(a, jump_back, &guard);
    Log log = log_make(a, sizeof(uint64_t));
    if (!setjmp(guard.back)) {
        for (;;) {
            *LOG_PUSH(&log, uint64_t) = 1;
        }
    }
    size_t sum = 0;
    for (size_t i = 0; i < log.count; i++) {
        sum += *LOG_AT(&log, uint64_t, i);
    }
    assert_true(log.count > 500);
    assert_int_equal(sum, log.count);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_keep_place_and_value),
        cmocka_unit_test(block_boundaries),
        cmocka_unit_test(growing_keeps_memory_small),
        cmocka_unit_test(a_refused_push_leaves_the_log_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
