import tensorflow as tf

with tf.variable_scope("scope2"):
    x = tf.get_variable("x", shape=[1], initializer=tf.constant_initializer(1.0))
    y = tf.Variable(1.0, name="y")

print(x.name)
print(y.name)
