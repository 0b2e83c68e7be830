/* test_conformance.c: what TensorFlow printed and built for many programs, and what the engine
 * makes of them.
 *
 * Every line of tests/conformance/FILE.jsonl is a case with expectations for some versions; every
 * case and version is one test. Compared are, as tests/conformance/README.md says: standard output,
 * the error (type, first line, line of the program), the lists of variables, and all nodes of the
 * graph in order. */
#include <string.h>

#include "tests/suite.h"
#include "tf/tf.h"

static const char *const files[] = {"names",   "ops",      "variable", "getvar",
                                    "session", "varscope", "mixed",    "collections",
                                    "random",  "layers",   "contrib",  "rnn",      "train"};

typedef struct Case {
    Str id, source, version;
    const Json *expect;
} Case;

/* What differs, as text; empty when nothing does. */
typedef struct Differences {
    Sink out;
} Differences;

static void differ(Differences *d, const char *what, Str want, Str got) {
    sink_printf(&d->out, "%s:\n  expected %.*s\n  got      %.*s\n", what, STR_ARG(want),
                STR_ARG(got));
}

static Str first_line(Str s) {
    ptrdiff_t end = str_find(s, STR("\n"), 0);
    return end < 0 ? s : str_sub(s, 0, (size_t)end);
}

static void compare_str(Differences *d, const char *what, const Json *want, const Json *got,
                        const char *key) {
    Str w = first_line(json_get_str(want, key, STR(""))),
        g = first_line(json_get_str(got, key, STR("")));
    if (!str_eq(w, g))
        differ(d, what, w, g);
}

static void compare_error(Differences *d, const Json *want, const Json *got) {
    const Json *w = json_get(want, "error"), *g = json_get(got, "error");
    bool wanted = w && w->kind == JSON_OBJECT, have = g && g->kind == JSON_OBJECT;
    if (wanted != have) {
        differ(d, "error", wanted ? json_get_str(w, "message", STR("?")) : STR("none"),
               have ? json_get_str(g, "message", STR("?")) : STR("none"));
        return;
    }
    if (!wanted)
        return;
    compare_str(d, "error type", w, g, "type");
    compare_str(d, "error message", w, g, "message");
    if (json_get_num(w, "line", -1) != json_get_num(g, "line", -2))
        sink_printf(&d->out, "error line: expected %g, got %g\n", json_get_num(w, "line", -1),
                    json_get_num(g, "line", -2));
}

/* An unknown dimension or shape of the data agrees with anything. */
static bool same_shape(const Json *want, const Json *got) {
    if (!want || want->kind == JSON_NULL)
        return true;
    if (!got || got->kind != JSON_ARRAY)
        return false;
    const Json *w = want->child, *g = got->child;
    for (; w && g; w = w->next, g = g->next)
        if (w->kind != JSON_NULL && (g->kind != JSON_NUMBER || w->number != g->number))
            return false;
    return !w && !g;
}

static bool same_list(const Json *want, const Json *got, bool (*same)(const Json *, const Json *)) {
    const Json *w = want ? want->child : NULL, *g = got ? got->child : NULL;
    for (; w && g; w = w->next, g = g->next)
        if (!same(w, g))
            return false;
    return !w && !g;
}

static bool same_text(const Json *w, const Json *g) {
    return w->kind == JSON_NULL || (g->kind == JSON_STRING && str_eq(w->string, g->string));
}

static bool same_variable(const Json *w, const Json *g) {
    if (w->kind == JSON_STRING)
        return same_text(w, g);
    const Json *trainable = json_get(w, "trainable");
    return str_eq(json_get_str(w, "name", STR("")), json_get_str(g, "name", STR(""))) &&
           str_eq(json_get_str(w, "dtype", STR("")), json_get_str(g, "dtype", STR(""))) &&
           same_shape(json_get(w, "shape"), json_get(g, "shape")) &&
           (!trainable || trainable->boolean == json_get_bool(g, "trainable", !trainable->boolean));
}

static bool same_node(const Json *w, const Json *g) {
    const Json *dtypes = json_get(w, "dtypes"), *shapes = json_get(w, "shapes");
    return str_eq(json_get_str(w, "name", STR("")), json_get_str(g, "name", STR(""))) &&
           str_eq(json_get_str(w, "op", STR("")), json_get_str(g, "op", STR(""))) &&
           same_list(json_get(w, "inputs"), json_get(g, "inputs"), same_text) &&
           (!dtypes || same_list(dtypes, json_get(g, "dtypes"), same_text)) &&
           (!shapes || same_list(shapes, json_get(g, "shapes"), same_shape));
}

