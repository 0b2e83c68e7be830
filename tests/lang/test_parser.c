/* What the parser makes of a text: the tree is written as nested lists, so that a test shows what
 * binds to what. */
#include "lang/parser.h"

#include "tests/test.h"

static void show(Sink *out, const Source *source, const Node *n);

static void show_list(Sink *out, const Source *source, const NodeList *list) {
    for (const Node *n = list->first; n; n = n->next) {
        sink_char(out, ' ');
        show(out, source, n);
    }
}

static void show_two(Sink *out, const Source *source, const Node *a, const Node *b) {
    const Node *nodes[] = {a, b};
    for (int i = 0; i < 2; i++) {
        sink_char(out, ' ');
        if (nodes[i]) {
            show(out, source, nodes[i]);
        } else {
            sink_char(out, '-');
        }
    }
}

static void show_body(Sink *out, const Source *source, const char *head, const NodeList *list) {
    if (list->first) {
        sink_printf(out, " {%s", head);
        show_list(out, source, list);
        sink_char(out, '}');
    }
}

static const char *binary_sign(uint8_t op) {
    static const char *const signs[] = {
#define BINARY_OPERATOR(ID, SIGN, ...) SIGN,
#include "lang/operator.def"
#undef BINARY_OPERATOR
    };
    return op == BINARY_OPERATOR_POWER            ? "**"
           : op == BINARY_OPERATOR_CLASSIC_DIVIDE ? "/2"
                                                  : signs[op];
}

static const char *unary_sign(uint8_t op) {
    static const char *const signs[] = {
#define UNARY_OPERATOR(ID, SIGN, ...) SIGN,
#include "lang/operator.def"
#undef UNARY_OPERATOR
    };
    return signs[op];
}

static const char *compare_sign(uint8_t op) {
    static const char *const signs[] = {
#define COMPARE_OPERATOR(ID, SIGN, ...) SIGN,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
    };
    return signs[op];
}

static void show_function(Sink *out, const Source *source, const FunctionNode *f) {
    sink_printf(out, "%u/%u/%u", (unsigned)f->npositional, (unsigned)f->nposonly,
                (unsigned)f->nkwonly);
    show_list(out, source, &f->parameters);
    if (f->args) {
        sink_z(out, " *");
        show(out, source, f->args);
    }
    if (f->kwargs) {
        sink_z(out, " **");
        show(out, source, f->kwargs);
    }
    show_body(out, source, "@", &f->decorators);
    show_body(out, source, "", &f->body);
}

