/* explore_command.c: what the explorer asks of the outside: programs are run, files read, lessons
 * found; and the ways to open it: on the terminal, from a script of keys, line by line. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/course.h"
#include "cli/export.h"
#include "cli/learner.h"
#include "cli/open.h"
#include "cli/wait.h"
#include "tf/tf.h"
#include "ui/explore.h"
#include "ui/picture.h"
#include "ui/script.h"

/* Lessons in one language, read when they are asked for first. */
typedef struct Shelf {
    Course course;
    bool read;
} Shelf;

typedef struct Opener {
    Host host; /* first: a Host * is an Opener * */
    const Cli *cli;
    const Trace *opened; /* a trace that was read; NULL: none */
    Shelf shelf[2];
    Learner *learner;
    Sink out;     /* standard output, of dumps */
    Arena *drawn; /* of the picture; each one takes the place of the one before */
    Sink picture;
} Opener;

static void complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
}

/* ---- runs ---- */

/* What went wrong before there was a run. */
static void no_run(Replay *r, const Attempt *attempt, const char *why) {
    Trace *t = trace_make(r->arena, names_make(r->arena));
    t->tf = attempt->tf;
    t->python = attempt->python;
    r->trace = t;
    r->trouble = str_of(why);
}

static Str text_of(Arena *a, const Diags *diags) {
    Sink out = sink_memory(a);
    diags_print(diags, &out);
    return sink_str(&out);
}

static void tell_end(Replay *r) {
    Sink out = sink_memory(r->arena);
    put_end(r->trace, &out);
    if (r->trace->end == END_RAISED)
        r->traceback = sink_str(&out);
    else
        r->trouble = sink_str(&out);
    if (r->trace->end != END_REFUSED)
        return;
    Diags *diags = ARENA_NEW(r->arena, Diags);
    *diags = refusal_diags(r->arena, r->trace);
    r->diags = diags;
}

/* The trace that was read stands for the run of its program. */
static bool was_read(const Opener *o, const Attempt *attempt) {
    const Trace *t = o->opened;
    return t && LOG_AT(&t->modules, TraceModule, 0)->source == attempt->source &&
           str_eq(t->tf, attempt->tf) && t->python == attempt->python;
}

/* On the explorer's screen. */
typedef struct ScreenWaiter {
    Waiter waiter; /* first */
    Host *host;
} ScreenWaiter;

static bool screen_tick(Waiter *w) {
    ScreenWaiter *s = (ScreenWaiter *)w;
    Arena *a = arena_new(0);
    Str text = str_printf(a, "%s; %s", wait_progress(a, w->trace).at,
                          _("Ctrl-C stops and keeps what is there"));
    bool on = s->host->waiting(s->host->waiter, text);
    arena_free(a);
    return on;
}

static bool run_on_screen(Host *host, Run *run, const Source *source) {
    ScreenWaiter s = {.waiter = {.trace = run->trace, .tick = screen_tick}, .host = host};
    run->options.watch = &s.waiter.watch;
    wait_begin(&s.waiter);
    bool accepted = run_program(run, source);
    wait_end(&s.waiter);
    run->options.watch = NULL;
    return accepted;
}

static bool run_waiting(Host *host, Run *run, const Source *source) {
    return host->waiting ? run_on_screen(host, run, source) : line_wait_run(run, source, NULL);
}

static void host_run(Host *host, const Attempt *attempt, Replay *r) {
    const Opener *o = (const Opener *)host;
    const Cli *cli = o->cli;
    if (was_read(o, attempt)) {
        r->trace = o->opened;
        r->accepted = true;
        tell_end(r);
        return;
    }
    RunOptions options = run_options(cli, attempt->python);
    options.python = attempt->python;
    Run *run = run_new(&options);
    int minor = dialect_newest();
    Dialect dialect;
    if (!run) {
        no_run(r, attempt, _("there is not enough memory to run the program"));
        return;
    }
    dialect_version(attempt->tf, &minor);
    dialect_of(minor, &dialect);
    tf_install_dialect(run, &dialect);
    r->run = run;
    r->trace = run->trace;
    r->accepted = run_waiting(host, run, attempt->source);
    if (r->accepted) {
        tell_end(r);
    } else {
        r->diags = run->diags;
        r->trouble = text_of(r->arena, run->diags);
    }
}

static void host_release(Host *host, Replay *r) {
    (void)host;
    if (r->run)
        run_free(r->run);
}

