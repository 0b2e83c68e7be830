import tensorflow as tf

w = tf.constant([1.0, 2.0], name='w')
W = tf.constant([3.0, 4.0], name='W')
total = tf.add(w, W, name='total')

with tf.Session() as sess:
    print(sess.run('W:0'))
    print(sess.run('total:0'))
