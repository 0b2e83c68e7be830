import tensorflow as tf

v = tf.get_variable("v", [2], initializer=tf.zeros_initializer())
x = v + 1.0
with tf.name_scope("A"):
    y = tf.constant(1, name="c")
with tf.name_scope("a"):
    z = tf.constant(2, name="c")
print(y.name, z.name)
