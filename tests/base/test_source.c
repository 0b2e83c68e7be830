#include "base/source.h"

#include <string.h>

#include "tests/test.h"

static void lines_are_indexed(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Source *s = source_make(a, STR("p.py"), STR("one\n\nthree"));
    assert_int_equal(s->nlines, 3);
    assert_str(source_line(s, 1), "one");
    assert_str(source_line(s, 2), "");
    assert_str(source_line(s, 3), "three");
    assert_str(source_line(s, 0), "");
    assert_str(source_line(s, 4), "");
    assert_int_equal(s->line_start[0], 0);
    assert_int_equal(s->line_start[1], 4);
    assert_int_equal(s->line_start[2], 5);
    assert_int_equal(s->line_start[3], 10);
    s = source_make(a, STR("p.py"), STR("one\n"));
    assert_int_equal(s->nlines, 1);
    assert_int_equal(s->line_start[1], 4);
    arena_free(a);
}

static void an_empty_text(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Source *s = source_make(a, STR("p.py"), (Str){NULL, 0});
    assert_int_equal(s->nlines, 0);
    assert_int_equal(s->line_start[0], 0);
    assert_int_equal(source_line_of(s, 0), 1);
    Place place = source_place(s, 0);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    assert_str(source_span(s, (Span){0, 5}), "");
    arena_free(a);
}

static void line_ends_become_newlines(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Source *s = source_make(a, STR("p.py"), STR("a\r\nb\rc\n\r\n\r"));
    assert_str(s->text, "a\nb\nc\n\n\n");
    assert_int_equal(s->nlines, 5);
    Str plain = STR("a\nb");
    assert_ptr_equal(source_make(a, STR("p.py"), plain)->text.at, plain.at);
    arena_free(a);
}

