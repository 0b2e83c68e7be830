import tensorflow as tf

total = tf.Variable(0, name='total')
n = 0
while True:
    n = n + 1
