import tensorflow as tf

with tf.variable_scope('net'):
    tf.get_variable('w', [2])
    try:
        tf.get_variable('w', [2])
    except ValueError as e:
        print(str(e).split('.')[0])
