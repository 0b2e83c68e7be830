/* Names of keys: what is read is what is written. */
#include "ui/key.h"

#include "tests/test.h"

static int32_t code_of(const char *name) {
    Str text = str_of(name);
    size_t i = 0;
    Key key;
    assert_true(key_read(text, &i, &key));
    assert_int_equal(i, text.len);
    return key.code;
}

static void names(void **state) {
    (void)state;
    assert_int_equal(code_of("a"), 'a');
    assert_int_equal(code_of("<Space>"), ' ');
    assert_int_equal(code_of("<C-d>"), 4);
    assert_int_equal(code_of("<c-D>"), 4);
    assert_int_equal(code_of("<C-[>"), 27);
    assert_int_equal(code_of("<esc>"), 27);
    assert_int_equal(code_of("<CR>"), 13);
    assert_int_equal(code_of("<Enter>"), 13);
    assert_int_equal(code_of("<Tab>"), 9);
    assert_int_equal(code_of("<lt>"), '<');
    assert_int_equal(code_of("<PageDown>"), KEYCODE_PAGE_DOWN);
    assert_int_equal(code_of("<S-Tab>"), KEYCODE_BACKTAB);
    assert_int_equal(code_of("<A-1>"), KEYCODE_ALT | '1');
    assert_int_equal(code_of("<A-Left>"), KEYCODE_ALT | KEYCODE_LEFT);
    assert_int_equal(code_of("<A->>"), KEYCODE_ALT | '>');
    assert_int_equal(code_of("<A-C-x>"), KEYCODE_ALT | 24);
    assert_int_equal(code_of("\xe4\xbd\xa0"), 0x4f60);
}

static void backspace_is_one_key(void **state) {
    (void)state;
    const char *all[] = {"<BS>", "<Backspace>", "<C-h>", "<C-?>", "\x7f", "\x08"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_int_equal(code_of(all[i]), KEYCODE_BACKSPACE);
}

static void places_and_sizes(void **state) {
    (void)state;
    Key key;
    size_t i = 0;
    assert_true(key_read(STR("<12,5:Click>x"), &i, &key));
    assert_int_equal(i, 12);
    assert_int_equal(key.code, KEYCODE_CLICK);
    assert_int_equal(key.row, 12);
    assert_int_equal(key.col, 5);
    i = 0;
    assert_true(key_read(STR("<40x12>"), &i, &key));
    assert_int_equal(key.code, KEYCODE_RESIZE);
    assert_int_equal(key.row, 12);
    assert_int_equal(key.col, 40);
}

static void unknown_names(void **state) {
    (void)state;
    const char *all[] = {
        "<Spce>",    "<>",     "<a>",      "<C-1>",    "<C-@>",      "<A->",
        "<Resize>",  "<0x5>",  "<5x0>",    "<5x>",     "<x5>",       "<1,2:Up>",
        "<A-Click>", "<-1x5>", "<1001x5>", "<5x1001>", "<1,:Click>", "<99999999999x5>"};
    for (size_t n = 0; n < sizeof all / sizeof *all; n++) {
        Key key;
        size_t i = 0;
        if (key_read(str_of(all[n]), &i, &key))
            fail_msg("%s was read", all[n]);
        assert_int_equal(i, 0);
    }
}

static void a_lone_angle_is_itself(void **state) {
    (void)state;
    assert_int_equal(code_of("<"), '<');
    assert_int_equal(code_of(">"), '>');
    Key key;
    size_t i = 0;
    assert_true(key_read(STR("<j"), &i, &key));
    assert_int_equal(i, 1);
}

static void text_of_keys(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    const char *all[] = {"a",       "<Space>", "<C-d>",   "<Esc>",        "<CR>",
                         "<lt>",    "<A-1>",   "<A-C-x>", "<A-Space>",    "<A->>",
                         "<BS>",    "<Up>",    "<S-Tab>", "<12,5:Click>", "<0,0:WheelUp>",
                         "<40x12>", "<C-\\>",  "<C-^>",   "\xe4\xbd\xa0", "<3,4:DoubleClick>"};
    for (size_t n = 0; n < sizeof all / sizeof *all; n++) {
        Key key;
        size_t i = 0;
        assert_true(key_read(str_of(all[n]), &i, &key));
        assert_str(key_text(a, key), all[n]);
    }
    arena_free(a);
}

/* Whatever key comes, its name is read as the same key. */
static void every_key_comes_back(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    for (int32_t code = 1; code < KEYCODE_MOST;
         code = code == 0x500 ? KEYCODE_SPECIAL + 1 : code + 1) {
        if (code == 8 || code == 127 || code == KEYCODE_RESIZE)
            continue;
        Key key;
        size_t i = 0;
        Str text = key_text(a, (Key){code, -1, -1});
        assert_true(key_read(text, &i, &key));
        assert_int_equal(key.code, code);
        assert_int_equal(i, text.len);
    }
    arena_free(a);
}

static void labels(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_str(key_label(a, 4), "Ctrl-D");
    assert_str(key_label(a, ' '), "Space");
    assert_str(key_label(a, KEYCODE_ALT | '1'), "Alt-1");
    assert_str(key_label(a, KEYCODE_BACKSPACE), "Backspace");
    assert_str(key_label(a, KEYCODE_BACKTAB), "Shift-Tab");
    assert_str(key_label(a, '\r'), "Enter");
    assert_str(key_label(a, '<'), "<");
    assert_str(key_label(a, 0x1b), "Esc");
    assert_str(key_label(a, 'g'), "g");
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(backspace_is_one_key),
        cmocka_unit_test(places_and_sizes),
        cmocka_unit_test(unknown_names),
        cmocka_unit_test(a_lone_angle_is_itself),
        cmocka_unit_test(text_of_keys),
        cmocka_unit_test(every_key_comes_back),
        cmocka_unit_test(labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
