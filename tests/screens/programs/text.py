import tensorflow as tf

with tf.variable_scope('net'
    w = tf.get_variable('w', [2])
print(w.name
