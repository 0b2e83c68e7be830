/* The whole screen: what stands in its bars and lines, at every size. */
#include "ui/frame.h"

#include "base/utf8.h"
#include "tests/ui/host.h"
#include "ui/pane.h"

static const char program[] = "import tensorflow as tf\n"
                              "with tf.variable_scope('box'):\n"
                              "    a = tf.get_variable('a', [2])\n"
                              "    tf.get_variable('a', [2])\n";

typedef struct Screen {
    Arena *arena;
    World *world;
    State *state;
    Keymap *keys;
    Grid *grid;
} Screen;

static Screen begin(const char *text, int cols, int rows) {
    Screen s = {.arena = arena_new(0)};
    s.world = test_world_make(test_host_make(s.arena), text, "1.4");
    s.state = state_make(s.arena, s.world, rows, cols);
    s.keys = keymap_make(s.arena);
    return s;
}

static void end(Screen *s) {
    world_free(s->world);
    arena_free(s->arena);
}

static void draw(Screen *s) {
    s->grid = grid_make(s->arena, s->state->rows, s->state->cols);
    frame_draw(s->state, s->world, s->keys, s->grid, s->arena);
}

static void type(Screen *s, const char *keys) {
    Str text = str_of(keys);
    Key key;
    for (size_t i = 0; i < text.len && key_read(text, &i, &key);)
        state_key(s->state, s->world, s->keys, key);
    draw(s);
}

/* Row `row` as text; from the bottom when negative. */
static Str row_of(const Screen *s, int row) {
    Sink text = sink_memory(s->arena);
    int at = row < 0 ? s->grid->rows + row : row;
    for (int col = 0; col < s->grid->cols; col++) {
        const Glyph *g = grid_at(s->grid, at, col);
        char bytes[4];
        if (g->width)
            sink_put(&text, (Str){bytes, utf8_put(bytes, g->cp)});
    }
    return sink_str(&text);
}

static bool row_has(const Screen *s, int row, const char *text) {
    return str_find(row_of(s, row), str_of(text), 0) >= 0;
}

static void assert_row(const Screen *s, int row, const char *text) {
    if (!row_has(s, row, text))
        fail_msg("no \"%s\" in \"%.*s\"", text, STR_ARG(row_of(s, row)));
}

static void assert_no(const Screen *s, int row, const char *text) {
    if (row_has(s, row, text))
        fail_msg("\"%s\" in \"%.*s\"", text, STR_ARG(row_of(s, row)));
}

/* ---- the bar above ---- */

static void test_title_says_where_one_is(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, "<Space>");
    assert_row(&s, 0, " tfscope  test.py ");
    assert_row(&s, 0, "step 1/4  \xe2\x96\x8fpast\xe2\x96\x95  TF 1.4  Py 3");
    type(&s, "~");
    assert_row(&s, 0, "step 1/4  [past]");
    end(&s);
}

static void test_the_last_step_is_not_past(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, "G");
    assert_no(&s, 0, "past");
    assert_row(&s, 0, "step 4/4  error  TF 1.4");
    end(&s);
}

static void test_inside_of_a_step_is_told(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, "<Space><Space>i");
    assert_row(&s, 0, "step 3/4, event ");
    end(&s);
}

static void test_narrow_titles(void **state) {
    (void)state;
    Screen s = begin(program, 40, 12);
    draw(&s);
    assert_row(&s, 0, "test.py ");
    assert_row(&s, 0, "0/4  \xe2\x96\x8fpast\xe2\x96\x95");
    type(&s, "<20x5>");
    assert_str(row_of(&s, 0), "Program    0/4 past ");
    end(&s);
}

static void test_what_was_not_accepted_says_so(void **state) {
    (void)state;
    Screen s = begin("x = (\n", 80, 24);
    draw(&s);
    assert_row(&s, 0, "step 0/0  not accepted");
    end(&s);
}

/* ---- lines ---- */

static void test_the_focused_pane_is_in_brackets(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    draw(&s);
    assert_row(&s, 1, "[ Program ]");
    assert_row(&s, 1, " Names ");
    type(&s, "<Tab>");
    assert_row(&s, 1, " Program ");
    assert_row(&s, 1, "[ Names ]");
    assert_no(&s, 1, "[ Program ]");
    end(&s);
}