static void list_releases(Host *host, Arena *a) {
    int oldest = dialect_oldest(), n = dialect_newest() - oldest + 1;
    Str *names = ARENA_ARRAY(a, (size_t)n, Str);
    for (int i = 0; i < n; i++)
        names[i] = str_printf(a, "1.%d", oldest + i);
    host->releases = names;
    host->nreleases = n;
}

static const Source *host_read(Host *host, Arena *a, Str path, Str *error) {
    const Source *source;
    (void)host;
    return file_read_source(a, str_dup(a, path).at, &source, error) ? source : NULL;
}

static bool host_write(Host *host, Arena *a, const WriteAsk *ask, Str *error) {
    (void)host;
    return file_write(a, str_dup(a, ask->path).at, ask->text, ask->over, error);
}

/* ---- lessons ---- */

static Shelf *shelf_now(Opener *o) {
    return &o->shelf[strcmp(text_language(), "zh") == 0];
}

static const Course *host_course(Host *host) {
    Opener *o = (Opener *)host;
    Shelf *shelf = shelf_now(o);
    if (!shelf->read)
        course_read(o->cli, &shelf->course);
    shelf->read = true;
    return &shelf->course;
}

static const Lesson *host_lessons(Host *host, size_t *n) {
    const Course *course = host_course(host);
    *n = course->n;
    return course->n ? course->lessons : NULL;
}

static const Lesson *host_lesson(Host *host, Str id) {
    return course_find(host_course(host), id);
}

/* What was left out is told with the first fault. */
static Str host_lesson_trouble(Host *host, Arena *a) {
    const Log *faults = &host_course(host)->faults;
    if (faults->count == 0)
        return STR("");
    Str first = pack_fault_text(a, LOG_AT(faults, PackFault, 0));
    return faults->count == 1
               ? first
               : str_printf(a, _("%.*s (and %zu more)"), STR_ARG(first), faults->count - 1);
}

static void host_language(Host *host, const char *lang) {
    text_init(lang, data_folder(((Opener *)host)->cli->arena, "locale", "locale"));
}

static Str host_note(Host *host, Arena *a, const Log *deeds) {
    return learner_note(((Opener *)host)->learner, a, deeds);
}

/* ---- exporting ---- */

enum { BAR = 30, DONE = 1000 };

/* "writing a.html [#####.....] 50%; Ctrl-C stops and keeps what is there" */
static bool show_bar(void *waiter, int done) {
    Host *host = waiter;
    char bar[BAR + 1];
    for (int i = 0; i < BAR; i++)
        bar[i] = i * DONE < done * BAR ? '#' : '.';
    bar[BAR] = 0;
    Arena *a = arena_new(0);
    bool on = host->waiting(host->waiter,
                            str_printf(a, _("writing [%s] %d%%; Ctrl-C stops it"), bar, done / 10));
    arena_free(a);
    return on;
}

typedef struct Bar {
    Host *host;
    int64_t next; /* when it is shown again, in milliseconds of a clock */
} Bar;

/* Not for work that is short, and not more often than anybody can see. */
static bool bar_tick(void *waiter, int done) {
    enum { EVERY = 200 };
    Bar *b = waiter;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
    if (b->next == 0)
        b->next = ms + EVERY;
    if (!b->host->waiting || ms < b->next)
        return true;
    b->next = ms + EVERY;
    return show_bar(b->host, done);
}

static bool host_export(Host *host, Arena *a, const ExportWish *wish, Str *error) {
    const Cli *cli = ((Opener *)host)->cli;
    Bar bar = {.host = host};
    ExportAsk ask = {.format = export_for_path(wish->path),
                     .path = str_dup(a, wish->path).at,
                     .run = wish->replay->run,
                     .at = wish->at,
                     .asked = true,
                     .progress = bar_tick,
                     .waiter = &bar};
    if (!ask.format) {
        *error = str_of(
            _("what form? The name ends in .txt, .md, .html, .svg, .cast, .json, .pbtxt or .pb"));
        return false;
    }
    if (wish->replay->accepted)
        return export_run(cli, wish->replay->trace, wish->lesson, &ask, error);
    *error = str_of(_("nothing has run: the program was not accepted"));
    return false;
}

/* ---- options ---- */

/* The user's own folder of a kind, such as XDG_STATE_HOME or else ~/.local/state; empty: none. */
static Str user_folder(Arena *a, const char *variable, const char *below_home) {
    const char *folder = getenv(variable), *home = getenv("HOME");
    if (folder && folder[0] == '/')
        return str_printf(a, "%s/tfscope", folder);
    return home && home[0] == '/' ? str_printf(a, "%s/%s/tfscope", home, below_home) : STR("");
}

