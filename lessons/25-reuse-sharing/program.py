import tensorflow as tf

# Sharing with reuse=True.
with tf.variable_scope("foo"):
    v = tf.get_variable("v", [1])
with tf.variable_scope("foo", reuse=True):
    v1 = tf.get_variable("v", [1])
assert v1 == v

# Sharing by capturing the scope and switching reuse on.
with tf.variable_scope("bar") as scope:
    u = tf.get_variable("v", [1])
    scope.reuse_variables()
    u1 = tf.get_variable("v", [1])
assert u1 == u

# And when there is nothing to share?
with tf.variable_scope("baz", reuse=True):
    w = tf.get_variable("v", [1])
