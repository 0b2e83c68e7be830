/* lesson.c: reading a lesson. */
#include "lesson/lesson.h"

#include "base/text.h"
#include "lesson/pack.h"

enum { REQUIRES_MOST = 50 };

static void read_requires(PackReader *r, const Spot *whole, Lesson *lesson) {
    Spot list = spot_member(whole, "requires");
    lesson->nrequires = spot_list(r, &list, REQUIRES_MOST);
    lesson->requires = ARENA_ARRAY(r->arena, lesson->nrequires, Str);
    for (Spot i = spot_first(&list); i.json && i.index < lesson->nrequires; spot_next(&i))
        if (i.json->kind == JSON_STRING && i.json->string.len &&
            i.json->string.len <= PACK_LINE_MOST && !pack_has_control(i.json->string, ""))
            lesson->requires[i.index] = i.json->string;
        else
            spot_fault(r, &i, _("the id of a lesson must stand here"));
}

static int read_python(PackReader *r, const Spot *whole) {
    Spot m = spot_member(whole, "python");
    int64_t python = spot_int(r, whole, "python", 0);
    if (m.json && python != 2 && python != 3)
        spot_fault(r, &m, _("the Python of a program is 2 or 3"));
    return python == 2 || python == 3 ? (int)python : 0;
}

static void read_program(PackReader *r, const Spot *whole, Lesson *lesson) {
    Str file = spot_str(r, whole, "program", TEXT_LINE, false);
    lesson->program = pack_read(r, file.len ? file : STR("program.py"));
}

static void read_members(PackReader *r, const Spot *whole, Lesson *lesson) {
    if (!spot_object(r, whole,
                     "id order chapter requires document tf python program claims questions "
                     "exercises"))
        return;
    Str tf = release_read(r, whole);
    lesson->id = spot_str(r, whole, "id", TEXT_ID, true);
    lesson->order = spot_int(r, whole, "order", 0);
    lesson->chapter = spot_text(r, whole, "chapter", TEXT_LINE, false);
    lesson->document = spot_str(r, whole, "document", TEXT_LINE, false);
    lesson->tf = tf.len ? tf : STR("1.15");
    lesson->python = read_python(r, whole);
    read_requires(r, whole, lesson);
    read_program(r, whole, lesson);
    claims_read(r, whole, lesson);
    questions_read(r, whole, lesson);
    exercises_read(r, whole, lesson);
}

bool lesson_read(PackReader *r, Lesson *lesson) {
    size_t before = r->faults->count;
    Str why;
    *lesson = (Lesson){.folder = r->folder};
    const Source *text = pack_read(r, STR("lesson.json"));
    const Json *json = text ? json_parse(r->arena, text->text, &why) : NULL;
    if (text && !json)
        return pack_fault(r, STR("lesson.json"), STR(""), why);
    lesson->json = json;
    if (json)
        read_members(r, &(Spot){.json = json}, lesson);
    prose_read(r, lesson);
    return r->faults->count == before;
}

bool lesson_load(Arena *a, const char *folder, const char *lang, Lesson *lesson, Str *error) {
    Log faults = log_make(a, sizeof(PackFault));
    PackReader r = {a, str_dup(a, str_of(folder)), lang, false, &faults, NULL};
    if (lesson_read(&r, lesson))
        return true;
    *error = pack_fault_text(a, LOG_AT(&faults, PackFault, 0));
    return false;
}

bool lesson_check_form(Arena *a, const char *folder, Lesson *lesson, Log *faults) {
    PackReader r = {a, str_dup(a, str_of(folder)), "en", true, faults, NULL};
    return lesson_read(&r, lesson);
}

/* Takes a key or an index from the front of the way. */
static const Json *go(Arena *a, const Json *from, Str *way) {
    size_t n = 0, index = 0;
    if (way->at[0] == '[') {
        for (n = 1; n < way->len && way->at[n] != ']'; n++)
            index = index * 10 + (size_t)(way->at[n] - '0');
        *way = str_sub(*way, n + 1, way->len);
        const Json *item = from->child;
        while (item && index--)
            item = item->next;
        return item;
    }
    size_t dot = way->at[0] == '.';
    for (n = dot; n < way->len && way->at[n] != '.' && way->at[n] != '['; n++)
        ;
    const char *key = str_dup(a, str_sub(*way, dot, n)).at;
    *way = str_sub(*way, n, way->len);
    return json_get(from, key);
}

Str lesson_place(Arena *a, const Lesson *lesson, Str way) {
    const Json *at = lesson->json;
    for (Str rest = way; rest.len > 0;) {
        const Json *next = go(a, at, &rest);
        if (!next)
            break;
        at = next;
    }
    return str_printf(a, _("line %u, %.*s"), (unsigned)at->line, STR_ARG(way));
}
