import tensorflow as tf

a = tf.Variable(0.1, name="rate")
b = tf.get_variable("rate", [])
print(b.name)

with tf.variable_scope("", reuse=tf.AUTO_REUSE):
    again = tf.get_variable("rate", [])
print(again is b)
