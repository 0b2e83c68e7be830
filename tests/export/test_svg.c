/* Pictures of a grid: valid XML whose texts are what the grid says. An XML parser reads them where
 * python3 or xmllint is there. */
#include "export/svg.h"

#include <stdio.h>
#include <unistd.h>

#include "tests/test.h"

/* Every role has a colour of its own; what is selected stands on it. */
static const SvgPalette *palette(void) {
    static SvgPalette p;
    p.background = 0x101820;
    p.border = 0x304050;
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int look = 0; look < SVG_LOOKS; look++)
            p.ink[role][look] = (SvgInk){.colour = 0xa0b000u + (unsigned)role,
                                         .bold = look & LOOK_BOLD,
                                         .dim = role == ROLE_DIM,
                                         .underline = look & LOOK_UNDERLINE,
                                         .reverse = look & LOOK_SELECTED};
    return &p;
}

static Str picture(Arena *a, const Grid *g) {
    Sink out = sink_memory(a);
    svg_put(g, palette(), STR("a < b & \"c\""), &out);
    return sink_str(&out);
}

static Grid *grid_saying(Arena *a, int cols, Str text) {
    Grid *g = grid_make(a, 1, cols);
    grid_put(g, (Rect){0, 0, 1, cols}, 0, 0, text, ROLE_TEXT, 0);
    return g;
}

#define assert_has(s, part) assert_true(str_find((s), STR(part), 0) >= 0)
#define assert_lacks(s, part) assert_int_equal(str_find((s), STR(part), 0), -1)

/* ---- what stands in it ---- */

