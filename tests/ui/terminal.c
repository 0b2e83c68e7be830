#include "tests/ui/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "base/utf8.h"
#include "ui/theme.h"

enum { PATIENCE = 20000 }; /* milliseconds until a test gives up; machines may be slow */

struct Terminal {
    int fd;      /* our end of the terminal; -1: hung up */
    int news;    /* what the shell tells: a Job each */
    int orders;  /* what we tell the shell: "f" foreground, "q" quit */
    pid_t shell; /* leader of the terminal's session */
    Job job;
    VTerm *vterm;
    VTermScreen *screen;
    int rows, cols;
    bool cursor_hidden, other_screen;
    bool mouse;
    char last[8]; /* bytes written to it */
    VTermPos cursor;
    size_t bytes;
};

/* ---- the shell inside ---- */

static void tell(int news, Job job) {
    if (write(news, &job, sizeof job) != sizeof job)
        _exit(3);
}

static void run_job(const char *term, char *const argv[]) {
    setpgid(0, 0);
    tcsetpgrp(0, getpgrp());
    signal(SIGTTOU, SIG_DFL);
    /* Whoever runs the tests in the background has these ignored. */
    signal(SIGHUP, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL);
    if (term)
        setenv("TERM", term, 1);
    else
        unsetenv("TERM");
    /* What ncurses keeps of a name that it does not know, and gpm on the console, is not ours. */
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    execv(argv[0], argv);
    _exit(127);
}

/* Tells what becomes of the job, until it is over. */
static void watch_job(int news, pid_t pid) {
    int status;
    while (waitpid(pid, &status, WUNTRACED | WCONTINUED) == pid) {
        Job job = {JOB_RUNS, pid, 0};
        if (WIFSTOPPED(status))
            job = (Job){JOB_STOPPED, pid, WSTOPSIG(status)};
        else if (WIFEXITED(status))
            job = (Job){JOB_EXITED, pid, WEXITSTATUS(status)};
        else if (WIFSIGNALED(status))
            job = (Job){JOB_KILLED, pid, WTERMSIG(status)};
        if (job.state != JOB_RUNS)
            tcsetpgrp(0, getpgrp());
        tell(news, job);
        if (job.state == JOB_EXITED || job.state == JOB_KILLED)
            return;
    }
}

static void obey(int orders, pid_t pid) {
    char order;
    while (read(orders, &order, 1) == 1) {
        if (order == 'f') {
            tcsetpgrp(0, pid);
            kill(-pid, SIGCONT);
        }
    }
}

/* A second process obeys, so that neither has to wait for two things. The shell ends with it. */
static void shell(const char *term, char *const argv[], int news, int orders) {
    signal(SIGTTOU, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    pid_t pid = fork();
    if (pid == 0)
        run_job(term, argv);
    setpgid(pid, pid);
    tcsetpgrp(0, pid);
    tell(news, (Job){JOB_RUNS, pid, 0});
    pid_t watcher = fork();
    if (watcher == 0)
        obey(orders, pid);
    else
        watch_job(news, pid);
    if (watcher != 0)
        waitpid(watcher, NULL, 0);
    _exit(0);
}

/* ---- the emulator ---- */

static int on_property(VTermProp prop, VTermValue *value, void *context) {
    Terminal *t = context;
    if (prop == VTERM_PROP_CURSORVISIBLE)
        t->cursor_hidden = !value->boolean;
    else if (prop == VTERM_PROP_ALTSCREEN)
        t->other_screen = value->boolean;
    return 1;
}

static int on_cursor(VTermPos now, VTermPos before, int visible, void *context) {
    (void)before;
    (void)visible;
    ((Terminal *)context)->cursor = now;
    return 1;
}

static void make_emulator(Terminal *t) {
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property,
                                                   .movecursor = on_cursor};
    t->vterm = vterm_new(t->rows, t->cols);
    vterm_set_utf8(t->vterm, 1);
    t->screen = vterm_obtain_screen(t->vterm);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_set_callbacks(t->screen, &callbacks, t);
    vterm_screen_reset(t->screen, 1);
}

/* ---- starting and ending ---- */

static void make_pipe(int ends[2]) {
    if (pipe2(ends, O_CLOEXEC) != 0)
        abort();
}

Terminal *terminal_start(int rows, int cols, const char *term, char *const argv[]) {
    Terminal *t = calloc(1, sizeof *t);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    int news[2], orders[2];
    make_pipe(news);
    make_pipe(orders);
    t->rows = rows;
    t->cols = cols;
    make_emulator(t);
    t->shell = forkpty(&t->fd, NULL, NULL, &size);
    if (t->shell < 0)
        abort();
    if (t->shell == 0) {
        close(orders[1]);
        shell(term, argv, news[1], orders[0]);
    }
    fcntl(t->fd, F_SETFD, FD_CLOEXEC);
    close(news[1]);
    close(orders[0]);
    t->news = news[0];
    t->orders = orders[1];
    if (read(t->news, &t->job, sizeof t->job) != sizeof t->job)
        abort();
    return t;
}

