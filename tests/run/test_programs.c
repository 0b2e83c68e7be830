/* Programs of tests/python, tests/python2 and tests/numpy: each prints what NAME.out holds, and
 * ends with the traceback of NAME.err if there is one. Both were made by CPython
 * (tests/python/make_expected.py), where needed with numpy; those of Python 2 were thought out by
 * hand. */
#include "tests/run/program.h"
#include "tests/suite.h"

#include <dirent.h>
#include <string.h>

typedef struct Case {
    const char *name; /* "python/NAME", without ".py" */
} Case;

static Str read_text(Arena *a, const char *name, const char *ending, bool *there) {
    Str text = STR(""), error;
    const char *below = str_printf(a, "tests/%s%s", name, ending).at;
    *there = file_read(a, test_path(a, below), SOURCE_LIMIT, &text, &error);
    return text;
}

static void assert_same(const char *what, Str got, Str wanted) {
    if (!str_eq(got, wanted)) {
        print_error("%s: got\n%.*s\nwanted\n%.*s\n", what, STR_ARG(got), STR_ARG(wanted));
        fail();
    }
}

static void test_program(void **state) {
    const Case *c = *state;
    Arena *a = arena_new(0);
    bool two = str_starts(str_of(c->name), STR("python2/"));
    RunOptions options = {.python = two ? 2 : 3};
    bool there;
    Str program = read_text(a, c->name, ".py", &there);
    assert_true(there);
    Ran r = run_source(str_printf(a, "%s.py", strrchr(c->name, '/') + 1), program, &options);
    assert_true(r.accepted);
    Str out = read_text(a, c->name, ".out", &there);
    assert_true(there);
    assert_same("output", r.out, out);
    Str error = read_text(a, c->name, ".err", &there);
    assert_same("traceback", r.error, there ? error : STR(""));
    ran_free(&r);
    arena_free(a);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const Case *)a)->name, ((const Case *)b)->name);
}

/* A program is a .py file with an .out file beside it. */
static bool is_program(Arena *a, Str file) {
    bool there = str_ends(file, STR(".py"));
    if (there) {
        Str name = str_sub(file, 0, file.len - 3);
        read_text(a, str_dup(a, name).at, ".out", &there);
    }
    return there;
}

/* Adds the programs of a folder below tests to the n cases; returns how many there are then. */
static size_t list_programs(Arena *a, const char *folder, Case *cases, size_t n, size_t most) {
    DIR *dir = opendir(test_path(a, str_printf(a, "tests/%s", folder).at));
    for (struct dirent *e; dir && n < most && (e = readdir(dir));) {
        Str file = str_printf(a, "%s/%s", folder, e->d_name);
        if (is_program(a, file)) {
            cases[n++].name = str_dup(a, str_sub(file, 0, file.len - 3)).at;
        }
    }
    if (dir) {
        closedir(dir);
    }
    qsort(cases, n, sizeof *cases, by_name);
    return n;
}

int main(void) {
    static Case cases[2000];
    Suite s = {.arena = arena_new(0)};
    size_t n = list_programs(s.arena, "python", cases, 0, sizeof cases / sizeof *cases);
    n = list_programs(s.arena, "python2", cases, n, sizeof cases / sizeof *cases);
    n = list_programs(s.arena, "numpy", cases, n, sizeof cases / sizeof *cases);
    for (size_t i = 0; i < n; i++) {
        suite_add(&s, str_of(cases[i].name), test_program, &cases[i]);
    }
    return suite_run(&s, "programs");
}
