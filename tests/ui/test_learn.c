/* Lessons that ask: questions stop who goes forwards, nothing is given away, answers, hints, what
 * is shown; exercises; what comes back from earlier. */
#include "tests/ui/learner.h"

static Pupil begin_at(const char *lesson, int rows, int cols) {
    return pupil_make(
        &(PupilAsk){.folder = "tests/learn", .lesson = lesson, .rows = rows, .cols = cols});
}

static Pupil begin(void) {
    return begin_at("two-boxes", 70, 120);
}

#define assert_at(p, wanted) assert_int_equal((p)->state->at.step, (wanted))

/* ---- questions ---- */

/* two-boxes: step 2 enters the box; step 3 makes v, step 4 box/v. */
static void ways_forwards_stop(void **state) {
    static const char *const ways[] = {"<Space><Space>", "9<Space>", "]]", "c", "9i"};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Pupil p = begin();
        pupil_press(&p, ways[i]);
        assert_at(&p, 2);
        assert_true(pupil_is_asked(&p));
        assert_sees(&p, "Question 1 of 4");
        assert_sees(&p, "What will get_variable call it?");
        pupil_free(&p);
    }
}

static void jumps_do_not_stop(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "G");
    assert_at(&p, 5);
    assert_false(pupil_is_asked(&p));
    pupil_press(&p, "gg50%");
    assert_at(&p, 3);
    assert_int_equal(p.state->mode, MODE_NORMAL);
    pupil_free(&p);
}

static void nothing_is_given_away(void **state) {
    (void)state;
    Pupil p = begin();
    assert_not_sees(&p, "With a prefix");
    assert_sees(&p, "step 3  ...");
    assert_not_sees(&p, "●"); /* a variable, on the timeline */
    pupil_press(&p, ":why box/v<CR>");
    assert_sees(&p, "Nothing is called so at this step");
    pupil_press(&p, ":why nonsense<CR>");
    assert_sees(&p, "Nothing is called so at this step: ");
    assert_sees(&p, "nonsense");
    assert_int_equal(p.state->message.len, 0);
    pupil_press(&p, "9D");
    assert_not_sees(&p, "box/v");
    pupil_press(&p, "<Esc><A-2>/box/v<CR>");
    Str found = str_dup(p.arena, p.state->message);
    pupil_press(&p, "/nonsense<CR>");
    assert_int_equal(found.len > 0, p.state->message.len > 0); /* neither is found */
    assert_at(&p, 0);
    pupil_free(&p);
}

/* Who shares a variable is told of later lines, too, but not of those that are asked for. */
static void sharing_is_not_given_away(void **state) {
    (void)state;
    Pupil p = begin_at("shared", 40, 120);
    pupil_press(&p, "3G:shares s/v<CR>");
    assert_sees(&p, "no other line got it");
    assert_not_sees(&p, "(later)");
    pupil_press(&p, "P");
    assert_sees(&p, "line 6, step 5 (later)");
    pupil_free(&p);
}

static void wrong_then_right(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "c");
    pupil_press(&p, "box/v:0<CR>");
    assert_at(&p, 2);
    assert_true(pupil_is_asked(&p));
    assert_str(p.state->message, "The name scope is not asked.");
    assert_sees(&p, "not so:  box/v:0");
    pupil_press(&p, "<CR>");
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "v<CR>");
    assert_at(&p, 3);
    assert_int_equal(p.state->mode, MODE_NORMAL);
    assert_sees(&p, "right:  v:0");
    assert_sees(&p, "It ignores the name scope.");
    assert_sees(&p, "more reasons (why)");
    pupil_press(&p, ":pane lesson<CR>Ogb");
    assert_sees(&p, "Without a prefix");
    pupil_press(&p, "O");
    pupil_press(&p, "<BS>");
    assert_at(&p, 2);
    assert_sees(&p, "right:  v:0");
    assert_false(pupil_is_asked(&p));
    pupil_press(&p, "<Space>");
    assert_at(&p, 3);
    pupil_free(&p);
}

/* Two questions about one step: it is shown after both. */
static void two_at_once(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "cv<CR>");
    assert_at(&p, 3);
    assert_false(pupil_is_asked(&p)); /* what was answered is read first */
    pupil_press(&p, "<Space>");
    assert_at(&p, 3);
    assert_sees(&p, "Question 2 of 4");
    pupil_press(&p, "box/v<CR>");
    assert_at(&p, 3);
    assert_sees(&p, "Question 3 of 4");
    assert_sees(&p, "It takes the name scope.");
    pupil_press(&p, "1");
    assert_sees(&p, "> 1  created");
    pupil_press(&p, "<CR>");
    assert_at(&p, 4);
    assert_sees(&p, "right:  box/v:0");
    pupil_free(&p);
}

