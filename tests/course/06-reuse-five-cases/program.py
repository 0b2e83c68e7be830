from __future__ import print_function
import tensorflow as tf

def _var_init(name, shape, initializer=tf.contrib.layers.xavier_initializer(),
              trainable=True):
    with tf.device('/cpu:0'):
        var = tf.get_variable(
            name=name,
            shape=shape,
            initializer=initializer,
            trainable=trainable
        )
        return var

def main():
    sess = tf.Session()

    # Case 1: strings, False and False.
    with tf.variable_scope('test1', reuse=False) as test1:
        with tf.variable_scope('test2', reuse=False) as test2:
            w1 = _var_init('w1', [1, 2])
            sess.run(tf.global_variables_initializer())
            print(sess.run(w1), w1)

    # Case 2: strings, True and False.
    with tf.variable_scope('test1', reuse=True):
        with tf.variable_scope('test2', reuse=False):
            w2 = _var_init('w1', [1, 2])
            print(sess.run(w2), w2)

    # Case 3: captured objects, False and True.
    with tf.variable_scope(test1, reuse=False):
        with tf.variable_scope(test2, reuse=True):
            w3 = _var_init('w1', [1, 2])
            print(sess.run(w3), w3)

    # Case 4: captured objects, True and False.
    with tf.variable_scope(test1, reuse=True):
        with tf.variable_scope(test2, reuse=False):
            w4 = _var_init('w1', [1, 2])
            print(sess.run(w4), w4)

    # Case 5: strings, False and False, once more.
    with tf.variable_scope('test1', reuse=False):
        with tf.variable_scope('test2', reuse=False):
            w5 = _var_init('w1', [1, 2])
            print(sess.run(w5), w5)


if __name__ == '__main__':
    main()
