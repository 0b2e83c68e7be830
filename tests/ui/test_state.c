/* test_state.c: keys drive the state: where it goes, what it says, what it wishes for. */
#include <string.h>

#include "tests/ui/host.h"
#include "ui/pane.h"
#include "ui/wish.h"

typedef struct Drive {
    Arena *arena;
    World *world;
    State *state;
    Keymap *keys;
    Wish left; /* the last wish that is the loop's business */
} Drive;

/* Line 1 is the import, and a step a line but for the calls:
 *   1 import, 2 def, 3 first call of f (line 5), 4 line 3, 5 line 4 (return; second call),
 *   6 line 3, 7 line 4 (return), 8 print. */
static const char calls[] = "import tensorflow as tf\n" /* 1 */
                            "def f(x):\n"               /* 2 */
                            "    y = x + 1\n"           /* 3 */
                            "    return y\n"            /* 4 */
                            "z = f(1) + f(2)\n"         /* 5 */
                            "print(z)\n";               /* 6 */

/* 1 import, 2 enter a, 3 v made; a left, 4 c, 5 enter a again, 6 v shared; a left, 7 s, 8 v gets a
 * value, 9 b. */
static const char scopes[] = "import tensorflow as tf\n"                      /* 1 */
                             "with tf.variable_scope('a'):\n"                 /* 2 */
                             "    v = tf.get_variable('v', initializer=1.)\n" /* 3 */
                             "c = 0\n"                                        /* 4 */
                             "with tf.variable_scope('a', reuse=True):\n"     /* 5 */
                             "    w = tf.get_variable('v')\n"                 /* 6 */
                             "s = tf.Session()\n"                             /* 7 */
                             "s.run(tf.global_variables_initializer())\n"     /* 8 */
                             "b = 1\n";                                       /* 9 */

static Drive drive_at(const char *program, const char *tf, int rows, int cols) {
    Drive d = {.arena = arena_new(0)};
    TestHost *host = test_host_make(d.arena);
    d.world = test_world_make(host, program, tf);
    d.state = state_make(d.arena, d.world, rows, cols);
    d.keys = keymap_make(d.arena);
    return d;
}

static Drive drive(const char *program) {
    return drive_at(program, "1.15", 40, 120);
}

static void done(Drive *d) {
    world_free(d->world);
    arena_free(d->arena);
}

static void press(Drive *d, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        state_key(d->state, d->world, d->keys, key);
        Wish left = wish_fulfil(d->state, d->world);
        if (left.kind != WISH_NONE)
            d->left = left;
    }
}

static const Trace *trace_of(const Drive *d) {
    return state_replay(d->state, d->world)->trace;
}

/* At the end of a step. */
#define assert_step(d, keys, wanted)                                                               \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_int_equal((d)->state->at.step, (wanted));                                           \
        assert_false(position_inside(trace_of(d), (d)->state->at));                                \
    } while (0)

#define assert_inside(d, keys, wanted)                                                             \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_int_equal((d)->state->at.step, (wanted));                                           \
        assert_true(position_inside(trace_of(d), (d)->state->at));                                 \
    } while (0)

#define assert_says(d, keys, wanted)                                                               \
    do {                                                                                           \
        press((d), (keys));                                                                        \
        assert_str((d)->state->message, (wanted));                                                 \
    } while (0)

/* ---- stepping ---- */

static void test_lines(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_int_equal(trace_steps(trace_of(&d)), 8);
    assert_int_equal(d.state->at.step, 0);
    assert_step(&d, "<Space>", 1);
    assert_step(&d, ".s", 3);
    assert_step(&d, "<BS>", 2);
    assert_step(&d, "4<Space>", 6);
    assert_step(&d, "2S", 4);
    assert_step(&d, "99<Space>", 8);
    assert_says(&d, "<Space>", "this is the last step: the program ended normally");
    assert_true(d.state->message_is_error);
    assert_step(&d, "99,", 0);
    assert_says(&d, ",", "this is the start: nothing has run before it");
    assert_says(&d, "<Space>", "");
    done(&d);
}

