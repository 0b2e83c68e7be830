import tensorflow as tf

with tf.variable_scope("net"):
    w = tf.get_variable("w", [2])
with tf.variable_scope("net", reuse=True):
    again = tf.get_variable("w", [2])
print(again.name)
