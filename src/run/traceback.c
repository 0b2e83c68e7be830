/* traceback.c: where an exception came through, and how CPython prints that. */
#include "run/kinds.h"
#include "run/machine.h"

void traceback_add(Run *run, const Frame *f) {
    if (is_unbound(run->error)) {
        return;
    }
    ExceptionObject *e = (ExceptionObject *)run->error.as.object;
    TracebackEntry *entry = ARENA_NEW(run->arena, TracebackEntry);
    entry->inner = e->traceback;
    entry->function = f->unit->code->name;
    entry->site = frame_site(f);
    entry->module = f->unit->space->index;
    e->traceback = entry;
}

/* ---- printing ---- */

typedef struct PlaceOfLine {
    const Source *source;
    uint32_t line;
    Name function;
} PlaceOfLine;

static PlaceOfLine place_of(const Run *run, const TracebackEntry *e) {
    const TraceModule *m = LOG_AT(&run->trace->modules, TraceModule, e->module);
    return (PlaceOfLine){m->source, trace_line(run->trace, e->site), e->function};
}

static bool same_place(PlaceOfLine a, PlaceOfLine b) {
    return a.source == b.source && a.line == b.line && a.function == b.function;
}

static Str stripped(Str s) {
    while (s.len && (s.at[0] == ' ' || s.at[0] == '\t' || s.at[0] == '\f')) {
        s = str_sub(s, 1, s.len);
    }
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t')) {
        s.len--;
    }
    return s;
}

static void put_place(Sink *out, PlaceOfLine p) {
    sink_printf(out, "  File \"%.*s\", line %u, in %s\n", STR_ARG(p.source->name), p.line,
                p.function->text);
    Str text = stripped(source_line(p.source, p.line));
    if (text.len) {
        sink_printf(out, "    %.*s\n", STR_ARG(text));
    }
}

#define REPEATS_SHOWN 3u

static void put_repeats(Sink *out, uint32_t n) {
    if (n > REPEATS_SHOWN) {
        uint32_t more = n - REPEATS_SHOWN;
        sink_printf(out, "  [Previous line repeated %u more time%s]\n", more, more == 1 ? "" : "s");
    }
}

static void put_places(const Run *run, const TracebackEntry *e, Sink *out) {
    PlaceOfLine before = {0};
    uint32_t repeats = 0;
    for (; e; e = e->inner) {
        PlaceOfLine p = place_of(run, e);
        if (!same_place(p, before)) {
            put_repeats(out, repeats);
            repeats = 0;
            before = p;
        }
        if (++repeats <= REPEATS_SHOWN) {
            put_place(out, p);
        }
    }
    put_repeats(out, repeats);
}

static void put_last_line(Run *run, Value exception, Sink *out) {
    const Type *t = type_of(run, exception);
    Str text = exception_text(run, exception);
    bool plain = !t->module || str_is(name_str(t->module), "builtins");
    Value q = members_get(&t->members, run->machine->name.qualname);
    Str name = is_str(run, q) && t->heap ? str_text(q) : name_str(t->head.name);
    sink_printf(out, "%s%s%.*s%s%.*s\n", plain ? "" : t->module->text, plain ? "" : ".",
                STR_ARG(name), text.len ? ": " : "", STR_ARG(text));
}

static void put_one(Run *run, Value exception, Sink *out) {
    const ExceptionObject *e = (const ExceptionObject *)exception.as.object;
    if (e->traceback) {
        sink_z(out, "Traceback (most recent call last):\n");
        put_places(run, e->traceback, out);
    }
    put_last_line(run, exception, out);
}

/* ---- chains ---- */

#define CHAIN_MAX 64u /* exceptions printed of one chain, against circles */

typedef struct Chain {
    Value at[CHAIN_MAX];      /* newest first */
    bool by_cause[CHAIN_MAX]; /* is the next one (older) the cause of this one? */
    uint32_t n;
} Chain;

static bool in_chain(const Chain *c, Value e) {
    for (uint32_t i = 0; i < c->n; i++) {
        if (value_same(c->at[i], e)) {
            return true;
        }
    }
    return false;
}

