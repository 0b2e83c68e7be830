/* update_lesson.c: lessons and other programs. */
#include "base/text.h"
#include "ui/lessons.h"
#include "ui/update.h"

static void wish_open(State *s, Str what) {
    s->wish = (Wish){.kind = WISH_OPEN, .text = str_dup(s->brief, what)};
}

void update_lessons(State *s, const World *w, Action a) {
    size_t n;
    (void)a;
    if (w->host->lessons(w->host, &n) && n > 0)
        lessons_begin(s, w);
    else
        state_complain(s, str_of(_("no lessons were found; --lessons names a folder of them")));
    Str trouble = w->host->lesson_trouble(w->host, s->brief);
    if (trouble.len)
        state_complain(s, trouble);
}

static size_t lesson_now(const World *w, const Lesson *lessons, size_t n) {
    for (size_t i = 0; w->lesson && i < n; i++)
        if (str_eq(lessons[i].id, w->lesson->id))
            return i;
    return n;
}

void update_lesson_next(State *s, const World *w, Action a) {
    size_t n;
    const Lesson *lessons = w->host->lessons(w->host, &n);
    size_t now = lessons ? lesson_now(w, lessons, n) : 0;
    if (w->exercise && a.kind == ACTION_LESSON_BACK)
        wish_open(s, w->lesson->id);
    else if (!lessons || n == 0)
        state_complain(s, str_of(_("no lessons were found; --lessons names a folder of them")));
    else if (now == n)
        wish_open(s, lessons[a.kind == ACTION_LESSON_NEXT ? 0 : n - 1].id);
    else if (a.kind == ACTION_LESSON_NEXT && now == n - 1)
        state_complain(s, str_of(_("this is the last lesson")));
    else if (a.kind == ACTION_LESSON_BACK && now == 0)
        state_complain(s, str_of(_("this is the first lesson")));
    else
        wish_open(s, lessons[a.kind == ACTION_LESSON_NEXT ? now + 1 : now - 1].id);
}

void update_open(State *s, const World *w, Action a) {
    (void)w;
    if (a.argument.len == 0)
        state_complain(s, str_of(_("open what? A file, or a lesson: :open NAME")));
    else
        wish_open(s, a.argument);
}
