import tensorflow as tf

rate = tf.constant(0.1, name="rate")
rate = tf.constant(0.5, name="rate")

with tf.Session() as sess:
    print(sess.run("rate_1:0"))
