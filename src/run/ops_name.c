/* ops_name.c: instructions that read and bind names, attributes and items. */
#include "run/kinds.h"
#include "run/machine.h"

/* ---- steps ---- */

#define CHECK_EVERY 256u

/* Looks at the budget of steps and at who waits from time to time, and gives scratch memory back
 * when nothing uses it. */
bool op_LINE(Run *run, Frame *f, uint32_t arg) {
    Machine *m = run->machine;
    Trace *t = run->trace;
    size_t most = (size_t)run->options.max_steps;
    (void)arg;
    if (t->steps.count >= most) {
        return refuse_budget(run, BUDGET_STEPS);
    }
    if (!watch_goes_on(run->options.watch)) {
        return refuse_budget(run, BUDGET_INTERRUPT);
    }
    if (m->nested == 0) {
        arena_reset(run->scratch);
    }
    size_t next = t->steps.count + CHECK_EVERY;
    m->check_at = next < most ? next : most;
    if (run->options.on_step) {
        m->check_at = 0;
        run->options.on_step(run->options.on_step_context, run);
    }
    trace_step(t, t->site, f->trace->index);
    return true;
}

/* ---- in library modules ---- */

bool op_QUIET_LINE(Run *run, Frame *f, uint32_t arg) {
    Machine *m = run->machine;
    (void)f, (void)arg;
    if (++m->effort > m->effort_max) {
        return refuse_budget(run, BUDGET_STEPS);
    }
    return watch_goes_on(run->options.watch) || refuse_budget(run, BUDGET_INTERRUPT);
}

static void keep(Run *run, Cell *c, Value v) {
    *c = (Cell){v.as, v.kind, trace_now(run->trace), NULL};
}

bool op_QUIET_STORE_LOCAL(Run *run, Frame *f, uint32_t arg) {
    keep(run, &f->locals[arg], *--f->top);
    return true;
}

bool op_QUIET_DELETE_LOCAL(Run *run, Frame *f, uint32_t arg) {
    keep(run, &f->locals[arg], value_unbound());
    return true;
}

bool op_QUIET_STORE_GLOBAL(Run *run, Frame *f, uint32_t arg) {
    keep(run, &f->globals[arg], *--f->top);
    return true;
}

bool op_QUIET_DELETE_GLOBAL(Run *run, Frame *f, uint32_t arg) {
    keep(run, &f->globals[arg], value_unbound());
    return true;
}

/* ---- locals ---- */

static bool unbound_local(Run *run, Name name) {
    return raise_error(run, run->exception.UnboundLocalError,
                       run->trace->python == 2
                           ? "local variable '%s' referenced before assignment"
                           : "cannot access local variable '%s' where it is not associated with a "
                             "value",
                       name->text);
}

bool op_LOAD_LOCAL(Run *run, Frame *f, uint32_t arg) {
    return unbound_local(run, f->unit->slots[arg]);
}

bool op_DELETE_LOCAL(Run *run, Frame *f, uint32_t arg) {
    if (f->locals[arg].kind == VALUE_UNBOUND) {
        return unbound_local(run, f->unit->slots[arg]);
    }
    trace_bind(run->trace, &f->locals[arg], value_unbound(), arg);
    return true;
}

/* ---- globals ---- */

static bool no_name(Run *run, Name name) {
    const Frame *f = run->machine->frame;
    bool in_function = f && f->unit->code->kind != CODE_MODULE && f->unit->code->kind != CODE_CLASS;
    return raise_error(run, run->exception.NameError,
                       in_function && run->trace->python == 2 ? "global name '%s' is not defined"
                                                              : "name '%s' is not defined",
                       name->text);
}

static bool builtin_get(Run *run, Name name, bool *found, Value *v) {
    return module_find_attr(run, run->builtins, name, found, v);
}

bool global_get(Run *run, Space *s, Name name, bool *found, Value *v) {
    const MapEntry *e = map_find(&s->slots, name);
    *v = e ? cell_get(&s->cells[e->num]) : value_unbound();
    if (is_unbound(*v)) {
        *v = members_get(&s->module->members, name);
    }
    *found = !is_unbound(*v);
    return *found || builtin_get(run, name, found, v);
}

bool op_LOAD_GLOBAL(Run *run, Frame *f, uint32_t arg) {
    Space *s = f->unit->space;
    Name name = s->program->globals[arg];
    bool found;
    Value v;
    if (!global_get(run, s, name, &found, &v)) {
        return false;
    }
    if (!found) {
        return no_name(run, name);
    }
    if (is_unbound(members_get(&s->module->members, name))) {
        s->builtins[arg] = v;
    }
    *f->top++ = v;
    return true;
}

bool op_DELETE_GLOBAL(Run *run, Frame *f, uint32_t arg) {
    if (f->globals[arg].kind == VALUE_UNBOUND) {
        return no_name(run, f->unit->space->program->globals[arg]);
    }
    trace_bind(run->trace, &f->globals[arg], value_unbound(), arg);
    return true;
}

/* ---- cells ---- */

static Name cell_name(const Frame *f, uint32_t arg) {
    return f->unit->slots[f->unit->code->nlocals + arg];
}

