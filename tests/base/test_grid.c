/* Cells: what is put stands there, whatever the text holds. */
#include "base/grid.h"
#include "tests/test.h"

static Rect whole(const Grid *g) {
    return (Rect){0, 0, g->rows, g->cols};
}

static Str text_of(Arena *a, const Grid *g) {
    Sink out = sink_memory(a);
    grid_text(g, &out);
    return sink_str(&out);
}

static void plain_text(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 2, 8);
    assert_int_equal(grid_put(g, whole(g), 1, 2, STR("abc"), ROLE_TEXT, 0), 5);
    assert_str(text_of(a, g), "\n  abc\n");
    arena_free(a);
}

static void cut_at_edges(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, 6);
    Rect clip = {0, 1, 1, 3};
    grid_put(g, clip, 0, 0, STR("abcdefgh"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), " bcd\n");
    grid_put(g, clip, 5, 0, STR("x"), ROLE_TEXT, 0);
    grid_put(g, clip, 0, -3, STR("xyzuv"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), " vcd\n");
    arena_free(a);
}

/* U+4F60 is two columns wide. */
static void wide_is_never_cut(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, 4);
    grid_put(g, whole(g), 0, 0, STR("a\xe4\xbd\xa0\xe4\xbd\xa0"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), "a\xe4\xbd\xa0\n");
    assert_int_equal(grid_at(g, 0, 1)->width, 2);
    assert_int_equal(grid_at(g, 0, 2)->width, 0);
    grid_put(g, whole(g), 0, 2, STR("b"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), "a b\n");
    grid_put(g, whole(g), 0, -1, STR("\xe4\xbd\xa0"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), "  b\n");
    arena_free(a);
}

static void marks_join(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, 4);
    grid_put(g, whole(g), 0, 0, STR("e\xcc\x81x"), ROLE_TEXT, 0);
    assert_int_equal(grid_at(g, 0, 0)->mark[0], 0x301);
    assert_int_equal(grid_at(g, 0, 1)->cp, 'x');
    assert_str(text_of(a, g), "e\xcc\x81x\n");
    grid_put(g, whole(g), 0, 0, STR("\xcc\x81"), ROLE_TEXT, 0);
    assert_str(text_of(a, g), "e\xcc\x81x\n");
    arena_free(a);
}

static void nothing_raw(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, 40);
    grid_put(g, whole(g), 0, 0,
             STR("a\x1b[2Jb\tc\xff\xe2\x80\xae"
                 "d\xc2\x9b"
                 "e\nno"),
             ROLE_TEXT, 0);
    assert_str(text_of(a, g), "a^[[2Jb c\xef\xbf\xbd\xef\xbf\xbd"
                              "d\\x9be\n");
    arena_free(a);
}

static void looks_are_dumped(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 2, 10);
    grid_put(g, whole(g), 0, 0, STR("foo/"), ROLE_SCOPE, 0);
    grid_put(g, whole(g), 0, 5, STR("x"), ROLE_ERROR, 0);
    grid_put(g, whole(g), 1, 0, STR("plain"), ROLE_TEXT, 0);
    grid_look(g, (Rect){0, 9, 9, 9}, LOOK_SELECTED);
    Sink out = sink_memory(a);
    grid_dump(g, &out);
    assert_str(sink_str(&out), "foo/ x\n~ssss !   #\nplain\n~         #\n");
    arena_free(a);
}

static void a_letter_a_role(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, ROLE_COUNT);
    for (int i = 0; i < ROLE_COUNT; i++)
        grid_repeat(g, whole(g), 0, i, 1, 'x', (Role)i, 0);
    Sink out = sink_memory(a);
    grid_dump(g, &out);
    Str looks = str_sub(sink_str(&out), ROLE_COUNT + 2, out.len - 1);
    assert_int_equal(looks.len, ROLE_COUNT);
    for (size_t i = 0; i < looks.len; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(looks.at[i], looks.at[j]);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text),        cmocka_unit_test(cut_at_edges),
        cmocka_unit_test(wide_is_never_cut), cmocka_unit_test(marks_join),
        cmocka_unit_test(nothing_raw),       cmocka_unit_test(looks_are_dumped),
        cmocka_unit_test(a_letter_a_role),
    };
    return cmocka_run_group_tests_name("base/grid", tests, NULL, NULL);
}