static void passed_by(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "c<Esc>");
    assert_at(&p, 2);
    assert_sees(&p, "pass by");
    pupil_press(&p, "<CR>"); /* Enter opens the line again */
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "<Esc><Space>");
    assert_at(&p, 3);
    assert_sees(&p, "Without a prefix");
    pupil_press(&p, "<Esc><BS><BS>");
    assert_at(&p, 1);
    assert_not_sees(&p, "With a prefix");
    pupil_press(&p, "<Space>"); /* who comes again is asked again */
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "<Space>"); /* a step that is typed into the line by mistake */
    assert_true(pupil_is_asked(&p));
    assert_int_equal(p.state->prompt.len, 0);
    pupil_free(&p);
}

static void hints_and_the_answer(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "c<Tab>");
    assert_sees(&p, "hint 1 of 3: Which scope does it look at?");
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "<Esc>HHH");
    assert_sees(&p, "hint 3 of 3 is the last one: There is no prefix.");
    pupil_press(&p, "!");
    assert_at(&p, 3);
    assert_sees(&p, "the answer: v:0");
    assert_sees(&p, "shown:  v:0");
    ItemProgress item = learn_item(p.world, STR("two-boxes"), STR("got"));
    assert_true(item.shown);
    assert_int_equal(item.hints, 3);
    assert_true(item.due > 0);
    pupil_free(&p);
}

/* What is asked at the end is asked before the end is told. */
static void at_the_end(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "G");
    assert_sees(&p, "Question 4 of 4");
    assert_not_sees(&p, "One in the box, one beside it.");
    pupil_press(&p, "<CR>2<CR>");
    assert_str(p.state->message, "One of them has no prefix.");
    pupil_press(&p, "1<CR>");
    assert_at(&p, 5);
    assert_sees(&p, "One in the box, one beside it.");
    assert_sees(&p, "What comes next");
    assert_sees(&p, "Put it into the box");
    assert_sees(&p, "One more");
    assert_true(learn_lesson(p.world, STR("two-boxes")).ended);
    pupil_free(&p);
}

static void predict_off(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "P");
    assert_sees(&p, "predict mode is off");
    assert_sees(&p, "With a prefix");
    pupil_press(&p, "c");
    assert_at(&p, 5);
    assert_false(pupil_is_asked(&p));
    assert_true(learn_lesson(p.world, STR("two-boxes")).ended);
    pupil_press(&p, "ggPc");
    assert_at(&p, 2);
    assert_true(pupil_is_asked(&p));
    pupil_free(&p);
}

/* A remote control goes on: the question is for the audience. */
static void presenting(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "gP<PageDown><PageDown>");
    assert_at(&p, 2);
    assert_sees(&p, "What will get_variable call it?");
    assert_int_equal(p.state->mode, MODE_NORMAL);
    pupil_press(&p, "<PageDown>");
    assert_at(&p, 3);
    pupil_press(&p, "gg<PageDown><PageDown>A");
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "v<CR>");
    assert_at(&p, 3);
    assert_false(learn_item(p.world, STR("two-boxes"), STR("got")).right); /* nobody learnt it */
    pupil_free(&p);
}

/* Autoplay stops where it asks. */
static void playing(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "<Space>p");
    assert_true(p.state->play > 0);
    state_act(p.state, p.world, (Action){ACTION_STEP, -1, STR(""), -1, -1});
    assert_int_equal(p.state->play, 0);
    assert_true(pupil_is_asked(&p));
    pupil_free(&p);
}

static void in_a_small_room(void **state) {
    (void)state;
    Pupil p = begin_at("two-boxes", 12, 40);
    pupil_press(&p, "c");
    assert_sees(&p, "What will get_variable call it?");
    pupil_press(&p, "box/v<CR>");
    assert_sees(&p, "The name scope is not asked.");
    assert_sees(&p, "\n=\n");
    pupil_press(&p, "v<CR>");
    assert_sees(&p, "right:  v:0");
    pupil_free(&p);
}

/* Where one pane has room the prose is seen first. */
static void small_rooms_begin_with_the_prose(void **state) {
    (void)state;
    Pupil p = begin_at("two-boxes", 12, 40);
    assert_int_equal(p.state->focus, PANE_LESSON);
    assert_sees(&p, "There is one name scope.");
    pupil_press(&p, "GPgx");
    assert_int_equal(p.state->focus, PANE_LESSON);
    assert_sees(&p, "Exercise 1 of 1");
    pupil_press(&p, "gx:compare<Space>one-more<CR>");
    assert_int_equal(p.state->focus, PANE_PROGRAM);
    pupil_free(&p);
}

