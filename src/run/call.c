/* call.c: calls, and how arguments find the parameters of a function of the program. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

/* ---- faults ---- */

/* 'a', 'b', and 'c' */
static Str name_list(Run *run, uint32_t n, const Name *names) {
    Sink out = sink_memory(run->arena);
    for (uint32_t i = 0; i < n; i++) {
        const char *before = !i ? "" : i + 1 < n ? ", " : n == 2 ? " and " : ", and ";
        sink_printf(&out, "%s'%s'", before, names[i]->text);
    }
    return sink_str(&out);
}

bool raise_missing(Run *run, Name function, uint32_t n, const Name *names, bool keyword_only) {
    return raise_type_error(run, "%s() missing %u required %s argument%s: %.*s", function->text, n,
                            keyword_only ? "keyword-only" : "positional", n == 1 ? "" : "s",
                            STR_ARG(name_list(run, n, names)));
}

static const char *plural(uint32_t n) {
    return n == 1 ? "" : "s";
}

/* How many keyword-only parameters were given, as the message about too many arguments tells. */
static uint32_t kwonly_given(const Code *c, const Value *slots) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->nkwonly; i++) {
        n += !is_unbound(slots[c->npositional + i]);
    }
    return n;
}

static bool too_many_positional(Run *run, const FunctionObject *f, const Args *args,
                                const Value *slots) {
    const Code *c = f->code;
    uint32_t given = args->npositional, kwonly = kwonly_given(c, slots);
    Str takes = f->ndefaults ? str_printf(run->scratch, "from %u to %u",
                                          c->npositional - f->ndefaults, c->npositional)
                             : str_printf(run->scratch, "%u", c->npositional);
    bool many = f->ndefaults || c->npositional != 1;
    Str also = (Str){"", 0};
    if (kwonly) {
        also = str_printf(run->scratch, " positional argument%s (and %u keyword-only argument%s)",
                          plural(given), kwonly, plural(kwonly));
    }
    return raise_type_error(run, "%s() takes %.*s positional argument%s but %u%.*s %s given",
                            f->qualname->text, STR_ARG(takes), many ? "s" : "", given,
                            STR_ARG(also), given == 1 && !kwonly ? "was" : "were");
}

static bool is_posonly(const Code *c, Name name) {
    for (uint32_t i = 0; i < c->nposonly; i++) {
        if (c->local_names[i] == name) {
            return true;
        }
    }
    return false;
}

/* A keyword that no parameter has. When positional-only parameters were named, all of them are
 * told. */
static bool unknown_keyword(Run *run, const FunctionObject *f, const Args *args, Name name) {
    Sink names = sink_memory(run->scratch);
    for (uint32_t i = 0; i < f->code->nposonly; i++) {
        for (uint32_t k = 0; k < args->nkeywords; k++) {
            if (args->names[k] == f->code->local_names[i]) {
                sink_printf(&names, "%s%s", names.len ? ", " : "", args->names[k]->text);
            }
        }
    }
    if (names.len && is_posonly(f->code, name)) {
        return raise_type_error(
            run, "%s() got some positional-only arguments passed as keyword arguments: '%.*s'",
            f->qualname->text, STR_ARG(sink_str(&names)));
    }
    Name called = run->trace->python == 2 ? f->name : f->qualname;
    return raise_type_error(run, "%s() got an unexpected keyword argument '%s'", called->text,
                            name->text);
}

/* ---- binding ---- */

static uint32_t find_parameter(const Code *c, Name name) {
    uint32_t n = c->npositional + c->nkwonly;
    for (uint32_t i = c->nposonly; i < n; i++) {
        if (c->local_names[i] == name) {
            return i;
        }
    }
    return UINT32_MAX;
}

static bool put_keyword(Run *run, const FunctionObject *f, const Args *args, uint32_t k,
                        Value *slots) {
    const Code *c = f->code;
    Name name = args->names[k];
    Value v = args->at[args->npositional + k];
    uint32_t i = find_parameter(c, name);
    if (i == UINT32_MAX && !c->has_kwargs) {
        return unknown_keyword(run, f, args, name);
    }
    if (i == UINT32_MAX) {
        Value options = slots[c->npositional + c->nkwonly + c->has_args];
        return dict_set(run, options, str_of_name(run, name), v);
    }
    if (!is_unbound(slots[i])) {
        bool two = run->trace->python == 2;
        return raise_type_error(run, "%s() got multiple values for %sargument '%s'",
                                (two ? f->name : f->qualname)->text, two ? "keyword " : "",
                                name->text);
    }
    slots[i] = v;
    return true;
}

static void put_defaults(Run *run, const FunctionObject *f, Value *slots) {
    const Code *c = f->code;
    uint32_t first = c->npositional - f->ndefaults;
    for (uint32_t i = 0; i < f->ndefaults; i++) {
        if (is_unbound(slots[first + i])) {
            slots[first + i] = f->defaults[i];
        }
    }
    for (uint32_t i = 0; i < c->nkwonly && f->kwdefaults; i++) {
        uint32_t slot = c->npositional + i;
        Value v;
        if (is_unbound(slots[slot]) &&
            dict_get_name(run, value_object(f->kwdefaults), c->local_names[slot]->text, &v)) {
            slots[slot] = v;
        }
    }
}

