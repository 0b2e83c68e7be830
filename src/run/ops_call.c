/* ops_call.c: instructions that call, and that make functions and classes. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

/* ---- calls ---- */

/* f, its stack cut to base, goes on when the frame of function has returned; or gets a generator at
 * once. */
static bool enter(Run *run, Frame *f, Value *base, const FunctionObject *function, const Args *args,
                  Value made) {
    Frame *callee = function_enter(run, function, args);
    if (!callee) {
        return false;
    }
    f->top = base;
    if (callee->generator) {
        *f->top++ = value_object(callee->generator);
        return true;
    }
    callee->made = made;
    run->machine->frame = callee;
    return true;
}

static bool call_other(Run *run, Frame *f, Value *base, Value callee, const Args *args) {
    Value result = value_none();
    bool ok = value_call(run, callee, args, &result);
    f->top = base;
    *f->top++ = result;
    return ok;
}

static bool call_native(Run *run, Frame *f, Value *base, const NativeObject *native, Value self,
                        const Args *args) {
    if (!deeper(run, "")) {
        return false;
    }
    Value result = value_none();
    bool ok = native_call(run, native, self, args, &result);
    shallower(run);
    f->top = base;
    *f->top++ = result;
    return ok;
}

static void give_back(Run *run, MethodObject *o) {
    Machine *m = run->machine;
    if (o->object.type == &m->borrowed->head) {
        o->self = m->spare_methods ? value_object(m->spare_methods) : value_none();
        o->function = value_unbound();
        m->spare_methods = o;
    }
}

/* A method's self takes the place of the callee: then it lies before the other arguments. */
static bool call_method(Run *run, Frame *f, Value *base, Value *at, MethodObject *o, Args args) {
    Value function = o->function, self = o->self;
    give_back(run, o);
    if (is_exactly(function, run->type.native)) {
        *at = self;
        Args all = {at, args.npositional + 1, args.nkeywords, args.names};
        return call_native(run, f, base, (const NativeObject *)function.as.object, value_unbound(),
                           &all);
    }
    if (!is_exactly(function, run->type.function)) {
        *at = self;
        Args all = {at, args.npositional + 1, args.nkeywords, args.names};
        return call_other(run, f, base, function, &all);
    }
    *at = self;
    args.at = at;
    args.npositional++;
    return enter(run, f, base, (const FunctionObject *)function.as.object, &args, value_unbound());
}

/* A class whose instances need nothing but its __init__: that runs in this loop, too. */
static bool construct(Run *run, Frame *f, Value *base, Value *at, const FunctionObject *init,
                      Args args) {
    *at = instance_make(run, as_type(*at));
    args.at = at;
    args.npositional++;
    return enter(run, f, base, init, &args, *at);
}

/* at: the callee; its arguments lie behind it. base: to where the frame's stack is cut. */
static bool call(Run *run, Frame *f, Value *base, Value *at, Args args) {
    Value callee = *at;
    if (callee.kind != VALUE_OBJECT) {
        return call_other(run, f, base, callee, &args);
    }
    const Type *t = object_type(callee.as.object);
    if (t == run->type.function) {
        return enter(run, f, base, (const FunctionObject *)callee.as.object, &args,
                     value_unbound());
    }
    if (t == run->type.native) {
        const NativeObject *native = (const NativeObject *)callee.as.object;
        return call_native(run, f, base, native, native->self, &args);
    }
    if (t == run->type.method || t == run->machine->borrowed) {
        return call_method(run, f, base, at, (MethodObject *)callee.as.object, args);
    }
    const FunctionObject *init =
        t == run->type.type ? class_simple_init(run, as_type(callee)) : NULL;
    return init ? construct(run, f, base, at, init, args) : call_other(run, f, base, callee, &args);
}

bool op_CALL(Run *run, Frame *f, uint32_t arg) {
    Value *base = f->top - arg - 1;
    return call(run, f, base, base, (Args){base + 1, arg, 0, NULL});
}

bool op_CALL_KW(Run *run, Frame *f, uint32_t arg) {
    Value names = *--f->top;
    Value *base = f->top - arg - 1;
    uint32_t n = ((const TupleObject *)names.as.object)->count;
    return call(run, f, base, base, (Args){base + 1, arg - n, n, names_of_tuple(run, names)});
}

