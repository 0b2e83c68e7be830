/* test_objects.c: the objects of the module: texts, comparisons, what they refuse. */
#include "tests/tf/run_tf.h"

static void test_texts(void **state) {
    (void)state;
    check_prints(4, "a = tf.constant([1., 2.], name='a')\nprint(a, repr(a))",
                 "Tensor(\"a:0\", shape=(2,), dtype=float32) <tf.Tensor 'a:0' shape=(2,) "
                 "dtype=float32>\n");
    check_prints(4, "print(repr(tf.no_op(name='n')))", "<tf.Operation 'n' type=NoOp>\n");
    check_prints(4, "print(repr(tf.float32), tf.float32, tf.int32.name)",
                 "tf.float32 <dtype: 'float32'> int32\n");
    check_prints(0, "print(tf.Variable([1.], name='w'))",
                 "Tensor(\"w/read:0\", shape=(1,), dtype=float32)\n");
    check_prints(1, "print(tf.Variable([1.], name='w'))",
                 "<tf.Variable 'w:0' shape=(1,) dtype=float32_ref>\n");
}

static void test_identity(void **state) {
    (void)state;
    check_prints(4,
                 "v = tf.get_variable('v', [1])\nprint(v.op is v.op, v.value() is v.value(), "
                 "v.graph is tf.get_default_graph(), tf.global_variables()[0] is v)",
                 "True True True True\n");
}

static void test_shapes(void **state) {
    (void)state;
    check_prints(4,
                 "s = tf.TensorShape([None, 3])\nprint(s, repr(s), s.as_list(), s.ndims, s[1] "
                 "== 3, s[0] == 3)",
                 "(?, 3) TensorShape([Dimension(None), Dimension(3)]) [None, 3] 2 True None\n");
    check_prints(4, "print(tf.TensorShape([2, 3]) == [2, 3], tf.TensorShape(None))",
                 "True <unknown>\n");
    check_raises(4, "tf.TensorShape([2]).merge_with([3])", "ValueError",
                 "Shapes (2,) and (3,) are not compatible");
    check_raises(4, "2 * tf.Dimension(3)", "TypeError",
                 "unsupported operand type(s) for *: 'int' and 'Dimension'");
    check_prints(9, "print(2 * tf.Dimension(3))", "6\n");
}

static void test_dtypes(void **state) {
    (void)state;
    check_prints(4,
                 "import numpy as np\nprint(tf.float32 == np.float32, tf.float32 == 'float32', "
                 "tf.float32 == None, tf.as_dtype if False else tf.int32.max)",
                 "True True False 2147483647\n");
}

static void test_tensors_refuse(void **state) {
    (void)state;
    check_raises(4, "for x in tf.constant([1]): pass", "TypeError",
                 "'Tensor' object is not iterable.");
    check_raises(15, "bool(tf.constant(1))", "OperatorNotAllowedInGraphError",
                 "using a `tf.Tensor` as a Python `bool` is not allowed in Graph execution. Use "
                 "Eager execution or decorate this function with @tf.function.");
    check_raises(4, "tf.constant(1).foo", "AttributeError",
                 "'Tensor' object has no attribute 'foo'");
}

static void test_conversions(void **state) {
    (void)state;
    check_raises(4, "tf.constant(2.5, tf.int32)", "TypeError",
                 "Expected int32, got 2.5 of type 'float' instead.");
    check_raises(4, "tf.constant([1, None], tf.int32)", "TypeError",
                 "Expected int32, got None of type '_Message' instead.");
    check_raises(4, "tf.convert_to_tensor(None)", "ValueError", "None values not supported.");
    check_raises(4, "tf.convert_to_tensor([tf.constant(1), 2], tf.float32)", "TypeError",
                 "Expected float32, got list containing Tensors of type '_Message' instead.");
    check_prints(4,
                 "x = tf.constant(1.)\nprint(tf.convert_to_tensor([[x, 2.], [3., 4.]]).shape, "
                 "[o.name for o in tf.get_default_graph().get_operations()])",
                 "(2, 2) ['Const', 'packed/0/1', 'packed/0', 'packed/1_1', 'packed']\n");
}

static void test_operand_kinds(void **state) {
    (void)state;
    check_raises(1, "tf.constant(1) * 2.5", "TypeError",
                 "Expected int32, got 2.5 of type 'float' instead.");
    check_raises(4, "tf.constant(1) * 2.5", "TypeError",
                 "unsupported operand type(s) for *: 'Tensor' and 'float'");
    check_raises(15, "tf.constant(1) * 2.5", "TypeError",
                 "Input 'y' of 'Mul' Op has type float32 that does not match type int32 of "
                 "argument 'x'.");
}

/* The record of an error tells the rule behind it. */
static void test_error_rule(void **state) {
    (void)state;
    Run *run = tf_run(4, "tf.get_variable('v', [1])\ntf.get_variable('v', [1])");
    const TraceError *e = *LOG_AT(&run->trace->errors, TraceError *, 0);
    assert_int_equal(e->rule, RULE_STORE_REFUSES_EXISTING);
    assert_non_null(e->origin);
    assert_str(name_str(e->subject), "v");
    run_free(run);
}

static const TraceNode *last_node(const Run *run) {
    const Log *nodes = &run->trace->nodes;
    return *LOG_AT(nodes, TraceNode *, nodes->count - 1);
}

/* Which names the program gave, and which are defaults. */
static void test_given_names(void **state) {
    (void)state;
    static const struct {
        const char *program, *name;
        bool given;
    } cases[] = {
        {"tf.constant(1)", "Const", false},
        {"tf.constant(1, name='k')", "k", true},
        {"tf.add(1, 2, name='s')", "s", true},
        {"tf.matmul([[1.]], [[2.]])", "MatMul", false},
        {"tf.matmul([[1.]], [[2.]], name='m')", "m", true},
        {"tf.constant(1) + 1", "add", false},
        {"tf.range(3)", "range", false},
        {"tf.zeros([2], name='z')", "z", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Run *run = tf_run(4, cases[i].program);
        assert_str(name_str(last_node(run)->name), cases[i].name);
        assert_int_equal(last_node(run)->naming.given, cases[i].given);
        run_free(run);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),          cmocka_unit_test(test_identity),
        cmocka_unit_test(test_shapes),         cmocka_unit_test(test_dtypes),
        cmocka_unit_test(test_tensors_refuse), cmocka_unit_test(test_conversions),
        cmocka_unit_test(test_operand_kinds),  cmocka_unit_test(test_error_rule),
        cmocka_unit_test(test_given_names),
    };
    return cmocka_run_group_tests_name("tf/objects", tests, NULL, NULL);
}
