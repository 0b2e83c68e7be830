/* Screens as an asciicast: lines of JSON, times that go on, a marker for each screen, and what a
 * terminal would be sent says what the grid says. */
#include "export/cast.h"

#include "base/json.h"
#include "tests/test.h"

static const CastPalette *palette(void) {
    static CastPalette p;
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int look = 0; look < CAST_LOOKS; look++)
            p.ink[role][look] = (CastInk){.colour = role == ROLE_ERROR ? 1 : -1,
                                          .bold = look & LOOK_BOLD,
                                          .reverse = look & LOOK_SELECTED};
    return &p;
}

/* Two screens: "ab" and a wide glyph; the second with an error in its second row. */
static Str recorded(Arena *a, int version) {
    Sink out = sink_memory(a);
    Grid *g = grid_make(a, 2, 6);
    Cast c = cast_begin(&out, arena_child(a), version, 2, 6, STR("\"title\" \xe5\x8f\x98"));
    c.palette = palette();
    grid_put_z(g, 0, 0, "ab\xe5\x8f\x98", ROLE_TEXT, 0);
    cast_screen(&c, g, STR("start"), 1500);
    grid_put_z(g, 1, 1, "no", ROLE_ERROR, LOOK_BOLD);
    cast_screen(&c, g, STR("1  x = \"\\1\""), 250);
    cast_end(&c);
    return sink_str(&out);
}

/* Line n, from 0, as JSON. */
static const Json *line_of(Arena *a, Str text, int n) {
    Str error;
    size_t from = 0;
    for (; n > 0; n--)
        from = (size_t)str_find(text, STR("\n"), from) + 1;
    const Json *j =
        json_parse(a, str_sub(text, from, (size_t)str_find(text, STR("\n"), from)), &error);
    assert_non_null(j);
    return j;
}

static void check_event(Arena *a, Str text, int n, double time, const char *kind,
                        const char *data) {
    const Json *j = line_of(a, text, n)->child;
    assert_true(j->number > time - 1e-9 && j->number < time + 1e-9);
    assert_str(j->next->string, kind);
    assert_str(j->next->next->string, data);
    assert_null(j->next->next->next);
}

#define BEGIN "\033[?7l\033[?25l\033[0m\033[H\033[2J"
#define FIRST BEGIN "\033[1;1H\033[0mab\xe5\x8f\x98  \033[2;1H\033[0m      \033[0m"
#define SECOND                                                                                     \
    BEGIN "\033[1;1H\033[0mab\xe5\x8f\x98  \033[2;1H\033[0m \033[0;1;31mno\033[0m   \033[0m"
#define LAST "\033[0m\033[?7h\033[?25h"

static void version_2(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str text = recorded(a, 2);
    const Json *head = line_of(a, text, 0);
    assert_int_equal(json_get_num(head, "version", 0), 2);
    assert_int_equal(json_get_num(head, "width", 0), 6);
    assert_int_equal(json_get_num(head, "height", 0), 2);
    assert_str(json_get_str(head, "title", STR("")), "\"title\" \xe5\x8f\x98");
    check_event(a, text, 1, 0, "o", FIRST);
    check_event(a, text, 2, 0.01, "m", "start");
    check_event(a, text, 3, 1.5, "o", SECOND);
    check_event(a, text, 4, 1.51, "m", "1  x = \"\\1\"");
    check_event(a, text, 5, 1.75, "o", LAST);
    arena_free(a);
}

/* Times are those since the event before. */
static void version_3(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str text = recorded(a, 3);
    const Json *head = line_of(a, text, 0), *term = json_get(head, "term");
    assert_int_equal(json_get_num(head, "version", 0), 3);
    assert_int_equal(json_get_num(term, "cols", 0), 6);
    assert_int_equal(json_get_num(term, "rows", 0), 2);
    check_event(a, text, 1, 0, "o", FIRST);
    check_event(a, text, 2, 0.01, "m", "start");
    check_event(a, text, 3, 1.49, "o", SECOND);
    check_event(a, text, 4, 0.01, "m", "1  x = \"\\1\"");
    check_event(a, text, 5, 0.24, "o", LAST);
    arena_free(a);
}

/* Nothing of a program's text is an escape sequence: a grid has none, and titles are JSON. */
static void hostile(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    Grid *g = grid_make(a, 1, 20);
    Cast c = cast_begin(&out, arena_child(a), 2, 1, 20, STR("\033]0;x\007\n"));
    c.palette = palette();
    grid_put_z(g, 0, 0, "\033[31mx\xe2\x80\xae\xff", ROLE_TEXT, 0);
    cast_screen(&c, g, STR("\n[0, \"o\", \"\033c\"]\n\xed\xa0\x80"), 1);
    cast_end(&c);
    Str text = sink_str(&out);
    int lines = 0;
    for (size_t i = 0; i < text.len; i++) {
        lines += text.at[i] == '\n';
        assert_true((unsigned char)text.at[i] >= ' ' || text.at[i] == '\n');
    }
    assert_int_equal(lines, 4);
    assert_int_equal(str_find(line_of(a, text, 1)->child->next->next->string, STR("\033[31m"), 0),
                     -1);
    line_of(a, text, 2);
    Str title = json_get_str(line_of(a, text, 0), "title", STR(""));
    assert_true(title.len > 0);
    assert_int_equal(str_find(title, STR("\033"), 0), -1);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(version_2),
        cmocka_unit_test(version_3),
        cmocka_unit_test(hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
