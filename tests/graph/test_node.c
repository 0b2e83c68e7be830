/* Nodes: names, constants made for arguments, types, control inputs, and how TensorFlow refuses. */
#include <string.h>

#include "graph/control.h"
#include "tests/graph/build_host.h"

/* A program's float, for which an integer is wanted, is refused as convert_to_tensor does. */
static bool strict_convert(Engine *e, Value v, DType want, const char *name, bool as_ref,
                           Output **out) {
    if (v.kind == VALUE_FLOAT && want == DTYPE_INT32) {
        return engine_fail(e, FAULT_TYPE, "Expected int32, got %g of type 'float' instead.",
                           v.as.real);
    }
    if (v.kind == VALUE_NONE) {
        return engine_fail(e, FAULT_VALUE, "None values not supported.");
    }
    return fake_convert(e, v, want, name, as_ref, out);
}

static Str describe(Engine *e, Value v) {
    return v.kind == VALUE_FLOAT ? str_printf(e->arena, "%g", v.as.real) : fake_describe(e, v);
}

static World strict_world(int minor) {
    World w = world_make(minor);
    w.e->host.convert = strict_convert;
    w.e->host.describe = describe;
    return w;
}

static bool add_values(World *w, const char *name, Operand x, Operand y) {
    Operand operands[2] = {x, y};
    Output *out;
    return op_apply1(w->e, "Add", name ? str_of(name) : (Str){0}, operands, 2, NULL, 0, &out);
}

static Operand value(double v) {
    return operand_host(value_float(v));
}

static Operand number(int64_t v) {
    return operand_host(value_int(v));
}

/* tf.add(1, 2, name="a") → a/x a/y a (1.4) */
static void arguments_become_constants_of_their_names(void **state) {
    (void)state;
    World w = world_make(4);
    assert_true(add_values(&w, "a", number(1), number(2)));
    assert_str(world_nodes(&w, 0), "a/x:Const a/y:Const a:Add");
    assert_str(world_inputs(&w, "a"), "a/x a/y");
    world_done(&w);
}

static void default_name_is_the_type_and_counts_up(void **state) {
    (void)state;
    World w = world_make(15);
    Output *x = constant(&w, real(&w, 1), "x");
    OP2(&w, "Add", x, x);
    OP2(&w, "Add", x, x);
    assert_true(add_values(&w, NULL, operand_of(x), value(1)));
    assert_str(world_names(&w, 1), "Add Add_1 Add_2/y Add_2");
    Naming n = world_node(&w, "Add_1")->record.naming;
    assert_string_equal(n.asked->text, "Add");
    assert_int_equal(n.suffix, 1);
    assert_false(n.given);
    world_done(&w);
}

static void constants_for_arguments_belong_to_the_library(void **state) {
    (void)state;
    World w = world_make(15);
    assert_true(add_values(&w, "mine", value(1), value(2)));
    assert_true(world_node(&w, "mine/x")->record.naming.library);
    assert_false(world_node(&w, "mine")->record.naming.library);
    assert_true(world_node(&w, "mine")->record.naming.given);
    assert_false(w.e->library);
    world_done(&w);
}

static void list_arguments_are_numbered(void **state) {
    (void)state;
    World w = world_make(4);
    Operand operands[3] = {value(1), value(2), value(3)};
    Node *n;
    assert_true(op_apply(w.e, "Pack", STR("p"), operands, 3, (uint32_t[]){3}, NULL, 0, &n));
    assert_str(world_names(&w, 0), "p/values_0 p/values_1 p/values_2 p");
    assert_int_equal(node_attr(n, "N")->i, 3);
    assert_int_equal(node_attr(n, "axis")->i, 0);
    world_done(&w);
}

