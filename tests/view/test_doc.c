/* test_doc.c: lines of pieces, and how they are written as plain text. */
#include "tests/test.h"
#include "view/doc.h"

static Arena *arena;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static Str text_of(const Doc *d) {
    Sink out = sink_memory(arena);
    doc_put(d, &out);
    return sink_str(&out);
}

static void test_empty(void **state) {
    (void)state;
    assert_str(text_of(doc_make(arena)), "");
}

static void test_lines(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("a"));
    doc_add(d, ROLE_ERROR, STR("b"));
    doc_line(d);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "%d", 7);
    assert_str(text_of(d), "ab\n\n7\n");
    assert_int_equal(d->lines.count, 3);
    assert_int_equal(LOG_AT(&d->pieces, DocPiece, 1)->role, ROLE_ERROR);
}

/* A newline in a piece begins a line; blanks at the end of a line are dropped. */
static void test_newlines(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_text(d, ROLE_TEXT, STR("one  \ntwo\n"));
    assert_str(text_of(d), "one\ntwo\n");
}

static void test_pad(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("ab"));
    doc_pad(d, 5);
    doc_add(d, ROLE_TEXT, STR("c"));
    doc_pad(d, 2);
    doc_add(d, ROLE_TEXT, STR("d"));
    assert_str(text_of(d), "ab   c d\n");
}

/* Columns, not bytes: a Chinese character takes two. */
static void test_columns(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("变量"));
    assert_int_equal(doc_columns(d), 4);
    doc_pad(d, 6);
    assert_int_equal(doc_columns(d), 6);
}

static void test_long_printf(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "%0500d", 1);
    assert_int_equal(doc_columns(d), 500);
}

/* No control character of a program's text reaches a terminal. */
static void test_safe(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("a\033[31mb\x07"));
    assert_str(text_of(d), "a^[[31mb^G\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),       cmocka_unit_test(test_lines),
        cmocka_unit_test(test_newlines),    cmocka_unit_test(test_pad),
        cmocka_unit_test(test_columns),     cmocka_unit_test(test_safe),
        cmocka_unit_test(test_long_printf),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
