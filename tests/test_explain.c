/* test_explain.c: every explanation of every program of the conformance data is true.
 *
 * All chains of reasons (view/why.h) of a program are held against a model of their own (claims.h),
 * under each release that the case has; and every refusal that the data expects has a chain. */
#include "tests/claims.h"
#include "tests/suite.h"
#include "tf/tf.h"
#include "view/view.h"

typedef struct Case {
    Str source;
    int minor;
} Case;

/* Errors of Python itself, which no rule of TensorFlow is behind. */
static bool is_python(const TraceError *e) {
    static const char *const types[] = {"ZeroDivisionError", "NameError", "IndexError",
                                        "AssertionError", "StopIteration"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq(name_str(e->type), str_of(types[i])))
            return true;
    return false;
}

/* Every refusal has reasons, unless the program or Python raised it. */
static void check_errors(Arena *a, const Trace *t, Sink *out) {
    const Why *why = why_make(a, t);
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        if (!e->raised && !is_python(e) && !why_error(why, e).count)
            sink_printf(out, "no reason for %s: %.*s\n", e->type->text, STR_ARG(e->message));
    }
}

static void test_case(void **state) {
    const Case *c = *state;
    Arena *a = arena_new(0);
    RunOptions options = {0};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, c->minor));
    Sink wrong = sink_memory(a);
    if (run_program(run, source_make(a, STR("program.py"), c->source))) {
        sink_put(&wrong, claims_check(a, run->trace));
        check_errors(a, run->trace, &wrong);
    }
    Str text = sink_str(&wrong);
    fprintf(stderr, "%.*s", STR_ARG(str_sub(text, 0, text.len < 2000 ? text.len : 2000)));
    size_t bad = text.len;
    run_free(run);
    arena_free(a);
    assert_int_equal(bad, 0);
}

static void add_cases(Suite *s, const Json *line) {
    const Json *expect = json_get(line, "expect");
    for (const Json *v = expect ? expect->child : NULL; v; v = v->next) {
        Case *c = ARENA_NEW(s->arena, Case);
        c->source = json_get_str(line, "source", STR(""));
        assert_true(dialect_version(v->key, &c->minor));
        Str id = json_get_str(line, "id", STR("?"));
        suite_add(s, str_printf(s->arena, "%.*s tf %.*s", STR_ARG(id), STR_ARG(v->key)), test_case,
                  c);
    }
}

int main(void) {
    static const char *const files[] = {"names",    "ops",   "variable",    "getvar",
                                        "varscope", "mixed", "collections", "random"};
    Suite s = {.arena = arena_new(0)};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        suite_read(&s, str_printf(s.arena, "tests/conformance/%s.jsonl", files[i]).at, add_cases);
    return suite_run(&s, "explain");
}
