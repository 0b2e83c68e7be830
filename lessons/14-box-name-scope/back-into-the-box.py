import tensorflow as tf

with tf.name_scope('scope_name'):
    a = tf.Variable(1, name='a')
    b = tf.get_variable('b', initializer=2)
    c = tf.constant(3, name='c')
print(b.name)
