import tensorflow as tf

with tf.variable_scope("root"):
    v = tf.get_variable("v", [1])
    with tf.variable_scope("sub"):
        w = tf.get_variable("w", [1])

# The flag is set outside, the variable is asked for inside.
with tf.variable_scope("root", reuse=True):
    with tf.variable_scope("sub"):
        print(tf.get_variable("w", [1]) is w)
        t = w * 2.0
        print(t.name)

# False for a captured scope whose flag is on.
with tf.variable_scope("root", reuse=True) as on:
    pass
with tf.variable_scope(on, reuse=False) as again:
    print(again.reuse)
