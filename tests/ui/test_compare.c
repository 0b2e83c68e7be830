/* Two runs side by side: what is compared, who has the keys, and what the screen shows. */
#include "ui/compare.h"

#include "tests/ui/host.h"
#include "ui/frame.h"
#include "ui/wish.h"

#define PROGRAM "import tensorflow as tf\nv = tf.get_variable('v', [1])\nprint(v.name)\n"
#define EDITED                                                                                     \
    "import tensorflow as tf\nwith tf.variable_scope('s'):\n"                                      \
    "    v = tf.get_variable('v', [1])\nprint(v.name)\n"

typedef struct Explorer {
    Arena *arena;
    World *world;
    State *state;
} Explorer;

static Explorer lesson(const char *id, int rows, int cols) {
    Explorer x = {.arena = arena_new(0)};
    x.world = test_lesson_make(test_host_make(x.arena), id);
    x.state = state_make(x.arena, x.world, rows, cols);
    return x;
}

static Explorer program(const char *text) {
    Explorer x = {.arena = arena_new(0)};
    x.world = test_world_make(test_host_make(x.arena), text, "1.4");
    x.state = state_make(x.arena, x.world, 30, 100);
    return x;
}

static void done(Explorer *x) {
    world_free(x->world);
    arena_free(x->arena);
}

/* A command, and what it wishes for. */
static void command(Explorer *x, const char *line) {
    Action action;
    Str error;
    assert_true(action_read(x->arena, str_of(line), &action, &error));
    state_act(x->state, x->world, action);
    wish_fulfil(x->state, x->world);
}

/* As if the program had been edited, accepted, and run. */
static void edit(Explorer *x, const char *text) {
    Attempt attempt = state_replay(x->state, x->world)->attempt;
    attempt.source = source_make(x->arena, attempt.source->name, str_of(text));
    state_ran(x->state, x->world, world_run(x->world, &attempt));
}

static void check_headings(Explorer *x, const char *here, const char *beside) {
    assert_str(compare_heading(x->state, x->world, false, x->arena), here);
    assert_str(compare_heading(x->state, x->world, true, x->arena), beside);
}

static Str screen(Explorer *x) {
    Sink out = sink_memory(x->arena);
    Grid *g = grid_make(x->arena, x->state->rows, x->state->cols);
    frame_draw(x->state, x->world, keymap_make(x->arena), g, x->arena);
    grid_text(g, &out);
    return sink_str(&out);
}

static bool shows(Explorer *x, const char *text) {
    bool found = str_find(screen(x), str_of(text), 0) >= 0;
    if (!found)
        print_error("no \"%s\" on\n%.*s", text, STR_ARG(screen(x)));
    return found;
}

/* ---- what is compared ---- */

static void with_a_lesson(void **state) {
    (void)state;
    Explorer x = lesson("box-variable-scope", 24, 80);
    command(&x, "compare box-name-scope");
    assert_true(compare_on(x.state));
    check_headings(&x, "box-variable-scope  TF 1.4", "box-name-scope  TF 1.4");
    command(&x, "go 6");
    assert_int_equal(compare_beside_at(x.state, x.world).step, 6);
    assert_true(shows(&x, "[ box-variable-scope  TF 1.4 ]"));
    assert_true(shows(&x, " box-name-scope  TF 1.4 "));
    assert_true(shows(&x, " box-variable-scope: makes the variable scope_vars/b:0  "));
    assert_true(shows(&x, "  box-name-scope: makes"));
    command(&x, "compare");
    assert_false(compare_on(x.state));
    done(&x);
}

static void with_a_release(void **state) {
    (void)state;
    Explorer x = lesson("reuse-inherited", 32, 110);
    command(&x, "compare 1.0");
    check_headings(&x, "reuse-inherited  TF 1.4", "reuse-inherited  TF 1.0");
    command(&x, "go 14");
    assert_true(shows(&x, " TF 1.4: prints True  TF 1.0: prints False"));
    done(&x);
}

