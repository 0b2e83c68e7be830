#include "trace/value.h"

#include <inttypes.h>

#include "tensor/print.h"

/* The newest entry of `past` written before m, or NULL. */
static const Past *past_before(const Log *past, Moment m) {
    size_t low = 0, high = past->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (LOG_AT(past, Past, mid)->since < m)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? LOG_AT(past, Past, low - 1) : NULL;
}

Value cell_at(const Cell *c, Moment m) {
    if (m > c->since)
        return cell_get(c);
    const Past *p = c->past ? past_before(c->past, m) : NULL;
    return p ? (Value){p->as, (ValueKind)p->kind} : value_unbound();
}

static void keep_past(Arena *a, Cell *c) {
    if (!c->past) {
        Log *past = ARENA_NEW(a, Log);
        *past = log_make(a, sizeof(Past));
        c->past = past;
    }
    *LOG_PUSH(c->past, Past) = (Past){c->as, c->kind, c->since};
}

void cell_set(Arena *a, Cell *c, Value v, Moment now) {
    bool fresh = c->kind == VALUE_UNBOUND && !c->past;
    if (!fresh && c->since != now)
        keep_past(a, c);
    c->as = v.as;
    c->kind = v.kind;
    c->since = now;
}

void value_show(Sink *out, Value v, Moment m, int depth) {
    switch (v.kind) {
    case VALUE_UNBOUND: sink_z(out, "(unbound)"); return;
    case VALUE_NONE: sink_z(out, "None"); return;
    case VALUE_BOOL: sink_z(out, v.as.boolean ? "True" : "False"); return;
    case VALUE_INT: sink_printf(out, "%" PRId64, v.as.integer); return;
    case VALUE_FLOAT: python_float_repr(out, v.as.real); return;
    case VALUE_OBJECT:
        if (depth > 0 && v.as.object->type->show)
            v.as.object->type->show(out, v.as.object, m, depth);
        else
            sink_printf(out, "<%s>", v.as.object->type->name->text);
        return;
    }
}
