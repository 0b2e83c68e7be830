/* test_wrap.c: lines broken at words for a pane, and lines cut to what is seen of them. */
#include "tests/test.h"
#include "view/wrap.h"

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

static void check_wrap(const char *line, size_t columns, const char *wanted) {
    Doc *from = doc_make(arena), *d = doc_make(arena);
    doc_text(from, ROLE_TEXT, str_of(line));
    doc_wrap(d, from, columns);
    assert_str(text_of(d), wanted);
}

static void test_words(void **state) {
    (void)state;
    check_wrap("", 10, "\n");
    check_wrap("one two three", 20, "one two three\n");
    check_wrap("one two three", 8, "one two\nthree\n");
    /* A word that fills the row: the blank behind it needs no room. */
    check_wrap("one two three", 7, "one two\nthree\n");
    /* A word that is longer than a row is broken anywhere. */
    check_wrap("abcdefghij", 4, "abcd\nefgh\nij\n");
    check_wrap("a bcdefghij", 4, "a\nbcde\nfghi\nj\n");
}

/* What follows a sign or a number stands below the text behind it. */
static void test_indent(void **state) {
    (void)state;
    check_wrap("  1  one two three", 12, "  1  one two\n     three\n");
    check_wrap("  + a/b  Const", 10, "  + a/b\n    Const\n");
    check_wrap("    x = 1 y", 9, "    x = 1\n    y\n");
    check_wrap("      x = 1 y", 9, "      x =\n  1 y\n"); /* deeper than half: two blanks */
    check_wrap("    x = 1 y", 7, "    x =\n1 y\n");
    check_wrap("    x = 1 and y", 13, "    x = 1 and\n    y\n");
}

/* Chinese has no blanks: it is broken between any two characters, never inside of one, and a sign
 * that closes does not begin a row. */
static void test_chinese(void **state) {
    (void)state;
    check_wrap("重用是打开的", 6, "重用是\n打开的\n");
    check_wrap("重用是打开的", 7, "重用是\n打开的\n");
    check_wrap("变量，已存在", 4, "变\n量，\n已存\n在\n");
    check_wrap("名字 foo 在", 7, "名字\nfoo 在\n");
}

static void test_roles_stay(void **state) {
    (void)state;
    Doc *from = doc_make(arena), *d = doc_make(arena);
    doc_line(from);
    doc_add(from, ROLE_TEXT, STR("ab "));
    doc_add_look(from, ROLE_VALUE, 4, STR("cd ef"));
    doc_wrap(d, from, 5);
    assert_str(text_of(d), "ab cd\nef\n");
    const DocPiece *last = LOG_AT(&d->pieces, DocPiece, d->pieces.count - 1);
    assert_str(last->text, "ef");
    assert_int_equal(last->role, ROLE_VALUE);
    assert_int_equal(last->look, 4);
}

/* A control character takes the columns of what stands for it. */
static void test_columns(void **state) {
    (void)state;
    assert_int_equal(wrap_columns(STR("ab")), 2);
    assert_int_equal(wrap_columns(STR("\x1b[")), 3);
    assert_int_equal(wrap_columns(STR("字a")), 3);
    assert_int_equal(wrap_columns(STR("a\tb")), 3);
}

static void check_cut(const char *text, size_t side, size_t columns, const char *wanted) {
    Doc *d = doc_make(arena);
    doc_line(d);
    Cut cut = cut_make(d, side, columns);
    cut_put(&cut, ROLE_CODE, 0, str_of(text));
    Sink out = sink_memory(arena);
    for (size_t i = 0; i < d->pieces.count; i++)
        sink_put(&out, LOG_AT(&d->pieces, DocPiece, i)->text);
    assert_str(sink_str(&out), wanted);
}

static void test_cut(void **state) {
    (void)state;
    check_cut("abcdef", 0, 3, "abc");
    check_cut("abcdef", 2, 3, "cde");
    check_cut("abcdef", 5, 3, "f");
    check_cut("abcdef", 9, 3, "");
    check_cut("a\tb", 0, 20, "a       b"); /* to column 8 */
    check_cut("a\tb", 3, 20, "     b");
    check_cut("字b", 1, 5, " b"); /* half of it is not seen: a blank */
    check_cut("a字b", 0, 2, "a"); /* no room for both halves */
}

/* Pieces follow one another; what is behind the window is not looked at. */
static void test_cut_pieces(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    Cut cut = cut_make(d, 1, 3);
    cut_put(&cut, ROLE_CODE, 0, STR("ab"));
    assert_false(cut_full(&cut));
    cut_put(&cut, ROLE_VALUE, 0, STR("cdef"));
    assert_true(cut_full(&cut));
    cut_put(&cut, ROLE_CODE, 0, STR("gh"));
    assert_str(text_of(d), "bcd\n");
}

/* The line says on which sides there is more, and where the part begins. */
static void check_more(const char *text, size_t side, size_t columns, bool before, bool behind) {
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("12 "));
    Cut cut = cut_make(d, side, columns);
    cut_put(&cut, ROLE_CODE, 0, str_of(text));
    const DocLine *line = LOG_AT(&d->lines, DocLine, 0);
    assert_int_equal(line->start, 3);
    assert_int_equal(line->before, before);
    assert_int_equal(line->behind, behind);
    assert_int_equal(cut_full(&cut), behind);
}

static void test_more(void **state) {
    (void)state;
    check_more("abc", 0, 3, false, false);
    check_more("abcd", 0, 3, false, true);
    check_more("abcd", 1, 3, true, false);
    check_more("abcd", 1, 2, true, true);
    check_more("abcd", 9, 3, true, false);
    check_more("    d", 2, 3, false, false); /* only blanks are hidden */
    check_more("ab字", 0, 3, false, true);
    check_more("abe\xcc\x81", 0, 3, false, false); /* an accent needs no column */
    check_more("abc\t", 0, 3, false, true);
    check_more("", 0, 0, false, false);
}

static void test_lines(void **state) {
    (void)state;
    Doc *from = doc_make(arena), *d = doc_make(arena);
    doc_text(from, ROLE_TEXT, STR("a\nb\nc"));
    doc_lines(d, from, 1, 5);
    assert_str(text_of(d), "b\nc\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),      cmocka_unit_test(test_indent),
        cmocka_unit_test(test_chinese),    cmocka_unit_test(test_roles_stay),
        cmocka_unit_test(test_columns),    cmocka_unit_test(test_cut),
        cmocka_unit_test(test_cut_pieces), cmocka_unit_test(test_more),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
