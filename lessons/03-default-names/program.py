import tensorflow as tf

a = tf.constant(1.0)
b = tf.constant(2.0)
c = a + b
d = tf.add(a, b)
e = a * b
f = tf.multiply(a, b)
print(c.name, d.name, e.name, f.name)
print(c == d)
