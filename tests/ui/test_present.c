/* Presenting and following: what a key does, what is told to followers, what a follower shows. */
#include "tests/ui/learner.h"
#include "ui/frame.h"
#include "ui/wish.h"

static const char program[] = "import tensorflow as tf\n"
                              "with tf.name_scope('a'):\n"
                              "    x = tf.constant(1, name='x')\n"
                              "    y = tf.constant(2, name='y')\n"
                              "z = x + y\n";

typedef struct Seat {
    Arena *arena;
    World *world;
    State *state;
    Keymap *keys;
} Seat;

static Seat seat_at(const char *text, int rows, int cols) {
    Seat s = {.arena = arena_new(0)};
    s.world = test_world_make(test_host_make(s.arena), text, "1.15");
    s.state = state_make(s.arena, s.world, rows, cols);
    s.keys = keymap_make(s.arena);
    return s;
}

static Seat seat(const char *text) {
    return seat_at(text, 24, 80);
}

static void leave(Seat *s) {
    world_free(s->world);
    arena_free(s->arena);
}

static void press(Seat *s, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        state_key(s->state, s->world, s->keys, key);
        wish_fulfil(s->state, s->world);
    }
}

static bool shows(Seat *s, const char *words) {
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    Grid *g = grid_make(a, s->state->rows, s->state->cols);
    frame_draw(s->state, s->world, s->keys, g, a);
    grid_text(g, &out);
    bool found = str_find(sink_str(&out), str_of(words), 0) >= 0;
    arena_free(a);
    return found;
}

static void test_remote_control(void **state) {
    (void)state;
    Seat s = seat(program);
    press(&s, "<PageDown>");
    assert_int_equal(s.state->at.step, 0); /* a page of the pane */
    press(&s, "gP<PageDown><PageDown><PageUp>");
    assert_true(s.state->present.on);
    assert_int_equal(s.state->at.step, 1);
    press(&s, "gP<PageDown>");
    assert_int_equal(s.state->at.step, 1);
    leave(&s);
}

static void test_blank(void **state) {
    (void)state;
    Seat s = seat(program);
    press(&s, "gPb");
    assert_true(s.state->present.blank);
    assert_false(shows(&s, "import"));
    press(&s, "<PageDown>"); /* brings it back and does nothing else */
    assert_false(s.state->present.blank);
    assert_int_equal(s.state->at.step, 0);
    assert_true(shows(&s, "import"));
    press(&s, ".");
    assert_true(s.state->present.blank);
    press(&s, ".");
    assert_false(s.state->present.blank);
    press(&s, "gPb."); /* no longer presenting: a stop mark, a step */
    assert_false(s.state->present.blank);
    assert_int_equal(s.state->at.step, 1);
    press(&s, "g.");
    assert_true(s.state->present.blank);
    leave(&s);
}

/* A letter that is waited for is no key of a remote control. */
static void test_chords(void **state) {
    (void)state;
    Seat s = seat(program);
    press(&s, "gPgb");
    assert_false(s.state->present.blank);
    press(&s, "<Space>mb<Space>'b");
    assert_int_equal(s.state->at.step, 1);
    leave(&s);
}

static void test_layout(void **state) {
    (void)state;
    Seat s = seat_at(program, 40, 120);
    assert_true(shows(&s, " Scopes "));
    press(&s, "gP<Space>");
    assert_int_equal(s.state->layout.kind, LAYOUT_PRESENT);
    assert_false(shows(&s, " Scopes "));
    assert_false(shows(&s, "next landmark")); /* no hints */
    assert_true(s.state->layout.pane[PANE_PROGRAM].col > 1);
    assert_true(s.state->layout.pane[PANE_WHY].rows > s.state->layout.pane[PANE_NAMES].rows);
    press(&s, "<100x30>");
    assert_int_equal(s.state->layout.pane[PANE_PROGRAM].col, 1); /* no room to give away */
    press(&s, "<120x40>:pane<Space>scopes<CR>"); /* what is asked for is seen all the same */
    assert_true(s.state->layout.pane[PANE_SCOPES].rows > 0);
    press(&s, "<24x10>");
    assert_int_equal(s.state->layout.kind, LAYOUT_SINGLE);
    leave(&s);
}

