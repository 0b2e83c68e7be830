#include "lang/lexer.h"

#include <string.h>

#include "tests/test.h"

/* All tokens of a text, kinds by their text, names and literals as they are written. */
static Str tokens_as(Arena *a, const char *text, int python) {
    Source *source = source_make(a, STR("t"), str_of(text));
    Diags diags = diags_make(a, source);
    Lexer lx;
    lexer_init(&lx, source, python, &diags);
    Sink out = sink_memory(a);
    for (Token t = lexer_next(&lx); t.kind != TOKEN_END; t = lexer_next(&lx)) {
        bool written = t.kind == TOKEN_NAME || t.kind == TOKEN_NUMBER || t.kind == TOKEN_STRING;
        sink_z(&out, out.len ? " " : "");
        sink_put(&out, t.kind == TOKEN_NEWLINE  ? STR("NL")
                       : t.kind == TOKEN_INDENT ? STR(">>>")
                       : t.kind == TOKEN_DEDENT ? STR("<<<")
                       : written                ? source_span(source, t.span)
                                                : str_of(token_text(t.kind)));
    }
    for (size_t i = 0; i < diags.count; i++) {
        sink_printf(&out, " | %.*s", STR_ARG(diags.at[i].message));
    }
    return sink_str(&out);
}

static void expect(const char *text, int python, const char *wanted) {
    Arena *a = arena_new(0);
    assert_str(tokens_as(a, text, python), wanted);
    arena_free(a);
}

static void lines_and_blocks(void **state) {
    (void)state;
    expect("", 3, "");
    expect("\n\n# only a comment", 3, "");
    expect("a", 3, "a NL");
    expect("a\nb\n", 3, "a NL b NL");
    expect("if a:\n  b\n  c\nd\n", 3, "if a : NL >>> b NL c NL <<< d NL");
    expect("if a:\n  b\n\n# x\n   # y\n\n  c", 3, "if a : NL >>> b NL c NL <<<");
    expect("if a:\n if b:\n  c\nd", 3, "if a : NL >>> if b : NL >>> c NL <<< <<< d NL");
    expect("\f\na\n\fb\n", 3, "a NL b NL");
    expect("a\r\nb\rc", 3, "a NL b NL c NL");
}

static void joined_lines(void **state) {
    (void)state;
    expect("(a,\n  b)\n", 3, "( a , b ) NL");
    expect("[1,  # one\n\n 2]\nc", 3, "[ 1 , 2 ] NL c NL");
    expect("a + \\\n  b\n", 3, "a + b NL");
    expect("a \\ \nb", 3, "a b NL | unexpected space after line continuation character");
    expect("a \\b\nc", 3,
           "a error b NL c NL | unexpected character after line continuation character");
    expect("a \\", 3, "a NL | unexpected end of file after line continuation character");
}

static void every_keyword_and_operator(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    for (int k = TOKEN_LEFT_PAREN; k < TOKEN_COUNT; k++) {
        bool bracket = k <= TOKEN_RIGHT_BRACE;
        if (!bracket) {
            Str line = str_printf(a, "%s", token_text((TokenKind)k));
            Str wanted = str_printf(a, "%s NL", token_text((TokenKind)k));
            expect(line.at, 3, wanted.at);
        }
    }
    expect("Nones iff xif in_ classy", 3, "Nones iff xif in_ classy NL");
    expect("a<>b", 2, "a != b NL");
    expect("a<>b", 3, "a != b NL | invalid syntax: the operator <> belongs to Python 2");
    expect("nonlocal x", 2, "nonlocal x NL");
    expect("x.y...z", 3, "x . y ... z NL");
    expect("a->b:=c**=d//=e>>=f", 3, "a -> b := c **= d //= e >>= f NL");
    arena_free(a);
}

