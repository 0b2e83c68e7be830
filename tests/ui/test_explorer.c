/* The whole program in a terminal: what libvterm shows is what the dump of the same keys says,
 * under every name of a terminal, and whatever happens to it the terminal is given back. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sink.h"
#include "tests/test.h"
#include "tests/ui/play.h"
#include "tests/ui/terminal.h"
#include "ui/key.h"

#define PROGRAM "lessons/24-share-variable/program.py"

/* ---- starting it ---- */

/* As play.c does for a script. */
static void set_environment(const char *locale) {
    static const char *const gone[] = {"NO_COLOR",    "ACCESSIBLE", "LANGUAGE", "LANG",
                                       "LC_MESSAGES", "LC_CTYPE",   "EDITOR",   "VISUAL"};
    static const char *const folders[] = {"HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        unsetenv(gone[i]);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        setenv(folders[i], "/dev/null", 1);
    setenv("LC_ALL", locale, 1);
    if (chdir(test_source_root()) != 0)
        fail_msg("no folder %s", test_source_root());
}

/* How it is started. */
typedef struct How {
    const char *term;
    const char *locale;
    const char *option; /* of the script, too */
} How;

static const How usual = {"xterm-256color", "C.UTF-8", "--theme=dark"};

static Terminal *start_so(const How *how, int rows, int cols) {
    char *argv[] = {getenv("TFSCOPE"), (char *)how->option, (char *)PROGRAM, NULL};
    if (!argv[0])
        fail_msg("TFSCOPE must name the program");
    set_environment(how->locale);
    return terminal_start(rows, cols, how->term, argv);
}

static Terminal *start(int rows, int cols, const char *term) {
    return start_so(&(How){term, usual.locale, usual.option}, rows, cols);
}

static void show_trouble(const Terminal *t) {
    Arena *a = arena_new(0);
    Job job = terminal_job(t);
    fprintf(stderr, "job %d %d; the terminal shows:\n%.*s\n", (int)job.state, job.number,
            STR_ARG(terminal_text(t, a)));
    arena_free(a);
}

static void assert_shows(Terminal *t, const char *text) {
    if (!terminal_shows(t, text)) {
        show_trouble(t);
        fail_msg("\"%s\" is not shown", text);
    }
}

static void assert_job(Terminal *t, JobState state, int number) {
    if (!terminal_job_is(t, state) || terminal_job(t).number != number) {
        show_trouble(t);
        fail_msg("the program did not end so: %d %d", (int)state, number);
    }
}

/* ---- the same keys, typed and in a script ---- */

/* What a terminal sends for a key. */
static void put_bytes(Sink *out, Key key) {
    static const struct {
        int32_t code;
        const char *bytes;
    } all[] = {
        {KEYCODE_UP, "\033OA"},       {KEYCODE_DOWN, "\033OB"},       {KEYCODE_RIGHT, "\033OC"},
        {KEYCODE_LEFT, "\033OD"},     {KEYCODE_HOME, "\033OH"},       {KEYCODE_END, "\033OF"},
        {KEYCODE_PAGE_UP, "\033[5~"}, {KEYCODE_PAGE_DOWN, "\033[6~"}, {KEYCODE_BACKSPACE, "\x7f"},
        {KEYCODE_BACKTAB, "\033[Z"},
    };
    if (key.code & KEYCODE_ALT)
        sink_char(out, '\033');
    int32_t code = key.code & ~KEYCODE_ALT;
    if (code == KEYCODE_CLICK)
        sink_printf(out, "\033[<0;%d;%dM\033[<0;%d;%dm", key.col + 1, key.row + 1, key.col + 1,
                    key.row + 1);
    else if (code == KEYCODE_WHEEL_UP || code == KEYCODE_WHEEL_DOWN)
        sink_printf(out, "\033[<%d;%d;%dM", code == KEYCODE_WHEEL_UP ? 64 : 65, key.col + 1,
                    key.row + 1);
    else if (code < 0x80)
        sink_char(out, (char)code);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].code == code)
            sink_z(out, all[i].bytes);
}

