/* What belongs to code: places, signatures, constants, sites; and what must hold for the code of
 * any program, tried on programs made at random. */
#include "tests/lang/host.h"

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
