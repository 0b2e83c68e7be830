import tensorflow as tf

with tf.variable_scope('model') as model:
    a = tf.constant([3.0], name='a')

# Later:
with tf.variable_scope(model):
    with tf.name_scope(model.original_name_scope):
        w = tf.get_variable('w', [1])
        y = tf.multiply(a, w, name='y')
