/* check_command.c: `tfscope lessons check DIR...`. */
#include "base/folder.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/course.h"
#include "cli/lessons.h"
#include "cli/probe.h"

static void put_text(const Log *faults, Arena *a, Sink *out) {
    for (size_t i = 0; i < faults->count; i++) {
        sink_safe(out, pack_fault_text(a, LOG_AT(faults, PackFault, i)));
        sink_char(out, '\n');
    }
}

static void put_member(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void put_json(const Log *faults, Sink *out) {
    JsonWriter j = json_to(out);
    json_array(&j);
    for (size_t i = 0; i < faults->count; i++) {
        const PackFault *f = LOG_AT(faults, PackFault, i);
        json_object(&j);
        put_member(&j, "file", f->file);
        put_member(&j, "place", f->place);
        put_member(&j, "message", f->message);
        json_end_object(&j);
    }
    json_end_array(&j);
    sink_char(out, '\n');
}

/* Is the same file told of already? What keeps a lesson from being read was told by its check. */
static bool is_told(const Log *faults, const PackFault *fault) {
    for (size_t i = 0; i < faults->count; i++)
        if (str_eq(LOG_AT(faults, PackFault, i)->file, fault->file) &&
            str_eq(LOG_AT(faults, PackFault, i)->message, fault->message))
            return true;
    return false;
}

static bool is_below(const Cli *cli, Str file) {
    for (int i = 0; i < cli->nargs; i++)
        if (folder_find(cli->arena, str_of(cli->args[i]), file).entry != FOLDER_OUTSIDE)
            return true;
    return false;
}

/* How the lessons stand together, and with the program's own course: ids, what they require. */
static void check_together(const Cli *cli, Log *faults) {
    Cli with = *cli;
    Course all;
    with.lessons = (const char **)(uintptr_t)cli->args;
    with.nlessons = (size_t)cli->nargs;
    course_read(&with, &all);
    for (size_t i = 0; i < all.faults.count; i++) {
        const PackFault *f = LOG_AT(&all.faults, PackFault, i);
        if (is_below(cli, f->file) && !is_told(faults, f))
            *LOG_PUSH(faults, PackFault) = *f;
    }
}

/* False: a folder cannot be read. */
static bool check_packs(const Cli *cli, Log *faults, size_t *n) {
    CheckHost *host = probe_make(cli->arena);
    Log folders = log_make(cli->arena, sizeof(Str));
    bool there = true;
    for (int i = 0; i < cli->nargs; i++)
        there &= pack_lessons(cli->arena, str_of(cli->args[i]), &folders, faults);
    for (size_t i = 0; i < folders.count; i++) {
        const char *folder = str_dup(cli->arena, *LOG_AT(&folders, Str, i)).at;
        check_lesson(cli->arena, folder, host, faults);
        probe_done(host);
    }
    *n = folders.count;
    check_together(cli, faults);
    return there;
}

int lessons_check(const Cli *cli) {
    Log faults = log_make(cli->arena, sizeof(PackFault));
    Sink out = sink_file(stdout);
    size_t n;
    bool there = check_packs(cli, &faults, &n);
    if (cli->json)
        put_json(&faults, &out);
    else
        put_text(&faults, cli->arena, &out);
    if (!cli->json && !cli->quiet)
        sink_printf(&out, _("lessons: %zu, faults: %zu\n"), n, faults.count);
    return finish_output(&out, !there ? EXIT_FILE : faults.count ? EXIT_CHECK : EXIT_DONE);
}
