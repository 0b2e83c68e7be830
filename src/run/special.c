/* special.c: special methods of the program's classes as slots.
 *
 * When a class gets an attribute such as __len__, the slot that it stands for is set to a function
 * of this file, which looks the method up by the mro of the object at hand and calls it. So the
 * rest of the machine only ever asks slots. */
#include <string.h>

#include "run/big.h"
#include "run/machine.h"

/* ---- finding and calling ---- */

bool special_find(Run *run, Value v, Name name, bool *found, Value *method) {
    const Type *t = type_of(run, v);
    Value attribute = type_lookup(run, t, name);
    *found = !is_unbound(attribute) && !is_none(attribute);
    return !*found || attribute_bind(run, attribute, v, t, method);
}

/* Calls self.name(args…); *found is false when there is no such method. */
static bool call_special(Run *run, Value self, Name name, uint32_t n, const Value *args,
                         bool *found, Value *result) {
    Value attribute = type_lookup(run, type_of(run, self), name);
    *found = !is_unbound(attribute) && !is_none(attribute);
    if (!*found) {
        return true;
    }
    if (is_exactly(attribute, run->type.function) && n < 3) {
        Value all[4] = {self};
        for (uint32_t i = 0; i < n; i++) {
            all[i + 1] = args[i];
        }
        return value_call_n(run, attribute, n + 1, all, result);
    }
    Value bound;
    return attribute_bind(run, attribute, self, type_of(run, self), &bound) &&
           value_call_n(run, bound, n, args, result);
}

static bool call_named(Run *run, Value self, Name name, uint32_t n, const Value *args,
                       Value *result) {
    bool found;
    if (!call_special(run, self, name, n, args, &found, result)) {
        return false;
    }
    return found || raise_attribute_error(run, "'%.*s' object has no attribute '%s'",
                                          STR_ARG(type_name(run, self)), name->text);
}

/* ---- one function a slot ---- */

static bool heap_repr(Run *run, Value self, Value *result) {
    return call_named(run, self, run->machine->name.repr, 0, NULL, result);
}

static bool heap_str(Run *run, Value self, Value *result) {
    return call_named(run, self, run->machine->name.str, 0, NULL, result);
}

static bool heap_truth(Run *run, Value self, bool *result) {
    Name name = run->trace->python == 2 ? run->machine->name.nonzero : run->machine->name.truth;
    Value v;
    bool found;
    if (!call_special(run, self, name, 0, NULL, &found, &v)) {
        return false;
    }
    if (!found) { /* the other Python's name: no meaning here */
        *result = true;
        return true;
    }
    bool integer = v.kind == VALUE_INT && run->trace->python == 2;
    if (v.kind != VALUE_BOOL && !integer) {
        return raise_type_error(run, "%s should return bool, returned %.*s", name->text,
                                STR_ARG(type_name(run, v)));
    }
    return value_truth(run, v, result);
}

static bool heap_hash(Run *run, Value self, int64_t *result) {
    Value v;
    bool found;
    if (!call_special(run, self, run->machine->name.hash, 0, NULL, &found, &v)) {
        return false;
    }
    if (!found) {
        return raise_type_error(run, "unhashable type: '%.*s'", STR_ARG(type_name(run, self)));
    }
    Value whole;
    if (!whole_of(run, v, &whole)) {
        return raise_type_error(run, "__hash__ method should return an integer");
    }
    whole = big_small(whole);
    *result = whole.kind == VALUE_INT ? whole.as.integer : big_hash(whole);
    *result -= *result == -1;
    return true;
}

static bool heap_length(Run *run, Value self, int64_t *result) {
    Value v;
    bool is;
    if (!call_named(run, self, run->machine->name.len, 0, NULL, &v) ||
        !index_like(run, v, &is, result)) {
        return false;
    }
    if (!is) {
        return index_of(run, v, result);
    }
    return *result >= 0 || raise_value_error(run, "__len__() should return >= 0");
}

static bool heap_call(Run *run, Value self, const Args *args, Value *result) {
    Value method;
    bool found;
    if (!special_find(run, self, run->machine->name.call, &found, &method)) {
        return false;
    }
    if (!found) {
        return raise_type_error(run, "'%.*s' object is not callable",
                                STR_ARG(type_name(run, self)));
    }
    return value_call(run, method, args, result);
}

/* __getattribute__: an AttributeError of it leaves the word to __getattr__. */
static bool heap_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const Specials *s = &run->machine->name;
    Value key = str_of_name(run, name);
    if (call_named(run, self, s->getattribute, 1, &key, result)) {
        *found = true;
        return true;
    }
    Value getattr = type_lookup(run, type_of(run, self), s->getattr);
    if (is_unbound(getattr) || !error_is(run, run->exception.AttributeError)) {
        return false;
    }
    error_take(run);
    *found = true;
    return call_named(run, self, s->getattr, 1, &key, result);
}

