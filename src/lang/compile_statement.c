#include "lang/compile_inner.h"

static void assign(Compiler *c, Node *n) {
    compile_expression(c, n->assign.value);
    for (Node *target = n->assign.targets.first; target; target = target->next) {
        if (target->next) {
            emit(c, OP_COPY, 0, n->assign.value->span);
        }
        compile_store(c, target);
    }
}

static void annotated(Compiler *c, Node *n) {
    if (n->binary.right) {
        compile_expression(c, n->binary.right);
        compile_store(c, n->binary.left);
    }
}

/* A constant as a statement has no effect, as in CPython. */
static void expression(Compiler *c, Node *n) {
    if (n->unary.operand->kind != NODE_CONSTANT) {
        compile_expression(c, n->unary.operand);
        emit(c, OP_POP, 0, n->span);
    }
}

static void if_(Compiler *c, Node *n) {
    Label end = label_make(c);
    for (Node *b = n->branches.items.first; b; b = b->next) {
        Label next = label_make(c);
        if (b != n->branches.items.first) {
            emit_line(c, b->span);
        }
        compile_test(c, b->loop.condition, next, false);
        compile_statements(c, &b->loop.body);
        if (b->next || n->branches.orelse.first) {
            emit_jump(c, OP_JUMP, end, b->span);
        }
        label_place(c, next);
    }
    compile_statements(c, &n->branches.orelse);
    label_place(c, end);
}

static void assert_(Compiler *c, Node *n) {
    Label end = label_make(c);
    compile_test(c, n->binary.left, end, true);
    uint32_t depth = c->unit->depth;
    if (n->binary.right) {
        compile_expression(c, n->binary.right);
    }
    emit(c, OP_ASSERT_FAIL, n->binary.right != NULL, n->span);
    label_place(c, end);
    emit_depth(c, depth);
}

/* Python 2: raise E, value: E is called with value, or with the items of a tuple. */
static void raise_value(Compiler *c, Node *n) {
    Node *value = n->raise.value;
    bool none = value->kind == NODE_CONSTANT && value->constant->kind == CONSTANT_NONE;
    uint32_t args = none ? 0 : 1;
    if (value->kind == NODE_TUPLE) {
        args = value->list.count;
        compile_expressions(c, &value->list);
    } else if (!none) {
        compile_expression(c, value);
    }
    emit(c, OP_CALL, args, n->span);
    if (n->raise.traceback) {
        compile_expression(c, n->raise.traceback);
        emit(c, OP_POP, 0, n->raise.traceback->span);
    }
}

static void raise_(Compiler *c, Node *n) {
    uint32_t depth = c->unit->depth;
    if (n->raise.exception) {
        compile_expression(c, n->raise.exception);
    }
    if (n->raise.value) {
        raise_value(c, n);
    }
    if (n->raise.cause) {
        compile_expression(c, n->raise.cause);
    }
    emit(c, OP_RAISE, c->unit->depth - depth, n->span);
}

/* Cannot print or change anything itself. */
static bool quiet(const Node *n) {
    if (n->kind == NODE_ATTRIBUTE) {
        return quiet(n->attribute.object);
    }
    if (n->kind == NODE_SUBSCRIPT || n->kind == NODE_BINARY) {
        return quiet(n->binary.left) && quiet(n->binary.right);
    }
    return n->kind == NODE_NAME || n->kind == NODE_CONSTANT;
}

static bool later_ones_quiet(const Node *first) {
    for (const Node *v = first ? first->next : NULL; v; v = v->next) {
        if (!quiet(v)) {
            return false;
        }
    }
    return true;
}

/* Each value is printed before the next one is evaluated, which shows when that prints, too. */
static void print_each(Compiler *c, Node *n) {
    for (Node *v = n->print.values.first; v; v = v->next) {
        bool newline = !v->next && !n->op;
        compile_expression(c, v);
        emit(c, OP_PRINT, 1u << 2 | (newline ? 0u : 1u), n->span);
    }
}

static void print(Compiler *c, Node *n) {
    if (!n->print.file && !later_ones_quiet(n->print.values.first)) {
        print_each(c, n);
        return;
    }
    if (n->print.file) {
        compile_expression(c, n->print.file);
    }
    compile_expressions(c, &n->print.values);
    uint32_t flags = (n->op ? 1u : 0u) | (n->print.file ? 2u : 0u);
    emit(c, OP_PRINT, n->print.values.count << 2 | flags, n->span);
}

static void delete (Compiler *c, Node *n) {
    for (Node *target = n->list.first; target; target = target->next) {
        compile_delete(c, target);
    }
}

/* Does the statement begin with a LINE of its own? Declarations do nothing; definitions announce
 * their decorators first; a loop's head announces each round. */
static bool has_line(const Node *n) {
    return n->kind != NODE_GLOBAL && n->kind != NODE_NONLOCAL && n->kind != NODE_FUNCTION &&
           n->kind != NODE_CLASS && n->kind != NODE_WHILE;
}

/* Statements behind a semicolon, or behind the colon of a head, belong to a line that was
 * announced. */
static void line_of(Compiler *c, const Node *n) {
    if (has_line(n) && emit_line_of(c, n->span.start) != c->unit->line) {
        emit_line(c, n->span);
    }
}

static void statement(Compiler *c, Node *n) {
    switch (n->kind) {
    case NODE_EXPRESSION: expression(c, n); break;
    case NODE_ASSIGN: assign(c, n); break;
    case NODE_AUGMENTED: compile_augmented(c, n); break;
    case NODE_ANNOTATED: annotated(c, n); break;
    case NODE_RETURN: compile_return(c, n); break;
    case NODE_RAISE: raise_(c, n); break;
    case NODE_ASSERT: assert_(c, n); break;
    case NODE_DELETE: delete (c, n); break;
    case NODE_BREAK:
    case NODE_CONTINUE: compile_jump(c, n); break;
    case NODE_IMPORT: compile_import(c, n); break;
    case NODE_IMPORT_FROM: compile_import_from(c, n); break;
    case NODE_IF: if_(c, n); break;
    case NODE_WHILE: compile_while(c, n); break;
    case NODE_FOR: compile_for(c, n); break;
    case NODE_TRY: compile_try(c, n); break;
    case NODE_WITH: compile_with(c, n); break;
    case NODE_FUNCTION: compile_function(c, n); break;
    case NODE_CLASS: compile_class(c, n); break;
    case NODE_PRINT: print(c, n); break;
    case NODE_PASS:
    case NODE_GLOBAL:
    case NODE_NONLOCAL:
#define EXPRESSION(ID, ...) case NODE_##ID:
#define STATEMENT(ID, ...)
#define PART(ID, ...) case NODE_##ID:
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
        break; /* nothing to do, or no statement */
    }
}

void compile_statements(Compiler *c, const NodeList *list) {
    for (Node *n = list->first; n && !c->overflow; n = n->next) {
        uint32_t depth = c->unit->depth;
        line_of(c, n);
        statement(c, n);
        emit_depth(c, depth);
    }
}
