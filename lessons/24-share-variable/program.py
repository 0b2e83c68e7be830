import tensorflow as tf

with tf.variable_scope('share'):
    share = tf.get_variable('share_variable', [1])

with tf.variable_scope('share', reuse=True):
    share_test = tf.get_variable('share_variable', [1])
    print(share.name)
    print(share_test.name)
