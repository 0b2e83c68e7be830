import tensorflow as tf

def block():
    with tf.variable_scope(None, default_name='block'):
        w = tf.get_variable('w', [1])
        return tf.identity(w, name='out')

with tf.variable_scope('net'):
    a = block()
    b = block()

# The same two blocks once more.
with tf.variable_scope('net', reuse=True):
    c = block()
    d = block()

# And again, without the flag.
with tf.variable_scope('net'):
    e = block()
