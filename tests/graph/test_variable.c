#include "graph/control.h"
#include "tests/graph/fake_host.h"

static const int every_minor[] = {0, 1, 4, 15};
#define VERSIONS (sizeof every_minor / sizeof *every_minor)

/* 2.1: a Python value. */
/* Is the node in the colocation group of the variable, and in no other? */
static bool beside(const Node *n, const Variable *v) {
    Str name = name_str(v->node->record.name);
    return n->ngroups == 1 && str_eq(str_sub(name_str(n->groups[0]), 5, 5 + name.len), name) &&
           n->groups[0]->len == 5 + name.len;
}

static void test_four_nodes(void **state) {
    (void)state;
    for (size_t i = 0; i < VERSIONS; i++) {
        World w = world_make(every_minor[i]);
        Variable *v = world_variable(&w, "w", fake_floats(&w, 2, (double[]){1, 2}));
        assert_str(world_nodes(&w, 0),
                   "w/initial_value:Const w:VariableV2 w/Assign:Assign w/read:Identity");
        assert_str(world_inputs(&w, "w/Assign"), "w w/initial_value");
        assert_str(world_inputs(&w, "w/read"), "w");
        assert_true(output_ref(v->handle));
        assert_false(output_ref(v->snapshot));
        assert_str(shape_str(w.arena, v->record.shape), "(2,)");
        assert_ptr_equal(v->initializer, world_node(&w, "w/Assign"));
        assert_true(beside(v->initializer, v));
        assert_true(beside(v->snapshot->node, v));
        assert_null(world_node(&w, "w/initial_value")->groups);
        world_done(&w);
    }
}

/* 2.1: default names; the op scope stands in front; never shared. */
static void test_names(void **state) {
    (void)state;
    World w = world_make(4);
    assert_string_equal(world_variable(&w, NULL, value_float(1))->node->record.name->text,
                        "Variable");
    assert_string_equal(world_variable(&w, NULL, value_float(2))->node->record.name->text,
                        "Variable_1");
    OpScope a = world_name_scope(&w, "a");
    assert_string_equal(world_variable(&w, "x", value_float(1))->node->record.name->text, "a/x");
    op_scope_leave(w.e, &a);
    for (int i = 0; i < 2; i++) {
        VarScopeEntry v = world_enter(&w, scope_named("v", i));
        assert_string_equal(world_variable(&w, "x", value_float(1))->node->record.name->text,
                            i ? "v_1/x" : "v/x");
        world_leave(&w, &v);
    }
    world_done(&w);
}

static bool call_ones(Engine *e, Output **out) {
    return filled_build(e, shape_make(e->arena, 1, (int64_t[]){2}), DTYPE_FLOAT32, 1, (Str){0},
                        out);
}

/* 2.1: a callable runs inside the Initializer scope, without device, beside the variable. */
static void test_callable(void **state) {
    (void)state;
    World w = world_make(4);
    DevicePlace device = device_enter(engine_graph(w.e), STR("/cpu:0"), false);
    Variable *v = world_variable(&w, "w", fake_value(&w, (Fake){.call = call_ones}));
    device_leave(engine_graph(w.e), device);
    assert_str(world_nodes(&w, 0),
               "w/Initializer/ones:Const w:VariableV2 w/Assign:Assign w/read:Identity");
    const Node *ones = world_node(&w, "w/Initializer/ones");
    assert_string_equal(ones->record.device->text, "");
    assert_string_equal(v->node->record.device->text, "/device:CPU:0");
    assert_true(beside(ones, v));
    assert_ptr_equal(ones->record.variable, &v->record);
    world_done(&w);
}

/* 2.1: an existing tensor makes no node. */
static void test_tensor(void **state) {
    (void)state;
    World w = world_make(15);
    Output *zeros;
    assert_true(filled_build(w.e, fake_shape(&w, 1, 2), DTYPE_FLOAT32, 0, (Str){0}, &zeros));
    world_variable(&w, "w", fake_value(&w, (Fake){.output = zeros}));
    assert_str(world_names(&w, 0), "zeros w w/Assign w/read");
    assert_str(world_inputs(&w, "w/Assign"), "w zeros");
    world_done(&w);
}

