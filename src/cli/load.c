/* load.c: from a file name to a trace. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/course.h"
#include "cli/wait.h"
#include "tf/tf.h"

static void complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
}

RunOptions run_options(const Cli *cli, int python) {
    return (RunOptions){
        .python = cli->python ? cli->python : python,
        .max_steps = cli->max_steps,
        .max_memory = cli->max_memory,
        .max_depth = (int)cli->max_depth,
        .max_output = cli->max_output,
        .max_tensor = cli->max_tensor,
        .seed = cli->seed,
        .readable = cli->allow_read,
        .nreadable = cli->nallow_read,
        .writable = cli->allow_write,
        .nwritable = cli->nallow_write,
    };
}

int refuse_version(const char *tf) {
    Arena *a = arena_new(0);
    if (strchr(tf, ','))
        complain(str_of(_("--tf takes one version here; only diff compares several")));
    else
        complain(str_printf(a, _("TensorFlow %s is not modelled; known are 1.%d to 1.%d"), tf,
                            dialect_oldest(), dialect_newest()));
    arena_free(a);
    return EXIT_USAGE;
}

/* Prints the diagnostics of a text that was not accepted. */
static int refuse_text(Loaded *loaded) {
    Sink err = sink_file(stderr);
    diags_print(loaded->run->diags, &err);
    loaded_free(loaded);
    return EXIT_REFUSED;
}

int load_dialect(const Cli *cli, const Source *source, const Dialect *dialect, int python,
                 Loaded *loaded) {
    RunOptions options = run_options(cli, python);
    *loaded = (Loaded){.run = run_new(&options)};
    if (!loaded->run) {
        complain(str_of(_("out of memory")));
        return EXIT_FILE;
    }
    tf_install_dialect(loaded->run, dialect);
    loaded->trace = loaded->run->trace;
    return line_wait_run(loaded->run, source, cli->passed) ? EXIT_DONE : refuse_text(loaded);
}

int load_source(const Cli *cli, const Source *source, const char *tf, int python, Loaded *loaded) {
    const char *version = cli->tf ? cli->tf : tf;
    int minor = dialect_newest();
    Dialect dialect;
    *loaded = (Loaded){0};
    if (version && !dialect_version(str_of(version), &minor))
        return refuse_version(version);
    dialect_of(minor, &dialect);
    return load_dialect(cli, source, &dialect, python, loaded);
}

/* The lesson of that id, where there is no file of that name; NULL. */
static const Lesson *lesson_named(const Cli *cli, const char *what) {
    Course *course = ARENA_NEW(cli->arena, Course);
    if (strchr(what, '/') || !strcmp(what, "-") || access(what, F_OK) == 0)
        return NULL;
    course_read(cli, course);
    return course_find(course, str_of(what));
}

int read_program(const Cli *cli, const char *path, const Source **source) {
    Str error;
    const Lesson *lesson = lesson_named(cli, path);
    if (lesson)
        return *source = lesson->program, EXIT_DONE;
    if (file_read_source(cli->arena, path, source, &error))
        return EXIT_DONE;
    complain(error);
    return EXIT_FILE;
}

enum { TRACE_LIMIT = 512 << 20 };

static bool is_trace(Str text) {
    return str_starts(text, STR("{\"format\":\"" TRACE_FORMAT "\""));
}

int load_trace(const Cli *cli, const char *path, Loaded *loaded) {
    Str text, error;
    *loaded = (Loaded){0};
    if (!str_ends(str_of(path), STR(".json")))
        return EXIT_DONE;
    if (!file_read(cli->arena, path, TRACE_LIMIT, &text, &error))
        return complain(error), EXIT_FILE;
    if (!is_trace(text))
        return EXIT_DONE;
    loaded->trace = trace_read(cli->arena, text, &error);
    if (!loaded->trace)
        complain(str_printf(cli->arena, "%s: %.*s", path, STR_ARG(error)));
    return loaded->trace ? EXIT_DONE : EXIT_REFUSED;
}

int load_program(const Cli *cli, const char *path, Loaded *loaded) {
    const Source *source;
    int status = load_trace(cli, path, loaded);
    const Lesson *lesson = lesson_named(cli, path);
    if (status == EXIT_DONE && lesson)
        return load_source(cli, lesson->program, str_dup(cli->arena, lesson->tf).at, lesson->python,
                           loaded);
    if (status != EXIT_DONE || loaded->trace)
        return status;
    status = read_program(cli, path, &source);
    return status == EXIT_DONE ? load_source(cli, source, NULL, 0, loaded) : status;
}

void loaded_free(Loaded *loaded) {
    if (loaded->run)
        run_free(loaded->run);
    *loaded = (Loaded){0};
}

/* ---- how it ended ---- */

