/* The code of small programs, as text that was compared by eye with what Python does; and what must
 * hold for the code of any program, tried on programs made at random. */
#include "tests/lang/host.h"

static void expect_dump(const char *text, int python, const char *wanted) {
    Compiled c = compile_text(text, python);
    assert_non_null(c.program);
    assert_str(dump_text(&c), wanted);
    check_program(&c);
    compiled_done(&c);
}

static void expressions_and_targets(void **state) {
    (void)state;
    expect_dump("a.b += c\n"
                "a[b] -= 1\n"
                "a = b = c, *d = e\n"
                "x < y < z\n"
                "a and b or not c\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 COPY 0\n"
                "   3 LOAD_ATTR 0 (b)\n"
                "   4 LOAD_GLOBAL 1\n"
                "   5 INPLACE 0 (ADD)\n"
                "   6 SWAP 1\n"
                "   7 STORE_ATTR 0 (b)\n"
                "   8 LINE 2\n"
                "   9 LOAD_GLOBAL 0\n"
                "  10 LOAD_GLOBAL 2\n"
                "  11 COPY 1\n"
                "  12 COPY 1\n"
                "  13 LOAD_ITEM 0\n"
                "  14 CONST 0 (1)\n"
                "  15 INPLACE 1 (SUBTRACT)\n"
                "  16 ROTATE 2\n"
                "  17 STORE_ITEM 0\n"
                "  18 LINE 3\n"
                "  19 LOAD_GLOBAL 3\n"
                "  20 COPY 0\n"
                "  21 STORE_GLOBAL 0\n"
                "  22 COPY 0\n"
                "  23 STORE_GLOBAL 2\n"
                "  24 UNPACK_STAR 1\n"
                "  25 STORE_GLOBAL 1\n"
                "  26 STORE_GLOBAL 4\n"
                "  27 LINE 4\n"
                "  28 LOAD_GLOBAL 5\n"
                "  29 LOAD_GLOBAL 6\n"
                "  30 COPY 0\n"
                "  31 ROTATE 2\n"
                "  32 COMPARE 0 (<)\n"
                "  33 JUMP_IF_FALSE_OR_POP 37\n"
                "  34 LOAD_GLOBAL 7\n"
                "  35 COMPARE 0 (<)\n"
                "  36 JUMP 39\n"
                "  37 SWAP 1\n"
                "  38 POP 0\n"
                "  39 POP 0\n"
                "  40 LINE 5\n"
                "  41 LOAD_GLOBAL 0\n"
                "  42 JUMP_IF_FALSE_OR_POP 44\n"
                "  43 LOAD_GLOBAL 2\n"
                "  44 JUMP_IF_TRUE_OR_POP 47\n"
                "  45 LOAD_GLOBAL 1\n"
                "  46 UNARY 3 (not)\n"
                "  47 POP 0\n"
                "  48 CONST 1 (None)\n"
                "  49 RETURN 0\n");
}

static void calls(void **state) {
    (void)state;
    expect_dump("f(1, k=2)\n"
                "f(*a, 3, k=4, **d)\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 CONST 0 (1)\n"
                "   3 CONST 1 (2)\n"
                "   4 CONST 2 (('k',))\n"
                "   5 CALL_KW 2\n"
                "   6 POP 0\n"
                "   7 LINE 2\n"
                "   8 LOAD_GLOBAL 0\n"
                "   9 BUILD_LIST 0\n"
                "  10 LOAD_GLOBAL 1\n"
                "  11 LIST_EXTEND 1\n"
                "  12 CONST 3 (3)\n"
                "  13 LIST_APPEND 1\n"
                "  14 LIST_TO_TUPLE 0\n"
                "  15 CONST 4 ('k')\n"
                "  16 CONST 5 (4)\n"
                "  17 BUILD_DICT 1\n"
                "  18 LOAD_GLOBAL 2\n"
                "  19 DICT_MERGE 1\n"
                "  20 CALL_EX 1\n"
                "  21 POP 0\n"
                "  22 CONST 6 (None)\n"
                "  23 RETURN 0\n");
}

