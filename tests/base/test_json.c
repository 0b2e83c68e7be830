#include "base/json.h"

#include <math.h>
#include <string.h>

#include "tests/test.h"

static void nesting_and_commas(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_object(&j);
    json_key(&j, "a");
    json_array(&j);
    json_int(&j, 1);
    json_array(&j);
    json_end_array(&j);
    json_object(&j);
    json_end_object(&j);
    json_null(&j);
    json_end_array(&j);
    json_key(&j, "b");
    json_bool(&j, true);
    json_key(&j, "c");
    json_object(&j);
    json_key(&j, "d");
    json_str(&j, STR("x"));
    json_end_object(&j);
    json_end_object(&j);
    assert_str(sink_str(&out), "{\"a\":[1,[],{},null],\"b\":true,\"c\":{\"d\":\"x\"}}");
    arena_free(a);
}

static void nesting_has_no_limit(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    for (int i = 0; i < 1000; i++) {
        json_array(&j);
        json_int(&j, i);
    }
    for (int i = 0; i < 1000; i++) {
        json_end_array(&j);
    }
    assert_true(str_starts(sink_str(&out), STR("[0,[1,[2,")));
    assert_true(str_ends(sink_str(&out), STR("[999]]]]")) || str_ends(sink_str(&out), STR("]]]]")));
    arena_free(a);
}

static void assert_string(Arena *a, Str s, const char *wanted) {
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_str(&j, s);
    assert_str(sink_str(&out), wanted);
}

