import tensorflow as tf

def generator(z):
    with tf.variable_scope('generator'):
        return tf.layers.dense(z, 2, name='fc')

def discriminator(x, reuse=False):
    with tf.variable_scope('discriminator', reuse=reuse):
        return tf.layers.dense(x, 1, name='fc')

real = tf.placeholder(tf.float32, [4, 2])
fake = generator(tf.random_normal([4, 3]))

on_real = discriminator(real)
try:
    on_fake = discriminator(fake)
except ValueError as e:
    print(str(e).split(',')[0])

# The mend.
on_fake = discriminator(fake, reuse=True)
print(on_fake.name)

# Each of the two is trained by an optimizer of its own.
for v in tf.trainable_variables():
    if v.name.startswith('discriminator'):
        print(v.name)