static void type_group(Terminal *t, Arena *a, Str group) {
    Sink bytes = sink_memory(a);
    for (size_t i = 0; i < group.len;) {
        Key key;
        assert_true(key_read(group, &i, &key));
        if (key.code == KEYCODE_RESIZE)
            terminal_resize(t, key.row, key.col);
        else
            put_bytes(&bytes, key);
    }
    if (bytes.len > 0)
        terminal_type(t, sink_str(&bytes));
    if (bytes.len > 0 && bytes.text[bytes.len - 1] == '\033')
        terminal_rests(t); /* or the next key would be one with Alt */
}

/* The next screen of a dump from *i on, without its heading; moves *i behind it. */
static Str next_screen(Str dump, size_t *i) {
    ptrdiff_t line = str_find(dump, STR("\n"), *i);
    assert_true(line >= 0);
    size_t from = (size_t)line + 1;
    ptrdiff_t next = str_find(dump, STR("\n== "), from - 1);
    *i = next < 0 ? dump.len : (size_t)next + 1;
    return str_sub(dump, from, *i);
}

/* The screen without blanks at the ends of lines, as dumps are. */
static Str trimmed(Str text, Arena *a) {
    Sink out = sink_memory(a);
    size_t blanks = 0;
    for (size_t i = 0; i < text.len; i++) {
        blanks = text.at[i] == ' ' ? blanks + 1 : blanks;
        if (text.at[i] == ' ')
            continue;
        if (text.at[i] != '\n')
            sink_repeat(&out, ' ', blanks);
        blanks = 0;
        sink_char(&out, text.at[i]);
    }
    return sink_str(&out);
}

typedef struct Wanted {
    Str screen;
} Wanted;

static bool screen_is(Terminal *t, const void *what) {
    Arena *a = arena_new(0);
    bool same = str_eq(trimmed(terminal_text(t, a), a), ((const Wanted *)what)->screen);
    arena_free(a);
    return same;
}

static void assert_screen(Terminal *t, Str screen, Str keys) {
    if (terminal_waits(t, screen_is, &(Wanted){screen}))
        return;
    show_trouble(t);
    fprintf(stderr, "the dump:\n%.*s", STR_ARG(screen));
    fail_msg("after %.*s the terminal shows something else", STR_ARG(keys));
}

/* Groups of keys have a blank between them. */
static void typed_as_dumped(const How *how, int rows, int cols, Str keys) {
    Arena *a = arena_new(0);
    int status;
    Play play = {PROGRAM, str_of(how->option), how->locale, "text", str_dup(a, keys).at, cols,
                 rows};
    Str dump = play_screens(a, &play, &status);
    if (status != 0)
        fail_msg("%.*s", STR_ARG(dump));
    Terminal *t = start_so(how, rows, cols);
    size_t at = 0;
    assert_screen(t, next_screen(dump, &at), STR("no key"));
    for (size_t i = 0; i < keys.len && at < dump.len;) {
        ptrdiff_t blank = str_find(keys, STR(" "), i);
        size_t end = blank < 0 ? keys.len : (size_t)blank;
        type_group(t, a, str_sub(keys, i, end));
        assert_screen(t, next_screen(dump, &at), str_sub(keys, 0, end));
        i = end + 1;
    }
    terminal_end(t);
    arena_free(a);
}

static void what_is_dumped_is_shown(void **state) {
    (void)state;
    static const int sizes[][2] = {{24, 80}, {12, 40}, {46, 84},  {40, 120},
                                   {5, 20},  {1, 1},   {100, 300}};
    Str keys = STR("<Space><Space> ]] w <Tab>jj * /v<CR> <Esc> T ~ O O ? <Esc> gg<Space> G d x "
                   "<A-1>k :go<Space>3<CR> z :quit");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        typed_as_dumped(&usual, sizes[i][0], sizes[i][1], keys);
}

/* Terminals of tmux are not told to repeat signs: libvterm 0.1 takes the one behind repeated ones
 * to the next line when it belongs into the last column, and here there are many minus signs. */
