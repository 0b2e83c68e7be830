/* test_state_screen.c: keys drive the state: the ways out, asking, what the screen shows, lessons.
 */
#include "tests/ui/drive.h"
#include "ui/pane.h"

/* ---- ways out ---- */

static void test_leaving(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "<Esc><Esc><Esc>");
    assert_int_equal(d.left.kind, WISH_NONE);
    press(&d, "q");
    assert_int_equal(d.state->mode, MODE_ASK);
    press(&d, "<Esc>");
    assert_int_equal(d.state->mode, MODE_NORMAL);
    press(&d, "qzn");
    assert_int_equal(d.state->mode, MODE_NORMAL);
    assert_int_equal(d.left.kind, WISH_NONE);
    press(&d, "qy");
    assert_int_equal(d.left.kind, WISH_QUIT);
    d.left.kind = WISH_NONE;
    press(&d, "Q");
    assert_int_equal(d.left.kind, WISH_QUIT);
    d.left.kind = WISH_NONE;
    press(&d, "q<C-c>");
    assert_int_equal(d.left.kind, WISH_QUIT);
    done(&d);
}

/* The screen is drawn anew, and the shell is reached, also while something is typed. */
static void test_everywhere(void **state) {
    static const char *const modes[] = {"", ":ab", "?", "L", "e", "q", "/x"};
    (void)state;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        Drive d = drive(calls);
        press(&d, modes[i]);
        Mode mode = d.state->mode;
        press(&d, "<C-l>");
        assert_int_equal(d.left.kind, WISH_REDRAW);
        press(&d, "<C-z>");
        assert_int_equal(d.left.kind, WISH_SUSPEND);
        assert_int_equal(d.state->mode, mode);
        done(&d);
    }
}

/* q closes one thing after the other before it asks. */
/* To the user's own editor and back: what was typed stays until that one has done its work. */
static void test_editor_to_editor(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "e#<C-g>");
    assert_int_equal(d.left.kind, WISH_EDITOR);
    assert_int_equal(d.state->mode, MODE_EDIT);
    assert_true(str_starts(editor_text(d.state->editor, d.arena), STR("#import")));
    press(&d, "<C-c>");
    assert_int_equal(d.state->mode, MODE_NORMAL);
    done(&d);
}

/* Pasted text is no command, and a line end in it accepts nothing. */
static void test_pasting(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "<Paste>  Q:quit<CR><C-z><PasteEnd>");
    assert_int_equal(d.state->at.step, 0);
    assert_int_equal(d.left.kind, WISH_NONE);
    assert_int_equal(d.state->mode, MODE_NORMAL);
    press(&d, "<Space>:<Paste>go<CR>3<PasteEnd>");
    assert_int_equal(d.state->mode, MODE_PROMPT);
    press(&d, "<CR>");
    assert_int_equal(d.state->at.step, 3);
    press(&d, "<Paste>jj<Esc><Space>");
    assert_int_equal(d.state->at.step, 4);
    press(&d, "gge<Paste>x = 1<CR><PasteEnd><Esc>");
    assert_int_equal(trace_of(&d)->steps.count, 9);
    done(&d);
}

static void test_closing(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "Owq");
    assert_int_equal(d.state->why, WHY_STEP);
    assert_true(d.state->full);
    press(&d, "q");
    assert_false(d.state->full);
    assert_int_equal(d.state->mode, MODE_NORMAL);
    press(&d, "\\a*<CR>");
    assert_str(d.state->keep, "a*");
    press(&d, "<Esc>");
    assert_str(d.state->keep, "");
    press(&d, "q");
    assert_int_equal(d.state->mode, MODE_ASK);
    done(&d);
}

static void test_wishes(void **state) {
    static const struct {
        const char *keys;
        WishKind kind;
    } rows[] = {
        {"ge", WISH_EDITOR},     {"y", WISH_COPY},         {"<C-l>", WISH_REDRAW},
        {"<C-z>", WISH_SUSPEND}, {":quit<CR>", WISH_QUIT},
    };
    (void)state;
    Drive d = drive(calls);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        press(&d, rows[i].keys);
        assert_int_equal(d.left.kind, rows[i].kind);
    }
    done(&d);
}

/* ---- asking ---- */

