/* test_world.c: runs are kept, and what ran already does not run again. */
#include "tests/ui/host.h"

static uint32_t run_text(World *w, const char *name, const char *text, const char *tf, int python) {
    const Source *source = source_make(w->arena, str_of(name), str_of(text));
    return world_run(w, &(Attempt){source, str_of(tf), python});
}

static void test_attempts(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    TestHost *h = test_host_make(a);
    World *w = world_make(a, &h->host);
    assert_int_equal(run_text(w, "x.py", "x = 1\n", "1.4", 0), 0);
    assert_int_equal(run_text(w, "x.py", "x = 1\n", "1.4", 0), 0); /* another Source, same text */
    assert_int_equal(run_text(w, "x.py", "x = 1\n", "1.5", 0), 1);
    assert_int_equal(run_text(w, "x.py", "x = 2\n", "1.4", 0), 2);
    assert_int_equal(run_text(w, "y.py", "x = 1\n", "1.4", 0), 3);
    /* Which Python it was is known: asking for that one is nothing new. */
    int python = world_replay(w, 0)->trace->python;
    assert_int_equal(run_text(w, "x.py", "x = 1\n", "1.4", python), 0);
    assert_int_equal(run_text(w, "x.py", "x = 1\n", "1.4", 5 - python), 4);
    world_free(w);
    assert_int_equal(w->replays.count, 0);
    arena_free(a);
}

/* Whatever becomes of a text, everything is gathered. */
static void test_gathered(void **state) {
    static const char *const texts[] = {"", "def (\n", "1 / 0\n", "while True:\n    pass\n"};
    (void)state;
    Arena *a = arena_new(0);
    TestHost *h = test_host_make(a);
    World *w = world_make(a, &h->host);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const Replay *r = world_replay(w, run_text(w, "x.py", texts[i], "1.15", 0));
        assert_int_equal(r->accepted, i != 1);
        assert_non_null(r->why);
        assert_non_null(r->outlines);
        assert_non_null(r->landmarks);
        assert_non_null(r->gathered);
        assert_null(r->teaching);
    }
    world_free(w);
    arena_free(a);
}

/* A run that is met again while another lesson is open has that lesson's moments. */
static void test_taught(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    TestHost *h = test_host_make(a);
    size_t n;
    const Lesson *lessons = test_host_lessons(&h->host, &n);
    World *w = world_make(a, &h->host);
    const Attempt attempt = {lessons[1].program, lessons[1].tf, lessons[1].python};
    const Replay *r = world_replay(w, world_run(w, &attempt));
    assert_null(r->teaching);
    w->lesson = &lessons[0];
    world_run(w, &attempt);
    assert_int_equal(r->teaching->nclaims, lessons[0].nclaims);
    assert_str(r->taught, str_dup(a, lessons[0].id).at);
    w->lesson = &lessons[1];
    world_run(w, &attempt);
    assert_int_equal(r->teaching->nclaims, lessons[1].nclaims);
    for (size_t i = 0; i < lessons[1].nsections; i++)
        assert_true(r->teaching->comes[i]);
    w->lesson = NULL;
    world_run(w, &attempt);
    assert_null(r->teaching);
    world_free(w);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attempts),
        cmocka_unit_test(test_gathered),
        cmocka_unit_test(test_taught),
    };
    return cmocka_run_group_tests_name("world", tests, NULL, NULL);
}
