/* export_command.c: `tfscope export`: one file of one run, written beside and put in place. */
#include "export/export.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/course.h"
#include "cli/open.h"
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

static void speak(void *context, const char *language) {
    const Cli *cli = context;
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
        speak((void *)(uintptr_t)cli, e->languages[i]);
        e->lesson[i] = lesson_again(cli, id);
        e->teaching[i] = e->lesson[i] ? teaching_make(cli->arena, e->lesson[i], e->trace) : NULL;
    }
}

static Exported export_of(const Cli *cli, const Loaded *loaded, const Lesson *lesson) {
    const Trace *t = loaded->trace;
    bool chinese = strcmp(text_language(), "zh") == 0;
    Sink trouble = sink_memory(cli->arena);
    Exported e = {.arena = cli->arena,
                  .source = LOG_AT(&t->modules, TraceModule, 0)->source,
                  .trace = t,
                  .why = why_make(cli->arena, t),
                  .languages = {chinese ? "zh" : "en", chinese ? "en" : "zh"},
                  .speak = speak,
                  .context = (void *)(uintptr_t)cli,
                  .at = cli->at >= 0 ? (size_t)cli->at : 0,
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
    Sink *out;
    Arena *one; /* of one picture */
    Sink text;  /* the last one */
} Drawn;

static void keep_picture(void *context, const ScreenPassed *it) {
    Drawn *d = context;
    arena_reset(d->one);
    d->text = sink_memory(d->one);
    picture_put(it->grid, it->state->theme, it->state->colours, d->e->title, &d->text);
}

static bool draw(const Cli *cli, const Exported *e, Sink *out) {
    Drawn d = {.e = e, .out = out, .one = arena_child(cli->arena)};
    Explored what = {.source = e->source,
                     .lesson = e->lesson[0],
                     .trace = e->trace,
                     .tf = e->trace->tf,
                     .python = e->trace->python,
                     .at = -1};
    Script script = {str_printf(cli->arena, ":go<Space>%zu<CR>", e->at), cli->rows, cli->cols,
                     keep_picture, &d};
    Str error;
    if (!explore_screens(cli, &what, &script, &error))
        return complain(error), false;
    sink_put(out, sink_str(&d.text));
    return true;
}

/* ---- writing ---- */

static const ExportFormat *format_asked(const Cli *cli) {
    if (cli->format)
        return export_named(str_of(cli->format));
    return export_for_path(str_of(cli->output));
}

static int write_out(const Cli *cli, Str text) {
    Str error;
    if (!strcmp(cli->output, "-")) {
        Sink out = sink_file(stdout);
        sink_put(&out, text);
        return finish_output(&out, EXIT_DONE);
    }
    return file_write(cli->arena, cli->output, text, cli->force, &error) ? EXIT_DONE
                                                                         : complain(error);
}

static int export_loaded(const Cli *cli, const ExportFormat *format, const Loaded *loaded,
                         const Lesson *lesson) {
    Exported e = export_of(cli, loaded, lesson);
    Sink text = sink_memory(cli->arena);
    if (e.at > trace_steps(e.trace))
        return moment_asked(cli, e.trace, &(Moment){0}), EXIT_USAGE;
    if (!(format->write ? format->write(&e, &text) : draw(cli, &e, &text)))
        return EXIT_FILE;
    return write_out(cli, sink_str(&text));
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

int command_export(const Cli *cli) {
    Loaded loaded;
    const Lesson *lesson;
    if (!cli->output)
        return usage(cli, _("-o names the file that is to be written"));
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
