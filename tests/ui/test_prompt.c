#include "base/utf8.h"
#include "tests/test.h"
#include "ui/prompt.h"

typedef struct Typing {
    Arena *arena;
    Prompt prompt;
    PromptDone done;
    CompleteFn *complete;
} Typing;

static Typing *begin(PromptKind kind, const char *text) {
    Arena *a = arena_new(0);
    Typing *t = ARENA_NEW(a, Typing);
    t->arena = a;
    prompt_begin(&t->prompt, a, kind, str_of(text));
    return t;
}

/* Types keys as a script names them. */
static void type(Typing *t, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        t->done = prompt_key(&t->prompt, t->arena, key, t->complete, NULL);
    }
}

static void end(Typing *t) {
    arena_free(t->arena);
}

#define assert_typed(t, wanted) assert_str(prompt_text(&(t)->prompt), wanted)

static void test_typing(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "");
    type(t, "tf 1.4");
    assert_typed(t, "tf 1.4");
    type(t, "<BS><BS><BS>2");
    assert_typed(t, "tf 2");
    type(t, "<Home>x<End>y<Left><Left>-");
    assert_typed(t, "xtf -2y");
    type(t, "<Del><C-a><C-d><C-e>!");
    assert_typed(t, "tf -y!");
    type(t, "<CR>");
    assert_int_equal(t->done, PROMPT_ACCEPTED);
    end(t);
}

static void test_emacs_keys(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "why scope/a  b");
    type(t, "<C-w>");
    assert_typed(t, "why scope/a  ");
    type(t, "<C-w>");
    assert_typed(t, "why scope/");
    type(t, "<C-b><C-b><C-k>");
    assert_typed(t, "why scop");
    type(t, "<C-b><C-b><C-b><C-b><C-u>");
    assert_typed(t, "scop");
    type(t, "<C-f>-");
    assert_typed(t, "s-cop");
    end(t);
}

static void test_leaving(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_SEARCH, "a");
    type(t, "<BS>");
    assert_int_equal(t->done, PROMPT_GOES_ON);
    type(t, "<BS>");
    assert_int_equal(t->done, PROMPT_CANCELLED);
    prompt_begin(&t->prompt, t->arena, PROMPT_SEARCH, STR("abc"));
    type(t, "<Esc>");
    assert_int_equal(t->done, PROMPT_CANCELLED);
    type(t, "<C-c>");
    assert_int_equal(t->done, PROMPT_CANCELLED);
    end(t);
}

/* A glyph is one thing, whatever its bytes: a wide one, and one with a mark. */
static void test_glyphs(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_SEARCH, "变量e\xcc\x81");
    type(t, "<BS>");
    assert_typed(t, "变量");
    type(t, "<Left>x");
    assert_typed(t, "变x量");
    type(t, "<Left><BS>");
    assert_typed(t, "x量");
    type(t, "<Del><Del><Del>");
    assert_typed(t, "");
    end(t);
}

static void test_no_control(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "a\x1b[31m\n\xe2\x80\xae\xc2\x9b\x7f"
                                      "b");
    assert_typed(t, "a[31mb");
    for (int32_t c = 0; c < 0x20; c++)
        if (c != 8 && c != 21 && c != 11 && c != 23 && c != 4)
            prompt_key(&t->prompt, t->arena, (Key){c, 0, 0}, NULL, NULL);
    prompt_key(&t->prompt, t->arena, (Key){0x202e, 0, 0}, NULL, NULL);
    prompt_key(&t->prompt, t->arena, (Key){0x9b, 0, 0}, NULL, NULL);
    prompt_key(&t->prompt, t->arena, (Key){0xd800, 0, 0}, NULL, NULL);
    prompt_key(&t->prompt, t->arena, (Key){KEYCODE_ALT + 'x', 0, 0}, NULL, NULL);
    prompt_key(&t->prompt, t->arena, (Key){-1, 0, 0}, NULL, NULL);
    assert_typed(t, "a[31mb");
    end(t);
}