/* The items of a dict behind the positional arguments, with their names. */
static void spread_keywords(Run *run, const DictObject *d, Value *values, Name *names) {
    uint32_t at = 0, i = 0;
    for (DictEntry *e; (e = table_next(d, &at)); i++) {
        names[i] = name_of(run->names, str_text(e->key));
        values[i] = cell_get(&e->value);
    }
}

bool op_CALL_EX(Run *run, Frame *f, uint32_t arg) {
    const DictObject *keywords = arg ? (const DictObject *)(*--f->top).as.object : NULL;
    Value positional = *--f->top;
    uint32_t n = sequence_count(positional), k = keywords ? keywords->live : 0;
    Value *all = ARENA_ARRAY(run->arena, (size_t)n + k + 1, Value);
    Name *names = ARENA_ARRAY(run->arena, k, Name);
    all[0] = *--f->top;
    for (uint32_t i = 0; i < n; i++) {
        all[i + 1] = sequence_item(positional, i);
    }
    if (k) {
        spread_keywords(run, keywords, all + 1 + n, names);
    }
    return call(run, f, f->top, all, (Args){all + 1, n, k, names});
}

/* ---- functions ---- */

static FunctionObject *function_make(Run *run, const Frame *f, const Code *code) {
    FunctionObject *o = object_make(run, run->type.function, sizeof *o);
    o->code = code;
    o->module = f->unit->space->module;
    o->name = code->name;
    o->qualname = code->qualname;
    return o;
}

static void take_cells(Run *run, FunctionObject *o, Value tuple) {
    const TupleObject *t = (const TupleObject *)tuple.as.object;
    o->captured = ARENA_ARRAY(run->arena, t->count, CellObject *);
    for (uint32_t i = 0; i < t->count; i++) {
        o->captured[i] = (CellObject *)t->items[i].as.object;
    }
}

bool op_MAKE_FUNCTION(Run *run, Frame *f, uint32_t arg) {
    const Code *around = f->unit->code;
    const Code *code = around->constants[INSTRUCTION_ARG(around->code[f->pc])].code;
    FunctionObject *o = function_make(run, f, code);
    if (arg & 4) {
        take_cells(run, o, *--f->top);
    }
    if (arg & 2) {
        o->kwdefaults = (DictObject *)(*--f->top).as.object;
    }
    if (arg & 1) {
        const TupleObject *defaults = (const TupleObject *)(*--f->top).as.object;
        o->defaults = defaults->items;
        o->ndefaults = defaults->count;
    }
    *f->top++ = value_object(o);
    return true;
}

/* ---- classes ---- */

/* What a class statement says besides the body. */
typedef struct ClassHead {
    const FunctionObject *body;
    const Value *bases;
    uint32_t nbases;
    DictObject *keywords; /* or NULL */
} ClassHead;

/* The most derived of the metaclasses. */
static bool metaclass(Run *run, const ClassHead *h, const Members *names, Value *meta) {
    *meta = value_object(run->type.type);
    const Specials *s = &run->machine->name;
    if (run->trace->python == 2 && !is_unbound(members_get(names, s->metaclass2))) {
        *meta = members_get(names, s->metaclass2);
    }
    Value given_meta;
    if (h->keywords && dict_get_name(run, value_object(h->keywords), "metaclass", &given_meta)) {
        *meta = given_meta;
    }
    bool callable = !is_type(run, *meta); /* any function may make a class */
    return callable || class_metaclass(run, h->nbases, h->bases, meta);
}

/* Runs the body; what it binds goes into names. *cell: the variable __class__ of its methods, or
 * NULL. */
static bool run_body(Run *run, const FunctionObject *body, Members *names, CellObject **cell) {
    const Code *code = body->code;
    static const Args none = {0};
    Value ignored;
    Frame *f = function_enter(run, body, &none);
    if (!f) {
        return false;
    }
    f->names = names;
    *cell = code->class_cell == UINT32_MAX ? NULL : f->cells[code->class_cell];
    run->machine->nested++;
    bool ok = machine_run(run, f, false, &ignored);
    run->machine->nested--;
    return ok;
}

static void prepare_names(Run *run, const FunctionObject *body, Members *names) {
    const Specials *s = &run->machine->name;
    Value module = value_unbound();
    bool found;
    if (global_get(run, space_of(body->module), s->name, &found, &module) && found) {
        members_set(run, names, NULL, s->module, module);
    }
    members_set(run, names, NULL, s->qualname, str_of_name(run, body->code->qualname));
}

