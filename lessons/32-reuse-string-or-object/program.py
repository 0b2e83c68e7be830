import tensorflow as tf

def get():
    try:
        v = tf.get_variable('w1', [1, 2])
        print('got', v.name, 'reuse', tf.get_variable_scope().reuse)
    except ValueError as e:
        print('error', str(e).split(',')[0], 'reuse', tf.get_variable_scope().reuse)

with tf.variable_scope('test1') as test1:
    with tf.variable_scope('test2') as test2:
        get()

# Case 2: strings, True and False.
with tf.variable_scope('test1', reuse=True):
    with tf.variable_scope('test2', reuse=False):
        get()

# Case 4: captured objects, True and False.
with tf.variable_scope(test1, reuse=True):
    with tf.variable_scope(test2, reuse=False):
        get()

# Case 5: strings again, False and False.
with tf.variable_scope('test1', reuse=False):
    with tf.variable_scope('test2', reuse=False):
        get()
