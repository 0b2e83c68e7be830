/* term.c: the only file that knows curses, and the only one with state of its own at file scope:
 * a process has one terminal, and signal handlers find nothing else.
 *
 * Signals. INT, TERM, HUP, QUIT ask to leave: a flag, and term_key returns false; who asks three
 * times is not being heard, then the handler itself gives the terminal back and lets the signal do
 * its work. WINCH, CONT and TSTP are flags as well. They interrupt ppoll only, where they are
 * unblocked in the same moment as the waiting begins, so none is missed. After SEGV, ABRT, BUS, FPE
 * and ILL nothing but write() of a string made before, and tcsetattr(), give the terminal back.
 *
 * The terminal is in raw mode: Ctrl-C, Ctrl-Z and Ctrl-S are keys as all others, which the table of
 * actions knows. */
#include "ui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_NOMACROS 1
#include <curses.h>

#include "base/sink.h"
#include "base/text.h"
#include "ui/clipboard.h"
#include "ui/standin.h"

enum {
    ESC = 0x1b,
    ESCAPE_WAIT = 25,   /* milliseconds in which a sequence that Esc begins must go on */
    KEY_WAIT = 250,     /* milliseconds in which a character of several bytes must be complete */
    DOUBLE_CLICK = 400, /* milliseconds between its two clicks */
    ASKED_MOST = 3,     /* signals that ask to leave until it is done at once */
    KEY_PASTE = KEY_MAX + 1, /* keys that curses has no name for */
    KEY_PASTE_END,
};

struct Term {
    TermOptions options;
    SCREEN *screen;
    FILE *in;        /* of its own when standard input is no terminal; else NULL */
    int in_fd;       /* where keys come from */
    int rows, cols;  /* of the screen */
    Glyph *shown;    /* [rows * cols] what the screen shows; cp UINT32_MAX: not known */
    bool unicode;    /* the locale is UTF-8 */
    bool can_colour; /* the terminal has colours and can go back to its own */
    bool gone;       /* the terminal hung up */
    int cursor_row, cursor_col;
    int64_t click_time; /* of the last click, and its place */
    int click_row, click_col;
};

/* ---- signals ---- */

static const int leave_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int note_signals[] = {SIGWINCH, SIGCONT, SIGTSTP};
static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

enum { LEAVE_SIGNALS = 4, NOTE_SIGNALS = 3, FATAL_SIGNALS = 5, SIGNALS_END = 32 };

/* What handlers need. */
static struct Live {
    volatile sig_atomic_t leave; /* the signal that asked to leave */
    volatile sig_atomic_t asked; /* how many did */
    volatile sig_atomic_t resized, continued, stop;
    volatile sig_atomic_t ours; /* the screen is in our hands: not lent, not given back */
    volatile sig_atomic_t lent;
    int fd;                               /* the terminal */
    struct termios saved;                 /* its modes as we found them */
    char restore[256];                    /* what brings its screen back */
    size_t restore_len;                   /* bytes of it */
    size_t cursor_from;                   /* from here on it only shows the cursor */
    struct sigaction before[SIGNALS_END]; /* handlers as we found them */
    stack_t stack_before;                 /* of handlers */
    char stack[1 << 16];                  /* a fault of the stack needs another one */
} live;

/* Only what is allowed in a signal handler. */
static void give_back(void) {
    if (!live.ours)
        return;
    live.ours = 0;
    ssize_t ignored = write(live.fd, live.restore, live.restore_len);
    (void)ignored;
    tcsetattr(live.fd, TCSANOW, &live.saved);
}

static void on_leave(int sig) {
    int kept = errno;
    if (live.lent && sig == SIGINT)
        return; /* it is for the program that has the terminal */
    live.leave = sig;
    if (++live.asked >= ASKED_MOST) {
        give_back();
        signal(sig, SIG_DFL);
        raise(sig);
    }
    errno = kept;
}

static void on_note(int sig) {
    if (sig == SIGWINCH)
        live.resized = 1;
    else if (sig == SIGCONT)
        live.continued = 1;
    else
        live.stop = 1;
}

