/* Names, targets and imports: whatever binds. */
#include "lang/compile_inner.h"

/* ---- names ---- */

/* The operand of an instruction on a name: a slot, a cell, or an index in the unit's names. */
static uint32_t operand_of(Compiler *c, const Symbol *s) {
    switch (s->home) {
    case HOME_LOCAL:
    case HOME_CELL:
    case HOME_GLOBAL: return s->index;
    case HOME_CAPTURE:
    case HOME_CLASS_CELL: return c->unit->scope->ncells + s->index;
    case HOME_CLASS: return name_index(c, s->name);
    }
    return 0;
}

typedef enum Access { ACCESS_LOAD, ACCESS_STORE, ACCESS_DELETE } Access;

static Opcode opcode_of(Home home, Access access) {
    static const unsigned char ops[][3] = {
        [HOME_LOCAL] = {OP_LOAD_LOCAL, OP_STORE_LOCAL, OP_DELETE_LOCAL},
        [HOME_CELL] = {OP_LOAD_CELL, OP_STORE_CELL, OP_DELETE_CELL},
        [HOME_CAPTURE] = {OP_LOAD_CELL, OP_STORE_CELL, OP_DELETE_CELL},
        [HOME_GLOBAL] = {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL},
        [HOME_CLASS] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME},
        [HOME_CLASS_CELL] = {OP_LOAD_NAME_OR_CELL, OP_STORE_NAME, OP_DELETE_NAME},
    };
    return (Opcode)ops[home][access];
}

static void access(Compiler *c, const Symbol *s, Access how, Span span) {
    /* A class body reads a name that it declares nonlocal from its own namespace first. */
    bool in_class = c->unit->code->kind == CODE_CLASS;
    if (in_class && s->home == HOME_CAPTURE && how == ACCESS_LOAD) {
        emit(c, OP_LOAD_NAME_OR_CELL, operand_of(c, s), span);
    } else {
        emit(c, opcode_of(s->home, how), operand_of(c, s), span);
    }
}

void compile_load(Compiler *c, const Symbol *symbol, Span span) {
    access(c, symbol, ACCESS_LOAD, span);
}

void compile_load_global(Compiler *c, Name name, Span span) {
    emit(c, OP_LOAD_GLOBAL, scope_global(&c->resolved->globals, name), span);
}

void compile_store_name(Compiler *c, const Symbol *symbol, Span span) {
    access(c, symbol, ACCESS_STORE, span);
}

void compile_delete_name(Compiler *c, const Symbol *symbol, Span span) {
    access(c, symbol, ACCESS_DELETE, span);
}

/* ---- targets ---- */

static void unpack(Compiler *c, Node *target) {
    uint32_t before = 0, n = 0;
    bool star = false;
    for (Node *item = target->list.first; item; item = item->next, n++) {
        if (item->kind == NODE_STARRED) {
            star = true;
            before = n;
        }
    }
    if (star) {
        emit(c, OP_UNPACK_STAR, before | (n - before - 1) << 12, target->span);
    } else {
        emit(c, OP_UNPACK, n, target->span);
    }
    for (Node *item = target->list.first; item; item = item->next) {
        compile_store(c, item->kind == NODE_STARRED ? item->unary.operand : item);
    }
}

void compile_store(Compiler *c, Node *target) {
    if (target->kind == NODE_NAME) {
        compile_store_name(c, target->name.symbol, target->span);
    } else if (target->kind == NODE_ATTRIBUTE) {
        compile_expression(c, target->attribute.object);
        emit(c, OP_STORE_ATTR, name_index(c, target->attribute.name), target->span);
    } else if (target->kind == NODE_SUBSCRIPT) {
        compile_expression(c, target->binary.left);
        compile_expression(c, target->binary.right);
        emit(c, OP_STORE_ITEM, 0, target->span);
    } else if (target->kind == NODE_TUPLE || target->kind == NODE_LIST) {
        unpack(c, target);
    }
}

void compile_delete(Compiler *c, Node *target) {
    if (target->kind == NODE_NAME) {
        compile_delete_name(c, target->name.symbol, target->span);
    } else if (target->kind == NODE_ATTRIBUTE) {
        compile_expression(c, target->attribute.object);
        emit(c, OP_DELETE_ATTR, name_index(c, target->attribute.name), target->span);
    } else if (target->kind == NODE_SUBSCRIPT) {
        compile_expression(c, target->binary.left);
        compile_expression(c, target->binary.right);
        emit(c, OP_DELETE_ITEM, 0, target->span);
    } else {
        for (Node *item = target->list.first; item; item = item->next) {
            compile_delete(c, item);
        }
    }
}