static void a_slash_at_the_end_is_the_exact_name(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = constant(&w, real(&w, 1), "x"), *out;
    assert_true(try_op(&w, "Neg", "s/n/", 1, &x, NULL, 0, &out));
    assert_string_equal(out->node->record.name->text, "s/n");
    assert_true(out->node->record.naming.absolute);
    assert_false(try_op(&w, "Neg", "s/n/", 1, &x, NULL, 0, &out));
    assert_str(world_fault(&w), "cannot add op with name s/n as that name is already used");
    assert_true(dialect_of(8, &w.e->dialect));
    assert_false(try_op(&w, "Neg", "s/n/", 1, &x, NULL, 0, &out));
    assert_str(world_fault(&w), "Duplicate node name in graph: 's/n'");
    world_done(&w);
}

static void illegal_names_are_refused(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = constant(&w, real(&w, 1), "x"), *out;
    assert_false(try_op(&w, "Neg", "two words", 1, &x, NULL, 0, &out));
    assert_str(world_fault(&w), "'two words' is not a valid scope name");
    assert_false(constant_make(w.e, real(&w, 1), STR("two words"), &out));
    assert_str(world_fault(&w), "'two words' is not a valid node name");
    assert_false(try_op(&w, "Neg", "_n", 1, &x, NULL, 0, &out));
    OpScope s = world_name_scope(&w, "s");
    assert_true(try_op(&w, "Neg", "_n", 1, &x, NULL, 0, &out));
    assert_string_equal(out->node->record.name->text, "s/_n");
    op_scope_leave(w.e, &s);
    world_done(&w);
}

/* ---- types ---- */

static void types_that_share_an_attribute_must_agree(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, whole(&w, 1), "a"), *b = constant(&w, real(&w, 1), "b");
    assert_str(
        refused_op(&w, "Add", 2, (Output *[]){a, b}, NULL, 0),
        "Input 'y' of 'Add' Op has type float32 that does not match type int32 of argument 'x'.");
    assert_int_equal(w.e->fault.kind, FAULT_TYPE);
    assert_str(
        refused_op(&w, "Mul", 2, (Output *[]){b, a}, NULL, 0),
        "Input 'y' of 'Mul' Op has type int32 that does not match type float32 of argument 'x'.");
    assert_str(
        refused_op(&w, "LogicalNot", 1, &a, NULL, 0),
        "Input 'x' of 'LogicalNot' Op has type int32 that does not match expected type of bool.");
    world_done(&w);
}

static void refused_types_use_the_name_up(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, whole(&w, 1), "a"), *b = constant(&w, real(&w, 1), "b"), *out;
    assert_false(try_op(&w, "Add", "sum", 2, (Output *[]){a, b}, NULL, 0, &out));
    assert_true(try_op(&w, "Add", "sum", 2, (Output *[]){a, a}, NULL, 0, &out));
    assert_string_equal(out->node->record.name->text, "sum_1");
    world_done(&w);
}

static void types_that_are_not_allowed(void **state) {
    (void)state;
    World w = world_make(4);
    Output *s = constant(&w, tensor_scalar_str(w.arena, STR("a")), "s");
    assert_str(
        refused_op(&w, "Square", 1, &s, NULL, 0),
        "Value passed to parameter 'x' has DataType string not in list of allowed values: float16, float32, "
        "float64, int32, int64, complex64, complex128");
    assert_true(dialect_of(0, &w.e->dialect));
    assert_str(
        refused_op(&w, "Square", 1, &s, NULL, 0),
        "DataType string for attr 'T' not in list of allowed values: float16, float32, float64, int32, int64, "
        "complex64, complex128");
    world_done(&w);
}

