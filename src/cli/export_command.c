/* export_command.c: `tfscope export`: one file of one run, written beside and put in place. */
#include "cli/export.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/course.h"
#include "cli/open.h"
#include "tf/tf.h"
#include "ui/explore.h"
#include "ui/picture.h"

static int complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
    return EXIT_FILE;
}

static int usage(const Cli *cli, const char *why) {
    complain(str_printf(cli->arena, "export: %s", why));
    return EXIT_USAGE;
}

/* ---- what is exported ---- */

static void speak(const Cli *cli, const char *language) {
    text_init(language, data_folder(cli->arena, "locale", "locale"));
}

/* The same lesson in the language that is chosen now. */
static const Lesson *lesson_again(const Cli *cli, Str id) {
    Course *course = ARENA_NEW(cli->arena, Course);
    course_read(cli, course);
    return course_find(course, id);
}

static void add_lesson(const Cli *cli, Exported *e, Str id) {
    for (int i = LANGUAGES - 1; i >= 0; i--) { /* the chosen one last, and it stays */
        speak(cli, e->languages[i]);
        e->lesson[i] = lesson_again(cli, id);
        e->teaching[i] = e->lesson[i] ? teaching_make(cli->arena, e->lesson[i], e->trace) : NULL;
    }
}

/* What a format is told of progress goes on to whoever waits. */
typedef struct Context {
    const Cli *cli;
    const ExportAsk *ask;
} Context;

static bool tell_progress(void *context, int done) {
    const ExportAsk *ask = ((Context *)context)->ask;
    return !ask->progress || ask->progress(ask->waiter, done);
}

static void speak_to(void *context, const char *language) {
    speak(((Context *)context)->cli, language);
}

static GraphTold graph_of_run(void *context, const TraceGraph *g, size_t nodes) {
    const Context *c = context;
    GraphBytes told;
    tf_graph_bytes(c->ask->run, c->cli->arena, g, nodes, &told);
    return (GraphTold){sink_str(&told.bytes), told.lacks.len ? sink_str(&told.lacks) : STR(""),
                       false};
}

static Exported export_of(Context *c, const Trace *t, const Lesson *lesson) {
    const Cli *cli = c->cli;
    bool chinese = strcmp(text_language(), "zh") == 0;
    Sink trouble = sink_memory(cli->arena);
    Exported e = {.arena = cli->arena,
                  .source = LOG_AT(&t->modules, TraceModule, 0)->source,
                  .trace = t,
                  .why = why_make(cli->arena, t),
                  .languages = {chinese ? "zh" : "en", chinese ? "en" : "zh"},
                  .speak = speak_to,
                  .context = c,
                  .progress = tell_progress,
                  .at = c->ask->at,
                  .asked = c->ask->asked,
                  .graph = c->ask->run ? graph_of_run : NULL,
                  .site = c->ask->site,
                  .cast = cli->cast,
                  .ascii = cli->ascii};
    if (t->end != END_RAISED)
        put_end(t, &trouble);
    e.trouble = sink_str(&trouble);
    e.title = e.source->name;
    if (lesson)
        add_lesson(cli, &e, lesson->id);
    if (e.lesson[0])
        e.title = e.lesson[0]->title;
    return e;
}

/* A file, a trace, or a lesson by its id. */
static bool is_file(const char *what) {
    return !strcmp(what, "-") || access(what, F_OK) == 0;
}

static int load_asked(const Cli *cli, const char *what, Loaded *loaded, const Lesson **lesson) {
    Course *course = ARENA_NEW(cli->arena, Course);
    *lesson = NULL;
    if (is_file(what))
        return load_program(cli, what, loaded);
    if (!course_asked(cli, course))
        return EXIT_FILE;
    *lesson = course_find(course, str_of(what));
    if (!*lesson)
        return complain(str_printf(cli->arena,
                                   _("%s: no such file and no such lesson; 'tfscope "
                                     "lessons' lists them"),
                                   what));
    const char *tf = str_dup(cli->arena, (*lesson)->tf).at;
    return load_source(cli, (*lesson)->program, tf, (*lesson)->python, loaded);
}

