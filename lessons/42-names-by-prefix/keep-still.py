import tensorflow as tf

with tf.variable_scope('judge'):
    new = tf.get_variable('w', [2])
with tf.variable_scope('judge_old'):
    old = tf.get_variable('w', [2])

loss = tf.reduce_sum(tf.square(new - old))
weights = tf.trainable_variables('judge')
optimizer = tf.train.GradientDescentOptimizer(0.1, name='step')
train = optimizer.minimize(loss, var_list=weights)