static void as_ascii(void **state) {
    (void)state;
    typed_as_dumped(&(How){"tmux-256color", "C", "--ascii"}, 24, 80,
                    STR("<Space><Space> ]] w T G ? <Esc> O <BS>"));
}

static void in_chinese(void **state) {
    (void)state;
    How how = {"xterm-256color", "C.UTF-8", "--lang=zh"};
    Str keys = STR("<Space><Space> ]] w <Tab>j ? <Down><Down> <Esc> d x O <BS> :tf");
    typed_as_dumped(&how, 24, 80, keys);
    typed_as_dumped(&how, 12, 41, keys);
    typed_as_dumped(&how, 46, 84, keys);
    how.locale = "C"; /* or one that is not installed */
    typed_as_dumped(&how, 24, 80, keys);
}

static void clicks_and_sizes(void **state) {
    (void)state;
    typed_as_dumped(&usual, 24, 80,
                    STR("G <5,10:Click> <5,60:Click> <10,60:WheelDown> <40x12> <1x1> w <120x40> "
                        "<2,2:Click> <84x46> <80x24>"));
}

static Str random_keys(Arena *a, uint32_t seed) {
    static const char *const keys[] = {
        "<Space>", "<BS>",  "i",       "I",      "]",          "[",       "f",       "F",
        "j",       "k",     "l",       "h",      "<Tab>",      "<S-Tab>", "w",       "v",
        "d",       "x",     "*",       "+",      "-",          "T",       "~",       "#",
        "O",       "=",     "_",       "G",      "gg",         "zc",      "gc",      "a",
        "<C-d>",   "<C-u>", "<Down>",  "<Up>",   "c",          "C",       "b",       "<A-2>",
        "<A-5>",   "50%",   "<Right>", "<Left>", "<PageDown>", "<40x12>", "<100x30>"};
    Sink out = sink_memory(a);
    for (int n = 0; n < 60; n++) {
        seed = seed * 1664525u + 1013904223u;
        sink_z(&out, keys[(seed >> 8) % (sizeof keys / sizeof *keys)]);
        if (n % 4 == 3)
            sink_char(&out, ' ');
    }
    return sink_str(&out);
}

static void random_keys_look_the_same(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    for (uint32_t seed = 1; seed <= 5; seed++)
        typed_as_dumped(&usual, 24, 80, random_keys(a, seed));
    arena_free(a);
}

/* Whatever comes from a terminal that has gone mad, the next key is heard. */
static void garbage_does_no_harm(void **state) {
    (void)state;
    static const char signs[] = "\033\033[O;<0123456789~>=$\xff\xc3\xa9\x80\xe4\0";
    Arena *a = arena_new(0);
    Terminal *t = start(24, 80, "xterm-256color");
    assert_shows(t, "program.py");
    for (uint32_t n = 0, seed = 1; n < 100; n++) {
        Sink bytes = sink_memory(a);
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            sink_char(&bytes, signs[(seed >> 8) % sizeof signs]);
        }
        terminal_type(t, sink_str(&bytes));
        terminal_settle(t);
    }
    assert_true(terminal_rests(t));
    terminal_type(t, STR("\033"));
    assert_true(terminal_rests(t));
    terminal_type(t, STR("Q"));
    assert_job(t, JOB_EXITED, 0);
    terminal_end(t);
    arena_free(a);
}

/* ---- names of terminals ---- */

static void assert_given_back(Terminal *t, const struct termios *before) {
    struct termios after = terminal_modes(t);
    assert_int_equal(before->c_iflag, after.c_iflag);
    assert_int_equal(before->c_oflag, after.c_oflag);
    assert_int_equal(before->c_cflag, after.c_cflag);
    assert_int_equal(before->c_lflag, after.c_lflag);
    assert_memory_equal(before->c_cc, after.c_cc, sizeof after.c_cc);
    if (!terminal_is_given_back(t)) {
        show_trouble(t);
        fail_msg("the terminal was not given back");
    }
}

