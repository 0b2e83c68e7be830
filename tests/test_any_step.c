/* test_any_step.c: the state at any step, read from the trace, is what it was when the program was
 * there.
 *
 * And the same program leaves the same trace, byte for byte, every time.
 *
 * Every test program is run with a hook that writes down the live state before each step: newest
 * values of all names of all running functions, the open scope, the numbers of nodes, variables,
 * values, errors and printed bytes. Afterwards the same is read from the finished trace at every
 * step, through the histories. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "tests/live.h"
#include "tests/suite.h"
#include "tf/tf.h"

typedef struct Subject {
    Str name, text;
} Subject;

/* ---- one program ---- */

static void test_program(void **state) {
    const Subject *p = *state;
    Observer w = live_make();
    Sink why = sink_memory(w.arena);
    RunOptions options = {.on_step = live_watch, .on_step_context = &w, .max_steps = 200000};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, 4));
    bool good = true;
    if (run_program(run, source_make(w.arena, p->name, p->text))) {
        assert_true(w.count > 0);
        good = live_compare(&w, run->trace, &why);
    }
    fprintf(stderr, "%.*s", STR_ARG(sink_str(&why)));
    run_free(run);
    live_done(&w);
    assert_true(good);
}

/* ---- the same trace ---- */

static Str trace_text(Arena *a, const Subject *p, int minor) {
    RunOptions options = {.max_steps = LIVE_MOST_STEPS};
    Sink out = sink_memory(a);
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    if (run_program(run, source_make(a, p->name, p->text)))
        trace_json(run->trace, &out);
    run_free(run);
    return sink_str(&out);
}

static void test_same_trace(void **state) {
    const Subject *p = *state;
    Arena *a = arena_new(0), *other = arena_new(0);
    void *moved = malloc(12345); /* so that addresses differ */
    Str first = trace_text(a, p, 15), second = trace_text(other, p, 15);
    bool same = str_eq(first, second);
    free(moved);
    arena_free(a);
    arena_free(other);
    assert_true(same);
}

/* ---- the programs ---- */

static void add_program(Suite *s, Str name, Str text) {
    Subject *p = ARENA_NEW(s->arena, Subject);
    *p = (Subject){name, text};
    suite_add(s, name, test_program, p);
    suite_add(s, str_printf(s->arena, "same trace: %.*s", STR_ARG(name)), test_same_trace, p);
}

static void add_case(Suite *s, const Json *line) {
    add_program(s, json_get_str(line, "id", STR("?")), json_get_str(line, "source", STR("")));
}

static int is_program(const struct dirent *e) {
    return e->d_name[0] != '.' && str_ends(str_of(e->d_name), STR(".py"));
}

static int is_folder(const struct dirent *e) {
    return e->d_name[0] != '.';
}

static void add_file(Suite *s, const char *path) {
    Str text, error;
    if (file_read(s->arena, path, 1 << 20, &text, &error))
        add_program(s, str_of(path), text);
}

/* Every program of a folder, or of the folders in it. */
static void add_folder(Suite *s, const char *below, bool nested) {
    struct dirent **entries;
    const char *folder = test_path(s->arena, below);
    int n = scandir(folder, &entries, nested ? is_folder : is_program, alphasort);
    for (int i = 0; i < n; i++) {
        add_file(s, str_printf(s->arena, "%s/%s%s", folder, entries[i]->d_name,
                               nested ? "/program.py" : "")
                        .at);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    add_folder(&s, "lessons", true);
    add_folder(&s, "tests/python", false);
    suite_read(&s, "tests/conformance/names.jsonl", add_case);
    suite_read(&s, "tests/conformance/variable.jsonl", add_case);
    suite_read(&s, "tests/conformance/getvar.jsonl", add_case);
    suite_read(&s, "tests/conformance/varscope.jsonl", add_case);
    suite_read(&s, "tests/conformance/mixed.jsonl", add_case);
    return suite_run(&s, "any step");
}
