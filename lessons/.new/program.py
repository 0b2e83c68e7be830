import tensorflow as tf

with tf.variable_scope('box'):
    w = tf.get_variable('w', [2, 3], initializer=tf.ones_initializer())

with tf.variable_scope('box', reuse=True):
    again = tf.get_variable('w', [2, 3])
    total = tf.reduce_sum(again, name='total')

print(again is w)
print(total.name)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(total))
