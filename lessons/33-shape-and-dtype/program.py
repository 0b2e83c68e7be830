import tensorflow as tf

with tf.variable_scope('model'):
    w = tf.get_variable('w', [2, 3])
    steps = tf.get_variable('steps', [1], dtype=tf.int32)

def ask(name, **wanted):
    try:
        print(tf.get_variable(name, **wanted).name)
    except ValueError as e:
        print(e)

with tf.variable_scope('model', reuse=True):
    ask('w')
    ask('w', shape=[3, 2])
    ask('steps')
    ask('steps', dtype=tf.int32)
