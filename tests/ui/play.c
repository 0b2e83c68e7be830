#include "tests/ui/play.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sink.h"
#include "tests/test.h"

enum { ARGS_MOST = 32, SECONDS_MOST = 300 };

/* The arguments of the program: options by words, then the place of the script and what it plays.
 */
static void set_args(Arena *a, const Play *p, const char *args[]) {
    int n = 0;
    args[n++] = getenv("TFSCOPE");
    args[n++] = "--script";
    args[n++] = p->keys;
    args[n++] = "--size";
    args[n++] = str_printf(a, "%dx%d", p->cols, p->rows).at;
    args[n++] = str_printf(a, "--dump=%s", p->dump).at;
    for (size_t i = 0; i < p->options.len && n < ARGS_MOST - 2;) {
        ptrdiff_t blank = str_find(p->options, STR(" "), i);
        size_t end = blank < 0 ? p->options.len : (size_t)blank;
        if (end > i)
            args[n++] = str_dup(a, str_sub(p->options, i, end)).at;
        i = end + 1;
    }
    args[n++] = p->program;
    args[n] = NULL;
}

/* Nothing of the user's own may be seen, and nothing kept: below a device there are no folders. */
static void set_environment(const Play *p) {
    static const char *const gone[] = {"NO_COLOR",    "ACCESSIBLE", "LANGUAGE", "LANG",
                                       "LC_MESSAGES", "LC_CTYPE",   "EDITOR",   "VISUAL"};
    static const char *const folders[] = {"HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        unsetenv(gone[i]);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        setenv(folders[i], "/dev/null", 1);
    setenv("LC_ALL", p->locale, 1);
}

static void become(const Play *p, const char *args[], int out) {
    set_environment(p);
    int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, 0);
    dup2(out, 1);
    dup2(out, 2);
    alarm(SECONDS_MOST);
    if (args[0] && chdir(test_source_root()) == 0)
        execv(args[0], (char *const *)args);
    perror("TFSCOPE must name the program");
    _exit(127);
}

static Str read_all(Arena *a, int file) {
    Sink got = sink_memory(a);
    char piece[4096];
    ssize_t n;
    while ((n = read(file, piece, sizeof piece)) > 0)
        sink_put(&got, (Str){piece, (size_t)n});
    return sink_str(&got);
}

static int exit_status(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

Str play_screens(Arena *a, const Play *p, int *status) {
    const char *args[ARGS_MOST];
    int ends[2];
    set_args(a, p, args);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(p, args, ends[1]);
    close(ends[1]);
    Str got = read_all(a, ends[0]);
    close(ends[0]);
    *status = exit_status(child);
    return got;
}