static void loops(void **state) {
    (void)state;
    expect_dump("for x in a:\n"
                "    if x: continue\n"
                "    break\n"
                "else:\n"
                "    b\n"
                "while c: d\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 GET_ITER 0\n"
                "   3 FOR_ITER 14\n"
                "   4 STORE_GLOBAL 1\n"
                "   5 LINE 2\n"
                "   6 LOAD_GLOBAL 1\n"
                "   7 JUMP_IF_FALSE 9\n"
                "   8 JUMP 12\n"
                "   9 LINE 3\n"
                "  10 DROP_ITER 0\n"
                "  11 JUMP 17\n"
                "  12 LINE 1\n"
                "  13 JUMP 3\n"
                "  14 LINE 5\n"
                "  15 LOAD_GLOBAL 2\n"
                "  16 POP 0\n"
                "  17 LINE 6\n"
                "  18 LOAD_GLOBAL 3\n"
                "  19 JUMP_IF_FALSE 23\n"
                "  20 LOAD_GLOBAL 4\n"
                "  21 POP 0\n"
                "  22 JUMP 17\n"
                "  23 CONST 0 (None)\n"
                "  24 RETURN 0\n");
}

static void try_and_finally(void **state) {
    (void)state;
    expect_dump("def f():\n"
                " for x in a:\n"
                "  try:\n"
                "   b()\n"
                "  except E as e:\n"
                "   continue\n"
                "  finally:\n"
                "   return x\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 MAKE_FUNCTION 0\n"
                "   2 WORD 0\n"
                "   3 STORE_GLOBAL 0\n"
                "   4 CONST 1 (None)\n"
                "   5 RETURN 0\n"
                "f:\n"
                "   0 LINE 2\n"
                "   1 LOAD_GLOBAL 1\n"
                "   2 GET_ITER 0\n"
                "   3 FOR_ITER 52\n"
                "   4 STORE_LOCAL 0 (x)\n"
                "   5 LINE 3\n"
                "   6 LINE 4\n"
                "   7 LOAD_GLOBAL 2\n"
                "   8 CALL 0\n"
                "   9 POP 0\n"
                "  10 JUMP 33\n"
                "  11 PUSH_EXCEPTION 0\n"
                "  12 LINE 5\n"
                "  13 LOAD_GLOBAL 3\n"
                "  14 EXCEPTION_MATCHES 0\n"
                "  15 JUMP_IF_FALSE 31\n"
                "  16 STORE_LOCAL 1 (e)\n"
                "  17 LINE 6\n"
                "  18 DELETE_LOCAL 1 (e)\n"
                "  19 POP_EXCEPTION 0\n"
                "  20 LINE 8\n"
                "  21 LOAD_LOCAL 0 (x)\n"
                "  22 SWAP 1\n"
                "  23 DROP_ITER 0\n"
                "  24 RETURN 0\n"
                "  25 JUMP 50\n"
                "  26 DELETE_LOCAL 1 (e)\n"
                "  27 POP_EXCEPTION 0\n"
                "  28 JUMP 33\n"
                "  29 DELETE_LOCAL 1 (e)\n"
                "  30 RERAISE 1\n"
                "  31 RERAISE 1\n"
                "  32 RERAISE 1\n"
                "  33 LINE 8\n"
                "  34 LOAD_LOCAL 0 (x)\n"
                "  35 SWAP 1\n"
                "  36 DROP_ITER 0\n"
                "  37 RETURN 0\n"
                "  38 JUMP 50\n"
                "  39 PUSH_EXCEPTION 0\n"
                "  40 LINE 8\n"
                "  41 LOAD_LOCAL 0 (x)\n"
                "  42 SWAP 1\n"
                "  43 POP 0\n"
                "  44 POP_EXCEPTION 0\n"
                "  45 SWAP 1\n"
                "  46 DROP_ITER 0\n"
                "  47 RETURN 0\n"
                "  48 RERAISE 1\n"
                "  49 RERAISE 1\n"
                "  50 LINE 2\n"
                "  51 JUMP 3\n"
                "  52 CONST 0 (None)\n"
                "  53 RETURN 0\n"
                "     6..10 -> 11 depth 1\n"
                "     17..18 -> 29 depth 1\n"
                "     12..19 -> 32 depth 1\n"
                "     6..20 -> 39 depth 1\n"
                "     26..27 -> 32 depth 1\n"
                "     26..33 -> 39 depth 1\n"
                "     40..42 -> 49 depth 1\n");
}

