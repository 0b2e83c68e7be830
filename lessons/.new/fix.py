import tensorflow as tf


def layer(x):
    with tf.variable_scope('layer'):
        w = tf.get_variable('w', [3, 1], initializer=tf.ones_initializer())
        return tf.matmul(x, w)


first = layer(tf.ones([1, 3]))
print(first.name)
second = layer(tf.zeros([1, 3]))
