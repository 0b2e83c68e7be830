/* protocol.c: what is asked of any value: its text, truth, hash, length, items, iterator. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

/* ---- text ---- */

static bool text_result(Run *run, Value v, const char *method, Str *text) {
    if (!is_str(run, v)) {
        return raise_type_error(run, "%s returned non-string (type %.*s)", method,
                                STR_ARG(type_name(run, v)));
    }
    *text = str_text(v);
    return true;
}

bool value_repr(Run *run, Value v, Str *text) {
    const Type *t = TYPE_WITH(type_of(run, v), repr);
    Value result;
    if (!deeper(run, " while getting the repr of an object")) {
        return false;
    }
    bool ok = t->repr(run, v, &result);
    shallower(run);
    return ok && text_result(run, result, "__repr__", text);
}

bool value_str(Run *run, Value v, Str *text) {
    if (is_exactly(v, run->type.str)) {
        *text = str_text(v);
        return true;
    }
    const Type *t = TYPE_WITH(type_of(run, v), str);
    Value result;
    if (!deeper(run, " while getting the str of an object")) {
        return false;
    }
    bool ok = t->str(run, v, &result);
    shallower(run);
    return ok && text_result(run, result, "__str__", text);
}

/* ---- truth, hash, length ---- */

static bool truth_of_object(Run *run, Value v, bool *b) {
    const Type *t = TYPE_WITH(type_of(run, v), truth);
    if (t) {
        return t->truth(run, v, b);
    }
    *b = true;
    if (!TYPE_WITH(type_of(run, v), length)) {
        return true;
    }
    int64_t n = 0;
    bool ok = value_length(run, v, &n);
    *b = n != 0;
    return ok;
}

bool value_truth(Run *run, Value v, bool *b) {
    switch (v.kind) {
    case VALUE_UNBOUND:
    case VALUE_NONE: *b = false; return true;
    case VALUE_BOOL: *b = v.as.boolean; return true;
    case VALUE_INT: *b = v.as.integer != 0; return true;
    case VALUE_FLOAT: *b = v.as.real != 0; return true;
    case VALUE_OBJECT: return truth_of_object(run, v, b);
    }
    return true;
}

bool value_hash(Run *run, Value v, int64_t *hash) {
    const Type *t = TYPE_WITH(type_of(run, v), hash);
    if (!deeper(run, "")) {
        return false;
    }
    bool ok = t->hash(run, v, hash);
    shallower(run);
    return ok;
}

bool value_length(Run *run, Value v, int64_t *n) {
    const Type *t = TYPE_WITH(type_of(run, v), length);
    return t ? t->length(run, v, n)
             : raise_type_error(run, "object of type '%.*s' has no len()",
                                STR_ARG(type_name(run, v)));
}

/* ---- iterating ---- */

/* Over o[0], o[1] … until IndexError: for classes with __getitem__ only. */
static bool sequence_next(Run *run, Value self, Value *result, bool *done) {
    IteratorObject *i = (IteratorObject *)self.as.object;
    *done = is_unbound(i->source);
    if (*done) {
        return true;
    }
    if (value_get_item(run, i->source, value_int(i->at), result)) {
        i->at++;
        return true;
    }
    if (!error_is(run, run->exception.IndexError) && !error_is(run, run->exception.StopIteration)) {
        return false;
    }
    error_take(run);
    i->source = value_unbound();
    *done = true;
    return true;
}

bool sequence_iter(Run *run, Value o, Value *iterator) {
    Machine *m = run->machine;
    if (!m->sequence_iterator) {
        m->sequence_iterator = type_make(run, "iterator", run->type.iterator, "builtins");
        m->sequence_iterator->next = sequence_next;
        m->sequence_iterator->iter = iterator_self;
    }
    *iterator = value_object(iterator_make(run, m->sequence_iterator, o));
    return true;
}

bool value_iter(Run *run, Value v, Value *iterator) {
    const Type *t = type_of(run, v);
    const Type *with_iter = TYPE_WITH(t, iter);
    if (with_iter) {
        return with_iter->iter(run, v, iterator);
    }
    const Type *with_items = TYPE_WITH(t, get_item);
    if (with_items && with_items != run->type.type) {
        return sequence_iter(run, v, iterator);
    }
    return raise_type_error(run, "'%.*s' object is not iterable", STR_ARG(type_name(run, v)));
}

