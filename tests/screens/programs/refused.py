import tensorflow as tf

i = tf.constant(0, name='i')
with tf.name_scope('loop'):
    end = tf.ReaderBase(lambda i: i < 3, lambda i: i + 1, [i])
print(end.name)
