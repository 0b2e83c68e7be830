import tensorflow as tf

def block(x):
    with tf.variable_scope(None, default_name='block'):
        w = tf.get_variable('w', [1])
        return tf.multiply(x, w, name='out')

one = tf.constant([1.0])
two = tf.constant([2.0])

with tf.variable_scope('net'):
    a = block(block(one))
with tf.variable_scope('net', reuse=True):
    b = block(block(two))
print(len(tf.trainable_variables()))
