import tensorflow as tf

with tf.variable_scope('model') as model:
    w = tf.get_variable('w', [1])

with tf.variable_scope('branch'):
    with tf.variable_scope(model, reuse=True):
        w2 = tf.get_variable('w', [1])
        y = tf.multiply(w2, 2.0, name='y')

print(w2.name)
print(y.name)
