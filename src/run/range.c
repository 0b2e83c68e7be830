/* range.c: range (Python 2: xrange) and slice objects. */
#include <string.h>

#include "run/big.h"
#include "run/kinds.h"

static RangeObject *range_of(Value v) {
    return (RangeObject *)v.as.object;
}

/* ---- making ---- */

/* Items of start, start + step, … before stop; INT64_MAX stands for more than that. */
static int64_t length_of(int64_t start, int64_t stop, int64_t step) {
    if (step > 0 ? start >= stop : start <= stop) {
        return 0;
    }
    uint64_t distance =
        step > 0 ? (uint64_t)stop - (uint64_t)start : (uint64_t)start - (uint64_t)stop;
    uint64_t stride = step > 0 ? (uint64_t)step : 0 - (uint64_t)step;
    uint64_t n = (distance - 1) / stride + 1;
    return n > INT64_MAX ? INT64_MAX : (int64_t)n;
}

Value range_make(Run *run, int64_t start, int64_t stop, int64_t step) {
    RangeObject *r = object_make(run, run->type.range, sizeof *r);
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->length = length_of(start, stop, step);
    return value_object(r);
}

/* The arguments of range(stop) or range(start, stop[, step]). */
bool range_arguments(Run *run, const Args *args, int64_t bounds[3]) {
    static const Parameters parameters = {"range", 1, 3, {NULL}};
    Value v[3];
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    int first = is_unbound(v[1]) ? 1 : 0;
    bounds[0] = 0;
    bounds[2] = 1;
    for (int i = 0; i < 3 && !is_unbound(v[i]); i++) {
        double d;
        if (run->trace->python == 2 && real_of(run, v[i], &d)) {
            return raise_type_error(run, "range() integer %s argument expected, got float.",
                                    i + first == 0   ? "start"
                                    : i + first == 1 ? "end"
                                                     : "step");
        }
        Value whole;
        if (whole_of(run, v[i], &whole) && big_small(whole).kind != VALUE_INT) {
            return refuse_big(run);
        }
        if (!index_of(run, v[i], &bounds[i + first])) {
            return false;
        }
    }
    return bounds[2] != 0 || raise_value_error(run, "range() arg 3 must not be zero");
}

static bool range_new(Run *run, const Type *type, const Args *args, Value *result) {
    (void)type;
    int64_t bounds[3];
    if (!range_arguments(run, args, bounds)) {
        return false;
    }
    *result = range_make(run, bounds[0], bounds[1], bounds[2]);
    return range_of(*result)->length < INT64_MAX || refuse_big(run);
}

/* ---- slots ---- */

int64_t range_item(const RangeObject *r, int64_t i) {
    return (int64_t)((uint64_t)r->start + (uint64_t)i * (uint64_t)r->step);
}

static bool range_get_item(Run *run, Value self, Value key, Value *result) {
    RangeObject *r = range_of(self);
    SliceRange s;
    int64_t i;
    if (is_slice(run, key)) {
        if (!slice_resolve(run, key, r->length, &s)) {
            return false;
        }
        *result = range_make(run, range_item(r, s.start), range_item(r, s.stop), r->step * s.step);
        return true;
    }
    if (!sequence_index(run, key, r->length, "range", &i)) {
        return false;
    }
    *result = value_int(range_item(r, i));
    return true;
}

static void put_range(Sink *out, const char *name, const RangeObject *r) {
    sink_printf(out, "%s(", name);
    if (r->start != 0 || r->step != 1 || strcmp(name, "range") == 0) {
        sink_printf(out, "%lld, ", (long long)r->start);
    }
    sink_printf(out, "%lld", (long long)r->stop);
    if (r->step != 1) {
        sink_printf(out, ", %lld", (long long)r->step);
    }
    sink_char(out, ')');
}

static bool range_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    put_range(&out, run->trace->python == 2 ? "xrange" : "range", range_of(self));
    *result = str_share(run, sink_str(&out));
    return true;
}

static void range_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m, (void)depth;
    put_range(out, "range", (const RangeObject *)o);
}

