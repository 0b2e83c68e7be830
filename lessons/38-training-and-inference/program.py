import tensorflow as tf

def model(x, reuse=False):
    with tf.variable_scope('model', reuse=reuse):
        w = tf.get_variable('w', [1], initializer=tf.zeros_initializer())
        return tf.multiply(x, w, name='y')

# Built for training: 2 times something should be 4.
x = tf.constant([2.0])
y = model(x)
loss = tf.reduce_sum(tf.square(y - [4.0]))
train = tf.train.GradientDescentOptimizer(0.125).minimize(loss)

# Built again for use, with another input.
new_x = tf.placeholder(tf.float32, [1])
new_y = model(new_x, reuse=True)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(new_y, {new_x: [3.0]}))
