/* pytutor.c: a run in the trace form of Python Tutor, version 5: {"code", "trace"}, a point for
 * each line before it runs, with the names of all functions that run, the objects that they lead
 * to, and what was printed so far.
 *
 * It has no graph: nodes, scopes and variables of TensorFlow are objects with their text. A trace
 * that was read has only the texts of objects, and so has what is made of it. */
#include "export/export.h"

#include <math.h>

#include "view/view.h"

enum { PARTS_MOST = 200 }; /* objects of one point; what more there is has its text */

typedef struct Tutor {
    const Exported *e;
    JsonWriter j;
    Arena *a; /* of one point */
    Moment m;
    const Object *heap[PARTS_MOST];
    size_t nheap;
} Tutor;

/* ---- values ---- */

static Str shown(Tutor *t, Value v) {
    Sink text = sink_memory(t->a);
    value_show(&text, v, t->m, 2);
    return sink_str(&text);
}

static bool is_type(const Object *o, const char *name) {
    return str_is(name_str(o->type->name), name);
}

/* The content of a str whose repr is nothing but quotes around it. */
static bool plain_text(Str repr, Str *text) {
    bool quoted = repr.len >= 2 && repr.at[0] == '\'' && repr.at[repr.len - 1] == '\'';
    *text = quoted ? str_sub(repr, 1, repr.len - 1) : repr;
    return quoted && str_find(repr, STR("\\"), 0) < 0;
}

/* The number of an object in the heap, from 1; 0: there is no room for it. */
static size_t heap_number(Tutor *t, const Object *o) {
    for (size_t i = 0; i < t->nheap; i++)
        if (t->heap[i] == o)
            return i + 1;
    if (t->nheap == PARTS_MOST)
        return 0;
    t->heap[t->nheap++] = o;
    return t->nheap;
}

static void put_two(Tutor *t, const char *kind, Str text) {
    json_array(&t->j);
    json_str(&t->j, str_of(kind));
    json_str(&t->j, text);
    json_end_array(&t->j);
}

static void put_object(Tutor *t, Value v) {
    Str text;
    const Object *o = v.as.object;
    if (is_type(o, "str") && plain_text(shown(t, v), &text)) {
        json_str(&t->j, text);
        return;
    }
    size_t number = heap_number(t, o);
    if (number == 0) {
        json_str(&t->j, shown(t, v));
        return;
    }
    json_array(&t->j);
    json_str(&t->j, STR("REF"));
    json_int(&t->j, (int64_t)number);
    json_end_array(&t->j);
}

static void put_value(Tutor *t, Value v) {
    switch (v.kind) {
    case VALUE_UNBOUND: put_two(t, "SPECIAL_FLOAT", STR("unbound")); return;
    case VALUE_NONE: json_null(&t->j); return;
    case VALUE_BOOL: json_bool(&t->j, v.as.boolean); return;
    case VALUE_INT: json_int(&t->j, v.as.integer); return;
    case VALUE_FLOAT:
        if (isfinite(v.as.real) && v.as.real != floor(v.as.real))
            json_double(&t->j, v.as.real);
        else
            put_two(t, "SPECIAL_FLOAT", shown(t, v));
        return;
    case VALUE_OBJECT: put_object(t, v); return;
    }
}

/* ---- the heap ---- */

static void put_element(void *context, Str label, Value part) {
    if (label.len > 0 && label.at[0] == '[')
        put_value(context, part);
}

/* ["key", value]: the label is "['key']", "[1]" or ".name". */
static void put_entry(void *context, Str label, Value part) {
    Tutor *t = context;
    Str key = label, text;
    if (label.len > 2 && label.at[0] == '[')
        key = str_sub(label, 1, label.len - 1);
    else if (label.len > 1)
        key = str_sub(label, 1, label.len);
    json_array(&t->j);
    json_str(&t->j, plain_text(key, &text) ? text : key);
    put_value(t, part);
    json_end_array(&t->j);
}

