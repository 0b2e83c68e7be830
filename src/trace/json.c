/* json.c: a whole trace as JSON. docs/TRACE.md has the schema, form.c the fields of records.
 *
 * What a Python value looked like is text, since a reader of the JSON has no interpreter: an object
 * has its texts at all moments at which somebody may look at it. */
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "tensor/print.h"
#include "trace/form.h"

typedef struct Writer {
    JsonWriter j;
    Arena *scratch; /* emptied after every record */
    Arena *kept;    /* as long as the writer */
    const Trace *t;
    Log held;          /* const Object *, in the order in which names held them */
    Log seen;          /* uint32_t for each held one: first moment at which it is looked at */
    uint32_t *places;  /* hash table of held + 1 */
    size_t nplaces;    /* a power of two */
    uint32_t *changes; /* moments of CHANGE events, by object id; */
    size_t *first;     /* [objects + 2] where those of an id begin */
    Log shaped;        /* Moment of SHAPE events: what a Tensor shows may change then */
} Writer;

static void put_key_int(Writer *w, const char *key, int64_t i) {
    json_key(&w->j, key);
    json_int(&w->j, i);
}

static void put_key_str(Writer *w, const char *key, Str s) {
    json_key(&w->j, key);
    json_str(&w->j, s);
}

static void put_name(Writer *w, Name n) {
    if (n)
        json_str(&w->j, name_str(n));
    else
        json_null(&w->j);
}

/* ---- tensors and shapes ---- */

static void put_shape(Writer *w, Shape s) {
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        json_null(&w->j);
        return;
    }
    json_array(&w->j);
    for (int i = 0; i < s.rank; i++)
        if (s.dims[i] == DIM_UNKNOWN)
            json_null(&w->j);
        else
            json_int(&w->j, s.dims[i]);
    json_end_array(&w->j);
}

