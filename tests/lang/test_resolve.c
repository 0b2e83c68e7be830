/* Which name means what: seen in the instructions that read and bind it. */
#include "tests/lang/host.h"

/* The instructions on names in the code of a function, in order: "LOAD_LOCAL a; …". */
static Str name_instructions(const Compiled *c, const Code *code) {
    static const char *const texts[] = {
#define OPCODE(ID, ...) #ID,
#include "lang/opcode.def"
#undef OPCODE
    };
    Sink out = sink_memory(c->arena);
    for (uint32_t i = 0; i < code->ncode; i++) {
        Opcode op = INSTRUCTION_OP(code->code[i]);
        uint32_t a = INSTRUCTION_ARG(code->code[i]);
        Name name =
            op == OP_LOAD_LOCAL || op == OP_STORE_LOCAL || op == OP_DELETE_LOCAL
                ? code->local_names[a]
            : op == OP_LOAD_GLOBAL || op == OP_STORE_GLOBAL || op == OP_DELETE_GLOBAL
                ? c->program->globals[a]
            : op == OP_LOAD_NAME || op == OP_STORE_NAME || op == OP_DELETE_NAME ? code->names[a]
            : op == OP_LOAD_CELL || op == OP_STORE_CELL || op == OP_DELETE_CELL ||
                    op == OP_LOAD_NAME_OR_CELL
                ? (a < code->ncells ? code->cell_names[a] : code->captures[a - code->ncells].name)
                : NULL;
        if (name) {
            sink_printf(&out, "%s%s %s", out.len ? "; " : "", texts[op], name->text);
        }
    }
    return sink_str(&out);
}

static void expect_in(const char *text, int python, const char *function, const char *wanted) {
    Compiled c = compile_text(text, python);
    if (!c.program) {
        print_error("%.*s", STR_ARG(diags_text(&c)));
    }
    assert_non_null(c.program);
    const Code *code = code_named(&c, function);
    assert_non_null(code);
    assert_str(name_instructions(&c, code), wanted);
    check_program(&c);
    compiled_done(&c);
}

static void expect_refused(const char *text, int python, const char *wanted) {
    Compiled c = compile_text(text, python);
    assert_null(c.program);
    assert_str(diags_text(&c), wanted);
    compiled_done(&c);
}

static void modules_and_functions(void **state) {
    (void)state;
    expect_in("x = y\ndel x", 3, "<module>", "LOAD_GLOBAL y; STORE_GLOBAL x; DELETE_GLOBAL x");
    expect_in("def f(a):\n  b = a + c\n  del b", 3, "f",
              "LOAD_LOCAL a; LOAD_GLOBAL c; STORE_LOCAL b; DELETE_LOCAL b");
    expect_in("def f():\n  global a\n  a = b", 3, "f", "LOAD_GLOBAL b; STORE_GLOBAL a");
    expect_in("def f():\n  print(a)\n  a = 1", 3, "f",
              "LOAD_GLOBAL print; LOAD_LOCAL a; STORE_LOCAL a");
    expect_in("def f():\n  for a in b: pass\n  with c as d: pass\n  import e.f\n  def g(): pass\n"
              "  class H: pass\n  try: pass\n  except I as j: pass",
              3, "f",
              "LOAD_GLOBAL b; STORE_LOCAL a; LOAD_GLOBAL c; STORE_LOCAL d; STORE_LOCAL e; "
              "STORE_LOCAL g; STORE_LOCAL H; LOAD_GLOBAL I; STORE_LOCAL j; DELETE_LOCAL j; "
              "DELETE_LOCAL j");
    expect_in("def f():\n  a: int\n  return a", 3, "f", "LOAD_LOCAL a");
}

static void captured_names(void **state) {
    (void)state;
    static const char text[] = "def f(a):\n  b = 1\n  def g():\n    def h():\n"
                               "      nonlocal b\n      b = a\n    return h\n  return g";
    expect_in(text, 3, "f", "STORE_CELL b; STORE_LOCAL g; LOAD_LOCAL g");
    expect_in(text, 3, "f.<locals>.g", "STORE_LOCAL h; LOAD_LOCAL h");
    expect_in(text, 3, "f.<locals>.g.<locals>.h", "LOAD_CELL a; STORE_CELL b");
    expect_in("def f():\n  global x\n  x = 1\n  def g(): return x", 3, "f.<locals>.g",
              "LOAD_GLOBAL x");
    expect_in("def f(x):\n  def g():\n    x = 1\n    def h(): return x\n", 3,
              "f.<locals>.g.<locals>.h", "LOAD_CELL x");
    expect_in("def f():\n  def g(): return g", 3, "f.<locals>.g", "LOAD_CELL g");
    expect_in("def f(x): return lambda y: x + y", 3, "f.<locals>.<lambda>",
              "LOAD_CELL x; LOAD_LOCAL y");
}

