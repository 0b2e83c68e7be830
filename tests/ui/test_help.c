/* The help and the list of lessons: what is found, what is selected, what Enter does, how they are
 * drawn in a little room. */
#include "tests/ui/host.h"
#include "ui/help.h"
#include "ui/lessons.h"
#include "ui/list.h"

typedef struct Open {
    Arena *arena;
    World *world;
    State *state;
    Keymap *keys;
} Open;

static Open *open_at(int rows, int cols) {
    Arena *a = arena_new(0);
    Open *o = ARENA_NEW(a, Open);
    o->arena = a;
    o->world = test_lesson_make(test_host_make(a), "box-name-scope");
    o->state = state_make(a, o->world, rows, cols);
    o->keys = keymap_make(a);
    return o;
}

static void close_all(Open *o) {
    world_free(o->world);
    arena_free(o->arena);
}

static void type(Open *o, const char *keys) {
    Str text = str_of(keys);
    for (size_t i = 0; i < text.len;) {
        Key key;
        assert_true(key_read(text, &i, &key));
        state_key(o->state, o->world, o->keys, key);
    }
}

/* What is drawn into a rectangle of the state's size. */
static Str drawn(Open *o) {
    const State *s = o->state;
    Grid *g = grid_make(o->arena, s->rows, s->cols);
    Rect r = list_rect(s);
    if (s->mode == MODE_HELP)
        help_draw(s, o->keys, g, r, o->arena);
    else
        lessons_draw(s, o->world, g, r, o->arena);
    Sink out = sink_memory(o->arena);
    grid_dump(g, &out);
    return sink_str(&out);
}

static void assert_shows(Open *o, const char *part) {
    Str text = drawn(o);
    if (str_find(text, str_of(part), 0) < 0)
        fail_msg("\"%s\" is not in:\n%.*s", part, STR_ARG(text));
}

static void finds(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    type(o, "?");
    assert_int_equal(o->state->mode, MODE_HELP);
    assert_shows(o, "Space . s          :step [N]               one line forwards");
    type(o, "bookmark this");
    assert_str(str_sub(drawn(o), 1, 21), "Help /bookmark this\n");
    assert_shows(o, "Marks\n");
    assert_shows(o, "m                  :mark LETTER            bookmark this step: ma");
    type(o, "<C-u>ctrl-d");
    assert_shows(o, ":half-down");
    type(o, "<C-u>nowhere at all");
    assert_shows(o, "nothing in the help has these words");
    type(o, "<Esc>");
    assert_int_equal(o->state->mode, MODE_HELP);
    assert_int_equal(o->state->prompt.len, 0);
    type(o, "<Esc>");
    assert_int_equal(o->state->mode, MODE_NORMAL);
    close_all(o);
}

/* Who types a key means its action, though other rows have the letter, too. */
static void enter_does_it(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    type(o, "?s<CR>");
    assert_int_equal(o->state->mode, MODE_NORMAL);
    assert_int_equal(o->state->at.step, 1);
    type(o, "?one line back<CR>");
    assert_int_equal(o->state->at.step, 0);
    type(o, "?<Down><CR>"); /* the second row: one line back; there is none */
    assert_int_equal(o->state->at.step, 0);
    type(o, "?m<CR>"); /* wants a letter */
    assert_int_equal(o->state->mode, MODE_PROMPT);
    assert_str(prompt_text(&o->state->prompt), "mark ");
    type(o, "a<CR>");
    assert_int_equal(o->state->marks[0].at.step, 0);
    close_all(o);
}

/* Another key for an action is another key in the help. */
static void own_keys(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    Str errors = {0};
    keymap_read(o->keys, o->arena, STR("keys"), STR("step Z\nfull\n"), &errors);
    assert_int_equal(errors.len, 0);
    type(o, "?forwards");
    assert_shows(o, "Z                  :step [N]               one line forwards");
    type(o, "<C-u>this pane alone");
    assert_shows(o, "                   :full                   this pane alone");
    close_all(o);
}

static void the_end_has_signs(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    type(o, "?signs");
    assert_shows(o, "Signs and roles");
    assert_shows(o, "+         new since the step before");
    assert_shows(o, "past      this is not the last step: all panes show how things were then;");
    type(o, "<C-u>file of keys");
    assert_shows(o, "with --keys FILE another one");
    close_all(o);
}

/* All rows are reached by Down, and the selected one is always seen. */
static void small(void **state) {
    (void)state;
    Open *o = open_at(5, 20);
    type(o, "?");
    for (int i = 0; i < 400; i++) {
        type(o, "<Down>");
        assert_true(str_find(drawn(o), STR("\n~#"), 0) > 0);
    }
    assert_shows(o, "hold now.");
    type(o, "<PageUp><PageUp><Up>");
    for (int i = 0; i < 400; i++)
        type(o, "<Up>");
    assert_shows(o, "Space . s  :step [N]");
    close_all(o);
}

static void lessons(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    type(o, "L");
    assert_int_equal(o->state->mode, MODE_LESSONS);
    assert_int_equal(o->state->list_selected, 1);
    assert_shows(o, ">  2   box-name-scope");
    assert_shows(o, "   3   box-values");
    type(o, "inherited<CR>");
    assert_int_equal(o->state->mode, MODE_NORMAL);
    assert_int_equal(o->state->wish.kind, WISH_OPEN);
    assert_str(o->state->wish.text, "reuse-inherited");
    o->state->wish.kind = WISH_NONE;
    type(o, "Lno such lesson");
    assert_shows(o, "no lesson has these words");
    type(o, "<CR>");
    assert_int_equal(o->state->wish.kind, WISH_NONE);
    type(o, "<Esc><Esc>");
    assert_int_equal(o->state->mode, MODE_NORMAL);
    type(o, "L<Down><CR>");
    assert_str(o->state->wish.text, "box-values");
    close_all(o);
}

/* A click selects, a double click opens; the wheel moves. */
static void mouse(void **state) {
    (void)state;
    Open *o = open_at(24, 80);
    type(o, "L<3,10:Click>");
    int64_t first = o->state->list_selected;
    type(o, "<5,10:Click>"); /* the one before has two rows */
    assert_int_equal(o->state->list_selected, first + 1);
    type(o, "<4,10:WheelDown>");
    assert_int_equal(o->state->list_selected, first + 4);
    type(o, "<4,10:DoubleClick>");
    assert_int_equal(o->state->wish.kind, WISH_OPEN);
    close_all(o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),    cmocka_unit_test(enter_does_it),
        cmocka_unit_test(own_keys), cmocka_unit_test(the_end_has_signs),
        cmocka_unit_test(small),    cmocka_unit_test(lessons),
        cmocka_unit_test(mouse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