static void test_why(void **state) {
    (void)state;
    Drive d = drive(scopes);
    press(&d, "Gw");
    assert_int_equal(d.state->why, WHY_LONG);
    assert_str(d.state->why_name, "");
    press(&d, "w");
    assert_int_equal(d.state->why, WHY_STEP);
    press(&d, ":why a/v:0<CR>");
    assert_str(d.state->why_name, "a/v");
    assert_says(&d, ":why nobody<CR>", "nothing is called nobody in this run");
    press(&d, ":shares a/v<CR>");
    assert_int_equal(d.state->why, WHY_SHARES);
    press(&d, "zc");
    assert_int_equal(d.state->why, WHY_COUNTERS);
    press(&d, "6Gx"); /* nothing is selected: the variable of the step */
    assert_int_equal(d.state->why, WHY_SHARES);
    assert_str(d.state->why_name, "a/v");
    press(&d, "Gx");
    assert_true(d.state->message_is_error);
    press(&d, "zc");
    names_select(d.state, d.world, STR("a/v"));
    press(&d, "x");
    assert_int_equal(d.state->why, WHY_SHARES);
    assert_str(d.state->why_name, "a/v");
    done(&d);
}

static void test_diff(void **state) {
    (void)state;
    Drive d = drive(scopes);
    press(&d, "3Gma6Gd");
    assert_int_equal(d.state->why, WHY_DIFF);
    assert_int_equal(d.state->diff_from.step, 5);
    press(&d, "<Space>");
    assert_int_equal(d.state->diff_from.step, 6); /* always the step before */
    press(&d, "Da");
    assert_int_equal(d.state->diff_from.step, 3);
    press(&d, "<Space>");
    assert_int_equal(d.state->diff_from.step, 3);
    press(&d, "2D");
    assert_int_equal(d.state->diff_from.step, 2);
    press(&d, "d");
    assert_int_equal(d.state->diff_from.step, 7);
    press(&d, "d");
    assert_int_equal(d.state->why, WHY_STEP);
    done(&d);
}

/* ---- the screen ---- */

static void test_panes(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_int_equal(d.state->focus, PANE_PROGRAM);
    press(&d, "<Tab>");
    assert_int_equal(d.state->focus, PANE_NAMES);
    press(&d, "<S-Tab><S-Tab>"); /* no lesson is open: its pane is passed over */
    assert_int_equal(d.state->focus, PANE_OUTPUT);
    press(&d, "<A-3>");
    assert_int_equal(d.state->focus, PANE_SCOPES);
    press(&d, ":pane why<CR>");
    assert_int_equal(d.state->focus, PANE_WHY);
    assert_says(&d, "<A-7>", "no lesson is open; L shows the lessons");
    assert_says(&d, ":pane 9<CR>", "panes are numbered 1 to 7");
    done(&d);
}

/* Whatever the size, and with two runs, too: the pane with the focus is seen. */
static void test_focus_is_seen(void **state) {
    static const char *const sizes[] = {"<20x5>",   "<40x12>",  "<80x24>",  "<84x46>",
                                        "<120x40>", "<200x60>", "<300x100>"};
    (void)state;
    for (int compare = 0; compare < 2; compare++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            Drive d = drive(calls);
            press(&d, compare ? "3Gozs" : "3G");
            press(&d, compare ? ":compare 1.4<CR>" : "");
            press(&d, sizes[i]);
            for (int p = 0; p < PANE_COUNT && d.state->layout.kind != LAYOUT_TINY; p++) {
                press(&d, "<Tab>");
                if (d.state->layout.pane[d.state->focus].rows <= 0)
                    print_error("%s compare %d: %s\n", sizes[i], compare,
                                pane_name(d.state->focus));
                assert_true(d.state->layout.pane[d.state->focus].rows > 0);
            }
            done(&d);
        }
}

/* Step keys answer in every pane, whatever it shows, and where there is no room for any. */
static void test_steps_in_every_pane(void **state) {
    static const char *const sizes[] = {"<120x40>", "<80x24>", "<40x12>", "<20x5>", "<9x2>"};
    static const char *const shown[] = {"", "zc", "d", "xv", "O", ":compare 1.4<CR>"};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t k = 0; k < sizeof shown / sizeof *shown; k++) {
            Drive d = drive(calls);
            press(&d, "3G");
            press(&d, shown[k]);
            press(&d, sizes[i]);
            for (int p = 0; p < PANE_COUNT; p++) {
                press(&d, "<Tab>3G");
                assert_step(&d, "<Space>", 4);
                assert_step(&d, ".", 5);
                assert_step(&d, "s", 6);
                assert_step(&d, "<BS>", 5);
                assert_step(&d, ",", 4);
                assert_step(&d, "S", 3);
                assert_step(&d, "c", 8);
                assert_step(&d, "C", 0);
                press(&d, "3Gi");
                assert_true(d.state->at.moment > trace_step_at(trace_of(&d), 3)->start);
                assert_step(&d, "2G]", 8); /* no landmark: the end */
                assert_step(&d, "[", 0);
            }
            done(&d);
        }
}

