import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 3], name='x')
w = tf.get_variable('w', [3, 1], initializer=tf.zeros_initializer())
with tf.device('/cpu:0'):
    label = tf.constant(['a"\\\n\x01', ''], name='label')
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.), name='loss')
tf.summary.scalar('cost', loss)
tf.summary.histogram('weights', w)
merged = tf.summary.merge_all()
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(2):
        s.run([loss, merged, train], {x: [[1, 2, 0]]})
