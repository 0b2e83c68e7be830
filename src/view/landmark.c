/* landmark.c: gathers landmarks and finds them. */
#include "view/landmark.h"

/* One landmark, kept small: there may be as many as steps. */
typedef struct Mark {
    Moment event;
    Moment stop; /* moment of its position */
    uint32_t step;
} Mark;

struct Landmarks {
    const Trace *trace;
    Log marks; /* Mark, in order */
};

static bool kind_of(EventKind event, LandmarkKind *kind) {
    switch (event) {
    case EVENT_ENTER: *kind = LANDMARK_ENTER; return true;
    case EVENT_LEAVE: *kind = LANDMARK_LEAVE; return true;
    case EVENT_VARIABLE: *kind = LANDMARK_VARIABLE; return true;
    case EVENT_SHARE: *kind = LANDMARK_SHARE; return true;
    case EVENT_REUSE: *kind = LANDMARK_REUSE; return true;
    case EVENT_RAISE: *kind = LANDMARK_ERROR; return true;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_OUTPUT:
    case EVENT_NODE:
    case EVENT_SHAPE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: return false;
    }
    return false;
}

static EventKind event_kind(const Trace *t, Moment event) {
    return (EventKind)LOG_AT(&t->events, Event, event)->kind;
}

static void gather_step(Landmarks *l, size_t step) {
    const Trace *t = l->trace;
    Moment start = trace_step_at(t, step)->start, end = trace_step_end(t, step);
    LandmarkKind kind;
    Mark *last = NULL;
    for (Moment m = start; m < end; m++) {
        if (!kind_of(event_kind(t, m), &kind))
            continue;
        last = LOG_PUSH(&l->marks, Mark);
        *last = (Mark){m, m + 1, (uint32_t)step};
    }
    if (last)
        last->stop = end;
}

const Landmarks *landmarks_make(Arena *a, const Trace *t) {
    Landmarks *l = ARENA_NEW(a, Landmarks);
    *l = (Landmarks){t, log_make(a, sizeof(Mark))};
    for (size_t step = 1; step <= trace_steps(t); step++)
        gather_step(l, step);
    return l;
}

size_t landmarks_count(const Landmarks *l) {
    return l->marks.count;
}

Landmark landmarks_at(const Landmarks *l, size_t i) {
    const Mark *m = LOG_AT(&l->marks, Mark, i);
    LandmarkKind kind = LANDMARK_ENTER;
    kind_of(event_kind(l->trace, m->event), &kind);
    return (Landmark){kind, m->event, {m->step, m->stop}};
}

/* How many landmarks stop at positions that compare to p as at most `most`. */
static size_t count(const Landmarks *l, Position p, int most) {
    size_t low = 0, high = l->marks.count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const Mark *m = LOG_AT(&l->marks, Mark, mid);
        if (position_cmp((Position){m->step, m->stop}, p) <= most)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t landmarks_before(const Landmarks *l, Position p) {
    return count(l, p, -1);
}

size_t landmarks_until(const Landmarks *l, Position p) {
    return count(l, p, 0);
}
