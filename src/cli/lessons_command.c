/* lessons_command.c: `tfscope lessons`: the list, and the choice of what else it does. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/course.h"
#include "cli/lessons.h"

const LessonsRow lessons_rows[] = {
#define LESSONS(ID, name, least, most, usage, help) {name, lessons_##ID, least, most, usage, help},
#include "cli/lessons.def"
#undef LESSONS
    {NULL, NULL, 0, 0, NULL, NULL}};

static void list(const Course *course, Sink *out) {
    for (size_t i = 0; i < course->n; i++)
        sink_printf(out, "%-34.*s %.*s\n", STR_ARG(course->lessons[i].id),
                    STR_ARG(course->lessons[i].title));
}

static void put_member(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void list_json(const Course *course, Sink *out) {
    JsonWriter j = json_to(out);
    json_array(&j);
    for (size_t i = 0; i < course->n; i++) {
        const Lesson *lesson = &course->lessons[i];
        json_object(&j);
        put_member(&j, "id", lesson->id);
        put_member(&j, "title", lesson->title);
        put_member(&j, "document", lesson->document);
        put_member(&j, "tf", lesson->tf);
        json_end_object(&j);
    }
    json_end_array(&j);
    sink_char(out, '\n');
}

static int list_lessons(const Cli *cli) {
    Course course;
    if (!course_asked(cli, &course))
        return EXIT_FILE;
    Sink out = sink_file(stdout);
    if (cli->json)
        list_json(&course, &out);
    else
        list(&course, &out);
    return finish_output(&out, EXIT_DONE);
}

static int wrong_use(const char *message, const char *what) {
    fprintf(stderr, "tfscope: %s: %s\n%s\n", message, what, _("Try 'tfscope --help'."));
    return EXIT_USAGE;
}

int command_lessons(const Cli *cli) {
    if (cli->nargs == 0)
        return list_lessons(cli);
    const LessonsRow *row = lessons_rows;
    while (row->name && strcmp(row->name, cli->args[0]) != 0)
        row++;
    if (!row->name)
        return wrong_use(_("no such command of lessons"), cli->args[0]);
    Cli below = *cli;
    below.args++;
    below.nargs--;
    if (below.nargs < row->least || below.nargs > row->most)
        return wrong_use(_("wrong number of arguments for"), row->name);
    return row->run(&below);
}
