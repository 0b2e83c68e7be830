/* options.c: messages that configure sessions (ConfigProto, GPUOptions, RunOptions …): they take
 * any field and mean nothing. */
#include <stddef.h>

#include "tf/state.h"

typedef struct OptionsObject {
    Object object;
    Members members;
} OptionsObject;

Value options_make(Tf *tf) {
    return value_object(
        object_make_mutable(tf->run, tf->types[CLASS_OPTIONS], sizeof(OptionsObject)));
}

/* ConfigProto(field=value, …) */
static bool make_options(Tf *tf, const Value *a, Value *result) {
    Value *keys;
    uint32_t n;
    *result = options_make(tf);
    if (!value_items(tf->run, a[1], &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Value v;
        if (!value_get_item(tf->run, a[1], keys[i], &v) ||
            !value_set_attr(tf->run, *result, name_of(tf->run->names, str_text(keys[i])), v)) {
            return false;
        }
    }
    return true;
}

/* A field that was never set is a message of its own: config.gpu_options.allow_growth = True */
static bool options_get(Run *run, Value self, Name name, bool *found, Value *result) {
    OptionsObject *o = (OptionsObject *)self.as.object;
    Value v = members_get(&o->members, name);
    if (name->text[0] == '_' || !is_unbound(v)) {
        *found = false;
        return true;
    }
    if (!is_unbound(members_get(&tf_of(run)->types[CLASS_OPTIONS]->members, name))) {
        *found = false;
        return true;
    }
    *result = options_make(tf_of(run));
    *found = true;
    members_set(run, &o->members, &o->object, name, *result);
    return true;
}

static bool options_method(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    (void)a;
    *result = value_none();
    return true;
}

static void set_constant(Tf *tf, const char *name, int64_t value) {
    Type *t = tf->types[CLASS_OPTIONS];
    members_set(tf->run, &t->members, NULL, name_z(tf->run->names, name), value_int(value));
}

void options_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("CopyFrom", "self, other~", options_method),
        FUNCTION("MergeFrom", "self, other~", options_method),
        FUNCTION("add", "self, *args~, **kwargs~", options_method),
        FUNCTION("append", "self, value~", options_method),
        FUNCTION("extend", "self, values~", options_method),
        API_END,
    };
    Type *t = tf->types[CLASS_OPTIONS];
    t->size = sizeof(OptionsObject);
    t->attributes = offsetof(OptionsObject, members);
    t->get_attr = options_get;
    class_constructor(tf, CLASS_OPTIONS, make_options, "self, **fields");
    class_add_methods(tf, CLASS_OPTIONS, methods);
    set_constant(tf, "NO_TRACE", 0);
    set_constant(tf, "SOFTWARE_TRACE", 1);
    set_constant(tf, "HARDWARE_TRACE", 2);
    set_constant(tf, "FULL_TRACE", 3);
    set_constant(tf, "ON_1", 1);
    set_constant(tf, "ON_2", 2);
    set_constant(tf, "L0", -1);
    set_constant(tf, "L1", 0);
}
