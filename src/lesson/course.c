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
    Log packs;   /* Str, real paths of packs that were read */
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
    PackReader r = {c->arena, folder, c->lang, false, &faults};
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
    else if (c->lessons.count == PACK_LESSONS_MOST)
        fault(c, folder, STR(""), str_of(_("there are too many lessons; this one is left out")));
    else
        *LOG_PUSH(&c->lessons, Lesson) = lesson;
}

/* Is there a file of this name, whatever it is? */
static bool has_entry(Reading *c, Str folder, const char *name) {
    FolderEntry e =
        folder_find(c->arena, folder, str_printf(c->arena, "%.*s/%s", STR_ARG(folder), name)).entry;
    return e != FOLDER_MISSING;
}

/* A folder in a pack; one without a lesson.json is passed over. */
static void add_below(Reading *c, Str pack, Str name) {
    Str path = str_printf(c->arena, "%.*s/%.*s", STR_ARG(pack), STR_ARG(name));
    FolderFound found = folder_find(c->arena, pack, path);
    if (name.at[0] == '.')
        return;
    if (found.entry == FOLDER_OUTSIDE)
        fault(c, path, STR(""), str_of(_("it leads out of the folder of lessons")));
    else if (found.entry == FOLDER_FOLDER && has_entry(c, path, "lesson.json"))
        add_lesson(c, path);
}

/* A pack that is named twice is read once. */
static bool was_read(Reading *c, Str real) {
    for (size_t i = 0; i < c->packs.count; i++)
        if (str_eq(*LOG_AT(&c->packs, Str, i), real))
            return true;
    *LOG_PUSH(&c->packs, Str) = real;
    return false;
}

static void add_pack(Reading *c, Str pack) {
    size_t n;
    FolderFound found = folder_find(c->arena, pack, pack);
    if (found.entry != FOLDER_FOLDER) {
        fault(c, pack, STR(""), str_of(_("there is no such folder")));
        return;
    }
    if (was_read(c, found.real))
        return;
    if (has_entry(c, pack, "lesson.json")) {
        add_lesson(c, pack);
        return;
    }
    const Str *names = folder_list(c->arena, found.real, &n);
    size_t before = c->lessons.count + c->course->faults.count;
    for (size_t i = 0; names && i < n; i++)
        add_below(c, pack, names[i]);
    if (!names)
        fault(c, pack, STR(""), str_of(_("the folder cannot be read")));
    else if (c->lessons.count + c->course->faults.count == before)
        fault(c, pack, STR(""), str_of(_("there is no lesson in this folder")));
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
                 log_make(a, sizeof(Str))};
    for (size_t i = 0; i < nfolders; i++)
        add_pack(&c, str_dup(a, str_of(folders[i])));
    keep(&c);
}

const Lesson *course_find(const Course *course, Str id) {
    for (size_t i = 0; i < course->n; i++)
        if (str_eq(course->lessons[i].id, id))
            return &course->lessons[i];
    return NULL;
}