/* What stands between "(KIND" and ")". */
static void show_inside(Sink *out, const Source *source, const Node *n) {
    switch (n->kind) {
    case NODE_TUPLE:
    case NODE_LIST:
    case NODE_SET:
    case NODE_DICT:
    case NODE_JOINED:
    case NODE_BOOLEAN:
    case NODE_COMPARE:
    case NODE_DELETE:
    case NODE_GLOBAL:
    case NODE_NONLOCAL:
    case NODE_IMPORT: show_list(out, source, &n->list); break;
    case NODE_BINARY:
    case NODE_PAIR:
    case NODE_SUBSCRIPT:
    case NODE_WALRUS:
    case NODE_AUGMENTED:
    case NODE_ANNOTATED:
    case NODE_ASSERT:
    case NODE_WITH_ITEM: show_two(out, source, n->binary.left, n->binary.right); break;
    case NODE_UNARY:
    case NODE_STARRED:
    case NODE_COMPARED:
    case NODE_REPR:
    case NODE_YIELD:
    case NODE_YIELD_FROM:
    case NODE_EXPRESSION:
    case NODE_RETURN:
        if (n->unary.operand) {
            sink_char(out, ' ');
            show(out, source, n->unary.operand);
        }
        break;
    case NODE_FIELD: show_two(out, source, n->field.value, n->field.spec); break;
    case NODE_CONDITIONAL:
        show_two(out, source, n->conditional.test, n->conditional.body);
        show_two(out, source, n->conditional.orelse, NULL);
        break;
    case NODE_LAMBDA:
    case NODE_FUNCTION: show_function(out, source, n->function); break;
    case NODE_CALL:
        sink_char(out, ' ');
        show(out, source, n->call.callee);
        show_list(out, source, &n->call.args);
        break;
    case NODE_KEYWORD:
        sink_printf(out, " %s ", n->keyword.name ? n->keyword.name->text : "**");
        show(out, source, n->keyword.value);
        break;
    case NODE_ATTRIBUTE:
        sink_char(out, ' ');
        show(out, source, n->attribute.object);
        sink_printf(out, " %s", n->attribute.name->text);
        break;
    case NODE_SLICE:
        show_two(out, source, n->slice.lower, n->slice.upper);
        show_two(out, source, n->slice.step, NULL);
        break;
    case NODE_COMPREHENSION:
        show_two(out, source, n->comprehension.element, n->comprehension.value);
        show_list(out, source, &n->comprehension.clauses);
        break;
    case NODE_CLAUSE:
        show_two(out, source, n->clause.target, n->clause.iter);
        show_body(out, source, "if", &n->clause.conditions);
        break;
    case NODE_ASSIGN:
        show_list(out, source, &n->assign.targets);
        show_two(out, source, n->assign.value, NULL);
        break;
    case NODE_RAISE:
        show_two(out, source, n->raise.exception, n->raise.cause);
        show_two(out, source, n->raise.value, n->raise.traceback);
        break;
    case NODE_IMPORT_FROM:
        sink_printf(out, " %u %s", (unsigned)n->import.level, n->import.module->text);
        show_list(out, source, &n->import.names);
        break;
    case NODE_ALIAS:
        sink_printf(out, " %s ", n->alias.name->text);
        show(out, source, n->alias.target);
        break;
    case NODE_IF:
        show_list(out, source, &n->branches.items);
        show_body(out, source, "else", &n->branches.orelse);
        break;
    case NODE_BRANCH:
    case NODE_WHILE:
    case NODE_FOR:
        show_two(out, source, n->loop.target, n->loop.condition);
        show_body(out, source, "", &n->loop.body);
        show_body(out, source, "else", &n->loop.orelse);
        break;
    case NODE_TRY:
        show_body(out, source, "", &n->try.body);
        show_list(out, source, &n->try.handlers);
        show_body(out, source, "else", &n->try.orelse);
        show_body(out, source, "finally", &n->try.finally);
        break;
    case NODE_HANDLER:
        show_two(out, source, n->handler.type, n->handler.target);
        show_body(out, source, "", &n->handler.body);
        break;
    case NODE_WITH:
        show_list(out, source, &n->with.items);
        show_body(out, source, "", &n->with.body);
        break;
    case NODE_PARAMETER:
        show_two(out, source, n->parameter.target, n->parameter.default_value);
        break;
    case NODE_CLASS:
        sink_printf(out, " %s", n->class->target->name.id->text);
        show_list(out, source, &n->class->bases);
        show_body(out, source, "@", &n->class->decorators);
        show_body(out, source, "", &n->class->body);
        break;
    case NODE_PRINT:
        sink_z(out, n->op ? "," : "");
        show_two(out, source, n->print.file, NULL);
        show_list(out, source, &n->print.values);
        break;
    case NODE_BROKEN:
    case NODE_NAME:
    case NODE_CONSTANT:
    case NODE_PASS:
    case NODE_BREAK:
    case NODE_CONTINUE: break;
    }
}

static void show(Sink *out, const Source *source, const Node *n) {
    static const char *const kinds[] = {
#define EXPRESSION(ID, ...) #ID,
#define STATEMENT(ID, ...) #ID,
#define PART(ID, ...) #ID,
#include "lang/ast.def"
#undef EXPRESSION
#undef STATEMENT
#undef PART
    };
    if (n->kind == NODE_NAME || n->kind == NODE_CONSTANT) {
        sink_put(out, source_span(source, n->span));
        return;
    }
    if (n->kind == NODE_EXPRESSION) {
        show(out, source, n->unary.operand);
        return;
    }
    sink_printf(out, "(%s",
                n->kind == NODE_BINARY || n->kind == NODE_AUGMENTED ? binary_sign(n->op)
                : n->kind == NODE_UNARY                             ? unary_sign(n->op)
                : n->kind == NODE_COMPARED                          ? compare_sign(n->op)
                : n->kind == NODE_BOOLEAN                           ? (n->op ? "or" : "and")
                                                                    : kinds[n->kind]);
    show_inside(out, source, n);
    sink_char(out, ')');
}