/* v.assign_add(1.5) on an integer variable (1.0 and 1.15) */
static void unconvertible_arguments_are_described(void **state) {
    (void)state;
    World w = strict_world(4);
    Output *a = constant(&w, whole(&w, 1), "a");
    assert_false(add_values(&w, NULL, operand_of(a), value(1.5)));
    assert_str(
        world_fault(&w),
        "Expected int32 passed to parameter 'y' of op 'Add', got 1.5 of type 'float' instead.");
    assert_true(dialect_of(15, &w.e->dialect));
    assert_false(add_values(&w, NULL, operand_of(a), value(1.5)));
    assert_str(
        world_fault(&w),
        "Expected int32 passed to parameter 'y' of op 'Add', got 1.5 of type 'float' instead. "
        "Error: Expected int32, got 1.5 of type 'float' instead.");
    assert_false(add_values(&w, NULL, operand_host(value_none()), value(1.5)));
    assert_str(world_fault(&w),
               "Tried to convert 'x' to a tensor and failed. Error: None values not supported.");
    world_done(&w);
}

static void lists_of_mixed_types_are_described(void **state) {
    (void)state;
    World w = world_make(4);
    Operand mixed[2] = {operand_of(constant(&w, whole(&w, 1), "a")),
                        operand_of(constant(&w, real(&w, 1), "b"))};
    Node *n;
    assert_false(op_apply(w.e, "AddN", (Str){0}, mixed, 2, (uint32_t[]){2}, NULL, 0, &n));
    assert_str(
        world_fault(&w),
        "Tensors in list passed to 'inputs' of 'AddN' Op have types [int32, float32] that don't all match.");
    assert_false(op_apply(w.e, "AddN", (Str){0}, mixed, 0, (uint32_t[]){0}, NULL, 0, &n));
    assert_str(world_fault(&w),
               "List argument 'inputs' to 'AddN' Op with length 0 shorter than minimum length 1.");
    world_done(&w);
}

static void references_are_asked_for(void **state) {
    (void)state;
    World w = world_make(4);
    Output *x = constant(&w, real(&w, 1), "x");
    Var v = variable_of(&w, "v", real(&w, 0));
    assert_str(refused_op(&w, "Assign", 2, (Output *[]){x, x}, NULL, 0),
               "'Assign' Op requires that input 'ref' be a mutable tensor (e.g.: a tf.Variable)");
    Output *out = OP2(&w, "Assign", v.ref, x);
    assert_true(output_ref(out));
    assert_str(output_repr(w.arena, out), "<tf.Tensor 'Assign_1:0' shape=() dtype=float32_ref>");
    assert_false(output_ref(v.read));
    world_done(&w);
}

static void conversion_of_tensors(void **state) {
    (void)state;
    World w = world_make(4);
    Output *b = constant(&w, real(&w, 1), "b"), *out;
    assert_true(engine_convert(w.e, operand_of(b), DTYPE_FLOAT32, "y", &out));
    assert_ptr_equal(out, b);
    assert_false(engine_convert(w.e, operand_of(b), DTYPE_INT32, "y", &out));
    assert_str(world_fault(&w),
               "Tensor conversion requested dtype int32 for Tensor with dtype float32: "
               "'Tensor(\"b:0\", shape=(), dtype=float32)'");
    assert_true(
        engine_convert(w.e, operand_tensor(w.e, whole(&w, 3)), DTYPE_INVALID, "three", &out));
    assert_string_equal(out->node->record.name->text, "three");
    world_done(&w);
}

static void an_op_that_is_not_in_the_table_is_refused(void **state) {
    (void)state;
    World w = world_make(4);
    Node *n;
    assert_false(node_make(w.e, "DecodeJpeg", (Str){0}, NULL, 0, NULL, 0, &n));
    assert_int_equal(w.e->fault.kind, FAULT_REFUSED);
    world_done(&w);
}

static void attributes_are_sorted_with_their_defaults(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, REALS(&w, fake_shape(&w, 2, 1, 1), 1), "a");
    Attr t = attr_bool("transpose_b", true);
    const Node *n = op_of(&w, "MatMul", 2, (Output *[]){a, a}, &t, 1)->node;
    assert_int_equal(n->nattrs, 3);
    assert_string_equal(n->attrs[0].name, "T");
    assert_int_equal(n->attrs[0].type, DTYPE_FLOAT32);
    assert_false(node_attr(n, "transpose_a")->b);
    assert_true(node_attr(n, "transpose_b")->b);
    assert_null(node_attr(n, "nothing"));
    world_done(&w);
}