bool run_work(Run *run) {
    return run_much_work(run, 1);
}

bool run_much_work(Run *run, uint32_t units) {
    Machine *m = run->machine;
    m->effort += units;
    if (m->effort > m->effort_max) {
        return refuse_budget(run, BUDGET_STEPS);
    }
    return watch_goes_on(run->options.watch) || refuse_budget(run, BUDGET_INTERRUPT);
}

bool value_next(Run *run, Value iterator, Value *v, bool *done) {
    const Type *t = TYPE_WITH(type_of(run, iterator), next);
    if (!t) {
        return raise_type_error(run, "'%.*s' object is not an iterator",
                                STR_ARG(type_name(run, iterator)));
    }
    if (!run_work(run) || !deeper(run, "")) {
        return false;
    }
    *done = false;
    bool ok = t->next(run, iterator, v, done);
    shallower(run);
    return ok;
}

/* ---- items ---- */

static bool contains_by_iterating(Run *run, Value container, Value item, bool *result) {
    Value iterator, v;
    bool done;
    const Type *t = type_of(run, container);
    if (!TYPE_WITH(t, iter) && !TYPE_WITH(t, get_item)) {
        return raise_type_error(run, "argument of type '%.*s' is not iterable",
                                STR_ARG(type_name(run, container)));
    }
    if (!value_iter(run, container, &iterator)) {
        if (!run->stopping && error_is(run, run->exception.TypeError)) {
            error_take(run);
            raise_type_error(run, "argument of type '%.*s' is not iterable",
                             STR_ARG(type_name(run, container)));
        }
        return false;
    }
    for (*result = false; !*result;) {
        if (!value_next(run, iterator, &v, &done)) {
            return false;
        }
        if (done) {
            break;
        }
        if (!item_equal(run, v, item, result)) {
            return false;
        }
    }
    return true;
}

bool value_contains(Run *run, Value container, Value item, bool *result) {
    const Type *t = TYPE_WITH(type_of(run, container), contains);
    return t ? t->contains(run, container, item, result)
             : contains_by_iterating(run, container, item, result);
}

/* C[…] of a class: __class_getitem__ */
static bool class_item(Run *run, Value o, Value key, Value *result) {
    Value method;
    bool found;
    if (!value_find_attr(run, o, name_z(run->names, "__class_getitem__"), &found, &method)) {
        return false;
    }
    if (found) {
        bool function = is_exactly(method, run->type.function);
        Value args[2] = {o, key};
        return value_call_n(run, method, function ? 2 : 1, function ? args : &key, result);
    }
    return raise_type_error(run, "type '%s' is not subscriptable", as_type(o)->head.name->text);
}

bool value_get_item(Run *run, Value o, Value key, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, o), get_item);
    if (t) {
        return t->get_item(run, o, key, result);
    }
    if (is_type(run, o)) {
        return class_item(run, o, key, result);
    }
    return raise_type_error(run,
                            run->trace->python == 2 ? "'%.*s' object has no attribute '__getitem__'"
                                                    : "'%.*s' object is not subscriptable",
                            STR_ARG(type_name(run, o)));
}

bool value_set_item(Run *run, Value o, Value key, Value v) {
    const Type *t = TYPE_WITH(type_of(run, o), set_item);
    if (t) {
        return t->set_item(run, o, key, v);
    }
    bool index = key.kind == VALUE_INT || key.kind == VALUE_BOOL;
    bool sequence = type_of(run, o)->heap || is_str(run, o) || is_tuple(run, o) ||
                    is_bytes(run, o) || is_instance(run, o, run->type.range);
    return is_unbound(v) ? raise_type_error(run, "'%.*s' object %s support item deletion",
                                            STR_ARG(type_name(run, o)),
                                            index && sequence ? "doesn't" : "does not")
                         : raise_type_error(run, "'%.*s' object does not support item assignment",
                                            STR_ARG(type_name(run, o)));
}
