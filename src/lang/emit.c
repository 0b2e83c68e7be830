#include "lang/emit.h"

#include "base/text.h"
#include "lang/vec.h"

/* ---- the height of the stack ---- */

static int bits(uint32_t flags) {
    return (int)(flags & 1) + (int)(flags >> 1 & 1) + (int)(flags >> 2 & 1);
}

/* How many values more lie on the stack behind the instruction (where it does not jump). */
static int64_t effect(Opcode op, int64_t a) {
    switch (op) {
    case OP_CONST:
    case OP_COPY:
    case OP_LOAD_LOCAL:
    case OP_LOAD_GLOBAL:
    case OP_LOAD_CELL:
    case OP_LOAD_CLOSURE:
    case OP_LOAD_NAME:
    case OP_LOAD_NAME_OR_CELL:
    case OP_FOR_ITER:
    case OP_IMPORT_FROM:
    case OP_WITH_ENTER:
    case OP_WITH_EXCEPT: return 1;
    case OP_LINE:
    case OP_SWAP:
    case OP_ROTATE:
    case OP_DELETE_LOCAL:
    case OP_DELETE_GLOBAL:
    case OP_DELETE_CELL:
    case OP_DELETE_NAME:
    case OP_LOAD_ATTR:
    case OP_UNARY:
    case OP_JUMP:
    case OP_GET_ITER:
    case OP_LIST_TO_TUPLE:
    case OP_WORD:
    case OP_YIELD:
    case OP_IMPORT:
    case OP_PUSH_EXCEPTION:
    case OP_POP_EXCEPTION:
    case OP_EXCEPTION_MATCHES:
    case OP_DOCSTRING:
    case OPCODE_COUNT: return 0;
    case OP_POP:
    case OP_DROP_ITER:
    case OP_STORE_LOCAL:
    case OP_STORE_GLOBAL:
    case OP_STORE_CELL:
    case OP_STORE_NAME:
    case OP_DELETE_ATTR:
    case OP_LOAD_ITEM:
    case OP_BINARY:
    case OP_INPLACE:
    case OP_COMPARE:
    case OP_JUMP_IF_FALSE:
    case OP_JUMP_IF_TRUE:
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
    case OP_LIST_APPEND:
    case OP_SET_ADD:
    case OP_LIST_EXTEND:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
    case OP_DICT_MERGE:
    case OP_RETURN:
    case OP_YIELD_FROM:
    case OP_IMPORT_STAR:
    case OP_RERAISE:
    case OP_WITH_EXIT: return -1;
    case OP_STORE_ATTR:
    case OP_DELETE_ITEM:
    case OP_DICT_ADD: return -2;
    case OP_STORE_ITEM: return -3;
    case OP_UNPACK: return a - 1;
    case OP_UNPACK_STAR: return (a & 0xfff) + (a >> 12);
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_SLICE:
    case OP_BUILD_STRING: return 1 - a;
    case OP_BUILD_DICT: return 1 - 2 * a;
    case OP_FORMAT: return a & 4 ? -1 : 0;
    case OP_CALL:
    case OP_MAKE_CLASS:
    case OP_RAISE:
    case OP_ASSERT_FAIL: return -a;
    case OP_CALL_KW:
    case OP_CALL_EX:
    case OP_MAKE_CLASS_KW: return -a - 1;
    case OP_MAKE_FUNCTION: return 1 - bits((uint32_t)a);
    case OP_PRINT: return -(a >> 2) - (a >> 1 & 1);
    }
    return 0;
}

void emit_depth(Compiler *c, uint32_t depth) {
    c->unit->depth = depth;
    if (depth > c->unit->code->stack_size) {
        c->unit->code->stack_size = depth;
    }
}

/* ---- instructions ---- */

static void overflow(Compiler *c, Span span) {
    if (!c->overflow) {
        diags_add(c->diags, SEVERITY_ERROR, span, str_of(_("the program is too large")),
                  str_of(_("too many values in one place, or too many return statements in "
                           "nested try ... finally")));
    }
    c->overflow = true;
}

void emit(Compiler *c, Opcode op, uint32_t arg, Span span) {
    if (arg > INSTRUCTION_ARG_MAX || c->total >= c->limit || emit_here(c) >= INSTRUCTION_ARG_MAX) {
        overflow(c, span);
    }
    if (c->overflow) {
        return;
    }
    c->emitted = vec_room(c->arena, c->emitted, c->nemitted, &c->emitted_cap, sizeof *c->emitted);
    c->emitted[c->nemitted++] = (Emitted){INSTRUCTION(op, arg), span};
    c->total++;
    emit_depth(c, (uint32_t)((int64_t)c->unit->depth + effect(op, arg)));
}