static void class_bodies(void **state) {
    (void)state;
    expect_in("class C:\n  a = b\n  def m(self): return a", 3, "C",
              "LOAD_NAME b; STORE_NAME a; STORE_NAME m");
    expect_in("class C:\n  a = b\n  def m(self): return a", 3, "C.m", "LOAD_GLOBAL a");
    expect_in("def f(a, b):\n  class C:\n    b = 1\n    c = a + b", 3, "f.<locals>.C",
              "STORE_NAME b; LOAD_NAME_OR_CELL a; LOAD_NAME b; STORE_NAME c");
    expect_in("def f(b):\n  class C:\n    b = 1\n    def m(self): return b", 3, "f.<locals>.C.m",
              "LOAD_CELL b");
    expect_in("class C:\n  global a\n  a = 1", 3, "C", "STORE_GLOBAL a");
    expect_in("def f(a):\n  class C:\n    nonlocal a\n    a = a + 1", 3, "f.<locals>.C",
              "LOAD_NAME_OR_CELL a; STORE_CELL a");
    expect_in("class C:\n  def m(self): super().m()", 3, "C.m", "LOAD_GLOBAL super");
    expect_in("class C:\n  def m(self): return __class__", 3, "C.m", "LOAD_CELL __class__");
    expect_in("class C:\n  def m(self): return __class__", 2, "C.m", "LOAD_GLOBAL __class__");
    expect_in("class _C:\n  __a = 1\n  def m(self, __b): return __b + __c__", 3, "_C.m",
              "LOAD_LOCAL _C__b; LOAD_GLOBAL __c__");
}

static void comprehensions(void **state) {
    (void)state;
    expect_in("x = [a for a in b if c]", 3, "<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL a; LOAD_GLOBAL c; LOAD_LOCAL a");
    expect_in("x = [a for a in b]", 2, "<module>",
              "LOAD_GLOBAL b; STORE_GLOBAL a; LOAD_GLOBAL a; STORE_GLOBAL x");
    expect_in("x = {a for a in b}", 2, "<setcomp>", "LOAD_LOCAL .0; STORE_LOCAL a; LOAD_LOCAL a");
    expect_in("class C:\n  a = 1\n  b = [a for c in a]", 3, "C.<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL c; LOAD_GLOBAL a");
    expect_in("def f(a): return [a + b for b in a]", 3, "f.<locals>.<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL b; LOAD_CELL a; LOAD_LOCAL b");
    expect_in("def f(): return [b := a for a in c], b", 3, "f.<locals>.<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL a; LOAD_LOCAL a; STORE_CELL b");
    expect_in("[b := a for a in c]", 3, "<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL a; LOAD_LOCAL a; STORE_GLOBAL b");
    expect_in("def f(): return [[b := a for a in d] for d in c]", 3,
              "f.<locals>.<listcomp>.<locals>.<listcomp>",
              "LOAD_LOCAL .0; STORE_LOCAL a; LOAD_LOCAL a; STORE_CELL b");
}

static void tuple_parameters(void **state) {
    (void)state;
    expect_in("def f((a, b), c): return a, c", 2, "f",
              "LOAD_LOCAL .0; STORE_LOCAL a; STORE_LOCAL b; LOAD_LOCAL a; LOAD_LOCAL c");
    expect_in("x = lambda (k, v): k", 2, "<lambda>",
              "LOAD_LOCAL .0; STORE_LOCAL k; STORE_LOCAL v; LOAD_LOCAL k");
}

static void declarations_in_the_wrong_place(void **state) {
    (void)state;
    expect_refused("nonlocal a", 3, "1:1 nonlocal declaration not allowed at module level\n");
    expect_refused("def f():\n  nonlocal a", 3, "2:12 no binding for nonlocal 'a' found\n");
    expect_refused("def f(a):\n  global a", 3, "2:10 name 'a' is parameter and global\n");
    expect_refused("def f():\n  a = 1\n  global a", 3,
                   "3:10 name 'a' is used prior to global declaration\n");
    expect_refused("def f():\n  def g():\n    global a\n    nonlocal a", 3,
                   "4:14 name 'a' is nonlocal and global\n");
    expect_refused("return 1", 3, "1:1 'return' outside function\n");
    expect_refused("class C:\n  return", 3, "2:3 'return' outside function\n");
    expect_refused("yield", 3, "1:1 'yield' outside function\n");
    expect_refused("break\nif a: continue", 3,
                   "1:1 'break' outside loop\n2:7 'continue' not properly in loop\n");
    expect_refused("for a in b:\n  def f(): break", 3, "2:12 'break' outside loop\n");
    expect_refused("for a in b: pass\nelse: break", 3, "2:7 'break' outside loop\n");
    expect_refused("def f(): return [(yield) for a in b]", 3,
                   "1:19 'yield' inside a comprehension\n");
    expect_refused("def f():\n  from a import *", 3, "2:3 import * only allowed at module level\n");
    expect_refused(
        "[a := 1 for a in b]", 3,
        "1:2 assignment expression cannot rebind comprehension iteration variable 'a'\n");
    expect_refused("[a for a in (b := c)]", 3,
                   "1:14 assignment expression cannot be used in a comprehension iterable "
                   "expression\n");
    expect_refused("class C: [a := b for b in c]", 3,
                   "1:11 assignment expression within a comprehension cannot be used in a class "
                   "body\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modules_and_functions), cmocka_unit_test(captured_names),
        cmocka_unit_test(class_bodies),          cmocka_unit_test(comprehensions),
        cmocka_unit_test(tuple_parameters),      cmocka_unit_test(declarations_in_the_wrong_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
