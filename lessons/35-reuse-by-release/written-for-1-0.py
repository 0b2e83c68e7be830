import tensorflow as tf

with tf.variable_scope('net') as net:
    v = tf.get_variable('v', [1])
    net.reuse_variables()
    v1 = tf.get_variable('v', [1])

# Reuse is to be off again here.
with tf.variable_scope(net, reuse=False):
    b = tf.get_variable('b', [1])

print(b.name)