/* What does not fit is read from the program, too: the footer says how. */
static void reading_on(void **state) {
    (void)state;
    Pupil p = begin_at("two-boxes", 18, 80);
    assert_int_equal(p.state->focus, PANE_PROGRAM);
    assert_sees(&p, "PageDown read on");
    assert_not_sees(&p, "step 5  ...");
    pupil_press(&p, "<PageDown>");
    assert_sees(&p, "step 5  ...");
    assert_not_sees(&p, "read on");
    assert_int_equal(p.state->focus, PANE_PROGRAM);
    pupil_press(&p, "<PageUp>");
    assert_sees(&p, "PageDown read on");
    pupil_press(&p, "<A-2>");
    assert_not_sees(&p, "read on"); /* a page of another pane */
    pupil_free(&p);
}

/* An exclamation mark alone is no answer: it shows the right one. */
static void shown_from_the_line(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "cv!");
    assert_true(pupil_is_asked(&p));
    pupil_press(&p, "<BS><BS><Tab>");
    assert_true(p.state->message_is_prose);
    pupil_press(&p, "!");
    assert_at(&p, 3);
    assert_sees(&p, "the answer: v:0");
    pupil_press(&p, "G!");
    assert_sees(&p, "the answer: 1");
    assert_sees(&p, "next lesson");
    pupil_press(&p, "<Space>");
    assert_sees(&p, "this is the end of the lesson");
    assert_sees(&p, "next lesson"); /* the way on stands beside what is said */
    pupil_free(&p);
}

/* What a lesson says in the footer is drawn as its pane draws it. */
static void no_backticks(void **state) {
    (void)state;
    Pupil p = begin();
    state_say(p.state, STR("a `b` c ` d"));
    assert_sees(&p, "a `b` c ` d");
    state_say_prose(p.state);
    assert_sees(&p, "a b c ` d");
    pupil_free(&p);
}

/* ---- exercises ---- */

static const char mended[] = "import tensorflow as tf\n"
                             "with tf.variable_scope('box'):\n"
                             "    tf.get_variable('v', [2])\n";

static void exercise_is_judged(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "GPgx");
    assert_true(p.world->exercise != NULL);
    assert_at(&p, 0);
    assert_sees(&p, "Exercise 1 of 1: Put it into the box");
    assert_sees(&p, "not yet  a variable is called box/v");
    assert_sees(&p, "holds  there is one variable");
    pupil_press(&p, "J");
    assert_at(&p, 3);
    pupil_run(&p, STR("import tensorflow as tf\nx = (\n"));
    assert_false(state_replay(p.state, p.world)->judged->passed);
    pupil_run(&p, STR("import tensorflow as tf\n"));
    pupil_press(&p, "J"); /* nowhere: then what it is about is said */
    assert_sees(&p, "\na variable is called box/v: ");
    pupil_run(&p, STR("raise ValueError('no')\n"));
    pupil_run(&p, STR("while True:\n    pass\n"));
    pupil_run(&p, str_of(mended));
    assert_true(state_replay(p.state, p.world)->judged->passed);
    assert_sees(&p, "A variable scope is a prefix for both.");
    assert_true(learn_item(p.world, STR("two-boxes"), STR("inside")).right);
    pupil_press(&p, ">");
    assert_str(p.world->lesson->id, "one-more");
    assert_null(p.world->exercise);
    pupil_free(&p);
}

static void exercise_is_kept(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "3Ggx");
    pupil_run(&p, STR("x = 1\n"));
    pupil_press(&p, "<lt>");
    assert_null(p.world->exercise);
    assert_at(&p, 3); /* where one was in the lesson */
    pupil_press(&p, "gx");
    assert_str(state_replay(p.state, p.world)->attempt.source->text, "x = 1\n");
    pupil_press(&p, "!");
    assert_true(state_replay(p.state, p.world)->judged->passed);
    assert_false(learn_item(p.world, STR("two-boxes"), STR("inside")).right);
    pupil_press(&p, "u");
    assert_str(state_replay(p.state, p.world)->attempt.source->text, "x = 1\n");
    pupil_press(&p, "Xy");
    assert_true(str_eq(state_replay(p.state, p.world)->attempt.source->text,
                       p.world->exercise->start->text));
    pupil_free(&p);
}

