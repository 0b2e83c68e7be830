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
    if (next_random(&state) % 4 == 0)
        g->cursor_row = g->cursor_col = -1;
    return g;
}

/* Lines, a triangle, a wide character, one with a mark. */
static const char signs[] = "\xe2\x94\x80\xe2\x94\x82\xe2\x94\xbc\xe2\x96\xb8\xe4\xbd\xa0 x "
                            "e\xcc\x81";

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

static void draw(Driver *d, const char *how) {
    int rows, cols;
    term_size(d->term, &rows, &cols);
    Grid *g = grid_make(d->arena, rows, cols);
    if (strcmp(how, "grids") == 0)
        g = random_grid(d->arena, rows, cols, d->step);
    else if (strcmp(how, "keys") == 0)
        draw_keys(d, g);
    else
        grid_put_z(g, 0, 0, signs, ROLE_TEXT, 0);
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

static int drive(const char *how) {
    setlocale(LC_ALL, "");
    Driver d = {.arena = arena_new(0)};
    Str why;
    d.term = term_open(d.arena, &(TermOptions){THEME_DARK, true, true}, &why);
    if (!d.term) {
        fprintf(stderr, "refused: %.*s\n", STR_ARG(why));
        return 2;
    }
    draw(&d, how);
    while (term_key(d.term, -1, &d.key) && d.key.code != 'q') {
        do_key(&d);
        draw(&d, how);
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
    fprintf(stderr, "job %d %d; the terminal shows:\n%.*s\n", (int)job.state, job.number,
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

/* ---- names of terminals ---- */

static void every_term(void **state) {
    (void)state;
    static const char *const terms[] = {"xterm-256color", "xterm", "screen", "tmux-256color",
                                        "linux",          "vt100", "vt220",  "rxvt"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        Terminal *t = start_keys(terms[i]);
        assert_shows(t, "unicode");
        terminal_type(t, STR("\x1bOA"));
        assert_shows(t, "[1] <Up>");
        terminal_type(t, STR("\x7f"));
        assert_shows(t, "[2] <BS>");
        terminal_type(t, STR("q"));
        assert_job(t, JOB_EXITED, 0);
        assert_given_back(t);
        terminal_end(t);
    }
}

static void assert_refuses(const char *term, const char *why) {
    Terminal *t = start("keys", 5, 120, term, "C.UTF-8");
    assert_shows(t, "refused: ");
    assert_shows(t, why);
    assert_job(t, JOB_EXITED, 2);
    assert_given_back(t);
    terminal_end(t);
}

static void refused_terms(void **state) {
    (void)state;
    assert_refuses(NULL, "TERM is not set");
    assert_refuses("", "TERM is not set");
    assert_refuses("dumb", "TERM is dumb");
    assert_refuses("no-such-terminal", "how to draw on a terminal \"no-such-terminal\"");
    assert_refuses("a\x1b[31mb", "\"a^[[31mb\"");
    assert_refuses("../../../etc/passwd", "how to draw");
}

static void no_terminal_at_all(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    FILE *out = popen(str_printf(a, "TERM=xterm '%s' keys 2>&1 </dev/null", self).at, "r");
    char line[200] = "";
    assert_non_null(fgets(line, sizeof line, out));
    assert_non_null(strstr(line, "standard output is not a terminal"));
    pclose(out);
    arena_free(a);
}

/* In the C locale what is above ASCII is a stand-in or a question mark, in as many columns. */
static void ascii_stands_in(void **state) {
    (void)state;
    Terminal *t = start("signs", 5, 60, "xterm", "C");
    assert_shows(t, "-|+>?  x e ");
    terminal_end(t);
    t = start("signs", 5, 60, "xterm", "C.UTF-8");
    assert_shows(t, signs);
    terminal_end(t);
}

/* ---- keys ---- */

static void keys_of_all_kinds(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        const char *name;
    } all[] = {
        {"a", "a"},
        {" ", "<Space>"},
        {"\r", "<CR>"},
        {"\n", "<CR>"},
        {"\t", "<Tab>"},
        {"\x7f", "<BS>"},
        {"\x08", "<BS>"},
        {"\x03", "<C-c>"},
        {"\x11", "<C-q>"},
        {"\x13", "<C-s>"},
        {"\x16", "<C-v>"},
        {"\x1c", "<C-\\>"},
        {"\x1b", "<Esc>"},
        {"\x1b"
         "1",
         "<A-1>"},
        {"\x1bx", "<A-x>"},
        {"\x1b[A", "<Up>"},
        {"\x1bOB", "<Down>"},
        {"\x1b[C", "<Right>"},
        {"\x1b[1;5D", "<Left>"},
        {"\x1b[H", "<Home>"},
        {"\x1bOH", "<Home>"},
        {"\x1b[1~", "<Home>"},
        {"\x1b[7~", "<Home>"},
        {"\x1b[F", "<End>"},
        {"\x1bOF", "<End>"},
        {"\x1b[4~", "<End>"},
        {"\x1b[8~", "<End>"},
        {"\x1b[5~", "<PageUp>"},
        {"\x1b[6~", "<PageDown>"},
        {"\x1b[3~", "<Del>"},
        {"\x1b[2~", "<Insert>"},
        {"\x1b[Z", "<S-Tab>"},
        {"\x1bOM", "<CR>"},
        {"\xe4\xbd\xa0", "\xe4\xbd\xa0"},
        {"\xc3\xa9", "\xc3\xa9"},
        {"\x1b[<0;4;3M\x1b[<0;4;3m", "<2,3:Click>"},
        {"\x1b[<0;4;3M\x1b[<0;4;3m", "<2,3:DoubleClick>"},
        {"\x1b[<0;4;3M\x1b[<0;4;3m", "<2,3:Click>"},
        {"\x1b[<0;5;3M\x1b[<0;5;3m", "<2,4:Click>"},
        {"\x1b[<64;1;1M", "<0,0:WheelUp>"},
        {"\x1b[<65;60;5M", "<4,59:WheelDown>"},
    };
    Terminal *t = start_keys("xterm-256color");
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        terminal_type(t, str_of(all[i].bytes));
        assert_shows(t, str_printf(a, "[%zu] %s ", i + 1, all[i].name).at);
    }
    arena_free(a);
    terminal_end(t);
}

/* Types Esc and, a while later, what would make it an arrow. */
static void type_slowly(Terminal *t) {
    terminal_type(t, STR("\x1b"));
    usleep(1000000); /* a loaded machine may not look at the first key for long */
    terminal_type(t, STR("[B"));
}

/* Esc is a key by itself at once, unless the user says that the line is slow. */
static void how_long_escape_waits(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm");
    type_slowly(t);
    assert_shows(t, "[1] <Esc>");
    assert_shows(t, "[3] B");
    terminal_end(t);
    setenv("ESCDELAY", "20000", 1);
    t = start_keys("xterm");
    unsetenv("ESCDELAY");
    type_slowly(t);
    assert_shows(t, "[1] <Down>");
    terminal_end(t);
}

/* Bytes that are no key, or keys that nobody needs, are not taken for others; a character that
 * comes in two pieces is one. */
static void bytes_that_are_no_keys(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_type(t, STR("\x1b[15~"));     /* F5 */
    terminal_type(t, STR("\x1b[<0;4;3m")); /* the button is let go */
    terminal_type(t, (Str){"\0", 1});
    terminal_type(t, STR("a"));
    assert_shows(t, "[1] a");
    terminal_type(t, STR("\xe4"));
    usleep(40000);
    terminal_type(t, STR("\xbd\xa0"));
    assert_shows(t, "[2] \xe4\xbd\xa0");
    terminal_end(t);
}

static void mouse_switched_off(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    assert_true(terminal_has_mouse(t));
    terminal_type(t, STR("M"));
    assert_shows(t, "[1] M");
    assert_false(terminal_has_mouse(t));
    terminal_end(t);
}

/* What is typed faster than it is shown is not lost. */
static void many_keys_at_once(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm");
    for (int i = 0; i < 40; i++)
        terminal_type(t, STR("abcdefghijklmnopoprstuvwx"));
    assert_shows(t, "[1000] x");
    terminal_end(t);
}

/* ---- signals ---- */

/* A signal comes while keys do, at some step. */
static void signal_at(int sig, uint32_t step, JobState state) {
    Terminal *t = start("grids", 24, 80, "xterm-256color", "C.UTF-8");
    Arena *a = arena_new(0);
    assert_shows_grid(t, random_grid(a, 24, 80, 0));
    for (uint32_t i = 0; i < step; i++)
        terminal_type(t, STR("x"));
    if (step % 2)
        assert_shows_grid(t, random_grid(a, 24, 80, step));
    terminal_signal(t, sig);
    assert_job(t, state, sig);
    assert_given_back(t);
    arena_free(a);
    terminal_end(t);
}

static void asked_to_leave(void **state) {
    (void)state;
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    for (uint32_t i = 0; i < 4; i++)
        for (uint32_t step = 0; step < 4; step++)
            signal_at(signals[i], step * 3 + i, JOB_KILLED);
}

static void hit_by_a_fault(void **state) {
    (void)state;
    static const int signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
    if (test_sanitized())
        return; /* the sanitizer ends the program in its own way */
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t step = 0; step < 3; step++)
            signal_at(signals[i], step * 2 + i, JOB_KILLED);
}

static void aborts_by_itself(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm");
    terminal_type(t, STR("A"));
    assert_job(t, JOB_KILLED, SIGABRT);
    assert_given_back(t);
    terminal_end(t);
}

/* Stopped in two ways; the shell has its terminal meanwhile, and afterwards the screen is there
 * again. */
static void stop_and_go_on(Terminal *t, bool by_key) {
    if (by_key)
        terminal_type(t, STR("\x1a"));
    else
        terminal_signal(t, SIGTSTP);
    assert_job(t, JOB_STOPPED, SIGTSTP);
    assert_given_back(t);
    terminal_foreground(t);
    assert_job(t, JOB_RUNS, 0);
}

static void suspended(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    stop_and_go_on(t, true);
    assert_shows(t, "[1] <C-z>");
    stop_and_go_on(t, false);
    assert_shows(t, "[1] <C-z>");
    terminal_type(t, STR("a"));
    assert_shows(t, "[2] a");
    assert_true(terminal_has_mouse(t));
    terminal_type(t, STR("q"));
    assert_job(t, JOB_EXITED, 0);
    assert_given_back(t);
    terminal_end(t);
}

/* A new size while it is stopped. */
static void resized_while_suspended(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_type(t, STR("\x1a"));
    assert_job(t, JOB_STOPPED, SIGTSTP);
    terminal_resize(t, 7, 44);
    terminal_foreground(t);
    assert_shows(t, "[2] <44x7>");
    terminal_end(t);
}

/* STOP cannot be caught: what the shell wrote over the screen is gone after CONT. */
static void stopped_for_sure(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_signal(t, SIGSTOP);
    assert_job(t, JOB_STOPPED, SIGSTOP);
    terminal_scribble(t, "\033[2J\033[3;5HSCRIBBLE");
    assert_shows(t, "SCRIBBLE");
    terminal_foreground(t);
    assert_shows(t, "[0]");
    assert_false(terminal_shows_now(t, "SCRIBBLE"));
    terminal_type(t, STR("a"));
    assert_shows(t, "[1] a");
    terminal_end(t);
}

static void hung_up(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_hang_up(t);
    assert_job(t, JOB_KILLED, SIGHUP);
    terminal_end(t);
}

static void lent_and_back(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_type(t, STR("L"));
    assert_shows(t, "lent");
    assert_given_back(t);
    terminal_signal(t, SIGINT); /* is for the other program */
    terminal_type(t, STR("line\r"));
    assert_shows(t, "[1] L");
    terminal_type(t, STR("a"));
    assert_shows(t, "[2] a");
    terminal_end(t);
}

static void asked_while_lent(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm-256color");
    terminal_type(t, STR("L"));
    assert_shows(t, "lent");
    terminal_signal(t, SIGTERM);
    terminal_type(t, STR("line\r"));
    assert_job(t, JOB_KILLED, SIGTERM);
    assert_given_back(t);
    terminal_end(t);
}

/* ---- quiet ---- */

static void no_wake_up(void **state) {
    (void)state;
    Terminal *t = start_keys("xterm");
    terminal_type(t, STR("a"));
    assert_shows(t, "[1] a");
    assert_true(terminal_is_quiet(t, 5000));
    terminal_end(t);
}

int main(int argc, char **argv) {
    self = argv[0];
    if (argc > 1)
        return strcmp(argv[1], "nothing") == 0 ? 0 : drive(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_grids),
        cmocka_unit_test(new_sizes),
        cmocka_unit_test(same_size),
        cmocka_unit_test(every_term),
        cmocka_unit_test(refused_terms),
        cmocka_unit_test(no_terminal_at_all),
        cmocka_unit_test(ascii_stands_in),
        cmocka_unit_test(keys_of_all_kinds),
        cmocka_unit_test(how_long_escape_waits),
        cmocka_unit_test(bytes_that_are_no_keys),
        cmocka_unit_test(mouse_switched_off),
        cmocka_unit_test(many_keys_at_once),
        cmocka_unit_test(asked_to_leave),
        cmocka_unit_test(hit_by_a_fault),
        cmocka_unit_test(aborts_by_itself),
        cmocka_unit_test(suspended),
        cmocka_unit_test(resized_while_suspended),
        cmocka_unit_test(stopped_for_sure),
        cmocka_unit_test(hung_up),
        cmocka_unit_test(lent_and_back),
        cmocka_unit_test(asked_while_lent),
        cmocka_unit_test(no_wake_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
