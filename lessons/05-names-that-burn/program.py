import tensorflow as tf

with tf.name_scope("layer"):
    pass
with tf.name_scope("layer"):
    a = tf.constant(1.0, name="a")
print(a.name)

i = tf.constant(2, name="i")
try:
    i * 2.5
except TypeError as e:
    print(e)
m = i * 3
print(m.name)

c = tf.constant(3.0, name="step/c")
d = tf.constant(4.0, name="step")
print(c.name, d.name)
