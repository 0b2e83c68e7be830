#include "cli/learner.h"

#include <stdlib.h>
#include <time.h>

#include "base/sink.h"
#include "base/text.h"
#include "tutor/journal.h"

static const char *set_variable(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

Learner *learner_make(const Cli *cli) {
    Learner *l = ARENA_NEW(cli->arena, Learner);
    bool nobody = cli->script || cli->follows || cli->present;
    Str folder = nobody ? STR("") : progress_folder(cli->arena);
    if (cli->progress)
        folder = str_of(cli->progress);
    l->progress = progress_make(cli->arena);
    l->log = cli->log ? cli->log : nobody ? NULL : set_variable("TFSCOPE_LOG");
    l->trouble = STR("");
    if (!nobody || cli->progress)
        progress_read(l->progress, folder, &l->trouble);
    return l;
}

/* ---- keeping ---- */

static Str time_now(Arena *a) {
    time_t now = time(NULL);
    struct tm t;
    char text[32] = "";
    if (gmtime_r(&now, &t))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t);
    return str_dup(a, str_of(text));
}

static Str student(void) {
    const char *name = set_variable("TFSCOPE_STUDENT");
    name = name ? name : set_variable("LOGNAME");
    name = name ? name : set_variable("USER");
    return str_of(name ? name : "");
}

/* Steps are too many for a log, and tell a teacher nothing. */
static Str log_deed(Learner *l, Arena *a, const Deed *d) {
    Str trouble = STR("");
    if (!l->log || d->kind == DEED_REACHED)
        return trouble;
    Sink line = sink_memory(a);
    journal_line(&line, d, student(), time_now(a));
    bool good = journal_append(a, str_of(l->log), sink_str(&line), &trouble);
    bool said = l->log_failed;
    l->log_failed = !good;
    return good || said ? STR("") : trouble;
}

Str learner_note(Learner *l, Arena *a, const Log *deeds) {
    Str trouble = STR("");
    if (!deeds) {
        progress_save(l->progress, &trouble);
        return trouble;
    }
    for (size_t i = 0; i < deeds->count; i++) {
        const Deed *d = LOG_AT(deeds, Deed, i);
        progress_note(l->progress, d);
        Str logged = log_deed(l, a, d);
        trouble = logged.len ? logged : trouble;
    }
    Str kept = STR("");
    progress_settle(l->progress, &kept);
    return kept.len ? kept : trouble;
}

/* ---- going on ---- */

static bool is_left(const Progress *p, const Lesson *lesson, Str item) {
    ItemProgress i = progress_item(p, lesson->id, item);
    return !i.right && !i.shown;
}

/* Its end was reached, and all its exercises are done. */
static bool is_finished(const Progress *p, const Lesson *lesson) {
    bool done = progress_lesson(p, lesson->id).ended;
    for (size_t i = 0; i < lesson->nexercises; i++)
        done &= !is_left(p, lesson, lesson->exercises[i].id);
    return done;
}

const Lesson *learner_lesson(const Learner *l, const Lesson *lessons, size_t n, int64_t *step) {
    Str last = progress_last(l->progress);
    *step = -1;
    for (size_t i = 0; i < n; i++) {
        if (!str_eq(lessons[i].id, last))
            continue;
        if (is_finished(l->progress, &lessons[i]) && i + 1 < n)
            i++;
        *step = progress_lesson(l->progress, lessons[i].id).step;
        return &lessons[i];
    }
    return n ? lessons : NULL;
}
