/* test_random.c: what holds for any program holds for random ones, in every release.
 *
 *     tests/test_random                 a few seeds for each release
 *     TFSCOPE_RANDOM_SEEDS=2000 …       so many for each
 *     tests/test_random SEED 1.4        prints the program of a seed for a release
 *     tests/test_random FILE.py 1.4     checks a program: one of those, made smaller
 *
 * A failure names the seed and the release, and prints the program with what was found. */
#include <stdio.h>
#include <string.h>

#include "tests/claims.h"
#include "tests/generate.h"
#include "tests/invariants.h"
#include "tests/live.h"
#include "tests/suite.h"
#include "view/view.h"
#include "view/why.h"

enum {
    SEEDS = 150,
    SEEDS_PER_CASE = 10,
    MOST_TOLD = 20, /* lines of findings */
    NAMES = 6,      /* that are put into words, of the nodes and scopes of a program */
};

/* A block of seeds under one release. */
typedef struct Block {
    int minor;
    uint64_t first, count;
} Block;

/* ---- explanations ---- */

/* Sentences for a name, as lines and as JSON. */
static void check_explained_name(const Trace *t, Name name, Arena *scratch, Sink *why) {
    Sink json = sink_memory(scratch);
    const Doc *d = view_explain(scratch, t, name_str(name));
    if (!d || d->lines.count < 2)
        sink_printf(why, "  nothing explains %s\n", name->text);
    view_explain_json(t, name_str(name), &json);
    arena_reset(scratch);
}

static void check_chain(Chain c, const Trace *t, uint32_t site, const char *what, Sink *why) {
    if (!c.count)
        sink_printf(why, "  nothing explains the %s of line %u\n", what, trace_line(t, site));
}

static void check_chains(const Why *w, const Trace *t, Sink *why) {
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        check_chain(why_node(w, n), t, n->cause.site, "node", why);
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        check_chain(why_variable(w, v), t, v->cause.site, "variable", why);
    }
    for (size_t i = 0; i < t->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&t->shares, TraceShare *, i);
        check_chain(why_share(w, s), t, s->cause.site, "sharing", why);
    }
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (s->kind != SCOPE_ROOT)
            check_chain(why_scope(w, s), t, s->cause.site, "scope", why);
    }
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        if (e->rule != RULE_COUNT)
            check_chain(why_error(w, e), t, e->cause.site, "error", why);
    }
}

static void check_events(const Why *w, const Trace *t, Arena *scratch, Sink *why) {
    for (size_t i = 0; i < t->events.count; i++) {
        Doc *d = doc_make(scratch);
        explain_event(d, w, (Moment)i);
        if (d->lines.count != why_event(w, (Moment)i).count)
            sink_printf(why, "  event %zu: reasons and lines differ\n", i);
        arena_reset(scratch);
    }
}

/* Everything is explained, truly, and in words too. */
static void check_explanations(const Trace *t, Arena *a, Sink *why) {
    const Why *w = why_make(a, t);
    Arena *scratch = arena_new(0);
    sink_put(why, claims_check(a, t));
    check_chains(w, t, why);
    check_events(w, t, scratch, why);
    for (size_t i = 0; i < t->nodes.count; i += 1 + t->nodes.count / NAMES)
        check_explained_name(t, (*LOG_AT(&t->nodes, TraceNode *, i))->name, scratch, why);
    for (size_t i = 0; i < t->scopes.count; i += 1 + t->scopes.count / NAMES) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (s->op_scope->len)
            check_explained_name(t, s->op_scope, scratch, why);
    }
    arena_free(scratch);
}

/* ---- one run ---- */

static Run *run_text(Arena *a, Str text, int minor, RunOptions options) {
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    if (run_program(run, source_make(a, STR("random.py"), text)))
        return run;
    run_free(run);
    return NULL;
}

static void check_run(Checked *c) {
    static void (*const checks[])(Checked *) = {
        check_end,         check_nodes,   check_store,        check_collections,
        check_shares,      check_balance, check_names,        check_namings,
        check_scope_names, check_reuse,   check_default_names};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        checks[i](c);
    check_explanations(c->trace, c->arena, &c->why);
}