enum { KEY_FILE_LIMIT = 1 << 20 };

/* A file of keys that was asked for must be there; the user's own may be missing. A script gives
 * the same screens to everybody: it is played with the keys that are named, or the defaults. */
static bool read_keys(const Cli *cli, ExploreOptions *options) {
    Str error, folder = user_folder(cli->arena, "XDG_CONFIG_HOME", ".config");
    Str path = cli->keys ? str_of(cli->keys) : str_printf(cli->arena, "%.*s/keys", STR_ARG(folder));
    options->key_file_name = path;
    if (!cli->keys && (cli->script || folder.len == 0 || access(path.at, F_OK) != 0))
        return true;
    if (file_read(cli->arena, path.at, KEY_FILE_LIMIT, &options->key_file, &error))
        return true;
    complain(error);
    return false;
}

const char *session_path(const Cli *cli) {
    Str folder = user_folder(cli->arena, "XDG_STATE_HOME", ".local/state");
    if (cli->session || folder.len == 0)
        return cli->session ? cli->session : "";
    return str_printf(cli->arena, "%.*s/session.json", STR_ARG(folder)).at;
}

/* Who presents tells others; who follows is told, and keeps nothing of the programs that pass. */
static void read_link_options(const Cli *cli, ExploreOptions *options) {
    Str path = str_of(cli->present || cli->follows || cli->session ? session_path(cli) : "");
    options->link = (LinkOptions){.present = cli->present, .notes = cli->notes};
    if (cli->follows)
        options->link.look = path, options->state_folder = STR("");
    else
        options->link.tell = path;
}

static bool wants_colours(const Cli *cli) {
    const char *none = getenv("NO_COLOR");
    if (cli->color && strcmp(cli->color, "auto") != 0)
        return strcmp(cli->color, "always") == 0;
    return !(none && *none);
}

static bool read_explore_options(const Cli *cli, ExploreOptions *options) {
    *options = (ExploreOptions){.theme = THEME_DARK, .at = cli->at};
    if (cli->theme)
        theme_named(str_of(cli->theme), &options->theme);
    options->colours = wants_colours(cli);
    options->mouse = !cli->no_mouse;
    options->ascii = cli->ascii || !text_is_unicode();
    options->beside = cli->beside ? str_of(cli->beside) : STR("");
    if (!cli->script)
        options->state_folder = user_folder(cli->arena, "XDG_STATE_HOME", ".local/state");
    read_link_options(cli, options);
    return read_keys(cli, options);
}

/* ---- a script of keys ---- */

static void dump_screen(void *context, const ScreenPassed *it) {
    Opener *o = context;
    const char *form = o->cli->dump ? o->cli->dump : "text";
    if (!strcmp(form, "svg")) {
        /* A picture is one screen: the last one that was passed. */
        arena_reset(o->drawn);
        o->picture = sink_memory(o->drawn);
        picture_put(it->grid, it->state->theme, it->state->colours, STR("tfscope"), &o->picture);
        return;
    }
    sink_z(&o->out, "== ");
    sink_safe(&o->out, it->keys);
    sink_printf(&o->out, " (step %zu/%zu)\n", it->step, it->steps);
    if (!strcmp(form, "looks"))
        grid_dump(it->grid, &o->out);
    else
        grid_text(it->grid, &o->out);
}

static int play_script(Opener *o, World *w, const ExploreOptions *options) {
    const Cli *cli = o->cli;
    Str keys = str_of(cli->script), text, error;
    if (cli->script[0] == '@') {
        if (!file_read(cli->arena, cli->script + 1, KEY_FILE_LIMIT, &text, &error))
            return complain(error), EXIT_FILE;
        keys = script_of_file(cli->arena, text);
    }
    o->out = sink_file(stdout);
    o->drawn = arena_child(cli->arena);
    Script script = {keys, cli->rows, cli->cols, dump_screen, o};
    if (!explore_script(w, options, &script, &error))
        return complain(error), EXIT_USAGE;
    if (cli->dump && !strcmp(cli->dump, "svg"))
        sink_put(&o->out, sink_str(&o->picture));
    return finish_output(&o->out, EXIT_DONE);
}

/* ---- opening ---- */

bool accessible(void) {
    const char *value = getenv("ACCESSIBLE");
    return value && *value;
}