static bool heap_set_attr(Run *run, Value self, Name name, Value v) {
    const Specials *s = &run->machine->name;
    Value args[2] = {str_of_name(run, name), v};
    Value ignored;
    return is_unbound(v) ? call_named(run, self, s->delattr, 1, args, &ignored)
                         : call_named(run, self, s->setattr, 2, args, &ignored);
}

/* Python 2: a class may take o[i:j] by a method of its own; *found: it does, and was called. v is
 * what is assigned, unbound when nothing is. */
static bool call_slice(Run *run, Value self, const char *name, Value key, Value v, bool *found,
                       Value *result) {
    Value args[3] = {value_none(), value_none(), v}, step;
    *found = false;
    if (run->trace->python != 2 || !is_exactly(key, run->type.slice)) {
        return true;
    }
    slice_parts(key, &args[0], &args[1], &step);
    if (!is_none(step)) {
        return true;
    }
    args[0] = is_none(args[0]) ? value_int(0) : args[0];
    args[1] = is_none(args[1]) ? value_int(INT64_MAX) : args[1];
    return call_special(run, self, name_z(run->names, name), is_unbound(v) ? 2 : 3, args, found,
                        result);
}

static bool heap_get_item(Run *run, Value self, Value key, Value *result) {
    bool found;
    if (!call_slice(run, self, "__getslice__", key, value_unbound(), &found, result) || found) {
        return found;
    }
    return call_named(run, self, run->machine->name.getitem, 1, &key, result);
}

static bool heap_set_item(Run *run, Value self, Value key, Value v) {
    const Specials *s = &run->machine->name;
    Value args[2] = {key, v};
    Value ignored;
    bool found;
    bool deletes = is_unbound(v);
    if (!call_slice(run, self, deletes ? "__delslice__" : "__setslice__", key, v, &found,
                    &ignored) ||
        found) {
        return found;
    }
    if (!call_special(run, self, deletes ? s->delitem : s->setitem, deletes ? 1 : 2, args, &found,
                      &ignored)) {
        return false;
    }
    return found || raise_type_error(run, "'%.*s' object does%s support item %s",
                                     STR_ARG(type_name(run, self)), deletes ? "n't" : " not",
                                     deletes ? "deletion" : "assignment");
}

static bool heap_contains(Run *run, Value self, Value item, bool *result) {
    Name name = name_z(run->names, "__contains__");
    Value v;
    return call_named(run, self, name, 1, &item, &v) && value_truth(run, v, result);
}

static bool heap_iter(Run *run, Value self, Value *result) {
    Value v;
    bool found;
    if (!call_special(run, self, run->machine->name.iter, 0, NULL, &found, &v)) {
        return false;
    }
    if (!found) {
        return raise_type_error(run, "'%.*s' object is not iterable",
                                STR_ARG(type_name(run, self)));
    }
    if (!TYPE_WITH(type_of(run, v), next)) {
        return raise_type_error(run, "iter() returned non-iterator of type '%.*s'",
                                STR_ARG(type_name(run, v)));
    }
    *result = v;
    return true;
}

static bool heap_next(Run *run, Value self, Value *result, bool *done) {
    const Specials *s = &run->machine->name;
    *done = false;
    if (call_named(run, self, run->trace->python == 2 ? s->next2 : s->next, 0, NULL, result)) {
        return true;
    }
    if (!error_is(run, run->exception.StopIteration)) {
        return false;
    }
    error_take(run);
    *done = true;
    return true;
}

static bool heap_enter(Run *run, Value self, Value *result) {
    return call_named(run, self, run->machine->name.enter, 0, NULL, result);
}

static bool heap_exit(Run *run, Value self, Value exception, bool *swallow) {
    Value type = is_none(exception) ? exception : value_object(type_of(run, exception));
    Value args[3] = {type, exception, value_none()};
    Value method, v;
    bool found;
    if (!special_find(run, self, run->machine->name.exit, &found, &method)) {
        return false;
    }
    return value_call_n(run, method, 3, args, &v) && value_truth(run, v, swallow);
}

static bool heap_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    Value args[2] = {is_unbound(instance) ? value_none() : instance, value_object(owner)};
    return call_named(run, self, run->machine->name.get, 2, args, result);
}

static bool heap_bind_set(Run *run, Value self, Value instance, Value v) {
    const Specials *s = &run->machine->name;
    Value args[2] = {instance, v};
    Value ignored;
    return is_unbound(v) ? call_named(run, self, s->delete, 1, args, &ignored)
                         : call_named(run, self, s->set, 2, args, &ignored);
}

/* ---- operators ---- */

