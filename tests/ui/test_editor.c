/* The editor of a pane: scripts of keys, and the text and the screen that they leave. */
#include "ui/editor.h"

#include <string.h>

#include "base/file.h"
#include "tests/test.h"

#define NI "\xe4\xbd\xa0" /* U+4F60, two columns wide */

static EditorDone type(Editor *e, const char *keys) {
    Str text = str_of(keys);
    EditorDone done = EDITOR_GOES_ON;
    for (size_t i = 0; i < text.len;) {
        Key key = {0};
        assert_true(key_read(text, &i, &key));
        done = editor_key(e, key);
    }
    return done;
}

/* The text that keys make of a text, the cursor on its first line at first. */
static void check(const char *text, const char *keys, const char *wanted) {
    Arena *a = arena_new(0);
    Editor *e = editor_make(a, str_of(text), 1);
    type(e, keys);
    assert_str(editor_text(e, a), wanted);
    arena_free(a);
}

static void typing(void **state) {
    (void)state;
    check("", "a = 1", "a = 1");
    check("b\n", "a<CR>", "a\nb\n");
    check("b\n", "<Down>c", "b\nc");
    check("a = 1\n", "<End>2<Left><Left>0", "a = 012\n");
    check("", NI "<Left>x<Right>y", "x" NI "y");
    check("ab", "<End><BS><BS><BS>", "");
    check("a\nb", "<Del><Del>", "b");
    check("a\nb", "<Down><BS>", "ab");
    check("abc", "<C-h><Del>", "bc");
}

/* A letter with its accent is one step and goes at once. */
static void marks(void **state) {
    (void)state;
    check("e\xcc\x81x", "<Right>y", "e\xcc\x81yx");
    check("e\xcc\x81x", "<Right><BS>", "x");
    check("e\xcc\x81x", "<Del>", "x");
}

static void indentation_is_kept(void **state) {
    (void)state;
    check("    a", "<End><CR>b", "    a\n    b");
    check("\ta", "<End><CR>b", "\ta\n\tb");
    check("    a", "<Left><Left><CR>", "  \n    a");
    check("a", "<Tab>", "    a");
    check("ab", "<Right><Tab>", "a   b");
    check("        a", "<BS>b", "    ba");
    check("      a", "<BS>", "    a");
    check("      a", "<S-Tab>b", "  ba");
    check("a", "<S-Tab>", "a");
    check("\ta", "<S-Tab>b", "ba");
}

static void words(void **state) {
    (void)state;
    check("tf.get_variable('b')", "<A-f><A-f>X", "tf.get_variableX('b')");
    check("tf.get_variable('b')", "<End><A-b><A-b>X", "tf.Xget_variable('b')");
    check("tf.get_variable('b')", "<A-f><A-f><C-w>f", "tf.f('b')");
    check("tf.get_variable('b')", "<A-d>x", "x.get_variable('b')");
    check("a\nb", "<A-f><A-f>c", "a\nbc");
}

static void places(void **state) {
    (void)state;
    check("  ab", "x<C-a>y<C-a><C-a>z<C-e>w", "z  yxabw");
    check("a\nbcd\n\nefg", "<Down><End><Down><Down>X", "a\nbcd\n\nefgX");
    check("a\nb\nc", "<Down><Down><A-lt>x", "xa\nb\nc");
    check("a\nb\nc", "<A->>x", "a\nb\ncx");
}

/* Up and Down keep the column of the screen, also across wide glyphs and short rows. */
static void columns_are_kept(void **state) {
    (void)state;
    check("abcdef\n\n" NI NI NI, "<Right><Right><Right><Right><Down><Down>x",
          "abcdef\n\n" NI NI "x" NI);
    check("\tx\n123456789", "<End><Down>-", "\tx\n123456789-");
}

static void cutting(void **state) {
    (void)state;
    check("ab\ncd", "<C-k><C-k>", "cd");
    check("ab\ncd", "<C-k><C-k><Down><End><C-y>", "cdab\n");
    check("ab cd", "<End><C-u>x<C-y>", "xab cd");
    check("ab", "<C-y>", "ab");
    check("ab\ncd", "<C-k><Down><C-k><C-y><C-y>", "\ncdcd");
}

