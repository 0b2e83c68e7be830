/* external.c: the user's own editor, on a file in a folder that only we can read.
 *
 * $VISUAL and $EDITOR may hold arguments ("code --wait"), so a shell reads them, as other programs
 * do; the name of the file is an argument of its own and is never read by the shell. */
#include "ui/external.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

/* The copy that is edited. */
typedef struct Copy {
    Str folder, path;
} Copy;

/* ---- which editor ---- */

static bool is_program(Arena *a, Str folder, const char *name) {
    Str path = str_printf(a, "%.*s/%s", STR_ARG(folder.len ? folder : STR(".")), name);
    struct stat st;
    return access(path.at, X_OK) == 0 && stat(path.at, &st) == 0 && S_ISREG(st.st_mode);
}

static bool in_path(Arena *a, const char *name) {
    const char *path = getenv("PATH");
    Str rest = str_of(path ? path : "/usr/bin:/bin");
    for (bool more = true; more;) {
        ptrdiff_t colon = str_find(rest, STR(":"), 0);
        more = colon >= 0;
        if (is_program(a, more ? str_sub(rest, 0, (size_t)colon) : rest, name))
            return true;
        rest = more ? str_sub(rest, (size_t)colon + 1, rest.len) : rest;
    }
    return false;
}

/* The command for the shell; NULL when there is none. */
static const char *editor_command(Arena *a) {
    static const char *const variables[] = {"VISUAL", "EDITOR"};
    static const char *const usual[] = {"nano", "vi"};
    for (int i = 0; i < 2; i++) {
        const char *command = getenv(variables[i]);
        if (command && command[strspn(command, " \t")])
            return command;
    }
    for (int i = 0; i < 2; i++)
        if (in_path(a, usual[i]))
            return usual[i];
    return NULL;
}

/* Does it understand "+12 file"? The name of its program tells. */
static bool knows_lines(const char *command) {
    static const char *const names[] = {"vi",    "vim",   "nvim",        "view", "nano", "pico",
                                        "emacs", "micro", "emacsclient", "joe",  "ne",   "mg"};
    Str first = str_sub(str_of(command), strspn(command, " \t"), strlen(command));
    first = str_sub(first, 0, strcspn(first.at, " \t"));
    for (size_t i = first.len; i > 0; i--)
        if (first.at[i - 1] == '/') {
            first = str_sub(first, i, first.len);
            break;
        }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(first, names[i]))
            return true;
    return false;
}

/* ---- the copy ---- */

static bool fail(Arena *a, Str *error, const char *what, int number) {
    *error = str_printf(a, "%s: %s", what, strerror(number));
    return false;
}

