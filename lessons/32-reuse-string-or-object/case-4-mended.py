import tensorflow as tf

with tf.variable_scope('test1') as test1:
    with tf.variable_scope('test2') as test2:
        w = tf.get_variable('w1', [1, 2])

with tf.variable_scope(test1, reuse=True):
    with tf.variable_scope(test2, reuse=False):
        w4 = tf.get_variable('w1', [1, 2])
        s = tf.add(w4, 1.0, name='sum')
        print(w4 is w)
