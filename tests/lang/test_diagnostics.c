/* What is said about texts that are not accepted: every fault once, where it is, in order; and that
 * no text, however hostile, does more than that. */
#include "tests/lang/host.h"

static void expect(const char *text, int python, const char *wanted) {
    Compiled c = compile_text(text, python);
    assert_str(diags_text(&c), wanted);
    assert_true((c.program == NULL) == (c.diags.errors > 0));
    compiled_done(&c);
}

/* The only fault of a line of Python 3. */
static void expect_3(const char *text, const char *wanted) {
    Arena *a = arena_new(0);
    expect(text, 3, str_printf(a, "%s\n", wanted).at);
    arena_free(a);
}

static void expect_hint(const char *text, int python, const char *part) {
    Compiled c = compile_text(text, python);
    assert_true(c.diags.count > 0);
    if (str_find(c.diags.at[0].hint, str_of(part), 0) < 0) {
        print_error("%.*s\n", STR_ARG(c.diags.at[0].hint));
        fail();
    }
    compiled_done(&c);
}

static void typical_slips(void **state) {
    (void)state;
    expect_3("if a\n  b", "1:5 expected ':'");
    expect_3("def f()\n  return 1", "1:8 expected ':'");
    expect_3("if a = 1:\n  b", "1:6 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    expect_3("while a = 1: b", "1:9 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    expect_3("if a: pass\nelse if b: pass", "2:6 invalid syntax: 'else if' is written 'elif'");
    expect_3("print \"a\"", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?");
    expect_3("print a, b", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?");
    expect_3("for a in b:\nc", "2:1 expected an indented block after 'for' on line 1");
    expect_3("def f():", "1:9 expected an indented block after 'def' on line 1");
    expect_3("  a", "1:1 unexpected indent");
    expect_3("a\n  b\nc", "2:1 unexpected indent");
    expect_3("else: a", "1:1 invalid syntax: 'else' belongs to no statement");
    expect_3("try: a\nb", "1:1 expected 'except' or 'finally' block");
    expect_3("try: a\nexcept: b\nexcept C: d", "2:1 default 'except:' must be last");
    expect_3("f(a b)", "1:5 invalid syntax. Perhaps you forgot a comma?");
    expect_3("a b", "1:3 invalid syntax: unexpected 'b'");
    expect_3("x = (1,\n     2\ny = 3", "1:5 '(' was never closed");
    expect_3("class = 1", "1:7 invalid syntax: 'class' is a word of the language, not a name");
    expect_3("import", "1:7 Expected one or more names after 'import'");
    expect_3("from a import", "1:14 Expected one or more names after 'import'");
    expect_3("from a import b,", "1:17 trailing comma not allowed without surrounding parentheses");
    expect_3("from a", "1:7 invalid syntax: expected 'import'");
    expect_3("esle:\n  a", "1:1 invalid syntax: no statement begins like this");
    expect_3("x = a if b", "1:11 expected 'else' after 'if' expression");
    expect_3("{a: b, c}", "1:9 ':' expected after dictionary key");
    expect_3("@a\nb", "2:1 invalid syntax: a decorator needs a function or a class below it");
    expect_3("!ls", "1:1 invalid character '!'");
    expect_hint("%matplotlib inline", 3, "IPython");
    expect_3("a = 'b", "1:5 unterminated string literal (detected at line 1)");
    expect("assert (a, 'b')", 3, "1:8 assertion is always true, perhaps remove parentheses?\n");
}

static void what_may_not_be_assigned(void **state) {
    (void)state;
    expect_3("1 = a", "1:1 cannot assign to literal");
    expect_3("f() = a", "1:1 cannot assign to function call");
    expect_3("a + b = c", "1:1 cannot assign to expression");
    expect_3("a < b = c", "1:1 cannot assign to comparison");
    expect_3("None = a", "1:1 cannot assign to None");
    expect_3("(a, True) = b", "1:5 cannot assign to True");
    expect_3("[a for b in c] = d", "1:1 cannot assign to list comprehension");
    expect_3("(a for b in c) = d", "1:1 cannot assign to generator expression");
    expect_3("{a: b} = c", "1:1 cannot assign to dict literal");
    expect_3("lambda: a = b", "1:1 cannot assign to lambda");
    expect_3("*a = b", "1:1 starred assignment target must be in a list or tuple");
    expect_3("*a, *b = c", "1:5 multiple starred expressions in assignment");
    expect_3("a, b += c", "1:1 'tuple' is an illegal expression for augmented assignment");
    expect_3("del f()", "1:5 cannot delete function call");
    expect_3("for 1 in a: b", "1:5 cannot assign to literal");
    expect_3("with a as 1: b", "1:11 cannot assign to literal");
    expect_3("(a.b := c)", "1:2 cannot use assignment expressions with attribute");
    expect_3("__debug__ = 1", "1:1 cannot assign to __debug__");
    expect_3("a, b: int = c", "1:1 illegal target for annotation");
}

static void arguments_and_parameters(void **state) {
    (void)state;
    expect_3("f(a=1, a=2)", "1:8 keyword argument repeated: a");
    expect_3("f(a=1, b)", "1:8 positional argument follows keyword argument");
    expect_3("f(**a, b)", "1:8 positional argument follows keyword argument unpacking");
    expect_3("f(**a, *b)", "1:9 iterable argument unpacking follows keyword argument unpacking");
    expect_3("f(a.b=1)", "1:3 expression cannot contain assignment, perhaps you meant \"==\"?");
    expect_3("f(a for b in c, d)", "1:3 Generator expression must be parenthesized");
    expect_3("def f(a, a): pass", "1:10 duplicate argument 'a' in function definition");
    expect_3("lambda a, *a: 1", "1:12 duplicate argument 'a' in function definition");
    expect_3("def f(a=1, b): pass", "1:12 non-default argument follows default argument");
    expect_3("def f(*): pass", "1:7 named arguments must follow bare *");
    expect_3("def f(**a, b): pass", "1:12 arguments cannot follow var-keyword argument");
    expect_3("def f((a, b)): pass", "1:7 a tuple cannot be a parameter");
}

static void literals(void **state) {
    (void)state;
    expect_3("'\\x1'", "1:2 truncated \\xXX escape");
    expect_3("'C:\\Users'", "1:4 truncated \\UXXXXXXXX escape");
    expect_3("'\\U00110000'", "1:2 illegal Unicode character");
    expect_3("'\\N{BULLET}'", "1:2 characters by name, \\N{...}, are not modelled");
    expect_3("b'\xc3\xa9'", "1:3 bytes can only contain ASCII literal characters");
    expect_3("'a' b'c'", "1:1 cannot mix bytes and nonbytes literals");
    expect_3("f'{a'", "1:3 f-string: expecting '}'");
    expect_3("f'{}'", "1:3 f-string: empty expression not allowed");
    expect_3("f'a}'", "1:4 f-string: single '}' is not allowed");
    expect_3("f'{a!x}'", "1:5 f-string: invalid conversion character");
    expect_3("f'{a b}'", "1:6 invalid syntax: unexpected 'b'");
    expect_3("f'{\"\\n\"}'", "1:4 f-string expression part cannot include a backslash");
    expect_3("f'{a #}'", "1:6 f-string expression part cannot include '#'");
}

static void what_the_other_python_has(void **state) {
    (void)state;
    expect_3("raise A, 'b'", "1:8 invalid syntax: raise takes one exception");
    expect_3("try: a\nexcept B, c: d", "2:9 multiple exception types must be parenthesized");
    expect_3("a <> b", "1:3 invalid syntax: the operator <> belongs to Python 2");
    expect_3("`a`", "1:1 invalid syntax: unexpected '`'");
    expect_hint("`a`", 3, "repr");
    expect_3("x = 0777", "1:5 leading zeros in decimal integer literals are not permitted");
    expect_3("ur'a'", "1:1 invalid syntax: strings with the prefix ur belong to Python 2");
    expect("f'a'", 2, "1:1 invalid syntax: Python 2 has no f-strings\n");
    expect("a @ b", 2, "1:3 invalid syntax: Python 2 has no operator @\n");
    expect("def f(*, a): pass", 2,
           "1:7 invalid syntax: Python 2 has no keyword-only parameters\n"
           "1:10 invalid syntax: Python 2 has no keyword-only parameters\n");
    expect("a: int = 1", 2, "1:2 invalid syntax: Python 2 has no annotations\n");
    expect("raise a from b", 2, "1:9 invalid syntax: Python 2 has no 'raise ... from ...'\n");
    expect("print('a', file=b)", 2,
           "1:16 invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n");
    expect("x = print", 2, "1:5 print is a statement in Python 2, not a value\n");
    expect("def f():\n  nonlocal a", 2, "2:3 invalid syntax: Python 2 has no nonlocal\n");
}

static void refused_by_name(void **state) {
    (void)state;
    expect_3("async def f():\n  await g()\n  async with a: pass",
             "1:1 async functions are not modelled");
    expect_3("match a:\n  case 1: pass\n  case [2, *_]: pass",
             "1:1 match statements are not modelled");
    expect("exec 'a = 1'", 2, "1:1 exec is not modelled\n");
    expect_3("try: a\nexcept* B: c", "2:7 except* is not modelled");
    expect_3("class A(*b): pass",
             "1:9 a starred expression among the bases of a class is not modelled");
    expect_3("a[*b]", "1:3 a starred expression in an index is not modelled");
    expect_3("from __future__ import braces", "1:24 future feature braces is not defined");
    expect_3("a\nfrom __future__ import division",
             "2:1 from __future__ imports must occur at the beginning of the file");
}

static void all_faults_once_and_in_order(void **state) {
    (void)state;
    expect(
        "def f(x)\n    return y z\nif a = 1:\n    print 'b'\n    c = = d\nreturn\ng（1）\nx = [1, 2\ny = 3\nbreak\n",
        3,
        "1:9 expected ':'\n2:14 invalid syntax: unexpected 'z'\n"
        "3:6 invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n"
        "4:5 Missing parentheses in call to 'print'. Did you mean print(...)?\n"
        "5:9 invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n"
        "6:1 'return' outside function\n"
        "7:2 invalid character '（' (U+FF08)\n7:4 invalid character '）' (U+FF09)\n"
        "8:5 '[' was never closed\n10:1 'break' outside loop\n");
    /* One fault says nothing about what follows from it. */
    expect("deff f():\n    return 1\n    nonlocal x\n", 3, "1:6 invalid syntax: unexpected 'f'\n");
    expect("def f():\n    x = (1\n    def g():\n        nonlocal x\n", 3,
           "2:9 '(' was never closed\n");
    expect("if a:\n\tb\n        c\n    d\n", 3,
           "3:1 inconsistent use of tabs and spaces in indentation\n");
    expect("if a:\n    b\n   c\n   d\n    e\n", 3,
           "3:1 unindent does not match any outer indentation level\n");
    expect("x = 'a\ny = 1\nz = 'b\n", 3,
           "1:5 unterminated string literal (detected at line 1)\n"
           "3:5 unterminated string literal (detected at line 3)\n");
}

static void python_is_told_from_the_text(void **state) {
    (void)state;
    static const struct {
        int python;
        const char *text;
    } cases[] = {
        {3, ""},
        {3, "x = 1"},
        {2, "print 'a'"},
        {3, "print('a')"},
        {3, "print(x), "},
        {2, "print\nprint 'a'"},
        {2, "print >>f, x"},
        {2, "try: a\nexcept E, e: b"},
        {3, "try: a\nexcept (E, F) as e: b"},
        {2, "raise E, 'x'"},
        {2, "x = `a`"},
        {2, "a <> b"},
        {2, "x = 0777"},
        {3, "x = 00"},
        {2, "x = 10L"},
        {3, "x = 0xe1"},
        {2, "x = ur''"},
        {2, "exec 'x'"},
        {3, "print(f'{x}')"},
        {3, "print(x, end='')"},
        {3, "f(*, a)"},
        {3, "def f(*, a): pass"},
        {3, "(y := 1)"},
        {3, "a @ b"},
        {3, "@a\ndef f(): pass"},
        {2, "for i in xrange(3): print(i)"},
        {3, "from six.moves import xrange\nxrange(3)"},
        {2, "if x: print 'a'"},
        {2, "d.has_key(1)"},
        {3, "raise X from Y"},
        {2, "from __future__ import division\nprint 1 / 2"},
        {3, "from __future__ import print_function\nprint('a', end='')"},
        {2, "print ('a' + \"b\"), 1\nprint x"},
        {2, "print sess.run(w)"},
        {2, "def f((a, b)): print a"},
        {3, "x = {'print': 1}"},
        {3, "async def f(): pass"},
    };
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Source *source = source_make(a, STR("t"), str_of(cases[i].text));
        if (python_of_text(a, source) != cases[i].python) {
            print_error("%s\n", cases[i].text);
            fail();
        }
    }
    arena_free(a);
}

/* ---- hostile texts ---- */

typedef struct Hostile {
    const char *before, *repeated, *between, *again, *after;
    bool accepted;
    size_t times;
} Hostile;

static Str hostile_text(Arena *a, const Hostile *h) {
    Sink out = sink_memory(a);
    sink_z(&out, h->before);
    for (size_t i = 0; i < h->times; i++) {
        sink_z(&out, h->repeated);
    }
    sink_z(&out, h->between);
    for (size_t i = 0; i < h->times; i++) {
        sink_z(&out, h->again);
    }
    sink_z(&out, h->after);
    return sink_str(&out);
}

static void depth_and_length(void **state) {
    (void)state;
    static const Hostile all[] = {
        {"", "(", "a", ")", "", false, 100000},
        {"", "(", "a", ")", "", true, 200},
        {"x = ", "[", "", "]", "", false, 100000},
        {"", "{", "", "}", "", false, 100000},
        {"", "f(", "a", ")", "", true, 199},
        {"", "1+", "1", "", "", true, 100000},
        {"", "1+2*", "1", "", "", true, 100000},
        {"a", ".b", "", "", "", true, 100000},
        {"f", "()", "", "", "", true, 100000},
        {"a", "[0]", "", "", "", true, 100000},
        {"", "a and ", "a", "", "", true, 100000},
        {"", "a < ", "a", "", "", true, 100000},
        {"", "a = ", "a", "", "", true, 100000},
        {"", "'a' ", "", "", "", true, 100000},
        {"", "-", "1", "", "", false, 100000},
        {"", "not ", "1", "", "", false, 100000},
        {"", "2**", "1", "", "", false, 100000},
        {"", "lambda: ", "1", "", "", false, 100000},
        {"", "1 if a else ", "1", "", "", false, 100000},
        {"if a: pass\n", "elif a: pass\n", "", "", "", true, 50000},
        {"", "@d\n", "def f(): pass", "", "", true, 100000},
        {"f(", "a, ", "", "", ")", true, 100000},
        {"f(", "a=1, ", "", "", ")", false, 20000},
        {"f(", "**a, ", "", "", ")", true, 20000},
        {"x = [", "a, ", "", "", "]", true, 100000},
        {"x = f'", "{a}", "", "", "'", true, 50000},
        {"[a ", "for a in b ", "", "", "]", false, 100000},
        {"[a for a in b ", "if a ", "", "", "]", true, 50000},
        {"with ", "a, ", "a: pass", "", "", false, 100000},
        {"", "else:\n", "", "", "", false, 50000},
        {"", "\\\n", "a", "", "", true, 100000},
        {"import a", ".b", " as c", "", "", true, 50000},
        {"", "a;", "", "", "", true, 100000},
        {"", "（", "", "", "", false, 1000},
        {"if 1:\n", "        a\n   b\n", "", "", "", false, 1000},
        {"", "\t", "x", "", "", false, 100000},
        {"def f():\n global a", ", a", "", "", "", true, 50000},
        {"x = 1", "1", "", "", "", false, 100000},
        {"x = 0x1", "f", "", "", "", true, 100000},
        {"x = 0.1", "1", "", "", "", true, 100000},
        {"class A", "A", ":\n def f(self):\n", "  self.__a\n", "", true, 10000},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        Arena *a = arena_new(0);
        Compiled c = compile_str(hostile_text(a, &all[i]), 3);
        if ((c.program != NULL) != all[i].accepted) {
            print_error("case %zu: %.*s\n", i, STR_ARG(diags_text(&c)));
            fail();
        }
        assert_true(arena_used(c.arena) < ((size_t)100 << 20));
        compiled_done(&c);
        arena_free(a);
    }
}

static void nested_blocks(void **state) {
    (void)state;
    for (int depth = 99; depth < 103; depth++) {
        Arena *a = arena_new(0);
        Sink out = sink_memory(a);
        for (int i = 0; i < depth; i++) {
            sink_repeat(&out, ' ', (size_t)i);
            sink_z(&out, i % 2 ? "for a in b:\n" : "if 1:\n");
        }
        sink_repeat(&out, ' ', (size_t)depth);
        sink_z(&out, "pass\n");
        Compiled c = compile_str(sink_str(&out), 3);
        assert_true((c.program != NULL) == (depth <= 100));
        compiled_done(&c);
        arena_free(a);
    }
}

/* Each finally body is copied for each way out of it: nested ones would explode. */
static void nested_finally(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    sink_z(&out, "def f():\n");
    for (int i = 1; i < 60; i++) {
        sink_repeat(&out, ' ', (size_t)i);
        sink_z(&out, "try: return x\n");
        sink_repeat(&out, ' ', (size_t)i);
        sink_z(&out, "finally:\n");
    }
    sink_repeat(&out, ' ', 60);
    sink_z(&out, "return y\n");
    Compiled c = compile_str(sink_str(&out), 3);
    assert_null(c.program);
    assert_true(str_find(diags_text(&c), STR("the program is too large"), 0) >= 0);
    assert_int_equal(c.diags.errors, 1);
    compiled_done(&c);
    arena_free(a);
}

static void long_names_and_lines(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    sink_repeat(&out, 'x', 1 << 20);
    sink_z(&out, " = 1\ndef ");
    sink_repeat(&out, 'y', 1 << 20);
    sink_z(&out, "(): return ");
    sink_repeat(&out, 'x', 1 << 20);
    sink_z(&out, "\n'");
    sink_repeat(&out, 'z', (size_t)8 << 20);
    sink_z(&out, "'\nnonlocal ");
    sink_repeat(&out, 'w', 1 << 20);
    Compiled c = compile_str(sink_str(&out), 3);
    assert_str(diags_text(&c), "4:1 nonlocal declaration not allowed at module level\n");
    assert_true(arena_used(c.arena) < ((size_t)40 << 20));
    compiled_done(&c);
    arena_free(a);
}

/* ---- the end of memory ---- */

static void out_of_memory(void *context, ArenaRefusal why, size_t size) {
    (void)why;
    (void)size;
    longjmp(*(jmp_buf *)context, 1);
}

/* True: the compilation came to its end before the n-th allocation. */
static bool compiles_within(long n) {
    static const char text[] =
        "def f(a, *b):\n  try: return [a for c in b]\n  finally: print(f'{a}')\n"
        "class C(f):\n  x = (1, 'y' 'z')\n  def g(self): super().g()\nq = = 1\n";
    Arena *a = arena_new(0);
    jmp_buf out;
    volatile bool done = false;
    if (setjmp(out) == 0) {
        arena_on_fail(a, out_of_memory, &out);
        const Source *source = source_make(a, STR("t"), str_of(text));
        Diags diags = diags_make(a, source);
        arena_fail_after(a, n);
        compile_source(a, names_make(a), source, (CompileOptions){.python = 3}, &diags);
        done = true;
    }
    arena_free(a);
    return done;
}

static void memory_may_end_anywhere(void **state) {
    (void)state;
    long n = 0;
    while (!compiles_within(n)) {
        n++;
    }
    assert_true(n > 100);
}

/* ---- token soup ---- */

static void soup_text(Sink *out, uint64_t *seed) {
    static const char *const tokens[] = {
        "a",      "b",        "print",
        "1",      "0777",     "2L",
        "'s'",    "f'{a}'",   "f'{a!r:>{b}}'",
        "f'{'",   "u''",      "\"",
        "(",      ")",        "[",
        "]",      "{",        "}",
        ",",      ":",        ";",
        ".",      "...",      "@",
        "->",     ":=",       "`",
        "+",      "-",        "*",
        "**",     "/",        "//",
        "%",      "<",        "==",
        "!=",     "<>",       "=",
        "+=",     "not",      "in",
        "is",     "and",      "or",
        "if",     "elif",     "else",
        "for",    "while",    "try",
        "except", "finally",  "with",
        "as",     "def",      "f",
        "class",  "return",   "yield",
        "from",   "import",   "lambda",
        "global", "nonlocal", "del",
        "pass",   "break",    "continue",
        "raise",  "assert",   "None",
        "True",   "async",    "await",
        "exec",   "match",    "\n",
        "\n",     "\n ",      "\n  ",
        "\n    ", "\n\t",     "\\\n",
        "（",     "，",       "“",
        "é",      "$",        "!",
        "#",      "\xff",
    };
    uint32_t n = 5 + test_random(seed, 60);
    for (uint32_t i = 0; i < n; i++) {
        sink_z(out, tokens[test_random(seed, sizeof tokens / sizeof *tokens)]);
        sink_z(out, test_random(seed, 3) ? " " : "");
    }
}

static void any_order_of_tokens(void **state) {
    (void)state;
    uint64_t seed = 42;
    for (int i = 0; i < 20000; i++) {
        Arena *a = arena_new(0);
        Sink out = sink_memory(a);
        soup_text(&out, &seed);
        Compiled c = compile_str(sink_str(&out), i % 3 == 1 ? 2 : i % 3 == 2 ? 3 : 0);
        assert_true((c.program == NULL) == (c.diags.errors > 0));
        for (size_t k = 0; k < c.diags.count; k++) {
            assert_true(c.diags.at[k].span.end <= c.source->text.len);
            assert_true(c.diags.at[k].message.len > 0);
        }
        if (c.program) {
            check_program(&c);
        }
        compiled_done(&c);
        arena_free(a);
    }
}

/* One token of a sound program taken away, doubled or replaced. */
static void nearly_sound_programs(void **state) {
    (void)state;
    static const char *const words[] = {
        "def",  " f",  "(",    "a",       ",",      "b",    "=",       "1",    ")",      ":",
        "\n  ", "try", ":",    "\n    ",  "return", " a",   " +",      " b",   "\n  ",   "except",
        " E",   " as", " e",   ":",       " pass",  "\n  ", "finally", ":",    "\n    ", "for",
        " i",   " in", " a",   ":",       " break", "\n",   "class",   " C",   "(",      "f",
        ")",    ":",   "\n  ", "x",       " =",     " [",   "i",       " for", " i",     " in",
        " {",   "a",   ":",    "b",       "}",      " if",  " i",      "]",    "\n",     "with",
        " f",   "(",   ")",    " as",     " x",     ":",    "\n  ",    "x",    " =",     " lambda",
        " *",   "a",   ":",    " f'{a}'", "\n",
    };
    enum { COUNT = sizeof words / sizeof *words };
    uint64_t seed = 7;
    for (int i = 0; i < 6000; i++) {
        Arena *a = arena_new(0);
        Sink out = sink_memory(a);
        uint32_t at = test_random(&seed, COUNT), how = test_random(&seed, 3);
        for (uint32_t k = 0; k < COUNT; k++) {
            if (k == at && how > 0) {
                sink_z(&out, words[how == 1 ? k : test_random(&seed, COUNT)]);
            }
            sink_z(&out, k == at && how == 0 ? "" : words[k]);
        }
        Compiled c = compile_str(sink_str(&out), 3);
        assert_true((c.program == NULL) == (c.diags.errors > 0));
        assert_true(c.diags.count < 12);
        if (c.program) {
            check_program(&c);
        }
        compiled_done(&c);
        arena_free(a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typical_slips),
        cmocka_unit_test(what_may_not_be_assigned),
        cmocka_unit_test(arguments_and_parameters),
        cmocka_unit_test(literals),
        cmocka_unit_test(what_the_other_python_has),
        cmocka_unit_test(refused_by_name),
        cmocka_unit_test(all_faults_once_and_in_order),
        cmocka_unit_test(python_is_told_from_the_text),
        cmocka_unit_test(depth_and_length),
        cmocka_unit_test(nested_blocks),
        cmocka_unit_test(nested_finally),
        cmocka_unit_test(long_names_and_lines),
        cmocka_unit_test(memory_may_end_anywhere),
        cmocka_unit_test(any_order_of_tokens),
        cmocka_unit_test(nearly_sound_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
