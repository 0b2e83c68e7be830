import tensorflow as tf

a = tf.Variable([1.0], name="var1")
b = tf.get_variable("var1", [1])
print(a.name, b.name)

with tf.variable_scope("", reuse=True):
    c = tf.get_variable("var1", [1])
print(c.name, c is b)

try:
    tf.get_variable("var1", [1])
except ValueError as e:
    print(e)
try:
    with tf.variable_scope("", reuse=True):
        tf.get_variable("var1_1", [1])
except ValueError as e:
    print(e)