static void strings_are_escaped(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_string(a, STR(""), "\"\"");
    assert_string(a, STR("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    assert_string(a, STR("\n\r\t\0\x1b\x7f"), "\"\\n\\r\\t\\u0000\\u001b\\u007f\"");
    assert_string(a, STR("变量 \xf0\x9f\x98\x80"), "\"变量 \xf0\x9f\x98\x80\"");
    assert_string(a, STR("\xed\xa0\x80"), "\"\\ud800\"");
    assert_string(a,
                  STR("a\xff"
                      "b"),
                  "\"a\\ufffdb\"");
    assert_string(a, STR("\xe2\x80\xa8\xe2\x80\xae\xc2\x9b"), "\"\\u2028\\u202e\\u009b\"");
    arena_free(a);
}

static void assert_double(Arena *a, double d, const char *wanted) {
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_double(&j, d);
    assert_str(sink_str(&out), wanted);
}

static void numbers_are_short_and_exact(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    assert_double(a, 0, "0.0");
    assert_double(a, -0.0, "-0.0");
    assert_double(a, 1, "1.0");
    assert_double(a, 0.1, "0.1");
    assert_double(a, 0.1 + 0.2, "0.30000000000000004");
    assert_double(a, 1e300, "1e+300");
    assert_double(a, 5e-324, "4.94065645841247e-324");
    assert_double(a, 1.0 / 3, "0.3333333333333333");
    assert_double(a, (double)NAN, "\"nan\"");
    assert_double(a, (double)INFINITY, "\"inf\"");
    assert_double(a, -(double)INFINITY, "\"-inf\"");
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_array(&j);
    json_int(&j, INT64_MIN);
    json_int(&j, INT64_MAX);
    json_end_array(&j);
    assert_str(sink_str(&out), "[-9223372036854775808,9223372036854775807]");
    arena_free(a);
}

static void a_tree_is_read(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str error = STR("untouched");
    const Json *o = json_parse(a,
                               STR(" {\"s\": \"a\\n\\u53d8\", \"n\": -1.5e2, \"b\": true,"
                                   " \"z\": null, \"l\": [1, \"2\", {}], \"s\": \"second\"} \n"),
                               &error);
    assert_non_null(o);
    assert_str(error, "untouched");
    assert_int_equal(o->kind, JSON_OBJECT);
    assert_str(json_get_str(o, "s", STR("none")), "a\n变");
    assert_true(json_get_num(o, "n", 0) == -150);
    assert_true(json_get_bool(o, "b", false));
    assert_int_equal(json_get(o, "z")->kind, JSON_NULL);
    const Json *list = json_get(o, "l");
    assert_int_equal(list->kind, JSON_ARRAY);
    assert_true(list->child->number == 1);
    assert_str(list->child->next->string, "2");
    assert_int_equal(list->child->next->next->kind, JSON_OBJECT);
    assert_null(list->child->next->next->child);
    assert_null(list->child->next->next->next);
    assert_str(o->child->key, "s");
    arena_free(a);
}

/* A key has no line of its own, and what looks like a value within a string is none. */
static void values_know_their_lines(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str error;
    const Json *o = json_parse(a,
                               STR("\xef\xbb\xbf{\n\"a\" :\n 1, \"b\": [\"x\\\": [1\",\n{}, null,\n"
                                   "{\"c\":\n\"d\"}\n], \"e\":false}"),
                               &error);
    const Json *b = json_get(o, "b")->child;
    assert_int_equal(o->line, 1);
    assert_int_equal(json_get(o, "a")->line, 3);
    assert_int_equal(json_get(o, "b")->line, 3);
    assert_int_equal(b->line, 3);
    assert_int_equal(b->next->line, 4);
    assert_int_equal(b->next->next->line, 4);
    assert_int_equal(b->next->next->next->line, 5);
    assert_int_equal(json_get(b->next->next->next, "c")->line, 6);
    assert_int_equal(json_get(o, "e")->line, 7);
    arena_free(a);
}

static void getters_have_defaults(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str error;
    const Json *o = json_parse(a, STR("{\"s\": \"x\", \"n\": 1}"), &error);
    assert_null(json_get(NULL, "s"));
    assert_null(json_get(o, "S"));
    assert_null(json_get(json_get(o, "s"), "s"));
    assert_str(json_get_str(o, "n", STR("no")), "no");
    assert_str(json_get_str(NULL, "n", STR("no")), "no");
    assert_true(json_get_num(o, "s", 7) == 7);
    assert_true(json_get_bool(o, "n", true));
    arena_free(a);
}

static void assert_refused(Str text, const char *wanted) {
    Arena *a = arena_new(0);
    Str error = {NULL, 0};
    const Json *value = json_parse(a, text, &error);
    assert_null(value);
    assert_str(error, wanted);
    arena_free(a);
}

static void faults_name_their_line(void **state) {
    (void)state;
    const char *unexpected_1 = "not valid JSON: line 1: something unexpected stands here";
    const char *unexpected_3 = "not valid JSON: line 3: something unexpected stands here";
    assert_refused(STR(""), unexpected_1);
    assert_refused(STR("{"), unexpected_1);
    assert_refused(STR("[1,]"), unexpected_1);
    assert_refused(STR("[1] x"), unexpected_1);
    assert_refused(STR("nul"), unexpected_1);
    assert_refused(STR("]]]"), unexpected_1);
    assert_refused(STR("{\n\"a\": 1,\n oops}\n"), unexpected_3);
    assert_refused(STR("[\"a\n\"]"), "not valid JSON: line 1: a control character in a string");
    assert_refused(STR("\n[\"a]"), "not valid JSON: line 2: a string without an end");
    assert_refused(STR("[\"a\\"), "not valid JSON: line 1: a string without an end");
    assert_refused(STR("[\"a\\u0000\"]"), "not valid JSON: line 1: a NUL character in a string");
    assert_refused(STR("[1]\0"), "not valid JSON: line 1: a control character");
    assert_refused(STR("[\"\xff\"]"), "not valid JSON: line 1: not valid UTF-8");
}

static void depth_is_limited(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    char text[400];
    Str error;
    memset(text, '[', 64);
    memset(text + 64, ']', 64);
    assert_non_null(json_parse(a, (Str){text, 128}, &error));
    memset(text, '[', 65);
    memset(text + 65, ']', 65);
    assert_null(json_parse(a, (Str){text, 130}, &error));
    assert_str(error, "not valid JSON: line 1: more than 64 levels deep");
    arena_free(a);
}

static void escaped_backslash_before_u0000_is_text(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str error;
    const Json *value = json_parse(a, STR("\"\\\\u0000\""), &error);
    assert_non_null(value);
    assert_str(value->string, "\\u0000");
    arena_free(a);
}

static void jump_back(void *context, ArenaRefusal why, size_t size) {
    (void)why, (void)size;
    longjmp(*(jmp_buf *)context, 1);
}

/* Leak checking sees it if cJSON's tree is left behind. */
static void a_refused_allocation_leaves_nothing(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    jmp_buf back;
    arena_on_fail(a, jump_back, &back);
    volatile int refused = 0;
    for (volatile long n = 0; n < 8; n = n + 1) {
        arena_fail_after(a, n);
        if (!setjmp(back)) {
            Str error;
            assert_non_null(json_parse(a, STR("{\"a\": [1, \"two\", {\"b\": null}]}"), &error));
        } else {
            refused++;
        }
    }
    assert_in_range(refused, 1, 7);
    arena_free(a);
}

static void what_is_written_can_be_read(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    Str odd = STR("\"\\\n\x1b\xff变\xe2\x80\xae");
    json_array(&j);
    json_str(&j, odd);
    json_double(&j, 1.0 / 3);
    json_end_array(&j);
    Str error;
    const Json *list = json_parse(a, sink_str(&out), &error);
    assert_non_null(list);
    assert_str(list->child->string, "\"\\\n\x1b\xef\xbf\xbd变\xe2\x80\xae");
    assert_true(list->child->next->number == 1.0 / 3);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_and_commas),
        cmocka_unit_test(nesting_has_no_limit),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(numbers_are_short_and_exact),
        cmocka_unit_test(a_tree_is_read),
        cmocka_unit_test(values_know_their_lines),
        cmocka_unit_test(getters_have_defaults),
        cmocka_unit_test(faults_name_their_line),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(escaped_backslash_before_u0000_is_text),
        cmocka_unit_test(a_refused_allocation_leaves_nothing),
        cmocka_unit_test(what_is_written_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
