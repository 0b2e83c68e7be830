import tensorflow as tf
g = tf.Graph()
with g.as_default():
    with tf.variable_scope('net', reuse=tf.AUTO_REUSE):
        w = tf.get_variable('w', initializer=[1.0, 2.0])
    step = tf.Variable(0, name='global_step', trainable=False)
    inc = tf.assign_add(step, 1)
    loss = tf.reduce_sum(w * 2.0, name='loss')
    with tf.Session(graph=g) as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(3):
            print(sess.run([inc, loss]))
        sess.run(w.assign([5.0, 6.0]))
        print(sess.run(loss))
try:
    with tf.variable_scope('net'):
        tf.get_variable('w', [3])
        tf.get_variable('w', [3])
except ValueError as e:
    print('caught', e)