static void expect(const char *text, int python, const char *wanted) {
    Arena *a = arena_new(0);
    Source *source = source_make(a, STR("t"), str_of(text));
    Diags diags = diags_make(a, source);
    ModuleNode *module = parse_source(a, names_make(a), source, python, &diags);
    Sink out = sink_memory(a);
    for (const Node *n = module->body.first; n; n = n->next) {
        sink_z(&out, out.len ? "; " : "");
        show(&out, source, n);
    }
    for (size_t i = 0; i < diags.count; i++) {
        sink_printf(&out, " | %.*s", STR_ARG(diags.at[i].message));
    }
    assert_str(sink_str(&out), wanted);
    arena_free(a);
}

static void operators_by_precedence(void **state) {
    (void)state;
    expect("a + b * c - d", 3, "(- (+ a (* b c)) d)");
    expect("-a ** -b ** c", 3, "(- (** a (- (** b c))))");
    expect("a or b and not c", 3, "(or a (and b (not c)))");
    expect("not a in b", 3, "(not (COMPARE a (in b)))");
    expect("a < b <= c is not d not in e", 3, "(COMPARE a (< b) (<= c) (is not d) (not in e))");
    expect("a | b ^ c & d << e + f", 3, "(| a (^ b (& c (<< d (+ e f)))))");
    expect("a @ b // c % d", 3, "(% (// (@ a b) c) d)");
    expect("(a + b) * c", 3, "(* (+ a b) c)");
    expect("a if b else c if d else e", 3, "(CONDITIONAL b a (CONDITIONAL d c e -) -)");
    expect("~a.b(c)[d]", 3, "(~ (SUBSCRIPT (CALL (ATTRIBUTE a b) c) d))");
    expect("a / b", 2, "(/2 a b)");
    expect("from __future__ import division\na / b", 2,
           "(IMPORT_FROM 0 __future__ (ALIAS division division)); (/ a b)");
    expect("1 + not a", 3, "(+ 1 (BROKEN)) | invalid syntax: unexpected 'not'");
}

static void displays(void **state) {
    (void)state;
    expect("()\n(a)\n(a,)\na,\n(a, b)", 3, "(TUPLE); a; (TUPLE a); (TUPLE a); (TUPLE a b)");
    expect("[]\n[a, *b]\n{}\n{a, b}\n{a: b, **c}", 3,
           "(LIST); (LIST a (STARRED b)); (DICT); (SET a b); (DICT (PAIR a b) (PAIR - c))");
    expect("[a for b in c if d if e for f in g]", 3,
           "(COMPREHENSION a - (CLAUSE b c {if d e}) (CLAUSE f g))");
    expect("{a: b for c, d in e}", 3, "(COMPREHENSION a b (CLAUSE (TUPLE c d) e))");
    expect("f(a for b in c)", 3, "(CALL f (COMPREHENSION a - (CLAUSE b c)))");
    expect("[a for b in c, d]", 2, "(COMPREHENSION a - (CLAUSE b (TUPLE c d)))");
    expect("`a, b`", 2, "(REPR (TUPLE a b))");
    expect("(yield)\n(yield a, b)\n(yield from a)", 3,
           "(YIELD); (YIELD (TUPLE a b)); (YIELD_FROM a)");
    expect("(a := b)", 3, "(WALRUS a b)");
}

static void subscripts_and_calls(void **state) {
    (void)state;
    expect("a[b:c, ::d, ...]", 3, "(SUBSCRIPT a (TUPLE (SLICE b c - -) (SLICE - - d -) ...))");
    expect("a[:]", 3, "(SUBSCRIPT a (SLICE - - - -))");
    expect("a[b,]", 3, "(SUBSCRIPT a (TUPLE b))");
    expect("f(a, *b, c=d, **e)", 3, "(CALL f a (STARRED b) (KEYWORD c d) (KEYWORD ** e))");
    expect("f(a,)", 3, "(CALL f a)");
    expect("lambda: a", 3, "(LAMBDA0/0/0 { a})");
    expect("lambda a, b=c, *d, e, **f: g", 3,
           "(LAMBDA2/0/1 (PARAMETER a -) (PARAMETER b c) (PARAMETER e -) *(PARAMETER d -) "
           "**(PARAMETER f -) { g})");
}

