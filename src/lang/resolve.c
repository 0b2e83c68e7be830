#include "lang/resolve.h"

#include <string.h>

#include "base/text.h"
#include "lang/chars.h"
#include "lang/vec.h"

typedef struct Resolver {
    Arena *arena;
    Names *names;
    Diags *diags;
    int python;
    Resolved *result;
    Scope *scope;                /* of what is being read */
    bool loop;                   /* inside a loop of this scope */
    Node *iterable;              /* not NULL: inside what a comprehension iterates over */
    const struct Active *active; /* handlers around that bound a name */
    Node **chain; /* the nodes of left-leaning chains that wait for their other operands */
    uint32_t nchain, cap;
} Resolver;

/* A handler that is being read, whose `as` name will be unbound at its end. */
typedef struct Active {
    const struct Active *outer;
    Name name;
} Active;

static void expression(Resolver *r, Node *n);
static void statements(Resolver *r, const NodeList *list);

static void fault(Resolver *r, Span span, const char *message, const char *hint) {
    diags_add(r->diags, SEVERITY_ERROR, span, str_of(message), str_of(hint));
}

static void fault_of(Resolver *r, Span span, const char *format, Name name, const char *hint) {
    const char *at = strstr(format, "%s");
    Sink out = sink_memory(r->arena);
    sink_put(&out, (Str){format, (size_t)(at - format)});
    sink_put(&out, char_short(r->arena, name_str(name)));
    sink_z(&out, at + 2);
    diags_add(r->diags, SEVERITY_ERROR, span, sink_str(&out), str_of(hint));
}

/* ---- names ---- */

/* Bytes of a class name that mangling uses: keeps memory linear in the text. */
#define MANGLED 200

/* __x inside class C means _C__x. */
static Name mangle(Resolver *r, Name id) {
    Name class_name = r->scope->class_name;
    Str text = name_str(id);
    if (!class_name || !str_starts(text, STR("__")) || str_ends(text, STR("__")) ||
        memchr(text.at, '.', text.len)) {
        return id;
    }
    Str class_text = name_str(class_name);
    while (class_text.len > 0 && class_text.at[0] == '_') {
        class_text = str_sub(class_text, 1, class_text.len);
    }
    if (class_text.len == 0) {
        return id;
    }
    class_text.len = char_cut(class_text, MANGLED);
    Str prefix = str_join2(r->arena, STR("_"), class_text);
    return name_of(r->names, str_join2(r->arena, prefix, text));
}

static Symbol *symbol_of(Resolver *r, Node *name) {
    name->name.id = mangle(r, name->name.id);
    Symbol *symbol = scope_symbol(r->arena, r->scope, name->name.id);
    if (!symbol->bound && !symbol->used) {
        symbol->span = name->span;
    }
    name->name.symbol = symbol;
    return symbol;
}

static bool in_class(const Scope *s) {
    while (s && s->kind != CODE_CLASS) {
        s = s->parent;
    }
    return s != NULL;
}

/* super() in a method needs the class: Python 3 passes it in the cell __class__. */
static void use_super(Resolver *r, const Node *name) {
    bool function = r->scope->kind != CODE_MODULE && r->scope->kind != CODE_CLASS;
    if (r->python == 3 && function && str_is(name_str(name->name.id), "super") &&
        in_class(r->scope)) {
        scope_symbol(r->arena, r->scope, name_z(r->names, "__class__"))->used = true;
    }
}

static void use(Resolver *r, Node *name) {
    symbol_of(r, name)->used = true;
    use_super(r, name);
}

static void bind(Resolver *r, Node *name) {
    Symbol *symbol = symbol_of(r, name);
    symbol->bound = true;
}

/* `name := …` in a comprehension binds in the function around it. */
static void bind_walrus(Resolver *r, Node *name) {
    if (r->iterable) {
        fault(r, name->span,
              _("assignment expression cannot be used in a comprehension iterable expression"), "");
    }
    Symbol *symbol = symbol_of(r, name);
    if (r->scope->kind != CODE_COMPREHENSION) {
        symbol->bound = true;
        return;
    }
    Scope *s = r->scope;
    for (; s->kind == CODE_COMPREHENSION; s = s->parent) {
        Symbol *own = scope_find(s, name->name.id);
        if (own && own->iteration) {
            fault_of(r, name->span,
                     _("assignment expression cannot rebind comprehension iteration variable '%s'"),
                     name->name.id, "");
        }
    }
    if (s->kind == CODE_CLASS) {
        fault(r, name->span,
              _("assignment expression within a comprehension cannot be used in a class body"), "");
    }
    Symbol *outer = scope_symbol(r->arena, s, name->name.id);
    outer->bound = true;
    symbol->bound = true;
    symbol->global = s->kind == CODE_MODULE || outer->global;
    symbol->nonlocal = !symbol->global;
}