static void test_keys_shown(void **state) {
    (void)state;
    Seat s = seat(program);
    press(&s, "gk");
    assert_false(shows(&s, "Space  ]"));
    press(&s, "<Space>]");
    assert_true(shows(&s, " Space  ]"));
    press(&s, "<PageDown><PageDown><PageDown><PageDown><PageDown><PageDown><40x12>");
    assert_true(shows(&s, " PageDown  PageDown")); /* the newest ones that there is room for */
    press(&s, "<80x24>:");
    assert_false(shows(&s, "PageDown")); /* a line that is typed is not written over */
    press(&s, "<Esc>");
    press(&s, "gk");
    assert_false(shows(&s, " Space  ]"));
    leave(&s);
}

static void test_timer(void **state) {
    (void)state;
    Seat s = seat(program);
    s.state->present.clock = 1000;
    press(&s, ":timer<Space>10<CR>");
    s.state->present.clock = 1000 + 3 * 60 + 1;
    assert_true(shows(&s, "7 min left"));
    s.state->present.clock = 1000 + 12 * 60;
    assert_true(shows(&s, "2 min over"));
    press(&s, "gT");
    assert_false(shows(&s, " min"));
    press(&s, "gT");
    s.state->present.clock += 5 * 60;
    assert_true(shows(&s, " 5 min "));
    s.state->present.on = true;
    assert_int_equal(present_wait(&s.state->present), 60 * 1000);
    s.state->present.clock += 59;
    assert_int_equal(present_wait(&s.state->present), 1000);
    press(&s, ":timer<Space>99999<CR>");
    assert_true(s.state->message_is_error);
    leave(&s);
}

/* ---- following ---- */

static void test_follow(void **state) {
    (void)state;
    Seat a = seat(program), b = seat("y = 1\n");
    Stage shown;
    b.state->present.follow = FOLLOW_ALONG;
    press(&a, "<Space><Space><Space>");
    shown = present_stage(a.state, a.world, a.arena);
    present_look(b.state, b.world, &shown);
    assert_int_equal(b.state->at.step, 3);
    assert_true(shows(&b, "name='x'"));
    assert_true(shows(&b, "following"));
    press(&a, ":tf<Space>1.4<CR><Space>i");
    shown = present_stage(a.state, a.world, a.arena);
    present_look(b.state, b.world, &shown);
    assert_str(state_replay(b.state, b.world)->trace->tf, "1.4");
    assert_int_equal(position_cmp(a.state->at, b.state->at), 0);
    press(&a, "gPb");
    shown = present_stage(a.state, a.world, a.arena);
    present_look(b.state, b.world, &shown);
    assert_true(shows(&b, "the presenter's screen is blank"));
    assert_false(shows(&b, "import"));
    leave(&a);
    leave(&b);
}

/* Inside of a line, too. */
static void test_follow_events(void **state) {
    (void)state;
    Seat a = seat(program), b = seat(program);
    b.state->present.follow = FOLLOW_ALONG;
    press(&a, "4Gi");
    assert_true(position_inside(state_replay(a.state, a.world)->trace, a.state->at));
    Stage shown = present_stage(a.state, a.world, a.arena);
    present_look(b.state, b.world, &shown);
    assert_int_equal(position_cmp(a.state->at, b.state->at), 0);
    leave(&a);
    leave(&b);
}

