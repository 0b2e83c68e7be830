import tensorflow as tf

a = tf.constant(1.0, name="x")
b = tf.constant(2.0, name="x")
c = tf.constant(3.0, name="x_1")
d = tf.constant(4.0, name="x")
print(a.name, b.name, c.name, d.name)

y = tf.constant(5.0, name="y")
y = tf.constant(6.0, name="y")
with tf.Session() as sess:
    print(y.name, sess.run(y))
    print(sess.run("y:0"))