/* ---- drawn screens ---- */

typedef struct Drawn {
    const Exported *e;
    Arena *one; /* of one screen */
    Sink *out;
    Cast cast; /* of a recording, begun with the first screen */
    CastPalette palette;
    size_t passed;
} Drawn;

static bool draw(const Cli *cli, Drawn *d, Str keys, ScreenPassedFn *passed, Str *error) {
    const Exported *e = d->e;
    Explored what = {.source = e->source,
                     .lesson = e->lesson[0],
                     .trace = e->trace,
                     .tf = e->trace->tf,
                     .python = e->trace->python,
                     .at = -1};
    Script script = {keys, cli->rows, cli->cols, passed, d};
    d->one = arena_child(cli->arena);
    return explore_screens(cli, &what, &script, error);
}

/* The start is passed, too, before the step that is asked for. */
static void put_picture(void *context, const ScreenPassed *it) {
    Drawn *d = context;
    if (d->passed++ == 1)
        picture_put(it->grid, it->state->theme, it->state->colours, d->e->title, d->out);
}

static bool draw_svg(const Cli *cli, const Exported *e, Sink *out, Str *error) {
    Drawn d = {.e = e, .out = out};
    return draw(cli, &d, str_printf(cli->arena, ":go<Space>%zu<CR>", e->at), put_picture, error);
}

/* "3  with tf.name_scope('a'):" */
static Str step_title(const Drawn *d, size_t k) {
    const Trace *t = d->e->trace;
    const TraceModule *m;
    Span span;
    Sink out = sink_memory(d->one);
    if (k == 0)
        return str_of(_("the start"));
    sink_printf(&out, "%zu  ", k);
    if (trace_span(t, trace_step_at(t, k)->site, &m, &span)) {
        Str line = source_line(m->source, source_line_of(m->source, span.start));
        while (line.len > 0 && line.at[0] == ' ')
            line = str_sub(line, 1, line.len);
        sink_put(&out, line);
    }
    return sink_str(&out);
}

/* As long as it takes to look, and to read what the lesson says there. */
static int64_t stays(const Drawn *d, size_t k) {
    enum { LOOK = 1500, LETTER = 25, MOST = 12000 };
    const Lesson *lesson = d->e->lesson[0];
    const Teaching *t = d->e->teaching[0];
    int64_t time = LOOK;
    for (size_t i = 0; lesson && t && i < t->nsections; i++)
        if (t->comes[i] && t->step[i] == k)
            time += LETTER * (int64_t)lesson->sections[i].text.len;
    return time < MOST ? time : MOST;
}

static void put_screen(void *context, const ScreenPassed *it) {
    Drawn *d = context;
    const Exported *e = d->e;
    if (d->passed++ == 0) {
        d->palette = picture_cast_palette(it->state->theme, it->state->colours);
        d->cast = cast_begin(d->out, d->one, e->cast, it->grid->rows, it->grid->cols, e->title);
        d->cast.palette = &d->palette;
    }
    Str title = str_dup(e->arena, step_title(d, it->step));
    cast_screen(&d->cast, it->grid, title, stays(d, it->step));
}

static bool draw_cast(const Cli *cli, const Exported *e, Sink *out, Str *error) {
    Drawn d = {.e = e, .out = out};
    Sink keys = sink_memory(cli->arena);
    for (size_t k = 1; k <= trace_steps(e->trace); k++)
        sink_printf(&keys, ":go<Space>%zu<CR> ", k);
    if (!draw(cli, &d, sink_str(&keys), put_screen, error))
        return false;
    cast_end(&d.cast);
    return true;
}

static bool put_drawn(const Cli *cli, const ExportFormat *format, const Exported *e, Sink *out,
                      Str *error) {
    return str_is(str_of(format->name), "svg") ? draw_svg(cli, e, out, error)
                                               : draw_cast(cli, e, out, error);
}

/* ---- writing ---- */

