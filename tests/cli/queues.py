import tensorflow as tf

q = tf.FIFOQueue(2, tf.int32)
x = q.dequeue()
mine = tf.FIFOQueue(2, tf.int32, name="mine")
d = tf.data.Dataset.range(3).batch(2)
n = d.make_one_shot_iterator().get_next()
