/* present_learn.c: what became of a lesson's questions and exercises, told to those who follow. Who
 * presents asks the audience: all screens show the same question, the same hints, and the answer at
 * the same time. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/update.h"

/* ---- telling ---- */

static StageItem item_of(const State *s, const World *w, Str item, bool done) {
    Tried t = learn_tried(s, w, item);
    bool shown = t.shown || (done && !t.right && learn_item(w, w->lesson->id, item).shown);
    return (StageItem){.item = item,
                       .given = t.given,
                       .hints = t.hints,
                       .right = t.right || (done && !shown),
                       .shown = shown,
                       .passed = t.passed};
}

static void put_item(Stage *stage, const StageItem *i) {
    bool any = i->right || i->shown || i->passed || i->hints > 0 || i->given.len > 0;
    if (any && stage->nitems < STAGE_ITEMS_MOST)
        stage->items[stage->nitems++] = *i;
}

void present_put_items(const State *s, const World *w, Arena *a, Stage *stage) {
    const Lesson *lesson = w->lesson;
    ptrdiff_t asked = learn_open_here(s, w);
    stage->predict = s->predict;
    if (!lesson)
        return;
    if (asked >= 0 && asked == s->asking)
        stage->asking = learn_question(w, asked)->id;
    stage->items = ARENA_ARRAY(a, STAGE_ITEMS_MOST, StageItem);
    for (size_t i = 0; i < lesson->nquestions; i++) {
        bool done = learn_answered(s, w, (ptrdiff_t)i);
        StageItem item = item_of(s, w, lesson->questions[i].id, done);
        put_item(stage, &item);
    }
    for (size_t i = 0; i < lesson->nexercises; i++) {
        bool done = learn_exercise_done(s, w, &lesson->exercises[i]);
        StageItem item = item_of(s, w, lesson->exercises[i].id, done);
        put_item(stage, &item);
    }
}

/* ---- showing ---- */

static const StageItem *find_item(const Stage *stage, Str item) {
    static const StageItem nothing;
    for (size_t i = 0; i < stage->nitems; i++)
        if (str_eq(stage->items[i].item, item))
            return &stage->items[i];
    return &nothing;
}

/* The answer is kept as long as the state: it is copied when it is another one only. True: a hint
 * came. */
static bool take_item(State *s, const World *w, Str id, const StageItem *item) {
    if (item->item.len == 0 && learn_tried(s, w, id).lesson.len == 0)
        return false;
    Tried *t = learn_try(s, w, id);
    int hints = item->hints < HINTS ? item->hints : HINTS;
    bool more = hints > t->hints;
    if (!str_eq(t->given, item->given))
        t->given = str_dup(s->arena, item->given);
    t->hints = hints;
    t->right = item->right;
    t->shown = item->shown;
    t->passed = item->passed;
    return more;
}

static void say_hint(State *s, const World *w, Str id, const Str *hints) {
    int n = learn_tried(s, w, id).hints;
    state_say(s, str_printf(s->brief, _("hint %d of %d: %.*s"), n, HINTS, STR_ARG(hints[n - 1])));
}

static void take_all(State *s, const World *w, const Stage *stage) {
    const Lesson *lesson = w->lesson;
    for (size_t i = 0; i < lesson->nquestions; i++) {
        const Question *q = &lesson->questions[i];
        if (take_item(s, w, q->id, find_item(stage, q->id)) && str_eq(q->id, stage->asking))
            say_hint(s, w, q->id, q->hint);
    }
    for (size_t i = 0; i < lesson->nexercises; i++) {
        const Exercise *e = &lesson->exercises[i];
        if (take_item(s, w, e->id, find_item(stage, e->id)) && e == w->exercise)
            say_hint(s, w, e->id, e->hint);
    }
}

/* The question that is asked there, if it can be asked here. */
static ptrdiff_t asked_there(const State *s, const World *w, const Stage *stage) {
    ptrdiff_t i = learn_open_here(s, w);
    bool same = i >= 0 && stage->asking.len && str_eq(learn_question(w, i)->id, stage->asking);
    return same ? i : QUESTION_NONE;
}

static bool is_answering(const State *s) {
    return s->mode == MODE_PROMPT && s->prompt.kind == PROMPT_ANSWER;
}

void present_take_items(State *s, World *w, const Stage *stage) {
    bool outcome = false;
    s->predict = stage->predict;
    if (!w->lesson || !str_eq(w->lesson->id, stage->lesson))
        return;
    ptrdiff_t before = s->asking;
    take_all(s, w, stage);
    s->asking = asked_there(s, w, stage);
    outcome = learn_has_outcome(s, w);
    if (is_answering(s) && s->asking != before)
        s->mode = MODE_NORMAL;
    if (s->asking == before || (s->asking < 0 && !outcome))
        return;
    s->view[PANE_LESSON] = (PaneView){.selected = -1, .follows = true};
    update_reveal(s, w, PANE_LESSON);
}
