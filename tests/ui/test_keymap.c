/* Which keys do what: chords, counts, letters, the user's file. */
#include "ui/keymap.h"

#include "tests/test.h"

/* Feeds keys; the last one must complete an action. */
static Action act(const Keymap *m, const char *keys) {
    Str text = str_of(keys);
    KeyWait wait = {0};
    Action action = {ACTION_NONE, -1, {0}, -1, -1};
    bool done = false;
    for (size_t i = 0; i < text.len;) {
        Key key;
        bool unknown;
        assert_false(done);
        assert_true(key_read(text, &i, &key));
        done = keymap_key(m, &wait, key, &action, &unknown);
        assert_false(unknown);
    }
    if (!done)
        fail_msg("%s is not complete", keys);
    assert_false(wait.counted || wait.nkeys || wait.letter);
    return action;
}

static void assert_act(const Keymap *m, const char *keys, ActionKind kind, int64_t count) {
    Action action = act(m, keys);
    assert_int_equal(action.kind, kind);
    assert_int_equal(action.count, count);
    assert_int_equal(action.row, -1);
}

static void defaults(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_act(m, "<Space>", ACTION_STEP, -1);
    assert_act(m, "<BS>", ACTION_STEP_BACK, -1);
    assert_act(m, "gg", ACTION_FIRST, -1);
    assert_act(m, "<lt>", ACTION_LESSON_BACK, -1);
    assert_act(m, "z<Left>", ACTION_SIDE_LEFT, -1);
    assert_act(m, "<C-c>", ACTION_QUIT, -1);
    assert_act(m, "<Esc>", ACTION_CANCEL, -1);
    assert_act(m, "<A-3>", ACTION_PANE, 3);
    arena_free(a);
}

static void counts(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_act(m, "12G", ACTION_GO, 12);
    assert_act(m, "50%", ACTION_PERCENT, 50);
    assert_act(m, "105<Space>", ACTION_STEP, 105);
    assert_act(m, "3gc", ACTION_CHANGE, 3);
    assert_act(m, "99999999999999999999G", ACTION_GO, COUNT_MOST);
    arena_free(a);
}

static void letters(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_act(m, "ma", ACTION_BOOKMARK, -1);
    assert_str(act(m, "ma").argument, "a");
    assert_str(act(m, "''").argument, "'");
    assert_str(act(m, "Dz").argument, "z");
    assert_act(m, "7D", ACTION_DIFF_MARK, 7);
    assert_str(act(m, "7D").argument, "");
    arena_free(a);
}

/* Feeds keys none of which completes an action; *unknown of the last one. */
static bool go_wrong(const Keymap *m, KeyWait *wait, const char *keys) {
    Str text = str_of(keys);
    bool unknown = false;
    for (size_t i = 0; i < text.len;) {
        Key key;
        Action action;
        assert_true(key_read(text, &i, &key));
        assert_false(keymap_key(m, wait, key, &action, &unknown));
    }
    return unknown;
}

static void nothing_comes_of_it(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    const char *unknown[] = {"gj", "0", "5<C-x>", "m1", "m<CR>", "zz", "<C-a>", "<3,4:Click>"};
    const char *given_up[] = {"12<Esc>", "g<Esc>", "m<Esc>", "3g<Esc>"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        KeyWait wait = {0};
        assert_true(go_wrong(m, &wait, unknown[i]));
        assert_false(wait.counted || wait.nkeys || wait.letter);
    }
    for (size_t i = 0; i < sizeof given_up / sizeof *given_up; i++) {
        KeyWait wait = {0};
        assert_false(go_wrong(m, &wait, given_up[i]));
        assert_false(wait.counted || wait.nkeys || wait.letter);
    }
    arena_free(a);
}

/* A new size of the window in the middle of "gg" changes nothing. */
static void resize_between(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_act(keymap_make(a), "3g<40x12>g", ACTION_FIRST, 3);
    arena_free(a);
}

static void what_was_typed(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    KeyWait wait = {0};
    assert_str(keymap_waiting(a, &wait), "");
    go_wrong(m, &wait, "12g");
    assert_str(keymap_waiting(a, &wait), "12g");
    go_wrong(m, &wait, "<Esc>m");
    assert_str(keymap_waiting(a, &wait), "m");
    arena_free(a);
}

static void what_may_follow(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    Str errors, keys;
    KeyWait wait = {0};
    ActionKind kind;
    size_t i = 0;
    keymap_read(m, a, STR("keys"), STR("first gg\nlast\ntop zqy zqz\nchange\n"), &errors);
    go_wrong(m, &wait, "zq");
    assert_true(keymap_next(m, a, &wait, &i, &keys, &kind));
    assert_str(keys, "y");
    assert_int_equal(kind, ACTION_TOP);
    assert_true(keymap_next(m, a, &wait, &i, &keys, &kind));
    assert_str(keys, "z");
    assert_false(keymap_next(m, a, &wait, &i, &keys, &kind));
    arena_free(a);
}

static void labels(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_str(keymap_label(m, a, ACTION_STEP, 0), "Space . s");
    assert_str(keymap_label(m, a, ACTION_STEP, 1), "Space");
    assert_str(keymap_label(m, a, ACTION_FIRST, 0), "gg Home");
    assert_str(keymap_label(m, a, ACTION_OPEN, 0), "");
    assert_str(keymap_label(m, a, ACTION_NONE, 0), "");
    arena_free(a);
}