uint32_t emit_here(const Compiler *c) {
    return c->nemitted - c->unit->first;
}

Label label_make(Compiler *c) {
    c->labels = vec_room(c->arena, c->labels, c->nlabels, &c->labels_cap, sizeof *c->labels);
    c->labels[c->nlabels] = LABEL_NONE;
    return c->nlabels++ - c->unit->first_label;
}

void label_place(Compiler *c, Label label) {
    c->labels[c->unit->first_label + label] = emit_here(c);
}

void emit_jump(Compiler *c, Opcode op, Label to, Span span) {
    emit(c, op, to, span);
}

/* Offsets come nearly in order: the line is the last one or soon behind it. */
uint32_t emit_line_of(Compiler *c, uint32_t offset) {
    const uint32_t *start = c->source->line_start;
    uint32_t line = c->line ? c->line : 1;
    for (uint32_t last = line + 4; line <= last && line < c->source->nlines; line++) {
        if (start[line - 1] <= offset && offset < start[line]) {
            return c->line = line;
        }
    }
    return c->line = source_line_of(c->source, offset);
}

void emit_line(Compiler *c, Span span) {
    uint32_t line = emit_line_of(c, span.start);
    emit(c, OP_LINE, line, span);
    c->unit->line = line;
}

/* ---- constants and names ---- */

/* Which of the constants that are kept once per unit k is, or -1. */
static int single_of(const Constant *k) {
    return k->kind == CONSTANT_NONE       ? 0
           : k->kind == CONSTANT_BOOL     ? 1 + k->boolean
           : k->kind == CONSTANT_ELLIPSIS ? 3
                                          : -1;
}

uint32_t constant_index(Compiler *c, const Constant *k) {
    Unit *u = c->unit;
    Code *code = u->code;
    int single = single_of(k);
    if (single >= 0 && u->singles[single]) {
        return u->singles[single] - 1;
    }
    code->constants = vec_room(c->arena, code->constants, code->nconstants, &u->constants_cap,
                               sizeof *code->constants);
    code->constants[code->nconstants++] = *k;
    if (single >= 0) {
        u->singles[single] = code->nconstants;
    }
    return code->nconstants - 1;
}

void emit_constant(Compiler *c, const Constant *k, Span span) {
    emit(c, OP_CONST, constant_index(c, k), span);
}

void emit_none(Compiler *c, Span span) {
    Constant none = {.kind = CONSTANT_NONE};
    emit_constant(c, &none, span);
}

uint32_t name_index(Compiler *c, Name name) {
    Map *names = &c->unit->names;
    MapEntry *found = map_find(names, name);
    if (found) {
        return (uint32_t)found->num;
    }
    uint32_t index = names->count;
    map_put(names, name)->num = index;
    return index;
}

/* ---- blocks ---- */

void block_resume(Compiler *c, Block *b) {
    b->start = emit_here(c);
}

void block_push(Compiler *c, Block *b) {
    b->outer = c->unit->block;
    c->unit->block = b;
    block_resume(c, b);
}

void block_suspend(Compiler *c, Block *b) {
    uint32_t here = emit_here(c);
    if (b->handler == LABEL_NONE || b->start == here) {
        return;
    }
    c->handlers =
        vec_room(c->arena, c->handlers, c->nhandlers, &c->handlers_cap, sizeof *c->handlers);
    c->handlers[c->nhandlers++] = (Handler){b->start, here, b->handler, b->depth};
    b->start = here;
}

void block_pop(Compiler *c, Block *b) {
    block_suspend(c, b);
    c->unit->block = b->outer;
}

/* ---- units ---- */

/* Longest qualified name: keeps memory linear in the text. */
#define QUALNAME 4096

static Name qualname(Compiler *c, const Unit *outer, Name name) {
    if (!outer || outer->code->kind == CODE_MODULE) {
        return name;
    }
    const Symbol *symbol = scope_find(outer->scope, name);
    Str around = name_str(outer->code->qualname);
    if ((symbol && symbol->global) || around.len + name->len > QUALNAME) {
        return name;
    }
    Str dot = outer->code->kind == CODE_CLASS ? STR(".") : STR(".<locals>.");
    Str front = str_join2(c->arena, around, dot);
    return name_of(c->names, str_join2(c->arena, front, name_str(name)));
}

/* The cell of name in scope s: an own one, or a captured one behind those. */
static uint32_t cell_of(const Scope *s, Name name) {
    const Symbol *symbol = scope_find(s, name);
    if (symbol && symbol->home == HOME_CELL) {
        return symbol->index;
    }
    if (s->kind == CODE_CLASS && s->class_cell && str_is(name_str(name), "__class__")) {
        return 0;
    }
    return s->ncells + (uint32_t)map_num(&s->captures, name);
}

