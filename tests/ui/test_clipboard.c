/* Text for the terminal's clipboard: what base64 says of it, and that nothing raw is in it. */
#include "ui/clipboard.h"

#include "tests/test.h"

/* The examples of RFC 4648. */
static void as_the_standard_says(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(clipboard_sequence(a, STR("")), "\033]52;c;\a");
    assert_str(clipboard_sequence(a, STR("f")), "\033]52;c;Zg==\a");
    assert_str(clipboard_sequence(a, STR("fo")), "\033]52;c;Zm8=\a");
    assert_str(clipboard_sequence(a, STR("foo")), "\033]52;c;Zm9v\a");
    assert_str(clipboard_sequence(a, STR("foob")), "\033]52;c;Zm9vYg==\a");
    assert_str(clipboard_sequence(a, STR("fooba")), "\033]52;c;Zm9vYmE=\a");
    assert_str(clipboard_sequence(a, STR("foobar")), "\033]52;c;Zm9vYmFy\a");
    assert_str(clipboard_sequence(a, STR("\xe4\xbd\xa0")), "\033]52;c;5L2g\a");
    arena_free(a);
}

/* Esc is copied as the two signs that stood on the screen: base64 of "a^[b\n". */
static void what_was_seen_is_copied(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(clipboard_sequence(a, STR("a\033b\n")), "\033]52;c;YV5bYgo=\a");
    arena_free(a);
}

/* 64 KiB are 87,382 signs, the last two of them filled up; half a character is not sent. */
static void long_text_is_cut(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    size_t n = CLIPBOARD_MOST + 5;
    char *text = arena_alloc(a, n);
    for (size_t i = 0; i < n; i++)
        text[i] = 'a';
    assert_int_equal(clipboard_sequence(a, (Str){text, n}).len, 7 + 87384 + 1);
    text[CLIPBOARD_MOST - 1] = '\xc3';
    text[CLIPBOARD_MOST] = '\xa9';
    Str sequence = clipboard_sequence(a, (Str){text, n});
    assert_int_equal(sequence.len, 7 + 87380 + 1);
    assert_int_equal(sequence.at[sequence.len - 2], 'h'); /* "aaa" is "YWFh" */
    arena_free(a);
}

static void terminals(void **state) {
    (void)state;
    assert_true(clipboard_known("xterm-256color"));
    assert_true(clipboard_known("tmux-256color"));
    assert_false(clipboard_known("linux"));
    assert_false(clipboard_known("vt100"));
    assert_false(clipboard_known("dumb"));
    assert_false(clipboard_known(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_the_standard_says),
        cmocka_unit_test(what_was_seen_is_copied),
        cmocka_unit_test(long_text_is_cut),
        cmocka_unit_test(terminals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
