import tensorflow as tf

first = tf.Variable([1.0], name="weights")
second = tf.Variable([2.0], name="weights")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(first))
    print(sess.run(second))
