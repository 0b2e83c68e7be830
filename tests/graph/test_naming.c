#include "tests/graph/fake_host.h"

static const int every_minor[] = {0, 1, 4, 8, 9, 15};
#define VERSIONS (sizeof every_minor / sizeof *every_minor)

static Str unique(World *w, const char *name) {
    Naming naming;
    return name_str(graph_unique_name(engine_graph(w->e), str_of(name), true, &naming));
}

static bool constant(World *w, const char *name) {
    Output *out;
    return constant_make(w->e, tensor_scalar_i64(w->arena, DTYPE_INT32, 0), str_of(name), &out);
}

/* 1.2: the counter of a name advances by one a request and skips names that are taken. */
static void test_suffixes(void **state) {
    (void)state;
    for (size_t i = 0; i < VERSIONS; i++) {
        int m = every_minor[i];
        World w = world_make(m);
        for (const char *const *n = (const char *const[]){"a_1", "a", "a", "a", "a_1", "a_2", NULL};
             *n; n++)
            world_op(&w, *n);
        assert_str(world_names(&w, 0), "a_1 a a_2 a_3 a_1_1 a_2_1");
        world_done(&w);
    }
}

/* 1.2: prefixes are not marked; a scope reserves its own name only. */
static void test_prefixes_stay_free(void **state) {
    (void)state;
    World w = world_make(15);
    world_op(&w, "x/y");
    OpScope s = world_name_scope(&w, "x");
    assert_str(name_str(s.full), "x/");
    op_scope_leave(w.e, &s);
    world_op(&w, "x");
    assert_str(world_names(&w, 0), "x/y x_1");
    world_done(&w);
}

/* 1.2: scopes and ops share one table, and an empty scope uses its name up. */
static void test_scopes_and_ops_share(void **state) {
    (void)state;
    World w = world_make(4);
    world_op(&w, "w");
    OpScope s = world_name_scope(&w, "w");
    assert_str(name_str(s.full), "w_1/");
    op_scope_leave(w.e, &s);
    s = world_name_scope(&w, "q");
    op_scope_leave(w.e, &s);
    world_op(&w, "q");
    assert_str(world_names(&w, 0), "w q_1");
    world_done(&w);
}

/* 1.2: case counts until 1.8 and not from 1.9 on. */
static void test_case(void **state) {
    (void)state;
    for (size_t i = 0; i < VERSIONS; i++) {
        int m = every_minor[i];
        World w = world_make(m);
        for (const char *const *n = (const char *const[]){"a", "A", "a", "A", NULL}; *n; n++)
            world_op(&w, *n);
        assert_str(world_names(&w, 0), m < 9 ? "a A a_1 A_1" : "a A_1 a_2 A_3");
        world_done(&w);
    }
}

/* 1.2: mark=False only asks. */
static void test_unmarked(void **state) {
    (void)state;
    World w = world_make(15);
    Naming naming;
    for (int i = 0; i < 2; i++)
        assert_str(name_str(graph_unique_name(engine_graph(w.e), STR("n"), false, &naming)), "n");
    assert_str(unique(&w, "n"), "n");
    assert_str(name_str(graph_unique_name(engine_graph(w.e), STR("n"), false, &naming)), "n_1");
    assert_str(unique(&w, "n"), "n_1");
    world_done(&w);
}

/* 1.1: illegal node names; the message has the whole name. */
static void test_illegal_node_names(void **state) {
    (void)state;
    World w = world_make(0);
    for (const char *const *n =
             (const char *const[]){"two words", "a:0", "_x", "-x", "/x", "\\x", "a$", NULL};
         *n; n++) {
        assert_false(constant(&w, *n));
        assert_int_equal(w.e->fault.kind, FAULT_VALUE);
        assert_int_equal(w.e->fault.rule, RULE_NAME_ILLEGAL);
        assert_str(world_fault(&w), str_printf(w.arena, "'%s' is not a valid node name", *n).at);
    }
    assert_true(constant(&w, "a.b-c_d/e"));
    assert_true(constant(&w, ".x"));
    world_done(&w);
}

/* 1.1: inside a scope a name may begin with an underscore or a dash. */
static void test_legal_inside(void **state) {
    (void)state;
    World w = world_make(15);
    OpScope s;
    assert_false(op_scope_enter(w.e, STR("_private"), true, &s));
    assert_str(world_fault(&w), "'_private' is not a valid scope name");
    OpScope box = world_name_scope(&w, "box");
    s = world_name_scope(&w, "_private");
    assert_str(name_str(s.full), "box/_private/");
    op_scope_leave(w.e, &s);
    s = world_name_scope(&w, "-x");
    op_scope_leave(w.e, &s);
    assert_false(op_scope_enter(w.e, STR("no way"), true, &s));
    assert_str(world_fault(&w), "'no way' is not a valid scope name");
    world_op(&w, "_c");
    op_scope_leave(w.e, &box);
    assert_str(world_names(&w, 0), "box/_c");
    world_done(&w);
}

/* 1.4: a trailing slash is exact; a clash is an error. */
static void test_absolute(void **state) {
    (void)state;
    for (size_t i = 0; i < VERSIONS; i++) {
        int m = every_minor[i];
        World w = world_make(m);
        OpScope s = world_name_scope(&w, "s");
        world_op(&w, "t/");
        op_scope_leave(w.e, &s);
        assert_str(world_names(&w, 0), "t");
        assert_false(constant(&w, "t/"));
        assert_str(world_fault(&w), m < 8 ? "cannot add op with name t as that name is already used"
                                          : "Duplicate node name in graph: 't'");
        world_done(&w);
    }
}

