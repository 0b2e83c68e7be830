import tensorflow as tf

with tf.variable_scope('model') as model:
    w = tf.get_variable('w', [1])

with tf.variable_scope('branch'):
    # The object that was captured above.
    with tf.variable_scope(model):
        b = tf.get_variable('b', [1])
        s = tf.constant(1.0, name='s')
    # The same name, as a string.
    with tf.variable_scope('model'):
        c = tf.get_variable('b', [1])

print(b.name)
print(s.name)
print(c.name)
