import tensorflow as tf

def draw(extra, seed):
    tf.reset_default_graph()
    tf.set_random_seed(1)
    if extra:
        tf.constant(0.0, name='unrelated')
    x = tf.random_uniform([2], seed=seed, name='x')
    with tf.Session() as sess:
        return sess.run(x)

print(draw(False, None))
print(draw(False, None))
print(draw(True, None))

print(draw(False, 5))
print(draw(True, 5))
