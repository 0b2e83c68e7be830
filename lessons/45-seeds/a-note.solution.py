import tensorflow as tf

def experiment(with_note):
    tf.reset_default_graph()
    tf.set_random_seed(42)
    if with_note:
        tf.constant('a second try', name='note')
    x = tf.random_uniform([2], seed=1, name='x')
    with tf.Session() as sess:
        print(sess.run(x))

experiment(False)
experiment(True)