static void note_unbound(Resolver *r, Name name) {
    map_put(&r->result->unbound, name);
}

/* ---- scopes ---- */

/* What a scope has of its own; kept while an inner one is read. */
typedef struct Outer {
    Scope *scope;
    bool loop;
    Node *iterable;
    const Active *active;
} Outer;

static Outer enter(Resolver *r, CodeKind kind) {
    Outer outer = {r->scope, r->loop, r->iterable, r->active};
    r->scope = scope_make(r->arena, kind, r->scope);
    r->loop = false;
    r->iterable = NULL;
    return outer;
}

static void leave(Resolver *r, Outer outer) {
    r->scope = outer.scope;
    r->loop = outer.loop;
    r->iterable = outer.iterable;
    r->active = outer.active;
}

static void target(Resolver *r, Node *n);

/* A tuple as a parameter gets a slot with a name that no program can write. */
static void tuple_parameter(Resolver *r, const Node *n, uint32_t index) {
    Str text = str_printf(r->arena, ".%u", (unsigned)index);
    Symbol *symbol = scope_symbol(r->arena, r->scope, name_of(r->names, text));
    symbol->bound = symbol->parameter = true;
    symbol->span = n->span;
}

static void parameter(Resolver *r, Node *n, uint32_t index) {
    if (!n) {
        return;
    }
    if (n->parameter.target->kind == NODE_TUPLE) {
        tuple_parameter(r, n, index);
        return;
    }
    if (n->parameter.target->kind == NODE_NAME) {
        bind(r, n->parameter.target);
        n->parameter.target->name.symbol->parameter = true;
    }
}

static void parameters(Resolver *r, FunctionNode *f) {
    uint32_t index = 0;
    for (Node *n = f->parameters.first; n; n = n->next) {
        parameter(r, n, index++);
    }
    parameter(r, f->args, index);
    parameter(r, f->kwargs, index);
    for (Node *n = f->parameters.first; n; n = n->next) {
        if (n->parameter.target->kind == NODE_TUPLE) {
            target(r, n->parameter.target);
        }
    }
}

static void defaults(Resolver *r, const FunctionNode *f) {
    for (Node *n = f->parameters.first; n; n = n->next) {
        if (n->parameter.default_value) {
            expression(r, n->parameter.default_value);
        }
    }
}

static void function(Resolver *r, FunctionNode *f, CodeKind kind) {
    defaults(r, f);
    Outer outer = enter(r, kind);
    f->scope = r->scope;
    parameters(r, f);
    if (kind == CODE_LAMBDA) {
        expression(r, f->body.first);
    } else {
        statements(r, &f->body);
    }
    leave(r, outer);
}

static void list_of(Resolver *r, const NodeList *list) {
    for (Node *n = list->first; n; n = n->next) {
        expression(r, n);
    }
}

static void class(Resolver *r, ClassNode *c) {
    list_of(r, &c->bases);
    Outer outer = enter(r, CODE_CLASS);
    r->scope->class_name = c->target->name.id;
    c->scope = r->scope;
    statements(r, &c->body);
    leave(r, outer);
}

/* ---- comprehensions ---- */

static void iterated(Resolver *r, Node *n) {
    Node *before = r->iterable;
    r->iterable = n;
    expression(r, n);
    r->iterable = before;
}

/* Marks the names of a target as the comprehension's own. */
static void iteration(Resolver *r, Node *n) {
    if (n->kind == NODE_NAME) {
        scope_symbol(r->arena, r->scope, n->name.id)->iteration = true;
    } else if (n->kind == NODE_STARRED) {
        iteration(r, n->unary.operand);
    } else if (n->kind == NODE_TUPLE || n->kind == NODE_LIST) {
        for (Node *item = n->list.first; item; item = item->next) {
            iteration(r, item);
        }
    }
}

