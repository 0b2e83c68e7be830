/* What a terminal shows is what the grid says, whatever it is called and whatever happens; and what
 * we found there is there again when we leave.
 *
 * The program that runs inside is this one, with arguments. */
#include "ui/term.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "tests/test.h"
#include "tests/ui/terminal.h"

static const char *self;

/* ---- what runs inside ---- */

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static Str random_piece(uint32_t *seed) {
    static const char *const pieces[] = {"a",
                                         "Bc",
                                         " ",
                                         "     ",
                                         "\xe2\x94\x80",
                                         "\xe2\x96\xb8",
                                         "\xe4\xbd\xa0",
                                         "\xe5\xa5\xbd\xe5\x90\x97",
                                         "e\xcc\x81",
                                         "\xe4\xbd\xa0\xcc\x88",
                                         "~",
                                         "\xc3\xa9"};
    return str_of(pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}

/* The same grid for the same size and seed. */
static Grid *random_grid(Arena *a, int rows, int cols, uint32_t seed) {
    Grid *g = grid_make(a, rows, cols);
    uint32_t state = seed * 7919 + 1;
    for (int n = next_random(&state) % 3 ? rows * cols : 20; n > 0; n--) {
        int row = (int)(next_random(&state) % (uint32_t)rows);
        int col = (int)(next_random(&state) % (uint32_t)(cols + 2)) - 1;
        Role role = (Role)(next_random(&state) % ROLE_COUNT);
        int look = (int)(next_random(&state) % 8);
        grid_put(g, (Rect){0, 0, rows, cols}, row, col, random_piece(&state), role, look);
    }
    g->cursor_row = (int)(next_random(&state) % (uint32_t)rows);
    g->cursor_col = (int)(next_random(&state) % (uint32_t)cols);
    g->cursor_shown = next_random(&state) % 2;
    return g;
}

typedef struct Driver {
    Arena *arena;
    Term *term;
    uint32_t step;
    Key key;
} Driver;

static void lent(void *context) {
    (void)context;
    printf("lent\n");
    fflush(stdout);
    char line[100];
    if (!fgets(line, sizeof line, stdin))
        exit(4);
}

/* Says what came; or shows a random grid. */
static void draw_keys(Driver *d, Grid *g) {
    Str text = str_printf(d->arena, "[%u] %.*s", d->step, STR_ARG(key_text(d->arena, d->key)));
    grid_put(g, (Rect){0, 0, g->rows, g->cols}, 0, 0, text, ROLE_TEXT, 0);
    grid_put_z(g, 1, 0, term_unicode(d->term) ? "unicode" : "ascii", ROLE_TITLE, 0);
}

static void draw(Driver *d, bool keys) {
    int rows, cols;
    term_size(d->term, &rows, &cols);
    Grid *g = keys ? grid_make(d->arena, rows, cols) : random_grid(d->arena, rows, cols, d->step);
    if (keys)
        draw_keys(d, g);
    term_show(d->term, g);
}

static void do_key(Driver *d) {
    TermOptions quiet = {THEME_DARK, true, false};
    if (d->key.code == 'L')
        term_lend(d->term, lent, NULL);
    else if (d->key.code == 26)
        term_suspend(d->term);
    else if (d->key.code == 'A')
        abort();
    else if (d->key.code == 'M')
        term_set(d->term, &quiet);
    else if (d->key.code == 'Y')
        term_copy(d->term, STR("text"), d->arena);
    d->step++;
}

static int drive(bool keys) {
    setlocale(LC_ALL, "");
    Driver d = {.arena = arena_new(0)};
    Str why;
    d.term = term_open(d.arena, &(TermOptions){THEME_DARK, true, true}, &why);
    if (!d.term) {
        fprintf(stderr, "refused: %.*s\n", STR_ARG(why));
        return 2;
    }
    draw(&d, keys);
    while (term_key(d.term, -1, &d.key) && d.key.code != 'q') {
        do_key(&d);
        draw(&d, keys);
    }
    int sig = term_signal(d.term);
    term_close(d.term);
    printf("bye\n");
    fflush(stdout);
    arena_free(d.arena);
    if (sig)
        raise(sig);
    return 0;
}

/* ---- starting it ---- */

static Terminal *start(const char *how, int rows, int cols, const char *term, const char *locale) {
    char *argv[] = {(char *)self, (char *)how, NULL};
    setenv("LC_ALL", locale, 1);
    return terminal_start(rows, cols, term, argv);
}

static Terminal *start_keys(const char *term) {
    Terminal *t = start("keys", 5, 60, term, "C.UTF-8");
    assert_true(terminal_shows(t, "[0]"));
    return t;
}

static void show_trouble(const Terminal *t) {
    Arena *a = arena_new(0);
    Job job = terminal_job(t);
    print_error("job %d %d; the terminal shows:\n%.*s\n", (int)job.state, job.number,
                STR_ARG(terminal_text(t, a)));
    arena_free(a);
}

#define assert_shows(t, text)                                                                      \
    do {                                                                                           \
        if (!terminal_shows((t), (text))) {                                                        \
            show_trouble(t);                                                                       \
            fail_msg("\"%s\" is not shown", (text));                                               \
        }                                                                                          \
    } while (0)

static void assert_shows_grid(Terminal *t, const Grid *g) {
    if (terminal_shows_grid(t, g))
        return;
    Arena *a = arena_new(0);
    show_trouble(t);
    fail_msg("%s", terminal_difference(t, g, a));
}

static void assert_job(Terminal *t, JobState state, int number) {
    if (!terminal_job_is(t, state) || terminal_job(t).number != number) {
        show_trouble(t);
        fail_msg("the program did not end so: %d %d", (int)state, number);
    }
}

static void assert_same_modes(const struct termios *x, const struct termios *y) {
    assert_int_equal(x->c_iflag, y->c_iflag);
    assert_int_equal(x->c_oflag, y->c_oflag);
    assert_int_equal(x->c_cflag, y->c_cflag);
    assert_int_equal(x->c_lflag, y->c_lflag);
    assert_memory_equal(x->c_cc, y->c_cc, sizeof x->c_cc);
}

/* A program that only ends: the modes of a terminal that nobody touched. */
static struct termios first_modes(void) {
    char *argv[] = {(char *)self, (char *)"nothing", NULL};
    Terminal *t = terminal_start(5, 60, "xterm", argv);
    assert_job(t, JOB_EXITED, 0);
    struct termios modes = terminal_modes(t);
    terminal_end(t);
    return modes;
}

static void assert_given_back(Terminal *t) {
    struct termios before = first_modes(), after = terminal_modes(t);
    assert_same_modes(&before, &after);
    assert_true(terminal_is_given_back(t));
}

/* ---- what is shown ---- */

static void random_grids_at(int rows, int cols, const char *term) {
    Terminal *t = start("grids", rows, cols, term, "C.UTF-8");
    for (uint32_t step = 0; step < 12; step++) {
        Arena *a = arena_new(0);
        assert_shows_grid(t, random_grid(a, rows, cols, step));
        terminal_type(t, STR("x"));
        arena_free(a);
    }
    terminal_type(t, STR("q"));
    assert_job(t, JOB_EXITED, 0);
    assert_given_back(t);
    terminal_end(t);
}

static void random_grids(void **state) {
    (void)state;
    random_grids_at(24, 80, "xterm-256color");
    random_grids_at(1, 1, "xterm-256color");
    random_grids_at(1, 7, "xterm-256color");
    random_grids_at(12, 2, "xterm-256color");
    random_grids_at(60, 200, "xterm-256color");
}

static void new_sizes(void **state) {
    (void)state;
    static const int sizes[][2] = {{24, 80}, {5, 20}, {1, 1}, {46, 84}, {2, 300}, {24, 80}};
    Terminal *t = start("grids", 30, 90, "xterm-256color", "C.UTF-8");
    Arena *a = arena_new(0);
    assert_shows_grid(t, random_grid(a, 30, 90, 0));
    for (uint32_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        terminal_resize(t, sizes[i][0], sizes[i][1]);
        assert_shows_grid(t, random_grid(a, sizes[i][0], sizes[i][1], i + 1));
    }
    arena_free(a);
    terminal_end(t);
}

/* The same size again is no key. */
static void same_size(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm");
    terminal_resize(t, 5, 60);
    terminal_signal(t, SIGWINCH);
    terminal_type(t, STR("a"));
    assert_shows(t, "[1] a");
    terminal_resize(t, 6, 50);
    assert_shows(t, "[2] <50x6>");
    terminal_end(t);
}

static void ascii_stands_in(void **state) {
    (void)state;
    Terminal *t = start("keys", 5, 60, "xterm", "C");
    assert_shows(t, "ascii");
    terminal_type(t, STR("q"));
    assert_job(t, JOB_EXITED, 0);
    terminal_end(t);
}

int main(int argc, char **argv) {
    self = argv[0];
    if (argc > 1)
        return strcmp(argv[1], "nothing") == 0 ? 0 : drive(strcmp(argv[1], "keys") == 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_grids),
        cmocka_unit_test(new_sizes),
        cmocka_unit_test(same_size),
        cmocka_unit_test(ascii_stands_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
