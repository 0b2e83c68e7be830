import tensorflow as tf

def deep(n):
    with tf.variable_scope('level%d' % n):
        tf.get_variable('weight_of_this_level', [n])
        if n < 12:
            deep(n + 1)

deep(1)