/* What a trace that was read knows of an object is its text. */
static void has_label(void *context, Str label, Value part) {
    (void)part;
    *(bool *)context |= label.len > 0;
}

static bool has_parts(const Tutor *t, const Object *o) {
    bool any = false;
    if (o->type->parts)
        o->type->parts(o, t->m, has_label, &any);
    return any;
}

static void put_container(Tutor *t, const char *kind, const Object *o, PartFn *each) {
    json_array(&t->j);
    json_str(&t->j, str_of(kind));
    if (o->type->parts)
        o->type->parts(o, t->m, each, t);
    json_end_array(&t->j);
}

static void put_pretty(Tutor *t, const Object *o) {
    json_array(&t->j);
    json_str(&t->j, STR("INSTANCE_PPRINT"));
    json_str(&t->j, name_str(o->type->name));
    json_str(&t->j, shown(t, value_object(o)));
    json_end_array(&t->j);
}

static void put_function(Tutor *t, const Object *o) {
    json_array(&t->j);
    json_str(&t->j, STR("FUNCTION"));
    json_str(&t->j, shown(t, value_object(o)));
    json_null(&t->j);
    json_end_array(&t->j);
}

static void put_instance(Tutor *t, const Object *o) {
    json_array(&t->j);
    json_str(&t->j, STR("INSTANCE"));
    json_str(&t->j, name_str(o->type->name));
    o->type->parts(o, t->m, put_entry, t);
    json_end_array(&t->j);
}

static void put_heap_object(Tutor *t, const Object *o) {
    if (is_type(o, "function"))
        put_function(t, o);
    else if (!has_parts(t, o))
        put_pretty(t, o);
    else if (is_type(o, "list"))
        put_container(t, "LIST", o, put_element);
    else if (is_type(o, "tuple"))
        put_container(t, "TUPLE", o, put_element);
    else if (is_type(o, "set"))
        put_container(t, "SET", o, put_element);
    else if (is_type(o, "dict"))
        put_container(t, "DICT", o, put_entry);
    else
        put_instance(t, o);
}

/* Objects that are met while others are written join the end. */
static void put_heap(Tutor *t) {
    json_key(&t->j, "heap");
    json_object(&t->j);
    for (size_t i = 0; i < t->nheap; i++) {
        json_key(&t->j, str_printf(t->a, "%zu", i + 1).at);
        put_heap_object(t, t->heap[i]);
    }
    json_end_object(&t->j);
}

/* ---- names ---- */

static bool is_bound(const Tutor *t, const TraceFrame *f, uint32_t slot) {
    Value v = trace_local_at(f, slot, t->m);
    return v.kind != VALUE_UNBOUND && f->names[slot] &&
           !(v.kind == VALUE_OBJECT && is_type(v.as.object, "module"));
}

static void put_names(Tutor *t, const char *values, const char *order, const TraceFrame *f) {
    json_key(&t->j, values);
    json_object(&t->j);
    for (uint32_t i = 0; f && i < f->ncells; i++)
        if (is_bound(t, f, i)) {
            json_key(&t->j, f->names[i]->text);
            put_value(t, trace_local_at(f, i, t->m));
        }
    json_end_object(&t->j);
    json_key(&t->j, order);
    json_array(&t->j);
    for (uint32_t i = 0; f && i < f->ncells; i++)
        if (is_bound(t, f, i))
            json_str(&t->j, name_str(f->names[i]));
    json_end_array(&t->j);
}

static bool is_module(const TraceFrame *f) {
    return str_is(name_str(f->function), "<module>");
}

static void put_member(Tutor *t, const char *key, Str text) {
    json_key(&t->j, key);
    json_str(&t->j, text);
}

static void put_flag(Tutor *t, const char *key, bool b) {
    json_key(&t->j, key);
    json_bool(&t->j, b);
}

