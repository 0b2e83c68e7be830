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

# Case 2: the string prolongs the open scope and inherits its reuse.
with tf.variable_scope('test1', reuse=True):
    with tf.variable_scope('test2', reuse=False):
        get()

# Case 4: the object brings its own reuse and ignores the scope around it.
with tf.variable_scope(test1, reuse=True):
    with tf.variable_scope(test2, reuse=False):
        get()

# Case 5: strings again, with reuse off.
with tf.variable_scope('test1', reuse=False):
    with tf.variable_scope('test2', reuse=False):
        get()
