/* Displays, f-strings, calls and comprehensions. */
#include "lang/compile_inner.h"

/* Items up to this number are put on the stack together; more are added one by one. */
#define ON_STACK 256

/* ---- tuples, lists, sets ---- */

static bool has_star(const NodeList *list) {
    for (const Node *n = list->first; n; n = n->next) {
        if (n->kind == NODE_STARRED) {
            return true;
        }
    }
    return false;
}

/* Adds the items from n on to the list or set on the stack. */
static void add_items(Compiler *c, Node *n, bool set) {
    for (; n; n = n->next) {
        bool star = n->kind == NODE_STARRED;
        compile_expression(c, star ? n->unary.operand : n);
        Opcode op =
            star ? (set ? OP_SET_UPDATE : OP_LIST_EXTEND) : (set ? OP_SET_ADD : OP_LIST_APPEND);
        emit(c, op, 1, n->span);
    }
}

/* The leading items that go onto the stack together, then the others one by one. */
static void gather(Compiler *c, const NodeList *items, bool set, Span span) {
    uint32_t together = 0;
    Node *n = items->first;
    if (items->count <= ON_STACK) {
        for (; n && n->kind != NODE_STARRED; n = n->next, together++) {
            compile_expression(c, n);
        }
    }
    emit(c, set ? OP_BUILD_SET : OP_BUILD_LIST, together, span);
    add_items(c, n, set);
}

void compile_sequence(Compiler *c, Node *n) {
    bool plain = !has_star(&n->list) && n->list.count <= ON_STACK;
    if (n->kind == NODE_TUPLE && plain) {
        compile_expressions(c, &n->list);
        emit(c, OP_BUILD_TUPLE, n->list.count, n->span);
        return;
    }
    gather(c, &n->list, n->kind == NODE_SET, n->span);
    if (n->kind == NODE_TUPLE) {
        emit(c, OP_LIST_TO_TUPLE, 0, n->span);
    }
}

/* ---- dicts ---- */

static void pair(Compiler *c, Node *n) {
    compile_expression(c, n->binary.left);
    compile_expression(c, n->binary.right);
}

void compile_dict(Compiler *c, Node *n) {
    uint32_t together = 0;
    Node *item = n->list.first;
    if (n->list.count <= ON_STACK) {
        for (; item && item->binary.left; item = item->next, together++) {
            pair(c, item);
        }
    }
    emit(c, OP_BUILD_DICT, together, n->span);
    for (; item; item = item->next) {
        if (item->binary.left) {
            pair(c, item);
            emit(c, OP_DICT_ADD, 1, item->span);
        } else {
            compile_expression(c, item->binary.right);
            emit(c, OP_DICT_UPDATE, 1, item->span);
        }
    }
}

/* ---- f-strings ---- */

void compile_field(Compiler *c, Node *n) {
    compile_expression(c, n->field.value);
    if (n->field.spec) {
        compile_joined(c, n->field.spec);
    }
    emit(c, OP_FORMAT, n->op | (n->field.spec ? 4u : 0u), n->span);
}

void compile_joined(Compiler *c, Node *n) {
    compile_expressions(c, &n->list);
    if (n->list.count == 0) {
        Constant empty = {.kind = CONSTANT_STR, .text = STR("")};
        emit_constant(c, &empty, n->span);
    } else if (n->list.count > 1) {
        emit(c, OP_BUILD_STRING, n->list.count, n->span);
    }
}

/* ---- calls ---- */

/* What the arguments of a call are made of. */
typedef struct Arguments {
    uint32_t positional; /* plain ones */
    uint32_t keywords;   /* name=value */
    bool star, double_star;
} Arguments;

static Arguments count(const NodeList *args) {
    Arguments a = {0};
    for (const Node *n = args->first; n; n = n->next) {
        bool keyword = n->kind == NODE_KEYWORD;
        a.star |= n->kind == NODE_STARRED;
        a.double_star |= keyword && !n->keyword.name;
        a.keywords += keyword && n->keyword.name;
        a.positional += !keyword && n->kind != NODE_STARRED;
    }
    return a;
}

