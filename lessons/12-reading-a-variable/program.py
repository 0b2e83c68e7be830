import tensorflow as tf

v = tf.Variable([1.0, 2.0], name="v")
a = v + 1
print(a.name, a.op.inputs[0].name)

s = tf.reduce_sum(v)
t = tf.reduce_sum(v.value())
print(s.name, t.name)

r = tf.get_variable("r", [2], use_resource=True,
                    initializer=tf.zeros_initializer())
b = r + 1
c = r + 1
print(b.name, b.op.inputs[0].name)
print(c.name, c.op.inputs[0].name)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, s]))
