/* test_any_step.c: the state at any step, read from the trace, is what it was when the program was
 * there.
 *
 * And the same program leaves the same trace, byte for byte, every time.
 *
 * Every test program is run with a hook that writes down the live state before each step: newest
 * values of all names of all running functions, the open scope, the numbers of nodes, variables,
 * values, errors and printed bytes. Afterwards the same is read from the finished trace at every
 * step, through the histories. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "tests/suite.h"
#include "tf/tf.h"

/* Steps of a longer program are looked at only every so often. */
enum { MOST_STEPS = 4000 };

typedef struct Subject {
    Str name, text;
} Subject;

/* The live states of one run. */
typedef struct Watch {
    Arena *arena; /* of the texts */
    Arena *scratch;
    Str *states; /* [count] */
    size_t count, room;
} Watch;

/* ---- the state as text ---- */

static void put_names(Sink *out, const TraceFrame *f, Moment m) {
    sink_printf(out, "%s:", f->function->text);
    for (uint32_t i = 0; i < f->ncells; i++) {
        const Cell *c = f->captured && f->captured[i] ? f->captured[i] : &f->cells[i];
        Value v = m == MOMENT_END ? cell_get(c) : trace_local_at(f, i, m);
        sink_printf(out, " %s=", f->names[i] ? f->names[i]->text : "?");
        value_show(out, v, m, 3);
    }
    sink_char(out, '\n');
}

static bool runs_at(const TraceFrame *f, Moment m) {
    return m == MOMENT_END ? f->left == MOMENT_END : f->entered < m && f->left >= m;
}

static void put_scope(Sink *out, const TraceScope *s, Reuse reuse) {
    if (s)
        sink_printf(out, "scope %u %s %s %d\n", s->index, s->op_scope->text, s->prefix->text,
                    (int)reuse);
}

static size_t bytes_at(const Trace *t, size_t pieces) {
    size_t n = 0;
    for (size_t i = 0; i < pieces; i++)
        n += LOG_AT(&t->output, TraceOutputPiece, i)->text.len;
    return n;
}

static size_t values_at(const Trace *t, Moment m) {
    size_t n = 0;
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        for (size_t k = 0; k < v->values.count; k++)
            n += LOG_AT(&v->values, TraceVariableValue, k)->moment < m;
    }
    return n;
}

static Str state_text(Arena *a, const Trace *t, Moment m) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < t->frames.count; i++)
        if (runs_at(trace_frame_at(t, (uint32_t)i), m))
            put_names(&out, trace_frame_at(t, (uint32_t)i), m);
    return sink_str(&out);
}

/* The state now, from what the machine and the engine hold. */
static Str live_state(Arena *a, Run *run) {
    const Trace *t = run->trace;
    const Graph *g = engine_graph(tf_engine(run));
    Sink out = sink_memory(a);
    sink_put(&out, state_text(a, t, MOMENT_END));
    put_scope(&out, g->scope, g->scope ? trace_reuse_at(g->scope, MOMENT_END - 1) : REUSE_FALSE);
    sink_printf(&out, "nodes %zu variables %zu values %zu errors %zu bytes %zu", g->order.count,
                t->variables.count, values_at(t, MOMENT_END), t->errors.count,
                bytes_at(t, t->output.count));
    return sink_str(&out);
}

/* The graph that was the default one: that of the last change of scope or graph. */
static size_t graph_nodes(const Trace *t, Moment m) {
    uint32_t graph = 0;
    for (size_t i = 0; i < t->scope_log.count; i++)
        if (LOG_AT(&t->scope_log, TraceScopeAt, i)->moment < m)
            graph = LOG_AT(&t->scope_log, TraceScopeAt, i)->graph;
    return trace_graph_nodes_at(*LOG_AT(&t->graphs, TraceGraph *, graph), m);
}

/* The state after k steps, read from the trace. */
static Str read_state(Arena *a, const Trace *t, size_t k) {
    Moment m = trace_step_end(t, k);
    const TraceScope *scope = trace_scope_at(t, m);
    Sink out = sink_memory(a);
    sink_put(&out, state_text(a, t, m));
    put_scope(&out, scope, scope ? trace_reuse_at(scope, m) : REUSE_FALSE);
    sink_printf(&out, "nodes %zu variables %zu values %zu errors %zu bytes %zu", graph_nodes(t, m),
                trace_variables_at(t, m), values_at(t, m), trace_errors_at(t, m),
                bytes_at(t, trace_output_at(t, m)));
    return sink_str(&out);
}