/* Where two panes share a place, the other one's name stands behind that of the first. */
static void test_a_pane_that_is_not_shown_has_its_name_there(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    draw(&s);
    assert_row(&s, 17, " Output (Values) ");
    type(&s, ":pane<Space>values<CR>");
    assert_row(&s, 17, "[ Values ](Output) ");
    end(&s);
}

static void test_lines_meet(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, "~");
    assert_int_equal(grid_at(s.grid, 1, 0)->cp, '+');
    assert_int_equal(grid_at(s.grid, 1, 79)->cp, '+');
    assert_int_equal(grid_at(s.grid, 1, 39)->cp, '+');
    assert_int_equal(grid_at(s.grid, 5, 39)->cp, '|');
    type(&s, "~");
    assert_int_equal(grid_at(s.grid, 1, 0)->cp, 0x250c);
    assert_int_equal(grid_at(s.grid, 1, 39)->cp, 0x252c);
    assert_int_equal(grid_at(s.grid, 11, 39)->cp, 0x2524);
    assert_int_equal(grid_at(s.grid, 22, 39)->cp, 0x2534);
    assert_int_equal(grid_at(s.grid, 22, 79)->cp, 0x2518);
    end(&s);
}

/* ---- the timeline ---- */

static int place_of(const Screen *s) {
    Rect r = s->state->layout.timeline;
    for (int col = r.col; col < r.col + r.cols; col++)
        if (grid_at(s->grid, r.row, col)->cp == 0x25b2)
            return col - r.col;
    return -1;
}

static void test_the_place_goes_from_end_to_end(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    draw(&s);
    int cols = s.state->layout.timeline.cols;
    assert_int_equal(place_of(&s), 0);
    type(&s, "<Space><Space>");
    assert_int_equal(place_of(&s), cols / 2); /* 12.5 of 25 is 13 */
    type(&s, "G");
    assert_int_equal(place_of(&s), cols - 1);
    end(&s);
}

/* Step 3 of 4 makes the variable: three quarters of the way. */
static void test_landmarks_stand_where_they_happen(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    draw(&s);
    Rect r = s.state->layout.timeline;
    int col = r.col + (int)((r.cols - 1) * 3 / 4.0 + 0.5);
    assert_int_equal(grid_at(s.grid, r.row, col)->cp, 0x25cf);
    assert_int_equal(grid_at(s.grid, r.row, r.col + r.cols - 1)->cp, '!');
    type(&s, "<Space>ma<BS>");
    int mark = r.col + (int)((r.cols - 1) / 4.0 + 0.5);
    assert_int_equal(grid_at(s.grid, r.row, mark)->cp, 'a');
    end(&s);
}

static void test_a_click_goes_there(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    s.state->mouse = true;
    draw(&s);
    Rect r = s.state->layout.timeline;
    type(&s, str_printf(s.arena, "<%d,%d:Click>", r.row, r.col + r.cols - 1).at);
    assert_int_equal(s.state->at.step, 4);
    type(&s, str_printf(s.arena, "<%d,%d:Click>", r.row, r.col).at);
    assert_int_equal(s.state->at.step, 0);
    /* In Names, and on the title of Scopes. */
    type(&s, "<5,50:Click>");
    assert_int_equal(s.state->focus, PANE_NAMES);
    type(&s, "<11,5:Click>");
    assert_int_equal(s.state->focus, PANE_SCOPES);
    end(&s);
}

/* "Output (Values)": the name in brackets is a way to that pane, as are the names in a screen of
 * one pane. */
static void test_a_click_on_the_name_of_a_hidden_pane(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    s.state->mouse = true;
    draw(&s);
    int row = s.state->layout.pane[PANE_OUTPUT].row - 1;
    type(&s, str_printf(s.arena, "<%d,12:Click>", row).at);
    assert_int_equal(s.state->focus, PANE_VALUES);
    type(&s, str_printf(s.arena, "<%d,14:Click>", row).at); /* "[ Values ](Output)" */
    assert_int_equal(s.state->focus, PANE_OUTPUT);
    end(&s);
    s = begin(program, 40, 12);
    s.state->mouse = true;
    draw(&s);
    type(&s, "<1,20:Click>"); /* "[ Program ]-Names Scopes" */
    assert_int_equal(s.state->focus, PANE_SCOPES);
    end(&s);
}

