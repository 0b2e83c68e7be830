/* What a presenter shows comes through its file as it was; a file that is none is refused. */
#include "tutor/stage.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/test.h"

static char folder[] = "/tmp/tfscope-stage-XXXXXX";

static Str path_in(Arena *a) {
    return str_printf(a, "%s/session.json", folder);
}

static Stage full_stage(void) {
    return (Stage){.lesson = STR("box-values"),
                   .exercise = STR("mend"),
                   .name = STR("a \"b\"\\\n.py"),
                   .text = STR("x = '\xe5\x8f\x98\xe9\x87\x8f'\n\x01"),
                   .tf = STR("1.4"),
                   .python = 2,
                   .step = 12,
                   .events = 0,
                   .blank = true,
                   .left = true,
                   .began = 1790000000,
                   .length = 45};
}

static void test_through_a_file(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Stage full = full_stage(), back, empty = {.events = -1};
    Str error;
    assert_true(stage_write(a, path_in(a), &full, &error));
    assert_true(stage_read(a, path_in(a), &back, &error));
    assert_true(stage_same(&full, &back));
    assert_true(stage_write(a, path_in(a), &empty, &error));
    assert_true(stage_read(a, path_in(a), &back, &error));
    assert_true(stage_same(&empty, &back));
    arena_free(a);
}

/* Each field makes a difference. */
static void test_same(void **state) {
    (void)state;
    enum { FIELDS = 12 };
    Stage full = full_stage(), other[FIELDS];
    for (int i = 0; i < FIELDS; i++)
        other[i] = full;
    other[0].lesson = other[1].exercise = other[2].name = other[3].text = other[4].tf = STR("");
    other[5].python = 3;
    other[6].step = 13;
    other[7].events = -1;
    other[8].blank = other[9].left = false;
    other[10].began = 0;
    other[11].length = 0;
    assert_true(stage_same(&full, &full));
    for (int i = 0; i < FIELDS; i++)
        assert_false(stage_same(&full, &other[i]));
}

/* Neither side waits for the other end of a pipe. */
static void test_pipe(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Stage stage = full_stage();
    Str error, pipe = str_printf(a, "%s/pipe", folder), file = str_printf(a, "%s/link", folder);
    assert_int_equal(mkfifo(pipe.at, 0600), 0);
    assert_int_equal(symlink("pipe", file.at), 0);
    alarm(20);
    assert_false(stage_read(a, pipe, &stage, &error));
    assert_false(stage_read(a, file, &stage, &error));
    assert_false(stage_read(a, STR("/dev/zero"), &stage, &error));
    assert_false(stage_write(a, file, &stage, &error));
    assert_true(str_find(error, STR("a pipe"), 0) >= 0);
    alarm(0);
    unlink(file.at);
    unlink(pipe.at);
    arena_free(a);
}

static void check_refused(const char *text) {
    Arena *a = arena_new(0);
    Stage stage;
    Str error = {0};
    assert_true(file_write(a, path_in(a).at, str_of(text), true, &error));
    assert_false(stage_read(a, path_in(a), &stage, &error));
    assert_true(str_find(error, STR("session.json"), 0) >= 0);
    arena_free(a);
}

static void test_no_session(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Stage stage;
    Str error;
    check_refused("");
    check_refused("{");
    check_refused("[1]");
    check_refused("{\"tfscope_session\": 2}");
    check_refused("{\"tfscope_session\": \"1\"}");
    assert_false(stage_read(a, STR("/nowhere/at/all"), &stage, &error));
    arena_free(a);
}

/* Numbers of a stranger's are taken with doubt. */
static void test_strange_numbers(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Stage stage;
    Str error;
    assert_true(file_write(a, path_in(a).at,
                           STR("{\"tfscope_session\":1,\"step\":-5,\"events\":1e300,\"python\":7,"
                               "\"began\":\"x\",\"length\":-1,\"text\":5}"),
                           true, &error));
    assert_true(stage_read(a, path_in(a), &stage, &error));
    assert_int_equal(stage.step, 0);
    assert_int_equal(stage.events, -1);
    assert_int_equal(stage.python, 0);
    assert_int_equal(stage.began, 0);
    assert_int_equal(stage.length, 0);
    assert_int_equal(stage.text.len, 0);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_through_a_file),
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_no_session),
        cmocka_unit_test(test_strange_numbers),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    Arena *a = arena_new(0);
    unlink(path_in(a).at);
    rmdir(folder);
    arena_free(a);
    return failed;
}