static void with_items(void **state) {
    (void)state;
    expect_dump("def f():\n"
                " with a as b, c:\n"
                "  return d()\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 MAKE_FUNCTION 0\n"
                "   2 WORD 0\n"
                "   3 STORE_GLOBAL 0\n"
                "   4 CONST 1 (None)\n"
                "   5 RETURN 0\n"
                "f:\n"
                "   0 LINE 2\n"
                "   1 LOAD_GLOBAL 1\n"
                "   2 WITH_ENTER 0\n"
                "   3 STORE_LOCAL 0 (b)\n"
                "   4 LOAD_GLOBAL 2\n"
                "   5 WITH_ENTER 0\n"
                "   6 POP 0\n"
                "   7 LINE 3\n"
                "   8 LOAD_GLOBAL 3\n"
                "   9 CALL 0\n"
                "  10 SWAP 1\n"
                "  11 WITH_EXIT 0\n"
                "  12 SWAP 1\n"
                "  13 WITH_EXIT 0\n"
                "  14 RETURN 0\n"
                "  15 WITH_EXIT 0\n"
                "  16 JUMP 26\n"
                "  17 PUSH_EXCEPTION 0\n"
                "  18 WITH_EXCEPT 0\n"
                "  19 JUMP_IF_TRUE 21\n"
                "  20 RERAISE 1\n"
                "  21 POP_EXCEPTION 0\n"
                "  22 POP 0\n"
                "  23 POP 0\n"
                "  24 JUMP 26\n"
                "  25 RERAISE 1\n"
                "  26 WITH_EXIT 0\n"
                "  27 JUMP 37\n"
                "  28 PUSH_EXCEPTION 0\n"
                "  29 WITH_EXCEPT 0\n"
                "  30 JUMP_IF_TRUE 32\n"
                "  31 RERAISE 1\n"
                "  32 POP_EXCEPTION 0\n"
                "  33 POP 0\n"
                "  34 POP 0\n"
                "  35 JUMP 37\n"
                "  36 RERAISE 1\n"
                "  37 CONST 0 (None)\n"
                "  38 RETURN 0\n"
                "     6..10 -> 17 depth 2\n"
                "     3..12 -> 28 depth 1\n"
                "     18..20 -> 25 depth 1\n"
                "     15..26 -> 28 depth 1\n"
                "     29..31 -> 36 depth 0\n");
}

static void closures(void **state) {
    (void)state;
    expect_dump("def f(a, b=1, *, c=d):\n"
                " def g():\n"
                "  nonlocal b\n"
                "  b = a\n"
                "  return x\n"
                " return [g for x in b if x]\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 CONST 0 ((1,))\n"
                "   2 CONST 1 ('c')\n"
                "   3 LOAD_GLOBAL 1\n"
                "   4 BUILD_DICT 1\n"
                "   5 MAKE_FUNCTION 3\n"
                "   6 WORD 2\n"
                "   7 STORE_GLOBAL 0\n"
                "   8 CONST 3 (None)\n"
                "   9 RETURN 0\n"
                "f:\n"
                "   0 LINE 2\n"
                "   1 LOAD_CLOSURE 1 (b)\n"
                "   2 LOAD_CLOSURE 0 (a)\n"
                "   3 BUILD_TUPLE 2\n"
                "   4 MAKE_FUNCTION 4\n"
                "   5 WORD 0\n"
                "   6 STORE_CELL 2 (g)\n"
                "   7 LINE 6\n"
                "   8 LOAD_CLOSURE 2 (g)\n"
                "   9 BUILD_TUPLE 1\n"
                "  10 MAKE_FUNCTION 4\n"
                "  11 WORD 1\n"
                "  12 LOAD_CELL 1 (b)\n"
                "  13 GET_ITER 0\n"
                "  14 CALL 1\n"
                "  15 RETURN 0\n"
                "f.<locals>.g:\n"
                "   0 LINE 4\n"
                "   1 LOAD_CELL 1 (a)\n"
                "   2 STORE_CELL 0 (b)\n"
                "   3 LINE 5\n"
                "   4 LOAD_GLOBAL 2\n"
                "   5 RETURN 0\n"
                "f.<locals>.<listcomp>:\n"
                "   0 BUILD_LIST 0\n"
                "   1 LOAD_LOCAL 0 (.0)\n"
                "   2 FOR_ITER 9\n"
                "   3 STORE_LOCAL 1 (x)\n"
                "   4 LOAD_LOCAL 1 (x)\n"
                "   5 JUMP_IF_FALSE 2\n"
                "   6 LOAD_CELL 0 (g)\n"
                "   7 LIST_APPEND 2\n"
                "   8 JUMP 2\n"
                "   9 RETURN 0\n");
}