static void put_budget(const Trace *t, Sink *out) {
    static const struct {
        const char *what, *option;
    } rows[] = {
        [BUDGET_STEPS] = {N_("the program was stopped: it used up its steps"), "--max-steps"},
        [BUDGET_MEMORY] = {N_("the program was stopped: it used up its memory"), "--max-memory"},
        [BUDGET_DEPTH] = {N_("the program was stopped: its calls are nested too deeply"),
                          "--max-depth"},
        [BUDGET_OUTPUT] = {N_("the program was stopped: it printed too much"), "--max-output"},
        [BUDGET_TENSOR] = {N_("the program was stopped: a tensor has too many elements"),
                           "--max-tensor"},
        [BUDGET_INTERRUPT] = {N_("the program was interrupted; what it did so far is there"), NULL},
    };
    if (!rows[t->budget].option) {
        sink_printf(out, "%s\n", gettext(rows[t->budget].what));
        return;
    }
    sink_printf(out, "%s; ", gettext(rows[t->budget].what));
    sink_printf(out, _("%s allows more"), rows[t->budget].option);
    sink_char(out, '\n');
}

Diags refusal_diags(Arena *a, const Trace *t) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, t->refusal_site, &module, &span))
        module = LOG_AT(&t->modules, TraceModule, 0);
    Diags diags = diags_make(a, module->source);
    diags_add(&diags, SEVERITY_ERROR, t->refusal.span, t->refusal.message, t->refusal.hint);
    return diags;
}

void put_end(const Trace *t, Sink *out) {
    Arena *a = arena_new(0);
    Diags diags;
    switch (t->end) {
    case END_DONE:
    case END_EXIT: break;
    case END_RAISED: sink_put(out, t->traceback); break;
    case END_BUDGET: put_budget(t, out); break;
    case END_REFUSED:
        diags = refusal_diags(a, t);
        diags_print(&diags, out);
        break;
    }
    arena_free(a);
}

int end_status(const Trace *t) {
    switch (t->end) {
    case END_DONE: return EXIT_DONE;
    case END_RAISED: return EXIT_RAISED;
    case END_EXIT: return t->exit_status;
    case END_REFUSED: return EXIT_REFUSED;
    case END_BUDGET: return t->budget == BUDGET_INTERRUPT ? EXIT_INTERRUPTED : EXIT_BUDGET;
    }
    return EXIT_DONE;
}

static void put_stats(const Loaded *loaded) {
    Arena *a = arena_new(0);
    size_t used = arena_used(loaded->run->arena), runs = loaded->trace->runs.count;
    fprintf(stderr, _("tfscope: %s, session runs: %zu, memory: %.1f MB"),
            wait_progress(a, loaded->trace).at, runs, (double)used / 1e6);
    fputc('\n', stderr);
    arena_free(a);
}

/* A terminal gets no control characters of a message. */
int report_end(const Cli *cli, const Loaded *loaded) {
    Arena *a = arena_new(0);
    Sink text = sink_memory(a), err = sink_file(stderr);
    put_end(loaded->trace, &text);
    if (loaded->trace->end == END_BUDGET)
        sink_z(&err, "tfscope: ");
    if (loaded->trace->end == END_RAISED && !isatty(STDERR_FILENO))
        sink_put(&err, sink_str(&text));
    else
        sink_safe(&err, sink_str(&text));
    arena_free(a);
    if (cli->stats && loaded->run)
        put_stats(loaded);
    return end_status(loaded->trace);
}

int finish_output(Sink *out, int status) {
    sink_flush(out);
    if (!out->failed)
        return status;
    fprintf(stderr, "tfscope: %s: %s\n", _("cannot write the output"), strerror(out->error));
    return EXIT_FILE;
}

bool moment_asked(const Cli *cli, const Trace *t, Moment *m) {
    *m = MOMENT_END;
    if (cli->at < 0)
        return true;
    if ((uint64_t)cli->at > trace_steps(t)) {
        fprintf(stderr, _("tfscope: there is no step %lld; the program has %zu\n"),
                (long long)cli->at, trace_steps(t));
        return false;
    }
    *m = trace_step_end(t, (size_t)cli->at);
    return true;
}

/* ---- where things are ---- */

/* The folder of the running program, or an empty Str. */
static Str program_folder(Arena *a) {
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || (size_t)n == sizeof path)
        return STR("");
    while (n > 0 && path[n - 1] != '/')
        n--;
    return str_dup(a, (Str){path, (size_t)n});
}

const char *data_folder(Arena *a, const char *installed, const char *in_tree) {
    Str folder = program_folder(a);
    const char *tries[] = {
        str_printf(a, "%.*s../share/%s", STR_ARG(folder), installed).at,
        str_printf(a, "%.*s%s", STR_ARG(folder), in_tree).at,
        str_printf(a, "%.*s../%s", STR_ARG(folder), in_tree).at,
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (access(tries[i], R_OK) == 0)
            return tries[i];
    return NULL;
}
