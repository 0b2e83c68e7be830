import tensorflow as tf

initializer = tf.constant_initializer(value=1)
with tf.variable_scope('var_scope3', reuse=tf.AUTO_REUSE):
    var9 = tf.get_variable(name='var', initializer=initializer, shape=[1], dtype=tf.float32)
    var10 = tf.get_variable(name='var', initializer=initializer, shape=[1], dtype=tf.float32)

with tf.variable_scope('var_scope3', reuse=True):
    var12 = tf.get_variable(name='var', initializer=initializer, shape=[1], dtype=tf.float32)
print(var12.name)
