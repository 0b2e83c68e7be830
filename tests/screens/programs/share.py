import tensorflow as tf

def layer(x, size):
    w = tf.get_variable('w', [2, size])
    return tf.matmul(x, w)

x = tf.ones([1, 2], name='x')
with tf.variable_scope('net'):
    a = layer(x, 3)
with tf.variable_scope('net', reuse=True):
    b = layer(x, 3)
with tf.name_scope('net'):
    c = tf.Variable(2.0, name='c')
    d = tf.multiply(c, 3.0, name='d')
print(a.name, b.name)
print(c.name, d.name)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(d))
    sess.run(c.assign(5.0))
    print(sess.run(d))