static void test_dtype(void **state) {
    (void)state;
    World w = world_make(15);
    VariableRequest r = plain_variable(&w, "v", value_int(1));
    r.dtype = DTYPE_FLOAT32;
    Variable *v;
    assert_true(variable_new(w.e, &r, &v));
    assert_int_equal(v->record.dtype, DTYPE_FLOAT32);
    assert_int_equal(world_variable(&w, "i", value_int(3))->record.dtype, DTYPE_INT32);
    world_done(&w);
}

/* 2.1: errors. The node of the variable is made before its shape is looked at. */
static void test_errors(void **state) {
    (void)state;
    World w = world_make(4);
    Variable *v;
    VariableRequest r = plain_variable(&w, "v", value_none());
    assert_false(variable_new(w.e, &r, &v));
    assert_str(world_fault(&w), "initial_value must be specified.");
    Attr attrs[] = {{.name = "dtype", .kind = ATTR_TYPE, .type = DTYPE_FLOAT32},
                    {.name = "shape", .kind = ATTR_SHAPE, .shape = fake_shape(&w, 2, -1, 2)}};
    Node *p;
    assert_true(node_make(w.e, "Placeholder", STR("p"), NULL, 0, attrs, 2, &p));
    r.initializer = fake_value(&w, (Fake){.output = &p->outputs[0]});
    assert_false(variable_new(w.e, &r, &v));
    assert_str(
        world_fault(&w),
        "initial_value must have a shape specified: Tensor(\"p:0\", shape=(?, 2), dtype=float32)");
    r.validate_shape = false;
    assert_true(variable_new(w.e, &r, &v));
    assert_str(world_names(&w, 0), "p v v_1 v_1/Assign v_1/read");
    assert_int_equal(v->record.shape.rank, SHAPE_UNKNOWN_RANK);
    assert_string_equal(engine_graph(w.e)->op_scope->text, "");
    r.constraint = value_int(3);
    assert_false(variable_new(w.e, &r, &v));
    assert_str(world_fault(&w), "The `constraint` argument must be a callable.");
    world_done(&w);
}

/* 2.1, 6.2: collections; trainable adds its own, once. */
static void test_collections(void **state) {
    (void)state;
    World w = world_make(4);
    Graph *g = engine_graph(w.e);
    Name trainable = world_name(&w, "trainable_variables"), global = world_name(&w, "variables");
    world_variable(&w, "a", value_float(1));
    VariableRequest r = plain_variable(&w, "b", value_float(1));
    Variable *v;
    r.trainable = 0;
    assert_true(variable_new(w.e, &r, &v));
    assert_false(v->record.trainable);
    r.trainable = 1;
    r.has_collections = true;
    r.collections = (Name[]){world_name(&w, "mine"), trainable, world_name(&w, "mine")};
    r.ncollections = 3;
    assert_true(variable_new(w.e, &r, &v));
    assert_int_equal(collection_get(g, global)->items.count, 2);
    assert_int_equal(collection_get(g, trainable)->items.count, 2);
    assert_int_equal(collection_get(g, world_name(&w, "mine"))->items.count, 1);
    assert_null(collection_get(g, world_name(&w, "other")));
    r.collections = (Name[]){world_name(&w, "local_variables")};
    r.ncollections = 1;
    assert_true(variable_new(w.e, &r, &v));
    assert_true(v->record.local);
    world_done(&w);
}

/* 1.9: control dependencies do not reach the nodes of a variable. */
static void test_control_dependencies(void **state) {
    (void)state;
    World w = world_make(15);
    Node *a = world_op(&w, "a")->node;
    ControlFrame *f = control_enter(w.e, &a, 1, false);
    Variable *v = world_variable(&w, "v", value_float(2));
    Output *out;
    assert_true(variable_read(w.e, v, "t", &out));
    control_leave(w.e, f);
    assert_str(world_inputs(&w, "v/initial_value"), "");
    assert_str(world_inputs(&w, "v/Assign"), "v v/initial_value");
    assert_str(world_inputs(&w, "t"), "v ^a");
    world_done(&w);
}

