import tensorflow as tf

first = tf.get_variable('v', [1])

# A name scope around the second call does not help.
with tf.name_scope('other'):
    try:
        tf.get_variable('v', [1])
    except ValueError as e:
        print(str(e).split('.')[0])

# A variable scope does: the key is another one.
with tf.variable_scope('other') as scope:
    second = tf.get_variable('v', [1])
    print(second.name)
    # And so does reuse: the same variable comes back.
    scope.reuse_variables()
    print(tf.get_variable('v', [1]) is second)
