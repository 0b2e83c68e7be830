/* Scripts of keys: groups, comments, the screens that are passed, and what a session does between
 * them. */
#include "ui/script.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/ui/host.h"
#include "ui/explore.h"
#include "ui/wish.h"

static const char program[] = "import tensorflow as tf\n"
                              "with tf.variable_scope('box'):\n"
                              "    a = tf.get_variable('a', [2])\n"
                              "print(a.name)\n";

static void test_groups_stand_between_blanks(void **state) {
    (void)state;
    Str text = STR("  ]] w\n\t<Tab>jj  "), group;
    size_t i = 0;
    assert_true(script_group(text, &i, &group));
    assert_str(group, "]]");
    assert_true(script_group(text, &i, &group));
    assert_str(group, "w");
    assert_true(script_group(text, &i, &group));
    assert_str(group, "<Tab>jj");
    assert_false(script_group(text, &i, &group));
}

static void test_comments_are_lines_of_files(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(script_of_file(a, STR("# about\n]] w\n#\nq #\n# end")), "]] w\nq #\n");
    arena_free(a);
}

/* ---- playing ---- */

typedef struct Passed {
    Arena *arena;
    Sink log; /* "keys step/steps columns;" of each screen */
    Str last; /* text of the last screen */
} Passed;

static void pass(void *context, const ScreenPassed *it) {
    Passed *p = context;
    Sink text = sink_memory(p->arena);
    grid_text(it->grid, &text);
    p->last = sink_str(&text);
    sink_printf(&p->log, "%.*s %zu/%zu %dx%d;", STR_ARG(it->keys), it->step, it->steps,
                it->grid->cols, it->grid->rows);
}

static bool play(Passed *p, World *w, const ExploreOptions *options, const char *keys, Str *error) {
    p->log = sink_memory(p->arena);
    Script script = {str_of(keys), 24, 80, pass, p};
    return explore_script(w, options, &script, error);
}

static bool shows(const Passed *p, const char *text) {
    return str_find(p->last, str_of(text), 0) >= 0;
}

static void test_a_screen_after_each_group(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    World *w = test_world_make(test_host_make(a), program, "1.4");
    ExploreOptions options = {.at = -1};
    Passed p = {.arena = a};
    Str error;
    assert_true(play(&p, w, &options, "<Space> <Space><Space> <40x12> <BS>", &error));
    assert_str(sink_str(&p.log), "start 0/4 80x24;<Space> 1/4 80x24;<Space><Space> 3/4 80x24;"
                                 "<40x12> 3/4 40x12;<BS> 2/4 40x12;");
    world_free(w);
    arena_free(a);
}

static void test_leaving_ends_it(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    World *w = test_world_make(test_host_make(a), program, "1.4");
    ExploreOptions options = {.at = 2};
    Passed p = {.arena = a};
    Str error;
    assert_true(play(&p, w, &options, "<Space> Q <Space>", &error));
    assert_str(sink_str(&p.log), "start 2/4 80x24;<Space> 3/4 80x24;");
    world_free(w);
    arena_free(a);
}

static void test_unknown_keys_play_nothing(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    World *w = test_world_make(test_host_make(a), program, "1.4");
    ExploreOptions options = {.at = -1};
    Passed p = {.arena = a};
    Str error;
    assert_false(play(&p, w, &options, "<Space> <Hyper>", &error));
    assert_true(str_find(error, STR("<Hyper>"), 0) >= 0);
    assert_int_equal(p.log.len, 0);
    world_free(w);
    arena_free(a);
}

static void test_a_wrong_file_of_keys_is_told(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    World *w = test_world_make(test_host_make(a), program, "1.4");
    ExploreOptions options = {
        .at = -1, .key_file = STR("fly f\nquit <Space>\n"), .key_file_name = STR("my-keys")};
    Passed p = {.arena = a};
    Str error;
    assert_true(play(&p, w, &options, "", &error));
    assert_true(shows(&p, "my-keys:1:"));
    /* What is right in it holds. */
    assert_true(play(&p, w, &options, "<Space>", &error));
    assert_str(sink_str(&p.log), "start 0/4 80x24;");
    world_free(w);
    arena_free(a);
}

/* ---- what the outside does ---- */

static char folder[] = "/tmp/tfscope-script-XXXXXX";

static void write_program(Arena *a, const char *path, const char *text) {
    Str error;
    assert_true(file_write(a, path, str_of(text), true, &error));
}

/* As the command line does it, but with files. */
static const Source *read_file(Host *host, Arena *a, Str path, Str *error) {
    (void)host;
    const Source *source;
    return file_read_source(a, path.at, &source, error) ? source : NULL;
}

static bool write_file(Host *host, Arena *a, const WriteAsk *ask, Str *error) {
    (void)host;
    return file_write(a, str_dup(a, ask->path).at, ask->text, ask->over, error);
}

static World *open_file(TestHost *h, const char *path) {
    Str error;
    uint32_t replay;
    h->host.read = read_file;
    h->host.write = write_file;
    World *w = world_make(h->arena, &h->host);
    assert_true(wish_open(w, str_of(path), &replay, &error));
    assert_int_equal(replay, 0);
    return w;
}

/* Between two keys, as somebody else would. */
typedef struct Meddler {
    Passed passed; /* first: pass takes it */
    const char *path, *text;
} Meddler;

static void meddle(void *context, const ScreenPassed *it) {
    Meddler *m = context;
    pass(&m->passed, it);
    if (!str_is(it->keys, "start"))
        return;
    if (m->text)
        write_program(m->passed.arena, m->path, m->text);
    else
        unlink(m->path);
}