static void test_numbers(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_step(&d, "G", 8);
    assert_false(state_is_past(d.state, d.world));
    assert_step(&d, "3G", 3);
    assert_true(state_is_past(d.state, d.world));
    assert_step(&d, "gg", 0);
    assert_step(&d, "50%", 4);
    assert_step(&d, "999%", 8);
    assert_step(&d, "<Home>", 0);
    assert_step(&d, "<End>", 8);
    assert_step(&d, ":5<CR>", 5);
    assert_step(&d, ":25%<CR>", 2);
    assert_step(&d, ":go 99<CR>", 8);
    assert_step(&d, "99999999999999999999G", 8);
    assert_step(&d, "''", 2); /* going to where it is begins no jump */
    done(&d);
}

/* Within line 5 of step 5: f returns, and is called again. */
static void test_events(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_step(&d, "4G", 4);
    assert_inside(&d, "i", 5);
    assert_step(&d, "i", 5);
    assert_step(&d, "i", 6);
    assert_step(&d, "I", 5);
    assert_inside(&d, "I", 5);
    assert_step(&d, "<Space>", 5); /* to the end of the line */
    assert_inside(&d, "I", 5);
    assert_step(&d, "<BS>", 4); /* to its start */
    assert_inside(&d, "<Right>", 5);
    assert_step(&d, "<Left>", 4);
    assert_step(&d, "G", 8);
    assert_says(&d, "i", "this is the last step: the program ended normally");
    assert_says(&d, "ggI", "this is the start: nothing has run before it");
    done(&d);
}

static void test_landmarks(void **state) {
    (void)state;
    Drive d = drive(scopes);
    assert_step(&d, "]", 2);   /* enter */
    assert_inside(&d, "]", 3); /* the variable */
    assert_step(&d, "]", 3);   /* leave */
    assert_step(&d, "]", 5);
    assert_inside(&d, "]", 6); /* shared */
    assert_step(&d, "]", 6);
    assert_step(&d, "]", 9);
    assert_str(d.state->message, "no landmark is left: this is the end");
    assert_says(&d, "]", "this is the last step: the program ended normally");
    assert_step(&d, "[", 6);
    assert_inside(&d, "4[", 3);
    assert_step(&d, "[", 2);
    assert_step(&d, "[", 0);
    assert_step(&d, "3]", 3);
    done(&d);
}

static void test_bookmarks_are_landmarks(void **state) {
    (void)state;
    Drive d = drive(scopes);
    assert_step(&d, "4Gmz8Gmbgg", 0);
    assert_step(&d, "4]", 4);
    assert_step(&d, "G[", 8);
    assert_step(&d, "[", 6);
    done(&d);
}

static void test_blocks(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "f",
                "no with block and no call is open here; G goes to the end of the program");
    assert_says(&d, "F",
                "no with block and no call is open here; gg goes to the start of the program");
    assert_step(&d, "4G", 4);
    assert_inside(&d, "f", 5); /* right behind the return */
    assert_step(&d, "4GF", 3);
    assert_step(&d, "4GfF", 3); /* nothing is open behind it: back into the call that ended */
    done(&d);
}

static void test_change(void **state) {
    (void)state;
    Drive d = drive(scopes);
    assert_says(&d, "gc", "nothing is selected: select a row of Names or of Values first");
    names_select(d.state, d.world, STR("a/v"));
    press(&d, "G");
    names_select(d.state, d.world, STR("a/v"));
    assert_step(&d, "gg", 0);
    assert_inside(&d, "gc", 3);
    assert_inside(&d, "gc", 6);
    press(&d, "gc");
    assert_int_equal(d.state->at.step, 8); /* its value */
    assert_says(&d, "gc", "it does not change any more");
    assert_inside(&d, "gC", 6);
    assert_inside(&d, "gC", 3);
    assert_says(&d, "gC", "it has not changed before");
    done(&d);
}

/* ---- marks ---- */

static void test_stops(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_step(&d, "c", 8); /* no mark: the end */
    assert_says(&d, "c", "this is the last step: the program ended normally");
    assert_step(&d, "C", 0);
    assert_step(&d, ":break 3<CR>c", 4);
    assert_true(state_stops_at(d.state, 3));
    assert_step(&d, "c", 6);
    assert_step(&d, "c", 8);
    assert_step(&d, "C", 6);
    assert_step(&d, "b", 6); /* the line that just ran: taken away */
    assert_false(state_stops_at(d.state, 3));
    assert_step(&d, "ggc", 8);
    press(&d, "ggb"); /* at the start: the line that runs first */
    assert_true(state_stops_at(d.state, 1));
    press(&d, "jjjb"); /* the selected one */
    assert_true(state_stops_at(d.state, 4));
    assert_says(&d, ":break 77<CR>", "which line? The program has lines 1 to 6");
    done(&d);
}

