import tensorflow as tf

def layer(x):
    with tf.variable_scope('layer', reuse=tf.AUTO_REUSE):
        w = tf.get_variable('weights', [1])
        return tf.multiply(x, w, name='y')

a = layer(tf.constant([1.0]))
b = layer(tf.constant([2.0]))
print(a.name)
print(b.name)