/* What the handler before does (a sanitizer's report, or the end) happens after the return. */
static void on_fatal(int sig) {
    give_back();
    sigaction(sig, &live.before[sig], NULL);
    raise(sig);
}

static void handle(int sig, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(sig, NULL, &live.before[sig]);
    if (live.before[sig].sa_handler != SIG_IGN || sig == SIGWINCH) /* nohup stays nohup */
        sigaction(sig, &action, NULL);
}

static void handle_signals(void) {
    stack_t stack = {.ss_sp = live.stack, .ss_size = sizeof live.stack};
    sigaltstack(&stack, &live.stack_before);
    for (int i = 0; i < LEAVE_SIGNALS; i++)
        handle(leave_signals[i], on_leave, SA_RESTART);
    for (int i = 0; i < NOTE_SIGNALS; i++)
        handle(note_signals[i], on_note, SA_RESTART);
    for (int i = 0; i < FATAL_SIGNALS; i++)
        handle(fatal_signals[i], on_fatal, SA_ONSTACK);
}

static void unhandle(const int *signals, int n) {
    for (int i = 0; i < n; i++)
        sigaction(signals[i], &live.before[signals[i]], NULL);
}

static void unhandle_signals(void) {
    unhandle(leave_signals, LEAVE_SIGNALS);
    unhandle(note_signals, NOTE_SIGNALS);
    unhandle(fatal_signals, FATAL_SIGNALS);
    sigaltstack(&live.stack_before, NULL);
}

static sigset_t waking_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < LEAVE_SIGNALS; i++)
        sigaddset(&set, leave_signals[i]);
    for (int i = 0; i < NOTE_SIGNALS; i++)
        sigaddset(&set, note_signals[i]);
    return set;
}

/* ---- the string that restores the screen ---- */

/* Appends a string of terminfo without its paddings "$<5>". */
static void add_restore(const char *z) {
    while (*z && live.restore_len < sizeof live.restore) {
        const char *end = z[0] == '$' && z[1] == '<' ? strchr(z, '>') : NULL;
        if (end)
            z = end + 1;
        else
            live.restore[live.restore_len++] = *z++;
    }
}

static const char *capability(const char *name) {
    char copy[16];
    snprintf(copy, sizeof copy, "%s", name);
    const char *z = tigetstr(copy);
    return z && z != (const char *)-1 ? z : NULL;
}

/* Pasted text comes between two sequences, so that it is not taken for keys. */
static bool can_tell_paste(void) {
    return capability("BE") && capability("BD") && capability("PS") && capability("PE");
}

static void tell_paste(bool on) {
    const char *z = can_tell_paste() ? capability(on ? "BE" : "BD") : "";
    ssize_t ignored = write(live.fd, z, strlen(z));
    (void)ignored;
}

static void add_capability(const char *name) {
    if (capability(name))
        add_restore(capability(name));
}

/* The cursor is shown last: some terminals keep with its place whether it is seen, and rmcup brings
 * back what curses kept while it was hidden. */
static void make_restore(void) {
    live.restore_len = 0;
    if (capability("kmous"))
        add_restore("\033[?1000l\033[?1006l");
    if (can_tell_paste())
        add_capability("BD");
    add_capability("sgr0");
    add_capability("op");
    add_capability("rmkx");
    add_capability("rmcup");
    if (!capability("rmcup"))
        add_restore("\r\n");
    live.cursor_from = live.restore_len;
    add_capability("cnorm");
}

/* After endwin, which shows it before it leaves the screen. */
static void show_cursor_again(void) {
    ssize_t ignored =
        write(live.fd, live.restore + live.cursor_from, live.restore_len - live.cursor_from);
    (void)ignored;
}

/* ---- taking and giving back ---- */

/* exit() in the middle of everything, when memory runs out, must not leave a spoilt terminal. */
static void at_exit(void) {
    give_back();
}

static void leave_screen(void) {
    tell_paste(false);
    endwin();
    show_cursor_again();
    tcsetattr(live.fd, TCSADRAIN, &live.saved);
    live.ours = 0;
}