static Str trace_text(Arena *a, const Run *run) {
    Sink out = sink_memory(a);
    trace_json(run->trace, &out);
    return sink_str(&out);
}

/* The trace as text can be read, and is the same when the program runs again. */
static void check_text(Checked *c, Str text, int minor) {
    Str first = trace_text(c->arena, c->run), error;
    Run *again = run_text(c->arena, text, minor, (RunOptions){0});
    if (!json_parse(c->arena, first, &error))
        found(c, "the trace is no JSON: %.*s", STR_ARG(error));
    if (!again || !str_eq(first, trace_text(c->arena, again)))
        found(c, "the second run left another trace");
    if (again)
        run_free(again);
}

/* What is wrong with the run of a program; empty for nothing. */
static Str judge(Arena *a, Str text, int minor) {
    Observer w = live_make();
    RunOptions options = {.on_step = live_watch, .on_step_context = &w};
    Run *run = run_text(a, text, minor, options);
    if (!run) {
        live_done(&w);
        return STR("  the program was not accepted\n");
    }
    Checked c = {run, run->trace, tf_engine(run), a, sink_memory(a)};
    check_run(&c);
    check_text(&c, text, minor);
    live_compare(&w, run->trace, &c.why);
    run_free(run);
    live_done(&w);
    return sink_str(&c.why);
}

/* ---- many programs ---- */

/* Prints the first lines only: one fault shows in many places. */
static void tell(uint64_t seed, int minor, Str text, Str why) {
    size_t end = 0;
    for (int lines = 0; end < why.len && lines < MOST_TOLD; end++)
        lines += why.at[end] == '\n';
    fprintf(stderr, "seed %llu, release 1.%d:\n%.*s---- the program ----\n%.*s----\n",
            (unsigned long long)seed, minor, STR_ARG(str_sub(why, 0, end)), STR_ARG(text));
}

static void test_block(void **state) {
    const Block *b = *state;
    size_t bad = 0;
    for (uint64_t seed = b->first; seed < b->first + b->count; seed++) {
        Arena *a = arena_new(0);
        Str text = generate_program(a, seed, b->minor), why = judge(a, text, b->minor);
        if (why.len)
            tell(seed, b->minor, text, why);
        bad += why.len > 0;
        arena_free(a);
    }
    assert_int_equal(bad, 0);
}

static void add_block(Suite *s, int minor, uint64_t first, uint64_t count) {
    Block *b = ARENA_NEW(s->arena, Block);
    *b = (Block){minor, first, count};
    suite_add(s,
              str_printf(s->arena, "release 1.%d, seeds %llu to %llu", minor,
                         (unsigned long long)first, (unsigned long long)(first + count - 1)),
              test_block, b);
}

/* ---- one program, by hand ---- */

/* Prints what is wrong with the program of a file, when it is one; else the program of a seed. */
static int show(const char *what, const char *release) {
    int minor;
    Arena *a = arena_new(0);
    Str text, error;
    bool known = dialect_version(str_of(release), &minor),
         file = str_ends(str_of(what), STR(".py"));
    if (known && !file)
        text = generate_program(a, strtoull(what, NULL, 10), minor);
    else if (known && file_read(a, what, 1 << 20, &text, &error))
        text = judge(a, text, minor);
    else
        text = known ? error : STR("no such release");
    printf("%.*s", STR_ARG(text));
    bool good = known && (!file || !text.len);
    arena_free(a);
    return !good;
}

int main(int argc, char **argv) {
    if (argc == 3)
        return show(argv[1], argv[2]);
    Suite s = {.arena = arena_new(0)};
    const char *wanted = getenv("TFSCOPE_RANDOM_SEEDS");
    uint64_t seeds = wanted ? strtoull(wanted, NULL, 10) : SEEDS;
    for (uint64_t first = 1; first <= seeds; first += SEEDS_PER_CASE) {
        uint64_t left = seeds - first + 1;
        for (int minor = dialect_oldest(); minor <= dialect_newest(); minor++)
            add_block(&s, minor, first, left < SEEDS_PER_CASE ? left : SEEDS_PER_CASE);
    }
    return suite_run(&s, "random");
}