static void numbers(void **state) {
    (void)state;
    expect("0 00 12 1_000 0xFf 0b1_0 0o17", 3, "0 00 12 1_000 0xFf 0b1_0 0o17 NL");
    expect("1. .5 1e5 1.5E-3 1e+2 2j .5J 1_0.0_1", 3, "1. .5 1e5 1.5E-3 1e+2 2j .5J 1_0.0_1 NL");
    expect("0777 10L 0xffl", 2, "0777 10L 0xffl NL");
    expect("0777", 3, "error NL | leading zeros in decimal integer literals are not permitted");
    expect("0", 3, "0 NL");
    expect("089.5", 3, "089.5 NL");
    expect("10L", 3, "error NL | invalid decimal literal");
    expect("1if x else 2", 3, "1 if x else 2 NL");
    expect("1abc", 3, "error NL | invalid decimal literal");
    expect("1__0", 3, "error NL | invalid decimal literal");
    expect("0x", 3, "error NL | invalid hexadecimal literal");
    expect("0b12", 3, "error NL | invalid binary literal");
    expect("08", 2, "error NL | invalid octal literal");
    expect("1.e", 3, "error NL | invalid decimal literal");
    expect("x.1", 3, "x .1 NL");
}

static void strings(void **state) {
    (void)state;
    expect("'a' \"b\" r'\\d' rb'x' Rb\"y\" f'{z}' u'w'", 3,
           "'a' \"b\" r'\\d' rb'x' Rb\"y\" f'{z}' u'w' NL");
    expect("r'\\'", 3, "error NL | unterminated string literal (detected at line 1)");
    expect("'a\\'b' '''c\n'd''' \"\"", 3, "'a\\'b' '''c\n'd''' \"\" NL");
    expect("'a\\\nb'", 3, "'a\\\nb' NL");
    expect("ur'x'", 2, "ur'x' NL");
    expect("ur'x'", 3, "ur 'x' NL");
    expect("f'x'", 2, "f 'x' NL");
    expect("'abc\nd", 3, "error NL d NL | unterminated string literal (detected at line 1)");
    expect("'''abc\nd", 3,
           "error NL | unterminated triple-quoted string literal (detected at line 2)");
    expect("(1, 'abc\nd = 3\n", 3,
           "( 1 , error error NL d = 3 NL | unterminated string literal (detected at line 1)");
}

static void string_parts_are_found(void **state) {
    (void)state;
    StringParts p = string_parts("Rb'''x'''", (Span){0, 9});
    assert_true(p.raw && p.bytes && p.triple && !p.format && !p.unicode);
    assert_int_equal(p.body.start, 5);
    assert_int_equal(p.body.end, 6);
    p = string_parts("''", (Span){0, 2});
    assert_int_equal(p.body.start, 1);
    assert_int_equal(p.body.end, 1);
}

static void brackets_that_do_not_match(void **state) {
    (void)state;
    expect("(1, 2]\na", 3,
           "( 1 , 2 error NL a NL | closing parenthesis ']' does not match opening parenthesis '(' "
           "on line 1");
    expect("f([1, 2)\na", 3,
           "f ( [ 1 , 2 error NL a NL | closing parenthesis ')' does not match opening parenthesis "
           "'[' on line 1");
    expect("a)", 3, "a error NL | unmatched ')'");
    expect("x = (1,\n", 3, "x = ( 1 , error NL | '(' was never closed");
    expect("x = (1\ny = 2\n", 3, "x = ( 1 error NL y = 2 NL | '(' was never closed");
    expect("x = f(1,\ndef g(): pass\n", 3,
           "x = f ( 1 , error NL def g ( ) : pass NL | '(' was never closed");
    expect("if x(1:\n  y\n", 3, "if x ( 1 : y error NL | '(' was never closed");
    expect("x = [a\nfor a in b]\n", 3, "x = [ a for a in b ] NL");
    expect("x = [a\nfor a in b:\n  c\n", 3,
           "x = [ a error NL for a in b : NL >>> c NL <<< | '[' was never closed");
    expect("f(\na=1,\nb=2)\n", 3, "f ( a = 1 , b = 2 ) NL");
}