void terminal_end(Terminal *t) {
    if (t->job.state == JOB_RUNS || t->job.state == JOB_STOPPED)
        kill(t->job.pid, SIGKILL);
    close(t->orders);
    if (t->fd >= 0)
        close(t->fd);
    waitpid(t->shell, NULL, 0);
    close(t->news);
    vterm_free(t->vterm);
    free(t);
}

/* ---- doing ---- */

void terminal_type(Terminal *t, Str bytes) {
    if (write(t->fd, bytes.at, bytes.len) != (ssize_t)bytes.len)
        abort();
}

void terminal_resize(Terminal *t, int rows, int cols) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    terminal_settle(t);
    t->rows = rows;
    t->cols = cols;
    vterm_set_size(t->vterm, rows, cols);
    ioctl(t->fd, TIOCSWINSZ, &size);
}

void terminal_signal(Terminal *t, int sig) {
    kill(t->job.pid, sig);
}

void terminal_foreground(Terminal *t) {
    if (write(t->orders, "f", 1) != 1)
        abort();
}

void terminal_scribble(Terminal *t, const char *bytes) {
    terminal_settle(t);
    vterm_input_write(t->vterm, bytes, strlen(bytes));
}

void terminal_hang_up(Terminal *t) {
    close(t->fd);
    t->fd = -1;
}

/* ---- waiting ---- */

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* libvterm reads the first only of several modes in one sequence, so that of the mouse is looked
 * for here. */
static void watch_mouse(Terminal *t, const char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        memmove(t->last, t->last + 1, sizeof t->last - 1);
        t->last[sizeof t->last - 1] = bytes[i];
        if (memcmp(t->last + 3, "1000h", 5) == 0)
            t->mouse = true;
        else if (memcmp(t->last + 3, "1000l", 5) == 0)
            t->mouse = false;
    }
}

static bool read_output(Terminal *t) {
    char bytes[4096];
    ssize_t n = read(t->fd, bytes, sizeof bytes);
    if (n <= 0)
        return false;
    t->bytes += (size_t)n;
    watch_mouse(t, bytes, (size_t)n);
    vterm_input_write(t->vterm, bytes, (size_t)n);
    return true;
}

static void read_news(Terminal *t) {
    Job job;
    if (read(t->news, &job, sizeof job) == sizeof job)
        t->job = job;
}

/* Waits so long for something to come, and takes it. False: nothing came. */
static bool attend(Terminal *t, int64_t milliseconds) {
    struct pollfd fds[2] = {{.fd = t->fd, .events = POLLIN}, {.fd = t->news, .events = POLLIN}};
    if (poll(fds, 2, (int)milliseconds) <= 0)
        return false;
    if (fds[1].revents & POLLIN)
        read_news(t);
    return fds[0].revents & POLLIN ? read_output(t) : (fds[1].revents & POLLIN) != 0;
}

void terminal_settle(Terminal *t) {
    while (attend(t, 0)) {
    }
}

bool terminal_waits(Terminal *t, TerminalCondition *holds, const void *what) {
    int64_t end = now() + PATIENCE;
    terminal_settle(t);
    while (!holds(t, what)) {
        if (now() >= end)
            return false;
        attend(t, 100);
    }
    return true;
}

static bool has_text(Terminal *t, const void *what) {
    Arena *a = arena_new(0);
    bool found = str_find(terminal_text(t, a), str_of(what), 0) >= 0;
    arena_free(a);
    return found;
}

static bool has_grid(Terminal *t, const void *what) {
    Arena *a = arena_new(0);
    bool same = !terminal_difference(t, what, a);
    arena_free(a);
    return same;
}

static bool has_state(Terminal *t, const void *what) {
    return t->job.state == *(const JobState *)what;
}

static bool is_given_back(Terminal *t, const void *what) {
    (void)what;
    return !t->cursor_hidden && !t->other_screen && !t->mouse;
}

/* What a program wrote before its end may still be under way. */
bool terminal_is_given_back(Terminal *t) {
    return terminal_waits(t, is_given_back, NULL);
}

bool terminal_shows(Terminal *t, const char *text) {
    return terminal_waits(t, has_text, text);
}

bool terminal_shows_now(Terminal *t, const char *text) {
    return has_text(t, text);
}

bool terminal_shows_grid(Terminal *t, const Grid *g) {
    return terminal_waits(t, has_grid, g);
}

bool terminal_job_is(Terminal *t, JobState state) {
    bool is = terminal_waits(t, has_state, &state);
    terminal_settle(t);
    return is;
}

/* ---- looking ---- */

static VTermScreenCell cell_at(const Terminal *t, int row, int col) {
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
    return cell;
}

static void put_cell(Sink *out, const VTermScreenCell *cell) {
    if (cell->chars[0] == (uint32_t)-1)
        return; /* the right half of a wide one */
    if (cell->chars[0] == 0)
        sink_char(out, ' ');
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
        char bytes[4];
        sink_put(out, (Str){bytes, utf8_put(bytes, cell->chars[i])});
    }
}