static void classes(void **state) {
    (void)state;
    expect_dump("@d\n"
                "class C(B, k=1):\n"
                " \"doc\"\n"
                " x = 1\n"
                " def m(self): return super().m(self.__p)\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 LINE 2\n"
                "   3 MAKE_FUNCTION 0\n"
                "   4 WORD 0\n"
                "   5 LOAD_GLOBAL 2\n"
                "   6 CONST 1 ('k')\n"
                "   7 CONST 2 (1)\n"
                "   8 BUILD_DICT 1\n"
                "   9 MAKE_CLASS_KW 1\n"
                "  10 CALL 1\n"
                "  11 STORE_GLOBAL 1\n"
                "  12 CONST 3 (None)\n"
                "  13 RETURN 0\n"
                "C:\n"
                "   0 DOCSTRING 0 ('doc')\n"
                "   1 LINE 4\n"
                "   2 CONST 1 (1)\n"
                "   3 STORE_NAME 0 (x)\n"
                "   4 LINE 5\n"
                "   5 LOAD_CLOSURE 0 (__class__)\n"
                "   6 BUILD_TUPLE 1\n"
                "   7 MAKE_FUNCTION 4\n"
                "   8 WORD 2\n"
                "   9 STORE_NAME 1 (m)\n"
                "  10 CONST 3 (None)\n"
                "  11 RETURN 0\n"
                "C.m:\n"
                "   0 LINE 5\n"
                "   1 LOAD_GLOBAL 5\n"
                "   2 CALL 0\n"
                "   3 LOAD_ATTR 0 (m)\n"
                "   4 LOAD_LOCAL 0 (self)\n"
                "   5 LOAD_ATTR 1 (_C__p)\n"
                "   6 CALL 1\n"
                "   7 RETURN 0\n");
}

static void generators_and_comprehensions(void **state) {
    (void)state;
    expect_dump("def f():\n"
                " x = yield a\n"
                " yield from {k: v for k, v in x for _ in v}\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 MAKE_FUNCTION 0\n"
                "   2 WORD 0\n"
                "   3 STORE_GLOBAL 0\n"
                "   4 CONST 1 (None)\n"
                "   5 RETURN 0\n"
                "f:\n"
                "   0 LINE 2\n"
                "   1 LOAD_GLOBAL 1\n"
                "   2 YIELD 0\n"
                "   3 STORE_LOCAL 0 (x)\n"
                "   4 LINE 3\n"
                "   5 MAKE_FUNCTION 0\n"
                "   6 WORD 0\n"
                "   7 LOAD_LOCAL 0 (x)\n"
                "   8 GET_ITER 0\n"
                "   9 CALL 1\n"
                "  10 GET_ITER 0\n"
                "  11 CONST 1 (None)\n"
                "  12 YIELD_FROM 0\n"
                "  13 POP 0\n"
                "  14 CONST 1 (None)\n"
                "  15 RETURN 0\n"
                "f.<locals>.<dictcomp>:\n"
                "   0 BUILD_DICT 0\n"
                "   1 LOAD_LOCAL 0 (.0)\n"
                "   2 FOR_ITER 15\n"
                "   3 UNPACK 2\n"
                "   4 STORE_LOCAL 1 (k)\n"
                "   5 STORE_LOCAL 2 (v)\n"
                "   6 LOAD_LOCAL 2 (v)\n"
                "   7 GET_ITER 0\n"
                "   8 FOR_ITER 14\n"
                "   9 STORE_LOCAL 3 (_)\n"
                "  10 LOAD_LOCAL 1 (k)\n"
                "  11 LOAD_LOCAL 2 (v)\n"
                "  12 DICT_ADD 3\n"
                "  13 JUMP 8\n"
                "  14 JUMP 2\n"
                "  15 RETURN 0\n");
}