static void tabs_and_spaces(void **state) {
    (void)state;
    expect("if a:\n\tb\n\tc\n", 3, "if a : NL >>> b NL c NL <<<");
    expect("if a:\n\tb\n        c\n", 2, "if a : NL >>> b NL c NL <<<");
    expect("if a:\n\tb\n        c\n", 3,
           "if a : NL >>> b NL c NL <<< | inconsistent use of tabs and spaces in indentation");
    expect(
        "if a:\n    b\n  c\nd\n", 3,
        "if a : NL >>> b NL c NL <<< d NL | unindent does not match any outer indentation level");
    expect("if a:\n        b\n  c\n  d\n", 3,
           "if a : NL >>> b NL <<< c NL d NL | unindent does not match any outer indentation "
           "level");
}

static void characters_that_were_meant_to_be_others(void **state) {
    (void)state;
    expect("f（a，b）", 3,
           "f ( a , b ) NL | invalid character '（' (U+FF08) | invalid character '，' (U+FF0C) | "
           "invalid character '）' (U+FF09)");
    expect("x ＝ “你好”\ny", 3,
           "x = error NL y NL | invalid character '＝' (U+FF1D) | invalid character '“' (U+201C)");
    expect("a\xc2\xa0+ b", 3, "a + b NL | invalid character '\xc2\xa0' (U+00A0)");
    expect("if a：\n    b\n", 3, "if a : NL >>> b NL <<< | invalid character '：' (U+FF1A)");
    expect("if a:\n\xe3\x80\x80\xe3\x80\x80"
           "b\n",
           3,
           "if a : NL >>> b NL <<< | the line is indented with characters that are no ASCII "
           "spaces");
    expect("a $ b ? c", 3, "a error b error c NL | invalid character '$' | invalid character '?'");
    expect("a \x01", 3, "a error NL | invalid non-printable character U+0001");
    expect("x = \xf0\x9f\x98\x80", 3,
           "x = error NL | invalid character '\xf0\x9f\x98\x80' (U+1F600)");
    expect("变量 = é", 3, "变量 = é NL");
    expect("变 = 1", 2, "error = 1 NL | invalid character '变' (U+53D8)");
}

static void limits(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char *deep = arena_alloc(a, 100001);
    memset(deep, '(', 100000);
    Str text = tokens_as(a, deep, 3);
    assert_true(str_ends(text, STR("( | too many nested parentheses")));
    Sink blocks = sink_memory(a);
    for (int i = 0; i < 300; i++) {
        sink_repeat(&blocks, ' ', (size_t)i);
        sink_z(&blocks, "if a:\n");
    }
    sink_char(&blocks, 0);
    assert_true(str_ends(tokens_as(a, blocks.text, 3), STR("| too many levels of indentation")));
    arena_free(a);
}

static void every_byte_makes_progress(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        char text[40];
        size_t len = 0;
        for (; len < sizeof text - 1; len++) {
            seed = seed * 1664525u + 1013904223u;
            static const char some[] = "()[]{}'\"\\\n\t #:=.0x9eL_ab\xef\xbc\x88\xe2\x80\x9c\xff";
            text[len] = some[(seed >> 16) % (sizeof some - 1)];
        }
        text[len] = 0;
        for (int python = 0; python <= 3; python += python ? 1 : 2) {
            Source *source = source_make(a, STR("t"), str_of(text));
            Diags diags = diags_make(a, source);
            Lexer lx;
            lexer_init(&lx, source, python, &diags);
            size_t n = 0;
            uint32_t end = 0;
            for (Token t = lexer_next(&lx); t.kind != TOKEN_END; t = lexer_next(&lx)) {
                assert_true(t.span.start <= t.span.end && t.span.end <= source->text.len);
                assert_true(t.kind == TOKEN_NEWLINE || t.span.start >= end ||
                            t.kind == TOKEN_INDENT);
                end = t.span.end > end ? t.span.end : end;
                assert_true(++n < 500);
            }
        }
        arena_reset(a);
    }
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_blocks),
        cmocka_unit_test(joined_lines),
        cmocka_unit_test(every_keyword_and_operator),
        cmocka_unit_test(numbers),
        cmocka_unit_test(strings),
        cmocka_unit_test(string_parts_are_found),
        cmocka_unit_test(brackets_that_do_not_match),
        cmocka_unit_test(tabs_and_spaces),
        cmocka_unit_test(characters_that_were_meant_to_be_others),
        cmocka_unit_test(limits),
        cmocka_unit_test(every_byte_makes_progress),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