static void strings_join(void **state) {
    (void)state;
    expect("'a' 'b'", 3, "'a' 'b'");
    expect("f'a{b}c{d!r:>{e}}'", 3, "(JOINED a (FIELD b -) c (FIELD d (JOINED > (FIELD e -))))");
    expect("f'{a[\"x\"]}{{}}' 'z'", 3, "(JOINED (FIELD (SUBSCRIPT a \"x\") -) {{}}' 'z')");
    expect("f'{a=}'", 3, "(JOINED a= (FIELD a -))");
    expect("f'{a != b}{c:%d}'", 3, "(JOINED (FIELD (COMPARE a (!= b)) -) (FIELD c (JOINED %d)))");
    expect("f''", 3, "(JOINED)");
    expect("f'{lambda x: 1}'", 3,
           "(JOINED (FIELD (LAMBDA1/0/0 (PARAMETER x -) { (BROKEN)}) (JOINED))) | f-string: the "
           "expression ends too early");
}

static void simple_statements(void **state) {
    (void)state;
    expect("a = b = c", 3, "(ASSIGN a b c -)");
    expect("a, *b = c", 3, "(ASSIGN (TUPLE a (STARRED b)) c -)");
    expect("a.b += c\na[b] /= c", 3, "(+ (ATTRIBUTE a b) c); (/ (SUBSCRIPT a b) c)");
    expect("a: int = b\na.c: int", 3, "(ANNOTATED a b); (ANNOTATED (ATTRIBUTE a c) -)");
    expect("del a, b[c]", 3, "(DELETE a (SUBSCRIPT b c))");
    expect("pass; break; continue;", 3, "(PASS); (BREAK); (CONTINUE)");
    expect("raise\nraise a\nraise a from b", 3,
           "(RAISE - - - -); (RAISE a - - -); (RAISE a b - -)");
    expect("raise a, b, c", 2, "(RAISE a - b c)");
    expect("assert a, b", 3, "(ASSERT a b)");
    expect("global a, b", 3, "(GLOBAL a b)");
    expect("import a.b, c.d as e", 3, "(IMPORT (ALIAS a.b a) (ALIAS c.d e))");
    expect("from a.b import c as d, e", 3, "(IMPORT_FROM 0 a.b (ALIAS c d) (ALIAS e e))");
    expect("from . import a\nfrom ...b import (c, d,)\nfrom e import *", 3,
           "(IMPORT_FROM 1  (ALIAS a a)); (IMPORT_FROM 3 b (ALIAS c c) (ALIAS d d)); "
           "(IMPORT_FROM 0 e)");
    expect(
        "print = a\nexec = b\nmatch = c\nasync = d\nmatch(a)", 3,
        "(ASSIGN print a -); (ASSIGN exec b -); (ASSIGN match c -); (ASSIGN async d -); (CALL match a)");
}

static void python_2_print(void **state) {
    (void)state;
    expect("print\nprint a, b\nprint a,", 2, "(PRINT - -); (PRINT - - a b); (PRINT, - - a)");
    expect("print (a, b)\nprint (a), b", 2, "(PRINT - - (TUPLE a b)); (PRINT - - a b)");
    expect("print >>f\nprint >>f, a,", 2, "(PRINT f -); (PRINT, f - a)");
    expect("from __future__ import print_function\nprint(a, end=b)", 2,
           "(IMPORT_FROM 0 __future__ (ALIAS print_function print_function)); (CALL print a "
           "(KEYWORD end b))");
}

