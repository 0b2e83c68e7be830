/* value.h: a Python value as the trace keeps it, and the history of a place that holds one.
 *
 * What a value can do is the business of src/run; here is only what a reader needs: its kind, its
 * plain content, and for an object a way to show it and its parts as they were at a moment.
 *
 * A moment is the number of events recorded before it. A place that can change (local, global,
 * list item, dict entry, attribute) is a Cell: the newest value is at hand, older ones lie in a log
 * ordered by moment, found by binary search. A write at moment m is seen by readers at every moment
 * greater than m; so whoever writes cells records one event after the writes. */
#ifndef TFSCOPE_TRACE_VALUE_H
#define TFSCOPE_TRACE_VALUE_H

#include "base/log.h"
#include "base/sink.h"

typedef uint32_t Moment;
#define MOMENT_END UINT32_MAX /* after everything: reads the newest value */

typedef enum ValueKind {
    VALUE_UNBOUND, /* no value: an unbound name, a deleted entry; all-zero memory is unbound */
    VALUE_NONE,
    VALUE_BOOL,
    VALUE_INT,
    VALUE_FLOAT,
    VALUE_OBJECT,
} ValueKind;

typedef struct Object Object;
typedef struct TypeHead TypeHead;

typedef union Payload {
    bool boolean;
    int64_t integer;
    double real;
    Object *object;
} Payload;

/* Passed by value, in two registers. */
typedef struct Value {
    Payload as;
    ValueKind kind;
} Value;

/* The head of every object. Types are objects too: every type starts with a TypeHead. */
struct Object {
    const TypeHead *type;
    uint32_t
        id; /* number of the object in its run, from 1: what id() and default reprs are made from */
    Moment born; /* when it was made */
};

/* Called for each part of an object: its label ("[0]", ".name", "['key']") and value. */
typedef void PartFn(void *context, Str label, Value part);

/* What readers of a trace may ask of an object without running anything. */
struct TypeHead {
    Object object;
    Name name; /* "list", "Tensor", "Linear" */
    /* Writes o as Python's repr would have at moment m, cut after some items, at most `depth`
     * levels. */
    void (*show)(Sink *out, const Object *o, Moment m, int depth);
    /* Calls fn for the parts that o had at moment m; NULL when it has none. */
    void (*parts)(const Object *o, Moment m, PartFn *fn, void *context);
};

typedef struct Past {
    Payload as;
    uint32_t kind;
    Moment since;
} Past;

typedef struct Cell {
    Payload as;    /* newest value */
    uint32_t kind; /* its ValueKind */
    Moment since;  /* written at this moment: seen by readers after it */
    Log *past;     /* Past entries, oldest first; NULL when the place changed at most once */
} Cell;

static inline Value cell_get(const Cell *c) {
    return (Value){c->as, (ValueKind)c->kind};
}

/* The value that the place held at moment m; VALUE_UNBOUND when it held none. */
Value cell_at(const Cell *c, Moment m);

/* Writes v at moment `now`. Several writes at one moment leave only the last. */
void cell_set(Arena *a, Cell *c, Value v, Moment now);

/* Writes any value as short text, through show for objects. */
void value_show(Sink *out, Value v, Moment m, int depth);

static inline Value value_none(void) {
    return (Value){{.integer = 0}, VALUE_NONE};
}
static inline Value value_bool(bool b) {
    return (Value){{.boolean = b}, VALUE_BOOL};
}
static inline Value value_int(int64_t i) {
    return (Value){{.integer = i}, VALUE_INT};
}
static inline Value value_float(double d) {
    return (Value){{.real = d}, VALUE_FLOAT};
}
static inline Value value_object(const void *o) {
    return (Value){{.object = (Object *)o}, VALUE_OBJECT};
}
static inline Value value_unbound(void) {
    return (Value){{.integer = 0}, VALUE_UNBOUND};
}

#endif
