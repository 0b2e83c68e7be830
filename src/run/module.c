/* module.c: modules as values: those written in C, and the program's own, whose globals are slots.
 */
#include "run/kinds.h"
#include "run/machine.h"

/* ---- making ---- */

Module *module_make(Run *run, const char *name) {
    Module *m = object_make(run, run->type.module, sizeof *m);
    m->name = name_z(run->names, name);
    map_put(&run->modules, m->name)->ptr = m;
    const Specials *s = &run->machine->name;
    members_set(run, &m->members, NULL, s->name, str_of_name(run, m->name));
    members_set(run, &m->members, NULL, s->doc, value_none());
    return m;
}

void module_set(Run *run, Module *m, const char *name, Value v) {
    members_set(run, &m->members, NULL, name_z(run->names, name), v);
}

void module_add_functions(Run *run, Module *m, const NativeSpec *functions) {
    for (; functions->name; functions++) {
        Value v = native_make(run, functions, value_unbound());
        ((NativeObject *)v.as.object)->module = m;
        module_set(run, m, functions->name, v);
    }
}

/* ---- attributes ---- */

static Value global_of(const Module *m, Name name) {
    const Space *s = space_of(m);
    const MapEntry *e = s ? map_find(&s->slots, name) : NULL;
    return e ? cell_get(&s->cells[e->num]) : value_unbound();
}

bool module_find_attr(Run *run, Module *m, Name name, bool *found, Value *result) {
    *result = global_of(m, name);
    if (is_unbound(*result)) {
        *result = members_get(&m->members, name);
    }
    *found = !is_unbound(*result);
    if (*found || !m->missing) {
        return true;
    }
    if (!m->missing(run, m, name, found, result)) {
        return false;
    }
    if (*found) { /* asked once */
        members_set(run, &m->members, NULL, name, *result);
    }
    return true;
}

/* A global that the program sets by another way than an assignment: setattr, import *. */
static void set_global(Run *run, Space *s, uint32_t slot, Value v) {
    bool own = run->machine->frame && run->machine->frame->trace == s->trace;
    if (own) {
        trace_bind(run->trace, &s->cells[slot], v, slot);
    } else {
        cell_set(run->arena, &s->cells[slot], v, trace_now(run->trace));
        record_change(run, &s->module->object);
    }
}

/* Built-ins that slots of the program's modules remember may have changed. */
static void forget_builtins(Run *run) {
    for (Space *s = run->machine->spaces; s; s = s->before) {
        for (uint32_t i = 0; i < s->program->nglobals; i++) {
            s->builtins[i] = value_unbound();
        }
    }
}

bool module_set_attr(Run *run, Module *m, Name name, Value v) {
    Space *s = space_of(m);
    const MapEntry *e = s ? map_find(&s->slots, name) : NULL;
    if (e) {
        set_global(run, s, (uint32_t)e->num, v);
        return true;
    }
    if (is_unbound(v) && is_unbound(members_get(&m->members, name))) {
        return raise_attribute_error(run, "module '%s' has no attribute '%s'", m->name->text,
                                     name->text);
    }
    members_set(run, &m->members, &m->object, name, v);
    if (m == run->builtins) {
        forget_builtins(run);
    }
    return true;
}

/* ---- slots of the type ---- */

static bool module_get_slot(Run *run, Value self, Name name, bool *found, Value *result) {
    return module_find_attr(run, (Module *)self.as.object, name, found, result);
}

static bool module_set_slot(Run *run, Value self, Name name, Value v) {
    return module_set_attr(run, (Module *)self.as.object, name, v);
}

static bool module_repr(Run *run, Value self, Value *result) {
    *result = str_format(run, "<module '%s'>", ((const Module *)self.as.object)->name->text);
    return true;
}

static void module_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "<module '%s'>", ((const Module *)o)->name->text);
}

static bool module_dict(Run *run, const Value *args, Value *result) {
    *result = module_variables(run, (Module *)args[0].as.object);
    return true;
}

void install_module_type(Run *run) {
    Type *t = run->type.module;
    t->get_attr = module_get_slot;
    t->set_attr = module_set_slot;
    t->repr = module_repr;
    t->head.show = module_show;
    t->size = sizeof(Module);
    type_add_getter(run, t, "__dict__", module_dict);
}