static void clauses(Resolver *r, Node *n, bool own_scope) {
    for (Node *c = n->comprehension.clauses.first; c; c = c->next) {
        if (!own_scope || c != n->comprehension.clauses.first) {
            iterated(r, c->clause.iter);
        }
        target(r, c->clause.target);
        if (own_scope) {
            iteration(r, c->clause.target);
        }
        list_of(r, &c->clause.conditions);
    }
    expression(r, n->comprehension.element);
    if (n->comprehension.value) {
        expression(r, n->comprehension.value);
    }
}

static void comprehension(Resolver *r, Node *n) {
    if (n->op == COMPREHENSION_LIST && r->python == 2) {
        clauses(r, n, false);
        return;
    }
    if (n->comprehension.clauses.first) {
        iterated(r, n->comprehension.clauses.first->clause.iter);
    }
    Outer outer = enter(r, CODE_COMPREHENSION);
    n->comprehension.scope = r->scope;
    Symbol *iterator = scope_symbol(r->arena, r->scope, name_z(r->names, ".0"));
    iterator->bound = iterator->parameter = true;
    r->scope->generator = n->op == COMPREHENSION_GENERATOR;
    clauses(r, n, true);
    leave(r, outer);
}

/* ---- expressions ---- */

static void yield(Resolver *r, Node *n) {
    CodeKind kind = r->scope->kind;
    if (kind == CODE_COMPREHENSION) {
        fault(r, n->span, _("'yield' inside a comprehension"),
              _("write a for statement with yield in it"));
    } else if (kind == CODE_MODULE || kind == CODE_CLASS) {
        fault(r, n->span, _("'yield' outside function"), _("yield makes a function a generator"));
    }
    r->scope->generator = true;
    if (n->unary.operand) {
        expression(r, n->unary.operand);
    }
}

static void optional(Resolver *r, Node *n) {
    if (n) {
        expression(r, n);
    }
}

/* What stands to the right of the first operand of a chain. */
static void rest_of_chain(Resolver *r, Node *n) {
    if (n->kind == NODE_ATTRIBUTE) {
        n->attribute.name = mangle(r, n->attribute.name);
    } else if (n->kind == NODE_CALL) {
        list_of(r, &n->call.args);
    } else {
        expression(r, n->binary.right);
    }
}

/* Chains are as long as the text may be: down to their first operand, and up again, without
 * recursion. */
static void chain(Resolver *r, Node *n) {
    uint32_t base = r->nchain;
    for (Node *left = ast_left(n); left; left = ast_left(n)) {
        r->chain = vec_room(r->arena, r->chain, r->nchain, &r->cap, sizeof *r->chain);
        r->chain[r->nchain++] = n;
        n = left;
    }
    expression(r, n);
    while (r->nchain > base) {
        rest_of_chain(r, r->chain[--r->nchain]);
    }
}

static void expression(Resolver *r, Node *n) {
    switch (n->kind) {
    case NODE_NAME: use(r, n); break;
    case NODE_BINARY:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT:
    case NODE_CALL: chain(r, n); break;
    case NODE_JOINED:
    case NODE_TUPLE:
    case NODE_LIST:
    case NODE_SET:
    case NODE_DICT:
    case NODE_BOOLEAN:
    case NODE_COMPARE: list_of(r, &n->list); break;
    case NODE_FIELD:
        expression(r, n->field.value);
        optional(r, n->field.spec);
        break;
    case NODE_PAIR:
        optional(r, n->binary.left);
        expression(r, n->binary.right);
        break;
    case NODE_UNARY:
    case NODE_STARRED:
    case NODE_REPR:
    case NODE_COMPARED: expression(r, n->unary.operand); break;
    case NODE_CONDITIONAL:
        expression(r, n->conditional.test);
        expression(r, n->conditional.body);
        expression(r, n->conditional.orelse);
        break;
    case NODE_LAMBDA: function(r, n->function, CODE_LAMBDA); break;
    case NODE_KEYWORD: expression(r, n->keyword.value); break;
    case NODE_SLICE:
        optional(r, n->slice.lower);
        optional(r, n->slice.upper);
        optional(r, n->slice.step);
        break;
    case NODE_COMPREHENSION: comprehension(r, n); break;
    case NODE_YIELD:
    case NODE_YIELD_FROM: yield(r, n); break;
    case NODE_WALRUS:
        expression(r, n->binary.right);
        bind_walrus(r, n->binary.left);
        break;
    case NODE_BROKEN:
    case NODE_CONSTANT:
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
        break; /* nothing to resolve, or no expression */
    }
}

