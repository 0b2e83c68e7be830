/* events.c: a run as a file of events, as TensorBoard reads it: the graph, and what sessions gave.
 *
 * Summaries that were fetched are written as they are; numbers that were fetched become scalars,
 * and what a variable held (`variables/NAME`) a histogram, or a scalar. The step of each is how
 * often the same was given before. Time is the run's own: its clock begins at a fixed moment, and
 * each event of the trace is a tick of it. */
#include "base/map.h"
#include "export/graph_def.h"
#include "proto/record.h"
#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"

#define BEGINNING 1500000000.0 /* of the clock of every run */
#define TICK 0.0009765625

typedef struct Writer {
    const Exported *e;
    Sink *out;
    Arena *scratch; /* emptied with each event */
    Moment end;     /* what came later is not told */
    Names *names;   /* of tags */
    Map steps;      /* by tag: how often it was told */
} Writer;

static Tensorflow__Event *event_make(Writer *w, Moment m) {
    arena_reset(w->scratch);
    Tensorflow__Event *e = message_make(w->scratch, &tensorflow__event__descriptor);
    MESSAGE_SET(e, wall_time, BEGINNING + m * TICK);
    return e;
}

static void put_event(Writer *w, const Tensorflow__Event *e) {
    record_put(message_bytes(w->scratch, &e->base), w->out);
}

static void put_version(Writer *w) {
    Tensorflow__Event *e = event_make(w, 0);
    e->what_case = TENSORFLOW__EVENT__WHAT_FILE_VERSION;
    e->file_version = bytes_field(STR("brain.Event:2"));
    put_event(w, e);
}

static void put_graph(Writer *w) {
    Str bytes = graph_def_of(w->e).bytes;
    Tensorflow__Event *e = event_make(w, 0);
    e->what_case = TENSORFLOW__EVENT__WHAT_GRAPH_DEF;
    e->graph_def = bytes_field(bytes);
    if (bytes.len) {
        put_event(w, e);
    }
}

/* How often it was told before. */
static int64_t next_step(Writer *w, Str tag) {
    return map_put(&w->steps, name_of(w->names, tag))->num++;
}

static void put_summary(Writer *w, Tensorflow__Event *e, Tensorflow__Summary *s, Str tag) {
    int64_t step = next_step(w, tag);
    if (step) {
        MESSAGE_SET(e, step, step);
    }
    e->what_case = TENSORFLOW__EVENT__WHAT_SUMMARY;
    e->summary = s;
    put_event(w, e);
}

/* A tensor under a tag: one number as a scalar, several as a histogram. */
static void put_values(Writer *w, Moment m, Str tag, const Tensor *t) {
    Tensorflow__Event *e = event_make(w, m);
    Tensorflow__Summary *s = message_make(w->scratch, &tensorflow__summary__descriptor);
    Tensorflow__Summary__Value *v =
        message_make(w->scratch, &tensorflow__summary__value__descriptor);
    double bad;
    MESSAGE_SET(v, tag, bytes_field(tag));
    if (t->count == 1) {
        v->value_case = TENSORFLOW__SUMMARY__VALUE__VALUE_SIMPLE_VALUE;
        v->simple_value = (float)tensor_f64(t, 0);
    } else {
        v->value_case = TENSORFLOW__SUMMARY__VALUE__VALUE_HISTO;
        v->histo = histogram_message(w->scratch, t, &bad);
    }
    s->value = &v;
    s->n_value = 1;
    if (t->count == 1 || v->histo) {
        put_summary(w, e, s, tag);
    }
}

static bool is_counted(const Tensor *t) {
    DTypeClass class = dtype_class(t->dtype);
    return t->data && t->count > 0 &&
           (class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT || class == DTYPE_CLASS_FLOAT);
}

/* ---- what sessions gave ---- */

/* A picture of which only the size is known is none. */
static void drop_images(Tensorflow__Summary *s) {
    size_t kept = 0;
    for (size_t i = 0; i < s->n_value; i++) {
        if (s->value[i]->value_case != TENSORFLOW__SUMMARY__VALUE__VALUE_IMAGE) {
            s->value[kept++] = s->value[i];
        }
    }
    s->n_value = kept;
}

static void put_summaries(Writer *w, Moment m, const TraceNode *n, const Tensor *t) {
    for (int64_t i = 0; i < t->count; i++) {
        Tensorflow__Event *e = event_make(w, m);
        Tensorflow__Summary *s =
            message_read(w->scratch, &tensorflow__summary__descriptor, tensor_text(t, i));
        if (s) {
            drop_images(s);
        }
        if (s && s->n_value) {
            put_summary(w, e, s, name_str(n->name));
        }
    }
}

static void put_fetch(Writer *w, const TraceRun *run, uint32_t i) {
    const TraceNode *n = run->fetches[i].node;
    const Tensor *t = run->values ? run->values[i] : NULL;
    Moment m = run->cause.moment;
    if (t && t->data && t->dtype == DTYPE_STRING && str_ends(name_str(n->op), STR("Summary"))) {
        put_summaries(w, m, n, t);
    } else if (t && t->count == 1 && is_counted(t)) {
        put_values(w, m, name_str(n->name), t);
    }
}

static void put_run(Writer *w, const TraceRun *run) {
    for (uint32_t i = 0; i < run->nfetches && run->cause.moment < w->end; i++) {
        put_fetch(w, run, i);
    }
}

/* ---- what variables held ---- */

/* Variables of all sessions but the first say which one it is. */
static Str variable_tag(const Writer *w, const TraceVariable *v, uint32_t session) {
    const char *name = v->node->name->text;
    return session ? str_printf(w->e->arena, "variables/%s/session_%u", name, (unsigned)session)
                   : str_printf(w->e->arena, "variables/%s", name);
}

static void put_variable(Writer *w, const TraceVariable *v) {
    for (size_t i = 0; i < v->values.count; i++) {
        const TraceVariableValue *x = LOG_AT(&v->values, TraceVariableValue, i);
        if (x->moment < w->end && x->value && is_counted(x->value)) {
            put_values(w, x->moment, variable_tag(w, v, x->session), x->value);
        }
    }
}

bool export_tfevents(const Exported *e, Sink *out) {
    const Log *runs = &e->trace->runs, *variables = &e->trace->variables;
    size_t all = runs->count + variables->count;
    Writer w = {e, out, arena_child(e->arena), 0, names_make(e->arena), map_make(e->arena)};
    w.end = trace_step_end(e->trace, graph_def_step(e));
    put_version(&w);
    put_graph(&w);
    for (size_t i = 0; i < all && export_goes_on(e, i, all); i++) {
        if (i < runs->count) {
            put_run(&w, *LOG_AT(runs, TraceRun *, i));
        } else {
            put_variable(&w, *LOG_AT(variables, TraceVariable *, i - runs->count));
        }
    }
    return !out->failed;
}
