import tensorflow as tf

with tf.variable_scope("scope2"):
    x = tf.get_variable("x", [1], initializer=tf.constant_initializer(3.0))
    y = tf.get_variable("y", [1], initializer=tf.constant_initializer(2.0))

with tf.variable_scope("scope2", reuse=True):
    x1 = tf.get_variable("x", [1])
    y1 = tf.get_variable("y", [1])
    z = tf.multiply(x1, y1, name="z")

print(y1 is y)