/* An expression that is bound, or deleted. */
static void target(Resolver *r, Node *n) {
    if (n->kind == NODE_NAME) {
        bind(r, n);
    } else if (n->kind == NODE_STARRED) {
        target(r, n->unary.operand);
    } else if (n->kind == NODE_TUPLE || n->kind == NODE_LIST) {
        for (Node *item = n->list.first; item; item = item->next) {
            target(r, item);
        }
    } else {
        expression(r, n);
    }
}

/* ---- statements ---- */

static void loop(Resolver *r, Node *n) {
    expression(r, n->loop.condition);
    if (n->kind == NODE_FOR) {
        target(r, n->loop.target);
    }
    bool before = r->loop;
    r->loop = true;
    statements(r, &n->loop.body);
    r->loop = before;
    statements(r, &n->loop.orelse);
}

static bool is_active(const Resolver *r, Name name) {
    for (const Active *a = r->active; a; a = a->outer) {
        if (a->name == name) {
            return true;
        }
    }
    return false;
}

static void handler(Resolver *r, Node *n) {
    optional(r, n->handler.type);
    Active active = {r->active, NULL};
    if (n->handler.target) {
        target(r, n->handler.target);
    }
    if (n->handler.target && n->handler.target->kind == NODE_NAME) {
        active.name = n->handler.target->name.id;
        if (is_active(r, active.name)) {
            note_unbound(r, active.name);
        }
        r->active = &active;
    }
    statements(r, &n->handler.body);
    r->active = active.outer;
}

static void try(Resolver *r, Node *n) {
    statements(r, &n->try.body);
    for (Node *h = n->try.handlers.first; h; h = h->next) {
        handler(r, h);
    }
    statements(r, &n->try.orelse);
    statements(r, &n->try.finally);
}

static void with(Resolver *r, Node *n) {
    for (Node *item = n->with.items.first; item; item = item->next) {
        expression(r, item->binary.left);
        if (item->binary.right) {
            target(r, item->binary.right);
        }
    }
    statements(r, &n->with.body);
}

static void check_declaration(Resolver *r, const Node *name, const Symbol *before, bool global) {
    const char *format = !before             ? NULL
                         : before->parameter ? (global ? _("name '%s' is parameter and global")
                                                       : _("name '%s' is parameter and nonlocal"))
                         : (before->bound || before->used) && r->python == 3
                             ? (global ? _("name '%s' is used prior to global declaration")
                                       : _("name '%s' is used prior to nonlocal declaration"))
                             : NULL;
    if (format) {
        fault_of(r, name->span, format, name->name.id,
                 _("put the declaration at the top of the function"));
    }
    if (before && (global ? before->nonlocal : before->global)) {
        fault_of(r, name->span, _("name '%s' is nonlocal and global"), name->name.id, "");
    }
}

static void declare(Resolver *r, Node *n, bool global) {
    for (Node *name = n->list.first; name; name = name->next) {
        name->name.id = mangle(r, name->name.id);
        check_declaration(r, name, scope_find(r->scope, name->name.id), global);
        Symbol *symbol = scope_symbol(r->arena, r->scope, name->name.id);
        symbol->span = name->span;
        *(global ? &symbol->global : &symbol->nonlocal) = true;
        name->name.symbol = symbol;
        note_unbound(r, name->name.id);
    }
    if (!global && r->scope->kind == CODE_MODULE) {
        fault(r, n->span, _("nonlocal declaration not allowed at module level"),
              _("nonlocal belongs into a function inside a function"));
    }
}

static void delete (Resolver *r, Node *n) {
    target(r, n);
    if (n->kind == NODE_NAME) {
        note_unbound(r, n->name.id);
    } else if (n->kind == NODE_TUPLE || n->kind == NODE_LIST) {
        for (Node *item = n->list.first; item; item = item->next) {
            if (item->kind == NODE_NAME) {
                note_unbound(r, item->name.id);
            }
        }
    }
}

static void import_names(Resolver *r, const NodeList *names) {
    for (Node *n = names->first; n; n = n->next) {
        bind(r, n->alias.target);
    }
}

static void import_from(Resolver *r, Node *n) {
    if (n->import.names.count == 0 && r->scope->kind != CODE_MODULE) {
        fault(r, n->span, _("import * only allowed at module level"),
              _("name what is imported, or move it to the top of the file"));
    }
    if (!n->import.future) {
        import_names(r, &n->import.names);
    }
}

