#include "lang/code.h"

/* ---- sites ---- */

const Code *program_code(const Program *p, uint32_t site) {
    uint32_t low = 0, high = p->ncodes;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const Code *code = p->codes[middle];
        if (site < code->first_site) {
            high = middle;
        } else if (site - code->first_site >= code->ncode) {
            low = middle + 1;
        } else {
            return code;
        }
    }
    return NULL;
}

Span program_span(const Program *p, uint32_t site) {
    const Code *code = program_code(p, site);
    return code ? code->spans[site - code->first_site] : (Span){0, 0};
}

/* ---- dump ---- */

static const char *opcode_text(Opcode op) {
    static const char *const texts[] = {
#define OPCODE(ID, ...) #ID,
#include "lang/opcode.def"
#undef OPCODE
    };
    return op < OPCODE_COUNT ? texts[op] : "?";
}

static const char *unary_text(uint32_t op) {
    static const char *const texts[] = {
#define UNARY_OPERATOR(ID, SIGN, ...) SIGN,
#include "lang/operator.def"
#undef UNARY_OPERATOR
    };
    return op < UNARY_OPERATOR_COUNT ? texts[op] : "?";
}

static const char *binary_text(uint32_t op) {
    static const char *const texts[] = {
#define BINARY_OPERATOR(ID, SIGN, ...) #ID,
#include "lang/operator.def"
#undef BINARY_OPERATOR
    };
    return op < BINARY_OPERATOR_COUNT ? texts[op] : "?";
}

static const char *compare_text(uint32_t op) {
    static const char *const texts[] = {
#define COMPARE_OPERATOR(ID, SIGN, ...) SIGN,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
    };
    return op < COMPARE_OPERATOR_COUNT ? texts[op] : "?";
}

static void dump_quoted(Str text, Sink *out) {
    sink_char(out, '\'');
    for (size_t i = 0; i < text.len && i < 40; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x20 || c == 0x7f || c == '\'' || c == '\\') {
            sink_printf(out, "\\x%02x", c);
        } else {
            sink_char(out, (char)c);
        }
    }
    sink_z(out, text.len > 40 ? "...'" : "'");
}

static void dump_constant(const Constant *k, Sink *out);

static void dump_tuple(const Constant *k, Sink *out) {
    sink_char(out, '(');
    for (uint32_t i = 0; i < k->tuple.count; i++) {
        sink_z(out, i ? ", " : "");
        dump_constant(&k->tuple.items[i], out);
    }
    sink_z(out, k->tuple.count == 1 ? ",)" : ")");
}

static void dump_constant(const Constant *k, Sink *out) {
    switch (k->kind) {
    case CONSTANT_NONE: sink_z(out, "None"); break;
    case CONSTANT_ELLIPSIS: sink_z(out, "Ellipsis"); break;
    case CONSTANT_BOOL: sink_z(out, k->boolean ? "True" : "False"); break;
    case CONSTANT_INT: sink_printf(out, "%lld", (long long)k->integer); break;
    case CONSTANT_BIG_INT: sink_put(out, k->text); break;
    case CONSTANT_FLOAT: sink_printf(out, "%.17g", k->real); break;
    case CONSTANT_IMAGINARY: sink_printf(out, "%.17gj", k->real); break;
    case CONSTANT_STR:
        sink_z(out, k->unicode ? "u" : "");
        dump_quoted(k->text, out);
        break;
    case CONSTANT_BYTES:
        sink_z(out, "b");
        dump_quoted(k->text, out);
        break;
    case CONSTANT_TUPLE: dump_tuple(k, out); break;
    case CONSTANT_CODE: sink_printf(out, "<code %s>", k->code->qualname->text); break;
    }
}

static void dump_cell(const Code *code, uint32_t cell, Sink *out) {
    Name name =
        cell < code->ncells ? code->cell_names[cell] : code->captures[cell - code->ncells].name;
    sink_printf(out, " (%s)", name->text);
}

/* Is the argument an index in names? */
static bool has_name(Opcode op) {
    return op == OP_LOAD_NAME || op == OP_STORE_NAME || op == OP_DELETE_NAME ||
           op == OP_LOAD_ATTR || op == OP_STORE_ATTR || op == OP_DELETE_ATTR || op == OP_IMPORT ||
           op == OP_IMPORT_FROM;
}

static bool has_cell(Opcode op) {
    return op == OP_LOAD_CELL || op == OP_STORE_CELL || op == OP_DELETE_CELL ||
           op == OP_LOAD_CLOSURE || op == OP_LOAD_NAME_OR_CELL;
}

/* What the argument means, in parentheses. */
static void dump_meaning(const Code *code, uint32_t index, Sink *out) {
    Opcode op = INSTRUCTION_OP(code->code[index]);
    uint32_t a = INSTRUCTION_ARG(code->code[index]);
    if (op == OP_CONST || op == OP_DOCSTRING) {
        sink_z(out, " (");
        dump_constant(&code->constants[a], out);
        sink_z(out, ")");
    } else if (op == OP_LOAD_LOCAL || op == OP_STORE_LOCAL || op == OP_DELETE_LOCAL) {
        sink_printf(out, " (%s)", code->local_names[a]->text);
    } else if (has_cell(op)) {
        dump_cell(code, a, out);
    } else if (has_name(op)) {
        sink_printf(out, " (%s)", code->names[a]->text);
    } else if (op == OP_UNARY) {
        sink_printf(out, " (%s)", unary_text(a));
    } else if (op == OP_BINARY || op == OP_INPLACE) {
        sink_printf(out, " (%s)", binary_text(a));
    } else if (op == OP_COMPARE) {
        sink_printf(out, " (%s)", compare_text(a));
    }
}

static void dump_inner(const Code *code, Sink *out) {
    for (uint32_t i = 0; i < code->nconstants; i++) {
        if (code->constants[i].kind == CONSTANT_CODE) {
            code_dump(code->constants[i].code, out);
        }
    }
}

void code_dump(const Code *code, Sink *out) {
    sink_printf(out, "%s:\n", code->qualname->text);
    for (uint32_t i = 0; i < code->ncode; i++) {
        Instruction in = code->code[i];
        sink_printf(out, "%4u %s %u", (unsigned)i, opcode_text(INSTRUCTION_OP(in)),
                    (unsigned)INSTRUCTION_ARG(in));
        dump_meaning(code, i, out);
        sink_char(out, '\n');
    }
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        Handler h = code->handlers[i];
        sink_printf(out, "     %u..%u -> %u depth %u\n", (unsigned)h.start, (unsigned)h.end,
                    (unsigned)h.handler, (unsigned)h.depth);
    }
    dump_inner(code, out);
}