static void enter_screen(Term *t) {
    live.ours = 1;
    tell_paste(true);
    clearok(curscr, TRUE);
    wmove(stdscr, t->cursor_row, t->cursor_col);
    wnoutrefresh(stdscr);
    doupdate();
}

/* The sizes that the kernel knows; those of curses when it knows none. */
static void read_size(const Term *t, int *rows, int *cols) {
    struct winsize size;
    bool known = ioctl(live.fd, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    *rows = known ? size.ws_row : t->rows;
    *cols = known ? size.ws_col : t->cols;
    *rows = *rows > WINDOW_MOST ? WINDOW_MOST : *rows;
    *cols = *cols > WINDOW_MOST ? WINDOW_MOST : *cols;
}

static void forget_shown(Term *t) {
    size_t n = (size_t)t->rows * (size_t)t->cols;
    for (size_t i = 0; i < n; i++)
        t->shown[i] = (Glyph){.cp = UINT32_MAX};
}

static void take_size(Term *t) {
    getmaxyx(stdscr, t->rows, t->cols);
    free(t->shown);
    t->shown = calloc((size_t)t->rows * (size_t)t->cols, sizeof *t->shown);
    if (!t->shown)
        abort();
    t->cursor_row = t->cursor_col = 0;
    forget_shown(t);
}

static bool fit_size(Term *t) {
    int rows, cols;
    read_size(t, &rows, &cols);
    if (rows == t->rows && cols == t->cols)
        return false;
    resize_term(rows, cols);
    take_size(t);
    clearok(curscr, TRUE);
    return true;
}

/* The same key from terminals that do not keep to their description. */
static void define_variants(void) {
    static const struct {
        const char *sequence;
        int key;
    } all[] = {
        {"\033[H", KEY_HOME},     {"\033OH", KEY_HOME},     {"\033[1~", KEY_HOME},
        {"\033[7~", KEY_HOME},    {"\033[F", KEY_END},      {"\033OF", KEY_END},
        {"\033[4~", KEY_END},     {"\033[8~", KEY_END},     {"\033[Z", KEY_BTAB},
        {"\033[A", KEY_UP},       {"\033OA", KEY_UP},       {"\033[B", KEY_DOWN},
        {"\033OB", KEY_DOWN},     {"\033[C", KEY_RIGHT},    {"\033OC", KEY_RIGHT},
        {"\033[D", KEY_LEFT},     {"\033OD", KEY_LEFT},     {"\033[5~", KEY_PPAGE},
        {"\033[6~", KEY_NPAGE},   {"\033[2~", KEY_IC},      {"\033[3~", KEY_DC},
        {"\033OM", KEY_ENTER},    {"\033[1;2A", KEY_UP},    {"\033[1;2B", KEY_DOWN},
        {"\033[1;2C", KEY_RIGHT}, {"\033[1;2D", KEY_LEFT},  {"\033[1;5A", KEY_UP},
        {"\033[1;5B", KEY_DOWN},  {"\033[1;5C", KEY_RIGHT}, {"\033[1;5D", KEY_LEFT},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        define_key(all[i].sequence, all[i].key);
    if (can_tell_paste()) {
        define_key(capability("PS"), KEY_PASTE);
        define_key(capability("PE"), KEY_PASTE_END);
    }
}

static void start_colours(Term *t) {
    t->can_colour = has_colors() && start_color() == OK && use_default_colors() == OK;
    for (short colour = 0; t->can_colour && colour < 8; colour++)
        init_pair((short)(colour + 1), colour, -1);
}

static void use_mouse(bool on) {
    mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    mouseinterval(0);
}

static void set_modes(void) {
    if (!getenv("ESCDELAY"))
        set_escdelay(ESCAPE_WAIT);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    define_variants();
}

/* Why the terminal's name will not do; NULL when it may. */
static const char *wrong_name(const char *name) {
    if (!isatty(STDOUT_FILENO))
        return N_("standard output is not a terminal");
    if (!name || !*name)
        return N_("the variable TERM is not set, so nobody knows what this terminal can do");
    if (strcmp(name, "dumb") == 0)
        return N_("this terminal cannot be drawn on (TERM is dumb)");
    return NULL;
}

/* Keys come from standard input, or, when that is a file or a pipe, from the terminal itself. */
static bool open_keys(Term *t) {
    t->in = isatty(STDIN_FILENO) ? NULL : fopen("/dev/tty", "r+");
    t->in_fd = t->in ? fileno(t->in) : STDIN_FILENO;
    return isatty(t->in_fd);
}

/* Starts curses; *why when that fails. */
static bool open_screen(Term *t, Arena *a, const char *name, Str *why) {
    fflush(stdout);
    t->screen = newterm(NULL, stdout, t->in ? t->in : stdin);
    bool can_move = t->screen && capability("cup");
    if (t->screen && !can_move) {
        endwin();
        delscreen(t->screen);
    }
    if (can_move)
        return true;
    Sink safe = sink_memory(a);
    sink_safe(&safe, str_of(name));
    *why = str_printf(a, _("it is not known how to draw on a terminal \"%.*s\" (TERM)"),
                      STR_ARG(sink_str(&safe)));
    return false;
}

static void close_keys(Term *t) {
    if (t->in)
        fclose(t->in);
}

static void save_terminal(void) {
    static bool registered;
    memset(&live, 0, sizeof live);
    live.fd = STDOUT_FILENO;
    tcgetattr(live.fd, &live.saved);
    if (!registered)
        registered = atexit(at_exit) == 0;
}

Term *term_open(Arena *a, const TermOptions *options, Str *why) {
    const char *name = getenv("TERM");
    const char *wrong = wrong_name(name);
    Term *t = ARENA_NEW(a, Term);
    if (!wrong && !open_keys(t))
        wrong = N_("there is no terminal to read keys from");
    if (wrong) {
        *why = str_of(_(wrong));
        return NULL;
    }
    save_terminal();
    handle_signals();
    if (!open_screen(t, a, name, why)) {
        unhandle_signals();
        tcsetattr(live.fd, TCSADRAIN, &live.saved);
        close_keys(t);
        return NULL;
    }
    make_restore();
    live.ours = 1;
    set_modes();
    tell_paste(true);
    start_colours(t);
    t->unicode = text_is_unicode();
    take_size(t);
    fit_size(t);
    term_set(t, options);
    return t;
}

void term_close(Term *t) {
    if (!t)
        return;
    if (live.ours)
        leave_screen();
    delscreen(t->screen);
    close_keys(t);
    free(t->shown);
    unhandle_signals();
}

void term_set(Term *t, const TermOptions *options) {
    if (options->mouse != t->options.mouse)
        use_mouse(options->mouse);
    t->options = *options;
    forget_shown(t);
}

void term_size(const Term *t, int *rows, int *cols) {
    *rows = t->rows;
    *cols = t->cols;
}

bool term_unicode(const Term *t) {
    return t->unicode;
}

int term_signal(const Term *t) {
    return t->gone && !live.leave ? SIGHUP : (int)live.leave;
}

/* ---- showing ---- */

static attr_t attributes(const Ink *ink) {
    return (ink->bold ? A_BOLD : 0) | (ink->dim ? A_DIM : 0) | (ink->underline ? A_UNDERLINE : 0) |
           (ink->reverse ? A_REVERSE : 0);
}

/* Whether the C library, and so curses and most terminals, agree with our own table. */
static bool is_drawable(const Glyph *glyph) {
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    return wcwidth((wchar_t)glyph->cp) == glyph->width &&
           wcrtomb(bytes, (wchar_t)glyph->cp, &state) != (size_t)-1;
}

static void put_cell(const Term *t, int row, int col, const wchar_t *text, const Glyph *glyph) {
    Ink ink = theme_ink(t->options.theme, (Role)glyph->role, glyph->look);
    bool coloured = t->options.colours && t->can_colour && ink.colour != COLOUR_DEFAULT;
    cchar_t cell;
    if (setcchar(&cell, text, attributes(&ink), (short)(coloured ? ink.colour + 1 : 0), NULL) != OK)
        setcchar(&cell, L"?", attributes(&ink), 0, NULL);
    wmove(stdscr, row, col);
    wadd_wch(stdscr, &cell); /* ERR in the last corner, though the cell is there */
}

/* A sign that the terminal cannot show, in as many columns. */
static void put_standin(const Term *t, int row, int col, const Glyph *glyph) {
    wchar_t text[2] = {t->unicode ? 0xfffd : (wchar_t)standin_of(glyph->cp), 0};
    put_cell(t, row, col, text, glyph);
    if (glyph->width == 2)
        put_cell(t, row, col + 1, L" ", glyph);
}

static void put_glyph(const Term *t, int row, int col, const Glyph *glyph) {
    wchar_t text[GLYPH_MARKS + 2] = {(wchar_t)glyph->cp};
    if (!is_drawable(glyph)) {
        put_standin(t, row, col, glyph);
        return;
    }
    for (int i = 0, n = 1; i < GLYPH_MARKS && glyph->mark[i]; i++)
        if (wcwidth((wchar_t)glyph->mark[i]) == 0)
            text[n++] = (wchar_t)glyph->mark[i];
    put_cell(t, row, col, text, glyph);
}

/* What belongs at a place: a blank where the grid is smaller than the screen, or holds half a wide
 * glyph. NULL: the right half of the glyph before. */
static const Glyph *wanted_at(const Term *t, const Grid *g, int row, int col) {
    static const Glyph blank = {.cp = ' ', .width = 1, .role = ROLE_TEXT};
    const Glyph *glyph = grid_at(g, row, col);
    const Glyph *left = grid_at(g, row, col - 1), *right = grid_at(g, row, col + 1);
    if (!glyph)
        return &blank;
    if (glyph->width == 0)
        return left && left->width == 2 ? NULL : &blank;
    if (glyph->width == 2 && (col + 1 >= t->cols || !right || right->width != 0))
        return &blank;
    return glyph;
}

/* Whether what the screen shows at a place is not this; remembers it. */
static bool differs(Term *t, int row, int col, const Glyph *glyph) {
    static const Glyph half = {0};
    Glyph *shown = &t->shown[(size_t)row * (size_t)t->cols + (size_t)col];
    const Glyph *wanted = glyph ? glyph : &half;
    if (grid_same(shown, wanted))
        return false;
    *shown = *wanted;
    return true;
}

static void show_row(Term *t, const Grid *g, int row) {
    for (int col = 0; col < t->cols; col++) {
        const Glyph *glyph = wanted_at(t, g, row, col);
        if (differs(t, row, col, glyph) && glyph)
            put_glyph(t, row, col, glyph);
    }
}

/* It is seen on the selected row, too: most magnifiers follow only what is seen. */
static void show_cursor(Term *t, const Grid *g) {
    bool somewhere = g->cursor_row >= 0 && g->cursor_row < t->rows && g->cursor_col >= 0 &&
                     g->cursor_col < t->cols;
    t->cursor_row = somewhere ? g->cursor_row : t->rows - 1;
    t->cursor_col = somewhere ? g->cursor_col : 0;
    curs_set(somewhere);
    wmove(stdscr, t->cursor_row, t->cursor_col);
}

void term_show(Term *t, const Grid *g) {
    if (t->gone)
        return;
    for (int row = 0; row < t->rows; row++)
        show_row(t, g, row);
    show_cursor(t, g);
    wnoutrefresh(stdscr);
    doupdate();
}

void term_redraw(Term *t) {
    forget_shown(t);
    clearok(curscr, TRUE);
}

/* ---- keys ---- */

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* What curses calls a key. */
static int32_t code_of_key(wint_t key) {
    static const struct {
        wint_t key;
        int32_t code;
    } all[] = {
        {KEY_UP, KEYCODE_UP},
        {KEY_DOWN, KEYCODE_DOWN},
        {KEY_LEFT, KEYCODE_LEFT},
        {KEY_RIGHT, KEYCODE_RIGHT},
        {KEY_HOME, KEYCODE_HOME},
        {KEY_FIND, KEYCODE_HOME},
        {KEY_A1, KEYCODE_HOME},
        {KEY_END, KEYCODE_END},
        {KEY_SELECT, KEYCODE_END},
        {KEY_C1, KEYCODE_END},
        {KEY_PPAGE, KEYCODE_PAGE_UP},
        {KEY_A3, KEYCODE_PAGE_UP},
        {KEY_NPAGE, KEYCODE_PAGE_DOWN},
        {KEY_C3, KEYCODE_PAGE_DOWN},
        {KEY_BACKSPACE, KEYCODE_BACKSPACE},
        {KEY_DC, KEYCODE_DELETE},
        {KEY_IC, KEYCODE_INSERT},
        {KEY_BTAB, KEYCODE_BACKTAB},
        {KEY_ENTER, '\r'},
        {KEY_SR, KEYCODE_UP},
        {KEY_SF, KEYCODE_DOWN},
        {KEY_SLEFT, KEYCODE_LEFT},
        {KEY_SRIGHT, KEYCODE_RIGHT},
        {KEY_SHOME, KEYCODE_HOME},
        {KEY_SEND, KEYCODE_END},
        {KEY_PASTE, KEYCODE_PASTE},
        {KEY_PASTE_END, KEYCODE_PASTE_END},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].key == key)
            return all[i].code;
    return KEYCODE_NONE;
}

static int32_t code_of_char(wint_t c) {
    if (c == 8 || c == 127)
        return KEYCODE_BACKSPACE;
    return c == '\n' ? '\r' : c <= 0x10ffff ? (int32_t)c : KEYCODE_NONE;
}

/* A click soon after a click at the same place is a double click, once. */
static int32_t click_kind(Term *t, const MEVENT *event) {
    int64_t time = now();
    bool second =
        time - t->click_time < DOUBLE_CLICK && event->y == t->click_row && event->x == t->click_col;
    t->click_time = second ? 0 : time;
    t->click_row = event->y;
    t->click_col = event->x;
    return second ? KEYCODE_DOUBLE_CLICK : KEYCODE_CLICK;
}

static Key mouse_key(Term *t) {
    MEVENT event;
    if (getmouse(&event) != OK)
        return (Key){KEYCODE_NONE, -1, -1};
    int32_t code = event.bstate & BUTTON4_PRESSED   ? KEYCODE_WHEEL_UP
                   : event.bstate & BUTTON5_PRESSED ? KEYCODE_WHEEL_DOWN
                   : event.bstate & BUTTON1_PRESSED ? click_kind(t, &event)
                                                    : KEYCODE_NONE;
    return (Key){code, event.y, event.x};
}

/* Esc with something right behind it: that key with Alt. */
static int32_t code_of_escape(void) {
    wint_t c;
    wtimeout(stdscr, 0); /* curses has waited already */
    int kind = get_wch(&c);
    if (kind == OK && c == ESC)
        unget_wch(ESC);
    if (kind == ERR || (kind == OK && c == ESC))
        return ESC;
    int32_t code = kind == KEY_CODE_YES ? code_of_key(c) : code_of_char(c);
    return code == KEYCODE_NONE ? KEYCODE_NONE : code | KEYCODE_ALT;
}

typedef enum Read { READ_NOTHING, READ_NO_KEY, READ_KEY } Read;

/* What has begun to come may still be under way; what curses has read before is whole. */
static void wait_for_rest(const Term *t) {
    struct pollfd in = {.fd = t->in_fd, .events = POLLIN};
    wtimeout(stdscr, poll(&in, 1, 0) > 0 ? KEY_WAIT : 0);
}

/* Reads what has come, without waiting longer than for the rest of a key. */
static Read read_key(Term *t, Key *key) {
    wint_t c;
    wait_for_rest(t);
    int kind = get_wch(&c);
    *key = (Key){KEYCODE_NONE, -1, -1};
    if (kind == ERR)
        return READ_NOTHING;
    if (kind == KEY_CODE_YES && c == KEY_MOUSE)
        *key = mouse_key(t);
    else if (kind == KEY_CODE_YES && c == KEY_RESIZE)
        live.resized = 1;
    else if (kind == KEY_CODE_YES)
        key->code = code_of_key(c);
    else
        key->code = c == ESC ? code_of_escape() : code_of_char(c);
    return key->code == KEYCODE_NONE ? READ_NO_KEY : READ_KEY;
}

/* A terminal that hung up is always ready and has nothing to read. */
static bool is_gone(const Term *t, short events) {
    int waiting = 0;
    if (!(events & (POLLIN | POLLHUP | POLLERR | POLLNVAL)))
        return false;
    return ioctl(t->in_fd, FIONREAD, &waiting) < 0 || waiting == 0;
}

/* Waits for a key or a signal, at most until `end` (-1: for ever). False: the time is over. */
static bool wait_for_key(Term *t, int64_t end) {
    int64_t left = end < 0 ? 0 : end - now();
    if (end >= 0 && left <= 0)
        return false;
    struct timespec time = {left / 1000, left % 1000 * 1000000};
    struct pollfd in = {.fd = t->in_fd, .events = POLLIN};
    sigset_t before, waking = waking_signals();
    sigprocmask(SIG_BLOCK, &waking, &before);
    bool signalled = live.leave || live.resized || live.continued || live.stop;
    int ready = signalled ? 0 : ppoll(&in, 1, end < 0 ? NULL : &time, &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (ready > 0 && is_gone(t, in.revents))
        t->gone = true;
    return true;
}

/* Does what signals asked for. A new size is a key. */
static void attend(Term *t, Key *key) {
    if (live.stop)
        term_suspend(t);
    if (live.continued) {
        live.continued = 0;
        leave_screen();
        enter_screen(t);
        live.resized = 1; /* nobody told us while we were stopped */
    }
    if (live.resized) {
        live.resized = 0;
        if (fit_size(t))
            *key = (Key){KEYCODE_RESIZE, t->rows, t->cols};
    }
}

bool term_key(Term *t, int milliseconds, Key *key) {
    int64_t end = milliseconds < 0 ? -1 : now() + milliseconds;
    *key = (Key){KEYCODE_NONE, -1, -1};
    do {
        attend(t, key);
        if (live.leave || t->gone)
            return false;
        if (key->code != KEYCODE_NONE)
            return true;
        Read read = read_key(t, key);
        while (read == READ_NO_KEY)
            read = read_key(t, key);
        if (read == READ_KEY)
            return true;
    } while (wait_for_key(t, end));
    return true;
}

/* ---- others have the terminal ---- */

/* As the terminal itself would for Ctrl-Z: the whole job stops. Returns when it goes on; at once
 * where nobody could make it go on. */
static void stop_job(void) {
    struct sigaction ours, theirs = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &theirs, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

void term_suspend(Term *t) {
    leave_screen();
    stop_job();
    tcgetattr(live.fd, &live.saved);
    live.stop = live.continued = 0;
    live.resized = 1;
    enter_screen(t);
}

void term_lend(Term *t, void (*fn)(void *context), void *context) {
    leave_screen();
    live.lent = 1;
    fn(context);
    live.lent = 0;
    live.resized = 1;
    enter_screen(t);
}

static void write_all(Str bytes) {
    while (bytes.len > 0) {
        ssize_t n = write(live.fd, bytes.at, bytes.len);
        if (n < 0 && errno != EINTR)
            return;
        if (n > 0)
            bytes = str_sub(bytes, (size_t)n, bytes.len);
    }
}

bool term_copy(Term *t, Str text, Arena *scratch) {
    (void)t;
    const char *name = getenv("TERM");
    if (!clipboard_known(name ? name : ""))
        return false;
    write_all(clipboard_sequence(scratch, text));
    return true;
}