static void describe_cells(Compiler *c, Code *code, const Scope *s) {
    code->ncells = s->ncells;
    code->cell_names = ARENA_ARRAY(c->arena, s->ncells, Name);
    code->cell_param = ARENA_ARRAY(c->arena, s->ncells, uint32_t);
    code->class_cell = s->class_cell ? 0 : UINT32_MAX;
    for (uint32_t i = 0; i < s->ncells; i++) {
        const Symbol *symbol = s->cells[i];
        code->cell_names[i] = symbol ? symbol->name : name_z(c->names, "__class__");
        code->cell_param[i] = symbol ? symbol->slot : UINT32_MAX;
    }
}

static void describe_captures(Compiler *c, Code *code, const Scope *s) {
    code->ncaptures = s->captures.count;
    code->captures = ARENA_ARRAY(c->arena, code->ncaptures, Capture);
    for (uint32_t i = 0; i < code->ncaptures; i++) {
        Name name = s->captures.entries[i].key;
        code->captures[i] = (Capture){name, cell_of(s->parent, name)};
    }
}

static void describe_scope(Compiler *c, Code *code, const Scope *s) {
    code->generator = s->generator;
    code->nlocals = s->nlocals;
    code->local_names = ARENA_ARRAY(c->arena, s->nlocals, Name);
    for (uint32_t i = 0; i < s->nlocals; i++) {
        code->local_names[i] = s->locals[i]->name;
    }
    describe_cells(c, code, s);
    describe_captures(c, code, s);
}

void unit_begin(Compiler *c, Unit *u, CodeKind kind, Scope *scope, Name name, Span span) {
    Code *code = ARENA_NEW(c->arena, Code);
    *u = (Unit){.outer = c->unit, .code = code, .scope = scope};
    u->first = c->nemitted;
    u->first_label = c->nlabels;
    u->first_handler = c->nhandlers;
    u->names = map_make(c->arena);
    code->kind = kind;
    code->name = name;
    code->qualname = qualname(c, u->outer, name);
    code->span = span;
    code->first_line = emit_line_of(c, span.start);
    describe_scope(c, code, scope);
    c->unit = u;
}

static bool is_jump(Opcode op) {
    return op == OP_JUMP || op == OP_JUMP_IF_FALSE || op == OP_JUMP_IF_TRUE ||
           op == OP_JUMP_IF_FALSE_OR_POP || op == OP_JUMP_IF_TRUE_OR_POP || op == OP_FOR_ITER;
}

static void finish_code(Compiler *c, Unit *u) {
    Code *code = u->code;
    code->ncode = c->nemitted - u->first;
    code->code = ARENA_ARRAY(c->arena, code->ncode, Instruction);
    code->spans = ARENA_ARRAY(c->arena, code->ncode, Span);
    for (uint32_t i = 0; i < code->ncode; i++) {
        Emitted e = c->emitted[u->first + i];
        Opcode op = INSTRUCTION_OP(e.instruction);
        if (is_jump(op)) {
            uint32_t to = c->labels[u->first_label + INSTRUCTION_ARG(e.instruction)];
            e.instruction = INSTRUCTION(op, to);
        }
        code->code[i] = e.instruction;
        code->spans[i] = e.span;
    }
}

static void finish_handlers(Compiler *c, Unit *u) {
    Code *code = u->code;
    code->nhandlers = c->nhandlers - u->first_handler;
    code->handlers = ARENA_ARRAY(c->arena, code->nhandlers, Handler);
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        Handler h = c->handlers[u->first_handler + i];
        h.handler = c->labels[u->first_label + h.handler];
        code->handlers[i] = h;
    }
}

static void finish_names(Compiler *c, Unit *u) {
    Code *code = u->code;
    code->nnames = u->names.count;
    code->names = ARENA_ARRAY(c->arena, code->nnames, Name);
    for (uint32_t i = 0; i < code->nnames; i++) {
        code->names[i] = u->names.entries[i].key;
    }
}

Code *unit_end(Compiler *c) {
    Unit *u = c->unit;
    finish_code(c, u);
    finish_handlers(c, u);
    finish_names(c, u);
    u->code->first_site = c->next_site;
    c->next_site += u->code->ncode;
    c->codes = vec_room(c->arena, c->codes, c->ncodes, &c->codes_cap, sizeof *c->codes);
    c->codes[c->ncodes++] = u->code;
    c->nemitted = u->first;
    c->nlabels = u->first_label;
    c->nhandlers = u->first_handler;
    c->unit = u->outer;
    return u->code;
}
