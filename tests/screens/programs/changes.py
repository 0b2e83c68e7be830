import tensorflow as tf
total = 0
seen = []
v = tf.Variable(1.0, name='v')
twice = tf.assign(v, v * 2.0)
with tf.Session() as sess:
    sess.run(v.initializer)
    for i in range(2):
        total += i + 1
        seen.append(total)
        sess.run(twice)
print(total, seen)
