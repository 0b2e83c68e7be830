/* world.c: runs of programs, made ready for views. */
#include "ui/world.h"

#include "base/text.h"
#include "tutor/question.h"

World *world_make(Arena *a, Host *host) {
    World *w = ARENA_NEW(a, World);
    *w = (World){.arena = a, .host = host, .replays = log_make(a, sizeof(Replay *))};
    return w;
}

static bool same_source(const Source *x, const Source *y) {
    return x == y ||
           (str_eq(x->name, y->name) && str_eq(x->folder, y->folder) && str_eq(x->text, y->text));
}

/* Python 0 is told from the text: the run knows which one that was. */
static bool same_attempt(const Replay *r, const Attempt *a) {
    bool python = r->attempt.python == a->python ||
                  (r->accepted && r->attempt.python == 0 && r->trace->python == a->python);
    return python && str_eq(r->attempt.tf, a->tf) && same_source(r->attempt.source, a->source);
}

/* What views ask again and again. */
static void gather(Replay *r) {
    r->why = why_make(r->arena, r->trace);
    r->outlines = outlines_make(r->arena, r->trace);
    r->landmarks = landmarks_make(r->arena, r->trace);
    r->gathered = gather_make(r->arena, r->trace);
}

Str world_item(const World *w, Arena *a) {
    if (!w->lesson)
        return STR("");
    if (!w->exercise)
        return w->lesson->id;
    return str_printf(a, "%.*s#%.*s", STR_ARG(w->lesson->id), STR_ARG(w->exercise->id));
}

static const Quiz *quiz_make(Arena *a, const Lesson *lesson, const Trace *t) {
    Quiz *q = ARENA_NEW(a, Quiz);
    size_t n = lesson->nquestions;
    *q = (Quiz){n, ARENA_ARRAY(a, n, bool), ARENA_ARRAY(a, n, size_t), ARENA_ARRAY(a, n, size_t)};
    for (size_t i = 0; i < n; i++)
        q->comes[i] = question_place(&lesson->questions[i], t, &q->place[i]) &&
                      question_reveal(&lesson->questions[i], t, &q->shown[i]);
    return q;
}

static void teach_now(const World *w, Replay *r) {
    r->teaching = NULL;
    r->quiz = NULL;
    r->judged = NULL;
    if (w->exercise) {
        r->judged = exercise_judge(r->arena, w->exercise, r->trace, r->accepted);
    } else if (w->lesson) {
        r->teaching = teaching_make(r->arena, w->lesson, r->trace);
        r->quiz = quiz_make(r->arena, w->lesson, r->trace);
    }
}

/* A run may be met again when another lesson is open, or in the other language. */
static void teach(const World *w, Replay *r) {
    Str item = world_item(w, r->arena), lang = str_of(text_language());
    if (str_eq(r->taught, item) && (item.len == 0 || str_eq(r->taught_in, lang)))
        return;
    r->taught = str_dup(r->arena, item);
    r->taught_in = lang;
    teach_now(w, r);
}

void world_teach(World *w) {
    Arena *scratch = arena_new(0);
    Str item = world_item(w, scratch);
    for (uint32_t i = 0; item.len && i < w->replays.count; i++)
        if (str_eq(world_replay(w, i)->taught, item))
            teach(w, *LOG_AT(&w->replays, Replay *, i));
    arena_free(scratch);
}

static Replay *replay_make(World *w, const Attempt *attempt) {
    Replay *r = ARENA_NEW(w->arena, Replay);
    r->arena = arena_new(0);
    r->attempt = *attempt;
    r->attempt.tf = str_dup(r->arena, attempt->tf);
    w->host->run(w->host, attempt, r);
    gather(r);
    return r;
}

bool replay_interrupted(const Replay *r) {
    return r->trace->end == END_BUDGET && r->trace->budget == BUDGET_INTERRUPT;
}

static uint32_t find_attempt(const World *w, const Attempt *attempt) {
    uint32_t i = 0;
    while (i < w->replays.count &&
           (!same_attempt(world_replay(w, i), attempt) || replay_interrupted(world_replay(w, i))))
        i++;
    return i;
}

uint32_t world_run(World *w, const Attempt *attempt) {
    uint32_t i = find_attempt(w, attempt);
    if (i == w->replays.count) {
        Replay *r = replay_make(w, attempt);
        *LOG_PUSH(&w->replays, Replay *) = r;
    }
    teach(w, *LOG_AT(&w->replays, Replay *, i));
    return i;
}

bool world_has_file(const World *w) {
    return w->path.len && !str_is(w->path, "-");
}

const Replay *world_replay(const World *w, uint32_t index) {
    return *LOG_AT(&w->replays, Replay *, index);
}

void world_free(World *w) {
    for (uint32_t i = 0; i < w->replays.count; i++) {
        Replay *r = *LOG_AT(&w->replays, Replay *, i);
        w->host->release(w->host, r);
        arena_free(r->arena);
    }
    w->replays = log_make(w->arena, sizeof(Replay *));
}