static void python_2(void **state) {
    (void)state;
    expect_dump("print >>f, a / b,\n"
                "raise E, \"m\"\n"
                "l = [i for i in `a`]\n",
                2,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 LOAD_GLOBAL 1\n"
                "   3 LOAD_GLOBAL 2\n"
                "   4 BINARY 4 (CLASSIC_DIVIDE)\n"
                "   5 PRINT 7\n"
                "   6 LINE 2\n"
                "   7 LOAD_GLOBAL 3\n"
                "   8 CONST 0 ('m')\n"
                "   9 CALL 1\n"
                "  10 RAISE 1\n"
                "  11 LINE 3\n"
                "  12 BUILD_LIST 0\n"
                "  13 LOAD_GLOBAL 6\n"
                "  14 LOAD_GLOBAL 1\n"
                "  15 CALL 1\n"
                "  16 GET_ITER 0\n"
                "  17 FOR_ITER 22\n"
                "  18 STORE_GLOBAL 4\n"
                "  19 LOAD_GLOBAL 4\n"
                "  20 LIST_APPEND 2\n"
                "  21 JUMP 17\n"
                "  22 STORE_GLOBAL 5\n"
                "  23 CONST 1 (None)\n"
                "  24 RETURN 0\n");
}

static void imports(void **state) {
    (void)state;
    expect_dump("import a.b.c, d.e as f\n"
                "from .g import h as i, j\n"
                "from k import *\n",
                3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 CONST 0 (None)\n"
                "   2 IMPORT 0 (a.b.c)\n"
                "   3 WORD 0\n"
                "   4 STORE_GLOBAL 0\n"
                "   5 CONST 0 (None)\n"
                "   6 IMPORT 1 (d.e)\n"
                "   7 WORD 0\n"
                "   8 IMPORT_FROM 2 (e)\n"
                "   9 SWAP 1\n"
                "  10 POP 0\n"
                "  11 STORE_GLOBAL 1\n"
                "  12 LINE 2\n"
                "  13 CONST 1 (('h', 'j'))\n"
                "  14 IMPORT 3 (g)\n"
                "  15 WORD 1\n"
                "  16 IMPORT_FROM 4 (h)\n"
                "  17 STORE_GLOBAL 2\n"
                "  18 IMPORT_FROM 5 (j)\n"
                "  19 STORE_GLOBAL 3\n"
                "  20 POP 0\n"
                "  21 LINE 3\n"
                "  22 CONST 2 (('*',))\n"
                "  23 IMPORT 6 (k)\n"
                "  24 WORD 0\n"
                "  25 IMPORT_STAR 0\n"
                "  26 CONST 0 (None)\n"
                "  27 RETURN 0\n");
}

static void f_strings(void **state) {
    (void)state;
    expect_dump("f\"{a}{b!r:>{c}}\" \"x\"\n", 3,
                "<module>:\n"
                "   0 LINE 1\n"
                "   1 LOAD_GLOBAL 0\n"
                "   2 FORMAT 0\n"
                "   3 LOAD_GLOBAL 1\n"
                "   4 CONST 0 ('>')\n"
                "   5 LOAD_GLOBAL 2\n"
                "   6 FORMAT 0\n"
                "   7 BUILD_STRING 2\n"
                "   8 FORMAT 6\n"
                "   9 CONST 1 ('x')\n"
                "  10 BUILD_STRING 3\n"
                "  11 POP 0\n"
                "  12 CONST 2 (None)\n"
                "  13 RETURN 0\n");
}

/* The span of the first instruction op in the code of the module. */
static void expect_span(const char *text, Opcode op, const char *wanted) {
    Compiled c = compile_text(text, 3);
    assert_non_null(c.program);
    const Code *code = c.program->main;
    for (uint32_t i = 0; i < code->ncode; i++) {
        if (INSTRUCTION_OP(code->code[i]) == op) {
            assert_str(source_span(c.source, program_span(c.program, code->first_site + i)),
                       wanted);
            compiled_done(&c);
            return;
        }
    }
    fail();
}

static void spans(void **state) {
    (void)state;
    expect_span("x = (a + b) * c", OP_BINARY, "a + b");
    expect_span("x = f(tf.add(a))", OP_LOAD_ATTR, "tf.add");
    expect_span("x = f(tf.add(a), 1) + 2", OP_CALL, "tf.add(a)");
    expect_span("x.y = 3", OP_STORE_ATTR, "x.y");
    expect_span("x = y, z = a", OP_UNPACK, "y, z");
    expect_span("a < b < c", OP_COMPARE, "a < b");
    expect_span("x += a * b", OP_INPLACE, "x += a * b");
    expect_span("with f(a) as b: pass", OP_WITH_ENTER, "f(a)");
    expect_span("with f(a) as b: pass", OP_WITH_EXIT, "f(a)");
    expect_span("for i in range(3):\n  pass", OP_FOR_ITER, "range(3)");
    expect_span("def f(a, b=2):\n  pass", OP_MAKE_FUNCTION, "def f(a, b=2)");
    expect_span("x = [\n i\n for i in y]", OP_CALL, "[\n i\n for i in y]");
    expect_span("if a: pass", OP_LINE, "if a");
    expect_span("x = 1; y = 2", OP_LINE, "x = 1");
    expect_span("f'{a + b}'", OP_BINARY, "a + b");
}