/* ---- one program ---- */

static void watch_step(void *context, Run *run) {
    Watch *w = context;
    if (w->count >= MOST_STEPS)
        return;
    if (w->count == w->room) {
        w->room = w->room ? 2 * w->room : 64;
        w->states = realloc(w->states, w->room * sizeof *w->states);
    }
    w->states[w->count++] = str_dup(w->arena, live_state(w->scratch, run));
    arena_reset(w->scratch);
}

/* The hook was called before each step and once at the end: state i is that after i steps. */
static int compare_states(Watch *w, const Trace *t) {
    for (size_t k = 0; k < w->count && k <= trace_steps(t); k++) {
        Str read = read_state(w->scratch, t, k);
        if (!str_eq(read, w->states[k])) {
            fprintf(stderr, "step %zu, line %u\nlive:\n%.*s\nread:\n%.*s\n", k,
                    k ? trace_line(t, trace_step_at(t, k)->site) : 0, STR_ARG(w->states[k]),
                    STR_ARG(read));
            return 1;
        }
        arena_reset(w->scratch);
    }
    return 0;
}

static void test_program(void **state) {
    const Subject *p = *state;
    Watch w = {arena_new(0), arena_new(0), NULL, 0, 0};
    RunOptions options = {.on_step = watch_step, .on_step_context = &w, .max_steps = 200000};
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, 4));
    int bad = 0;
    if (run_program(run, source_make(w.arena, p->name, p->text))) {
        assert_true(w.count > 0);
        bad = compare_states(&w, run->trace);
    }
    run_free(run);
    arena_free(w.arena);
    arena_free(w.scratch);
    free(w.states);
    assert_int_equal(bad, 0);
}

/* ---- the same trace ---- */

static Str trace_text(Arena *a, const Subject *p, int minor) {
    RunOptions options = {.max_steps = MOST_STEPS};
    Sink out = sink_memory(a);
    Run *run = run_new(&options);
    assert_non_null(run);
    assert_true(tf_install(run, minor));
    if (run_program(run, source_make(a, p->name, p->text)))
        trace_json(run->trace, &out);
    run_free(run);
    return sink_str(&out);
}

static void test_same_trace(void **state) {
    const Subject *p = *state;
    Arena *a = arena_new(0), *other = arena_new(0);
    void *moved = malloc(12345); /* so that addresses differ */
    Str first = trace_text(a, p, 15), second = trace_text(other, p, 15);
    bool same = str_eq(first, second);
    free(moved);
    arena_free(a);
    arena_free(other);
    assert_true(same);
}

/* ---- the programs ---- */

static void add_program(Suite *s, Str name, Str text) {
    Subject *p = ARENA_NEW(s->arena, Subject);
    *p = (Subject){name, text};
    suite_add(s, name, test_program, p);
    suite_add(s, str_printf(s->arena, "same trace: %.*s", STR_ARG(name)), test_same_trace, p);
}

static void add_case(Suite *s, const Json *line) {
    add_program(s, json_get_str(line, "id", STR("?")), json_get_str(line, "source", STR("")));
}

static int is_program(const struct dirent *e) {
    return e->d_name[0] != '.' && str_ends(str_of(e->d_name), STR(".py"));
}

static int is_folder(const struct dirent *e) {
    return e->d_name[0] != '.';
}

static void add_file(Suite *s, const char *path) {
    Str text, error;
    if (file_read(s->arena, path, 1 << 20, &text, &error))
        add_program(s, str_of(path), text);
}

/* Every program of a folder, or of the folders in it. */
static void add_folder(Suite *s, const char *below, bool nested) {
    struct dirent **entries;
    const char *folder = test_path(s->arena, below);
    int n = scandir(folder, &entries, nested ? is_folder : is_program, alphasort);
    for (int i = 0; i < n; i++) {
        add_file(s, str_printf(s->arena, "%s/%s%s", folder, entries[i]->d_name,
                               nested ? "/program.py" : "")
                        .at);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

int main(void) {
    Suite s = {.arena = arena_new(0)};
    add_folder(&s, "lessons", true);
    add_folder(&s, "tests/python", false);
    suite_read(&s, "tests/conformance/names.jsonl", add_case);
    suite_read(&s, "tests/conformance/variable.jsonl", add_case);
    suite_read(&s, "tests/conformance/getvar.jsonl", add_case);
    suite_read(&s, "tests/conformance/varscope.jsonl", add_case);
    suite_read(&s, "tests/conformance/mixed.jsonl", add_case);
    return suite_run(&s, "any step");
}
