import tensorflow as tf

w = tf.get_variable('w', [2], initializer=tf.ones_initializer())
loss = tf.reduce_sum(tf.square(w))

sgd = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
adam = tf.train.AdamOptimizer(0.1).minimize(loss)

for v in tf.global_variables():
    print(v.name)
print(len(tf.trainable_variables()))

tf.get_variable_scope().reuse_variables()
try:
    tf.train.AdamOptimizer(0.1).minimize(loss)
except ValueError as e:
    print(e)
