/* sequence.c: what lists, tuples and ranges share: positions, slices, comparison, repr. */
#include <string.h>

#include "run/big.h"
#include "run/install.h"
#include "run/machine.h"

/* ---- asking ---- */

bool is_tuple(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->type.tuple);
}

bool is_list(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->type.list);
}

bool is_sequence(const Run *run, Value v) {
    return is_tuple(run, v) || is_list(run, v);
}

bool is_slice(const Run *run, Value v) {
    return is_exactly(v, run->type.slice);
}

bool is_iterable(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), iter) || TYPE_WITH(type_of(run, v), get_item);
}

void sequence_copy(Value sequence, Value *out) {
    uint32_t n = sequence_count(sequence);
    for (uint32_t i = 0; i < n; i++) {
        out[i] = sequence_item(sequence, i);
    }
}

/* ---- items of any iterable ---- */

/* An array of values that grows in the run's arena. */
typedef struct Values {
    Value *at;
    uint32_t count, cap;
} Values;

static bool push(Run *run, Values *values, Value v) {
    if (values->count == values->cap) {
        if (!check_count(run, (int64_t)values->cap * 2 + 8)) {
            return false;
        }
        values->cap = values->cap * 2 + 8;
        Value *at = ARENA_ARRAY(run->arena, values->cap, Value);
        if (values->count) {
            memcpy(at, values->at, values->count * sizeof *at);
        }
        values->at = at;
    }
    values->at[values->count++] = v;
    return true;
}

static bool drain(Run *run, Value iterable, Values *values) {
    Value iterator, v;
    bool done;
    if (!value_iter(run, iterable, &iterator)) {
        return false;
    }
    for (;;) {
        if (!value_next(run, iterator, &v, &done)) {
            return false;
        }
        if (done) {
            return true;
        }
        if (!push(run, values, v)) {
            return false;
        }
    }
}

bool value_items(Run *run, Value iterable, Value **items, uint32_t *n) {
    bool plain = is_exactly(iterable, run->type.list) || is_exactly(iterable, run->type.tuple);
    if (plain) {
        *n = sequence_count(iterable);
        *items = ARENA_ARRAY(run->arena, *n, Value);
        sequence_copy(iterable, *items);
        return true;
    }
    Values values = {NULL, 0, 0};
    if (!drain(run, iterable, &values)) {
        return false;
    }
    *items = values.at;
    *n = values.count;
    return true;
}

bool sequence_repeat(Run *run, uint32_t n, const Value *items, int64_t count, Value **out,
                     uint32_t *nout) {
    int64_t total = 0;
    if (count > 0 &&
        (__builtin_mul_overflow((int64_t)n, count, &total) || !check_count(run, total))) {
        return run->stopping ? false : refuse_budget(run, BUDGET_MEMORY);
    }
    *nout = (uint32_t)total;
    *out = ARENA_ARRAY(run->arena, *nout, Value);
    for (uint32_t i = 0; i < *nout; i += n) {
        memcpy(*out + i, items, n * sizeof *items);
    }
    return true;
}

/* ---- positions ---- */

static bool out_of_range(Run *run, const char *what) {
    bool is_byte = !strcmp(what, "byte"), is_range = !strcmp(what, "range");
    return raise_error(run, run->exception.IndexError, "%s%sindex out of range",
                       is_byte ? "" : what,
                       is_byte    ? ""
                       : is_range ? " object "
                                  : " ");
}

static bool bad_index(Run *run, const char *what, Value key) {
    Str name = type_name(run, key);
    if (!strcmp(what, "string")) {
        return raise_type_error(run, "string indices must be integers, not '%.*s'", STR_ARG(name));
    }
    return raise_type_error(run, "%s indices must be integers or slices, not %.*s", what,
                            STR_ARG(name));
}

bool sequence_index(Run *run, Value key, int64_t length, const char *what, int64_t *i) {
    bool is;
    if (!position_like(run, key, &is, i)) {
        return false;
    }
    if (!is) {
        return bad_index(run, what, key);
    }
    *i += *i < 0 ? length : 0;
    return (*i >= 0 && *i < length) || out_of_range(run, what);
}

/* ---- slices ---- */

static bool bound_like(Run *run, Value v, const char *none, int64_t *i) {
    bool is;
    Value whole;
    if (!whole_like(run, v, &is, &whole)) {
        return false;
    }
    if (is && !integer_of(run, whole, i)) {
        *i = whole_negative(whole) ? INT64_MIN : INT64_MAX;
    }
    return is || raise_type_error(
                     run, "slice indices must be integers %sor have an __index__ method", none);
}

bool slice_bound_of(Run *run, Value v, int64_t absent, int64_t *i) {
    *i = absent;
    return is_none(v) || bound_like(run, v, "or None ", i);
}

bool item_bound_of(Run *run, Value v, int64_t n, int64_t *i) {
    if (!bound_like(run, v, "", i)) {
        return false;
    }
    *i += *i < 0 ? n : 0;
    *i = *i < 0 ? 0 : *i;
    return true;
}

static int64_t clip(int64_t i, int64_t length, bool backwards) {
    if (i < 0) {
        i += length;
        return i < 0 ? (backwards ? -1 : 0) : i;
    }
    return i >= length ? (backwards ? length - 1 : length) : i;
}

