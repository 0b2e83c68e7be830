import tensorflow as tf

first = tf.get_variable('v', [1])

# Does a name scope around the second call help?
with tf.name_scope('other'):
    try:
        tf.get_variable('v', [1])
    except ValueError as e:
        print(str(e).split('.')[0])

# Does a variable scope?
with tf.variable_scope('other') as scope:
    second = tf.get_variable('v', [1])
    print(second.name)
    # And what if we say that we want to share?
    scope.reuse_variables()
    print(tf.get_variable('v', [1]) is second)
