/* test_scopes.c: scopes and getters as the module binds them: what depends on Python rather than on
 * the engine. */
#include "tests/tf/run_tf.h"

static void test_entering_again(void **state) {
    (void)state;
    static const char *const twice = "c = tf.name_scope('a')\nfor i in range(2):\n    with c as "
                                     "s: print(s)";
    check_prints(4, twice, "a/\na_1/\n");
    check_raises(3, twice, "AttributeError",
                 "'_GeneratorContextManager' object has no attribute 'args'");
}

/* From 1.4 on a variable scope checks its arguments when it is made, before it is entered. */
static void test_when_checked(void **state) {
    (void)state;
    static const char *const made = "tf.variable_scope(None)\nprint('made')";
    check_prints(3, made, "made\n");
    check_raises(4, made, "TypeError", "If default_name is None then name_or_scope is required");
    check_raises(1, "with tf.variable_scope('s', reuse=1): pass", "ValueError",
                 "The reuse parameter must be True or False or None.");
    check_prints(0, "with tf.variable_scope('s', reuse=1) as s: print(s.reuse)", "1\n");
}

static void test_graphs(void **state) {
    (void)state;
    check_prints(4,
                 "g = tf.Graph()\nwith g.as_default() as h:\n    print(h is g, "
                 "tf.get_default_graph() is g)\nprint(tf.get_default_graph() is g)",
                 "True True\nFalse\n");
    check_raises(4,
                 "g = tf.Graph()\nwith g.as_default():\n    a = tf.constant(1, name='a')\n"
                 "b = tf.constant(2, name='b')\ntf.add(a, b)",
                 "ValueError",
                 "Tensor(\"b:0\", shape=(), dtype=int32) must be from the same graph as "
                 "Tensor(\"a:0\", shape=(), dtype=int32).");
}

static void test_templates(void **state) {
    (void)state;
    check_prints(4,
                 "def f(x): return x * tf.get_variable('w', [])\nt = tf.make_template('t', f)\n"
                 "x = tf.constant(1.)\nprint(t(x).name, t(x).name, tf.make_template('t', "
                 "f)(x).name, [v.name for v in tf.global_variables()])",
                 "t/mul:0 t_1/mul:0 t_2/mul:0 ['t/w:0', 't_1/w:0']\n");
}

/* What a custom getter is given. */
static void test_getter_arguments(void **state) {
    (void)state;
    static const char *const program =
        "def g(getter, *a, **k):\n    print(a, sorted(k))\n    return getter(*a, **k)\n"
        "tf.get_variable('v', [1], custom_getter=g)";
    check_prints(0, program,
                 "() ['caching_device', 'collections', 'dtype', 'initializer', 'name', "
                 "'partitioner', 'regularizer', 'reuse', 'shape', 'trainable', "
                 "'validate_shape']\n");
    check_prints(12, program,
                 "() ['aggregation', 'caching_device', 'collections', 'constraint', 'dtype', "
                 "'initializer', 'name', 'partitioner', 'regularizer', 'reuse', 'shape', "
                 "'synchronization', 'trainable', 'use_resource', 'validate_shape']\n");
}

static void test_initializer_classes(void **state) {
    (void)state;
    static const char *const program =
        "v = tf.get_variable('v', [1], initializer=tf.ones_initializer)\n"
        "print(v.initial_value.op.name)";
    check_raises(0, program, "TypeError", "__init__() got multiple values for argument 'dtype'");
    check_prints(1, program, "v/Initializer/Const\n");
    check_prints(4, program, "v/Initializer/ones\n");
}

static void test_live_collection(void **state) {
    (void)state;
    check_prints(4,
                 "tf.Variable(1)\nl = tf.get_collection_ref('variables')\ntf.Variable(2)\n"
                 "print(len(tf.get_collection_ref('variables')), len(l))\ndel l[0]\n"
                 "print([v.name for v in tf.global_variables()])",
                 "2 2\n['Variable_1:0']\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entering_again),   cmocka_unit_test(test_when_checked),
        cmocka_unit_test(test_graphs),           cmocka_unit_test(test_templates),
        cmocka_unit_test(test_getter_arguments), cmocka_unit_test(test_initializer_classes),
        cmocka_unit_test(test_live_collection),
    };
    return cmocka_run_group_tests_name("tf/scopes", tests, NULL, NULL);
}
