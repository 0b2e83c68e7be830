import tensorflow as tf

v = tf.Variable([1.0, 2.0], name="v")
s = tf.reduce_sum(v.value())

with tf.Session() as sess:
    sess.run(v.initializer)
    print(sess.run(s))