/* ---- graphs ---- */

static void a_finalized_graph_takes_nothing(void **state) {
    (void)state;
    World w = world_make(4);
    Output *out;
    engine_graph(w.e)->finalized = true;
    assert_false(constant_make(w.e, real(&w, 1), STR("c"), &out));
    assert_int_equal(w.e->fault.kind, FAULT_RUNTIME);
    assert_str(world_fault(&w), "Graph is finalized and cannot be modified.");
    world_done(&w);
}

static void tensors_of_two_graphs_do_not_mix(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, whole(&w, 1), "a");
    engine_push_graph(w.e, graph_make(w.e));
    Output *b = constant(&w, whole(&w, 2), "b");
    assert_str(
        refused_op(&w, "Add", 2, (Output *[]){a, b}, NULL, 0),
        "Tensor(\"b:0\", shape=(), dtype=int32) must be from the same graph as Tensor(\"a:0\", shape=(), dtype=int32).");
    assert_ptr_equal(OP2(&w, "Add", a, a)->node->graph,
                     a->node->graph); /* the graph follows from the inputs */
    assert_int_equal(world_count(&w), 1);
    engine_pop_graph(w.e);
    world_done(&w);
}

static void shapes_are_narrowed(void **state) {
    (void)state;
    World w = world_make(1);
    Output *t = placeholder(&w, "t", shape_unknown());
    assert_true(output_set_shape(w.e, t, fake_shape(&w, 2, -1, 3)));
    assert_shape(&w, t, "(?, 3)");
    assert_false(output_set_shape(w.e, t, fake_shape(&w, 2, 2, 2)));
    assert_str(world_fault(&w), "Shapes (?, 3) and (2, 2) are not compatible");
    assert_true(dialect_of(15, &w.e->dialect));
    assert_false(output_set_shape(w.e, t, fake_shape(&w, 2, 2, 2)));
    assert_str(
        world_fault(&w),
        "Dimension 1 in both shapes must be equal, but are 3 and 2. Shapes are [?,3] and [2,2].");
    assert_false(output_set_shape(w.e, t, fake_shape(&w, 1, 3)));
    assert_str(world_fault(&w), "Shapes must be equal rank, but are 2 and 1");
    world_done(&w);
}

static void texts_of_tensors(void **state) {
    (void)state;
    World w = world_make(4);
    Output *t = placeholder(&w, "t", shape_unknown());
    assert_str(output_str(w.arena, t), "Tensor(\"t:0\", dtype=float32)");
    assert_str(output_repr(w.arena, t), "<tf.Tensor 't:0' shape=<unknown> dtype=float32>");
    DevicePlace saved = device_enter(engine_graph(w.e), STR("/cpu:0"), false);
    Output *c = constant(&w, INTS(&w, 1, 2), "c");
    device_leave(engine_graph(w.e), saved);
    assert_str(output_str(w.arena, c),
               "Tensor(\"c:0\", shape=(2,), dtype=int32, device=/device:CPU:0)");
    assert_str(output_name(w.arena, c), "c:0");
    world_done(&w);
}

/* ---- control dependencies ---- */

static void control_inputs_are_added(void **state) {
    (void)state;
    World w = world_make(4);
    Node *a = world_op(&w, "a")->node, *b = world_op(&w, "b")->node;
    ControlFrame *f = control_enter(w.e, (Node *[]){a, b, a}, 3, false);
    world_op(&w, "c");
    ControlFrame *g = control_enter(w.e, (Node *[]){b, world_node(&w, "c")}, 2, false);
    world_op(&w, "d");
    ControlFrame *none = control_enter(w.e, NULL, 0, true);
    world_op(&w, "e");
    control_leave(w.e, none);
    control_leave(w.e, g);
    control_leave(w.e, f);
    world_op(&w, "g");
    assert_str(world_inputs(&w, "c"), "^a ^b");
    assert_str(world_inputs(&w, "d"), "^a ^b ^c");
    assert_str(world_inputs(&w, "e"), "");
    assert_str(world_inputs(&w, "g"), "");
    world_done(&w);
}

