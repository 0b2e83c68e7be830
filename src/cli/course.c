#include "cli/course.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { PACKS_MOST = 100 };

/* The folders that are asked for. */
typedef struct Folders {
    const char *at[PACKS_MOST];
    size_t n;
} Folders;

static void add(Folders *f, const char *folder) {
    if (folder && *folder && f->n < PACKS_MOST)
        f->at[f->n++] = folder;
}

/* "one:two" */
static void add_list(Arena *a, Folders *f, const char *list) {
    while (list && *list) {
        size_t n = strcspn(list, ":");
        add(f, str_dup(a, (Str){list, n}).at);
        list += n + (list[n] == ':');
    }
}

void course_read(const Cli *cli, Course *course) {
    Folders f = {.n = 0};
    if (!cli->no_course)
        add(&f, data_folder(cli->arena, "tfscope/lessons", "lessons"));
    add_list(cli->arena, &f, getenv("TFSCOPE_LESSONS"));
    for (size_t i = 0; i < cli->nlessons; i++)
        add(&f, cli->lessons[i]);
    course_load(cli->arena, f.at, f.n, text_language(), course);
}

static void say(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
}

void course_complain(const Cli *cli, const Course *course) {
    for (size_t i = 0; i < course->faults.count; i++)
        say(pack_fault_text(cli->arena, LOG_AT(&course->faults, PackFault, i)));
}

bool course_asked(const Cli *cli, Course *course) {
    course_read(cli, course);
    course_complain(cli, course);
    if (course->n == 0)
        say(str_of(_("no lessons were found; --lessons names a folder of them")));
    return course->n > 0;
}