static void collect(Chain *c, Value exception) {
    while (!is_unbound(exception) && c->n < CHAIN_MAX && !in_chain(c, exception)) {
        const ExceptionObject *e = (const ExceptionObject *)exception.as.object;
        bool cause = !is_unbound(e->cause);
        c->at[c->n] = exception;
        c->by_cause[c->n++] = cause;
        exception = cause ? e->cause : e->suppress_context ? value_unbound() : e->context;
    }
}

void traceback_put(Run *run, Value exception, Sink *out) {
    Chain chain = {.n = 0};
    if (run->trace->python == 2) { /* no chains there */
        put_one(run, exception, out);
        return;
    }
    collect(&chain, exception);
    for (uint32_t i = chain.n; i-- > 0;) {
        put_one(run, chain.at[i], out);
        if (i > 0 && chain.by_cause[i - 1]) {
            sink_z(out, "\nThe above exception was the direct cause of the following "
                        "exception:\n\n");
        } else if (i > 0) {
            sink_z(out, "\nDuring handling of the above exception, another exception "
                        "occurred:\n\n");
        }
    }
}

void run_traceback(Run *run, Sink *out) {
    sink_put(out, run->trace->traceback);
}

/* ---- as a value ---- */

typedef struct TracebackObject {
    Object object;
    Value exception;
    const TracebackEntry *entry;
} TracebackObject;

static Value traceback_from(Run *run, Value exception, const TracebackEntry *entry) {
    if (!entry) {
        return value_none();
    }
    TracebackObject *t = object_make(run, run->machine->traceback, sizeof *t);
    t->exception = exception;
    t->entry = entry;
    return value_object(t);
}

Value traceback_value(Run *run, Value exception) {
    return traceback_from(run, exception,
                          ((const ExceptionObject *)exception.as.object)->traceback);
}

static const TracebackObject *as_traceback(Value v) {
    return (const TracebackObject *)v.as.object;
}

static bool get_next(Run *run, const Value *args, Value *result) {
    const TracebackObject *t = as_traceback(args[0]);
    *result = traceback_from(run, t->exception, t->entry->inner);
    return true;
}

static bool get_line(Run *run, const Value *args, Value *result) {
    *result = value_int(place_of(run, as_traceback(args[0])->entry).line);
    return true;
}

/* An object with a few attributes. */
static Value things(Run *run, const char *type, uint32_t n, const char *const *names,
                    const Value *values) {
    Type *t = type_make(run, type, NULL, "builtins");
    t->size = sizeof(InstanceObject);
    t->attributes = offsetof(InstanceObject, members);
    InstanceObject *o = object_make(run, t, sizeof *o);
    for (uint32_t i = 0; i < n; i++) {
        members_set(run, &o->members, NULL, name_z(run->names, names[i]), values[i]);
    }
    return value_object(o);
}

/* The frame, as far as it is asked for where it was. */
static bool get_frame(Run *run, const Value *args, Value *result) {
    static const char *const of_code[] = {"co_name", "co_filename"};
    static const char *const of_frame[] = {"f_code"};
    PlaceOfLine p = place_of(run, as_traceback(args[0])->entry);
    Value code[] = {str_of_name(run, p.function), str_make(run, p.source->name)};
    Value frame = things(run, "code", 2, of_code, code);
    *result = things(run, "frame", 1, of_frame, &frame);
    return true;
}

Type *traceback_type(Run *run) {
    Type *t = type_make(run, "traceback", NULL, "builtins");
    t->size = sizeof(TracebackObject);
    type_add_getter(run, t, "tb_next", get_next);
    type_add_getter(run, t, "tb_lineno", get_line);
    type_add_getter(run, t, "tb_frame", get_frame);
    return t;
}

bool traceback_of(Run *run, Value v, Value *exception) {
    if (!is_exactly(v, run->machine->traceback)) {
        return false;
    }
    *exception = ((const TracebackObject *)v.as.object)->exception;
    return true;
}
