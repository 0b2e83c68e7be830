import tensorflow as tf

x = tf.constant(3.0, name="x")
y = tf.constant(4.0, name="y")
z = tf.add(x, y, name="total")

print(x.name)
print(z.op.name)
print(z)
with tf.Session() as sess:
    print(sess.run(z))
    print(sess.run("total:0"))