/* 2.2: value() makes nothing, read_value() makes a node in the current scope. */
static void test_reads(void **state) {
    (void)state;
    World w = world_make(0);
    Variable *v = world_variable(&w, "v", value_float(1));
    Output *out;
    size_t n = world_count(&w);
    assert_true(variable_as_tensor(w.e, v, false, &out));
    assert_ptr_equal(out, v->snapshot);
    assert_true(variable_as_tensor(w.e, v, true, &out));
    assert_ptr_equal(out, v->handle);
    assert_int_equal(world_count(&w), n);
    OpScope r = world_name_scope(&w, "r");
    assert_true(variable_read(w.e, v, NULL, &out));
    op_scope_leave(w.e, &r);
    assert_true(variable_read(w.e, v, NULL, &out));
    assert_str(world_nodes(&w, n), "r/read:Identity read:Identity");
    assert_str(world_inputs(&w, "read"), "v");
    world_done(&w);
}

/* 3.9: caching_device moves the read. */
static void test_caching_device(void **state) {
    (void)state;
    World w = world_make(4);
    VariableRequest r = plain_variable(&w, "v", value_float(1));
    r.caching_device = world_name(&w, "/gpu:1");
    Variable *v;
    assert_true(variable_new(w.e, &r, &v));
    assert_string_equal(v->snapshot->node->record.device->text, "/device:GPU:1");
    assert_null(v->snapshot->node->groups);
    assert_string_equal(v->initializer->record.device->text, "");
    world_done(&w);
}

static Output *times(World *w, Output *x, double factor) {
    Operand operands[] = {operand_of(x),
                          operand_tensor(w->e, tensor_scalar_f64(w->arena, DTYPE_FLOAT32, factor))};
    Output *out;
    assert_true(op_apply1(w->e, "Mul", STR("mul"), operands, 2, NULL, 0, &out));
    return out;
}