static void test_bookmarks(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "3Gma", "bookmark a is step 3; 'a comes back");
    assert_step(&d, "7G'a", 3);
    assert_step(&d, "''", 7);
    assert_step(&d, "''", 3);
    assert_says(&d, "'q", "there is no bookmark q; mq makes it");
    assert_step(&d, "<Space><Space>''", 7); /* steps are no jumps */
    assert_says(&d, ":mark<CR>",
                "which bookmark? They are called a to z; say, for example: mark a");
    assert_says(&d, ":jump<CR>",
                "which bookmark? They are called a to z; say, for example: jump a");
    assert_step(&d, ":jump<Space>'<CR>", 5); /* where the last jump began */
    done(&d);
}

/* ---- other runs ---- */

static void test_edit_and_undo(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "6Gma"); /* line 3, second visit */
    press(&d, "gge");
    assert_int_equal(d.state->mode, MODE_EDIT);
    press(&d, "q = 0<CR><Esc>"); /* a line more above everything */
    assert_int_equal(d.state->mode, MODE_NORMAL);
    assert_int_equal(d.world->replays.count, 2);
    assert_int_equal(d.state->replay, 1);
    assert_int_equal(trace_steps(trace_of(&d)), 9);
    assert_step(&d, "'a", 7); /* the same line, the same visit */
    assert_step(&d, "u", 6);
    assert_str(d.state->message, "undone; Ctrl-R does it again");
    assert_int_equal(d.state->replay, 0);
    assert_says(&d, "u", "there is nothing to undo: this is the program as opened");
    assert_step(&d, "<C-r>", 7);
    assert_says(&d, "<C-r>", "there is nothing to redo");
    done(&d);
}

static void test_nothing_edited(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "e<Esc>", "nothing was changed");
    assert_says(&d, "exyz<C-c>", "left without changes");
    assert_int_equal(d.world->replays.count, 1);
    assert_int_equal(d.state->mode, MODE_NORMAL);
    done(&d);
}

/* A text that is not accepted has no steps, and loses neither place nor marks. */
static void test_refused_text(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, ":break 3<CR>5Gma6G");
    assert_says(&d, "e((<Esc>", "the program was not accepted; u takes the change back");
    assert_int_equal(d.state->replay, 1);
    assert_int_equal(trace_steps(trace_of(&d)), 0);
    assert_says(&d, "<Space>", "nothing has run: the program was not accepted");
    assert_says(&d, "c", "nothing has run: the program was not accepted");
    press(&d, "iIfF][gcG50%wdxzc'a''<Tab><Tab>jk");
    assert_step(&d, "u", 6);
    assert_step(&d, "'a", 5);
    assert_true(state_stops_at(d.state, 3));
    done(&d);
}

static void test_new_edit_forgets_redo(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "gvgv"); /* from the newest one around to the oldest, and on */
    assert_int_equal(d.state->history_end, 3);
    press(&d, "uu");
    press(&d, "gp");
    assert_int_equal(d.state->history_end, 2);
    assert_says(&d, "<C-r>", "there is nothing to redo");
    done(&d);
}

static size_t memory_of(const State *s) {
    return arena_used(s->arena) + arena_used(s->brief) + arena_used(s->editing) +
           arena_used(s->picked);
}

/* A session may be long: keys that leave nothing behind cost no memory. */
static void test_memory_stays(void **state) {
    static const char *const flat[] = {
        "Z",      "T",      "ma",  "'a",      "b",        "<Space><BS>",  "iI",     "][",
        "Ggg",    "50%",    "w",   "d",       "vv",       "zc<Esc>",      "p<Esc>", ":<Esc>",
        "?<Esc>", "e<C-c>", "gvu", "gv<C-r>", "e((<C-c>", "<M-2>jlh-+**", "n",      "x",
    };
    (void)state;
    Drive d = drive(calls);
    d.state = state_make(arena_child(d.arena), d.world, 40, 120);
    for (size_t i = 0; i < sizeof flat / sizeof *flat; i++) {
        for (int n = 0; n < 60; n++)
            press(&d, flat[i]);
        size_t before = memory_of(d.state);
        for (int n = 0; n < 600; n++)
            press(&d, flat[i]);
        /* A log's block now and then, of the history of runs. */
        if (memory_of(d.state) > before + 6000)
            fail_msg("%s: %zu bytes", flat[i], memory_of(d.state) - before);
    }
    done(&d);
}