/* Letters are undone word by word; Ctrl-_ again and again leads to the first text. */
static void undoing(void **state) {
    (void)state;
    check("a", "<C-_>", "a");
    check("", "one two<C-_>", "one ");
    check("", "one two<C-_><C-_><C-_>", "");
    check("", "one two<C-_><C-_><A-e><A-e>", "one two");
    check("", "one<C-_>two<A-e>", "two");
    check("abc", "<End><BS><BS><C-_>", "abc");
    check("if a:\n    b", "<Down><End><CR>c<C-u><C-k><C-_><C-_><C-_><C-_>", "if a:\n    b");
    check("a\nb\nc", "<C-k><C-k><C-k><C-k><C-_><C-_><C-_><C-_>", "a\nb\nc");
}

/* Pasted lines keep their own indentation, mean no keys, and are undone at once. */
static void pasting(void **state) {
    (void)state;
    check("    a", "<End><CR><Paste>b:<CR>    c<Tab>d<BS><C-k><PasteEnd>e",
          "    a\n    b:\n    c\tde");
    check("a", "<End><Paste>x y<CR>z<PasteEnd><C-_>", "a");
    check("a", "<PasteEnd>b", "ba");
    check("a", "<Paste>b<Esc><End><BS>", "b");
}

static void changed_or_not(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Editor *e = editor_make(a, STR("a\nb\n"), 2);
    assert_false(editor_changed(e));
    assert_int_equal(editor_line(e), 2);
    type(e, "x");
    assert_true(editor_changed(e));
    type(e, "<BS>");
    assert_false(editor_changed(e));
    type(e, "y");
    type(e, "<C-_>");
    assert_false(editor_changed(e));
    arena_free(a);
}

static void leaving(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Editor *e = editor_make(a, STR("a"), 99);
    assert_int_equal(type(e, "x"), EDITOR_GOES_ON);
    assert_int_equal(type(e, "<Esc>"), EDITOR_RUN);
    assert_int_equal(type(e, "<C-r>"), EDITOR_RUN);
    assert_int_equal(type(e, "<C-c>"), EDITOR_CANCEL);
    assert_int_equal(type(e, "<C-g>"), EDITOR_EXTERNAL);
    assert_str(editor_text(e, a), "xa");
    arena_free(a);
}

/* No key that is no character gets into the text. */
static void other_keys(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Editor *e = editor_make(a, STR("a"), 1);
    static const int32_t codes[] = {
        -1,
        0,
        1 << 20,
        28,
        29,
        30,
        0x85,
        0xd800,
        0x10ffff + 1,
        KEYCODE_INSERT,
        KEYCODE_RESIZE,
        KEYCODE_ALT | 'x',
        KEYCODE_ALT | KEYCODE_ALT << 1,
        INT32_MAX,
        INT32_MIN,
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i] != 1 << 20)
            editor_key(e, (Key){codes[i], -5, 100000});
    assert_str(editor_text(e, a), "a");
    arena_free(a);
}

static void the_limit(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char *full = ARENA_ARRAY(a, SOURCE_LIMIT, char);
    memset(full, 'a', SOURCE_LIMIT);
    Editor *e = editor_make(a, (Str){full, SOURCE_LIMIT}, 1);
    Grid *g = grid_make(a, 4, 70);
    type(e, "x");
    assert_false(editor_changed(e));
    editor_draw(e, g, (Rect){0, 0, 4, 70}, false);
    Sink out = sink_memory(a);
    grid_text(g, &out);
    assert_true(str_find(sink_str(&out),
                         STR("A program may have at most 8 MiB: nothing more can be added."),
                         0) > 0);
    type(e, "<Del>x");
    assert_true(editor_changed(e));
    arena_free(a);
}

/* ---- the screen ---- */

typedef struct Shown {
    Arena *arena;
    Editor *editor;
    Grid *grid;
} Shown;

static Shown shown(const char *text, int rows, int cols) {
    Shown s = {.arena = arena_new(0)};
    s.editor = editor_make(s.arena, str_of(text), 1);
    s.grid = grid_make(s.arena, rows, cols);
    return s;
}

static void check_screen(Shown *s, const char *keys, bool numbers, const char *wanted) {
    Sink out = sink_memory(s->arena);
    type(s->editor, keys);
    grid_clear(s->grid);
    Rect r = {0, 0, s->grid->rows, s->grid->cols};
    editor_follow(s->editor, r, numbers);
    editor_draw(s->editor, s->grid, r, numbers);
    grid_text(s->grid, &out);
    assert_str(sink_str(&out), wanted);
    assert_true(s->grid->cursor_shown);
}