static void test_history(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "");
    type(t, "one<CR>");
    prompt_begin(&t->prompt, t->arena, PROMPT_SEARCH, STR(""));
    type(t, "found<CR>");
    prompt_begin(&t->prompt, t->arena, PROMPT_COMMAND, STR(""));
    type(t, "two<CR>");
    prompt_begin(&t->prompt, t->arena, PROMPT_COMMAND, STR(""));
    type(t, "two<CR>");
    prompt_begin(&t->prompt, t->arena, PROMPT_COMMAND, STR(""));
    type(t, "thr<Up>");
    assert_typed(t, "two");
    type(t, "<Up><Up><Up>");
    assert_typed(t, "one");
    type(t, "<Down><Down>");
    assert_typed(t, "thr");
    type(t, "<Down>ee");
    assert_typed(t, "three");
    end(t);
}

/* Offers "theme ", "tf ", "tf-back", "top" for the last word. */
static void offer(void *context, Arena *a, Str text, Log *candidates, size_t *word) {
    static const char *const all[] = {"theme ", "tf ", "tf-back", "top"};
    (void)context;
    (void)a;
    *word = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == ' ')
            *word = i + 1;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_starts(str_of(all[i]), str_sub(text, *word, text.len)))
            *LOG_PUSH(candidates, Str) = str_of(all[i]);
}

static void test_completion(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "");
    t->complete = offer;
    type(t, "x th<Tab>");
    assert_typed(t, "x theme ");
    assert_str(prompt_note(&t->prompt), "");
    type(t, "<C-u>t<Tab>");
    assert_typed(t, "theme ");
    assert_str(prompt_note(&t->prompt), "theme  tf  tf-back  top");
    type(t, "<Tab><Tab>");
    assert_typed(t, "tf-back");
    type(t, "<S-Tab>");
    assert_typed(t, "tf ");
    type(t, "<Tab><Tab><Tab>");
    assert_typed(t, "theme ");
    type(t, "<S-Tab>");
    assert_typed(t, "top");
    type(t, "!");
    assert_typed(t, "top!");
    assert_str(prompt_note(&t->prompt), "");
    type(t, "<Tab>");
    assert_typed(t, "top!");
    assert_str(prompt_note(&t->prompt), "nothing begins so");
    end(t);
}

static void test_common_start_first(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "");
    t->complete = offer;
    type(t, "tf<Tab>");
    assert_typed(t, "tf ");
    type(t, "<C-u>tf-<Tab>");
    assert_typed(t, "tf-back");
    type(t, "<C-u><S-Tab>");
    assert_typed(t, "t");
    type(t, "<S-Tab>");
    assert_typed(t, "top");
    end(t);
}

static void test_limit(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "");
    for (int i = 0; i < 400; i++)
        type(t, "量");
    assert_int_equal(prompt_text(&t->prompt).len, 1023);
    assert_str(prompt_note(&t->prompt), "the line is full: it has 1024 bytes, and more do not fit");
    type(t, "ab");
    assert_int_equal(prompt_text(&t->prompt).len, 1024);
    size_t bad;
    assert_true(utf8_valid(prompt_text(&t->prompt), &bad));
    type(t, "<BS>");
    assert_str(prompt_note(&t->prompt), "");
    end(t);
}

static void assert_row(Typing *t, int cols, const char *wanted, int cursor) {
    Grid *g = grid_make(t->arena, 1, cols);
    prompt_draw(&t->prompt, g, (Rect){0, 0, 1, cols});
    Sink out = sink_memory(t->arena);
    grid_text(g, &out);
    assert_str(sink_str(&out), wanted);
    assert_int_equal(g->cursor_col, cursor);
    assert_true(g->cursor_shown);
}

static void test_drawing(void **state) {
    (void)state;
    Typing *t = begin(PROMPT_COMMAND, "tf 1.4");
    assert_row(t, 20, ":tf 1.4\n", 7);
    assert_row(t, 8, ":tf 1.4\n", 7);
    assert_row(t, 5, "<1.4\n", 4);
    type(t, "<Home>");
    assert_row(t, 5, ":tf >\n", 1);
    prompt_begin(&t->prompt, t->arena, PROMPT_SEARCH, STR("变量"));
    assert_row(t, 20, "/变量\n", 5);
    assert_row(t, 4, "<量\n", 3);
    assert_row(t, 1, "<\n", 0);
    end(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typing),     cmocka_unit_test(test_emacs_keys),
        cmocka_unit_test(test_leaving),    cmocka_unit_test(test_glyphs),
        cmocka_unit_test(test_no_control), cmocka_unit_test(test_history),
        cmocka_unit_test(test_completion), cmocka_unit_test(test_common_start_first),
        cmocka_unit_test(test_limit),      cmocka_unit_test(test_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
