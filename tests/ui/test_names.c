/* test_names.c: the Names pane: rows, columns, marks, keys, clicks. */
#include "tests/generate.h"
#include "tests/test.h"
#include "tests/ui/host.h"
#include "ui/names.h"

/* Lines of the first program: the steps are 1 import, 2 with, 3 v, 4 w, 5 with, 6 v again, 7 c. */
static const char program[] = "import tensorflow as tf\n"
                              "with tf.variable_scope('net'):\n"
                              "    v = tf.get_variable('v', [2])\n"
                              "    w = tf.Variable(1, name='w')\n"
                              "with tf.variable_scope('net', reuse=True):\n"
                              "    v = tf.get_variable('v', [2])\n"
                              "c = tf.constant(2.5, name='c')\n";

static Arena *arena;
static World *world;
static State *s;

static void begin(const char *text) {
    arena = arena_new(0);
    world = test_world_make(test_host_make(arena), text, "1.4");
    s = state_make(arena, world, 24, 80);
    s->focus = PANE_NAMES;
}

static int teardown(void **state) {
    (void)state;
    world_free(world);
    arena_free(arena);
    return 0;
}

/* From now on the pane has this size, until the layout is computed anew. */
static void size(int rows, int cols) {
    s->layout.pane[PANE_NAMES] = (Rect){0, 0, rows, cols};
    names_follow(s, world);
}

static void go(size_t step) {
    Rect r = s->layout.pane[PANE_NAMES];
    state_go(s, world, step);
    size(r.rows, r.cols);
}

static Grid *drawn(void) {
    Rect r = s->layout.pane[PANE_NAMES];
    Grid *g = grid_make(arena, r.rows, r.cols);
    Look look = pane_look(s, world, arena);
    names_draw(&look, (Rect){0, 0, r.rows, r.cols}, g);
    return g;
}

/* What the pane shows, without empty rows below. */
static Str screen(void) {
    Sink out = sink_memory(arena);
    grid_text(drawn(), &out);
    Str text = sink_str(&out);
    while (text.len > 1 && text.at[text.len - 1] == '\n' && text.at[text.len - 2] == '\n')
        text.len--;
    return text;
}

static void act(ActionKind kind) {
    assert_true(names_act(s, world, (Action){.kind = kind, .count = -1}));
}

static void find(ActionKind kind, const char *text) {
    names_act(s, world, (Action){.kind = kind, .count = -1, .argument = str_of(text)});
}

/* ---- rows ---- */

static void test_nothing(void **state) {
    (void)state;
    begin(program);
    size(5, 40);
    assert_str(screen(), " (the graph is empty)\n");
    act(ACTION_DOWN);
    act(ACTION_FOLD_ALL);
    names_click(s, world, 0, 0);
    assert_str(s->selected, "");
}

static void test_columns(void **state) {
    (void)state;
    begin(program);
    size(8, 70);
    go(7);
    assert_str(screen(), " ▾ net/\n"
                         "     v                    get         float32 [2]                   =1\n"
                         "     w                    var         int32 []\n"
                         "+  c                      Const       float32 []        2.5\n");
    size(8, 50);
    assert_str(screen(), " ▾ net/\n"
                         "     v                   get    float32 [2]     =1\n"
                         "     w                   var    int32 []\n"
                         "+  c                     Const  float32 []\n");
    size(8, 38);
    assert_str(screen(), " ▾ net/\n"
                         "     v           get =1 float32 [2]\n"
                         "     w           var    int32 []\n"
                         "+  c             Const  float32 []\n");
    size(8, 30);
    assert_str(screen(), " ▾ net/\n"
                         "     v            float32   =1\n"
                         "     w            int32 []\n"
                         "+  c              float32 []\n");
    size(8, 24);
    assert_str(screen(), " ▾ net/\n"
                         "     v                =1\n"
                         "     w\n"
                         "+  c\n");
    size(8, 6);
    assert_str(screen(), " ▾ ne…\n"
                         "     v\n"
                         "     w\n"
                         "+  c\n");
}

static void test_values_off(void **state) {
    (void)state;
    begin("import tensorflow as tf\nc = tf.constant([1, 2], name='c')\n");
    size(3, 60);
    go(2);
    assert_str(screen(), "+  c                   Const  int32 [2]         [1 2]\n");
    s->values = false;
    assert_str(screen(), "+  c                               Const  int32 [2]\n");
}

