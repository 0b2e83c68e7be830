import tensorflow as tf

w = tf.Variable(2.0, name='w')
init = tf.global_variables_initializer()
b = tf.Variable(1.0, name='b')
y = tf.add(w, b, name='y')

with tf.Session() as sess:
    sess.run(init)
    print(sess.run(y))
