import tensorflow as tf

with tf.name_scope("s") as first:
    a = tf.constant(1.0, name="a")
print(first)

with tf.name_scope("s"):
    b = tf.constant(2.0, name="b")

with tf.name_scope("other"):
    with tf.name_scope(first):
        c = tf.constant(3.0, name="c")
        d = tf.constant(4.0, name="a")
print(a.name, b.name, c.name, d.name)

try:
    tf.add(1.0, 2.0, name="s/a/")
except ValueError as e:
    print(e)