static const ExportFormat *format_asked(const Cli *cli) {
    if (cli->format)
        return export_named(str_of(cli->format));
    return export_for_path(str_of(cli->output));
}

static bool write_out(const Cli *cli, const ExportAsk *ask, Str text, Str *error) {
    if (strcmp(ask->path, "-") != 0)
        return file_write(cli->arena, ask->path, text, ask->over, error);
    Sink out = sink_file(stdout);
    sink_put(&out, text);
    *error = STR("");
    return finish_output(&out, EXIT_DONE) == EXIT_DONE;
}

/* A form that speaks both languages leaves the chosen one. */
static bool put_form(Context *c, const Exported *e, Sink *out, Str *error) {
    const ExportFormat *format = c->ask->format;
    bool put = format->write ? format->write(e, out) : put_drawn(c->cli, format, e, out, error);
    if (strcmp(text_language(), e->languages[0]) != 0)
        speak(c->cli, e->languages[0]);
    return put;
}

/* What is made lives no longer than this: an explorer may do it often. */
bool export_run(const Cli *cli, const Trace *t, const Lesson *lesson, const ExportAsk *ask,
                Str *error) {
    Cli own = *cli;
    own.arena = arena_new(0);
    Context c = {&own, ask};
    Exported e = export_of(&c, t, lesson);
    Sink text = sink_memory(own.arena);
    *error = STR("");
    bool written = put_form(&c, &e, &text, error) && write_out(&own, ask, sink_str(&text), error);
    *error = str_dup(cli->arena, *error);
    arena_free(own.arena);
    return written;
}

static int export_loaded(const Cli *cli, const ExportFormat *format, const Loaded *loaded,
                         const Lesson *lesson) {
    Str error;
    ExportAsk ask = {.run = loaded->run,
                     .asked = cli->at >= 0,
                     .format = format,
                     .path = cli->output,
                     .at = cli->at >= 0 ? (size_t)cli->at : 0,
                     .over = cli->force};
    if (ask.at > trace_steps(loaded->trace))
        return moment_asked(cli, loaded->trace, &(Moment){0}), EXIT_USAGE;
    if (export_run(cli, loaded->trace, lesson, &ask, &error))
        return EXIT_DONE;
    return error.len ? complain(error) : EXIT_FILE;
}

static int unknown_format(const Cli *cli) {
    size_t n;
    const ExportFormat *formats = export_formats(&n);
    Sink out = sink_memory(cli->arena);
    for (size_t i = 0; i < n; i++)
        sink_printf(&out, "%s%s", i ? ", " : "", formats[i].name);
    complain(str_printf(cli->arena, _("export: there is no such format; there are %.*s"),
                        STR_ARG(sink_str(&out))));
    return EXIT_USAGE;
}

static int export_file(const Cli *cli) {
    Loaded loaded;
    const Lesson *lesson;
    const ExportFormat *format = format_asked(cli);
    if (!format)
        return unknown_format(cli);
    int status = load_asked(cli, cli->args[0], &loaded, &lesson);
    if (status != EXIT_DONE)
        return status;
    status = export_loaded(cli, format, &loaded, lesson);
    loaded_free(&loaded);
    return status;
}

/* The folder is made when it is not there; whatever is wrong with it is seen when the file is
 * written. */
static int export_events(const Cli *cli) {
    Cli into = *cli;
    into.output =
        str_printf(cli->arena, "%s/events.out.tfevents.1500000000.tfscope", cli->tensorboard).at;
    into.format = "tfevents";
    file_make_folders(cli->arena, str_of(into.output));
    return export_file(&into);
}

int command_export(const Cli *cli) {
    if (cli->all)
        return export_site(cli);
    if (cli->tensorboard && (cli->output || cli->format))
        return usage(cli,
                     _("--tensorboard says what is written, and where: without -o and --format"));
    if (cli->tensorboard)
        return export_events(cli);
    if (!cli->output)
        return usage(cli, _("-o names the file that is to be written"));
    return export_file(cli);
}
