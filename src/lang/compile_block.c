/* Loops, try, with, and the jumps that leave them.
 *
 * A finally body is compiled once for each way out: the normal one, the exceptional one, and each
 * return, break and continue that leaves the try. A jump compiles what every block between it and
 * its aim wants undone, innermost first; meanwhile the block is closed, so that an exception in
 * that code finds only the handlers around the block. */
#include "lang/compile_inner.h"

static Block block_of(Compiler *c, BlockKind kind) {
    return (Block){.kind = kind, .handler = LABEL_NONE, .depth = c->unit->depth};
}

static Block protected_block(Compiler *c, BlockKind kind) {
    Block b = block_of(c, kind);
    b.handler = label_make(c);
    return b;
}

/* At a handler: the stack was cut and the exception pushed. */
static void place_handler(Compiler *c, const Block *b) {
    label_place(c, b->handler);
    emit_depth(c, b->depth + 1);
}

/* The end of a handler by an exception of its own: the exception before becomes current again. */
static void place_cleanup(Compiler *c, const Block *b, Span span) {
    place_handler(c, b);
    emit(c, OP_RERAISE, 1, span);
}

/* ---- leaving ---- */

/* Drops what lies on top of the stack, or below the value that is on its way out. */
static void drop(Compiler *c, bool value, Span span) {
    if (value) {
        emit(c, OP_SWAP, 1, span);
    }
    emit(c, OP_POP, 0, span);
}

static void drop_iterator(Compiler *c, bool value, Span span) {
    if (value) {
        emit(c, OP_SWAP, 1, span);
    }
    emit(c, OP_DROP_ITER, 0, span);
}

static void leave_finally(Compiler *c, Block *b, bool value) {
    Block kept = block_of(c, BLOCK_VALUE);
    c->unit->line = 0;
    if (value) {
        block_push(c, &kept);
    }
    compile_statements(c, &b->node->try.finally);
    if (value) {
        block_pop(c, &kept);
    }
}

/* The name of an exception is unbound at the end of its handler. Where something else may have
 * unbound it already it is bound to None first, so that this cannot fail. */
static void unbind(Compiler *c, const Node *target) {
    if (map_find(&c->resolved->unbound, target->name.id)) {
        emit_none(c, target->span);
        compile_store_name(c, target->name.symbol, target->span);
    }
    compile_delete_name(c, target->name.symbol, target->span);
}

/* Undoes one block on the way out; with value, the value that goes out lies on top. */
static void leave(Compiler *c, Block *b, bool value, Span span) {
    switch (b->kind) {
    case BLOCK_WHILE:
    case BLOCK_TRY: break;
    case BLOCK_FOR: drop_iterator(c, value, span); break;
    case BLOCK_VALUE: drop(c, value, span); break;
    case BLOCK_FINALLY: leave_finally(c, b, value); break;
    case BLOCK_WITH:
        if (value) {
            emit(c, OP_SWAP, 1, span);
        }
        emit(c, OP_WITH_EXIT, 0, b->node->binary.left->span);
        break;
    case BLOCK_HANDLER: emit(c, OP_POP_EXCEPTION, 0, span); break;
    case BLOCK_NAMED: unbind(c, b->node); break;
    case BLOCK_FINALLY_END:
        drop(c, value, span);
        emit(c, OP_POP_EXCEPTION, 0, span);
        break;
    }
}

/* Undoes all blocks from the innermost one up to, without, until. */
static void unwind(Compiler *c, Block *until, bool value, Span span) {
    for (Block *b = c->unit->block; b != until && !c->overflow; b = b->outer) {
        block_suspend(c, b);
        c->unit->block = b->outer;
        leave(c, b, value, span);
    }
}

/* Behind the jump: the code that follows is inside all blocks again. */
static void rewind_blocks(Compiler *c, Block *innermost, Block *until) {
    c->unit->block = innermost;
    for (Block *b = innermost; b != until; b = b->outer) {
        block_resume(c, b);
    }
}

void compile_return(Compiler *c, Node *n) {
    Block *innermost = c->unit->block;
    Constant k;
    bool constant = !n->unary.operand || compile_constant_of(c, n->unary.operand, &k);
    if (!constant) {
        compile_expression(c, n->unary.operand);
    }
    unwind(c, NULL, !constant, n->span);
    if (!n->unary.operand) {
        emit_none(c, n->span);
    } else if (constant) {
        emit_constant(c, &k, n->unary.operand->span);
    }
    emit(c, OP_RETURN, 0, n->span);
    rewind_blocks(c, innermost, NULL);
}