/* The lines that are announced, in order of the code. */
static void expect_lines(const char *text, const char *wanted) {
    Compiled c = compile_text(text, 3);
    assert_non_null(c.program);
    Sink out = sink_memory(c.arena);
    const Code *code = c.program->main;
    for (uint32_t i = 0; i < code->ncode; i++) {
        if (INSTRUCTION_OP(code->code[i]) == OP_LINE) {
            sink_printf(&out, "%u ", (unsigned)INSTRUCTION_ARG(code->code[i]));
        }
    }
    assert_str(sink_str(&out), wanted);
    compiled_done(&c);
}

static void lines(void **state) {
    (void)state;
    expect_lines("'doc'\nx = 1\n", "2 ");
    expect_lines("x = 1; y = 2\nz = 3\n", "1 2 ");
    expect_lines("x = [1,\n     2]\n", "1 ");
    expect_lines("if a: b\nelif c:\n  d\nelse:\n  e\n", "1 2 3 5 ");
    expect_lines("for a in b:\n  c\n", "1 2 1 ");
    expect_lines("while a:\n  b\n", "1 2 ");
    expect_lines("@a\n@b\ndef f(): pass\n", "1 2 3 ");
    expect_lines("try:\n  a\nexcept B:\n  c\n", "1 2 3 4 ");
    expect_lines("1\n'text'\npass\n", "1 2 3 ");
}

static void signatures(void **state) {
    (void)state;
    Compiled c = compile_text("def f(a, /, b, *args, c, d=1, **kw):\n  'doc'\n  x = 1\n"
                              "def g(a):\n  def h(): return a\n  return lambda: h\n"
                              "class K:\n  def m(self): yield __class__\n",
                              3);
    const Code *f = code_named(&c, "f");
    assert_int_equal(f->kind, CODE_FUNCTION);
    assert_int_equal(f->npositional, 2);
    assert_int_equal(f->nposonly, 1);
    assert_int_equal(f->nkwonly, 2);
    assert_true(f->has_args && f->has_kwargs && !f->generator);
    assert_str(f->docstring, "doc");
    static const char *const slots[] = {"a", "b", "c", "d", "args", "kw", "x"};
    assert_int_equal(f->nlocals, 7);
    for (uint32_t i = 0; i < f->nlocals; i++) {
        assert_str(name_str(f->local_names[i]), slots[i]);
    }
    const Code *g = code_named(&c, "g");
    assert_int_equal(g->first_line, 4);
    assert_int_equal(g->ncells, 2);
    assert_str(name_str(g->cell_names[0]), "a");
    assert_int_equal(g->cell_param[0], 0);
    assert_int_equal(g->cell_param[1], UINT32_MAX);
    const Code *h = code_named(&c, "g.<locals>.h");
    assert_int_equal(h->ncaptures, 1);
    assert_int_equal(h->captures[0].from, 0);
    assert_int_equal(code_named(&c, "g.<locals>.<lambda>")->kind, CODE_LAMBDA);
    const Code *k = code_named(&c, "K"), *m = code_named(&c, "K.m");
    assert_int_equal(k->class_cell, 0);
    assert_int_equal(f->class_cell, UINT32_MAX);
    assert_true(m->generator);
    assert_str(name_str(m->captures[0].name), "__class__");
    compiled_done(&c);
}

/* The constant that `x = TEXT` stores. */
static void expect_constant(const char *text, int python, const char *wanted) {
    Arena *a = arena_new(0);
    Compiled c = compile_str(str_printf(a, "x = %s\n", text), python);
    assert_non_null(c.program);
    Str dump = dump_text(&c);
    Str line = str_printf(a, "CONST 0 (%s)\n", wanted);
    if (str_find(dump, line, 0) < 0) {
        print_error("%.*s\nlacks %s", STR_ARG(dump), line.at);
        fail();
    }
    compiled_done(&c);
    arena_free(a);
}