static void put_frame(Tutor *t, const TraceFrame *f, bool innermost) {
    json_object(&t->j);
    put_member(t, "func_name", name_str(f->function));
    json_key(&t->j, "frame_id");
    json_int(&t->j, f->index);
    put_flag(t, "is_parent", false);
    put_flag(t, "is_zombie", false);
    put_flag(t, "is_highlighted", innermost);
    json_key(&t->j, "parent_frame_id_list");
    json_array(&t->j);
    json_end_array(&t->j);
    put_member(t, "unique_hash", str_printf(t->a, "%s_f%u", f->function->text, f->index));
    put_names(t, "encoded_locals", "ordered_varnames", f);
    json_end_object(&t->j);
}

/* Outermost first. */
static void put_frames(Tutor *t, uint32_t index, bool innermost) {
    if (index == FRAME_NONE)
        return;
    const TraceFrame *f = trace_frame_at(t->e->trace, index);
    put_frames(t, f->parent, false);
    if (!is_module(f))
        put_frame(t, f, innermost);
}

static const TraceFrame *module_frame(const Trace *t) {
    for (size_t i = 0; i < t->frames.count; i++)
        if (is_module(LOG_AT(&t->frames, TraceFrame, i)))
            return LOG_AT(&t->frames, TraceFrame, i);
    return NULL;
}

/* ---- points ---- */

static void put_printed(Tutor *t) {
    size_t n = trace_output_at(t->e->trace, t->m);
    Sink text = sink_memory(t->a);
    for (size_t i = 0; i < n; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->e->trace->output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(&text, p->text);
    }
    put_member(t, "stdout", sink_str(&text));
}

/* The state at t->m, in a frame, at a line. */
static void put_state(Tutor *t, uint32_t frame, uint32_t line, const char *event) {
    const Trace *trace = t->e->trace;
    t->nheap = 0;
    put_member(t, "event", str_of(event));
    json_key(&t->j, "line");
    json_int(&t->j, line);
    put_member(t, "func_name",
               frame == FRAME_NONE ? STR("<module>")
                                   : name_str(trace_frame_at(trace, frame)->function));
    put_names(t, "globals", "ordered_globals", module_frame(trace));
    json_key(&t->j, "stack_to_render");
    json_array(&t->j);
    put_frames(t, frame, true);
    json_end_array(&t->j);
    put_heap(t);
    put_printed(t);
}

/* Step k is about to run. */
static void put_point(Tutor *t, size_t k) {
    const Trace *trace = t->e->trace;
    const Step *s = trace_step_at(trace, k);
    t->m = trace_step_end(trace, k - 1);
    json_object(&t->j);
    put_state(t, s->frame, trace_line(trace, s->site), "step_line");
    json_end_object(&t->j);
}

static void put_last(Tutor *t) {
    const Trace *trace = t->e->trace;
    bool raised = trace->end == END_RAISED && trace->errors.count > 0;
    size_t steps = trace_steps(trace);
    uint32_t line = steps ? trace_line(trace, trace_step_at(trace, steps)->site) : 1;
    t->m = trace_now(trace);
    json_object(&t->j);
    put_state(t, FRAME_NONE, line, raised ? "uncaught_exception" : "return");
    if (raised) {
        const TraceError *e = *LOG_AT(&trace->errors, TraceError *, trace->errors.count - 1);
        put_member(t, "exception_msg",
                   str_printf(t->a, "%s: %.*s", e->type->text, STR_ARG(e->message)));
    }
    json_end_object(&t->j);
}

bool export_pytutor(const Exported *e, Sink *out) {
    Tutor *t = ARENA_NEW(e->arena, Tutor);
    size_t steps = trace_steps(e->trace);
    *t = (Tutor){.e = e, .j = json_to(out), .a = arena_child(e->arena)};
    json_object(&t->j);
    put_member(t, "code", e->source->text);
    json_key(&t->j, "trace");
    json_array(&t->j);
    for (size_t k = 1; k <= steps; k++) {
        if (!export_goes_on(e, k, steps) || out->failed)
            return false;
        put_point(t, k);
        arena_reset(t->a);
    }
    put_last(t);
    json_end_array(&t->j);
    json_end_object(&t->j);
    sink_char(out, '\n');
    return !out->failed;
}