static Str describe(Arena *a, const Json *item) {
    if (!item)
        return STR("(nothing)");
    if (item->kind == JSON_STRING)
        return item->string;
    Sink out = sink_memory(a);
    sink_put(&out, json_get_str(item, "name", STR("?")));
    sink_z(&out, " ");
    sink_put(&out, json_get_str(item, "op", json_get_str(item, "dtype", STR(""))));
    const Json *inputs = json_get(item, "inputs");
    for (const Json *i = inputs ? inputs->child : NULL; i; i = i->next)
        sink_printf(&out, " %.*s", STR_ARG(i->string));
    return sink_str(&out);
}

/* The first place where two lists part. */
static void compare_list(Differences *d, Arena *a, const Json *want, const Json *got,
                         const char *key, bool (*same)(const Json *, const Json *)) {
    const Json *w = json_get(want, key), *g = json_get(got, key);
    if (!w)
        return;
    w = w->child;
    g = g ? g->child : NULL;
    for (int i = 0; w || g; i++, w = w ? w->next : NULL, g = g ? g->next : NULL) {
        if (w && g && same(w, g))
            continue;
        differ(d, str_printf(a, "%s, item %d", key, i).at, describe(a, w), describe(a, g));
        return;
    }
}

static void compare(Differences *d, Arena *a, const Json *want, const Json *got) {
    Str w = json_get_str(want, "stdout", STR("")), g = json_get_str(got, "stdout", STR(""));
    if (!str_eq(w, g))
        differ(d, "stdout", w, g);
    compare_error(d, want, got);
    compare_list(d, a, want, got, "variables", same_variable);
    compare_list(d, a, want, got, "local_variables", same_variable);
    compare_list(d, a, want, got, "trainable", same_variable);
    compare_list(d, a, want, got, "nodes", same_node);
}

/* Runs the program and gives its result as JSON text; on refusal why it was refused. */
static Str run_case(Arena *a, const Case *c, bool *accepted) {
    int minor;
    RunOptions options = {0};
    Sink out = sink_memory(a);
    assert_true(dialect_version(c->version, &minor));
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    *accepted = run_program(run, source_make(a, STR("program.py"), c->source));
    if (!*accepted)
        diags_print(run->diags, &out);
    else if (run->trace->end == END_REFUSED)
        *accepted = (sink_put(&out, run->trace->refusal.message), false);
    else
        trace_result_json(run->trace, &out);
    run_free(run);
    return sink_str(&out);
}

static void test_case(void **state) {
    const Case *c = *state;
    Arena *a = arena_new(0);
    bool accepted;
    Str error, text = run_case(a, c, &accepted);
    Differences d = {sink_memory(a)};
    const Json *got = accepted ? json_parse(a, text, &error) : NULL;
    if (got)
        compare(&d, a, c->expect, got);
    else
        differ(&d, "result", STR("a result"), accepted ? error : text);
    Str differences = sink_str(&d.out);
    if (differences.len > 0)
        fprintf(stderr, "%.*s", STR_ARG(differences));
    size_t count = differences.len;
    arena_free(a);
    assert_int_equal(count, 0);
}

/* ---- reading the data ---- */

static const Json *resolve(const Json *expect, const Json *version) {
    for (int hops = 0; version && hops < 20; hops++) {
        Str same = json_get_str(version, "same_as", STR(""));
        if (same.len == 0)
            return version;
        char key[16];
        snprintf(key, sizeof key, "%.*s", STR_ARG(same));
        version = json_get(expect, key);
    }
    return NULL;
}

static void add_cases(Suite *s, const Json *line) {
    const Json *expect = json_get(line, "expect");
    for (const Json *v = expect ? expect->child : NULL; v; v = v->next) {
        Case *c = ARENA_NEW(s->arena, Case);
        c->id = json_get_str(line, "id", STR("?"));
        c->source = json_get_str(line, "source", STR(""));
        c->version = v->key;
        c->expect = resolve(expect, v);
        Str name = str_printf(s->arena, "%.*s tf %.*s", STR_ARG(c->id), STR_ARG(c->version));
        suite_add(s, name, test_case, c);
    }
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        suite_read(&s, str_printf(s.arena, "tests/conformance/%s.jsonl", files[i]).at, add_cases);
    return suite_run(&s, "conformance");
}