static void with_what_is_not_there(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    command(&x, "compare 1.99");
    assert_str(x.state->message, "TensorFlow 1.99 is not modelled.");
    command(&x, "compare no-such-file.py");
    assert_str(x.state->message, "no-such-file.py: no such file");
    command(&x, "compare");
    assert_str(x.state->message, "There is no run before this one. Try :compare 1.0, :compare FILE "
                                 "or :compare LESSON.");
    command(&x, "compare edit");
    assert_str(x.state->message, "Nothing was edited yet: e changes the program.");
    command(&x, "compare 1.4");
    assert_str(x.state->message, "It is the same run: there is nothing to compare.");
    command(&x, "swap");
    assert_str(x.state->message, "There is no other side: o begins a comparison.");
    assert_false(compare_on(x.state));
    done(&x);
}

/* Before and after an edit: with nothing said, the run before. */
static void with_the_run_before(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    edit(&x, EDITED);
    command(&x, "compare");
    check_headings(&x, "test.py  TF 1.4  after the edit", "test.py  TF 1.4  before the edit");
    command(&x, "go 3");
    assert_int_equal(compare_beside_at(x.state, x.world).step, 2);
    assert_true(shows(&x, " after the edit: makes the variable s/v:0  before the edit: makes the "
                          "variable v:0"));
    done(&x);
}

/* A toggle of the release is no edit: `edit` looks further back. */
static void with_the_text_before(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    edit(&x, EDITED);
    command(&x, "tf 1.0");
    command(&x, "compare edit");
    check_headings(&x, "test.py  TF 1.0  after the edit", "test.py  TF 1.4  before the edit");
    command(&x, "compare");
    command(&x, "compare");
    check_headings(&x, "test.py  TF 1.0", "test.py  TF 1.4");
    done(&x);
}

/* What was undone is there to compare with. */
static void with_what_was_undone(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    edit(&x, EDITED);
    command(&x, "undo");
    command(&x, "compare");
    check_headings(&x, "test.py  TF 1.4  before the edit", "test.py  TF 1.4  after the edit");
    done(&x);
}

static void with_no_program(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    edit(&x, "import tensorflow as tf\nv = (\n");
    command(&x, "compare");
    check_headings(&x, "test.py  not accepted  TF 1.4  after the edit",
                   "test.py  TF 1.4  before the edit");
    assert_true(shows(&x, "after the edit: the text was not accepted, so nothing ran."));
    command(&x, "swap");
    command(&x, "go");
    assert_int_equal(x.state->at.step, 3);
    assert_true(shows(&x, "after the edit: the text was not accepted, so nothing ran."));
    done(&x);
}

/* Names that are too long for a sentence are none. */
static void called_in_sentences(void **state) {
    (void)state;
    Explorer x = lesson("box-variable-scope", 24, 80);
    command(&x, "compare reuse-inherited");
    TogetherNames names = compare_names(x.state, x.world, x.arena);
    assert_str(names.here, "box-variable-scope");
    assert_str(names.beside, "reuse-inherited");
    command(&x, "swap");
    assert_str(compare_names(x.state, x.world, x.arena).here, "reuse-inherited");
    command(&x, "compare");
    command(&x, "compare variables-in-a-variable-scope");
    if (compare_on(x.state))
        assert_str(compare_names(x.state, x.world, x.arena).here, "");
    done(&x);
}

/* What is asked for is read in full where there is little room, and Esc goes back to both sides. */
static void reading_alone(void **state) {
    (void)state;
    Explorer x = lesson("reuse-inherited", 24, 80);
    command(&x, "compare 1.0");
    command(&x, "go 13");
    static const char *const asks[] = {"why", "diff", "shares root/v", "counters"};
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        command(&x, asks[i]);
        assert_int_equal(x.state->layout.kind, LAYOUT_SINGLE);
        assert_int_equal(x.state->focus, PANE_WHY);
        command(&x, "cancel");
        assert_int_equal(x.state->layout.kind, LAYOUT_COMPARE);
        assert_int_equal(x.state->focus, PANE_PROGRAM);
    }
    command(&x, "why");
    assert_true(shows(&x, "What differs at this step"));
    command(&x, "compare 1.1"); /* both sides are seen at first */
    assert_int_equal(x.state->layout.kind, LAYOUT_COMPARE);
    done(&x);
}

