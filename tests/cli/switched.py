import tensorflow as tf

with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable_scope().reuse_variables()
