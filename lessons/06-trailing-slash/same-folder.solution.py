import tensorflow as tf

with tf.name_scope("loss") as scope:
    a = tf.constant(1.0, name="a")

with tf.name_scope(scope):
    b = tf.constant(2.0, name="b")

total = tf.add(a, b, name="total")
with tf.Session() as sess:
    print(sess.run(total))
