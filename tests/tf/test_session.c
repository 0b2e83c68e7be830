/* test_session.c: fetches, feeds, default sessions, and how they fail (section 6.3). */
#include "tests/tf/run_tf.h"

static void test_fetches(void **state) {
    (void)state;
    check_prints(4,
                 "s = tf.Session()\na = tf.constant(1)\nprint(s.run({'x': [a, (a, a)], 'y': "
                 "{'z': a}}))",
                 "{'x': [1, (1, 1)], 'y': {'z': 1}}\n");
    check_prints(4, "s = tf.Session()\na = tf.constant(1, name='a')\nprint(s.run(['a:0', 'a']))",
                 "[1, None]\n");
    check_raises(4, "tf.constant(1)\ntf.Session().run(None)", "TypeError",
                 "Fetch argument None has invalid type <class 'NoneType'>");
    check_raises(4, "tf.constant(1)\ntf.Session().run(3)", "TypeError",
                 "Fetch argument 3 has invalid type <class 'int'>, must be a string or Tensor. "
                 "(Can not convert a int into a Tensor or Operation.)");
    check_raises(
        4, "tf.constant(1)\ntf.Session().run('zz:0')", "ValueError",
        "Fetch argument 'zz:0' cannot be interpreted as a Tensor. (\"The name 'zz:0' refers "
        "to a Tensor which does not exist. The operation, 'zz', does not exist in the "
        "graph.\")");
    check_raises(4, "tf.Session().run([])", "RuntimeError",
                 "The Session graph is empty.  Add operations to the graph before calling run().");
}

static void test_feeds(void **state) {
    (void)state;
    check_raises(4,
                 "x = tf.placeholder(tf.float32, [None, 2], name='p')\n"
                 "tf.Session().run(x, {x: [1, 2, 3]})",
                 "ValueError",
                 "Cannot feed value of shape (3,) for Tensor 'p:0', which has shape '(?, 2)'");
    check_raises(1, "x = tf.placeholder(tf.float32)\ntf.Session().run(x, {x: x})", "TypeError",
                 "The value of a feed cannot be a tf.Tensor object. Acceptable feed values include "
                 "Python scalars, strings, lists, numpy ndarrays, or TensorHandles.");
    check_raises(4, "x = tf.placeholder(tf.float32)\ntf.Session().run(x, {3: 4})", "TypeError",
                 "Cannot interpret feed_dict key as Tensor: Can not convert a int into a Tensor.");
    check_prints(4, "x = tf.placeholder(tf.int32)\nprint(tf.Session().run(x, {x: 2.7}))", "2\n");
}

static void test_default_session(void **state) {
    (void)state;
    check_raises(4, "tf.constant(1).eval()", "ValueError",
                 "Cannot evaluate tensor using `eval()`: No default session is registered. Use "
                 "`with sess.as_default()` or pass an explicit session to `eval(session=sess)`");
    check_raises(4, "tf.no_op().run()", "ValueError",
                 "Cannot execute operation using `run()`: No default session is registered. Use "
                 "`with sess.as_default():` or pass an explicit session to `run(session=sess)`");
    check_prints(4, "tf.InteractiveSession()\nprint(tf.constant(7).eval())", "7\n");
    check_prints(4, "with tf.Session() as s:\n    print(tf.constant(7).eval())", "7\n");
    check_raises(4, "c = tf.constant(1)\ns = tf.Session()\ns.close()\ns.run(c)", "RuntimeError",
                 "Attempted to use a closed Session.");
}

static void test_runtime_errors(void **state) {
    (void)state;
    check_prints(4,
                 "v = tf.Variable(1, name='v')\ntry:\n    tf.Session().run(v)\nexcept "
                 "tf.errors.FailedPreconditionError as e:\n    print(e.message.split('\\n')[0], "
                 "isinstance(e, tf.errors.OpError))",
                 "Attempting to use uninitialized value v True\n");
}

static void test_config(void **state) {
    (void)state;
    check_prints(4,
                 "c = tf.ConfigProto(allow_soft_placement=True)\n"
                 "c.gpu_options.allow_growth = True\nprint(c.gpu_options.allow_growth)\n"
                 "s = tf.Session(config=c)\nprint(s.run(tf.constant(1)))",
                 "True\n1\n");
}

/* Two pictures of 2 x 3 dots in grey: each value is a tag and an image of three varints. */
static void test_image_summary(void **state) {
    (void)state;
    check_prints(
        4,
        "s = tf.summary.image('p', tf.zeros([4, 2, 3, 1]), 2)\n"
        "t = tf.Session().run(s)\nprint(t[:21])\nprint(t[21:])\n"
        "print(tf.Session().run(tf.summary.image('q', tf.zeros([4, 2, 3, 1]), 1)))",
        "tfscope: tf.summary.image is a stand-in: a summary holds the sizes of the pictures, not the "
        "pictures\n"
        "b'\\n\\x13\\n\\tp/image/0\"\\x06\\x08\\x02\\x10\\x03\\x18\\x01'\n"
        "b'\\n\\x13\\n\\tp/image/1\"\\x06\\x08\\x02\\x10\\x03\\x18\\x01'\n"
        "b'\\n\\x11\\n\\x07q/image\"\\x06\\x08\\x02\\x10\\x03\\x18\\x01'\n");
    check_prints(
        4,
        "x = tf.placeholder(tf.float32)\ntry:\n"
        "    tf.Session().run(tf.summary.image('p', x), {x: [[1.0]]})\n"
        "except tf.errors.InvalidArgumentError as e:\n    print(e.message.split('\\n')[0])",
        "tfscope: tf.summary.image is a stand-in: a summary holds the sizes of the pictures, not the "
        "pictures\n"
        "Tensor must be 4-D with last dim 1, 3, or 4, not [1,1]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fetches),         cmocka_unit_test(test_feeds),
        cmocka_unit_test(test_default_session), cmocka_unit_test(test_runtime_errors),
        cmocka_unit_test(test_config),          cmocka_unit_test(test_image_summary),
    };
    return cmocka_run_group_tests_name("tf/session", tests, NULL, NULL);
}
