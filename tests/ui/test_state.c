/* test_state.c: keys drive the state: stepping, marks, other runs. */
#include <string.h>

#include "tests/ui/drive.h"
#include "ui/pane.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
