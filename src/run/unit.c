/* unit.c: codes made ready to run: constants as values, instructions that the machine does faster.
 */
#include <string.h>

#include "run/big.h"
#include "run/complex.h"
#include "run/machine.h"

/* ---- constants ---- */

#define SHARED_LENGTH 64u /* equal strings of at most this length are one object, as in CPython */

static Value str_constant(Run *run, const Constant *c) {
    if (c->unicode) {
        return unicode_make(run, c->text);
    }
    if (c->text.len > SHARED_LENGTH) {
        return str_make(run, c->text);
    }
    MapEntry *e = map_put(&run->machine->literals, name_of(run->names, c->text));
    if (!e->ptr) {
        e->ptr = str_of_name(run, e->key).as.object;
    }
    return value_object(e->ptr);
}

static Value tuple_constant(Run *run, const Constant *c) {
    Value t = tuple_make(run, c->tuple.count, NULL);
    for (uint32_t i = 0; i < c->tuple.count; i++) {
        ((TupleObject *)t.as.object)->items[i] = constant_value(run, &c->tuple.items[i]);
    }
    return t;
}

Value constant_value(Run *run, const Constant *c) {
    switch (c->kind) {
    case CONSTANT_NONE: return value_none();
    case CONSTANT_ELLIPSIS: return run->ellipsis;
    case CONSTANT_BOOL: return value_bool(c->boolean);
    case CONSTANT_INT: return value_int(c->integer);
    case CONSTANT_FLOAT: return value_float(c->real);
    case CONSTANT_STR: return str_constant(run, c);
    case CONSTANT_BYTES: return bytes_make(run, c->text);
    case CONSTANT_TUPLE: return tuple_constant(run, c);
    case CONSTANT_BIG_INT: return big_literal(run, c->text);
    case CONSTANT_IMAGINARY: return complex_make(run, 0, c->real);
    case CONSTANT_CODE: return value_unbound();
    }
    return value_unbound();
}

/* ---- instructions ---- */

/* What an instruction takes from and puts on the stack, when it always goes on with the next one
 * and keeps no reference to what lies below. False for any other. */
static bool effect(Instruction i, uint32_t *takes, uint32_t *puts) {
    uint32_t arg = INSTRUCTION_ARG(i);
    *puts = 1;
    *takes = 0;
    switch ((unsigned)INSTRUCTION_OP(i)) {
    case OP_CONST:
    case OP_LOAD_LOCAL:
    case OP_LOAD_GLOBAL:
    case OP_LOAD_CELL:
    case OP_LOAD_CLOSURE:
    case OP_LOAD_NAME:
    case OP_LOAD_NAME_OR_CELL: return true;
    case OP_LOAD_ATTR:
    case OP_LOAD_METHOD:
    case OP_UNARY:
    case OP_LIST_TO_TUPLE: *takes = 1; return true;
    case OP_LOAD_ITEM:
    case OP_BINARY:
    case OP_COMPARE: *takes = 2; return true;
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_SLICE:
    case OP_BUILD_STRING: *takes = arg; return true;
    case OP_BUILD_DICT: *takes = 2 * arg; return true;
    case OP_FORMAT: *takes = arg & 4 ? 2 : 1; return true;
    case OP_CALL: *takes = arg + 1; return true;
    case OP_CALL_KW: *takes = arg + 2; return true;
    case OP_MAKE_FUNCTION: *takes = (arg & 1) + (arg >> 1 & 1) + (arg >> 2 & 1); return true;
    case OP_WORD: *puts = 0; return true;
    default: return false; /* not an enum: instructions of which nothing is known */
    }
}

/* Is the attribute loaded by instruction i only ever called? Follows the stack from i to the call.
 */
static bool only_called(const Code *c, uint32_t i) {
    uint32_t above = 0; /* values above the attribute */
    for (uint32_t k = i + 1; k < c->ncode; k++) {
        uint32_t takes, puts;
        Opcode op = INSTRUCTION_OP(c->code[k]);
        if (!effect(c->code[k], &takes, &puts)) {
            return false;
        }
        if (takes > above) {
            return takes == above + 1 && (op == OP_CALL || op == OP_CALL_KW);
        }
        above += puts - takes;
    }
    return false;
}

/* The code of the library leaves no trace of its own. */
static void make_quiet(Unit *u) {
    static const struct {
        Opcode from;
        PrivateOpcode to;
    } rows[] = {
        {OP_LINE, OP_QUIET_LINE},
        {OP_STORE_LOCAL, OP_QUIET_STORE_LOCAL},
        {OP_DELETE_LOCAL, OP_QUIET_DELETE_LOCAL},
        {OP_STORE_GLOBAL, OP_QUIET_STORE_GLOBAL},
        {OP_DELETE_GLOBAL, OP_QUIET_DELETE_GLOBAL},
    };
    for (uint32_t i = 0; i < u->code->ncode; i++) {
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
            if (INSTRUCTION_OP(u->text[i]) == rows[k].from) {
                u->text[i] = INSTRUCTION(rows[k].to, INSTRUCTION_ARG(u->text[i]));
                break;
            }
        }
    }
}

