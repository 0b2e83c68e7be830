/* world.c: runs of programs, made ready for views. */
#include "ui/world.h"

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

/* A run may be met again when another lesson is open. */
static void teach(const World *w, Replay *r) {
    Str id = w->lesson ? w->lesson->id : STR("");
    if (str_eq(r->taught, id))
        return;
    r->taught = str_dup(r->arena, id);
    r->teaching = w->lesson ? teaching_make(r->arena, w->lesson, r->trace) : NULL;
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
