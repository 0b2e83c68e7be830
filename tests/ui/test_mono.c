/* test_mono.c: nothing is told by colour alone.
 *
 * The scripts of tests/screens are played, and every row of every pane is kept with the roles of
 * its glyphs. Two rows of one pane that say the same in other roles are a difference that only a
 * colour tells: whoever has none would not see it. What is selected is told by the terminal's
 * cursor, and is in reverse in every theme; what is bold or underlined is so in every theme, too.
 */
#include <dirent.h>
#include <string.h>

#include "tests/suite.h"
#include "tests/ui/host.h"
#include "ui/explore.h"
#include "ui/wish.h"

/* A row of a pane that was seen. */
typedef struct Seen {
    int place;  /* Pane, or PANE_COUNT: title line, footer, lines of the frame */
    Name text;  /* what it says */
    Name roles; /* a letter a column */
    Str where;  /* script and keys */
} Seen;

typedef struct Observer {
    Arena *arena;
    Names *names;
    Log seen; /* Seen */
    const char *script;
    int told;
} Observer;

/* ---- rows ---- */

static Name text_of(Observer *x, const Grid *g, Rect r, int row) {
    Sink out = sink_memory(x->arena);
    Grid *one = grid_make(x->arena, 1, r.cols);
    for (int col = 0; col < r.cols; col++)
        *grid_at(one, 0, col) = *grid_at(g, row, r.col + col);
    grid_text(one, &out);
    return name_of(x->names, sink_str(&out));
}

/* A blank looks the same in every role. What a theme without colours draws otherwise (bold,
 * underlined, reverse) is not told by colour. */
static Name roles_of(Observer *x, const Grid *g, Rect r, int row) {
    Sink out = sink_memory(x->arena);
    for (int col = 0; col < r.cols; col++) {
        const Glyph *glyph = grid_at(g, row, r.col + col);
        Ink ink = theme_ink(THEME_MONO, (Role)glyph->role, glyph->look & ~LOOK_SELECTED);
        bool attributes = ink.bold || ink.underline || ink.reverse || glyph->look;
        sink_char(&out, glyph->cp == ' ' || glyph->cp == 0 ? ' '
                        : attributes                       ? '*'
                                                           : (char)('A' + glyph->role));
    }
    return name_of(x->names, sink_str(&out));
}

/* "*" goes with anything. */
static bool same_roles(Name x, Name y) {
    for (uint32_t i = 0; i < x->len && i < y->len; i++)
        if (x->text[i] != y->text[i] && x->text[i] != '*' && y->text[i] != '*')
            return false;
    return true;
}

static void tell(Observer *x, const Seen *old, const Seen *now) {
    if (++x->told > 12)
        return;
    print_error("the same words in other roles: %s%.*s: %s\n%.*s: %s\n", now->text->text,
                STR_ARG(old->where), old->roles->text, STR_ARG(now->where), now->roles->text);
}

static void keep(Observer *x, Seen now) {
    for (size_t i = 0; i < x->seen.count; i++) {
        const Seen *old = LOG_AT(&x->seen, Seen, i);
        if (old->place != now.place || old->text != now.text)
            continue;
        if (!same_roles(old->roles, now.roles))
            tell(x, old, &now);
        return;
    }
    *LOG_PUSH(&x->seen, Seen) = now;
}

static void keep_rect(Observer *x, const ScreenPassed *it, Rect r, int place) {
    for (int row = r.row; row < r.row + r.rows && r.cols > 0; row++) {
        Str where = str_printf(x->arena, "%s, after %.*s", x->script, STR_ARG(it->keys));
        keep(x, (Seen){place, text_of(x, it->grid, r, row), roles_of(x, it->grid, r, row), where});
    }
}

static void passed(void *context, const ScreenPassed *it) {
    Observer *x = context;
    const Layout *layout = &it->state->layout;
    keep_rect(x, it, layout->title, PANE_COUNT);
    keep_rect(x, it, layout->footer, PANE_COUNT);
    if (it->state->mode != MODE_NORMAL)
        return; /* what lies over the panes */
    for (Pane p = 0; p < PANE_COUNT; p++)
        keep_rect(x, it, layout->pane[p], (int)p);
}

/* ---- scripts ---- */

static Str header(Str script, const char *key) {
    Str found = {0};
    ptrdiff_t at = str_find(script, str_of(key), 0);
    if (at >= 0) {
        size_t start = (size_t)at + strlen(key);
        ptrdiff_t end = str_find(script, STR("\n"), start);
        found = str_sub(script, start, end < 0 ? script.len : (size_t)end);
    }
    return found;
}

/* The keys without what is said about them. */
static Str keys_of(Str script) {
    ptrdiff_t at;
    while (script.len && script.at[0] == '#' && (at = str_find(script, STR("\n"), 0)) >= 0)
        script = str_sub(script, (size_t)at + 1, script.len);
    return script;
}

/* A lesson, or an exercise of one. */
static World *course_world(TestHost *host, Str what) {
    World *w = world_make(host->arena, &host->host);
    uint32_t replay;
    Str error;
    assert_true(wish_open(w, what, &replay, &error));
    assert_int_equal(replay, 0);
    return w;
}

static World *world_of(Arena *a, Str program, Str options) {
    Str text, error;
    TestHost *host = test_host_make(a);
    if (str_find(options, STR("--lessons tests/learn"), 0) >= 0)
        host->folder = "tests/learn";
    if (!str_ends(program, STR(".py")))
        return course_world(host, program);
    const char *path = test_path(a, str_dup(a, program).at);
    assert_true(file_read(a, path, 1 << 20, &text, &error));
    return test_world_make(host, str_dup(a, text).at, "1.4");
}

static void play(Observer *x, const char *file) {
    Str text, error;
    Arena *a = arena_new(0);
    const char *path = test_path(a, str_printf(a, "tests/screens/%s", file).at);
    assert_true(file_read(a, path, 1 << 20, &text, &error));
    x->script = str_dup(x->arena, str_of(file)).at;
    World *w = world_of(a, header(text, "# program: "), header(text, "# options: "));
    ExploreOptions options = {.theme = THEME_MONO, .at = -1};
    Script script = {keys_of(text), 40, 120, passed, x};
    if (!explore_script(w, &options, &script, &error))
        print_error("%s: %.*s\n", file, STR_ARG(error)), x->told++;
    world_free(w);
    arena_free(a);
}

static int is_script(const struct dirent *entry) {
    return str_ends(str_of(entry->d_name), STR(".keys"));
}

static void nothing_is_told_by_colour_alone(void **state) {
    (void)state;
    Observer x = {.arena = arena_new(0)};
    x.names = names_make(x.arena);
    x.seen = log_make(x.arena, sizeof(Seen));
    struct dirent **entries;
    int n = scandir(test_path(x.arena, "tests/screens"), &entries, is_script, alphasort);
    assert_true(n > 0);
    for (int i = 0; i < n; i++) {
        play(&x, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    assert_true(x.seen.count > 100);
    assert_int_equal(x.told, 0);
    arena_free(x.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_told_by_colour_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
