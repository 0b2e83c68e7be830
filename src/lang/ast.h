/* ast.h: the tree that the parser makes and the later passes read.
 *
 * Lists are linked through Node.next. Chains that lean to the left (a + b + c, a.b.c, f()()) may be
 * as deep as the text is long: passes walk them in a loop (see ast_left); all other depth is
 * limited by the parser. Spans cover exactly the text of an expression, with its own parentheses
 * only where they belong to it (a tuple, a call). */
#ifndef TFSCOPE_LANG_AST_H
#define TFSCOPE_LANG_AST_H

#include "lang/code.h"

typedef enum NodeKind {
#define EXPRESSION(ID, ...) NODE_##ID,
#define STATEMENT(ID, ...) NODE_##ID,
#define PART(ID, ...) NODE_##ID,
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
} NodeKind;

typedef enum ComprehensionKind {
    COMPREHENSION_LIST,
    COMPREHENSION_SET,
    COMPREHENSION_DICT,
    COMPREHENSION_GENERATOR,
} ComprehensionKind;

typedef struct Node Node;
typedef struct Symbol Symbol; /* scope.h */
typedef struct Scope Scope;   /* scope.h */

typedef struct NodeList {
    Node *first, *last;
    uint32_t count;
} NodeList;

/* A function, with or without a name. */
typedef struct FunctionNode {
    Node *target;        /* NAME that def binds; NULL for a lambda */
    Span header;         /* from `def` to the closing parenthesis or the annotation */
    NodeList decorators; /* expressions */
    NodeList parameters; /* PARAMETER: positional ones, then keyword-only ones */
    Node *args, *kwargs; /* PARAMETER of *args and **kwargs, or NULL */
    Node *returns;       /* the annotation behind ->, or NULL */
    uint32_t npositional, nposonly, nkwonly;
    NodeList body; /* statements; of a lambda: one expression */
    Scope *scope;  /* set by the resolver */
} FunctionNode;

typedef struct ClassNode {
    Node *target; /* NAME that is bound */
    Span header;  /* from `class` to the end of the bases */
    NodeList decorators;
    NodeList bases; /* like the arguments of a call */
    NodeList body;
    Scope *scope; /* set by the resolver */
} ClassNode;

struct Node {
    NodeKind kind;
    uint8_t op;         /* an operator or a variant, see ast.def */
    bool parenthesised; /* an expression in parentheses of its own */
    Span span;
    Node *next; /* in the same list */
    union {
        char none;
        struct {
            Name id;        /* mangled by the resolver inside classes */
            Symbol *symbol; /* set by the resolver */
        } name;
        Constant *constant;
        NodeList list;
        struct {
            Node *value, *spec; /* spec: JOINED or NULL */
        } field;
        struct {
            Node *operand;
        } unary;
        struct {
            Node *left, *right;
        } binary;
        struct {
            Node *left, *right, *annotation; /* the first two as in binary */
        } annotated;
        struct {
            Node *test, *body, *orelse;
        } conditional;
        FunctionNode *function;
        ClassNode *class;
        struct {
            Node *callee;
            NodeList args;
        } call;
        struct {
            Name name; /* NULL: ** */
            Node *value;
        } keyword;
        struct {
            Node *object;
            Name name;
        } attribute;
        struct {
            Node *lower, *upper, *step;
        } slice;
        struct {
            Node *element, *value; /* value: of a dict */
            NodeList clauses;
            Scope *scope; /* set by the resolver; NULL where it has none (Python 2 lists) */
        } comprehension;
        struct {
            Node *target, *iter;
            NodeList conditions;
        } clause;
        struct {
            NodeList targets;
            Node *value;
        } assign;
        struct {
            Node *exception, *cause;
            Node *value, *traceback; /* Python 2: raise exception, value, traceback */
        } raise;
        struct {
            Name module; /* without the dots before it; "" when there are only dots */
            uint32_t level;
            bool future; /* from __future__ */
            NodeList names;
        } import;
        struct {
            Name name;
            Node *target;
        } alias;
        struct {
            NodeList items, orelse;
        } branches;
        struct {
            Node *target, *condition; /* condition of a BRANCH or WHILE; iterable of a FOR */
            NodeList body, orelse;
        } loop;
        struct {
            NodeList body, handlers, orelse, finally;
        } try;
        struct {
            Node *type, *target;
            NodeList body;
        } handler;
        struct {
            NodeList items, body;
        } with;
        struct {
            Node *target;        /* NAME; in Python 2 also a TUPLE */
            Node *default_value; /* or NULL */
            Node *annotation;    /* or NULL */
        } parameter;
        struct {
            Node *file;
            NodeList values;
        } print;
    };
};

/* A node of kind; only its member of the union may be used. */
Node *ast_make(Arena *a, NodeKind kind, Span span);
void ast_append(NodeList *list, Node *n);

/* The first operand of a node of a chain that leans to the left (BINARY, ATTRIBUTE, SUBSCRIPT,
 * CALL), else NULL. */
Node *ast_left(const Node *n);

#endif