static void keyword_names(Compiler *c, const NodeList *args, uint32_t n, Span span) {
    Constant names = {.kind = CONSTANT_TUPLE};
    names.tuple.items = ARENA_ARRAY(c->arena, n, Constant);
    for (const Node *arg = args->first; arg; arg = arg->next) {
        if (arg->kind == NODE_KEYWORD) {
            names.tuple.items[names.tuple.count++] =
                (Constant){.kind = CONSTANT_STR, .text = name_str(arg->keyword.name)};
        }
    }
    emit_constant(c, &names, span);
}

/* All arguments on the stack, keywords behind the others. */
static void plain_call(Compiler *c, Node *n, Arguments a) {
    for (Node *arg = n->call.args.first; arg; arg = arg->next) {
        compile_expression(c, arg->kind == NODE_KEYWORD ? arg->keyword.value : arg);
    }
    if (a.keywords == 0) {
        emit(c, OP_CALL, a.positional, n->span);
        return;
    }
    keyword_names(c, &n->call.args, a.keywords, n->span);
    emit(c, OP_CALL_KW, a.positional + a.keywords, n->span);
}

static uint32_t keyword_run(Compiler *c, Node **n) {
    uint32_t pairs = 0;
    for (; *n && ((*n)->kind != NODE_KEYWORD || (*n)->keyword.name); *n = (*n)->next) {
        if ((*n)->kind != NODE_KEYWORD) {
            continue;
        }
        Constant name = {.kind = CONSTANT_STR, .text = name_str((*n)->keyword.name)};
        emit_constant(c, &name, (*n)->span);
        compile_expression(c, (*n)->keyword.value);
        pairs++;
    }
    return pairs;
}

void compile_keywords(Compiler *c, Node *first, Span span) {
    Node *n = first;
    uint32_t pairs = keyword_run(c, &n);
    emit(c, OP_BUILD_DICT, pairs, span);
    while (n) {
        compile_expression(c, n->keyword.value);
        emit(c, OP_DICT_MERGE, 1, n->span);
        n = n->next;
        pairs = keyword_run(c, &n);
        if (pairs) {
            emit(c, OP_BUILD_DICT, pairs, span);
            emit(c, OP_DICT_MERGE, 1, span);
        }
    }
}

/* f(*x): nothing else stands before the keywords. */
static bool only_star(const NodeList *args) {
    const Node *first = args->first;
    return first->kind == NODE_STARRED && (!first->next || first->next->kind == NODE_KEYWORD);
}

/* Positional arguments gathered into a list, then a tuple. */
static void gather_positional(Compiler *c, Node *n) {
    uint32_t together = 0;
    Node *arg = n->call.args.first;
    for (; arg && arg->kind != NODE_STARRED && arg->kind != NODE_KEYWORD; arg = arg->next) {
        compile_expression(c, arg);
        together++;
    }
    emit(c, OP_BUILD_LIST, together, n->span);
    for (; arg; arg = arg->next) {
        if (arg->kind == NODE_KEYWORD) {
            continue;
        }
        bool star = arg->kind == NODE_STARRED;
        uint32_t alone = star && only_star(&n->call.args) ? LIST_OF_CALL : 0;
        compile_expression(c, star ? arg->unary.operand : arg);
        emit(c, star ? OP_LIST_EXTEND : OP_LIST_APPEND, 1 | alone, arg->span);
    }
    emit(c, OP_LIST_TO_TUPLE, 0, n->span);
}

void compile_call(Compiler *c, Node *n) {
    Arguments a = count(&n->call.args);
    if (!a.star && !a.double_star) {
        plain_call(c, n, a);
        return;
    }
    bool keywords = a.keywords > 0 || a.double_star;
    gather_positional(c, n);
    if (keywords) {
        compile_keywords(c, n->call.args.first, n->span);
    }
    emit(c, OP_CALL_EX, keywords, n->span);
}

