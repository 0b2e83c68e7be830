/* report_command.c: `tfscope lessons report LOG...`: what the logs of a class tell a teacher. */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/lessons.h"
#include "tutor/journal.h"

#define LOG_MOST ((size_t)2 << 30)

/* Of a line that names no student it is the file: "anna" of "logs/anna.jsonl". */
static Str student_of(const char *path) {
    const char *slash = strrchr(path, '/');
    Str name = str_of(slash ? slash + 1 : path);
    ptrdiff_t dot = str_find(name, STR("."), 1);
    return dot > 0 ? str_sub(name, 0, (size_t)dot) : name;
}

static void complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
}

/* A log that cannot be read is said; the report is about the others. In a folder that learners can
 * write to there may be a pipe that nobody writes to. */
static bool add_log(Report *r, Arena *scratch, const char *path) {
    Str text, error;
    bool given = !strcmp(path, "-") || str_starts(str_of(path), STR("/dev/"));
    bool read = given ? file_read(scratch, path, LOG_MOST, &text, &error)
                      : file_read_regular(scratch, path, LOG_MOST, &text, &error);
    if (read)
        report_add(r, student_of(path), text);
    else
        complain(error);
    arena_reset(scratch);
    return read;
}

int lessons_report(const Cli *cli) {
    Report *r = report_make(cli->arena);
    Arena *scratch = arena_child(cli->arena);
    Sink out = sink_file(stdout);
    int status = EXIT_DONE;
    for (int i = 0; i < cli->nargs; i++)
        if (!add_log(r, scratch, cli->args[i]))
            status = EXIT_FILE;
    if (cli->json)
        report_json(r, &out);
    else
        report_text(r, &out);
    return finish_output(&out, status);
}
