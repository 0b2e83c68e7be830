import tensorflow as tf

w = tf.constant(1.0, name='w')
W = tf.constant(2.0, name='W')
print(W.name)

with tf.variable_scope('s', reuse=True) as s:
    pass
with tf.variable_scope(s, reuse=False) as again:
    print(again.reuse)

x = tf.placeholder(tf.float32, [None, 3])
a = tf.layers.dense(x, 2)
b = tf.layers.dense(x, 2)
print(b.name)

tf.get_variable('v', [1])
try:
    tf.get_variable('v', [1])
except ValueError as e:
    print(str(e).split(' Originally')[0])

print((w + W).op.type)