/* A node does not wait for what one of its inputs waited for already, nor for its own input. */
static void control_inputs_that_follow_are_left_out(void **state) {
    (void)state;
    World w = world_make(4);
    Output *a = constant(&w, whole(&w, 1), "a"), *b = constant(&w, whole(&w, 1), "b"), *out;
    ControlFrame *f = control_enter(w.e, (Node *[]){a->node}, 1, false);
    assert_true(try_op(&w, "Neg", "of_b", 1, &b, NULL, 0, &out));
    assert_true(try_op(&w, "Neg", "of_that", 1, &out, NULL, 0, &out));
    assert_true(try_op(&w, "Neg", "of_a", 1, &a, NULL, 0, &out));
    control_leave(w.e, f);
    assert_str(world_inputs(&w, "of_b"), "b ^a");
    assert_str(world_inputs(&w, "of_that"), "of_b");
    assert_str(world_inputs(&w, "of_a"), "a");
    world_done(&w);
}

static void colocated_nodes_take_the_device(void **state) {
    (void)state;
    World w = world_make(4);
    DevicePlace saved = device_enter(engine_graph(w.e), STR("/job:ps/task:0"), false);
    Node *v = world_op(&w, "v")->node;
    device_leave(engine_graph(w.e), saved);
    ColocationFrame *before = colocate_enter(engine_graph(w.e), v, false);
    Node *n = world_op(&w, "n")->node;
    colocate_leave(before);
    assert_int_equal(n->ngroups, 1);
    assert_string_equal(n->groups[0]->text, "loc:@v");
    assert_string_equal(n->record.device->text, "/job:ps/task:0");
    world_done(&w);
}

/* ---- groups ---- */

static void a_group_waits_for_its_members(void **state) {
    (void)state;
    World w = world_make(4);
    Node *a = world_op(&w, "a")->node, *b = world_op(&w, "b")->node, *n;
    assert_true(group_build(w.e, (Node *[]){a, b}, 2, (Str){0}, &n));
    assert_true(group_build(w.e, NULL, 0, STR("init"), &n));
    assert_str(world_nodes(&w, 2), "group_deps:NoOp init:NoOp");
    assert_str(world_inputs(&w, "group_deps"), "^a ^b");
    assert_string_equal(world_node(&w, "group_deps")->record.naming.asked->text, "group_deps");
    assert_false(world_node(&w, "group_deps")->record.naming.given);
    world_done(&w);
}

static void a_group_over_devices_has_helpers(void **state) {
    (void)state;
    World w = world_make(4);
    DevicePlace saved = device_enter(engine_graph(w.e), STR("/cpu:1"), false);
    Node *a = world_op(&w, "a")->node, *n;
    device_leave(engine_graph(w.e), saved);
    Node *b = world_op(&w, "b")->node;
    assert_true(group_build(w.e, (Node *[]){a, b}, 2, STR("init"), &n));
    assert_str(world_nodes(&w, 2), "init/NoOp:NoOp init/NoOp_1:NoOp init:NoOp");
    assert_str(world_inputs(&w, "init"), "^init/NoOp ^init/NoOp_1");
    assert_str(world_inputs(&w, "init/NoOp"), "^b");
    assert_str(world_inputs(&w, "init/NoOp_1"), "^a");
    world_done(&w);
}

/* ---- cond ---- */

