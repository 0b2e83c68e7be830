import tensorflow as tf

with tf.name_scope("layer1"):
    first = tf.Variable([1.0], name="weights")
with tf.name_scope("layer2"):
    second = tf.Variable([2.0], name="weights")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(first))
    print(sess.run(second))
