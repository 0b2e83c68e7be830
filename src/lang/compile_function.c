/* Functions, lambdas and classes. */
#include "base/text.h"
#include "lang/compile_inner.h"

/* ---- making a function ---- */

/* Flags of MAKE_FUNCTION. */
enum { WITH_DEFAULTS = 1, WITH_KEYWORD_DEFAULTS = 2, WITH_CELLS = 4 };

void compile_make_function(Compiler *c, Code *code, uint32_t flags, Span span) {
    for (uint32_t i = 0; i < code->ncaptures; i++) {
        emit(c, OP_LOAD_CLOSURE, code->captures[i].from, span);
    }
    if (code->ncaptures) {
        emit(c, OP_BUILD_TUPLE, code->ncaptures, span);
        flags |= WITH_CELLS;
    }
    Constant k = {.kind = CONSTANT_CODE, .code = code};
    emit(c, OP_MAKE_FUNCTION, flags, span);
    emit(c, OP_WORD, constant_index(c, &k), span);
}

static bool is_constant(const Node *n) {
    return n->kind == NODE_CONSTANT;
}

/* Defaults of positional parameters, as one tuple. */
static bool positional_defaults(Compiler *c, const FunctionNode *f) {
    uint32_t n = 0, i = 0, constants = 0;
    for (Node *p = f->parameters.first; p && i < f->npositional; p = p->next, i++) {
        n += p->parameter.default_value != NULL;
        constants += p->parameter.default_value && is_constant(p->parameter.default_value);
    }
    if (n == 0) {
        return false;
    }
    Constant tuple = {.kind = CONSTANT_TUPLE};
    tuple.tuple.items = ARENA_ARRAY(c->arena, n, Constant);
    i = 0;
    for (Node *p = f->parameters.first; p && i < f->npositional; p = p->next, i++) {
        Node *value = p->parameter.default_value;
        if (value && constants == n) {
            tuple.tuple.items[tuple.tuple.count++] = *value->constant;
        } else if (value) {
            compile_expression(c, value);
        }
    }
    if (constants == n) {
        emit_constant(c, &tuple, f->header);
    } else {
        emit(c, OP_BUILD_TUPLE, n, f->header);
    }
    return true;
}

/* Defaults of keyword-only parameters, as a dict. */
static bool keyword_defaults(Compiler *c, const FunctionNode *f) {
    uint32_t n = 0, i = 0;
    for (Node *p = f->parameters.first; p; p = p->next, i++) {
        if (i >= f->npositional && p->parameter.default_value) {
            Name id = p->parameter.target->name.id;
            Constant name = {.kind = CONSTANT_STR, .text = name_str(id)};
            emit_constant(c, &name, p->span);
            compile_expression(c, p->parameter.default_value);
            n++;
        }
    }
    if (n) {
        emit(c, OP_BUILD_DICT, n, f->header);
    }
    return n > 0;
}

static uint32_t defaults(Compiler *c, const FunctionNode *f) {
    uint32_t flags = positional_defaults(c, f) ? WITH_DEFAULTS : 0;
    return flags | (keyword_defaults(c, f) ? WITH_KEYWORD_DEFAULTS : 0);
}

/* ---- bodies ---- */

const Constant *compile_docstring(const NodeList *body) {
    const Node *n = body->first;
    bool found = n && n->kind == NODE_EXPRESSION && n->unary.operand->kind == NODE_CONSTANT &&
                 n->unary.operand->constant->kind == CONSTANT_STR;
    return found ? n->unary.operand->constant : NULL;
}

/* The statements behind the docstring. */
static NodeList without_docstring(const NodeList *body) {
    NodeList list = *body;
    if (compile_docstring(body)) {
        list.first = list.first->next;
        list.count--;
    }
    return list;
}

static void return_none(Compiler *c, Span span) {
    emit_none(c, span);
    emit(c, OP_RETURN, 0, span);
}

void compile_body(Compiler *c, const NodeList *body, Span span) {
    NodeList list = without_docstring(body);
    compile_statements(c, &list);
    const Node *last = list.first ? list.last : NULL;
    if (!last || last->kind != NODE_RETURN) {
        return_none(c, last ? last->span : span);
    }
}

static void describe(Code *code, const FunctionNode *f) {
    code->npositional = f->npositional;
    code->nposonly = f->nposonly;
    code->nkwonly = f->nkwonly;
    code->has_args = f->args != NULL;
    code->has_kwargs = f->kwargs != NULL;
}

/* ---- annotations ---- */

static void add_annotation(Compiler *c, Code *code, uint32_t most, Name name, const Node *value) {
    if (!value) {
        return;
    }
    if (!code->annotations) {
        code->annotations = ARENA_ARRAY(c->arena, most, Annotation);
    }
    code->annotations[code->nannotations++] = (Annotation){name, value};
}

static void annotate_parameter(Compiler *c, Code *code, uint32_t most, const Node *p) {
    if (p && p->parameter.target->kind == NODE_NAME) {
        add_annotation(c, code, most, p->parameter.target->name.id, p->parameter.annotation);
    }
}

