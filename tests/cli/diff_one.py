import tensorflow as tf
# the same as diff_two.py, but for numbers and sharing
w = tf.get_variable("w", [2], initializer=tf.ones_initializer())
u = tf.Variable(1, name="u")
with tf.variable_scope("s") as s:
    a = tf.get_variable("a", [1], initializer=tf.zeros_initializer())
with tf.variable_scope(s, reuse=True):
    b = tf.get_variable("a", [1])
y = w * 2.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y))