/* cond(x > 0, lambda: x * 2, lambda: x - 1), from the pred on */
static Output *build_cond(World *w, Output *x, Output *pred) {
    OpScope s;
    CondParts parts;
    Output *results[2], *two, *merged;
    assert_true(op_scope_enter(w->e, STR("cond"), false, &s));
    assert_true(cond_open(w->e, pred, &parts));
    for (int branch = 1; branch >= 0; branch--) {
        ControlContext *c = cond_enter(w->e, parts.pred, parts.pivots[branch], branch);
        OpScope inner;
        assert_true(op_scope_enter(w->e, branch ? STR("mul") : STR("sub"), false, &inner));
        two = constant(w, real(w, branch ? 2 : 1), "y");
        Output *in[] = {x, two}, *out;
        assert_true(try_op(w, branch ? "Mul" : "Sub", inner.full->text, 2, in, NULL, 0, &out));
        op_scope_leave(w->e, &inner);
        assert_true(cond_result(w->e, c, out, &results[branch]));
        context_leave(c);
    }
    assert_true(cond_merge(w->e, results[0], results[1], &merged));
    op_scope_leave(w->e, &s);
    return merged;
}

static void check_cond(int minor, const char *nodes) {
    World w = world_make(minor);
    Output *x = placeholder(&w, "x", shape_scalar()), *zero = constant(&w, real(&w, 0), "zero");
    Output *pred = OP2(&w, "Greater", x, zero);
    Output *out = build_cond(&w, x, pred);
    assert_str(world_names(&w, 3), nodes);
    assert_str(world_inputs(&w, "cond/mul"), "cond/mul/Switch:1 cond/mul/y");
    assert_str(world_inputs(&w, "cond/sub"), "cond/sub/Switch cond/sub/y");
    assert_str(world_inputs(&w, "cond/mul/y"), "^cond/switch_t");
    assert_str(world_inputs(&w, "cond/sub/Switch"), "x cond/pred_id");
    assert_str(world_inputs(&w, "cond/Merge"), "cond/sub cond/mul");
    assert_shape(&w, out, "()");
    world_done(&w);
}

/* conformance session-020 */
static void the_nodes_of_cond(void **state) {
    (void)state;
    check_cond(
        4,
        "cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/mul/y cond/mul/Switch cond/mul cond/sub/y "
        "cond/sub/Switch cond/sub cond/Merge");
    check_cond(
        15,
        "cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/mul/y cond/mul cond/mul/Switch cond/sub/y "
        "cond/sub cond/sub/Switch cond/Merge");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_become_constants_of_their_names),
        cmocka_unit_test(default_name_is_the_type_and_counts_up),
        cmocka_unit_test(constants_for_arguments_belong_to_the_library),
        cmocka_unit_test(list_arguments_are_numbered),
        cmocka_unit_test(a_slash_at_the_end_is_the_exact_name),
        cmocka_unit_test(illegal_names_are_refused),
        cmocka_unit_test(types_that_share_an_attribute_must_agree),
        cmocka_unit_test(refused_types_use_the_name_up),
        cmocka_unit_test(types_that_are_not_allowed),
        cmocka_unit_test(unconvertible_arguments_are_described),
        cmocka_unit_test(lists_of_mixed_types_are_described),
        cmocka_unit_test(references_are_asked_for),
        cmocka_unit_test(conversion_of_tensors),
        cmocka_unit_test(an_op_that_is_not_in_the_table_is_refused),
        cmocka_unit_test(attributes_are_sorted_with_their_defaults),
        cmocka_unit_test(a_finalized_graph_takes_nothing),
        cmocka_unit_test(tensors_of_two_graphs_do_not_mix),
        cmocka_unit_test(shapes_are_narrowed),
        cmocka_unit_test(texts_of_tensors),
        cmocka_unit_test(control_inputs_are_added),
        cmocka_unit_test(control_inputs_that_follow_are_left_out),
        cmocka_unit_test(colocated_nodes_take_the_device),
        cmocka_unit_test(a_group_waits_for_its_members),
        cmocka_unit_test(a_group_over_devices_has_helpers),
        cmocka_unit_test(the_nodes_of_cond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
