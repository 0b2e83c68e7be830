import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])

a = tf.layers.dense(x, 2)
b = tf.layers.dense(x, 2)
print(a.name)
print(b.name)

c = tf.layers.dense(x, 4, name='fc')
d = tf.layers.dense(x, 4, name='fc', reuse=True)
print(d.name)

for v in tf.trainable_variables():
    print(v.name)
