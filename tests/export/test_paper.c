/* Parts of a transcript, plain and as Markdown: each as it is meant, and nothing a text can break.
 */
#include "export/paper.h"

#include "tests/test.h"

typedef void PartsFn(Paper *p, Arena *a);

static void check(PartsFn *parts, bool markdown, const char *wanted) {
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    Paper p = paper_make(&out, arena_child(a), markdown);
    parts(&p, a);
    assert_str(sink_str(&out), wanted);
    arena_free(a);
}

static void headings(Paper *p, Arena *a) {
    (void)a;
    paper_heading(p, 1, STR("A_b\n\xe5\x8f\x98"));
    paper_heading(p, 3, STR("# 1. x"));
    paper_sentence(p, STR("- no *item*"));
}

static void test_headings(void **state) {
    (void)state;
    check(headings, false, "A_b \xe5\x8f\x98\n======\n\n# 1. x\n~~~~~~\n\n- no *item*\n");
    check(headings, true, "# A\\_b \xe5\x8f\x98\n\n### # 1. x\n\n\\- no \\*item\\*\n");
}

static void prose(Paper *p, Arena *a) {
    (void)a;
    paper_prose(
        p, STR("One `a_b`\ntwo.\n\n- first\n- <b>\n\n    x = `1`\n    y\n\n1) no\n\n12. item"));
}

static void test_prose(void **state) {
    (void)state;
    check(prose, false,
          "One `a_b` two.\n\n  - first\n  - <b>\n\n    x = `1`\n    y\n\n1) no\n\n  - item\n");
    check(
        prose, true,
        "One `a_b` two.\n\n- first\n- \\<b\\>\n\n```text\nx = `1`\ny\n```\n\n1\\) no\n\n- item\n");
}

static void code(Paper *p, Arena *a) {
    Doc *d = doc_make(a);
    doc_text(d, ROLE_CODE, STR("```\n````\n  x \x1b[0m\n"));
    paper_code(p, d);
}

static void test_code(void **state) {
    (void)state;
    check(code, false, "    ```\n    ````\n      x ^[[0m\n");
    check(code, true, "`````text\n```\n````\n  x ^[[0m\n`````\n");
}

/* Names are code, with more backticks than they hold. */
static void items(Paper *p, Arena *a) {
    Doc *d = doc_make(a);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("  1  made "));
    doc_add(d, ROLE_VARIABLE, STR("a`b"));
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("http://x"));
    paper_items(p, d, true);
}

static void test_items(void **state) {
    (void)state;
    check(items, false, "   1. made a`b\n   2. http://x\n");
    check(items, true, "1. made ``a`b``\n2. http\\://x\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_prose),
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
