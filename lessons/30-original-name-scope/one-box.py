import tensorflow as tf

with tf.variable_scope('model') as model:
    a = tf.constant([3.0], name='a')

# Later:
