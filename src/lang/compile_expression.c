#include "base/text.h"
#include "lang/compile_inner.h"
#include "lang/literal.h"
#include "lang/vec.h"

/* ---- constants ---- */

/* Tuples that hold something else than constants are marked in op, so that nobody looks twice. */
#define NOT_CONSTANT 1

static bool constant_tuple(Compiler *c, Node *n, Constant *k) {
    if (n->op == NOT_CONSTANT) {
        return false;
    }
    Constant *items = ARENA_ARRAY(c->arena, n->list.count, Constant);
    uint32_t i = 0;
    for (Node *item = n->list.first; item; item = item->next) {
        if (!compile_constant_of(c, item, &items[i++])) {
            n->op = NOT_CONSTANT;
            return false;
        }
    }
    *k = (Constant){.kind = CONSTANT_TUPLE};
    k->tuple.items = items;
    k->tuple.count = i;
    return true;
}

bool compile_constant_of(Compiler *c, Node *n, Constant *k) {
    if (n->kind == NODE_CONSTANT) {
        *k = *n->constant;
        return true;
    }
    if (n->kind == NODE_UNARY && n->op == UNARY_OPERATOR_NEGATIVE &&
        n->unary.operand->kind == NODE_CONSTANT) {
        return literal_negate(c->arena, n->unary.operand->constant, k);
    }
    return n->kind == NODE_TUPLE && constant_tuple(c, n, k);
}

static bool folded(Compiler *c, Node *n) {
    Constant k;
    if (!compile_constant_of(c, n, &k)) {
        return false;
    }
    emit_constant(c, &k, n->span);
    return true;
}

/* ---- operators ---- */

static void unary(Compiler *c, Node *n) {
    if (!folded(c, n)) {
        compile_expression(c, n->unary.operand);
        emit(c, OP_UNARY, n->op, n->span);
    }
}

static void boolean(Compiler *c, Node *n) {
    Opcode op = n->op ? OP_JUMP_IF_TRUE_OR_POP : OP_JUMP_IF_FALSE_OR_POP;
    Label end = label_make(c);
    for (Node *item = n->list.first; item; item = item->next) {
        compile_expression(c, item);
        if (item->next) {
            emit_jump(c, op, end, item->span);
        }
    }
    label_place(c, end);
}

/* a < b < c: b is kept for the second comparison, and dropped when the first one fails. */
static void comparison(Compiler *c, Node *n) {
    Label fail = label_make(c), end = label_make(c);
    Node *left = n->list.first;
    compile_expression(c, left);
    for (Node *right = left->next; right; left = right, right = right->next) {
        Span span = {left->span.start, right->span.end};
        compile_expression(c, right->unary.operand);
        if (right->next) {
            emit(c, OP_COPY, 0, right->span);
            emit(c, OP_ROTATE, 2, right->span);
        }
        emit(c, OP_COMPARE, right->op, span);
        if (right->next) {
            emit_jump(c, OP_JUMP_IF_FALSE_OR_POP, fail, span);
        }
    }
    if (n->list.count > 2) {
        uint32_t depth = c->unit->depth;
        emit_jump(c, OP_JUMP, end, n->span);
        label_place(c, fail);
        emit_depth(c, depth + 1);
        emit(c, OP_SWAP, 1, n->span);
        emit(c, OP_POP, 0, n->span);
    }
    label_place(c, end);
}

static void conditional(Compiler *c, Node *n) {
    Label orelse = label_make(c), end = label_make(c);
    compile_test(c, n->conditional.test, orelse, false);
    uint32_t depth = c->unit->depth;
    compile_expression(c, n->conditional.body);
    emit_jump(c, OP_JUMP, end, n->conditional.body->span);
    label_place(c, orelse);
    emit_depth(c, depth);
    compile_expression(c, n->conditional.orelse);
    label_place(c, end);
}

static void test_boolean(Compiler *c, Node *n, Label label, bool when) {
    bool is_or = n->op != 0;
    Label skip = label_make(c);
    for (Node *item = n->list.first; item; item = item->next) {
        bool last = !item->next;
        compile_test(c, item, last || is_or == when ? label : skip, last ? when : is_or);
    }
    label_place(c, skip);
}

void compile_test(Compiler *c, Node *n, Label label, bool when) {
    if (n->kind == NODE_UNARY && n->op == UNARY_OPERATOR_NOT) {
        compile_test(c, n->unary.operand, label, !when);
    } else if (n->kind == NODE_BOOLEAN) {
        test_boolean(c, n, label, when);
    } else {
        compile_expression(c, n);
        emit_jump(c, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label, n->span);
    }
}

/* ---- chains ---- */

