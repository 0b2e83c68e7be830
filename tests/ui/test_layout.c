/* Where the panes are at which size. What is shown is written as letters of the panes, in the order
 * of pane.def. */
#include "ui/layout.h"

#include <string.h>

#include "tests/test.h"

enum { SIDE_MOST = 320 };

static LayoutAsk ask_of(int cols, int rows) {
    return (LayoutAsk){.rows = rows, .cols = cols, .focus = PANE_PROGRAM};
}

static bool is_there(const Layout *l, Pane p) {
    return l->pane[p].rows > 0 && l->pane[p].cols > 0;
}

/* The letters of the panes that are shown, in the order of pane.def. */
static const char *shown(const Layout *l, char text[PANE_COUNT + 1]) {
    static const char letters[] = "PNSVWOL";
    int n = 0;
    for (Pane p = 0; p < PANE_COUNT; p++)
        if (is_there(l, p))
            text[n++] = letters[p];
    text[n] = 0;
    return text;
}

static void assert_shown(const LayoutAsk *ask, LayoutKind kind, const char *letters) {
    char text[PANE_COUNT + 1];
    Layout l = layout_of(ask);
    assert_int_equal(l.kind, kind);
    assert_string_equal(shown(&l, text), letters);
}

static void test_sizes_choose_the_kind(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(80, 24);
    assert_shown(&ask, LAYOUT_COLUMNS, "PNSWO");
    ask = ask_of(120, 40);
    assert_shown(&ask, LAYOUT_WIDE, "PNSVWO");
    ask = ask_of(300, 100);
    assert_shown(&ask, LAYOUT_WIDE, "PNSVWO");
    ask = ask_of(84, 46);
    assert_shown(&ask, LAYOUT_PORTRAIT, "PNSWO");
    ask = ask_of(84, 70);
    assert_shown(&ask, LAYOUT_PORTRAIT, "PNSVWO");
    ask = ask_of(40, 12);
    assert_shown(&ask, LAYOUT_SINGLE, "P");
    ask = ask_of(20, 5);
    assert_shown(&ask, LAYOUT_SINGLE, "P");
    ask = ask_of(1, 1);
    assert_shown(&ask, LAYOUT_TINY, "");
}

static void test_lesson_has_a_place(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(80, 24);
    ask.lesson = true;
    assert_shown(&ask, LAYOUT_COLUMNS, "PNSOL");
    layout_front(ask.front, PANE_WHY);
    assert_shown(&ask, LAYOUT_COLUMNS, "PNSWO");
    layout_front(ask.front, PANE_LESSON);
    assert_shown(&ask, LAYOUT_COLUMNS, "PNSOL");
    ask.rows = 40, ask.cols = 120;
    assert_shown(&ask, LAYOUT_WIDE, "PNSVWOL");
}