static void test_sides(void **state) {
    (void)state;
    begin("import tensorflow as tf\nc = tf.constant(1, name='a_rather_long_name/of_two_parts')\n");
    size(3, 24);
    go(2);
    assert_str(screen(), "+▾ a_rather_long_name/\n"
                         "+    of_two_parts\n");
    size(3, 14);
    assert_str(screen(), "+▾ a_rather_l…\n"
                         "+    of_two_p…\n");
    names_act(s, world, (Action){.kind = ACTION_SIDE_RIGHT, .count = 5});
    assert_str(screen(), "+ather_long_n…\n"
                         "+f_two_parts\n");
    act(ACTION_SIDE_LEFT);
    s->ascii = true;
    assert_str(screen(), "+v a_rather_..\n"
                         "+    of_two_..\n");
}

static void test_very_deep(void **state) {
    (void)state;
    begin("import tensorflow as tf\n"
          "c = tf.constant(1, name='a/' * 999 + 'c')\n"
          "d = tf.constant(1, name='x' * 1000000)\n");
    size(3, 24);
    go(2);
    act(ACTION_BOTTOM);
    assert_str(screen(), "+<997           ▾ a/\n"
                         "+<998           ▾ a/\n"
                         "+<999             c\n");
    go(3);
    assert_str(screen(), " <998           ▾ a/\n"
                         " <999             c\n"
                         "+  xxxxxxxxxxxxxxxxxxxx…\n");
}

/* ---- moments ---- */

static void test_marks(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(2);
    assert_str(screen(), " (the graph is empty)\n");
    go(3);
    assert_str(screen(), "+▾ net/\n"
                         "+    v\n");
    go(4);
    assert_str(screen(), " ▾ net/\n"
                         "     v\n"
                         "+    w\n");
    go(6);
    assert_str(screen(), " ▾ net/\n"
                         "=    v                =1\n"
                         "     w\n");
    act(ACTION_FOLD_ALL);
    assert_str(screen(), " ▸=net/\n");
    go(4);
    assert_str(screen(), " ▸+net/\n");
    go(3);
    assert_str(screen(), "+▸ net/\n");
}

/* What is selected is a path: it comes back with the moment at which it exists. */
static void test_selected_stays(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    find(ACTION_SEARCH, "w");
    assert_str(s->selected, "net/w");
    assert_int_equal(drawn()->cursor_row, 2);
    go(3);
    assert_int_equal(drawn()->cursor_row, 0); /* net, which it will be below */
    go(1);
    assert_int_equal(drawn()->cursor_row, -1);
    go(4);
    assert_int_equal(drawn()->cursor_row, 2);
    assert_str(s->selected, "net/w");
}

static bool shows(const char *label) {
    return str_find(screen(), str_of(label), 0) >= 0;
}

/* Each step makes a row, and forwards or backwards that row is shown. */
static void test_new_rows_are_shown(void **state) {
    (void)state;
    begin("import tensorflow as tf\n"
          "for i in range(40):\n"
          "    c = tf.constant(i, name='s%d/c%d_' % (i % 3, i))\n");
    size(10, 24);
    for (int k = 0; k < 40; k++) {
        go((size_t)(3 + 2 * k));
        assert_true(shows(str_printf(arena, "c%d_", k).at));
    }
    for (int k = 39; k >= 0; k--) {
        go((size_t)(3 + 2 * k));
        assert_true(shows(str_printf(arena, "c%d_", k).at));
    }
}

/* The rows that the wheel brought stay through steps that make nothing, and come back. */
static void test_scrolling_stays(void **state) {
    (void)state;
    begin("import tensorflow as tf\n"
          "cs = [tf.constant(i, name='c%d_' % i) for i in range(40)]\n"
          "x = 1\n"
          "y = 2\n");
    size(10, 24);
    go(3);
    names_wheel(s, world, 20);
    assert_true(shows("c20_") && shows("c29_") && !shows("c19_") && !shows("c30_"));
    Str before = screen();
    go(4);
    assert_true(str_eq(screen(), before));
    names_follow(s, world);
    names_wheel(s, world, 100);
    assert_true(shows("c30_") && shows("c39_"));
    names_wheel(s, world, -1000);
    assert_true(shows("c0_") && shows("c9_"));
    assert_str(s->selected, "");
}