static void annotate_function(Compiler *c, Code *code, const FunctionNode *f) {
    uint32_t most = f->parameters.count + 3, i = 0;
    const Node *p = f->parameters.first;
    for (; p && i < f->npositional; p = p->next, i++) {
        annotate_parameter(c, code, most, p);
    }
    annotate_parameter(c, code, most, f->args);
    for (; p; p = p->next) {
        annotate_parameter(c, code, most, p);
    }
    annotate_parameter(c, code, most, f->kwargs);
    add_annotation(c, code, most, name_z(c->names, "return"), f->returns);
}

static void annotate_class(Compiler *c, Code *code, const ClassNode *class) {
    for (const Node *n = class->body.first; n; n = n->next) {
        if (n->kind == NODE_ANNOTATED && n->annotated.left->kind == NODE_NAME) {
            add_annotation(c, code, class->body.count, n->annotated.left->name.id,
                           n->annotated.annotation);
        }
    }
}

/* Python 2: parameters that are tuples are unpacked first. */
static void unpack_parameters(Compiler *c, const FunctionNode *f) {
    uint32_t slot = 0;
    for (Node *p = f->parameters.first; p; p = p->next, slot++) {
        if (p->parameter.target->kind == NODE_TUPLE) {
            emit(c, OP_LOAD_LOCAL, slot, p->span);
            compile_store(c, p->parameter.target);
        }
    }
}

static void lambda_body(Compiler *c, Node *value) {
    emit_line(c, value->span);
    compile_expression(c, value);
    emit(c, OP_RETURN, 0, value->span);
}

static Code *function_code(Compiler *c, FunctionNode *f, CodeKind kind, Span span) {
    Unit unit;
    Name name = f->target ? f->target->name.id : name_z(c->names, "<lambda>");
    unit_begin(c, &unit, kind, f->scope, name, span);
    describe(unit.code, f);
    annotate_function(c, unit.code, f);
    unpack_parameters(c, f);
    if (kind == CODE_LAMBDA) {
        lambda_body(c, f->body.first);
    } else {
        const Constant *docstring = compile_docstring(&f->body);
        unit.code->docstring = docstring ? docstring->text : unit.code->docstring;
        compile_body(c, &f->body, f->header);
    }
    return unit_end(c);
}

void compile_lambda(Compiler *c, Node *n) {
    uint32_t flags = defaults(c, n->function);
    Code *code = function_code(c, n->function, CODE_LAMBDA, n->span);
    compile_make_function(c, code, flags, n->span);
}

/* ---- def and class ---- */

/* Evaluates the decorators, each a line of its own. */
static void decorators(Compiler *c, const NodeList *list) {
    for (Node *d = list->first; d; d = d->next) {
        emit_line(c, d->span);
        compile_expression(c, d);
    }
}

/* Calls them, the last one first. */
static void decorate(Compiler *c, const NodeList *list) {
    Node **nodes = ARENA_ARRAY(c->arena, list->count, Node *);
    uint32_t n = 0;
    for (Node *d = list->first; d; d = d->next) {
        nodes[n++] = d;
    }
    while (n > 0) {
        emit(c, OP_CALL, 1, nodes[--n]->span);
    }
}

void compile_function(Compiler *c, Node *n) {
    FunctionNode *f = n->function;
    decorators(c, &f->decorators);
    emit_line(c, n->span);
    uint32_t flags = defaults(c, f);
    Code *code = function_code(c, f, CODE_FUNCTION, n->span);
    compile_make_function(c, code, flags, f->header);
    decorate(c, &f->decorators);
    compile_store(c, f->target);
}

static Code *class_code(Compiler *c, ClassNode *class, Span span) {
    Unit unit;
    unit_begin(c, &unit, CODE_CLASS, class->scope, class->target->name.id, span);
    annotate_class(c, unit.code, class);
    const Constant *docstring = compile_docstring(&class->body);
    if (docstring) {
        unit.code->docstring = docstring->text;
        emit(c, OP_DOCSTRING, constant_index(c, docstring), class->body.first->span);
    }
    compile_body(c, &class->body, class->header);
    return unit_end(c);
}

/* Bases on the stack; the number of them. True: keywords lie above them. */
static bool bases(Compiler *c, ClassNode *class, uint32_t *n) {
    bool keywords = false;
    for (Node *base = class->bases.first; base; base = base->next) {
        if (base->kind == NODE_STARRED) {
            diags_add(c->diags, SEVERITY_ERROR, base->span,
                      str_of(_("a starred expression among the bases of a class is not modelled")),
                      str_of(_("name the bases one by one")));
        } else if (base->kind == NODE_KEYWORD) {
            keywords = true;
        } else {
            compile_expression(c, base);
            ++*n;
        }
    }
    if (keywords) {
        compile_keywords(c, class->bases.first, class->header);
    }
    return keywords;
}

void compile_class(Compiler *c, Node *n) {
    ClassNode *class = n->class;
    uint32_t nbases = 0;
    decorators(c, &class->decorators);
    emit_line(c, n->span);
    compile_make_function(c, class_code(c, class, n->span), 0, class->header);
    bool keywords = bases(c, class, &nbases);
    emit(c, keywords ? OP_MAKE_CLASS_KW : OP_MAKE_CLASS, nbases, class->header);
    decorate(c, &class->decorators);
    compile_store(c, class->target);
}
