import tensorflow as tf

with tf.variable_scope("scope2"):
    x = tf.get_variable("x", shape=[1], initializer=tf.constant_initializer(1.0))
    y = tf.Variable(1.0, name="y")

with tf.variable_scope("scope2", reuse=True):
    x1 = tf.get_variable("x")
    y1 = tf.Variable(1.0, name="y")
    assert x1 is x

print(x1 is x)
print(y1.name)
