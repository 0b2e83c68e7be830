import tensorflow as tf

with tf.variable_scope("foo") as vs:
    v = tf.get_variable("v", [1])
    a = tf.add(v, 1.0, name="a")

with tf.variable_scope("foo", reuse=True):
    v = tf.get_variable("v", [1])
    b = tf.add(v, 2.0, name="b")
print(a.name, b.name)
