/* test_trace.c: recording by hand, and reading at every step. */
#include "tests/test.h"
#include "trace/trace.h"

typedef struct Fixture {
    Arena *arena;
    Trace *t;
    TraceGraph *g;
} Fixture;

static int setup(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    f->arena = arena_new(0);
    f->t = trace_make(f->arena, names_make(f->arena));
    f->t->tf = STR("1.4");
    f->g = trace_graph(f->t);
    *state = f;
    return 0;
}

static int teardown(void **state) {
    Fixture *f = *state;
    arena_free(f->arena);
    free(f);
    return 0;
}

static TraceNode *add_node(Fixture *f, const char *name) {
    TraceNode *n = ARENA_NEW(f->arena, TraceNode);
    n->graph = f->g->index;
    n->name = name_z(f->t->names, name);
    n->op = name_z(f->t->names, "NoOp");
    n->device = name_z(f->t->names, "");
    n->naming.asked = n->naming.full = n->name;
    trace_node(f->t, n);
    return n;
}

/* Step k adds k nodes and prints one piece: every prefix is right at every step. */
static void test_prefixes(void **state) {
    Fixture *f = *state;
    for (size_t k = 1; k <= 50; k++) {
        trace_step(f->t, SITE_NONE, FRAME_NONE);
        for (size_t i = 0; i < k; i++)
            add_node(f, "n");
        trace_output(f->t, STR("x"), false);
    }
    assert_int_equal(trace_steps(f->t), 50);
    for (size_t k = 0; k <= 50; k++) {
        Moment m = trace_step_end(f->t, k);
        assert_int_equal(trace_nodes_at(f->t, m), k * (k + 1) / 2);
        assert_int_equal(trace_graph_nodes_at(f->g, m), k * (k + 1) / 2);
        assert_int_equal(trace_output_at(f->t, m), k);
    }
}

static void test_step_of(void **state) {
    Fixture *f = *state;
    for (int k = 0; k < 20; k++) {
        trace_step(f->t, SITE_NONE, FRAME_NONE);
        add_node(f, "a");
        add_node(f, "b");
    }
    for (size_t k = 1; k <= 20; k++)
        for (Moment m = trace_step_at(f->t, k)->start; m < trace_step_end(f->t, k); m++)
            assert_int_equal(trace_step_of(f->t, m), k);
}

static TraceScope *scope(Fixture *f, const TraceScope *parent, const char *name) {
    TraceScope *s = ARENA_NEW(f->arena, TraceScope);
    s->graph = f->g->index;
    s->kind = SCOPE_NAME;
    s->parent = parent;
    s->op_scope = s->prefix = name_z(f->t->names, name);
    return s;
}

static void test_scopes(void **state) {
    Fixture *f = *state;
    TraceScope *a = scope(f, NULL, "a"), *b = scope(f, a, "a/b");
    trace_step(f->t, SITE_NONE, FRAME_NONE);
    trace_enter(f->t, a);
    trace_step(f->t, SITE_NONE, FRAME_NONE);
    trace_enter(f->t, b);
    trace_step(f->t, SITE_NONE, FRAME_NONE);
    trace_leave(f->t, b, a);
    trace_step(f->t, SITE_NONE, FRAME_NONE);
    trace_leave(f->t, a, NULL);
    const TraceScope *expected[] = {NULL, a, b, a, NULL};
    for (size_t k = 0; k <= 4; k++)
        assert_ptr_equal(trace_scope_at(f->t, trace_step_end(f->t, k)), expected[k]);
}

static void test_reuse_on(void **state) {
    Fixture *f = *state;
    TraceScope *a = scope(f, NULL, "a");
    trace_enter(f->t, a);
    a->reuse_on = trace_now(f->t);
    trace_event(f->t, EVENT_REUSE, a->index);
    assert_int_equal(trace_reuse_at(a, a->reuse_on), REUSE_FALSE);
    assert_int_equal(trace_reuse_at(a, a->reuse_on + 1), REUSE_TRUE);
}

static void test_values_by_session(void **state) {
    Fixture *f = *state;
    TraceVariable *v = ARENA_NEW(f->arena, TraceVariable);
    v->node = add_node(f, "v");
    trace_variable(f->t, v);
    const Tensor *one = tensor_scalar_i64(f->arena, DTYPE_INT32, 1);
    const Tensor *two = tensor_scalar_i64(f->arena, DTYPE_INT32, 2);
    trace_variable_value(f->t, v, 0, one);
    Moment between = trace_now(f->t);
    trace_variable_value(f->t, v, 1, two);
    assert_null(trace_value_at(v, 0, 0));
    assert_ptr_equal(trace_value_at(v, 0, between), one);
    assert_null(trace_value_at(v, 1, between));
    assert_ptr_equal(trace_value_at(v, 1, MOMENT_END), two);
    assert_ptr_equal(trace_value_at(v, 0, MOMENT_END), one);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_prefixes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_step_of, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scopes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_reuse_on, setup, teardown),
        cmocka_unit_test_setup_teardown(test_values_by_session, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
