import tensorflow as tf

with tf.variable_scope('net'):
    w = tf.get_variable('w', initializer=5.0)
    b = tf.get_variable('b', initializer=0.5)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    path = tf.train.Saver().save(sess, './model')

tf.reset_default_graph()
with tf.variable_scope('encoder'):
    w = tf.get_variable('w', initializer=0.0)
    b = tf.get_variable('b', initializer=0.0)
extra = tf.get_variable('extra', initializer=1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver = tf.train.Saver()
    saver.restore(sess, path)
    print(sess.run([w, b, extra]))
