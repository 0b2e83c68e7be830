#include "graph/control.h"
#include "tests/graph/fake_host.h"

/* 1.3: the worked example. */
static void test_worked_example(void **state) {
    (void)state;
    World w = world_make(4);
    OpScope a = world_name_scope(&w, "s");
    assert_str(name_str(a.full), "s/");
    world_op(&w, "b");
    op_scope_leave(w.e, &a);
    OpScope c = world_name_scope(&w, "s");
    assert_str(name_str(c.full), "s_1/");
    world_op(&w, "b");
    op_scope_leave(w.e, &c);
    OpScope again = world_name_scope(&w, "s/");
    world_op(&w, "b");
    op_scope_leave(w.e, &again);
    OpScope q = world_name_scope(&w, "q");
    OpScope in = world_name_scope(&w, "s/");
    assert_str(name_str(in.full), "s/");
    world_op(&w, "d");
    op_scope_leave(w.e, &in);
    in = world_name_scope(&w, NULL);
    assert_str(name_str(in.full), "");
    world_op(&w, "d");
    op_scope_leave(w.e, &in);
    in = world_name_scope(&w, "s");
    world_op(&w, "d");
    op_scope_leave(w.e, &in);
    op_scope_leave(w.e, &q);
    assert_str(world_names(&w, 0), "s/b s_1/b s/b_1 s/d d q/s/d");
    world_done(&w);
}

/* 1.3: only one trailing slash is removed; several levels at once. */
static void test_slashes(void **state) {
    (void)state;
    World w = world_make(0);
    OpScope s = world_name_scope(&w, "a//");
    assert_str(name_str(s.full), "a//");
    assert_str(name_str(engine_graph(w.e)->op_scope), "a/");
    op_scope_leave(w.e, &s);
    s = world_name_scope(&w, "b/c");
    assert_str(name_str(s.full), "b/c/");
    op_scope_leave(w.e, &s);
    s = world_name_scope(&w, "b");
    OpScope c = world_name_scope(&w, "c");
    assert_str(name_str(c.full), "b/c_1/");
    op_scope_leave(w.e, &c);
    op_scope_leave(w.e, &s);
    world_done(&w);
}

/* Scopes of the program are recorded with their parents; those of the library are not. */
static void test_records(void **state) {
    (void)state;
    World w = world_make(15);
    OpScope outer = world_name_scope(&w, "a"), library;
    assert_true(op_scope_enter(w.e, STR("lib"), false, &library));
    assert_null(library.record);
    assert_true(w.e->library);
    assert_false(world_op(&w, "x")->node->record.naming.given);
    op_scope_leave(w.e, &library);
    assert_false(w.e->library);
    OpScope inner = world_name_scope(&w, "b");
    assert_ptr_equal(inner.record->parent, outer.record);
    assert_int_equal(outer.record->parent->kind, SCOPE_ROOT);
    assert_string_equal(inner.record->op_scope->text, "a/b");
    assert_ptr_equal(world_op(&w, "y")->node->record.scope, inner.record);
    op_scope_leave(w.e, &inner);
    op_scope_leave(w.e, &outer);
    assert_true(inner.record->left < outer.record->left);
    assert_int_equal(engine_graph(w.e)->scope->kind, SCOPE_ROOT);
    world_done(&w);
}

/* Why a scope is called as it is. */
static void test_facts(void **state) {
    (void)state;
    World w = world_make(15);
    OpScope a = world_name_scope(&w, "a");
    op_scope_leave(w.e, &a);
    OpScope b = world_name_scope(&w, "a");
    assert_str(world_facts(&w, FACT_SCOPE, b.record->index), "SCOPE_BURNS(a_1)");
    op_scope_leave(w.e, &b);
    b = world_name_scope(&w, "a/");
    assert_str(world_facts(&w, FACT_SCOPE, b.record->index), "SCOPE_REENTERED(a)");
    op_scope_leave(w.e, &b);
    b = world_name_scope(&w, "");
    assert_str(world_facts(&w, FACT_SCOPE, b.record->index), "SCOPE_ROOT(-)");
    op_scope_leave(w.e, &b);
    world_done(&w);
}

/* 1.9: control dependencies become control inputs; None hides them. */
static void test_control_dependencies(void **state) {
    (void)state;
    World w = world_make(4);
    Node *a = world_op(&w, "a")->node;
    ControlFrame *outer = control_enter(w.e, &a, 1, false);
    world_op(&w, "b");
    ControlFrame *none = control_enter(w.e, NULL, 0, true);
    world_op(&w, "c");
    control_leave(w.e, none);
    world_op(&w, "d");
    control_leave(w.e, outer);
    world_op(&w, "e");
    assert_str(world_inputs(&w, "b"), "^a");
    assert_str(world_inputs(&w, "c"), "");
    assert_str(world_inputs(&w, "d"), "^a");
    assert_str(world_inputs(&w, "e"), "");
    world_done(&w);
}

/* 1.8, 1.9: devices are merged part by part and written in full. */
static void test_devices(void **state) {
    (void)state;
    World w = world_make(4);
    Graph *g = engine_graph(w.e);
    DevicePlace none = device_enter(engine_graph(w.e), STR("/cpu:0"), false);
    assert_string_equal(g->place.device->text, "/device:CPU:0");
    DevicePlace cpu = device_enter(engine_graph(w.e), STR("/job:ps/task:1"), false);
    assert_string_equal(g->place.device->text, "/job:ps/task:1/device:CPU:0");
    DevicePlace ps = device_enter(engine_graph(w.e), STR("/device:GPU:2"), false);
    assert_string_equal(g->place.device->text, "/job:ps/task:1/device:GPU:2");
    assert_string_equal(world_op(&w, "x")->node->record.device->text,
                        "/job:ps/task:1/device:GPU:2");
    DevicePlace gpu = device_enter(engine_graph(w.e), STR(""), true);
    assert_string_equal(g->place.device->text, "");
    device_leave(engine_graph(w.e), gpu);
    device_leave(engine_graph(w.e), ps);
    device_leave(engine_graph(w.e), cpu);
    assert_string_equal(g->place.device->text, "/device:CPU:0");
    device_leave(engine_graph(w.e), none);
    assert_string_equal(g->place.device->text, "");
    world_done(&w);
}

/* 1.9: colocation is kept on the node and changes no name. */
static void test_colocation(void **state) {
    (void)state;
    World w = world_make(4);
    Node *a = world_op(&w, "a")->node;
    ColocationFrame *saved = colocate_enter(engine_graph(w.e), a, false);
    assert_string_equal(world_op(&w, "b")->node->groups[0]->text, "loc:@a");
    colocate_leave(saved);
    assert_null(world_op(&w, "c")->node->groups);
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_slashes),
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_control_dependencies),
        cmocka_unit_test(test_devices),
        cmocka_unit_test(test_colocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