Str terminal_text(const Terminal *t, Arena *a) {
    Sink out = sink_memory(a);
    for (int row = 0; row < t->rows; row++) {
        for (int col = 0; col < t->cols; col++) {
            VTermScreenCell cell = cell_at(t, row, col);
            put_cell(&out, &cell);
        }
        sink_char(&out, '\n');
    }
    return sink_str(&out);
}

static bool same_text(const VTermScreenCell *cell, const Glyph *glyph) {
    uint32_t first = cell->chars[0] ? cell->chars[0] : ' ';
    if (glyph->width == 0)
        return first == (uint32_t)-1;
    if (first != glyph->cp || cell->width != glyph->width)
        return false;
    for (int i = 0; i < GLYPH_MARKS; i++)
        if (cell->chars[i + 1] != glyph->mark[i])
            return false;
    return true;
}

/* Curses may write a blank without the attributes that do not show on it. */
static bool same_looks(const VTermScreenCell *cell, const Glyph *glyph) {
    Ink ink = theme_ink(THEME_DARK, (Role)glyph->role, glyph->look);
    int colour = VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) ? COLOUR_DEFAULT
                 : VTERM_COLOR_IS_INDEXED(&cell->fg)  ? cell->fg.indexed.idx % 8
                                                      : 99;
    bool blank = glyph->cp == ' ' && !ink.reverse && !ink.underline;
    return (cell->attrs.reverse != 0) == ink.reverse &&
           (cell->attrs.underline != 0) == ink.underline && VTERM_COLOR_IS_DEFAULT_BG(&cell->bg) &&
           (blank || ((cell->attrs.bold != 0) == ink.bold && colour == ink.colour));
}

const char *terminal_difference(const Terminal *t, const Grid *g, Arena *a) {
    if (g->rows != t->rows || g->cols != t->cols)
        return "the sizes differ";
    for (int row = 0; row < t->rows; row++) {
        for (int col = 0; col < t->cols; col++) {
            VTermScreenCell cell = cell_at(t, row, col);
            const Glyph *glyph = grid_at(g, row, col);
            bool text = same_text(&cell, glyph);
            if (!text || (glyph->width > 0 && !same_looks(&cell, glyph)))
                return str_printf(a, "row %d column %d: %s: U+%04x in the grid, U+%04x shown", row,
                                  col, text ? "looks" : "text", glyph->cp, cell.chars[0])
                    .at;
        }
    }
    bool placed =
        g->cursor_row < 0 || (t->cursor.row == g->cursor_row && t->cursor.col == g->cursor_col);
    return !placed                                   ? "the cursor stands elsewhere"
           : t->cursor_hidden != (g->cursor_row < 0) ? "the cursor is hidden or not"
                                                     : NULL;
}

bool terminal_has_colours(const Terminal *t) {
    for (int i = 0; i < t->rows * t->cols; i++) {
        VTermScreenCell cell = cell_at(t, i / t->cols, i % t->cols);
        if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
            return true;
    }
    return false;
}

bool terminal_is_frugal(const Terminal *t) {
    for (int i = 0; i < t->rows * t->cols; i++) {
        VTermScreenCell cell = cell_at(t, i / t->cols, i % t->cols);
        bool own = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
        bool basic = VTERM_COLOR_IS_INDEXED(&cell.fg) && cell.fg.indexed.idx < 8;
        if ((!own && !basic) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
            return false;
    }
    return true;
}

Job terminal_job(const Terminal *t) {
    return t->job;
}

struct termios terminal_modes(const Terminal *t) {
    struct termios modes;
    memset(&modes, 0, sizeof modes);
    tcgetattr(t->fd, &modes);
    return modes;
}

bool terminal_has_mouse(const Terminal *t) {
    return t->mouse;
}

/* How often a process went to sleep: who is woken does so once more. -1: it is not asleep, or not
 * known. */
static long sleeps_of(pid_t pid) {
    char path[64], line[256], how = '?';
    long n = -1;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f)) {
        sscanf(line, "State: %c", &how);
        sscanf(line, "voluntary_ctxt_switches: %ld", &n);
    }
    if (f)
        fclose(f);
    return how == 'S' ? n : -1;
}

/* Asleep, and not woken for a while that is longer than any wait for the rest of a key. */
static bool is_asleep(Terminal *t, const void *what) {
    (void)what;
    long before = sleeps_of(t->job.pid);
    size_t bytes = t->bytes;
    usleep(200 * 1000);
    terminal_settle(t);
    return before >= 0 && before == sleeps_of(t->job.pid) && bytes == t->bytes;
}

bool terminal_rests(Terminal *t) {
    return terminal_waits(t, is_asleep, NULL);
}

bool terminal_is_quiet(Terminal *t, int milliseconds) {
    if (!terminal_rests(t))
        return false;
    long before = sleeps_of(t->job.pid);
    size_t bytes = t->bytes;
    usleep((useconds_t)milliseconds * 1000); /* it is the time itself that is tested */
    terminal_settle(t);
    return before == sleeps_of(t->job.pid) && bytes == t->bytes;
}