bool slice_resolve(Run *run, Value slice, int64_t length, SliceRange *r) {
    Value start, stop, step;
    slice_parts(slice, &start, &stop, &step);
    if (!slice_bound_of(run, step, 1, &r->step)) {
        return false;
    }
    if (r->step == 0) {
        return raise_value_error(run, "slice step cannot be zero");
    }
    bool backwards = r->step < 0;
    r->step = r->step == INT64_MIN ? -INT64_MAX : r->step;
    if (!slice_bound_of(run, start, backwards ? INT64_MAX : 0, &r->start) ||
        !slice_bound_of(run, stop, backwards ? INT64_MIN : INT64_MAX, &r->stop)) {
        return false;
    }
    r->start = clip(r->start, length, backwards);
    r->stop = r->stop == INT64_MIN ? -1 : clip(r->stop, length, backwards);
    r->count = 0;
    if (backwards && r->stop < r->start) {
        r->count = (r->start - r->stop - 1) / -r->step + 1;
    } else if (!backwards && r->start < r->stop) {
        r->count = (r->stop - r->start - 1) / r->step + 1;
    }
    return true;
}

/* ---- equality and order ---- */

bool item_equal(Run *run, Value a, Value b, bool *equal) {
    *equal = value_same(a, b);
    return *equal || value_equal(run, a, b, equal);
}

bool sequence_compare(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    if (equality && sequence_count(a) != sequence_count(b)) {
        *result = value_bool(op == COMPARE_OPERATOR_NOT_EQUAL);
        return true;
    }
    for (uint32_t i = 0; i < sequence_count(a) && i < sequence_count(b); i++) {
        Value x = sequence_item(a, i), y = sequence_item(b, i);
        bool equal;
        if (!item_equal(run, x, y, &equal)) {
            return false;
        }
        if (!equal && equality) {
            *result = value_bool(op == COMPARE_OPERATOR_NOT_EQUAL);
            return true;
        }
        if (!equal) {
            return value_compare(run, op, x, y, result);
        }
    }
    *result = value_bool(compare_ints(op, sequence_count(a), sequence_count(b)));
    return true;
}

/* ---- repr ---- */

bool repr_enter(Run *run, ReprFrame *frame, const Object *o) {
    for (const ReprFrame *f = run->repr_stack; f; f = f->outer) {
        if (f->object == o) {
            return false;
        }
    }
    *frame = (ReprFrame){o, run->repr_stack};
    run->repr_stack = frame;
    return true;
}

void repr_leave(Run *run, ReprFrame *frame) {
    run->repr_stack = frame->outer;
}

bool repr_items(Run *run, Sink *out, uint32_t n, const Value *items) {
    for (uint32_t i = 0; i < n; i++) {
        Str text;
        if (!value_repr(run, items[i], &text)) {
            return false;
        }
        sink_z(out, i ? ", " : "");
        sink_put(out, text);
    }
    return true;
}

void attribute_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    size_t at = object_type(o)->attributes;
    if (at) {
        members_parts((const Members *)((const char *)o + at), m, fn, context);
    }
}

void show_item(Sink *out, Value v, Moment m, int depth) {
    if (v.kind == VALUE_OBJECT && v.as.object->type->show) {
        v.as.object->type->show(out, v.as.object, m, depth);
    } else {
        value_show(out, v, m, 1);
    }
}

/* ---- errors of + and * ---- */

static const char *concatenation_of(const Run *run, Value v) {
    bool sequence = is_str(run, v) || is_list(run, v) || is_tuple(run, v);
    return sequence ? "can only concatenate" : NULL;
}

/* Of an instance of a subclass, such as a namedtuple, the name of the sequence that it is. */
static Str kind_of(const Run *run, Value v) {
    return is_str(run, v)     ? STR("str")
           : is_list(run, v)  ? STR("list")
           : is_tuple(run, v) ? STR("tuple")
                              : type_name(run, v);
}

bool sequence_binary_error(Run *run, BinaryOperator op, Value left, Value right) {
    Str l = kind_of(run, left), r = type_name(run, right);
    if (op == BINARY_OPERATOR_ADD && is_bytes(run, left)) {
        raise_type_error(run, "can't concat %.*s to %.*s", STR_ARG(r), STR_ARG(l));
        return true;
    }
    if (op == BINARY_OPERATOR_ADD && concatenation_of(run, left)) {
        if (run->trace->python == 2 && is_str(run, left)) {
            raise_type_error(run, "cannot concatenate '%.*s' and '%.*s' objects", STR_ARG(l),
                             STR_ARG(r));
            return true;
        }
        raise_type_error(run, "can only concatenate %.*s (not \"%.*s\") to %.*s", STR_ARG(l),
                         STR_ARG(r), STR_ARG(l));
        return true;
    }
    bool first = is_bytes(run, left) || concatenation_of(run, left);
    bool second = is_bytes(run, right) || concatenation_of(run, right);
    if (op == BINARY_OPERATOR_MULTIPLY && (first || second)) {
        Str other = first ? r : type_name(run, left);
        raise_type_error(run, "can't multiply sequence by non-int of type '%.*s'", STR_ARG(other));
        return true;
    }
    return false;
}

void install_sequences(Run *run) {
    install_list(run);
    install_tuple(run);
    install_range(run);
    install_iterators(run);
}