static void test_away_and_back(void **state) {
    (void)state;
    Seat a = seat(program), b = seat(program);
    b.state->present.follow = FOLLOW_AWAY;
    press(&a, "2G");
    Stage shown = present_stage(a.state, a.world, a.arena);
    present_look(b.state, b.world, &shown);
    assert_int_equal(b.state->at.step, 0);
    b.state->present.follow = FOLLOW_ALONG;
    present_look(b.state, b.world, &shown);
    assert_int_equal(b.state->at.step, 2);
    shown.left = true;
    present_look(b.state, b.world, &shown);
    assert_true(shows(&b, "the presenter has left"));
    leave(&a);
    leave(&b);
}

/* What no presenter of ours would write. */
static void test_strange_stages(void **state) {
    (void)state;
    Seat b = seat(program);
    b.state->present.follow = FOLLOW_ALONG;
    Stage s = {.text = STR("x = 1\n"), .tf = STR("9.9"), .step = 1000000, .events = 1000000};
    present_look(b.state, b.world, &s);
    assert_true(b.state->message_is_error);
    s.tf = STR("1.15");
    present_look(b.state, b.world, &s);
    assert_int_equal(b.state->at.step, 1);
    s.text = STR("x = = 1\n");
    s.lesson = STR("no such lesson");
    present_look(b.state, b.world, &s);
    assert_int_equal(b.state->at.step, 0);
    assert_false(state_replay(b.state, b.world)->accepted);
    leave(&b);
}

static void test_notes(void **state) {
    (void)state;
    Seat s = seat(program);
    Section sections[] = {
        {.moment = STR("start"), .title = STR("Begin"), .notes = STR("Say hello")},
        {.moment = STR("node a/y"), .title = STR("Second"), .text = STR("t")}};
    Lesson lesson = {.id = STR("l"), .tf = STR("1.15"), .sections = sections, .nsections = 2};
    s.world->lesson = &lesson;
    const Replay *r = state_replay(s.state, s.world);
    ((Replay *)(uintptr_t)r)->teaching = teaching_make(s.arena, &lesson, r->trace);
    press(&s, "gn");
    assert_true(shows(&s, "Say hello"));
    assert_true(shows(&s, "next, in 4 steps: Second"));
    press(&s, "4G");
    assert_true(shows(&s, "Second"));
    assert_true(shows(&s, "(no notes)"));
    assert_true(shows(&s, "nothing more is told"));
    press(&s, "gn");
    assert_false(shows(&s, "(no notes)"));
    leave(&s);
}

/* ---- questions ---- */

static void look_at(Pupil *p, const Pupil *presenter) {
    Stage stage = present_stage(presenter->state, presenter->world, presenter->arena);
    present_look(p->state, p->world, &stage);
}

static Pupil pupil_of(const char *lesson) {
    return pupil_make(&(PupilAsk){"lessons", "en", lesson, NULL, 24, 80});
}

/* The audience has the question that the presenter asks, its hints, and its answer when that is
 * shown; the questions that were passed by are passed by. */
static void test_question_follows(void **state) {
    (void)state;
    Pupil a = pupil_of("first-name"), b = pupil_of("first-name");
    a.state->present.on = true;
    b.state->present.follow = FOLLOW_ALONG;
    pupil_press(&a, "<PageDown><PageDown><PageDown>");
    look_at(&b, &a);
    assert_sees(&b, "Question 1 of");
    assert_int_equal(b.state->asking, a.state->asking);
    pupil_press(&a, "H");
    look_at(&b, &a);
    assert_sees(&b, "hint 1 of 3");
    pupil_press(&a, "<PageDown>");
    look_at(&b, &a);
    assert_sees(&b, "Question 2 of");
    assert_not_sees(&b, "hint 1 of 3");
    pupil_press(&a, "!");
    look_at(&b, &a);
    assert_sees(&a, "shown:");
    assert_sees(&b, "shown:");
    assert_int_equal(b.state->at.step, a.state->at.step);
    pupil_press(&a, "P<Backspace><Backspace>");
    look_at(&b, &a);
    assert_false(b.state->predict);
    pupil_free(&a);
    pupil_free(&b);
}

