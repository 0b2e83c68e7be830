/* course.c: the lessons of several packs as one course.
 *
 * Whatever is wrong with a lesson is one fault, and the lesson is left out; the others are read all
 * the same. What a lesson requires must come before it; that which was left out is not missed a
 * second time. */
#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "base/text.h"
#include "lesson/pack.h"

/* A course that is being read. */
typedef struct Reading {
    Arena *arena;
    const char *lang;
    Course *course;
    Log lessons; /* Lesson, those without a fault so far */
    Log missed;  /* Str, ids of those that were left out */
    Log read;    /* Str, real paths of lessons that were read */
    size_t left; /* bytes that may still be read */
} Reading;

static void fault(Reading *c, Str file, Str place, Str message) {
    *LOG_PUSH(&c->course->faults, PackFault) = (PackFault){file, place, message};
}

/* "three-names" of "17-three-names": what the id would have been, as far as one can tell. */
static Str id_of_folder(Str folder) {
    size_t from = folder.len;
    while (from > 0 && folder.at[from - 1] != '/')
        from--;
    Str name = str_sub(folder, from, folder.len);
    while (name.len && ((name.at[0] >= '0' && name.at[0] <= '9') || name.at[0] == '-'))
        name = str_sub(name, 1, name.len);
    return name;
}

static const Lesson *lesson_called(const Reading *c, Str id) {
    for (size_t i = 0; i < c->lessons.count; i++)
        if (str_eq(LOG_AT(&c->lessons, Lesson, i)->id, id))
            return LOG_AT(&c->lessons, Lesson, i);
    return NULL;
}

static Str json_of(Reading *c, const Lesson *lesson) {
    return str_printf(c->arena, "%.*s/lesson.json", STR_ARG(lesson->folder));
}

static void add_lesson(Reading *c, Str folder) {
    Log faults = log_make(c->arena, sizeof(PackFault));
    PackReader r = {c->arena, folder, c->lang, false, &faults, &c->left};
    Lesson lesson;
    if (!lesson_read(&r, &lesson)) {
        *LOG_PUSH(&c->course->faults, PackFault) = *LOG_AT(&faults, PackFault, 0);
        *LOG_PUSH(&c->missed, Str) = lesson.id.len ? lesson.id : id_of_folder(folder);
        return;
    }
    const Lesson *same = lesson_called(c, lesson.id);
    if (same)
        fault(c, json_of(c, &lesson), STR("id"),
              str_printf(c->arena, _("%.*s has the same id"), STR_ARG(same->folder)));
    else
        *LOG_PUSH(&c->lessons, Lesson) = lesson;
}

/* What was named twice is read once. */
static bool was_read(Reading *c, Str real) {
    for (size_t i = 0; i < c->read.count; i++)
        if (str_eq(*LOG_AT(&c->read, Str, i), real))
            return true;
    *LOG_PUSH(&c->read, Str) = real;
    return false;
}

static void add_pack(Reading *c, Str pack) {
    Log folders = log_make(c->arena, sizeof(Str));
    pack_lessons(c->arena, pack, &folders, &c->course->faults);
    for (size_t i = 0; i < folders.count; i++) {
        Str folder = *LOG_AT(&folders, Str, i);
        if (c->read.count == PACK_LESSONS_MOST) {
            fault(c, folder, STR(""),
                  str_of(_("there are too many lessons; what follows is left out")));
            return;
        }
        if (!was_read(c, folder_find(c->arena, folder, folder).real))
            add_lesson(c, folder);
    }
}

/* ---- order ---- */

static int by_order(const void *x, const void *y) {
    const Lesson *a = x, *b = y;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return str_cmp(a->id, b->id);
}

static bool was_missed(const Reading *c, Str id) {
    for (size_t i = 0; i < c->missed.count; i++)
        if (str_eq(*LOG_AT(&c->missed, Str, i), id))
            return true;
    return false;
}

/* Does a requirement hold: is there such a lesson, before this one? As each goes back in the order,
 * none can go round in a circle. */
static bool check_required(Reading *c, const Lesson *lesson, size_t i) {
    const Lesson *required = lesson_called(c, lesson->requires[i]);
    const char *message = !required ? _("there is no lesson \"%.*s\"")
                          : by_order(required, lesson) >= 0
                              ? _("the lesson \"%.*s\" does not come before this one")
                              : NULL;
    if (!message || (!required && was_missed(c, lesson->requires[i])))
        return true;
    fault(c, json_of(c, lesson), str_printf(c->arena, "requires[%zu]", i),
          str_printf(c->arena, message, STR_ARG(lesson->requires[i])));
    return false;
}

static bool check_requires(Reading *c, const Lesson *lesson) {
    for (size_t i = 0; i < lesson->nrequires; i++)
        if (!check_required(c, lesson, i))
            return false;
    return true;
}

/* Keeps the lessons whose requirements hold, by order. */
static void keep(Reading *c) {
    Course *course = c->course;
    course->lessons = ARENA_ARRAY(c->arena, c->lessons.count, Lesson);
    for (size_t i = 0; i < c->lessons.count; i++) {
        const Lesson *lesson = LOG_AT(&c->lessons, Lesson, i);
        if (check_requires(c, lesson))
            course->lessons[course->n++] = *lesson;
    }
    if (course->n)
        qsort(course->lessons, course->n, sizeof *course->lessons, by_order);
}

void course_load(Arena *a, const char *const *folders, size_t nfolders, const char *lang,
                 Course *course) {
    *course = (Course){.faults = log_make(a, sizeof(PackFault))};
    Reading c = {a,
                 lang,
                 course,
                 log_make(a, sizeof(Lesson)),
                 log_make(a, sizeof(Str)),
                 log_make(a, sizeof(Str)),
                 PACK_COURSE_MOST};
    for (size_t i = 0; i < nfolders; i++)
        add_pack(&c, str_dup(a, str_of(folders[i])));
    keep(&c);
}

static const Lesson *find_id(const Course *course, Str id) {
    for (size_t i = 0; i < course->n; i++)
        if (str_eq(course->lessons[i].id, id))
            return &course->lessons[i];
    return NULL;
}

const Lesson *course_find(const Course *course, Str what) {
    const Lesson *found = find_id(course, what);
    size_t number = 0, i = 0;
    while (i < what.len && i < 6 && what.at[i] >= '0' && what.at[i] <= '9')
        number = 10 * number + (size_t)(what.at[i++] - '0');
    if (found || i == 0)
        return found;
    if (i == what.len)
        return number >= 1 && number <= course->n ? &course->lessons[number - 1] : NULL;
    return what.at[i] == '-' ? find_id(course, str_sub(what, i + 1, what.len)) : NULL;
}
