import tensorflow as tf

def score(x):
    w = tf.get_variable('w', [2])
    return tf.reduce_sum(w * x)

with tf.variable_scope('net') as net:
    a = score(tf.constant([1.0, 2.0]))
    net.reuse_variables()
    b = score(tf.constant([3.0, 4.0]))
    loss = tf.square(a - b, name='loss')

train = tf.train.AdamOptimizer(0.1).minimize(loss)
