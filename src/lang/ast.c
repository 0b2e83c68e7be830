#include "lang/ast.h"

Node *ast_make(Arena *a, NodeKind kind, Span span) {
    static const unsigned short sizes[] = {
#define SIZE(MEMBER) offsetof(Node, none) + sizeof(((Node *)0)->MEMBER)
#define EXPRESSION(ID, MEMBER, ...) SIZE(MEMBER),
#define STATEMENT(ID, MEMBER, ...) SIZE(MEMBER),
#define PART(ID, MEMBER, ...) SIZE(MEMBER),
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
#undef SIZE
    };
    Node *n = arena_alloc(a, sizes[kind]);
    n->kind = kind;
    n->span = span;
    return n;
}

void ast_append(NodeList *list, Node *n) {
    if (list->last) {
        list->last->next = n;
    } else {
        list->first = n;
    }
    list->last = n;
    list->count++;
}

Node *ast_left(const Node *n) {
    if (n->kind == NODE_BINARY || n->kind == NODE_SUBSCRIPT) {
        return n->binary.left;
    }
    return n->kind == NODE_ATTRIBUTE ? n->attribute.object
           : n->kind == NODE_CALL    ? n->call.callee
                                     : NULL;
}
