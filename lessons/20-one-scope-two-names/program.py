import tensorflow as tf

with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
    a = tf.add(v, 1.0, name="a")

with tf.variable_scope("foo"):
    w = tf.get_variable("w", [1])
    b = tf.add(w, 1.0, name="a")
    y = tf.Variable(0.0, name="y")
print(v.name, w.name)
print(a.name, b.name, y.name)

with tf.variable_scope("foo", reuse=True) as vs:
    x = tf.get_variable("v", [1])
    c = tf.add(x, 1.0, name="a")
print(x is v, c.name)
print(vs.name, vs.original_name_scope)
