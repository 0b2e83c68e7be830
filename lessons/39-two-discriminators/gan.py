import tensorflow as tf

def generator(z):
    with tf.variable_scope('generator'):
        return tf.layers.dense(z, 2, name='fc')

def discriminator(x):
    with tf.variable_scope('discriminator'):
        h = tf.layers.dense(x, 3, activation=tf.nn.relu, name='hidden')
        return tf.layers.dense(h, 1, name='verdict')

real = tf.placeholder(tf.float32, [4, 2])
fake = generator(tf.random_normal([4, 3]))
on_real = discriminator(real)
on_fake = discriminator(fake)

d_loss = tf.reduce_mean(on_fake - on_real, name='d_loss')
g_loss = tf.reduce_mean(-on_fake, name='g_loss')

weights = tf.trainable_variables()
d_vars = [v for v in weights if v.name.startswith("discriminator")]
g_vars = [v for v in weights if v.name.startswith("generator")]
sgd = tf.train.GradientDescentOptimizer(0.1)
d_step = sgd.minimize(d_loss, var_list=d_vars)
g_step = sgd.minimize(g_loss, var_list=g_vars)
print(len(d_vars), len(g_vars))