void compile_jump(Compiler *c, Node *n) {
    Block *innermost = c->unit->block, *loop = innermost;
    while (loop && loop->kind != BLOCK_WHILE && loop->kind != BLOCK_FOR) {
        loop = loop->outer;
    }
    if (!loop) {
        return; /* reported by the resolver */
    }
    unwind(c, loop, false, n->span);
    if (n->kind == NODE_BREAK && loop->kind == BLOCK_FOR) {
        emit(c, OP_DROP_ITER, 0, n->span);
    }
    emit_jump(c, OP_JUMP, n->kind == NODE_BREAK ? loop->end : loop->next, n->span);
    rewind_blocks(c, innermost, loop);
}

/* ---- loops ---- */

void compile_for(Compiler *c, Node *n) {
    Block b = block_of(c, BLOCK_FOR);
    Label head = label_make(c), exhausted = label_make(c);
    b.next = label_make(c);
    b.end = label_make(c);
    compile_expression(c, n->loop.condition);
    emit(c, OP_GET_ITER, n->loop.condition->kind == NODE_CALL, n->loop.condition->span);
    label_place(c, head);
    emit_jump(c, OP_FOR_ITER, exhausted, n->loop.condition->span);
    compile_store(c, n->loop.target);
    block_push(c, &b);
    compile_statements(c, &n->loop.body);
    block_pop(c, &b);
    label_place(c, b.next);
    emit_line(c, n->span);
    emit_jump(c, OP_JUMP, head, n->span);
    label_place(c, exhausted);
    emit_depth(c, b.depth);
    c->unit->line = 0;
    compile_statements(c, &n->loop.orelse);
    label_place(c, b.end);
}

static bool always_true(const Node *n) {
    const Constant *k = n->kind == NODE_CONSTANT ? n->constant : NULL;
    return k && ((k->kind == CONSTANT_BOOL && k->boolean) ||
                 (k->kind == CONSTANT_INT && k->integer != 0));
}

void compile_while(Compiler *c, Node *n) {
    Block b = block_of(c, BLOCK_WHILE);
    Label exhausted = label_make(c);
    b.next = label_make(c);
    b.end = label_make(c);
    label_place(c, b.next);
    emit_line(c, n->span);
    if (!always_true(n->loop.condition)) {
        compile_test(c, n->loop.condition, exhausted, false);
    }
    block_push(c, &b);
    compile_statements(c, &n->loop.body);
    block_pop(c, &b);
    emit_jump(c, OP_JUMP, b.next, n->span);
    label_place(c, exhausted);
    c->unit->line = 0;
    compile_statements(c, &n->loop.orelse);
    label_place(c, b.end);
}

/* ---- try … except ---- */

/* The body of a handler whose exception has a name; cleanup is the block of the whole handler. */
static void named_body(Compiler *c, Node *n, Block *cleanup, Label end) {
    Block named = protected_block(c, BLOCK_NAMED);
    named.node = n->handler.target;
    block_push(c, &named);
    compile_statements(c, &n->handler.body);
    block_pop(c, &named);
    unbind(c, named.node);
    block_suspend(c, cleanup);
    emit(c, OP_POP_EXCEPTION, 0, n->span);
    emit_jump(c, OP_JUMP, end, n->span);
    place_handler(c, &named);
    unbind(c, named.node);
    emit(c, OP_RERAISE, 1, n->span);
}

static void plain_body(Compiler *c, Node *n, Block *cleanup, Label end) {
    compile_statements(c, &n->handler.body);
    block_suspend(c, cleanup);
    emit(c, OP_POP_EXCEPTION, 0, n->span);
    emit_jump(c, OP_JUMP, end, n->span);
}

/* One `except`; the exception lies on the stack, and does so again behind it. */
static void handler(Compiler *c, Node *n, Block *cleanup, Label end) {
    Label next = label_make(c);
    Node *target = n->handler.target;
    emit_line(c, n->span);
    if (n->handler.type) {
        compile_expression(c, n->handler.type);
        emit(c, OP_EXCEPTION_MATCHES, 0, n->handler.type->span);
        emit_jump(c, OP_JUMP_IF_FALSE, next, n->handler.type->span);
    }
    if (target) {
        compile_store(c, target);
    } else {
        emit(c, OP_POP, 0, n->span);
    }
    if (target && target->kind == NODE_NAME && c->python == 3) {
        named_body(c, n, cleanup, end);
    } else {
        plain_body(c, n, cleanup, end);
    }
    label_place(c, next);
    emit_depth(c, cleanup->depth + 1);
    block_resume(c, cleanup);
}