/* 2.3: tf.Variable(w1 * 2.0, name="w2"). */
static void test_rewrite(void **state) {
    (void)state;
    static const struct {
        int minor;
        const char *nodes;
    } rows[] = {
        {0, "mul/y mul w2 w2/Assign w2/read"},
        {2, "mul/y mul w2 w2/Assign w2/read"},
        {3,
         "mul/y mul w2 w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id "
         "w2/cond/read/Switch w2/cond/read w2/cond/Switch_1 w2/cond/Merge w2/w1/read_w2_0 w2/mul_w2_0 w2/Assign "
         "w2/read"},
        {4,
         "mul/y mul w2 w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id "
         "w2/cond/read/Switch w2/cond/read w2/cond/Switch_1 w2/cond/Merge w2/w1/read_w2_0 w2/mul_w2_0 w2/Assign "
         "w2/read"},
        {15,
         "mul/y mul w2 w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id "
         "w2/cond/read w2/cond/read/Switch w2/cond/Switch_1 w2/cond/Merge w1/read_w2 mul_w2 w2/Assign w2/read"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        World w = world_make(rows[i].minor);
        Variable *w1 = world_variable(&w, "w1", value_float(2));
        size_t n = world_count(&w);
        Output *product = times(&w, w1->snapshot, 2);
        Variable *w2 = world_variable(&w, "w2", fake_value(&w, (Fake){.output = product}));
        assert_str(world_names(&w, n), rows[i].nodes);
        assert_ptr_equal(w2->initial_value, product);
        world_done(&w);
    }
}

/* 2.3, variable-011 of the conformance data: b = Variable(a.initialized_value() * 3.0). */
static void test_initialized_value(void **state) {
    (void)state;
    World w = world_make(0);
    Variable *a = world_variable(&w, "a", value_float(2));
    Output *value;
    size_t n = world_count(&w);
    assert_true(variable_initialized_value(w.e, a, &value));
    assert_str(world_nodes(&w, n), "Identity:Identity");
    assert_str(world_inputs(&w, "Identity"), "a ^a/Assign");
    world_done(&w);
    w = world_make(1);
    a = world_variable(&w, "a", value_float(2));
    n = world_count(&w);
    assert_true(variable_initialized_value(w.e, a, &value));
    assert_str(
        world_nodes(&w, n),
        "IsVariableInitialized:IsVariableInitialized cond/Switch:Switch cond/switch_t:Identity "
        "cond/switch_f:Identity cond/pred_id:Identity cond/read/Switch:RefSwitch cond/read:Identity "
        "cond/Switch_1:Switch cond/Merge:Merge");
    assert_str(world_inputs(&w, "cond/Switch"), "IsVariableInitialized IsVariableInitialized");
    assert_str(world_inputs(&w, "cond/switch_t"), "cond/Switch:1");
    assert_str(world_inputs(&w, "cond/switch_f"), "cond/Switch");
    assert_str(world_inputs(&w, "cond/pred_id"), "IsVariableInitialized");
    assert_str(world_inputs(&w, "cond/read/Switch"), "a cond/pred_id");
    assert_str(world_inputs(&w, "cond/read"), "cond/read/Switch:1");
    assert_str(world_inputs(&w, "cond/Switch_1"), "a/initial_value cond/pred_id");
    assert_str(world_inputs(&w, "cond/Merge"), "cond/Switch_1 cond/read");
    world_done(&w);
}

static void test_rewrite_of_initialized_value(void **state) {
    (void)state;
    static const struct {
        int minor;
        const char *nodes;
        const char *value;
    } rows[] = {
        {4,
         "b/cond/read/Switch_b_0:Switch b/cond/read_b_0:Identity b/cond/Merge_b_0:Merge b/mul_b_0:Mul b/Assign:Assign "
         "b/read:Identity",
         "b b/mul_b_0"},
        {15,
         "cond/read/Switch_b:Switch cond/read_b:Identity cond/Merge_b:Merge mul_b:Mul b/Assign:Assign b/read:Identity",
         "b mul_b"},
    };
    for (size_t i = 0; i < 2; i++) {
        World w = world_make(rows[i].minor);
        Variable *a = world_variable(&w, "a", value_float(2));
        Output *value;
        assert_true(variable_initialized_value(w.e, a, &value));
        world_variable(&w, "b", fake_value(&w, (Fake){.output = times(&w, value, 3)}));
        size_t last = world_count(&w);
        assert_str(world_nodes(&w, last - 6), rows[i].nodes);
        assert_str(world_inputs(&w, "b/Assign"), rows[i].value);
        bool old = rows[i].minor == 4;
        Node *sw = world_node(&w, old ? "b/cond/read/Switch_b_0" : "cond/read/Switch_b");
        assert_int_equal(output_ref(&sw->outputs[1]), old);
        assert_str(world_inputs(&w, sw->record.name->text), "b/cond/Merge cond/pred_id");
        world_done(&w);
    }
}

/* 2.3: a variable that is in no collection of variables is not replaced; an initial value does not
 * depend on its variable. */
static void test_no_rewrite(void **state) {
    (void)state;
    World w = world_make(15);
    VariableRequest r = plain_variable(&w, "w1", value_float(2));
    Variable *w1;
    r.has_collections = true;
    r.trainable = 0;
    assert_true(variable_new(w.e, &r, &w1));
    size_t n = world_count(&w);
    world_variable(&w, "w2", fake_value(&w, (Fake){.output = times(&w, w1->snapshot, 2)}));
    assert_str(world_names(&w, n), "mul/y mul w2 w2/Assign w2/read");
    n = world_count(&w);
    world_variable(&w, "w3", fake_value(&w, (Fake){.output = w1->initial_value}));
    assert_str(world_names(&w, n), "w3 w3/Assign w3/read");
    world_done(&w);
}

/* 2.4, 2.5: nodes of resource variables. */
static void test_resource(void **state) {
    (void)state;
    static const struct {
        int minor;
        const char *nodes;
    } rows[] = {
        {0,
         "r/Initializer/ones:Const r:VarHandleOp r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp "
         "r/Create/AssignVariableOp:AssignVariableOp r/Read/ReadVariableOp:ReadVariableOp r/Read/Identity:Identity"},
        {1,
         "r/Initializer/ones:Const r:VarHandleOp r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp "
         "r/Assign:AssignVariableOp r/Read/ReadVariableOp:ReadVariableOp"},
    };
    for (size_t i = 0; i < 2; i++) {
        World w = world_make(rows[i].minor);
        VariableRequest r = plain_variable(&w, "r", fake_value(&w, (Fake){.call = call_ones}));
        r.use_resource = 1;
        Variable *v;
        assert_true(variable_new(w.e, &r, &v));
        assert_str(world_nodes(&w, 0), rows[i].nodes);
        assert_true(v->record.resource);
        assert_null(v->snapshot);
        assert_int_equal(v->record.dtype, DTYPE_FLOAT32);
        world_done(&w);
    }
}

/* 2.5: where a Python value is made, and how a resource variable is read. */
static void test_resource_value_and_reads(void **state) {
    (void)state;
    for (int minor = 3; minor <= 4; minor++) {
        World w = world_make(minor);
        VariableRequest r = plain_variable(&w, "r", value_float(1));
        r.use_resource = 1;
        Variable *v;
        Output *out;
        assert_true(variable_new(w.e, &r, &v));
        assert_string_equal(v->initial_value->node->record.name->text,
                            minor == 3 ? "r/initial_value" : "r/Initializer/initial_value");
        size_t n = world_count(&w);
        assert_true(variable_as_tensor(w.e, v, false, &out) &&
                    variable_as_tensor(w.e, v, false, &out));
        assert_true(variable_read(w.e, v, NULL, &out));
        assert_str(world_names(&w, n),
                   "ReadVariableOp ReadVariableOp_1 Read/ReadVariableOp Identity");
        world_done(&w);
    }
}

/* 2.4: from 1.11 on tf.Variable follows the scope's use_resource. */
static void test_factory(void **state) {
    (void)state;
    for (int minor = 10; minor <= 11; minor++) {
        World w = world_make(minor);
        VarScopeRequest r = scope_named("s", -1);
        r.use_resource = 1;
        VarScopeEntry s = world_enter(&w, r);
        assert_int_equal(world_variable(&w, "v", value_float(1))->record.resource, minor == 11);
        assert_true(get1(&w, "g")->record.resource);
        world_leave(&w, &s);
        w.e->resource_default = true;
        assert_int_equal(world_variable(&w, "v", value_float(1))->record.resource, minor == 11);
        world_done(&w);
    }
}

/* The reasons that are told. */
static void test_facts(void **state) {
    (void)state;
    World w = world_make(4);
    OpScope a = world_name_scope(&w, "a");
    world_variable(&w, "x", value_float(1));
    Variable *v = world_variable(&w, "x", value_float(1));
    op_scope_leave(w.e, &a);
    assert_str(world_facts(&w, FACT_VARIABLE, v->record.index), "VARIABLE_ALWAYS_NEW(-)");
    assert_int_equal(v->node->record.naming.suffix, 1);
    assert_true(v->node->record.naming.given);
    world_done(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_four_nodes),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_callable),
        cmocka_unit_test(test_tensor),
        cmocka_unit_test(test_dtype),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_collections),
        cmocka_unit_test(test_control_dependencies),
        cmocka_unit_test(test_reads),
        cmocka_unit_test(test_caching_device),
        cmocka_unit_test(test_rewrite),
        cmocka_unit_test(test_initialized_value),
        cmocka_unit_test(test_rewrite_of_initialized_value),
        cmocka_unit_test(test_no_rewrite),
        cmocka_unit_test(test_resource),
        cmocka_unit_test(test_resource_value_and_reads),
        cmocka_unit_test(test_factory),
        cmocka_unit_test(test_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