/* In a text field they are text. */
static void test_steps_are_text_in_a_field(void **state) {
    static const char *const fields[] = {":", "/", "\\\\", "?", "L", "e"};
    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Drive d = drive(calls);
        press(&d, "3G");
        press(&d, fields[i]);
        assert_step(&d, " .s,S[]c", 3);
        done(&d);
    }
}

/* Where one pane has the screen, asking why goes to that pane. */
static void test_small_screen(void **state) {
    (void)state;
    Drive d = drive_at(calls, "1.15", 12, 40);
    press(&d, "3Gw");
    assert_int_equal(d.state->focus, PANE_WHY);
    assert_true(d.state->layout.pane[PANE_WHY].rows > 0);
    press(&d, "d<Esc>");
    assert_int_equal(d.state->focus, PANE_PROGRAM); /* and back */
    press(&d, "w<Tab><Esc>");                       /* who went on is not called back */
    assert_int_equal(d.state->focus, PANE_OUTPUT);
    press(&d, "<A-1>");
    press(&d, "<1x1>");
    assert_int_equal(d.state->layout.kind, LAYOUT_TINY);
    assert_step(&d, "<Space>", 4); /* keys go on working */
    press(&d, "<200x60>");
    assert_int_equal(d.state->rows, 60);
    assert_int_equal(d.state->cols, 200);
    assert_true(d.state->layout.pane[PANE_PROGRAM].rows > 0);
    done(&d);
}

static void test_toggles(void **state) {
    (void)state;
    Drive d = drive(calls);
    bool numbers = d.state->numbers, values = d.state->values;
    press(&d, "#v~aM");
    assert_true(d.state->numbers == !numbers && d.state->values == !values);
    assert_true(d.state->ascii && d.state->library && !d.state->mouse);
    press(&d, ":theme mono<CR>");
    assert_int_equal(d.state->theme, THEME_MONO);
    press(&d, "T");
    assert_int_equal(d.state->theme, THEME_DARK);
    assert_says(&d, ":theme pink<CR>", "themes are dark, light, contrast and mono");
    done(&d);
}

static void test_autoplay(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "{", "autoplay is off; p starts it");
    press(&d, "p");
    assert_int_equal(d.state->play, 10);
    press(&d, "}");
    assert_int_equal(d.state->play, 20);
    press(&d, "{{");
    assert_int_equal(d.state->play, 5);
    press(&d, "p");
    assert_int_equal(d.state->play, 0);
    press(&d, "3p");
    assert_int_equal(d.state->play, 30);
    press(&d, "G<Space>"); /* nothing is left to play */
    assert_int_equal(d.state->play, 0);
    assert_says(&d, "p", "this is the last step: the program ended normally");
    done(&d);
}

static void test_unknown(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "Z", "Z does nothing here; ? shows the keys");
    assert_true(d.state->message_is_error);
    press(&d, ":nonsense<CR>");
    assert_true(d.state->message_is_error);
    assert_int_equal(d.state->mode, MODE_NORMAL);
    done(&d);
}

static void test_patterns(void **state) {
    (void)state;
    Drive d = drive(scopes);
    press(&d, "G\\v<CR>");
    assert_str(d.state->keep, "v");
    assert_says(&d, "zx<CR>", "all names are shown");
    press(&d, ":hide init*<CR>");
    assert_str(d.state->hide, "init*");
    press(&d, "\\<Esc>"); /* left without a change */
    assert_str(d.state->keep, "v");
    done(&d);
}

/* ---- lessons ---- */

static void test_lessons(void **state) {
    (void)state;
    Drive d = {.arena = arena_new(0)};
    size_t n;
    TestHost *host = test_host_make(d.arena);
    const Lesson *lessons = test_host_lessons(&host->host, &n);
    d.world = test_lesson_make(host, str_dup(d.arena, lessons[0].id).at);
    d.state = state_make(d.arena, d.world, 40, 120);
    d.keys = keymap_make(d.arena);
    assert_says(&d, "<lt>", "this is the first lesson");
    press(&d, "5Gma>");
    assert_str(d.world->lesson->id, str_dup(d.arena, lessons[1].id).at);
    assert_int_equal(d.state->at.step, 0);
    assert_int_equal(d.state->history_end, 1);
    assert_says(&d, "'a", "there is no bookmark a; ma makes it");
    press(&d, "<A-7>");
    assert_int_equal(d.state->focus, PANE_LESSON);
    press(&d, "<lt>");
    assert_str(d.world->lesson->id, str_dup(d.arena, lessons[0].id).at);
    done(&d);
}