static void part(Compiler *c, Node *n, Span span) {
    if (n) {
        compile_expression(c, n);
    } else {
        emit_none(c, span);
    }
}

static void slice(Compiler *c, Node *n) {
    part(c, n->slice.lower, n->span);
    part(c, n->slice.upper, n->span);
    if (n->slice.step) {
        compile_expression(c, n->slice.step);
    }
    emit(c, OP_BUILD_SLICE, n->slice.step ? 3 : 2, n->span);
}

/* What stands to the right of the first operand, which lies on the stack. */
static void rest_of_chain(Compiler *c, Node *n) {
    if (n->kind == NODE_ATTRIBUTE) {
        emit(c, OP_LOAD_ATTR, name_index(c, n->attribute.name), n->span);
    } else if (n->kind == NODE_CALL) {
        compile_call(c, n);
    } else {
        compile_expression(c, n->binary.right);
        Opcode op = n->kind == NODE_SUBSCRIPT ? OP_LOAD_ITEM : OP_BINARY;
        emit(c, op, n->kind == NODE_SUBSCRIPT ? 0 : n->op, n->span);
    }
}

/* As in the resolver: chains may be as long as the text, so they are walked in a loop. */
static void chain(Compiler *c, Node *n) {
    uint32_t base = c->nchain;
    for (Node *left = ast_left(n); left; left = ast_left(n)) {
        c->chain = vec_room(c->arena, c->chain, c->nchain, &c->chain_cap, sizeof *c->chain);
        c->chain[c->nchain++] = n;
        n = left;
    }
    compile_expression(c, n);
    while (c->nchain > base) {
        rest_of_chain(c, c->chain[--c->nchain]);
    }
}

/* ---- the others ---- */

static void yield(Compiler *c, Node *n) {
    if (n->kind == NODE_YIELD) {
        part(c, n->unary.operand, n->span);
        emit(c, OP_YIELD, 0, n->span);
        return;
    }
    compile_expression(c, n->unary.operand);
    emit(c, OP_GET_ITER, 0, n->unary.operand->span);
    emit_none(c, n->span);
    emit(c, OP_YIELD_FROM, 0, n->span);
}

static void walrus(Compiler *c, Node *n) {
    compile_expression(c, n->binary.right);
    emit(c, OP_COPY, 0, n->span);
    compile_store(c, n->binary.left);
}

static void backticks(Compiler *c, Node *n) {
    compile_load_global(c, name_z(c->names, "repr"), n->span);
    compile_expression(c, n->unary.operand);
    emit(c, OP_CALL, 1, n->span);
}

void compile_expressions(Compiler *c, const NodeList *list) {
    for (Node *n = list->first; n; n = n->next) {
        compile_expression(c, n);
    }
}

void compile_expression(Compiler *c, Node *n) {
    switch (n->kind) {
    case NODE_NAME: compile_load(c, n->name.symbol, n->span); break;
    case NODE_CONSTANT: emit_constant(c, n->constant, n->span); break;
    case NODE_JOINED: compile_joined(c, n); break;
    case NODE_FIELD: compile_field(c, n); break;
    case NODE_TUPLE:
        if (folded(c, n)) {
            break;
        }
        compile_sequence(c, n);
        break;
    case NODE_LIST:
    case NODE_SET: compile_sequence(c, n); break;
    case NODE_DICT: compile_dict(c, n); break;
    case NODE_UNARY: unary(c, n); break;
    case NODE_BINARY:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT:
    case NODE_CALL: chain(c, n); break;
    case NODE_BOOLEAN: boolean(c, n); break;
    case NODE_COMPARE: comparison(c, n); break;
    case NODE_CONDITIONAL: conditional(c, n); break;
    case NODE_LAMBDA: compile_lambda(c, n); break;
    case NODE_SLICE: slice(c, n); break;
    case NODE_COMPREHENSION: compile_comprehension(c, n); break;
    case NODE_YIELD:
    case NODE_YIELD_FROM: yield(c, n); break;
    case NODE_WALRUS: walrus(c, n); break;
    case NODE_REPR: backticks(c, n); break;
    case NODE_BROKEN:
    case NODE_PAIR:
    case NODE_COMPARED:
    case NODE_KEYWORD:
    case NODE_STARRED:
    case NODE_CLAUSE:
    case NODE_ALIAS:
    case NODE_BRANCH:
    case NODE_HANDLER:
    case NODE_WITH_ITEM:
    case NODE_PARAMETER:
#define EXPRESSION(ID, ...)
#define STATEMENT(ID, ...) case NODE_##ID:
#define PART(ID, ...)
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
        break; /* no expressions of their own */
    }
}