static bool check_missing(Run *run, const FunctionObject *f, const Value *slots) {
    const Code *c = f->code;
    uint32_t total = c->npositional + c->nkwonly;
    Name *names = ARENA_ARRAY(run->scratch, total, Name);
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->npositional; i++) {
        if (is_unbound(slots[i])) {
            names[n++] = c->local_names[i];
        }
    }
    if (n) {
        return raise_missing(run, f->qualname, n, names, false);
    }
    for (uint32_t i = c->npositional; i < total; i++) {
        if (is_unbound(slots[i])) {
            names[n++] = c->local_names[i];
        }
    }
    return !n || raise_missing(run, f->qualname, n, names, true);
}

static void put_positional(Run *run, const Code *c, const Args *args, Value *slots) {
    uint32_t n = args->npositional < c->npositional ? args->npositional : c->npositional;
    for (uint32_t i = 0; i < n; i++) {
        slots[i] = args->at[i];
    }
    uint32_t at = c->npositional + c->nkwonly;
    if (c->has_args) {
        slots[at++] = tuple_make(run, args->npositional - n, args->at + n);
    }
    if (c->has_kwargs) {
        slots[at] = dict_make(run);
    }
}

/* ---- Python 2 only counts ---- */

static bool takes(Run *run, const FunctionObject *f, const char *how, uint32_t n, uint32_t given) {
    return raise_type_error(run, "%s() takes %s %u argument%s (%u given)", f->name->text, how, n,
                            plural(n), given);
}

static bool too_many_python2(Run *run, const FunctionObject *f, const Args *args) {
    const Code *c = f->code;
    uint32_t given = args->npositional + args->nkeywords;
    if (!c->npositional && !c->has_kwargs) {
        return raise_type_error(run, "%s() takes no arguments (%u given)", f->name->text, given);
    }
    return takes(run, f, f->ndefaults ? "at most" : "exactly", c->npositional, given);
}

/* Before the defaults are put: is each parameter without one given? */
static bool check_missing_python2(Run *run, const FunctionObject *f, const Value *slots) {
    const Code *c = f->code;
    uint32_t required = c->npositional - f->ndefaults, given = 0;
    bool complete = true;
    for (uint32_t i = 0; i < c->npositional; i++) {
        given += !is_unbound(slots[i]);
        complete &= i >= required || !is_unbound(slots[i]);
    }
    bool open = c->has_args || f->ndefaults;
    return complete || takes(run, f, open ? "at least" : "exactly", required, given);
}

bool bind_arguments(Run *run, const FunctionObject *f, const Args *args, Value *slots) {
    const Code *c = f->code;
    bool two = run->trace->python == 2;
    put_positional(run, c, args, slots);
    if (two && args->npositional > c->npositional && !c->has_args) {
        return too_many_python2(run, f, args);
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!put_keyword(run, f, args, k, slots)) {
            return false;
        }
    }
    if (args->npositional > c->npositional && !c->has_args) {
        return too_many_positional(run, f, args, slots);
    }
    if (two && !check_missing_python2(run, f, slots)) {
        return false;
    }
    put_defaults(run, f, slots);
    return check_missing(run, f, slots);
}

/* ---- entering ---- */

#define FEW 24u

static Frame *enter_bound(Run *run, const FunctionObject *f, const Unit *u, const Args *args) {
    Value few[FEW];
    uint32_t n = u->nparameters;
    Value *slots = n <= FEW ? few : ARENA_ARRAY(run->arena, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        slots[i] = value_unbound();
    }
    if (!bind_arguments(run, f, args, slots)) {
        return NULL;
    }
    return frame_make(run, u, f->captured, slots);
}

static void make_generator(Run *run, Frame *frame) {
    GeneratorObject *g = object_make(run, run->type.generator, sizeof *g);
    g->frame = frame;
    g->code = frame->unit->code;
    g->result = value_none();
    frame->generator = g;
    frame_goes_on(run, run->trace->frame);
}

Frame *function_enter(Run *run, const FunctionObject *f, const Args *args) {
    const Unit *u = unit_of(run, f->code);
    if (!frame_room(run)) {
        return NULL;
    }
    bool direct = u->simple && !args->nkeywords && args->npositional == u->code->npositional;
    Frame *frame =
        direct ? frame_make(run, u, f->captured, args->at) : enter_bound(run, f, u, args);
    if (frame && u->code->generator) {
        make_generator(run, frame);
        run->machine->depth--;
    }
    return frame;
}

Value function_result(Run *run, Frame *f) {
    (void)run;
    return value_object(f->generator);
}

/* ---- calling anything ---- */

static bool not_callable(Run *run, Value f) {
    return raise_type_error(run, "'%.*s' object is not callable", STR_ARG(type_name(run, f)));
}

bool value_call(Run *run, Value f, const Args *args, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, f), call);
    if (!t) {
        return not_callable(run, f);
    }
    if (!deeper(run, "")) {
        return false;
    }
    bool ok = t->call(run, f, args, result);
    shallower(run);
    return ok;
}

bool value_call_n(Run *run, Value f, uint32_t n, const Value *args, Value *result) {
    Args all = {args, n, 0, NULL};
    return value_call(run, f, &all, result);
}

/* ---- keyword names ---- */

static Name *names_make_of(Run *run, const TupleObject *t) {
    Name *names = ARENA_ARRAY(run->arena, t->count, Name);
    for (uint32_t i = 0; i < t->count; i++) {
        names[i] = name_of(run->names, str_text(t->items[i]));
    }
    return names;
}

const Name *names_of_tuple(Run *run, Value tuple) {
    const TupleObject *t = (const TupleObject *)tuple.as.object;
    NamesOfTuple *kept = &run->machine->names[((uintptr_t)t >> 4) % NAMES_CACHE];
    if (kept->tuple != t) {
        kept->names = names_make_of(run, t);
        kept->tuple = t;
    }
    return kept->names;
}
