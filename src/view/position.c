/* position.c: places in a run and the steps between them. All of it costs as much as it passes. */
#include "view/position.h"

#include "view/view.h"

Position position_end(const Trace *t, size_t step) {
    size_t n = trace_steps(t);
    size_t k = step < n ? step : n;
    return (Position){k, trace_step_end(t, k)};
}

static Moment step_start(const Trace *t, size_t step) {
    return step ? trace_step_at(t, step)->start : trace_step_end(t, 0);
}

Position position_clip(const Trace *t, Position p) {
    Position end = position_end(t, p.step);
    if (end.step != p.step || p.moment > end.moment || p.moment <= step_start(t, end.step))
        return end;
    return p;
}

int position_cmp(Position x, Position y) {
    if (x.step != y.step)
        return x.step < y.step ? -1 : 1;
    return x.moment < y.moment ? -1 : x.moment > y.moment;
}

bool position_inside(const Trace *t, Position p) {
    return p.moment < trace_step_end(t, p.step);
}

/* ---- by events ---- */

static bool told(const Trace *t, Moment event) {
    return story_tells((EventKind)LOG_AT(&t->events, Event, event)->kind);
}

/* The first event from `from` on that is told; `end` when there is none before it. */
static Moment next_told(const Trace *t, Moment from, Moment end) {
    while (from < end && !told(t, from))
        from++;
    return from;
}

/* One behind the last event before `end` that is told; `start` when there is none after it. */
static Moment before_told(const Trace *t, Moment start, Moment end) {
    while (end > start && !told(t, end - 1))
        end--;
    return end;
}

Position position_after(const Trace *t, Moment event) {
    Position end = position_end(t, trace_step_of(t, event));
    if (next_told(t, event + 1, end.moment) == end.moment)
        return end;
    return position_clip(t, (Position){end.step, event + 1});
}

bool position_next(const Trace *t, Position from, Position *to) {
    size_t step = from.step + !position_inside(t, from);
    if (step > trace_steps(t))
        return false;
    Position end = position_end(t, step);
    Moment begin = step == from.step ? from.moment : step_start(t, step);
    Moment event = next_told(t, begin, end.moment);
    *to = event < end.moment ? position_after(t, event) : end;
    return true;
}

bool position_before(const Trace *t, Position from, Position *to) {
    if (from.step == 0)
        return false;
    Moment start = step_start(t, from.step), here = before_told(t, start, from.moment);
    bool stands = here == from.moment || !position_inside(t, from); /* on a stop */
    if (stands && here > start)
        here = before_told(t, start, here - 1);
    *to = here > start ? (Position){from.step, here} : position_end(t, from.step - 1);
    return true;
}

uint32_t position_frame(const Trace *t, Position p) {
    if (p.step == 0)
        return FRAME_NONE;
    const Step *s = trace_step_at(t, p.step);
    uint32_t frame = s->frame;
    for (Moment m = s->start; m < p.moment; m++)
        frame = story_frame_after(t, LOG_AT(&t->events, Event, m), frame);
    return frame;
}

uint32_t position_frame_seen(const Trace *t, Position p) {
    uint32_t frame = position_frame(t, p);
    if (frame < t->frames.count || p.step == 0)
        return frame;
    frame = trace_step_at(t, p.step)->frame;
    while (frame < t->frames.count && t->end != END_RAISED &&
           trace_frame_at(t, frame)->parent < t->frames.count)
        frame = trace_frame_at(t, frame)->parent;
    return frame;
}

/* ---- blocks ---- */

/* The blocks around a position, from the innermost: scopes and calls, by where they began. */
typedef struct Blocks {
    const Trace *trace;
    const TraceScope *scope; /* the next scope outwards, or NULL */
    uint32_t frame;          /* the next call outwards, or FRAME_NONE */
} Blocks;

typedef struct Block {
    Moment entered, left; /* events; left is MOMENT_END when the run ended inside */
} Block;

static Blocks blocks_around(const Trace *t, Position p) {
    return (Blocks){t, trace_scope_at(t, p.moment), position_frame(t, p)};
}

static bool is_block(const TraceScope *s) {
    return s && s->kind != SCOPE_ROOT;
}

static const TraceFrame *call_of(const Blocks *b) {
    if (b->frame >= b->trace->frames.count)
        return NULL;
    const TraceFrame *f = trace_frame_at(b->trace, b->frame);
    return f->parent == FRAME_NONE ? NULL : f;
}

static bool next_block(Blocks *b, Block *block) {
    const TraceFrame *call = call_of(b);
    if (!is_block(b->scope) && !call)
        return false;
    if (!call || (is_block(b->scope) && b->scope->cause.moment > call->entered)) {
        *block = (Block){b->scope->cause.moment, b->scope->left};
        b->scope = b->scope->parent;
        return true;
    }
    *block = (Block){call->entered, call->left};
    b->frame = call->parent;
    return true;
}

BlockFound position_block_end(const Trace *t, Position from, Position *to) {
    Blocks around = blocks_around(t, from);
    for (Block b; next_block(&around, &b);) {
        bool cut = b.left >= trace_now(t);
        *to = cut ? position_end(t, trace_steps(t)) : position_after(t, b.left);
        if (position_cmp(*to, from) > 0)
            return cut ? BLOCK_CUT : BLOCK_FOUND;
    }
    return BLOCK_NONE;
}

/* The block that an event ends. */
static bool ended_block(const Trace *t, const Event *e, Block *block) {
    if (e->kind == EVENT_LEAVE) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, e->arg);
        *block = (Block){s->cause.moment, s->left};
        return is_block(s);
    }
    if (e->kind != EVENT_RETURN)
        return false;
    const TraceFrame *f = trace_frame_at(t, e->arg);
    *block = (Block){f->entered, f->left};
    return f->parent != FRAME_NONE;
}

/* Where none is open, the outermost one that this step ended: so the way to the end of a block has
 * a way back, and an error has one to the block that it ended. */
static BlockFound start_of_ended(const Trace *t, Position from, Position *to) {
    Block block;
    for (Moment m = from.moment; from.step > 0 && m > step_start(t, from.step); m--)
        if (ended_block(t, LOG_AT(&t->events, Event, m - 1), &block)) {
            *to = position_after(t, block.entered);
            return position_cmp(*to, from) < 0 ? BLOCK_FOUND : BLOCK_NONE;
        }
    return BLOCK_NONE;
}

BlockFound position_block_start(const Trace *t, Position from, Position *to) {
    Blocks around = blocks_around(t, from);
    bool open = false;
    for (Block b; next_block(&around, &b); open = true) {
        *to = position_after(t, b.entered);
        if (position_cmp(*to, from) < 0)
            return BLOCK_FOUND;
    }
    return open ? BLOCK_NONE : start_of_ended(t, from, to);
}