/* The modes of a terminal that nobody has touched. */
static struct termios first_modes(void) {
    char *argv[] = {(char *)"/bin/true", NULL};
    Terminal *t = terminal_start(5, 60, "xterm", argv);
    assert_job(t, JOB_EXITED, 0);
    struct termios modes = terminal_modes(t);
    terminal_end(t);
    return modes;
}

static void every_term(void **state) {
    (void)state;
    static const char *const terms[] = {"xterm-256color", "xterm", "screen",
                                        "tmux-256color",  "linux", "vt100"};
    struct termios before = first_modes();
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        Terminal *t = start(24, 80, terms[i]);
        assert_shows(t, "program.py");
        terminal_type(t, STR("G?"));
        assert_shows(t, "Stepping");
        terminal_type(t, STR("\033"));
        terminal_rests(t);
        terminal_type(t, STR("Q"));
        assert_job(t, JOB_EXITED, 0);
        assert_given_back(t, &before);
        terminal_end(t);
    }
}

/* Where nothing can be drawn it is said, and lines do instead. */
static void terms_that_will_not_do(void **state) {
    (void)state;
    static const char *const terms[] = {NULL, "dumb", "no-such-terminal"};
    struct termios before = first_modes();
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        Terminal *t = start(24, 80, terms[i]);
        assert_shows(t, "TERM");
        assert_shows(t, "--plain");
        terminal_type(t, STR("quit\n"));
        assert_job(t, JOB_EXITED, 0);
        assert_given_back(t, &before);
        terminal_end(t);
    }
}

/* At the last step there is a tree with variables; a theme must not bring colours back. */
static bool colours_of(const char *term, const char *option, const char *keys) {
    Terminal *t = start_so(&(How){term, usual.locale, option}, 24, 80);
    assert_shows(t, "program.py");
    terminal_type(t, str_of(keys));
    assert_shows(t, "share_variable");
    assert_true(terminal_rests(t));
    bool has = terminal_has_colours(t);
    terminal_end(t);
    return has;
}

static void colours_when_wanted(void **state) {
    (void)state;
    assert_true(colours_of("xterm-256color", "--color=auto", "G"));
    assert_true(colours_of("xterm", "--theme=light", "G"));
    assert_false(colours_of("xterm-256color", "--color=never", "G"));
    assert_false(colours_of("xterm-256color", "--color=never", "GT"));
    assert_false(colours_of("xterm-256color", "--theme=mono", "G"));
    assert_false(colours_of("vt100", "--color=always", "G"));
}

/* The user's own palette rules: nothing but the eight colours that every terminal has, and never
 * behind the letters. */
static void colours_of_the_user(void **state) {
    static const char *const themes[] = {"--theme=dark", "--theme=light", "--theme=contrast"};
    (void)state;
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        Terminal *t = start_so(&(How){"xterm-256color", usual.locale, themes[i]}, 40, 120);
        assert_shows(t, "program.py");
        terminal_type(t, STR("G[w\t\tj/s\r"));
        assert_shows(t, "share_variable");
        assert_true(terminal_rests(t));
        assert_true(terminal_has_colours(t));
        assert_true(terminal_is_frugal(t));
        terminal_end(t);
    }
}

/* ---- signals ---- */

static void type_random_keys(Terminal *t, Arena *a, uint32_t seed, size_t groups) {
    Str keys = random_keys(a, seed);
    for (size_t i = 0, n = 0; i < keys.len && n < groups; n++) {
        ptrdiff_t blank = str_find(keys, STR(" "), i);
        size_t end = blank < 0 ? keys.len : (size_t)blank;
        type_group(t, a, str_sub(keys, i, end));
        i = end + 1;
    }
}

/* A signal after so many random keys, some of which may not have been read yet. */
static void signal_after(int sig, uint32_t seed, const struct termios *before) {
    Arena *a = arena_new(0);
    Terminal *t = start(24, 80, "xterm-256color");
    assert_shows(t, "program.py");
    type_random_keys(t, a, seed, seed % 7);
    terminal_signal(t, sig);
    assert_job(t, JOB_KILLED, sig);
    assert_given_back(t, before);
    terminal_end(t);
    arena_free(a);
}