static const char *const unary_methods[] = {
#define UNARY_OPERATOR(ID, SIGN, METHOD) METHOD,
#include "lang/operator.def"
#undef UNARY_OPERATOR
};
static const char *const binary_methods[][3] = {
#define BINARY_OPERATOR(ID, SIGN, METHOD, REFLECTED, INPLACE) {METHOD, REFLECTED, INPLACE},
#include "lang/operator.def"
#undef BINARY_OPERATOR
};
static const char *const compare_methods[] = {
#define COMPARE_OPERATOR(ID, SIGN, METHOD, REFLECTED) METHOD,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
};

static bool heap_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    bool found;
    *result = run->not_implemented;
    return call_special(run, self, name_z(run->names, unary_methods[op]), 0, NULL, &found, result);
}

static bool heap_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    bool found;
    Name name = name_z(run->names, binary_methods[op][reflected]);
    *result = run->not_implemented;
    return call_special(run, self, name, 1, &other, &found, result);
}

static bool heap_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    bool found;
    *result = run->not_implemented;
    return call_special(run, self, name_z(run->names, binary_methods[op][2]), 1, &other, &found,
                        result);
}

static bool heap_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    bool found;
    *result = run->not_implemented;
    return call_special(run, self, name_z(run->names, compare_methods[op]), 1, &other, &found,
                        result);
}

/* ---- which method stands for which slot ---- */

typedef enum SlotKind {
#define SLOT(ID, ...) SLOT_##ID,
#include "run/slot.def"
#undef SLOT
    SLOT_UNARY,
    SLOT_BINARY,
    SLOT_INPLACE,
    SLOT_COMPARE,
} SlotKind;

static void learn(Run *run, const char *method, SlotKind kind) {
    if (*method) {
        map_put(&run->machine->slots, name_z(run->names, method))->num = kind + 1;
    }
}

void specials_init(Run *run) {
    run->machine->slots = map_make(run->arena);
#define SLOT(ID, NAME, SIGNATURE, FIELD) learn(run, NAME, SLOT_##ID);
#include "run/slot.def"
#undef SLOT
    learn(run, "__getslice__", SLOT_getitem);
    learn(run, "__setslice__", SLOT_setitem);
    learn(run, "__delslice__", SLOT_delitem);
    for (int i = 0; i < UNARY_OPERATOR_COUNT; i++) {
        learn(run, unary_methods[i], SLOT_UNARY);
    }
    for (int i = 0; i < BINARY_OPERATOR_COUNT; i++) {
        learn(run, binary_methods[i][0], SLOT_BINARY);
        learn(run, binary_methods[i][1], SLOT_BINARY);
        learn(run, binary_methods[i][2], SLOT_INPLACE);
    }
    for (int i = 0; i <= COMPARE_OPERATOR_GREATER_EQUAL; i++) {
        learn(run, compare_methods[i], SLOT_COMPARE);
    }
}

static void slot_set(Type *t, SlotKind kind) {
    switch (kind) {
    case SLOT_new: return; /* looked up when an instance is made */
    case SLOT_repr: t->repr = heap_repr; return;
    case SLOT_str: t->str = heap_str; return;
    case SLOT_truth:
    case SLOT_nonzero: t->truth = heap_truth; return;
    case SLOT_hash: t->hash = heap_hash; return;
    case SLOT_len: t->length = heap_length; return;
    case SLOT_call: t->call = heap_call; return;
    case SLOT_getattribute: t->get_attr = heap_get_attr; return;
    case SLOT_setattr:
    case SLOT_delattr: t->set_attr = heap_set_attr; return;
    case SLOT_getitem: t->get_item = heap_get_item; return;
    case SLOT_setitem:
    case SLOT_delitem: t->set_item = heap_set_item; return;
    case SLOT_contains: t->contains = heap_contains; return;
    case SLOT_iter: t->iter = heap_iter; return;
    case SLOT_next:
    case SLOT_next2: t->next = heap_next; return;
    case SLOT_enter: t->enter = heap_enter; return;
    case SLOT_exit: t->exit = heap_exit; return;
    case SLOT_get: t->bind = heap_bind; return;
    case SLOT_set:
    case SLOT_delete: t->bind_set = heap_bind_set; return;
    case SLOT_UNARY: t->unary = heap_unary; return;
    case SLOT_BINARY: t->binary = heap_binary; return;
    case SLOT_INPLACE: t->inplace = heap_inplace; return;
    case SLOT_COMPARE: t->compare = heap_compare; return;
    }
}

/* "next" and __bool__ mean something in one of the two Pythons only. */
static bool means_slot(const Run *run, Name name) {
    const Specials *s = &run->machine->name;
    bool two = run->trace->python == 2;
    bool only_two =
        name == s->next2 || name == s->nonzero || str_ends(name_str(name), STR("slice__"));
    bool only_three = name == s->next || name == s->truth;
    return two ? !only_three : !only_two;
}

void special_install(Type *t, const Run *run, Name name) {
    const MapEntry *e = map_find(&run->machine->slots, name);
    if (e && means_slot(run, name)) {
        slot_set(t, (SlotKind)(e->num - 1));
    }
}