/* ---- the footer ---- */

static void test_hints_follow_the_focus(void **state) {
    (void)state;
    Screen s = begin(program, 120, 40);
    draw(&s);
    assert_row(&s, -1, "Space step");
    assert_row(&s, -1, "? help");
    type(&s, "<Tab>");
    assert_row(&s, -1, "w why this name");
    assert_row(&s, -1, "? help");
    end(&s);
}

static void test_hints_know_the_users_keys(void **state) {
    (void)state;
    Screen s = begin(program, 120, 40);
    Str errors;
    keymap_read(s.keys, s.arena, STR("keys"), STR("step J\nhelp <C-g>\n"), &errors);
    draw(&s);
    assert_row(&s, -1, "J step");
    assert_row(&s, -1, "Ctrl-G help");
    end(&s);
}

static void test_typed_keys_are_shown(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, "12g");
    assert_row(&s, -3, "12g  c change"); /* and what may follow, in three rows here */
    assert_row(&s, -1, "l lang");
    assert_row(&s, -1, "? help");
    type(&s, "<Esc>12");
    assert_row(&s, -1, "12  Space step");
    type(&s, "<Esc>m");
    assert_row(&s, -1, "m  a-z a bookmark");
    end(&s);
}

static void test_a_long_message_takes_more_rows(void **state) {
    (void)state;
    Screen s = begin(program, 40, 12);
    state_complain(s.state, STR("one two three four five six seven eight nine ten eleven twelve"));
    draw(&s);
    assert_row(&s, -2, "! one two three");
    assert_row(&s, -1, "twelve");
    end(&s);
}

static void test_a_line_that_is_typed(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    type(&s, ":tf<Space>1");
    assert_str(str_sub(row_of(&s, -1), 0, 6), ":tf 1 ");
    assert_true(s.grid->cursor_shown);
    assert_int_equal(s.grid->cursor_row, 23);
    assert_int_equal(s.grid->cursor_col, 5);
    end(&s);
}

/* ---- every size ---- */

static const int sizes[][2] = {{1, 1},   {3, 40},  {40, 3},   {16, 4},    {20, 5},   {40, 12},
                               {80, 24}, {84, 46}, {120, 40}, {300, 100}, {60, 16},  {59, 60},
                               {119, 9}, {70, 10}, {200, 21}, {84, 62},   {1000, 4}, {4, 1000}};
enum { NSIZES = sizeof sizes / sizeof *sizes };

static void test_too_small_says_what_is_needed(void **state) {
    (void)state;
    Screen s = begin(program, 15, 3);
    type(&s, "<Space>");
    assert_row(&s, 0, "1/4");
    assert_row(&s, 1, "needs 16x4");
    type(&s, "<40x3>");
    assert_row(&s, 1, "needs 16 columns and 4 rows");
    type(&s, "<1x1>");
    type(&s, "<Space>");
    assert_str(row_of(&s, 0), "2");
    end(&s);
}

/* ---- the cursor of the terminal ---- */

static bool is_selected(const Screen *s, int row, int col) {
    return (grid_at(s->grid, row, col)->look & LOOK_SELECTED) != 0;
}