/* Leaving the other screen brings back what was kept last; with some terminals that is also whether
 * the cursor is seen, and curses keeps it while it is hidden. */
static void a_cursor_kept_while_hidden_comes_back(void **state) {
    (void)state;
    static const int signals[] = {SIGTERM, SIGSEGV};
    struct termios before = first_modes();
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        if (test_sanitized() && signals[i] == SIGSEGV)
            continue;
        Terminal *t = start(24, 80, "xterm-256color");
        assert_shows(t, "program.py");
        terminal_scribble(t, "\033[?25l\0337");
        terminal_signal(t, signals[i]);
        assert_job(t, JOB_KILLED, signals[i]);
        assert_given_back(t, &before);
        terminal_end(t);
    }
}

static void signals_at_random_steps(void **state) {
    (void)state;
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGABRT};
    struct termios before = first_modes();
    for (uint32_t i = 0; i < sizeof signals / sizeof *signals; i++)
        for (uint32_t n = 0; n < 4; n++)
            if (!test_sanitized() || (signals[i] != SIGSEGV && signals[i] != SIGABRT))
                signal_after(signals[i], i * 4 + n + 1, &before);
}

static void suspended_at_random_steps(void **state) {
    (void)state;
    struct termios before = first_modes();
    for (uint32_t seed = 1; seed <= 4; seed++) {
        Arena *a = arena_new(0);
        Terminal *t = start(24, 80, "xterm-256color");
        assert_shows(t, "program.py");
        type_random_keys(t, a, seed, seed * 2);
        if (seed % 2)
            terminal_signal(t, SIGTSTP);
        else
            terminal_type(t, STR("\x1a"));
        assert_job(t, JOB_STOPPED, SIGTSTP);
        assert_given_back(t, &before);
        terminal_foreground(t);
        assert_shows(t, "program.py");
        terminal_type(t, STR("Q"));
        assert_job(t, JOB_EXITED, 0);
        assert_given_back(t, &before);
        terminal_end(t);
        arena_free(a);
    }
}

static void hung_up(void **state) {
    (void)state;
    Terminal *t = start(24, 80, "xterm-256color");
    assert_shows(t, "program.py");
    terminal_hang_up(t);
    assert_job(t, JOB_KILLED, SIGHUP);
    terminal_end(t);
}

/* ---- other programs ---- */

/* Runs sh with these words; $0 is the program, $1 a folder for its files. */
static Terminal *start_shell(const char *words, const char *folder) {
    char *argv[] = {(char *)"/bin/sh", (char *)"-c",    (char *)words, getenv("TFSCOPE"),
                    (char *)folder,    (char *)PROGRAM, NULL};
    set_environment("C.UTF-8");
    return terminal_start(24, 80, "xterm-256color", argv);
}

static bool colours_after(const char *words) {
    Terminal *t = start_shell(words, ".");
    assert_shows(t, "program.py");
    terminal_type(t, STR("G"));
    assert_shows(t, "share_variable");
    assert_true(terminal_rests(t));
    bool has = terminal_has_colours(t);
    terminal_end(t);
    return has;
}

/* NO_COLOR is a wish unless it is empty; an option is a stronger one. */
static void colours_unwanted_by_the_environment(void **state) {
    (void)state;
    assert_false(colours_after("NO_COLOR=1 exec \"$0\" \"$2\""));
    assert_false(colours_after("NO_COLOR=1 exec \"$0\" --color=auto --theme=light \"$2\""));
    assert_true(colours_after("NO_COLOR= exec \"$0\" \"$2\""));
    assert_true(colours_after("NO_COLOR=1 exec \"$0\" --color=always \"$2\""));
}