static void constants(void **state) {
    (void)state;
    expect_constant("-5", 3, "-5");
    expect_constant("9223372036854775807", 3, "9223372036854775807");
    expect_constant("9223372036854775808", 3, "9223372036854775808");
    expect_constant("-9223372036854775808", 3, "-9223372036854775808");
    expect_constant("0xffffffffffffffffffff", 3, "0xffffffffffffffffffff");
    expect_constant("-1e-3", 3, "-0.001");
    expect_constant("0777", 2, "511");
    expect_constant("0xFFL", 2, "0xFF");
    expect_constant("1_000.5_0", 3, "1000.5");
    expect_constant("2.5j", 3, "2.5j");
    expect_constant("(1, 'a', (None, True), -2)", 3, "(1, 'a', (None, True), -2)");
    expect_constant("...", 3, "Ellipsis");
    expect_constant("'a' \"b\"", 3, "'ab'");
    expect_constant("r'\\n'", 3, "'\\x5cn'");
    expect_constant("'\\x41\\101\\t\\u4e2d\\\n\\q'", 3, "'AA\\x09中\\x5cq'");
    expect_constant("b'\\x41'", 3, "b'A'");
    expect_constant("'\\u0041'", 2, "'\\x5cu0041'");
    expect_constant("u'\\u0041'", 2, "u'A'");
    expect_constant("ur'\\u0041\\n'", 2, "u'A\\x5cn'");
    expect_constant("'\\xe4\\xb8\\xad'", 2, "'中'");
    expect_constant("'\\xe9'", 2, "'é'");
    expect_constant("b'x'", 2, "'x'");
}

static void python_2_division(void **state) {
    (void)state;
    Compiled c = compile_text("from __future__ import division, unicode_literals\nx = 'a'\n", 2);
    assert_true(c.program->future_division);
    assert_true(str_find(dump_text(&c), STR("(u'a')"), 0) >= 0);
    compiled_done(&c);
    c = compile_text("x = 1\n", 2);
    assert_false(c.program->future_division);
    compiled_done(&c);
    c = compile_text("x = 1\n", 3);
    assert_true(c.program->future_division);
    compiled_done(&c);
}

/* The name of an exception is bound to None first only where its handler might find it unbound. */
static void names_of_exceptions(void **state) {
    (void)state;
    static const char plain[] = "try: a\nexcept B as e: c\n";
    static const char deletes[] = "try: a\nexcept B as e: del e\n";
    static const char nested[] = "try: a\nexcept B as e:\n  try: c\n  except D as e: f\n";
    Compiled c = compile_text(plain, 3);
    assert_true(str_find(dump_text(&c), STR("(None)\n  13 STORE"), 0) < 0);
    uint32_t shortest = c.program->nsites;
    compiled_done(&c);
    c = compile_text(deletes, 3);
    assert_true(c.program->nsites > shortest);
    compiled_done(&c);
    c = compile_text(nested, 3);
    check_program(&c);
    compiled_done(&c);
}

static void sites(void **state) {
    (void)state;
    Compiled c = compile_text("def f(): return 1\nx = f()\n", 3);
    check_program(&c);
    const Code *f = code_named(&c, "f");
    assert_ptr_equal(program_code(c.program, f->first_site), f);
    assert_ptr_equal(program_code(c.program, f->first_site + f->ncode), c.program->main);
    assert_null(program_code(c.program, c.program->nsites));
    assert_int_equal(program_span(c.program, c.program->nsites).end, 0);
    CompileOptions options = {.python = 3, .first_site = 1000};
    Program *p = compile_source(c.arena, names_make(c.arena), c.source, options, &c.diags);
    assert_int_equal(p->codes[0]->first_site, 1000);
    assert_int_equal(p->nsites, c.program->nsites);
    assert_ptr_equal(program_code(p, 1000), p->codes[0]);
    assert_null(program_code(p, 999));
    compiled_done(&c);
}

/* ---- programs at random ---- */

typedef struct Writer {
    Sink out;
    uint64_t seed;
} Writer;

static void indent(Writer *w, int columns) {
    sink_repeat(&w->out, ' ', (size_t)columns);
}

static void write_line(Writer *w, int column, const char *text) {
    indent(w, column);
    sink_z(&w->out, text);
    sink_char(&w->out, '\n');
}

