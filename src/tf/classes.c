/* classes.c: the classes of the module as types of the runtime: making them, calling them, their
 * attributes. */
#include "tf/state.h"

/* One row a class, in the order of ClassId. */
typedef struct ClassRow {
    const char *name;
    const char *module;
    int base; /* ClassId, or -1 */
    const char *signature;
} ClassRow;
#define CLASS_NONE (-1)
static const ClassRow class_rows[CLASS_COUNT] = {
#define CLASS(ID, NAME, MODULE, BASE, SIGNATURE) {NAME, MODULE, CLASS_##BASE, SIGNATURE},
#include "tf/class.def"
#undef CLASS
};

void classes_make(Tf *tf) {
    for (int id = 0; id < CLASS_COUNT; id++) {
        const ClassRow *row = &class_rows[id];
        const Type *base = row->base < 0 ? tf->run->type.object : tf->types[row->base];
        Type *type = type_make(tf->run, row->name, base, row->module);
        type->make = tf_class_make;
        tf->types[id] = type;
        tf->constructors[id] = value_unbound();
    }
}

void class_constructor(Tf *tf, ClassId id, TfFn *fn, const char *signature) {
    Run *run = tf->run;
    ApiRow *row = ARENA_NEW(run->arena, ApiRow);
    *row = (ApiRow){.path = "__init__",
                    .signature = signature ? signature : class_rows[id].signature,
                    .fn = fn,
                    .last = LATEST};
    NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
    *spec = (NativeSpec){
        .name = "__init__", .signature = row->signature, .fn_row = api_call, .row = row};
    tf->constructors[id] = native_make(run, spec, class_value(tf, id));
}

bool tf_class_make(Run *run, const Type *type, const Args *args, Value *result) {
    Tf *tf = tf_of(run);
    for (int id = 0; id < CLASS_COUNT; id++) {
        if (tf->types[id] == type && !is_unbound(tf->constructors[id])) {
            return value_call(run, tf->constructors[id], args, result);
        }
    }
    const char *name = type->head.name->text;
    if (type->heap) {
        return refuse(run, NULL, "a subclass of a class of tensorflow (%s) is not modelled", name);
    }
    return refuse(run, NULL, "calling %s is not modelled", name);
}

static uint32_t count_rows(const ApiRow *rows) {
    uint32_t n = 0;
    while (rows[n].path) {
        n++;
    }
    return n;
}

void class_add_methods(Tf *tf, ClassId id, const ApiRow *rows) {
    Arena *a = tf->run->arena;
    NativeSpec *specs = ARENA_ARRAY(a, count_rows(rows) + 1, NativeSpec);
    uint32_t n = 0;
    for (const ApiRow *row = rows; row->path; row++) {
        if (dialect_between(&tf->engine->dialect, row->first, row->last)) {
            specs[n++] = (NativeSpec){
                .name = row->path, .signature = row->signature, .fn_row = api_call, .row = row};
        }
    }
    type_add_methods(tf->run, tf->types[id], specs);
}

void class_add_getters(Tf *tf, ClassId id, const GetterRow *rows) {
    for (const GetterRow *row = rows; row->name; row++) {
        if (dialect_between(&tf->engine->dialect, row->first, row->last)) {
            type_add_getter(tf->run, tf->types[id], row->name, row->fn);
        }
    }
}
