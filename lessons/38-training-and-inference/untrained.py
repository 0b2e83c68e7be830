import tensorflow as tf

def model(x):
    with tf.variable_scope('model'):
        w = tf.Variable([0.0], name='w')
        return tf.multiply(x, w, name='y')

x = tf.constant([2.0])
y = model(x)
loss = tf.reduce_sum(tf.square(y - [4.0]))
train = tf.train.GradientDescentOptimizer(0.125).minimize(loss)

new_x = tf.placeholder(tf.float32, [1])
new_y = model(new_x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(new_y, {new_x: [3.0]}))