static void assert_place(const Source *s, uint32_t offset, uint32_t line, uint32_t column) {
    Place place = source_place(s, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(source_line_of(s, offset), line);
}

static void places_count_code_points(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Source *s = source_make(a, STR("p.py"), STR("ab\n变量 w\n\nz\n"));
    assert_place(s, 0, 1, 1);
    assert_place(s, 1, 1, 2);
    assert_place(s, 2, 1, 3); /* the newline itself */
    assert_place(s, 3, 2, 1);
    assert_place(s, 6, 2, 2);
    assert_place(s, 10, 2, 4);
    assert_place(s, 12, 3, 1);
    assert_place(s, 13, 4, 1);
    assert_place(s, 15, 4, 2); /* the end of the text */
    assert_place(s, 1000, 4, 2);
    arena_free(a);
}

static void every_offset_finds_its_line(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink text = sink_memory(a);
    for (int i = 0; i < 1000; i++) {
        sink_repeat(&text, 'x', (size_t)(i % 7));
        sink_char(&text, '\n');
    }
    Source *s = source_make(a, STR("p.py"), sink_str(&text));
    assert_int_equal(s->nlines, 1000);
    uint32_t line = 1;
    for (uint32_t i = 0; i < s->text.len; i++) {
        assert_int_equal(source_line_of(s, i), line);
        line += s->text.at[i] == '\n';
    }
    arena_free(a);
}

/* Prints one error at start..end of text and compares. */
static void assert_printed(Str text, Span span, Str hint, const char *wanted) {
    Arena *a = arena_new(0);
    Diags d = diags_make(a, source_make(a, STR("p.py"), text));
    diags_add(&d, SEVERITY_ERROR, span, STR("it is wrong"), hint);
    Sink out = sink_memory(a);
    diags_print(&d, &out);
    assert_str(sink_str(&out), wanted);
    arena_free(a);
}

static void a_diagnostic_shows_its_span(void **state) {
    (void)state;
    assert_printed(STR("x = 1\ny = foo(2)\n"), (Span){10, 13}, STR("write bar"),
                   "p.py:2:5: error: it is wrong\n"
                   "    y = foo(2)\n"
                   "        ^~~\n"
                   "hint: write bar\n");
}

static void a_note_says_so(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Diags d = diags_make(a, source_make(a, STR("p.py"), STR("x\n")));
    diags_add(&d, SEVERITY_NOTE, (Span){0, 1}, STR("it is here"), (Str){NULL, 0});
    assert_int_equal(d.errors, 0);
    Sink out = sink_memory(a);
    diags_print(&d, &out);
    assert_str(sink_str(&out), "p.py:1:1: note: it is here\n    x\n    ^\n");
    arena_free(a);
}

static void an_empty_span_has_one_mark(void **state) {
    (void)state;
    assert_printed(STR("x =\n"), (Span){3, 3}, (Str){NULL, 0},
                   "p.py:1:4: error: it is wrong\n"
                   "    x =\n"
                   "       ^\n");
    assert_printed(STR(""), (Span){0, 0}, (Str){NULL, 0}, "p.py:1:1: error: it is wrong\n");
}

static void a_long_span_ends_with_its_line(void **state) {
    (void)state;
    assert_printed(STR("f(1,\n  2)\n"), (Span){1, 9}, (Str){NULL, 0},
                   "p.py:1:2: error: it is wrong\n"
                   "    f(1,\n"
                   "     ^~~\n");
}

static void tabs_and_wide_characters_keep_the_mark_in_place(void **state) {
    (void)state;
    assert_printed(STR("\tx = 变量\n"), (Span){5, 11}, (Str){NULL, 0},
                   "p.py:1:6: error: it is wrong\n"
                   "        x = 变量\n"
                   "            ^~~~\n");
    assert_printed(STR("'\x1b[2J' y\n"), (Span){7, 8}, (Str){NULL, 0},
                   "p.py:1:8: error: it is wrong\n"
                   "    '^[[2J' y\n"
                   "            ^\n");
}

static void long_lines_are_cut_around_the_span(void **state) {
    (void)state;
    char text[400];
    memset(text, 'x', sizeof text);
    text[200] = '!';
    Arena *a = arena_new(0);
    Diags d = diags_make(a, source_make(a, STR("p.py"), (Str){text, sizeof text}));
    diags_add(&d, SEVERITY_ERROR, (Span){200, 201}, STR("m"), (Str){NULL, 0});
    Sink out = sink_memory(a);
    diags_print(&d, &out);
    Str s = sink_str(&out);
    assert_true(str_starts(s, STR("p.py:1:201: error: m\n    ...xxx")));
    ptrdiff_t quoted = str_find(s, STR("\n"), 0) + 1;
    ptrdiff_t marks = str_find(s, STR("\n"), (size_t)quoted) + 1;
    assert_int_equal(str_find(s, STR("^"), 0) - marks, str_find(s, STR("!"), 0) - quoted);
    assert_int_equal(marks - quoted, 4 + 3 + 100 + 3 + 1);
    arena_free(a);
}

static void a_long_line_with_an_early_span_starts_at_its_start(void **state) {
    (void)state;
    char text[400];
    memset(text, 'x', sizeof text);
    Arena *a = arena_new(0);
    Diags d = diags_make(a, source_make(a, STR("p.py"), (Str){text, sizeof text}));
    diags_add(&d, SEVERITY_ERROR, (Span){2, 390}, STR("m"), (Str){NULL, 0});
    Sink out = sink_memory(a);
    diags_print(&d, &out);
    Str s = sink_str(&out);
    assert_true(str_starts(s, STR("p.py:1:3: error: m\n    xxx")));
    assert_true(str_find(s, STR("x...\n      ^~~~"), 0) > 0);
    assert_true(str_ends(s, STR("~\n")));
    arena_free(a);
}

static void only_a_hundred_are_kept(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Diags d = diags_make(a, source_make(a, STR("p.py"), STR("x\n")));
    for (int i = 0; i < 130; i++) {
        Severity severity = i % 2 ? SEVERITY_NOTE : SEVERITY_ERROR;
        diags_add(&d, severity, (Span){0, 1}, str_printf(a, "number %d", i), (Str){NULL, 0});
    }
    assert_int_equal(d.count, 100);
    assert_int_equal(d.dropped, 30);
    assert_int_equal(d.errors, 65);
    assert_str(d.at[99].message, "number 99");
    Sink out = sink_memory(a);
    diags_print(&d, &out);
    assert_true(str_ends(sink_str(&out), STR("30 more problems are not shown\n")));
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_indexed),
        cmocka_unit_test(an_empty_text),
        cmocka_unit_test(line_ends_become_newlines),
        cmocka_unit_test(places_count_code_points),
        cmocka_unit_test(every_offset_finds_its_line),
        cmocka_unit_test(a_diagnostic_shows_its_span),
        cmocka_unit_test(a_note_says_so),
        cmocka_unit_test(an_empty_span_has_one_mark),
        cmocka_unit_test(a_long_span_ends_with_its_line),
        cmocka_unit_test(tabs_and_wide_characters_keep_the_mark_in_place),
        cmocka_unit_test(long_lines_are_cut_around_the_span),
        cmocka_unit_test(a_long_line_with_an_early_span_starts_at_its_start),
        cmocka_unit_test(only_a_hundred_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