static bool rect_has(Rect r, int row, int col) {
    return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

static void assert_not_selected(const Screen *s, Rect r, const char *where) {
    const Grid *g = s->grid;
    for (int row = r.row; row < r.row + r.rows; row++)
        for (int col = r.col; col < r.col + r.cols; col++)
            if ((row != g->cursor_row || !rect_has(r, g->cursor_row, g->cursor_col)) &&
                is_selected(s, row, col))
                fail_msg("%s: row %d column %d is selected, the cursor is at row %d, column %d",
                         where, row, col, g->cursor_row, g->cursor_col);
}

/* Readers and magnifiers follow the cursor: it stands on the row that is selected, and no other
 * row of any pane is. */
static void assert_cursor_on_selected(const Screen *s, const char *where) {
    const Grid *g = s->grid;
    const Layout *l = &s->state->layout;
    if (g->cursor_row < 0 || !is_selected(s, g->cursor_row, g->cursor_col))
        fail_msg("%s: the cursor is at row %d, column %d: nothing is selected there", where,
                 g->cursor_row, g->cursor_col);
    assert_true(rect_has(l->pane[s->state->focus], g->cursor_row, g->cursor_col));
    for (Pane p = 0; p < PANE_COUNT; p++) {
        assert_not_selected(s, l->pane[p], where);
        assert_not_selected(s, l->beside[p], where);
    }
}

static void test_the_cursor_is_on_the_selected_row(void **state) {
    static const char *const starts[] = {"", ":compare 1.0<CR>", ":compare 1.0<CR>zs"};
    static const char *const windows[] = {"<80x24>", "<120x40>", "<84x46>", "<40x16>"};
    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 4; k++) {
            Screen s = begin(program, 80, 24);
            type(&s, "3G");
            type(&s, starts[i]);
            type(&s, windows[k]);
            for (int n = 0; n < PANE_COUNT; n++) {
                Pane p = s.state->focus;
                type(&s, "jj");
                if (s.state->view[p].selected >= 0 || p == PANE_NAMES)
                    assert_cursor_on_selected(&s, pane_name(p));
                type(&s, "<Tab>");
            }
            end(&s);
        }
}

/* The way to the help stands in the last row, wherever one is. */
static void test_help_is_always_offered(void **state) {
    (void)state;
    Screen s = begin(program, 80, 24);
    for (size_t i = 0; i < NSIZES; i++) {
        type(&s, str_printf(s.arena, "<%dx%d>", sizes[i][0], sizes[i][1]).at);
        for (int pane = 0; pane < PANE_COUNT; pane++) {
            type(&s, "<Tab>");
            if (s.state->layout.kind != LAYOUT_TINY)
                assert_row(&s, -1, "?");
        }
    }
    end(&s);
}

/* ASCII drawing of an ASCII program has nothing else in it. */
static void test_ascii_is_ascii(void **state) {
    (void)state;
    static const char *const scripts[] = {"~",     "G",       "<Tab>*", "x",     "zc", "d",
                                          "?",     "<Esc>",   "L",      "<Esc>", "O",  "e",
                                          "<C-c>", ":t<Tab>", "<Esc>",  "p"};
    Screen s = begin(program, 80, 24);
    for (size_t i = 0; i < NSIZES; i++) {
        type(&s, str_printf(s.arena, "<%dx%d>", sizes[i][0], sizes[i][1]).at);
        s.state->ascii = false;
        for (size_t k = 0; k < sizeof scripts / sizeof *scripts; k++) {
            type(&s, scripts[k]);
            for (int n = 0; n < s.grid->rows * s.grid->cols; n++)
                assert_true(s.grid->at[n].cp >= ' ' && s.grid->at[n].cp < 127);
        }
    }
    end(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_title_says_where_one_is),
        cmocka_unit_test(test_the_last_step_is_not_past),
        cmocka_unit_test(test_inside_of_a_step_is_told),
        cmocka_unit_test(test_narrow_titles),
        cmocka_unit_test(test_what_was_not_accepted_says_so),
        cmocka_unit_test(test_the_focused_pane_is_in_brackets),
        cmocka_unit_test(test_a_pane_that_is_not_shown_has_its_name_there),
        cmocka_unit_test(test_lines_meet),
        cmocka_unit_test(test_the_place_goes_from_end_to_end),
        cmocka_unit_test(test_landmarks_stand_where_they_happen),
        cmocka_unit_test(test_a_click_goes_there),
        cmocka_unit_test(test_a_click_on_the_name_of_a_hidden_pane),
        cmocka_unit_test(test_hints_follow_the_focus),
        cmocka_unit_test(test_hints_know_the_users_keys),
        cmocka_unit_test(test_typed_keys_are_shown),
        cmocka_unit_test(test_a_long_message_takes_more_rows),
        cmocka_unit_test(test_a_line_that_is_typed),
        cmocka_unit_test(test_too_small_says_what_is_needed),
        cmocka_unit_test(test_the_cursor_is_on_the_selected_row),
        cmocka_unit_test(test_help_is_always_offered),
        cmocka_unit_test(test_ascii_is_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