static void handlers(Compiler *c, Node *n, const Block *tried, Label end) {
    place_handler(c, tried);
    Block cleanup = protected_block(c, BLOCK_HANDLER);
    cleanup.depth = tried->depth;
    emit(c, OP_PUSH_EXCEPTION, 0, n->span);
    block_push(c, &cleanup);
    for (Node *h = n->try.handlers.first; h; h = h->next) {
        handler(c, h, &cleanup, end);
    }
    block_pop(c, &cleanup);
    if (n->try.handlers.last->handler.type) {
        emit(c, OP_RERAISE, 1, n->span);
    }
    place_cleanup(c, &cleanup, n->span);
}

static void try_except(Compiler *c, Node *n) {
    Label end = label_make(c);
    Block tried = protected_block(c, BLOCK_TRY);
    block_push(c, &tried);
    compile_statements(c, &n->try.body);
    block_pop(c, &tried);
    compile_statements(c, &n->try.orelse);
    emit_jump(c, OP_JUMP, end, n->span);
    handlers(c, n, &tried, end);
    label_place(c, end);
    emit_depth(c, tried.depth);
}

/* ---- try … finally ---- */

/* The copy of the finally body that runs after an exception. */
static void exceptional_finally(Compiler *c, Node *n, const Block *tried) {
    place_handler(c, tried);
    Block cleanup = protected_block(c, BLOCK_FINALLY_END);
    cleanup.depth = tried->depth;
    emit(c, OP_PUSH_EXCEPTION, 0, n->span);
    c->unit->line = 0;
    block_push(c, &cleanup);
    compile_statements(c, &n->try.finally);
    block_pop(c, &cleanup);
    emit(c, OP_RERAISE, 1, n->span);
    place_cleanup(c, &cleanup, n->span);
}

static void try_finally(Compiler *c, Node *n) {
    Label end = label_make(c);
    Block tried = protected_block(c, BLOCK_FINALLY);
    tried.node = n;
    block_push(c, &tried);
    if (n->try.handlers.first) {
        try_except(c, n);
    } else {
        compile_statements(c, &n->try.body);
    }
    block_pop(c, &tried);
    c->unit->line = 0;
    compile_statements(c, &n->try.finally);
    emit_jump(c, OP_JUMP, end, n->span);
    exceptional_finally(c, n, &tried);
    label_place(c, end);
    emit_depth(c, tried.depth);
}

void compile_try(Compiler *c, Node *n) {
    if (n->try.finally.first) {
        try_finally(c, n);
    } else {
        try_except(c, n);
    }
    c->unit->line = 0;
}

/* ---- with ---- */

/* After an exception: __exit__ decides whether it goes on. */
static void exceptional_exit(Compiler *c, const Block *entered, Span span, Label end) {
    place_handler(c, entered);
    Block cleanup = protected_block(c, BLOCK_HANDLER);
    cleanup.depth = entered->depth - 1;
    Label suppress = label_make(c);
    emit(c, OP_PUSH_EXCEPTION, 0, span);
    block_push(c, &cleanup);
    emit(c, OP_WITH_EXCEPT, 0, span);
    emit_jump(c, OP_JUMP_IF_TRUE, suppress, span);
    block_pop(c, &cleanup);
    emit(c, OP_RERAISE, 1, span);
    label_place(c, suppress);
    emit_depth(c, entered->depth + 1);
    emit(c, OP_POP_EXCEPTION, 0, span);
    emit(c, OP_POP, 0, span);
    emit(c, OP_POP, 0, span);
    emit_jump(c, OP_JUMP, end, span);
    place_cleanup(c, &cleanup, span);
}

/* The items from item on, around the body. */
static void with_items(Compiler *c, Node *n, Node *item) {
    if (!item) {
        compile_statements(c, &n->with.body);
        return;
    }
    uint32_t depth = c->unit->depth;
    Span span = item->binary.left->span;
    Label end = label_make(c);
    compile_expression(c, item->binary.left);
    emit(c, OP_WITH_ENTER, 0, span);
    Block entered = protected_block(c, BLOCK_WITH);
    entered.depth = depth + 1;
    entered.node = item;
    block_push(c, &entered);
    if (item->binary.right) {
        compile_store(c, item->binary.right);
    } else {
        emit(c, OP_POP, 0, span);
    }
    with_items(c, n, item->next);
    block_pop(c, &entered);
    emit(c, OP_WITH_EXIT, 0, span);
    emit_jump(c, OP_JUMP, end, span);
    exceptional_exit(c, &entered, span, end);
    label_place(c, end);
    emit_depth(c, depth);
}

void compile_with(Compiler *c, Node *n) {
    with_items(c, n, n->with.items.first);
    c->unit->line = 0;
}
