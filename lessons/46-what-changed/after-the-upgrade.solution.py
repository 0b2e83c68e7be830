import tensorflow as tf

w = tf.constant([1.0, 2.0], name='w')
W = tf.constant([3.0, 4.0], name='matrix')
total = tf.add(w, W, name='total')

with tf.Session() as sess:
    print(sess.run('matrix:0'))
    print(sess.run('total:0'))