/* A program that was printed through ends as if it had run. A lesson may be about an error. */
static int through_status(const World *w) {
    const Replay *r = world_replay(w, 0);
    if (w->lesson)
        return EXIT_DONE;
    return r->accepted ? end_status(r->trace) : EXIT_REFUSED;
}

/* Commands come from standard input, or, when the program came from there, from the terminal. What
 * a person types is no commands when what they lead to goes elsewhere: "tfscope --plain FILE >all".
 */
static const char *commands_from(const World *w) {
    bool shown = isatty(STDOUT_FILENO);
    if (str_is(w->path, "-"))
        return shown ? "/dev/tty" : "/dev/null";
    return isatty(STDIN_FILENO) && !shown ? "/dev/null" : NULL;
}

static int go_plain(World *w, const ExploreOptions *options) {
    Sink out = sink_file(stdout);
    const char *from = commands_from(w);
    FILE *terminal = from ? fopen(from, "r") : NULL;
    FILE *in = terminal ? terminal : stdin;
    bool prompts = isatty(fileno(in)) && isatty(STDOUT_FILENO);
    bool through = explore_plain(w, options, in, &out, prompts);
    if (terminal)
        fclose(terminal);
    return finish_output(&out, through ? through_status(w) : EXIT_DONE);
}

/* Where there is no terminal that can do it, it goes on line by line. */
static int go_terminal(World *w, const ExploreOptions *options) {
    Str why;
    if (explore_terminal(w, options, &why))
        return EXIT_DONE;
    complain(
        str_printf(w->arena, _("%.*s; so it goes line by line, as with --plain"), STR_ARG(why)));
    return go_plain(w, options);
}

bool wants_explorer(const Cli *cli) {
    return cli->script || cli->plain || isatty(STDOUT_FILENO);
}

static World *open_world(Opener *o, const Explored *what) {
    World *w = world_make(o->cli->arena, &o->host);
    w->path = what->path ? str_of(what->path) : STR("");
    w->lesson = what->lesson;
    w->exercise = what->exercise;
    w->progress = o->learner->progress;
    w->source = what->source;
    world_run(w, &(Attempt){what->source, what->tf, what->python});
    return w;
}

static void read_going_on(const Opener *o, const Explored *what, ExploreOptions *options) {
    const Lesson *lesson = what->lesson;
    options->trouble = o->learner->trouble;
    options->continues = what->continues;
    if (!what->continues || options->at >= 0)
        return;
    options->at = what->at;
    if (what->at >= 0)
        options->going_on =
            str_printf(o->cli->arena, _("going on with: %.*s"), STR_ARG(lesson->title));
}

static Opener *opener_make(const Cli *cli, const Explored *what) {
    Opener *o = ARENA_NEW(cli->arena, Opener);
    *o = (Opener){.cli = cli,
                  .opened = what->trace,
                  .host = {.run = host_run,
                           .release = host_release,
                           .read = host_read,
                           .write = host_write,
                           .export = host_export,
                           .lesson = host_lesson,
                           .lessons = host_lessons,
                           .lesson_trouble = host_lesson_trouble,
                           .language = host_language,
                           .note = host_note}};
    o->learner = what->learner ? what->learner : learner_make(cli);
    list_releases(&o->host, cli->arena);
    return o;
}

int explore(const Cli *cli, const Explored *what) {
    Opener *o = opener_make(cli, what);
    ExploreOptions options;
    if (!read_explore_options(cli, &options))
        return EXIT_FILE;
    read_going_on(o, what, &options);
    World *w = open_world(o, what);
    int status = cli->script                  ? play_script(o, w, &options)
                 : cli->plain || accessible() ? go_plain(w, &options)
                                              : go_terminal(w, &options);
    world_free(w);
    return status;
}

/* Nothing of the user's own is in it: everybody gets the same screens. */
static ExploreOptions drawing_options(const Cli *cli) {
    ExploreOptions options = {.theme = THEME_DARK, .at = -1, .colours = true, .ascii = cli->ascii};
    if (cli->theme)
        theme_named(str_of(cli->theme), &options.theme);
    return options;
}

bool explore_screens(const Cli *cli, const Explored *what, const Script *script, Str *error) {
    Cli own = *cli;
    own.script = "";
    Opener *o = opener_make(&own, what);
    ExploreOptions options = drawing_options(cli);
    World *w = open_world(o, what);
    bool played = explore_script(w, &options, script, error);
    world_free(w);
    return played;
}
