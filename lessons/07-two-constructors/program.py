import tensorflow as tf

# tf.Variable: the name is optional, scopes of both kinds apply.
a = tf.Variable(0.0)
with tf.name_scope('n'):
    with tf.variable_scope('v'):
        b = tf.Variable(0.0, name='b')
        c = tf.get_variable('c', [])
print(a.name, b.name, c.name)

# tf.get_variable: the name is required.
try:
    tf.get_variable(shape=[1])
except TypeError as e:
    print('TypeError')
