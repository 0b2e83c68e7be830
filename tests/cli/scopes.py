import tensorflow as tf

with tf.variable_scope("foo") as vs:
    v = tf.get_variable("v", [1], initializer=tf.zeros_initializer())
    w = tf.Variable([1.0], name="w")
with tf.name_scope("ns"):
    with tf.variable_scope("foo", reuse=True):
        v2 = tf.get_variable("v", [1])
    with tf.variable_scope(vs):
        try:
            tf.get_variable("v", [1])
        except ValueError as e:
            print("refused")
c = tf.constant(1, name="foo")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(v2 + w))
