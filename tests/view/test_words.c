/* test_words.c: signs told in words. */
#include "tests/test.h"
#include "view/words.h"

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

static Str words_of(const Doc *d) {
    Sink out = sink_memory(arena);
    words_put(d, &out);
    return sink_str(&out);
}

/* A sign, and text behind it. */
static Doc *line_of(Role role, const char *sign, const char *text) {
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, role, str_of(sign));
    doc_add(d, ROLE_OP, str_of(text));
    return d;
}

static void test_sign_at_the_start(void **state) {
    (void)state;
    assert_str(words_of(line_of(ROLE_NEW, "  + ", "a/b")), "  new: a/b\n");
    assert_str(words_of(line_of(ROLE_CHANGED, "~ ", "a")), "changed: a\n");
    assert_str(words_of(line_of(ROLE_SHARED, "=", "a")), "shared: a\n");
    assert_str(words_of(line_of(ROLE_ERROR, "! ", "no")), "error: no\n");
    assert_str(words_of(line_of(ROLE_DIM, "  : ", "hello")), "  prints: hello\n");
}

/* The text behind it says it already. */
static void test_sign_without_word(void **state) {
    (void)state;
    assert_str(words_of(line_of(ROLE_DIM, "  > ", "enter")), "  enter\n");
    assert_str(words_of(line_of(ROLE_CHANGED, "  - ", "a")), "  a\n");
}

/* A sentence about the sharing says the word itself; other texts do not take it away. */
static void test_word_is_said_once(void **state) {
    (void)state;
    Doc *shared = line_of(ROLE_SHARED, "  = ", "v:0");
    doc_add(shared, ROLE_TEXT, STR("  "));
    doc_add(shared, ROLE_TEXT, STR("shared: the variable of line 4"));
    assert_str(words_of(shared), "  v:0  shared: the variable of line 4\n");
    assert_str(words_of(line_of(ROLE_SHARED, "= ", "shared")), "shared: shared\n");
    Doc *printed = doc_make(arena);
    doc_line(printed);
    doc_add(printed, ROLE_DIM, STR("  : "));
    doc_add(printed, ROLE_TEXT, STR("prints"));
    assert_str(words_of(printed), "  prints: prints\n");
}

static void test_several_signs(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_KEY, STR("●"));
    doc_add(d, ROLE_HERE, STR("✓"));
    doc_add(d, ROLE_TEXT, STR(" "));
    doc_add(d, ROLE_DIM, STR(" 7 "));
    doc_add(d, ROLE_CODE, STR("  pass"));
    assert_str(words_of(d), "stop mark, ran: 7   pass\n");
}

static void test_sign_inside(void **state) {
    (void)state;
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("counters:"));
    doc_add(d, ROLE_NEW, STR(" +"));
    doc_add(d, ROLE_OP, STR("a"));
    doc_add(d, ROLE_DIM, STR("·"));
    doc_add(d, ROLE_VALUE, STR("2"));
    assert_str(words_of(d), "counters: new a used 2\n");
}

/* A text that looks like a sign is none: by its role, or as the very expression of an event. */
static void test_text_stays(void **state) {
    (void)state;
    assert_str(words_of(line_of(ROLE_CODE, "+", " b")), "+ b\n");
    Doc *d = doc_make(arena);
    doc_line(d);
    doc_add_look(d, ROLE_HERE, 1, STR("*"));
    assert_str(words_of(d), "*\n");
    assert_str(words_of(doc_make(arena)), "");
}

static void test_line_numbers(void **state) {
    (void)state;
    assert_str(words_of(line_of(ROLE_DIM, "   12 | ", "  a = 1")), "line 12:   a = 1\n");
    assert_str(words_of(line_of(ROLE_DIM, "    3 | ", "")), "line 3:\n");
    assert_str(words_of(line_of(ROLE_DIM, "x | ", "a")), "x | a\n");
}

static void test_hostile(void **state) {
    (void)state;
    Str text = words_of(line_of(ROLE_NEW, "+", "\x1b[31m\xff"));
    assert_true(str_find(text, STR("\x1b"), 0) < 0);
    assert_true(str_starts(text, STR("new: ")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sign_at_the_start), cmocka_unit_test(test_sign_without_word),
        cmocka_unit_test(test_word_is_said_once), cmocka_unit_test(test_several_signs),
        cmocka_unit_test(test_sign_inside),       cmocka_unit_test(test_text_stays),
        cmocka_unit_test(test_line_numbers),      cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests_name("view/words", tests, setup, teardown);
}