static void meddled(const char *text, const char *keys, const char *wanted) {
    Arena *a = arena_new(0);
    const char *path = str_printf(a, "%s/program.py", folder).at;
    Meddler m = {{.arena = a, .log = sink_memory(a)}, path, text};
    ExploreOptions options = {.at = -1};
    Script script = {str_of(keys), 24, 80, meddle, &m};
    Str error;
    write_program(a, path, program);
    World *w = open_file(test_host_make(a), path);
    assert_true(explore_script(w, &options, &script, &error));
    if (!shows(&m.passed, wanted))
        fail_msg("no \"%s\" in\n%.*s", wanted, STR_ARG(m.passed.last));
    world_free(w);
    arena_free(a);
}

static void test_a_file_that_changes_is_told_once(void **state) {
    (void)state;
    meddled("print('new')\n", "<Space>", "the file has changed");
    meddled("print('new')\n", "<Space> R", "the file was read again");
    meddled("print('new')\n", "<Space> R", "print('new')");
    meddled("print('new')\n", "<Space> <Space>", "next landmark");
    meddled(program, "R", "the file has not changed");
}

static void test_a_file_that_vanishes_is_a_sentence(void **state) {
    (void)state;
    meddled(NULL, "<Space>", "the file is gone");
    meddled(NULL, "<Space> R", "cannot read");
    meddled(NULL, "<Space> R <Space>", "step 2/4");
}

/* What stands in a file of the folder after a script; "" when there is none. */
static Str written(Arena *a, const char *keys, const char *wanted, const char *name) {
    const char *path = str_printf(a, "%s/program.py", folder).at;
    ExploreOptions options = {.at = -1};
    Passed p = {.arena = a};
    Str error, text;
    write_program(a, path, program);
    World *w = open_file(test_host_make(a), path);
    assert_true(play(&p, w, &options, keys, &error));
    if (!shows(&p, wanted))
        fail_msg("no \"%s\" in\n%.*s", wanted, STR_ARG(p.last));
    world_free(w);
    bool there = file_read(a, str_printf(a, "%s/%s", folder, name).at, SOURCE_LIMIT, &text, &error);
    return there ? text : STR("");
}

#define EDIT "e<Home>#<Esc> "

static void test_an_edit_can_be_written(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str edited = str_join2(a, STR("#"), str_of(program));
    const char *new_file = str_printf(a, EDIT ":write<Space>%s/new.py<CR>", folder).at;
    /* Into its own file only after a question, and only what was edited. */
    assert_true(str_is(written(a, EDIT ":write<CR>", "own file? (y/n)", "program.py"), program));
    assert_true(str_is(written(a, EDIT ":write<CR>n", "help", "program.py"), program));
    assert_true(str_eq(written(a, EDIT ":write<CR>y", "written: ", "program.py"), edited));
    assert_true(str_is(written(a, "gw", "nothing was edited", "program.py"), program));
    assert_true(str_eq(written(a, EDIT "gwy gw", "nothing was edited", "program.py"), edited));
    /* Into a new file at once, never over another one. */
    assert_true(str_eq(written(a, new_file, "written: ", "new.py"), edited));
    write_program(a, str_printf(a, "%s/new.py", folder).at, "kept");
    assert_true(str_is(written(a, new_file, "exists already", "new.py"), "kept"));
    arena_free(a);
}

/* What somebody else wrote meanwhile stays. */
static void test_another_ones_text_is_not_written_over(void **state) {
    (void)state;
    meddled("print('new')\n", EDIT "gwy", "is not as it was read");
    meddled(NULL, EDIT "gwy", "is not as it was read");
}

static void test_folds_are_kept_by_program(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    const char *path = str_printf(a, "%s/program.py", folder).at;
    ExploreOptions options = {.at = -1, .state_folder = str_printf(a, "%s/state", folder)};
    Passed p = {.arena = a};
    Str error;
    write_program(a, path, program);
    World *w = open_file(test_host_make(a), path);
    assert_true(play(&p, w, &options, "G <Tab>*", &error));
    assert_false(shows(&p, " a    "));
    world_free(w);
    w = open_file(test_host_make(a), path);
    assert_true(play(&p, w, &options, "G", &error));
    assert_false(shows(&p, " a    "));
    world_free(w);
    /* Another program has its own. */
    const char *other = str_printf(a, "%s/other.py", folder).at;
    write_program(a, other, program);
    w = open_file(test_host_make(a), other);
    assert_true(play(&p, w, &options, "G", &error));
    assert_true(shows(&p, " a    "));
    world_free(w);
    arena_free(a);
}

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    int status = system(str_printf(a, "rm -r '%s'", folder).at);
    arena_free(a);
    return status;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_stand_between_blanks),
        cmocka_unit_test(test_comments_are_lines_of_files),
        cmocka_unit_test(test_a_screen_after_each_group),
        cmocka_unit_test(test_leaving_ends_it),
        cmocka_unit_test(test_unknown_keys_play_nothing),
        cmocka_unit_test(test_a_wrong_file_of_keys_is_told),
        cmocka_unit_test(test_a_file_that_changes_is_told_once),
        cmocka_unit_test(test_a_file_that_vanishes_is_a_sentence),
        cmocka_unit_test(test_an_edit_can_be_written),
        cmocka_unit_test(test_another_ones_text_is_not_written_over),
        cmocka_unit_test(test_folds_are_kept_by_program),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