/* However far: it ends at the last row, also from there. */
static void test_far_moves(void **state) {
    (void)state;
    Drive d = drive(calls);
    const PaneView *v = &d.state->view[PANE_PROGRAM];
    for (int i = 0; i < 2; i++) {
        state_act(d.state, d.world, (Action){ACTION_DOWN, INT64_MAX, STR(""), -1, -1});
        assert_int_equal(v->selected, state_replay(d.state, d.world)->attempt.source->nlines - 1);
        state_act(d.state, d.world, (Action){ACTION_SIDE_RIGHT, INT64_MAX, STR(""), -1, -1});
        assert_int_equal(v->side, 100000);
    }
    done(&d);
}

/* Outlines that were filtered go with their pattern; the window stays where it was. */
static void test_filters_stay_small(void **state) {
    (void)state;
    Drive d = drive(calls);
    press(&d, "G<M-2>");
    for (int n = 0; n < 200; n++)
        press(&d, n % 2 ? "\\<C-u>v<CR>jd<Esc>" : "\\<C-u>a<CR>j<Esc>");
    assert_true(arena_used(d.state->picked) < 20000);
    done(&d);
}

static void test_reset(void **state) {
    (void)state;
    Drive d = drive(calls);
    assert_says(&d, "X", "this is the program as it was opened");
    press(&d, "gvX");
    assert_int_equal(d.state->mode, MODE_ASK);
    press(&d, "n");
    assert_int_equal(d.state->history_at, 2);
    press(&d, "Xy");
    assert_int_equal(d.state->history_at, 1);
    assert_int_equal(d.state->replay, 0);
    press(&d, "<C-r>");
    assert_int_equal(d.state->replay, 1);
    done(&d);
}

static void test_releases(void **state) {
    (void)state;
    Drive d = drive_at(calls, "1.4", 40, 120);
    press(&d, "gv");
    assert_str(trace_of(&d)->tf, "1.5");
    press(&d, "gVgV");
    assert_str(trace_of(&d)->tf, "1.3");
    press(&d, ":tf 1.0<CR>");
    assert_str(trace_of(&d)->tf, "1.0");
    press(&d, "gV");
    assert_str(trace_of(&d)->tf, "1.15");
    press(&d, "gv");
    assert_str(trace_of(&d)->tf, "1.0");
    press(&d, "7gv");
    assert_str(trace_of(&d)->tf, "1.7");
    assert_says(&d, ":tf 2.0<CR>", "TensorFlow 2.0 is not modelled; known are 1.0 to 1.15");
    /* What ran already does not run again. */
    size_t runs = d.world->replays.count;
    press(&d, ":tf 1.4<CR>");
    assert_int_equal(d.world->replays.count, runs);
    assert_int_equal(d.state->replay, 0);
    done(&d);
}

static void test_python(void **state) {
    (void)state;
    Drive d = drive(calls);
    int before = trace_of(&d)->python;
    press(&d, "gp");
    assert_int_equal(trace_of(&d)->python, 5 - before);
    press(&d, ":python 2<CR>");
    assert_int_equal(trace_of(&d)->python, 2);
    assert_says(&d, ":python 4<CR>", "there is Python 2 and Python 3");
    done(&d);
}

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
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_landmarks),
        cmocka_unit_test(test_bookmarks_are_landmarks),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_change),
        cmocka_unit_test(test_stops),
        cmocka_unit_test(test_bookmarks),
        cmocka_unit_test(test_edit_and_undo),
        cmocka_unit_test(test_nothing_edited),
        cmocka_unit_test(test_refused_text),
        cmocka_unit_test(test_new_edit_forgets_redo),
        cmocka_unit_test(test_memory_stays),
        cmocka_unit_test(test_filters_stay_small),
        cmocka_unit_test(test_far_moves),
        cmocka_unit_test(test_reset),
        cmocka_unit_test(test_releases),
        cmocka_unit_test(test_python),
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
    return cmocka_run_group_tests_name("state", tests, NULL, NULL);
}