/* ---- comprehensions ---- */

/* The loops of a comprehension, from clause on. Iterators lie on the stack between the result and
 * the element; `base` is the height of the stack with only the result. */
static void loops(Compiler *c, Node *n, Node *clause, uint32_t base);

static void element(Compiler *c, Node *n, uint32_t base) {
    Span span = n->comprehension.element->span;
    compile_expression(c, n->comprehension.element);
    if (n->comprehension.value) {
        compile_expression(c, n->comprehension.value);
        span.end = n->comprehension.value->span.end;
    }
    switch ((ComprehensionKind)n->op) {
    case COMPREHENSION_LIST: emit(c, OP_LIST_APPEND, c->unit->depth - base, span); break;
    case COMPREHENSION_SET: emit(c, OP_SET_ADD, c->unit->depth - base, span); break;
    case COMPREHENSION_DICT: emit(c, OP_DICT_ADD, c->unit->depth - 1 - base, span); break;
    case COMPREHENSION_GENERATOR:
        emit(c, OP_YIELD, 0, span);
        emit(c, OP_POP, 0, span);
        break;
    }
}

static void iterator(Compiler *c, Node *n, Node *clause) {
    Span span = clause->clause.iter->span;
    if (n->comprehension.scope && clause == n->comprehension.clauses.first) {
        emit(c, OP_LOAD_LOCAL, 0, span);
        return;
    }
    compile_expression(c, clause->clause.iter);
    emit(c, OP_GET_ITER, 0, span);
}

static void loops(Compiler *c, Node *n, Node *clause, uint32_t base) {
    if (!clause) {
        element(c, n, base);
        return;
    }
    uint32_t depth = c->unit->depth;
    Label head = label_make(c), end = label_make(c);
    iterator(c, n, clause);
    label_place(c, head);
    emit_jump(c, OP_FOR_ITER, end, clause->clause.iter->span);
    compile_store(c, clause->clause.target);
    for (Node *test = clause->clause.conditions.first; test; test = test->next) {
        compile_test(c, test, head, false);
    }
    loops(c, n, clause->next, base);
    emit_jump(c, OP_JUMP, head, clause->span);
    label_place(c, end);
    emit_depth(c, depth);
}

/* The empty result; a generator has none. */
static void result(Compiler *c, const Node *n) {
    switch ((ComprehensionKind)n->op) {
    case COMPREHENSION_LIST: emit(c, OP_BUILD_LIST, 0, n->span); break;
    case COMPREHENSION_SET: emit(c, OP_BUILD_SET, 0, n->span); break;
    case COMPREHENSION_DICT: emit(c, OP_BUILD_DICT, 0, n->span); break;
    case COMPREHENSION_GENERATOR: break;
    }
}

static Name name_of_kind(Compiler *c, const Node *n) {
    static const char *const names[] = {"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
    return name_z(c->names, names[n->op]);
}

static Code *comprehension_code(Compiler *c, Node *n) {
    Unit unit;
    unit_begin(c, &unit, CODE_COMPREHENSION, n->comprehension.scope, name_of_kind(c, n), n->span);
    unit.code->npositional = 1;
    result(c, n);
    loops(c, n, n->comprehension.clauses.first, c->unit->depth);
    if (n->op == COMPREHENSION_GENERATOR) {
        emit_none(c, n->span);
    }
    emit(c, OP_RETURN, 0, n->span);
    return unit_end(c);
}

void compile_comprehension(Compiler *c, Node *n) {
    if (!n->comprehension.scope) {
        result(c, n);
        loops(c, n, n->comprehension.clauses.first, c->unit->depth);
        return;
    }
    compile_make_function(c, comprehension_code(c, n), 0, n->span);
    Node *iter = n->comprehension.clauses.first->clause.iter;
    compile_expression(c, iter);
    emit(c, OP_GET_ITER, 0, iter->span);
    emit(c, OP_CALL, 1, n->span);
}