static void test_focus_is_always_shown(void **state) {
    (void)state;
    static const int sizes[][2] = {{80, 24}, {120, 40}, {84, 46}, {40, 12}, {20, 5}, {130, 22}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (Pane p = 0; p < PANE_COUNT; p++)
            for (int full = 0; full < 2; full++) {
                LayoutAsk ask = ask_of(sizes[i][0], sizes[i][1]);
                ask.lesson = true;
                ask.focus = p;
                ask.full = full;
                Layout l = layout_of(&ask);
                assert_true(is_there(&l, p));
            }
}

static void test_full_is_one_pane(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(80, 24);
    ask.full = true;
    ask.focus = PANE_VALUES;
    assert_shown(&ask, LAYOUT_SINGLE, "V");
}

/* 80 columns: a line, 38, a line, 39, a line. 24 rows: title, 22 of panes and lines, footer; at the
 * left 4 lines and 18 rows by 10 : 5 : 4, at the right 3 lines and 19 rows by 10 : 9. */
static void test_columns_to_the_cell(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(80, 24);
    Layout l = layout_of(&ask);
    static const struct {
        Pane pane;
        Rect r;
    } rows[] = {
        {PANE_PROGRAM, {2, 1, 9, 38}}, {PANE_SCOPES, {12, 1, 5, 38}}, {PANE_OUTPUT, {18, 1, 4, 38}},
        {PANE_NAMES, {2, 40, 10, 39}}, {PANE_WHY, {13, 40, 9, 39}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_memory_equal(&l.pane[rows[i].pane], &rows[i].r, sizeof(Rect));
    assert_int_equal(l.footer.row, 23);
    assert_int_equal(l.timeline.row, 23);
    assert_true(l.timeline.col + l.timeline.cols < l.footer.col);
}

/* ---- what holds at every size ---- */

typedef struct Map {
    char at[SIDE_MOST][SIDE_MOST];
    int rows, cols;
} Map;

/* No two rectangles share a cell, and none leaves the screen. */
static void lay(Map *m, Rect r) {
    if (r.rows <= 0 || r.cols <= 0)
        return;
    assert_true(r.row >= 0 && r.col >= 0);
    assert_true(r.row + r.rows <= m->rows && r.col + r.cols <= m->cols);
    for (int row = r.row; row < r.row + r.rows; row++)
        for (int col = r.col; col < r.col + r.cols; col++) {
            assert_int_equal(m->at[row][col], 0);
            m->at[row][col] = 1;
        }
}

static void check(const LayoutAsk *ask) {
    static Map m;
    memset(&m, 0, sizeof m);
    m.rows = ask->rows, m.cols = ask->cols;
    Layout l = layout_of(ask);
    lay(&m, l.title);
    lay(&m, l.footer);
    lay(&m, l.timeline);
    for (Pane p = 0; p < PANE_COUNT; p++) {
        lay(&m, l.pane[p]);
        lay(&m, l.beside[p]);
    }
    if (l.kind != LAYOUT_TINY)
        assert_true(is_there(&l, ask->focus));
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    for (int rows = 1; rows < 80; rows += rows < 24 ? 1 : 7)
        for (int cols = 1; cols < 200; cols += cols < 64 ? 1 : 9)
            for (int kind = 0; kind < 8; kind++) {
                LayoutAsk ask = ask_of(cols, rows);
                ask.focus = (Pane)((rows + cols + kind) % PANE_COUNT);
                ask.lesson = true;
                ask.full = kind & 1;
                ask.compare = kind & 2;
                ask.swapped = kind & 4;
                ask.bigger[PANE_NAMES] = (rows + cols) % 9 - 4;
                ask.bigger[PANE_OUTPUT] = 30;
                check(&ask);
            }
}

static void test_bigger_takes_from_the_others(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(120, 40);
    Layout before = layout_of(&ask);
    ask.bigger[PANE_PROGRAM] = 2;
    Layout after = layout_of(&ask);
    assert_true(after.pane[PANE_PROGRAM].rows > before.pane[PANE_PROGRAM].rows);
    assert_true(after.pane[PANE_PROGRAM].cols > before.pane[PANE_PROGRAM].cols);
    assert_true(after.pane[PANE_NAMES].cols < before.pane[PANE_NAMES].cols);
}

/* The run that has the keys is at the left, or after swapping at the right. */
static void test_compare_has_two_sides(void **state) {
    (void)state;
    LayoutAsk ask = ask_of(80, 24);
    ask.compare = true;
    Layout l = layout_of(&ask);
    assert_int_equal(l.kind, LAYOUT_COMPARE);
    assert_true(l.pane[PANE_NAMES].col < l.beside[PANE_NAMES].col);
    assert_int_equal(l.pane[PANE_NAMES].row, l.beside[PANE_NAMES].row);
    assert_true(l.heading[0].col < l.heading[1].col);
    ask.swapped = true;
    l = layout_of(&ask);
    assert_true(l.pane[PANE_NAMES].col > l.beside[PANE_NAMES].col);
    assert_true(l.heading[0].col > l.heading[1].col);
    ask.cols = 40, ask.rows = 24, ask.swapped = false;
    l = layout_of(&ask);
    assert_true(l.pane[PANE_PROGRAM].row < l.beside[PANE_PROGRAM].row);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes_choose_the_kind),
        cmocka_unit_test(test_lesson_has_a_place),
        cmocka_unit_test(test_focus_is_always_shown),
        cmocka_unit_test(test_full_is_one_pane),
        cmocka_unit_test(test_columns_to_the_cell),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_bigger_takes_from_the_others),
        cmocka_unit_test(test_compare_has_two_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