/* A call with n values and the keywords of the class statement. */
static Args class_call(Run *run, const ClassHead *h, uint32_t n, const Value *first) {
    Args args = class_keywords(run, h->keywords);
    Value *all = ARENA_ARRAY(run->arena, n + args.nkeywords, Value);
    memcpy(all, first, n * sizeof *all);
    if (args.nkeywords) {
        memcpy(all + n, args.at, args.nkeywords * sizeof *all);
    }
    args.at = all;
    args.npositional = n;
    return args;
}

/* What the metaclass's __prepare__ gives is where the body's names go; unbound: it has none. */
static bool prepare(Run *run, Value meta, const ClassHead *h, Members *names, Value *space) {
    Value method,
        first[2] = {str_of_name(run, h->body->name), tuple_make(run, h->nbases, h->bases)};
    bool found;
    *space = value_unbound();
    if (!value_find_attr(run, meta, name_z(run->names, "__prepare__"), &found, &method) || !found) {
        return !found;
    }
    Args args = class_call(run, h, 2, first);
    if (!value_call(run, method, &args, space)) {
        return false;
    }
    if (!is_dict(run, *space)) {
        return raise_type_error(run, "%.*s.__prepare__() must return a mapping, not %.*s",
                                STR_ARG(type_name(run, meta)), STR_ARG(type_name(run, *space)));
    }
    const Type *t = type_of(run, *space);
    if (t->heap && !is_unbound(members_get(&t->members, run->machine->name.setitem))) {
        return refuse(run, NULL, "__prepare__ with a __setitem__ of its own");
    }
    return class_namespace(run, *space, names);
}

/* A metaclass of the program's is called as Python does: meta(name, bases, namespace, **keywords).
 */
static bool call_metaclass(Run *run, Value meta, const ClassHead *h, const Members *names,
                           Value space, Value *result) {
    Value dict = is_unbound(space) ? dict_make(run) : space;
    for (uint32_t i = 0; i < names->count; i++) {
        Value v = cell_get(&names->at[i].cell), removed, key = str_of_name(run, names->at[i].name);
        if (!is_unbound(v)) {
            dict_set(run, dict, key, v);
        } else if (!table_remove(run, (DictObject *)dict.as.object, key, &removed)) {
            return false;
        }
    }
    Value all[3] = {str_of_name(run, h->body->name), tuple_make(run, h->nbases, h->bases), dict};
    Args args = class_call(run, h, 3, all);
    return value_call(run, meta, &args, result);
}

/* Python 2 finds the metaclass in the body, Python 3 knows it before. */
static bool class_body(Run *run, const ClassHead *h, Members *names, CellObject **cell, Value *meta,
                       Value *space) {
    bool before = run->trace->python != 2;
    *space = value_unbound();
    if (before && (!metaclass(run, h, names, meta) || !prepare(run, *meta, h, names, space))) {
        return false;
    }
    prepare_names(run, h->body, names);
    return run_body(run, h->body, names, cell) && (before || metaclass(run, h, names, meta));
}

static bool make_class(Run *run, const ClassHead *h, Value *result) {
    Members names = {0};
    CellObject *cell;
    Value meta, space;
    if (!class_body(run, h, &names, &cell, &meta, &space)) {
        return false;
    }
    run->machine->class_body = h->body;
    bool plain = value_same(meta, value_object(run->type.type));
    bool ok = plain ? class_make(run, run->type.type, h->body->name, h->nbases, h->bases, &names,
                                 h->keywords, result)
                    : call_metaclass(run, meta, h, &names, space, result);
    run->machine->class_body = NULL;
    if (ok && cell) {
        cell_set(run->arena, &cell->cell, *result, trace_now(run->trace));
        record_change(run, &cell->object);
    }
    return ok;
}

static bool finish_class(Run *run, Frame *f, Value *base, uint32_t n, DictObject *keywords) {
    ClassHead h = {(const FunctionObject *)base->as.object, base + 1, n, keywords};
    Value result;
    bool ok = make_class(run, &h, &result);
    f->top = base;
    *f->top++ = ok ? result : value_none();
    return ok;
}

bool op_MAKE_CLASS(Run *run, Frame *f, uint32_t arg) {
    return finish_class(run, f, f->top - arg - 1, arg, NULL);
}

bool op_MAKE_CLASS_KW(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return finish_class(run, f, f->top - arg - 1, arg, (DictObject *)f->top->as.object);
}