/* Where there is room for one of them, reasons come in the place of the lesson, and go again. */
static void test_why_before_lesson(void **state) {
    (void)state;
    Drive d = {.arena = arena_new(0)};
    d.world = test_lesson_make(test_host_make(d.arena), "box-name-scope");
    d.state = state_make(d.arena, d.world, 24, 80);
    d.keys = keymap_make(d.arena);
    assert_true(d.state->layout.pane[PANE_LESSON].rows > 0);
    assert_int_equal(d.state->layout.pane[PANE_WHY].rows, 0);
    press(&d, "6Gw");
    assert_true(d.state->layout.pane[PANE_WHY].rows > 0);
    assert_int_equal(d.state->layout.pane[PANE_LESSON].rows, 0);
    press(&d, "zc<Esc>");
    assert_true(d.state->layout.pane[PANE_LESSON].rows > 0);
    assert_int_equal(d.state->focus, PANE_PROGRAM);
    press(&d, "<A-5>ww"); /* the Why pane was seen already */
    assert_true(d.state->layout.pane[PANE_WHY].rows > 0);
    done(&d);
}

/* ---- what may go wrong ---- */

static void check_end(const char *program, const char *wanted) {
    Drive d = drive(program);
    assert_says(&d, "G<Space>", wanted);
    done(&d);
}

static void test_ends(void **state) {
    (void)state;
    check_end("x = 1\n1 / 0\n", "this is the last step: ZeroDivisionError in line 2");
    check_end("while True:\n    pass\n", "this is the last step: stopped: it used up its steps");
    check_end("import tensorflow as tf\ntf.ReaderBase(None, None, [0])\n",
              "this is the last step: refused in line 2: tf.ReaderBase is not modelled");
    check_end("", "there are no steps: the program ended normally");
    check_end("def (\n", "nothing has run: the program was not accepted");
}

static void test_graphs(void **state) {
    (void)state;
    Drive d = drive("import tensorflow as tf\n"
                    "a = tf.constant(1, name='a')\n"
                    "g = tf.Graph()\n"
                    "with g.as_default():\n"
                    "    b = tf.constant(1, name='b')\n"
                    "c = tf.constant(1, name='c')\n");
    const char *keys = "]]]]GgCgc[[[[<Tab>jjjlhlh*+-G,,,,,ff";
    press(&d, keys);
    press(&d, ":why b<CR>");
    assert_str(d.state->why_name, "b");
    done(&d);
}

/* Every action has its function, and none minds where it is done. */
static void test_every_action(void **state) {
    static const char *const programs[] = {"", "def (\n", scopes};
    static const int sizes[][2] = {{1, 1}, {12, 40}, {40, 120}};
    (void)state;
    for (int p = 0; p < 3; p++)
        for (int z = 0; z < 3; z++)
            for (ActionKind kind = ACTION_NONE; kind < ACTION_COUNT; kind++) {
                Drive d = drive_at(programs[p], "1.15", sizes[z][0], sizes[z][1]);
                press(&d, "4G");
                state_act(d.state, d.world, (Action){kind, -1, STR(""), -1, -1});
                wish_fulfil(d.state, d.world);
                press(&d, "<Esc><Esc>");
                state_act(d.state, d.world, (Action){kind, 3, STR("a"), -1, -1});
                wish_fulfil(d.state, d.world);
                done(&d);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_everywhere),
        cmocka_unit_test(test_editor_to_editor),
        cmocka_unit_test(test_pasting),
        cmocka_unit_test(test_closing),
        cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_why),
        cmocka_unit_test(test_diff),
        cmocka_unit_test(test_panes),
        cmocka_unit_test(test_focus_is_seen),
        cmocka_unit_test(test_steps_in_every_pane),
        cmocka_unit_test(test_steps_are_text_in_a_field),
        cmocka_unit_test(test_small_screen),
        cmocka_unit_test(test_toggles),
        cmocka_unit_test(test_autoplay),
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_lessons),
        cmocka_unit_test(test_why_before_lesson),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_graphs),
        cmocka_unit_test(test_every_action),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