/* 1.9: nothing can be made in a finalized graph. */
static void test_finalized(void **state) {
    (void)state;
    World w = world_make(4);
    engine_graph(w.e)->finalized = true;
    assert_false(constant(&w, "a"));
    assert_int_equal(w.e->fault.kind, FAULT_RUNTIME);
    assert_str(world_fault(&w), "Graph is finalized and cannot be modified.");
    world_done(&w);
}

/* How a name came about is kept with the node. */
static void test_record(void **state) {
    (void)state;
    World w = world_make(15);
    OpScope s = world_name_scope(&w, "s");
    world_op(&w, "a");
    const Naming *n = &world_op(&w, "A")->node->record.naming;
    assert_string_equal(n->asked->text, "A");
    assert_string_equal(n->full->text, "s/A");
    assert_int_equal(n->suffix, 1);
    assert_true(n->given);
    assert_false(n->absolute);
    op_scope_leave(w.e, &s);
    world_done(&w);
}

/* 1.8: messages of the lookups. */
static void test_tensor_by_name(void **state) {
    (void)state;
    static const struct {
        const char *name;
        FaultKind kind;
        const char *message;
    } rows[] = {
        {"v", FAULT_VALUE,
         "The name 'v' refers to an Operation, not a Tensor. Tensor names must be of the form \"<op_name>:<output_index>\"."},
        {"zz", FAULT_VALUE,
         "The name 'zz' looks like an (invalid) Operation name, not a Tensor. Tensor names must be of the form \"<op_name>:<output_index>\"."},
        {"v:x", FAULT_VALUE,
         "The name 'v:x' looks a like a Tensor name, but is not a valid one. Tensor names must be of the form \"<op_name>:<output_index>\"."},
        {"zz:0", FAULT_KEY,
         "The name 'zz:0' refers to a Tensor which does not exist. The operation, 'zz', does not exist in the graph."},
        {"v:3", FAULT_KEY,
         "The name 'v:3' refers to a Tensor which does not exist. The operation, 'v', exists but only has 1 outputs."},
    };
    World w = world_make(4);
    Output *v = world_op(&w, "v"), *out;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(graph_tensor_by_name(engine_graph(w.e), str_of(rows[i].name), &out));
        assert_int_equal(w.e->fault.kind, rows[i].kind);
        assert_str(world_fault(&w), rows[i].message);
    }
    assert_true(graph_tensor_by_name(engine_graph(w.e), STR("v:0"), &out));
    assert_ptr_equal(out, v);
    world_done(&w);
}

static void test_operation_by_name(void **state) {
    (void)state;
    World w = world_make(4);
    Output *v = world_op(&w, "v");
    Node *n;
    assert_true(graph_operation_by_name(engine_graph(w.e), STR("v"), &n));
    assert_ptr_equal(n, v->node);
    assert_false(graph_operation_by_name(engine_graph(w.e), STR("zz"), &n));
    assert_int_equal(w.e->fault.kind, FAULT_KEY);
    assert_str(world_fault(&w), "The name 'zz' refers to an Operation not in the graph.");
    assert_false(graph_operation_by_name(engine_graph(w.e), STR("v:0"), &n));
    assert_str(world_fault(&w), "Name 'v:0' appears to refer to a Tensor, not a Operation.");
    world_done(&w);
}

/* 1.9: each graph counts by itself; resetting inside a graph context. */
static void test_graphs(void **state) {
    (void)state;
    World w = world_make(2);
    world_op(&w, "c");
    Graph *g = graph_make(w.e);
    engine_push_graph(w.e, g);
    world_op(&w, "c");
    assert_str(world_names(&w, 0), "c");
    assert_true(engine_reset_default_graph(w.e));
    assert_int_equal(world_count(&w), 0);
    assert_false(engine_pop_graph(w.e));
    assert_int_equal(w.e->fault.kind, FAULT_INDEX);
    world_done(&w);
    w = world_make(3);
    engine_push_graph(w.e, graph_make(w.e));
    assert_false(engine_reset_default_graph(w.e));
    assert_int_equal(w.e->fault.kind, FAULT_ASSERTION);
    assert_true(engine_pop_graph(w.e));
    assert_true(engine_reset_default_graph(w.e));
    world_done(&w);
}

static void test_versions(void **state) {
    (void)state;
    int minor;
    assert_true(dialect_version(STR("1.4"), &minor) && minor == 4);
    assert_true(dialect_version(STR("1.4.1"), &minor) && minor == 4);
    assert_true(dialect_version(STR("1.15.5"), &minor) && minor == 15);
    assert_true(dialect_version(STR("1.0"), &minor) && minor == 0);
    for (const char *const *t =
             (const char *const[]){"0.12", "1.16", "2.0", "1", "1.", "1.4.", "x", "", "1.4x", NULL};
         *t; t++)
        assert_false(dialect_version(str_of(*t), &minor));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suffixes),
        cmocka_unit_test(test_prefixes_stay_free),
        cmocka_unit_test(test_scopes_and_ops_share),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_unmarked),
        cmocka_unit_test(test_illegal_node_names),
        cmocka_unit_test(test_legal_inside),
        cmocka_unit_test(test_absolute),
        cmocka_unit_test(test_finalized),
        cmocka_unit_test(test_record),
        cmocka_unit_test(test_tensor_by_name),
        cmocka_unit_test(test_operation_by_name),
        cmocka_unit_test(test_graphs),
        cmocka_unit_test(test_versions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
