/* test_prose.c: prose of lessons: paragraphs, lists, code, and code within a line. */
#include "base/grid.h"
#include "tests/test.h"
#include "view/prose.h"

/* A doc with its roles: [code] in brackets, {bold code} in braces. */
static Str shown(Arena *a, const Doc *d) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < d->lines.count; i++) {
        const DocLine *line = LOG_AT(&d->lines, DocLine, i);
        for (size_t k = 0; k < line->count; k++) {
            const DocPiece *p = LOG_AT(&d->pieces, DocPiece, line->first + k);
            const char *around = p->role != ROLE_CODE ? "" : p->look == LOOK_BOLD ? "{}" : "[]";
            sink_put(&out, str_sub(str_of(around), 0, 1));
            sink_put(&out, p->text);
            sink_put(&out, str_sub(str_of(around), 1, 2));
        }
        sink_char(&out, '\n');
    }
    return sink_str(&out);
}

static void check(void (*put)(Doc *d, Str text), const char *text, const char *wanted) {
    Arena *a = arena_new(0);
    Doc *d = doc_make(a);
    put(d, str_of(text));
    assert_str(shown(a, d), wanted);
    arena_free(a);
}

static void add(Doc *d, Str text) {
    doc_line(d);
    prose_add(d, ROLE_TEXT, text);
}

static void test_code_within_a_line(void **state) {
    (void)state;
    check(add, "", "\n");
    check(add, "a `b` c", "a {b} c\n");
    check(add, "`b`", "{b}\n");
    check(add, "`a b``c`", "{a b}{c}\n");
    check(add, "one ` is none", "one ` is none\n");
    check(add, "`a` and ` more", "{a} and ` more\n");
    check(add, "empty `` is none", "empty `` is none\n");
    check(add, "`a\nb`", "`a\nb`\n");
    check(add, "变量 `x` 的", "变量 {x} 的\n");
}

static void test_paragraphs(void **state) {
    (void)state;
    check(prose_put, "one\ntwo\n\nthree", "one two\n\nthree\n");
    check(prose_put, "一\n二", "一二\n");
    check(prose_put, "一\ntwo", "一 two\n");
    check(prose_put, "- one\n- two\nmore\n1. three", "- one\n- two more\n1. three\n");
    /* A release is no number of a list. */
    check(prose_put, "up to\n1.8 it was", "up to 1.8 it was\n");
    /* Code may go over the end of a line, and may begin one. */
    check(prose_put, "see `tf.get_variable('x',\nshape=[1])` and\n`y`.",
          "see {tf.get_variable('x', shape=[1])} and {y}.\n");
    check(prose_put, "so:\n\n    x = `1`\n    y = 2\nthen",
          "so:\n\n[    x = `1`]\n[    y = 2]\nthen\n");
}

static void test_lines_as_they_stand(void **state) {
    (void)state;
    check(prose_put_lines, "one `a`\ntwo\n\n    x = `1`", "one [`a`]\ntwo\n\n[    x = `1`]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_code_within_a_line),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_lines_as_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