static void document(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str s = picture(a, grid_make(a, 2, 10));
    assert_true(str_starts(s, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")));
    /* 10 columns of 8.4, two rows of 16, and 12 around */
    assert_has(s, "width=\"108.0\" height=\"56.0\" viewBox=\"0 0 108.0 56.0\"");
    assert_has(s, "<title>a &lt; b &amp; &quot;c&quot;</title>");
    assert_has(s, "fill=\"#101820\" stroke=\"#304050\"");
    assert_true(str_ends(s, STR("</svg>\n")));
    arena_free(a);
}

static void runs_are_joined(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, 12);
    grid_put_z(g, 0, 1, "ab cd", ROLE_SCOPE, 0);
    grid_put_z(g, 0, 7, "w", ROLE_VARIABLE, LOOK_BOLD);
    Str s = picture(a, g);
    /* The blank behind "cd" looks the same in every ink. */
    assert_has(s, "<text x=\"8.4\" y=\"12.2\" textLength=\"50.4\" "
                  "lengthAdjust=\"spacingAndGlyphs\" class=\"scope\">ab cd </text>");
    assert_has(s, "<text x=\"58.8\" y=\"12.2\" textLength=\"8.4\" "
                  "lengthAdjust=\"spacingAndGlyphs\" class=\"variable bold\">w</text></g>");
    arena_free(a);
}

static void wide_glyphs_stand_at_their_column(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str s = picture(a, grid_saying(a, 8, STR("a\xe4\xbd\xa0\xe4\xbd\xa0z")));
    assert_has(s, "x=\"0.0\" y=\"12.2\" textLength=\"8.4\"");
    assert_has(s, "x=\"8.4\" y=\"12.2\" textLength=\"16.8\"");
    assert_has(s, "x=\"25.2\" y=\"12.2\" textLength=\"16.8\"");
    assert_has(s, "x=\"42.0\" y=\"12.2\" textLength=\"8.4\"");
    arena_free(a);
}

/* A line of one sign is one text; two signs that a font may lack are two. */
static void signs_outside_of_ascii(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str s = picture(a, grid_saying(a, 8, STR("\xe2\x94\x8c\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80")));
    assert_has(s, ">\xe2\x94\x8c</text>");
    assert_has(s, ">\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80</text>");
    arena_free(a);
}

static void selected_stands_on_its_colour(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_saying(a, 4, STR("ab"));
    grid_look(g, (Rect){0, 0, 1, 4}, LOOK_SELECTED);
    Str s = picture(a, g);
    assert_has(s, "<rect x=\"0.0\" y=\"0.0\" width=\"33.6\" height=\"16.0\" fill=\"#a0b000\"/>");
    assert_has(s, "class=\"text selected\">ab  </text>");
    assert_has(s, "text.text.selected{fill:#101820;");
    arena_free(a);
}

static void only_what_is_used_has_a_rule(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str s = picture(a, grid_saying(a, 4, STR("ab")));
    assert_has(s, "text.text{fill:#a0b000;font-weight:normal;fill-opacity:1;text-decoration:none}");
    assert_lacks(s, "text.error");
    assert_lacks(s, ".selected");
    arena_free(a);
}

static void cursor_is_drawn_when_shown(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Grid *g = grid_saying(a, 4, STR("ab"));
    g->cursor_row = 0;
    g->cursor_col = 2;
    assert_lacks(picture(a, g), "fill=\"none\"");
    g->cursor_shown = true;
    assert_has(picture(a, g),
               "<rect x=\"16.8\" y=\"0.0\" width=\"8.4\" height=\"16.0\" fill=\"none\"");
    arena_free(a);
}

/* ---- hostile text ---- */

static void no_markup_from_text(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str s = picture(a, grid_saying(a, 40, STR("</text><script>\"&amp;")));
    assert_has(s, "&lt;/text&gt;&lt;script&gt;&quot;&amp;amp;</text>");
    assert_lacks(s, "<script");
    arena_free(a);
}

/* Whatever stands in a cell, also what grid_put would not have let in. */
static void no_character_that_xml_forbids(void **state) {
    (void)state;
    static const uint32_t bad[] = {1,      8,      9,       0x1b,     0x7f,
                                   0x85,   0xd800, 0xdfff,  0xfdd0,   0xfdef,
                                   0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0x110000};
    enum { N = sizeof bad / sizeof *bad };
    Arena *a = arena_new(0);
    Grid *g = grid_make(a, 1, N);
    for (int i = 0; i < N; i++)
        grid_at(g, 0, i)->cp = bad[i];
    Str s = picture(a, g);
    size_t found = 0;
    for (ptrdiff_t at = 0; (at = str_find(s, STR("\xef\xbf\xbd"), (size_t)at)) >= 0; at++)
        found++;
    assert_int_equal(found, N);
    for (size_t i = 0; i < s.len; i++)
        assert_true((unsigned char)s.at[i] >= 0x20 || s.at[i] == '\n');
    arena_free(a);
}

/* ---- read by a parser ---- */

static Grid *hostile(Arena *a) {
    static const char *const rows[] = {
        "<svg>&lt;]]><!-- \"'",
        "\x1b[2J\x01\x7f\xc2\x85 \xff\xfe",
        "  e\xcc\x81 \xe4\xbd\xa0\xe5\xa5\xbd \xe2\x96\xb8 \xf0\x9f\x98\x80",
        "\xef\xbf\xbe \xef\xb7\x90 \xe2\x80\xae\xd7\x90\xd7\x91",
        "",
        "  tail   ",
    };
    enum { N = sizeof rows / sizeof *rows };
    Grid *g = grid_make(a, N, 30);
    for (int row = 0; row < N; row++)
        grid_put(g, (Rect){0, 0, N, 30}, row, 0, str_of(rows[row]), (Role)(row % ROLE_COUNT),
                 row % SVG_LOOKS & ~LOOK_SELECTED & ~LOOK_UNDERLINE);
    return g;
}

static bool write_picture(Arena *a, const Grid *g, char path[]) {
    int file = mkstemp(path);
    if (file < 0)
        return false;
    Str s = picture(a, g);
    bool good = write(file, s.at, s.len) == (ssize_t)s.len;
    return close(file) == 0 && good;
}

/* What a command prints. */
static Str output_of(Arena *a, Str command) {
    Sink out = sink_memory(a);
    FILE *f = popen(command.at, "r");
    assert_non_null(f);
    for (int c; (c = fgetc(f)) != EOF;)
        sink_char(&out, (char)c);
    assert_int_equal(pclose(f), 0);
    return sink_str(&out);
}

static const char read_rows[] =
    "import sys\n"
    "from xml.etree import ElementTree\n"
    "n = \"{http://www.w3.org/2000/svg}\"\n"
    "for row in ElementTree.parse(sys.argv[1]).findall(f\"{n}g/{n}g\"):\n"
    "    sys.stdout.buffer.write((\"\".join(row.itertext()) + \"\\n\").encode())\n";

static void python_reads_what_the_grid_says(void **state) {
    (void)state;
    const char *python = getenv("PYTHON3");
    if (!python || !*python)
        return;
    Arena *a = arena_new(0);
    Grid *g = hostile(a);
    char path[] = "/tmp/tfscope-svg-XXXXXX";
    assert_true(write_picture(a, g, path));
    Str got = output_of(a, str_printf(a, "%s -c '%s' %s", python, read_rows, path));
    unlink(path);
    Sink wanted = sink_memory(a);
    grid_text(g, &wanted);
    assert_str(got, str_dup(a, sink_str(&wanted)).at);
    arena_free(a);
}

static void xmllint_finds_no_fault(void **state) {
    (void)state;
    if (system("xmllint --version >/dev/null 2>&1") != 0)
        return;
    Arena *a = arena_new(0);
    char path[] = "/tmp/tfscope-svg-XXXXXX";
    assert_true(write_picture(a, hostile(a), path));
    assert_str(output_of(a, str_printf(a, "xmllint --nonet --noout %s 2>&1", path)), "");
    unlink(path);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(document),
        cmocka_unit_test(runs_are_joined),
        cmocka_unit_test(wide_glyphs_stand_at_their_column),
        cmocka_unit_test(signs_outside_of_ascii),
        cmocka_unit_test(selected_stands_on_its_colour),
        cmocka_unit_test(only_what_is_used_has_a_rule),
        cmocka_unit_test(cursor_is_drawn_when_shown),
        cmocka_unit_test(no_markup_from_text),
        cmocka_unit_test(no_character_that_xml_forbids),
        cmocka_unit_test(python_reads_what_the_grid_says),
        cmocka_unit_test(xmllint_finds_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
