import tensorflow as tf
with tf.variable_scope("s", reuse=True):
    v = tf.get_variable("v", [1])
