/* Scripts of keys, and the screens that they pass. tests/screens/README.md says how to write one.
 *
 * One test a script and size; what a script is, is in its first lines. With TFSCOPE_ACCEPT=1 what
 * was found becomes what is expected: read it line by line before it is committed. */
#include <dirent.h>
#include <string.h>

#include "base/utf8.h"
#include "tests/suite.h"
#include "tests/ui/play.h"

typedef struct Case {
    const char *name;     /* "step-wide" */
    Play play;            /* of one size */
    const char *expected; /* path of the screens below the source tree */
    bool themes;          /* the same in every theme */
} Case;

/* ---- reading scripts ---- */

static Str line_at(Str text, size_t from) {
    ptrdiff_t end = str_find(text, STR("\n"), from);
    return str_sub(text, from, end < 0 ? text.len : (size_t)end);
}

/* The value of a first line such as "# locale: C", or `otherwise`. */
static Str header(Str script, const char *key, Str otherwise) {
    for (size_t i = 0; i < script.len && script.at[i] == '#'; i += line_at(script, i).len + 1) {
        Str line = line_at(script, i);
        size_t n = strlen(key);
        if (line.len > n + 4 && !memcmp(line.at + 2, key, n) && line.at[n + 2] == ':')
            return str_sub(line, n + 4, line.len);
    }
    return otherwise;
}

static void screen_test(void **state);

static void add_size(Suite *s, const char *name, Str script, Str size) {
    Arena *a = s->arena;
    Case *c = ARENA_NEW(a, Case);
    c->name = name;
    c->play = (Play){.program = str_dup(a, header(script, "program", STR(""))).at,
                     .options = str_printf(a, "--no-course --lessons tests/course %.*s",
                                           STR_ARG(header(script, "options", STR("")))),
                     .locale = str_dup(a, header(script, "locale", STR("C.UTF-8"))).at,
                     .dump = str_dup(a, header(script, "dump", STR("text"))).at,
                     .keys = str_printf(a, "@tests/screens/%s.keys", name).at};
    if (sscanf(str_dup(a, size).at, "%dx%d", &c->play.cols, &c->play.rows) != 2)
        fprintf(stderr, "%s: no size: %.*s\n", name, STR_ARG(size)), exit(1);
    c->themes = header(script, "themes", STR("")).len > 0;
    c->expected = str_printf(a, "tests/screens/%s.%.*s.txt", name, STR_ARG(size)).at;
    suite_add(s, str_printf(a, "%s %.*s", name, STR_ARG(size)), screen_test, c);
}

static void add_script(Suite *s, const char *file) {
    Str script, error, sizes;
    const char *path = test_path(s->arena, str_printf(s->arena, "tests/screens/%s", file).at);
    if (!file_read(s->arena, path, 1 << 20, &script, &error))
        fprintf(stderr, "%.*s\n", STR_ARG(error)), exit(1);
    sizes = header(script, "sizes", STR("80x24"));
    const char *name = str_dup(s->arena, (Str){file, strlen(file) - strlen(".keys")}).at;
    for (size_t i = 0; i < sizes.len;) {
        ptrdiff_t blank = str_find(sizes, STR(" "), i);
        size_t end = blank < 0 ? sizes.len : (size_t)blank;
        if (end > i)
            add_size(s, name, script, str_sub(sizes, i, end));
        i = end + 1;
    }
}

static int is_script(const struct dirent *entry) {
    return str_ends(str_of(entry->d_name), STR(".keys"));
}

/* ---- comparing ---- */

static bool accepting(void) {
    const char *wanted = getenv("TFSCOPE_ACCEPT");
    return wanted && *wanted && strcmp(wanted, "0") != 0;
}

static void accept(Arena *a, const Case *c, Str found) {
    Str error;
    if (!file_write(a, test_path(a, c->expected), found, true, &error))
        print_error("%.*s\n", STR_ARG(error));
    print_message("accepted %s: now read it\n", c->expected);
}

/* Both, line by line: "  " what is the same, "- " what was expected, "+ " what was found. */
static void print_difference(Str expected, Str found) {
    for (size_t i = 0, k = 0; i < expected.len || k < found.len;) {
        Str x = i < expected.len ? line_at(expected, i) : (Str){0};
        Str y = k < found.len ? line_at(found, k) : (Str){0};
        if (str_eq(x, y)) {
            print_error("  %.*s\n", STR_ARG(x));
        } else {
            print_error("- %.*s\n", STR_ARG(x));
            print_error("+ %.*s\n", STR_ARG(y));
        }
        i += x.len + 1;
        k += y.len + 1;
    }
}

/* No line of a screen is wider than the window. */
static void check_width(const Case *c, Str found) {
    bool picture = strcmp(c->play.dump, "svg") == 0;
    for (size_t i = 0; i < found.len && !picture; i += line_at(found, i).len + 1) {
        Str line = line_at(found, i);
        bool looks = line.len && line.at[0] == '~';
        bool head = str_starts(line, STR("== "));
        if (!looks && !head && utf8_columns(line) > (size_t)c->play.cols)
            fail_msg("wider than %d columns: %.*s", c->play.cols, STR_ARG(line));
    }
}

/* Without gettext's tools there is no catalogue to test. */
static bool can_run(Arena *a, const Case *c) {
    Str unused, error;
    const char *build = getenv("TFSCOPE_BUILDDIR");
    if (str_find(c->play.options, STR("--lang zh"), 0) < 0 || !build)
        return true;
    const char *catalogue = str_printf(a, "%s/locale/zh/LC_MESSAGES/tfscope.mo", build).at;
    return file_read(a, catalogue, 16 << 20, &unused, &error);
}

/* In no theme is anything lost: the same signs and words stand at the same places. */
static void check_themes(Arena *a, const Case *c, Str found) {
    static const char *const themes[] = {"dark", "light", "contrast", "mono"};
    for (size_t i = 0; c->themes && i < sizeof themes / sizeof *themes; i++) {
        Play play = c->play;
        int status;
        play.options = str_printf(a, "%.*s --theme %s", STR_ARG(play.options), themes[i]);
        Str other = play_screens(a, &play, &status);
        if (str_eq(found, other))
            continue;
        print_difference(found, other);
        fail_msg("%s: other screens in the theme %s", c->expected, themes[i]);
    }
}

static void screen_test(void **state) {
    const Case *c = *state;
    Arena *a = arena_new(0);
    Str expected = {0}, error = {0};
    int status;
    if (!can_run(a, c)) {
        arena_free(a);
        return;
    }
    Str found = play_screens(a, &c->play, &status);
    if (status != 0)
        print_error("%.*s\n", STR_ARG(found));
    assert_int_equal(status, 0);
    check_width(c, found);
    bool there = file_read(a, test_path(a, c->expected), 16 << 20, &expected, &error);
    bool same = there && str_eq(expected, found);
    if (!same && accepting())
        accept(a, c, found);
    else if (!same) {
        print_error("%.*s\n", STR_ARG(error));
        print_difference(expected, found);
        fail_msg("%s: other screens than expected", c->expected);
    }
    check_themes(a, c, found);
    arena_free(a);
}

int main(void) {
    Suite suite = {.arena = arena_new(0)};
    struct dirent **entries;
    int n = scandir(test_path(suite.arena, "tests/screens"), &entries, is_script, alphasort);
    for (int i = 0; i < n; i++) {
        add_script(&suite, entries[i]->d_name);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return suite_run(&suite, "screens");
}
