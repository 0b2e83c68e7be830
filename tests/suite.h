/* suite.h: groups of tests that are made from data: one test a case. */
#ifndef TFSCOPE_TESTS_SUITE_H
#define TFSCOPE_TESTS_SUITE_H

#include <stdio.h>

#include "base/file.h"
#include "base/json.h"
#include "tests/test.h"

typedef struct Suite {
    Arena *arena; /* of names and data */
    struct CMUnitTest *tests;
    size_t count, room;
} Suite;

/* Adds a test; `state` reaches fn as *state. */
static inline void suite_add(Suite *s, Str name, CMUnitTestFunction fn, void *state) {
    if (s->count == s->room) {
        s->room = s->room ? 2 * s->room : 256;
        s->tests = realloc(s->tests, s->room * sizeof *s->tests);
    }
    const char *z = str_dup(s->arena, name).at;
    s->tests[s->count++] = (struct CMUnitTest){.name = z, .test_func = fn, .initial_state = state};
}

/* Runs the tests and frees the suite. A suite without tests has failed: its data was not found. */
static inline int suite_run(Suite *s, const char *name) {
    int failed = s->count ? _cmocka_run_group_tests(name, s->tests, s->count, NULL, NULL) : 1;
    free(s->tests);
    arena_free(s->arena);
    return failed;
}

/* Calls fn for every line of a JSON Lines file below the source tree. */
static inline void suite_read(Suite *s, const char *below, void (*fn)(Suite *s, const Json *line)) {
    Str text, error;
    if (!file_read(s->arena, test_path(s->arena, below), 64 << 20, &text, &error)) {
        fprintf(stderr, "%.*s\n", STR_ARG(error));
        exit(1);
    }
    while (text.len > 0) {
        ptrdiff_t end = str_find(text, STR("\n"), 0);
        Str line = end < 0 ? text : str_sub(text, 0, (size_t)end);
        text = str_sub(text, line.len + 1, text.len);
        const Json *j = line.len ? json_parse(s->arena, line, &error) : NULL;
        if (j)
            fn(s, j);
    }
}

#endif