/* Who presents reads the answer, and in an exercise the way to it; what does not fit is scrolled
 * to. */
static void test_notes_know_more(void **state) {
    (void)state;
    Pupil a = pupil_of("first-name"), b = pupil_of("first-name");
    a.state->present.on = true;
    b.state->present.follow = FOLLOW_ALONG;
    b.state->present.notes = true;
    pupil_press(&a, "<PageDown><PageDown><PageDown>");
    look_at(&b, &a);
    assert_sees(&b, "answer:  total");
    pupil_press(&a, "G:exercise<Space>1<CR>");
    look_at(&b, &a);
    assert_sees(&b, "Exercise 1 of 1");
    assert_not_sees(&b, "the solution:");
    assert_sees(&b, "more row");
    pupil_press(&b, "<PageDown>gb");
    assert_sees(&b, "name=\"width\"");
    assert_not_sees(&b, "more row");
    int64_t bottom = b.state->present.notes_top;
    pupil_press(&b, "jk");
    assert_int_equal(b.state->present.notes_top, bottom - 1);
    assert_int_equal(b.state->present.follow, FOLLOW_ALONG);
    pupil_press(&b, "gt");
    assert_sees(&b, "Exercise 1 of 1");
    pupil_free(&a);
    pupil_free(&b);
}

/* Without the lesson there is the program, and why there is no more is said once. */
static void test_lesson_is_not_here(void **state) {
    (void)state;
    Seat b = seat(program);
    b.state->present.follow = FOLLOW_ALONG;
    Stage s = {.text = STR("x = 1\ny = 2\n"), .tf = STR("1.15"), .events = -1, .predict = true};
    s.lesson = STR("of-a-pack");
    present_look(b.state, b.world, &s);
    assert_true(shows(&b, "of-a-pack is not here"));
    s.step = 1;
    present_look(b.state, b.world, &s);
    assert_false(shows(&b, "of-a-pack is not here"));
    assert_int_equal(b.state->at.step, 1);
    leave(&b);
}

/* Nothing that is said stays longer than what it is about. */
static void test_news_hush(void **state) {
    (void)state;
    Seat b = seat(program);
    Stage s = {.text = STR("x = 1\n"), .tf = STR("1.15"), .events = -1};
    b.state->present.follow = FOLLOW_ALONG;
    present_look(b.state, b.world, &s);
    state_complain(b.state, STR("no session"));
    s.step = 1;
    present_look(b.state, b.world, &s);
    assert_int_equal(b.state->message.len, 0);
    s.left = true;
    present_look(b.state, b.world, &s);
    assert_true(shows(&b, "the presenter has left"));
    b.state->present.follow = FOLLOW_AWAY;
    s.left = false;
    present_look(b.state, b.world, &s);
    assert_true(shows(&b, "the presenter is there again"));
    leave(&b);
}

static void test_autoplay_stops(void **state) {
    (void)state;
    Seat s = seat(program);
    press(&s, "2G");
    assert_true(present_plays_on(s.state, s.world));
    press(&s, ":break<Space>3<CR><Space>");
    assert_int_equal(s.state->at.step, 3);
    assert_false(present_plays_on(s.state, s.world));
    leave(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_remote_control),
        cmocka_unit_test(test_blank),
        cmocka_unit_test(test_chords),
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_keys_shown),
        cmocka_unit_test(test_timer),
        cmocka_unit_test(test_follow),
        cmocka_unit_test(test_follow_events),
        cmocka_unit_test(test_away_and_back),
        cmocka_unit_test(test_strange_stages),
        cmocka_unit_test(test_question_follows),
        cmocka_unit_test(test_lesson_is_not_here),
        cmocka_unit_test(test_notes_know_more),
        cmocka_unit_test(test_news_hush),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_autoplay_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