static void prepare_text(Unit *u) {
    const Code *c = u->code;
    for (uint32_t i = 0; i < c->ncode; i++) {
        uint32_t arg = INSTRUCTION_ARG(u->text[i]);
        Opcode op = INSTRUCTION_OP(u->text[i]);
        if (op == OP_LOAD_ATTR && only_called(c, i)) {
            u->text[i] = INSTRUCTION(OP_LOAD_METHOD, arg);
        }
    }
}

/* ---- units ---- */

static void name_slots(Run *run, Unit *u) {
    const Code *c = u->code;
    u->nslots = c->nlocals + c->ncells + c->ncaptures;
    u->slots = c->local_names;
    if (!c->ncells && !c->ncaptures) {
        return;
    }
    Name *names = ARENA_ARRAY(run->arena, u->nslots, Name);
    for (uint32_t i = 0; i < c->nlocals; i++) {
        names[i] = c->local_names[i];
    }
    for (uint32_t i = 0; i < c->ncells; i++) {
        names[c->nlocals + i] = c->cell_names[i];
    }
    for (uint32_t i = 0; i < c->ncaptures; i++) {
        names[c->nlocals + c->ncells + i] = c->captures[i].name;
    }
    u->slots = names;
}

static Unit *unit_make(Run *run, const Code *c, Space *space) {
    Unit *u = ARENA_NEW(run->arena, Unit);
    u->code = c;
    u->space = space;
    u->text = arena_copy(run->arena, c->code, c->ncode * sizeof *c->code);
    u->constants = ARENA_ARRAY(run->arena, c->nconstants, Value);
    for (uint32_t i = 0; i < c->nconstants; i++) {
        u->constants[i] = constant_value(run, &c->constants[i]);
    }
    u->nparameters = c->npositional + c->nkwonly + c->has_args + c->has_kwargs;
    u->simple = u->nparameters == c->npositional;
    name_slots(run, u);
    prepare_text(u);
    if (space->quiet) {
        make_quiet(u);
    }
    return u;
}

/* ---- modules ---- */

static void add_units(Run *run, const Program *p, Space *space) {
    Machine *m = run->machine;
    uint32_t n = p->main->first_site + p->nsites;
    for (uint32_t i = 0; i < p->ncodes; i++) {
        uint32_t end = p->codes[i]->first_site + p->codes[i]->ncode;
        n = end > n ? end : n;
    }
    Unit **units = ARENA_ARRAY(run->arena, n, Unit *);
    if (m->nunits) {
        memcpy(units, m->units, m->nunits * sizeof *units);
    }
    m->units = units;
    m->nunits = n;
    for (uint32_t i = 0; i < p->ncodes; i++) {
        units[p->codes[i]->first_site] = unit_make(run, p->codes[i], space);
    }
}

static void add_trace_module(Run *run, const Program *p, Space *space) {
    uint32_t first = p->nsites ? UINT32_MAX : 0;
    for (uint32_t i = 0; i < p->ncodes; i++) {
        first = p->codes[i]->first_site < first ? p->codes[i]->first_site : first;
    }
    Span *spans = ARENA_ARRAY(run->arena, p->nsites, Span);
    for (uint32_t i = 0; i < p->ncodes; i++) {
        const Code *c = p->codes[i];
        memcpy(spans + (c->first_site - first), c->spans, c->ncode * sizeof *spans);
    }
    space->index = (uint32_t)run->trace->modules.count;
    *LOG_PUSH(&run->trace->modules, TraceModule) =
        (TraceModule){p->source, space->module->name, first, p->nsites, spans};
}

/* A global that the module has from the start. */
static void set_global(Run *run, Space *s, Name name, Value v) {
    module_set_attr(run, s->module, name, v);
}

Space *space_load(Run *run, const Program *program, Name name, bool quiet) {
    Space *s = ARENA_NEW(run->arena, Space);
    s->quiet = quiet;
    Module *module = object_make_mutable(run, run->type.module, sizeof *module);
    module->name = name;
    module->program = program;
    module->context = s;
    s->module = module;
    s->program = program;
    s->before = run->machine->spaces;
    run->machine->spaces = s;
    s->cells = ARENA_ARRAY(run->arena, program->nglobals, Cell);
    s->builtins = ARENA_ARRAY(run->arena, program->nglobals, Value);
    s->slots = map_make(run->arena);
    for (uint32_t i = 0; i < program->nglobals; i++) {
        map_put(&s->slots, program->globals[i])->num = i;
    }
    if (!quiet) {
        add_trace_module(run, program, s);
    }
    add_units(run, program, s);
    const Specials *n = &run->machine->name;
    set_global(run, s, n->name, str_of_name(run, name));
    if (!quiet) {
        set_global(run, s, n->file, str_make(run, program->source->name));
    }
    set_global(run, s, n->doc, value_none());
    set_global(run, s, n->package, value_none());
    return s;
}

/* The module's frame shows the globals. */
static Frame *main_frame(Run *run, Space *s) {
    Frame *f = frame_make(run, unit_of(run, s->program->main), NULL, NULL);
    f->trace->cells = s->cells;
    f->trace->names = s->program->globals;
    f->trace->ncells = s->program->nglobals;
    f->trace->captured = NULL;
    if (!s->quiet) {
        s->trace = f->trace;
        s->module->frame = f->trace->index;
    }
    return f;
}

bool space_run(Run *run, Space *s) {
    Value ignored;
    return machine_run(run, main_frame(run, s), false, &ignored);
}
