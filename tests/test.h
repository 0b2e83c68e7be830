/* test.h: what every test program includes: cmocka with the headers that it wants before
 * it, and the places where tests find their data.
 *
 * A test program has one group of tests, so that its results are one TAP document. */
#ifndef TFSCOPE_TESTS_TEST_H
#define TFSCOPE_TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"

/* cmocka reports skip() as a failure in TAP: a test that cannot run somewhere just returns. */
#undef skip

/* The top of the source tree; tests read their data below it and never write there. */
static inline const char *test_source_root(void) {
    const char *root = getenv("TFSCOPE_SRCDIR");
    return root ? root : ".";
}

/* The path of the file that lies at `below` in the source tree. */
static inline const char *test_path(Arena *a, const char *below) {
    return str_printf(a, "%s/%s", test_source_root(), below).at;
}

/* Whether a sanitizer catches faults before anyone else does. */
static inline bool test_sanitized(void) {
#ifdef __SANITIZE_ADDRESS__
    return true;
#else
    return false;
#endif
}

/* The bytes of a Str are these of a literal. */
#define assert_str(s, literal) test_assert_str((s), (literal), __FILE__, __LINE__)

static inline void test_assert_str(Str s, const char *wanted, const char *file, int line) {
    if (!str_is(s, wanted)) {
        print_error("got    \"%.*s\"\nwanted \"%s\"\n", STR_ARG(s), wanted);
        _fail(file, line);
    }
}

#endif