/* Who follows a presenter sees the presenter's exercise, and none of it is their own work. */
static void followed(void **state) {
    (void)state;
    Pupil teacher = begin(), p = begin();
    pupil_press(&teacher, "gPgx");
    pupil_run(&teacher, str_of(mended));
    p.state->present.follow = FOLLOW_ALONG;
    Stage stage = present_stage(teacher.state, teacher.world, teacher.arena);
    present_look(p.state, p.world, &stage);
    assert_true(p.world->exercise != NULL);
    assert_sees(&p, "Exercise 1 of 1");
    assert_sees(&p, "holds  a variable is called box/v");
    assert_false(learn_item(p.world, STR("two-boxes"), STR("inside")).right);
    pupil_press(&teacher, "<lt>");
    stage = present_stage(teacher.state, teacher.world, teacher.arena);
    present_look(p.state, p.world, &stage);
    assert_null(p.world->exercise);
    pupil_free(&p);
    pupil_free(&teacher);
}

/* ---- what comes back ---- */

static void review(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    const char *folder = pupil_folder(a);
    PupilAsk ask = {"tests/learn", NULL, "two-boxes", folder, 40, 120};
    Pupil p = pupil_make(&ask);
    pupil_press(&p, "cx<CR>v<CR>"); /* wrong, then right */
    pupil_free(&p);
    ask.lesson = "one-more";
    p = pupil_make(&ask);
    pupil_press(&p, "<Space>L");
    assert_sees(&p, "1 question came back");
    pupil_press(&p, "<Esc>r");
    assert_str(p.world->lesson->id, "two-boxes");
    assert_at(&p, 2);
    assert_true(pupil_is_asked(&p));
    assert_sees(&p, "question 1 of 1 from earlier");
    pupil_press(&p, "<Esc>r"); /* not now */
    assert_str(p.world->lesson->id, "one-more");
    assert_at(&p, 1);
    pupil_press(&p, "rv<CR>");
    assert_at(&p, 3);
    pupil_press(&p, "<Space>");
    assert_str(p.world->lesson->id, "one-more");
    assert_at(&p, 1);
    pupil_press(&p, "r");
    assert_str(p.state->message, "no question waits from earlier");
    pupil_free(&p);
    pupil_remove(folder);
    arena_free(a);
}

/* Who ends another program has not ended the lesson. */
static void edited_lesson(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_run(&p, STR("x = 1\n"));
    pupil_press(&p, "G");
    assert_false(learn_lesson(p.world, STR("two-boxes")).ended);
    pupil_run(&p, STR("import tensorflow as tf\nv = tf.get_variable('v', [1])\n"));
    pupil_press(&p, "ggc"); /* the question is about v, wherever it is made */
    assert_at(&p, 1);
    pupil_press(&p, "v<CR>");
    assert_at(&p, 2);
    pupil_free(&p);
}

static void forgetting_asks(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "cv<CR>:forget<CR>");
    assert_int_equal(p.state->mode, MODE_ASK);
    pupil_press(&p, "n");
    assert_true(learn_item(p.world, STR("two-boxes"), STR("got")).right);
    pupil_press(&p, ":forget<CR>y");
    assert_false(learn_item(p.world, STR("two-boxes"), STR("got")).right);
    pupil_press(&p, "ggc");
    assert_true(pupil_is_asked(&p));
    pupil_free(&p);
}

static void the_list(void **state) {
    (void)state;
    Pupil p = begin();
    pupil_press(&p, "cv<CR>L");
    assert_sees(&p, "Boxes");
    assert_sees(&p, ">  1 - 1/5   two-boxes");
    assert_sees(&p, "exercise 1: Put it into the box  #inside");
    pupil_press(&p, "inside<CR>");
    assert_true(p.world->exercise != NULL);
    pupil_free(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_forwards_stop),
        cmocka_unit_test(jumps_do_not_stop),
        cmocka_unit_test(nothing_is_given_away),
        cmocka_unit_test(sharing_is_not_given_away),
        cmocka_unit_test(wrong_then_right),
        cmocka_unit_test(two_at_once),
        cmocka_unit_test(passed_by),
        cmocka_unit_test(hints_and_the_answer),
        cmocka_unit_test(at_the_end),
        cmocka_unit_test(predict_off),
        cmocka_unit_test(presenting),
        cmocka_unit_test(playing),
        cmocka_unit_test(in_a_small_room),
        cmocka_unit_test(no_backticks),
        cmocka_unit_test(small_rooms_begin_with_the_prose),
        cmocka_unit_test(reading_on),
        cmocka_unit_test(shown_from_the_line),
        cmocka_unit_test(exercise_is_judged),
        cmocka_unit_test(exercise_is_kept),
        cmocka_unit_test(followed),
        cmocka_unit_test(review),
        cmocka_unit_test(forgetting_asks),
        cmocka_unit_test(the_list),
        cmocka_unit_test(edited_lesson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