static bool range_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = range_of(self)->length > 0;
    return true;
}

static bool range_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = range_of(self)->length;
    return true;
}

/* Position of the number v in the range, or -1. */
static int64_t position(const RangeObject *r, int64_t v) {
    if (r->length == 0) {
        return -1;
    }
    int64_t last = range_item(r, r->length - 1);
    int64_t low = r->step > 0 ? r->start : last, high = r->step > 0 ? last : r->start;
    if (v < low || v > high) {
        return -1;
    }
    uint64_t distance =
        r->step > 0 ? (uint64_t)v - (uint64_t)r->start : (uint64_t)r->start - (uint64_t)v;
    uint64_t stride = r->step > 0 ? (uint64_t)r->step : 0 - (uint64_t)r->step;
    return distance % stride ? -1 : (int64_t)(distance / stride);
}

/* Position of any value: a number that is no int may still equal one. */
static int64_t find(const Run *run, const RangeObject *r, Value v) {
    int64_t i;
    double d;
    if (integer_of(run, v, &i)) {
        return position(r, i);
    }
    if (real_of(run, v, &d) && d >= -0x1p63 && d < 0x1p63 && d == (double)(int64_t)d) {
        return position(r, (int64_t)d);
    }
    return -1;
}

static bool range_contains(Run *run, Value self, Value v, bool *result) {
    *result = find(run, range_of(self), v) >= 0;
    return true;
}

static bool range_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (!equality || !is_exactly(other, run->type.range)) {
        return true;
    }
    const RangeObject *a = range_of(self), *b = range_of(other);
    bool equal = a->length == b->length;
    equal = equal && (a->length == 0 || a->start == b->start);
    equal = equal && (a->length <= 1 || a->step == b->step);
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool range_hash(Run *run, Value self, int64_t *result) {
    RangeObject *r = range_of(self);
    Value parts[3] = {value_int(r->length), value_none(), value_none()};
    if (r->length > 0) {
        parts[1] = value_int(r->start);
        parts[2] = r->length > 1 ? value_int(r->step) : value_none();
    }
    return value_hash(run, tuple_make(run, 3, parts), result);
}

static bool range_iter(Run *run, Value self, Value *result) {
    RangeObject *r = range_of(self);
    IteratorObject *it = iterator_make(run, run->type.range_iterator, self);
    it->at = r->start;
    it->step = r->step;
    it->left = r->length;
    *result = value_object(it);
    return true;
}

static bool range_next(Run *run, Value self, Value *result, bool *done) {
    (void)run;
    IteratorObject *it = (IteratorObject *)self.as.object;
    *done = it->left <= 0;
    if (!*done) {
        *result = value_int(it->at);
        if (--it->left > 0) {
            it->at += it->step;
        }
    }
    return true;
}

/* ---- methods ---- */

static bool method_index(Run *run, const Value *args, Value *result) {
    int64_t at = find(run, range_of(args[0]), args[1]);
    if (at < 0) {
        Str shown;
        return value_repr(run, args[1], &shown) &&
               raise_value_error(run, "%.*s is not in range", STR_ARG(shown));
    }
    *result = value_int(at);
    return true;
}

static bool method_count(Run *run, const Value *args, Value *result) {
    *result = value_int(find(run, range_of(args[0]), args[1]) >= 0);
    return true;
}

static bool get_start(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(range_of(args[0])->start);
    return true;
}

static bool get_stop(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(range_of(args[0])->stop);
    return true;
}

static bool get_step(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(range_of(args[0])->step);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "index", .signature = "self, value, /", .fn = method_index},
    {.name = "count", .signature = "self, value, /", .fn = method_count},
    {.name = NULL},
};

/* ---- slice ---- */

static SliceObject *slice_of(Value v) {
    return (SliceObject *)v.as.object;
}

Value slice_make(Run *run, Value start, Value stop, Value step) {
    SliceObject *s = object_make(run, run->type.slice, sizeof *s);
    s->start = start;
    s->stop = stop;
    s->step = step;
    return value_object(s);
}

