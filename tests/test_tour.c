/* test_tour.c: the tour of the README, played key by key.
 *
 * A tour is a table below a comment `<!-- tour LESSON -->`. What stands in code in the first cell
 * of a row are keys, as people write them; all that stands in code in the second cell must then be
 * on the screen, at each of the sizes that a new user's window may have. */
#include <string.h>

#include "tests/suite.h"
#include "tests/ui/host.h"
#include "ui/explore.h"

typedef struct Size {
    int cols, rows;
} Size;

static const Size sizes[] = {{80, 24}, {100, 30}, {140, 45}};

typedef struct Row {
    Str text; /* the row itself, for who reads a failure */
    Log keys; /* Str: as people write them */
    Log seen; /* Str: what must be on the screen */
} Row;

typedef struct Tour {
    const char *lesson;
    Log rows; /* Row */
} Tour;

/* ---- reading ---- */

static Str line_at(Str text, size_t from) {
    ptrdiff_t end = str_find(text, STR("\n"), from);
    return str_sub(text, from, end < 0 ? text.len : (size_t)end);
}

/* Appends what stands between backquotes; text with a backquote in it stands between two. */
static void add_code(Log *codes, Str cell) {
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] != '`')
            continue;
        bool two = i + 1 < cell.len && cell.at[i + 1] == '`';
        size_t start = i + (two ? 2 : 1);
        ptrdiff_t end = str_find(cell, two ? STR("``") : STR("`"), start);
        if (end < 0)
            return;
        *LOG_PUSH(codes, Str) = str_sub(cell, start, (size_t)end);
        i = (size_t)end + (two ? 1 : 0);
    }
}

/* "| keys | what is seen |"; a bar in code is written \|. */
static void add_row(Arena *a, Tour *tour, Str line) {
    size_t middle = 1;
    while (middle < line.len && (line.at[middle] != '|' || line.at[middle - 1] == '\\'))
        middle++;
    Row row = {line, log_make(a, sizeof(Str)), log_make(a, sizeof(Str))};
    add_code(&row.keys, str_sub(line, 1, middle));
    add_code(&row.seen, str_sub(line, middle, line.len));
    if (row.keys.count)
        *LOG_PUSH(&tour->rows, Row) = row;
}

static Tour *read_tour(Arena *a, Str text, size_t from) {
    Tour *tour = ARENA_NEW(a, Tour);
    Str head = line_at(text, from);
    Str lesson = str_sub(head, strlen("<!-- tour "), head.len - strlen(" -->"));
    tour->lesson = str_dup(a, lesson).at;
    tour->rows = log_make(a, sizeof(Row));
    bool table = false;
    for (size_t i = from + head.len + 1; i < text.len; i += line_at(text, i).len + 1) {
        Str line = line_at(text, i);
        bool row = line.len && line.at[0] == '|';
        if (table && !row)
            break;
        table |= row;
        if (row)
            add_row(a, tour, line);
    }
    return tour;
}

/* ---- keys ---- */

/* A key as people write it, as a script has it. */
static void put_key(Sink *out, Str key) {
    static const char *const names[][2] = {
        {"Backspace", "<BS>"}, {"Shift-Tab", "<S-Tab>"}, {"Enter", "<CR>"}, {"Space", "<Space>"},
        {"Tab", "<Tab>"},      {"Esc", "<Esc>"},         {"Up", "<Up>"},    {"Down", "<Down>"},
        {"Left", "<Left>"},    {"Right", "<Right>"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(key, names[i][0])) {
            sink_z(out, names[i][1]);
            return;
        }
    if (str_starts(key, STR("Ctrl-")))
        sink_printf(out, "<C-%c>", key.at[5]);
    else if (str_starts(key, STR("Alt-")))
        sink_printf(out, "<A-%c>", key.at[4]);
    else
        for (size_t i = 0; i < key.len; i++)
            sink_z(out, key.at[i] == ' '   ? "<Space>"
                        : key.at[i] == '<' ? "<lt>"
                                           : (char[2]){key.at[i], 0});
}

/* One group of keys a row. */
static Str script_of(Arena *a, const Tour *tour) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < tour->rows.count; i++) {
        const Row *row = LOG_AT(&tour->rows, Row, i);
        for (size_t k = 0; k < row->keys.count; k++)
            put_key(&out, *LOG_AT(&row->keys, Str, k));
        sink_char(&out, '\n');
    }
    return sink_str(&out);
}

/* ---- playing ---- */

typedef struct Playing {
    Arena *arena;
    const Tour *tour;
    size_t screens; /* that were passed; the first is that before any key */
    int failed;
} Playing;

static void passed(void *context, const ScreenPassed *it) {
    Playing *p = context;
    size_t at = p->screens++;
    if (at == 0 || at > p->tour->rows.count)
        return;
    const Row *row = LOG_AT(&p->tour->rows, Row, at - 1);
    Sink screen = sink_memory(p->arena);
    grid_text(it->grid, &screen);
    for (size_t i = 0; i < row->seen.count; i++) {
        Str wanted = *LOG_AT(&row->seen, Str, i);
        if (str_find(sink_str(&screen), wanted, 0) >= 0)
            continue;
        print_error("%.*s\nis not on the screen: %.*s\n%.*s\n", STR_ARG(row->text), STR_ARG(wanted),
                    STR_ARG(sink_str(&screen)));
        p->failed++;
    }
}

static void play_at(const Tour *tour, Size size) {
    Arena *a = arena_new(0);
    TestHost *host = test_host_make(a);
    host->folder = "lessons";
    World *w = test_lesson_make(host, tour->lesson);
    Playing playing = {.arena = a, .tour = tour};
    ExploreOptions options = {.theme = THEME_DARK, .colours = true, .mouse = true, .at = -1};
    Script script = {script_of(a, tour), size.rows, size.cols, passed, &playing};
    Str error = {0};
    if (!explore_script(w, &options, &script, &error))
        fail_msg("%.*s", STR_ARG(error));
    world_free(w);
    assert_int_equal(playing.screens, tour->rows.count + 1);
    assert_int_equal(playing.failed, 0);
    arena_free(a);
}

typedef struct Case {
    const Tour *tour;
    Size size;
} Case;

static void tour_test(void **state) {
    const Case *c = *state;
    assert_true(c->tour->rows.count > 0);
    play_at(c->tour, c->size);
}

static void add_tour(Suite *s, const Tour *tour) {
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Case *c = ARENA_NEW(s->arena, Case);
        *c = (Case){tour, sizes[i]};
        Str name = str_printf(s->arena, "%s %dx%d", tour->lesson, sizes[i].cols, sizes[i].rows);
        suite_add(s, name, tour_test, c);
    }
}

int main(void) {
    Suite suite = {.arena = arena_new(0)};
    Str text, error;
    if (!file_read(suite.arena, test_path(suite.arena, "README.md"), 1 << 20, &text, &error)) {
        fprintf(stderr, "%.*s\n", STR_ARG(error));
        return 1;
    }
    ptrdiff_t at = -1;
    while ((at = str_find(text, STR("<!-- tour "), (size_t)(at + 1))) >= 0)
        add_tour(&suite, read_tour(suite.arena, text, (size_t)at));
    return suite_run(&suite, "tour");
}