static bool write_all(int file, Str text) {
    for (size_t done = 0; done < text.len;) {
        ssize_t n = write(file, text.at + done, text.len - done);
        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* All of the folder: editors leave files of their own beside the copy. */
static void copy_remove(const Copy *c) {
    DIR *folder = opendir(c->folder.at);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        unlinkat(dirfd(folder), entry->d_name, 0);
    if (folder)
        closedir(folder);
    rmdir(c->folder.at);
}

static bool copy_make(Arena *a, Str text, Copy *c, Str *error) {
    const char *base = getenv("TMPDIR");
    char *folder = (char *)str_printf(a, "%s/tfscope-XXXXXX", base && *base ? base : "/tmp").at;
    if (!mkdtemp(folder))
        return fail(a, error, _("There is no place for a copy of the program"), errno);
    c->folder = str_of(folder);
    char *path = (char *)str_printf(a, "%s/program-XXXXXX.py", folder).at;
    int file = mkstemps(path, 3);
    if (file < 0) {
        fail(a, error, _("There is no place for a copy of the program"), errno);
        copy_remove(c);
        return false;
    }
    c->path = str_of(path);
    bool written = write_all(file, text);
    int number = errno;
    if (close(file) == 0 && written)
        return true;
    fail(a, error, _("The copy of the program could not be written"), written ? errno : number);
    copy_remove(c);
    return false;
}

/* ---- running it ---- */

/* Keys that send signals mean the editor: we wait meanwhile, and stop together with it. */
typedef struct Signals {
    struct sigaction interrupt, quit, stop;
} Signals;

static void signals_hold(Signals *s) {
    struct sigaction ignore = {.sa_handler = SIG_IGN}, usual = {.sa_handler = SIG_DFL};
    sigemptyset(&ignore.sa_mask);
    sigemptyset(&usual.sa_mask);
    sigaction(SIGINT, &ignore, &s->interrupt);
    sigaction(SIGQUIT, &ignore, &s->quit);
    sigaction(SIGTSTP, &usual, &s->stop);
}

static void signals_release(const Signals *s) {
    sigaction(SIGINT, &s->interrupt, NULL);
    sigaction(SIGQUIT, &s->quit, NULL);
    sigaction(SIGTSTP, &s->stop, NULL);
}

enum { CANNOT_RUN = 126, NOT_FOUND = 127 }; /* what a shell says */

/* In the child: never returns. Signals are as a shell would give them. */
static void become(const char *script, const char *line, const char *path) {
    static const int usual[] = {SIGINT,  SIGQUIT, SIGTERM,  SIGHUP,  SIGPIPE, SIGTSTP,
                                SIGTTIN, SIGTTOU, SIGWINCH, SIGCHLD, SIGCONT};
    struct sigaction as_first = {.sa_handler = SIG_DFL};
    sigset_t none;
    sigemptyset(&as_first.sa_mask);
    sigemptyset(&none);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        sigaction(usual[i], &as_first, NULL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execl("/bin/sh", "sh", "-c", script, "sh", path, line, (char *)NULL);
    _exit(NOT_FOUND);
}

/* Waits for it. One that stopped alone, and not all of us (Ctrl-Z), goes on at once: nobody could
 * bring it back. */
static int wait_for(pid_t child) {
    for (int status = 0;;) {
        pid_t got = waitpid(child, &status, WUNTRACED);
        if (got < 0 && errno != EINTR)
            return -1;
        if (got != child)
            continue;
        if (!WIFSTOPPED(status))
            return status;
        kill(child, SIGCONT);
    }
}

static bool ended_well(Arena *a, const char *command, int status, Str *error) {
    if (status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (status < 0)
        *error = str_printf(a, _("The editor (%s) was lost: nothing was changed."), command);
    else if (WIFSIGNALED(status))
        *error = str_printf(a, _("The editor (%s) was ended by signal %d: nothing was changed."),
                            command, WTERMSIG(status));
    else if (WEXITSTATUS(status) == CANNOT_RUN)
        *error = str_printf(a,
                            _("The editor (%s) is no program that can be run: nothing was "
                              "changed."),
                            command);
    else if (WEXITSTATUS(status) == NOT_FOUND)
        *error = str_printf(a, _("The editor (%s) was not found: nothing was changed."), command);
    else
        *error = str_printf(a, _("The editor (%s) ended with status %d: nothing was changed."),
                            command, WEXITSTATUS(status));
    return false;
}

static bool run_editor(Arena *a, const char *command, const Copy *c, uint32_t line, Str *error) {
    Str at = str_printf(a, "+%u", line);
    const char *script =
        str_printf(a, "%s%s \"$1\"", command, knows_lines(command) ? " \"$2\"" : "").at;
    Signals held;
    signals_hold(&held);
    pid_t child = fork();
    if (child == 0)
        become(script, at.at, c->path.at);
    int number = errno, status = child < 0 ? -1 : wait_for(child);
    signals_release(&held);
    if (child < 0)
        return fail(a, error, _("The editor could not be started"), number);
    return ended_well(a, command, status, error);
}

/* What the editor left there. */
static bool copy_read(Arena *a, const Copy *c, Str *edited, Str *error) {
    const Source *source;
    struct stat st;
    if (lstat(c->path.at, &st) != 0 || !S_ISREG(st.st_mode)) {
        *error = str_of(_("The editor removed the file: nothing was changed."));
        return false;
    }
    if ((uint64_t)st.st_size > SOURCE_LIMIT) {
        *error = str_of(_("A program may have at most 8 MiB: nothing was changed."));
        return false;
    }
    if (!file_read_source(a, c->path.at, &source, error))
        return false;
    *edited = source->text;
    return true;
}

bool external_edit(Arena *a, Str text, uint32_t line, Str *edited, Str *error) {
    Copy c = {0};
    const char *command = editor_command(a);
    if (!command) {
        *error = str_of(_("There is no editor: set EDITOR to the name of one."));
        return false;
    }
    if (!copy_make(a, text, &c, error))
        return false;
    bool good = run_editor(a, command, &c, line, error) && copy_read(a, &c, edited, error);
    copy_remove(&c);
    return good;
}