Value slice_parts(Value slice, Value *start, Value *stop, Value *step) {
    const SliceObject *s = slice_of(slice);
    *start = s->start;
    *stop = s->stop;
    *step = s->step;
    return slice;
}

static bool slice_new(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"slice", 1, 3, {NULL}};
    Value v[3];
    (void)type;
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    if (is_unbound(v[1])) {
        *result = slice_make(run, value_none(), v[0], value_none());
    } else {
        *result = slice_make(run, v[0], v[1], is_unbound(v[2]) ? value_none() : v[2]);
    }
    return true;
}

static bool slice_repr(Run *run, Value self, Value *result) {
    const SliceObject *s = slice_of(self);
    Value parts[3] = {s->start, s->stop, s->step};
    Sink out = sink_memory(run->arena);
    sink_z(&out, "slice(");
    if (!repr_items(run, &out, 3, parts)) {
        return false;
    }
    sink_char(&out, ')');
    *result = str_share(run, sink_str(&out));
    return true;
}

static void slice_show(Sink *out, const Object *o, Moment m, int depth) {
    const SliceObject *s = (const SliceObject *)o;
    sink_z(out, "slice(");
    value_show(out, s->start, m, depth - 1);
    sink_z(out, ", ");
    value_show(out, s->stop, m, depth - 1);
    sink_z(out, ", ");
    value_show(out, s->step, m, depth - 1);
    sink_char(out, ')');
}

static Value slice_tuple(Run *run, Value v) {
    const SliceObject *s = slice_of(v);
    return tuple_make(run, 3, (Value[]){s->start, s->stop, s->step});
}

static bool slice_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (!is_exactly(other, run->type.slice)) {
        return true;
    }
    return sequence_compare(run, op, slice_tuple(run, self), slice_tuple(run, other), result);
}

static bool slice_hash(Run *run, Value self, int64_t *result) {
    (void)self, (void)result;
    return raise_type_error(run, "unhashable type: 'slice'");
}

static bool slice_indices(Run *run, const Value *args, Value *result) {
    int64_t length;
    SliceRange r;
    if (!index_of(run, args[1], &length)) {
        return false;
    }
    if (length < 0) {
        return raise_value_error(run, "length should not be negative");
    }
    if (!slice_resolve(run, args[0], length, &r)) {
        return false;
    }
    *result =
        tuple_make(run, 3, (Value[]){value_int(r.start), value_int(r.stop), value_int(r.step)});
    return true;
}

static bool slice_start(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = slice_of(args[0])->start;
    return true;
}

static bool slice_stop(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = slice_of(args[0])->stop;
    return true;
}

static bool slice_step(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = slice_of(args[0])->step;
    return true;
}

static const NativeSpec slice_methods[] = {
    {.name = "indices", .signature = "self, length, /", .fn = slice_indices},
    {.name = NULL},
};

static void install_slice(Run *run) {
    Type *t = run->type.slice;
    t->size = sizeof(SliceObject);
    t->make = slice_new;
    t->repr = slice_repr;
    t->compare = slice_compare;
    t->hash = slice_hash;
    t->head.show = slice_show;
    type_add_methods(run, t, slice_methods);
    type_add_getter(run, t, "start", slice_start);
    type_add_getter(run, t, "stop", slice_stop);
    type_add_getter(run, t, "step", slice_step);
}

void install_range(Run *run) {
    Type *t = run->type.range;
    t->size = sizeof(RangeObject);
    t->make = range_new;
    t->repr = range_repr;
    t->truth = range_truth;
    t->length = range_length;
    t->hash = range_hash;
    t->get_item = range_get_item;
    t->contains = range_contains;
    t->iter = range_iter;
    t->compare = range_compare;
    t->head.show = range_show;
    run->type.range_iterator->next = range_next;
    type_add_methods(run, t, methods);
    type_add_getter(run, t, "start", get_start);
    type_add_getter(run, t, "stop", get_stop);
    type_add_getter(run, t, "step", get_step);
    install_slice(run);
}
