import tensorflow as tf
w = tf.get_variable("w", [3], initializer=tf.ones_initializer())
u = tf.Variable(2.0, name="u", trainable=False)
with tf.variable_scope("s") as s:
    a = tf.get_variable("a", [1], initializer=tf.zeros_initializer())
with tf.variable_scope(s):
    b = tf.get_variable("c", [1], initializer=tf.zeros_initializer())
y = w * 3.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y))