static void write_block(Writer *w, int depth, int column, bool loop);

static void write_simple(Writer *w, int column, bool loop) {
    static const char *const simple[] = {
        "a(1)",
        "return a(2)",
        "return",
        "return 3",
        "x = yield a",
        "raise b",
        "raise",
        "if a(4): return b",
        "[a for b in c if d]",
        "with a as e: return (yield)",
        "del x",
        "x, *y = a < b < c",
        "assert a and b, c",
        "x[a] += b if c else d",
        "try: return a\n",
        "continue",
        "break",
        "if a: continue",
        "if a: break",
    };
    uint32_t n = sizeof simple / sizeof *simple;
    const char *text = simple[test_random(&w->seed, loop ? n : n - 4)];
    write_line(w, column, text);
    if (strchr(text, '\n')) {
        write_line(w, column, "finally: return b");
    }
}

static void write_try(Writer *w, int depth, int column, bool loop) {
    static const char *const heads[] = {"except A as e:", "except (A, B):", "except b.C as e:"};
    uint32_t handlers = test_random(&w->seed, 3);
    write_line(w, column, "try:");
    write_block(w, depth - 1, column + 1, loop);
    for (uint32_t i = 0; i < handlers; i++) {
        write_line(w, column, heads[test_random(&w->seed, 3)]);
        write_block(w, depth - 1, column + 1, loop);
    }
    if (handlers && test_random(&w->seed, 2)) {
        write_line(w, column, "else:");
        write_block(w, depth - 1, column + 1, loop);
    }
    if (!handlers || test_random(&w->seed, 2)) {
        write_line(w, column, "finally:");
        write_block(w, depth - 1, column + 1, loop);
    }
}

static void write_statement(Writer *w, int depth, int column, bool loop) {
    static const char *const heads[] = {"for i, j in a:", "while a or not b:", "with a as x, b:",
                                        "if not (a and b):", "for i in a:"};
    uint32_t kind = depth > 0 ? test_random(&w->seed, 12) : 0;
    if (kind < 4) {
        write_simple(w, column, loop);
    } else if (kind < 8) {
        write_try(w, depth, column, loop);
    } else {
        uint32_t head = test_random(&w->seed, 5);
        write_line(w, column, heads[head]);
        write_block(w, depth - 1, column + 1, loop || head < 2 || head == 4);
        if (head != 2 && test_random(&w->seed, 3) == 0) {
            write_line(w, column, "else:");
            write_block(w, depth - 1, column + 1, loop);
        }
    }
}

static void write_block(Writer *w, int depth, int column, bool loop) {
    uint32_t n = 1 + test_random(&w->seed, 3);
    for (uint32_t i = 0; i < n; i++) {
        write_statement(w, depth, column, loop);
    }
}

/* A program may be refused for the copies of its finally bodies, and for nothing else. */
static void random_programs_have_sound_code(void **state) {
    (void)state;
    uint32_t accepted = 0;
    for (uint64_t seed = 1; seed <= 250; seed++) {
        Arena *a = arena_new(0);
        Writer w = {.out = sink_memory(a), .seed = seed * 7919};
        write_line(&w, 0, "def f(a, b, c=1):");
        write_block(&w, 3, 1, false);
        Compiled c = compile_str(sink_str(&w.out), 3);
        if (c.program) {
            check_program(&c);
            accepted++;
        } else {
            Str text = diags_text(&c);
            assert_true(str_find(text, STR("too large"), 0) >= 0);
        }
        compiled_done(&c);
        arena_free(a);
    }
    assert_true(accepted > 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions_and_targets),
        cmocka_unit_test(calls),
        cmocka_unit_test(loops),
        cmocka_unit_test(try_and_finally),
        cmocka_unit_test(with_items),
        cmocka_unit_test(closures),
        cmocka_unit_test(classes),
        cmocka_unit_test(generators_and_comprehensions),
        cmocka_unit_test(python_2),
        cmocka_unit_test(imports),
        cmocka_unit_test(f_strings),
        cmocka_unit_test(spans),
        cmocka_unit_test(lines),
        cmocka_unit_test(signatures),
        cmocka_unit_test(constants),
        cmocka_unit_test(python_2_division),
        cmocka_unit_test(names_of_exceptions),
        cmocka_unit_test(sites),
        cmocka_unit_test(random_programs_have_sound_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
