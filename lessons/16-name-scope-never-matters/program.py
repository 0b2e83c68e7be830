import tensorflow as tf

with tf.name_scope('here'):
    a = tf.get_variable('v', [1])
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    with tf.name_scope('there'):
        b = tf.get_variable('v', [1])
print(a.name, b.name, a is b)