static void augmented_attribute(Compiler *c, Node *n) {
    Node *target = n->binary.left;
    uint32_t name = name_index(c, target->attribute.name);
    compile_expression(c, target->attribute.object);
    emit(c, OP_COPY, 0, target->span);
    emit(c, OP_LOAD_ATTR, name, target->span);
    compile_expression(c, n->binary.right);
    emit(c, OP_INPLACE, n->op, n->span);
    emit(c, OP_SWAP, 1, target->span);
    emit(c, OP_STORE_ATTR, name, target->span);
}

static void augmented_item(Compiler *c, Node *n) {
    Node *target = n->binary.left;
    compile_expression(c, target->binary.left);
    compile_expression(c, target->binary.right);
    emit(c, OP_COPY, 1, target->span);
    emit(c, OP_COPY, 1, target->span);
    emit(c, OP_LOAD_ITEM, 0, target->span);
    compile_expression(c, n->binary.right);
    emit(c, OP_INPLACE, n->op, n->span);
    emit(c, OP_ROTATE, 2, target->span);
    emit(c, OP_STORE_ITEM, 0, target->span);
}

void compile_augmented(Compiler *c, Node *n) {
    Node *target = n->binary.left;
    if (target->kind == NODE_ATTRIBUTE) {
        augmented_attribute(c, n);
    } else if (target->kind == NODE_SUBSCRIPT) {
        augmented_item(c, n);
    } else {
        compile_expression(c, target);
        compile_expression(c, n->binary.right);
        emit(c, OP_INPLACE, n->op, n->span);
        compile_store(c, target);
    }
}

/* ---- imports ---- */

static void import(Compiler *c, Name module, uint32_t level, Span span) {
    emit(c, OP_IMPORT, name_index(c, module), span);
    emit(c, OP_WORD, level, span);
}

/* `import a.b.c as d`: IMPORT gives a; the others are taken from it one by one. */
static void import_parts(Compiler *c, const Node *alias) {
    Str text = name_str(alias->alias.name);
    ptrdiff_t dot = str_find(text, STR("."), 0);
    while (dot >= 0) {
        size_t start = (size_t)dot + 1;
        dot = str_find(text, STR("."), start);
        Str piece = str_sub(text, start, dot < 0 ? text.len : (size_t)dot);
        emit(c, OP_IMPORT_FROM, name_index(c, name_of(c->names, piece)), alias->span);
        emit(c, OP_SWAP, 1, alias->span);
        emit(c, OP_POP, 0, alias->span);
    }
}

void compile_import(Compiler *c, Node *n) {
    for (Node *alias = n->list.first; alias; alias = alias->next) {
        emit_none(c, alias->span);
        import(c, alias->alias.name, 0, alias->span);
        if (alias->op) {
            import_parts(c, alias);
        }
        compile_store(c, alias->alias.target);
    }
}

/* The names that are imported, as a tuple of str. */
static Constant names_of(Compiler *c, const NodeList *names) {
    uint32_t count = names->count ? names->count : 1, i = 0;
    Constant k = {.kind = CONSTANT_TUPLE};
    k.tuple.items = ARENA_ARRAY(c->arena, count, Constant);
    k.tuple.count = count;
    for (Node *alias = names->first; alias; alias = alias->next) {
        k.tuple.items[i++] = (Constant){.kind = CONSTANT_STR, .text = name_str(alias->alias.name)};
    }
    if (i == 0) {
        k.tuple.items[0] = (Constant){.kind = CONSTANT_STR, .text = STR("*")};
    }
    return k;
}

void compile_import_from(Compiler *c, Node *n) {
    if (n->import.future) {
        return; /* it has done its work in the parser */
    }
    Constant names = names_of(c, &n->import.names);
    emit_constant(c, &names, n->span);
    import(c, n->import.module, n->import.level, n->span);
    if (n->import.names.count == 0) {
        emit(c, OP_IMPORT_STAR, 0, n->span);
        return;
    }
    for (Node *alias = n->import.names.first; alias; alias = alias->next) {
        emit(c, OP_IMPORT_FROM, name_index(c, alias->alias.name), alias->span);
        compile_store(c, alias->alias.target);
    }
    emit(c, OP_POP, 0, n->span);
}