static Str hex_of(Arena *a, const void *data, size_t size) {
    static const char digits[] = "0123456789abcdef";
    const unsigned char *bytes = data;
    char *text = arena_alloc(a, 2 * size + 1);
    for (size_t i = 0; i < size; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return (Str){text, 2 * size};
}

static void put_elements(Writer *w, const Tensor *t) {
    if (dtype_class(t->dtype) != DTYPE_CLASS_STRING) {
        json_str(&w->j, hex_of(w->scratch, t->data, (size_t)t->count * dtype_size(t->dtype)));
        return;
    }
    json_array(&w->j);
    for (int64_t i = 0; i < t->count; i++) {
        Str text = tensor_text(t, i);
        json_str(&w->j, hex_of(w->scratch, text.at, text.len));
    }
    json_end_array(&w->j);
}

static void put_tensor(Writer *w, const Tensor *t) {
    if (!t) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    put_key_str(w, "dtype", str_of(dtype_name(t->dtype)));
    json_key(&w->j, "shape");
    put_shape(w, t->shape);
    if (t->data) { /* else the content was not kept */
        Sink text = sink_memory(w->scratch);
        numpy_str(&text, t);
        put_key_str(w, "text", sink_str(&text));
        json_key(&w->j, "data");
        put_elements(w, t);
    }
    json_end_object(&w->j);
}

/* ---- objects ---- */

static size_t place_of(const Writer *w, const Object *o) {
    uint64_t h = (uint64_t)(uintptr_t)o * UINT64_C(0x9e3779b97f4a7c15);
    size_t at = (size_t)(h >> 20) & (w->nplaces - 1);
    while (w->places[at] && *LOG_AT(&w->held, const Object *, w->places[at] - 1) != o)
        at = (at + 1) & (w->nplaces - 1);
    return at;
}

static void grow_places(Writer *w) {
    w->nplaces = w->nplaces ? 2 * w->nplaces : 64;
    w->places = ARENA_ARRAY(w->kept, w->nplaces, uint32_t);
    for (size_t i = 0; i < w->held.count; i++)
        w->places[place_of(w, *LOG_AT(&w->held, const Object *, i))] = (uint32_t)i + 1;
}

/* The object's index in the list; it is looked at from moment m on. */
static uint32_t hold(Writer *w, const Object *o, Moment m) {
    if (2 * (w->held.count + 1) > w->nplaces)
        grow_places(w);
    size_t at = place_of(w, o);
    if (w->places[at] == 0) {
        *LOG_PUSH(&w->held, const Object *) = o;
        *LOG_PUSH(&w->seen, Moment) = m;
        w->places[at] = (uint32_t)w->held.count;
    }
    Moment *seen = LOG_AT(&w->seen, Moment, w->places[at] - 1);
    *seen = m < *seen ? m : *seen;
    return w->places[at] - 1;
}

/* Moments at which what an object shows may have become another text. */
typedef struct Looks {
    const Writer *w;
    Log moments; /* Moment, in no order */
    Log parts;   /* uint32_t: ids of objects that were parts of it, each once */
} Looks;

static void add_changes(Looks *l, uint32_t id) {
    const Writer *w = l->w;
    for (size_t i = w->first[id]; id && id <= w->t->objects.count && i < w->first[id + 1]; i++)
        *LOG_PUSH(&l->moments, Moment) = w->changes[i] + 1;
}

static void add_part(void *context, Str label, Value part) {
    Looks *l = context;
    uint32_t id = part.kind == VALUE_OBJECT ? part.as.object->id : 0;
    (void)label;
    for (size_t i = 0; i < l->parts.count; i++)
        if (*LOG_AT(&l->parts, uint32_t, i) == id)
            return;
    if (id == 0)
        return;
    *LOG_PUSH(&l->parts, uint32_t) = id;
    add_changes(l, id);
}

static int by_moment(const void *x, const void *y) {
    Moment a = *(const Moment *)x, b = *(const Moment *)y;
    return a < b ? -1 : a > b;
}

static bool shows_shapes(const Object *o) {
    return str_is(name_str(o->type->name), "Tensor");
}

static Looks looks_of(Writer *w, const Object *o, Moment first) {
    Looks l = {w, log_make(w->scratch, sizeof(Moment)), log_make(w->scratch, sizeof(uint32_t))};
    *LOG_PUSH(&l.moments, Moment) = first;
    add_changes(&l, o->id);
    for (size_t i = 0, own = l.moments.count; o->type->parts && i < own; i++)
        o->type->parts(o, *LOG_AT(&l.moments, Moment, i), add_part, &l);
    for (size_t i = 0; shows_shapes(o) && i < w->shaped.count; i++)
        *LOG_PUSH(&l.moments, Moment) = *LOG_AT(&w->shaped, Moment, i) + 1;
    return l;
}

/* In order, the first one first; the same moment may stand there twice. */
static Moment *in_order(const Looks *l, Arena *a, Moment first, size_t *n) {
    Moment *sorted = ARENA_ARRAY(a, l->moments.count, Moment);
    *n = 0;
    for (size_t i = 0; i < l->moments.count; i++)
        if (*LOG_AT(&l->moments, Moment, i) >= first)
            sorted[(*n)++] = *LOG_AT(&l->moments, Moment, i);
    qsort(sorted, *n, sizeof *sorted, by_moment);
    return sorted;
}

/* [moment, text, …]: each text holds from its moment on. */
static void put_texts(Writer *w, const Looks *l, const Object *o, Moment first) {
    size_t n;
    Str before = {0};
    Moment *looks = in_order(l, w->scratch, first, &n);
    json_key(&w->j, "texts");
    json_array(&w->j);
    for (size_t i = 0; i < n; i++) {
        Sink text = sink_memory(w->scratch);
        value_show(&text, value_object(o), looks[i], 2);
        Str now = sink_str(&text);
        if (i > 0 && str_eq(now, before))
            continue;
        json_int(&w->j, looks[i]);
        json_str(&w->j, now);
        before = now;
    }
    json_end_array(&w->j);
}

/* Ids of objects with which it changes, too. */
static void put_parts(Writer *w, const Looks *l) {
    if (l->parts.count == 0)
        return;
    json_key(&w->j, "parts");
    json_array(&w->j);
    for (size_t i = 0; i < l->parts.count; i++)
        json_int(&w->j, *LOG_AT(&l->parts, uint32_t, i));
    json_end_array(&w->j);
}

static void put_object(Writer *w, const Object *o, Moment first) {
    Looks l = looks_of(w, o, first);
    put_key_str(w, "type", name_str(o->type->name));
    if (o->id)
        put_key_int(w, "id", o->id);
    put_parts(w, &l);
    put_texts(w, &l, o, first);
}

static void write_objects(Writer *w) {
    json_key(&w->j, "objects");
    json_array(&w->j);
    for (size_t i = 0; i < w->held.count; i++) {
        json_object(&w->j);
        put_object(w, *LOG_AT(&w->held, const Object *, i), *LOG_AT(&w->seen, Moment, i));
        json_end_object(&w->j);
        arena_reset(w->scratch);
    }
    json_end_array(&w->j);
}

/* Where the changes of each object are, so that an object's are found at once. */
static void index_changes(Writer *w) {
    size_t ids = w->t->objects.count + 2;
    w->first = ARENA_ARRAY(w->kept, ids + 1, size_t);
    for (size_t m = 0; m < w->t->events.count; m++) {
        const Event *e = LOG_AT(&w->t->events, Event, m);
        if (e->kind == EVENT_CHANGE && e->arg < ids)
            w->first[e->arg + 1]++;
        if (e->kind == EVENT_SHAPE)
            *LOG_PUSH(&w->shaped, Moment) = (Moment)m;
    }
    for (size_t i = 1; i <= ids; i++)
        w->first[i] += w->first[i - 1];
    size_t *next = ARENA_ARRAY(w->kept, ids + 1, size_t);
    memcpy(next, w->first, (ids + 1) * sizeof *next);
    w->changes = ARENA_ARRAY(w->kept, w->first[ids], uint32_t);
    for (size_t m = 0; m < w->t->events.count; m++) {
        const Event *e = LOG_AT(&w->t->events, Event, m);
        if (e->kind == EVENT_CHANGE && e->arg < ids)
            w->changes[next[e->arg]++] = (uint32_t)m;
    }
}

/* ---- what names held ---- */

/* Whole numbers that every reader of JSON keeps. */
static bool is_exact(int64_t i) {
    return i >= -(INT64_C(1) << 53) && i <= INT64_C(1) << 53;
}

static void put_kind(Writer *w, const char *key, Str text) {
    json_object(&w->j);
    put_key_str(w, key, text);
    json_end_object(&w->j);
}

static void put_value(Writer *w, Value v, Moment since) {
    switch (v.kind) {
    case VALUE_UNBOUND: put_kind(w, "is", STR("unbound")); return;
    case VALUE_NONE: json_null(&w->j); return;
    case VALUE_BOOL: json_bool(&w->j, v.as.boolean); return;
    case VALUE_INT:
        if (is_exact(v.as.integer))
            json_int(&w->j, v.as.integer);
        else
            put_kind(w, "int", str_printf(w->scratch, "%lld", (long long)v.as.integer));
        return;
    case VALUE_FLOAT:
        put_kind(w, "float", hex_of(w->scratch, &v.as.real, sizeof v.as.real));
        return;
    case VALUE_OBJECT:
        json_object(&w->j);
        put_key_int(w, "object", hold(w, v.as.object, since + 1));
        json_end_object(&w->j);
        return;
    }
}

/* [moment, value, …]: what a place held, oldest first. */
static void put_cell(Writer *w, const Cell *c) {
    json_array(&w->j);
    for (size_t i = 0; c->past && i < c->past->count; i++) {
        const Past *p = LOG_AT(c->past, Past, i);
        json_int(&w->j, p->since);
        put_value(w, (Value){p->as, (ValueKind)p->kind}, p->since);
    }
    if (c->kind != VALUE_UNBOUND || c->past) {
        json_int(&w->j, c->since);
        put_value(w, cell_get(c), c->since);
    }
    json_end_array(&w->j);
}

static void put_cells(Writer *w, const TraceFrame *f) {
    json_key(&w->j, "names");
    json_array(&w->j);
    for (uint32_t i = 0; i < f->ncells; i++)
        json_str(&w->j, name_str(f->names[i]));
    json_end_array(&w->j);
    json_key(&w->j, "cells");
    json_array(&w->j);
    for (uint32_t i = 0; i < f->ncells; i++)
        put_cell(w, f->captured && f->captured[i] ? f->captured[i] : &f->cells[i]);
    json_end_array(&w->j);
}

/* ---- fields of their own ---- */

static void put_source(Writer *w, const TraceModule *m) {
    put_key_str(w, "file", m->source->name);
    put_key_str(w, "source", m->source->text);
    json_key(&w->j, "spans");
    json_array(&w->j);
    for (uint32_t i = 0; i < m->nsites; i++) {
        json_int(&w->j, m->spans[i].start);
        json_int(&w->j, m->spans[i].end);
    }
    json_end_array(&w->j);
}

/* Flat pairs: node, output. */
static void put_inputs(Writer *w, const TraceNode *n) {
    json_key(&w->j, "inputs");
    json_array(&w->j);
    for (uint32_t i = 0; i < n->ninputs; i++) {
        json_int(&w->j, n->inputs[i].node->index);
        json_int(&w->j, n->inputs[i].output);
    }
    json_end_array(&w->j);
    json_key(&w->j, "controls");
    json_array(&w->j);
    for (uint32_t i = 0; i < n->ncontrols; i++)
        json_int(&w->j, n->controls[i]->index);
    json_end_array(&w->j);
}

/* The newest shape, and those before it with the moment until which they held, newest first. */
static void put_output(Writer *w, const TraceOutput *o) {
    json_object(&w->j);
    put_key_str(w, "dtype", str_of(dtype_name(o->dtype)));
    if (o->ref) {
        json_key(&w->j, "ref");
        json_bool(&w->j, true);
    }
    json_key(&w->j, "shape");
    put_shape(w, o->shape);
    if (o->past) {
        json_key(&w->j, "past");
        json_array(&w->j);
        for (const TraceShape *p = o->past; p; p = p->before) {
            json_int(&w->j, p->until);
            put_shape(w, p->shape);
        }
        json_end_array(&w->j);
    }
    json_end_object(&w->j);
}

static void put_outputs(Writer *w, const TraceNode *n) {
    json_key(&w->j, "outputs");
    json_array(&w->j);
    for (uint32_t i = 0; i < n->noutputs; i++)
        put_output(w, &n->outputs[i]);
    json_end_array(&w->j);
}

static void put_scope_ref(Writer *w, const char *key, const TraceScope *s) {
    if (s)
        put_key_int(w, key, s->index);
}

static void put_when(Writer *w, const char *key, Moment m) {
    if (m != MOMENT_END)
        put_key_int(w, key, m);
}

static void put_default(Writer *w, const ScopeDefaults *d, Moment since) {
    json_object(&w->j);
    put_when(w, "since", since);
    put_key_str(w, "dtype", d->dtype);
    put_scope_ref(w, "dtype_from", d->dtype_from);
    put_when(w, "dtype_set", d->dtype_set);
    put_key_str(w, "initializer", d->initializer);
    put_scope_ref(w, "initializer_from", d->initializer_from);
    put_when(w, "initializer_set", d->initializer_set);
    json_end_object(&w->j);
}

/* Those at entry, and what they became, newest first. */
static void put_defaults(Writer *w, const TraceScope *s) {
    json_key(&w->j, "defaults");
    json_array(&w->j);
    put_default(w, &s->defaults, MOMENT_END);
    for (const TraceDefaults *d = s->set; d; d = d->before)
        put_default(w, &d->defaults, d->since);
    json_end_array(&w->j);
}

/* Pairs: node, output (null for an operation); and what they were. */
static void put_fetches(Writer *w, const TraceRun *r) {
    json_key(&w->j, "fetches");
    json_array(&w->j);
    for (uint32_t i = 0; i < r->nfetches; i++) {
        if (r->fetches[i].node)
            json_int(&w->j, r->fetches[i].node->index);
        else
            json_null(&w->j);
        if (r->fetches[i].output == UINT32_MAX)
            json_null(&w->j);
        else
            json_int(&w->j, r->fetches[i].output);
    }
    json_end_array(&w->j);
    json_key(&w->j, "values");
    json_array(&w->j);
    for (uint32_t i = 0; i < r->nfetches; i++)
        put_tensor(w, r->values[i]);
    json_end_array(&w->j);
}

static void put_own(Writer *w, OwnField own, const void *record) {
    switch (own) {
    case OWN_SOURCE: put_source(w, record); return;
    case OWN_CELLS: put_cells(w, record); return;
    case OWN_INPUTS: put_inputs(w, record); return;
    case OWN_OUTPUTS: put_outputs(w, record); return;
    case OWN_DEFAULTS: put_defaults(w, record); return;
    case OWN_FETCHES: put_fetches(w, record); return;
    }
}

/* ---- records ---- */

static uint32_t index_at(const Form *form, const void *record) {
    uint32_t index;
    memcpy(&index, (const char *)record + form->index - 1, sizeof index);
    return index;
}

static void put_cause(Writer *w, const Cause *c) {
    put_key_int(w, "moment", c->moment);
    if (c->site != SITE_NONE)
        put_key_int(w, "site", c->site);
    if (c->frame != FRAME_NONE)
        put_key_int(w, "frame", c->frame);
}

static void put_record(Writer *w, const Form *form, const void *record);

static void put_list(Writer *w, const Form *form, const Log *list) {
    json_array(&w->j);
    for (size_t i = 0; i < list->count; i++) {
        const void *at = log_at(list, i);
        put_record(w, form, form->pointers ? *(const void *const *)at : at);
    }
    json_end_array(&w->j);
}

/* Is nothing written for it? */
static bool is_left_out(const Field *f, const void *at) {
    uint32_t number = f->kind == FIELD_REF || f->kind == FIELD_BOOL ? 0 : *(const uint32_t *)at;
    switch ((FieldKind)f->kind) {
    case FIELD_MOMENT:
    case FIELD_FRAME:
    case FIELD_SITE: return number == UINT32_MAX;
    case FIELD_RULE: return number == RULE_COUNT;
    case FIELD_REF: return *(const void *const *)at == NULL;
    case FIELD_NAME:
    case FIELD_STR:
    case FIELD_NUMBER:
    case FIELD_LONG:
    case FIELD_BOOL:
    case FIELD_WORD:
    case FIELD_INDEX:
    case FIELD_CAUSE:
    case FIELD_SHAPE:
    case FIELD_DTYPE:
    case FIELD_TENSOR:
    case FIELD_LIST:
    case FIELD_OWN: return false;
    }
    return false;
}

static void put_member(Writer *w, const Field *f, const void *at) {
    switch ((FieldKind)f->kind) {
    case FIELD_NAME: put_name(w, *(const Name *)at); return;
    case FIELD_STR: json_str(&w->j, *(const Str *)at); return;
    case FIELD_LONG: json_int(&w->j, *(const int64_t *)at); return;
    case FIELD_BOOL: json_bool(&w->j, *(const bool *)at); return;
    case FIELD_MOMENT:
    case FIELD_NUMBER:
    case FIELD_INDEX:
    case FIELD_FRAME:
    case FIELD_SITE: json_int(&w->j, *(const uint32_t *)at); return;
    case FIELD_WORD: json_str(&w->j, str_of(form_words(f->of)[*(const unsigned *)at])); return;
    case FIELD_RULE: json_str(&w->j, str_of(form_rule(*(const Rule *)at))); return;
    case FIELD_REF: json_int(&w->j, index_at(form_of(f->of), *(const void *const *)at)); return;
    case FIELD_SHAPE: put_shape(w, *(const Shape *)at); return;
    case FIELD_DTYPE: json_str(&w->j, str_of(dtype_name(*(const DType *)at))); return;
    case FIELD_TENSOR: put_tensor(w, *(const Tensor *const *)at); return;
    case FIELD_LIST: put_list(w, form_of(f->of), at); return;
    case FIELD_CAUSE:
    case FIELD_OWN: return;
    }
}

static void put_field(Writer *w, const Field *f, const void *record) {
    const void *at = (const char *)record + f->at;
    if (f->kind == FIELD_OWN) {
        put_own(w, f->of, record);
    } else if (f->kind == FIELD_CAUSE) {
        put_cause(w, at);
    } else if (!is_left_out(f, at)) {
        json_key(&w->j, f->key);
        put_member(w, f, at);
    }
}

static void put_record(Writer *w, const Form *form, const void *record) {
    json_object(&w->j);
    for (size_t i = 0; i < form->nfields; i++)
        put_field(w, &form->fields[i], record);
    json_end_object(&w->j);
}

static void write_list(Writer *w, const Form *form) {
    const Log *list = (const Log *)((const char *)w->t + form->log);
    json_key(&w->j, form->key);
    json_array(&w->j);
    for (size_t i = 0; i < list->count; i++) {
        const void *at = log_at(list, i);
        put_record(w, form, form->pointers ? *(const void *const *)at : at);
        arena_reset(w->scratch);
    }
    json_end_array(&w->j);
}

/* ---- steps and events: flat lists, three numbers each ---- */

static void put_site(Writer *w, uint32_t site) {
    json_int(&w->j, site == SITE_NONE || site == SITE_UNKNOWN ? -1 : (int64_t)site);
}

static void write_steps(Writer *w) {
    json_key(&w->j, "steps");
    json_array(&w->j);
    for (size_t i = 0; i < w->t->steps.count; i++) {
        const Step *s = LOG_AT(&w->t->steps, Step, i);
        put_site(w, s->site);
        json_int(&w->j, s->frame == FRAME_NONE ? -1 : (int64_t)s->frame);
        json_int(&w->j, s->start);
    }
    json_end_array(&w->j);
}

static void write_events(Writer *w) {
    json_key(&w->j, "event_kinds");
    json_array(&w->j);
    for (int i = 0; i < EVENT_COUNT; i++)
        json_str(&w->j, str_of(event_name((EventKind)i)));
    json_end_array(&w->j);
    json_key(&w->j, "events");
    json_array(&w->j);
    for (size_t i = 0; i < w->t->events.count; i++) {
        const Event *e = LOG_AT(&w->t->events, Event, i);
        json_int(&w->j, e->kind);
        put_site(w, e->site);
        json_int(&w->j, e->arg);
    }
    json_end_array(&w->j);
}

/* ---- the whole ---- */

static void write_refusal(Writer *w) {
    const Diag *d = &w->t->refusal;
    json_key(&w->j, "refusal");
    json_object(&w->j);
    put_key_str(w, "message", d->message);
    put_key_str(w, "hint", d->hint);
    put_key_int(w, "start", d->span.start);
    put_key_int(w, "end", d->span.end);
    if (w->t->refusal_site != SITE_NONE)
        put_key_int(w, "site", w->t->refusal_site);
    json_end_object(&w->j);
}

static void write_end(Writer *w) {
    const Trace *t = w->t;
    put_key_str(w, "end", str_of(trace_ends[t->end]));
    if (t->end == END_BUDGET)
        put_key_str(w, "budget", str_of(trace_budgets[t->budget]));
    if (t->end == END_REFUSED)
        write_refusal(w);
    if (t->end == END_EXIT)
        put_key_int(w, "exit_status", t->exit_status);
    if (t->end == END_RAISED)
        put_key_str(w, "traceback", t->traceback);
    put_key_int(w, "default_graph", t->default_graph);
}

static void write_head(Writer *w) {
    const Trace *t = w->t;
    put_key_str(w, "format", STR(TRACE_FORMAT));
    put_key_int(w, "version", TRACE_VERSION);
    put_key_str(w, "tf", t->tf);
    put_key_int(w, "python", t->python);
    put_key_int(w, "seed", t->seed);
    json_key(&w->j, "caseless");
    json_bool(&w->j, t->caseless);
    write_end(w);
}

void trace_json(const Trace *t, Sink *out) {
    Writer w = {.j = json_to(out), .scratch = arena_new(0), .kept = arena_new(0), .t = t};
    w.held = log_make(w.kept, sizeof(const Object *));
    w.seen = log_make(w.kept, sizeof(Moment));
    w.shaped = log_make(w.kept, sizeof(Moment));
    index_changes(&w);
    json_object(&w.j);
    write_head(&w);
    for (int kind = 0; kind < FORM_LISTS; kind++) {
        write_list(&w, form_of((FormKind)kind));
        if (kind == FORM_MODULE)
            write_steps(&w), write_events(&w);
    }
    write_objects(&w);
    json_end_object(&w.j);
    sink_char(out, '\n');
    arena_free(w.scratch);
    arena_free(w.kept);
}