bool op_LOAD_CELL(Run *run, Frame *f, uint32_t arg) {
    if (arg < f->unit->code->ncells) {
        return unbound_local(run, cell_name(f, arg));
    }
    return raise_error(run, run->exception.NameError,
                       run->trace->python == 2
                           ? "free variable '%s' referenced before assignment in enclosing scope"
                           : "cannot access free variable '%s' where it is not associated with a "
                             "value in enclosing scope",
                       cell_name(f, arg)->text);
}

static void cell_change(Run *run, CellObject *c, Value v) {
    cell_set(run->arena, &c->cell, v, trace_now(run->trace));
    record_change(run, &c->object);
}

bool op_STORE_CELL(Run *run, Frame *f, uint32_t arg) {
    cell_change(run, f->cells[arg], *--f->top);
    return true;
}

bool op_DELETE_CELL(Run *run, Frame *f, uint32_t arg) {
    if (f->cells[arg]->cell.kind == VALUE_UNBOUND) {
        return op_LOAD_CELL(run, f, arg);
    }
    cell_change(run, f->cells[arg], value_unbound());
    return true;
}

bool op_LOAD_CLOSURE(Run *run, Frame *f, uint32_t arg) {
    (void)run;
    *f->top++ = value_object(f->cells[arg]);
    return true;
}

/* ---- class bodies ---- */

bool op_LOAD_NAME(Run *run, Frame *f, uint32_t arg) {
    Name name = f->unit->code->names[arg];
    Value v = f->names ? members_get(f->names, name) : value_unbound();
    bool found = !is_unbound(v);
    if (!found && !global_get(run, f->unit->space, name, &found, &v)) {
        return false;
    }
    *f->top++ = v;
    return found || no_name(run, name);
}

bool op_LOAD_NAME_OR_CELL(Run *run, Frame *f, uint32_t arg) {
    Value v = f->names ? members_get(f->names, cell_name(f, arg)) : value_unbound();
    if (is_unbound(v)) {
        v = cell_get(&f->cells[arg]->cell);
    }
    if (is_unbound(v)) {
        return op_LOAD_CELL(run, f, arg);
    }
    *f->top++ = v;
    return true;
}

bool op_STORE_NAME(Run *run, Frame *f, uint32_t arg) {
    members_set(run, f->names, NULL, f->unit->code->names[arg], *--f->top);
    return true;
}

bool op_DELETE_NAME(Run *run, Frame *f, uint32_t arg) {
    Name name = f->unit->code->names[arg];
    if (is_unbound(members_get(f->names, name))) {
        return no_name(run, name);
    }
    members_set(run, f->names, NULL, name, value_unbound());
    return true;
}

bool op_DOCSTRING(Run *run, Frame *f, uint32_t arg) {
    Value text = f->unit->constants[arg];
    if (f->names) {
        members_set(run, f->names, NULL, run->machine->name.doc, text);
        return true;
    }
    return module_set_attr(run, f->unit->space->module, run->machine->name.doc, text);
}

/* ---- attributes and items ---- */

bool op_LOAD_ATTR(Run *run, Frame *f, uint32_t arg) {
    return value_get_attr(run, f->top[-1], f->unit->code->names[arg], &f->top[-1]);
}

bool op_STORE_ATTR(Run *run, Frame *f, uint32_t arg) {
    f->top -= 2;
    return value_set_attr(run, f->top[1], f->unit->code->names[arg], f->top[0]);
}

bool op_DELETE_ATTR(Run *run, Frame *f, uint32_t arg) {
    f->top--;
    return value_set_attr(run, f->top[0], f->unit->code->names[arg], value_unbound());
}

bool op_LOAD_ITEM(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    f->top--;
    return value_get_item(run, f->top[-1], f->top[0], &f->top[-1]);
}

bool op_STORE_ITEM(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    f->top -= 3;
    return value_set_item(run, f->top[1], f->top[2], f->top[0]);
}

bool op_DELETE_ITEM(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    f->top -= 2;
    return value_set_item(run, f->top[0], f->top[1], value_unbound());
}

/* ---- methods that are only called ---- */

static MethodObject *borrow_method(Run *run) {
    Machine *m = run->machine;
    MethodObject *o = m->spare_methods;
    if (!o) {
        return object_make(run, m->borrowed, sizeof *o);
    }
    m->spare_methods = o->self.kind == VALUE_OBJECT ? (MethodObject *)o->self.as.object : NULL;
    return o;
}

/* A function of o's class that no attribute of o hides and no descriptor wraps; else unbound. */
static Value plain_method(Run *run, Value o, Name name) {
    const Type *t = type_of(run, o);
    if (TYPE_WITH(t, get_attr) || is_subtype(t, run->type.type)) {
        return value_unbound();
    }
    Value v = type_lookup(run, t, name);
    bool function = is_exactly(v, run->type.function) ||
                    (is_exactly(v, run->type.native) && ((NativeObject *)v.as.object)->owner);
    const Members *own = function ? members_of(run, o) : NULL;
    bool hidden = own && !is_unbound(members_get(own, name));
    return function && !hidden ? v : value_unbound();
}

bool op_LOAD_METHOD(Run *run, Frame *f, uint32_t arg) {
    Value v = plain_method(run, f->top[-1], f->unit->code->names[arg]);
    if (is_unbound(v)) {
        return op_LOAD_ATTR(run, f, arg);
    }
    MethodObject *o = borrow_method(run);
    o->self = f->top[-1];
    o->function = v;
    f->top[-1] = value_object(o);
    return true;
}
