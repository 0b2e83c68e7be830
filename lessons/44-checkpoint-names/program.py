import tensorflow as tf

def build(scope):
    with tf.variable_scope(scope):
        return tf.get_variable('w', initializer=1.0)

w = build('old')
with tf.Session() as sess:
    sess.run(w.assign(7.0))
    saver = tf.train.Saver()
    path = saver.save(sess, './model')
    print(sess.run('save/SaveV2/tensor_names:0'))

tf.reset_default_graph()
w = build('new')
with tf.Session() as sess:
    try:
        tf.train.Saver().restore(sess, path)
    except tf.errors.NotFoundError as e:
        print(e.message.split('\n')[0])
    tf.train.Saver(var_list={'old/w': w}).restore(sess, path)
    print(sess.run(w))
