import tensorflow as tf

with tf.name_scope("scope1"):
    a = tf.add(1, 2, name="a")
    b = tf.multiply(a, 3, name="b")

print(a.name)
print(b.name)
