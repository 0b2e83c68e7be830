import tensorflow as tf

w = tf.Variable(2.0, name='w')
init = tf.global_variables_initializer()
b = tf.Variable(1.0, name='b')
y = tf.add(w, b, name='y')
missing = tf.report_uninitialized_variables()
print(y)

with tf.Session() as sess:
    try:
        sess.run(w)
    except tf.errors.FailedPreconditionError as e:
        print(e.message.split('\n')[0])
    sess.run(init)
    print(sess.run(w))
    print(sess.run(missing))
    try:
        sess.run(y)
    except tf.errors.FailedPreconditionError as e:
        print(e.message.split('\n')[0])
    sess.run(b.initializer)
    print(sess.run(y))

with tf.Session() as other:
    print(other.run(missing))
