import tensorflow as tf

def model(x):
    with tf.variable_scope('model'):
        with tf.variable_scope('encoder'):
            x = x * tf.get_variable('w', [1])
        with tf.variable_scope('decoder'):
            return tf.multiply(x, tf.get_variable('w', [1]), name='y')

a = model(tf.constant([1.0]))
b = model(tf.constant([2.0]))
print(a.name)
print(b.name)