static void test_pages(void **state) {
    (void)state;
    begin("import tensorflow as tf\n"
          "cs = [tf.constant(i, name='c%d_' % i) for i in range(40)]\n"
          "x = 1\n");
    size(10, 24);
    go(3);
    act(ACTION_TOP);
    assert_str(s->selected, "c0_");
    act(ACTION_PAGE_DOWN);
    assert_str(s->selected, "c9_");
    assert_true(shows("c18_") && !shows("c8_"));
    act(ACTION_HALF_UP);
    assert_str(s->selected, "c4_");
    act(ACTION_BOTTOM);
    assert_str(s->selected, "c39_");
    assert_int_equal(drawn()->cursor_row, 9);
    names_act(s, world, (Action){.kind = ACTION_UP, .count = 3});
    assert_str(s->selected, "c36_");
    size(4, 24); /* a smaller window still shows it */
    assert_true(shows("c36_"));
}

/* ---- folding ---- */

static void test_folding(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    act(ACTION_DOWN);
    assert_str(s->selected, "net");
    act(ACTION_IN);
    assert_str(s->selected, "net/v");
    act(ACTION_OUT);
    assert_str(s->selected, "net");
    act(ACTION_OUT);
    assert_str(screen(), " ▸ net/\n"
                         "+  c\n");
    act(ACTION_DOWN);
    assert_str(s->selected, "c");
    act(ACTION_UP);
    act(ACTION_UNFOLD);
    act(ACTION_BOTTOM);
    act(ACTION_UP);
    assert_str(s->selected, "net/w");
    act(ACTION_FOLD);
    assert_str(s->selected, "net");
    assert_str(screen(), " ▸ net/\n"
                         "+  c\n");
}

/* Into a row that has nothing below it: to the step that made it. */
static void test_in_goes_to_the_step(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    names_select(s, world, STR("net/w"));
    act(ACTION_IN);
    assert_int_equal(s->at.step, 4);
}

static void test_library(void **state) {
    (void)state;
    begin(program);
    size(9, 24);
    go(4);
    s->library = true;
    assert_str(screen(), " ▾ net/\n"
                         "   ▸ v\n"
                         "+  ▸ w\n");
    names_select(s, world, STR("net/w/read"));
    assert_str(screen(), " ▾ net/\n"
                         "   ▸ v\n"
                         "+  ▾ w\n"
                         "+      initial_value\n"
                         "+      Assign\n"
                         "+      read\n");
    assert_string_equal(names_variable(s, world)->node->name->text, "net/w");
    s->library = false; /* the variable stands for its parts */
    assert_int_equal(drawn()->cursor_row, 2);
}

static void test_clicks(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    names_click(s, world, 1, 5);
    assert_str(s->selected, "net/v");
    names_click(s, world, 0, 1);
    assert_str(screen(), " ▸ net/\n"
                         "+  c\n");
    names_click(s, world, 0, 3); /* on the label */
    assert_str(screen(), " ▸ net/\n"
                         "+  c\n");
    names_click(s, world, 0, 1);
    names_click(s, world, 3, 1); /* nothing to unfold there */
    assert_str(s->selected, "c");
    names_click(s, world, 7, 1);
    assert_str(s->selected, "c");
}

/* ---- finding ---- */

static void test_search(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    act(ACTION_FOLD_ALL);
    find(ACTION_SEARCH, "W");
    assert_str(s->selected, "net/w");
    assert_true(shows("    w"));
    act(ACTION_SEARCH_NEXT);
    assert_str(s->selected, "net/w");
    find(ACTION_SEARCH, "e");
    assert_str(s->selected, "net");
    find(ACTION_SEARCH, "nowhere");
    assert_str(s->selected, "net");
    assert_str(s->message, "\"nowhere\" is not in this pane");
}

static void test_filter(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(7);
    names_select(s, world, STR("net/v"));
    names_pick(s, STR("w"), s->hide);
    assert_str(screen(), " only w\n"
                         " ▾ net/\n"
                         "     w\n");
    assert_int_equal(drawn()->cursor_row, 1); /* what is above what is not shown */
    names_click(s, world, 2, 5);
    assert_str(s->selected, "net/w");
    names_pick(s, s->keep, STR("net"));
    assert_str(screen(), " only w, without net\n"
                         " (no name matches)\n");
    names_pick(s, STR(""), s->hide);
    assert_str(screen(), " without net\n"
                         "+  c\n");
    names_pick(s, s->keep, STR(""));
    assert_int_equal(drawn()->cursor_row, 2);
}

static void test_ascii(void **state) {
    (void)state;
    begin(program);
    size(8, 24);
    go(6);
    s->ascii = true;
    assert_str(screen(), " v net/\n"
                         "=    v                =1\n"
                         "     w\n");
    act(ACTION_FOLD_ALL);
    assert_str(screen(), " >=net/\n");
}