/* Who was told not to listen to SIGHUP finds that nobody can type any more, and ends. */
static void hung_up_unheard(void **state) {
    (void)state;
    Terminal *t = start_shell("trap '' HUP; exec \"$0\" \"$2\"", ".");
    assert_shows(t, "[ Program ]");
    terminal_type(t, STR("G"));
    assert_true(terminal_rests(t));
    terminal_hang_up(t);
    assert_job(t, JOB_EXITED, 0);
    terminal_end(t);
}

/* What is said at the end stands on the screen of the shell. */
static void last_words(void **state) {
    (void)state;
    struct termios before = first_modes();
    Terminal *t = start_shell("\"$0\" \"$2\"; echo \"ended with $?\"", ".");
    assert_shows(t, "[ Program ]");
    terminal_type(t, STR("Q"));
    assert_job(t, JOB_EXITED, 0);
    assert_given_back(t, &before);
    assert_shows(t, "ended with 0");
    assert_false(terminal_shows_now(t, "Program"));
    terminal_end(t);
}

/* The program comes from standard input, keys from the terminal. */
static void program_from_a_pipe(void **state) {
    (void)state;
    struct termios before = first_modes();
    Terminal *t = start_shell("cat \"$2\" | \"$0\" -", ".");
    assert_shows(t, "<stdin>");
    terminal_type(t, STR("?"));
    assert_shows(t, "Stepping");
    terminal_type(t, STR("\033"));
    terminal_rests(t);
    terminal_type(t, STR("Q"));
    assert_job(t, JOB_EXITED, 0);
    assert_given_back(t, &before);
    terminal_end(t);
}

static void write_editor(const char *path) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs("#!/bin/sh\necho EDITING\nread line\necho '# a line more' >>\"$1\"\n", f);
    fclose(f);
    chmod(path, 0700);
}

static void editor_has_the_terminal(void **state) {
    (void)state;
    char folder[] = "/tmp/tfscope-test-XXXXXX";
    Arena *a = arena_new(0);
    struct termios before = first_modes();
    assert_non_null(mkdtemp(folder));
    const char *editor = str_printf(a, "%s/editor", folder).at;
    write_editor(editor);
    Terminal *t = start_shell("EDITOR=\"$1/editor\" exec \"$0\" \"$2\"", folder);
    assert_shows(t, "program.py");
    terminal_type(t, STR("ge"));
    assert_shows(t, "EDITING");
    assert_given_back(t, &before);
    terminal_type(t, STR("\r"));
    assert_shows(t, "program.py");
    terminal_type(t, STR("Q"));
    assert_job(t, JOB_EXITED, 0);
    assert_given_back(t, &before);
    terminal_end(t);
    unlink(editor);
    rmdir(folder);
    arena_free(a);
}

/* ---- quiet ---- */

static void no_wake_up(void **state) {
    (void)state;
    Terminal *t = start(24, 80, "xterm-256color");
    assert_shows(t, "program.py");
    terminal_type(t, STR("G"));
    assert_true(terminal_is_quiet(t, 5000));
    terminal_end(t);
}

/* With the name of a test: that one alone. */
int main(int argc, char **argv) {
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_dumped_is_shown),
        cmocka_unit_test(as_ascii),
        cmocka_unit_test(in_chinese),
        cmocka_unit_test(clicks_and_sizes),
        cmocka_unit_test(random_keys_look_the_same),
        cmocka_unit_test(garbage_does_no_harm),
        cmocka_unit_test(every_term),
        cmocka_unit_test(terms_that_will_not_do),
        cmocka_unit_test(colours_when_wanted),
        cmocka_unit_test(colours_of_the_user),
        cmocka_unit_test(colours_unwanted_by_the_environment),
        cmocka_unit_test(hung_up_unheard),
        cmocka_unit_test(last_words),
        cmocka_unit_test(a_cursor_kept_while_hidden_comes_back),
        cmocka_unit_test(signals_at_random_steps),
        cmocka_unit_test(suspended_at_random_steps),
        cmocka_unit_test(hung_up),
        cmocka_unit_test(program_from_a_pipe),
        cmocka_unit_test(editor_has_the_terminal),
        cmocka_unit_test(no_wake_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
