import tensorflow as tf
w = tf.Variable(5.0, name="w")
step = tf.train.GradientDescentOptimizer(0.25).minimize(tf.square(w))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(step)
        print(sess.run(w))