/* ---- anything ---- */

static uint64_t seed;

static uint32_t random_below(uint32_t n) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % n;
}

static void do_something(void) {
    static const ActionKind acts[] = {
        ACTION_DOWN,      ACTION_UP,       ACTION_PAGE_DOWN,   ACTION_PAGE_UP,    ACTION_TOP,
        ACTION_BOTTOM,    ACTION_IN,       ACTION_OUT,         ACTION_UNFOLD,     ACTION_FOLD,
        ACTION_HALF_DOWN, ACTION_FOLD_ALL, ACTION_SEARCH_NEXT, ACTION_SIDE_RIGHT, ACTION_SIDE_LEFT};
    static const char *const patterns[] = {"", "", "", "a", "*x*", "?", "nothing"};
    enum { ACTS = sizeof acts / sizeof *acts, PATTERNS = sizeof patterns / sizeof *patterns };
    Rect r = s->layout.pane[PANE_NAMES];
    switch (random_below(12)) {
    case 0: size((int)random_below(20), (int)random_below(90)); break;
    case 1: s->keep = str_of(patterns[random_below(PATTERNS)]); break;
    case 2: s->hide = str_of(patterns[random_below(PATTERNS)]); break;
    case 3: s->library = !s->library; break;
    case 4: names_wheel(s, world, (int)random_below(20) - 10); break;
    case 5: names_click(s, world, (int)random_below(20), (int)random_below(30)); break;
    case 6:
    case 7: go(random_below((uint32_t)trace_steps(state_replay(s, world)->trace) + 1)); break;
    default: names_act(s, world, (Action){.kind = acts[random_below(ACTS)], .count = -1});
    }
    if (s->layout.pane[PANE_NAMES].rows != r.rows && random_below(2))
        size(r.rows, r.cols);
}

/* The rows of the window, and whether it has the selected one; no row of it is empty while there is
 * something above it. */
static void check_window(void) {
    Rect r = s->layout.pane[PANE_NAMES];
    if (r.rows <= 0 || r.cols <= 0)
        return;
    const Outline *o = names_outline(s, world);
    NamesView v = names_view(s, o, s->at.moment, r.rows);
    int rows = 0;
    for (uint32_t at = v.top; at != BRANCH_NONE && rows < v.rows; at = names_next(&v, at), rows++) {
        assert_true(outline_exists(o, at, s->at.moment));
        assert_int_equal(outline_shown(o, names_folds(s), s->at.moment, at), at);
    }
    assert_true(rows == v.rows || v.top == BRANCH_NONE || names_before(&v, v.top) == BRANCH_NONE);
    assert_true(v.top != BRANCH_NONE || !o || outline_first(o, s->at.moment) == BRANCH_NONE);
    drawn();
}

/* A key that moves brings the selected row into the window. */
static void check_cursor(void) {
    Rect r = s->layout.pane[PANE_NAMES];
    names_act(s, world, (Action){.kind = ACTION_DOWN, .count = 2});
    if (r.rows > 0 && r.cols > 0 && names_outline(s, world) &&
        names_view(s, names_outline(s, world), s->at.moment, r.rows).top != BRANCH_NONE)
        assert_true(drawn()->cursor_row >= 0);
}

static void test_anything(void **state) {
    (void)state;
    enum { PROGRAMS = 20, ACTS = 150 };
    for (uint64_t n = 1; n <= PROGRAMS; n++) {
        Arena *a = arena_new(0);
        begin(generate_program(a, n, 4).at);
        seed = n;
        size(12, 40);
        for (int i = 0; i < ACTS; i++) {
            do_something();
            check_window();
            if (i % 10 == 0)
                check_cursor();
        }
        if (n < PROGRAMS)
            teardown(NULL);
        arena_free(a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(fn) cmocka_unit_test_teardown(fn, teardown)
        TEST(test_nothing),         TEST(test_columns),
        TEST(test_values_off),      TEST(test_sides),
        TEST(test_very_deep),       TEST(test_marks),
        TEST(test_selected_stays),  TEST(test_new_rows_are_shown),
        TEST(test_scrolling_stays), TEST(test_pages),
        TEST(test_folding),         TEST(test_in_goes_to_the_step),
        TEST(test_library),         TEST(test_clicks),
        TEST(test_search),          TEST(test_filter),
        TEST(test_ascii),           TEST(test_anything),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