static void jump(Resolver *r, const Node *n) {
    if (!r->loop) {
        fault(r, n->span,
              n->kind == NODE_BREAK ? _("'break' outside loop")
                                    : _("'continue' not properly in loop"),
              _("it belongs into the body of a for or while; check its indentation"));
    }
}

static void return_(Resolver *r, Node *n) {
    if (r->scope->kind == CODE_MODULE || r->scope->kind == CODE_CLASS) {
        fault(r, n->span, _("'return' outside function"),
              _("it belongs into the body of a def; check its indentation"));
    }
    optional(r, n->unary.operand);
}

static void if_(Resolver *r, Node *n) {
    for (Node *b = n->branches.items.first; b; b = b->next) {
        expression(r, b->loop.condition);
        statements(r, &b->loop.body);
    }
    statements(r, &n->branches.orelse);
}

static void augmented(Resolver *r, Node *n) {
    if (n->binary.left->kind == NODE_NAME) {
        use(r, n->binary.left);
    }
    target(r, n->binary.left);
    expression(r, n->binary.right);
}

static void assign(Resolver *r, Node *n) {
    expression(r, n->assign.value);
    for (Node *t = n->assign.targets.first; t; t = t->next) {
        target(r, t);
    }
}

static void annotated(Resolver *r, Node *n) {
    optional(r, n->binary.right);
    target(r, n->binary.left);
}

static void raise_(Resolver *r, Node *n) {
    optional(r, n->raise.exception);
    optional(r, n->raise.cause);
    optional(r, n->raise.value);
    optional(r, n->raise.traceback);
}

static void statement(Resolver *r, Node *n) {
    switch (n->kind) {
    case NODE_EXPRESSION: expression(r, n->unary.operand); break;
    case NODE_ASSIGN: assign(r, n); break;
    case NODE_AUGMENTED: augmented(r, n); break;
    case NODE_ANNOTATED: annotated(r, n); break;
    case NODE_RETURN: return_(r, n); break;
    case NODE_RAISE: raise_(r, n); break;
    case NODE_ASSERT:
        expression(r, n->binary.left);
        optional(r, n->binary.right);
        break;
    case NODE_DELETE:
        for (Node *t = n->list.first; t; t = t->next) {
            delete (r, t);
        }
        break;
    case NODE_BREAK:
    case NODE_CONTINUE: jump(r, n); break;
    case NODE_GLOBAL: declare(r, n, true); break;
    case NODE_NONLOCAL: declare(r, n, false); break;
    case NODE_IMPORT: import_names(r, &n->list); break;
    case NODE_IMPORT_FROM: import_from(r, n); break;
    case NODE_IF: if_(r, n); break;
    case NODE_WHILE:
    case NODE_FOR: loop(r, n); break;
    case NODE_TRY: try(r, n); break;
    case NODE_WITH: with(r, n); break;
    case NODE_FUNCTION:
        list_of(r, &n->function->decorators);
        bind(r, n->function->target);
        function(r, n->function, CODE_FUNCTION);
        break;
    case NODE_CLASS:
        list_of(r, &n->class->decorators);
        bind(r, n->class->target);
        class(r, n->class);
        break;
    case NODE_PRINT:
        optional(r, n->print.file);
        list_of(r, &n->print.values);
        break;
    case NODE_PASS:
#define EXPRESSION(ID, ...) case NODE_##ID:
#define STATEMENT(ID, ...)
#define PART(ID, ...) case NODE_##ID:
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
        break; /* nothing to resolve, or no statement */
    }
}

static void statements(Resolver *r, const NodeList *list) {
    for (Node *n = list->first; n; n = n->next) {
        statement(r, n);
    }
}

Resolved *resolve_module(Arena *a, Names *names, const ModuleNode *module, int python,
                         Diags *diags) {
    Resolved *result = ARENA_NEW(a, Resolved);
    result->globals = map_make(a);
    result->unbound = map_make(a);
    Resolver r = {.arena = a, .names = names, .diags = diags, .python = python, .result = result};
    r.scope = result->module = scope_make(a, CODE_MODULE, NULL);
    statements(&r, &module->body);
    ScopeSettler settler = {.arena = a, .diags = diags, .globals = &result->globals};
    settler.class_word = name_z(names, "__class__");
    settler.python = python;
    settler.quiet = diags->errors > 0;
    scope_settle(&settler, result->module);
    return result;
}
