/* html_values.c: what Python names held, from which step on; what sessions ran; what was printed.
 *
 * A name is looked at when it was bound; and, as a list may change without being bound, every name
 * of the frames that one sees is looked at again after anything changed anywhere. Only what reads
 * otherwise than before is written. */
#include "export/html_inner.h"
#include "view/bound.h"
#include "view/position.h"

enum { FRAMES_MOST = 16, DEPTH = 2 };

/* A frame as it was looked at last. */
typedef struct Seen {
    uint32_t *text;   /* [cells] what each name read; NULL: never looked at */
    uint64_t changes; /* of anything, then */
} Seen;

typedef struct Values {
    Html *h;
    Seen *seen; /* [frames] */
    uint64_t changes;
    Column frame, slot, step, text;
} Values;

static uint32_t read_text(Html *h, const TraceFrame *f, uint32_t slot, Moment m) {
    Value v = trace_local_at(f, slot, m);
    Sink out = sink_memory(h->scratch);
    if (!bound_shown(f->names[slot], v))
        return 0;
    value_show(&out, v, m, DEPTH);
    uint32_t id = (uint32_t)texts_id(&h->texts, html_cut(h->scratch, sink_str(&out)));
    arena_reset(h->scratch);
    return id;
}

static void look(Values *v, uint32_t frame, uint32_t slot, size_t k) {
    const Trace *t = v->h->e->trace;
    const TraceFrame *f = trace_frame_at(t, frame);
    Seen *seen = &v->seen[frame];
    if (slot >= f->ncells)
        return;
    if (!seen->text)
        seen->text = ARENA_ARRAY(v->h->e->arena, f->ncells, uint32_t);
    uint32_t text = read_text(v->h, f, slot, trace_step_end(t, k));
    if (text == seen->text[slot])
        return;
    seen->text[slot] = text;
    column_add(&v->frame, frame);
    column_add(&v->slot, slot);
    column_add(&v->step, (int64_t)k);
    column_add(&v->text, text);
}

static void look_at_frame(Values *v, uint32_t frame, size_t k) {
    Seen *seen = &v->seen[frame];
    if (seen->changes == v->changes)
        return;
    seen->changes = v->changes;
    for (uint32_t i = 0; i < trace_frame_at(v->h->e->trace, frame)->ncells; i++)
        look(v, frame, i, k);
}

/* The frame that runs, those that called it, the globals. */
static void look_around(Values *v, const Bound *b, uint32_t frame, size_t k) {
    const Trace *t = v->h->e->trace;
    const TraceFrame *globals =
        frame < t->frames.count ? bound_globals(b, trace_frame_at(t, frame)) : NULL;
    for (int i = 0; i < FRAMES_MOST && frame < t->frames.count; i++) {
        look_at_frame(v, frame, k);
        frame = trace_frame_at(t, frame)->parent;
    }
    if (globals)
        look_at_frame(v, globals->index, k);
}

static void look_at_step(Values *v, const Bound *b, size_t k) {
    const Trace *t = v->h->e->trace;
    const Step *s = trace_step_at(t, k);
    uint32_t frame = s->frame;
    for (Moment m = s->start; m < trace_step_end(t, k); m++) {
        const Event *e = LOG_AT(&t->events, Event, m);
        bool bound = e->kind == EVENT_BIND || e->kind == EVENT_UNBIND;
        v->changes += e->kind == EVENT_CHANGE || e->kind == EVENT_SHAPE;
        if (bound && frame < t->frames.count)
            look(v, frame, e->arg, k);
        frame = story_frame_after(t, e, frame);
    }
    look_around(v, b, position_frame_seen(t, position_end(t, k)), k);
}

static void put_frames(Html *h) {
    const Trace *t = h->e->trace;
    Column c = column_make(h->e->arena), functions = c, modules = c, parents = c;
    for (size_t i = 0; i < t->frames.count; i++) {
        const TraceFrame *f = trace_frame_at(t, (uint32_t)i);
        column_add(&functions, texts_id(&h->texts, name_str(f->function)));
        column_add(&modules, f->module);
        column_add(&parents, f->parent == FRAME_NONE ? 0 : (int64_t)f->parent + 1);
    }
    column_put(&functions, h->j, "frameFunction");
    column_put(&modules, h->j, "frameModule");
    column_put(&parents, h->j, "frameParent");
}

static void put_values(Html *h) {
    const Trace *t = h->e->trace;
    const Bound *b = bound_make(h->e->arena, t);
    Column c = column_make(h->e->arena), name = c;
    Values v = {h, ARENA_ARRAY(h->e->arena, t->frames.count + 1, Seen), 1, c, c, c, c};
    for (size_t k = 1; k <= trace_steps(t); k++)
        look_at_step(&v, b, k);
    for (size_t i = 0; i < v.slot.at.count; i++) {
        const TraceFrame *f = trace_frame_at(t, (uint32_t)*LOG_AT(&v.frame.at, int64_t, i));
        Name n = f->names[*LOG_AT(&v.slot.at, int64_t, i)];
        column_add(&name, texts_id(&h->texts, name_str(n)));
    }
    column_put_rising(&v.frame, h->j, "valueFrame");
    column_put(&name, h->j, "valueName");
    column_put_rising(&v.step, h->j, "valueStep");
    column_put(&v.text, h->j, "valueText");
}

/* ---- sessions and output ---- */

/* step, [name, value …] of each run */
static void put_run(Html *h, const TraceRun *r) {
    json_int(h->j, (int64_t)html_step(h, r->cause.moment));
    json_array(h->j);
    for (uint32_t i = 0; i < r->nfetches; i++) {
        const TraceNode *n = r->fetches[i].node;
        const Tensor *value = r->values[i];
        json_int(h->j, texts_id(&h->texts, n ? name_str(n->name) : STR("")));
        json_int(h->j, value ? texts_id(&h->texts, view_value(h->scratch, value)) : 0);
    }
    json_end_array(h->j);
    arena_reset(h->scratch);
}

static void put_runs(Html *h) {
    const Trace *t = h->e->trace;
    json_key(h->j, "runs");
    json_array(h->j);
    for (size_t i = 0; i < t->runs.count; i++)
        put_run(h, *LOG_AT(&t->runs, TraceRun *, i));
    json_end_array(h->j);
}

/* Pieces: their steps; negative ones are of standard error. */
static void put_output(Html *h) {
    const Trace *t = h->e->trace;
    Column steps = column_make(h->e->arena);
    json_key(h->j, "printed");
    json_array(h->j);
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        int64_t step = (int64_t)html_step(h, p->moment);
        json_int(h->j, texts_id(&h->texts, p->text));
        column_add(&steps, p->error ? -step : step);
    }
    json_end_array(h->j);
    column_put(&steps, h->j, "printedStep");
}

void html_put_values(Html *h) {
    put_frames(h);
    put_values(h);
    put_runs(h);
    put_output(h);
}