static void check_cursor(const Shown *s, int row, int col) {
    assert_int_equal(s->grid->cursor_row, row);
    assert_int_equal(s->grid->cursor_col, col);
}

static void drawing(void **state) {
    (void)state;
    Shown s = shown("import tensorflow as tf\n\ta\n" NI "\x1b[31m", 5, 24);
    check_screen(&s, "", true,
                 "  1 import tensorflow as\n  2         a\n  3 " NI
                 "^[[31m\n\nEsc run  Ctrl-C cancel\n");
    check_cursor(&s, 0, 4);
    check_screen(&s, "<Down><Down><End>", true,
                 "  1 import tensorflow as\n  2         a\n  3 " NI
                 "^[[31m\n\nEsc run  Ctrl-C cancel\n");
    check_cursor(&s, 2, 12);
    arena_free(s.arena);
}

static void scrolling(void **state) {
    (void)state;
    Shown s = shown("0123456789abcdef\n1\n2\n3", 2, 8);
    check_screen(&s, "<End>", false, "cdef\n\n");
    check_cursor(&s, 0, 4);
    check_screen(&s, "<Home>", false, "01234567\n1\n");
    check_screen(&s, "<PageDown><PageDown>", false, "1\n2\n");
    check_cursor(&s, 1, 0);
    check_screen(&s, "<A-lt>", false, "01234567\n1\n");
    check_screen(&s, "<A->>", false, "2\n3\n");
    check_cursor(&s, 1, 1);
    arena_free(s.arena);
}

static void clicking(void **state) {
    (void)state;
    Shown s = shown("abc\n" NI "x\n", 3, 20);
    Rect r = {0, 0, 3, 20};
    check_screen(&s, "", true, "  1 abc\n  2 " NI "x\nEsc run\n");
    editor_click(s.editor, r, 1, 5, true);
    check_screen(&s, "-", true, "  1 abc\n  2 -" NI "x\nEsc run\n");
    editor_click(s.editor, r, 0, 19, true);
    check_screen(&s, "d", true, "  1 abcd\n  2 -" NI "x\nEsc run\n");
    editor_click(s.editor, r, 2, 0, true);
    editor_click(s.editor, r, -7, 99, true);
    check_screen(&s, "e", true, "  1 abcde\n  2 -" NI "x\nEsc run\n");
    arena_free(s.arena);
}

/* Any size, also none, after any key. */
static void any_size(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Editor *e = editor_make(a, STR("a\tb\n" NI NI "\n\xff\xfe\n    def f():"), 1);
    Grid *g = grid_make(a, 30, 40);
    uint32_t random = 1;
    for (int i = 0; i < 20000; i++) {
        random = random * 1664525 + 1013904223;
        uint32_t r = random >> 8;
        int32_t code = r % 3 ? (int32_t)(r / 3 % 0x180) : (int32_t)(KEYCODE_SPECIAL + r / 3 % 20);
        if (r % 7 == 0)
            code |= KEYCODE_ALT;
        editor_key(e, (Key){code, 0, 0});
        Rect rect = {0, 0, (int)(r % 31), (int)(r / 64 % 41)};
        if (r % 5)
            editor_follow(e, rect, r % 2);
        editor_draw(e, g, rect, r % 2);
        editor_click(e, (Rect){0, 0, 30, 40}, (int)(r % 33) - 1, (int)(r / 64 % 42) - 1, r % 2);
    }
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing),
        cmocka_unit_test(marks),
        cmocka_unit_test(indentation_is_kept),
        cmocka_unit_test(words),
        cmocka_unit_test(places),
        cmocka_unit_test(columns_are_kept),
        cmocka_unit_test(cutting),
        cmocka_unit_test(undoing),
        cmocka_unit_test(pasting),
        cmocka_unit_test(changed_or_not),
        cmocka_unit_test(leaving),
        cmocka_unit_test(other_keys),
        cmocka_unit_test(the_limit),
        cmocka_unit_test(drawing),
        cmocka_unit_test(scrolling),
        cmocka_unit_test(clicking),
        cmocka_unit_test(any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
