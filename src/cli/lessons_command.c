/* lessons_command.c: `tfscope lessons`. */
#include "base/json.h"
#include "base/text.h"
#include "cli/course.h"

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

int command_lessons(const Cli *cli) {
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
