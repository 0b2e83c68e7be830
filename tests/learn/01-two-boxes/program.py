import tensorflow as tf

with tf.name_scope('box'):
    a = tf.get_variable('v', [2])
    b = tf.Variable(0, name='v')
print(b.name)
