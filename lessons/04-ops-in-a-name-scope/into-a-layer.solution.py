import tensorflow as tf

with tf.name_scope("layer"):
    a = tf.add(1, 2, name="a")
    b = tf.multiply(a, 3, name="b")

with tf.Session() as sess:
    print(sess.run(b))