/* ---- the keys ---- */

static void swapping(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    edit(&x, EDITED);
    command(&x, "compare");
    command(&x, "go 3");
    Rect left = x.state->layout.pane[PANE_PROGRAM];
    command(&x, "swap");
    assert_true(x.state->beside_focused);
    assert_int_equal(x.state->at.step, 2);
    check_headings(&x, "test.py  TF 1.4  before the edit", "test.py  TF 1.4  after the edit");
    assert_int_equal(x.state->layout.beside[PANE_PROGRAM].col, left.col);
    assert_true(x.state->layout.pane[PANE_PROGRAM].col > left.col);
    command(&x, "step");
    assert_int_equal(x.state->at.step, 3);
    assert_int_equal(compare_beside_at(x.state, x.world).step, 4);
    command(&x, "swap");
    assert_int_equal(x.state->at.step, 4);
    assert_int_equal(x.state->layout.pane[PANE_PROGRAM].col, left.col);
    done(&x);
}

/* The run that the history says comes back, where it stood. */
static void ending_on_the_other_side(void **state) {
    (void)state;
    Explorer x = lesson("box-variable-scope", 24, 80);
    command(&x, "compare box-name-scope");
    command(&x, "go 6");
    command(&x, "swap");
    command(&x, "step");
    command(&x, "compare");
    assert_false(compare_on(x.state));
    assert_int_equal(x.state->replay, 0);
    assert_int_equal(x.state->at.step, 7);
    done(&x);
}

/* Runs are paired once, whoever has the keys. */
static void pairs_are_kept(void **state) {
    (void)state;
    Explorer x = lesson("box-variable-scope", 24, 80);
    for (int i = 0; i < 5; i++) {
        command(&x, "compare box-name-scope");
        command(&x, "swap");
        command(&x, "compare");
    }
    assert_int_equal(x.state->pairs.count, 1);
    assert_int_equal(x.world->replays.count, 2);
    done(&x);
}

/* An edit while comparing: the new run is compared with the same one. */
static void editing_meanwhile(void **state) {
    (void)state;
    Explorer x = program(PROGRAM);
    command(&x, "compare 1.0");
    edit(&x, EDITED);
    check_headings(&x, "test.py  TF 1.4  after the edit", "test.py  TF 1.0  before the edit");
    assert_true(shows(&x, "test.py  TF 1.0"));
    command(&x, "undo");
    check_headings(&x, "test.py  TF 1.4", "test.py  TF 1.0");
    done(&x);
}

/* Any size, any step, either side. */
static void any_size(void **state) {
    (void)state;
    Explorer x = lesson("box-variable-scope", 24, 80);
    command(&x, "compare box-name-scope");
    uint32_t random = 3;
    for (int i = 0; i < 400; i++) {
        random = random * 1664525 + 1013904223;
        uint32_t r = random >> 8;
        x.state->rows = 1 + (int)(r % 60);
        x.state->cols = 1 + (int)(r / 64 % 150);
        x.state->focus = (Pane)(r % PANE_LESSON);
        x.state->full = r % 9 == 0;
        state_layout(x.state, x.world);
        command(&x, r % 3 == 0 ? "swap" : r % 3 == 1 ? "step" : "back");
        state_go(x.state, x.world, r % 13);
        Arena *scratch = arena_new(0);
        Grid *g = grid_make(scratch, x.state->rows, x.state->cols);
        frame_draw(x.state, x.world, keymap_make(scratch), g, scratch);
        arena_free(scratch);
    }
    done(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_a_lesson),
        cmocka_unit_test(with_a_release),
        cmocka_unit_test(with_what_is_not_there),
        cmocka_unit_test(with_the_run_before),
        cmocka_unit_test(with_the_text_before),
        cmocka_unit_test(with_what_was_undone),
        cmocka_unit_test(with_no_program),
        cmocka_unit_test(called_in_sentences),
        cmocka_unit_test(reading_alone),
        cmocka_unit_test(swapping),
        cmocka_unit_test(ending_on_the_other_side),
        cmocka_unit_test(pairs_are_kept),
        cmocka_unit_test(editing_meanwhile),
        cmocka_unit_test(any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
