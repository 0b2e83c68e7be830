import tensorflow as tf

with tf.variable_scope('box'):
    a = tf.get_variable('v', [2])
print(a.name)