static void compound_statements(void **state) {
    (void)state;
    expect("if a: b\nelif c:\n  d\n  e\nelse: f", 3,
           "(IF (BRANCH - a { b}) (BRANCH - c { d e}) {else f})");
    expect("while a: b\nelse: c", 3, "(WHILE - a { b} {else c})");
    expect("for a, b in c, d: e", 3, "(FOR (TUPLE a b) (TUPLE c d) { e})");
    expect(
        "try: a\nexcept B: c\nexcept D as e: f\nexcept: g\nelse: h\nfinally: i", 3,
        "(TRY { a} (HANDLER B - { c}) (HANDLER D e { f}) (HANDLER - - { g}) {else h} {finally i})");
    expect("try: a\nexcept (B, C), d: e", 2, "(TRY { a} (HANDLER (TUPLE B C) d { e}))");
    expect("with a as b, c: d", 3, "(WITH (WITH_ITEM a b) (WITH_ITEM c -) { d})");
    expect("with (a as b, c,): d", 3, "(WITH (WITH_ITEM a b) (WITH_ITEM c -) { d})");
    expect("with (a).b as c: d", 3, "(WITH (WITH_ITEM (ATTRIBUTE a b) c) { d})");
}

static void definitions(void **state) {
    (void)state;
    expect("@a\n@b(c)\ndef f(x, y: int = 1, *args, z, **kw) -> int: return x", 3,
           "(FUNCTION2/0/1 (PARAMETER x -) (PARAMETER y 1) (PARAMETER z -) *(PARAMETER args -) "
           "**(PARAMETER kw -) {@ a (CALL b c)} { (RETURN x)})");
    expect("def f(a, /, b, *, c): pass", 3,
           "(FUNCTION2/1/1 (PARAMETER a -) (PARAMETER b -) (PARAMETER c -) { (PASS)})");
    expect("def f((a, b), c): pass", 2,
           "(FUNCTION2/0/0 (PARAMETER (TUPLE a b) -) (PARAMETER c -) { (PASS)})");
    expect("class A: pass\nclass B(A, metaclass=M): pass", 3,
           "(CLASS A { (PASS)}); (CLASS B A (KEYWORD metaclass M) { (PASS)})");
}

static Node *only_expression(Arena *a, const char *text, Source **source) {
    *source = source_make(a, STR("t"), str_of(text));
    Diags diags = diags_make(a, *source);
    ModuleNode *module = parse_source(a, names_make(a), *source, 3, &diags);
    assert_int_equal(diags.count, 0);
    return module->body.first->unary.operand;
}

static void spans_are_those_of_sub_expressions(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Source *source;
    Node *n = only_expression(a, "f((a + b) * c, d.e[0])", &source);
    Node *product = n->call.args.first, *item = product->next;
    assert_str(source_span(source, n->span), "f((a + b) * c, d.e[0])");
    assert_str(source_span(source, product->span), "(a + b) * c");
    assert_str(source_span(source, product->binary.left->span), "a + b");
    assert_str(source_span(source, item->span), "d.e[0]");
    assert_str(source_span(source, item->binary.left->span), "d.e");
    n = only_expression(a, "f'a{b + c!r}'", &source);
    Node *field = n->list.first->next;
    assert_str(source_span(source, field->span), "{b + c!r}");
    assert_str(source_span(source, field->field.value->span), "b + c");
    arena_free(a);
}

static void goes_on_after_a_fault(void **state) {
    (void)state;
    expect(
        "a = = b\nc", 3,
        "(ASSIGN a (BROKEN) -); c | invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    expect("if a b:\n  c\nd", 3, "(IF (BRANCH - a { c})); d | expected ':'");
    expect("def f(:\n  return 1\na", 3,
           "(FUNCTION1/0/0 (PARAMETER  -) { (RETURN 1)}); a | invalid syntax: unexpected ':'");
    expect("deff f():\n  return 1\na", 3, "deff; a | invalid syntax: unexpected 'f'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_by_precedence),
        cmocka_unit_test(displays),
        cmocka_unit_test(subscripts_and_calls),
        cmocka_unit_test(strings_join),
        cmocka_unit_test(simple_statements),
        cmocka_unit_test(python_2_print),
        cmocka_unit_test(compound_statements),
        cmocka_unit_test(definitions),
        cmocka_unit_test(spans_are_those_of_sub_expressions),
        cmocka_unit_test(goes_on_after_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