/* Every default key does its own action: none is taken twice, none hides another. */
static void defaults_are_sound(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        Str keys = str_of(action_row(kind)->keys ? action_row(kind)->keys : "");
        for (size_t i = 0; i < keys.len; i++) {
            ptrdiff_t end = str_find(keys, STR(" "), i);
            size_t stop = end < 0 ? keys.len : (size_t)end;
            Str word = str_dup(a, str_sub(keys, i, stop));
            bool letter =
                kind == ACTION_BOOKMARK || kind == ACTION_JUMP || kind == ACTION_DIFF_MARK;
            Action action = act(m, letter ? str_join2(a, word, STR("a")).at : word.at);
            assert_int_equal(action.kind, kind);
            i = stop;
        }
    }
    arena_free(a);
}

/* A capital letter is the same thing backwards. */
static void capitals_go_back(void **state) {
    static const struct {
        ActionKind on, back;
        const char *key, *capital;
    } all[] = {
        {ACTION_STEP, ACTION_STEP_BACK, "s", "S"},
        {ACTION_EVENT, ACTION_EVENT_BACK, "i", "I"},
        {ACTION_RUN, ACTION_RUN_BACK, "c", "C"},
        {ACTION_FINISH, ACTION_FINISH_BACK, "f", "F"},
        {ACTION_CHANGE, ACTION_CHANGE_BACK, "gc", "gC"},
        {ACTION_SEARCH_NEXT, ACTION_SEARCH_BACK, "n", "N"},
        {ACTION_TF, ACTION_TF_BACK, "gv", "gV"},
    };
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_act(m, all[i].key, all[i].on, -1);
        assert_act(m, all[i].capital, all[i].back, -1);
    }
    arena_free(a);
}

/* Terminals keep Ctrl-S and Ctrl-Q to themselves, and not every keyboard has function keys. */
static void no_key_that_some_lack(void **state) {
    Key key;
    (void)state;
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        Str keys = str_of(action_row(kind)->keys ? action_row(kind)->keys : "");
        assert_true(str_find(keys, STR("<C-s>"), 0) < 0);
        assert_true(str_find(keys, STR("<C-q>"), 0) < 0);
        assert_true(str_find(keys, STR("<F"), 0) < 0);
    }
    size_t at = 0;
    assert_false(key_read(STR("<F1>"), &at, &key));
}

static Str read_file(Keymap *m, Arena *a, const char *text) {
    Str errors;
    keymap_read(m, a, STR("keys"), str_of(text), &errors);
    return errors;
}

static void users_file(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_str(read_file(m, a, "# mine\n\nstep n <A-Right>\r\n  quit\t<C-q>\nsearch-next"), "");
    assert_act(m, "n", ACTION_STEP, -1);
    assert_act(m, "<A-Right>", ACTION_STEP, -1);
    assert_act(m, "<C-q>", ACTION_QUIT, -1);
    assert_str(keymap_label(m, a, ACTION_STEP, 0), "n Alt-Right");
    assert_str(keymap_label(m, a, ACTION_SEARCH_NEXT, 0), "");
    KeyWait wait = {0};
    assert_true(go_wrong(m, &wait, "<Space>"));
    assert_true(go_wrong(m, &wait, "Q"));
    arena_free(a);
}

/* A key goes from one action to another; a digit may be a key. */
static void keys_move(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_str(read_file(m, a, "help s\nwhy 5"), "");
    assert_act(m, "s", ACTION_HELP, -1);
    assert_str(keymap_label(m, a, ACTION_STEP, 0), "Space .");
    assert_act(m, "5", ACTION_WHY, -1);
    assert_act(m, "15G", ACTION_GO, 15);
    arena_free(a);
}

static void wrong_lines(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    assert_str(read_file(m, a, "walk w\nstep <Spce> <Space>\nste x"),
               "keys:1: no action is called \"walk\"\n"
               "keys:2: \"<Spce>\" is not the name of a key\n"
               "keys:3: no action is called \"ste\"\n");
    assert_act(m, "<Space>", ACTION_STEP, -1);
    assert_act(m, "w", ACTION_WHY, -1);
    assert_str(read_file(m, a, "top ggx\nstep abcde"),
               "keys:1: \"ggx\" would hide gg (first), or be hidden by it\n"
               "keys:2: \"abcde\" is not the name of a key\n");
    assert_str(read_file(m, a, "step z"),
               "keys:1: \"z\" would hide zLeft (scroll-left), or be hidden by it\n");
    arena_free(a);
}

/* Hostile files and keys come to an end. */
static void any_bytes(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Keymap *m = keymap_make(a);
    uint32_t seed = 1;
    char text[200];
    for (int n = 0; n < 300; n++) {
        for (size_t i = 0; i < sizeof text; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 24);
        }
        Str errors;
        keymap_read(m, a, STR("keys"), (Str){text, sizeof text}, &errors);
        KeyWait wait = {0};
        for (size_t i = 0; i < sizeof text; i++) {
            Action action;
            bool unknown;
            keymap_key(m, &wait, (Key){(unsigned char)text[i] % 128, -1, -1}, &action, &unknown);
            assert_true(wait.nkeys < KEYS_MOST);
        }
    }
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults),
        cmocka_unit_test(counts),
        cmocka_unit_test(letters),
        cmocka_unit_test(nothing_comes_of_it),
        cmocka_unit_test(resize_between),
        cmocka_unit_test(what_was_typed),
        cmocka_unit_test(what_may_follow),
        cmocka_unit_test(labels),
        cmocka_unit_test(defaults_are_sound),
        cmocka_unit_test(capitals_go_back),
        cmocka_unit_test(no_key_that_some_lack),
        cmocka_unit_test(users_file),
        cmocka_unit_test(keys_move),
        cmocka_unit_test(wrong_lines),
        cmocka_unit_test(any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
